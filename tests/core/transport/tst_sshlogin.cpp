#include "core/domain/trust.h"
#include "core/transport/sftptransport.h"
#include "tests/core/transport/testfiles.h"
#include "tests/support/testline.h"
#include "tests/support/testsshd.h"
#include "tests/support/testsshserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

QByteArray publicBlob(const QString &keyFile)
{
    return QByteArray::fromBase64(contentOf(keyFile + u".pub"_s).split(' ').value(1));
}

QByteArray sha256(const QByteArray &blob)
{
    return QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
}

ErrorKind connectError(const SshEndpoint &endpoint, const ServerCredentials &credentials = {}, Error *whole = nullptr)
{
    SftpTransport transport(endpoint, credentials);
    const Result<> result = transport.connect({});
    if (whole && !result)
        *whole = result.error();
    return result ? ErrorKind::Internal : result.error().kind;
}

bool connects(const SshEndpoint &endpoint, const ServerCredentials &credentials = {})
{
    SftpTransport transport(endpoint, credentials);
    const Result<> result = transport.connect({});
    if (!result)
        qWarning() << errorKindName(result.error().kind) << result.error().detail << result.error().subject;
    return result.has_value();
}

} // namespace

class SshLoginTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<TestSshd> m_sshd;

    // Another pair of keys, allowed to log in.
    QString allowedKey(const QString &name, const QString &type, const QString &passphrase)
    {
        const QString file = m_dir.filePath(name);
        if (!generateSshKey(file, type, passphrase))
            return {};
        QFile authorized(m_dir.filePath(u"authorized_keys"_s));
        if (!authorized.open(QIODevice::Append) || authorized.write(contentOf(file + u".pub"_s)) <= 0)
            return {};
        return file;
    }

    // The server's real key, recorded in a file of this test's own.
    QString knownHosts(const QString &name, const QByteArray &content)
    {
        const QString file = m_dir.filePath(name);
        QFile::remove(file);
        write(file, content);
        return file;
    }

    // The server behind a line that misbehaves, known under the line's port.
    SshEndpoint throughLine(const TestLine &line)
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = line.port();
        endpoint.knownHostsFile =
            knownHosts(u"line_hosts"_s, "[127.0.0.1]:" + QByteArray::number(line.port()) + ' ' +
                                            contentOf(m_sshd->hostKeyFile(u"ed25519"_s) + u".pub"_s));
        return endpoint;
    }

    QByteArray entry(const QByteArray &typeAndKey) const
    {
        return "[127.0.0.1]:" + QByteArray::number(m_sshd->port()) + ' ' + typeAndKey;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = TestSshd::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        qunsetenv("SSH_AUTH_SOCK");
        m_sshd = std::make_unique<TestSshd>(m_dir.path());
        QVERIFY2(m_sshd->start(), qPrintable(m_sshd->error()));
    }

    void aKnownHostAndAKeyFileLogIn() { QVERIFY(connects(m_sshd->endpoint())); }

    void anUnknownHostKeyIsShownWithItsFingerprint()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.knownHostsFile = m_dir.filePath(u"none/known_hosts"_s);
        Error error;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::HostKeyUnknown);
        const auto key = std::any_cast<HostKey>(error.evidence);
        QCOMPARE(key.host, u"127.0.0.1"_s);
        QCOMPARE(key.port, m_sshd->port());
        QCOMPARE(key.type, u"ssh-ed25519"_s);
        QCOMPARE(key.sha256, sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s))));
        QCOMPARE(key.knownHostsFile, endpoint.knownHostsFile);
        QVERIFY(!QFile::exists(endpoint.knownHostsFile));
        QCOMPARE(error.subject, endpoint.host);
    }

    void theFingerprintIsTheOneOpensshPrints()
    {
        QProcess keygen;
        keygen.start(u"ssh-keygen"_s, {u"-lf"_s, m_sshd->hostKeyFile(u"ed25519"_s) + u".pub"_s});
        QVERIFY(keygen.waitForFinished());
        const QString printed = QString::fromUtf8(keygen.readAll()).split(u' ').value(1);
        QCOMPARE(opensshFingerprint(sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s)))), printed);
    }

    void anAcceptedHostKeyIsRecordedSoThatOpensshKnowsItToo()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.knownHostsFile = m_dir.filePath(u"fresh/known_hosts"_s);
        ServerCredentials credentials;
        credentials.acceptHostKeySha256 = sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s)));
        QVERIFY(connects(endpoint, credentials));
        QVERIFY(connects(endpoint)); // no acceptance needed any more

        QProcess keygen;
        keygen.start(u"ssh-keygen"_s,
                     {u"-F"_s, u"[127.0.0.1]:%1"_s.arg(m_sshd->port()), u"-f"_s, endpoint.knownHostsFile});
        QVERIFY(keygen.waitForFinished());
        QCOMPARE(keygen.exitCode(), 0);
    }

    void acceptingAnotherFingerprintAcceptsNothing()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.knownHostsFile = m_dir.filePath(u"other/known_hosts"_s);
        const QByteArray real = sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s)));
        for (const QByteArray &accepted : {QByteArray(32, 'x'), real.left(31), real.toHex(), real + '\0'}) {
            ServerCredentials credentials;
            credentials.acceptHostKeySha256 = accepted;
            QCOMPARE(connectError(endpoint, credentials), ErrorKind::HostKeyUnknown);
        }
        QVERIFY(!QFile::exists(endpoint.knownHostsFile));
    }

    void aChangedHostKeyIsRefusedEvenIfAccepted_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"changed", "changed and hashed", "another type", "revoked"})
            QTest::newRow(how) << QByteArray(how);
    }

    void aChangedHostKeyIsRefusedEvenIfAccepted()
    {
        QFETCH(const QByteArray, how);
        const QString type = how == "another type" ? u"ecdsa"_s : u"ed25519"_s;
        const QString otherKey = m_dir.filePath(u"other_"_s + QString::fromLatin1(how.toHex()));
        QVERIFY(generateSshKey(otherKey, type));
        QByteArray content = entry(contentOf(otherKey + u".pub"_s));
        if (how == "revoked")
            content =
                m_sshd->knownHostsLines() + "@revoked * " + contentOf(m_sshd->hostKeyFile(u"ed25519"_s) + u".pub"_s);
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.knownHostsFile = knownHosts(u"changed_hosts"_s, content);
        if (how == "changed and hashed")
            QCOMPARE(QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-H"_s, u"-f"_s, endpoint.knownHostsFile}), 0);
        const QByteArray before = contentOf(endpoint.knownHostsFile);
        ServerCredentials credentials;
        credentials.acceptHostKeySha256 = sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s)));
        Error error;
        QCOMPARE(connectError(endpoint, credentials, &error), ErrorKind::HostKeyChanged);
        const auto key = std::any_cast<HostKey>(error.evidence);
        QCOMPARE(key.sha256, credentials.acceptHostKeySha256);
        QCOMPARE(key.knownHostsFile, endpoint.knownHostsFile);
        QCOMPARE(contentOf(endpoint.knownHostsFile), before);
    }

    void aHashedEntryIsKnown()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.knownHostsFile = knownHosts(u"hashed_hosts"_s, m_sshd->knownHostsLines());
        QCOMPARE(QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-H"_s, u"-f"_s, endpoint.knownHostsFile}), 0);
        QVERIFY(contentOf(endpoint.knownHostsFile).startsWith("|1|"));
        QVERIFY(connects(endpoint));
    }

    void aServerWithSeveralKeysShowsTheOneWeKnow()
    {
        QTemporaryDir directory;
        TestSshd sshd(directory.path());
        sshd.setHostKeyTypes({u"ed25519"_s, u"ecdsa"_s, u"rsa"_s});
        QVERIFY(sshd.start());
        for (const QByteArray &line : sshd.knownHostsLines().trimmed().split('\n')) {
            SshEndpoint endpoint = sshd.endpoint();
            endpoint.knownHostsFile = knownHosts(u"one_of_several"_s, line + '\n');
            QVERIFY2(connects(endpoint), line.constData());
        }
    }

    void anUnwritableKnownHostsIsAClearError()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        write(m_dir.filePath(u"plainfile"_s), "not a directory");
        endpoint.knownHostsFile = m_dir.filePath(u"plainfile/known_hosts"_s);
        ServerCredentials credentials;
        credentials.acceptHostKeySha256 = sha256(publicBlob(m_sshd->hostKeyFile(u"ed25519"_s)));
        Error error;
        QCOMPARE(connectError(endpoint, credentials, &error), ErrorKind::PermissionDenied);
        QCOMPARE(error.subject, endpoint.knownHostsFile);
    }

    void aKeyWithAPassphraseNeedsTheRightOne_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("ed25519") << u"ed25519"_s;
        QTest::newRow("rsa") << u"rsa"_s;
        QTest::newRow("ecdsa") << u"ecdsa"_s;
    }

    void aKeyWithAPassphraseNeedsTheRightOne()
    {
        QFETCH(const QString, type);
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.keyFile = allowedKey(u"locked_"_s + type, type, u"sesame"_s);
        QVERIFY(!endpoint.keyFile.isEmpty());
        ServerCredentials right;
        right.sshKeyPassphrase = SecretText("sesame");
        QVERIFY(connects(endpoint, right));

        ServerCredentials wrong;
        wrong.sshKeyPassphrase = SecretText("barley");
        Error error;
        QCOMPARE(connectError(endpoint, wrong, &error), ErrorKind::AuthenticationRefused);
        QCOMPARE(error.subject, endpoint.keyFile);
        QVERIFY(error.detail.contains("does not open"_L1));
        QVERIFY(!error.detail.contains("barley"_L1));

        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::AuthenticationRefused);
        QVERIFY2(error.detail.contains("needs a passphrase"_L1), qPrintable(error.detail));
    }

    void aKeyFileThatIsMissingOrRubbishIsNamed()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.keyFile = m_dir.filePath(u"nothing"_s);
        Error error;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::NotFound);
        QCOMPARE(error.subject, endpoint.keyFile);
        write(endpoint.keyFile, "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n");
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::AuthenticationRefused);
        QCOMPARE(error.subject, endpoint.keyFile);
    }

    void aRefusedKeySaysWhatTheServerOffers()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.keyFile = m_dir.filePath(u"stranger"_s);
        QVERIFY(generateSshKey(endpoint.keyFile, u"ed25519"_s));
        Error error;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::AuthenticationRefused);
        QCOMPARE(error.subject, endpoint.host);
        QVERIFY2(error.detail.contains("publickey"_L1), qPrintable(error.detail));

        endpoint.login = SshLogin::Password;
        ServerCredentials credentials;
        credentials.sshPassword = SecretText("hunter2-canary");
        QCOMPARE(connectError(endpoint, credentials, &error), ErrorKind::AuthenticationRefused);
        QVERIFY2(error.detail.contains("offers publickey"_L1), qPrintable(error.detail));
        QVERIFY(!error.detail.contains("canary"_L1));
    }

    void theAgentsKeyLogsIn()
    {
        if (QStandardPaths::findExecutable(u"ssh-agent"_s).isEmpty())
            QSKIP("ssh-agent is not installed.");
        const QString socket = m_dir.filePath(u"agent"_s);
        QProcess agent;
        agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
        QVERIFY(agent.waitForStarted());
        QTRY_VERIFY(QFile::exists(socket));
        qputenv("SSH_AUTH_SOCK", QFile::encodeName(socket));
        const auto restore = qScopeGuard([&] {
            qunsetenv("SSH_AUTH_SOCK");
            agent.kill();
            agent.waitForFinished();
        });
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.login = SshLogin::AgentAndDefaultKeys;
        endpoint.keyFile.clear();
        // No key of the developer's own may do it.
        write(m_dir.filePath(u"agent_config"_s), "Host *\n  IdentityFile /nowhere/at/all\n");
        endpoint.configFile = m_dir.filePath(u"agent_config"_s);
        QCOMPARE(connectError(endpoint), ErrorKind::AuthenticationRefused);
        QCOMPARE(QProcess::execute(u"ssh-add"_s, {u"-q"_s, m_sshd->userKeyFile()}), 0);
        QVERIFY(connects(endpoint));
    }

    void aKeyOfTheConfigurationOpensWithItsPassphrase()
    {
        const QString key = allowedKey(u"locked_identity"_s, u"ed25519"_s, u"sesame"_s);
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.login = SshLogin::AgentAndDefaultKeys;
        endpoint.configFile = m_dir.filePath(u"locked_config"_s);
        write(endpoint.configFile, "Host *\n  IdentityFile " + QFile::encodeName(key) + '\n');
        ServerCredentials credentials;
        QCOMPARE(connectError(endpoint, credentials), ErrorKind::AuthenticationRefused);
        credentials.sshKeyPassphrase = SecretText("barley");
        QCOMPARE(connectError(endpoint, credentials), ErrorKind::AuthenticationRefused);
        credentials.sshKeyPassphrase = SecretText("sesame");
        QVERIFY(connects(endpoint, credentials));
    }

    void anAliasOfTheConfigurationFileIsEnough()
    {
        const QString config = m_dir.filePath(u"alias_config"_s);
        write(config, "Host recordings\n  HostName 127.0.0.1\n  Port " + QByteArray::number(m_sshd->port()) +
                          "\n  User " + m_sshd->user().toUtf8() + "\n  IdentityFile " +
                          QFile::encodeName(m_sshd->userKeyFile()) + "\n  UserKnownHostsFile " +
                          QFile::encodeName(m_sshd->knownHostsFile()) + '\n');
        SshEndpoint endpoint;
        endpoint.host = u"recordings"_s;
        endpoint.configFile = config;
        QVERIFY(connects(endpoint));

        endpoint.user = u"nobody-of-that-name"_s; // what the program is told outweighs the file
        QCOMPARE(connectError(endpoint), ErrorKind::AuthenticationRefused);
        endpoint.user.clear();
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
        endpoint.port = closed.serverPort();
        closed.close();
        QCOMPARE(connectError(endpoint), ErrorKind::HostUnreachable);
    }

    void aSystemWideKnownHostsFileCounts()
    {
        const QString config = m_dir.filePath(u"global_config"_s);
        write(config, "Host *\n  GlobalKnownHostsFile " + QFile::encodeName(m_sshd->knownHostsFile()) + '\n');
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.configFile = config;
        endpoint.knownHostsFile = m_dir.filePath(u"empty_known_hosts"_s);
        QVERIFY(connects(endpoint));
    }

    void aMissingConfigurationFileIsNamed()
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.configFile = m_dir.filePath(u"no_config"_s);
        Error error;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::NotFound);
        QCOMPARE(error.subject, endpoint.configFile);
    }

    void aProxyCommandLeadsToAHostBehindAnother()
    {
        QTemporaryDir directory;
        TestSshd jump(directory.path());
        jump.setExtraConfig({u"AllowTcpForwarding yes"_s});
        QVERIFY(jump.start());
        const QString jumpConfig = m_dir.filePath(u"jump_config"_s);
        write(jumpConfig, "Host jump\n  HostName 127.0.0.1\n  Port " + QByteArray::number(jump.port()) +
                              "\n  IdentityFile " + QFile::encodeName(jump.userKeyFile()) + "\n  UserKnownHostsFile " +
                              QFile::encodeName(jump.knownHostsFile()) + "\n  BatchMode yes\n");
        const QString config = m_dir.filePath(u"behind_config"_s);
        write(config, "Host *\n  ProxyCommand ssh -F " + QFile::encodeName(jumpConfig) + " -W [%h]:%p jump\n");
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.configFile = config;
        SftpTransport transport(endpoint, {});
        QVERIFY(transport.connect({}));
        QVERIFY(transport.stat(u"/"_s, {})->isDirectory);

        jump.stop();
        const auto lost = transport.stat(u"/"_s, {});
        QVERIFY(!lost); // and not a hang
    }

    void aPasswordLogsIn_data()
    {
        QTest::addColumn<bool>("isInteractive");
        QTest::newRow("password") << false;
        QTest::newRow("keyboard-interactive") << true;
    }

    void aPasswordLogsIn()
    {
        QFETCH(const bool, isInteractive);
        TestSshServer server(m_sshd->hostKeyFile(u"ed25519"_s), isInteractive
                                                                    ? TestSshServer::Login::KeyboardInteractive
                                                                    : TestSshServer::Login::Password);
        QVERIFY(server.isListening());
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = server.port();
        endpoint.login = SshLogin::Password;
        endpoint.knownHostsFile =
            knownHosts(u"password_hosts"_s, "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' +
                                                contentOf(m_sshd->hostKeyFile(u"ed25519"_s) + u".pub"_s));
        ServerCredentials right;
        right.sshPassword = SecretText(TestSshServer::password());
        QVERIFY(connects(endpoint, right));
        ServerCredentials wrong;
        wrong.sshPassword = SecretText("wrong-canary");
        Error error;
        QCOMPARE(connectError(endpoint, wrong, &error), ErrorKind::AuthenticationRefused);
        QVERIFY2(error.detail.contains(isInteractive ? "keyboard-interactive"_L1 : "offers password"_L1),
                 qPrintable(error.detail));
        QVERIFY(!error.detail.contains("canary"_L1));
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::AuthenticationRefused);
    }

    void noSecretReachesTheLog()
    {
        static QByteArray logged;
        logged.clear();
        // Everything, whatever the environment says of logging.
        const auto previousFilter =
            QLoggingCategory::installFilter([](QLoggingCategory *category) { category->setEnabled(QtDebugMsg, true); });
        const auto previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { logged += message.toUtf8() + '\n'; });
        const auto restore = qScopeGuard([&] {
            qInstallMessageHandler(previous);
            QLoggingCategory::installFilter(previousFilter);
        });
        for (const auto login : {TestSshServer::Login::Password, TestSshServer::Login::KeyboardInteractive}) {
            TestSshServer server(m_sshd->hostKeyFile(u"ed25519"_s), login);
            SshEndpoint endpoint = m_sshd->endpoint();
            endpoint.port = server.port();
            endpoint.login = SshLogin::Password;
            endpoint.knownHostsFile =
                knownHosts(u"logged_hosts"_s, "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' +
                                                  contentOf(m_sshd->hostKeyFile(u"ed25519"_s) + u".pub"_s));
            ServerCredentials credentials;
            credentials.sshPassword = SecretText(TestSshServer::password());
            QVERIFY(connects(endpoint, credentials));
            credentials.sshPassword = SecretText("wrong-canary");
            QCOMPARE(connectError(endpoint, credentials), ErrorKind::AuthenticationRefused);
        }
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.keyFile = allowedKey(u"logged_key"_s, u"ed25519"_s, u"open-canary"_s);
        ServerCredentials credentials;
        credentials.sshKeyPassphrase = SecretText("open-canary");
        QVERIFY(connects(endpoint, credentials));
        QVERIFY(logged.contains("libssh"));
        QVERIFY(!logged.contains("canary"));
        QVERIFY(!logged.contains(TestSshServer::password()));
    }

    void aPortWithoutAnSshServerIsUnreachable()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress(QHostAddress::LocalHost)));
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = closed.serverPort();
        closed.close();
        Error error;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::HostUnreachable);
        QCOMPARE(error.subject, endpoint.host);

        endpoint.host = u"no-such-host.invalid"_s;
        QCOMPARE(connectError(endpoint, {}, &error), ErrorKind::HostUnreachable);
        QCOMPARE(error.subject, endpoint.host);
    }

    void aServerThatHangsTimesOut_data()
    {
        QTest::addColumn<int>("afterBytes");
        for (const int bytes : {0, 10, 300, 1500, 2500})
            QTest::addRow("after %d bytes", bytes) << bytes;
    }

    void aServerThatHangsTimesOut()
    {
        QFETCH(const int, afterBytes);
        TestLine line(m_sshd->port());
        line.hangAfter(afterBytes);
        const SshEndpoint endpoint = throughLine(line);
        using namespace std::chrono_literals;
        SftpTransport transport(endpoint, {}, SshTimeouts{500ms, 500ms});
        const Result<> result = transport.connect({});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Timeout);
        QCOMPARE(result.error().subject, endpoint.host);
    }

    void aLineCutAtAnyPointOfLoggingInIsAnErrorAndNoHang_data()
    {
        QTest::addColumn<int>("afterBytes");
        for (int bytes = 0; bytes < 4000; bytes += 400)
            QTest::addRow("after %d bytes", bytes) << bytes;
    }

    void aLineCutAtAnyPointOfLoggingInIsAnErrorAndNoHang()
    {
        QFETCH(const int, afterBytes);
        TestLine line(m_sshd->port());
        line.cutAfter(afterBytes);
        const SshEndpoint endpoint = throughLine(line);
        SftpTransport transport(endpoint, {});
        const Result<> result = transport.connect({});
        if (result) // logging in took fewer bytes
            QCOMPARE(transport.list(u"/etc"_s, {}).error().kind, ErrorKind::ConnectionLost);
        else
            QVERIFY2(result.error().kind == ErrorKind::HostUnreachable ||
                         result.error().kind == ErrorKind::ConnectionLost,
                     qPrintable(errorKindName(result.error().kind)));
        line.cutAfter(-1);
        QVERIFY(transport.connect({})); // the next try stands on its own
    }

    void aHangingServerIsLeftWhenAskedTo_data()
    {
        QTest::addColumn<int>("afterBytes");
        for (const int bytes : {0, 1500, 2500})
            QTest::addRow("after %d bytes", bytes) << bytes;
    }

    // With a timeout of an hour, only the stop can end it.
    void aHangingServerIsLeftWhenAskedTo()
    {
        QFETCH(const int, afterBytes);
        TestLine line(m_sshd->port());
        line.hangAfter(afterBytes);
        const SshEndpoint endpoint = throughLine(line);
        using namespace std::chrono_literals;
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread stopper([&] {
            line.waitForBytes(afterBytes);
            sinceStop.start();
            stop.request_stop();
        });
        SftpTransport transport(endpoint, {}, SshTimeouts{1h, 1h});
        const Result<> result = transport.connect(stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        stopper.join();
        qInfo("left %lld ms after the request", sinceStop.elapsed());
    }
};

QTEST_GUILESS_MAIN(SshLoginTest)
#include "tst_sshlogin.moc"
