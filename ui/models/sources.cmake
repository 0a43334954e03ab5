list(APPEND letopis_ui_sources
  models/exportnoting.h models/exportnoting.cpp
  models/actorrights.h models/actorrights.cpp
  models/recordinglistmodel.h models/recordinglistmodel.cpp models/participantmodel.h models/participantmodel.cpp
  models/timelinemodel.h models/timelinemodel.cpp models/joblistmodel.h models/joblistmodel.cpp
  models/materialmodel.h models/materialmodel.cpp
  models/rowdifference.h)
list(APPEND letopis_ui_sources models/serverdirectory.h models/serverdirectory.cpp
  models/draftdirectory.h models/draftdirectory.cpp)
list(APPEND letopis_ui_sources models/peoplelistmodel.h models/peoplelistmodel.cpp
  models/principaltreemodel.h models/principaltreemodel.cpp models/principalmime.h models/principalmime.cpp)
list(APPEND letopis_ui_sources models/foldertreemodel.h models/foldertreemodel.cpp models/librarymime.h models/librarymime.cpp)
