#pragma once

#include "core/domain/actor.h"
#include "core/domain/jobstatus.h"
#include "core/domain/server.h"
#include "core/retention/deletioncertificate.h"
#include "core/retention/realityfinding.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that touches what lies on the servers: it carries out plans of deletion, and compares what a server's
// API says, what lies on its disk and what the catalog holds. Main thread only; nothing blocks. PermissionDenied with
// RefusalEvidence where the actor may not.
class ServerReality : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Carrying out: Capability::SetRetention on the recordings.
    // A plan that somebody asks for by hand: one step with these recordings of one server. Proposed: confirm it, have it approved where it
    // needs that, start it (core/workspace/retentiondesk.h). A step that brings back is confirmed already. InvalidInput: none, or of
    // several servers. PermissionDenied: one of them is held.
    virtual QFuture<Result<DeletionPlan>> planByHand(const Actor &actor, DeletionStep step, const QList<RecordingId> &recordings) = 0;
    // Carries out a plan that was confirmed, exactly its items, each with its result in the plan; joins the one already running.
    virtual JobId startPlan(const Actor &actor, const DeletionPlan &plan) = 0;
    // What was certified of a recording's deletions, oldest first.
    virtual QFuture<Result<QList<IssuedCertificate>>> certificates(const Actor &actor, RecordingId recording) = 0;

    // Comparing: Capability::ManageServers. Mending by deletion needs SetRetention as well.
    virtual JobId startCheck(const Actor &actor, ServerId server) = 0; // joins the one already running
    virtual QFuture<Result<RealityReport>> lastCheck(const Actor &actor, ServerId server) = 0;
    // Of the last check, by position, after `from`.
    virtual QFuture<Result<QList<RealityFinding>>> findings(const Actor &actor, ServerId server, int from, int limit) = 0;
    // A proposed plan that removes what these findings say is left over (RealityMend::Purge). What the catalog does not have gets an
    // entry first. InvalidInput: another mend is theirs. NotFound: no such finding.
    virtual QFuture<Result<DeletionPlan>> planMend(const Actor &actor, ServerId server, const QList<int> &positions) = 0;

Q_SIGNALS:
    void checked(letopis::ServerId server);
    void carriedOut(letopis::DeletionPlanId plan); // to its end or not
};

} // namespace letopis
