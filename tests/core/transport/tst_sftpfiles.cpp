#include "core/transport/sftptransport.h"
#include "tests/core/transport/sftptesting.h"
#include "tests/support/testsshd.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

// What materials need of a server's disk besides the bulk.
class SftpFilesTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir; // sshd's
    std::unique_ptr<TestSshd> m_sshd;
    std::unique_ptr<SftpTransport> m_transport;
    std::unique_ptr<QTemporaryDir> m_disk; // the "server's", new for each test

    QString onDisk(const QString &name) const { return m_disk->filePath(name); }
    RemotePath below(const QString &name) const { return {m_disk->path(), name}; }
    QStringList namesIn(const QString &directory) const
    {
        return QDir(directory).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString why = TestSshd::whyUnavailable(); !why.isEmpty())
            QSKIP(qPrintable(why));
        qunsetenv("SSH_AUTH_SOCK");
        m_sshd = std::make_unique<TestSshd>(m_dir.path());
        QVERIFY2(m_sshd->start(), qPrintable(m_sshd->error()));
        m_transport = std::make_unique<SftpTransport>(m_sshd->endpoint(), ServerCredentials());
    }

    void init() { m_disk = std::make_unique<QTemporaryDir>(); }

    void directoriesAreMadeWithAllThatIsMissingAndRemovedWhenEmpty()
    {
        const RemotePath deep = below(u"letopis/запись-1/materials"_s);
        QCOMPARE(kindOf(m_transport->makeDirectories(deep, {})), "done");
        QVERIFY(QFileInfo(onDisk(u"letopis/запись-1/materials"_s)).isDir());
        QVERIFY(!QFileInfo(onDisk(u"letopis"_s)).permission(QFile::ReadOther));
        QCOMPARE(kindOf(m_transport->makeDirectories(deep, {})), "done");

        write(onDisk(u"letopis/запись-1/materials/file"_s), "x");
        QCOMPARE(kindOf(m_transport->makeDirectories(deep.child(u"file"_s), {})), "alreadyExists");
        QCOMPARE(kindOf(m_transport->makeDirectories(deep.child(u"file"_s).child(u"more"_s), {})), "alreadyExists");
        QVERIFY(!m_transport->removeDirectory(deep, {})); // not empty
        QVERIFY(QFile::exists(onDisk(u"letopis/запись-1/materials/file"_s)));
        QCOMPARE(kindOf(m_transport->removeFile(deep.child(u"file"_s), {})), "done");
        QCOMPARE(kindOf(m_transport->removeDirectory(deep, {})), "done");
        QCOMPARE(kindOf(m_transport->removeDirectory(deep, {})), "notFound");
        QCOMPARE(kindOf(m_transport->removeFile(deep, {})), "notFound");
    }

    void aMissingRootIsNotMade()
    {
        const RemotePath path(onDisk(u"no/such/root"_s), u"letopis"_s);
        QCOMPARE(kindOf(m_transport->makeDirectories(path, {})), "notFound");
        QCOMPARE(namesIn(m_disk->path()), QStringList());
        QCOMPARE(kindOf(m_transport->makeDirectories(onDisk(u"without/a/root"_s), {})), "done");
        QVERIFY(QFileInfo(onDisk(u"without/a/root"_s)).isDir());
    }

    void aSmallFileIsThereWholeOrNotAtAll()
    {
        const RemotePath path = below(u"note.json"_s);
        const QByteArray content = randomBytes(600'000);
        QCOMPARE(kindOf(m_transport->readAll(path, 1000, {})), "notFound");
        QCOMPARE(kindOf(m_transport->writeAll(path, content, Existing::Keep, {})), "done");
        QVERIFY(contentOf(path.path) == content);
        QCOMPARE(kindOf(m_transport->writeAll(path, "other", Existing::Keep, {})), "alreadyExists");
        QVERIFY(contentOf(path.path) == content);
        QCOMPARE(*m_transport->readAll(path, content.size(), {}), content);
        QCOMPARE(kindOf(m_transport->readAll(path, content.size() - 1, {})), "tooLarge");
        QCOMPARE(kindOf(m_transport->writeAll(path, "", Existing::Replace, {})), "done");
        QCOMPARE(*m_transport->readAll(path, 0, {}), QByteArray());
        QCOMPARE(namesIn(m_disk->path()), {u"note.json"_s}); // no temporary file is left
        QVERIFY(!QFileInfo(path.path).permission(QFile::ReadOther));
        QCOMPARE(kindOf(m_transport->writeAll(below(u"no/such/place"_s), "x", Existing::Replace, {})), "notFound");
        QVERIFY(QDir().mkdir(onDisk(u"directory"_s)));
        QVERIFY(!m_transport->writeAll(below(u"directory"_s), "x", Existing::Replace, {}));
        QCOMPARE(namesIn(m_disk->path()).size(), 2);
    }

    void renamingReplacesOnlyWhereItMay()
    {
        write(onDisk(u"a"_s), "A");
        write(onDisk(u"b"_s), "B");
        QVERIFY(QDir().mkpath(onDisk(u"trash/old"_s)));
        QCOMPARE(kindOf(m_transport->rename(below(u"a"_s), below(u"b"_s), Existing::Keep, {})), "alreadyExists");
        QCOMPARE(contentOf(onDisk(u"a"_s)) + contentOf(onDisk(u"b"_s)), "AB");
        QCOMPARE(kindOf(m_transport->rename(below(u"a"_s), below(u"trash/a"_s), Existing::Keep, {})), "done");
        QCOMPARE(contentOf(onDisk(u"trash/a"_s)), "A");
        QCOMPARE(kindOf(m_transport->rename(below(u"trash/a"_s), below(u"b"_s), Existing::Replace, {})), "done");
        QCOMPARE(contentOf(onDisk(u"b"_s)), "A");
        QCOMPARE(kindOf(m_transport->rename(below(u"trash"_s), below(u"bin"_s), Existing::Keep, {})), "done");
        QVERIFY(QFileInfo(onDisk(u"bin/old"_s)).isDir());
        QCOMPARE(kindOf(m_transport->rename(below(u"none"_s), below(u"x"_s), Existing::Keep, {})), "notFound");
        QVERIFY(QDir().mkdir(onDisk(u"other"_s)));
        QVERIFY(!m_transport->rename(below(u"bin"_s), below(u"other"_s), Existing::Keep, {}));
        QVERIFY(QFileInfo(onDisk(u"bin"_s)).isDir());
    }

    void anUploadKeepsWhatIsThereWhereItIsToldTo()
    {
        write(onDisk(u"local"_s), "new");
        write(onDisk(u"taken"_s), "old");
        ProgressCounters progress;
        const auto kept = m_transport->upload(
            {onDisk(u"local"_s), below(u"taken"_s), true, u"1"_s, Existing::Keep, {}}, progress, {});
        QCOMPARE(kindOf(kept), "alreadyExists");
        QCOMPARE(contentOf(onDisk(u"taken"_s)), "old");
        const auto done = m_transport->upload(
            {onDisk(u"local"_s), below(u"free"_s), true, u"1"_s, Existing::Keep, {}}, progress, {});
        QCOMPARE(kindOf(done), "done");
        QCOMPARE(done->sha256, sha256Of("new"));
        QCOMPARE(namesIn(m_disk->path()), QStringList({u"free"_s, u"local"_s, u"taken"_s}));
    }

    void anUploadOfOtherBytesThanPromisedIsNotPutInPlace()
    {
        write(onDisk(u"local"_s), "new");
        ProgressCounters progress;
        const UploadRequest request{onDisk(u"local"_s), below(u"x"_s),     true,
                                    u"id"_s,            Existing::Replace, sha256Of("old")};
        QCOMPARE(kindOf(m_transport->upload(request, progress, {})), "contentMismatch");
        QCOMPARE(namesIn(m_disk->path()), {u"local"_s});
    }

    void longNamesInAnyScriptGetAPartOfTheirOwn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Latin") << QString(255, u'n');
        QTest::newRow("Cyrillic") << QString(127, u'ж');
        QTest::newRow("emoji") << QString::fromUcs4(std::u32string(63, U'😀').c_str());
        QTest::newRow("right to left") << u"דוח\u202egpj.exe"_s;
        QTest::newRow("quotes and line breaks") << u"a\"b'c\n*?$(x)\\y"_s;
    }

    void longNamesInAnyScriptGetAPartOfTheirOwn()
    {
        QFETCH(const QString, name);
        QVERIFY(partOf(below(name), u"0123456789abcdef"_s).name().toUtf8().size() <= 255);
        QVERIFY(partOf(below(name), u"1"_s).path != partOf(below(name), u"2"_s).path);
        write(onDisk(u"local"_s), "content");
        ProgressCounters progress;
        const UploadRequest request{onDisk(u"local"_s), below(name), true, u"0123456789abcdef"_s};
        QCOMPARE(kindOf(m_transport->upload(request, progress, {})), "done");
        QCOMPARE(contentOf(onDisk(name)), "content");
        QCOMPARE(kindOf(m_transport->writeAll(below(name), "again", Existing::Replace, {})), "done");
        const auto listed = m_transport->list(RemotePath(m_disk->path()), {});
        QVERIFY(listed);
        QCOMPARE(listed->size(), 2);
        QVERIFY(listed->at(0).name == name || listed->at(1).name == name);
        QCOMPARE(kindOf(m_transport->removeFile(below(name), {})), "done");
    }

    void aNameTooLongForTheDiskIsRefusedAndLeavesNothing()
    {
        write(onDisk(u"local"_s), "content");
        ProgressCounters progress;
        QVERIFY(!m_transport->upload({onDisk(u"local"_s), below(QString(300, u'n')), true, u"1"_s}, progress, {}));
        QVERIFY(!m_transport->writeAll(below(QString(300, u'n')), "x", Existing::Replace, {}));
        QVERIFY(QFile::exists(onDisk(u"local"_s)));
        QVERIFY(!QFile::exists(onDisk(QString(255, u'n'))));
    }

    void whatIsNoNameIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"..", ".", "a/../b", "../x", "a//b", "a/", "/"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
    }

    void whatIsNoNameIsRefused()
    {
        QFETCH(const QString, name);
        write(onDisk(u"local"_s), "x");
        ProgressCounters progress;
        const RemotePath path = below(name);
        QCOMPARE(kindOf(m_transport->stat(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->list(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->readAll(path, 10, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->writeAll(path, "x", Existing::Replace, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->makeDirectories(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->rename(path, below(u"y"_s), Existing::Keep, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->rename(below(u"local"_s), path, Existing::Keep, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->removeFile(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->removeDirectory(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->freeSpace(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->upload({onDisk(u"local"_s), path}, progress, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->download({path, onDisk(u"copy"_s)}, progress, {})), "invalidInput");
        QCOMPARE(namesIn(m_disk->path()), {u"local"_s});
    }

    void aRootThatIsNotTheBeginningIsRefused()
    {
        RemotePath path(onDisk(u"root"_s), u"x"_s);
        path.path = onDisk(u"rootless"_s);
        QCOMPARE(kindOf(m_transport->stat(path, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->stat(RemotePath(u"relative"_s, u"x"_s), {})), "invalidInput");
    }

    void aLinkLeadsNowhereBelowARoot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("the last name, a file") << u"filelink"_s;
        QTest::newRow("the last name, a directory") << u"dirlink"_s;
        QTest::newRow("on the way") << u"dirlink/secret"_s;
        QTest::newRow("on the way, to something new") << u"dirlink/new"_s;
        QTest::newRow("deep") << u"plain/dirlink/secret"_s;
        QTest::newRow("to nowhere") << u"broken"_s;
    }

    void aLinkLeadsNowhereBelowARoot()
    {
        QFETCH(const QString, path);
        QTemporaryDir outside;
        write(outside.filePath(u"secret"_s), "secret");
        QVERIFY(QDir().mkdir(onDisk(u"plain"_s)));
        QVERIFY(QFile::link(outside.filePath(u"secret"_s), onDisk(u"filelink"_s)));
        QVERIFY(QFile::link(outside.path(), onDisk(u"dirlink"_s)));
        QVERIFY(QFile::link(outside.path(), onDisk(u"plain/dirlink"_s)));
        QVERIFY(QFile::link(outside.filePath(u"none"_s), onDisk(u"broken"_s)));
        write(onDisk(u"local"_s), "x");
        const RemotePath link = below(path);
        ProgressCounters progress;
        QByteArray got;
        const ByteSink sink = [&](QByteArrayView bytes) -> Result<> {
            got.append(bytes);
            return {};
        };
        QCOMPARE(kindOf(m_transport->read(link, 0, -1, sink, progress, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->readAll(link, 100, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->list(link, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->writeAll(link, "x", Existing::Replace, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->makeDirectories(link, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->freeSpace(link, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->upload({onDisk(u"local"_s), link, true, u"1"_s}, progress, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->download({link, onDisk(u"copy"_s)}, progress, {})), "invalidInput");
        QCOMPARE(kindOf(m_transport->rename(below(u"local"_s), link.child(u"x"_s), Existing::Keep, {})),
                 "invalidInput");
        QVERIFY(got.isEmpty());
        QCOMPARE(namesIn(outside.path()), {u"secret"_s});
        QCOMPARE(contentOf(outside.filePath(u"secret"_s)), "secret");
    }

    void aLinkIsShownAsOneAndCanBeRemoved()
    {
        QTemporaryDir outside;
        write(outside.filePath(u"secret"_s), "secret");
        QVERIFY(QFile::link(outside.path(), onDisk(u"link"_s)));
        QVERIFY(m_transport->stat(below(u"link"_s), {})->isLink);
        QVERIFY(!m_transport->stat(below(u"link"_s), {})->isDirectory);
        QVERIFY(m_transport->stat(onDisk(u"link"_s), {})->isDirectory); // without a root, as the server does
        const auto listed = m_transport->list(below({}), {});
        QVERIFY(listed);
        QCOMPARE(listed->size(), 1);
        QVERIFY(listed->front().isLink && !listed->front().isDirectory);
        QCOMPARE(kindOf(m_transport->removeFile(below(u"link"_s), {})), "done");
        QCOMPARE(namesIn(m_disk->path()), QStringList());
        QCOMPARE(contentOf(outside.filePath(u"secret"_s)), "secret");
    }

    void aRootThatIsItselfALinkIsTheAdministratorsOwn()
    {
        QTemporaryDir real;
        write(real.filePath(u"file"_s), "content");
        QVERIFY(QFile::link(real.path(), onDisk(u"data"_s)));
        const RemotePath root(onDisk(u"data"_s), {});
        QVERIFY(m_transport->stat(root, {})->isDirectory);
        QCOMPARE(*m_transport->readAll(root.child(u"file"_s), 100, {}), "content");
    }

    void aPlantedPartLeadsNoBytesElsewhere()
    {
        QTemporaryDir outside;
        write(outside.filePath(u"victim"_s), "untouched");
        write(onDisk(u"local"_s), "evil");
        const RemotePath target = below(u"target"_s);
        QVERIFY(QFile::link(outside.filePath(u"victim"_s), partOf(target, u"1"_s).path));
        ProgressCounters progress;
        QCOMPARE(kindOf(m_transport->upload({onDisk(u"local"_s), target, true, u"1"_s}, progress, {})), "invalidInput");
        QCOMPARE(contentOf(outside.filePath(u"victim"_s)), "untouched");
    }

    void aListingIsBounded()
    {
        for (int i = 0; i < 30; ++i)
            write(onDisk(QString::number(i)), {});
        QCOMPARE(m_transport->list(below({}), {}, 30)->size(), 30);
        QCOMPARE(kindOf(m_transport->list(below({}), {}, 29)), "tooLarge");
        QCOMPARE(kindOf(m_transport->stat(below(u"0"_s), {})), "done");
    }

    void freeSpaceIsWhatTheDiskSays()
    {
        const SmallDisk disk(m_disk->path(), u"1m"_s);
        const auto space = m_transport->freeSpace(below({}), {});
        QVERIFY(space && *space);
        if (!disk.isMounted())
            QSKIP("A small file system cannot be mounted here: only that there is an answer was seen.");
        QCOMPARE(**space, 1024 * 1024);
    }

    void aFullDiskIsSaidToBeFullAndKeepsTheOldFile()
    {
        const SmallDisk disk(m_disk->path(), u"1m"_s);
        if (!disk.isMounted())
            QSKIP("A small file system cannot be mounted here.");
        const RemotePath path = below(u"note.json"_s);
        QVERIFY(m_transport->writeAll(path, "old", Existing::Replace, {}));
        QCOMPARE(kindOf(m_transport->writeAll(path, randomBytes(2'000'000), Existing::Replace, {})), "diskFull");
        QCOMPARE(contentOf(path.path), "old");
        QCOMPARE(namesIn(m_disk->path()), {u"note.json"_s});
    }

    void everythingIsCancelledAtOnceWhereAStopWasRequested()
    {
        std::stop_source source;
        source.request_stop();
        const std::stop_token stop = source.get_token();
        const RemotePath path = below(u"x"_s);
        QCOMPARE(kindOf(m_transport->stat(path, stop)), "cancelled");
        QCOMPARE(kindOf(m_transport->writeAll(path, "x", Existing::Replace, stop)), "cancelled");
        QCOMPARE(kindOf(m_transport->makeDirectories(path, stop)), "cancelled");
        QCOMPARE(kindOf(m_transport->removeFile(path, stop)), "cancelled");
        QCOMPARE(kindOf(m_transport->freeSpace(path, stop)), "cancelled");
        QCOMPARE(namesIn(m_disk->path()), QStringList());
    }

    void aServerWithoutAnAccountHasNoDisk()
    {
        SftpTransportFactory factory;
        ConferenceServer server;
        QCOMPARE(kindOf(factory.create(server, {})), "unsupported");
        server.ssh = m_sshd->endpoint();
        const auto transport = factory.create(server, {});
        QVERIFY(transport);
        QVERIFY((*transport)->stat(RemotePath(m_disk->path()), {}));
    }
};

QTEST_GUILESS_MAIN(SftpFilesTest)
#include "tst_sftpfiles.moc"
