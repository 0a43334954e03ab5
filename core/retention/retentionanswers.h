#pragma once

#include "core/retention/retentiondecision.h"

#include <memory>

namespace letopis {

using HoldId = StrongId<struct HoldTag>;
using NoticeId = StrongId<struct NoticeTag>;

// Somebody needs the recording: while it holds nothing removes it, by any path. Released ones stay, to be told.
struct LegalHold
{
    static constexpr qsizetype maxReason = 2000; // characters

    HoldId id;
    RecordingId recording;
    QString title;  // of the recording; empty where who asks cannot see it
    QString reason; // empty where who asks may not set retention
    QString setBy;
    qint64 setAtMs = 0;
    QString releasedBy;
    qint64 releasedAtMs = 0; // 0: it holds

    bool isInForce() const { return releasedAtMs == 0; }
    friend bool operator==(const LegalHold &, const LegalHold &) = default;
};

// How retention runs on a server, once it is switched on.
struct RetentionParameters
{
    QList<int> warningDays{30, 7, 1}; // before a recording goes; most first
    int graceDays = 30;               // in the trash, from where it can come back
    int limitPercent = 5;             // of the server's recordings: a plan of more than this and
    int limitCount = 50;              // more than this stops and asks
    bool twoPeoplePurge = false;      // one proposes, another approves

    friend bool operator==(const RetentionParameters &, const RetentionParameters &) = default;
};
bool isWellFormed(const RetentionParameters &parameters);
QJsonObject toJson(const RetentionParameters &parameters);
RetentionParameters retentionParametersFromJson(const QJsonObject &json); // what is missing or out of bounds: the default

struct ServerRetention
{
    ServerId server;
    QString name;
    bool isOn = false; // off: nothing goes, whatever policies say
    QString switchedBy; // empty: never switched
    qint64 switchedAtMs = 0;
    RetentionParameters parameters;

    friend bool operator==(const ServerRetention &, const ServerRetention &) = default;
};

// Something went on, or off, that would take recordings away; the number has to be typed. Evidence of InvalidInput.
struct ConfirmationEvidence
{
    qint64 expected = 0;
    std::optional<qint64> typed;
};

// Why nothing may be deleted now. Evidence of InvalidInput.
struct RetentionGuard
{
    enum class Kind {
        ClockWentBack,    // the journal, a sync or a plan is later than now
        ClocksDiffer,     // the server's and ours
        CatalogNotSynced, // for longer than a day, or never
        CatalogRestored,  // its journal does not go on where it last was
        SwitchedOff,      // on this server
    };

    Kind kind = Kind::ClockWentBack;
    qint64 oursMs = 0;
    qint64 theirsMs = 0; // what it was compared with; 0: nothing

    friend bool operator==(const RetentionGuard &, const RetentionGuard &) = default;
};
QString retentionGuardName(RetentionGuard::Kind kind); // "clockWentBack" …
struct RetentionStopEvidence
{
    QList<RetentionGuard> guards;
};

// Why a recording goes or stays: for its form. Names and reasons are empty where who asks may not set retention.
struct RetentionExplanation
{
    RetentionDecision decision;
    OwnRetention own;
    QString ownSetBy;
    qint64 ownSetAtMs = 0;
    QList<RetentionTraceLine> policies; // all that are about it, the nearest first
    QList<LegalHold> holds;             // in force first, then the newest
    bool isServerOn = false;
    RetentionFacts::Stage stage = RetentionFacts::Stage::There;
    qint64 purgeAfterMs = 0; // of what is in the trash; 0: no end
    QByteArray timeZone;     // of the dates: IANA
};

// One recording that would go.
struct ForecastItem
{
    RecordingId recording;
    ServerId server;
    DeletionStep step = DeletionStep::Trash;
    DeletionReason::Kind reason = DeletionReason::Kind::Policy;
    PolicyId policy;     // of Policy; below 0: of a preview's new ones, as RetentionForecast::policies has it
    bool isHeld = false; // stays, for that
    bool wasViewedLately = false;
    qint64 dueAtMs = 0;
    qint64 formerDueAtMs = 0; // of a preview: when it would have gone; 0: not at all
    qint64 sizeBytes = -1;
    qint64 lastViewedAtMs = 0;
};

enum class ForecastOrder { Due, Size, LastView }; // the soonest, the largest, the last viewed first

// What would go: computed once, then read page by page. A value; copies share the items.
struct RetentionForecast
{
    qint64 atMs = 0;
    QByteArray timeZone;
    qint64 count = 0; // of items that would go; without those that are only unpublished or held
    qint64 sizeBytes = 0;
    qint64 unknownSizes = 0;
    qint64 unpublished = 0;
    qint64 held = 0;
    qint64 heldBytes = 0;
    qint64 viewedLately = 0;
    qint64 dueNow = 0; // of a preview: so many of `count` at once
    QHash<PolicyId, QString> policies; // their names
    std::shared_ptr<const std::vector<ForecastItem>> items; // in the order asked for; held ones among them
};

struct ForecastRequest
{
    std::optional<ServerId> server;                // all otherwise
    qint64 atMs = 0;                               // epoch; what is due by then
    std::optional<QList<RetentionPolicy>> policies; // those stored otherwise
    bool asIfOn = true;                            // also on servers where retention is off
    int viewedWithinDays = 7;                      // RetentionForecast::viewedLately
    ForecastOrder order = ForecastOrder::Due;
};

struct ForecastRow
{
    ForecastItem item;
    QString externalId;
    QString title; // empty where who asks cannot see it
    QString policyName;
};

// What goes on a day, and what it frees at the end of the grace period.
struct CalendarDay
{
    QDate day;
    qint64 unpublished = 0;
    qint64 trashed = 0;
    qint64 trashedBytes = 0;
    qint64 purged = 0;
    qint64 purgedBytes = 0;
};

// A year day by day; days on which nothing happens are left out. What is overdue falls on the first day.
struct RetentionCalendar
{
    QDate from;
    QDate until; // exclusive
    qint64 nowBytes = 0; // of all recordings that are there
    QList<CalendarDay> days;
};

// A warning before recordings go: one for a server and stage, never the same recordings again.
struct RetentionNotice
{
    NoticeId id;
    ServerId server;
    QString serverName;
    int stageDays = 0; // 30, 7, 1 …
    qint64 madeAtMs = 0;
    qint64 count = 0;
    qint64 sizeBytes = 0;
    qint64 firstDueAtMs = 0;
    qint64 lastDueAtMs = 0;
    QString dismissedBy; // empty: nobody has seen it
};

} // namespace letopis
