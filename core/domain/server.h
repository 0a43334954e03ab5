#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"
#include "core/base/strongid.h"
#include "core/domain/trust.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace letopis {

using ServerId = StrongId<struct ServerTag>;

enum class ServerKind { BigBlueButton };

// H of BigBlueButton's checksum; the server accepts each only where its administrator left it on.
enum class ChecksumAlgorithm { Sha256, Sha512, Sha1, Sha384 };

enum class ProxyKind { System, None, Http, Socks5 };

struct ProxySettings
{
    ProxyKind kind = ProxyKind::System;
    QString host;
    int port = 0;
    QString user;

    friend bool operator==(const ProxySettings &, const ProxySettings &) = default;
};

enum class SshLogin { AgentAndDefaultKeys, KeyFile, Password };

// An account on the conference server's host. `host` may be an alias of ~/.ssh/config; port 0 and an empty user mean
// "as ~/.ssh/config says, else OpenSSH's default".
struct SshEndpoint
{
    QString host;
    int port = 0;
    QString user;
    SshLogin login = SshLogin::AgentAndDefaultKeys;
    QString keyFile;
    QString configFile;     // empty: ~/.ssh/config
    QString knownHostsFile; // empty: ~/.ssh/known_hosts

    friend bool operator==(const SshEndpoint &, const SshEndpoint &) = default;
};

QString defaultDeletionCommand(); // "sudo -n -u bigbluebutton /usr/local/sbin/letopis-recordings"
// The words of such a command; empty where one has characters that a shell may take for something else.
QStringList deletionCommandWords(const QString &command);

// A configured conference server. Holds no secret: those are in the SecretStore under `uuid`.
struct ConferenceServer
{
    ServerId id;
    QString uuid;
    QString name; // unique in the catalog
    ServerKind kind = ServerKind::BigBlueButton;
    QUrl apiUrl; // normalised: https://host/bigbluebutton/api/
    std::optional<ChecksumAlgorithm> checksumAlgorithm; // nothing: not negotiated yet
    QString caFile; // PEM, trusted for this server besides the system's authorities
    QList<TlsException> tlsExceptions;
    ProxySettings proxy;
    std::optional<SshEndpoint> ssh;
    QString dataRoot = QStringLiteral("/var/bigbluebutton");
    // Runs the script that brings recordings back and purges them (resources/server); words of plain characters.
    QString deletionCommand = defaultDeletionCommand();
    int syncIntervalMinutes = 15; // 0: only on request
    QDateTime lastSyncAt;         // UTC, end of the last sync that read the whole answer; invalid: never
    bool isRemoved = false;       // its recordings stay in the catalog

    friend bool operator==(const ConferenceServer &, const ConferenceServer &) = default;
};

// What opens a server; handed to transports, never stored with it.
struct ServerCredentials
{
    SecretText apiSecret;
    SecretText sshPassword;
    SecretText sshKeyPassphrase;
    SecretText proxyPassword;
    // Set for the one attempt after a person accepted this unknown host key; the key is then recorded in known_hosts.
    QByteArray acceptHostKeySha256;
};

// What is wrong with a server's settings before any connection is tried.
enum class ServerProblem {
    NameMissing, NameTooLong, ApiUrlInvalid, CaFileNotAbsolute, DataRootNotAbsolute, SshHostInvalid, SshUserInvalid,
    SshPortOutOfRange, SshKeyFileMissing, ProxyHostMissing, ProxyPortOutOfRange, SyncIntervalOutOfRange,
    ApiUrlUnencrypted, DeletionCommandUnsafe,
};

QList<ServerProblem> problemsIn(const ConferenceServer &server);
QString serverProblemName(ServerProblem problem); // English, for logs and error details

// The URL as people paste it (with or without api/, trailing slash, a call name or a checksum) → the base of the calls,
// ending in "api/". InvalidInput where it is no absolute http(s) URL.
Result<QUrl> normalisedApiUrl(const QString &typed);

// http to another computer: the recordings, and the checksums made from the secret, would be anybody's on the way.
bool isUnencryptedToOthers(const QUrl &apiUrl);

// user@host:port in its usual spellings, [v6]:port included.
Result<SshEndpoint> parseSshEndpoint(const QString &typed);
QString sshAddressText(const SshEndpoint &endpoint); // as parseSshEndpoint reads it

QString checksumAlgorithmName(ChecksumAlgorithm algorithm); // "sha256" …
std::optional<ChecksumAlgorithm> checksumAlgorithmFromName(const QString &name);

} // namespace letopis
