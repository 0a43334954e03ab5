#include "core/domain/servicefields.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/syncrun.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/storage/fieldrepository.h"
#include "core/storage/recordingrepository.h"
#include "tests/support/democonference.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {
const Actor admin = ownerActor(u"admin"_s, u"Admin"_s);

class HandClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(m_nowMs, Qt::UTC); }
    void advance(std::chrono::milliseconds by) { m_nowMs += by.count(); }

private:
    std::atomic<qint64> m_nowMs{QDateTime::currentMSecsSinceEpoch()};
};

// A catalog of its own on the demo conference, over real HTTPS.
class Profile
{
public:
    explicit Profile(const demo::Connection &connection)
        : secret(connection.secret)
        , database(Database::open(directory.filePath(u"catalog.sqlite"_s)).value())
        , servers(*database, clock)
        , recordings(*database)
        , meetings(*database, ContentStore(directory.filePath(u"store"_s)), clock)
        , fields(*database, clock)
        , outbox(*database, clock)
    {
        ConferenceServer one;
        one.name = u"demo"_s;
        one.apiUrl = normalisedApiUrl(connection.apiUrl).value();
        one.caFile = connection.caFile;
        one.proxy.kind = ProxyKind::None;
        server = waitFor(servers.add(admin, one)).value();
    }

    OpenedServer opened()
    {
        const ConferenceServer now = waitFor(servers.find(server)).value();
        ServerCredentials credentials;
        credentials.apiSecret = SecretText(secret);
        return {now, std::shared_ptr<ConferenceService>(BigBlueButtonServiceFactory().create(now, credentials))};
    }
    Result<> sync()
    {
        clock.advance(std::chrono::minutes(20));
        ProgressCounters progress;
        return SyncRun(opened(), SyncStorage{*database, servers, meetings, clock}, admin, std::make_shared<SyncFeed>())
            .execute(progress, {});
    }
    Result<> push()
    {
        ProgressCounters progress;
        return OutboxRun(opened(), outbox, admin, std::make_shared<OutboxFeed>())
            .execute(PushScope::Due, progress, {});
    }
    Result<> settle()
    {
        clock.advance(std::chrono::minutes(2));
        return push();
    }
    RecordingId id(const QString &recordId) { return waitFor(recordings.find(recordId)).value(); }
    RecordingInformation information(const QString &recordId)
    {
        return waitFor(fields.information(id(recordId))).value();
    }
    QString shown(const QString &recordId, const QString &field) { return information(recordId).values.value(field); }
    bool edit(const QString &recordId, const QString &field, const QString &after)
    {
        const auto report = waitFor(fields.apply(admin, {{id(recordId), field, shown(recordId, field), after}}));
        return report && report->count(EditOutcome::Applied) == 1;
    }

    QTemporaryDir directory;
    QByteArray secret;
    HandClock clock;
    std::unique_ptr<Database> database;
    ServerRepository servers;
    RecordingRepository recordings;
    MeetingRepository meetings;
    FieldRepository fields;
    OutboxRepository outbox;
    ServerId server;
};

FieldValues saidBy(ConferenceService &service, const QString &recordId)
{
    const auto found = service.fetchRecordings({recordId}, {});
    for (const RecordingSnapshot &one : found ? *found : std::vector<RecordingSnapshot>()) {
        if (one.externalId == recordId)
            return fieldsFromMetadata(one.name, one.metadata);
    }
    return {};
}
} // namespace

// Editing against the demo conference server: what reaches it, and what survives of several clients.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        demo::Options options = DemoConference::defaultOptions(16);
        options.media = demo::Media::None;
        QVERIFY2(m_conference.start(options), qPrintable(m_conference.error()));
        // Published ones, which every client may change.
        Profile looking(m_conference.connection());
        QVERIFY(looking.sync());
        for (const QString &id : m_conference.recordIds()) {
            if (waitFor(looking.recordings.details(looking.id(id))).value().row.state == PublicationState::Published)
                m_published += id;
        }
        QVERIFY(m_published.size() >= 3);
    }

    void everyFieldReachesTheServerAsTyped()
    {
        Profile ours(m_conference.connection());
        QVERIFY(ours.sync());
        const QString id = m_published[0];
        FieldDefinition room{u"custom.room"_s, u"Аудитория"_s, FieldType::Line, {}, 0, false};
        QVERIFY(waitFor(ours.fields.storeDefinition(admin, room)));
        const QList<std::pair<QString, QString>> values{{field::title, u"100 % «Ряды» & <b>+1</b> = ?"_s},
                                                        {field::description, u"Первая строка,\nвторая; 中文 😀"_s},
                                                        {field::tags, u"весна,экзамен"_s},
                                                        {field::language, u"ru"_s},
                                                        {field::owner, u"O'Brien \"Иван\""_s},
                                                        {room.id, u"12-а"_s}};
        for (const auto &[field, value] : values)
            QVERIFY(ours.edit(id, field, value));
        const int before = m_conference.requestCount(u"updateRecordings"_s);
        QVERIFY(ours.push());
        QCOMPARE(m_conference.requestCount(u"updateRecordings"_s), before + 1);
        Profile others(m_conference.connection());
        QVERIFY(others.sync());
        for (const auto &[field, value] : values)
            QCOMPARE(others.shown(id, field), value);
        QVERIFY(ours.settle());
        QVERIFY(ours.information(id).edits.isEmpty());
        // What the server is told, it says: the next sync finds nothing to merge.
        QVERIFY(ours.sync());
        QVERIFY(ours.information(id).edits.isEmpty());
        QCOMPARE(ours.shown(id, field::title), values[0].second);
    }

    void aLongDescriptionStaysHereAndASplitOneIsSentInSeveralCalls()
    {
        Profile ours(m_conference.connection());
        QVERIFY(ours.sync());
        const QString id = m_published[1];
        QVERIFY(ours.edit(id, field::description, QString(900, u'щ'))); // 5,400 bytes on the wire
        QVERIFY(ours.edit(id, field::owner, QString(290, u'ы')));       // with it more than a request line takes
        QVERIFY(ours.push());
        const auto service = ours.opened().service;
        QCOMPARE(saidBy(*service, id).value(field::description), QString(900, u'щ'));
        QCOMPARE(saidBy(*service, id).value(field::owner), QString(290, u'ы'));
        QVERIFY(ours.edit(id, field::description, QString(5000, u'щ')));
        QVERIFY(ours.push());
        QCOMPARE(saidBy(*service, id).value(field::description), QString(900, u'щ'));
        QCOMPARE(ours.shown(id, field::description), QString(5000, u'щ'));
    }

    void twoProfilesAndAnotherClientInTurn()
    {
        Profile ours(m_conference.connection()), others(m_conference.connection());
        QVERIFY(ours.sync());
        QVERIFY(others.sync());
        const QString id = m_published[2];
        const auto thirdParty = ours.opened().service; // writes as Greenlight does: its own key, nothing read first
        QVERIFY(ours.edit(id, field::description, u"от нас"_s));
        QVERIFY(others.edit(id, field::language, u"en"_s));
        QVERIFY(thirdParty->updateMetadata(id, {{u"name"_s, u"Переименовано в Greenlight"_s}}, {}));
        QVERIFY(ours.push());
        QVERIFY(others.push());
        QVERIFY(ours.settle());
        QVERIFY(others.settle());
        for (Profile *one : {&ours, &others}) {
            QVERIFY(one->sync());
            QCOMPARE(one->shown(id, field::title), u"Переименовано в Greenlight"_s);
            QCOMPARE(one->shown(id, field::description), u"от нас"_s);
            QCOMPARE(one->shown(id, field::language), u"en"_s);
            QVERIFY(one->information(id).edits.isEmpty());
        }
        // The same field: whoever comes second decides, and overwrites nothing before.
        QVERIFY(ours.edit(id, field::title, u"наше"_s));
        QVERIFY(others.edit(id, field::title, u"их"_s));
        QVERIFY(ours.push());
        QVERIFY(others.push());
        QCOMPARE(saidBy(*thirdParty, id).value(field::title), u"наше"_s);
        QCOMPARE(others.information(id).editOf(field::title)->state, EditState::Conflict);
        QVERIFY(waitFor(others.outbox.decide(admin, others.id(id), field::title, ConflictDecision::TakeTheirs, u"наше"_s)));
        QCOMPARE(others.shown(id, field::title), u"наше"_s);
    }

    void aClientThatWritesOneOfTwoKeysIsSeenAndNotOverwritten()
    {
        Profile ours(m_conference.connection());
        QVERIFY(ours.sync());
        const QString id = m_published[2];
        const auto moodle = ours.opened().service; // writes its own keys alone
        const QList<std::pair<QString, QString>> keys{{field::title, u"bbb-recording-name"_s},
                                                      {field::description, u"bbb-recording-description"_s}};
        QVERIFY(moodle->updateMetadata(id, {{u"description"_s, u"давнее"_s}}, {})); // so that both carry it from now on
        QVERIFY(ours.sync());
        for (const auto &[field, key] : keys) {
            // In turn: theirs after ours is shown, listed again, and ours after theirs reaches both keys.
            QVERIFY(ours.edit(id, field, u"впервые наше"_s));
            QVERIFY(ours.push());
            QVERIFY(ours.settle());
            QVERIFY(moodle->updateMetadata(id, {{key, u"из Moodle"_s}}, {}));
            for (int look = 0; look < 2; ++look) {
                QVERIFY(ours.sync());
                QCOMPARE(ours.shown(id, field), u"из Moodle"_s);
                QVERIFY(ours.information(id).edits.isEmpty());
                QVERIFY(moodle->updateMetadata(id, {{u"gl-look"_s, QString::number(look)}}, {})); // the row is written anew
            }
            const auto history = waitFor(ours.fields.history(ours.id(id), field)).value();
            QCOMPARE(history.first().event, FieldEvent::ChangedOnServer);
            QCOMPARE(history.first().after, u"из Moodle"_s);
            QVERIFY(ours.edit(id, field, u"снова наше"_s));
            QVERIFY(ours.push());
            QVERIFY(ours.settle());
            QVERIFY(ours.information(id).edits.isEmpty());
            QCOMPARE(saidBy(*moodle, id).value(field), u"снова наше"_s);
            // At once: theirs, which we have not listed, is a conflict.
            QVERIFY(ours.edit(id, field, u"третье"_s));
            QVERIFY(moodle->updateMetadata(id, {{key, u"опять Moodle"_s}}, {}));
            QVERIFY(ours.push());
            QCOMPARE(ours.information(id).editOf(field)->state, EditState::Conflict);
            QCOMPARE(ours.information(id).editOf(field)->theirs, u"опять Moodle"_s);
            QVERIFY(waitFor(
                ours.outbox.decide(admin, ours.id(id), field, ConflictDecision::TakeTheirs, u"опять Moodle"_s)));
            QVERIFY(ours.sync());
            QCOMPARE(ours.shown(id, field), u"опять Moodle"_s);
        }
    }

    void twoProfilesAtOnceLoseNoTag()
    {
        Profile ours(m_conference.connection()), others(m_conference.connection());
        QVERIFY(ours.sync());
        QVERIFY(others.sync());
        const QString id = m_published[1];
        QString expected;
        for (int round = 0; round < 5; ++round) {
            const QString mine = u"наш-%1"_s.arg(round), theirs = u"их-%1"_s.arg(round);
            QVERIFY(ours.edit(id, field::tags, tagsValue(tagsOf(ours.shown(id, field::tags)) + QStringList{mine})));
            QVERIFY(others.edit(id, field::tags, tagsValue(tagsOf(others.shown(id, field::tags)) + QStringList{theirs})));
            expected = tagsValue(tagsOf(expected) + QStringList{mine, theirs});
            std::jthread side([&] { QVERIFY(others.push()); });
            QVERIFY(ours.push());
        }
        // Each looks once more; a tag that fell between two reads is put back.
        for (int look = 0; look < 3; ++look) {
            QVERIFY(ours.settle());
            QVERIFY(others.settle());
        }
        QVERIFY(ours.sync());
        QVERIFY(others.sync());
        for (const QString &tag : tagsOf(expected)) {
            QVERIFY2(tagsOf(ours.shown(id, field::tags)).contains(tag), qPrintable(tag));
            QVERIFY2(tagsOf(others.shown(id, field::tags)).contains(tag), qPrintable(tag));
        }
    }

    void whatTheServerStoredThoughItsAnswerWasLostIsTakenBackOrEditedOn()
    {
        Profile ours(m_conference.connection());
        QVERIFY(ours.sync());
        const QString id = m_published[0];
        const auto service = ours.opened().service;
        const QString before = ours.shown(id, field::title);
        const QString tagsBefore = ours.shown(id, field::tags);
        for (const bool isListedBefore : {false, true}) {
            for (const QString &next : {before, u"второе"_s, before}) {
                const QString first = u"первое %1 %2"_s.arg(isListedBefore).arg(next);
                QVERIFY(ours.edit(id, field::title, first));
                QVERIFY(ours.edit(id, field::tags, u"первая"_s));
                m_conference.cutNextAnswerAfter(0, u"updateRecordings"_s);
                (void)ours.push();
                m_conference.cutNextAnswerAfter(-1, u"updateRecordings"_s);
                QCOMPARE(saidBy(*service, id).value(field::title), first);
                QVERIFY(ours.edit(id, field::title, next));
                QVERIFY(ours.edit(id, field::tags, tagsBefore));
                if (isListedBefore)
                    QVERIFY(ours.sync());
                ours.clock.advance(std::chrono::hours(2));
                QVERIFY(ours.push());
                QVERIFY(ours.settle());
                QCOMPARE(saidBy(*service, id).value(field::title), next);
                QCOMPARE(saidBy(*service, id).value(field::tags), tagsBefore);
                QVERIFY(ours.sync());
                QVERIFY(ours.information(id).edits.isEmpty());
                QCOMPARE(ours.shown(id, field::title), next);
                QCOMPARE(ours.shown(id, field::tags), tagsBefore);
            }
        }
        const auto history = waitFor(ours.fields.history(ours.id(id), {})).value();
        for (const FieldHistoryEntry &entry : history)
            QVERIFY(!entry.isFromServer());
    }

    void aPushCutAnywhereGoesOnNextTime()
    {
        Profile ours(m_conference.connection());
        QVERIFY(ours.sync());
        const QString id = m_published[0];
        const auto service = ours.opened().service;
        for (const QString &call : {u"getRecordings"_s, u"updateRecordings"_s}) {
            for (const qint64 bytes : {0, 1, 40, 200}) {
                const QString title = u"%1 после обрыва на %2"_s.arg(call).arg(bytes);
                QVERIFY(ours.edit(id, field::title, title));
                m_conference.cutNextAnswerAfter(bytes, call);
                (void)ours.push(); // may fail or not: the answer may have been whole by then
                m_conference.cutNextAnswerAfter(-1, call);
                ours.clock.advance(std::chrono::hours(2));
                QVERIFY(ours.push());
                QCOMPARE(saidBy(*service, id).value(field::title), title);
                QVERIFY(ours.settle());
                QVERIFY(ours.information(id).edits.isEmpty());
            }
        }
    }

private:
    DemoConference m_conference;
    QStringList m_published;
};

QTEST_GUILESS_MAIN(TestEditing)
#include "tst_editing.moc"
