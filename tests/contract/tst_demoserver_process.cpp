#include "tests/contract/demoserverclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

// The finished program, started as a person or ./dev would.
class Server
{
public:
    ~Server() { stop(); }

    bool start(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(DEMO_SERVER),
                        arguments + QStringList{u"--print-connection"_s, u"--exit-with-parent"_s});
        QByteArray line;
        while (!line.endsWith('\n')) {
            if (!m_process.waitForReadyRead(240'000))
                return false;
            line += m_process.readAllStandardOutput();
        }
        m_json = QJsonDocument::fromJson(line).object();
        return !m_json.isEmpty();
    }

    demo::Connection connection() const
    {
        demo::Connection connection;
        connection.apiUrl = m_json["apiUrl"_L1].toString();
        connection.secret = m_json["secret"_L1].toString().toUtf8();
        connection.caFile = m_json["caFile"_L1].toString();
        connection.dataRoot = m_json["dataRoot"_L1].toString();
        return connection;
    }

    int stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return m_process.exitCode();
        m_process.terminate();
        if (!m_process.waitForFinished(60'000))
            m_process.kill();
        m_process.waitForFinished();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    qint64 pid() const { return m_process.processId(); }
    const QJsonObject &json() const { return m_json; }

private:
    QProcess m_process;
    QJsonObject m_json;
};

bool isListening(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(5'000);
}

// Peak resident memory, KiB; -1 where the kernel does not tell.
qint64 peakMemory(qint64 pid)
{
    for (const QByteArray &line : contentOf(u"/proc/%1/status"_s.arg(pid)).split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').constFirst().toLongLong();
    }
    return -1;
}

} // namespace

class tst_DemoServerProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePrintedConnectionWorksAndEndsWithTheServer();
    void aSignalMakesANewRecording();
    void badArgumentsAreUsageErrors();
    void aHundredThousandRecordingsAreStreamedInLittleMemory();
};

void tst_DemoServerProcess::thePrintedConnectionWorksAndEndsWithTheServer()
{
    Server server;
    QVERIFY(server.start({u"--recordings"_s, u"3"_s, u"--media"_s, u"none"_s}));
    for (const QString &key : {u"apiUrl"_s, u"secret"_s, u"caFile"_s, u"sshHost"_s, u"sshPort"_s, u"sshUser"_s,
                               u"sshKeyFile"_s, u"knownHostsFile"_s, u"dataRoot"_s})
        QVERIFY2(server.json().contains(key), qPrintable(key));
    DemoServerClient client(server.connection());
    QCOMPARE(texts(client.call("getRecordings", "state=any"), u"recordID"_s).size(), 3);
    const auto sshPort = quint16(server.json()["sshPort"_L1].toInt());
    if (sshPort != 0)
        QVERIFY(isListening(sshPort));
    const QString root = server.connection().dataRoot;
    QVERIFY(QFile::exists(root));
    QCOMPARE(server.stop(), 0);
    QVERIFY(!QFile::exists(root)); // it was temporary
    if (sshPort != 0)
        QVERIFY(!isListening(sshPort));
}

void tst_DemoServerProcess::aSignalMakesANewRecording()
{
#ifdef Q_OS_UNIX
    Server server;
    QVERIFY(server.start({u"--recordings"_s, u"2"_s, u"--media"_s, u"none"_s, u"--no-ssh"_s}));
    DemoServerClient client(server.connection());
    QCOMPARE(::kill(pid_t(server.pid()), SIGUSR1), 0);
    QTRY_COMPARE_WITH_TIMEOUT(texts(client.call("getRecordings", "state=any"), u"recordID"_s).size(), 3, 60'000);
#else
    QSKIP("there is no SIGUSR1 here");
#endif
}

void tst_DemoServerProcess::badArgumentsAreUsageErrors()
{
    QProcess process;
    process.start(QStringLiteral(DEMO_SERVER), {u"--recordings"_s, u"many"_s});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
}

void tst_DemoServerProcess::aHundredThousandRecordingsAreStreamedInLittleMemory()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer holds freed memory back: there is no little memory to see");
#endif
    Server server;
    QVERIFY(
        server.start({u"--recordings"_s, u"100000"_s, u"--on-disk"_s, u"0"_s, u"--media"_s, u"none"_s, u"--no-ssh"_s}));
    if (peakMemory(server.pid()) < 0)
        QSKIP("this system does not tell a process's peak memory");
    const qint64 before = peakMemory(server.pid());
    DemoServerClient client(server.connection());
    const QByteArray body = client.call("getRecordings", "state=any");
    QCOMPARE(body.count("<recordID>"), 100'000);
    QVERIFY(body.size() > 200'000'000);
    const qint64 grown = peakMemory(server.pid()) - before;
    QVERIFY2(grown < 64 * 1024, qPrintable(u"grew by %1 KiB"_s.arg(grown)));
}

QTEST_GUILESS_MAIN(tst_DemoServerProcess)
#include "tst_demoserver_process.moc"
