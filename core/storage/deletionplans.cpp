#include "core/storage/deletionplans.h"

#include "core/storage/auditrepository.h"
#include "core/storage/folderrows.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"

#include <QJsonDocument>
#include <QSet>
#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 clockSlackMs = 5 * 60'000;        // clocks are set by seconds, not by minutes
constexpr qint64 serverClockSlackMs = 10 * 60'000;
constexpr qint64 freshMs = 24 * 3'600'000;

struct Latest
{
    qint64 eventMs = 0;
    qint64 syncMs = 0;
    qint64 planMs = 0;
};

Result<Latest> latestTimes(Connection &connection, ServerId server)
{
    static const Statement select{"retention.latest"_L1,
                                  u"SELECT coalesce((SELECT at_ms FROM audit_event ORDER BY sequence DESC LIMIT 1), 0), "
                                  "coalesce((SELECT last_sync_at_ms FROM server WHERE id = :server), 0), "
                                  "coalesce((SELECT max(created_at_ms) FROM deletion_plan), 0)"_s};
    Latest latest;
    const Result<> read = connection.forEachRaw(select, {{":server"_L1, server.value}}, [&](const QSqlQuery &row) {
        latest = {.eventMs = row.value(0).toLongLong(), .syncMs = row.value(1).toLongLong(), .planMs = row.value(2).toLongLong()};
    });
    return read ? Result<Latest>(latest) : Result<Latest>(read.error());
}

Result<> journal(Connection &connection, const QString &action, const DeletionPlan &plan, const Actor &actor, qint64 nowMs)
{
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor.login;
    event.action = action;
    event.server = plan.server;
    event.details = QJsonDocument(QJsonObject{{u"plan"_s, plan.uuid}, {u"items"_s, plan.itemCount}, {u"bytes"_s, plan.sizeBytes}})
                        .toJson(QJsonDocument::Compact);
    return AuditRepository::append(connection, std::move(event));
}

QString asOneLine(const QByteArray &json)
{
    return QString::fromUtf8(json);
}
} // namespace

template <>
DeletionPlan fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)},
            .uuid = row.get<QString>("uuid"_L1),
            .server = {row.get<qint64>("server_id"_L1)},
            .createdAtMs = row.get<qint64>("created_at_ms"_L1),
            .createdBy = row.get<QString>("created_by"_L1),
            .state = deletionPlanStateFromName(row.get<QString>("state"_L1)).value_or(DeletionPlan::State::Discarded),
            .confirmedBy = row.get<QString>("confirmed_by"_L1),
            .approvedBy = row.get<QString>("approved_by"_L1),
            .needsConfirmation = row.get<bool>("needs_confirmation"_L1),
            .needsApproval = row.get<bool>("needs_approval"_L1),
            .itemCount = row.get<qint64>("item_count"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1)};
}

template <>
DeletionItem fromRow(const Row &row)
{
    DeletionItem item;
    item.position = row.get<int>("position"_L1);
    item.recording = {row.get<qint64>("recording_id"_L1)};
    item.externalId = row.get<QString>("external_id"_L1);
    item.title = row.get<QString>("title"_L1);
    item.step = deletionStepFromName(row.get<QString>("step"_L1)).value_or(DeletionStep::Restore); // which removes nothing
    item.reason = deletionReasonFromJson(row.get<QString>("reason"_L1).toUtf8()).value_or(DeletionReason());
    item.dueAtMs = row.get<qint64>("due_at_ms"_L1);
    item.sizeBytes = row.get<qint64>("size_bytes"_L1);
    item.lastViewedAtMs = row.get<qint64>("last_viewed_at_ms"_L1);
    item.basis = row.get<QByteArray>("basis"_L1);
    item.state = deletionItemStateFromName(row.get<QString>("state"_L1)).value_or(DeletionItem::State::Failed);
    item.refusal = deletionRefusalFromName(row.get<QString>("refusal"_L1)).value_or(DeletionRefusal::None);
    item.problem = row.get<QString>("problem"_L1);
    item.endedAtMs = row.get<qint64>("ended_at_ms"_L1);
    item.freedBytes = row.get<qint64>("freed_bytes"_L1);
    item.certificateSha256 = row.get<QByteArray>("certificate_sha256"_L1);
    return item;
}

Result<QList<RetentionGuard>> retentionGuards(Connection &connection, const GuardCheck &check)
{
    using Kind = RetentionGuard::Kind;
    const Result<ServerRetention> server = readServerRetention(connection, check.server);
    const Result<Latest> latest = latestTimes(connection, check.server);
    if (!server || !latest)
        return !server ? server.error() : latest.error();
    QList<RetentionGuard> guards;
    if (!server->isOn)
        guards += {.kind = Kind::SwitchedOff, .oursMs = check.nowMs, .theirsMs = server->switchedAtMs};
    const qint64 newest = std::max({latest->eventMs, latest->syncMs, latest->planMs});
    if (newest > check.nowMs + clockSlackMs)
        guards += {.kind = Kind::ClockWentBack, .oursMs = check.nowMs, .theirsMs = newest};
    if (check.serverTimeMs && std::abs(*check.serverTimeMs - check.nowMs) > serverClockSlackMs)
        guards += {.kind = Kind::ClocksDiffer, .oursMs = check.nowMs, .theirsMs = *check.serverTimeMs};
    if (latest->syncMs == 0 || latest->syncMs + freshMs < check.nowMs)
        guards += {.kind = Kind::CatalogNotSynced, .oursMs = check.nowMs, .theirsMs = latest->syncMs};
    if (check.isGenuine) {
        const Result<bool> genuine = check.isGenuine(connection);
        if (!genuine)
            return genuine.error();
        if (!*genuine)
            guards += {.kind = Kind::CatalogRestored, .oursMs = check.nowMs, .theirsMs = 0};
    }
    return guards;
}

Error stoppedBy(const QList<RetentionGuard> &guards)
{
    QStringList names;
    for (const RetentionGuard &guard : guards)
        names += retentionGuardName(guard.kind);
    return {ErrorKind::InvalidInput, u"deletion is stopped: "_s + names.join(u", "_s), {}, RetentionStopEvidence{guards}};
}

namespace {
Result<QSet<RecordingId>> inOtherPlans(Connection &connection, ServerId server)
{
    static const Statement select{"plan.others"_L1,
                                  u"SELECT i.recording_id FROM deletion_plan p JOIN deletion_item i ON i.plan_id = p.id "
                                  "WHERE p.server_id = :server AND p.state = 'confirmed' AND i.state IN ('planned', 'running')"_s};
    QSet<RecordingId> recordings;
    const Result<> read = connection.forEachRaw(select, {{":server"_L1, server.value}},
                                                [&](const QSqlQuery &row) { recordings += RecordingId{row.value(0).toLongLong()}; });
    return read ? Result<QSet<RecordingId>>(std::move(recordings)) : Result<QSet<RecordingId>>(read.error());
}

// Retention's own proposals, which this one replaces; what somebody asked for stays.
Result<> discardProposed(Connection &connection, ServerId server, const Actor &actor, qint64 nowMs)
{
    static const Statement select{"plan.proposed"_L1,
                                  u"SELECT p.id, i.reason FROM deletion_plan p JOIN deletion_item i ON i.plan_id = p.id AND i.position = 1 "
                                  "WHERE p.server_id = :server AND p.state = 'proposed'"_s};
    QList<DeletionPlanId> plans;
    const Result<> read = connection.forEachRaw(select, {{":server"_L1, server.value}}, [&](const QSqlQuery &row) {
        const auto reason = deletionReasonFromJson(row.value(1).toString().toUtf8());
        if (reason && reason->kind != DeletionReason::Kind::Manual && reason->kind != DeletionReason::Kind::Mend)
            plans += DeletionPlanId{row.value(0).toLongLong()};
    });
    if (!read)
        return read;
    for (const DeletionPlanId plan : plans) {
        if (Result<> discarded = discardDeletionPlan(connection, plan, actor, nowMs); !discarded)
            return discarded;
    }
    return {};
}

struct DueItems
{
    std::vector<PlannedRecording> planned;
    qint64 seen = 0;
    qint64 startOfToday = 0;
    QHash<PolicyId, RetentionPolicy> policies;
};

Result<DueItems> dueNow(Connection &connection, ServerId server, qint64 nowMs)
{
    DueItems due;
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    const Result<QSet<RecordingId>> others = inOtherPlans(connection, server);
    if (!policies || !others)
        return !policies ? policies.error() : others.error();
    for (const RetentionPolicy &policy : *policies)
        due.policies.insert(policy.id, policy);
    Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, *policies, {.server = server, .onlyWhereOn = true});
    if (!planner)
        return planner.error();
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        if (!planned.isHeld && planned.stepAt(nowMs) && !others->contains(planned.recording))
            due.planned.push_back(planned);
    });
    if (!read)
        return read.error();
    due.seen = planner->seen();
    due.startOfToday = planner->days().startOf(planner->days().dayOf(nowMs));
    std::sort(due.planned.begin(), due.planned.end(), [nowMs](const PlannedRecording &a, const PlannedRecording &b) {
        return std::tuple(a.stepDueMs(*a.stepAt(nowMs)), a.recording) < std::tuple(b.stepDueMs(*b.stepAt(nowMs)), b.recording);
    });
    return due;
}

// Whether something goes to the trash that nobody was told of on an earlier day: its date came suddenly, or the program did not run.
Result<bool> comesUnannounced(Connection &connection, const DueItems &due, qint64 nowMs)
{
    static const Statement select{"plan.warned"_L1, u"SELECT recording_id, due_at_ms FROM retention_warning WHERE first_at_ms < :today"_s};
    QHash<RecordingId, qint64> dates;
    for (const PlannedRecording &planned : due.planned) {
        if (planned.stepAt(nowMs) == DeletionStep::Trash)
            dates.insert(planned.recording, planned.dueAtMs);
    }
    const Result<> read = connection.forEachRaw(select, {{":today"_L1, due.startOfToday}}, [&](const QSqlQuery &row) {
        const auto told = dates.constFind({row.value(0).toLongLong()});
        if (told != dates.cend() && *told == row.value(1).toLongLong())
            dates.erase(told);
    });
    return read ? Result<bool>(!dates.isEmpty()) : Result<bool>(read.error());
}

Result<DeletionItem> itemOf(Connection &connection, const PlannedRecording &planned, const RetentionPolicy &policy, qint64 nowMs)
{
    static const Statement select{"plan.externalId"_L1, u"SELECT external_id FROM recording WHERE id = :id"_s};
    const Result<RetentionFacts> facts = readRetentionFacts(connection, planned.recording, false);
    if (!facts)
        return facts.error();
    DeletionItem item;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, planned.recording.value}},
                                                [&](const QSqlQuery &row) { item.externalId = row.value(0).toString(); });
    if (!read)
        return read.error();
    item.recording = planned.recording;
    item.title = facts->title;
    item.step = planned.stepAt(nowMs).value_or(DeletionStep::Restore);
    item.reason = {.kind = planned.reason, .policy = planned.policy, .policyName = policy.name};
    item.dueAtMs = planned.stepDueMs(item.step);
    item.sizeBytes = planned.sizeBytes;
    item.lastViewedAtMs = planned.lastViewedAtMs;
    item.basis = retentionBasis(*facts, item.externalId, item.step, item.dueAtMs, policy.uuid);
    return item;
}
} // namespace

Result<DeletionPlan> makeRetentionPlan(Connection &connection, const GuardCheck &check, const Actor &actor)
{
    const Result<QList<RetentionGuard>> guards = retentionGuards(connection, check);
    if (!guards)
        return guards.error();
    if (!guards->isEmpty())
        return stoppedBy(*guards);
    const Result<ServerRetention> server = readServerRetention(connection, check.server);
    if (!server)
        return server.error();
    if (Result<> discarded = discardProposed(connection, check.server, actor, check.nowMs); !discarded)
        return discarded.error();
    const Result<DueItems> due = dueNow(connection, check.server, check.nowMs);
    if (!due)
        return due.error();
    if (due->planned.empty())
        return Error{ErrorKind::NotFound, u"nothing is due"_s, server->name, {}};
    const Result<bool> isUnannounced = comesUnannounced(connection, *due, check.nowMs);
    if (!isUnannounced)
        return isUnannounced.error();
    std::vector<DeletionItem> items;
    items.reserve(due->planned.size());
    for (const PlannedRecording &planned : due->planned) {
        Result<DeletionItem> item = itemOf(connection, planned, due->policies.value(planned.policy), check.nowMs);
        if (!item)
            return item.error();
        items.push_back(std::move(*item));
    }
    const RetentionParameters &parameters = server->parameters;
    const qint64 limit = std::max<qint64>(parameters.limitCount, due->seen * parameters.limitPercent / 100);
    const bool purges = std::any_of(items.begin(), items.end(), [](const auto &item) { return item.step == DeletionStep::Purge; });
    DeletionPlan plan;
    plan.server = check.server;
    plan.createdAtMs = check.nowMs;
    plan.createdBy = actor.login;
    plan.needsApproval = purges && parameters.twoPeoplePurge;
    plan.needsConfirmation = std::ssize(items) > limit || plan.needsApproval || *isUnannounced;
    plan.state = plan.needsConfirmation ? DeletionPlan::State::Proposed : DeletionPlan::State::Confirmed;
    return insertDeletionPlan(connection, plan, items, actor);
}

Result<DeletionPlan> insertDeletionPlan(Connection &connection, DeletionPlan plan, const std::vector<DeletionItem> &items, const Actor &actor)
{
    static const Statement insertPlan{"plan.insert"_L1,
                                      u"INSERT INTO deletion_plan (uuid, server_id, created_at_ms, created_by, state, confirmed_by, approved_by, "
                                      "needs_confirmation, needs_approval, item_count, size_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s};
    static const Statement insertItem{"plan.insertItem"_L1,
                                      u"INSERT INTO deletion_item (plan_id, position, recording_id, external_id, title, step, reason, due_at_ms, "
                                      "size_bytes, last_viewed_at_ms, basis, state, refusal, problem, ended_at_ms, freed_bytes, certificate_sha256) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned', 'none', '', 0, -1, ?)"_s};
    plan.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    plan.itemCount = std::ssize(items);
    plan.sizeBytes = 0;
    for (const DeletionItem &item : items)
        plan.sizeBytes += std::max<qint64>(0, item.sizeBytes);
    const Result<Executed> stored =
        connection.execute(insertPlan, Values{plan.uuid, plan.server.value, plan.createdAtMs, plan.createdBy, deletionPlanStateName(plan.state),
                                              plan.confirmedBy, plan.approvedBy, plan.needsConfirmation, plan.needsApproval, plan.itemCount,
                                              plan.sizeBytes});
    if (!stored)
        return stored.error();
    plan.id = {stored->lastInsertId};
    qint64 position = 0;
    for (const DeletionItem &item : items) {
        const Result<Executed> done =
            connection.execute(insertItem, Values{plan.id.value, ++position, item.recording.value, item.externalId, item.title,
                                                  deletionStepName(item.step), asOneLine(toJson(item.reason)), item.dueAtMs, item.sizeBytes,
                                                  item.lastViewedAtMs, item.basis, QByteArray("")});
        if (!done)
            return done.error();
    }
    const Result<> told = journal(connection, u"deletion.planned"_s, plan, actor, plan.createdAtMs);
    return told ? Result<DeletionPlan>(plan) : Result<DeletionPlan>(told.error());
}

Result<DeletionPlan> readDeletionPlan(Connection &connection, DeletionPlanId id)
{
    static const Statement select{"plan.read"_L1, u"SELECT * FROM deletion_plan WHERE id = :id"_s};
    const Result<std::optional<DeletionPlan>> plan = connection.selectOne<DeletionPlan>(select, {{":id"_L1, id.value}});
    if (!plan)
        return plan.error();
    return *plan ? Result<DeletionPlan>(**plan)
                 : Result<DeletionPlan>(Error{ErrorKind::NotFound, u"no such plan"_s, QString::number(id.value), {}});
}

Result<QList<DeletionPlan>> readDeletionPlans(Connection &connection, std::optional<ServerId> server, int limit)
{
    static const Statement select{"plan.list"_L1,
                                  u"SELECT * FROM deletion_plan WHERE :server = 0 OR server_id = :server ORDER BY id DESC LIMIT :limit"_s};
    const auto rows = connection.select<DeletionPlan>(select, {{":server"_L1, server.value_or(ServerId()).value}, {":limit"_L1, limit}});
    if (!rows)
        return rows.error();
    return QList<DeletionPlan>(rows->begin(), rows->end());
}

Result<QList<DeletionItem>> readDeletionItems(Connection &connection, DeletionPlanId plan, int from, int limit)
{
    static const Statement select{"plan.items"_L1,
                                  u"SELECT * FROM deletion_item WHERE plan_id = :plan ORDER BY position LIMIT :limit OFFSET :from"_s};
    const auto rows = connection.select<DeletionItem>(select, {{":plan"_L1, plan.value}, {":limit"_L1, limit}, {":from"_L1, std::max(0, from)}});
    if (!rows)
        return rows.error();
    return QList<DeletionItem>(rows->begin(), rows->end());
}

namespace {
Result<DeletionPlan> proposed(Connection &connection, DeletionPlanId id)
{
    const Result<DeletionPlan> plan = readDeletionPlan(connection, id);
    if (!plan || plan->state == DeletionPlan::State::Proposed)
        return plan;
    return Error{ErrorKind::InvalidInput, u"the plan is no more proposed"_s, plan->uuid, {}};
}

Result<> store(Connection &connection, const DeletionPlan &plan)
{
    static const Statement update{"plan.update"_L1,
                                  u"UPDATE deletion_plan SET state = ?, confirmed_by = ?, approved_by = ?, needs_approval = ? WHERE id = ?"_s};
    const Result<Executed> done = connection.execute(
        update, Values{deletionPlanStateName(plan.state), plan.confirmedBy, plan.approvedBy, plan.needsApproval, plan.id.value});
    return done ? Result<>() : Result<>(done.error());
}

// By the server's settings as they are now, not as they were when it was made.
Result<bool> needsAnother(Connection &connection, const DeletionPlan &plan)
{
    static const Statement select{"plan.purges"_L1, u"SELECT 1 FROM deletion_item WHERE plan_id = :plan AND step = 'purge' LIMIT 1"_s};
    const Result<ServerRetention> server = readServerRetention(connection, plan.server);
    if (!server)
        return server.error();
    bool purges = false;
    const Result<> read = connection.forEachRaw(select, {{":plan"_L1, plan.id.value}}, [&](const QSqlQuery &) { purges = true; });
    return read ? Result<bool>(purges && server->parameters.twoPeoplePurge) : Result<bool>(read.error());
}

// A proposed one, or one that is confirmed and of which nothing was begun: what was begun is carried to its end.
Result<DeletionPlan> untouched(Connection &connection, DeletionPlanId id)
{
    static const Statement select{"plan.begun"_L1, u"SELECT 1 FROM deletion_item WHERE plan_id = :plan AND state <> 'planned' LIMIT 1"_s};
    const Result<DeletionPlan> plan = readDeletionPlan(connection, id);
    if (!plan || plan->state == DeletionPlan::State::Proposed)
        return plan;
    bool isBegun = plan->state != DeletionPlan::State::Confirmed;
    const Result<> read = connection.forEachRaw(select, {{":plan"_L1, id.value}}, [&](const QSqlQuery &) { isBegun = true; });
    if (!read)
        return read.error();
    return isBegun ? Result<DeletionPlan>(Error{ErrorKind::InvalidInput, u"the plan was begun or is over"_s, plan->uuid, {}}) : plan;
}

bool isSame(const QString &login, const QString &other)
{
    return login.compare(other, Qt::CaseInsensitive) == 0;
}
} // namespace

Result<> discardDeletionPlan(Connection &connection, DeletionPlanId id, const Actor &actor, qint64 nowMs)
{
    Result<DeletionPlan> plan = untouched(connection, id);
    if (!plan)
        return plan.error();
    plan->state = DeletionPlan::State::Discarded;
    const Result<> stored = store(connection, *plan);
    return stored ? journal(connection, u"deletion.planDiscarded"_s, *plan, actor, nowMs) : stored;
}

Result<> confirmDeletionPlan(Connection &connection, DeletionPlanId id, std::optional<qint64> typed, const Actor &actor, qint64 nowMs)
{
    Result<DeletionPlan> plan = proposed(connection, id);
    if (!plan)
        return plan.error();
    if (typed != plan->itemCount)
        return Error{ErrorKind::InvalidInput, u"the number of recordings is to be typed"_s, plan->uuid,
                     ConfirmationEvidence{.expected = plan->itemCount, .typed = typed}};
    const Result<bool> another = needsAnother(connection, *plan);
    if (!another)
        return another.error();
    plan->needsApproval = plan->needsApproval || *another;
    plan->confirmedBy = actor.login;
    plan->state = plan->needsApproval ? DeletionPlan::State::Proposed : DeletionPlan::State::Confirmed;
    const Result<> stored = store(connection, *plan);
    return stored ? journal(connection, u"deletion.planConfirmed"_s, *plan, actor, nowMs) : stored;
}

Result<> approveDeletionPlan(Connection &connection, DeletionPlanId id, const Actor &actor, qint64 nowMs)
{
    Result<DeletionPlan> plan = proposed(connection, id);
    if (!plan)
        return plan.error();
    if (!plan->needsApproval || plan->confirmedBy.isEmpty())
        return Error{ErrorKind::InvalidInput, u"there is nothing to approve yet"_s, plan->uuid, {}};
    if (isSame(actor.login, plan->confirmedBy) || isSame(actor.login, plan->createdBy))
        return Error{ErrorKind::PermissionDenied, u"another than who proposed it approves a plan"_s, plan->uuid, {}};
    plan->approvedBy = actor.login;
    plan->state = DeletionPlan::State::Confirmed;
    const Result<> stored = store(connection, *plan);
    return stored ? journal(connection, u"deletion.planApproved"_s, *plan, actor, nowMs) : stored;
}

} // namespace letopis
