#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/storage/contentstore.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QLockFile>

#include <mutex>
#include <stop_token>

namespace letopis {

// What a program left of a copy that was opened with it.
struct OpenedCopy
{
    QString file;
    qint64 sizeBytes = 0;
    QDateTime changedAt; // UTC
    QByteArray sha256;
};

// Digests of opened copies, by path: one is read again only where its size or time is another. Thread-safe.
class CopyDigests
{
public:
    // Empty: not readable.
    QByteArray digestOf(const QString &file);

private:
    struct Known
    {
        qint64 sizeBytes = 0;
        QDateTime changedAt;
        QByteArray sha256;
    };
    std::mutex m_mutex;
    QHash<QString, Known> m_known;
};

// Files of any size named by their SHA-256, below one directory: <root>/ab/<sha256 in hex>, read-only. Written atomically
// and synced, so that a database row may refer to them; never whole in memory. Thread-safe, and safe between processes;
// blocks: worker threads only.
class FileStore
{
public:
    explicit FileStore(QString root);

    // Copies the file. InvalidInput: no plain file; NotFound, PermissionDenied, DiskFull (nothing is left then), Cancelled.
    Result<StoredContent> put(const QString &localFile, ProgressCounters &progress, std::stop_token stop) const;
    // Reads it all: ContentMismatch where the disk lied or somebody wrote into it, NotFound.
    Result<> verify(const QByteArray &sha256, ProgressCounters &progress, std::stop_token stop) const;
    // Writes a verified copy to `target`, which is whole or as it was before.
    Result<> saveAs(const QByteArray &sha256, const QString &target, ProgressCounters &progress, std::stop_token stop) const;
    // A copy under a name that the desktop opens with the right program: <root>/open/<sha256>/<safe name>. What a program
    // saved there stays: the content has the next free name then.
    Result<QString> openable(const QByteArray &sha256, const QString &name) const;

    // What is under the names that openable() gives; of files beside them programs know more than we.
    QList<OpenedCopy> openedCopies(const QByteArray &sha256, const QString &name, CopyDigests &digests) const;
    bool isOpenedCopy(const QString &file) const; // by its place
    struct RemovedCopies
    {
        qint64 files = 0;
        qint64 bytes = 0;
        int changed = 0; // hold somebody's work, and stay
    };
    RemovedCopies removeOpenedCopies(const QByteArray &sha256) const;

    // Removes what nobody needs any more: parts of fetches that were given up, and opened copies of long ago whose content is
    // in the store.
    void sweep(std::stop_token stop) const;

    bool has(const QByteArray &sha256, qint64 sizeBytes) const; // by its size
    // Where it is, or is to be put by who has verified it: makes the directory.
    QString pathOf(const QByteArray &sha256) const;
    Result<QString> pathFor(const QByteArray &sha256) const;
    void remove(const QByteArray &sha256) const;
    void protect(const QByteArray &sha256) const; // read-only from now on

    // Held by one at a time, in any process of this computer; waits for it. Cancelled.
    Result<std::unique_ptr<QLockFile>> lock(const QString &name, std::stop_token stop) const;

private:
    static Result<> copyTo(QFile &source, const QByteArray &sha256, const QString &path);

    QString m_root;
};

} // namespace letopis
