// What is left of a catalog when any one database access fails, and when the program is killed in the middle of a sync.
#include "core/journal/auditlog.h"
#include "core/storage/meetingrepository.h"
#include "testcatalog.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
FetchedMeeting meetingOf(int people)
{
    FetchedMeeting meeting;
    for (int person = 0; person < people; ++person) {
        Participant participant;
        participant.name = u"Человек %1"_s.arg(person);
        participant.roles = {{ConferenceRole::Viewer, 10, 20}};
        participant.sessions = {{10, 15}, {16, 20}};
        meeting.record.participants.append(participant);
    }
    meeting.record.timeline = {
        {.atMs = 10, .playbackMs = 0, .kind = TimelineKind::Joined, .person = u"Человек 0"_s, .text = {}}};
    meeting.record.recordedMs = 777;
    meeting.archive = "gzip";
    return meeting;
}

// Adds a server, syncs three pages, stores a meeting, syncs again with changes, a gone one and a split one.
Result<> scenario(Database &database, const QString &folder)
{
    const HandClock clock;
    ServerRepository servers(database, clock);
    const Result<ConferenceServer> known = waitFor(servers.byName(u"Uni"_s));
    if (!known && known.error().kind != ErrorKind::NotFound)
        return known.error();
    const Result<ServerId> server =
        known ? Result<ServerId>(known.value().id) : waitFor(servers.add(administrator(), serverNamed(u"Uni"_s)));
    if (!server)
        return server.error();
    const auto first = syncPages(database, clock, server.value(), {snapshots(0, 3), snapshots(3, 3), snapshots(6, 3)},
                                 completeListing(9));
    if (!first)
        return first.error();
    const Result<RecordingId> id = waitFor(RecordingRepository(database).find(recordIdOf(2)));
    if (!id)
        return id.error();
    MeetingRepository meetings(database, ContentStore(folder), clock);
    if (Result<> stored = waitFor(meetings.store(administrator(), id.value(), meetingOf(3))); !stored)
        return stored;
    std::vector<RecordingSnapshot> changed = snapshots(1, 8);
    changed[1].name = u"another"_s;
    changed[2].formats = {changed[2].formats[0]};
    const auto second = syncPages(database, clock, server.value(), {changed}, completeListing(8));
    return second ? Result<>{} : Result<>{second.error()};
}

QString inconsistency(Database &database)
{
    const AuditRepository events(database);
    const Result<AuditVerdict> verdict = AuditLog(events).verify();
    if (!verdict || !verdict.value().isIntact())
        return u"the journal's chain is broken"_s;
    const QList<std::pair<QString, QString>> checks{
        {u"a recording without its event"_s, u"SELECT count(*) AS value FROM recording r WHERE NOT EXISTS (SELECT 1 "
                                             u"FROM audit_event a WHERE a.recording_id = r.id "
                                             "AND a.action = 'recording.added')"_s},
        {u"an event without its recording"_s,
         u"SELECT count(*) AS value FROM audit_event a WHERE a.recording_id > 0 AND a.recording_id NOT IN (SELECT id FROM recording)"_s},
        {u"a recording without its search document"_s,
         u"SELECT count(*) AS value FROM recording r WHERE NOT EXISTS (SELECT 1 FROM search_index d WHERE d.rowid = r.id)"_s},
        {u"people counted that are not there"_s,
         u"SELECT count(*) AS value FROM recording r WHERE are_people_known AND participant_count <> "
         "(SELECT count(*) FROM participant p WHERE p.recording_id = r.id)"_s},
        {u"formats that differ from the list"_s,
         u"SELECT count(*) AS value FROM recording r WHERE formats <> coalesce((SELECT group_concat(type, char(10)) "
         u"FROM "
         "(SELECT type FROM recording_format f WHERE f.recording_id = r.id ORDER BY type)), '')"_s},
        {u"broken references"_s, u"SELECT count(*) AS value FROM pragma_foreign_key_check"_s}};
    for (const auto &[what, sql] : checks) {
        if (numberFrom(database, sql) != 0)
            return what;
    }
    const Result<> whole = waitFor(database.write([](Connection &connection) -> Result<> {
        const auto checked = connection.execute(
            {"test.fts"_L1, u"INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"_s},
            Values{});
        return checked ? Result<>{} : Result<>{checked.error()};
    }));
    if (!whole)
        return u"the search index differs from its documents"_s;
    return numberFrom(database,
                      u"SELECT count(*) AS value FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s) == 0
               ? QString()
               : u"the file is damaged"_s;
}

// The child: syncs without end until it is killed.
int syncUntilKilled(const QString &path)
{
    auto database = Database::open(path);
    if (!database)
        return 1;
    const HandClock clock;
    ServerRepository servers(*database.value(), clock);
    const Result<ConferenceServer> known = waitFor(servers.byName(u"Uni"_s));
    const Result<ServerId> server =
        known ? Result<ServerId>(known.value().id) : waitFor(servers.add(administrator(), serverNamed(u"Uni"_s)));
    for (qint64 run = 0; server; ++run) {
        CatalogSyncWriter writer(*database.value(), clock, server.value(), administrator());
        if (!writer.begin())
            return 1;
        for (qint64 from = 0; from < 1000; from += 50) {
            std::vector<RecordingSnapshot> page = snapshots(from, 50);
            for (RecordingSnapshot &snapshot : page)
                snapshot.metadata.append({u"run"_s, QString::number(QRandomGenerator::global()->bounded(3))});
            if (!writer.apply(std::move(page)))
                return 1;
        }
        if (!writer.finish(completeListing(1000)))
            return 1;
    }
    return 1;
}
} // namespace

class TestStorageFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOneFailingAccessLeavesAConsistentCatalogThatTheNextRunRepairs()
    {
        bool isDone = false;
        int failAt = 0;
        for (; !isDone; ++failAt) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"catalog.sqlite"_s);
            QVERIFY(Database::open(path)); // migrations have a test of their own
            std::atomic<int> seen{0};
            std::atomic<bool> isArmed{false};
            auto database =
                Database::open(path, {.observer = [&](QStringView) -> Result<> {
                                   if (isArmed && seen++ == failAt)
                                       return Error{ErrorKind::DatabaseFailed, u"this access fails"_s, {}, {}};
                                   return {};
                               }});
            QVERIFY(database);
            isArmed = true;
            const Result<> ran = scenario(*database.value(), folder.path());
            isArmed = false;
            isDone = seen <= failAt;
            QCOMPARE(bool(ran), isDone);
            if (const QString problem = inconsistency(*database.value()); !problem.isEmpty())
                QFAIL(qPrintable(u"%1 after access %2 failed"_s.arg(problem).arg(failAt)));
            if (!isDone && failAt % 7 == 0) {
                const Result<> repaired = scenario(*database.value(), folder.path());
                QVERIFY(repaired);
                QCOMPARE(inconsistency(*database.value()), QString());
                QCOMPARE(numberFrom(*database.value(), u"SELECT count(*) AS value FROM recording"_s), 9);
                QCOMPARE(
                    numberFrom(*database.value(), u"SELECT count(*) AS value FROM recording WHERE state = 'gone'"_s),
                    1);
                QCOMPARE(numberFrom(*database.value(), u"SELECT count(*) AS value FROM participant"_s), 3);
            }
        }
        QVERIFY2(failAt > 100, qPrintable(QString::number(failAt)));
    }

    void aSyncKilledAtAnyMomentLeavesAConsistentCatalog()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"catalog.sqlite"_s);
        for (int round = 0; round < 8; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--sync-until-killed"_s, path});
            QVERIFY(child.waitForStarted());
            // A random moment, the first rounds early enough to hit the migration and the first pages.
            child.waitForFinished(int(QRandomGenerator::global()->bounded(40 + 60 * round, 120 + 100 * round)));
            QVERIFY2(child.state() == QProcess::Running, child.readAllStandardError().constData());
            child.kill(); // SIGKILL; TerminateProcess on Windows
            QVERIFY(child.waitForFinished());
            auto database = Database::open(path);
            QVERIFY(database);
            QCOMPARE(inconsistency(*database.value()), QString());
            QCOMPARE(numberFrom(*database.value(),
                                u"SELECT count(*) AS value FROM sqlite_master WHERE name LIKE 'recording\\_by\\_%' "
                                "ESCAPE '\\'"_s),
                     12);
        }
        auto database = Database::open(path);
        const HandClock clock;
        ServerRepository servers(*database.value(), clock);
        const Result<ConferenceServer> known = waitFor(servers.byName(u"Uni"_s));
        const Result<ServerId> server =
            known ? Result<ServerId>(known.value().id) : waitFor(servers.add(administrator(), serverNamed(u"Uni"_s)));
        const auto synced =
            syncPages(*database.value(), clock, server.value(), {snapshots(0, 1000)}, completeListing(1000));
        QVERIFY(synced);
        QCOMPARE(numberFrom(*database.value(), u"SELECT count(*) AS value FROM recording"_s), 1000);
        QCOMPARE(inconsistency(*database.value()), QString());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--sync-until-killed")
        return syncUntilKilled(QString::fromLocal8Bit(argv[2]));
    QLoggingCategory::setFilterRules(u"letopis.storage=false"_s);
    TestStorageFaults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_storagefaults.moc"
