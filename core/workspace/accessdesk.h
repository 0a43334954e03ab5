#pragma once

#include "core/access/accessanswers.h"
#include "core/access/accesslink.h"
#include "core/access/grantproposal.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that gives access and tells why. Main thread only; nothing blocks. Every call is checked in core:
// PermissionDenied with RefusalEvidence. What is not there is refused as what is closed, but to Administrators.
class AccessDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What the actor may do at all, and what holds for them on recordings; for hiding and disabling: refusal().
    virtual QFuture<Result<Standing>> standing(const Actor &actor) = 0;
    virtual QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) = 0;

    virtual QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) = 0;
    // What any change would do, those too that other parts of the workspace make: folders, groups, roles.
    virtual QFuture<Result<NamedPreview>> preview(const Actor &actor, const AccessChange &change) = 0;
    // The item has a list of its own from then on. InvalidInput with GuardEvidence; ContentMismatch where the list that governs
    // it is no more `before`.
    virtual QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                          const QList<GrantEntry> &after) = 0;
    // InvalidInput: a root. ContentMismatch: what it does is no more what was foreseen (nothing: whatever it does).
    virtual QFuture<Result<>> resetToParent(const Actor &actor, const LibraryItem &item, const std::optional<AccessPreview> &foreseen = {}) = 0;
    virtual QFuture<Result<>> setPublic(const Actor &actor, RecordingId recording, bool isPublic) = 0;

    // One's own access may always be asked about, where one has any.
    virtual QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) = 0;
    virtual QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page = {}) = 0;
    // What a person can see: Workspace::recordings() with RecordingQuery::visibleTo.

    // Links to recordings. The token is told once. InvalidInput with LinkProblemEvidence.
    virtual QFuture<Result<NewLink>> createLink(const Actor &actor, const LinkDraft &draft) = 0;
    // Of one recording, or of all whose links the actor may make; newest first.
    virtual QFuture<Result<QList<AccessLink>>> links(const Actor &actor, std::optional<RecordingId> recording) = 0;
    virtual QFuture<Result<>> revokeLink(const Actor &actor, LinkId link) = 0;
    virtual QFuture<Result<LinkPolicy>> linkPolicy(const Actor &actor) = 0;
    // Administrators only. InvalidInput with LinkPolicyEvidence.
    virtual QFuture<Result<>> setLinkPolicy(const Actor &actor, const LinkPolicy &policy) = 0;

    // From attendance. A proposal is accepted by giving Manage: replaceList().
    virtual QFuture<Result<GrantProposals>> proposals(const Actor &actor, std::optional<RecordingId> recording) = 0;
    virtual QFuture<Result<>> declineProposal(const Actor &actor, RecordingId recording, PersonId person) = 0; // until it is reopened
    virtual QFuture<Result<>> reopenProposal(const Actor &actor, RecordingId recording, PersonId person) = 0;  // NotFound: not declined
    virtual QFuture<Result<ProposalMode>> proposalMode(const Actor &actor, ServerId server) = 0;
    virtual QFuture<Result<>> setProposalMode(const Actor &actor, ServerId server, ProposalMode mode) = 0; // Administrators only
    virtual QFuture<Result<AttendanceGap>> attendanceGap(const Actor &actor, RecordingId recording) = 0;

Q_SIGNALS:
    void accessChanged(); // ask again for everything shown
    void linksChanged();
    void proposalsChanged();
};

} // namespace letopis
