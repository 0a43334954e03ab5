#include "tests/core/playback/eventsfile.h"

#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 utc = EventsFile::utcStart;

// "name|external|registered|present" for each participant.
QStringList peopleOf(const MeetingRecord &record)
{
    QStringList people;
    for (const Participant &p : record.participants)
        people.append(u"%1|%2|%3|%4"_s.arg(p.name, p.externalUserId,
                                          p.registered ? (*p.registered ? u"yes"_s : u"no"_s) : u"?"_s)
                          .arg(p.presentMs));
    return people;
}

// "role from-to" relative to the start.
QStringList rolesOf(const Participant &participant)
{
    QStringList roles;
    for (const RoleSpan &span : participant.roles)
        roles.append(u"%1 %2-%3"_s.arg(conferenceRoleName(span.role)).arg(span.fromMs - utc).arg(span.toMs - utc));
    return roles;
}

QStringList sessionsOf(const Participant &participant)
{
    QStringList sessions;
    for (const PresenceSession &session : participant.sessions)
        sessions.append(u"%1-%2"_s.arg(session.joinedAtMs - utc).arg(session.leftAtMs - utc));
    return sessions;
}

QStringList timelineOf(const MeetingRecord &record)
{
    QStringList lines;
    for (const TimelineEntry &entry : record.timeline)
        lines.append(u"%1/%2 %3 %4 %5"_s.arg(entry.atMs - utc).arg(entry.playbackMs).arg(timelineKindName(entry.kind),
                                                                                          entry.person, entry.text)
                         .trimmed());
    return lines;
}
} // namespace

class TestEventsReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rejoinsOfOneExternalIdAreOnePerson();
    void twoPeopleOfOneNameStayTwo();
    void oneExternalIdWithSeveralNamesIsNotMerged();
    void aGuestJoinIsNotRegistered();
    void registeredIsUnknownWithoutAnExternalId();
    void theRejoinCounterIsNoPartOfAnId();
    void theRoomSuffixIsStrippedInABreakoutRoom();
    void theSameUserIdTwiceWithoutALeftIsAReconnection();
    void overlappingSessionsCountOnce();
    void missingLeftsEndWithTheMeeting();
    void missingLeftsEndWithTheLastEventWhereNothingEndsTheMeeting();
    void aMeetingThatEndsTwiceClosesBoth();
    void promotionsAndDemotionsMakeSpans();
    void presenterSpansRunFromHandOverToHandOver();
    void theLeavingPresenterPresentsNoMore();
    void thePodPresenterCountsOnlyInTheDefaultPod();
    void leftEventsOfTheVoiceModuleAreNoLefts();
    void phoneCallersAreParticipants();
    void talkTimeIsPairedAndClosed();
    void chatsAndPollAnswersAreCounted();
    void secretPollAnswersBelongToNobody();
    void recordMarksArePairedByOrder();
    void anOpenRecordMarkRunsToTheEnd();
    void withoutMarksTheWholeMeetingIsRecorded();
    void aChapterHasOnlyItsOwnMarks();
    void eventsOutOfOrderAreSorted();
    void screenSharesOfAllGenerations();
    void pollsShowQuestionAndAnswers();
    void aClockStepMovesLabelsNotDurations();
    void filesWithoutUtcUseTheCreateTime();
    void oldFilesWithEpochTimesAndNoNames();
    void namesAndIdsAreCleaned();
    void aFileWithoutEventsIsEmpty();
    void aBrokenEventCostsOnlyItself();
    void anyPieceSizeGivesTheSameRecord();
    void aFileCutAnywhereIsRefused();
    void absurdTimesDoNotOverflow();
    void aFloodOfJoinsIsTooLarge();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

void TestEventsReader::rejoinsOfOneExternalIdAreOnePerson()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "gl-anna", "Anna");
    file.leave(11000, "w_aaaaaaaaaaaa");
    file.join(21000, "w_bbbbbbbbbbbb", "gl-anna", " anna ");
    file.end(31000);
    const auto record = file.read();
    QVERIFY(record);
    QCOMPARE(peopleOf(*record), QStringList{u"anna|gl-anna|yes|20000"_s});
    QCOMPARE(sessionsOf(record->participants[0]), (QStringList{u"1000-11000"_s, u"21000-31000"_s}));
    QCOMPARE(record->startedAtMs, utc);
    QCOMPARE(record->endedAtMs, utc + 31000);
    QCOMPARE(record->sourceVersion, u"2.6.1"_s);
}

void TestEventsReader::twoPeopleOfOneNameStayTwo()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "gl-1", "Anna");
    file.join(2000, "w_bbbbbbbbbbbb", "gl-2", "Anna");
    file.join(3000, "w_cccccccccccc", "w_cccccccccccc", "Anna");
    file.end(10000);
    QCOMPARE(peopleOf(*file.read()), (QStringList{u"Anna|gl-1|yes|9000"_s, u"Anna|gl-2|yes|8000"_s, u"Anna||no|7000"_s}));
}

void TestEventsReader::oneExternalIdWithSeveralNamesIsNotMerged()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "guest", "Anna");
    file.join(2000, "w_bbbbbbbbbbbb", "guest", "Boris");
    file.end(10000);
    QCOMPARE(peopleOf(*file.read()), (QStringList{u"Anna|guest|?|9000"_s, u"Boris|guest|?|8000"_s}));
}

void TestEventsReader::aGuestJoinIsNotRegistered()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "w_aaaaaaaaaaaa", "Anna");
    file.end(2000);
    QCOMPARE(peopleOf(*file.read()), QStringList{u"Anna||no|1000"_s});
}

void TestEventsReader::registeredIsUnknownWithoutAnExternalId()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "", "Anna");
    file.join(1000, "w_bbbbbbbbbbbb", "w_zzzzzzzzzzzz", "Boris");
    file.end(2000);
    QCOMPARE(peopleOf(*file.read()), (QStringList{u"Anna||?|1000"_s, u"Boris|w_zzzzzzzzzzzz|?|1000"_s}));
}

void TestEventsReader::theRejoinCounterIsNoPartOfAnId()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "w_aaaaaaaaaaaa", "Anna");
    file.leave(2000, "w_aaaaaaaaaaaa");
    file.join(3000, "w_aaaaaaaaaaaa_2", "w_aaaaaaaaaaaa_2", "Anna");
    file.leave(5000, "w_aaaaaaaaaaaa_2");
    file.join(5000, "w_123456789012", "w_123456789012", "Digits");
    file.end(6000);
    QCOMPARE(peopleOf(*file.read()), (QStringList{u"Anna||no|3000"_s, u"Digits||no|1000"_s}));
}

void TestEventsReader::theRoomSuffixIsStrippedInABreakoutRoom()
{
    EventsFile file;
    file.isBreakout = true;
    file.begin();
    file.join(1000, "w_aaaaaaaaaaaa", "w_pppppppppppp-2", "Anna");
    file.leave(2000, "w_aaaaaaaaaaaa");
    file.join(3000, "w_bbbbbbbbbbbb", "w_pppppppppppp-2", "Anna");
    file.end(4000);
    QCOMPARE(peopleOf(*file.read()), QStringList{u"Anna|w_pppppppppppp|?|2000"_s});
}

void TestEventsReader::theSameUserIdTwiceWithoutALeftIsAReconnection()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.join(5000, "w_a", "w_a", "Anna");
    file.leave(9000, "w_a"); // the only one: she is gone
    file.join(20000, "w_b", "w_b", "Boris");
    file.join(22000, "w_b", "w_b", "Boris");
    file.leave(24000, "w_b"); // of the lost line, late
    file.leave(30000, "w_b");
    file.end(60000);
    const auto record = file.read();
    QCOMPARE(peopleOf(*record), (QStringList{u"Anna||no|8000"_s, u"Boris||no|10000"_s}));
    QCOMPARE(sessionsOf(record->participants[0]), (QStringList{u"1000-9000"_s, u"5000-9000"_s}));
    QCOMPARE(sessionsOf(record->participants[1]), (QStringList{u"20000-24000"_s, u"22000-30000"_s}));
}

void TestEventsReader::overlappingSessionsCountOnce()
{
    EventsFile file;
    file.begin();
    file.join(0, "w_a", "gl-1", "Anna");
    file.join(5000, "w_b", "gl-1", "Anna"); // her telephone
    file.leave(10000, "w_a");
    file.leave(20000, "w_b");
    file.end(30000);
    const auto record = file.read();
    QCOMPARE(record->participants[0].presentMs, 20000);
    QCOMPARE(rolesOf(record->participants[0]), QStringList{u"viewer 0-20000"_s});
}

void TestEventsReader::missingLeftsEndWithTheMeeting()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.end(5000);
    file.add(7000, "bbb-webrtc-sfu", "StopWebRTCShareEvent"); // a straggler
    const auto record = file.read();
    QCOMPARE(sessionsOf(record->participants[0]), QStringList{u"1000-5000"_s});
    QCOMPARE(record->endedAtMs, utc + 5000);
}

void TestEventsReader::missingLeftsEndWithTheLastEventWhereNothingEndsTheMeeting()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.add(9000, "WHITEBOARD", "WhiteboardCursorMoveEvent", {{"userId", "w_a"}});
    QCOMPARE(sessionsOf(file.read()->participants[0]), QStringList{u"1000-9000"_s});
}

void TestEventsReader::aMeetingThatEndsTwiceClosesBoth()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.end(2000);
    file.join(10000, "w_b", "w_b", "Boris");
    file.end(12000);
    const auto record = file.read();
    QCOMPARE(peopleOf(*record), (QStringList{u"Anna||no|1000"_s, u"Boris||no|2000"_s}));
    QCOMPARE(record->endedAtMs, utc + 12000);
}

void TestEventsReader::promotionsAndDemotionsMakeSpans()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.status(3000, "w_a", "role", "MODERATOR");
    file.status(3500, "w_a", "role", "MODERATOR"); // repeated
    file.status(6000, "w_a", "role", "VIEWER");
    file.status(6500, "w_a", "raiseHand", "true");
    file.status(7000, "w_nobody", "role", "MODERATOR");
    file.end(9000);
    const auto record = file.read();
    QCOMPARE(rolesOf(record->participants[0]),
             (QStringList{u"viewer 1000-3000"_s, u"moderator 3000-6000"_s, u"viewer 6000-9000"_s}));
    QCOMPARE(record->participants[0].role, ConferenceRole::Moderator);
    QCOMPARE(timelineOf(*record).filter(u"roleChanged"_s),
             (QStringList{u"3000/3000 roleChanged Anna moderator"_s, u"6000/6000 roleChanged Anna viewer"_s}));
}

void TestEventsReader::presenterSpansRunFromHandOverToHandOver()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna", "MODERATOR");
    file.presenter(1001, "w_a", "Anna");
    file.presenter(1005, "w_a", "Anna"); // usually twice
    file.join(2000, "w_b", "w_b", "Boris");
    file.presenter(5000, "w_b", "Boris");
    file.presenter(7000, "w_a", "Anna");
    file.end(9000);
    const auto record = file.read();
    QCOMPARE(rolesOf(record->participants[0]),
             (QStringList{u"moderator 1000-9000"_s, u"presenter 1001-5000"_s, u"presenter 7000-9000"_s}));
    QCOMPARE(rolesOf(record->participants[1]), (QStringList{u"viewer 2000-9000"_s, u"presenter 5000-7000"_s}));
    QCOMPARE(record->participants[1].role, ConferenceRole::Presenter);
    QCOMPARE(timelineOf(*record).filter(u"presenterChanged"_s).size(), 3);
}

void TestEventsReader::theLeavingPresenterPresentsNoMore()
{
    EventsFile file;
    file.begin();
    file.presenter(500, "w_a", "Anna"); // before the join: counts from the join
    file.join(1000, "w_a", "w_a", "Anna");
    file.leave(4000, "w_a");
    file.join(6000, "w_a", "w_a", "Anna");
    file.end(9000);
    QCOMPARE(rolesOf(file.read()->participants[0]),
             (QStringList{u"viewer 1000-4000"_s, u"presenter 1000-4000"_s, u"viewer 6000-9000"_s}));
}

void TestEventsReader::thePodPresenterCountsOnlyInTheDefaultPod()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.add(2000, "PRESENTATION", "SetPresenterInPodEvent",
             {{"podId", "DEFAULT_PRESENTATION_POD"}, {"nextPresenterId", "w_a"}});
    file.join(3000, "w_b", "w_b", "Boris");
    file.add(4000, "PRESENTATION", "SetPresenterInPodEvent", {{"podId", "other"}, {"nextPresenterId", "w_b"}});
    file.end(9000);
    const auto record = file.read();
    QCOMPARE(rolesOf(record->participants[0]), (QStringList{u"viewer 1000-9000"_s, u"presenter 2000-9000"_s}));
    QCOMPARE(rolesOf(record->participants[1]), QStringList{u"viewer 3000-9000"_s});
}

void TestEventsReader::leftEventsOfTheVoiceModuleAreNoLefts()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.add(1500, "VOICE", "ParticipantJoinedEvent", {{"participant", "w_a"}, {"callername", "Anna"}});
    file.add(2000, "VOICE", "ParticipantLeftEvent", {{"participant", "w_a"}, {"userId", "w_a"}});
    file.end(9000);
    QCOMPARE(sessionsOf(file.read()->participants[0]), QStringList{u"1000-9000"_s});
    QCOMPARE(file.read()->participants.size(), 1);
}

void TestEventsReader::phoneCallersAreParticipants()
{
    EventsFile file;
    file.begin();
    file.join(500, "w_a", "w_a", "Anna");
    file.add(1000, "VOICE", "ParticipantJoinedEvent",
             {{"participant", "v_k2j3"}, {"callername", "+7 495 xxx"}, {"callernumber", "+7495"}});
    file.add(2000, "VOICE", "ParticipantTalkingEvent", {{"participant", "v_k2j3"}, {"talking", "true"}});
    file.add(3000, "VOICE", "ParticipantTalkingEvent", {{"participant", "v_k2j3"}, {"talking", "false"}});
    file.add(4000, "VOICE", "ParticipantLeftEvent", {{"participant", "v_k2j3"}});
    file.add(5000, "VOICE", "ParticipantJoinedEvent",
             {{"participant", "v_x"}, {"callername", "w_a_1-bbbID-Anna"}, {"callernumber", "w_a_1-bbbID-Anna"}});
    file.end(9000);
    const auto record = file.read();
    QCOMPARE(record->participants.size(), 2); // v_x is Anna's microphone
    const Participant &phone = record->participants[1];
    QCOMPARE(phone.name, u"+7 495 xxx"_s);
    QVERIFY(phone.isPhone);
    QVERIFY(!phone.registered);
    QCOMPARE(phone.talkMs, 1000);
    QCOMPARE(sessionsOf(phone), QStringList{u"1000-4000"_s});
}

void TestEventsReader::talkTimeIsPairedAndClosed()
{
    const auto voice = [](EventsFile &file, qint64 ms, const QByteArray &event, const QByteArray &field = {},
                          const QByteArray &value = {}) {
        EventsFile::Fields fields{{"participant", "w_a"}};
        if (!field.isEmpty())
            fields.append({field, value});
        file.add(ms, "VOICE", event, fields);
    };
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "w_a", "Anna");
    voice(file, 10, "ParticipantJoinedEvent");
    voice(file, 1000, "ParticipantTalkingEvent", "talking", "true");
    voice(file, 1500, "ParticipantTalkingEvent", "talking", "true"); // goes on
    voice(file, 2000, "ParticipantTalkingEvent", "talking", "false"); // 1000
    voice(file, 3000, "ParticipantTalkingEvent", "talking", "true");
    voice(file, 3100, "ParticipantMutedEvent", "muted", "true"); // 100
    voice(file, 3200, "ParticipantTalkingEvent", "talking", "false");
    voice(file, 4000, "ParticipantTalkingEvent", "talking", "true");
    voice(file, 4010, "ParticipantLeftEvent"); // 10
    voice(file, 5000, "ParticipantJoinedEvent");
    voice(file, 6000, "ParticipantTalkingEvent", "talking", "true");
    file.end(6001); // 1
    file.add(9000, "VOICE", "ParticipantTalkingEvent", {{"participant", "w_a"}, {"talking", "false"}});
    QCOMPARE(file.read()->participants[0].talkMs, 1111);
}

void TestEventsReader::chatsAndPollAnswersAreCounted()
{
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "gl-1", "Anna");
    file.add(10, "CHAT", "PublicChatEvent", {{"senderId", "w_a"}, {"message", "&lt;b&gt;hi"}});
    file.leave(20, "w_a");
    file.join(30, "w_b", "gl-1", "Anna");
    file.add(40, "CHAT", "PublicChatEvent", {{"senderId", "w_b_2"}, {"message", "hi"}});
    file.add(50, "CHAT", "EditPublicChatMessageRecordEvent", {{"senderId", "w_b"}});
    for (const char *answer : {"0", "1"}) // several choices of one poll
        file.add(60, "POLL", "UserRespondedToPollRecordEvent", {{"userId", "w_b"}, {"pollId", "p/1"}, {"answerId", answer}});
    file.add(70, "POLL", "UserRespondedToPollRecordEvent", {{"userId", "w_b"}, {"pollId", "p/2"}, {"answerId", "0"}});
    file.end(100);
    const auto record = file.read();
    QCOMPARE(record->participants[0].chatMessages, 2);
    QCOMPARE(record->participants[0].pollAnswers, 2);
}

void TestEventsReader::secretPollAnswersBelongToNobody()
{
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "w_a", "Anna");
    file.add(10, "POLL", "PollStartedRecordEvent", {{"pollId", "p/1"}, {"secretPoll", "true"}, {"answers", "[]"}});
    file.add(20, "POLL", "UserRespondedToPollRecordEvent", {{"userId", ""}, {"pollId", "p/1"}});
    file.add(30, "POLL", "UserRespondedToPollRecordEvent", {{"userId", "w_a"}, {"pollId", "p/1"}}); // says too much
    file.end(100);
    QCOMPARE(file.read()->participants[0].pollAnswers, 0);
}

void TestEventsReader::recordMarksArePairedByOrder()
{
    EventsFile file;
    file.begin();
    file.join(500, "w_1", "w_1", "Anna");
    file.record(1000, "false"); // the status is not looked at
    file.record(4000, "false");
    file.leave(5000, "w_1");
    file.record(6000);
    file.record(8000);
    file.end(10000);
    const auto record = file.read();
    QCOMPARE(record->recordedMs, 5000);
    QCOMPARE(timelineOf(*record),
             (QStringList{u"0/-1 meetingStarted"_s, u"500/-1 joined Anna"_s, u"1000/0 recordingStarted Anna"_s,
                          u"4000/3000 recordingStopped Anna"_s, u"5000/3000 left Anna"_s, u"6000/3000 recordingStarted Anna"_s,
                          u"8000/5000 recordingStopped Anna"_s, u"10000/5000 meetingEnded  ENDED_FROM_API"_s}));
}

void TestEventsReader::anOpenRecordMarkRunsToTheEnd()
{
    EventsFile file;
    file.begin();
    file.record(4000);
    file.end(10000);
    QCOMPARE(file.read()->recordedMs, 6000);
}

void TestEventsReader::withoutMarksTheWholeMeetingIsRecorded()
{
    EventsFile file;
    file.begin();
    file.join(4000, "w_a", "w_a", "Anna");
    file.end(10000);
    QCOMPARE(file.read()->recordedMs, 10000);
    QCOMPARE(timelineOf(*file.read()).at(1), u"4000/4000 joined Anna"_s);
}

void TestEventsReader::aChapterHasOnlyItsOwnMarks()
{
    EventsFile file;
    file.begin();
    file.record(1000);
    file.add(3000, "PARTICIPANT", "RecordChapterBreakEvent",
             {{"breakTimestamp", QByteArray::number(EventsFile::monotonicStart + 3000)}});
    file.record(7000);
    file.end(10000);
    const QString id = QString::fromLatin1(file.meetingId);
    QCOMPARE(file.read(id + u'-' + QString::number(EventsFile::monotonicStart + 3000))->recordedMs, 2000);
    QCOMPARE(file.read(id)->recordedMs, 4000);
    QCOMPARE(file.read()->recordedMs, 6000);
}

void TestEventsReader::eventsOutOfOrderAreSorted()
{
    EventsFile file;
    file.begin();
    file.leave(5000, "w_a");
    file.join(1000, "w_a", "w_a", "Anna");
    file.end(9000);
    QCOMPARE(sessionsOf(file.read()->participants[0]), QStringList{u"1000-5000"_s});
}

void TestEventsReader::screenSharesOfAllGenerations()
{
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "w_a", "Anna");
    file.add(10, "bbb-webrtc-sfu", "StartWebRTCDesktopShareEvent", {{"userId", "w_a"}});
    file.add(20, "bbb-webrtc-sfu", "StopWebRTCDesktopShareEvent");
    file.add(30, "Deskshare", "DeskshareStartedEvent");
    file.add(40, "Deskshare", "DeskshareStoppedEvent");
    file.add(50, "DESKSHARE", "DeskShareStartRTMP");
    file.add(60, "Deskshare", "DeskShareStopRTMPEvent");
    file.add(70, "bbb-webrtc-sfu", "StartWebRTCShareEvent"); // a webcam
    file.end(100);
    QCOMPARE(timelineOf(*file.read()).filter(u"screenShare"_s),
             (QStringList{u"10/10 screenShareStarted Anna"_s, u"20/20 screenShareStopped"_s, u"30/30 screenShareStarted"_s,
                          u"40/40 screenShareStopped"_s, u"50/50 screenShareStarted"_s, u"60/60 screenShareStopped"_s}));
}

void TestEventsReader::pollsShowQuestionAndAnswers()
{
    EventsFile file;
    file.begin();
    file.add(10, "POLL", "PollStartedRecordEvent",
             {{"pollId", "p"}, {"question", "Да?"}, {"answers", "[{\"id\":0,\"key\":\"Yes\"},{\"id\":1,\"key\":\"No\"}]"}});
    file.add(20, "POLL", "PollPublishedRecordEvent",
             {{"pollId", "p"}, {"answers", "[{\"id\":0,\"key\":\"Yes\",\"numVotes\":3},{\"id\":1,\"key\":\"No\",\"numVotes\":0}]"}});
    file.add(30, "POLL", "PollStartedRecordEvent", {{"pollId", "q"}, {"answers", "no JSON"}});
    file.end(100);
    QCOMPARE(timelineOf(*file.read()).filter(u"poll"_s),
             (QStringList{u"10/10 pollStarted  Да?\nYes\nNo"_s, u"20/20 pollPublished  Yes: 3\nNo: 0"_s, u"30/30 pollStarted"_s}));
}

void TestEventsReader::aClockStepMovesLabelsNotDurations()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    // The UTC clock was put back by an hour; the other one knows better.
    file.raw("<event timestamp=\"" + QByteArray::number(EventsFile::monotonicStart + 61000)
             + "\" module=\"PARTICIPANT\" eventname=\"ParticipantLeftEvent\"><userId>w_a</userId><timestampUTC>"
             + QByteArray::number(utc + 61000 - 3600000) + "</timestampUTC></event>");
    file.end(90000);
    const auto record = file.read();
    QCOMPARE(record->participants[0].presentMs, 60000);
    QVERIFY(record->participants[0].sessions[0].leftAtMs >= record->participants[0].sessions[0].joinedAtMs);
}

void TestEventsReader::filesWithoutUtcUseTheCreateTime()
{
    EventsFile file;
    file.hasUtc = false;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.end(5000);
    const auto record = file.read();
    QCOMPARE(record->startedAtMs, utc);
    QCOMPARE(sessionsOf(record->participants[0]), QStringList{u"1000-5000"_s});
}

void TestEventsReader::oldFilesWithEpochTimesAndNoNames()
{
    EventsFile file;
    file.meetingId = "1b199e88-7df7-4842-a5f1-0e84b781c5c8";
    file.hasUtc = false;
    file.clockStart = utc;
    const auto join = [&file](qint64 ms, const QByteArray &id) {
        file.add(ms, "PARTICIPANT", "ParticipantJoinEvent",
                 {{"userId", id}, {"role", "MODERATOR"}, {"status", "{raiseHand=false, presenter=false}"}});
    };
    join(0, "1");
    file.status(100, "1", "presenter", "true");
    file.add(110, "PRESENTATION", "AssignPresenterEvent", {{"userid", "1"}, {"name", "FRED"}});
    join(200, "2");
    file.add(300, "VOICE", "ParticipantJoinedEvent", {{"participant", "116"}, {"callername", "FRED"}, {"callernumber", "FRED"}});
    file.add(400, "VOICE", "ParticipantTalkingEvent", {{"participant", "116"}, {"talking", "true"}});
    file.add(900, "VOICE", "ParticipantTalkingEvent", {{"participant", "116"}, {"talking", "false"}});
    file.add(950, "CHAT", "PublicChatEvent", {{"sender", "FRED"}, {"message", "hello"}});
    file.end(1000);
    const auto record = file.read();
    QCOMPARE(peopleOf(*record), (QStringList{u"FRED||?|1000"_s, u"||?|800"_s}));
    QCOMPARE(record->participants[0].talkMs, 500);
    QCOMPARE(record->participants[0].chatMessages, 1);
    QCOMPARE(rolesOf(record->participants[0]), (QStringList{u"moderator 0-1000"_s, u"presenter 100-1000"_s}));
    QCOMPARE(record->startedAtMs, utc);
}

void TestEventsReader::namesAndIdsAreCleaned()
{
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "../../etc/passwd", QByteArray("  A\x01nna\0 \n&lt;script&gt; ", 25));
    file.join(2, "w_b", "w_b", QByteArray(100'000, 'x'));
    file.end(10);
    const auto record = file.read();
    QCOMPARE(record->participants[0].name, u"A nna   <script>"_s);
    QCOMPARE(record->participants[1].name.size(), 500);
}

void TestEventsReader::aFileWithoutEventsIsEmpty()
{
    const auto record = EventsFile().read();
    QVERIFY(record);
    QCOMPARE(record->eventCount, 0);
    QCOMPARE(record->recordedMs, 0);
    QCOMPARE(record->startedAtMs, utc);
    QVERIFY(record->participants.isEmpty());
}

void TestEventsReader::aBrokenEventCostsOnlyItself()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Anna");
    file.raw("<event timestamp=\"5001500\" module=\"CHAT\" eventname=\"PublicChatEvent\"><message>A & B</message></event>");
    file.raw("<event timestamp=\"zzz\" module=\"PARTICIPANT\" eventname=\"ParticipantJoinEvent\"><userId>w_z</userId></event>");
    file.raw("<event timestamp=\"-5\" module=\"PARTICIPANT\" eventname=\"ParticipantJoinEvent\"><userId>w_y</userId></event>");
    file.raw("<event/>");
    file.join(2000, "w_b", "w_b", "Boris");
    file.end(9000);
    EventsReader reader;
    QVERIFY(reader.feed(file.bytes()));
    const auto record = reader.finish();
    QVERIFY(record);
    QCOMPARE(peopleOf(*record), (QStringList{u"Anna||no|8000"_s, u"Boris||no|7000"_s}));
    QCOMPARE(reader.brokenEvents(), 1);
}

void TestEventsReader::anyPieceSizeGivesTheSameRecord()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Пётр");
    file.status(2000, "w_a", "role", "MODERATOR");
    file.record(3000);
    file.end(5000);
    const auto whole = file.read({}, 1 << 20);
    for (const qsizetype piece : {1, 2, 13, 300}) {
        const auto record = file.read({}, piece);
        QCOMPARE(peopleOf(*record), peopleOf(*whole));
        QCOMPARE(timelineOf(*record), timelineOf(*whole));
    }
}

void TestEventsReader::aFileCutAnywhereIsRefused()
{
    EventsFile file;
    file.begin();
    file.join(1000, "w_a", "w_a", "Пётр");
    file.end(5000);
    const QByteArray bytes = file.bytes().trimmed();
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        EventsReader reader;
        const bool isFed = reader.feed(bytes.left(size)).has_value();
        const auto record = reader.finish();
        QVERIFY2(!isFed || !record, qPrintable(QString::number(size)));
        QCOMPARE(record.error().kind, ErrorKind::BadAnswer);
    }
}

void TestEventsReader::absurdTimesDoNotOverflow()
{
    EventsFile file;
    file.begin();
    file.join(1, "w_a", "w_a", "Anna");
    file.raw("<event timestamp=\"253402300799999\" module=\"VOICE\" eventname=\"ParticipantTalkingEvent\">"
             "<participant>w_a</participant><talking>true</talking><timestampUTC>-9223372036854775808</timestampUTC></event>");
    file.raw("<event timestamp=\"9223372036854775807\" module=\"PARTICIPANT\" eventname=\"EndAndKickAllEvent\"/>");
    file.raw("<event timestamp=\"99999999999999999999999\" module=\"PARTICIPANT\" eventname=\"EndAndKickAllEvent\"/>");
    file.raw("<event timestamp=\"0\" module=\"PARTICIPANT\" eventname=\"RecordStatusEvent\"/>");
    const auto record = file.read();
    QVERIFY(record);
    QVERIFY(record->endedAtMs <= 253'402'300'799'999);
    QVERIFY(record->participants[0].presentMs >= 0);
}

void TestEventsReader::aFloodOfJoinsIsTooLarge()
{
    EventsReader reader;
    QVERIFY(reader.feed("<recording meeting_id=\"x\">"));
    Result<> fed;
    for (int i = 0; fed && i < 250'000; ++i)
        fed = reader.feed("<event timestamp=\"1\" module=\"PARTICIPANT\" eventname=\"ParticipantJoinEvent\"><userId>u"
                          + QByteArray::number(i) + "</userId></event>");
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, ErrorKind::TooLarge);
}

void TestEventsReader::otherFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTML") << QByteArray("<html><body>404</body></html>");
    QTest::newRow("HTML with a document type") << QByteArray("<!DOCTYPE html><html></html>");
    QTest::newRow("getRecordings") << QByteArray("<response><returncode>SUCCESS</returncode></response>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something behind it") << EventsFile().bytes() + "<recording/>";
}

void TestEventsReader::otherFilesAreRefused()
{
    QFETCH(const QByteArray, bytes);
    EventsReader reader;
    const bool isFed = reader.feed(bytes).has_value();
    const auto record = reader.finish();
    QVERIFY(!isFed || !record);
    QCOMPARE(record.error().kind, ErrorKind::BadAnswer);
}

QTEST_GUILESS_MAIN(TestEventsReader)
#include "tst_eventsreader.moc"
