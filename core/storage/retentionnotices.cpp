#include "core/storage/retentionnotices.h"

#include "core/storage/auditrepository.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"

#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Warned
{
    int stageDays = 0;
    qint64 dueAtMs = 0;
};

struct Candidate
{
    RecordingId recording;
    qint64 dueAtMs = 0;
    qint64 sizeBytes = 0;
};

struct Digest
{
    std::vector<Candidate> candidates;
    bool isReached = false; // by one at least; the others are taken along
};

using Digests = std::map<std::pair<ServerId, int>, Digest>; // by stage

// What comes within so many days more is told along.
int lookahead(int stageDays)
{
    return std::max(1, stageDays / 3) - 1;
}

Result<QHash<RecordingId, Warned>> readWarned(Connection &connection)
{
    static const Statement select{"notice.warned"_L1, u"SELECT recording_id, stage_days, due_at_ms FROM retention_warning"_s};
    QHash<RecordingId, Warned> warned;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        warned.insert({row.value(0).toLongLong()}, {row.value(1).toInt(), row.value(2).toLongLong()});
    });
    return read ? Result<QHash<RecordingId, Warned>>(std::move(warned)) : Result<QHash<RecordingId, Warned>>(read.error());
}

// The policy's days, where it counts any.
QHash<PolicyId, int> daysOf(const QList<RetentionPolicy> &policies)
{
    QHash<PolicyId, int> days;
    for (const RetentionPolicy &policy : policies) {
        if (policy.rule.kind == RetentionRule::Kind::AfterRecording || policy.rule.kind == RetentionRule::Kind::AfterLastView)
            days.insert(policy.id, policy.rule.days);
    }
    return days;
}

class Sorting
{
public:
    Sorting(const QList<ServerRetention> &servers, const QList<RetentionPolicy> &policies, QHash<RecordingId, Warned> warned)
        : m_days(daysOf(policies))
        , m_warned(std::move(warned))
    {
        for (const ServerRetention &server : servers)
            m_stages.insert(server.server, server.parameters.warningDays);
    }

    void add(const PlannedRecording &planned, qint64 daysLeft)
    {
        if (planned.isTrashed || planned.isHeld)
            return;
        const auto policy = m_days.find(planned.policy);
        const std::optional<int> period = planned.reason == DeletionReason::Kind::Policy && policy != m_days.end() ? std::optional(*policy) : std::nullopt;
        const QList<int> stages = m_stages.value(planned.server);
        const auto stage = std::find_if(stages.rbegin(), stages.rend(),
                                        [&](int days) { return daysLeft <= warningLead(days, period) + lookahead(days); });
        if (stage == stages.rend())
            return;
        const Warned warned = m_warned.value(planned.recording);
        if (warned.dueAtMs == planned.dueAtMs && warned.stageDays <= *stage)
            return;
        Digest &digest = m_digests[{planned.server, *stage}];
        digest.candidates.push_back({planned.recording, planned.dueAtMs, std::max<qint64>(0, planned.sizeBytes)});
        digest.isReached = digest.isReached || daysLeft <= warningLead(*stage, period);
    }

    const Digests &digests() const { return m_digests; }

private:
    QHash<PolicyId, int> m_days;
    QHash<RecordingId, Warned> m_warned;
    QHash<ServerId, QList<int>> m_stages;
    Digests m_digests;
};

Result<> journal(Connection &connection, const RetentionNotice &notice, const Actor &actor)
{
    AuditEvent event;
    event.atMs = notice.madeAtMs;
    event.actor = actor.login;
    event.action = u"retention.warned"_s;
    event.server = notice.server;
    event.details = QJsonDocument(QJsonObject{{u"days"_s, notice.stageDays}, {u"recordings"_s, notice.count}, {u"bytes"_s, notice.sizeBytes}})
                        .toJson(QJsonDocument::Compact);
    return AuditRepository::append(connection, std::move(event));
}

Result<> store(Connection &connection, RetentionNotice notice, const Digest &digest, const Actor &actor)
{
    static const Statement insert{"notice.insert"_L1,
                                  u"INSERT INTO retention_notice (server_id, stage_days, made_at_ms, item_count, size_bytes, first_due_at_ms, "
                                  "last_due_at_ms, dismissed_by, dismissed_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, '', 0)"_s};
    static const Statement warn{"notice.warn"_L1,
                                u"INSERT INTO retention_warning (recording_id, stage_days, due_at_ms, first_at_ms, notice_id) VALUES (?, ?, ?, ?, ?) "
                                "ON CONFLICT (recording_id) DO UPDATE SET stage_days = excluded.stage_days, "
                                "first_at_ms = CASE due_at_ms WHEN excluded.due_at_ms THEN first_at_ms ELSE excluded.first_at_ms END, "
                                "due_at_ms = excluded.due_at_ms, notice_id = excluded.notice_id"_s};
    notice.count = std::ssize(digest.candidates);
    notice.firstDueAtMs = digest.candidates.front().dueAtMs;
    for (const Candidate &one : digest.candidates) {
        notice.sizeBytes += one.sizeBytes;
        notice.firstDueAtMs = std::min(notice.firstDueAtMs, one.dueAtMs);
        notice.lastDueAtMs = std::max(notice.lastDueAtMs, one.dueAtMs);
    }
    const Result<Executed> stored = connection.execute(insert, Values{notice.server.value, notice.stageDays, notice.madeAtMs, notice.count,
                                                                      notice.sizeBytes, notice.firstDueAtMs, notice.lastDueAtMs});
    if (!stored)
        return stored.error();
    for (const Candidate &one : digest.candidates) {
        const Result<Executed> warned =
            connection.executeWith(warn, one.recording.value, notice.stageDays, one.dueAtMs, notice.madeAtMs, stored->lastInsertId);
        if (!warned)
            return warned.error();
    }
    return journal(connection, notice, actor);
}
} // namespace

template <>
RetentionNotice fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)},
            .server = {row.get<qint64>("server_id"_L1)},
            .serverName = row.get<QString>("name"_L1),
            .stageDays = row.get<int>("stage_days"_L1),
            .madeAtMs = row.get<qint64>("made_at_ms"_L1),
            .count = row.get<qint64>("item_count"_L1),
            .sizeBytes = row.get<qint64>("size_bytes"_L1),
            .firstDueAtMs = row.get<qint64>("first_due_at_ms"_L1),
            .lastDueAtMs = row.get<qint64>("last_due_at_ms"_L1),
            .dismissedBy = row.get<QString>("dismissed_by"_L1)};
}

int warningLead(int stageDays, std::optional<int> policyDays)
{
    return policyDays ? std::min(stageDays, std::max(1, *policyDays / 2)) : stageDays;
}

Result<qint64> makeRetentionNotices(Connection &connection, const Actor &actor, qint64 nowMs)
{
    const Result<QList<ServerRetention>> servers = readServerRetentions(connection);
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    Result<QHash<RecordingId, Warned>> warned = readWarned(connection);
    if (!servers || !policies || !warned)
        return !servers ? servers.error() : !policies ? policies.error() : warned.error();
    Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, *policies, {.server = {}, .onlyWhereOn = true});
    if (!planner)
        return planner.error();
    Sorting sorting(*servers, *policies, std::move(*warned));
    const qint64 today = planner->days().dayOf(nowMs);
    const Result<> read = planner->forEach(
        [&](const PlannedRecording &planned) { sorting.add(planned, planner->days().dayOf(planned.dueAtMs) - today); });
    if (!read)
        return read.error();
    qint64 made = 0;
    for (const auto &[place, digest] : sorting.digests()) {
        if (!digest.isReached)
            continue;
        RetentionNotice notice;
        notice.server = place.first;
        notice.stageDays = place.second;
        notice.madeAtMs = nowMs;
        if (Result<> stored = store(connection, notice, digest, actor); !stored)
            return stored.error();
        ++made;
    }
    return made;
}

Result<QList<RetentionNotice>> readRetentionNotices(Connection &connection, bool withDismissed)
{
    static const Statement select{"notice.list"_L1,
                                  u"SELECT n.*, s.name FROM retention_notice n JOIN server s ON s.id = n.server_id "
                                  "WHERE :all OR n.dismissed_at_ms = 0 ORDER BY n.id DESC LIMIT 500"_s};
    const auto rows = connection.select<RetentionNotice>(select, {{":all"_L1, withDismissed}});
    if (!rows)
        return rows.error();
    return QList<RetentionNotice>(rows->begin(), rows->end());
}

Result<QList<ForecastItem>> readNoticeItems(Connection &connection, NoticeId notice, qsizetype from, int limit)
{
    static const Statement select{"notice.items"_L1,
                                  u"SELECT r.id, r.server_id, w.due_at_ms, r.size_bytes, r.raw_size_bytes, r.last_viewed_at_ms "
                                  "FROM retention_warning w JOIN recording r ON r.id = w.recording_id WHERE w.notice_id = :notice "
                                  "ORDER BY w.due_at_ms, w.recording_id LIMIT :limit OFFSET :from"_s};
    QList<ForecastItem> items;
    const Bindings bindings{{":notice"_L1, notice.value}, {":limit"_L1, limit}, {":from"_L1, qint64(std::max<qsizetype>(0, from))}};
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) {
        const qint64 formats = row.value(3).toLongLong(), raw = row.value(4).toLongLong();
        ForecastItem item;
        item.recording = {row.value(0).toLongLong()};
        item.server = {row.value(1).toLongLong()};
        item.dueAtMs = row.value(2).toLongLong();
        item.sizeBytes = formats < 0 && raw < 0 ? -1 : std::max<qint64>(0, formats) + std::max<qint64>(0, raw);
        item.lastViewedAtMs = row.value(5).toLongLong();
        items += item;
    });
    return read ? Result<QList<ForecastItem>>(items) : Result<QList<ForecastItem>>(read.error());
}

Result<> dismissRetentionNotice(Connection &connection, NoticeId notice, const Actor &actor, qint64 nowMs)
{
    static const Statement update{"notice.dismiss"_L1,
                                  u"UPDATE retention_notice SET dismissed_by = ?, dismissed_at_ms = ? WHERE id = ? AND dismissed_at_ms = 0"_s};
    static const Statement exists{"notice.exists"_L1, u"SELECT 1 FROM retention_notice WHERE id = :id"_s};
    bool isThere = false;
    if (Result<> read = connection.forEachRaw(exists, {{":id"_L1, notice.value}}, [&](const QSqlQuery &) { isThere = true; }); !read)
        return read;
    if (!isThere)
        return Error{ErrorKind::NotFound, u"no such notice"_s, QString::number(notice.value), {}};
    const Result<Executed> done = connection.execute(update, Values{actor.login, std::max<qint64>(1, nowMs), notice.value});
    return done ? Result<>() : Result<>(done.error());
}

} // namespace letopis
