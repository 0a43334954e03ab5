list(APPEND letopis_ui_links Qt6::Multimedia)
list(APPEND letopis_ui_sources
  player/mediabackend.h player/mediabackend.cpp player/mediaengine.h player/qtmediaengine.h player/qtmediaengine.cpp
  player/videosurface.h player/videosurface.cpp player/seekslider.h player/seekslider.cpp
  player/positions.h player/positions.cpp player/playercontrols.h player/playercontrols.cpp
  player/playerwindow.h player/playerwindow.cpp)
