// SFTP of SftpTransport against OpenSSH's sftp with its defaults: the same file, the same sshd on loopback, rounds in
// turn; first as it is, then through a line with a round trip of 50 ms.
//   bench_sftp [MiB] [rounds] [round trip in ms, 0: loopback only]

#include "core/transport/sftptransport.h"
#include "tests/support/delayline.h"
#include "tests/support/testsshd.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;

namespace {

bool writeBigFile(const QString &name, int mebibytes)
{
    QFile file(name);
    QByteArray block(1 << 20, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / 4);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (int i = 0; i < mebibytes; ++i) {
        if (file.write(block) != block.size())
            return false;
    }
    return true;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

// The server as it is seen through another port.
SshEndpoint throughPort(const test::TestSshd &sshd, int port)
{
    SshEndpoint endpoint = sshd.endpoint();
    if (port == endpoint.port)
        return endpoint;
    endpoint.port = port;
    endpoint.knownHostsFile += u"_far"_s;
    QFile file(endpoint.knownHostsFile);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no known_hosts");
    file.write(sshd.knownHostsLines().replace(QByteArray::number(sshd.port()), QByteArray::number(port)));
    return endpoint;
}

class Bench
{
public:
    Bench(SshEndpoint endpoint, QString directory, int mebibytes)
        : m_endpoint(std::move(endpoint))
        , m_directory(std::move(directory))
        , m_mebibytes(mebibytes)
    {
    }

    // Seconds with nothing but the transfer would flatter us: both include logging in.
    double ours(bool isDownload) const
    {
        QElapsedTimer timer;
        timer.start();
        SftpTransport transport(m_endpoint, {});
        ProgressCounters progress;
        const auto moved = isDownload
                               ? transport.download({file(u"source"_s), file(u"copy"_s), -1, false, {}}, progress, {})
                               : transport.upload({file(u"source"_s), file(u"copy"_s), false}, progress, {});
        if (!moved)
            qFatal("transfer failed: %s", qPrintable(moved.error().detail));
        return rate(timer);
    }

    double openssh(bool isDownload) const
    {
        QFile batch(file(u"batch"_s));
        if (!batch.open(QIODevice::WriteOnly))
            qFatal("no batch file");
        batch.write((isDownload ? "get " : "put ") + file(u"source"_s).toUtf8() + ' ' + file(u"copy"_s).toUtf8() +
                    '\n');
        batch.close();
        const SshEndpoint &endpoint = m_endpoint;
        QElapsedTimer timer;
        timer.start();
        QProcess sftp;
        sftp.start(u"sftp"_s, {u"-q"_s, u"-b"_s, batch.fileName(), u"-P"_s, QString::number(endpoint.port), u"-i"_s,
                               endpoint.keyFile, u"-F"_s, endpoint.configFile, u"-o"_s,
                               u"UserKnownHostsFile="_s + endpoint.knownHostsFile, endpoint.user + u"@127.0.0.1"_s});
        sftp.waitForFinished(-1);
        if (sftp.exitCode() != 0)
            qFatal("sftp failed: %s", sftp.readAllStandardError().constData());
        return rate(timer);
    }

    void compare(const char *what, bool isDownload, int rounds) const
    {
        QList<double> our;
        QList<double> their;
        QList<double> ratios;
        for (int i = 0; i < rounds; ++i) {
            QFile::remove(file(u"copy"_s));
            our << ours(isDownload);
            QFile::remove(file(u"copy"_s));
            their << openssh(isDownload);
            ratios << our.last() / their.last();
        }
        std::printf("%s: %.0f MB/s; OpenSSH sftp in the same run: %.0f MB/s; median ratio of %d pairs: %.2f\n", what,
                    median(our), median(their), rounds, median(ratios));
        std::fflush(stdout);
    }

private:
    QString file(const QString &name) const { return m_directory + u'/' + name; }
    double rate(const QElapsedTimer &timer) const
    {
        return m_mebibytes * 1.048576 / (double(timer.nsecsElapsed()) / 1e9);
    }

    SshEndpoint m_endpoint;
    QString m_directory;
    int m_mebibytes;
};

// In memory where that is possible: what is measured is the transport, not the disk.
QString benchPlace()
{
    const QString memory = u"/dev/shm"_s;
    return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int mebibytes = std::max(1, arguments.value(1, u"1024"_s).toInt());
    const int rounds = std::max(1, arguments.value(2, u"5"_s).toInt());
    const int roundTripMs = arguments.value(3, u"50"_s).toInt();
    if (const QString why = test::TestSshd::whyUnavailable(); !why.isEmpty()) {
        std::printf("skipped: %s\n", qPrintable(why));
        return 0;
    }
    QLoggingCategory::setFilterRules(u"letopis.*.debug=false"_s);
    const QTemporaryDir directory(benchPlace() + u"/letopis-bench-XXXXXX"_s);
    test::TestSshd sshd(directory.path());
    if (!sshd.start() || !writeBigFile(directory.filePath(u"source"_s), mebibytes)) {
        std::printf("cannot set up: %s\n", qPrintable(sshd.error()));
        return 1;
    }
    std::printf("%d MiB in %s, logging in, SHA-256 and fsync included\n", mebibytes, qPrintable(directory.path()));
    const Bench near(sshd.endpoint(), directory.path(), mebibytes);
    near.compare("Download over loopback", true, rounds);
    near.compare("Upload over loopback", false, rounds);
    if (roundTripMs <= 0)
        return 0;
    const test::DelayLine line(sshd.port(), std::chrono::milliseconds(roundTripMs));
    const Bench far(throughPort(sshd, line.port()), directory.path(), mebibytes);
    std::printf("Round trip %d ms:\n", roundTripMs);
    far.compare("Download over a long line", true, rounds);
    far.compare("Upload over a long line", false, rounds);
    std::printf("%d connections for %d transfers\n", line.connections(), 4 * rounds);
    return 0;
}
