#pragma once

#include "core/access/accessanswers.h"
#include "core/journal/accesscontrol.h"

namespace letopis {

// Lists of permissions: what holds for an item and why, what a change would do, and the change. Each call is one transaction
// that asks AccessControl, changes rows, writes the journal and lets the access version grow, or does none of it. Any thread.
// PermissionDenied with RefusalEvidence; NotFound; InvalidInput with GuardEvidence.
class AccessLists
{
public:
    AccessLists(Database &database, std::shared_ptr<Visibility> visibility)
        : m_database(database)
        , m_visibility(std::move(visibility))
        , m_control(database, m_visibility)
    {
    }

    QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) const;
    // The item has a list of its own from then on. ContentMismatch: the list that governs it is no more `before`. Whom one may
    // grant: Capability::GrantToViewers, GrantToModerators.
    QFuture<Result<>> replace(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                              const QList<GrantEntry> &after) const;
    // InvalidInput: a root. ContentMismatch: what it does is no more what was foreseen (nothing: whatever it does).
    QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item, const std::optional<AccessPreview> &foreseen = {}) const;
    QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) const;

    // For who is inside a transaction already: gives each of these Manage by an entry of their own, as the program's own work.
    Result<> grantManage(Connection &connection, const Actor &actor, const QList<std::pair<RecordingId, PersonId>> &grants) const;

    QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) const;
    // One's own access may always be asked about, where one has any.
    QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) const;
    QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page = {}) const;

private:
    struct Steps; // of one transaction

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
    AccessControl m_control;
};

} // namespace letopis
