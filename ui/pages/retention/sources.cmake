list(APPEND letopis_ui_sources
  pages/retention/retentionpage.h pages/retention/retentionpage.cpp
  pages/retention/rulessection.h pages/retention/rulessection.cpp
  pages/retention/serverrules.h pages/retention/serverrules.cpp
  pages/retention/policyrules.h pages/retention/policyrules.cpp
  pages/retention/holdlist.h pages/retention/holdlist.cpp
  pages/retention/noticelist.h pages/retention/noticelist.cpp
  pages/retention/rulespanel.h pages/retention/rulespanel.cpp)
