list(APPEND letopis_ui_sources
  pages/people/peopleview.h pages/people/peopleview.cpp pages/people/peopleviewcommands.cpp
  pages/people/peoplecommands.h pages/people/peoplecommands.cpp
  pages/people/peoplefiles.h pages/people/peoplefiles.cpp
  pages/people/leavegroupdialog.h pages/people/leavegroupdialog.cpp)
