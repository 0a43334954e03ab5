#pragma once

#include "core/media/mediacache.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/secrets/filesecretstore.h"
#include "core/transport/sftptransport.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/support/answer.h"
#include "tests/support/democonference.h"

#include <QDirIterator>
#include <QTest>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

inline const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

class HandClock final : public Clock
{
public:
    explicit HandClock(const QDateTime &now) { set(now); }
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void set(const QDateTime &now) { m_nowMs = now.toMSecsSinceEpoch(); }

private:
    std::atomic<qint64> m_nowMs{0};
};

inline ConferenceServer serverOf(const demo::Connection &connection)
{
    ConferenceServer server;
    server.name = u"demo"_s;
    server.apiUrl = normalisedApiUrl(connection.apiUrl).value();
    server.caFile = connection.caFile;
    server.proxy.kind = ProxyKind::None;
    server.dataRoot = connection.dataRoot;
    server.deletionCommand = connection.deletionCommand;
    SshEndpoint ssh;
    ssh.host = connection.sshHost;
    ssh.port = connection.sshPort;
    ssh.user = connection.sshUser;
    ssh.login = SshLogin::KeyFile;
    ssh.keyFile = connection.sshKeyFile;
    ssh.knownHostsFile = connection.knownHostsFile;
    server.ssh = ssh;
    return server;
}

// The program over a profile of its own, with a clock that stands where it is put.
struct Program
{
    explicit Program(const QString &folder, const QDateTime &now)
        : clock(now)
        , database(Database::open(folder + u"/catalog.sqlite"_s, {.observer = {}, .eventOrigin = origin}).value())
        , secrets(folder + u"/secrets.json"_s)
        , media(folder + u"/media"_s, 1 << 30)
        , workspace({.database = *database,
                     .store = ContentStore(folder + u"/store"_s),
                     .services = services,
                     .keychain = secrets,
                     .secretFile = secrets,
                     .usesSecretFile = true,
                     .rememberSecretFile = {},
                     .media = media,
                     .clock = clock,
                     .transports = &transports,
                     .anchorFile = folder + u"/anchor"_s,
                     .application = u"letopis test"_s,
                     .eventOrigin = origin})
    {
    }

    std::optional<Error> run(JobId id)
    {
        const auto status = [&] {
            for (const JobStatus &each : workspace.jobs(admin)) {
                if (each.id == id)
                    return each;
            }
            return JobStatus{};
        };
        if (!QTest::qWaitFor([&] { return status().state == Job::State::Finished; }, 120'000))
            return Error{ErrorKind::Timeout, {}, {}, {}};
        return status().error;
    }

    HandClock clock;
    std::shared_ptr<EventOrigin> origin = std::make_shared<EventOrigin>(u"letopis"_s, u"test"_s, u"test"_s);
    std::unique_ptr<Database> database;
    FileSecretStore secrets;
    BigBlueButtonServiceFactory services;
    SftpTransportFactory transports;
    MediaCache media;
    LocalWorkspace workspace;
};

inline QStringList pathsNamed(const QString &directory, const QString &name)
{
    QStringList found;
    QDirIterator files(directory, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (files.next(); files.fileName().startsWith(name))
            found += files.filePath();
    }
    return found;
}

} // namespace letopis::test
