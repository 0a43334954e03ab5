list(APPEND letopis_ui_sources
  pages/folders/foldertree.h pages/folders/foldertree.cpp
  pages/folders/foldercommands.h pages/folders/foldercommands.cpp
  pages/folders/folderpane.h pages/folders/folderpane.cpp)
