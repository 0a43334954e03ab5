#pragma once

#include "core/journal/accesslists.h"
#include "core/workspace/accessdesk.h"

namespace letopis {

// Access in this profile's catalog.
class LocalAccessDesk final : public AccessDesk
{
    Q_OBJECT

public:
    LocalAccessDesk(Database &database, const std::shared_ptr<Visibility> &visibility, QObject *parent = nullptr);

    QFuture<Result<Standing>> standing(const Actor &actor) override;
    QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) override;
    QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) override;
    QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) override;
    QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                  const QList<GrantEntry> &after) override;
    QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item) override;
    QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) override;
    QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) override;
    QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit) override;

private:
    QFuture<Result<>> thenAccessChanged(const QFuture<Result<>> &done);

    AccessControl m_control;
    AccessLists m_lists;
};

} // namespace letopis
