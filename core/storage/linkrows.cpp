#include "core/storage/linkrows.h"

#include "core/storage/executed.h"
#include "core/storage/catalogsettings.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto policyKey = "links";

QString columns(const QString &rest)
{
    return u"SELECT l.id, l.recording_id, r.title, r.access_scope, l.token_sha256, l.label, l.password_hash, l.expires_at_ms, l.max_uses, "
           "l.use_count, l.last_used_at_ms, l.allows_download, l.created_by, l.created_at_ms, l.revoked_by, l.revoked_at_ms "
           "FROM access_link l JOIN recording r ON r.id = l.recording_id "_s + rest;
}
} // namespace

template <>
StoredLink fromRow(const Row &row)
{
    StoredLink stored;
    stored.scope = AccessScope::fromValue(row.get<qint64>("access_scope"_L1));
    stored.tokenSha256 = row.get<QByteArray>("token_sha256"_L1);
    stored.passwordHash = row.get<QString>("password_hash"_L1);
    stored.link = {.id = {row.get<qint64>("id"_L1)},
                   .recording = {row.get<qint64>("recording_id"_L1)},
                   .recordingTitle = row.get<QString>("title"_L1),
                   .label = row.get<QString>("label"_L1),
                   .hasPassword = !stored.passwordHash.isEmpty(),
                   .expiresAtMs = row.get<qint64>("expires_at_ms"_L1),
                   .maxUses = row.get<qint64>("max_uses"_L1),
                   .useCount = row.get<qint64>("use_count"_L1),
                   .lastUsedAtMs = row.get<qint64>("last_used_at_ms"_L1),
                   .allowsDownload = row.get<bool>("allows_download"_L1),
                   .createdBy = row.get<QString>("created_by"_L1),
                   .createdAtMs = row.get<qint64>("created_at_ms"_L1),
                   .revokedBy = row.get<QString>("revoked_by"_L1),
                   .revokedAtMs = row.get<qint64>("revoked_at_ms"_L1)};
    return stored;
}

Result<std::vector<StoredLink>> readLinks(Connection &connection, std::optional<RecordingId> recording)
{
    static const Statement ofAll{"link.all"_L1, columns(u"ORDER BY l.id DESC"_s)};
    static const Statement ofOne{"link.ofRecording"_L1, columns(u"WHERE l.recording_id = :recording ORDER BY l.id DESC"_s)};
    return recording ? connection.select<StoredLink>(ofOne, {{":recording"_L1, recording->value}}) : connection.select<StoredLink>(ofAll);
}

Result<std::optional<StoredLink>> linkWithId(Connection &connection, LinkId id)
{
    static const Statement select{"link.one"_L1, columns(u"WHERE l.id = :id"_s)};
    return connection.selectOne<StoredLink>(select, {{":id"_L1, id.value}});
}

Result<std::optional<StoredLink>> linkWithToken(Connection &connection, const QByteArray &tokenSha256)
{
    static const Statement select{"link.byToken"_L1, columns(u"WHERE l.token_sha256 = :token"_s)};
    return connection.selectOne<StoredLink>(select, {{":token"_L1, tokenSha256}});
}

Result<LinkId> insertLink(Connection &connection, const LinkDraft &draft, const QByteArray &tokenSha256, const QString &passwordHash,
                          const QString &by, qint64 nowMs)
{
    static const Statement insert{"link.insert"_L1,
                                  u"INSERT INTO access_link (recording_id, token_sha256, label, password_hash, expires_at_ms, max_uses, "
                                  "use_count, last_used_at_ms, allows_download, created_by, created_at_ms, revoked_by, revoked_at_ms) "
                                  "VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, '', 0)"_s};
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    const Result<Executed> inserted =
        connection.executeWith(insert, draft.recording.value, tokenSha256, text(draft.label), text(passwordHash), draft.expiresAtMs,
                               draft.maxUses, draft.allowsDownload ? 1 : 0, text(by), nowMs);
    return inserted ? Result<LinkId>(LinkId{inserted.value().lastInsertId}) : Result<LinkId>(inserted.error());
}

Result<> markLinkRevoked(Connection &connection, LinkId id, const QString &by, qint64 nowMs)
{
    static const Statement update{"link.revoke"_L1, u"UPDATE access_link SET revoked_by = ?, revoked_at_ms = ? WHERE id = ?"_s};
    return asResult(connection.executeWith(update, by.isNull() ? u""_s : by, nowMs, id.value));
}

Result<> countLinkUse(Connection &connection, LinkId id, qint64 nowMs)
{
    static const Statement update{"link.use"_L1,
                                  u"UPDATE access_link SET use_count = use_count + 1, last_used_at_ms = ? WHERE id = ?"_s};
    return asResult(connection.executeWith(update, nowMs, id.value));
}

Result<LinkPolicy> readLinkPolicy(Connection &connection)
{
    const Result<QJsonObject> stored = catalogSetting(connection, QString::fromLatin1(policyKey));
    if (!stored)
        return stored.error();
    const LinkPolicy usual;
    const QJsonObject &json = stored.value();
    const LinkPolicy policy{.defaultDays = json[u"defaultDays"_s].toInt(usual.defaultDays),
                            .maxDays = json[u"maxDays"_s].toInt(usual.maxDays),
                            .needsPassword = json[u"needsPassword"_s].toBool(usual.needsPassword),
                            .allowsDownload = json[u"allowsDownload"_s].toBool(usual.allowsDownload),
                            .serviceAddress = json[u"serviceAddress"_s].toString()};
    return problemsIn(policy).isEmpty() ? policy : usual;
}

Result<> writeLinkPolicy(Connection &connection, const LinkPolicy &policy)
{
    return setCatalogSetting(connection, QString::fromLatin1(policyKey),
                             {{u"defaultDays"_s, policy.defaultDays},
                              {u"maxDays"_s, policy.maxDays},
                              {u"needsPassword"_s, policy.needsPassword},
                              {u"allowsDownload"_s, policy.allowsDownload},
                              {u"serviceAddress"_s, policy.serviceAddress}});
}

} // namespace letopis
