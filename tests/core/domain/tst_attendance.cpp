#include "core/domain/attendancereport.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
Participant person(const QString &name, const QString &id, const QList<PresenceSession> &sessions,
                   ConferenceRole role = ConferenceRole::Viewer)
{
    Participant participant;
    participant.name = name;
    participant.externalUserId = id;
    participant.sessions = sessions;
    participant.role = role;
    for (const PresenceSession &session : sessions) {
        participant.presentMs += session.leftAtMs - session.joinedAtMs;
        participant.roles += {role, session.joinedAtMs, session.leftAtMs};
    }
    participant.talkMs = 1000;
    participant.chatMessages = 2;
    return participant;
}

const QList<Participant> meeting{person(u"Анна"_s, u"u1"_s, {{100, 200}, {300, 400}}, ConferenceRole::Moderator),
                                 person(u"Борис"_s, u""_s, {{150, 400}}), person(u"Борис"_s, u""_s, {{160, 180}})};
} // namespace

class TestAttendance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutEditsTheAutomaticListIsShown()
    {
        const QList<Attendee> shown = attendanceOf(meeting, {});
        QCOMPARE(shown.size(), 3);
        QCOMPARE(shown[0].participant, meeting[0]);
        QCOMPARE(shown[0].provenance, Provenance::Automatic);
        QCOMPARE(shown[0].uid, u"id:u1"_s);
        QCOMPARE(shown[1].uid, u"name:борис#1"_s);
        QCOMPARE(shown[2].uid, u"name:борис#2"_s);
    }

    void anIdThatTwoShareNamesNobody()
    {
        const QStringList keys = participantKeys({person(u"A"_s, u"x"_s, {{1, 2}}), person(u"B"_s, u"x"_s, {{1, 2}})});
        QCOMPARE(keys, (QStringList{u"name:a#1"_s, u"name:b#1"_s}));
    }

    void anEditOverridesOnlyWhatItSets()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {}}};
        edit.name = u"Анна Иванова"_s;
        const QList<Attendee> shown = attendanceOf(meeting, {edit});
        QCOMPARE(shown.size(), 3);
        QCOMPARE(shown[0].participant.name, u"Анна Иванова"_s);
        QCOMPARE(shown[0].participant.role, ConferenceRole::Moderator);
        QCOMPARE(shown[0].participant.sessions, meeting[0].sessions);
        QCOMPARE(shown[0].automatic->name, u"Анна"_s);
        QCOMPARE(shown[0].provenance, Provenance::Edited);
    }

    void theEditSurvivesAnotherReadingOfTheMeeting()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {}}};
        edit.name = u"Анна Иванова"_s;
        QList<Participant> later = meeting;
        later[0].name = u"anna"_s;
        later[0].sessions += {500, 600};
        const QList<Attendee> shown = attendanceOf(later, {edit});
        QCOMPARE(shown[0].participant.name, u"Анна Иванова"_s);
        QCOMPARE(shown[0].participant.sessions.size(), 3);
    }

    void mergedPeopleAreOneWithAllTheirSessions()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"name:борис#1"_s, {}}, {u"name:борис#2"_s, {}}};
        const QList<Attendee> shown = attendanceOf(meeting, {edit});
        QCOMPARE(shown.size(), 2);
        const Participant &both = shown[1].participant;
        QCOMPARE(both.sessions.size(), 2);
        QCOMPARE(both.presentMs, 250); // the second lies within the first
        QCOMPARE(both.talkMs, 2000);
        QVERIFY(!shown[1].automatic);
    }

    void aSplitDividesTheSessionsAndLosesNone()
    {
        AttendeeEdit second;
        second.uid = u"e"_s;
        second.sources = {{u"id:u1"_s, {300}}};
        second.name = u"Вера"_s;
        const QList<Attendee> shown = attendanceOf(meeting, {second});
        QCOMPARE(shown.size(), 4);
        QCOMPARE(shown[0].participant.name, u"Анна"_s);
        QCOMPARE(shown[0].participant.sessions, (QList<PresenceSession>{{100, 200}}));
        QCOMPARE(shown[0].participant.presentMs, 100);
        QCOMPARE(shown[0].participant.talkMs, 1000);
        const auto vera = std::find_if(shown.begin(), shown.end(), [](const Attendee &a) { return a.uid == u"e"_s; });
        QCOMPARE(vera->participant.sessions, (QList<PresenceSession>{{300, 400}}));
        QCOMPARE(vera->participant.talkMs, 0); // cannot be told apart
    }

    void aRemovedOneIsMarkedAndItsSourceIsShownNowhereElse()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {}}};
        edit.isRemoved = true;
        const QList<Attendee> shown = attendanceOf(meeting, {edit});
        QCOMPARE(shown.size(), 3);
        QVERIFY(shown[0].isRemoved);
    }

    void someoneAddedByHandComesLast()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.name = u"Гость без ссылки"_s;
        edit.role = ConferenceRole::Guest;
        edit.presentMs = 60'000;
        const QList<Attendee> shown = attendanceOf(meeting, {edit});
        QCOMPARE(shown.last().provenance, Provenance::Added);
        QCOMPARE(shown.last().participant.presentMs, 60'000);
        QCOMPARE(shown.last().participant.role, ConferenceRole::Guest);
    }

    // Another reading of the meeting may give a participant an id, and with it another key.
    void anEditOfNobodyIsNotShownUnlessItHasANameOfItsOwn()
    {
        AttendeeEdit noted;
        noted.uid = u"noted"_s;
        noted.sources = {{u"name:nobody#1"_s, {}}};
        noted.role = ConferenceRole::Moderator;
        noted.note = u"left early"_s;
        AttendeeEdit named = noted;
        named.uid = u"named"_s;
        named.name = u"Вера"_s;
        AttendeeEdit removed = noted;
        removed.uid = u"removed"_s;
        removed.isRemoved = true;
        const QList<AttendeeEdit> edits{noted, named, removed};
        const QList<Attendee> shown = attendanceOf(meeting, edits);
        QCOMPARE(shown.size(), 4);
        QCOMPARE(shown.last().participant.name, u"Вера"_s);
        QCOMPARE(unattachedEdits(edits, shown), QList<AttendeeEdit>({noted, removed}));
        QVERIFY(unattachedEdits({named}, shown).isEmpty());
    }

    void theReportCountsWhatWasRecorded()
    {
        RecordingDetails recording;
        recording.row.startedAt = QDateTime::fromMSecsSinceEpoch(100, Qt::UTC);
        recording.endedAt = QDateTime::fromMSecsSinceEpoch(500, Qt::UTC);
        const QList<TimelineEntry> marks{{.atMs = 150, .playbackMs = -1, .kind = TimelineKind::RecordingStarted, .person = {}, .text = {}},
                                         {.atMs = 200, .playbackMs = -1, .kind = TimelineKind::RecordingStopped, .person = {}, .text = {}},
                                         {.atMs = 350, .playbackMs = -1, .kind = TimelineKind::RecordingStarted, .person = {}, .text = {}}};
        const AttendanceReport report = attendanceReport(recording, attendanceOf(meeting, {}), marks);
        QCOMPARE(report.recordedMs, 200); // 150-200 and 350-500
        QCOMPARE(report.rows[0].recordedPresentMs, 100); // Anna: 100-200 and 300-400
        QCOMPARE(report.rows[0].percentOfRecorded, 50.0);
        const AttendanceReport unmarked = attendanceReport(recording, attendanceOf(meeting, {}), {});
        QCOMPARE(unmarked.recordedMs, 400);
        QCOMPARE(unmarked.rows[0].percentOfRecorded, 50.0);
        AttendeeEdit added;
        added.uid = u"e"_s;
        added.name = u"Гость"_s;
        const AttendanceReport byHand = attendanceReport(recording, attendanceOf({}, {added}), marks);
        QCOMPARE(byHand.rows[0].percentOfRecorded, -1.0);
    }

    void anEditWhoseSourceIsGoneStays()
    {
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:gone"_s, {}}};
        edit.name = u"Кто-то"_s;
        QCOMPARE(attendanceOf(meeting, {edit}).last().participant.name, u"Кто-то"_s);
    }
};

QTEST_GUILESS_MAIN(TestAttendance)
#include "tst_attendance.moc"
