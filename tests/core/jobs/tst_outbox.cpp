#include "core/base/turn.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/syncrun.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/recordingrepository.h"
#include "tests/support/fakeconferenceservice.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <cstdio>
#include <thread>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_nowMs += by.count(); }

private:
    std::atomic<qint64> m_nowMs{1'700'000'000'000};
};

// One profile on a conference server that others write to as well.
class Profile
{
public:
    explicit Profile(std::shared_ptr<FakeConference> at)
        : conference(std::move(at))
        , database(Database::open(directory.filePath(u"catalog.sqlite"_s)).value())
        , servers(*database, clock)
        , recordings(*database)
        , meetings(*database, ContentStore(directory.filePath(u"store"_s)), clock)
        , fields(*database, clock)
        , outbox(*database, clock)
    {
        ConferenceServer one;
        one.name = u"university"_s;
        one.apiUrl = QUrl(u"https://bbb.example/bigbluebutton/api/"_s);
        server = waitFor(servers.add(admin, one)).value();
        sync();
    }

    OpenedServer opened()
    {
        return {waitFor(servers.find(server)).value(), std::make_shared<FakeConferenceService>(conference)};
    }
    void sync()
    {
        clock.advance(std::chrono::minutes(20));
        ProgressCounters progress;
        QVERIFY(SyncRun(opened(), SyncStorage{*database, servers, meetings, clock}, admin, std::make_shared<SyncFeed>())
                    .execute(progress, {}));
    }
    Result<> push(PushScope scope = PushScope::Due)
    {
        feed = std::make_shared<OutboxFeed>();
        ProgressCounters progress;
        return OutboxRun(opened(), outbox, admin, feed).execute(scope, progress, {});
    }
    RecordingId id(int number) { return waitFor(recordings.find(conference->recordings[size_t(number)].externalId)).value(); }
    QString shown(const QString &field, int number = 0)
    {
        return waitFor(fields.information(id(number))).value().values.value(field);
    }
    void edit(const QString &field, const QString &after, int number = 0)
    {
        const auto report = waitFor(fields.apply(admin, {{id(number), field, shown(field, number), after}}));
        QCOMPARE(report.value().results.first().outcome, EditOutcome::Applied);
    }
    std::optional<FieldEditState> state(const QString &field, int number = 0)
    {
        const RecordingInformation now = waitFor(fields.information(id(number))).value();
        const FieldEditState *edit = now.editOf(field);
        return edit ? std::optional(*edit) : std::nullopt;
    }
    void settle()
    {
        clock.advance(std::chrono::minutes(2));
        QVERIFY(push());
    }

    QTemporaryDir directory;
    std::shared_ptr<FakeConference> conference;
    HandClock clock;
    std::unique_ptr<Database> database;
    ServerRepository servers;
    RecordingRepository recordings;
    MeetingRepository meetings;
    FieldRepository fields;
    OutboxRepository outbox;
    ServerId server;
    std::shared_ptr<OutboxFeed> feed;
};

std::shared_ptr<FakeConference> conferenceOf(int recordings)
{
    auto conference = std::make_shared<FakeConference>();
    for (int number = 0; number < recordings; ++number)
        conference->recordings.push_back(sampleSnapshot(number));
    return conference;
}

// What the server says of a recording's field now.
QString said(const FakeConference &conference, QLatin1StringView key, int number = 0)
{
    return metadataValue(conference.recordings[size_t(number)].metadata, QString(key));
}

void anotherClientSays(FakeConference &conference, QLatin1StringView key, const QString &value, int number = 0)
{
    RecordingSnapshot &one = conference.recordings[size_t(number)];
    one.source = {};
    one.metadata.removeIf([&](const auto &pair) { return pair.first == key; });
    one.metadata.append({QString(key), value});
}

// The child: pushes the one edit of the catalog to a server that stores it and never answers.
int pushUntilKilled(const QString &path, qint64 server)
{
    auto database = Database::open(path);
    if (!database)
        return 1;
    const HandClock clock;
    const auto conference = conferenceOf(1);
    conference->afterUpdate = [] {
        std::printf("stored\n");
        std::fflush(stdout);
        std::binary_semaphore(0).acquire(); // until we are killed
    };
    ConferenceServer one;
    one.id = {server};
    ProgressCounters progress;
    (void)OutboxRun({one, std::make_shared<FakeConferenceService>(conference)}, OutboxRepository(**database, clock), admin,
                    std::make_shared<OutboxFeed>())
        .execute(PushScope::Everything, progress, {});
    return 2; // there was nothing to write
}
} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditReachesTheServerAndOtherProfiles()
    {
        const auto conference = conferenceOf(3);
        Profile ours(conference), others(conference);
        ours.edit(field::title, u"Новое имя"_s);
        ours.edit(field::tags, u"весна"_s);
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "name"_L1), u"Новое имя"_s);
        QCOMPARE(said(*conference, "bbb-recording-name"_L1), u"Новое имя"_s);
        QCOMPARE(said(*conference, "bbb-recording-tags"_L1), u"весна"_s);
        QCOMPARE(ours.feed->report().pushed, 2);
        QCOMPARE(conference->updates, 1);
        QCOMPARE(ours.state(field::title)->state, EditState::Settling);
        ours.settle();
        QVERIFY(!ours.state(field::title));
        QCOMPARE(conference->updates, 1);
        others.sync();
        QCOMPARE(others.shown(field::title), u"Новое имя"_s);
        QCOMPARE(others.shown(field::tags), u"весна"_s);
        ours.sync();
        QCOMPARE(ours.shown(field::title), u"Новое имя"_s);
    }

    void anEmptyOutboxAsksTheServerNothing()
    {
        Profile ours(conferenceOf(1));
        QVERIFY(ours.push());
        QCOMPARE(ours.conference->updates, 0);
    }

    void profilesThatEditDifferentFieldsLoseNothing()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference), others(conference);
        ours.edit(field::title, u"Название"_s);
        others.edit(field::description, u"Описание"_s);
        others.edit(field::tags, u"их"_s);
        ours.edit(field::tags, u"наш"_s);
        QVERIFY(ours.push());
        QVERIFY(others.push());
        ours.settle();
        others.settle();
        ours.sync();
        others.sync();
        for (Profile *profile : {&ours, &others}) {
            QCOMPARE(profile->shown(field::title), u"Название"_s);
            QCOMPARE(profile->shown(field::description), u"Описание"_s);
            QCOMPARE(profile->shown(field::tags), u"их,наш"_s);
        }
    }

    void twoThatWriteTagsAtTheSameMomentBothSurvive()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::tags, u"наш"_s);
        // Between our write and our reading back another client writes what it had read before.
        conference->afterUpdate = [&] { anotherClientSays(*conference, "bbb-recording-tags"_L1, u"их"_s); };
        QVERIFY(ours.push());
        conference->afterUpdate = {};
        ours.settle();
        QVERIFY(ours.push());
        QCOMPARE(tagsValue(tagsOf(said(*conference, "bbb-recording-tags"_L1))), u"их,наш"_s);
    }

    void anOverwriteAfterReadingBackIsSeenWhenItSettles()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        ours.edit(field::tags, u"наш"_s);
        QVERIFY(ours.push());
        QCOMPARE(ours.state(field::tags)->state, EditState::Settling);
        anotherClientSays(*conference, "name"_L1, u"Их"_s);
        anotherClientSays(*conference, "bbb-recording-tags"_L1, u"их"_s);
        ours.settle();
        QCOMPARE(ours.state(field::title)->state, EditState::Conflict);
        QCOMPARE(ours.state(field::title)->theirs, u"Их"_s);
        QCOMPARE(ours.state(field::title)->base, before);
        QCOMPARE(tagsValue(tagsOf(said(*conference, "bbb-recording-tags"_L1))), u"их,наш"_s);
    }

    void aRenameElsewhereIsAConflictAndIsNotOverwritten()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        anotherClientSays(*conference, "name"_L1, u"Их"_s);
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 0);
        QCOMPARE(ours.feed->report().conflicts, 1);
        QCOMPARE(said(*conference, "name"_L1), u"Их"_s);
        QCOMPARE(ours.shown(field::title), u"Наше"_s);
        QVERIFY(waitFor(ours.outbox.decide(admin, ours.id(0), field::title, ConflictDecision::KeepOurs, u"Их"_s)));
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "name"_L1), u"Наше"_s);
    }

    void aServerThatSaysYesAndKeepsNothingIsFoundOut()
    {
        const auto conference = conferenceOf(1);
        conference->keepsUpdates = false;
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        for (int attempt = 0; attempt < 3; ++attempt) {
            QVERIFY(ours.push());
            ours.clock.advance(std::chrono::hours(1));
        }
        QCOMPARE(ours.state(field::title)->state, EditState::CatalogOnly);
        QCOMPARE(ours.state(field::title)->reason, CatalogOnlyReason::NotKept);
        QCOMPARE(conference->updates, 3);
        QCOMPARE(ours.shown(field::title), u"Наше"_s);
        ours.sync();
        QCOMPARE(ours.shown(field::title), u"Наше"_s);
    }

    void aRefusalIsPostponedLongerEachTimeAndHoldsUpNobody()
    {
        const auto conference = conferenceOf(2);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        conference->updateFailure = Error{ErrorKind::ServerRefused, u"notFound"_s, {}, {}};
        QVERIFY(ours.push());
        QCOMPARE(ours.feed->report().failed.size(), 1);
        QCOMPARE(ours.state(field::title)->attempts, 1);
        QCOMPARE(ours.state(field::title)->lastError, u"notFound"_s);
        QVERIFY(ours.push()); // not due yet
        QCOMPARE(conference->updates, 1);
        ours.clock.advance(std::chrono::seconds(31));
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 2);
        ours.clock.advance(std::chrono::seconds(31));
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 2);
        conference->updateFailure.reset();
        QVERIFY(ours.push(PushScope::Everything)); // a person who asks waits for no back-off
        QCOMPARE(said(*conference, "name"_L1), u"Наше"_s);
    }

    void aLostLineEndsThePushAndLosesNothing()
    {
        const auto conference = conferenceOf(2);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        conference->updateFailure = Error{ErrorKind::ConnectionLost, u"cut"_s, {}, {}};
        QCOMPARE(ours.push().error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(ours.state(field::title)->state, EditState::Pending);
        conference->updateFailure.reset();
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "name"_L1), u"Наше"_s);
    }

    void anIdThatOthersBeginWithIsNotPushed()
    {
        const auto conference = conferenceOf(2);
        conference->recordings[1].externalId = conference->recordings[0].externalId + u"-1700000000000"_s;
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 0);
        QCOMPARE(ours.state(field::title)->reason, CatalogOnlyReason::SharedId);
    }

    void aRecordingThatIsNoLongerThereKeepsItsEdit()
    {
        const auto conference = conferenceOf(2);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        const RecordingId id = ours.id(0);
        conference->recordings.erase(conference->recordings.begin());
        QVERIFY(ours.push());
        const auto now = waitFor(ours.fields.information(id)).value();
        QCOMPARE(now.editOf(field::title)->reason, CatalogOnlyReason::NotOnServer);
        QCOMPARE(now.values.value(field::title), u"Наше"_s);
    }

    void takenBackAfterAPushThatWasKilledItIsTakenBackThereToo()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--push-until-killed"_s, ours.database->path(), QString::number(ours.server.value)});
        QVERIFY(child.waitForReadyRead(30'000));
        child.kill(); // SIGKILL; TerminateProcess on Windows
        QVERIFY(child.waitForFinished());
        for (const auto key : {"name"_L1, "bbb-recording-name"_L1})
            anotherClientSays(*conference, key, u"Наше"_s); // what the child's server has stored
        ours.edit(field::title, before);
        QCOMPARE(ours.shown(field::title), before);
        ours.sync();
        QCOMPARE(ours.shown(field::title), before);
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "name"_L1), before);
        ours.settle();
        QVERIFY(!ours.state(field::title));
        QCOMPARE(ours.shown(field::title), before);
        const auto history = waitFor(ours.fields.history(ours.id(0), {})).value();
        for (const FieldHistoryEntry &entry : history)
            QVERIFY(!entry.isFromServer());
    }

    void aWriteThatArrivesAfterItWasTakenBackIsTakenBackToo()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        conference->updateFailure = Error{ErrorKind::ConnectionLost, u"cut"_s, {}, {}};
        QVERIFY(!ours.push());
        conference->updateFailure.reset();
        QVERIFY(waitFor(ours.outbox.discard(admin, ours.id(0), field::title)));
        QVERIFY(ours.push()); // it is not there
        QCOMPARE(conference->updates, 1);
        for (const auto key : {"name"_L1, "bbb-recording-name"_L1})
            anotherClientSays(*conference, key, u"Наше"_s); // and now it is
        ours.settle();
        QCOMPARE(said(*conference, "name"_L1), before);
        QCOMPARE(ours.shown(field::title), before);
        for (int look = 0; look < 2; ++look)
            ours.settle();
        QVERIFY(!ours.state(field::title));
    }

    void aPilcrowInALineStaysOneAndInATextIsALineBreak()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const FieldDefinition line{u"custom.room"_s, u"Room"_s, FieldType::Line, {}, 0, false};
        const FieldDefinition text{u"custom.plan"_s, u"Plan"_s, FieldType::Text, {}, 1, false};
        for (const FieldDefinition &one : {line, text})
            QVERIFY(waitFor(ours.fields.storeDefinition(admin, one)));
        ours.edit(line.id, u"1 ¶ 2"_s);
        ours.edit(text.id, u"раз\nдва"_s);
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "letopis-field-room"_L1), u"1 ¶ 2"_s);
        ours.settle();
        QVERIFY(!ours.state(line.id));
        QVERIFY(!ours.state(text.id));
        ours.sync();
        QCOMPARE(ours.shown(line.id), u"1 ¶ 2"_s);
        QCOMPARE(ours.shown(text.id), u"раз\nдва"_s);
    }

    void aLateListingRemovesNoTag()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::tags, u"b"_s);
        const RecordingSnapshot early = conference->recordings[0];
        QVERIFY(ours.push());
        ours.settle();
        QVERIFY(!ours.state(field::tags));
        ours.edit(field::tags, u"b,c"_s);
        const RecordingSnapshot now = std::exchange(conference->recordings[0], early);
        ours.sync();
        QCOMPARE(ours.shown(field::tags), u"b,c"_s);
        conference->recordings[0] = now;
        QVERIFY(ours.push());
        ours.settle();
        QCOMPARE(said(*conference, "bbb-recording-tags"_L1), u"b,c"_s);
        QCOMPARE(ours.shown(field::tags), u"b,c"_s);
    }

    void anEditDuringThePushIsPushedNextAndIsNoConflict()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Первое"_s);
        conference->afterUpdate = [&, isFirst = true]() mutable {
            if (!std::exchange(isFirst, false))
                return;
            ours.edit(field::title, u"Второе"_s);
            ours.edit(field::owner, u"Иванов"_s);
        };
        QVERIFY(ours.push());
        conference->afterUpdate = {};
        QCOMPARE(ours.shown(field::title), u"Второе"_s);
        QVERIFY(ours.push());
        ours.settle();
        QCOMPARE(said(*conference, "name"_L1), u"Второе"_s);
        QCOMPARE(said(*conference, "letopis-owner"_L1), u"Иванов"_s);
        QVERIFY(!ours.state(field::title));
        const auto history = waitFor(ours.fields.history(ours.id(0), {})).value();
        for (const FieldHistoryEntry &entry : history)
            QVERIFY(!entry.isFromServer());
    }

    void takingItBackDuringThePushIsPushedToo()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        conference->afterUpdate = [&, isFirst = true]() mutable {
            if (std::exchange(isFirst, false))
                QVERIFY(waitFor(ours.outbox.discard(admin, ours.id(0), field::title)));
        };
        QVERIFY(ours.push());
        conference->afterUpdate = {};
        QCOMPARE(ours.shown(field::title), before);
        QVERIFY(ours.push());
        ours.settle();
        QCOMPARE(said(*conference, "name"_L1), before);
        QCOMPARE(ours.shown(field::title), before);
    }

    void goingBackWhileItSettlesIsPushedToo()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        QVERIFY(ours.push());
        ours.edit(field::title, before);
        QVERIFY(ours.push());
        ours.settle();
        QVERIFY(!ours.state(field::title));
        QCOMPARE(said(*conference, "name"_L1), before);
    }

    void cancelledItStopsBeforeTheNextWrite()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        std::stop_source stop;
        stop.request_stop();
        ProgressCounters progress;
        QCOMPARE(OutboxRun(ours.opened(), ours.outbox, admin, std::make_shared<OutboxFeed>())
                     .execute(PushScope::Due, progress, stop.get_token())
                     .error()
                     .kind,
                 ErrorKind::Cancelled);
        QCOMPARE(conference->updates, 0);
    }

    void twoProgramsOnOneCatalogTakeTurns()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        const QString lock = u"%1.push-%2.lock"_s.arg(ours.database->path()).arg(ours.server.value);
        auto other = takeTurn(lock, {});
        QVERIFY(other);
        std::stop_source impatience;
        Result<> pushed;
        std::jthread here([&] {
            ProgressCounters progress;
            pushed = OutboxRun(ours.opened(), ours.outbox, admin, std::make_shared<OutboxFeed>())
                         .execute(PushScope::Due, progress, impatience.get_token());
        });
        QTest::qWait(250);
        QCOMPARE(conference->updates, 0);
        impatience.request_stop();
        here.join();
        QCOMPARE(pushed.error().kind, ErrorKind::Cancelled);
        other->reset();
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 1);
        QVERIFY(!QFileInfo::exists(lock));
    }

    void aRemovedTagDoesNotComeBackThoughItsPushHasNotSettled()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::tags, u"вечная,лишняя"_s);
        QVERIFY(ours.push());
        ours.edit(field::tags, u"вечная"_s);
        QVERIFY(ours.push());
        QCOMPARE(said(*conference, "bbb-recording-tags"_L1), u"вечная"_s);
        // Taken back while it is on its way.
        conference->afterUpdate = [&, isFirst = true]() mutable {
            if (std::exchange(isFirst, false))
                ours.edit(field::tags, u"вечная,третья"_s);
        };
        ours.edit(field::tags, u"вечная,вторая"_s);
        QVERIFY(ours.push());
        conference->afterUpdate = {};
        QVERIFY(ours.push());
        ours.settle();
        QCOMPARE(said(*conference, "bbb-recording-tags"_L1), u"вечная,третья"_s);
        QCOMPARE(ours.shown(field::tags), u"вечная,третья"_s);
    }

    void refusalsBeforeItDoNotCountAgainstWhatTheServerTook()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        const QString before = said(*conference, "name"_L1);
        conference->updateFailure = Error{ErrorKind::ServerRefused, u"busy"_s, {}, {}};
        for (int attempt = 0; attempt < 5; ++attempt)
            QVERIFY(ours.push(PushScope::Everything));
        QCOMPARE(ours.state(field::title)->attempts, 5);
        conference->updateFailure.reset();
        QVERIFY(ours.push(PushScope::Everything));
        QCOMPARE(ours.state(field::title)->state, EditState::Settling);
        QCOMPARE(ours.state(field::title)->attempts, 0);
        QVERIFY(ours.state(field::title)->lastError.isEmpty());
        // Lost once: that is one attempt, not the sixth and last.
        for (const auto key : {"name"_L1, "bbb-recording-name"_L1})
            anotherClientSays(*conference, key, before);
        ours.settle();
        QCOMPARE(ours.state(field::title)->state, EditState::Settling);
        QCOMPARE(said(*conference, "name"_L1), u"Наше"_s);
    }

    void aConflictIsCountedOnceThoughAnotherFieldIsWritten()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        ours.edit(field::owner, u"Иванов"_s);
        anotherClientSays(*conference, "name"_L1, u"Их"_s);
        QVERIFY(ours.push());
        QCOMPARE(ours.feed->report().pushed, 1);
        QCOMPARE(ours.feed->report().conflicts, 1);
        QVERIFY(ours.push(PushScope::Everything));
        QCOMPARE(ours.feed->report().conflicts, 0); // known
    }

    void ofSeveralDescriptionsTheBestOneCounts()
    {
        const auto conference = conferenceOf(1);
        Profile ours(conference);
        ours.edit(field::title, u"Наше"_s);
        RecordingSnapshot old = conference->recordings[0];
        old.state = PublicationState::Deleted;
        conference->recordings.insert(conference->recordings.begin(), old);
        QVERIFY(ours.push());
        QCOMPARE(conference->updates, 1);
        QVERIFY(ours.state(field::title)->state != EditState::CatalogOnly);
    }

    void theHistorySaysWhenAnEditReachedTheServer()
    {
        const auto conference = conferenceOf(2);
        Profile ours(conference);
        const QString before = ours.shown(field::title);
        ours.edit(field::title, u"Наше"_s);
        ours.clock.advance(std::chrono::minutes(5));
        QVERIFY(ours.push());
        ours.settle();
        const auto history = waitFor(ours.fields.history(ours.id(0), field::title)).value();
        QCOMPARE(history.size(), 2);
        QCOMPARE(history[0].event, FieldEvent::Pushed);
        QCOMPARE(history[0].before, before);
        QCOMPARE(history[0].after, u"Наше"_s);
        QCOMPARE(history[1].event, FieldEvent::Edited);
        QCOMPARE(history[1].at.secsTo(history[0].at), 300);
        // What the catalog alone keeps is there too, with the reason.
        conference->recordings[1].externalId.append(u"-1"_s);
        ours.sync();
        conference->recordings.push_back(conference->recordings[1]);
        conference->recordings[2].externalId.append(u"-2"_s);
        ours.edit(field::title, u"Другое"_s, 1);
        QVERIFY(ours.push());
        const auto kept = waitFor(ours.fields.history(ours.id(1), field::title)).value();
        QCOMPARE(kept[0].event, FieldEvent::Kept);
        QCOMPARE(kept[0].reason, CatalogOnlyReason::SharedId);
        QCOMPARE(kept[0].after, u"Другое"_s);
    }

    void editsOfARemovedServerAreListedAsSuchAndNoneIsDue()
    {
        Profile ours(conferenceOf(1));
        ours.edit(field::title, u"Наше"_s);
        QVERIFY(!waitFor(ours.outbox.entries(false)).value().first().isServerRemoved);
        QVERIFY(waitFor(ours.servers.remove(admin, ours.server)));
        const auto left = waitFor(ours.outbox.entries(false)).value();
        QCOMPARE(left.size(), 1);
        QVERIFY(left.first().isServerRemoved);
        QVERIFY(waitFor(ours.outbox.serversWithDueEdits()).value().isEmpty());
    }

    void pastFiveHundredTheChangeIsTooLargeToList()
    {
        OutboxFeed feed;
        for (qint64 id = 1; id <= CatalogChange::mostListed; ++id) {
            feed.addTouched({1}, {id});
            feed.addTouched({1}, {id}); // once each
        }
        QCOMPARE(feed.takeChange().updated.size(), CatalogChange::mostListed);
        for (qint64 id = 0; id <= CatalogChange::mostListed; ++id)
            feed.addTouched({1}, {id});
        const CatalogChange large = feed.takeChange();
        QVERIFY(large.isLarge);
        QVERIFY(large.updated.isEmpty());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && QByteArray(argv[1]) == "--push-until-killed")
        return pushUntilKilled(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toLongLong());
    TestOutbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outbox.moc"
