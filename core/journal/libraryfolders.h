#pragma once

#include "core/access/accessanswers.h"
#include "core/access/filingrule.h"
#include "core/access/foldernode.h"
#include "core/journal/accesscontrol.h"

namespace letopis {

// The library's folders and the rules that file recordings into them. Each call is one transaction that asks AccessControl,
// changes rows, writes the journal and lets the access version grow, or does none of it. Any thread. PermissionDenied with
// RefusalEvidence; NotFound; InvalidInput and AlreadyExists with FolderProblem; InvalidInput with GuardEvidence.
class LibraryFolders
{
public:
    LibraryFolders(Database &database, std::shared_ptr<Visibility> visibility)
        : m_database(database)
        , m_visibility(std::move(visibility))
        , m_control(database, m_visibility)
    {
    }

    static constexpr qsizetype mostFiled = 100'000; // recordings at once; TooLarge beyond

    // Those that are opened to the actor and the way there; each behind its parent, siblings by name.
    QFuture<Result<QList<FolderNode>>> folders(const Actor &actor) const;
    QFuture<Result<FolderId>> find(const Actor &actor, const QString &path) const;
    // Not valid: the recording is opened to the actor, its folder is not.
    QFuture<Result<FolderId>> folderOf(const Actor &actor, RecordingId recording) const;

    // Needs Capability::ManageFolder, also on where something goes. ContentMismatch with PreviewEvidence: what it does is no more
    // what was foreseen, where that is told.
    QFuture<Result<FolderId>> create(const Actor &actor, FolderId parent, const QString &name) const;
    QFuture<Result<>> rename(const Actor &actor, FolderId folder, const QString &name) const;
    QFuture<Result<>> move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen = {}) const;
    QFuture<Result<>> remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen = {}) const;
    // Needs Capability::EditEverythingElse on the recordings, and to publish into the folder.
    QFuture<Result<>> file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen = {}) const;

    // What the same call would do, or why it would be refused.
    QFuture<Result<NamedPreview>> previewMove(const Actor &actor, FolderId folder, FolderId to) const;
    QFuture<Result<NamedPreview>> previewRemove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo) const;
    QFuture<Result<NamedPreview>> previewFile(const Actor &actor, const QList<RecordingId> &recordings, FolderId to) const;

    // Capability::ManageCatalog.
    QFuture<Result<QList<FilingRule>>> rules(const Actor &actor) const;
    QFuture<Result<>> setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after) const;
    QFuture<Result<QList<qint64>>> countByRules(const Actor &actor, const QList<FilingRule> &rules) const;
    QFuture<Result<NamedPreview>> previewByRules(const Actor &actor, const QList<FilingRule> &rules) const;
    QFuture<Result<qint64>> fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen = {}) const;

private:
    struct Steps; // of one transaction
    template <typename F>
    auto reading(const Actor &actor, F f) const;
    template <typename F>
    auto writing(const Actor &actor, F f) const;

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
    AccessControl m_control;
};

} // namespace letopis
