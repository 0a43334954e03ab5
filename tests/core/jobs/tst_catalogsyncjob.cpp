#include "core/base/whendone.h"
#include "core/jobs/catalogsyncjob.h"
#include "core/storage/recordingrepository.h"
#include "tests/support/fakeconferenceservice.h"

#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

// One catalog file and one conference server.
class Catalog
{
public:
    Catalog()
        : database(Database::open(directory.filePath(u"catalog.sqlite"_s)).value())
        , servers(*database, clock)
        , recordings(*database)
        , meetings(*database, ContentStore(directory.filePath(u"store"_s)), clock)
    {
        ConferenceServer server;
        server.name = u"university"_s;
        server.apiUrl = QUrl(u"https://bbb.example/bigbluebutton/api/"_s);
        server.ssh = SshEndpoint{.host = u"bbb.example"_s, .port = 0, .user = {}, .login = {}, .keyFile = {}, .configFile = {}, .knownHostsFile = {}};
        id = waitFor(servers.add(admin, server)).value();
    }

    std::unique_ptr<CatalogSyncJob> makeSync(WorkerPool &pool,
                                             std::shared_ptr<SyncAttempts> attempts = std::make_shared<SyncAttempts>())
    {
        const auto open = [this](ServerId server) {
            return readyFuture(Result<OpenedServer>(
                {waitFor(servers.find(server)).value(), std::make_shared<FakeConferenceService>(conference)}));
        };
        return std::make_unique<CatalogSyncJob>(id, open, SyncStorage{*database, servers, meetings, clock}, admin, pool,
                                                std::move(attempts));
    }

    qint64 count(PublicationState state) const
    {
        RecordingQuery query;
        query.states = {state};
        return waitFor(recordings.count(query)).value();
    }

    QTemporaryDir directory;
    SystemClock clock;
    std::unique_ptr<Database> database;
    ServerRepository servers;
    RecordingRepository recordings;
    MeetingRepository meetings;
    ServerId id;
    std::shared_ptr<FakeConference> conference = std::make_shared<FakeConference>();
};

struct Outcome
{
    Result<> result = Error{ErrorKind::Internal, u"never finished"_s, {}, {}};
    SyncReport report;
    qsizetype listedChanges = 0;
};

Outcome sync(Catalog &catalog)
{
    WorkerPool pool(2);
    const std::unique_ptr<CatalogSyncJob> job = catalog.makeSync(pool);
    Outcome outcome;
    QSignalSpy finished(job.get(), &Job::finished);
    QObject::connect(job.get(), &CatalogSyncJob::reported, job.get(), [&](const SyncReport &r) { outcome.report = r; });
    QObject::connect(job.get(), &CatalogSyncJob::catalogChanged, job.get(), [&](const CatalogChange &change) {
        outcome.listedChanges += change.added.size() + change.updated.size();
    });
    job->start();
    if (QTest::qWaitFor([&] { return finished.count() > 0; }, 30'000))
        outcome.result = finished[0][0].value<Result<>>();
    return outcome;
}

void fill(FakeConference &conference, int recordings)
{
    for (int i = 0; i < recordings; ++i) {
        conference.recordings.push_back(sampleSnapshot(i));
        conference.meetings[conference.recordings.back().externalId] = sampleMeeting(i);
    }
}

} // namespace

class TestCatalogSyncJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordingArrivesWithItsPeople()
    {
        Catalog catalog;
        fill(*catalog.conference, 25);
        const Outcome outcome = sync(catalog);
        QVERIFY(outcome.result);
        QCOMPARE(outcome.report.added, 25);
        QCOMPARE(outcome.report.meetingsFetched, 25);
        QCOMPARE(outcome.listedChanges, 50);
        const RecordingPage page = waitFor(catalog.recordings.page({}, {}, 100)).value();
        QCOMPARE(page.rows.size(), 25);
        QCOMPARE(page.rows.first().participantCount, 2); // people, not the server's 3 joins
        QVERIFY(page.rows.first().arePeopleKnown);
        QCOMPARE(waitFor(catalog.meetings.participants(page.rows.first().id)).value().first().name, u"Анна"_s);
        QVERIFY(waitFor(catalog.servers.find(catalog.id)).value().lastSyncAt.isValid());
        QCOMPARE(waitFor(catalog.servers.find(catalog.id)).value().checksumAlgorithm, ChecksumAlgorithm::Sha256);
    }

    void aSecondSyncFetchesNothingAgain()
    {
        Catalog catalog;
        fill(*catalog.conference, 5);
        QVERIFY(sync(catalog).result);
        const Outcome second = sync(catalog);
        QVERIFY(second.result);
        QCOMPARE(second.report.unchanged, 5);
        QCOMPARE(second.report.added + second.report.updated + second.report.gone, 0);
        QCOMPARE(catalog.conference->meetingFetches.load(), 5);
        QCOMPARE(second.listedChanges, 0);
    }

    void whatLeftTheServerIsMarkedGoneAndKept()
    {
        Catalog catalog;
        fill(*catalog.conference, 5);
        QVERIFY(sync(catalog).result);
        catalog.conference->recordings.erase(catalog.conference->recordings.begin());
        QCOMPARE(sync(catalog).report.gone, 1);
        QCOMPARE(catalog.count(PublicationState::Gone), 1);
        QCOMPARE(catalog.count(PublicationState::Published), 4);
    }

    void aSyncCutAtAnyPageKeepsWhatCameAndGoesOnNextTime_data()
    {
        QTest::addColumn<int>("page");
        for (int page = 0; page < 4; ++page)
            QTest::addRow("page %d", page) << page;
    }
    void aSyncCutAtAnyPageKeepsWhatCameAndGoesOnNextTime()
    {
        QFETCH(const int, page);
        Catalog catalog;
        fill(*catalog.conference, 40);
        catalog.conference->failAtPage = page;
        const Outcome cut = sync(catalog);
        QCOMPARE(cut.result.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(cut.report.added, page * 10);
        QCOMPARE(catalog.count(PublicationState::Published), page * 10);
        QVERIFY(!waitFor(catalog.servers.find(catalog.id)).value().lastSyncAt.isValid());
        catalog.conference->failAtPage = -1;
        const Outcome whole = sync(catalog);
        QVERIFY(whole.result);
        QCOMPARE(whole.report.added, 40 - page * 10);
        QCOMPARE(whole.report.gone, 0);
        QCOMPARE(catalog.count(PublicationState::Published), 40);
    }

    void oneUnreadableMeetingIsNamedAndTheOthersArrive()
    {
        Catalog catalog;
        fill(*catalog.conference, 4);
        const QString bad = sampleSnapshot(2).externalId;
        catalog.conference->meetingErrors[bad] = {ErrorKind::BadAnswer, u"not XML"_s, {}, {}};
        const Outcome outcome = sync(catalog);
        QVERIFY(outcome.result);
        QCOMPARE(outcome.report.meetingsFetched, 3);
        QCOMPARE(outcome.report.failed.size(), 1);
        QCOMPARE(outcome.report.failed.first().externalId, bad);
        const RecordingId id = waitFor(catalog.recordings.find(bad)).value();
        QCOMPARE(waitFor(catalog.recordings.details(id)).value().people, RecordingDetails::PeopleStatus::EventsUnreadable);
    }

    void anEventsFileThatIsGoneIsNotAskedForAgain()
    {
        Catalog catalog;
        fill(*catalog.conference, 1);
        catalog.conference->meetings.clear();
        QVERIFY(sync(catalog).result);
        QVERIFY(sync(catalog).result);
        QCOMPARE(catalog.conference->meetingFetches.load(), 1);
        const RecordingId id = waitFor(catalog.recordings.find(sampleSnapshot(0).externalId)).value();
        QCOMPARE(waitFor(catalog.recordings.details(id)).value().people, RecordingDetails::PeopleStatus::EventsGone);
    }

    void aRefusedHostKeyEndsTheSyncAfterTheListing()
    {
        Catalog catalog;
        fill(*catalog.conference, 3);
        catalog.conference->meetingErrors[sampleSnapshot(0).externalId] = {ErrorKind::HostKeyChanged, {}, {}, {}};
        catalog.conference->meetingErrors[sampleSnapshot(1).externalId] = {ErrorKind::HostKeyChanged, {}, {}, {}};
        catalog.conference->meetingErrors[sampleSnapshot(2).externalId] = {ErrorKind::HostKeyChanged, {}, {}, {}};
        const Outcome outcome = sync(catalog);
        QCOMPARE(outcome.result.error().kind, ErrorKind::HostKeyChanged);
        QCOMPARE(outcome.report.added, 3);
        QCOMPARE(catalog.count(PublicationState::Published), 3);
    }

    void aDiskThatIsAwayIsNotTakenForDeletedEvents()
    {
        Catalog catalog;
        fill(*catalog.conference, 3);
        const auto meetings = std::exchange(catalog.conference->meetings, {});
        catalog.conference->disk.canReadRaw = catalog.conference->disk.canReadEvents = false;
        const Outcome away = sync(catalog);
        QCOMPARE(away.result.error().kind, ErrorKind::NotFound);
        QCOMPARE(away.report.added, 3);
        catalog.conference->meetings = meetings;
        catalog.conference->disk.canReadRaw = true;
        const Outcome back = sync(catalog);
        QVERIFY(back.result);
        QCOMPARE(back.report.meetingsFetched, 3);
    }

    void aRetryAfterTheDiskLineBrokeDoesNotListAgain()
    {
        Catalog catalog;
        fill(*catalog.conference, 3);
        catalog.conference->meetingErrors[sampleSnapshot(1).externalId] = {ErrorKind::ConnectionLost, {}, {}, {}};
        WorkerPool pool(1);
        const auto attempts = std::make_shared<SyncAttempts>();
        for (int attempt = 0; attempt < 2; ++attempt) {
            const std::unique_ptr<CatalogSyncJob> job = catalog.makeSync(pool, attempts);
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            QTRY_COMPARE(finished.count(), 1);
            QCOMPARE(bool(finished[0][0].value<Result<>>()), attempt == 1);
            catalog.conference->meetingErrors.clear();
        }
        QCOMPARE(catalog.conference->listings.load(), 1);
    }

    void twoSyncsOfOneServerTakeTurns()
    {
        Catalog catalog;
        fill(*catalog.conference, 3);
        QLockFile other(catalog.directory.filePath(u"catalog.sqlite.sync-%1.lock"_s.arg(catalog.id.value)));
        QVERIFY(other.lock());
        WorkerPool pool(1);
        const std::unique_ptr<CatalogSyncJob> job = catalog.makeSync(pool);
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QTRY_COMPARE(job->state(), Job::State::Running);
        QTest::qWait(250); // long enough to list, were it not waiting
        QCOMPARE(catalog.conference->listings.load(), 0);
        other.unlock();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(finished[0][0].value<Result<>>());
        QCOMPARE(catalog.conference->listings.load(), 1);
    }

    void cancelIsHeardWhileTheServerHangs()
    {
        Catalog catalog;
        fill(*catalog.conference, 3);
        catalog.conference->hangs = true;
        WorkerPool pool(1);
        const std::unique_ptr<CatalogSyncJob> job = catalog.makeSync(pool);
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QTRY_COMPARE(catalog.conference->listings.load(), 1);
        job->cancel();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(finished[0][0].value<Result<>>().error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCatalogSyncJob)
#include "tst_catalogsyncjob.moc"
