#include "core/transport/sftptransport.h"
#include "tests/core/transport/sftptesting.h"
#include "tests/core/transport/testfiles.h"
#include "tests/support/testline.h"
#include "tests/support/testsshd.h"
#include "tests/support/testsshserver.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace letopis;
using namespace letopis::test;

namespace {

// Collects what a transfer delivers.
struct Collected
{
    QByteArray bytes;
    ByteSink sink()
    {
        return [this](QByteArrayView more) -> Result<> {
            bytes.append(more);
            return {};
        };
    }
};

} // namespace

class SftpTransportTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;   // sshd's
    QTemporaryDir m_files; // the "server's disk"
    QTemporaryDir m_local;
    std::unique_ptr<TestSshd> m_sshd;
    QByteArray m_big = randomBytes(3'000'000);

    QString remote(const QString &name) const { return m_files.filePath(name); }

    // The same server through a line that can break.
    SshEndpoint through(const TestLine &line)
    {
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = line.port();
        endpoint.knownHostsFile = m_dir.filePath(u"line_hosts"_s);
        write(endpoint.knownHostsFile,
              m_sshd->knownHostsLines().replace(QByteArray::number(m_sshd->port()), QByteArray::number(line.port())));
        return endpoint;
    }

    // A server whose SFTP half runs as a powerless account, because root can read everything.
    std::unique_ptr<TestSshd> powerlessSshd(const QString &directory)
    {
        auto sshd = std::make_unique<TestSshd>(directory);
        if (isRoot())
            sshd->setSftpCommand(
                u"/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups /usr/lib/openssh/sftp-server"_s);
        return sshd->start() ? std::move(sshd) : nullptr;
    }

    static bool canRunPowerless()
    {
        return !isRoot() || (QFile::exists(u"/usr/bin/setpriv"_s) && QFile::exists(u"/usr/lib/openssh/sftp-server"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = TestSshd::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        qunsetenv("SSH_AUTH_SOCK");
        m_sshd = std::make_unique<TestSshd>(m_dir.path());
        QVERIFY2(m_sshd->start(), qPrintable(m_sshd->error()));
        write(remote(u"big"_s), m_big);
        write(remote(u"small"_s), "0123456789");
        write(remote(u"empty"_s), {});
    }

    void statTellsKindSizeAndTime()
    {
        SftpTransport transport(m_sshd->endpoint(), {});
        const auto file = transport.stat(remote(u"big"_s), {});
        QVERIFY(file);
        QCOMPARE(file->name, u"big"_s);
        QVERIFY(file->isRegularFile && !file->isDirectory);
        QCOMPARE(file->sizeBytes, qint64(m_big.size()));
        QCOMPARE(file->modifiedAt.timeSpec(), Qt::UTC);
        QCOMPARE(file->modifiedAt.toSecsSinceEpoch(), QFileInfo(remote(u"big"_s)).lastModified().toSecsSinceEpoch());
        QVERIFY(transport.stat(m_files.path(), {})->isDirectory);
    }

    void whatIsMissingIsNotFoundAndNamed()
    {
        SftpTransport transport(m_sshd->endpoint(), {});
        const QString path = remote(u"no/such/file"_s);
        const auto file = transport.stat(path, {});
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::NotFound);
        QCOMPARE(file.error().subject, path);
        QCOMPARE(transport.list(path, {}).error().kind, ErrorKind::NotFound);
        ProgressCounters progress;
        Collected collected;
        QCOMPARE(transport.read(path, 0, -1, collected.sink(), progress, {}).error().kind, ErrorKind::NotFound);
        QVERIFY(transport.stat(remote(u"small"_s), {})); // the session goes on
    }

    void whatIsNotAFileIsNotRead()
    {
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        Collected collected;
        QCOMPARE(kindOf(transport.read(m_files.path(), 0, -1, collected.sink(), progress, {})), "invalidInput");
        QCOMPARE(kindOf(transport.read(u"/dev/zero"_s, 0, -1, collected.sink(), progress, {})), "invalidInput");
        QCOMPARE(kindOf(transport.read(remote(u"small"_s), -1, -1, collected.sink(), progress, {})), "invalidInput");
        QCOMPARE(kindOf(transport.stat(remote(u"small"_s) + QChar(u'\0'), {})), "invalidInput");
        QCOMPARE(kindOf(transport.stat({}, {})), "invalidInput");
    }

    void anUnreadableDataRootIsPermissionDenied()
    {
        if (!canRunPowerless())
            QSKIP("As root this needs setpriv and OpenSSH's sftp-server.");
        QTemporaryDir directory;
        const auto sshd = powerlessSshd(directory.path());
        QVERIFY(sshd);
        QTemporaryDir root; // mode 0700
        QVERIFY(QDir(root.path()).mkdir(u"locked"_s));
        write(root.filePath(u"file"_s), "secret");
        if (!isRoot()) {
            QFile::setPermissions(root.filePath(u"locked"_s), {});
            QFile::setPermissions(root.filePath(u"file"_s), {});
        }
        SftpTransport transport(sshd->endpoint(), {});
        const QString path = root.filePath(u"locked"_s);
        const auto listed = transport.list(path, {});
        QCOMPARE(kindOf(listed), "permissionDenied");
        QCOMPARE(listed.error().subject, path);
        ProgressCounters progress;
        Collected collected;
        QCOMPARE(kindOf(transport.read(root.filePath(u"file"_s), 0, -1, collected.sink(), progress, {})),
                 "permissionDenied");
        write(m_local.filePath(u"up"_s), "x");
        QCOMPARE(kindOf(transport.upload({m_local.filePath(u"up"_s), path + u"/up"_s}, progress, {})),
                 "permissionDenied");
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void aListingSeesThroughLinksAndKeepsNames()
    {
        QTemporaryDir root;
        QVERIFY(QDir(root.path()).mkdir(u"каталог"_s));
        write(root.filePath(u"файл с пробелом.txt"_s), "12345");
        QVERIFY(QFile::link(root.filePath(u"каталог"_s), root.filePath(u"link"_s)));
        QVERIFY(QFile::link(u"/nowhere/at/all"_s, root.filePath(u"broken"_s)));
        SftpTransport transport(m_sshd->endpoint(), {});
        const auto listed = transport.list(root.path(), {});
        QVERIFY(listed);
        QMap<QString, RemoteFile> files;
        for (const RemoteFile &file : *listed)
            files.insert(file.name, file);
        QCOMPARE(files.keys(), QStringList({u"broken"_s, u"link"_s, u"каталог"_s, u"файл с пробелом.txt"_s}));
        QVERIFY(files[u"каталог"_s].isDirectory && files[u"link"_s].isDirectory);
        QVERIFY(!files[u"broken"_s].isDirectory && !files[u"broken"_s].isRegularFile);
        QCOMPARE(files[u"файл с пробелом.txt"_s].sizeBytes, 5);
    }

    void aLargeDirectoryIsListedWhole()
    {
        QTemporaryDir root;
        for (int i = 0; i < 3000; ++i)
            write(root.filePath(QString::number(i)), {});
        SftpTransport transport(m_sshd->endpoint(), {});
        const auto listed = transport.list(root.path(), {});
        QVERIFY(listed);
        QCOMPARE(listed->size(), 3000);
    }

    void namesThatCannotBeNamesAreDropped()
    {
        const QString key = m_sshd->hostKeyFile(u"ed25519"_s);
        TestSshServer server(key, TestSshServer::Login::Password);
        QVERIFY(server.isListening());
        const QString rtl = u"abc\u202egpj.exe"_s;
        server.setNames({".", "..", "", "good", "a/b", "../../etc/passwd", "/etc/passwd", "..\\up",
                         QByteArray("\xff\xfe"), QByteArray(300, 'n'), QByteArray(5000, 'n'), rtl.toUtf8(), "<b>html",
                         "line\nbreak"});
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = server.port();
        endpoint.login = SshLogin::Password;
        endpoint.knownHostsFile = m_dir.filePath(u"hostile_hosts"_s);
        write(endpoint.knownHostsFile,
              "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + contentOf(key + u".pub"_s));
        ServerCredentials credentials;
        credentials.sshPassword = SecretText(TestSshServer::password());
        SftpTransport transport(endpoint, credentials);
        const auto listed = transport.list(u"/x"_s, {});
        QVERIFY(listed);
        QStringList names;
        for (const RemoteFile &file : *listed)
            names << file.name;
        QCOMPARE(names, QStringList({u"good"_s, u"..\\up"_s, QString(300, u'n'), rtl, u"<b>html"_s, u"line\nbreak"_s}));
    }

    void aServerThatLiesAboutAFileIsCaught_data()
    {
        QTest::addColumn<qint64>("statSize");
        QTest::addColumn<qint64>("realSize");
        QTest::addColumn<int>("largestAnswer");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("truth") << qint64(100'000) << qint64(100'000) << 32768 << QByteArray("done");
        QTest::newRow("short answers") << qint64(100'000) << qint64(100'000) << 1000 << QByteArray("done");
        QTest::newRow("odd answers") << qint64(100'000) << qint64(100'000) << 7777 << QByteArray("done");
        QTest::newRow("shorter than it says")
            << qint64(5'000'000) << qint64(70'000) << 32768 << QByteArray("contentMismatch");
        QTest::newRow("nothing there") << qint64(5'000'000) << qint64(0) << 32768 << QByteArray("contentMismatch");
        QTest::newRow("longer than it says") << qint64(1000) << qint64(70'000) << 32768 << QByteArray("done");
        QTest::newRow("negative size") << qint64(-5) << qint64(70'000) << 32768 << QByteArray("badAnswer");
    }

    void aServerThatLiesAboutAFileIsCaught()
    {
        QFETCH(const qint64, statSize);
        QFETCH(const qint64, realSize);
        QFETCH(const int, largestAnswer);
        QFETCH(const QByteArray, outcome);
        const QString key = m_sshd->hostKeyFile(u"ed25519"_s);
        TestSshServer server(key, TestSshServer::Login::Password);
        server.setFile(statSize, realSize, quint32(largestAnswer));
        SshEndpoint endpoint = m_sshd->endpoint();
        endpoint.port = server.port();
        endpoint.login = SshLogin::Password;
        endpoint.knownHostsFile = m_dir.filePath(u"lying_hosts"_s);
        write(endpoint.knownHostsFile,
              "[127.0.0.1]:" + QByteArray::number(server.port()) + ' ' + contentOf(key + u".pub"_s));
        ServerCredentials credentials;
        credentials.sshPassword = SecretText(TestSshServer::password());
        SftpTransport transport(endpoint, credentials);
        ProgressCounters progress;
        Collected collected;
        const auto read = transport.read(u"/x"_s, 0, -1, collected.sink(), progress, {});
        QCOMPARE(kindOf(read), outcome);
        if (!read)
            return;
        QCOMPARE(qint64(collected.bytes.size()), statSize);
        for (qsizetype i = 0; i < collected.bytes.size(); ++i)
            QCOMPARE(collected.bytes[i], char(i / 256));
        // The answers of the first transfer do not spill into a second.
        Collected again;
        QVERIFY(transport.read(u"/x"_s, 300, 10, again.sink(), progress, {}));
        QCOMPARE(again.bytes, collected.bytes.mid(300, 10));
    }

    void rangesArriveWholeAndInOrder_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        QTest::newRow("everything") << qint64(0) << qint64(-1);
        QTest::newRow("nothing") << qint64(5) << qint64(0);
        QTest::newRow("one byte") << qint64(1'234'567) << qint64(1);
        QTest::newRow("a block's edge") << qint64(32767) << qint64(32770);
        QTest::newRow("to the end") << qint64(2'999'990) << qint64(-1);
        QTest::newRow("past the end") << qint64(2'999'990) << qint64(1'000'000);
        QTest::newRow("from the end") << qint64(3'000'000) << qint64(-1);
        QTest::newRow("from beyond") << qint64(1) << std::numeric_limits<qint64>::max();
        QTest::newRow("far beyond") << std::numeric_limits<qint64>::max() << qint64(10);
    }

    void rangesArriveWholeAndInOrder()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, length);
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        Collected collected;
        const auto size = transport.read(remote(u"big"_s), from, length, collected.sink(), progress, {});
        QCOMPARE(kindOf(size), "done");
        QCOMPARE(*size, qint64(m_big.size()));
        const QByteArray expected = from >= m_big.size()
                                        ? QByteArray()
                                        : m_big.mid(from, length < 0 ? -1 : std::min<qint64>(length, m_big.size()));
        QCOMPARE(collected.bytes.size(), expected.size());
        QVERIFY(collected.bytes == expected);
        QCOMPARE(progress.bytesReceived.load(), qint64(expected.size()));
    }

    void aSinksErrorEndsTheReadAndTheSessionGoesOn()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {});
        ProgressCounters progress;
        int calls = 0;
        const auto read = transport.read(remote(u"big"_s), 0, -1,
                                         [&](QByteArrayView) -> Result<> {
                                             ++calls;
                                             return Error{ErrorKind::DiskFull, {}, u"mine"_s, {}};
                                         },
                                         progress, {});
        QCOMPARE(kindOf(read), "diskFull");
        QCOMPARE(calls, 1);
        Collected collected;
        QVERIFY(transport.read(remote(u"small"_s), 2, 3, collected.sink(), progress, {}));
        QCOMPARE(collected.bytes, "234");
        QCOMPARE(line.connections(), 1);
    }

    void aDownloadLeavesOnlyTheFile_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"big", "small", "empty"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void aDownloadLeavesOnlyTheFile()
    {
        QFETCH(const QString, name);
        QTemporaryDir target;
        const QByteArray content = contentOf(remote(name));
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const QString local = target.filePath(u"new directory/"_s + name);
        const auto size = transport.download(
            {remote(name), local, content.size(), true, QCryptographicHash::hash(content, QCryptographicHash::Sha256)},
            progress, {});
        QCOMPARE(kindOf(size), "done");
        QCOMPARE(size->sizeBytes, qint64(content.size()));
        QCOMPARE(size->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        QVERIFY(contentOf(local) == content);
        QCOMPARE(QDir(target.filePath(u"new directory"_s)).entryList(QDir::Files | QDir::Hidden), {name});
        QCOMPARE(progress.done.load(), qint64(content.size()));
        QCOMPARE(progress.total.load(), qint64(content.size()));
        // Again, over the existing file.
        QVERIFY(transport.download({remote(name), local, -1, true, {}}, progress, {}));
        QVERIFY(contentOf(local) == content);
    }

    void aWrongSizeOrHashIsAMismatchAndLeavesNothing()
    {
        QTemporaryDir target;
        const QString local = target.filePath(u"file"_s);
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.download({remote(u"big"_s), local, 5, true, {}}, progress, {})), "contentMismatch");
        QCOMPARE(kindOf(transport.download({remote(u"big"_s), local, -1, true, QByteArray(32, 'x')}, progress, {})),
                 "contentMismatch");
        QVERIFY(QDir(target.path()).isEmpty());
    }

    void aCutDownloadGoesOnWhereItStopped_data()
    {
        QTest::addColumn<qint64>("cutAfter");
        for (const qint64 bytes : {5'000, 40'000, 500'000, 1'500'000, 2'999'000})
            QTest::addRow("cut after %lld bytes", bytes) << bytes;
    }

    void aCutDownloadGoesOnWhereItStopped()
    {
        QFETCH(const qint64, cutAfter);
        QTemporaryDir target;
        const QString local = target.filePath(u"file"_s);
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {});
        line.cutAfter(cutAfter);
        ProgressCounters progress;
        const DownloadRequest request{remote(u"big"_s), local, -1, true,
                                      QCryptographicHash::hash(m_big, QCryptographicHash::Sha256)};
        const auto cut = transport.download(request, progress, {});
        QVERIFY2(kindOf(cut) == "connectionLost" || kindOf(cut) == "hostUnreachable", kindOf(cut).constData());
        QVERIFY(!QFile::exists(local));
        const qint64 kept = QFileInfo(local + u".part"_s).size();
        QVERIFY(kept < m_big.size());
        QVERIFY(m_big.startsWith(contentOf(local + u".part"_s)));

        line.cutAfter(-1);
        ProgressCounters rest;
        QCOMPARE(kindOf(transport.download(request, rest, {})), "done"); // connects again by itself
        QCOMPARE(line.connections(), 2);
        QVERIFY(contentOf(local) == m_big);
        QCOMPARE(rest.bytesReceived.load(), qint64(m_big.size()) - kept);
    }

    void aFileThatChangedIsDownloadedAnew_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char *change : {"shorter", "same size, other time", "no note", "part too long", "resume not wanted"})
            QTest::newRow(change) << QByteArray(change);
    }

    void aFileThatChangedIsDownloadedAnew()
    {
        QFETCH(const QByteArray, change);
        QTemporaryDir target;
        const QString local = target.filePath(u"file"_s);
        const QString source = remote(u"changing"_s);
        write(source, m_big);
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {});
        line.cutAfter(1'000'000);
        ProgressCounters progress;
        DownloadRequest request{source, local, -1, true, {}};
        QVERIFY(!transport.download(request, progress, {}));
        QVERIFY(QFileInfo(local + u".part"_s).size() > 0);
        line.cutAfter(-1);
        QByteArray content = m_big;
        if (change == "shorter") {
            content = randomBytes(2'000'000);
            write(source, content);
        } else if (change == "same size, other time") {
            std::reverse(content.begin(), content.end());
            write(source, content);
            QFile file(source);
            QVERIFY(file.open(QIODevice::Append) &&
                    file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
        } else if (change == "no note") {
            QVERIFY(QFile::remove(local + u".part.origin"_s));
            write(local + u".part"_s, "rubbish");
        } else if (change == "part too long") {
            write(local + u".part"_s, m_big + "more");
        } else {
            request.resume = false;
            write(local + u".part"_s, "rubbish");
        }
        ProgressCounters rest;
        QCOMPARE(kindOf(transport.download(request, rest, {})), "done");
        QVERIFY(contentOf(local) == content);
        QCOMPARE(rest.bytesReceived.load(), qint64(content.size()));
    }

    void anUploadIsThereWholeOrNotAtAll_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {0, 1, 261'120, 261'121, 3'000'000})
            QTest::addRow("%lld bytes", qint64(size)) << size;
    }

    void anUploadIsThereWholeOrNotAtAll()
    {
        QFETCH(const qsizetype, size);
        QTemporaryDir target;
        const QByteArray content = randomBytes(size);
        const QString local = m_local.filePath(u"upload"_s);
        write(local, content);
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const QString path = target.filePath(u"uploaded"_s);
        QCOMPARE(kindOf(transport.upload({local, path}, progress, {})), "done");
        QVERIFY(contentOf(path) == content);
        QCOMPARE(QDir(target.path()).entryList(QDir::Files), {u"uploaded"_s});
        QCOMPARE(progress.done.load(), qint64(size));
        // Over an existing file, in one step.
        write(local, "second");
        QCOMPARE(kindOf(transport.upload({local, path}, progress, {})), "done");
        QCOMPARE(contentOf(path), "second");
        QVERIFY(transport.stat(path, {})); // nothing of the rename is left in the line
    }

    void anUploadGoesOnOnlyFromItsOwnBeginning()
    {
        QTemporaryDir target;
        const QString local = m_local.filePath(u"upload"_s);
        const QString path = target.filePath(u"uploaded"_s);
        write(local, m_big);
        SftpTransport transport(m_sshd->endpoint(), {});

        write(path + u".part"_s, m_big.left(1'000'000));
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.upload({local, path}, progress, {})), "done");
        QVERIFY(contentOf(path) == m_big);
        QCOMPARE(progress.bytesReceived.load(), 2'000'000);

        write(path + u".part"_s, randomBytes(1'000'000));
        ProgressCounters anew;
        QCOMPARE(kindOf(transport.upload({local, path}, anew, {})), "done");
        QVERIFY(contentOf(path) == m_big);
        QCOMPARE(anew.bytesReceived.load(), 3'000'000);

        write(path + u".part"_s, m_big + "more");
        QCOMPARE(kindOf(transport.upload({local, path}, anew, {})), "done");
        QVERIFY(contentOf(path) == m_big);
    }

    void anUploadIntoAMissingDirectoryIsNotFound()
    {
        const QString local = m_local.filePath(u"upload"_s);
        write(local, "x");
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.upload({local, remote(u"no/such/file"_s)}, progress, {})), "notFound");
        QCOMPARE(kindOf(transport.upload({m_local.filePath(u"none"_s), remote(u"x"_s)}, progress, {})), "notFound");
    }

    void aFullLocalDiskIsSaidToBeFull()
    {
        if (!QFile::exists(u"/dev/full"_s))
            QSKIP("This system has no /dev/full.");
        QTemporaryDir target;
        const QString local = target.filePath(u"file"_s);
        QVERIFY(QFile::link(u"/dev/full"_s, local + u".part"_s));
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const auto result = transport.download({remote(u"big"_s), local, -1, true, {}}, progress, {});
        QCOMPARE(kindOf(result), "diskFull");
        QVERIFY(!QFile::exists(local));
        QVERIFY(transport.stat(remote(u"big"_s), {}));
    }

    void aFullServersDiskIsSaidToBeFull()
    {
        QTemporaryDir target;
        if (!isRoot() ||
            QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, target.path()}) != 0)
            QSKIP("A small file system cannot be mounted here.");
        const auto unmount = qScopeGuard([&] { QProcess::execute(u"umount"_s, {u"-l"_s, target.path()}); });
        const QString local = m_local.filePath(u"upload"_s);
        write(local, m_big);
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const auto result = transport.upload({local, target.filePath(u"file"_s)}, progress, {});
        QCOMPARE(kindOf(result), "diskFull");
        QVERIFY(!QFile::exists(target.filePath(u"file"_s)));
    }

    void aCutUploadGoesOnWhereItStopped()
    {
        QTemporaryDir target;
        const QString local = m_local.filePath(u"upload"_s);
        const QByteArray content = randomBytes(8'000'000);
        write(local, content);
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {});
        QVERIFY(transport.connect({}));
        line.cutAfter(5'000); // the answers to the writes are counted: a few score bytes each
        ProgressCounters progress;
        const UploadRequest request{local, target.filePath(u"file"_s)};
        const auto cut = transport.upload(request, progress, {});
        QCOMPARE(kindOf(cut), "connectionLost");
        QVERIFY(!QFile::exists(request.remotePath.path));
        line.cutAfter(-1);
        ProgressCounters rest;
        QCOMPARE(kindOf(transport.upload(request, rest, {})), "done");
        QVERIFY(contentOf(request.remotePath.path) == content);
        QVERIFY(rest.bytesReceived.load() < content.size());
    }

    void aStoppedTransferEndsAndItsSessionGoesOn()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {}, SshTimeouts{1h, 1h});
        std::stop_source stop;
        ProgressCounters progress;
        qint64 got = 0;
        const auto read = transport.read(
            remote(u"big"_s), 0, -1,
            [&](QByteArrayView bytes) -> Result<> {
                got += bytes.size();
                stop.request_stop();
                return {};
            },
            progress, stop.get_token());
        QCOMPARE(kindOf(read), "cancelled");
        QVERIFY(got < m_big.size());
        QCOMPARE(kindOf(transport.stat(remote(u"small"_s), stop.get_token())), "cancelled");
        QCOMPARE(kindOf(transport.stat(remote(u"small"_s), {})), "done");
        QCOMPARE(line.connections(), 1); // a healthy line is not given up
    }

    void aHangingTransferIsLeftWhenAskedTo()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {}, SshTimeouts{1h, 1h});
        QVERIFY(transport.connect({}));
        line.hangAfter(1'000'000);
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread stopper([&] {
            line.waitForBytes(1'000'000);
            sinceStop.start();
            stop.request_stop();
        });
        ProgressCounters progress;
        Collected collected;
        QCOMPARE(kindOf(transport.read(remote(u"big"_s), 0, -1, collected.sink(), progress, stop.get_token())),
                 "cancelled");
        stopper.join();
        qInfo("left %lld ms after the request", sinceStop.elapsed());
        line.hangAfter(-1);
        QCOMPARE(kindOf(transport.stat(remote(u"small"_s), {})), "done");
        QCOMPARE(line.connections(), 2);
    }

    void aSilentServerTimesOut()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {}, SshTimeouts{15s, 500ms});
        QVERIFY(transport.connect({}));
        line.hangAfter(1'000'000);
        ProgressCounters progress;
        Collected collected;
        const auto read = transport.read(remote(u"big"_s), 0, -1, collected.sink(), progress, {});
        QCOMPARE(kindOf(read), "timeout");
        QCOMPARE(read.error().subject, u"127.0.0.1"_s);
        line.hangAfter(-1);
        QCOMPARE(kindOf(transport.stat(remote(u"big"_s), {})), "done");
    }

    void aSinkThatTakesItsTimeIsNotTheServersSilence()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {}, SshTimeouts{15s, 200ms});
        ProgressCounters progress;
        QByteArray got;
        const auto read = transport.read(remote(u"big"_s), 0, 100'000,
                                         [&](QByteArrayView bytes) -> Result<> {
                                             got.append(bytes);
                                             QTest::qSleep(500); // a player on pause
                                             return {};
                                         },
                                         progress, {});
        QCOMPARE(kindOf(read), "done");
        QVERIFY(got == m_big.left(100'000));
        QCOMPARE(line.connections(), 1);
    }

    void aServerThatDiesIsALostConnectionUntilItIsBack()
    {
        QTemporaryDir directory;
        TestSshd sshd(directory.path());
        QVERIFY(sshd.start());
        SftpTransport transport(sshd.endpoint(), {});
        ProgressCounters progress;
        bool isStopped = false;
        const auto read = transport.read(remote(u"big"_s), 0, -1,
                                         [&](QByteArrayView) -> Result<> {
                                             if (!isStopped)
                                                 sshd.stop();
                                             isStopped = true;
                                             return {};
                                         },
                                         progress, {});
        QVERIFY2(kindOf(read) == "connectionLost" || read, kindOf(read).constData());
        QCOMPARE(kindOf(transport.stat(remote(u"big"_s), {})), "hostUnreachable");
        QVERIFY(sshd.start());
        QCOMPARE(kindOf(transport.stat(remote(u"big"_s), {})), "done");
    }

    void aLineThatFellSilentWhileIdleIsReplaced()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {}, SshTimeouts{2s, 1h, 0ms});
        QVERIFY(transport.stat(remote(u"big"_s), {}));
        QVERIFY(transport.stat(remote(u"big"_s), {}));
        QCOMPARE(line.connections(), 1);
        line.hangNow();
        QCOMPARE(kindOf(transport.stat(remote(u"big"_s), {})), "done");
        QCOMPARE(line.connections(), 2);
    }

    void aLineLostBetweenTwoCallsIsNotEvenNoticed()
    {
        TestLine line(m_sshd->port());
        SftpTransport transport(through(line), {});
        QVERIFY(transport.stat(remote(u"big"_s), {}));
        line.cutNow();
        QCOMPARE(kindOf(transport.stat(remote(u"big"_s), {})), "done");
        QCOMPARE(line.connections(), 2);
    }
};

QTEST_GUILESS_MAIN(SftpTransportTest)
#include "tst_sftptransport.moc"
