list(APPEND letopis_ui_sources
  forms/serverdraft.h forms/serverdraft.cpp forms/draftfields.h forms/draftfields.cpp
  forms/deletionfields.h forms/deletionfields.cpp forms/deletionrecipedialog.h forms/deletionrecipedialog.cpp
  forms/trustdialog.h forms/trustdialog.cpp forms/connectionresults.h forms/connectionresults.cpp
  forms/passphrasefields.h forms/passphrasefields.cpp
  forms/secretplace.h forms/secretplace.cpp forms/connectionquestions.h forms/connectionquestions.cpp
  forms/connectionsteps.h forms/connectionsteps.cpp forms/connectionwizard.h forms/connectionwizard.cpp
  forms/serverform.h forms/serverform.cpp
  forms/servicerightsmodel.h forms/servicerightsmodel.cpp forms/servicerightstable.h forms/servicerightstable.cpp
  forms/servicerightsdialog.h forms/servicerightsdialog.cpp
  forms/attendeedialog.h forms/attendeedialog.cpp forms/attendeesplitdialog.h forms/attendeesplitdialog.cpp
  forms/attendeematchdialog.h forms/attendeematchdialog.cpp forms/attendancehistory.h forms/attendancehistory.cpp
  forms/attendancepages.h forms/attendancepages.cpp forms/attendanceexport.h forms/attendanceexport.cpp
  forms/informationdraft.h forms/informationdraft.cpp forms/informationinput.h forms/informationinput.cpp
  forms/informationfield.h forms/informationfield.cpp forms/informationform.h forms/informationform.cpp
  forms/informationhistory.h forms/informationhistory.cpp forms/informationconflict.h forms/informationconflict.cpp
  forms/conflictquestion.h forms/conflictquestion.cpp
  forms/draftsaver.h forms/draftsaver.cpp forms/dialogdrafts.h forms/dialogdrafts.cpp
  forms/owndraft.h forms/owndraft.cpp
  forms/informationpresenter.h forms/informationpresenter.cpp
  forms/batcheditfields.h forms/batcheditfields.cpp forms/batcheditmodel.h forms/batcheditmodel.cpp
  forms/batcheditdialog.h forms/batcheditdialog.cpp
  forms/links/linklistmodel.h forms/links/linklistmodel.cpp forms/links/newlinkdialog.h forms/links/newlinkdialog.cpp
  forms/links/linkpolicydialog.h forms/links/linkpolicydialog.cpp forms/links/linksdialog.h forms/links/linksdialog.cpp
  forms/customfieldsdialog.h forms/customfieldsdialog.cpp)
