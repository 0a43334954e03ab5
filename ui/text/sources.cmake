list(APPEND letopis_ui_sources
  text/errortext.h text/errortext.cpp text/dates.h text/dates.cpp
  text/quantities.h text/quantities.cpp text/names.h text/names.cpp)
