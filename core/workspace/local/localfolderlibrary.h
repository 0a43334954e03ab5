#pragma once

#include "core/domain/jobstatus.h"
#include "core/journal/libraryfolders.h"
#include "core/workspace/folderlibrary.h"

namespace letopis {

// Folders of this profile's catalog.
class LocalFolderLibrary final : public FolderLibrary
{
    Q_OBJECT

public:
    LocalFolderLibrary(Database &database, const std::shared_ptr<Visibility> &visibility, QObject *parent = nullptr);

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

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change); // recordings stand elsewhere, and may be seen by others
    void accessChanged();

private:
    enum class Touched { Folders, Recordings }; // with them who may see what
    template <typename T>
    QFuture<Result<T>> thenTold(const QFuture<Result<T>> &done, Touched touched, const QList<RecordingId> &recordings = {});

    LibraryFolders m_folders;
};

} // namespace letopis
