#include "core/storage/retentionrows.h"

#include "core/storage/auditrepository.h"
#include "core/storage/catalogsettings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString zoneKey = u"retention.zone"_s;

struct StoredPolicy
{
    RetentionPolicy policy;
    bool isReadable = false;
};

struct NumberRow
{
    qint64 number = 0;
};

QString textOf(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject toJson(const RetentionPolicy &policy)
{
    return {{u"name"_s, policy.name}, {u"scope"_s, letopis::toJson(policy.scope)}, {u"rule"_s, letopis::toJson(policy.rule)},
            {u"isEnabled"_s, policy.isEnabled}};
}

QJsonValue toJson(const OwnRetention &own)
{
    QJsonObject json{{u"kind"_s, ownRetentionName(own.kind)}};
    if (own.kind == OwnRetention::Kind::OnDate)
        json.insert(u"date"_s, own.date.toString(Qt::ISODate));
    return json;
}

// What one transaction does in somebody's name.
class Journal
{
public:
    Journal(Connection &connection, const Actor &actor, qint64 nowMs)
        : m_connection(connection)
        , m_actor(actor)
        , m_nowMs(nowMs)
    {
    }

    Result<> append(const QString &action, const QJsonObject &details, ServerId server = {}, RecordingId recording = {})
    {
        AuditEvent event;
        event.atMs = m_nowMs;
        event.actor = m_actor.login;
        event.action = action;
        event.server = server;
        event.recording = recording;
        event.details = QJsonDocument(details).toJson(QJsonDocument::Compact);
        return m_appender.append(m_connection, std::move(event));
    }

private:
    Connection &m_connection;
    const Actor &m_actor;
    qint64 m_nowMs;
    AuditAppender m_appender;
};

Error changedMeanwhile()
{
    return {ErrorKind::ContentMismatch, u"it was changed meanwhile"_s, {}, {}};
}

Result<> asResult(const Result<Executed> &done)
{
    return done ? Result<>() : Result<>(done.error());
}

Result<qint64> count(Connection &connection, const Statement &select, const Bindings &bindings)
{
    qint64 found = 0;
    const Result<> read = connection.forEachRaw(select, bindings, [&](const QSqlQuery &row) { found = row.value(0).toLongLong(); });
    return read ? Result<qint64>(found) : Result<qint64>(read.error());
}
} // namespace

template <>
StoredPolicy fromRow(const Row &row)
{
    const auto scope = retentionScopeFromJson(row.get<QString>("scope"_L1).toUtf8());
    const auto rule = retentionRuleFromJson(row.get<QString>("rule"_L1).toUtf8());
    return {.policy = {.id = {row.get<qint64>("id"_L1)},
                       .uuid = row.get<QString>("uuid"_L1),
                       .name = row.get<QString>("name"_L1),
                       .scope = scope.value_or(RetentionScope()),
                       .rule = rule.value_or(RetentionRule()),
                       .isEnabled = row.get<bool>("is_enabled"_L1)},
            .isReadable = scope && rule};
}

template <>
LegalHold fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("id"_L1)},
            .recording = {row.get<qint64>("recording_id"_L1)},
            .title = row.get<QString>("title"_L1),
            .reason = row.get<QString>("reason"_L1),
            .setBy = row.get<QString>("set_by"_L1),
            .setAtMs = row.get<qint64>("set_at_ms"_L1),
            .releasedBy = row.get<QString>("released_by"_L1),
            .releasedAtMs = row.get<qint64>("released_at_ms"_L1)};
}

template <>
ServerRetention fromRow(const Row &row)
{
    return {.server = {row.get<qint64>("id"_L1)},
            .name = row.get<QString>("name"_L1),
            .isOn = row.get<bool>("is_on"_L1),
            .switchedBy = row.get<QString>("switched_by"_L1),
            .switchedAtMs = row.get<qint64>("switched_at_ms"_L1),
            .parameters = retentionParametersFromJson(
                QJsonDocument::fromJson(row.get<QString>("parameters"_L1).toUtf8()).object())};
}

Result<QList<RetentionPolicy>> readRetentionPolicies(Connection &connection)
{
    static const Statement select{"retention.policies"_L1,
                                  u"SELECT id, uuid, name, scope, rule, is_enabled FROM retention_policy ORDER BY position, id"_s};
    const auto rows = connection.select<StoredPolicy>(select);
    if (!rows)
        return rows.error();
    QList<RetentionPolicy> policies;
    for (const StoredPolicy &row : *rows) {
        if (!row.isReadable)
            return Error{ErrorKind::DatabaseFailed, u"a policy cannot be read"_s, row.policy.name, {}};
        policies += row.policy;
    }
    return policies;
}

namespace {
Result<> checkPlace(Connection &connection, const RetentionScope &scope)
{
    static const Statement folder{"retention.folder"_L1, u"SELECT count(*) FROM folder WHERE id = :id"_s};
    static const Statement server{"retention.server"_L1, u"SELECT count(*) FROM server WHERE id = :id"_s};
    for (const auto &[select, id] : {std::pair{&folder, scope.folder.value}, std::pair{&server, scope.server.value}}) {
        if (id == 0)
            continue;
        const Result<qint64> found = count(connection, *select, {{":id"_L1, id}});
        if (!found)
            return found.error();
        if (*found == 0)
            return Error{ErrorKind::NotFound, u"a policy is about nothing that is there"_s, QString::number(id), {}};
    }
    return {};
}

// What is new among them is about something that is there; a folder that went since does no harm.
Result<> checkPolicies(Connection &connection, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after)
{
    if (after.size() > RetentionPolicy::maxPolicies)
        return Error{ErrorKind::InvalidInput, u"there are at most %1 policies"_s.arg(RetentionPolicy::maxPolicies), {}, {}};
    QSet<PolicyId> ids;
    for (const RetentionPolicy &policy : after) {
        if (!isWellFormed(policy))
            return Error{ErrorKind::InvalidInput, u"a policy is not well formed"_s, policy.name.left(RetentionPolicy::maxName), {}};
        const auto old = std::find_if(before.begin(), before.end(), [&](const auto &one) { return one.id == policy.id; });
        if (policy.id.isValid() && (old == before.end() || ids.contains(policy.id)))
            return Error{ErrorKind::InvalidInput, u"a policy with an id that is none"_s, policy.name, {}};
        ids += policy.id;
        if (old != before.end() && old->scope == policy.scope)
            continue;
        if (Result<> there = checkPlace(connection, policy.scope); !there)
            return there;
    }
    return {};
}

Result<> writePolicy(Connection &connection, const RetentionPolicy &policy, qsizetype position)
{
    static const Statement insert{"retention.insertPolicy"_L1,
                                  u"INSERT INTO retention_policy (uuid, position, name, scope, rule, is_enabled) VALUES (?, ?, ?, ?, ?, ?)"_s};
    static const Statement update{"retention.updatePolicy"_L1, u"UPDATE retention_policy SET position = ?, name = ?, scope = ?, rule = ?, "
                                                               "is_enabled = ? WHERE id = ?"_s};
    const QString scope = textOf(letopis::toJson(policy.scope));
    const QString rule = textOf(letopis::toJson(policy.rule));
    if (policy.id.isValid())
        return asResult(connection.execute(update, Values{position, policy.name, scope, rule, policy.isEnabled, policy.id.value}));
    return asResult(connection.execute(insert, Values{policy.uuid, position, policy.name, scope, rule, policy.isEnabled}));
}

Result<> journalPolicy(Journal &journal, const RetentionPolicy *before, const RetentionPolicy *after)
{
    const QJsonValue was = before ? QJsonValue(toJson(*before)) : QJsonValue();
    const QJsonValue is = after ? QJsonValue(toJson(*after)) : QJsonValue();
    if (was == is)
        return {};
    const QString action = !before ? u"retention.policyAdded"_s : !after ? u"retention.policyRemoved"_s : u"retention.policyChanged"_s;
    return journal.append(action, {{u"policy"_s, after ? after->uuid : before->uuid}, {u"change"_s, QJsonArray{was, is}}});
}

QJsonArray order(const QList<RetentionPolicy> &policies)
{
    QJsonArray uuids;
    for (const RetentionPolicy &policy : policies)
        uuids += policy.uuid;
    return uuids;
}

const RetentionPolicy *withId(const QList<RetentionPolicy> &policies, PolicyId id)
{
    const auto found = std::find_if(policies.begin(), policies.end(), [id](const auto &one) { return one.id == id; });
    return found == policies.end() ? nullptr : &*found;
}
} // namespace

Result<> replaceRetentionPolicies(Connection &connection, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                  const Actor &actor, qint64 nowMs)
{
    static const Statement remove{"retention.removePolicy"_L1, u"DELETE FROM retention_policy WHERE id = ?"_s};
    const Result<QList<RetentionPolicy>> stored = readRetentionPolicies(connection);
    if (!stored)
        return stored.error();
    if (*stored != before)
        return changedMeanwhile();
    if (Result<> right = checkPolicies(connection, before, after); !right)
        return right;
    Journal journal(connection, actor, nowMs);
    QList<RetentionPolicy> kept;
    for (const RetentionPolicy &policy : before) {
        if (withId(after, policy.id)) {
            kept += policy;
            continue;
        }
        if (Result<> removed = asResult(connection.execute(remove, Values{policy.id.value})); !removed)
            return removed;
        if (Result<> told = journalPolicy(journal, &policy, nullptr); !told)
            return told;
    }
    QList<RetentionPolicy> left;
    for (qsizetype at = 0; at < after.size(); ++at) {
        RetentionPolicy policy = after[at];
        policy.name = policy.name.trimmed();
        const RetentionPolicy *old = policy.id.isValid() ? withId(before, policy.id) : nullptr;
        policy.uuid = old ? old->uuid : QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (Result<> written = writePolicy(connection, policy, at + 1); !written)
            return written;
        if (Result<> told = journalPolicy(journal, old, &policy); !told)
            return told;
        if (old)
            left += policy;
    }
    if (order(kept) == order(left))
        return {};
    return journal.append(u"retention.policiesOrdered"_s, {{u"change"_s, QJsonArray{order(kept), order(left)}}});
}

Result<QHash<FolderId, FolderId>> folderParents(Connection &connection)
{
    static const Statement select{"retention.folders"_L1, u"SELECT id, coalesce(parent_id, 0) FROM folder"_s};
    QHash<FolderId, FolderId> parents;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        parents.insert({row.value(0).toLongLong()}, {row.value(1).toLongLong()});
    });
    return read ? Result<QHash<FolderId, FolderId>>(std::move(parents)) : Result<QHash<FolderId, FolderId>>(read.error());
}

namespace {
// One that cannot be read keeps its recording.
OwnRetention ownFrom(const QString &kind, const QString &day)
{
    const auto read = ownRetentionFromName(kind);
    const OwnRetention own{.kind = read.value_or(OwnRetention::Kind::Never), .date = QDate::fromString(day, Qt::ISODate)};
    return isWellFormed(own) ? own : OwnRetention{.kind = OwnRetention::Kind::Never, .date = {}};
}
} // namespace

namespace {
// What was told before the recording was kept is old news by the time it is not: it is told anew before it goes.
Result<> forgetWarnings(Connection &connection, RecordingId recording)
{
    static const Statement forget{"retention.forgetWarnings"_L1,
                                  u"DELETE FROM retention_warning WHERE recording_id IN (SELECT o.id FROM recording own "
                                  "CROSS JOIN recording o ON o.external_id = own.external_id WHERE own.id = ?)"_s};
    return asResult(connection.execute(forget, Values{recording.value}));
}
} // namespace

Result<StoredOwnRetention> readOwnRetention(Connection &connection, RecordingId recording)
{
    static const Statement select{"retention.own"_L1,
                                  u"SELECT kind, day, set_by, set_at_ms FROM own_retention WHERE recording_id = :id"_s};
    StoredOwnRetention stored;
    const Result<> read = connection.forEachRaw(select, {{":id"_L1, recording.value}}, [&](const QSqlQuery &row) {
        stored = {.own = ownFrom(row.value(0).toString(), row.value(1).toString()), .setBy = row.value(2).toString(),
                  .setAtMs = row.value(3).toLongLong()};
    });
    return read ? Result<StoredOwnRetention>(stored) : Result<StoredOwnRetention>(read.error());
}

Result<QHash<RecordingId, OwnRetention>> readOwnRetentions(Connection &connection)
{
    static const Statement select{"retention.owns"_L1, u"SELECT recording_id, kind, day FROM own_retention"_s};
    QHash<RecordingId, OwnRetention> owns;
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        owns.insert({row.value(0).toLongLong()}, ownFrom(row.value(1).toString(), row.value(2).toString()));
    });
    return read ? Result<QHash<RecordingId, OwnRetention>>(std::move(owns)) : Result<QHash<RecordingId, OwnRetention>>(read.error());
}

Result<> setOwnRetention(Connection &connection, RecordingId recording, const std::optional<OwnRetention> &before,
                         const OwnRetention &after, const Actor &actor, qint64 nowMs)
{
    static const Statement exists{"retention.recording"_L1, u"SELECT count(*) FROM recording WHERE id = :id"_s};
    static const Statement put{"retention.setOwn"_L1,
                               u"INSERT OR REPLACE INTO own_retention (recording_id, kind, day, set_by, set_at_ms) VALUES (?, ?, ?, ?, ?)"_s};
    static const Statement drop{"retention.dropOwn"_L1, u"DELETE FROM own_retention WHERE recording_id = ?"_s};
    if (!isWellFormed(after))
        return Error{ErrorKind::InvalidInput, u"no such date"_s, {}, {}};
    const Result<qint64> found = count(connection, exists, {{":id"_L1, recording.value}});
    const Result<StoredOwnRetention> stored = readOwnRetention(connection, recording);
    if (!found || !stored)
        return !found ? found.error() : stored.error();
    if (*found == 0)
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
    if (before && *before != stored->own)
        return changedMeanwhile();
    if (stored->own == after)
        return {};
    const bool isDropped = after.kind == OwnRetention::Kind::AsPolicySays;
    const Result<Executed> done =
        isDropped ? connection.execute(drop, Values{recording.value})
                  : connection.execute(put, Values{recording.value, ownRetentionName(after.kind), after.date.toString(Qt::ISODate),
                                                   actor.login, nowMs});
    if (!done)
        return done.error();
    if (Result<> forgotten = forgetWarnings(connection, recording); !forgotten)
        return forgotten;
    return Journal(connection, actor, nowMs)
        .append(u"retention.recordingSet"_s, {{u"change"_s, QJsonArray{toJson(stored->own), toJson(after)}}}, {}, recording);
}

namespace {
const QString holdColumns = u"SELECT h.id, h.recording_id, coalesce(r.title, '') AS title, h.reason, h.set_by, h.set_at_ms, h.released_by, "
                            "h.released_at_ms FROM legal_hold h LEFT JOIN recording r ON r.id = h.recording_id "_s;

Result<QList<LegalHold>> holdsFrom(Connection &connection, const Statement &select, const Bindings &bindings)
{
    auto rows = connection.select<LegalHold>(select, bindings);
    if (!rows)
        return rows.error();
    return QList<LegalHold>(rows->begin(), rows->end());
}
} // namespace

Result<bool> isHeld(Connection &connection, RecordingId recording)
{
    static const Statement select{"retention.isHeld"_L1,
                                  u"SELECT count(*) FROM recording r CROSS JOIN recording o ON o.external_id = r.external_id "
                                  "CROSS JOIN legal_hold h ON h.recording_id = o.id WHERE r.id = :id AND h.released_at_ms = 0"_s};
    const Result<qint64> found = count(connection, select, {{":id"_L1, recording.value}});
    return found ? Result<bool>(*found > 0) : Result<bool>(found.error());
}

Result<QList<LegalHold>> readHolds(Connection &connection, RecordingId recording)
{
    static const Statement select{"retention.holds"_L1, holdColumns + u"WHERE h.recording_id IN (SELECT o.id FROM recording own "
                                  "CROSS JOIN recording o ON o.external_id = own.external_id WHERE own.id = :id) ORDER BY h.released_at_ms <> 0, h.id DESC"_s};
    return holdsFrom(connection, select, {{":id"_L1, recording.value}});
}

Result<QList<LegalHold>> readHoldsInForce(Connection &connection, int limit)
{
    static const Statement select{"retention.holdsInForce"_L1, holdColumns + u"WHERE h.released_at_ms = 0 ORDER BY h.id DESC LIMIT :limit"_s};
    return holdsFrom(connection, select, {{":limit"_L1, limit}});
}

Result<HoldId> insertHold(Connection &connection, RecordingId recording, const QString &reason, const Actor &actor, qint64 nowMs)
{
    static const Statement exists{"retention.toHold"_L1, u"SELECT count(*) FROM recording WHERE id = :id"_s};
    static const Statement insert{"retention.hold"_L1, u"INSERT INTO legal_hold (recording_id, reason, set_by, set_at_ms, released_by, "
                                                       "released_at_ms) VALUES (?, ?, ?, ?, '', 0)"_s};
    const QString why = reason.trimmed();
    if (why.isEmpty() || why.size() > LegalHold::maxReason || !why.isValidUtf16())
        return Error{ErrorKind::InvalidInput, u"a hold has a reason of at most %1 characters"_s.arg(LegalHold::maxReason), {}, {}};
    const Result<qint64> found = count(connection, exists, {{":id"_L1, recording.value}});
    if (!found)
        return found.error();
    if (*found == 0)
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
    const Result<Executed> done = connection.execute(insert, Values{recording.value, why, actor.login, nowMs});
    if (!done)
        return done.error();
    const Result<> told = Journal(connection, actor, nowMs)
                              .append(u"retention.held"_s, {{u"hold"_s, done->lastInsertId}, {u"change"_s, QJsonArray{QJsonValue(), why}}}, {}, recording);
    return told ? Result<HoldId>(HoldId{done->lastInsertId}) : Result<HoldId>(told.error());
}

Result<RecordingId> heldBy(Connection &connection, HoldId hold)
{
    static const Statement select{"retention.heldBy"_L1, u"SELECT recording_id FROM legal_hold WHERE id = :id AND released_at_ms = 0"_s};
    const Result<qint64> found = count(connection, select, {{":id"_L1, hold.value}});
    if (!found)
        return found.error();
    return *found > 0 ? Result<RecordingId>(RecordingId{*found})
                      : Result<RecordingId>(Error{ErrorKind::NotFound, u"no such hold is in force"_s, QString::number(hold.value), {}});
}

Result<> releaseHold(Connection &connection, HoldId hold, const Actor &actor, qint64 nowMs)
{
    static const Statement update{"retention.release"_L1,
                                  u"UPDATE legal_hold SET released_by = ?, released_at_ms = ? WHERE id = ? AND released_at_ms = 0"_s};
    static const Statement reason{"retention.reason"_L1, u"SELECT reason FROM legal_hold WHERE id = :id"_s};
    const Result<RecordingId> recording = heldBy(connection, hold);
    if (!recording)
        return recording.error();
    QString why;
    if (Result<> read = connection.forEachRaw(reason, {{":id"_L1, hold.value}}, [&](const QSqlQuery &row) { why = row.value(0).toString(); }); !read)
        return read;
    if (const Result<Executed> done = connection.execute(update, Values{actor.login, std::max<qint64>(1, nowMs), hold.value}); !done)
        return done.error();
    if (Result<> forgotten = forgetWarnings(connection, *recording); !forgotten)
        return forgotten;
    return Journal(connection, actor, nowMs)
        .append(u"retention.released"_s, {{u"hold"_s, hold.value}, {u"change"_s, QJsonArray{why, QJsonValue()}}}, {}, *recording);
}

Result<QList<ServerRetention>> readServerRetentions(Connection &connection)
{
    static const Statement select{"retention.servers"_L1,
                                  u"SELECT s.id, s.name, coalesce(t.is_on, 0) AS is_on, coalesce(t.switched_by, '') AS switched_by, "
                                  "coalesce(t.switched_at_ms, 0) AS switched_at_ms, coalesce(t.parameters, '') AS parameters "
                                  "FROM server s LEFT JOIN server_retention t ON t.server_id = s.id WHERE NOT s.is_removed ORDER BY s.sort_key"_s};
    auto rows = connection.select<ServerRetention>(select);
    if (!rows)
        return rows.error();
    return QList<ServerRetention>(rows->begin(), rows->end());
}

Result<ServerRetention> readServerRetention(Connection &connection, ServerId server)
{
    const Result<QList<ServerRetention>> all = readServerRetentions(connection);
    if (!all)
        return all.error();
    const auto found = std::find_if(all->begin(), all->end(), [server](const auto &one) { return one.server == server; });
    return found != all->end() ? Result<ServerRetention>(*found)
                               : Result<ServerRetention>(Error{ErrorKind::NotFound, u"no such server"_s, QString::number(server.value), {}});
}

namespace {
Result<> store(Connection &connection, const ServerRetention &retention)
{
    static const Statement put{"retention.switch"_L1, u"INSERT OR REPLACE INTO server_retention (server_id, is_on, switched_by, switched_at_ms, "
                                                      "parameters) VALUES (?, ?, ?, ?, ?)"_s};
    return asResult(connection.execute(put, Values{retention.server.value, retention.isOn, retention.switchedBy, retention.switchedAtMs,
                                                   textOf(toJson(retention.parameters))}));
}
} // namespace

Result<> switchRetention(Connection &connection, ServerId server, bool isOn, qint64 confirmed, const Actor &actor, qint64 nowMs)
{
    Result<ServerRetention> retention = readServerRetention(connection, server);
    if (!retention)
        return retention.error();
    if (retention->isOn == isOn)
        return {};
    retention->isOn = isOn;
    retention->switchedBy = actor.login;
    retention->switchedAtMs = nowMs;
    if (Result<> stored = store(connection, *retention); !stored)
        return stored;
    QJsonObject details{{u"change"_s, QJsonArray{!isOn, isOn}}};
    if (isOn)
        details.insert(u"confirmed"_s, confirmed);
    return Journal(connection, actor, nowMs).append(isOn ? u"retention.switchedOn"_s : u"retention.switchedOff"_s, details, server);
}

Result<> setRetentionParameters(Connection &connection, ServerId server, const RetentionParameters &before,
                                const RetentionParameters &after, const Actor &actor, qint64 nowMs)
{
    Result<ServerRetention> retention = readServerRetention(connection, server);
    if (!retention)
        return retention.error();
    if (retention->parameters != before)
        return changedMeanwhile();
    if (!isWellFormed(after))
        return Error{ErrorKind::InvalidInput, u"the parameters are out of bounds"_s, {}, {}};
    if (after == before)
        return {};
    retention->parameters = after;
    if (Result<> stored = store(connection, *retention); !stored)
        return stored;
    return Journal(connection, actor, nowMs)
        .append(u"retention.parametersChanged"_s, {{u"change"_s, QJsonArray{toJson(before), toJson(after)}}}, server);
}

Result<QByteArray> storedRetentionZone(Connection &connection)
{
    const Result<QJsonObject> setting = catalogSetting(connection, zoneKey);
    return setting ? Result<QByteArray>((*setting)[u"id"].toString().toUtf8()) : Result<QByteArray>(setting.error());
}

Result<QTimeZone> retentionZone(Connection &connection)
{
    const Result<QByteArray> stored = storedRetentionZone(connection);
    if (!stored)
        return stored.error();
    const QTimeZone zone(stored->isEmpty() ? QTimeZone::systemTimeZoneId() : *stored);
    if (zone.isValid())
        return zone;
    if (stored->isEmpty())
        return QTimeZone::utc();
    return Error{ErrorKind::Unsupported, u"this machine does not know the catalog's time zone"_s, QString::fromUtf8(*stored), {}};
}

Result<> setRetentionZone(Connection &connection, const QByteArray &before, const QByteArray &after, const Actor &actor, qint64 nowMs)
{
    const Result<QByteArray> stored = storedRetentionZone(connection);
    if (!stored)
        return stored.error();
    if (*stored != before)
        return changedMeanwhile();
    if (!QTimeZone(after).isValid())
        return Error{ErrorKind::InvalidInput, u"no such time zone"_s, QString::fromUtf8(after.left(100)), {}};
    if (after == before)
        return {};
    if (Result<> set = setCatalogSetting(connection, zoneKey, {{u"id"_s, QString::fromLatin1(after)}}); !set)
        return set;
    return Journal(connection, actor, nowMs)
        .append(u"retention.zoneChanged"_s, {{u"change"_s, QJsonArray{QString::fromLatin1(before), QString::fromLatin1(after)}}});
}

} // namespace letopis
