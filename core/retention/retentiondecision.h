#pragma once

#include "core/retention/calendardays.h"
#include "core/retention/retentionpolicy.h"

#include <QHash>

#include <functional>
#include <limits>
#include <memory>

namespace letopis {

// What retention looks at in one recording.
struct RetentionFacts
{
    // Where it is on its way out (recording_deletion).
    enum class Stage { There, Unpublished, Trashed, Purged };

    RecordingId recording;
    ServerId server;
    FolderId folder;
    PublicationState state = PublicationState::Published;
    Stage stage = Stage::There;
    qint64 purgeAfterMs = 0; // of Trashed; 0: no end of its grace period
    bool isHeld = false;
    OwnRetention own;
    qint64 recordedAtMs = 0; // its end, else its start; 0: unknown
    qint64 viewedAtMs = 0;   // last, through Letopis; 0: never
    qint64 durationMs = -1;
    qint64 participants = -1;
    int newerInMeeting = 0;  // recordings of its meeting that are newer and still there; std::numeric_limits<int>::max(): not asked
    QString title;
    QString meetingName;
    QString meetingId;
    std::function<Metadata()> metadata; // asked at most once, and only where a filter looks at it
};

struct RetentionDecision
{
    enum class Why {
        NoPolicy,
        Policy,          // its rule gives a date, or says never
        KeptAsNewest,    // of its meeting, by the policy
        RecordedLater,   // than the policy's date
        NoTime,          // nobody knows when it was recorded
        OwnDate,
        OwnNever,
        InProcess,       // the server is still working on it
        Gone,            // no longer on its server, or deleted there by somebody else
        Trashed,         // waits for the end of its grace period
        Purged,
    };

    Why why = Why::NoPolicy;
    PolicyId policy = {};    // that decided
    QString policyName = {};
    qint64 dueAtMs = 0;      // when it goes to the trash, of Trashed for good; 0: never
    qint64 unpublishAtMs = 0; // 0: not before it goes
    int keepNewest = 0;      // of the policy that decided
    bool isHeld = false;     // then nothing of this happens

    friend bool operator==(const RetentionDecision &, const RetentionDecision &) = default;
};

QString retentionWhyName(RetentionDecision::Why why); // "noPolicy" …: command line, JSON

// What is to be done to the recording at a moment; nothing: nothing.
std::optional<DeletionStep> stepAt(const RetentionDecision &decision, const RetentionFacts &facts, qint64 nowMs);

// A policy that is about the recording, for telling why.
struct RetentionTraceLine
{
    PolicyId policy;
    QString name;
    RetentionScope::Kind scope = RetentionScope::Kind::Server;
    RetentionDecision decision; // if it were the only one
    bool decides = false;
};

// Policies made ready for many recordings. Policies that are not enabled count for nothing; of the same nearness the first in the
// list counts. One thread.
class RetentionRules
{
public:
    // `parents`: of every folder.
    RetentionRules(const QList<RetentionPolicy> &policies, const QHash<FolderId, FolderId> &parents, const QTimeZone &zone);
    ~RetentionRules();
    RetentionRules(RetentionRules &&) noexcept;

    bool looksAt(RetentionCondition::Field field) const; // else it may be left empty
    bool looksAtMeetingIds() const;
    int mostKept() const; // the largest keepNewest
    CalendarDays &days();

    RetentionDecision decide(const RetentionFacts &facts);
    // All that are about it, the nearest first; the recording's own choice is not among them.
    QList<RetentionTraceLine> trace(const RetentionFacts &facts);

private:
    struct Ready;
    std::unique_ptr<Ready> m_ready;
};

} // namespace letopis
