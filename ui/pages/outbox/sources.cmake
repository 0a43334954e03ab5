list(APPEND letopis_ui_sources
  pages/outbox/outboxmodel.h pages/outbox/outboxmodel.cpp pages/outbox/outboxpage.h pages/outbox/outboxpage.cpp)
