#include "core/transport/sftptransport.h"
#include "tests/core/transport/sftptesting.h"
#include "tests/support/delayline.h"
#include "tests/support/testline.h"
#include "tests/support/testsshd.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace letopis;
using namespace letopis::test;

namespace {

constexpr qint64 fourGibibytes = 4LL << 30;

// Only the end is written: the rest takes no room.
void writeSparse(const QString &name, qint64 size, const QByteArray &end)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || !file.seek(size - end.size()) || file.write(end) != end.size())
        qFatal("cannot write a sparse file");
}

bool isTransientKind(const auto &result)
{
    return !result && isTransient(result.error().kind);
}

// Does something once a transfer has moved so many bytes.
class Meanwhile
{
public:
    Meanwhile(const ProgressCounters &progress, qint64 bytes, std::function<void()> act)
        : m_thread([&progress, bytes, act = std::move(act)](std::stop_token stop) {
            while (!stop.stop_requested() && progress.done < bytes)
                std::this_thread::sleep_for(1ms);
            if (progress.done >= bytes)
                act();
        })
    {
    }

private:
    std::jthread m_thread;
};

} // namespace

// Large files: cut lines, full disks, several sessions.
class SftpMaterialsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir; // sshd's
    QTemporaryDir m_disk;
    QTemporaryDir m_local;
    std::unique_ptr<TestSshd> m_sshd;
    QByteArray m_small = randomBytes(1'500'000);
    QByteArray m_big = randomBytes(52'000'000);

    QString onDisk(const QString &name) const { return m_disk.filePath(name); }
    QString local(const QString &name) const { return m_local.filePath(name); }
    RemotePath below(const QString &name) const { return {m_disk.path(), name}; }

    UploadRequest uploadOf(const QString &name, const QString &to) const
    {
        return {local(name), below(to), true, u"id"_s, Existing::Keep, {}};
    }
    DownloadRequest downloadOf(const QByteArray &content, const QString &name, const QString &to) const
    {
        return {below(name), local(to), content.size(), true, sha256Of(content)};
    }

    // What a transfer leaves behind when it succeeded: nothing.
    void verifyOnly(const QTemporaryDir &directory, const QStringList &names) const
    {
        QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden), names);
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

    void init()
    {
        for (const QTemporaryDir *directory : {&m_disk, &m_local}) {
            for (const QString &name : QDir(directory->path()).entryList(QDir::Files | QDir::Hidden))
                QVERIFY(QFile::remove(directory->filePath(name)));
        }
    }

    void aDownloadCutAtAnyChunkGoesOn()
    {
        write(onDisk(u"file"_s), m_small);
        TestLine line(m_sshd->port());
        const SshEndpoint endpoint = seenThrough(*m_sshd, line.port());
        int resumed = 0;
        for (qint64 cut = 1'000; cut < m_small.size() + 40'000; cut += 65'536) {
            SftpTransport transport(endpoint, {});
            const DownloadRequest request = downloadOf(m_small, u"file"_s, u"copy"_s);
            ProgressCounters progress;
            line.cutAfter(cut);
            const auto first = transport.download(request, progress, {});
            QVERIFY2(first || isTransientKind(first), kindOf(first).constData());
            QCOMPARE(QFile::exists(request.localPath), first.has_value());
            line.cutAfter(-1);
            ProgressCounters rest;
            const auto second = transport.download(request, rest, {});
            QCOMPARE(kindOf(second), "done");
            QVERIFY(contentOf(request.localPath) == m_small);
            QCOMPARE(second->sha256, sha256Of(m_small));
            resumed += second->resumedFrom > 0;
            if (!first)
                QCOMPARE(rest.bytesReceived.load() + second->resumedFrom, qint64(m_small.size()));
            verifyOnly(m_local, {u"copy"_s});
            QVERIFY(QFile::remove(request.localPath));
        }
        qInfo("%d of the attempts were gone on with", resumed);
        QVERIFY(resumed > 10);
    }

    void anUploadCutAtAnyChunkGoesOn()
    {
        write(local(u"file"_s), m_small);
        TestLine line(m_sshd->port());
        const SshEndpoint endpoint = seenThrough(*m_sshd, line.port());
        int resumed = 0;
        for (qint64 cut = 1'000; cut < m_small.size() + 40'000; cut += 65'536) {
            SftpTransport transport(endpoint, {});
            const UploadRequest request = uploadOf(u"file"_s, u"material"_s);
            ProgressCounters progress;
            line.cutAfterSent(cut);
            const auto first = transport.upload(request, progress, {});
            QVERIFY2(first || isTransientKind(first), kindOf(first).constData());
            line.cutAfterSent(-1);
            if (QFile::exists(request.remotePath.path)) {
                // The rename arrived and its answer did not: what is there is whole.
                QVERIFY(contentOf(request.remotePath.path) == m_small);
            } else {
                const auto second = transport.upload(request, progress, {});
                QCOMPARE(kindOf(second), "done");
                QCOMPARE(second->sha256, sha256Of(m_small));
                QVERIFY(contentOf(request.remotePath.path) == m_small);
                resumed += second->resumedFrom > 0;
            }
            verifyOnly(m_disk, {u"material"_s});
            QVERIFY(QFile::remove(request.remotePath.path));
        }
        qInfo("%d of the attempts were gone on with", resumed);
        QVERIFY(resumed > 10);
    }

    void aLongLineIsSharedByManySessions_data()
    {
        QTest::addColumn<bool>("isDownload");
        QTest::newRow("down") << true;
        QTest::newRow("up") << false;
    }

    void aLongLineIsSharedByManySessions()
    {
        QFETCH(const bool, isDownload);
        write(isDownload ? onDisk(u"file"_s) : local(u"file"_s), m_big);
        const DelayLine line(m_sshd->port(), 40ms);
        SftpTransport transport(seenThrough(*m_sshd, line.port()), {});
        int ofFirst = 0;
        for (int i = 0; i < 2; ++i) {
            ProgressCounters progress;
            const auto moved = isDownload ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})
                                          : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
            QCOMPARE(kindOf(moved), "done");
            QCOMPARE(moved->sha256, sha256Of(m_big));
            QCOMPARE(progress.done.load(), qint64(m_big.size()));
            QCOMPARE(progress.bytesReceived.load(), qint64(m_big.size()));
            const QString copy = isDownload ? local(u"copy"_s) : onDisk(u"copy"_s);
            QVERIFY(contentOf(copy) == m_big);
            QVERIFY(QFile::remove(copy));
            if (i == 0)
                ofFirst = line.connections();
        }
        QVERIFY(ofFirst > 1);
        QVERIFY(line.connections() < 2 * ofFirst); // they were kept for the second transfer
    }

    void aShortLineOrASmallFileIsNotWorthASecondSession()
    {
        write(onDisk(u"big"_s), m_big);
        write(onDisk(u"small"_s), m_small);
        TestLine near(m_sshd->port());
        SftpTransport overNear(seenThrough(*m_sshd, near.port()), {});
        ProgressCounters progress;
        QCOMPARE(kindOf(overNear.stat(onDisk(u"big"_s), {})), "done");
        QCOMPARE(kindOf(overNear.download(downloadOf(m_small, u"small"_s, u"copy"_s), progress, {})), "done");
        QCOMPARE(near.connections(), 1);
        const DelayLine far(m_sshd->port(), 40ms);
        SftpTransport overFar(seenThrough(*m_sshd, far.port()), {});
        QCOMPARE(kindOf(overFar.download(downloadOf(m_small, u"small"_s, u"copy"_s), progress, {})), "done");
        QCOMPARE(far.connections(), 1);
    }

    void theHostKeyIsAcceptedOnceForAllSessions()
    {
        write(onDisk(u"file"_s), m_big);
        const DelayLine line(m_sshd->port(), 40ms);
        SshEndpoint endpoint = seenThrough(*m_sshd, line.port());
        endpoint.knownHostsFile = m_dir.filePath(u"empty_hosts"_s);
        SftpTransport unknown(endpoint, {});
        const auto refused = unknown.connect({});
        QCOMPARE(kindOf(refused), "hostKeyUnknown");
        ServerCredentials credentials;
        credentials.acceptHostKeySha256 = std::any_cast<HostKey>(refused.error().evidence).sha256;
        SftpTransport transport(endpoint, credentials);
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})), "done");
        QVERIFY(line.connections() > 2);
        QCOMPARE(contentOf(endpoint.knownHostsFile).trimmed().count('\n'), 0); // one line
    }

    // sshd counts connections that have not logged in yet (MaxStartups): the further sessions find no room.
    void aServerThatLetsNoMoreInIsUsedThroughOne_data()
    {
        aLongLineIsSharedByManySessions_data();
    }

    void aServerThatLetsNoMoreInIsUsedThroughOne()
    {
        QFETCH(const bool, isDownload);
        QTemporaryDir directory;
        TestSshd sshd(directory.path());
        sshd.setExtraConfig({u"MaxStartups 1"_s});
        QVERIFY(sshd.start());
        write(isDownload ? onDisk(u"file"_s) : local(u"file"_s), m_big);
        const DelayLine line(sshd.port(), 40ms);
        SftpTransport transport(seenThrough(sshd, line.port()), {});
        QCOMPARE(kindOf(transport.connect({})), "done");
        QTcpSocket idler; // takes the only place
        idler.connectToHost(u"127.0.0.1"_s, quint16(sshd.port()));
        QVERIFY(idler.waitForReadyRead(30'000));
        ProgressCounters progress;
        const auto moved = isDownload ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})
                                      : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        QCOMPARE(kindOf(moved), "done");
        QVERIFY(contentOf(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)) == m_big);
        QCOMPARE(line.connections(), 2); // one more was tried, and then no more
    }

    void whatALostSessionLeavesTheOthersDo_data()
    {
        aLongLineIsSharedByManySessions_data();
    }

    void whatALostSessionLeavesTheOthersDo()
    {
        QFETCH(const bool, isDownload);
        write(isDownload ? onDisk(u"file"_s) : local(u"file"_s), m_big);
        DelayLine line(m_sshd->port(), 40ms);
        SftpTransport transport(seenThrough(*m_sshd, line.port()), {});
        ProgressCounters progress;
        const Meanwhile cut(progress, 15'000'000, [&] { line.cutAllButTheFirst(); });
        const auto moved = isDownload ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})
                                      : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        QCOMPARE(kindOf(moved), "done");
        QCOMPARE(moved->sha256, sha256Of(m_big));
        QVERIFY(contentOf(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)) == m_big);
    }

    void aSharedTransferThatIsCutGoesOn_data()
    {
        aLongLineIsSharedByManySessions_data();
    }

    void aSharedTransferThatIsCutGoesOn()
    {
        QFETCH(const bool, isDownload);
        write(isDownload ? onDisk(u"file"_s) : local(u"file"_s), m_big);
        DelayLine line(m_sshd->port(), 40ms);
        SftpTransport transport(seenThrough(*m_sshd, line.port()), {});
        const auto move = [&](ProgressCounters &progress) {
            return isDownload ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})
                              : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        };
        ProgressCounters progress;
        // An upload goes on from 32 MiB before its part's end.
        const Meanwhile cut(progress, isDownload ? 20'000'000 : 36'000'000, [&] { line.cutAll(); });
        const auto first = move(progress);
        QVERIFY2(isTransientKind(first), kindOf(first).constData());
        QVERIFY(!QFile::exists(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)));
        ProgressCounters rest;
        const auto second = move(rest);
        QCOMPARE(kindOf(second), "done");
        QCOMPARE(second->sha256, sha256Of(m_big));
        QVERIFY(second->resumedFrom > 0);
        QVERIFY(contentOf(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)) == m_big);
        verifyOnly(isDownload ? m_local : m_disk, {u"copy"_s});
    }

    void aServerThatDiesInTheMiddleIsGoneOnWith()
    {
        QTemporaryDir directory;
        TestSshd sshd(directory.path());
        QVERIFY(sshd.start());
        write(local(u"file"_s), m_big);
        const DelayLine line(sshd.port(), 100ms); // long enough to be killed in the middle
        SftpTransport transport(seenThrough(sshd, line.port()), {});
        ProgressCounters progress;
        Result<Transferred> first = Error{};
        {
            std::jthread uploading([&] { first = transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {}); });
            QTRY_VERIFY_WITH_TIMEOUT(progress.done > 1'000'000, 60'000);
            sshd.stop();
        }
        QVERIFY2(isTransientKind(first), kindOf(first).constData());
        QVERIFY(sshd.start());
        QCOMPARE(kindOf(transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {})), "done");
        QVERIFY(contentOf(onDisk(u"copy"_s)) == m_big);
        verifyOnly(m_disk, {u"copy"_s});
    }

    void aStopEndsASharedTransferAndKeepsItsPart_data()
    {
        aLongLineIsSharedByManySessions_data();
    }

    void aStopEndsASharedTransferAndKeepsItsPart()
    {
        QFETCH(const bool, isDownload);
        write(isDownload ? onDisk(u"file"_s) : local(u"file"_s), m_big);
        const DelayLine line(m_sshd->port(), 40ms);
        SftpTransport transport(seenThrough(*m_sshd, line.port()), {});
        std::stop_source stop;
        ProgressCounters progress;
        QElapsedTimer sinceStop;
        Result<Transferred> stopped = Error{};
        {
            const Meanwhile stopping(progress, 20'000'000, [&] {
                sinceStop.start();
                stop.request_stop();
            });
            stopped = isDownload
                          ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, stop.get_token())
                          : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, stop.get_token());
        }
        QCOMPARE(kindOf(stopped), "cancelled");
        qInfo("ended %lld ms after the request", sinceStop.elapsed());
        QVERIFY(!QFile::exists(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)));
        const auto again = isDownload ? transport.download(downloadOf(m_big, u"file"_s, u"copy"_s), progress, {})
                                      : transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        QCOMPARE(kindOf(again), "done");
        QVERIFY(contentOf(isDownload ? local(u"copy"_s) : onDisk(u"copy"_s)) == m_big);
    }

    void aPartThatIsNotThisFilesBeginningIsNotGoneOnFrom_data()
    {
        QTest::addColumn<qint64>("spoiltAt");
        for (const qint64 at : {0, 300'000, 999'999})
            QTest::addRow("a block of zeros at %lld", at) << at;
    }

    void aPartThatIsNotThisFilesBeginningIsNotGoneOnFrom()
    {
        QFETCH(const qint64, spoiltAt);
        write(local(u"file"_s), m_small);
        QByteArray part = m_small.left(1'000'000);
        const qsizetype length = std::min<qsizetype>(64 * 1024, part.size() - spoiltAt); // what a crash may lose
        part.replace(spoiltAt, length, QByteArray(length, 0));
        write(partOf(below(u"copy"_s), u"id"_s).path, part);
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const auto sent = transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        QCOMPARE(kindOf(sent), "done");
        QCOMPARE(sent->resumedFrom, 0);
        QVERIFY(contentOf(onDisk(u"copy"_s)) == m_small);
    }

    void aFileThatChangesWhileItIsSentIsNotPutInPlace()
    {
        write(local(u"file"_s), m_big);
        const DelayLine line(m_sshd->port(), 40ms);
        SftpTransport transport(seenThrough(*m_sshd, line.port()), {});
        ProgressCounters progress;
        Result<Transferred> sent = Error{};
        {
            const Meanwhile change(progress, 1'000'000, [&] {
                QFile file(local(u"file"_s));
                if (file.open(QIODevice::Append))
                    file.write("more");
            });
            sent = transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        }
        QCOMPARE(kindOf(sent), "contentMismatch");
        verifyOnly(m_disk, {});
    }

    void offsetsBeyond32BitsAreSent()
    {
        const QByteArray end = randomBytes(70'000);
        const qint64 size = fourGibibytes + 1'000'000;
        writeSparse(local(u"file"_s), size, end);
        // An earlier attempt came beyond the limit already.
        writeSparse(partOf(below(u"copy"_s), u"id"_s).path, fourGibibytes + 500'000, QByteArray(1, 0));
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        const auto sent = transport.upload(uploadOf(u"file"_s, u"copy"_s), progress, {});
        QCOMPARE(kindOf(sent), "done");
        QCOMPARE(sent->sizeBytes, size);
        QCOMPARE(progress.done.load(), size);
        QVERIFY(sent->resumedFrom > 0);
        QCOMPARE(QFileInfo(onDisk(u"copy"_s)).size(), size);
        QFile copy(onDisk(u"copy"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly) && copy.seek(size - end.size()));
        QVERIFY(copy.readAll() == end);
    }

    void offsetsBeyond32BitsAreFetched()
    {
        const QByteArray end = randomBytes(70'000);
        const qint64 size = fourGibibytes + 1'000'000;
        writeSparse(onDisk(u"file"_s), size, end);
        SftpTransport transport(m_sshd->endpoint(), {});
        QCOMPARE(transport.stat(below(u"file"_s), {})->sizeBytes, size);
        ProgressCounters progress;
        QByteArray got;
        const auto read = transport.read(below(u"file"_s), size - 100'000, -1,
                                         [&](QByteArrayView bytes) -> Result<> {
                                             got.append(bytes);
                                             return {};
                                         },
                                         progress, {});
        QCOMPARE(kindOf(read), "done");
        QVERIFY(got == QByteArray(30'000, 0) + end);

        // A download that came that far before.
        const RemotePath remote = below(u"file"_s);
        writeSparse(local(u"copy.part"_s), fourGibibytes + 500'000, QByteArray(1, 0));
        const qint64 modified = QFileInfo(remote.path).lastModified().toSecsSinceEpoch() * 1000;
        write(local(u"copy.part.origin"_s), QByteArray::number(size) + ' ' + QByteArray::number(modified) + '\n');
        const auto fetched = transport.download({remote, local(u"copy"_s)}, progress, {});
        QCOMPARE(kindOf(fetched), "done");
        QCOMPARE(fetched->resumedFrom, fourGibibytes + 500'000);
        QCOMPARE(QFileInfo(local(u"copy"_s)).size(), size);
        QFile copy(local(u"copy"_s));
        QVERIFY(copy.open(QIODevice::ReadOnly) && copy.seek(size - end.size()));
        QVERIFY(copy.readAll() == end);
    }

    void aServerWithTooLittleRoomIsToldBeforeTheFirstByte()
    {
        QTemporaryDir small;
        SmallDisk disk(small.path(), u"1m"_s);
        if (!disk.isMounted())
            QSKIP("A small file system cannot be mounted here.");
        write(local(u"file"_s), m_small);
        const UploadRequest request{local(u"file"_s), RemotePath(small.path(), u"copy"_s), true, u"id"_s};
        SftpTransport transport(m_sshd->endpoint(), {});
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.upload(request, progress, {})), "diskFull");
        QCOMPARE(progress.bytesReceived.load(), 0);
        QVERIFY(disk.grow(u"8m"_s));
        QCOMPARE(kindOf(transport.upload(request, progress, {})), "done");
        QVERIFY(contentOf(request.remotePath.path) == m_small);
    }

    void aServersDiskThatFillsUpIsGoneOnWithWhenThereIsRoom()
    {
        QTemporaryDir small;
        SmallDisk disk(small.path(), u"210m"_s);
        if (!disk.isMounted())
            QSKIP("A small file system cannot be mounted here.");
        constexpr qint64 size = 200'000'000; // long enough for the disk to fill up meanwhile
        const QByteArray end = randomBytes(1000);
        writeSparse(local(u"file"_s), size, end);
        SftpTransport transport(m_sshd->endpoint(), {});
        const UploadRequest request{local(u"file"_s), RemotePath(small.path(), u"copy"_s), true, u"id"_s};
        ProgressCounters progress;
        Result<Transferred> sent = Error{};
        {
            const Meanwhile filling(progress, 1, [&, filler = QByteArray(50'000'000, 'x')] {
                QFile file(small.filePath(u"filler"_s));
                if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                    file.write(filler); // as far as it goes
            });
            sent = transport.upload(request, progress, {});
        }
        QCOMPARE(kindOf(sent), "diskFull");
        QVERIFY(!QFile::exists(request.remotePath.path));
        QVERIFY(QFile::remove(small.filePath(u"filler"_s)));
        QCOMPARE(kindOf(transport.upload(request, progress, {})), "done");
        QFile copy(request.remotePath.path);
        QCOMPARE(copy.size(), size);
        QVERIFY(copy.open(QIODevice::ReadOnly) && copy.seek(size - end.size()));
        QVERIFY(copy.readAll() == end);
    }

    void aFullLocalDiskIsGoneOnWithWhenThereIsRoom()
    {
        QTemporaryDir small;
        SmallDisk disk(small.path(), u"1m"_s);
        if (!disk.isMounted())
            QSKIP("A small file system cannot be mounted here.");
        write(onDisk(u"file"_s), m_small);
        SftpTransport transport(m_sshd->endpoint(), {});
        const DownloadRequest request{below(u"file"_s), small.filePath(u"copy"_s), -1, true, sha256Of(m_small)};
        ProgressCounters progress;
        QCOMPARE(kindOf(transport.download(request, progress, {})), "diskFull");
        QVERIFY(!QFile::exists(request.localPath));
        QVERIFY(disk.grow(u"8m"_s));
        const auto fetched = transport.download(request, progress, {});
        QCOMPARE(kindOf(fetched), "done");
        QVERIFY(contentOf(request.localPath) == m_small);
    }
};

QTEST_GUILESS_MAIN(SftpMaterialsTest)
#include "tst_sftpmaterials.moc"
