#include "core/journal/auditlog.h"
#include "core/storage/attendancerepository.h"
#include "core/storage/meetingrepository.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
Participant person(const QString &name, const QString &id, const QList<PresenceSession> &sessions)
{
    Participant participant;
    participant.name = name;
    participant.externalUserId = id;
    participant.sessions = sessions;
    for (const PresenceSession &session : sessions)
        participant.presentMs += session.leftAtMs - session.joinedAtMs;
    return participant;
}

// A catalog with one recording of whose meeting everything is known.
class Attended : public TestCatalog
{
public:
    Attended()
        : attendance(*database, clock)
        , meetings(*database, ContentStore(folder() + u"/store"_s), clock)
    {
        if (!sync({snapshots(0, 2)}))
            qFatal("cannot fill the test catalog");
        id = waitFor(recordings->find(recordIdOf(0))).value();
        store({person(u"Анна"_s, u"u1"_s, {{100, 200}, {300, 400}}), person(u"Борис"_s, u""_s, {{150, 400}})});
    }

    void store(const QList<Participant> &participants)
    {
        FetchedMeeting meeting;
        meeting.record.participants = participants;
        QVERIFY(waitFor(meetings.store(administrator(), id, meeting)));
    }
    QList<Attendee> shown() { return waitFor(attendance.attendance(id)).value(); }
    QList<AttendeeEdit> edits() { return waitFor(attendance.edits(id)).value(); }
    Result<> replace(const QList<AttendeeEdit> &after)
    {
        return waitFor(attendance.replaceEdits(administrator(), id, edits(), after));
    }
    qint64 found(const QString &words)
    {
        RecordingQuery query;
        query.search = words;
        return waitFor(recordings->count(query)).value();
    }
    int count() { return waitFor(recordings->details(id)).value().row.participantCount; }

    AttendanceRepository attendance;
    MeetingRepository meetings;
    RecordingId id;
};

QString textFrom(TestCatalog &catalog, const QString &sql)
{
    QString found;
    const auto read = waitFor(catalog.database->read([&](Connection &connection) {
        return connection.forEachRaw({"test.text"_L1, sql}, {}, [&](const QSqlQuery &query) { found = query.value(0).toString(); });
    }));
    return read ? found : u"?"_s;
}

AttendeeEdit renamed(const QString &key, const QString &name)
{
    AttendeeEdit edit;
    edit.uid = u"e-"_s + key;
    edit.sources = {{key, {}}};
    edit.name = name;
    return edit;
}
} // namespace

class TestAttendanceRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditIsShownCountedAndFound()
    {
        Attended catalog;
        AttendeeEdit added;
        added.uid = u"new"_s;
        added.name = u"Вера Новая"_s;
        added.note = u"пришла без ссылки"_s;
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Анна Иванова"_s), added}));
        QCOMPARE(catalog.shown().size(), 3);
        QCOMPARE(catalog.count(), 3);
        QCOMPARE(catalog.found(u"иванова"_s), 1);
        QCOMPARE(catalog.found(u"вера"_s), 1);
        QCOMPARE(catalog.shown().last().note, u"пришла без ссылки"_s);
    }

    void anotherReadingOfTheMeetingOverwritesNoEdit()
    {
        Attended catalog;
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Анна Иванова"_s)}));
        catalog.store({person(u"anna"_s, u"u1"_s, {{100, 200}}), person(u"Борис"_s, u""_s, {{150, 400}}),
                       person(u"Глеб"_s, u"u3"_s, {{160, 170}})});
        QCOMPARE(catalog.shown()[0].participant.name, u"Анна Иванова"_s);
        QCOMPARE(catalog.shown()[0].automatic->name, u"anna"_s);
        QCOMPARE(catalog.count(), 3);
        QCOMPARE(catalog.found(u"иванова"_s), 1);
        QCOMPARE(catalog.found(u"глеб"_s), 1);
    }

    void whoEditedWhatAndWhenStaysWhileOthersAreEdited()
    {
        Attended catalog;
        const AttendeeEdit first = renamed(u"id:u1"_s, u"Анна Иванова"_s);
        const auto editedBy = [&](const QString &uid, const QString &column) {
            return textFrom(catalog, u"SELECT %1 FROM attendee_edit WHERE uid = '%2'"_s.arg(column, uid));
        };
        QVERIFY(catalog.replace({first}));
        const QString firstAt = editedBy(first.uid, u"CAST(edited_at_ms AS TEXT)"_s);
        catalog.clock.advance(60'000);
        AttendeeEdit second;
        second.uid = u"new"_s;
        second.name = u"Вера"_s;
        const Actor boris = ownerActor(u"boris"_s, {});
        QVERIFY(waitFor(catalog.attendance.replaceEdits(boris, catalog.id, {first}, {second, first}))); // it moves, too
        QCOMPARE(editedBy(first.uid, u"edited_by"_s), u"admin"_s);
        QCOMPARE(editedBy(first.uid, u"CAST(edited_at_ms AS TEXT)"_s), firstAt);
        QCOMPARE(editedBy(second.uid, u"edited_by"_s), u"boris"_s);
        QVERIFY(editedBy(second.uid, u"CAST(edited_at_ms AS TEXT)"_s) != firstAt);
        QCOMPARE(catalog.edits(), QList<AttendeeEdit>({second, first}));
        AttendeeEdit changed = first;
        changed.note = u"?"_s;
        QVERIFY(waitFor(catalog.attendance.replaceEdits(boris, catalog.id, {second, first}, {changed})));
        QCOMPARE(editedBy(first.uid, u"edited_by"_s), u"boris"_s);
        QCOMPARE(catalog.edits(), QList<AttendeeEdit>({changed}));
    }

    void takingTheEditAwayBringsTheAutomaticValueBack()
    {
        Attended catalog;
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Анна Иванова"_s)}));
        QVERIFY(catalog.replace({}));
        QCOMPARE(catalog.shown()[0].participant.name, u"Анна"_s);
        QCOMPARE(catalog.found(u"иванова"_s), 0);
    }

    void aRemovedOneIsNotCountedAndNotFound()
    {
        Attended catalog;
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {}}};
        edit.isRemoved = true;
        QVERIFY(catalog.replace({edit}));
        QCOMPARE(catalog.count(), 1);
        QCOMPARE(catalog.found(u"анна"_s), 0);
        QVERIFY(catalog.shown()[0].isRemoved);
    }

    void editsMadeElsewhereMeanwhileAreNotOverwritten()
    {
        Attended catalog;
        const QList<AttendeeEdit> before = catalog.edits();
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Первая"_s)}));
        const Result<> second = waitFor(catalog.attendance.replaceEdits(administrator(), catalog.id, before,
                                                                        {renamed(u"id:u1"_s, u"Вторая"_s)}));
        QCOMPARE(second.error().kind, ErrorKind::ContentMismatch);
        QCOMPARE(catalog.shown()[0].participant.name, u"Первая"_s);
    }

    void whatCannotBeIsRefused()
    {
        Attended catalog;
        AttendeeEdit nameless;
        nameless.uid = u"x"_s;
        QCOMPARE(catalog.replace({nameless}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.replace({renamed(u"id:u1"_s, u" "_s)}).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(catalog.replace({renamed(u"id:u1"_s, QString(301, u'a'))}).error().kind, ErrorKind::InvalidInput);
        const AttendeeEdit twice = renamed(u"id:u1"_s, u"a"_s);
        QCOMPARE(catalog.replace({twice, twice}).error().kind, ErrorKind::InvalidInput);
        QVERIFY(catalog.edits().isEmpty());
    }

    void everythingOfAnEditComesBackAsItWas()
    {
        Attended catalog;
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {300}}, {u"name:борис#1"_s, {}}};
        edit.name = u"И \"имя\""_s;
        edit.externalUserId = u"u9"_s;
        edit.role = ConferenceRole::Presenter;
        edit.presentMs = 1234;
        edit.note = u"две\nстроки"_s;
        QVERIFY(catalog.replace({edit}));
        QCOMPARE(catalog.edits(), QList<AttendeeEdit>{edit});
    }

    void peopleAreSuggestedByIdThenByName()
    {
        Attended catalog;
        const PersonId anna = waitFor(catalog.attendance.addPerson(administrator(), {{}, u"Анна Иванова"_s, {}})).value();
        const PersonId boris = waitFor(catalog.attendance.addPerson(administrator(), {{}, u"борис"_s, {}})).value();
        auto suggested = waitFor(catalog.attendance.suggestions(catalog.id)).value();
        QCOMPARE(suggested.size(), 1);
        QCOMPARE(suggested.value(u"name:борис#1"_s).id, boris);
        // Once matched, the server's id is known: the next meeting suggests her by it.
        AttendeeEdit matched;
        matched.uid = u"e"_s;
        matched.sources = {{u"id:u1"_s, {}}};
        matched.person = anna;
        QVERIFY(catalog.replace({matched}));
        QCOMPARE(catalog.shown()[0].personName, u"Анна Иванова"_s);
        QCOMPARE(catalog.found(u"иванова"_s), 1);
        QVERIFY(catalog.replace({}));
        suggested = waitFor(catalog.attendance.suggestions(catalog.id)).value();
        QCOMPARE(suggested.value(u"id:u1"_s).id, anna);
        QCOMPARE(waitFor(catalog.attendance.findPeople(u"ива"_s, 10)).value().size(), 1);
        QCOMPARE(waitFor(catalog.attendance.findPeople(u"%"_s, 10)).value().size(), 0);
    }

    void aCorrectedMatchIsWhatIsLearnt()
    {
        Attended catalog;
        const PersonId anna = waitFor(catalog.attendance.addPerson(administrator(), {{}, u"Анна Иванова"_s, {}})).value();
        const PersonId olga = waitFor(catalog.attendance.addPerson(administrator(), {{}, u"Ольга Петрова"_s, {}})).value();
        AttendeeEdit edit;
        edit.uid = u"e"_s;
        edit.sources = {{u"id:u1"_s, {}}};
        edit.person = olga; // by mistake
        QVERIFY(catalog.replace({edit}));
        edit.person = anna;
        QVERIFY(catalog.replace({edit}));
        const auto suggested = [&] {
            AttendeeEdit unmatched = edit;
            unmatched.person = {};
            if (!catalog.replace({unmatched}))
                qFatal("cannot be unmatched");
            return waitFor(catalog.attendance.suggestions(catalog.id)).value().value(u"e"_s).id;
        };
        QCOMPARE(suggested(), anna);
        // What other edits say is not learnt again: somebody may have taken it away from the person since.
        QVERIFY(catalog.replace({edit}));
        QVERIFY(waitFor(catalog.database->write([](Connection &connection) {
            return connection.execute({"test"_L1, u"DELETE FROM person_identity"_s}, Values{});
        })));
        AttendeeEdit note = edit;
        note.note = u"говорила первой"_s;
        QVERIFY(catalog.replace({note}));
        QCOMPARE(numberFrom(*catalog.database, u"SELECT count(*) AS value FROM person_identity"_s), 0);
    }

    void everyEditIsInTheChain()
    {
        Attended catalog;
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Раз"_s)}));
        QVERIFY(catalog.replace({renamed(u"id:u1"_s, u"Два"_s)}));
        const AuditRepository events(*catalog.database);
        QVERIFY(AuditLog(events).verify().value().isIntact());
        QCOMPARE(numberFrom(*catalog.database,
                            u"SELECT count(*) AS value FROM audit_event WHERE action = 'attendee.edited'"_s),
                 2);
    }
};

QTEST_GUILESS_MAIN(TestAttendanceRepository)
#include "tst_attendancerepository.moc"
