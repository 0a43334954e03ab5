list(APPEND letopis_ui_sources
  pages/backups/backuplistmodel.h pages/backups/backuplistmodel.cpp
  pages/backups/backupnowdialog.h pages/backups/backupnowdialog.cpp
  pages/backups/backuppage.h pages/backups/backuppage.cpp
  pages/backups/backupscheduleform.h pages/backups/backupscheduleform.cpp
  pages/backups/passphrasedialog.h pages/backups/passphrasedialog.cpp
  pages/backups/restoredialog.h pages/backups/restoredialog.cpp)
