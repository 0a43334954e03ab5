#include "core/workspace/local/localaccessdesk.h"

#include "core/base/whendone.h"

namespace letopis {

LocalAccessDesk::LocalAccessDesk(Database &database, const std::shared_ptr<Visibility> &visibility, QObject *parent)
    : AccessDesk(parent)
    , m_control(database, visibility)
    , m_lists(database, visibility)
{
}

QFuture<Result<Standing>> LocalAccessDesk::standing(const Actor &actor)
{
    return m_control.standing(actor);
}

QFuture<Result<QHash<RecordingId, PermissionSet>>> LocalAccessDesk::permissionsOn(const Actor &actor,
                                                                                 const QList<RecordingId> &recordings)
{
    return m_control.permissions(actor, recordings);
}

QFuture<Result<AccessList>> LocalAccessDesk::list(const Actor &actor, const LibraryItem &item)
{
    return m_lists.list(actor, item);
}

QFuture<Result<NamedPreview>> LocalAccessDesk::preview(const Actor &actor, const AccessChange &change)
{
    return m_lists.preview(actor, change);
}

QFuture<Result<>> LocalAccessDesk::replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                               const QList<GrantEntry> &after)
{
    return thenAccessChanged(m_lists.replace(actor, item, before, after));
}

QFuture<Result<>> LocalAccessDesk::resetToParent(const Actor &actor, const LibraryItem &item)
{
    return thenAccessChanged(m_lists.resetToParent(actor, item));
}

QFuture<Result<>> LocalAccessDesk::setPublic(const Actor &actor, RecordingId recording, bool isPublic)
{
    return thenAccessChanged(m_lists.setPublic(actor, recording, isPublic));
}

QFuture<Result<AccessExplanation>> LocalAccessDesk::explain(const Actor &actor, PersonId person, const LibraryItem &item)
{
    return m_lists.explain(actor, person, item);
}

QFuture<Result<AccessHolders>> LocalAccessDesk::whoCanSee(const Actor &actor, const LibraryItem &item, int limit)
{
    return m_lists.whoCanSee(actor, item, limit);
}

QFuture<Result<>> LocalAccessDesk::thenAccessChanged(const QFuture<Result<>> &done)
{
    return chain(done, this, [this] {
        Q_EMIT accessChanged();
        return readyFuture(Result<>());
    });
}

} // namespace letopis
