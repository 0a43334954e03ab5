#pragma once

#include "core/access/capability.h"
#include "core/access/folder.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"
#include "core/storage/visibility.h"

namespace letopis {

// Whether who asks may. Every command goes through it: desktop, command line, service. Any thread. The owner is asked nothing
// of; nobody is refused everything.
class AccessControl
{
public:
    AccessControl(Database &database, std::shared_ptr<Visibility> visibility)
        : m_database(database)
        , m_visibility(std::move(visibility))
    {
    }

    // Whose pages are read: nothing for who sees everything without being asked for.
    static std::optional<PersonId> viewer(const Actor &actor);

    QFuture<Result<Standing>> standing(const Actor &actor) const;
    // PermissionDenied with RefusalEvidence; the first item that refuses decides. What is not there refuses as what is closed
    // does, so that nobody learns what there is.
    QFuture<Result<>> require(const Actor &actor, Capability capability, const QList<RecordingId> &recordings) const;
    QFuture<Result<QHash<RecordingId, PermissionSet>>> permissions(const Actor &actor, const QList<RecordingId> &recordings) const;

    // For who is inside a transaction already.
    Result<Standing> standingIn(Connection &connection, const Actor &actor) const;
    Result<> requireIn(Connection &connection, const Actor &actor, Capability capability,
                       const QList<RecordingId> &recordings) const;
    Result<> requireIn(Connection &connection, const Actor &actor, Capability capability, FolderId folder) const;

private:
    Result<AccessGraphs::Current> graph(Connection &connection) const { return m_visibility->graphs().current(connection); }

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
};

} // namespace letopis
