list(APPEND letopis_ui_sources
  forms/access/principalpicker.h forms/access/principalpicker.cpp
  forms/access/principaldialog.h forms/access/principaldialog.cpp
  forms/access/groupnamedialog.h forms/access/groupnamedialog.cpp
  forms/access/externalidfields.h forms/access/externalidfields.cpp
  forms/access/persondialog.h forms/access/persondialog.cpp
  forms/access/mergepeopledialog.h forms/access/mergepeopledialog.cpp
  forms/access/accessparts.h forms/access/accesslistmodel.h forms/access/accesslistmodel.cpp
  forms/access/grantauthority.h forms/access/grantauthority.cpp
  forms/access/explanationview.h forms/access/explanationview.cpp
  forms/access/accesspreviewdialog.h forms/access/accesspreviewdialog.cpp
  forms/access/accesseditor.h forms/access/accesseditor.cpp forms/access/accesseditorlayout.cpp
  forms/access/accesseditorapply.cpp forms/access/accesseditordraft.cpp
  forms/access/accessgiver.h forms/access/accessgiver.cpp
  forms/access/gaplistmodel.h forms/access/gaplistmodel.cpp forms/access/gaplist.h forms/access/gaplist.cpp
  forms/access/attendancegapdialog.h forms/access/attendancegapdialog.cpp
  forms/access/holdersmodel.h forms/access/holdersmodel.cpp forms/access/holdersdialog.h forms/access/holdersdialog.cpp
  forms/access/explanationdialog.h forms/access/explanationdialog.cpp
  forms/access/peopleimportmodel.h forms/access/peopleimportmodel.cpp
  forms/access/peopleimportdialog.h forms/access/peopleimportdialog.cpp)
