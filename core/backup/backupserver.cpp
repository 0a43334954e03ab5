#include "core/backup/backupserver.h"

#include <QFileInfo>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<> send(FileTransport &server, const QString &localFile, const RemotePath &target, const QString &catalogId,
              ProgressCounters &progress, std::stop_token stop)
{
    const Result<Transferred> sent = server.upload(
        {.localPath = localFile, .remotePath = target, .resume = false, .partId = catalogId, .existing = Existing::Keep,
         .expectedSha256 = {}},
        progress, stop);
    if (!sent)
        return sent.error();
    const Result<RemoteFile> there = server.stat(target, stop);
    if (!there)
        return there.error();
    if (there->sizeBytes != QFileInfo(localFile).size())
        return Error{ErrorKind::ContentMismatch, u"the server has %1 bytes of it"_s.arg(there->sizeBytes), target.path, {}};
    return {};
}

void prune(FileTransport &server, const RemotePath &folder, const BackupName &written, int keep, std::stop_token stop)
{
    const Result<QList<RemoteFile>> files = server.list(folder, stop);
    if (!files)
        return;
    QList<BackupFile> present;
    for (const RemoteFile &file : *files) {
        if (const auto name = backupNameFrom(file.name); name && file.isRegularFile)
            present.append({*name, file.sizeBytes});
        else if (file.isRegularFile && isForgottenPart(file.name, written))
            static_cast<void>(server.removeFile(folder.child(file.name), stop));
    }
    for (const BackupName &name : backupsToRemove(present, written, keep))
        static_cast<void>(server.removeFile(folder.child(name.fileName()), stop));
}

} // namespace

RemotePath backupsBelow(const QString &dataRoot)
{
    return RemotePath(dataRoot, u"letopis/backups"_s);
}

Result<BackupReport> createBackupOn(FileTransport &server, const RemotePath &folder, BackupRequest request, int keep,
                                    ProgressCounters &progress, std::stop_token stop)
{
    const Result<std::unique_ptr<BackupWorkplace>> place =
        BackupWorkplace::beside(request.files.catalog, u"backup-upload"_s);
    if (!place)
        return place.error();
    // First whether the server can be reached and written at all.
    if (Result<> made = server.makeDirectories(folder, stop); !made)
        return made.error();
    Result<BackupReport> report = createBackupIn((*place)->path(), std::move(request), progress, stop);
    if (!report)
        return report;
    const QString localFile = report->file;
    const std::optional<BackupName> name = backupNameFrom(QFileInfo(localFile).fileName());
    const RemotePath target = folder.child(name->fileName());
    progress.done = 0;
    progress.total = report->fileBytes;
    if (Result<> sent = send(server, localFile, target, name->catalogId, progress, stop); !sent)
        return sent.error();
    prune(server, folder, *name, keep, stop);
    report->file = target.path;
    return report;
}

Result<QList<BackupFile>> backupsOn(FileTransport &server, const RemotePath &folder, std::stop_token stop)
{
    const Result<QList<RemoteFile>> files = server.list(folder, stop);
    if (!files && files.error().kind == ErrorKind::NotFound)
        return QList<BackupFile>();
    if (!files)
        return files.error();
    QList<BackupFile> found;
    for (const RemoteFile &file : *files) {
        if (const auto name = backupNameFrom(file.name); name && file.isRegularFile)
            found.append({*name, file.sizeBytes});
    }
    std::sort(found.begin(), found.end(), [](const BackupFile &a, const BackupFile &b) { return a.name.at > b.name.at; });
    return found;
}

Result<> fetchBackup(FileTransport &server, const RemotePath &folder, const BackupName &name, const QString &localFile,
                     ProgressCounters &progress, std::stop_token stop)
{
    const Result<Transferred> fetched =
        server.download({.remotePath = folder.child(name.fileName()), .localPath = localFile, .expectedSize = -1,
                         .resume = true, .expectedSha256 = {}},
                        progress, stop);
    return fetched ? Result<>() : Result<>(fetched.error());
}

} // namespace letopis
