#include "core/workspace/local/localfolderlibrary.h"

#include "core/base/whendone.h"

namespace letopis {

LocalFolderLibrary::LocalFolderLibrary(Database &database, const std::shared_ptr<Visibility> &visibility, QObject *parent)
    : FolderLibrary(parent)
    , m_folders(database, visibility)
{
}

template <typename T>
QFuture<Result<T>> LocalFolderLibrary::thenTold(const QFuture<Result<T>> &done, Touched touched, const QList<RecordingId> &recordings)
{
    return chain(done, this, [=, this](const auto &...value) {
        Q_EMIT foldersChanged();
        if (touched == Touched::Recordings) {
            Q_EMIT accessChanged();
            CatalogChange change;
            change.isLarge = recordings.isEmpty() || recordings.size() > CatalogChange::mostListed;
            if (!change.isLarge)
                change.addUpdated(recordings);
            Q_EMIT catalogChanged(change);
        }
        return readyFuture(Result<T>(value...));
    });
}

QFuture<Result<QList<FolderNode>>> LocalFolderLibrary::folders(const Actor &actor)
{
    return m_folders.folders(actor);
}

QFuture<Result<FolderId>> LocalFolderLibrary::findFolder(const Actor &actor, const QString &path)
{
    return m_folders.find(actor, path);
}

QFuture<Result<FolderId>> LocalFolderLibrary::folderOf(const Actor &actor, RecordingId recording)
{
    return m_folders.folderOf(actor, recording);
}

QFuture<Result<FolderId>> LocalFolderLibrary::create(const Actor &actor, FolderId parent, const QString &name)
{
    return thenTold(m_folders.create(actor, parent, name), Touched::Folders);
}

QFuture<Result<>> LocalFolderLibrary::rename(const Actor &actor, FolderId folder, const QString &name)
{
    return thenTold(m_folders.rename(actor, folder, name), Touched::Folders);
}

QFuture<Result<>> LocalFolderLibrary::move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen)
{
    return thenTold(m_folders.move(actor, folder, to, foreseen), Touched::Recordings);
}

QFuture<Result<>> LocalFolderLibrary::remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen)
{
    const QFuture<Result<>> removed = thenTold(m_folders.remove(actor, folder, contentTo, foreseen), contentTo ? Touched::Recordings : Touched::Folders);
    return chain(removed, this, [this] {
        Q_EMIT rulesChanged();
        return readyFuture(Result<>());
    });
}

QFuture<Result<>> LocalFolderLibrary::file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen)
{
    if (recordings.isEmpty())
        return m_folders.file(actor, recordings, to, foreseen);
    return thenTold(m_folders.file(actor, recordings, to, foreseen), Touched::Recordings, recordings);
}

QFuture<Result<NamedPreview>> LocalFolderLibrary::previewMove(const Actor &actor, FolderId folder, FolderId to)
{
    return m_folders.previewMove(actor, folder, to);
}

QFuture<Result<NamedPreview>> LocalFolderLibrary::previewRemove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo)
{
    return m_folders.previewRemove(actor, folder, contentTo);
}

QFuture<Result<NamedPreview>> LocalFolderLibrary::previewFile(const Actor &actor, const QList<RecordingId> &recordings, FolderId to)
{
    return m_folders.previewFile(actor, recordings, to);
}

QFuture<Result<QList<FilingRule>>> LocalFolderLibrary::rules(const Actor &actor)
{
    return m_folders.rules(actor);
}

QFuture<Result<>> LocalFolderLibrary::setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after)
{
    return chain(m_folders.setRules(actor, before, after), this, [this] {
        Q_EMIT rulesChanged();
        return readyFuture(Result<>());
    });
}

QFuture<Result<QList<qint64>>> LocalFolderLibrary::countByRules(const Actor &actor, const QList<FilingRule> &rules)
{
    return m_folders.countByRules(actor, rules);
}

QFuture<Result<NamedPreview>> LocalFolderLibrary::previewByRules(const Actor &actor, const QList<FilingRule> &rules)
{
    return m_folders.previewByRules(actor, rules);
}

QFuture<Result<qint64>> LocalFolderLibrary::fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen)
{
    return thenTold(m_folders.fileByRules(actor, foreseen), Touched::Recordings);
}

} // namespace letopis
