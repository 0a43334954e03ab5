list(APPEND letopis_ui_sources
  pages/deletion/pagedtablemodel.h pages/deletion/pagedtablemodel.cpp
  pages/deletion/deletionmodels.h pages/deletion/deletionmodels.cpp
  pages/deletion/serverchoice.h pages/deletion/serverchoice.cpp
  pages/deletion/jobstrip.h pages/deletion/jobstrip.cpp
  pages/deletion/deletenowdialog.h pages/deletion/deletenowdialog.cpp
  pages/deletion/planconfirmdialog.h pages/deletion/planconfirmdialog.cpp
  pages/deletion/deletionflow.h pages/deletion/deletionflow.cpp
  pages/deletion/planspanel.h pages/deletion/planspanel.cpp pages/deletion/planspanelactions.cpp
  pages/deletion/certificatefiles.h pages/deletion/certificatefiles.cpp
  pages/deletion/deletioncertificatedialog.h pages/deletion/deletioncertificatedialog.cpp
  pages/deletion/trashpanel.h pages/deletion/trashpanel.cpp
  pages/deletion/realitypanel.h pages/deletion/realitypanel.cpp
  pages/deletion/byteplot.h pages/deletion/byteplot.cpp
  pages/deletion/deletioncalendar.h pages/deletion/deletioncalendar.cpp
  pages/deletion/simulatorlayout.h pages/deletion/simulatorlayout.cpp
  pages/deletion/simulatorpanel.h pages/deletion/simulatorpanel.cpp)
