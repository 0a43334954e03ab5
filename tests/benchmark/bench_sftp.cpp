// SFTP of SftpTransport against OpenSSH's sftp: the same file, the same sshd on loopback, rounds in turn.
//   bench_sftp [MiB] [rounds]

#include "core/transport/sftptransport.h"
#include "tests/support/testsshd.h"

#include <QCoreApplication>
#include <QElapsedTimer>
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

class Bench
{
public:
    Bench(const test::TestSshd &sshd, QString directory, int mebibytes)
        : m_sshd(sshd)
        , m_directory(std::move(directory))
        , m_mebibytes(mebibytes)
    {
    }

    // Seconds with nothing but the transfer would flatter us: both include logging in.
    double ours(bool isDownload) const
    {
        QElapsedTimer timer;
        timer.start();
        SftpTransport transport(m_sshd.endpoint(), {});
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
        const SshEndpoint endpoint = m_sshd.endpoint();
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
        std::printf("%s: %.0f MB/s; OpenSSH sftp in the same run: %.0f MB/s; median ratio of %d rounds: %.2f\n", what,
                    median(our), median(their), rounds, median(ratios));
        std::fflush(stdout);
    }

private:
    QString file(const QString &name) const { return m_directory + u'/' + name; }
    double rate(const QElapsedTimer &timer) const
    {
        return m_mebibytes * 1.048576 / (double(timer.nsecsElapsed()) / 1e9);
    }

    const test::TestSshd &m_sshd;
    QString m_directory;
    int m_mebibytes;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int mebibytes = std::max(1, arguments.value(1, u"512"_s).toInt());
    const int rounds = std::max(1, arguments.value(2, u"5"_s).toInt());
    if (const QString why = test::TestSshd::whyUnavailable(); !why.isEmpty()) {
        std::printf("skipped: %s\n", qPrintable(why));
        return 0;
    }
    QLoggingCategory::setFilterRules(u"letopis.*.debug=false"_s);
    const QTemporaryDir directory;
    test::TestSshd sshd(directory.path());
    if (!sshd.start() || !writeBigFile(directory.filePath(u"source"_s), mebibytes)) {
        std::printf("cannot set up: %s\n", qPrintable(sshd.error()));
        return 1;
    }
    const Bench bench(sshd, directory.path(), mebibytes);
    std::printf("%d MiB over loopback, logging in included\n", mebibytes);
    bench.compare("SFTP download", true, rounds);
    bench.compare("SFTP upload", false, rounds);
    return 0;
}
