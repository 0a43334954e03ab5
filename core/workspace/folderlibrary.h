#pragma once

#include "core/access/filingrule.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

struct FolderNode
{
    Folder folder;
    QString ownerName;      // of a personal folder
    qint64 recordings = 0;  // in it, not below
    bool canManage = false; // by who asked
};

// The part of the workspace that keeps the library's folders. Main thread only; nothing blocks. People see the folders that
// are opened to them and those on the way there. What moving changes for people: AccessDesk::preview().
class FolderLibrary : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<QList<FolderNode>>> folders(const Actor &actor) = 0; // parents before children, then by name
    // "/Shared/Faculty/2026", by names without case; roots by "Shared" or "People". NotFound
    virtual QFuture<Result<FolderId>> findFolder(const Actor &actor, const QString &path) = 0;
    virtual QFuture<Result<FolderId>> create(const Actor &actor, FolderId parent, const QString &name) = 0; // InvalidInput, AlreadyExists
    virtual QFuture<Result<>> rename(const Actor &actor, FolderId folder, const QString &name) = 0;
    virtual QFuture<Result<>> move(const Actor &actor, FolderId folder, FolderId to) = 0; // InvalidInput: below itself
    // Where it is not empty, its recordings and folders go to `contentTo`; without one: InvalidInput.
    virtual QFuture<Result<>> remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo) = 0;
    virtual QFuture<Result<>> file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to) = 0;
    virtual QFuture<Result<FolderId>> folderOf(const Actor &actor, RecordingId recording) = 0;

    virtual QFuture<Result<QList<FilingRule>>> rules(const Actor &actor) = 0; // in order
    virtual QFuture<Result<>> setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after) = 0; // ContentMismatch
    // How many recordings each rule would take from the Shared folder now; then does it.
    virtual QFuture<Result<QList<qint64>>> countByRules(const Actor &actor) = 0;
    virtual QFuture<Result<qint64>> fileByRules(const Actor &actor) = 0;

Q_SIGNALS:
    void foldersChanged();
};

} // namespace letopis
