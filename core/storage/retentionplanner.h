#pragma once

#include "core/domain/actor.h"
#include "core/retention/retentionanswers.h"
#include "core/storage/connection.h"

namespace letopis {

// What the policies say of one recording, small enough to keep a million of them.
struct PlannedRecording
{
    RecordingId recording;
    ServerId server;
    qint64 dueAtMs = 0;       // of what is in the trash: the end of its grace period
    qint64 unpublishAtMs = 0;
    qint64 sizeBytes = -1;    // what a purge frees: formats and raw
    qint64 lastViewedAtMs = 0;
    PolicyId policy;
    DeletionReason::Kind reason = DeletionReason::Kind::Policy;
    bool isHeld = false;
    bool isOpen = false;      // published, and was not unpublished on its way out
    bool isTrashed = false;

    // What is to be done at a moment, were it not held.
    std::optional<DeletionStep> stepAt(qint64 nowMs) const;
    qint64 stepDueMs(DeletionStep step) const { return step == DeletionStep::Unpublish ? unpublishAtMs : dueAtMs; }
};

// Which recordings the planner goes through.
struct PlannerScope
{
    std::optional<ServerId> server; // all that are not removed otherwise
    bool onlyWhereOn = true;
};

// Goes once through the recordings that are there or in the trash, and visits those that the policies, or what was said of them, let
// go some day, with their dates; inside the caller's transaction. visit() must not use the connection. `policies`: those in force.
class RetentionPlanner
{
public:
    static Result<RetentionPlanner> prepare(Connection &connection, const QList<RetentionPolicy> &policies, const PlannerScope &scope,
                                            const std::optional<QTimeZone> &zone = {}); // otherwise the catalog's
    ~RetentionPlanner();
    RetentionPlanner(RetentionPlanner &&) noexcept;

    Result<> forEach(const std::function<void(const PlannedRecording &)> &visit);
    CalendarDays &days();
    qint64 seen() const;      // recordings that are there, after forEach()
    qint64 seenBytes() const; // theirs

    // The statement that forEach() streams: what a benchmark compares it with.
    Statement statement() const;

private:
    struct Ready;
    explicit RetentionPlanner(std::unique_ptr<Ready> ready);
    std::unique_ptr<Ready> m_ready;
};

// One recording, with everything that is looked at. NotFound.
Result<RetentionFacts> readRetentionFacts(Connection &connection, RecordingId recording, bool withRank);

// Digest of what a plan's item rests on.
QByteArray retentionBasis(const RetentionFacts &facts, const QString &externalId, DeletionStep step, qint64 dueAtMs, const QString &policyUuid);
// Whether an item that retention planned may still be done: None, Held, AlreadyThere, NotDue or Changed. Of an item that somebody
// asked for only the hold is looked at.
Result<DeletionRefusal> recheckItem(Connection &connection, const DeletionItem &item, qint64 nowMs);
// Who brings a recording back does not mean until tomorrow: what retention would take or unpublish again at once is kept from now on,
// as said of it alone. With its line of the journal.
Result<> keepRestored(Connection &connection, RecordingId recording, const Actor &actor, qint64 nowMs);

} // namespace letopis
