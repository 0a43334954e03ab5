#include "tests/core/jobs/materialsprofile.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {
// Counts what the child does to catalog and disk, and ends it by its own hand at one of those moments, as kill -9 would.
struct Fate
{
    std::atomic<int> left = 0;
    void step()
    {
#ifdef Q_OS_UNIX
        if (--left == 0)
            ::raise(SIGKILL);
#endif
    }
};

struct ChildProfile
{
    ChildProfile(const QString &folder, Fate *fate)
    {
        DatabaseOptions options;
        if (fate)
            options.observer = [fate](QStringView) -> Result<> {
                fate->step();
                return {};
            };
        auto opened = Database::open(folder + u"/catalog.sqlite"_s, std::move(options));
        if (!opened)
            qFatal("cannot open the catalog");
        database = std::move(*opened);
        repository.emplace(*database, FileStore(folder + u"/materials"_s), clock);
        recording = *waitFor(RecordingRepository(*database).find(recordIdOf(1)));
        server.id = waitFor(repository->place(recording))->server;
    }

    Result<> exchange(const QString &dataRoot, Fate *fate)
    {
        auto disk = std::make_shared<TestDisk>();
        if (fate)
            disk->before = [fate](const QString &, const RemotePath &) { fate->step(); };
        server.dataRoot = dataRoot;
        ProgressCounters progress;
        return MaterialsRun({server, disk, {}}, *repository, administrator(), std::make_shared<MaterialsFeed>())
            .exchange(MaterialsScope::Everything, progress, {});
    }

    HandClock clock;
    std::unique_ptr<Database> database;
    std::optional<MaterialRepository> repository;
    RecordingId recording;
    ConferenceServer server;
};

// Adds a material and a version, renames it, exchanges.
int addAndExchange(const QString &folder, const QString &dataRoot, int killAt)
{
    Fate fate{killAt};
    ChildProfile profile(folder, &fate);
    ProgressCounters progress;
    const auto taken = [&](const QString &name) {
        const auto stored = profile.repository->store().put(folder + u'/' + name, progress, {});
        fate.step();
        MaterialVersion version;
        version.fileName = name;
        version.sizeBytes = stored->sizeBytes;
        version.sha256 = stored->sha256;
        return version;
    };
    const auto id = waitFor(profile.repository->add(administrator(), profile.recording, taken(u"one.txt"_s)));
    if (!id || !waitFor(profile.repository->addVersion(administrator(), *id, taken(u"two.txt"_s))))
        return 1;
    MaterialChange change;
    change.name = u"Renamed"_s;
    if (!waitFor(profile.repository->change(administrator(), *id, change)))
        return 2;
    return profile.exchange(dataRoot, &fate) ? 0 : 3;
}
} // namespace

// kill -9 at each statement and at each call to the server's disk.
class MaterialsKilledTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_template;

    void prepare(const QString &folder)
    {
        QVERIFY(QFile::copy(m_template->filePath(u"catalog.sqlite"_s), folder + u"/catalog.sqlite"_s));
        write(folder + u"/one.txt"_s, "the first");
        write(folder + u"/two.txt"_s, "the second");
    }

    void expectWhole(const QString &folder, const QString &dataRoot)
    {
        ChildProfile profile(folder, nullptr);
        QCOMPARE(numberFrom(*profile.database, u"SELECT count(*) AS value FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s), 0);
        ProgressCounters progress;
        const QList<Material> before = waitFor(profile.repository->materials(profile.recording, true)).value_or({});
        QVERIFY(before.size() <= 1);
        for (const MaterialVersion &version : before.value(0).versions)
            QVERIFY(profile.repository->store().verify(version.sha256, progress, {}));
        const Result<> exchanged = profile.exchange(dataRoot, nullptr);
        QVERIFY2(exchanged, qPrintable(exchanged ? QString() : exchanged.error().detail));
        const QList<Material> after = waitFor(profile.repository->materials(profile.recording, true)).value_or({});
        QCOMPARE(after.size(), before.size());
        if (after.isEmpty())
            return; // killed before anything was promised
        QVERIFY(!after.first().isWaiting);
        QCOMPARE(after.first().name, before.first().name);
        MaterialsProfile other(dataRoot, u"other"_s);
        QVERIFY(other.exchange());
        QCOMPARE(other.only().name, before.first().name);
        QCOMPARE(other.only().versions.size(), before.first().versions.size());
        for (const MaterialVersion &version : other.only().versions)
            QVERIFY(other.fetch(other.only().id, version.number, other.disk));
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_UNIX
        QSKIP("kill -9 is a signal of Unix");
#endif
        m_template = std::make_unique<QTemporaryDir>();
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(1, 2)}));
        const QString path = catalog.path();
        catalog.recordings.reset();
        catalog.servers.reset();
        catalog.database.reset(); // writes the log into the file
        QVERIFY(QFile::copy(path, m_template->filePath(u"catalog.sqlite"_s)));
    }

    void killedAtAnyMomentNothingPromisedIsLost()
    {
        int killed = 0;
        bool isFinished = false;
        // Every moment near the beginning of each phase, then in wider and wider steps: the phases are dozens of steps long.
        for (int moment = 1; !isFinished; moment += 1 + moment / 12) {
            QTemporaryDir folder;
            QTemporaryDir dataRoot;
            prepare(folder.path());
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                        {u"--add"_s, folder.path(), dataRoot.path(), QString::number(moment)});
            QVERIFY(child.waitForFinished());
            isFinished = child.exitStatus() == QProcess::NormalExit;
            killed += isFinished ? 0 : 1;
            if (isFinished)
                QCOMPARE(child.exitCode(), 0);
            expectWhole(folder.path(), dataRoot.path());
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(u"killed at step %1"_s.arg(moment)));
        }
        QVERIFY2(killed > 15, qPrintable(QString::number(killed)));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == u"--add"_s)
        return addAndExchange(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    MaterialsKilledTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_materialskilled.moc"
