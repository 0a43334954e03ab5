// Who may what, command by command: every role through the whole workspace. The letters are access.md's tables spelled out.
#include "core/base/whendone.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/memorysecretstore.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/local/localworkspace.h"
#include "core/workspace/serverreality.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/answer.h"
#include "tests/support/fakeconferenceservice.h"

#include <QTemporaryFile>
#include <QTest>

using namespace letopis;
using namespace letopis::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const Actor owner = ownerActor(u"owner"_s, {});
const RecordingId closed{1}; // what the permissions are about
const RecordingId other{2};  // nobody was given anything on it

using Failure = std::optional<Error>;
template <typename T>
Failure failureOf(const QFuture<Result<T>> &future)
{
    const Result<T> answer = answerOf(future);
    return answer ? Failure() : Failure(answer.error());
}

std::optional<Refusal> refusalIn(const Failure &failure)
{
    const auto *evidence = failure ? std::any_cast<RefusalEvidence>(&failure->evidence) : nullptr;
    return evidence ? std::optional(evidence->refusal) : std::nullopt;
}

// Everybody there is, by a letter each.
//   O the owner          A an Administrator         b a blocked one              k somebody who looks as the Administrator
//   L Limited, all switches, Manage                 l Limited, no switch, Manage
//   M Moderator, Manage  P Moderator, Publish       V Moderator, View            N Moderator, nothing
//   m Viewer, Manage     v Viewer, View             d Viewer, Denied             n Viewer, nothing              X nobody
constexpr const char everybody[] = "OAbkLlMPVNmvdnX";

class Cast
{
public:
    Cast()
        : m_secretFile(m_catalog.folder() + u"/secrets.json"_s)
        , m_media(m_catalog.folder() + u"/media"_s, 1 << 30)
        , workspace({.database = *m_catalog.database,
                     .store = ContentStore(m_catalog.folder() + u"/store"_s),
                     .services = m_services,
                     .keychain = m_keychain,
                     .secretFile = m_secretFile,
                     .usesSecretFile = false,
                     .rememberSecretFile = {},
                     .media = m_media,
                     .clock = m_catalog.clock,
                     .hasBackgroundSync = false})
    {
        if (!m_catalog.sync({snapshots(1, 3)}))
            qFatal("cannot fill the test catalog");
        m_actors = {{'O', owner}, {'X', Actor{}}};
        add('A', Role::Administrator);
        add('b', Role::Administrator, {}, true);
        m_actors['k'] = m_actors['A'];
        m_actors['k'].onlyLooks = true;
        add('L', Role::LimitedAdministrator, AdminSwitch::People | AdminSwitch::Permissions | AdminSwitch::Retention | AdminSwitch::Reports);
        add('l', Role::LimitedAdministrator);
        for (const char letter : {'M', 'P', 'V', 'N'})
            add(letter, Role::Moderator);
        for (const char letter : {'m', 'v', 'd', 'n'})
            add(letter, Role::Viewer);
        give({{'L', Permission::Manage}, {'l', Permission::Manage}, {'M', Permission::Manage}, {'P', Permission::Publish},
              {'V', Permission::View}, {'m', Permission::Manage}, {'v', Permission::View}, {'d', Permission::Denied}});
    }

    const Actor &actor(char letter) const { return m_actors.at(letter); }
    ServerId server() const { return m_catalog.server; }
    qint64 changes() { return totalChanges(*m_catalog.database); }

    // Of the closed recording.
    MaterialId material()
    {
        const auto there = answerOf(workspace.materials().materials(owner, closed, true));
        return there && !there->isEmpty() ? there->first().id : MaterialId();
    }
    bool addMaterial()
    {
        QTemporaryFile file;
        return file.open() && file.write("notes") > 0 && file.flush() && !run(workspace.materials().startAdd(owner, closed, {file.fileName()}));
    }

    Failure run(JobId id)
    {
        const auto status = [&] {
            for (const JobStatus &each : workspace.jobs(owner)) {
                if (each.id == id)
                    return each;
            }
            return JobStatus{};
        };
        if (!QTest::qWaitFor([&] { return status().state == Job::State::Finished; }, 30'000))
            return Error{ErrorKind::Timeout, {}, {}, {}};
        return status().error;
    }

private:
    void add(char letter, Role role, AdminSwitches switches = {}, bool isBlocked = false)
    {
        Person draft;
        draft.name = QString(QLatin1Char(letter));
        draft.login = u"%1%2"_s.arg(int(role)).arg(int(letter));
        draft.role = role;
        draft.switches = switches;
        draft.isBlocked = isBlocked;
        const Result<PersonId> id = answerOf(workspace.people().add(owner, draft));
        if (!id)
            qFatal("cannot add %c: %s", letter, qPrintable(id.error().detail));
        m_actors[letter] = personActor(*id, draft.login, draft.name);
    }

    void give(const QList<std::pair<char, Permission>> &permissions)
    {
        const LibraryItem item = closed;
        QList<GrantEntry> before;
        const Result<AccessList> list = answerOf(workspace.access().list(owner, item));
        for (const NamedGrant &grant : list.value().entries)
            before += grant.entry;
        QList<GrantEntry> after = before;
        for (const auto &[letter, permission] : permissions)
            after += GrantEntry{.principal = m_actors.at(letter).person, .permission = permission, .untilMs = 0};
        if (const auto done = answerOf(workspace.access().replaceList(owner, item, before, after)); !done)
            qFatal("cannot give access: %s", qPrintable(done.error().detail));
    }

    TestCatalog m_catalog;
    std::shared_ptr<FakeConference> m_conference = std::make_shared<FakeConference>();
    FakeServiceFactory m_services{m_conference};
    MemorySecretStore m_keychain;
    FileSecretStore m_secretFile;
    MediaCache m_media;
    std::map<char, Actor> m_actors;

public:
    LocalWorkspace workspace;
};

bool has(std::string_view letters, char letter)
{
    return letters.find(letter) != std::string_view::npos;
}

using Command = std::function<Failure(Cast &, const Actor &)>;

struct MatrixRow
{
    const char *name;
    const char *allowed;
    Command run;
};

ConferenceServer draftServer()
{
    ConferenceServer server;
    server.name = u"New"_s;
    server.apiUrl = QUrl(u"https://new.example/bigbluebutton/api/"_s);
    return server;
}

RecordingQuery everything()
{
    return {};
}

// What about one recording everybody who can see it may do.
constexpr const char seers[] = "OAkLlMPVmv";
constexpr const char authors[] = "OALlMP";
constexpr const char administrators[] = "OA";

std::vector<MatrixRow> readingRows()
{
    return {
        {"recording", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.recording(a, closed)); }},
        {"find a recording", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.findRecording(a, u"1"_s)); }},
        {"participants", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.participants(a, closed)); }},
        {"timeline", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.timeline(a, closed)); }},
        {"play", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.openMedia(a, closed, u"video"_s)); }},
        {"mark as seen", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.markSeen(a, closed)); }},
        {"attendance", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().attendance(a, closed)); }},
        {"attendance edits", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().edits(a, closed)); }},
        {"information", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().information(a, closed)); }},
        {"materials", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().materials(a, closed, true)); }},
        {"download", seers,
         [](Cast &c, const Actor &a) { return c.run(c.workspace.startDownload(a, closed, u"video"_s, u"/nowhere/x.mp4"_s)); }},
        {"drafts", seers, [](Cast &c, const Actor &a) {
             if (a.onlyLooks) // gets none, without being told off
                 return answerOf(c.workspace.drafts().drafts(a, closed)).value().isEmpty() ? Failure() : Error{};
             return failureOf(c.workspace.drafts().drafts(a, closed));
         }},
        {"history", "OAkLMP", [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().history(a, closed, {})); }},
        {"known formats", "OAkLlMPVNmvdn", [](Cast &c, const Actor &a) { return failureOf(c.workspace.knownFormats(a)); }},
        {"field definitions", "OAkLlMPVNmvdn",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().fieldDefinitions(a, true)); }},
        {"servers", "OAkLlMPVNmvdn", [](Cast &c, const Actor &a) { return failureOf(c.workspace.servers(a)); }},
        {"people", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().people(a, {}, {}, 10)); }},
        {"groups", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().groups(a)); }},
        {"the journal of a recording", "OAkLMP",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().page(a, {.recording = closed}, 0, 10)); }},
        {"the whole journal", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().page(a, {}, 0, 10)); }},
        {"who occurs in it", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().facets(a)); }},
        {"stretches of it", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().segments(a)); }},
        {"check it", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().verify(a, {}, std::make_shared<ProgressCounters>(), {})); }},
        {"its key", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().signing(a)); }},
        {"the catalog's age", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().catalogAge(a)); }},
        {"backups", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.backups().status(a)); }},
    };
}

std::vector<MatrixRow> editingRows()
{
    const auto edit = [](const QString &field) {
        return [field](Cast &c, const Actor &a) {
            return failureOf(c.workspace.editor().apply(a, {{closed, field, u"never was"_s, u"x"_s}}));
        };
    };
    return {
        {"edit the title", authors, edit(field::title)},
        {"edit the tags", authors, edit(field::tags)},
        {"edit the owner", "OALl", edit(field::owner)},
        {"plan a batch", authors,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().plan(a, {closed}, {{field::title, BatchChange::Kind::Set, u"x"_s}})); }},
        {"plan a batch with a closed one", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().plan(a, {closed, other}, {{field::title, BatchChange::Kind::Set, u"x"_s}})); }},
        {"give an edit up", authors, [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().discard(a, closed, field::title)); }},
        {"give edits up", authors,
         [](Cast &c, const Actor &a) {
             FieldEditState given;
             given.recording = closed;
             given.field = field::title;
             return failureOf(c.workspace.editor().discardAll(a, {given}));
         }},
        {"decide a conflict", authors,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.editor().decide(a, closed, field::title, ConflictDecision::KeepOurs, {})); }},
        {"push", "OALlMPVN", [](Cast &c, const Actor &a) { return c.run(c.workspace.editor().startPush(a, c.server())); }},
        {"correct participants", "OALl",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().replaceEdits(a, closed, {}, {})); }},
        {"suggest people", "OALl", [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().suggestions(a, closed)); }},
        {"find people to match", "OALl", [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().findPeople(a, u"a"_s, 5)); }},
        {"add somebody who took part", "OAL",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.attendance().addPerson(a, {{}, u"New"_s, {}})); }},
        {"add a material", authors,
         [](Cast &c, const Actor &a) { return c.run(c.workspace.materials().startAdd(a, closed, {u"/nowhere/file"_s})); }},
        {"order materials", authors, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().setOrder(a, closed, {})); }},
        {"exchange materials", "OALlMPVN", [](Cast &c, const Actor &a) { return c.run(c.workspace.materials().startExchange(a, c.server())); }},
        {"keep a draft of no recording", "OALlMPVNmvdn",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.drafts().keep(a, {}, u"filing"_s, "{}")); }},
        {"keep a draft", "OALlMPVmv",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.drafts().keep(a, closed, u"information"_s, "{}")); }},
    };
}

std::vector<MatrixRow> catalogRows()
{
    const auto exception = [] { return TlsException{}; };
    return {
        {"define a field", administrators,
         [](Cast &c, const Actor &a) {
             return failureOf(c.workspace.editor().storeFieldDefinition(a, {u"custom.kind"_s, u"Kind"_s, FieldType::Line, {}, 1, false}));
         }},
        {"add a viewer", "OALMPVN",
         [](Cast &c, const Actor &a) {
             Person draft;
             draft.name = u"New"_s;
             return failureOf(c.workspace.people().add(a, draft));
         }},
        {"add a moderator", "OAL",
         [](Cast &c, const Actor &a) {
             Person draft;
             draft.name = u"New"_s;
             draft.role = Role::Moderator;
             return failureOf(c.workspace.people().add(a, draft));
         }},
        {"add a group", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().addGroup(a, u"New"_s)); }},
        {"check a connection", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.checkConnection(a, draftServer(), {}, {})); }},
        {"check a server", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.checkServer(a, c.server(), {}, {})); }},
        {"add a server", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.addServer(a, draftServer(), {})); }},
        {"change a server", administrators,
         [](Cast &c, const Actor &a) {
             ConferenceServer server = answerOf(c.workspace.servers(owner)).value().first();
             server.name = u"Changed"_s;
             return failureOf(c.workspace.updateServer(a, server, {}));
         }},
        {"trust a certificate", administrators,
         [=](Cast &c, const Actor &a) { return failureOf(c.workspace.grantTlsException(a, c.server(), exception())); }},
        {"trust a certificate no more", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.revokeTlsException(a, c.server(), QByteArray(32, 'x'))); }},
        {"look at the secret store", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.checkSecretStore(a)); }},
        {"use the secret file", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.useSecretFile(a)); }},
        {"sync", administrators, [](Cast &c, const Actor &a) { return c.run(c.workspace.startSync(a, c.server())); }},
        {"list backups", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.backups().backups(a, {})); }},
        {"back up", administrators, [](Cast &c, const Actor &a) { return c.run(c.workspace.backups().startBackup(a, {}, {})); }},
        {"check a backup", administrators, [](Cast &c, const Actor &a) { return c.run(c.workspace.backups().startCheck(a, {}, {})); }},
        {"restore a backup", administrators, [](Cast &c, const Actor &a) { return c.run(c.workspace.backups().startRestore(a, {}, {})); }},
        {"confirm a restore", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.backups().confirmRestore(a)); }},
        {"give a restore up", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.backups().discardRestore(a)); }},
        {"plan backups", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.backups().setPlan(a, {}, {})); }},
        {"export a recording's journal", "OALMP",
         [](Cast &c, const Actor &a) {
             return failureOf(c.workspace.audit().exportTo(a, {.recording = closed}, AuditFileFormat::Csv, u"/nowhere/x.csv"_s, false,
                                                           std::make_shared<ProgressCounters>(), {}));
         }},
        {"export the journal", administrators,
         [](Cast &c, const Actor &a) {
             return failureOf(c.workspace.audit().exportTo(a, {}, AuditFileFormat::Csv, u"/nowhere/x.csv"_s, false, std::make_shared<ProgressCounters>(), {}));
         }},
        {"seal the journal", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().seal(a, QDateTime::fromMSecsSinceEpoch(1, Qt::UTC))); }},
        {"store a stretch", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().exportSegment(a, 1, u"/nowhere"_s, false)); }},
        {"drop a stretch", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().dropSegment(a, 1, u"/nowhere"_s)); }},
        {"accept the catalog", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().acceptCatalog(a)); }},
        {"note an export", "OALlMPVmv",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.audit().noteExport(a, {.action = u"participants.exported"_s, .recording = closed})); }},
        {"see permissions", "OAkLMP", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().list(a, closed)); }},
        {"who can see it", "OAkLMP", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().whoCanSee(a, closed, 10)); }},
        {"set the policy of links", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().setLinkPolicy(a, {})); }},
    };
}

// Auto-deletion: administrators, and limited ones with the switch; of a recording, who manages it.
constexpr const char retainers[] = "OAL";

// Deletion by hand as retention; comparing servers with their disks is for who manages them.
std::vector<MatrixRow> realityRows()
{
    return {
        {"plan a purge", retainers,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().planByHand(a, DeletionStep::Purge, {closed})); }},
        {"plan a purge of a closed one", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().planByHand(a, DeletionStep::Purge, {closed, other})); }},
        {"certificates of a recording", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().certificates(a, closed)); }},
        {"what a comparison found", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().lastCheck(a, c.server())); }},
        {"findings", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().findings(a, c.server(), 0, 10)); }},
        {"carry out a plan", retainers,
         [](Cast &c, const Actor &a) {
             DeletionPlan none;
             none.id = {9999};
             none.server = c.server();
             return c.run(c.workspace.reality().startPlan(a, none));
         }},
        {"compare a server with its disk", administrators, [](Cast &c, const Actor &a) { return c.run(c.workspace.reality().startCheck(a, c.server())); }},
        {"mend what was found", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.reality().planMend(a, c.server(), {1})); }},
    };
}

std::vector<MatrixRow> retentionRows()
{
    const auto serverPolicy = [](Cast &c) {
        RetentionPolicy policy;
        policy.name = u"Stay"_s;
        policy.scope.server = c.server();
        return policy;
    };
    return {
        {"why a recording goes", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().decisionFor(a, closed)); }},
        {"retention policies", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().policies(a)); }},
        {"preview retention", retainers, [=](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().previewPolicies(a, {serverPolicy(c)})); }},
        {"set retention", retainers, [=](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().setPolicies(a, {}, {serverPolicy(c)}, {})); }},
        {"set retention of a closed folder", administrators,
         [](Cast &c, const Actor &a) {
             RetentionPolicy policy;
             policy.name = u"Stay"_s;
             policy.scope = {.kind = RetentionScope::Kind::Folder, .server = {}, .folder = sharedFolder, .meetingId = {}, .conditions = {}};
             return failureOf(c.workspace.retention().setPolicies(a, answerOf(c.workspace.retention().policies(owner)).value(), {policy}, {}));
         }},
        {"keep a recording", retainers,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().setOwn(a, {closed}, {}, {.kind = OwnRetention::Kind::Never, .date = {}})); }},
        {"keep a closed recording", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().setOwn(a, {closed, other}, {}, {.kind = OwnRetention::Kind::Never, .date = {}})); }},
        {"hold", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().hold(a, {closed}, u"in court"_s)); }},
        {"hold a closed one", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().hold(a, {other}, u"in court"_s)); }},
        {"list holds", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().holdsInForce(a, 10)); }},
        {"release", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().release(a, HoldId{1'000'000})); }},
        {"retention of servers", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().servers(a)); }},
        {"preview switching on", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().previewActivation(a, c.server())); }},
        {"switch on", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().activate(a, c.server(), 0)); }},
        {"switch off", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().deactivate(a, c.server())); }},
        {"set parameters", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().setParameters(a, c.server(), {}, {})); }},
        {"time zone", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().timeZone(a)); }},
        {"set the time zone", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().setTimeZone(a, "UTC", "UTC", {})); }},
        {"simulate", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().simulate(a, {.server = {}, .atMs = 1, .policies = {}})); }},
        {"calendar", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().calendar(a, {.server = {}, .atMs = 1, .policies = {}})); }},
        {"read a forecast", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().forecastRows(a, {}, 0, 1)); }},
        {"export a forecast", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().exportForecast(a, {}, u"/nowhere/x.csv"_s)); }},
        {"notices", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().notices(a, true)); }},
        {"read a notice", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().noticeRows(a, NoticeId{1}, 0, 1)); }},
        {"dismiss a notice", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().dismissNotice(a, NoticeId{1})); }},
        {"make a plan", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().makePlan(a, c.server())); }},
        {"list plans", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().plans(a, {}, 1)); }},
        {"read a plan", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().planItems(a, DeletionPlanId{1}, 0, 1)); }},
        {"discard a plan", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().discardPlan(a, DeletionPlanId{1})); }},
        {"confirm a plan", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().confirmPlan(a, DeletionPlanId{1}, 0)); }},
        {"approve a plan", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().approvePlan(a, DeletionPlanId{1})); }},
        {"look into the trash", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().trash(a, {}, 0, 1)); }},
        {"list certificates", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().certificateList(a, 0, 1)); }},
        {"read a certificate", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().certificate(a, "x")); }},
        {"what stops deletion", retainers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.retention().guards(a, c.server())); }},
    };
}

std::vector<MatrixRow> peopleRows()
{
    return {
        {"change a person", "OAL",
         [](Cast &c, const Actor &a) {
             Person person = answerOf(c.workspace.people().person(owner, c.actor('n').person)).value();
             person.language = u"en"_s;
             return failureOf(c.workspace.people().update(a, person));
         }},
        {"remove a person", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().remove(a, PersonId{9999})); }},
        {"merge people", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().merge(a, PersonId{9998}, PersonId{9999})); }},
        {"plan an import", "OALMPVN",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().planImport(a, "name\nNew\n")); }},
        {"import", "OALMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().applyImport(a, {})); }},
        {"export people", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().exportCsv(a)); }},
        {"rename a group", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().renameGroup(a, GroupId{9999}, u"x"_s)); }},
        {"remove a group", "OAL", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().removeGroup(a, GroupId{9999})); }},
        {"put into a group", "OAL",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().setMember(a, GroupId{9999}, c.actor('n').person, true)); }},
    };
}

// Links, proposals, and the lists they change.
std::vector<MatrixRow> accessRows()
{
    return {
        {"preview a change of access", "OAkLMP",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().preview(a, SetPublicView{closed, true})); }},
        {"inherit again", "OAL", // takes from Moderators; foreseen otherwise: it stays as it is for the next one
         [](Cast &c, const Actor &a) {
             AccessPreview foreseen;
             foreseen.peopleLosing = 12'345;
             return failureOf(c.workspace.access().resetToParent(a, closed, foreseen));
         }},
        {"links of a recording", "OAkLM", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().links(a, closed)); }},
        {"links", "OAkLMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().links(a, {})); }},
        {"take a link back that is not there", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().revokeLink(a, LinkId{9999})); }},
        {"policy of links", "OAkLMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().linkPolicy(a)); }},
        {"proposals of a recording", "OAkLM", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().proposals(a, closed)); }},
        {"proposals", "OAkLMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().proposals(a, {})); }},
        {"decline a proposal", "OALM",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().declineProposal(a, closed, c.actor('n').person)); }},
        {"mode of proposals, read", "OAk", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().proposalMode(a, c.server())); }},
        {"who took part and cannot see it", "OAkLMP", [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().attendanceGap(a, closed)); }},
        {"preview a folder's move", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().previewMove(a, FolderId{9999}, sharedFolder)); }},
        {"preview a folder's removal", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().previewRemove(a, FolderId{9999}, std::nullopt)); }},
        {"preview filing", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().previewFile(a, {closed}, sharedFolder)); }},
        {"where a recording is filed", seers, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().folderOf(a, closed)); }},
    };
}

std::vector<MatrixRow> shelfRows()
{
    return {
        {"add a version", authors,
         [](Cast &c, const Actor &a) { return c.run(c.workspace.materials().startAddVersion(a, c.material(), u"/nowhere/file"_s)); }},
        {"change a material", authors, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().change(a, c.material(), {})); }},
        {"restore a material", authors, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().restore(a, c.material())); }},
        {"fetch a material", seers,
         [](Cast &c, const Actor &a) { return c.run(c.workspace.materials().startFetch(a, c.material(), 1, u"/nowhere/file"_s)); }},
        {"copies that were changed", authors, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().changedCopies(a, closed)); }},
        {"count what waits", "OA", [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().countWaiting(a, c.server())); }},
        {"set the servers' folder", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.materials().setServerFolder(a, {})); }},
        {"count people", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().countPeople(a, {})); }},
        {"find a person", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().findPerson(a, u"nobody"_s)); }},
        {"people of a recording", "OALMPV", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().peopleOfRecording(a, closed)); }},
        {"members of a group", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().members(a, GroupId{9999})); }},
        {"groups of a person", "OAkLlMPVN", [](Cast &c, const Actor &a) { return failureOf(c.workspace.people().groupsOf(a, c.actor('n').person)); }},
    };
}

std::vector<MatrixRow> folderRows()
{
    return {
        {"make a folder", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().create(a, sharedFolder, u"New"_s)); }},
        {"rename a folder", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().rename(a, FolderId{9999}, u"x"_s)); }},
        {"move a folder", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().move(a, FolderId{9999}, sharedFolder)); }},
        {"remove a folder", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().remove(a, FolderId{9999}, std::nullopt)); }},
        {"file a recording", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().file(a, {closed}, sharedFolder)); }},
        {"filing rules", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().rules(a)); }},
        {"set filing rules", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().setRules(a, {}, {})); }},
        {"count by filing rules", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().countByRules(a, {})); }},
        {"file by the rules", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.folders().fileByRules(a)); }},
        {"give access", "OALM",
         [](Cast &c, const Actor &a) {
             QList<GrantEntry> entries;
             const Result<AccessList> list = answerOf(c.workspace.access().list(owner, closed));
             for (const NamedGrant &grant : list.value().entries)
                 entries += grant.entry;
             return failureOf(c.workspace.access().replaceList(a, closed, entries, entries));
         }},
        {"explain another's access", "OAkLMP",
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().explain(a, c.actor('n').person, closed)); }},
        {"make a link", "OALM",
         [](Cast &c, const Actor &a) {
             return failureOf(c.workspace.access().createLink(a, {.recording = closed, .label = {}, .password = {}, .expiresAtMs = 0,
                                                                  .maxUses = 0, .allowsDownload = true}));
         }},
        {"mode of proposals", administrators,
         [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().setProposalMode(a, c.server(), ProposalMode::Propose)); }},
    };
}

// After these, the others' rows would say something else.
std::vector<MatrixRow> ruiningRows()
{
    return {
        {"remove a server", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.removeServer(a, c.server())); }},
        {"make public", administrators, [](Cast &c, const Actor &a) { return failureOf(c.workspace.access().setPublic(a, closed, true)); }},
    };
}

} // namespace

class TestRoleMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCommandIsForThoseWhoMay_data()
    {
        QTest::addColumn<QString>("allowed");
        QTest::addColumn<Command>("command");
        QTest::addColumn<bool>("keepsCatalog");
        const auto addRows = [](const std::vector<MatrixRow> &rows, bool keepCatalog) {
            for (const MatrixRow &row : rows)
                QTest::newRow(row.name) << QString::fromLatin1(row.allowed) << row.run << keepCatalog;
        };
        addRows(readingRows(), true);
        addRows(editingRows(), true);
        addRows(catalogRows(), true);
        addRows(peopleRows(), true);
        addRows(folderRows(), true);
        addRows(accessRows(), true);
        addRows(shelfRows(), true);
        addRows(retentionRows(), true);
        addRows(realityRows(), true);
        addRows(ruiningRows(), false);
    }

    void eachCommandIsForThoseWhoMay()
    {
        QFETCH(const QString, allowed);
        QFETCH(const Command, command);
        QFETCH(const bool, keepsCatalog);
        if (!m_cast) {
            m_cast = std::make_unique<Cast>();
            QVERIFY(m_cast->addMaterial());
        }
        Cast &cast = *m_cast;
        QString wrong;
        // Those first who may not: nothing has changed after them.
        const qint64 before = cast.changes();
        for (const char letter : std::string_view(everybody)) {
            if (allowed.contains(QLatin1Char(letter)))
                continue;
            const Failure failure = command(cast, cast.actor(letter));
            const bool isHidden = failure && failure->kind == ErrorKind::NotFound; // nobody learns what there is
            if (!isHidden && !refusalIn(failure))
                wrong += QLatin1Char(letter) + u" was let in; "_s;
        }
        QCOMPARE(cast.changes(), before);
        // What is not there is not there for the owner either; for others it may be hidden, which is a refusal.
        const Failure forOwner = allowed.contains(u'O') ? command(cast, owner) : Failure();
        const bool isMissing = forOwner && forOwner->kind == ErrorKind::NotFound;
        for (const char letter : allowed.toLatin1()) {
            const Failure failure = letter == 'O' ? forOwner : command(cast, cast.actor(letter));
            const bool isHidden = keepsCatalog && failure && failure->kind == ErrorKind::NotFound && !isMissing;
            if (isHidden || refusalIn(failure))
                wrong += QLatin1Char(letter) + u" was refused; "_s;
        }
        if (!keepsCatalog)
            m_cast.reset();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void cleanupTestCase() { m_cast.reset(); }

    void everybodyListsWhatTheyCanSee()
    {
        Cast cast;
        for (const char letter : std::string_view(everybody)) {
            const Actor &actor = cast.actor(letter);
            const bool seesAll = has("OAk", letter);
            const qsizetype seen = seesAll ? 3 : has(seers, letter) ? 1 : 0;
            const auto page = answerOf(cast.workspace.recordings(actor, everything(), {}, 100));
            QVERIFY(page);
            QVERIFY2(page->rows.size() == seen, qPrintable(QString(QLatin1Char(letter))));
            QCOMPARE(answerOf(cast.workspace.countRecordings(actor, everything())).value(), seen);
            // By its own number and by the server's, what is closed is as what is not there.
            const bool findsOther = answerOf(cast.workspace.findRecording(actor, u"2"_s)).has_value();
            QCOMPARE(findsOther, seesAll);
        }
    }

    void whoDoesNotManageServersLearnsTheirNamesOnly()
    {
        Cast cast;
        for (const char letter : std::string_view("OALlMPVNmvdn")) {
            const auto servers = answerOf(cast.workspace.servers(cast.actor(letter)));
            QVERIFY(servers);
            QCOMPARE(servers->size(), 1);
            QCOMPARE(servers->first().name, u"First"_s);
            QCOMPARE(servers->first().apiUrl.isEmpty(), !has("OA", letter));
        }
    }

    void theOutboxShowsEditsOfWhatOneCanSee()
    {
        Cast cast;
        for (const RecordingId id : {closed, other}) {
            const QString title = answerOf(cast.workspace.editor().information(owner, id)).value().values.value(field::title);
            QCOMPARE(answerOf(cast.workspace.editor().apply(owner, {{id, field::title, title, u"Changed"_s}})).value().count(EditOutcome::Applied), 1);
        }
        for (const char letter : std::string_view(everybody)) {
            const auto outbox = answerOf(cast.workspace.editor().outbox(cast.actor(letter), false));
            QVERIFY(outbox);
            const qsizetype seen = has("OAk", letter) ? 2 : has(seers, letter) ? 1 : 0;
            QVERIFY2(outbox->size() == seen, qPrintable(QString(QLatin1Char(letter))));
        }
    }

    void peopleFollowTheirOwnJobsAndTheOwnerAll()
    {
        Cast cast;
        const Actor mine = cast.actor('M');
        const Actor theirs = cast.actor('P');
        const JobId job = cast.workspace.startDownload(mine, closed, u"video"_s, u"/nowhere/mine.mp4"_s);
        QCOMPARE(cast.workspace.jobs(mine).size(), 1);
        QCOMPARE(cast.workspace.jobs(theirs).size(), 0);
        QCOMPARE(cast.workspace.jobs(owner).size(), 1);
        (void)cast.run(job);
        cast.workspace.dismissJob(theirs, job);
        QCOMPARE(cast.workspace.jobs(mine).size(), 1);
        cast.workspace.dismissJob(mine, job);
        QCOMPARE(cast.workspace.jobs(owner).size(), 0);
    }

    void aJobIsAdmittedAgainAtEachAttempt()
    {
        Cast cast;
        const Actor moderator = cast.actor('M');
        const JobId job = cast.workspace.materials().startAdd(moderator, closed, {u"/nowhere/file"_s});
        QVERIFY(!refusalIn(cast.run(job)));
        Person person = answerOf(cast.workspace.people().person(owner, moderator.person)).value();
        person.isBlocked = true;
        QVERIFY(answerOf(cast.workspace.people().update(owner, person)));
        cast.workspace.retryJob(owner, job);
        QCOMPARE(refusalIn(cast.run(job)), std::optional(Refusal::Blocked));
    }

    void aPlanIsCarriedOutByWhoMayDeleteAllOfIt()
    {
        Cast cast;
        ServerReality &reality = cast.workspace.reality();
        for (const bool withOther : {false, true}) {
            const QList<RecordingId> recordings = withOther ? QList{closed, other} : QList{closed};
            const auto plan = answerOf(reality.planByHand(owner, DeletionStep::Trash, recordings));
            QVERIFY(plan && answerOf(cast.workspace.retention().confirmPlan(owner, plan->id, recordings.size())));
            for (const char letter : std::string_view("bklMPVNmvdnX")) // who may goes on to a server that is not there
                QVERIFY2(refusalIn(cast.run(reality.startPlan(cast.actor(letter), *plan))), &letter);
            QCOMPARE(refusalIn(cast.run(reality.startPlan(cast.actor('L'), *plan))).has_value(), withOther);
            QVERIFY(!refusalIn(cast.run(reality.startPlan(cast.actor('A'), *plan))));
        }
    }

    void trashIsForWhoMayThrowAway()
    {
        Cast cast;
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("notes") > 0 && file.flush());
        MaterialShelf &shelf = cast.workspace.materials();
        QVERIFY(!cast.run(shelf.startAdd(owner, closed, {file.fileName()})));
        const MaterialId id = answerOf(shelf.materials(owner, closed, false)).value().first().id;
        QVERIFY(answerOf(shelf.localCopy(cast.actor('v'), id, 1)));
        QVERIFY(answerOf(shelf.moveToTrash(owner, id)));
        for (const char letter : std::string_view(seers)) {
            const bool throwsAway = has(authors, letter) || letter == 'k';
            const auto all = answerOf(shelf.materials(cast.actor(letter), closed, true));
            QVERIFY(all);
            QVERIFY2(all->size() == (throwsAway ? 1 : 0), qPrintable(QString(QLatin1Char(letter))));
        }
        QVERIFY(refusalIn(failureOf(shelf.localCopy(cast.actor('v'), id, 1))));
    }

private:
    std::unique_ptr<Cast> m_cast; // of the rows that leave everybody and everything where they are
};

QTEST_GUILESS_MAIN(TestRoleMatrix)
#include "tst_rolematrix.moc"
