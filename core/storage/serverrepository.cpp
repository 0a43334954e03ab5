#include "core/storage/serverrepository.h"

#include "core/base/enumname.h"
#include "core/storage/auditrepository.h"
#include "core/storage/jsontext.h"
#include "core/storage/searchtext.h"

#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<ProxyKind> proxyKinds[]{
    {ProxyKind::System, "system"_L1},
    {ProxyKind::None, "none"_L1},
    {ProxyKind::Http, "http"_L1},
    {ProxyKind::Socks5, "socks5"_L1},
};
constexpr EnumName<SshLogin> sshLogins[]{
    {SshLogin::AgentAndDefaultKeys, "agent"_L1},
    {SshLogin::KeyFile, "keyFile"_L1},
    {SshLogin::Password, "password"_L1},
};
constexpr EnumName<CertificateProblem> certificateProblems[]{
    {CertificateProblem::SelfSigned, "selfSigned"_L1},
    {CertificateProblem::UnknownAuthority, "unknownAuthority"_L1},
    {CertificateProblem::WrongHost, "wrongHost"_L1},
    {CertificateProblem::Expired, "expired"_L1},
    {CertificateProblem::NotYetValid, "notYetValid"_L1},
    {CertificateProblem::Revoked, "revoked"_L1},
    {CertificateProblem::WeakKey, "weakKey"_L1},
    {CertificateProblem::Other, "other"_L1},
};

struct ServerException
{
    ServerId server;
    TlsException exception;
};

struct IdRow
{
    qint64 id = 0;
};

const QString serverColumns = u"id, uuid, name, api_url, checksum_algorithm, ca_file, proxy_kind, proxy_host, "
                              u"proxy_port, proxy_user, has_ssh, ssh_host, "
                              "ssh_port, ssh_user, ssh_login, ssh_key_file, ssh_config_file, ssh_known_hosts_file, "
                              "data_root, sync_interval_minutes, "
                              "last_sync_at_ms, is_removed, (SELECT command FROM server_deletion WHERE server_id = server.id) AS deletion_command"_s;
} // namespace

template <>
ConferenceServer fromRow(const Row &row)
{
    ConferenceServer server;
    server.id = {row.get<qint64>("id"_L1)};
    server.uuid = row.get<QString>("uuid"_L1);
    server.name = row.get<QString>("name"_L1);
    server.apiUrl = QUrl(row.get<QString>("api_url"_L1), QUrl::StrictMode);
    server.checksumAlgorithm = checksumAlgorithmFromName(row.get<QString>("checksum_algorithm"_L1));
    server.caFile = row.get<QString>("ca_file"_L1);
    server.proxy = {.kind = valueIn(proxyKinds, row.get<QString>("proxy_kind"_L1)).value_or(ProxyKind::System),
                    .host = row.get<QString>("proxy_host"_L1),
                    .port = row.get<int>("proxy_port"_L1),
                    .user = row.get<QString>("proxy_user"_L1)};
    if (row.get<bool>("has_ssh"_L1)) {
        server.ssh =
            SshEndpoint{.host = row.get<QString>("ssh_host"_L1),
                        .port = row.get<int>("ssh_port"_L1),
                        .user = row.get<QString>("ssh_user"_L1),
                        .login = valueIn(sshLogins, row.get<QString>("ssh_login"_L1)).value_or(SshLogin::AgentAndDefaultKeys),
                        .keyFile = row.get<QString>("ssh_key_file"_L1),
                        .configFile = row.get<QString>("ssh_config_file"_L1),
                        .knownHostsFile = row.get<QString>("ssh_known_hosts_file"_L1)};
    }
    server.dataRoot = row.get<QString>("data_root"_L1);
    server.syncIntervalMinutes = row.get<int>("sync_interval_minutes"_L1);
    server.lastSyncAt = fromUtcMs(row.get<qint64>("last_sync_at_ms"_L1));
    server.isRemoved = row.get<bool>("is_removed"_L1);
    if (!row.isNull("deletion_command"_L1))
        server.deletionCommand = row.get<QString>("deletion_command"_L1);
    return server;
}

template <>
ServerException fromRow(const Row &row)
{
    TlsException exception{.host = row.get<QString>("host"_L1),
                           .sha256 = row.get<QByteArray>("sha256"_L1),
                           .problems = {},
                           .grantedAt = fromUtcMs(row.get<qint64>("granted_at_ms"_L1)),
                           .expiresAt = fromUtcMs(row.get<qint64>("expires_at_ms"_L1))};
    for (const QString &name : row.get<QString>("problems"_L1).split(u' ', Qt::SkipEmptyParts))
        exception.problems += valueIn(certificateProblems, name).value_or(CertificateProblem::Other);
    return {.server = {row.get<qint64>("server_id"_L1)}, .exception = exception};
}

template <>
IdRow fromRow(const Row &row)
{
    return {.id = row.get<qint64>("id"_L1)};
}

namespace {
QVariant orNull(const std::optional<ChecksumAlgorithm> &algorithm)
{
    return algorithm ? QVariant(checksumAlgorithmName(*algorithm)) : QVariant(QMetaType::fromType<QString>());
}

Bindings editableBindings(const ConferenceServer &server)
{
    const SshEndpoint ssh = server.ssh.value_or(SshEndpoint{});
    return {{":name"_L1, server.name},
            {":sort_key"_L1, nameKey(server.name)},
            {":api_url"_L1, server.apiUrl.toString(QUrl::FullyEncoded)},
            {":ca_file"_L1, server.caFile},
            {":proxy_kind"_L1, nameIn(proxyKinds, server.proxy.kind)},
            {":proxy_host"_L1, server.proxy.host},
            {":proxy_port"_L1, server.proxy.port},
            {":proxy_user"_L1, server.proxy.user},
            {":has_ssh"_L1, server.ssh.has_value() ? 1 : 0},
            {":ssh_host"_L1, ssh.host},
            {":ssh_port"_L1, ssh.port},
            {":ssh_user"_L1, ssh.user},
            {":ssh_login"_L1, nameIn(sshLogins, ssh.login)},
            {":ssh_key_file"_L1, ssh.keyFile},
            {":ssh_config_file"_L1, ssh.configFile},
            {":ssh_known_hosts_file"_L1, ssh.knownHostsFile},
            {":data_root"_L1, server.dataRoot},
            {":sync_interval_minutes"_L1, server.syncIntervalMinutes}};
}

// The settings a person would compare in the journal. Nothing here is secret.
QList<std::pair<QLatin1StringView, QString>> describedSettings(const ConferenceServer &server)
{
    const SshEndpoint ssh = server.ssh.value_or(SshEndpoint{});
    const QString proxy = u"%1 %2:%3 %4"_s.arg(nameIn(proxyKinds, server.proxy.kind), server.proxy.host)
                              .arg(server.proxy.port)
                              .arg(server.proxy.user);
    const QString account = server.ssh ? u"%1@%2:%3"_s.arg(ssh.user, ssh.host).arg(ssh.port) : u""_s;
    return {{"name"_L1, server.name},
            {"apiUrl"_L1, server.apiUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)},
            {"caFile"_L1, server.caFile},
            {"proxy"_L1, proxy},
            {"ssh"_L1, account},
            {"sshLogin"_L1, server.ssh ? nameIn(sshLogins, ssh.login) : u""_s},
            {"sshKeyFile"_L1, ssh.keyFile},
            {"sshConfigFile"_L1, ssh.configFile},
            {"sshKnownHostsFile"_L1, ssh.knownHostsFile},
            {"dataRoot"_L1, server.dataRoot},
            {"deletionCommand"_L1, server.deletionCommand == defaultDeletionCommand() ? u""_s : server.deletionCommand},
            {"syncIntervalMinutes"_L1, QString::number(server.syncIntervalMinutes)}};
}

QByteArray addedDetails(const ConferenceServer &server)
{
    JsonObjectWriter json;
    for (const auto &[key, value] : describedSettings(server)) {
        if (!value.isEmpty())
            json.add(key, value);
    }
    return json.toUtf8();
}

QByteArray changeDetails(const ConferenceServer &before, const ConferenceServer &after)
{
    JsonObjectWriter json;
    const auto old = describedSettings(before);
    const auto current = describedSettings(after);
    for (qsizetype setting = 0; setting < old.size(); ++setting)
        json.addChange(old[setting].first, old[setting].second, current[setting].second);
    return json.toUtf8();
}

QByteArray exceptionDetails(const TlsException &exception)
{
    QStringList problems;
    for (const CertificateProblem problem : exception.problems)
        problems += nameIn(certificateProblems, problem);
    return JsonObjectWriter()
        .add("host"_L1, exception.host)
        .add("sha256"_L1, QString::fromLatin1(exception.sha256.toHex()))
        .add("problems"_L1, problems)
        .add("expiresAtMs"_L1, toUtcMs(exception.expiresAt))
        .toUtf8();
}

// Who, when and where of an event about a server.
struct Entry
{
    QString actor;
    qint64 atMs = 0;
};

Result<> journal(Connection &connection, const Entry &entry, const QString &action, ServerId id,
                 const QByteArray &details)
{
    AuditEvent event;
    event.atMs = entry.atMs;
    event.actor = entry.actor;
    event.action = action;
    event.server = id;
    event.details = details;
    return AuditRepository::append(connection, event);
}

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}

Error nameTaken(Error error, const QString &name)
{
    if (error.kind == ErrorKind::AlreadyExists)
        error.subject = name;
    return error;
}

Result<QList<ConferenceServer>> readServers(Connection &connection, const QString &condition, const Bindings &bindings)
{
    const Statement select{"server.select"_L1, u"SELECT "_s + serverColumns + u" FROM server WHERE "_s + condition +
                                                   u" ORDER BY sort_key, id"_s};
    Result<std::vector<ConferenceServer>> found = connection.select<ConferenceServer>(select, bindings);
    if (!found)
        return found.error();
    static const Statement exceptions{"server.tlsExceptions"_L1,
                                      u"SELECT server_id, host, sha256, problems, granted_at_ms, expires_at_ms "
                                      "FROM tls_exception ORDER BY server_id, granted_at_ms, host, sha256"_s};
    const Result<std::vector<ServerException>> granted = connection.select<ServerException>(exceptions);
    if (!granted)
        return granted.error();
    QList<ConferenceServer> servers(found.value().begin(), found.value().end());
    for (ConferenceServer &server : servers) {
        for (const ServerException &one : granted.value()) {
            if (one.server == server.id)
                server.tlsExceptions += one.exception;
        }
    }
    return servers;
}

Result<ConferenceServer> readServer(Connection &connection, const QString &condition, const Bindings &bindings,
                                    const QString &subject)
{
    const Result<QList<ConferenceServer>> found = readServers(connection, condition, bindings);
    if (!found)
        return found.error();
    if (found.value().isEmpty())
        return Error{ErrorKind::NotFound, u"no such server"_s, subject, {}};
    return found.value().first();
}

Result<ConferenceServer> readLiveServer(Connection &connection, ServerId id)
{
    return readServer(connection, u"id = :id AND is_removed = 0"_s, {{":id"_L1, id.value}}, QString::number(id.value));
}

Result<> storeDeletionCommand(Connection &connection, ServerId id, const QString &command)
{
    static const Statement store{"server.storeDeletionCommand"_L1,
                                 u"INSERT INTO server_deletion (server_id, command) VALUES (?, ?) "
                                 "ON CONFLICT (server_id) DO UPDATE SET command = excluded.command"_s};
    return executed(connection.execute(store, Values{id.value, command}));
}

Result<ServerId> insertServer(Connection &connection, const ConferenceServer &server)
{
    static const Statement insert{
        "server.insert"_L1,
        u"INSERT INTO server (uuid, name, sort_key, kind, api_url, checksum_algorithm, ca_file, proxy_kind, "
        u"proxy_host, "
        "proxy_port, proxy_user, has_ssh, ssh_host, ssh_port, ssh_user, ssh_login, ssh_key_file, ssh_config_file, "
        "ssh_known_hosts_file, data_root, sync_interval_minutes, last_sync_at_ms, is_removed) VALUES (:uuid, :name, "
        ":sort_key, "
        ":kind, :api_url, :algorithm, :ca_file, :proxy_kind, :proxy_host, :proxy_port, :proxy_user, :has_ssh, "
        ":ssh_host, "
        ":ssh_port, :ssh_user, :ssh_login, :ssh_key_file, :ssh_config_file, :ssh_known_hosts_file, :data_root, "
        ":sync_interval_minutes, 0, 0)"_s};
    Bindings bindings = editableBindings(server);
    bindings << std::pair{":uuid"_L1, QVariant(server.uuid)} << std::pair{":kind"_L1, QVariant(u"bigbluebutton"_s)}
             << std::pair{":algorithm"_L1, orNull(server.checksumAlgorithm)};
    const Result<Executed> inserted = connection.execute(insert, bindings);
    if (!inserted)
        return nameTaken(inserted.error(), server.name);
    const ServerId id{inserted.value().lastInsertId};
    const Result<> stored = storeDeletionCommand(connection, id, server.deletionCommand);
    return stored ? Result<ServerId>(id) : Result<ServerId>(stored.error());
}

Result<> updateServer(Connection &connection, const ConferenceServer &server)
{
    static const Statement update{
        "server.update"_L1,
        u"UPDATE server SET name = :name, sort_key = :sort_key, api_url = :api_url, ca_file = :ca_file, "
        "proxy_kind = :proxy_kind, proxy_host = :proxy_host, proxy_port = :proxy_port, proxy_user = :proxy_user, "
        "has_ssh = :has_ssh, ssh_host = :ssh_host, ssh_port = :ssh_port, ssh_user = :ssh_user, ssh_login = :ssh_login, "
        "ssh_key_file = :ssh_key_file, ssh_config_file = :ssh_config_file, ssh_known_hosts_file = "
        ":ssh_known_hosts_file, "
        "data_root = :data_root, sync_interval_minutes = :sync_interval_minutes WHERE id = :id"_s};
    Bindings bindings = editableBindings(server);
    bindings << std::pair{":id"_L1, QVariant(server.id.value)};
    const Result<Executed> updated = connection.execute(update, bindings);
    if (!updated)
        return nameTaken(updated.error(), server.name);
    return storeDeletionCommand(connection, server.id, server.deletionCommand);
}

// A removed server of the same URL under its old id: its recordings belong to it again.
Result<std::optional<ServerId>> revive(Connection &connection, const ConferenceServer &server)
{
    static const Statement look{
        "server.removedTwin"_L1,
        u"SELECT id FROM server WHERE api_url = :url AND is_removed = 1 ORDER BY id DESC LIMIT 1"_s};
    const Result<std::optional<IdRow>> twin =
        connection.selectOne<IdRow>(look, {{":url"_L1, server.apiUrl.toString(QUrl::FullyEncoded)}});
    if (!twin)
        return twin.error();
    if (!twin.value())
        return std::optional<ServerId>();
    ConferenceServer revived = server;
    revived.id = {twin.value()->id};
    if (Result<> updated = updateServer(connection, revived); !updated)
        return updated.error();
    static const Statement reset{"server.revive"_L1,
                                 u"UPDATE server SET uuid = ?, checksum_algorithm = ?, is_removed = 0 WHERE id = ?"_s};
    const Result<Executed> done =
        connection.execute(reset, Values{server.uuid, orNull(server.checksumAlgorithm), revived.id.value});
    if (!done)
        return done.error();
    return std::optional<ServerId>(revived.id);
}

Result<ServerId> addServer(Connection &connection, const ConferenceServer &server)
{
    const Result<std::optional<ServerId>> revived = revive(connection, server);
    if (!revived)
        return revived.error();
    return revived.value() ? Result<ServerId>(*revived.value()) : insertServer(connection, server);
}

Result<> insertException(Connection &connection, ServerId id, const TlsException &exception)
{
    QStringList problems;
    for (const CertificateProblem problem : exception.problems)
        problems += nameIn(certificateProblems, problem);
    static const Statement insert{"server.grantTlsException"_L1,
                                  u"INSERT INTO tls_exception (server_id, host, sha256, problems, granted_at_ms, "
                                  u"expires_at_ms) VALUES (?, ?, ?, ?, ?, ?) "
                                  "ON CONFLICT (server_id, host, sha256) DO UPDATE SET problems = excluded.problems, "
                                  "granted_at_ms = excluded.granted_at_ms, expires_at_ms = excluded.expires_at_ms"_s};
    return executed(connection.execute(insert, Values{id.value, exception.host, exception.sha256, problems.join(u' '),
                                                      toUtcMs(exception.grantedAt), toUtcMs(exception.expiresAt)}));
}

Result<> deleteExceptions(Connection &connection, ServerId id)
{
    static const Statement erase{"server.dropTlsExceptions"_L1, u"DELETE FROM tls_exception WHERE server_id = ?"_s};
    return executed(connection.execute(erase, Values{id.value}));
}
} // namespace

QFuture<Result<ServerId>> ServerRepository::add(const Actor &actor, const ConferenceServer &draft)
{
    ConferenceServer server = draft;
    if (server.uuid.isEmpty())
        server.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return m_database.write(
        [server, entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<ServerId> {
            const Result<ServerId> id = addServer(connection, server);
            if (!id)
                return id;
            for (const TlsException &exception : server.tlsExceptions) {
                if (Result<> granted = insertException(connection, id.value(), exception); !granted)
                    return granted.error();
            }
            if (Result<> done = journal(connection, entry, u"server.added"_s, id.value(), addedDetails(server)); !done)
                return done.error();
            for (const TlsException &exception : server.tlsExceptions) {
                if (Result<> done = journal(connection, entry, u"server.tlsExceptionGranted"_s, id.value(),
                                            exceptionDetails(exception));
                    !done)
                    return done.error();
            }
            return id;
        });
}

QFuture<Result<>> ServerRepository::update(const Actor &actor, const ConferenceServer &server)
{
    return m_database.write(
        [server, entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<> {
            const Result<ConferenceServer> before = readLiveServer(connection, server.id);
            if (!before)
                return before.error();
            const QByteArray details = changeDetails(before.value(), server);
            if (details == "{}")
                return {};
            if (Result<> updated = updateServer(connection, server); !updated)
                return updated;
            return journal(connection, entry, u"server.updated"_s, server.id, details);
        });
}

QFuture<Result<>> ServerRepository::remove(const Actor &actor, ServerId id)
{
    return m_database.write(
        [id, entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<> {
            const Result<ConferenceServer> before = readLiveServer(connection, id);
            if (!before)
                return before.error();
            static const Statement hide{
                "server.remove"_L1,
                u"UPDATE server SET is_removed = 1, sort_key = sort_key || char(31) || id WHERE id = ?"_s};
            if (const Result<Executed> hidden = connection.execute(hide, Values{id.value}); !hidden)
                return hidden.error();
            // Trust ends with the server; a new one has to earn it again.
            if (Result<> dropped = deleteExceptions(connection, id); !dropped)
                return dropped;
            return journal(connection, entry, u"server.removed"_s, id,
                           JsonObjectWriter().add("name"_L1, before.value().name).toUtf8());
        });
}

QFuture<Result<>> ServerRepository::grantTlsException(const Actor &actor, ServerId id, const TlsException &exception)
{
    return m_database.write(
        [id, exception, entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<> {
            if (const Result<ConferenceServer> server = readLiveServer(connection, id); !server)
                return server.error();
            if (Result<> granted = insertException(connection, id, exception); !granted)
                return granted;
            return journal(connection, entry, u"server.tlsExceptionGranted"_s, id, exceptionDetails(exception));
        });
}

QFuture<Result<>> ServerRepository::revokeTlsException(const Actor &actor, ServerId id, const QByteArray &sha256)
{
    return m_database.write([id, sha256,
                             entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<> {
        static const Statement erase{"server.revokeTlsException"_L1,
                                     u"DELETE FROM tls_exception WHERE server_id = ? AND sha256 = ?"_s};
        const Result<Executed> erased = connection.execute(erase, Values{id.value, sha256});
        if (!erased)
            return erased.error();
        if (erased.value().rowsAffected == 0)
            return Error{ErrorKind::NotFound, u"no such exception"_s, QString::fromLatin1(sha256.toHex()), {}};
        const QByteArray details = JsonObjectWriter().add("sha256"_L1, QString::fromLatin1(sha256.toHex())).toUtf8();
        return journal(connection, entry, u"server.tlsExceptionRevoked"_s, id, details);
    });
}

QFuture<Result<>> ServerRepository::setChecksumAlgorithm(const Actor &actor, ServerId id, ChecksumAlgorithm algorithm)
{
    return m_database.write([id, algorithm,
                             entry = Entry{actor.login, toUtcMs(m_clock.now())}](Connection &connection) -> Result<> {
        const Result<ConferenceServer> before = readLiveServer(connection, id);
        if (!before)
            return before.error();
        if (before.value().checksumAlgorithm == algorithm)
            return {};
        static const Statement update{"server.setChecksumAlgorithm"_L1,
                                      u"UPDATE server SET checksum_algorithm = ? WHERE id = ?"_s};
        if (const Result<Executed> set = connection.execute(update, Values{checksumAlgorithmName(algorithm), id.value});
            !set)
            return set.error();
        const QByteArray details = JsonObjectWriter().add("algorithm"_L1, checksumAlgorithmName(algorithm)).toUtf8();
        return journal(connection, entry, u"server.checksumAlgorithmChanged"_s, id, details);
    });
}

QFuture<Result<>> ServerRepository::setLastSync(ServerId id, const QDateTime &at)
{
    return m_database.write([id, at](Connection &connection) -> Result<> {
        static const Statement update{"server.setLastSync"_L1, u"UPDATE server SET last_sync_at_ms = ? WHERE id = ?"_s};
        return executed(connection.execute(update, Values{toUtcMs(at), id.value}));
    });
}

QFuture<Result<QList<ConferenceServer>>> ServerRepository::list(bool withRemoved) const
{
    return m_database.read([withRemoved](Connection &connection) {
        return connection.transaction(
            [&] { return readServers(connection, withRemoved ? u"TRUE"_s : u"is_removed = 0"_s, {}); });
    });
}

QFuture<Result<ConferenceServer>> ServerRepository::find(ServerId id) const
{
    return m_database.read([id](Connection &connection) {
        return connection.transaction([&] {
            return readServer(connection, u"id = :id"_s, {{":id"_L1, id.value}}, QString::number(id.value));
        });
    });
}

QFuture<Result<ConferenceServer>> ServerRepository::byName(const QString &name) const
{
    return m_database.read([name](Connection &connection) {
        return connection.transaction([&] {
            return readServer(connection, u"sort_key = :key AND is_removed = 0"_s, {{":key"_L1, nameKey(name)}}, name);
        });
    });
}

QFuture<Result<>> ServerRepository::checkName(const QString &name, ServerId bearer) const
{
    return m_database.read([name, bearer](Connection &connection) {
        return connection.transaction([&]() -> Result<> {
            const Result<ConferenceServer> found =
                readServer(connection, u"sort_key = :key AND is_removed = 0"_s, {{":key"_L1, nameKey(name)}}, name);
            if (!found)
                return found.error().kind == ErrorKind::NotFound ? Result<>() : Result<>(found.error());
            if (found->id == bearer)
                return {};
            return Error{ErrorKind::AlreadyExists, u"another server has this name"_s, name, {}};
        });
    });
}

} // namespace letopis
