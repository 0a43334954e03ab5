#include "core/journal/auditlog.h"
#include "core/journal/serverregistry.h"
#include "core/storage/meetingrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
// Another program's connection to the file.
bool runElsewhere(const QString &path, const QStringList &statements)
{
    bool isDone = true;
    {
        QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"elsewhere"_s);
        plain.setDatabaseName(path);
        isDone = plain.open();
        for (const QString &statement : statements)
            isDone = isDone && QSqlQuery(plain).exec(statement);
    }
    QSqlDatabase::removeDatabase(u"elsewhere"_s);
    return isDone;
}

Result<AuditVerdict> verify(Database &database)
{
    const AuditRepository events(database);
    return AuditLog(events).verify();
}

TlsException exceptionUntil(const QDateTime &end)
{
    return {.host = u"bbb.example"_s,
            .sha256 = QByteArray(32, 'c'),
            .problems = {CertificateProblem::SelfSigned},
            .grantedAt = {},
            .expiresAt = end};
}

Participant someone(const QString &name, ConferenceRole role)
{
    Participant participant;
    participant.name = name;
    participant.externalUserId = u"gl-"_s + name;
    participant.registered = role == ConferenceRole::Moderator ? std::optional<bool>(true) : std::nullopt;
    participant.role = role;
    participant.roles = {{role, 100, 900}, {ConferenceRole::Presenter, 200, 300}};
    participant.sessions = {{100, 500}, {600, 900}};
    participant.presentMs = 700;
    participant.talkMs = 55;
    participant.chatMessages = 3;
    participant.pollAnswers = 1;
    return participant;
}
} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversAreCheckedBeforeTheyAreStored()
    {
        TestCatalog catalog;
        ServerRegistry registry(*catalog.servers, catalog.clock);
        ConferenceServer server = serverNamed(u"  "_s);
        server.ssh = SshEndpoint{};
        server.ssh->host = u"-oProxyCommand=x"_s;
        const auto refused = waitFor(registry.add(administrator(), server));
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QVERIFY(refused.error().detail.contains(u"name"_s) && refused.error().detail.contains(u"SSH host"_s));
        QCOMPARE(waitFor(registry.add(administrator(), serverNamed(u" FIRST "_s))).error().kind,
                 ErrorKind::AlreadyExists);
        const auto added = waitFor(registry.add(administrator(), serverNamed(u" Вторая "_s)));
        QCOMPARE(waitFor(catalog.servers->byName(u"вторая"_s)).value().id, added.value());
    }

    void aServerComesBackAsItWasStored()
    {
        TestCatalog catalog;
        ConferenceServer server = serverNamed(u"Full"_s);
        server.ssh = SshEndpoint{u"host"_s, 2222, u"bbb"_s, SshLogin::KeyFile, u"/k"_s, u"/c"_s, u"/h"_s};
        server.proxy = {ProxyKind::Socks5, u"proxy"_s, 1080, u"me"_s};
        server.checksumAlgorithm = ChecksumAlgorithm::Sha512;
        server.caFile = u"/ca.pem"_s;
        server.uuid = u"uuid-1"_s;
        server.syncIntervalMinutes = 0;
        server.id = waitFor(catalog.servers->add(administrator(), server)).value();
        QCOMPARE(waitFor(catalog.servers->find(server.id)).value(), server);
        server.name = u"Fuller"_s;
        server.ssh.reset();
        QVERIFY(waitFor(catalog.servers->update(administrator(), server)));
        QCOMPARE(waitFor(catalog.servers->find(server.id)).value(), server);
        server.name = u"first"_s;
        QCOMPARE(waitFor(catalog.servers->update(administrator(), server)).error().kind, ErrorKind::AlreadyExists);
        QVERIFY(waitFor(catalog.servers->setChecksumAlgorithm(administrator(), server.id, ChecksumAlgorithm::Sha1)));
        QVERIFY(waitFor(catalog.servers->setLastSync(server.id, catalog.clock.now())));
        const ConferenceServer stored = waitFor(catalog.servers->find(server.id)).value();
        QCOMPARE(stored.checksumAlgorithm, ChecksumAlgorithm::Sha1);
        QCOMPARE(stored.lastSyncAt, catalog.clock.now());
    }

    void aRemovedServerKeepsItsRecordingsAndFreesItsName()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 4)}));
        QVERIFY(waitFor(catalog.servers->remove(administrator(), catalog.server)));
        QVERIFY(waitFor(catalog.servers->list()).value().isEmpty());
        QCOMPARE(waitFor(catalog.servers->list(true)).value().size(), 1);
        QCOMPARE(catalog.page({}).value().rows.size(), 4);
        QCOMPARE(waitFor(catalog.servers->byName(u"First"_s)).error().kind, ErrorKind::NotFound);
        QCOMPARE(waitFor(catalog.servers->remove(administrator(), catalog.server)).error().kind, ErrorKind::NotFound);
        ConferenceServer elsewhere = serverNamed(u"First"_s);
        elsewhere.apiUrl = QUrl(u"https://elsewhere.example/bigbluebutton/api/"_s);
        QVERIFY(waitFor(catalog.servers->add(administrator(), elsewhere)).value() != catalog.server);
        ConferenceServer again = serverNamed(u"First"_s);
        again.name = u"First again"_s;
        QCOMPARE(waitFor(catalog.servers->add(administrator(), again)).value(), catalog.server);
        QCOMPARE(catalog.sync({snapshots(0, 4)}).value().unchanged, 4);
    }

    void trustIsGivenForATimeAndTakenBack()
    {
        TestCatalog catalog;
        ServerRegistry registry(*catalog.servers, catalog.clock);
        const QDateTime later = catalog.clock.now().addDays(30);
        const TlsException past = exceptionUntil(catalog.clock.now().addSecs(-1));
        QCOMPARE(waitFor(registry.grantTlsException(administrator(), catalog.server, past)).error().kind,
                 ErrorKind::InvalidInput);
        QVERIFY(waitFor(registry.grantTlsException(administrator(), catalog.server, exceptionUntil(later))));
        const ConferenceServer server = waitFor(catalog.servers->find(catalog.server)).value();
        QCOMPARE(server.tlsExceptions.size(), 1);
        QCOMPARE(server.tlsExceptions[0].expiresAt, later);
        QCOMPARE(server.tlsExceptions[0].grantedAt, catalog.clock.now());
        QVERIFY(waitFor(catalog.servers->revokeTlsException(administrator(), catalog.server, QByteArray(32, 'c'))));
        QVERIFY(waitFor(catalog.servers->find(catalog.server)).value().tlsExceptions.isEmpty());
        QCOMPARE(waitFor(catalog.servers->revokeTlsException(administrator(), catalog.server, QByteArray(32, 'c')))
                     .error()
                     .kind,
                 ErrorKind::NotFound);
        QStringList actions;
        const auto events = waitFor(AuditRepository(*catalog.database).page(0, 10));
        for (const AuditEvent &event : events.value()) {
            QCOMPARE(event.actor, u"admin"_s);
            actions += event.action;
        }
        QCOMPARE(actions,
                 QStringList({u"server.added"_s, u"server.tlsExceptionGranted"_s, u"server.tlsExceptionRevoked"_s}));
    }

    void aRevokedCertificateIsNeverAccepted()
    {
        TestCatalog catalog;
        ServerRegistry registry(*catalog.servers, catalog.clock);
        TlsException exception = exceptionUntil(catalog.clock.now().addDays(30));
        exception.problems += CertificateProblem::Revoked;
        const auto refused = waitFor(registry.grantTlsException(administrator(), catalog.server, exception));
        QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
        QVERIFY(refused.error().detail.contains(u"revoked"_s));
        ConferenceServer server = serverNamed(u"With exception"_s);
        server.tlsExceptions = {exception};
        QCOMPARE(waitFor(registry.add(administrator(), server)).error().kind, ErrorKind::InvalidInput);
        QVERIFY(waitFor(catalog.servers->find(catalog.server)).value().tlsExceptions.isEmpty());
    }

    void theJournalCannotBeChangedThroughTheCatalog()
    {
        TestCatalog catalog;
        QVERIFY(!runElsewhere(catalog.path(), {u"UPDATE audit_event SET actor = 'x'"_s}));
        QVERIFY(!runElsewhere(catalog.path(), {u"DELETE FROM audit_event"_s}));
        QVERIFY(verify(*catalog.database).value().isIntact());
    }

    void aForgedJournalShows_data()
    {
        QTest::addColumn<QString>("forgery");
        QTest::addColumn<int>("firstBad");
        QTest::newRow("changed") << u"UPDATE audit_event SET details = '{}' WHERE sequence = 3"_s << 3;
        QTest::newRow("removed") << u"DELETE FROM audit_event WHERE sequence = 2"_s << 2;
        QTest::newRow("moved") << u"UPDATE audit_event SET at_ms = at_ms + 1 WHERE sequence = 4"_s << 4;
        QTest::newRow("another recording") << u"UPDATE audit_event SET recording_id = 1 WHERE sequence = 5"_s << 5;
    }
    void aForgedJournalShows()
    {
        TestCatalog catalog;
        QVERIFY(catalog.sync({snapshots(0, 5)}));
        QCOMPARE(verify(*catalog.database).value().events, 6);
        QFETCH(const QString, forgery);
        QFETCH(const int, firstBad);
        QVERIFY(runElsewhere(catalog.path(), {u"DROP TRIGGER audit_event_is_not_changed"_s,
                                              u"DROP TRIGGER audit_event_is_not_deleted"_s, forgery}));
        QCOMPARE(verify(*catalog.database).value().firstBadSequence, firstBad);
    }

    void aMeetingFillsInThePeople()
    {
        TestCatalog catalog;
        MeetingRepository meetings(*catalog.database, ContentStore(catalog.folder() + u"/store"_s), catalog.clock);
        const RecordingId id = catalog.sync({snapshots(0, 3)}).value().added[1];
        QCOMPARE(waitFor(meetings.wantingMeeting(catalog.server)).value().size(), 3);
        QCOMPARE(waitFor(meetings.wantingMeeting(catalog.server)).value()[0].key.externalId,
                 recordIdOf(2)); // newest first
        FetchedMeeting meeting;
        meeting.record.participants = {someone(u"Алёна"_s, ConferenceRole::Moderator),
                                       someone(u"Bob"_s, ConferenceRole::Viewer)};
        meeting.record.timeline = {{100, -1, TimelineKind::Joined, u"Bob"_s, {}},
                                   {200, 50, TimelineKind::PollStarted, {}, u"Да?"_s}};
        meeting.record.recordedMs = 5000;
        meeting.recordedMs = 4321;
        meeting.record.eventCount = 17;
        meeting.archive = "gzip bytes";
        meeting.sourcePath = u"/var/bigbluebutton/recording/raw/x/events.xml"_s;
        QVERIFY(waitFor(meetings.store(administrator(), id, meeting)));
        QVERIFY(waitFor(meetings.store(administrator(), id, meeting))); // again: replaced, not doubled
        QCOMPARE(waitFor(meetings.participants(id)).value(), meeting.record.participants);
        QCOMPARE(waitFor(meetings.timeline(id)).value(), meeting.record.timeline);
        QCOMPARE(meetings.archive(id).value(), QByteArray("gzip bytes"));
        QCOMPARE(waitFor(meetings.stored(id)).value().eventCount, 17);
        const RecordingDetails details = waitFor(catalog.recordings->details(id)).value();
        QVERIFY(details.row.arePeopleKnown);
        QCOMPARE(details.row.participantCount, 2);
        QCOMPARE(details.row.durationMs, 4321);
        QCOMPARE(details.people, RecordingDetails::PeopleStatus::Known);
        RecordingQuery query;
        query.search = u"алена"_s;
        QCOMPARE(catalog.page(query).value().rows.size(), 1);
        QCOMPARE(waitFor(meetings.wantingMeeting(catalog.server)).value().size(), 2);
        // The server's own count and minutes do not overwrite what is known better.
        std::vector<RecordingSnapshot> page = snapshots(0, 3);
        page[1].participantCount = 40;
        page[1].name = u"Renamed"_s;
        page[1].formats[0].durationMs = 60'000;
        QVERIFY(catalog.sync({page}));
        const RecordingDetails after = waitFor(catalog.recordings->details(id)).value();
        QCOMPARE(after.row.participantCount, 2);
        QCOMPARE(after.row.durationMs, 4321);
        QCOMPARE(catalog.page(query).value().rows.size(), 1);
        QVERIFY(verify(*catalog.database).value().isIntact());
    }

    void eventsAreLookedForAgainOnlyWhereThatMayHelp()
    {
        TestCatalog catalog;
        MeetingRepository meetings(*catalog.database, ContentStore(catalog.folder()), catalog.clock);
        std::vector<RecordingSnapshot> page = snapshots(0, 3);
        page[0].state = PublicationState::Processing;
        const QList<RecordingId> ids = catalog.sync({page}).value().added;
        QVERIFY(waitFor(meetings.setStatus(administrator(), ids[0], EventsStatus::Gone, {})));
        QVERIFY(waitFor(meetings.setStatus(administrator(), ids[1], EventsStatus::Gone, {})));
        QVERIFY(waitFor(meetings.setStatus(administrator(), ids[2], EventsStatus::Unreadable, u"truncated"_s)));
        QVERIFY(waitFor(meetings.wantingMeeting(catalog.server)).value().empty());
        QCOMPARE(waitFor(catalog.recordings->details(ids[2])).value().peopleProblem, u"truncated"_s);
        QVERIFY(catalog.sync({snapshots(0, 3)})); // the first one is published now
        const auto wanted = waitFor(meetings.wantingMeeting(catalog.server)).value();
        QCOMPARE(wanted.size(), size_t(1));
        QCOMPARE(wanted[0].id, ids[0]);
        catalog.clock.advance(qint64(25) * 3600 * 1000);
        QCOMPARE(waitFor(meetings.wantingMeeting(catalog.server)).value().size(), size_t(2));
        QCOMPARE(waitFor(meetings.setStatus(administrator(), ids[0], EventsStatus::Known, {})).error().kind,
                 ErrorKind::InvalidInput);
        QCOMPARE(waitFor(meetings.setStatus(administrator(), {99}, EventsStatus::Gone, {})).error().kind,
                 ErrorKind::NotFound);
    }

    void goneEventsOfAYoungMeetingAreLookedForOnceADay()
    {
        TestCatalog catalog;
        MeetingRepository meetings(*catalog.database, ContentStore(catalog.folder()), catalog.clock);
        std::vector<RecordingSnapshot> page = snapshots(0, 2);
        page[0].startedAtMs = catalog.clock.now().addDays(-5).toMSecsSinceEpoch();
        page[1].startedAtMs = catalog.clock.now().addDays(-60).toMSecsSinceEpoch();
        const QList<RecordingId> ids = catalog.sync({page}).value().added;
        for (const RecordingId id : ids)
            QVERIFY(waitFor(meetings.setStatus(administrator(), id, EventsStatus::Gone, {})));
        QVERIFY(waitFor(meetings.wantingMeeting(catalog.server)).value().empty());
        catalog.clock.advance(qint64(25) * 3600 * 1000);
        const auto wanted = waitFor(meetings.wantingMeeting(catalog.server)).value();
        QCOMPARE(wanted.size(), size_t(1));
        QCOMPARE(wanted[0].id, ids[0]);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
