list(APPEND letopis_ui_sources
  shell/mainwindow.h shell/mainwindow.cpp shell/windowparts.h shell/standardhooks.h shell/standardhooks.cpp
  shell/appearance.h shell/appearance.cpp shell/actions.h shell/actions.cpp shell/menus.h shell/menus.cpp
  shell/navigationpane.h shell/navigationpane.cpp
  shell/jobsdrawer.h shell/jobsdrawer.cpp shell/jobrow.h shell/jobrow.cpp
  shell/commandpalette.h shell/commandpalette.cpp shell/shortcutmap.h shell/shortcutmap.cpp
  shell/statussummary.h shell/statussummary.cpp shell/draftsummary.h shell/draftsummary.cpp shell/trayicon.h shell/trayicon.cpp
  shell/recordingactions.h shell/recordingactions.cpp shell/serveractions.h shell/serveractions.cpp
  shell/batchediting.h shell/batchediting.cpp shell/editingactions.h shell/editingactions.cpp
  shell/backupactions.h shell/backupactions.cpp shell/peopleactions.h shell/peopleactions.cpp
  shell/folderactions.h shell/folderactions.cpp
  shell/linkactions.h shell/linkactions.cpp shell/windowrights.h shell/windowrights.cpp
  shell/proposalactions.h shell/proposalactions.cpp
  shell/auditactions.h shell/auditactions.cpp
  shell/deletionactions.h shell/deletionactions.cpp
  shell/retentionactions.h shell/retentionactions.cpp
  shell/gapactions.h shell/gapactions.cpp
  shell/seeasactions.h shell/seeasactions.cpp
  shell/accessactions.h shell/accessactions.cpp shell/mainwindowlayout.cpp
  shell/searchfield.h shell/searchfield.cpp)
