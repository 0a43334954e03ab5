#include "tests/support/testsshd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace letopis::test {

namespace {

// sshd re-executes itself and insists on its absolute path.
QString sshdProgram()
{
    return QStandardPaths::findExecutable(u"sshd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/bin"_s});
}

bool writeFile(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readFile(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool answersAsSsh(int port)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
    return socket.waitForConnected(1000) && socket.waitForReadyRead(1000) && socket.readAll().startsWith("SSH-2.0");
}

// Each session is a child of the listener in a process group of its own, so it outlives the listener.
QList<qint64> childrenOf(qint64 parent)
{
    QList<qint64> children;
    static const QRegularExpression parentField(uR"(^\d+ \(.*\) \S (\d+) )"_s);
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isProcess = false;
        const qint64 pid = name.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const auto match = parentField.match(QString::fromUtf8(readFile(u"/proc/"_s + name + u"/stat"_s)));
        if (match.hasMatch() && match.captured(1).toLongLong() == parent)
            children << pid << childrenOf(pid);
    }
    return children;
}

} // namespace

bool generateSshKey(const QString &file, const QString &type, const QString &passphrase)
{
    return QProcess::execute(u"ssh-keygen"_s,
                             {u"-q"_s, u"-t"_s, type, u"-N"_s, passphrase, u"-C"_s, u"test"_s, u"-f"_s, file}) == 0;
}

QString TestSshd::whyUnavailable()
{
#ifdef Q_OS_UNIX
    if (sshdProgram().isEmpty() || QStandardPaths::findExecutable(u"ssh-keygen"_s).isEmpty())
        return u"OpenSSH's sshd is not installed."_s;
    return {};
#else
    return u"An sshd for tests is started on Unix only."_s;
#endif
}

TestSshd::TestSshd(const QString &directory)
    : m_directory(directory)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A crashed test leaves no sshd behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
}

TestSshd::~TestSshd()
{
    stop();
}

QString TestSshd::user() const
{
#ifdef Q_OS_UNIX
    if (const passwd *entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
#endif
    return {};
}

QString TestSshd::hostKeyFile(const QString &type) const
{
    return m_directory + u"/host_"_s + type;
}

QByteArray TestSshd::knownHostsLines() const
{
    QByteArray lines;
    for (const QString &type : m_hostKeyTypes) {
        const QList<QByteArray> words = readFile(hostKeyFile(type) + u".pub"_s).simplified().split(' ');
        if (words.size() >= 2)
            lines += "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + words[0] + ' ' + words[1] + '\n';
    }
    return lines;
}

SshEndpoint TestSshd::endpoint() const
{
    SshEndpoint endpoint;
    endpoint.host = u"127.0.0.1"_s;
    endpoint.port = m_port;
    endpoint.user = user();
    endpoint.login = SshLogin::KeyFile;
    endpoint.keyFile = userKeyFile();
    endpoint.configFile = m_directory + u"/ssh_config"_s;
    endpoint.knownHostsFile = knownHostsFile();
    return endpoint;
}

QByteArray TestSshd::configuration() const
{
    QStringList lines = m_extraConfig;
    for (const QString &type : m_hostKeyTypes)
        lines << u"HostKey "_s + hostKeyFile(type);
    lines << u"ListenAddress 127.0.0.1"_s << u"Port %1"_s.arg(m_port) << u"PidFile none"_s
          << u"AuthorizedKeysFile %1/authorized_keys"_s.arg(m_directory)
          // The test's directory belongs to whoever runs it and sits below a world-writable one.
          << u"StrictModes no"_s << u"UsePAM no"_s << u"PasswordAuthentication no"_s
          << u"KbdInteractiveAuthentication no"_s << u"PermitRootLogin prohibit-password"_s
          << u"AllowUsers %1"_s.arg(user()) << u"MaxSessions 100"_s << u"LogLevel FATAL"_s
          << u"AllowTcpForwarding no"_s << u"X11Forwarding no"_s << u"PrintMotd no"_s << u"PrintLastLog no"_s
          << u"Subsystem sftp %1"_s.arg(m_sftpCommand);
    // Of this one alone the last value wins.
    if (!lines.join(u'\n').contains("MaxStartups"_L1))
        lines << u"MaxStartups 200"_s;
    if (m_sftpCommand == "internal-sftp"_L1)
        lines << u"ForceCommand internal-sftp"_s;
    return lines.join(u'\n').toUtf8() + '\n';
}

bool TestSshd::prepare()
{
    for (const QString &type : m_hostKeyTypes) {
        if (!QFile::exists(hostKeyFile(type)) && !generateSshKey(hostKeyFile(type), type)) {
            m_error = u"ssh-keygen failed"_s;
            return false;
        }
    }
    if (!QFile::exists(userKeyFile()) && !generateSshKey(userKeyFile(), u"ed25519"_s)) {
        m_error = u"ssh-keygen failed"_s;
        return false;
    }
    const QString authorized = m_directory + u"/authorized_keys"_s;
    if (!QFile::exists(authorized) && !QFile::copy(userKeyFile() + u".pub"_s, authorized))
        return false;
#ifdef Q_OS_UNIX
    // Started by root, sshd confines its network half to this directory (compiled in) and refuses to start without it.
    if (::geteuid() == 0)
        ::mkdir("/run/sshd", 0755);
#endif
    return writeFile(m_directory + u"/ssh_config"_s, {});
}

bool TestSshd::launch()
{
    const QString config = m_directory + u"/sshd_config"_s;
    if (!writeFile(config, configuration()))
        return false;
    m_process.start(sshdProgram(), {u"-D"_s, u"-e"_s, u"-f"_s, config});
    QElapsedTimer waiting;
    waiting.start();
    while (m_process.state() != QProcess::NotRunning && waiting.elapsed() < 20'000) {
        if (answersAsSsh(m_port))
            return true;
        m_process.waitForFinished(20);
    }
    return false;
}

bool TestSshd::start()
{
    if (!m_isPrepared && !prepare())
        return false;
    m_isPrepared = true;
    const bool isRestart = m_port != 0;
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (!isRestart)
            m_port = freePort(); // sshd cannot choose one itself; another process may take it meanwhile
        if (launch())
            return isRestart || writeFile(knownHostsFile(), knownHostsLines());
        stop();
    }
    m_error = u"sshd did not start"_s;
    return false;
}

void TestSshd::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    for (const qint64 child : childrenOf(m_process.processId()))
        ::kill(pid_t(child), SIGKILL);
#endif
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace letopis::test
