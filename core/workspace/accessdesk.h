#pragma once

#include "core/access/accesslink.h"
#include "core/access/accessanswers.h"
#include "core/domain/actor.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// A participant who moderated a meeting and is known, but cannot manage its recording.
struct GrantProposal
{
    RecordingId recording;
    QString recordingTitle;
    NamedPrincipal person;
};
enum class ProposalMode { Off, Propose, Grant }; // of a server

struct AttendanceGap
{
    QList<NamedPrincipal> attendedCannotWatch;
    QList<NamedPrincipal> canWatchDidNotAttend; // at most 500
    qint64 canWatchDidNotAttendCount = 0;
};

// The part of the workspace that gives access and tells why. Main thread only; nothing blocks. Every call is checked in core:
// PermissionDenied with RefusalEvidence.
class AccessDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What may the actor do at all, and on the item; for hiding and disabling.
    virtual QFuture<Result<Standing>> standing(const Actor &actor) = 0;
    virtual QFuture<Result<QHash<RecordingId, PermissionSet>>> permissionsOn(const Actor &actor, const QList<RecordingId> &recordings) = 0;

    virtual QFuture<Result<AccessList>> list(const Actor &actor, const LibraryItem &item) = 0;
    virtual QFuture<Result<AccessPreview>> preview(const Actor &actor, const AccessChange &change) = 0;
    // InvalidInput with GuardEvidence; ContentMismatch where `before` of a list is no more what is stored.
    virtual QFuture<Result<>> apply(const Actor &actor, const AccessChange &change) = 0;
    virtual QFuture<Result<>> replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                          const QList<GrantEntry> &after) = 0;

    virtual QFuture<Result<AccessExplanation>> explain(const Actor &actor, PersonId person, const LibraryItem &item) = 0;
    virtual QFuture<Result<AccessHolders>> whoCanSee(const Actor &actor, const LibraryItem &item, int limit) = 0;
    // What a person can see: Workspace::recordings() with RecordingQuery::visibleTo.

    // Links. The token is told once.
    virtual QFuture<Result<NewLink>> createLink(const Actor &actor, const LinkDraft &draft) = 0;
    virtual QFuture<Result<QList<AccessLink>>> links(const Actor &actor, std::optional<RecordingId> recording) = 0;
    virtual QFuture<Result<>> revokeLink(const Actor &actor, LinkId link) = 0;
    virtual QFuture<Result<LinkPolicy>> linkPolicy(const Actor &actor) = 0;
    virtual QFuture<Result<>> setLinkPolicy(const Actor &actor, const LinkPolicy &policy) = 0;

    // From attendance.
    virtual QFuture<Result<QList<GrantProposal>>> proposals(const Actor &actor, std::optional<RecordingId> recording) = 0;
    virtual QFuture<Result<>> declineProposal(const Actor &actor, RecordingId recording, PersonId person) = 0;
    virtual QFuture<Result<ProposalMode>> proposalMode(const Actor &actor, ServerId server) = 0;
    virtual QFuture<Result<>> setProposalMode(const Actor &actor, ServerId server, ProposalMode mode) = 0;
    virtual QFuture<Result<AttendanceGap>> attendanceGap(const Actor &actor, RecordingId recording) = 0;

Q_SIGNALS:
    void accessChanged(); // ask again for everything shown
    void linksChanged();
};

} // namespace letopis
