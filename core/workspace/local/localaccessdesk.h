#pragma once

#include "core/jobs/workerpool.h"
#include "core/journal/accesslinks.h"
#include "core/journal/accesslists.h"
#include "core/journal/accessproposals.h"
#include "core/workspace/accessdesk.h"

namespace letopis {

// Access in this profile's catalog.
class LocalAccessDesk final : public AccessDesk
{
    Q_OBJECT

public:
    // The pool hashes passwords, and outlives the desk.
    LocalAccessDesk(Database &database, const std::shared_ptr<Visibility> &visibility, WorkerPool &pool, QObject *parent = nullptr);

    void afterSync(ServerId server); // grants what attendance proposes, where the server's mode says so

    QFuture<Result<Standing>> standing(const Actor &actor) override;
    QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) override;
    QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) override;
    QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) override;
    QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                  const QList<GrantEntry> &after) override;
    QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item, const std::optional<AccessPreview> &foreseen = {}) override;
    QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) override;
    QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) override;
    QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page = {}) override;
    QFuture<Result<NewLink>> createLink(const Actor &actor, const LinkDraft &draft) override;
    QFuture<Result<QList<AccessLink>>> links(const Actor &actor, std::optional<RecordingId> recording) override;
    QFuture<Result<>> revokeLink(const Actor &actor, LinkId link) override;
    QFuture<Result<LinkPolicy>> linkPolicy(const Actor &actor) override;
    QFuture<Result<>> setLinkPolicy(const Actor &actor, const LinkPolicy &policy) override;
    QFuture<Result<GrantProposals>> proposals(const Actor &actor, std::optional<RecordingId> recording) override;
    QFuture<Result<>> reopenProposal(const Actor &actor, RecordingId recording, PersonId person) override;
    QFuture<Result<>> declineProposal(const Actor &actor, RecordingId recording, PersonId person) override;
    QFuture<Result<ProposalMode>> proposalMode(const Actor &actor, ServerId server) override;
    QFuture<Result<>> setProposalMode(const Actor &actor, ServerId server, ProposalMode mode) override;
    QFuture<Result<AttendanceGap>> attendanceGap(const Actor &actor, RecordingId recording) override;

private:
    // Passes the result on and, where it succeeded, tells of it.
    QFuture<Result<>> telling(const QFuture<Result<>> &done, void (AccessDesk::*signal)());

    WorkerPool &m_pool;
    AccessControl m_control;
    AccessLists m_lists;
    AccessLinks m_links;
    AccessProposals m_proposals;
};

} // namespace letopis
