#include "core/storage/auditnotes.h"

#include "core/storage/auditrepository.h"
#include "core/storage/catalogsettings.h"

#include <QJsonDocument>
#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 sameVisitMs = 10 * 60'000;

Result<ServerId> serverOf(Connection &connection, RecordingId recording)
{
    ServerId server;
    const Result<> read = connection.forEachRaw({"audit.serverOf"_L1, u"SELECT server_id FROM recording WHERE id = :id"_s},
                                                {{":id"_L1, recording.value}},
                                                [&server](const QSqlQuery &row) { server = ServerId{row.value(0).toLongLong()}; });
    return read ? Result<ServerId>(server) : Result<ServerId>(read.error());
}
} // namespace

Result<> noteEvent(Connection &connection, const Actor &actor, const AuditNote &note, qint64 nowMs)
{
    AuditEvent event;
    event.atMs = nowMs;
    event.actor = actor.login;
    event.action = note.action;
    event.server = note.server;
    event.recording = note.recording;
    event.details = QJsonDocument(note.details).toJson(QJsonDocument::Compact);
    if (note.recording.value && !note.server.value) {
        const Result<ServerId> server = serverOf(connection, note.recording);
        if (!server)
            return server.error();
        event.server = *server;
    }
    return AuditRepository::append(connection, std::move(event));
}

Result<bool> noteViewed(Connection &connection, const Actor &actor, RecordingId recording, const QString &format, qint64 nowMs)
{
    static const Statement lately{"audit.viewedLately"_L1,
                                  u"SELECT 1 FROM audit_event WHERE recording_id = :recording AND action = 'recording.viewed' AND actor = :actor "
                                  "AND at_ms > :since AND at_ms <= :now LIMIT 1"_s};
    bool isSameVisit = false;
    const Result<> read = connection.forEachRaw(
        lately, {{":recording"_L1, recording.value}, {":actor"_L1, actor.login}, {":since"_L1, nowMs - sameVisitMs}, {":now"_L1, nowMs}},
        [&isSameVisit](const QSqlQuery &) { isSameVisit = true; });
    if (!read || isSameVisit)
        return read ? Result<bool>(false) : Result<bool>(read.error());
    static const Statement viewed{"audit.lastViewed"_L1, u"UPDATE recording SET last_viewed_at_ms = max(last_viewed_at_ms, ?) WHERE id = ?"_s};
    if (const Result<Executed> set = connection.execute(viewed, Values{nowMs, recording.value}); !set)
        return set.error();
    const Result<> noted = noteEvent(connection, actor, {u"recording.viewed"_s, recording, {{u"format"_s, format}}}, nowMs);
    return noted ? Result<bool>(true) : Result<bool>(noted.error());
}

Result<QString> catalogUuid(Connection &connection)
{
    const QString key = u"catalog"_s;
    const Result<QJsonObject> stored = catalogSetting(connection, key);
    if (!stored)
        return stored.error();
    const QString uuid = stored->value(u"uuid"_s).toString();
    if (!uuid.isEmpty() || !connection.canWrite())
        return uuid;
    const QString made = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<> kept = setCatalogSetting(connection, key, {{u"uuid"_s, made}});
    return kept ? Result<QString>(made) : Result<QString>(kept.error());
}

} // namespace letopis
