#pragma once

#include "core/access/grantproposal.h"
#include "core/journal/accesslists.h"

namespace letopis {

// What attendance says about access: who moderated and should manage, who was there and cannot watch. Each call is one transaction
// that asks AccessControl and writes the journal, or does nothing. Any thread. PermissionDenied with RefusalEvidence.
class AccessProposals
{
public:
    AccessProposals(Database &database, std::shared_ptr<Visibility> visibility)
        : m_database(database)
        , m_visibility(std::move(visibility))
        , m_control(database, m_visibility)
        , m_lists(database, m_visibility)
    {
    }

    // Those that the actor may grant; of all recordings whose servers do not have proposals switched off, or of one recording.
    QFuture<Result<GrantProposals>> proposals(const Actor &actor, std::optional<RecordingId> recording) const;
    QFuture<Result<>> reopen(const Actor &actor, RecordingId recording, PersonId person) const; // NotFound: it is not declined
    QFuture<Result<>> decline(const Actor &actor, RecordingId recording, PersonId person) const;
    QFuture<Result<ProposalMode>> mode(const Actor &actor, ServerId server) const;
    QFuture<Result<>> setMode(const Actor &actor, ServerId server, ProposalMode mode) const;
    QFuture<Result<AttendanceGap>> gap(const Actor &actor, RecordingId recording) const;

    // After a sync, as the program's own work: grants a server's proposals where its mode says so. How many.
    QFuture<Result<qint64>> grantAfterSync(ServerId server) const;

private:
    struct Steps; // of one transaction

    Database &m_database;
    std::shared_ptr<Visibility> m_visibility;
    AccessControl m_control;
    AccessLists m_lists;
};

} // namespace letopis
