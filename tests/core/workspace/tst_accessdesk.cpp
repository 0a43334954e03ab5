// The same questions to the profile's own access desk and to the one that windows are tested with: the same answers.
#include "core/workspace/local/localaccessdesk.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"
#include "core/workspace/local/localpeopledirectory.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/fakeconferenceservice.h"
#include "tests/support/fakeworkspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
const Actor owner = ownerActor(u"owner"_s, {});
const RecordingId lecture{1};
const RecordingId seminar{2};
constexpr qint64 day = 86'400'000;

template <typename T>
Result<T> answerTo(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000) || future.resultCount() == 0)
        return Error{ErrorKind::Timeout, {}, {}, {}};
    return future.result();
}

template <typename T>
Refusal refusalOf(const Result<T> &result)
{
    const auto *evidence = result ? nullptr : std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? evidence->refusal : Refusal::None;
}

// Four recordings in Shared, and a desk with its people.
struct Office
{
    virtual ~Office() = default;
    virtual AccessDesk &desk() = 0;
    virtual PeopleDirectory &people() = 0;
    virtual qint64 nowMs() const = 0;
    virtual void advance(qint64 ms) = 0;
};

struct LocalOffice final : Office
{
    LocalOffice()
        : access(*catalog.database, visibility)
        , directory(access, *catalog.database, catalog.clock)
        , local(*catalog.database, visibility, pool)
    {
        if (!catalog.sync({snapshots(1, 4)}))
            qFatal("cannot fill the test catalog");
    }
    AccessDesk &desk() override { return local; }
    PeopleDirectory &people() override { return directory; }
    qint64 nowMs() const override { return catalog.clock.now().toMSecsSinceEpoch(); }
    void advance(qint64 ms) override { catalog.clock.advance(ms); }

    TestCatalog catalog;
    std::shared_ptr<Visibility> visibility = std::make_shared<Visibility>(catalog.clock);
    AccessControl access;
    WorkerPool pool{2};
    LocalPeopleDirectory directory;
    LocalAccessDesk local;
};

struct FakeOffice final : Office
{
    FakeOffice()
    {
        for (int number = 1; number <= 4; ++number) {
            test::FakeWorkspace::Entry entry;
            entry.details.row.title = u"Recording %1"_s.arg(number);
            workspace.addEntry(entry);
        }
        workspace.access().setNow(now);
    }
    AccessDesk &desk() override { return workspace.access(); }
    PeopleDirectory &people() override { return workspace.people(); }
    qint64 nowMs() const override { return now; }
    void advance(qint64 ms) override { workspace.access().setNow(now += ms); }

    test::FakeWorkspace workspace;
    qint64 now = 1'700'000'000'000;
};
} // namespace

class TestAccessDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothAnswerAlike_data()
    {
        QTest::addColumn<bool>("isFake");
        QTest::newRow("the profile's own") << false;
        QTest::newRow("the fake") << true;
    }

    void bothAnswerAlike()
    {
        QFETCH(bool, isFake);
        m_office = isFake ? std::unique_ptr<Office>(std::make_unique<FakeOffice>()) : std::make_unique<LocalOffice>();
        hirePeople();
        if (!QTest::currentTestFailed())
            listsAreGivenPreviewedAndExplained();
        if (!QTest::currentTestFailed())
            guardsAndConflictsStopAChange();
        if (!QTest::currentTestFailed())
            linksFollowRoleAndPolicy();
        if (!QTest::currentTestFailed())
            proposalsFollowTheRole();
        m_office.reset();
    }

    // A whole workspace over a conference server at the port: the sync itself grants, as the program's own work.
    void aSyncGrantsAtItsEndWhereItsServerSaysSo()
    {
        QTemporaryDir directory;
        const auto conference = std::make_shared<FakeConference>();
        conference->recordings = {sampleSnapshot(1)};
        conference->meetings[conference->recordings.front().externalId] = sampleMeeting(1);
        FakeServiceFactory factory(conference);
        MemorySecretStore keychain;
        FileSecretStore secretFile(directory.filePath(u"secrets.json"_s));
        MediaCache media(directory.filePath(u"media"_s), 1 << 30);
        const SystemClock clock;
        auto database = Database::open(directory.filePath(u"catalog.sqlite"_s));
        LocalWorkspace workspace({.database = **database, .store = ContentStore(directory.filePath(u"store"_s)), .services = factory,
                                  .keychain = keychain, .secretFile = secretFile, .usesSecretFile = false, .rememberSecretFile = {},
                                  .media = media, .clock = clock, .hasBackgroundSync = false});
        ConferenceServer server = serverNamed(u"First"_s);
        server.ssh = SshEndpoint();
        server.ssh->host = u"bbb.example"_s;
        ServerCredentials credentials;
        credentials.apiSecret = SecretText("secret"_ba);
        const Result<ServerId> id = answerTo(workspace.addServer(owner, server, credentials));
        QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
        Person anna;
        anna.name = u"Anna"_s;
        anna.login = u"anna"_s;
        anna.role = Role::Moderator;
        anna.externalIds = {{*id, u"u-anna"_s}};
        const Result<PersonId> known = answerTo(workspace.people().add(owner, anna));
        QVERIFY(known);
        QVERIFY(answerTo(workspace.access().setProposalMode(owner, *id, ProposalMode::Grant)));
        QSignalSpy told(&workspace.access(), &AccessDesk::accessChanged);
        workspace.startSync(owner, *id);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30'000);
        const AccessList list = answerTo(workspace.access().list(as(*known), lecture)).value();
        QVERIFY(list.forActor.allowsManage());
        QCOMPARE(list.entries.value(0).grantedBy, u"letopis"_s);
        QCOMPARE(answerTo(workspace.access().proposals(owner, {}))->count, 0);
    }

private:
    AccessDesk &desk() { return m_office->desk(); }
    Actor as(PersonId person) { return personActor(person, u"person-%1"_s.arg(person.value), {}); }
    static GrantEntry give(const Principal &principal, Permission permission, qint64 untilMs = 0) { return {principal, permission, untilMs}; }

    Result<> replace(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after)
    {
        return answerTo(desk().replaceList(actor, item, before, after));
    }

    void hirePeople()
    {
        const auto hire = [&](const QString &name, Role role) {
            Person person;
            person.name = name;
            person.login = name.toLower();
            person.role = role;
            const Result<PersonId> added = answerTo(m_office->people().add(owner, person));
            return added ? *added : PersonId();
        };
        m_chief = hire(u"Chief"_s, Role::Administrator);
        m_limited = hire(u"Limited"_s, Role::LimitedAdministrator);
        m_mila = hire(u"Mila"_s, Role::Moderator);
        m_vera = hire(u"Vera"_s, Role::Viewer);
        const Result<GroupId> group = answerTo(m_office->people().addGroup(owner, u"Students"_s));
        QVERIFY(m_chief.isValid() && m_limited.isValid() && m_mila.isValid() && m_vera.isValid() && group);
        m_students = *group;
        QVERIFY(answerTo(m_office->people().setMember(owner, m_students, m_vera, true)));
    }

    void listsAreGivenPreviewedAndExplained()
    {
        QSignalSpy told(&desk(), &AccessDesk::accessChanged);
        QCOMPARE(answerTo(desk().standing(as(m_mila)))->role, Role::Moderator);
        QCOMPARE(answerTo(desk().standing(owner))->role, Role::Administrator);
        QVERIFY(answerTo(desk().standing({}))->isBlocked);
        QVERIFY(replace(owner, lecture, {}, {give(m_mila, Permission::Manage)}));
        QTRY_VERIFY(!told.isEmpty());
        const QList<GrantEntry> before{give(m_mila, Permission::Manage)};
        const QList<GrantEntry> after{give(m_students, Permission::View, m_office->nowMs() + day), before.first()};
        const NamedPreview preview = answerTo(desk().preview(as(m_mila), SetAccessList{lecture, after})).value();
        QCOMPARE(preview.preview.peopleGaining, 1);
        QCOMPARE(preview.people.value(m_vera).name, u"Vera"_s);
        QCOMPARE(preview.preview.people.value(0).after, PermissionSet(Permission::View));
        QVERIFY(replace(as(m_mila), lecture, before, after));
        const AccessList list = answerTo(desk().list(as(m_mila), lecture)).value();
        QCOMPARE(list.entries.size(), 2);
        QCOMPARE(list.entries.first().principal.name, u"Students"_s); // groups first
        QCOMPARE(list.entries.first().grantedBy, u"person-%1"_s.arg(m_mila.value));
        QVERIFY(list.isOwn);
        const AccessExplanation why = answerTo(desk().explain(as(m_mila), m_vera, lecture)).value();
        QCOMPARE(why.trace.ruling, (Ruling{Permission::View, RulingLevel::Groups}));
        QCOMPARE(why.person.name, u"Vera"_s);
        QCOMPARE(why.groups.value(m_students).name, u"Students"_s);
        QCOMPARE(why.editInformation, Refusal::Role);
        const AccessHolders holders = answerTo(desk().whoCanSee(as(m_mila), lecture, 2)).value();
        QCOMPARE(holders.count, 3);
        QCOMPARE(holders.people.size(), 2);
        QCOMPARE(holders.people[0].person.name, u"Chief"_s);
        QCOMPARE(holders.found, 3);
        const AccessHolders rest = answerTo(desk().whoCanSee(as(m_mila), lecture, 2, {.text = {}, .offset = 2})).value();
        QCOMPARE(rest.people.size(), 1);
        QVERIFY(rest.people[0].person.principal != holders.people[1].person.principal);
        const AccessHolders vera = answerTo(desk().whoCanSee(as(m_mila), lecture, 2, {.text = u" ver "_s, .offset = 0})).value();
        QCOMPARE(vera.found, 1);
        QCOMPARE(vera.count, 3);
        QCOMPARE(vera.people.value(0).person.name, u"Vera"_s);
        QCOMPARE(vera.people.value(0).through.value_or(Group()).name, u"Students"_s);
        QVERIFY(answerTo(desk().permissionsOn(as(m_vera), {lecture, seminar}))->value(lecture).allowsView());
        m_office->advance(day); // the group's entry has ended
        QVERIFY(!answerTo(desk().permissionsOn(as(m_vera), {lecture}))->value(lecture).allowsView());
        QCOMPARE(answerTo(desk().explain(as(m_mila), m_vera, lecture))->trace.ruling.level, RulingLevel::Nothing);
    }

    void guardsAndConflictsStopAChange()
    {
        QCOMPARE(replace(owner, lecture, {}, {give(m_vera, Permission::View)}).error().kind, ErrorKind::ContentMismatch);
        const QList<GrantEntry> limited{give(m_limited, Permission::Manage)};
        QVERIFY(replace(owner, seminar, {}, limited));
        const Result<> locked = replace(as(m_limited), seminar, limited, {});
        QVERIFY(std::any_cast<GuardEvidence>(&locked.error().evidence));
        QVERIFY(!answerTo(desk().preview(as(m_limited), SetAccessList{seminar, {}}))->preview.guards.isEmpty());
        QCOMPARE(refusalOf(answerTo(desk().list(as(m_vera), seminar))), Refusal::Role);
        QCOMPARE(refusalOf(answerTo(desk().setPublic(as(m_limited), seminar, true))), Refusal::Role);
        QVERIFY(answerTo(desk().setPublic(as(m_chief), seminar, true)));
        QVERIFY(answerTo(desk().permissionsOn(as(m_vera), {seminar}))->value(seminar).allowsView());
        QVERIFY(answerTo(desk().resetToParent(owner, seminar)));
        QVERIFY(!answerTo(desk().list(owner, seminar))->isOwn);
        QCOMPARE(answerTo(desk().resetToParent(owner, sharedFolder)).error().kind, ErrorKind::InvalidInput);
        Actor looking = as(m_mila);
        looking.onlyLooks = true;
        QCOMPARE(refusalOf(replace(looking, lecture, {}, {})), Refusal::OnlyLooks);
    }

    void linksFollowRoleAndPolicy()
    {
        QSignalSpy told(&desk(), &AccessDesk::linksChanged);
        LinkDraft draft;
        draft.recording = lecture;
        draft.label = u"For the board"_s;
        draft.password = SecretText("correct horse"_ba);
        draft.expiresAtMs = m_office->nowMs() + 30 * day;
        const Result<NewLink> made = answerTo(desk().createLink(as(m_mila), draft));
        QVERIFY(made && !made->token.isEmpty());
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(refusalOf(answerTo(desk().createLink(as(m_vera), draft))), Refusal::Role);
        draft.expiresAtMs = 0;
        const Result<NewLink> endless = answerTo(desk().createLink(owner, draft));
        const auto *problems = std::any_cast<LinkProblemEvidence>(&endless.error().evidence);
        QVERIFY(problems);
        QCOMPARE(problems->problems, QList{LinkProblem::ExpiryMissing});
        const AccessLink link = answerTo(desk().links(as(m_mila), {}))->value(0);
        QCOMPARE(link.label, draft.label);
        QVERIFY(link.hasPassword);
        QCOMPARE(refusalOf(answerTo(desk().links(as(m_vera), {}))), Refusal::Role);
        QVERIFY(answerTo(desk().revokeLink(as(m_mila), link.id)));
        QCOMPARE(answerTo(desk().links(owner, lecture))->value(0).stateAt(m_office->nowMs()), AccessLink::State::Revoked);
        QCOMPARE(answerTo(desk().revokeLink(owner, LinkId{99})).error().kind, ErrorKind::NotFound);
        LinkPolicy policy = answerTo(desk().linkPolicy(as(m_mila))).value();
        policy.maxDays = 7;
        const Result<> senseless = answerTo(desk().setLinkPolicy(owner, policy));
        QVERIFY(std::any_cast<LinkPolicyEvidence>(&senseless.error().evidence));
        policy.defaultDays = 7;
        QCOMPARE(refusalOf(answerTo(desk().setLinkPolicy(as(m_limited), policy))), Refusal::Role);
        QVERIFY(answerTo(desk().setLinkPolicy(as(m_chief), policy)));
        QCOMPARE(answerTo(desk().linkPolicy(owner)).value(), policy);
    }

    void proposalsFollowTheRole()
    {
        QVERIFY(answerTo(desk().proposals(owner, {})));
        QCOMPARE(refusalOf(answerTo(desk().proposals(as(m_vera), {}))), Refusal::Role);
        QCOMPARE(answerTo(desk().declineProposal(owner, lecture, m_vera)).error().kind, ErrorKind::NotFound);
        QCOMPARE(answerTo(desk().proposalMode(owner, ServerId{1})).value(), ProposalMode::Propose);
        QCOMPARE(refusalOf(answerTo(desk().setProposalMode(as(m_limited), ServerId{1}, ProposalMode::Grant))), Refusal::Role);
        QVERIFY(answerTo(desk().setProposalMode(as(m_chief), ServerId{1}, ProposalMode::Off)));
        QCOMPARE(answerTo(desk().proposalMode(owner, ServerId{1})).value(), ProposalMode::Off);
        const AttendanceGap gap = answerTo(desk().attendanceGap(as(m_mila), lecture)).value();
        QCOMPARE(gap.canWatchDidNotAttend.value(0).name, u"Mila"_s);
        QCOMPARE(gap.canWatchDidNotAttendCount, 1);
    }

    std::unique_ptr<Office> m_office;
    PersonId m_chief, m_limited, m_mila, m_vera;
    GroupId m_students;
};

QTEST_GUILESS_MAIN(TestAccessDesk)
#include "tst_accessdesk.moc"
