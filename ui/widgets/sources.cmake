list(APPEND letopis_ui_sources ../resources/letopis.qrc
  widgets/questions.h widgets/messagebar.h widgets/messagebar.cpp widgets/icons.h widgets/icons.cpp
  widgets/emptystate.h widgets/emptystate.cpp)
