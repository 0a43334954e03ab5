#pragma once

#include "core/access/accessanswers.h"
#include "core/access/filingrule.h"
#include "core/access/foldernode.h"
#include "core/access/folderproblem.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that keeps the library's folders. Main thread only; nothing blocks. People see the folders that are
// opened to them and those on the way there. PermissionDenied with RefusalEvidence; NotFound; what the tree does not allow is
// InvalidInput, a name that is taken AlreadyExists, both with FolderProblem.
class FolderLibrary : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<QList<FolderNode>>> folders(const Actor &actor) = 0; // each behind its parent, siblings by name
    // "/Shared/Faculty/2026", names without case and ё; roots by "Shared" or "People". NotFound
    virtual QFuture<Result<FolderId>> findFolder(const Actor &actor, const QString &path) = 0;
    // Not valid: the recording is opened to the actor, its folder is not.
    virtual QFuture<Result<FolderId>> folderOf(const Actor &actor, RecordingId recording) = 0;

    // Need Capability::ManageFolder, also on where something goes.
    virtual QFuture<Result<FolderId>> create(const Actor &actor, FolderId parent, const QString &name) = 0;
    virtual QFuture<Result<>> rename(const Actor &actor, FolderId folder, const QString &name) = 0;
    // ContentMismatch with PreviewEvidence: what it does is no more what was foreseen (nothing: whatever it does).
    virtual QFuture<Result<>> move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen = {}) = 0;
    // Where it is not empty, its recordings and folders go to `contentTo`. Filing rules into it go with it. ContentMismatch as above.
    virtual QFuture<Result<>> remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo,
                                     const std::optional<AccessPreview> &foreseen = {}) = 0;
    // Needs Capability::EditEverythingElse on the recordings, and to publish into the folder. InvalidInput with GuardEvidence:
    // the actor would lose Manage. ContentMismatch as above.
    virtual QFuture<Result<>> file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to,
                                   const std::optional<AccessPreview> &foreseen = {}) = 0;

    // What the same call would change for people, or the error that it would end with.
    virtual QFuture<Result<NamedPreview>> previewMove(const Actor &actor, FolderId folder, FolderId to) = 0;
    virtual QFuture<Result<NamedPreview>> previewRemove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo) = 0;
    virtual QFuture<Result<NamedPreview>> previewFile(const Actor &actor, const QList<RecordingId> &recordings, FolderId to) = 0;

    // Where new recordings go. Administrators only.
    virtual QFuture<Result<QList<FilingRule>>> rules(const Actor &actor) = 0; // in order
    // ContentMismatch: those stored are no more `before`. InvalidInput: one is not well formed.
    virtual QFuture<Result<>> setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after) = 0;
    // How many recordings of the Shared folder each of these rules, stored or not, would take now.
    virtual QFuture<Result<QList<qint64>>> countByRules(const Actor &actor, const QList<FilingRule> &rules) = 0;
    // What fileByRules() would change for people if these were the stored ones.
    virtual QFuture<Result<NamedPreview>> previewByRules(const Actor &actor, const QList<FilingRule> &rules) = 0;
    // Lets the stored rules take them; how many. ContentMismatch as above.
    virtual QFuture<Result<qint64>> fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen = {}) = 0;

Q_SIGNALS:
    // Also what is in them, by this part's own doing. Who may what in them: AccessDesk::accessChanged(); what syncs bring:
    // Workspace::catalogChanged().
    void foldersChanged();
    void rulesChanged();
};

} // namespace letopis
