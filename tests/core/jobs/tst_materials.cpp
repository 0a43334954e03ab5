#include "tests/core/jobs/hostiledescriptions.h"
#include "tests/core/jobs/materialsprofile.h"

#include <QDirIterator>
#include <QTest>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {
QByteArray kindOf(const auto &result)
{
    return result ? QByteArray("done") : errorKindName(result.error().kind).toLatin1();
}
} // namespace

// Materials between profiles and a server's disk: adding, meeting others, being cut.
class MaterialsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_server;

    QString root() const { return m_server->path(); }
    QString folder() const { return MaterialsProfile::folder(root()); }
    QStringList filesOnServer() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QString descriptionFile(const Material &material) const { return folder() + u'/' + material.uuid + u".json"_s; }

    // As in the catalog of somebody who looks for the first time.
    QList<Material> seenByAnother()
    {
        MaterialsProfile other(root(), u"other"_s);
        if (!other.exchange())
            return {};
        return other.materials();
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<QTemporaryDir>(); }

    void whatIsAddedHereIsFoundThereAndFetched()
    {
        MaterialsProfile one(root());
        const auto added = one.add(u"Отчёт.pdf"_s, "first");
        QVERIFY(added);
        QVERIFY(one.only().isWaiting);
        QVERIFY(!one.only().newest().isOnServer);
        QVERIFY(!one.only().newest().localFile.isEmpty());
        QCOMPARE(contentOf(one.only().newest().localFile), "first");
        QVERIFY(one.describe(*added, u"Two\nlines"_s));
        QVERIFY(one.addVersion(*added, u"Отчёт 2.pdf"_s, "second, longer"));
        QCOMPARE(kindOf(one.exchange(MaterialsScope::Waiting)), "done");
        QVERIFY(!one.only().isWaiting);
        QVERIFY(one.only().newest().isOnServer);
        QCOMPARE(one.auditLines(u"material.added"_s), 1);
        QCOMPARE(one.auditLines(u"material.versionAdded"_s), 1);
        QCOMPARE(filesOnServer().size(), 3); // two contents and a description: nothing else is left there

        MaterialsProfile two(root(), u"boris"_s);
        QCOMPARE(kindOf(two.exchange()), "done");
        const Material found = two.only();
        QCOMPARE(found.name, u"Отчёт.pdf"_s);
        QCOMPARE(found.description, u"Two\nlines"_s);
        QCOMPARE(found.versions.size(), 2);
        QCOMPARE(found.newest().fileName, u"Отчёт 2.pdf"_s);
        QCOMPARE(found.newest().addedBy, u"anna"_s);
        QVERIFY(found.newest().localFile.isEmpty());
        QCOMPARE(kindOf(two.fetch(found.id, 1, two.disk)), "done");
        QCOMPARE(contentOf(two.only().versions.first().localFile), "first");
        QVERIFY(two.only().newest().localFile.isEmpty());
        QCOMPARE(two.auditLines(u"material.found"_s), 1);

        // Another look changes nothing on either side.
        const QByteArray description = contentOf(descriptionFile(found));
        QCOMPARE(kindOf(two.exchange()), "done");
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(contentOf(descriptionFile(found)), description);
        QCOMPARE(two.auditLines(u"material.changedOnServer"_s), 0);
    }

    void editsOfTwoProfilesThatDoNotMeetBothSurvive()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(one.rename(*id, u"Named by one"_s));
        QVERIFY(two.describe(two.only().id, u"Described by two"_s));
        QVERIFY(two.exchange());
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        for (MaterialsProfile *profile : {&one, &two}) {
            QCOMPARE(profile->only().name, u"Named by one"_s);
            QCOMPARE(profile->only().description, u"Described by two"_s);
            QVERIFY(!profile->only().isWaiting);
        }
    }

    void twoRenamesAtOnceLeaveOneAndTheOtherInTheJournal()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(one.rename(*id, u"One's"_s));
        QVERIFY(two.rename(two.only().id, u"Two's"_s));
        QVERIFY(two.exchange());
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QCOMPARE(one.only().name, u"One's"_s);
        QCOMPARE(two.only().name, u"One's"_s);
        QCOMPARE(one.auditLines(u"material.conflict"_s), 1);
        QCOMPARE(numberFrom(*one.catalog.database,
                            u"SELECT count(*) AS value FROM audit_event WHERE details LIKE '%Two''s%'"_s), 1);
    }

    // SFTP cannot compare and swap: somebody may write between another's reading and writing.
    void aWriteThatOvertakesAnotherTakesNothingAway()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(one.rename(*id, u"Named by one"_s));
        QVERIFY(two.describe(two.only().id, u"Described by two"_s));
        bool isDone = false;
        two.disk->before = [&](const QString &call, const RemotePath &) {
            if (call != u"writeAll" || std::exchange(isDone, true))
                return;
            QVERIFY(one.exchange()); // reads and writes in between
        };
        QVERIFY(two.exchange());
        QVERIFY(isDone);
        QVERIFY(!contentOf(descriptionFile(one.only())).contains("Named by one")); // overwritten …
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        for (MaterialsProfile *profile : {&one, &two}) { // … and healed
            QCOMPARE(profile->only().name, u"Named by one"_s);
            QCOMPARE(profile->only().description, u"Described by two"_s);
        }
        QCOMPARE(one.auditLines(u"material.conflict"_s), 0);
    }

    void twoVersionsAddedAtOnceAreBothKeptUnderTheSameNumbers()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(one.addVersion(*id, u"one.txt"_s, "of one"));
        QVERIFY(two.addVersion(two.only().id, u"two.txt"_s, "of two"));
        QVERIFY(two.exchange());
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QStringList names;
        for (const MaterialVersion &version : one.only().versions)
            names += u"%1 %2"_s.arg(version.number).arg(version.fileName);
        QCOMPARE(names, QStringList({u"1 a.txt"_s, u"2 two.txt"_s, u"3 one.txt"_s}));
        QStringList same;
        for (const MaterialVersion &version : two.only().versions)
            same += u"%1 %2"_s.arg(version.number).arg(version.fileName);
        QCOMPARE(same, names);
        QVERIFY(two.fetch(two.only().id, 3, two.disk));
        QCOMPARE(contentOf(two.only().versions[2].localFile), "of one");
    }

    void trashIsAFlagThatTravelsAndTheFilesStay()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        const QStringList files = filesOnServer();
        QVERIFY(waitFor(one.repository.setTrashed(one.actor, *id, true)));
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QCOMPARE(two.materials(false).size(), 0);
        QVERIFY(two.only().isTrashed);
        QCOMPARE(two.only().trashedAt, one.catalog.clock.now());
        QCOMPARE(filesOnServer(), files);
        QVERIFY(waitFor(two.repository.setTrashed(two.actor, two.only().id, false)));
        QVERIFY(two.exchange());
        QVERIFY(one.exchange());
        QCOMPARE(one.materials(false).size(), 1);
        QCOMPARE(two.auditLines(u"material.restored"_s), 1);
    }

    void theOrderTravels()
    {
        MaterialsProfile one(root());
        QList<MaterialId> ids;
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            ids += *one.add(name, name.toUtf8());
        QVERIFY(waitFor(one.repository.setOrder(one.actor, one.recording, {ids[2], ids[0], ids[1]})));
        QVERIFY(one.exchange());
        QStringList names;
        for (const Material &material : seenByAnother())
            names += material.name;
        QCOMPARE(names, QStringList({u"c"_s, u"a"_s, u"b"_s}));
    }

    void namesOfPeopleNeverBecomeNamesOnADisk_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("parent") << u".."_s;
        QTest::newRow("path") << u"../../etc/passwd"_s;
        QTest::newRow("windows path") << u"..\\..\\windows\\x.dll"_s;
        QTest::newRow("300 characters") << QString(300, u'ж');
        QTest::newRow("400 characters") << QString(400, u'x');
        QTest::newRow("right to left") << u"تقرير\u202Egpj.exe"_s;
        QTest::newRow("reserved") << u"CON"_s;
        QTest::newRow("reserved with ending") << u"lpt1.txt"_s;
        QTest::newRow("line end") << u"a\nb.txt"_s;
        QTest::newRow("emoji") << u"👩‍🏫 урок.png"_s;
        QTest::newRow("dot file") << u".bashrc"_s;
        QTest::newRow("trailing dot") << u"name. "_s;
    }

    void namesOfPeopleNeverBecomeNamesOnADisk()
    {
        QFETCH(QString, name);
        MaterialsProfile one(root());
        QVERIFY(one.add(name, "content"));
        QCOMPARE(kindOf(one.exchange()), "done");
        for (const QString &file : filesOnServer())
            QVERIFY2(!QUuid::fromString(file.left(36)).isNull() && file.toLatin1().size() == file.size(), qPrintable(file));
        const QList<Material> seen = seenByAnother();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().name, one.only().name);
        QVERIFY(seen.first().name.size() <= 300 && !seen.first().name.isEmpty());

        const FileStore &store = one.repository.store();
        const auto opened = store.openable(one.only().newest().sha256, one.only().newest().fileName);
        QVERIFY(opened);
        QVERIFY(QFileInfo(*opened).canonicalFilePath().startsWith(QFileInfo(one.catalog.folder()).canonicalFilePath() + u"/materials/open/"_s));
        QCOMPARE(contentOf(*opened), "content");
    }

    void sameNamesSameContentsAndNothingAtAllAreKeptApart()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"same.txt"_s, "same"));
        QVERIFY(one.add(u"same.txt"_s, "same"));
        QVERIFY(one.add(u"same.txt"_s, "other"));
        QVERIFY(one.add(u"empty"_s, ""));
        QCOMPARE(kindOf(one.exchange()), "done");
        MaterialsProfile two(root(), u"boris"_s);
        QVERIFY(two.exchange());
        QCOMPARE(two.materials().size(), 4);
        for (const Material &material : two.materials())
            QCOMPARE(kindOf(two.fetch(material.id, 1, two.disk)), "done");
        QStringList contents;
        for (const Material &material : two.materials())
            contents += QString::fromUtf8(contentOf(material.newest().localFile));
        contents.sort();
        QCOMPARE(contents, QStringList({u""_s, u"other"_s, u"same"_s, u"same"_s}));
    }

    void aLineCutAtAnyCallLosesAndDoublesNothing_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("before the call") << int(TestDisk::Cut::Before);
        QTest::newRow("after the call") << int(TestDisk::Cut::After);
    }

    void aLineCutAtAnyCallLosesAndDoublesNothing()
    {
        QFETCH(int, cut);
        bool isCut = true;
        for (int call = 1; isCut; ++call) {
            m_server = std::make_unique<QTemporaryDir>();
            MaterialsProfile one(root());
            const auto id = one.add(u"a.txt"_s, "first");
            QVERIFY(one.addVersion(*id, u"b.txt"_s, "second"));
            QVERIFY(one.add(u"c.txt"_s, "third"));
            one.disk->cutAt = call;
            one.disk->cut = TestDisk::Cut(cut);
            const Result<> first = one.exchange();
            isCut = one.disk->calls >= call;
            QCOMPARE(kindOf(first), isCut ? "connectionLost" : "done");
            for (const Material &seen : seenByAnother()) // whatever is seen is whole
                QVERIFY(!seen.versions.isEmpty() && QFile::exists(folder() + u'/' + contentFileName(seen.uuid, seen.newest().sha256)));
            one.disk->cutAt = 0;
            QCOMPARE(kindOf(one.exchange()), "done");
            MaterialsProfile two(root(), u"boris"_s);
            QVERIFY(two.exchange());
            QCOMPARE(two.materials().size(), 2);
            for (const Material &material : two.materials()) {
                for (const MaterialVersion &version : material.versions)
                    QCOMPARE(kindOf(two.fetch(material.id, version.number, two.disk)), "done");
            }
            QCOMPARE(two.materials().first().versions.size(), 2);
            for (const Material &material : one.materials())
                QVERIFY(!material.isWaiting);
        }
    }

    void whatFailsForOneIsSaidOfItAndTriedLater()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        one.disk->isFull = true;
        QCOMPARE(kindOf(one.exchange()), "diskFull");
        QVERIFY(one.only().isWaiting);
        one.disk->isFull = false;
        const int calls = one.disk->calls;
        QCOMPARE(kindOf(one.exchange(MaterialsScope::Waiting)), "done"); // not due yet
        QCOMPARE(one.disk->calls, calls);
        one.catalog.clock.advance(31'000);
        QCOMPARE(kindOf(one.exchange(MaterialsScope::Waiting)), "done");
        QVERIFY(!one.only().isWaiting);
        QVERIFY(one.only().problem.isEmpty());
    }

    void hastenedItIsDueAtOnce()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        one.disk->isFull = true;
        QVERIFY(!one.exchange());
        one.disk->isFull = false;
        QVERIFY(waitFor(one.repository.hasten(one.catalog.server)));
        QVERIFY(one.exchange(MaterialsScope::Waiting));
        QVERIFY(!one.only().isWaiting);
    }

    void aLostDescriptionIsWrittenAgainAndADamagedOneToo()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        QVERIFY(one.exchange());
        QVERIFY(QFile::remove(descriptionFile(one.only())));
        QVERIFY(one.exchange());
        QCOMPARE(seenByAnother().size(), 1);
        write(descriptionFile(one.only()), "{\"format\": 1, \"uuid");
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(seenByAnother().value(0).name, u"a.txt"_s);
    }

    void whatIsTakenBackBeforeTheServerAnsweredStaysTakenBack_data()
    {
        QTest::addColumn<bool>("isTrash");
        QTest::addColumn<bool>("anotherWrites");
        QTest::newRow("trash") << true << false;
        QTest::newRow("name") << false << false;
        QTest::newRow("trash, and another writes in between") << true << true;
        QTest::newRow("name, and another writes in between") << false << true;
    }
    void whatIsTakenBackBeforeTheServerAnsweredStaysTakenBack()
    {
        QFETCH(bool, isTrash);
        QFETCH(bool, anotherWrites);
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(isTrash ? waitFor(one.repository.setTrashed(one.actor, *id, true)) : one.rename(*id, u"b.txt"_s));
        one.disk->before = [&](const QString &call, const RemotePath &) {
            if (call != u"writeAll")
                return;
            one.disk->cutAt = one.disk->calls;
            one.disk->cut = TestDisk::Cut::After; // it is there, and nobody here knows
        };
        QCOMPARE(kindOf(one.exchange()), "connectionLost");
        one.disk->before = {};
        QVERIFY(contentOf(descriptionFile(one.only())).contains(isTrash ? "\"trashed\": \"" : "b.txt"));
        if (anotherWrites) {
            QVERIFY(two.exchange());
            QVERIFY(two.describe(two.only().id, u"By two"_s));
            QVERIFY(two.exchange());
        }
        QVERIFY(isTrash ? waitFor(one.repository.setTrashed(one.actor, *id, false)) : one.rename(*id, u"a.txt"_s));
        QVERIFY(one.only().isWaiting);
        QCOMPARE(kindOf(one.exchange()), "done");
        QVERIFY(!one.only().isWaiting);
        QVERIFY(two.exchange());
        QCOMPARE(kindOf(one.exchange()), "done");
        for (MaterialsProfile *profile : {&one, &two}) {
            QVERIFY(!profile->only().isTrashed);
            QCOMPARE(profile->only().name, u"a.txt"_s);
            QCOMPARE(profile->only().description, anotherWrites ? u"By two"_s : QString());
        }
        QCOMPARE(one.auditLines(u"material.conflict"_s), 0);
    }

    // A server without posix-rename: between a removal and a rename there is no description.
    void aDescriptionThatIsAwayForAMomentUndoesNobodysEdit_data()
    {
        QTest::addColumn<QString>("goneAt");
        QTest::addColumn<QString>("backAt");
        QTest::newRow("not in the list") << u"list"_s << u"readAll"_s;
        QTest::newRow("not in the list, nor a moment later") << u"list"_s << u"makeDirectories"_s;
        QTest::newRow("in the list, gone when read") << u"readAll"_s << u"readAll"_s;
        QTest::newRow("in the list, gone for longer") << u"readAll"_s << u"makeDirectories"_s;
    }
    void aDescriptionThatIsAwayForAMomentUndoesNobodysEdit()
    {
        QFETCH(QString, goneAt);
        QFETCH(QString, backAt);
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(one.rename(*id, u"Named by one"_s));
        QVERIFY(one.exchange());
        const QString file = descriptionFile(one.only());
        const QByteArray said = contentOf(file);
        bool isGone = false;
        bool isBack = false;
        two.disk->before = [&](const QString &call, const RemotePath &path) {
            if (!isGone && call == goneAt && (call != u"list" || path.path == folder())) {
                isGone = QFile::remove(file);
            } else if (isGone && !isBack && call == backAt) {
                write(file, said);
                isBack = true;
            }
        };
        QCOMPARE(kindOf(two.exchange()), "done");
        QVERIFY(isGone && isBack);
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        for (MaterialsProfile *profile : {&one, &two}) {
            QCOMPARE(profile->only().name, u"Named by one"_s);
            QVERIFY(!profile->only().isWaiting);
        }
    }

    void aDeletedFolderComesBackFromWhatIsHere()
    {
        MaterialsProfile one(root());
        const auto id = one.add(u"a.txt"_s, "first");
        QVERIFY(one.addVersion(*id, u"b.txt"_s, "second"));
        QVERIFY(one.exchange());
        MaterialsProfile two(root(), u"boris"_s);
        QVERIFY(two.exchange());
        QVERIFY(two.fetch(two.only().id, 1, two.disk));
        QVERIFY(QDir(root() + u"/letopis/"_s + recordIdOf(1)).removeRecursively());
        QVERIFY(QDir().mkpath(root() + u"/letopis/another"_s));

        QCOMPARE(kindOf(two.exchange()), "notFound"); // one version is nowhere that two could get it from
        QVERIFY2(two.only().problem.contains(u"version 2"_s), qPrintable(two.only().problem));
        QVERIFY(two.only().isWaiting);
        QVERIFY(two.only().versions[0].isOnServer);
        QVERIFY(!two.only().versions[1].isOnServer);
        const QList<Material> seen = seenByAnother();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.first().versions.size(), 1); // a description promises nothing that is not there

        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(filesOnServer().size(), 3);
        QVERIFY(waitFor(two.repository.hasten(two.catalog.server)));
        QCOMPARE(kindOf(two.exchange()), "done");
        QVERIFY(two.only().problem.isEmpty());
        QVERIFY(!two.only().isWaiting);
        QCOMPARE(kindOf(two.fetch(two.only().id, 2, two.disk)), "done");
        QCOMPARE(contentOf(two.only().versions[1].localFile), "second");
    }

    void theDeletedFolderOfEverythingComesBack()
    {
        QVERIFY(QDir().mkpath(root() + u"/recording/raw"_s));
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "first"));
        QVERIFY(one.exchange());
        QVERIFY(QDir(root() + u"/letopis"_s).removeRecursively());
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(seenByAnother().size(), 1);
        QVERIFY(QDir(root() + u"/letopis"_s).removeRecursively());
        QVERIFY(QDir().mkpath(root() + u"/letopis"_s));
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(seenByAnother().size(), 1);
    }

    void aDiskThatIsNotMountedIsNotTakenForADeletedFolder_data()
    {
        QTest::addColumn<bool>("isConfigured");
        QTest::newRow("below the data root") << false;
        QTest::newRow("a folder of its own") << true;
    }

    void aDiskThatIsNotMountedIsNotTakenForADeletedFolder()
    {
        QFETCH(bool, isConfigured);
        MaterialsProfile one(root());
        if (isConfigured)
            one.materialsRoot = root();
        QVERIFY(QDir().mkpath(root() + u"/recording/raw"_s));
        QVERIFY(one.add(u"a.txt"_s, "first"));
        QVERIFY(one.exchange());
        const QString away = root() + u"-mounted"_s;
        QVERIFY(QDir().rename(root(), away));
        QVERIFY(QDir().mkpath(root()));
        QCOMPARE(kindOf(one.exchange()), "notFound");
        QVERIFY(one.only().newest().isOnServer);
        QVERIFY(!one.only().isWaiting);
        QVERIFY(QDir(root()).isEmpty()); // nothing is written below the mount point
        QVERIFY(QDir().rmdir(root()));
        QVERIFY(QDir().rename(away, root()));
        QCOMPARE(kindOf(one.exchange()), "done");
        QVERIFY(!one.only().isWaiting);
    }

    void whatIsHereFollowsToANewFolder()
    {
        QTemporaryDir elsewhere;
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "first"));
        QVERIFY(one.exchange());
        one.materialsRoot = elsewhere.path();
        QVERIFY(one.add(u"b.txt"_s, "second"));
        QCOMPARE(kindOf(one.exchange()), "notFound"); // of the first: the folder might be a disk that is not mounted
        QCOMPARE(kindOf(one.exchange()), "done");
        MaterialsProfile two(root(), u"boris"_s);
        two.materialsRoot = elsewhere.path();
        QVERIFY(two.exchange());
        QCOMPARE(two.materials().size(), 2);
    }

    void aLostContentComesBackFromWhoeverHasIt()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "first"));
        QVERIFY(one.exchange());
        MaterialsProfile two(root(), u"boris"_s);
        QVERIFY(two.exchange());
        const QString content = folder() + u'/' + contentFileName(one.only().uuid, one.only().newest().sha256);
        const QByteArray description = contentOf(descriptionFile(one.only()));
        QVERIFY(QFile::remove(content));
        QCOMPARE(kindOf(two.exchange()), "notFound");
        QVERIFY2(two.only().problem.contains(u"version 1"_s), qPrintable(two.only().problem));
        QCOMPARE(kindOf(two.exchange()), "notFound");
        QVERIFY(!two.only().problem.isEmpty());
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(contentOf(content), "first");
        QCOMPARE(contentOf(descriptionFile(one.only())), description); // it was right all the time
        QCOMPARE(kindOf(two.exchange()), "done");
        QVERIFY(two.only().problem.isEmpty());
        write(content, "half"); // of another length
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(contentOf(content), "first");
    }

    void whatIsNowhereIsSaidAndNotAskedForAllTheTime()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "first"));
        QVERIFY(one.exchange());
        MaterialsProfile two(root(), u"boris"_s);
        QVERIFY(two.exchange());
        QVERIFY(QDir(folder()).removeRecursively());
        QCOMPARE(kindOf(two.exchange()), "notFound");
        QVERIFY(!two.only().problem.isEmpty());
        const int calls = two.disk->calls;
        QCOMPARE(kindOf(two.exchange(MaterialsScope::Waiting)), "done"); // not due yet
        QCOMPARE(two.disk->calls, calls);
        QVERIFY(filesOnServer().isEmpty());
    }

    void moreVersionsThanADescriptionTakesHarmNobody()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        const MaterialId same = two.only().id;
        for (int i = 0; i < 60; ++i) {
            QVERIFY(one.addVersion(*id, u"one"_s, "one " + QByteArray::number(i)));
            QVERIFY(two.addVersion(same, u"two"_s, "two " + QByteArray::number(i)));
        }
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(kindOf(two.exchange()), "tooLarge");
        QVERIFY2(two.only().problem.contains(u"121 versions"_s), qPrintable(two.only().problem));
        QCOMPARE(two.only().versions.size(), 121); // none is lost
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(seenByAnother().value(0).versions.size(), 61);
    }

    void aServerThatInventsVersionsWithoutEndIsNotFollowed()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        QVERIFY(one.exchange());
        const QString file = descriptionFile(one.only());
        const Result<MaterialDescription> said = descriptionFromJson(contentOf(file), one.only().uuid);
        QVERIFY(said);
        for (int sync = 0; sync < 4; ++sync) {
            MaterialDescription invented = *said;
            invented.versions.clear();
            for (int i = 0; i < 100; ++i) {
                MaterialVersion version = said->versions.first();
                version.number = i + 1;
                version.sha256 = QCryptographicHash::hash(QByteArray::number(sync * 100 + i), QCryptographicHash::Sha256);
                invented.versions += version;
            }
            write(file, toJson(invented));
            QVERIFY(!one.exchange());
            QVERIFY2(one.only().versions.size() <= 200, qPrintable(QString::number(one.only().versions.size())));
            QCOMPARE(contentOf(file), toJson(invented)); // what was not taken in is not written away
        }
        const QByteArray ours = QCryptographicHash::hash("x", QCryptographicHash::Sha256);
        const QList<MaterialVersion> versions = one.only().versions;
        QVERIFY(std::any_of(versions.begin(), versions.end(), [&](const MaterialVersion &version) { return version.sha256 == ours; }));
    }

    void aVersionThatHasNoRoomHereIsNotWrittenAway()
    {
        MaterialsProfile one(root());
        MaterialsProfile two(root(), u"boris"_s);
        const auto id = one.add(u"a.txt"_s, "x");
        for (int i = 0; i < 98; ++i)
            QVERIFY(one.addVersion(*id, u"one"_s, "one " + QByteArray::number(i)));
        QVERIFY(one.exchange());
        QVERIFY(two.exchange());
        QVERIFY(two.addVersion(two.only().id, u"of two"_s, "two"));
        QVERIFY(two.exchange());
        const QByteArray said = contentOf(descriptionFile(two.only()));
        QVERIFY(one.addVersion(*id, u"of one"_s, "one more"));
        QCOMPARE(kindOf(one.exchange()), "tooLarge");
        QVERIFY2(one.only().problem.contains(u"101 versions"_s), qPrintable(one.only().problem));
        QCOMPARE(contentOf(descriptionFile(two.only())), said);
    }

    void forgottenPartsAreSweptAndOthersAreLeft()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        QVERIFY(one.exchange());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        one.catalog.clock.advance(one.catalog.clock.now().msecsTo(now));
        const Material material = one.only();
        const QString content = contentFileName(material.uuid, material.newest().sha256);
        const QString other = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto put = [&](const QString &name, int days) {
            write(folder() + u'/' + name, "half");
            QFile file(folder() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(now.addDays(-days), QFileDevice::FileModificationTime));
        };
        const auto partName = [&](const QString &target, const QString &id) { return partOf(RemotePath(folder()).child(target), id).name(); };
        const QString growing = partName(content, u"0123456789abcdef"_s);
        const QString old = partName(contentFileName(other, material.newest().sha256), u"fedcba9876543210"_s);
        const QString oldDescription = partName(other + u".json"_s, QString(32, u'a'));
        const QString foreign = u".somebody's.part"_s;
        const QStringList kept = filesOnServer();
        put(growing, 0);
        put(old, 8);
        put(oldDescription, 8);
        put(foreign, 80);
        QCOMPARE(kindOf(one.exchange()), "done");
        QStringList expected = kept + QStringList{growing, foreign};
        expected.sort();
        QCOMPARE(filesOnServer(), expected);
        one.catalog.clock.advance(30LL * 86'400'000); // this computer's clock is wrong: the server's decides
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(filesOnServer(), expected);
    }

    void hostileDescriptionsDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const auto &[name, json] : hostileDescriptions())
            QTest::newRow(name.constData()) << json;
    }

    void hostileDescriptionsDoNoHarm()
    {
        QFETCH(QByteArray, json);
        MaterialsProfile one(root());
        QVERIFY(one.add(u"good.txt"_s, "x"));
        QVERIFY(one.exchange());
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        write(folder() + u'/' + uuid + u".json"_s, json.replace("UUID", uuid.toLatin1()));
        write(folder() + u"/no uuid.json"_s, "{}");
        write(folder() + u"/.."_s + uuid + u".json"_s, "{}");
        MaterialsProfile two(root(), u"boris"_s);
        QCOMPARE(kindOf(two.exchange()), "badAnswer");
        QCOMPARE(two.only().name, u"good.txt"_s); // the others are read all the same
        QCOMPARE(contentOf(folder() + u'/' + uuid + u".json"_s), json);
    }

    void theControlOfTheHostileOnesIsRead()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"good.txt"_s, "x"));
        QVERIFY(one.exchange());
        const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QByteArray json = contentOf(descriptionFile(one.only())).replace(one.only().uuid.toLatin1(), uuid.toLatin1());
        write(folder() + u'/' + uuid + u".json"_s, json);
        write(folder() + u'/' + contentFileName(uuid, one.only().newest().sha256), "x");
        QCOMPARE(seenByAnother().size(), 2);
    }

    void aDescriptionOfANewerLetopisIsLeftAlone()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "x"));
        QVERIFY(one.exchange());
        const QString file = descriptionFile(one.only());
        const QByteArray newer = contentOf(file).replace("\"format\": 1", "\"format\": 2");
        QVERIFY(newer.contains("\"format\": 2"));
        write(file, newer);
        QVERIFY(one.rename(one.only().id, u"New"_s));
        QCOMPARE(kindOf(one.exchange()), "unsupported");
        QCOMPARE(contentOf(file), newer);
        QVERIFY(one.only().isWaiting);
    }

    void contentThatIsNotWhatTheDescriptionSaysIsRefused()
    {
        MaterialsProfile one(root());
        QVERIFY(one.add(u"a.txt"_s, "right"));
        QVERIFY(one.exchange());
        write(folder() + u'/' + contentFileName(one.only().uuid, one.only().newest().sha256), "wrong");
        MaterialsProfile two(root(), u"boris"_s);
        QVERIFY(two.exchange());
        QCOMPARE(kindOf(two.fetch(two.only().id, 1, two.disk)), "contentMismatch");
        QVERIFY(two.only().newest().localFile.isEmpty());
    }

    void theFolderMayBeConfigured()
    {
        QTemporaryDir elsewhere;
        MaterialsProfile one(root());
        one.materialsRoot = elsewhere.filePath(u"shared"_s);
        QVERIFY(one.add(u"a.txt"_s, "x"));
        QCOMPARE(kindOf(one.exchange()), "notFound"); // a folder that is configured has to be there
        QVERIFY(QDir().mkpath(one.materialsRoot));
        QVERIFY(waitFor(one.repository.hasten(one.catalog.server)));
        QCOMPARE(kindOf(one.exchange()), "done");
        QVERIFY(!QFileInfo::exists(root() + u"/letopis"_s));
        QCOMPARE(QDir(one.materialsRoot + u'/' + recordIdOf(1) + u"/materials"_s).entryList(QDir::Files).size(), 2);
        MaterialsProfile two(root(), u"boris"_s);
        two.materialsRoot = one.materialsRoot;
        QVERIFY(two.exchange());
        QCOMPARE(two.materials().size(), 1);
    }

    void foldersOfUnknownRecordingsAreNotOpened()
    {
        QVERIFY(QDir().mkpath(root() + u"/letopis/unknown/materials"_s));
        QVERIFY(QDir().mkpath(root() + u"/letopis/backups"_s));
        MaterialsProfile one(root());
        QStringList listed;
        one.disk->before = [&](const QString &call, const RemotePath &path) { listed += call + u' ' + path.path; };
        QCOMPARE(kindOf(one.exchange()), "done");
        QCOMPARE(listed, {u"list %1/letopis"_s.arg(root())});
    }
};

QTEST_GUILESS_MAIN(MaterialsTest)
#include "tst_materials.moc"
