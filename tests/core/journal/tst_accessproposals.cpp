#include "core/journal/accessproposals.h"
#include "core/storage/attendancerepository.h"
#include "core/storage/meetingrepository.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr PersonId chief{1}, mila{2}, vera{3}, oleg{4}, blocked{5}, mailed{6};
constexpr GroupId faculty{11};
const RecordingId lecture{1};
const RecordingId seminar{2};

const Actor owner = ownerActor(u"owner"_s, {});

Actor as(PersonId person)
{
    return personActor(person, u"person-%1"_s.arg(person.value), {});
}

Participant participant(const QString &name, const QString &externalUserId, ConferenceRole role)
{
    Participant one;
    one.name = name;
    one.externalUserId = externalUserId;
    one.role = role;
    return one;
}

AccessRows people()
{
    AccessRows rows;
    for (const PersonId person : {chief, mila, vera, oleg, blocked, mailed})
        rows.people.push_back({.id = person, .isBlocked = person == blocked, .switches = {}});
    rows.groups.push_back({.id = faculty, .builtIn = {}});
    rows.memberships = {{.group = GroupId{1}, .member = chief},   {.group = GroupId{3}, .member = mila},   {.group = GroupId{3}, .member = oleg},
                        {.group = GroupId{3}, .member = blocked}, {.group = GroupId{3}, .member = mailed}};
    return rows;
}

template <typename T>
Refusal refusalOf(const Result<T> &result)
{
    const auto *evidence = result ? nullptr : std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? evidence->refusal : Refusal::None;
}
} // namespace

class TestAccessProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_proposals.reset();
        m_lists.reset();
        m_catalog = std::make_unique<TestCatalog>();
        QVERIFY(m_catalog->sync({snapshots(1, 4)}));
        QVERIFY(waitFor(m_catalog->database->write([](Connection &connection) { return storeAccess(connection, people()); })));
        for (const PersonId person : {chief, mila, vera, oleg, blocked})
            QVERIFY(execute(u"INSERT INTO person_identity (server_id, external_user_id, person_id) VALUES (1, 'u%1', %1)"_s.arg(person.value)));
        QVERIFY(execute(u"UPDATE person SET email = 'Six@Example.org', email_key = 'six@example.org' WHERE id = 6"_s));
        m_visibility = std::make_shared<Visibility>(m_catalog->clock);
        m_lists.emplace(*m_catalog->database, m_visibility);
        m_proposals.emplace(*m_catalog->database, m_visibility);
        hold(lecture, {participant(u"Chief"_s, u"u1"_s, ConferenceRole::Moderator), participant(u"Mila"_s, u"u2"_s, ConferenceRole::Moderator),
                       participant(u"Vera"_s, u"u3"_s, ConferenceRole::Viewer), participant(u"Blocked"_s, u"u5"_s, ConferenceRole::Moderator),
                       participant(u"Somebody"_s, u"u77"_s, ConferenceRole::Moderator), participant(u"Person 4"_s, {}, ConferenceRole::Moderator)});
    }

    // Known by the server's id or an e-mail address; never by a name alone. Administrators and the blocked need nothing.
    void knownModeratorsAreProposed()
    {
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s}));
        hold(seminar, {participant(u"Six"_s, u"six@example.org"_s, ConferenceRole::Moderator),
                       participant(u"Oleg"_s, u"u4"_s, ConferenceRole::Moderator), participant(u"Mila"_s, u"u2"_s, ConferenceRole::Presenter)});
        QCOMPARE(proposed(owner), (QStringList{u"2:4"_s, u"2:6"_s, u"1:2"_s})); // newest first
        QCOMPARE(proposed(owner, seminar), (QStringList{u"2:6"_s, u"2:4"_s}));
        QVERIFY(execute(u"UPDATE recording SET state = 'gone' WHERE id = 2"_s));
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s}));
    }

    void whatPeopleCorrectedCounts()
    {
        AttendanceRepository attendance(*m_catalog->database, m_catalog->clock);
        AttendeeEdit matched; // a participant without an id, matched by a person
        matched.uid = u"e1"_s;
        matched.sources = {{u"name:person 4#1"_s, {}}};
        matched.person = oleg;
        AttendeeEdit demoted; // was not a moderator after all
        demoted.uid = u"e2"_s;
        demoted.sources = {{u"id:u2"_s, {}}};
        demoted.role = ConferenceRole::Viewer;
        QVERIFY(waitFor(attendance.replaceEdits(owner, lecture, {}, {matched, demoted})));
        QCOMPARE(proposed(owner), (QStringList{u"1:4"_s}));
        demoted.role = {};
        demoted.isRemoved = true;
        QVERIFY(waitFor(attendance.replaceEdits(owner, lecture, waitFor(attendance.edits(lecture)).value(), {matched, demoted})));
        QCOMPARE(proposed(owner), (QStringList{u"1:4"_s}));
    }

    void whoManagesOrIsDeniedIsNotProposed()
    {
        QVERIFY(give(lecture, {mila, Permission::Publish, 0}));
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s}));
        const qint64 end = m_catalog->clock.now().toMSecsSinceEpoch() + 1000;
        QVERIFY(give(lecture, {mila, Permission::Manage, end}));
        QCOMPARE(proposed(owner), QStringList());
        m_catalog->clock.advance(1000);
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s})); // ended
        QVERIFY(give(lecture, {mila, Permission::Denied, 0}));
        QCOMPARE(proposed(owner), QStringList());
        QVERIFY(give(lecture, {mila, Permission::View, 0}));
        QVERIFY(give(lecture, {faculty, Permission::Denied, 0}));
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s})); // her own View goes before her group's Denied
    }

    void oneSeesWhatOneMayGrant()
    {
        hold(seminar, {participant(u"Vera"_s, u"u3"_s, ConferenceRole::Moderator), participant(u"Oleg"_s, u"u4"_s, ConferenceRole::Moderator)});
        QVERIFY(give(seminar, {mila, Permission::Manage, 0}));
        QCOMPARE(proposed(as(mila)), (QStringList{u"2:3"_s})); // a moderator grants to viewers only
        QCOMPARE(proposed(as(chief)), (QStringList{u"2:3"_s, u"2:4"_s, u"1:2"_s}));
        QCOMPARE(refusalOf(waitFor(m_proposals->proposals(as(vera), {}))), Refusal::Role);
        QCOMPARE(refusalOf(waitFor(m_proposals->proposals(as(oleg), seminar))), Refusal::NoAccess);
        QCOMPARE(refusalOf(waitFor(m_proposals->decline(as(mila), seminar, oleg))), Refusal::Role);
        QCOMPARE(refusalOf(waitFor(m_proposals->setMode(as(mila), m_catalog->server, ProposalMode::Off))), Refusal::Role);
        QCOMPARE(refusalOf(waitFor(m_proposals->gap(as(vera), seminar))), Refusal::Role);
        QCOMPARE(refusalOf(waitFor(m_proposals->gap(as(oleg), seminar))), Refusal::NoAccess);
        Actor looking = as(mila);
        looking.onlyLooks = true;
        QCOMPARE(proposed(looking), (QStringList{u"2:3"_s}));
        QCOMPARE(refusalOf(waitFor(m_proposals->decline(looking, seminar, vera))), Refusal::OnlyLooks);
    }

    void whatIsDeclinedStaysDeclined()
    {
        QVERIFY(waitFor(m_proposals->decline(as(chief), lecture, mila)));
        QCOMPARE(proposed(owner), QStringList());
        QCOMPARE(proposed(owner, lecture), QStringList());
        hold(lecture, {participant(u"Mila"_s, u"u2"_s, ConferenceRole::Moderator)}); // another reading of the meeting
        QCOMPARE(proposed(owner), QStringList());
        QVERIFY(waitFor(m_proposals->setMode(owner, m_catalog->server, ProposalMode::Grant)));
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 0);
        QCOMPARE(number(u"SELECT count(*) AS value FROM audit_event WHERE action = 'proposal.declined' AND recording_id = 1 AND actor = 'person-1'"_s), 1);
        QCOMPARE(waitFor(m_proposals->decline(owner, lecture, vera)).error().kind, ErrorKind::NotFound);
    }

    void whatWasDeclinedCanBeReopened()
    {
        QCOMPARE(waitFor(m_proposals->reopen(as(chief), lecture, mila)).error().kind, ErrorKind::NotFound); // it is open
        QVERIFY(waitFor(m_proposals->decline(as(chief), lecture, mila)));
        QCOMPARE(proposed(owner), QStringList());
        QCOMPARE(refusalOf(waitFor(m_proposals->reopen(as(vera), lecture, mila))), Refusal::Role);
        QVERIFY(waitFor(m_proposals->reopen(as(chief), lecture, mila)));
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s}));
        QCOMPARE(number(u"SELECT count(*) AS value FROM audit_event WHERE action = 'proposal.reopened' AND recording_id = 1 AND actor = 'person-1'"_s), 1);
        // What a sync granted was never declined.
        QVERIFY(waitFor(m_proposals->setMode(owner, m_catalog->server, ProposalMode::Grant)));
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 1);
        QCOMPARE(waitFor(m_proposals->reopen(owner, lecture, mila)).error().kind, ErrorKind::NotFound);
    }

    void aServerMayProposeGrantOrDoNothing()
    {
        QCOMPARE(waitFor(m_proposals->mode(owner, m_catalog->server)).value(), ProposalMode::Propose);
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 0);
        QVERIFY(waitFor(m_proposals->setMode(as(chief), m_catalog->server, ProposalMode::Off)));
        QCOMPARE(proposed(owner), QStringList());
        QVERIFY(waitFor(m_proposals->setMode(as(chief), m_catalog->server, ProposalMode::Grant)));
        QCOMPARE(proposed(owner), (QStringList{u"1:2"_s})); // until the next sync
        hold(seminar, {participant(u"Mila"_s, u"u2"_s, ConferenceRole::Moderator), participant(u"Oleg"_s, u"u4"_s, ConferenceRole::Moderator)});
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 3);
        QCOMPARE(proposed(owner), QStringList());
        QVERIFY(waitFor(m_lists->list(as(mila), lecture)).value().forActor.allowsManage());
        QCOMPARE(number(u"SELECT count(*) AS value FROM audit_event WHERE action = 'access.granted' AND actor = 'letopis'"_s), 3);
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 0);
    }

    void whatWasGrantedAndTakenBackIsNotGrantedAgain()
    {
        QVERIFY(waitFor(m_proposals->setMode(owner, m_catalog->server, ProposalMode::Grant)));
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 1);
        QVERIFY(waitFor(m_lists->resetToParent(owner, lecture)));
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 0);
        QCOMPARE(proposed(owner), QStringList());
    }

    // What a list held already is kept, with who gave it.
    void grantingKeepsTheListThatWasInherited()
    {
        QVERIFY(give(sharedFolder, {faculty, Permission::View, 0}));
        QVERIFY(waitFor(m_proposals->setMode(owner, m_catalog->server, ProposalMode::Grant)));
        QCOMPARE(waitFor(m_proposals->grantAfterSync(m_catalog->server)).value(), 1);
        const AccessList list = waitFor(m_lists->list(owner, lecture)).value();
        QVERIFY(list.isOwn);
        QCOMPARE(list.entries.size(), 2);
        QCOMPARE(list.entries[0].grantedBy, u"owner"_s);
        QCOMPARE(list.entries[1].grantedBy, u"letopis"_s);
    }

    void gapsOfBothKindsAreTold()
    {
        QVERIFY(execute(u"INSERT INTO group_person VALUES (11, 4), (11, 5)"_s)); // Oleg, and who is blocked
        QVERIFY(execute(u"UPDATE access_version SET version = version + 1"_s));
        QVERIFY(give(lecture, {faculty, Permission::View, 0}));
        QVERIFY(give(lecture, {mila, Permission::Manage, 0}));
        AttendanceGap gap = waitFor(m_proposals->gap(as(mila), lecture)).value();
        QCOMPARE(names(gap.attendedCannotWatch), (QStringList{u"Person 3"_s}));
        QCOMPARE(names(gap.canWatchDidNotAttend), (QStringList{u"Person 4"_s}));
        QCOMPARE(gap.canWatchDidNotAttendCount, 1);
        QVERIFY(!gap.isPublic);
        QVERIFY(waitFor(m_lists->setPublic(owner, lecture, true)));
        gap = waitFor(m_proposals->gap(owner, lecture)).value();
        QVERIFY(gap.isPublic);
        QCOMPARE(names(gap.attendedCannotWatch), QStringList());
        QCOMPARE(waitFor(m_proposals->gap(owner, RecordingId{99})).error().kind, ErrorKind::NotFound);
    }

private:
    void hold(RecordingId recording, const QList<Participant> &participants)
    {
        MeetingRepository meetings(*m_catalog->database, ContentStore(m_catalog->folder() + u"/store"_s), m_catalog->clock);
        FetchedMeeting meeting;
        meeting.record.participants = participants;
        QVERIFY(waitFor(meetings.store(owner, recording, meeting)));
    }

    bool give(const LibraryItem &item, const GrantEntry &entry)
    {
        const Result<AccessList> list = waitFor(m_lists->list(owner, item));
        QList<GrantEntry> before;
        for (const NamedGrant &grant : list->entries)
            before += grant.entry;
        QList<GrantEntry> after = before;
        after.removeIf([&](const GrantEntry &one) { return one.principal == entry.principal; });
        return bool(waitFor(m_lists->replace(owner, item, before, after + QList{entry})));
    }

    // "recording:person"
    QStringList proposed(const Actor &actor, std::optional<RecordingId> recording = {})
    {
        QStringList found;
        const Result<GrantProposals> answer = waitFor(m_proposals->proposals(actor, recording));
        if (!answer)
            return {errorKindName(answer.error().kind)};
        for (const GrantProposal &one : answer->proposals)
            found += u"%1:%2"_s.arg(one.recording.value).arg(std::get<PersonId>(one.person.principal).value);
        return answer->count == found.size() ? found : QStringList{u"wrong count"_s};
    }

    static QStringList names(const QList<NamedPrincipal> &people)
    {
        QStringList all;
        for (const NamedPrincipal &person : people)
            all += person.name;
        return all;
    }

    qint64 number(const QString &sql) { return numberFrom(*m_catalog->database, sql); }

    bool execute(const QString &sql)
    {
        return bool(waitFor(m_catalog->database->write(
            [sql](Connection &connection) { return connection.execute({"test"_L1, sql}, Values{}); })));
    }

    std::unique_ptr<TestCatalog> m_catalog;
    std::shared_ptr<Visibility> m_visibility;
    std::optional<AccessLists> m_lists;
    std::optional<AccessProposals> m_proposals;
};

QTEST_GUILESS_MAIN(TestAccessProposals)
#include "tst_accessproposals.moc"
