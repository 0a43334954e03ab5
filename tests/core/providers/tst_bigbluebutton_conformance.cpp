// Reads every real file of BigBlueButton that is at hand, and asserts what is known about it.
#include "core/providers/bigbluebutton/savedanswer.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
QString dataDirectory()
{
    return qEnvironmentVariable("LETOPIS_SHARED_DATA") + u"/bigbluebutton"_s;
}

Result<SavedAnswer> readFile(const QString &name)
{
    QFile file(dataDirectory() + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, file.errorString(), name, {}};
    return readSavedAnswer(file);
}

const Participant *personNamed(const MeetingRecord &record, const QString &name)
{
    for (const Participant &participant : record.participants) {
        if (participant.name == name)
            return &participant;
    }
    return nullptr;
}

qsizetype countOf(const MeetingRecord &record, TimelineKind kind)
{
    return std::count_if(record.timeline.begin(), record.timeline.end(),
                         [kind](const TimelineEntry &entry) { return entry.kind == kind; });
}
} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEventsFileIsRead_data();
    void everyEventsFileIsRead();
    void timesAndRolesStayInsideTheMeeting_data();
    void timesAndRolesStayInsideTheMeeting();
    void aMeetingOf2021WithTwoRecordedParts();
    void twoPeopleOfOneNameIn26();
    void aGuestOfAnIntegrationHasItsId();
    void typedPollsAreCounted();
    void aFileOf2011HasItsPresenterName();
    void aRestartedMeetingHasBothSessions();
    void getRecordingsOfOneServer();
    void getRecordingsWithBlanksAndForeignHosts();
    void metadataFiles();
};

void TestConformance::initTestCase()
{
    if (!QDir(dataDirectory()).exists())
        QSKIP("The public BigBlueButton files (LETOPIS_SHARED_DATA) are not on this machine");
}

void TestConformance::everyEventsFileIsRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("people");
    QTest::addColumn<qint64>("recordedMs");
    QTest::addColumn<QString>("version");
    QTest::newRow("2.4, long") << u"183f0bf3"_s << 1548 << 15 << qint64(1'440'011) << u"2.1.0"_s;
    QTest::newRow("2.6") << u"2_6"_s << 117 << 2 << qint64(-1) << u"2.6.1"_s;
    QTest::newRow("2.4") << u"2a1de53e"_s << 49 << 2 << qint64(254'062 - 199'875) << u"2.1.0"_s;
    QTest::newRow("2.6, typed polls") << u"typed-poll"_s << 87 << 5 << qint64(-1) << u"2.6.1"_s;
    QTest::newRow("no events") << u"no_events"_s << 0 << 0 << qint64(0) << u"2.0.0"_s;
    QTest::newRow("0.7") << u"1b199e88"_s << 120 << 1 << qint64(-1) << QString();
    QTest::newRow("0.8 a") << u"2364d22e"_s << 170 << 1 << qint64(-1) << QString();
    QTest::newRow("0.7, twice") << u"5e772bb3"_s << 38 << 2 << qint64(-1) << QString();
    QTest::newRow("0.7 b") << u"8774263b"_s << 57 << 1 << qint64(-1) << QString();
    QTest::newRow("0.8 b") << u"974a4b8c"_s << 213 << 1 << qint64(-1) << QString();
    QTest::newRow("0.7 c") << u"b443a8e1"_s << 69 << 1 << qint64(-1) << QString();
}

void TestConformance::everyEventsFileIsRead()
{
    QFETCH(const QString, name);
    QFETCH(const int, events);
    QFETCH(const int, people);
    QFETCH(const qint64, recordedMs);
    QFETCH(const QString, version);
    const auto saved = readFile(u"events/"_s + name + u".xml"_s);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(saved->kind, SavedAnswer::Kind::EventsXml);
    QVERIFY(saved->meeting);
    QCOMPARE(saved->brokenEvents, 0);
    QCOMPARE(saved->meeting->eventCount, events);
    QCOMPARE(saved->meeting->participants.size(), people);
    if (recordedMs >= 0)
        QCOMPARE(saved->meeting->recordedMs, recordedMs);
    QCOMPARE(saved->meeting->sourceVersion, version);
}

void TestConformance::timesAndRolesStayInsideTheMeeting_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(dataDirectory() + u"/events"_s).entryList({u"*.xml"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << name;
}

void TestConformance::timesAndRolesStayInsideTheMeeting()
{
    QFETCH(const QString, name);
    const auto saved = readFile(u"events/"_s + name);
    QVERIFY(saved);
    const MeetingRecord &record = *saved->meeting;
    QVERIFY(record.startedAtMs > 1'290'000'000'000); // no file is older than 2011
    QVERIFY(record.recordedMs <= record.endedAtMs - record.startedAtMs + 5000);
    for (const Participant &participant : record.participants) {
        QVERIFY(!participant.isPhone);
        QVERIFY(!participant.sessions.isEmpty());
        QVERIFY(participant.presentMs <= record.endedAtMs - record.startedAtMs);
        QVERIFY(participant.talkMs <= participant.presentMs);
        for (const PresenceSession &session : participant.sessions)
            QVERIFY(session.joinedAtMs >= record.startedAtMs && session.leftAtMs <= record.endedAtMs
                    && session.joinedAtMs <= session.leftAtMs);
        for (const RoleSpan &span : participant.roles)
            QVERIFY(span.fromMs >= record.startedAtMs && span.toMs <= record.endedAtMs);
    }
    for (qsizetype i = 1; i < record.timeline.size(); ++i)
        QVERIFY(record.timeline[i - 1].atMs <= record.timeline[i].atMs);
}

void TestConformance::aMeetingOf2021WithTwoRecordedParts()
{
    const auto saved = readFile(u"events/183f0bf3.xml"_s);
    const MeetingRecord &record = *saved->meeting;
    QCOMPARE(record.startedAtMs, 1'630'430'006'889);
    QCOMPARE(record.endedAtMs, 1'630'434'821'907);
    QCOMPARE(countOf(record, TimelineKind::RecordingStarted), 2);
    QCOMPARE(countOf(record, TimelineKind::RecordingStopped), 2);
    QCOMPARE(countOf(record, TimelineKind::Joined), 15);
    QCOMPARE(countOf(record, TimelineKind::PresenterChanged), 3);
    QCOMPARE(record.timeline.last().text, u"ENDED_WHEN_LAST_USER_LEFT"_s);
    // Juliett came back with a new id of her own: guests are not merged by name.
    QCOMPARE(std::count_if(record.participants.begin(), record.participants.end(),
                           [](const Participant &p) { return p.name == u"Juliett"_s; }), 2);
    const Participant *delta = personNamed(record, u"Délta"_s);
    QVERIFY(delta);
    QCOMPARE(delta->sessions[0].joinedAtMs, 1'630'431'840'397);
    QCOMPARE(delta->sessions[0].leftAtMs, 1'630'434'611'907);
    QCOMPARE(delta->presentMs, 4'605'011 - 1'833'501);
    QCOMPARE(delta->role, ConferenceRole::Moderator);
    QCOMPARE(delta->registered, std::optional<bool>(false));
    int chats = 0;
    for (const Participant &participant : record.participants)
        chats += participant.chatMessages;
    QCOMPARE(chats, 19);
}

void TestConformance::twoPeopleOfOneNameIn26()
{
    const auto saved = readFile(u"events/2_6.xml"_s);
    const MeetingRecord &record = *saved->meeting;
    QCOMPARE(record.participants[0].name, u"viewer"_s);
    QCOMPARE(record.participants[1].name, u"viewer"_s);
    QCOMPARE(record.participants[0].role, ConferenceRole::Moderator);
    QCOMPARE(record.participants[1].role, ConferenceRole::Viewer);
    QCOMPARE(record.participants[0].pollAnswers + record.participants[1].pollAnswers, 4);
    QCOMPARE(countOf(record, TimelineKind::PollStarted), 4);
    QCOMPARE(countOf(record, TimelineKind::PollPublished), 4);
}

void TestConformance::aGuestOfAnIntegrationHasItsId()
{
    const auto saved = readFile(u"events/2a1de53e.xml"_s);
    const Participant *guest = personNamed(*saved->meeting, u"(guest) Bravo"_s);
    QVERIFY(guest);
    QCOMPARE(guest->externalUserId, u"3ff859e3-1c2e-48e9-860d-cf230648cfca"_s);
    QCOMPARE(guest->registered, std::optional<bool>(true));
    QCOMPARE(guest->chatMessages, 3);
    QCOMPARE(guest->sessions[0].leftAtMs, 1'630'607'624'766); // no left: the end of the meeting
}

void TestConformance::typedPollsAreCounted()
{
    const auto saved = readFile(u"events/typed-poll.xml"_s);
    QCOMPARE(personNamed(*saved->meeting, u"user 4"_s)->pollAnswers, 3);
    QCOMPARE(personNamed(*saved->meeting, u"richard"_s)->pollAnswers, 0);
    const auto published = std::find_if(saved->meeting->timeline.begin(), saved->meeting->timeline.end(),
                                        [](const TimelineEntry &e) { return e.kind == TimelineKind::PollPublished; });
    QVERIFY(published->text.startsWith(u"what is your favorite color?\nRed: 1\nred: 1\nblue: 2"_s));
}

void TestConformance::aFileOf2011HasItsPresenterName()
{
    const auto saved = readFile(u"events/1b199e88.xml"_s);
    const Participant &fred = saved->meeting->participants[0];
    QCOMPARE(fred.name, u"FRED"_s);
    QVERIFY(!fred.registered);
    QCOMPARE(fred.chatMessages, 3);
    QVERIFY(fred.talkMs > 0);
    QCOMPARE(saved->meeting->startedAtMs, 1'296'681'157'242);
    QCOMPARE(fred.presentMs, 159'922);
}

void TestConformance::aRestartedMeetingHasBothSessions()
{
    const auto saved = readFile(u"events/5e772bb3.xml"_s);
    QCOMPARE(saved->meeting->participants[0].presentMs, 91'804);
    QCOMPARE(saved->meeting->participants[1].presentMs, 341'982 - 260'152);
    QCOMPARE(countOf(*saved->meeting, TimelineKind::ScreenShareStarted), 2);
}

void TestConformance::getRecordingsOfOneServer()
{
    const auto saved = readFile(u"api/getRecordings-1.xml"_s);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(saved->kind, SavedAnswer::Kind::GetRecordings);
    QVERIFY(saved->problems.isEmpty());
    QCOMPARE(saved->snapshots.size(), size_t(8));
    const RecordingSnapshot &first = saved->snapshots[0];
    QCOMPARE(first.externalId, u"bc04628ab61776c9f65c695dc59f36abf8955bbc-1504087272607"_s);
    QCOMPARE(first.name, u"тест"_s);
    QCOMPARE(first.startedAtMs, 1504087272607);
    QCOMPARE(first.participantCount, 2);
    QCOMPARE(first.metadata.size(), 8);
    QCOMPARE(first.formats.size(), 1);
    QCOMPARE(first.formats[0].durationMs, 0);
    QCOMPARE(first.formats[0].previews.size(), 3);
    QCOMPARE(saved->snapshots[2].name, u"Let's Talk English: Episode 5"_s); // escaped twice by the server
}

void TestConformance::getRecordingsWithBlanksAndForeignHosts()
{
    const auto saved = readFile(u"api/getRecordings-2.xml"_s);
    QVERIFY(saved);
    QCOMPARE(saved->snapshots.size(), size_t(2));
    QCOMPARE(saved->snapshots[0].formats[1].url,
             QUrl(u"https://10.7.7.1/presentation/c62c9c205d37815befe1b75ae6ef5878d8da5bb6-1673282694493/meeting.mp4"_s));
    QCOMPARE(metadataValue(saved->snapshots[0].metadata, u"Analytics-Callback-URL"),
             u"https://bbb-monitor.arawa.fr/bbb-analytics/api/v1/post_events?tag=bbb-dev"_s);
}

void TestConformance::metadataFiles()
{
    const auto first = readFile(u"published/metadata-1.xml"_s);
    QVERIFY(first);
    QCOMPARE(first->kind, SavedAnswer::Kind::MetadataXml);
    QCOMPARE(first->snapshots[0].formats[0].durationMs, 105'862);
    QCOMPARE(first->snapshots[0].breakoutRoomIds.size(), 2);
    QVERIFY(first->snapshots[0].breakoutParentId.isEmpty()); // it says so, but is no breakout room
    const auto second = readFile(u"published/metadata-2.xml"_s);
    QVERIFY(second);
    QCOMPARE(second->snapshots[0].name, u"Featuredemo"_s);
    QCOMPARE(second->snapshots[0].formats[0].durationMs, 9566);
    QCOMPARE(second->snapshots[0].rawSizeBytes, 202'479);
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_bigbluebutton_conformance.moc"
