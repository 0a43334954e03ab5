#pragma once

#include "core/workspace/folderlibrary.h"

#include <QMap>

namespace letopis::test {

class FakeWorkspace;

// Folders in memory, for windows; everybody sees them all. Its workspace's access desk knows them, so that previews are those of
// the product's own graph. Calls may be scripted to fail: "folders", "createFolder", "moveFolder", "removeFolder", "file" and
// the others. Names, circles and what is not empty are answered as the real one does.
class FakeFolderLibrary final : public FolderLibrary
{
    Q_OBJECT

public:
    explicit FakeFolderLibrary(FakeWorkspace &workspace);

    FolderId put(const QString &name, FolderId parent = sharedFolder); // adds
    void place(RecordingId recording, FolderId folder);                // Shared where nothing is said
    void setOwner(FolderId folder, PersonId owner, const QString &name);
    void setRights(FolderId folder, bool canManage, bool canFileInto);
    void setStoredRules(const QList<FilingRule> &rules) { m_rules = rules; }
    QList<FilingRule> storedRules() const { return m_rules; }
    FolderId placeOf(RecordingId recording) const { return m_places.value(recording, sharedFolder); }
    bool isIn(RecordingId recording, FolderId folder, bool orBelow) const;
    const FolderNode *node(FolderId folder) const;

    QFuture<Result<QList<FolderNode>>> folders(const Actor &actor) override;
    QFuture<Result<FolderId>> findFolder(const Actor &actor, const QString &path) override;
    QFuture<Result<FolderId>> folderOf(const Actor &actor, RecordingId recording) override;
    QFuture<Result<FolderId>> create(const Actor &actor, FolderId parent, const QString &name) override;
    QFuture<Result<>> rename(const Actor &actor, FolderId folder, const QString &name) override;
    QFuture<Result<>> move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen = {}) override;
    QFuture<Result<>> remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen = {}) override;
    QFuture<Result<>> file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen = {}) override;
    QFuture<Result<NamedPreview>> previewMove(const Actor &actor, FolderId folder, FolderId to) override;
    QFuture<Result<NamedPreview>> previewRemove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo) override;
    QFuture<Result<NamedPreview>> previewFile(const Actor &actor, const QList<RecordingId> &recordings, FolderId to) override;
    QFuture<Result<QList<FilingRule>>> rules(const Actor &actor) override;
    QFuture<Result<>> setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after) override;
    QFuture<Result<QList<qint64>>> countByRules(const Actor &actor, const QList<FilingRule> &rules) override;
    QFuture<Result<NamedPreview>> previewByRules(const Actor &actor, const QList<FilingRule> &rules) override;
    QFuture<Result<qint64>> fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen = {}) override;

private:
    QList<FolderNode> tree() const;
    QList<FolderId> childrenOf(FolderId folder) const; // by name
    Result<> checkName(FolderId parent, const QString &name, FolderId self) const;
    Result<> checkMove(FolderId folder, FolderId to) const;
    Result<> checkRemove(FolderId folder, std::optional<FolderId> contentTo) const;
    QList<RecordingId> recordingsIn(FolderId folder) const;
    FileApart changeBy(const QList<FilingRule> &rules) const;
    QList<QList<RecordingId>> takenBy(const QList<FilingRule> &rules) const;
    void store(const FolderNode &node);
    void tell(void (FolderLibrary::*signal)()); // later, as the real one does

    FakeWorkspace &m_workspace;
    QMap<FolderId, FolderNode> m_nodes;
    QHash<RecordingId, FolderId> m_places;
    QList<FilingRule> m_rules;
    FolderId m_last = peopleFolder;
};

} // namespace letopis::test
