// resources/server/letopis-recordings itself, run by sh on a small disk.
#include "core/domain/serverrecipe.h"
#include "core/providers/bigbluebutton/scriptanswer.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const QString one = QString(40, u'a') + u"-1700000000000"_s;
const QString part = one + u"-1700000000500"_s; // of the same meeting
const QString other = QString(40, u'b') + u"-1700000000000"_s;

struct Answer
{
    int code = -1;
    QByteArray out;
    DiskRecording recording;
    DiskAbility ability;
    QList<DiskEntry> entries;
    QByteArray end;
};
} // namespace

class TestServerScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"sh"_s).isEmpty() || QStandardPaths::findExecutable(u"sha256sum"_s).isEmpty())
            QSKIP("There is no POSIX shell with GNU coreutils on this machine.");
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        m_root = m_directory->filePath(u"data"_s);
        for (const QString &id : {one, part, other}) {
            for (const QString &tree : {u"published/presentation"_s, u"unpublished/video"_s, u"deleted/podcast"_s, u"recording/raw"_s,
                                        u"recording/process/presentation"_s, u"captions"_s, u"events"_s})
                write(tree + u'/' + id + u"/file"_s, "12345");
            write(u"recording/status/archived/"_s + id + u".done"_s, "x");
            write(u"recording/status/published/"_s + id + u"-presentation.done"_s, "yy");
        }
        QFile script(m_directory->filePath(u"script"_s));
        QVERIFY(script.open(QIODevice::WriteOnly) && script.write(recordingsScript(m_root)) > 1000);
    }

    void purgeRemovesOneRecordingAndNothingElse()
    {
        QFile::remove(path(u"recording/raw/"_s + part + u"/file"_s));
        const qint64 before = bytesBelow(m_root);
        const Answer purged = run({u"purge"_s, one});
        QCOMPARE(purged.code, 0);
        QCOMPARE(purged.end, "ok");
        QCOMPARE(purged.recording.bytes(), before - bytesBelow(m_root));
        QVERIFY(purged.recording.bytes() > 0);
        for (const QString &tree : {u"published/presentation"_s, u"unpublished/video"_s, u"deleted/podcast"_s, u"captions"_s,
                                    u"recording/process/presentation"_s}) {
            QVERIFY2(!QFile::exists(path(tree + u'/' + one)), qPrintable(tree));
            QVERIFY2(QFile::exists(path(tree + u'/' + part)), qPrintable(tree));
            QVERIFY2(QFile::exists(path(tree + u'/' + other)), qPrintable(tree));
        }
        QVERIFY(!QFile::exists(path(u"recording/status/archived/"_s + one + u".done"_s)));
        QVERIFY(!QFile::exists(path(u"recording/status/published/"_s + one + u"-presentation.done"_s)));
        QVERIFY(QFile::exists(path(u"recording/status/archived/"_s + part + u".done"_s)));
        QVERIFY(QFile::exists(path(u"recording/status/published/"_s + part + u"-presentation.done"_s)));
    }

    void whatTheMeetingsPartsShareStaysWithThem()
    {
        const Answer purged = run({u"purge"_s, one});
        QVERIFY(purged.recording.left.contains(DiskLeft{u"recording/raw"_s, u"shared"_s}));
        QVERIFY(QFile::exists(path(u"recording/raw/"_s + one)));
        QVERIFY(run({u"purge"_s, other}).recording.left.isEmpty());
        QVERIFY(!QFile::exists(path(u"recording/raw/"_s + other)));
    }

    void aSecondPurgeFindsNothing()
    {
        QVERIFY(!run({u"purge"_s, other}).recording.trees.isEmpty());
        const qint64 before = bytesBelow(m_root);
        const Answer again = run({u"purge"_s, other});
        QCOMPARE(again.end, "ok");
        QVERIFY(again.recording.trees.isEmpty());
        QCOMPARE(bytesBelow(m_root), before);
    }

    void linksAreNotFollowed()
    {
        const QString outside = m_directory->filePath(u"outside"_s);
        QDir().mkpath(outside + u"/presentation/"_s + other);
        QFile precious(outside + u"/presentation/"_s + other + u"/precious"_s);
        QVERIFY(precious.open(QIODevice::WriteOnly));
        // The tree itself, a format, a recording, and something inside of one.
        QVERIFY(QDir(path(u"deleted"_s)).removeRecursively() && QFile::link(outside, path(u"deleted"_s)));
        QVERIFY(QFile::link(outside + u"/presentation"_s, path(u"unpublished/screenshare"_s)));
        QVERIFY(QDir(path(u"events/"_s + other)).removeRecursively());
        QVERIFY(QFile::link(outside, path(u"events/"_s + other)));
        QVERIFY(QFile::link(outside, path(u"captions/"_s + other + u"/inside"_s)));
        const Answer purged = run({u"purge"_s, other});
        QCOMPARE(purged.end, "ok");
        QVERIFY(purged.recording.left.contains(DiskLeft{u"deleted"_s, u"link"_s}));
        QVERIFY(purged.recording.left.contains(DiskLeft{u"events"_s, u"link"_s}));
        QVERIFY(QFile::exists(precious.fileName()));
        QVERIFY(!QFile::exists(path(u"captions/"_s + other)));
        const DiskAbility ability = run({u"probe"_s}).ability;
        QCOMPARE(ability.againstRestore, DiskObstacle::LeadsElsewhere);
        QCOMPARE(ability.againstPurge, DiskObstacle::LeadsElsewhere);
    }

    void hostileIdsAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : {u""_s, one.chopped(1), one.left(41), u"*"_s, u"../"_s + one, one + u"/.."_s, one + u"-"_s, one + u"-x"_s,
                                  one + u" "_s, one + u"\n"_s + other, one.toUpper(), u"-rf"_s, u"$(id)"_s, one + u";id"_s,
                                  QString(41, u'a') + u"-1700000000000"_s})
            QTest::addRow("%s", qPrintable(id)) << id;
    }

    void hostileIdsAreRefused()
    {
        QFETCH(const QString, id);
        const qint64 before = bytesBelow(m_root);
        for (const QString &verb : {u"purge"_s, u"restore"_s, u"inspect"_s, u"manifest"_s}) {
            const Answer answer = run({verb, id});
            QCOMPARE(answer.code, 2);
            QCOMPARE(answer.end, "usage");
        }
        QCOMPARE(bytesBelow(m_root), before);
    }

    void restoreBringsBackUnpublishedAndNotTwice()
    {
        const QByteArray metadata = "<?xml version='1.0' encoding='UTF-8'?>\n<recording>\n  <id>x</id>\n  <state>\n    deleted\n  "
                                    "</state>\n  <published>false</published>\n  <meta>\n    <state>mine</state>\n  </meta>\n</recording>\n";
        write(u"deleted/podcast/"_s + other + u"/metadata.xml"_s, metadata);
        QVERIFY(QDir(path(u"published/presentation/"_s + other)).removeRecursively());
        const Answer restored = run({u"restore"_s, other});
        QCOMPARE(restored.end, "ok");
        QFile now(path(u"unpublished/podcast/"_s + other + u"/metadata.xml"_s));
        QVERIFY(now.open(QIODevice::ReadOnly));
        const QByteArray content = now.readAll();
        QVERIFY2(content.contains("<state>unpublished</state>") && content.contains("<state>mine</state>"), content.constData());
        QVERIFY(!QFile::exists(path(u"deleted/podcast/"_s + other)));
        QVERIFY(QFile::exists(path(u"deleted/podcast/"_s + one)));
        QCOMPARE(run({u"restore"_s, other}).end, "ok");
    }

    void restoreNeverReplacesWhatIsThere()
    {
        write(u"unpublished/podcast/"_s + other + u"/file"_s, "another");
        const Answer refused = run({u"restore"_s, other});
        QCOMPARE(refused.end, "failed");
        QVERIFY(QFile::exists(path(u"deleted/podcast/"_s + other + u"/file"_s)));
        QCOMPARE(QFile(path(u"unpublished/podcast/"_s + other + u"/file"_s)).size(), 7);
    }

    void aMeetingThatHasJustEndedIsLeftAlone()
    {
        write(u"recording/status/recorded/"_s + other + u".done"_s, "");
        const Answer busy = run({u"purge"_s, other});
        QCOMPARE(busy.end, "busy");
        QVERIFY(QFile::exists(path(u"recording/raw/"_s + other + u"/file"_s)));
    }

    void theManifestHasEachFileWithItsSum()
    {
        write(u"captions/"_s + other + u"/od\nd \\ name"_s, "12345");
        const DiskRecording manifest = run({u"manifest"_s, other}).recording;
        QCOMPARE(manifest.files.size(), 7 + 2 + 1);
        for (const DiskFile &file : manifest.files) {
            QCOMPARE(file.sha256.size(), 32);
            if (file.bytes == 5)
                QCOMPARE(file.sha256.toHex(), "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5");
        }
        qint64 sum = 0;
        for (const DiskFile &file : manifest.files)
            sum += file.bytes;
        QCOMPARE(sum, manifest.bytes());
    }

    void theListNamesEachRecordingOfEachTree()
    {
        QDir().mkpath(path(u"published/presentation/not-a-recording"_s));
        write(u"letopis/"_s + other + u"/materials/x.json"_s, "{}");
        const QList<DiskEntry> entries = run({u"list"_s}).entries;
        QCOMPARE(entries.size(), 3 * 7 + 3 * 2 + 1);
        int markers = 0;
        for (const DiskEntry &entry : entries) {
            QVERIFY(entry.externalId == one || entry.externalId == part || entry.externalId == other);
            QVERIFY(entry.changedAtMs > 1'600'000'000'000);
            markers += entry.marker.isEmpty() ? 0 : 1;
        }
        QCOMPARE(markers, 6);
    }

    void theListSaysWhatItDidNotLookAt()
    {
        const auto unseen = [this] {
            QStringList trees;
            const Answer listed = run({u"list"_s});
            for (const DiskEntry &entry : listed.entries) {
                if (entry.externalId.isEmpty())
                    trees += entry.tree + u' ' + entry.marker;
            }
            return trees;
        };
        QCOMPARE(unseen(), QStringList());
        QVERIFY(QDir(m_root).rename(u"deleted"_s, u"elsewhere"_s) && QFile::link(path(u"elsewhere"_s), path(u"deleted"_s)));
        QVERIFY(QFile::link(path(u"elsewhere/podcast"_s), path(u"published/podcast"_s)));
        QVERIFY(QDir(m_root).mkdir(u"unpublished/what is this"_s));
        QCOMPARE(unseen(), QStringList({u"deleted link"_s, u"published/podcast link"_s, u"unpublished unknown"_s}));
        QVERIFY(QDir(path(u"published"_s)).removeRecursively());
        QVERIFY(unseen().contains(u"published missing"_s));
        QVERIFY(QFile::link(m_root, path(u"published"_s)));
        QVERIFY(unseen().contains(u"published link"_s));
    }

    void whatNoDiskHoldsIsNotBelieved()
    {
        const auto taken = [](const QByteArray &files, int trees) {
            DiskRecordingReader reader;
            Result<> done;
            for (int tree = 0; done && tree < trees; ++tree)
                done = reader.take({"tree", "t" + QByteArray::number(tree), files, "1", "1"});
            return done ? QString() : errorKindName(done.error().kind);
        };
        QCOMPARE(taken("5", 900), QString());
        QCOMPARE(taken("9223372036854775807", 1), errorKindName(ErrorKind::BadAnswer));
        QCOMPARE(taken("5", 5000), errorKindName(ErrorKind::TooLarge));
        DiskRecordingReader sums;
        for (int line = 0; line < 100'000; ++line)
            QVERIFY(sums.take({"tree", "published/presentation", "1", QByteArray::number(qint64(1) << 50), "1"}));
        QVERIFY(sums.recording().bytes() > 0);
    }

    void theScriptPassesShellcheck()
    {
        const QString shellcheck = QStandardPaths::findExecutable(u"shellcheck"_s);
        if (shellcheck.isEmpty())
            QSKIP("shellcheck is not installed.");
        QProcess process;
        process.start(shellcheck, {u"-s"_s, u"sh"_s, m_directory->filePath(u"script"_s)});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
    }

    void noDataRootCanSlipCommandsIntoTheScript()
    {
        for (const QString &root : {u"relative"_s, u"/a b"_s, u"/x;id"_s, u"/$(id)"_s, u"/x\nid"_s, u"/`id`"_s, u"/'"_s})
            QVERIFY2(recordingsScript(root).isEmpty(), qPrintable(root));
        QVERIFY(recordingsScript(u"/mnt/big/bigbluebutton"_s).contains("\nROOT=/mnt/big/bigbluebutton\n"));
        QCOMPARE(recordingsSudoers(u"x ALL=(ALL) ALL\n"_s), recordingsSudoers(u"letopis"_s));
    }

private:
    QString path(const QString &below) const { return m_root + u'/' + below; }
    void write(const QString &below, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(path(below)).path());
        QFile file(path(below));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    static qint64 bytesBelow(const QString &directory)
    {
        qint64 bytes = 0;
        QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            bytes += files.fileInfo().isSymLink() ? 0 : files.fileInfo().size();
        }
        return bytes;
    }
    Answer run(const QStringList &words)
    {
        QProcess process;
        process.start(u"sh"_s, QStringList{m_directory->filePath(u"script"_s)} + words);
        Answer answer;
        if (!process.waitForFinished(60'000))
            return answer;
        answer.code = process.exitCode();
        answer.out = process.readAllStandardOutput();
        DiskRecordingReader recording;
        AbilityReader ability;
        ScriptAnswer reader([&](const QList<QByteArray> &fields) -> Result<> {
            if (const auto entry = diskEntryFrom(fields))
                answer.entries += *entry;
            const Result<> taken = ability.take(fields);
            return taken ? recording.take(fields) : taken;
        });
        for (const char byte : std::as_const(answer.out)) { // as slowly as a line can be
            if (!reader.feed(QByteArrayView(&byte, 1)))
                return {};
        }
        if (!reader.finish())
            return {};
        answer.end = reader.end();
        answer.recording = recording.recording();
        answer.ability = ability.ability();
        return answer;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_root;
};

QTEST_GUILESS_MAIN(TestServerScript)
#include "tst_serverscript.moc"
