list(APPEND letopis_ui_sources
  pages/audit/auditparts.h
  pages/audit/auditnamebook.h pages/audit/auditnamebook.cpp
  pages/audit/auditeventmodel.h pages/audit/auditeventmodel.cpp
  pages/audit/auditfilters.h pages/audit/auditfilters.cpp
  pages/audit/journaleventview.h pages/audit/journaleventview.cpp
  pages/audit/auditprogress.h pages/audit/auditprogress.cpp
  pages/audit/auditexportdialog.h pages/audit/auditexportdialog.cpp
  pages/audit/auditsegmentsdialog.h pages/audit/auditsegmentsdialog.cpp
  pages/audit/auditcommands.h pages/audit/auditcommands.cpp
  pages/audit/journaltab.h pages/audit/journaltab.cpp
  pages/audit/journalpage.h pages/audit/journalpage.cpp)
