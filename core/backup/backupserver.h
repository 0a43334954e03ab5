#pragma once

#include "core/backup/backupfolder.h"
#include "core/backup/catalogbackup.h"
#include "core/domain/ports/filetransport.h"

namespace letopis {

// Where backups are on a conference server: <data root>/letopis/backups.
RemotePath backupsBelow(const QString &dataRoot);

// Makes a backup, sends it there, removes all but the newest `keep` of this catalog. request.backupFile does not matter: the
// file is made beside the catalog and removed once it is sent. The report's file is the path on the server.
// Errors of createBackup() and of the transport; what could not be removed is no error.
Result<BackupReport> createBackupOn(FileTransport &server, const RemotePath &folder, BackupRequest request, int keep,
                                    ProgressCounters &progress, std::stop_token stop);

// Newest first; empty where the folder is not there.
Result<QList<BackupFile>> backupsOn(FileTransport &server, const RemotePath &folder, std::stop_token stop);

// Brings one here. It is not checked yet: verifyBackup() or restoreBackup() do that.
Result<> fetchBackup(FileTransport &server, const RemotePath &folder, const BackupName &name, const QString &localFile,
                     ProgressCounters &progress, std::stop_token stop);

} // namespace letopis
