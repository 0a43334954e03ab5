list(APPEND letopis_ui_sources
  pages/retention/retentionpage.h pages/retention/retentionpage.cpp
  pages/retention/rulespanel.h pages/retention/rulespanel.cpp)
