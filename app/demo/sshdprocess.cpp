#include "app/demo/sshdprocess.h"

#include "app/demo/programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>

#ifdef Q_OS_UNIX
#include <csignal>
#include <pwd.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <shadow.h>
#include <sys/prctl.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr int attempts = 5;
constexpr int patienceMs = 20'000;

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString currentUser()
{
#ifdef Q_OS_UNIX
    const passwd *entry = getpwuid(getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
#else
    return {};
#endif
}

// sshd run by root refuses an account with a locked password unless PAM decides.
bool needsPam()
{
#ifdef Q_OS_LINUX
    const spwd *entry = getuid() == 0 ? getspnam("root") : nullptr;
    return entry && entry->sp_pwdp && entry->sp_pwdp[0] == '!';
#else
    return false;
#endif
}

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

// The processes serving connections leave sshd's process group, so they are found through the kernel.
void endDescendants(qint64 pid)
{
#ifdef Q_OS_LINUX
    const QString path = u"/proc/%1/task/%1/children"_s.arg(pid);
    for (const QByteArray &child : readFile(path).simplified().split(' ')) {
        if (const qint64 id = child.toLongLong(); id > 1) {
            endDescendants(id);
            ::kill(pid_t(id), SIGKILL);
        }
    }
#else
    Q_UNUSED(pid)
#endif
}

} // namespace

bool SshdProcess::start(const QString &directory, QString *error)
{
    m_directory = directory;
    m_user = currentUser();
    const QString sshd = findProgram(u"sshd"_s);
    if (sshd.isEmpty() || m_user.isEmpty() || findProgram(u"ssh-keygen"_s).isEmpty()) {
        *error = u"no OpenSSH server on this machine: the disk is not served"_s;
        return false;
    }
    if (!QDir().mkpath(directory) || !makeKeys(error))
        return false;
#ifdef Q_OS_UNIX
    QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (getuid() == 0)
        QDir().mkpath(u"/run/sshd"_s); // where root's sshd separates its privileges
#endif
    for (int attempt = 0; attempt < attempts; ++attempt) { // the port may be taken between the probe and sshd
        m_port = freePort();
        if (m_port != 0 && writeConfiguration() && launch(sshd, error))
            return true;
    }
    return false;
}

bool SshdProcess::makeKeys(QString *error)
{
    const QString keygen = findProgram(u"ssh-keygen"_s);
    std::vector<Command> commands;
    for (const QString &name : {u"/host_key"_s, u"/client_key"_s}) {
        if (!QFile::exists(m_directory + name))
            commands.push_back({keygen,
                                {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, QString(), u"-C"_s, u"letopis-demo"_s,
                                 u"-f"_s, m_directory + name}});
    }
    return runAll(commands, error) &&
           writeFile(m_directory + u"/authorized_keys"_s, readFile(m_directory + u"/client_key.pub"_s));
}

bool SshdProcess::writeConfiguration()
{
    const QByteArray dir = QFile::encodeName(m_directory);
    const QByteArray port = QByteArray::number(m_port);
    QByteArray text =
        "Port " + port + "\nListenAddress 127.0.0.1\nHostKey \"" + dir + "/host_key\"\nAuthorizedKeysFile \"" + dir +
        "/authorized_keys\"\nPidFile none\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
        "PubkeyAuthentication yes\nPermitRootLogin prohibit-password\nUseDNS no\nPrintMotd no\nX11Forwarding no\n"
        "AllowTcpForwarding no\nMaxStartups 100\nMaxSessions 50\nLogLevel INFO\n"
        "Subsystem sftp internal-sftp\n";
    text += needsPam() ? "UsePAM yes\n" : "UsePAM no\n";
    const QList<QByteArray> key = readFile(m_directory + u"/host_key.pub"_s).split(' ');
    return key.size() >= 2 && writeFile(m_directory + u"/sshd_config"_s, text) &&
           writeFile(m_directory + u"/known_hosts"_s,
                     "[127.0.0.1]:" + port + ' ' + key[0] + ' ' + key[1].trimmed() + '\n');
}

bool SshdProcess::launch(const QString &sshd, QString *error)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(m_directory + u"/sshd.out"_s);
    m_process.setStandardErrorFile(m_directory + u"/sshd.log"_s);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_process.start(sshd, {u"-D"_s, u"-e"_s, u"-f"_s, m_directory + u"/sshd_config"_s});
    if (m_process.waitForStarted() && awaitListening(error))
        return true;
    stop();
    return false;
}

bool SshdProcess::awaitListening(QString *error)
{
    QElapsedTimer timer;
    timer.start();
    while (m_process.state() == QProcess::Running && timer.elapsed() < patienceMs) {
        if (readFile(m_directory + u"/sshd.log"_s)
                .contains("Server listening on 127.0.0.1 port " + QByteArray::number(m_port)))
            return true;
        m_process.waitForFinished(10); // wakes early when sshd gives up
    }
    *error = u"sshd did not start: "_s + QString::fromLocal8Bit(readFile(m_directory + u"/sshd.log"_s)).trimmed();
    return false;
}

void SshdProcess::dropConnections()
{
    if (m_process.state() == QProcess::Running)
        endDescendants(m_process.processId());
}

void SshdProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    endDescendants(m_process.processId());
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace letopis::demo
