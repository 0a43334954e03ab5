list(APPEND letopis_ui_sources
  pages/servers/serverdetails.h pages/servers/serverdetails.cpp
  pages/servers/serverspage.h pages/servers/serverspage.cpp)
