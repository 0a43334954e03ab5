list(APPEND letopis_ui_sources
  forms/folders/foldernamedialog.h forms/folders/foldernamedialog.cpp
  forms/folders/folderdialog.h forms/folders/folderdialog.cpp
  forms/folders/filingrulesdialog.h forms/folders/filingrulesapply.cpp forms/folders/filingrulesdialog.cpp
  forms/folders/filingruledialog.h forms/folders/filingruledialog.cpp)
