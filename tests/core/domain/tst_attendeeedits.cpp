#include "core/domain/attendeeedits.h"

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
    for (const PresenceSession &session : sessions)
        participant.presentMs += session.leftAtMs - session.joinedAtMs;
    participant.talkMs = 1000;
    return participant;
}

const QList<Participant> meeting{person(u"Анна"_s, u"u1"_s, {{100, 200}, {300, 400}, {500, 600}}, ConferenceRole::Moderator),
                                 person(u"Борис"_s, u"u2"_s, {{150, 400}}), person(u"Boris"_s, {}, {{450, 480}})};

QList<Attendee> shownOf(const QList<AttendeeEdit> &edits)
{
    return attendanceOf(meeting, edits);
}

Attendee named(const QList<AttendeeEdit> &edits, const QString &name)
{
    for (const Attendee &one : shownOf(edits)) {
        if (one.participant.name == name)
            return one;
    }
    return {};
}

AttendeeWishes renamed(const QString &name)
{
    AttendeeWishes wishes;
    wishes.name = name;
    return wishes;
}
} // namespace

class TestAttendeeEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddedOneNeedsAName()
    {
        QCOMPARE(addedAttendee({}, {}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(addedAttendee({}, renamed(u"  "_s)).error().kind, ErrorKind::InvalidInput);
        AttendeeWishes wishes = renamed(u"  Вера   Гость "_s);
        wishes.presentMs = 60'000;
        wishes.note = u"звонила по телефону"_s;
        const auto after = addedAttendee({}, wishes);
        QVERIFY(after);
        const Attendee added = shownOf(*after).last();
        QCOMPARE(added.participant.name, u"Вера Гость"_s);
        QCOMPARE(added.participant.presentMs, 60'000);
        QCOMPARE(added.provenance, Provenance::Added);
        QCOMPARE(added.note, u"звонила по телефону"_s);
    }

    void tooLongTextsAreRefused()
    {
        QCOMPARE(addedAttendee({}, renamed(QString(301, u'x'))).error().kind, ErrorKind::InvalidInput);
        QVERIFY(addedAttendee({}, renamed(QString(300, u'x'))));
        AttendeeWishes wishes;
        wishes.note = QString(2001, u'x');
        QCOMPARE(editedAttendee({}, named({}, u"Анна"_s), wishes).error().kind, ErrorKind::InvalidInput);
    }

    void editingTouchesOnlyTheWantedFields()
    {
        AttendeeWishes wishes;
        wishes.role = ConferenceRole::Guest;
        const auto after = editedAttendee({}, named({}, u"Анна"_s), wishes);
        QVERIFY(after);
        QCOMPARE(after->size(), 1);
        QVERIFY(!after->first().name && !after->first().externalUserId);
        QCOMPARE(named(*after, u"Анна"_s).participant.role, ConferenceRole::Guest);
        QCOMPARE(named(*after, u"Анна"_s).automatic->role, ConferenceRole::Moderator);
    }

    void givingTheLastFieldBackMakesTheParticipantAutomaticAgain()
    {
        auto edits = editedAttendee({}, named({}, u"Анна"_s), renamed(u"Анна Иванова"_s));
        QVERIFY(edits);
        AttendeeWishes back;
        back.name.emplace(std::nullopt);
        edits = editedAttendee(*edits, named(*edits, u"Анна Иванова"_s), back);
        QVERIFY(edits);
        QVERIFY(edits->isEmpty());
        QCOMPARE(shownOf(*edits), attendanceOf(meeting, {}));
    }

    void mergingKeepsTheEditedNameAndAllNotes()
    {
        AttendeeWishes wishes = renamed(u"Борис Петров"_s);
        wishes.note = u"опоздал"_s;
        auto edits = editedAttendee({}, named({}, u"Boris"_s), wishes);
        QVERIFY(edits);
        edits = mergedAttendees(*edits, {named(*edits, u"Борис"_s), named(*edits, u"Борис Петров"_s)});
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1);
        QCOMPARE(shownOf(*edits).size(), 2);
        const Attendee merged = named(*edits, u"Борис Петров"_s);
        QCOMPARE(merged.note, u"опоздал"_s);
        QCOMPARE(merged.participant.sessions.size(), 2);
        QCOMPARE(merged.participant.talkMs, 2000);
        QCOMPARE(merged.keys.size(), 2);
        QCOMPARE(automaticValues(meeting, *edits, merged)->name, u"Борис"_s);
    }

    void oneAloneIsNotMerged()
    {
        const Attendee anna = named({}, u"Анна"_s);
        QCOMPARE(mergedAttendees({}, {anna, anna}).error().kind, ErrorKind::InvalidInput);
    }

    void anAddedOneMergedIntoAnAutomaticOneKeepsItsTimes()
    {
        auto edits = addedAttendee({}, renamed(u"Вера"_s));
        QVERIFY(edits);
        edits = mergedAttendees(*edits, {named(*edits, u"Борис"_s), named(*edits, u"Вера"_s)});
        QVERIFY(edits);
        QCOMPARE(named(*edits, u"Вера"_s).participant.sessions, meeting[1].sessions);
        QCOMPARE(shownOf(*edits).size(), 3);
    }

    void splittingGivesTheChosenSessionsAway()
    {
        const Attendee anna = named({}, u"Анна"_s);
        const QList<AttendeeSession> all = sessionsOf(meeting, {}, anna);
        QCOMPARE(all.size(), 3);
        const auto edits = splitAttendee(meeting, {}, anna, {all[1]}, u"Вера"_s);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1); // the first one stays automatic
        QCOMPARE(named(*edits, u"Анна"_s).participant.sessions, (QList<PresenceSession>{{100, 200}, {500, 600}}));
        QCOMPARE(named(*edits, u"Анна"_s).participant.talkMs, 1000);
        QCOMPARE(named(*edits, u"Вера"_s).participant.sessions, (QList<PresenceSession>{{300, 400}}));
        QCOMPARE(named(*edits, u"Вера"_s).participant.talkMs, 0);
    }

    void aSplitOneIsSplitAgainAndMergedBack()
    {
        Attendee anna = named({}, u"Анна"_s);
        const QList<AttendeeSession> all = sessionsOf(meeting, {}, anna);
        auto edits = splitAttendee(meeting, {}, anna, {all[1], all[2]}, u"Вера"_s);
        QVERIFY(edits);
        const Attendee vera = named(*edits, u"Вера"_s);
        QCOMPARE(sessionsOf(meeting, *edits, vera), (QList<AttendeeSession>{all[1], all[2]}));
        edits = splitAttendee(meeting, *edits, vera, {all[2]}, u"Галя"_s);
        QVERIFY(edits);
        QCOMPARE(named(*edits, u"Анна"_s).participant.sessions.size(), 1);
        QCOMPARE(named(*edits, u"Вера"_s).participant.sessions.size(), 1);
        QCOMPARE(named(*edits, u"Галя"_s).participant.sessions.first().joinedAtMs, 500);
        AttendeeWishes unnamed;
        unnamed.name.emplace(std::nullopt);
        edits = mergedAttendees(*edits, {named(*edits, u"Анна"_s), named(*edits, u"Вера"_s), named(*edits, u"Галя"_s)});
        QVERIFY(edits);
        edits = editedAttendee(*edits, named(*edits, u"Вера"_s), unnamed);
        QVERIFY(edits);
        QVERIFY(edits->isEmpty()); // whole again, and no word changed
    }

    void aSplitLeavesEachASession()
    {
        const Attendee anna = named({}, u"Анна"_s);
        const QList<AttendeeSession> all = sessionsOf(meeting, {}, anna);
        QCOMPARE(splitAttendee(meeting, {}, anna, all, u"Вера"_s).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(splitAttendee(meeting, {}, anna, {}, u"Вера"_s).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(splitAttendee(meeting, {}, anna, {all[0]}, u""_s).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(splitAttendee(meeting, {}, anna, {{u"id:u2"_s, {150, 400}}}, u"Вера"_s).error().kind, ErrorKind::NotFound);
    }

    void aMergedOneIsSplitAlongItsParts()
    {
        auto edits = mergedAttendees({}, {named({}, u"Анна"_s), named({}, u"Борис"_s)});
        QVERIFY(edits);
        const Attendee both = named(*edits, u"Анна"_s);
        const QList<AttendeeSession> all = sessionsOf(meeting, *edits, both);
        QCOMPARE(all.size(), 4);
        QList<AttendeeSession> second = all;
        second.removeIf([](const AttendeeSession &one) { return one.key != u"id:u2"_s; });
        edits = splitAttendee(meeting, *edits, both, second, u"Борис"_s);
        QVERIFY(edits);
        QCOMPARE(named(*edits, u"Анна"_s).participant.sessions, meeting[0].sessions);
        QCOMPARE(named(*edits, u"Борис"_s).participant.sessions, meeting[1].sessions);
        QCOMPARE(named(*edits, u"Борис"_s).participant.talkMs, 1000); // whole, with all that was theirs
    }

    void theRemovedComeBackAsTheyWere()
    {
        const QList<Attendee> all = shownOf({});
        const QList<AttendeeEdit> removed = removedAttendees({}, {all[0], all[1]});
        QCOMPARE(removed.size(), 2);
        const QList<Attendee> shown = shownOf(removed);
        QVERIFY(shown[0].isRemoved && shown[1].isRemoved && !shown[2].isRemoved);
        QVERIFY(restoredAttendees(removed, {shown[0], shown[1]}).isEmpty());
        QCOMPARE(restoredAttendees(removed, {shown[1]}).size(), 1);
    }

    void automaticAgainTakesBackMergesButKeepsTheAdded()
    {
        auto edits = mergedAttendees({}, {named({}, u"Анна"_s), named({}, u"Борис"_s)});
        QVERIFY(edits);
        edits = addedAttendee(*edits, renamed(u"Вера"_s));
        QVERIFY(edits);
        const QList<AttendeeEdit> removed = removedAttendees(*edits, shownOf(*edits));
        const QList<AttendeeEdit> after = automaticAttendees(removed, shownOf(removed));
        QCOMPARE(after.size(), 1);
        QCOMPARE(named(after, u"Вера"_s).isRemoved, false);
        QCOMPARE(shownOf(after).size(), 4);
    }

    void everyEditIsTakenBackByExchangingTheTwo()
    {
        const QList<AttendeeEdit> before;
        const auto after = mergedAttendees(before, {named({}, u"Анна"_s), named({}, u"Борис"_s)});
        QVERIFY(after);
        QVERIFY(*after != before);
        QCOMPARE(shownOf(before), attendanceOf(meeting, {}));
    }
};

QTEST_GUILESS_MAIN(TestAttendeeEdits)
#include "tst_attendeeedits.moc"
