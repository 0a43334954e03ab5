list(APPEND letopis_ui_sources
  pages/proposals/proposallistmodel.h pages/proposals/proposallistmodel.cpp
  pages/proposals/proposalspage.h pages/proposals/proposalspage.cpp)
