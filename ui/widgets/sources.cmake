list(APPEND letopis_ui_sources ../resources/letopis.qrc
  widgets/questions.h widgets/messagebar.h widgets/messagebar.cpp widgets/icons.h widgets/icons.cpp
  widgets/buttonorder.h widgets/buttonorder.cpp widgets/fittingtabs.h widgets/fittingtabs.cpp widgets/emptystate.h widgets/emptystate.cpp)
list(APPEND letopis_ui_sources
  widgets/plaintable.h widgets/plaintable.cpp widgets/skeletonrows.h widgets/skeletonrows.cpp
  widgets/presencedelegate.h widgets/presencedelegate.cpp widgets/textlabel.h widgets/textlabel.cpp
  widgets/closingquestion.h widgets/closingquestion.cpp widgets/dayedit.h widgets/roomyrows.h widgets/problemlabel.h widgets/problemlabel.cpp)
