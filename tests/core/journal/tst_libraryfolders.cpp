#include "core/access/folderproblem.h"
#include "core/journal/libraryfolders.h"
#include "core/storage/auditrepository.h"
#include "core/storage/personrepository.h"
#include "tests/core/access/randomaccess.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <map>

using namespace letopis;
using namespace letopis::testing;

namespace {
using Kind = FolderProblem::Kind;

constexpr PersonId chief{1}, limited{2}, mila{3}, vera{4}, oleg{5}; // Administrator … Limited … Moderator, Viewer, Moderator
const Actor owner = ownerActor(u"owner"_s, {});

Actor as(PersonId person)
{
    return personActor(person, u"person-%1"_s.arg(person.value), {});
}

AccessRows people()
{
    AccessRows rows;
    for (const PersonId person : {chief, limited, mila, vera, oleg})
        rows.people.push_back({.id = person, .isBlocked = false, .switches = {}});
    rows.memberships = {{.group = GroupId{1}, .member = chief}, {.group = GroupId{2}, .member = limited},
                        {.group = GroupId{3}, .member = mila},  {.group = GroupId{4}, .member = vera},
                        {.group = GroupId{3}, .member = oleg}};
    return rows;
}

template <typename T>
ErrorKind errorOf(const Result<T> &result)
{
    return result ? ErrorKind::Internal : result.error().kind;
}

template <typename T>
std::optional<Kind> problemOf(const Result<T> &result)
{
    const auto *problem = result ? nullptr : std::any_cast<FolderProblem>(&result.error().evidence);
    return problem ? std::optional(problem->kind) : std::nullopt;
}

template <typename T>
Refusal refusalOf(const Result<T> &result)
{
    const auto *evidence = result ? nullptr : std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? evidence->refusal : Refusal::None;
}

FilingRule meetingContains(const QString &text, FolderId folder)
{
    return {.folder = folder,
            .server = {},
            .conditions = {{.field = FilingRule::Field::Meeting, .key = {}, .match = FilingRule::Match::Contains, .text = text}}};
}
} // namespace

class TestLibraryFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foldersAreMadeRenamedAndMoved();
    void hostileNamesAreRefused_data();
    void hostileNamesAreRefused();
    void oneNameStandsOnceInAFolder();
    void aFolderIsNotPutIntoItself();
    void rootsAndPersonalFoldersStay();
    void foldersAreOnlySoDeep();
    void onlyAnEmptyFolderIsRemovedWithoutAPlaceForItsContent();
    void contentGoesWhereItIsTold();
    void aNameThatIsTakenWhereContentGoesIsToldBefore();
    void whatIsGoneGivesItsNumberToNobody();
    void recordingsAreFiledWithTheirRights();
    void everyRoleMayWhatTheTablesSay_data();
    void everyRoleMayWhatTheTablesSay();
    void moveNeedsManageAtBothEnds();
    void nobodyTakesAwayByMovingWhatTheyMayNotGrant();
    void filingNeedsPublishWhereItGoes();
    void peopleSeeWhatIsOpenAndTheWayThere();
    void whoLosesThemselvesIsGuarded();
    void previewsTellWhatHappensOrWhyNot();
    void rulesAreKeptWholeAndInOrder();
    void rulesFileWhatIsNew();
    void whatIsDoneIsWhatWasForeseen();
    void rulesTellWhoGainsBeforeTheyFile();
    void rulesFileWhatIsThereWhenAsked();
    void aRuleGoesWithItsFolderAndIsToldOf();
    void aFolderGoneDuringASyncTakesNothing();
    void whatFailsLeavesNothing_data();
    void whatFailsLeavesNothing();
    void randomTreesBehaveAsAPlainModel();
    void visibilityAfterMovesIsThePureAnswer();
    void tenThousandRecordingsMoveInAFewStatements();

private:
    FolderId make(const QString &name, FolderId parent = sharedFolder)
    {
        const Result<FolderId> made = waitFor(m_folders->create(owner, parent, name));
        return made ? *made : FolderId{};
    }
    void give(PersonId person, FolderId folder, Permission permission)
    {
        AccessRows rows;
        rows.entries = {{.scope = AccessScope::ofFolder(folder), .principal = person, .permission = permission, .untilMs = 0}};
        QVERIFY(write([rows](Connection &connection) { return storeAccess(connection, rows); }));
        if (folder != sharedFolder)
            QVERIFY(run(u"UPDATE folder SET has_own_list = 1 WHERE id = %1"_s.arg(folder.value)));
    }
    Result<> write(std::function<Result<>(Connection &)> f) { return waitFor(m_catalog->database->write(std::move(f))); }
    Result<> run(const QString &sql)
    {
        return write([sql](Connection &connection) { return connection.executeOnce({"test.run"_L1, sql}); });
    }
    qint64 number(const QString &sql) { return numberFrom(*m_catalog->database, sql); }
    QStringList paths(const Actor &actor)
    {
        const Result<QList<FolderNode>> nodes = waitFor(m_folders->folders(actor));
        if (!nodes)
            return {nodes.error().detail};
        QHash<FolderId, QString> byId;
        QStringList paths;
        for (const FolderNode &node : *nodes) {
            const QString root = node.folder.id == sharedFolder ? u"S"_s : u"P"_s;
            byId[node.folder.id] = node.folder.parent.isValid() ? byId.value(node.folder.parent, u"?"_s) + u'/' + node.folder.name : root;
            paths += byId[node.folder.id];
        }
        return paths;
    }
    QList<AuditEvent> events(qint64 after)
    {
        const auto read = waitFor(AuditRepository(*m_catalog->database).page(after, 10'000));
        return read ? QList<AuditEvent>(read->begin(), read->end()) : QList<AuditEvent>();
    }
    qint64 lastEvent() { return number(u"SELECT max(sequence) AS value FROM audit_event"_s); }
    AuditEvent lastJournalled() { return events(lastEvent() - 1).value(0); }
    qint64 placed(FolderId folder)
    {
        return number(u"SELECT count(*) AS value FROM recording WHERE folder_id = %1"_s.arg(folder.value));
    }

    std::unique_ptr<TestCatalog> m_catalog;
    std::optional<LibraryFolders> m_folders;
    std::shared_ptr<Visibility> m_visibility;
    QString m_failing;
    QHash<QString, int> m_statements;
};

void TestLibraryFolders::init()
{
    m_folders.reset();
    m_failing.clear();
    DatabaseOptions options;
    options.observer = [this](QStringView name) -> Result<> {
        if (!m_failing.isEmpty() && name == m_failing)
            return Error{ErrorKind::DiskFull, u"planted"_s, {}, {}};
        return {};
    };
    m_catalog = std::make_unique<TestCatalog>(options);
    QVERIFY(m_catalog->sync({snapshots(1, 6)}));
    QVERIFY(write([](Connection &connection) { return storeAccess(connection, people()); }));
    m_visibility = std::make_shared<Visibility>(m_catalog->clock);
    m_folders.emplace(*m_catalog->database, m_visibility);
}

void TestLibraryFolders::foldersAreMadeRenamedAndMoved()
{
    const FolderId faculty = make(u" Факультет "_s);
    const FolderId year = make(u"2026"_s, faculty);
    const FolderId maths = make(u"Maths"_s, year);
    QCOMPARE(paths(owner), (QStringList{u"S"_s, u"S/Факультет"_s, u"S/Факультет/2026"_s, u"S/Факультет/2026/Maths"_s, u"P"_s}));
    const qint64 before = lastEvent();
    const qint64 version = number(u"SELECT version AS value FROM access_version"_s);
    QVERIFY(waitFor(m_folders->rename(owner, maths, u"Algebra"_s)));
    QVERIFY(waitFor(m_folders->move(owner, maths, sharedFolder)));
    QVERIFY(waitFor(m_folders->move(owner, maths, sharedFolder))); // it is there
    QCOMPARE(paths(owner), (QStringList{u"S"_s, u"S/Algebra"_s, u"S/Факультет"_s, u"S/Факультет/2026"_s, u"P"_s}));
    QCOMPARE(number(u"SELECT version AS value FROM access_version"_s), version + 2);
    const QList<AuditEvent> journal = events(before);
    QCOMPARE(journal.size(), 2);
    QCOMPARE(journal[0].action, u"folder.renamed"_s);
    QCOMPARE(QJsonDocument::fromJson(journal[0].details)[u"name"_s], QJsonValue(QJsonArray{u"Maths"_s, u"Algebra"_s}));
    QCOMPARE(journal[1].action, u"folder.moved"_s);
    QCOMPARE(QJsonDocument::fromJson(journal[1].details)[u"path"_s],
             QJsonValue(QJsonArray{u"/Shared/Факультет/2026/Algebra"_s, u"/Shared/Algebra"_s}));
    QCOMPARE(waitFor(m_folders->find(owner, u"/shared/фАКУЛЬТЕТ/2026"_s)).value_or(FolderId{}), year);
    QCOMPARE(waitFor(m_folders->find(owner, u"Shared"_s)).value_or(FolderId{}), sharedFolder);
    QCOMPARE(errorOf(waitFor(m_folders->find(owner, u"/Shared/2026"_s))), ErrorKind::NotFound);
    QCOMPARE(errorOf(waitFor(m_folders->find(owner, u"/"_s))), ErrorKind::NotFound);
    QCOMPARE(errorOf(waitFor(m_folders->create(owner, {999}, u"x"_s))), ErrorKind::NotFound);
    QCOMPARE(errorOf(waitFor(m_folders->move(owner, year, {999}))), ErrorKind::NotFound);
}

void TestLibraryFolders::hostileNamesAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<std::optional<Kind>>("problem");
    const auto row = [](const char *what, const QString &name, std::optional<Kind> problem) {
        QTest::newRow(what) << name << problem;
    };
    row("nothing", {}, Kind::NameMissing);
    row("spaces", u" \t "_s, Kind::NameMissing);
    row("300 characters", QString(300, u'ш'), std::nullopt);
    row("301 characters", QString(301, u'ш'), Kind::NameTooLong);
    row("a slash", u"a/b"_s, Kind::NameInvalid);
    row("here", u"."_s, Kind::NameInvalid);
    row("above", u".."_s, Kind::NameInvalid);
    row("three dots", u"..."_s, std::nullopt);
    row("a NUL", u"a"_s + QChar(u'\0') + u'b', Kind::NameInvalid);
    row("a line break", u"a\nb"_s, Kind::NameInvalid);
    row("an override", u"a\u202Etxt"_s, Kind::NameInvalid);
    row("half a pair", u"a"_s + QChar(0xD800), Kind::NameInvalid);
    row("Hebrew", u"תיקייה"_s, std::nullopt);
    row("SQL", u"'; DROP TABLE folder; --"_s, std::nullopt);
}

void TestLibraryFolders::hostileNamesAreRefused()
{
    QFETCH(QString, name);
    QFETCH(std::optional<Kind>, problem);
    const Result<FolderId> made = waitFor(m_folders->create(owner, sharedFolder, name));
    QCOMPARE(problemOf(made), problem);
    QCOMPARE(made.has_value(), !problem);
    const FolderId other = make(u"other"_s);
    QCOMPARE(problemOf(waitFor(m_folders->rename(owner, other, name))), problem ? problem : std::optional(Kind::NameTaken));
}

void TestLibraryFolders::oneNameStandsOnceInAFolder()
{
    const FolderId tree = make(u"Ёлка"_s);
    const Result<FolderId> again = waitFor(m_folders->create(owner, sharedFolder, u"ЕЛКА "_s));
    QCOMPARE(errorOf(again), ErrorKind::AlreadyExists);
    QCOMPARE(problemOf(again), Kind::NameTaken);
    QCOMPARE(again.error().subject, u"Ёлка"_s);
    const FolderId inside = make(u"елка"_s, tree); // elsewhere it is free
    QVERIFY(inside.isValid());
    QCOMPARE(problemOf(waitFor(m_folders->move(owner, inside, sharedFolder))), Kind::NameTaken);
    QCOMPARE(problemOf(waitFor(m_folders->rename(owner, make(u"Сосна"_s), u"ёлка"_s))), Kind::NameTaken);
    QVERIFY(waitFor(m_folders->rename(owner, tree, u"ЁЛКА"_s))); // its own may change its case
}

void TestLibraryFolders::aFolderIsNotPutIntoItself()
{
    const FolderId a = make(u"A"_s);
    const FolderId b = make(u"B"_s, a);
    const FolderId c = make(u"C"_s, b);
    const Result<> cycle = waitFor(m_folders->move(owner, a, c));
    QCOMPARE(problemOf(cycle), Kind::BelowItself);
    QCOMPARE(cycle.error().subject, u"A → B → C"_s);
    QCOMPARE(problemOf(waitFor(m_folders->move(owner, a, a))), Kind::BelowItself);
    QCOMPARE(problemOf(waitFor(m_folders->remove(owner, a, c))), Kind::BelowItself);
    QCOMPARE(problemOf(waitFor(m_folders->remove(owner, a, a))), Kind::BelowItself);
}

void TestLibraryFolders::rootsAndPersonalFoldersStay()
{
    for (const FolderId root : {sharedFolder, peopleFolder}) {
        QCOMPARE(problemOf(waitFor(m_folders->rename(owner, root, u"x"_s))), Kind::Root);
        QCOMPARE(problemOf(waitFor(m_folders->move(owner, root, make(u"to %1"_s.arg(root.value))))), Kind::Root);
        QCOMPARE(problemOf(waitFor(m_folders->remove(owner, root, {}))), Kind::Root);
    }
    PersonRepository repository(*m_catalog->database, m_catalog->clock);
    Person anna;
    anna.name = u"Anna/Petrova"_s;
    anna.role = Role::Moderator;
    const Result<PersonId> id = waitFor(repository.add(owner, PeopleAuthority::Everybody, anna));
    QVERIFY(id);
    const Result<FolderId> hers = waitFor(m_folders->find(as(*id), u"/People/Anna-Petrova"_s));
    QVERIFY(hers);
    QCOMPARE(paths(as(*id)), (QStringList{u"P"_s, u"P/Anna-Petrova"_s}));
    QCOMPARE(problemOf(waitFor(m_folders->move(owner, *hers, sharedFolder))), Kind::Personal);
    QCOMPARE(problemOf(waitFor(m_folders->remove(owner, *hers, sharedFolder))), Kind::Personal);
    QVERIFY(waitFor(m_folders->create(as(*id), *hers, u"Drafts"_s)));
    QVERIFY(waitFor(repository.remove(owner, PeopleAuthority::Everybody, *id)));
    QVERIFY(waitFor(m_folders->remove(owner, *hers, sharedFolder))); // nobody's any more
}

void TestLibraryFolders::foldersAreOnlySoDeep()
{
    FolderId at = sharedFolder;
    for (int depth = 1; depth <= maxFolderDepth; ++depth) {
        at = make(u"d"_s, at);
        QVERIFY2(at.isValid(), qPrintable(QString::number(depth)));
    }
    QCOMPARE(problemOf(waitFor(m_folders->create(owner, at, u"d"_s))), Kind::TooDeep);
    const FolderId pair = make(u"pair"_s);
    make(u"child"_s, pair);
    const Result<FolderId> last = waitFor(m_folders->find(owner, u"/Shared"_s + u"/d"_s.repeated(maxFolderDepth - 1)));
    QVERIFY(last);
    QCOMPARE(problemOf(waitFor(m_folders->move(owner, pair, *last))), Kind::TooDeep);
    QVERIFY(waitFor(m_folders->remove(owner, pair, *last))); // the child alone fits
}

void TestLibraryFolders::onlyAnEmptyFolderIsRemovedWithoutAPlaceForItsContent()
{
    const FolderId withFolder = make(u"A"_s);
    const FolderId child = make(u"child"_s, withFolder);
    QCOMPARE(problemOf(waitFor(m_folders->remove(owner, withFolder, {}))), Kind::NotEmpty);
    QVERIFY(waitFor(m_folders->file(owner, {RecordingId{1}}, child)));
    QCOMPARE(problemOf(waitFor(m_folders->remove(owner, child, {}))), Kind::NotEmpty);
    give(mila, child, Permission::View);
    QVERIFY(waitFor(m_folders->file(owner, {RecordingId{1}}, sharedFolder)));
    QVERIFY(waitFor(m_folders->remove(owner, child, {})));
    QVERIFY(waitFor(m_folders->remove(owner, withFolder, {})));
    QCOMPARE(lastJournalled().action, u"folder.removed"_s);
    QCOMPARE(paths(owner), (QStringList{u"S"_s, u"P"_s}));
    QCOMPARE(number(u"SELECT count(*) AS value FROM access_entry WHERE scope = %1"_s.arg(AccessScope::ofFolder(child).value())), 0);
}

void TestLibraryFolders::contentGoesWhereItIsTold()
{
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    make(u"From"_s, from); // bears the name that the folder leaves free only when it is gone
    const FolderId kept = make(u"Kept"_s, from);
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}, {3}}, from)));
    QVERIFY(waitFor(m_folders->file(owner, {{4}}, kept)));
    QVERIFY(run(u"UPDATE recording SET access_scope = id * 4 + 2 WHERE id = 2"_s)); // a list of its own
    QVERIFY(run(u"UPDATE recording SET access_scope = access_scope | 1 WHERE id = 3"_s)); // public
    QVERIFY(waitFor(m_folders->remove(owner, from, to)));
    QCOMPARE(paths(owner), (QStringList{u"S"_s, u"S/To"_s, u"S/To/From"_s, u"S/To/Kept"_s, u"P"_s}));
    QCOMPARE(placed(to), 3);
    const qint64 scope = AccessScope::ofFolder(to).value();
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 1"_s), scope);
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 2"_s), 10);
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 3"_s), scope + 1);
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 4"_s), AccessScope::ofFolder(kept).value());
    const QJsonObject details = QJsonDocument::fromJson(lastJournalled().details).object();
    QCOMPARE(details[u"recordings"_s].toInt(), 3);
    QCOMPARE(details[u"folders"_s].toInt(), 2);
    QCOMPARE(details[u"contentToPath"_s].toString(), u"/Shared/To"_s);
    // Into its own parent, where a child bears its name.
    const FolderId inner = make(u"To"_s, to);
    QVERIFY(waitFor(m_folders->remove(owner, to, sharedFolder)));
    QCOMPARE(waitFor(m_folders->find(owner, u"/Shared/To"_s)).value_or(FolderId{}), inner);
}

void TestLibraryFolders::aNameThatIsTakenWhereContentGoesIsToldBefore()
{
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    make(u"Ёлка"_s, from);
    make(u"елка"_s, to);
    make(u"Free"_s, from);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, from)));
    const qint64 before = lastEvent();
    const Result<> removed = waitFor(m_folders->remove(owner, from, to));
    QCOMPARE(errorOf(removed), ErrorKind::AlreadyExists);
    QCOMPARE(std::any_cast<FolderProblem>(removed.error().evidence).names, QStringList{u"Ёлка"_s});
    QCOMPARE(placed(from), 1);
    QCOMPARE(lastEvent(), before);
}

void TestLibraryFolders::whatIsGoneGivesItsNumberToNobody()
{
    const FolderId first = make(u"A"_s);
    QVERIFY(waitFor(m_folders->remove(owner, first, {})));
    const FolderId second = make(u"B"_s);
    QVERIFY(second.value > first.value);
    const FolderId third = make(u"C"_s);
    QVERIFY(waitFor(m_folders->remove(owner, second, {})));
    QVERIFY(make(u"D"_s).value > third.value);
}

void TestLibraryFolders::recordingsAreFiledWithTheirRights()
{
    const FolderId folder = make(u"Exams"_s);
    QVERIFY(run(u"UPDATE recording SET access_scope = id * 4 + 3 WHERE id = 2"_s)); // its own list, and public
    const qint64 before = lastEvent();
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}, {1}}, folder)));
    QCOMPARE(placed(folder), 2);
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 1"_s), AccessScope::ofFolder(folder).value());
    QCOMPARE(number(u"SELECT access_scope AS value FROM recording WHERE id = 2"_s), 11);
    QList<AuditEvent> journal = events(before);
    QCOMPARE(journal.size(), 2);
    QCOMPARE(journal[1].action, u"recording.filed"_s);
    QCOMPARE(journal[1].recording, RecordingId{2});
    QCOMPARE(QJsonDocument::fromJson(journal[1].details)[u"folder"_s], QJsonValue(QJsonArray{u"/Shared"_s, u"/Shared/Exams"_s}));
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, folder))); // it is there
    QCOMPARE(events(before).size(), 2);
    QCOMPARE(errorOf(waitFor(m_folders->file(owner, {{3}, {999}}, folder))), ErrorKind::NotFound);
    QCOMPARE(errorOf(waitFor(m_folders->file(owner, {{3}}, {999}))), ErrorKind::NotFound);
    QCOMPARE(placed(folder), 2);
    QCOMPARE(waitFor(m_folders->folderOf(owner, {1})).value_or(FolderId{}), folder);
    QCOMPARE(errorOf(waitFor(m_folders->folderOf(owner, {999}))), ErrorKind::NotFound);
    const QList<RecordingId> many(LibraryFolders::mostFiled + 1, RecordingId{1});
    QCOMPARE(errorOf(waitFor(m_folders->file(owner, many, folder))), ErrorKind::TooLarge);
}

void TestLibraryFolders::everyRoleMayWhatTheTablesSay_data()
{
    QTest::addColumn<qint64>("person");
    QTest::addColumn<int>("permission"); // -1: nothing
    QTest::addColumn<Refusal>("manage");
    QTest::addColumn<Refusal>("fileInto");
    QTest::addColumn<Refusal>("rules");
    const auto row = [](const char *who, PersonId person, std::optional<Permission> permission, Refusal manage, Refusal fileInto, Refusal rules) {
        QTest::newRow(who) << person.value << (permission ? int(*permission) : -1) << manage << fileInto << rules;
    };
    using P = Permission;
    using R = Refusal;
    row("Administrator", chief, {}, R::None, R::None, R::None);
    row("Administrator, denied", chief, P::Denied, R::None, R::None, R::None);
    row("Limited with Manage", limited, P::Manage, R::None, R::None, R::Role);
    row("Limited with Publish", limited, P::Publish, R::NeedsManage, R::NeedsManage, R::Role);
    row("Limited with nothing", limited, {}, R::NoAccess, R::NoAccess, R::Role);
    row("Moderator with Manage", mila, P::Manage, R::None, R::Role, R::Role);
    row("Moderator with Publish", mila, P::Publish, R::NeedsManage, R::Role, R::Role);
    row("Moderator with View", mila, P::View, R::NeedsManage, R::Role, R::Role);
    row("Moderator, denied", mila, P::Denied, R::Denied, R::Role, R::Role);
    row("Moderator with nothing", mila, {}, R::NoAccess, R::Role, R::Role);
    row("Viewer with Manage", vera, P::Manage, R::Role, R::Role, R::Role);
    row("unknown", {999}, {}, R::Blocked, R::Blocked, R::Blocked);
}

void TestLibraryFolders::everyRoleMayWhatTheTablesSay()
{
    QFETCH(qint64, person);
    QFETCH(int, permission);
    QFETCH(Refusal, manage);
    QFETCH(Refusal, fileInto);
    QFETCH(Refusal, rules);
    const FolderId folder = make(u"Folder"_s);
    const FolderId inner = make(u"Inner"_s, folder);
    const FolderId second = make(u"Second"_s, folder);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, folder)));
    if (permission >= 0)
        give({person}, folder, Permission(permission));
    const Actor actor = as({person});
    const qint64 before = lastEvent();
    QCOMPARE(refusalOf(waitFor(m_folders->create(actor, folder, u"New"_s))), manage);
    QCOMPARE(refusalOf(waitFor(m_folders->rename(actor, inner, u"Renamed"_s))), manage);
    QCOMPARE(refusalOf(waitFor(m_folders->move(actor, inner, second))), manage);
    QCOMPARE(refusalOf(waitFor(m_folders->previewRemove(actor, inner, {}))), manage);
    QCOMPARE(refusalOf(waitFor(m_folders->remove(actor, inner, {}))), manage);
    QCOMPARE(refusalOf(waitFor(m_folders->file(actor, {{1}}, second))), fileInto);
    QCOMPARE(refusalOf(waitFor(m_folders->rules(actor))), rules);
    QCOMPARE(refusalOf(waitFor(m_folders->setRules(actor, {}, {meetingContains(u"x"_s, folder)}))), rules);
    QCOMPARE(refusalOf(waitFor(m_folders->countByRules(actor, {}))), rules);
    QCOMPARE(refusalOf(waitFor(m_folders->fileByRules(actor))), rules);
    if (manage != Refusal::None && fileInto != Refusal::None)
        QCOMPARE(lastEvent(), before); // nothing happened
    // Nobody, and who only looks, change nothing.
    QCOMPARE(refusalOf(waitFor(m_folders->create(Actor(), folder, u"y"_s))), Refusal::Blocked);
    Actor looking = actor;
    looking.onlyLooks = true;
    QVERIFY(!waitFor(m_folders->create(looking, folder, u"y"_s)));
    const Result<QList<FolderNode>> nodes = waitFor(m_folders->folders(actor));
    QVERIFY(nodes);
    for (const FolderNode &node : *nodes) {
        if (node.folder.id != folder)
            continue;
        QCOMPARE(node.canManage, manage == Refusal::None);
        const bool isPublisher = permission == int(Permission::Manage) || permission == int(Permission::Publish);
        QCOMPARE(node.canFileInto, person == chief.value || (person == limited.value && isPublisher));
    }
}

void TestLibraryFolders::moveNeedsManageAtBothEnds()
{
    const FolderId hers = make(u"Hers"_s);
    const FolderId closed = make(u"Closed"_s);
    const FolderId shown = make(u"Shown"_s);
    const FolderId child = make(u"Child"_s, hers);
    give(mila, hers, Permission::Manage);
    give(mila, shown, Permission::View);
    QCOMPARE(refusalOf(waitFor(m_folders->move(as(mila), child, closed))), Refusal::NoAccess);
    QCOMPARE(refusalOf(waitFor(m_folders->move(as(mila), child, {999}))), Refusal::NoAccess); // as what is closed
    QCOMPARE(refusalOf(waitFor(m_folders->move(as(mila), child, shown))), Refusal::NeedsManage);
    QCOMPARE(refusalOf(waitFor(m_folders->move(as(mila), closed, hers))), Refusal::NoAccess);
    QCOMPARE(refusalOf(waitFor(m_folders->remove(as(mila), child, closed))), Refusal::NoAccess);
    QVERIFY(run(u"UPDATE access_entry SET permission = 'manage'"_s));
    QVERIFY(run(u"UPDATE access_version SET version = version + 1"_s));
    QVERIFY(waitFor(m_folders->move(as(mila), child, shown)));
}

void TestLibraryFolders::nobodyTakesAwayByMovingWhatTheyMayNotGrant()
{
    const FolderId shared = make(u"Both of them"_s);
    const FolderId inner = make(u"Inner"_s, shared);
    const FolderId hers = make(u"Hers"_s);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, inner)));
    give(mila, shared, Permission::Manage);
    give(mila, hers, Permission::Manage);
    give(vera, shared, Permission::View);
    QVERIFY(waitFor(m_folders->previewMove(as(mila), inner, hers))); // a viewer loses it, whom she may grant
    give(limited, shared, Permission::View);
    QCOMPARE(refusalOf(waitFor(m_folders->previewMove(as(mila), inner, hers))), Refusal::Role);
    QCOMPARE(refusalOf(waitFor(m_folders->move(as(mila), inner, hers))), Refusal::Role);
    QVERIFY(waitFor(m_folders->move(owner, inner, hers)));
    // What stands in a folder is filed by its removal.
    QCOMPARE(refusalOf(waitFor(m_folders->previewRemove(as(mila), inner, hers))), Refusal::Role);
    QCOMPARE(refusalOf(waitFor(m_folders->remove(as(mila), inner, hers))), Refusal::Role);
    QCOMPARE(placed(inner), 1);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, hers)));
    QVERIFY(waitFor(m_folders->remove(as(mila), inner, hers))); // empty
}

void TestLibraryFolders::filingNeedsPublishWhereItGoes()
{
    const FolderId hers = make(u"Hers"_s);
    const FolderId closed = make(u"Closed"_s);
    const FolderId shown = make(u"Shown"_s);
    const FolderId open = make(u"Open"_s);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, hers)));
    give(limited, hers, Permission::Manage);
    give(limited, shown, Permission::View);
    give(limited, open, Permission::Manage);
    QCOMPARE(refusalOf(waitFor(m_folders->file(as(limited), {{1}}, closed))), Refusal::NoAccess);
    QCOMPARE(refusalOf(waitFor(m_folders->file(as(limited), {{1}}, {999}))), Refusal::NoAccess);
    QCOMPARE(refusalOf(waitFor(m_folders->file(as(limited), {{1}}, shown))), Refusal::NeedsPublish);
    QCOMPARE(refusalOf(waitFor(m_folders->file(as(limited), {{1}, {2}}, open))), Refusal::NoAccess); // the other is not hers
    QCOMPARE(placed(hers), 1);
    QVERIFY(waitFor(m_folders->file(as(limited), {{1}}, open)));
    QCOMPARE(placed(open), 1);
    // Filing gives and takes: without the switch for permissions nobody gains by it.
    give(vera, hers, Permission::View);
    QVERIFY(run(u"UPDATE person SET admin_switches = '' WHERE id = %1"_s.arg(limited.value)));
    QVERIFY(run(u"UPDATE access_version SET version = version + 1"_s));
    QCOMPARE(refusalOf(waitFor(m_folders->file(as(limited), {{1}}, hers))), Refusal::SwitchedOff);
    QCOMPARE(placed(open), 1);
}

void TestLibraryFolders::peopleSeeWhatIsOpenAndTheWayThere()
{
    const FolderId a = make(u"A"_s);
    const FolderId b = make(u"B"_s, a);
    const FolderId c = make(u"C"_s, b);
    const FolderId denied = make(u"D"_s, b);
    make(u"E"_s, a);
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}}, b)));
    QVERIFY(waitFor(m_folders->file(owner, {{3}}, a)));
    QVERIFY(waitFor(m_folders->file(owner, {{4}}, denied)));
    give(vera, b, Permission::View);
    give(vera, denied, Permission::Denied);
    QCOMPARE(paths(as(vera)), (QStringList{u"S"_s, u"S/A"_s, u"S/A/B"_s, u"S/A/B/C"_s}));
    QCOMPARE(paths(as(oleg)), QStringList());
    QCOMPARE(paths(as(chief)).size(), 7);
    QCOMPARE(paths({}), QStringList());
    const QList<FolderNode> nodes = waitFor(m_folders->folders(as(vera))).value();
    QVERIFY(!nodes[1].isOpen);
    QCOMPARE(nodes[1].recordings, 0); // on the way: nothing of it is told
    QVERIFY(nodes[2].isOpen);
    QCOMPARE(nodes[2].recordings, 2);
    QVERIFY(run(u"UPDATE recording SET access_scope = id * 4 + 2 WHERE id = 2"_s)); // closed by its own, empty list
    QVERIFY(run(u"UPDATE access_version SET version = version + 1"_s));
    QCOMPARE(waitFor(m_folders->folders(as(vera))).value()[2].recordings, 1);
    QCOMPARE(waitFor(m_folders->find(as(vera), u"/Shared/A/B/C"_s)).value_or(FolderId{}), c);
    QCOMPARE(errorOf(waitFor(m_folders->find(as(vera), u"/Shared/A/B/D"_s))), ErrorKind::NotFound);
    QVERIFY(run(u"UPDATE recording SET access_scope = access_scope | 1 WHERE id = 3"_s)); // public, in a closed folder
    QCOMPARE(waitFor(m_folders->folderOf(as(vera), {1})).value_or(FolderId{}), b);
    QVERIFY(waitFor(m_folders->folderOf(as(vera), {3})));
    QVERIFY(!waitFor(m_folders->folderOf(as(vera), {3}))->isValid());
    QCOMPARE(refusalOf(waitFor(m_folders->folderOf(as(vera), {4}))), Refusal::Denied);
}

void TestLibraryFolders::whoLosesThemselvesIsGuarded()
{
    const FolderId hers = make(u"Hers"_s);
    const FolderId other = make(u"Other"_s);
    QVERIFY(waitFor(m_folders->file(owner, {{1}}, hers)));
    give(limited, hers, Permission::Manage);
    give(limited, other, Permission::Publish);
    const Result<> filed = waitFor(m_folders->file(as(limited), {{1}}, other));
    QCOMPARE(errorOf(filed), ErrorKind::InvalidInput);
    QCOMPARE(std::any_cast<GuardEvidence>(filed.error().evidence).guards, QList{AccessGuard::LocksYouOut});
    QCOMPARE(placed(hers), 1);
}

void TestLibraryFolders::previewsTellWhatHappensOrWhyNot()
{
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    const FolderId child = make(u"Child"_s, from);
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}}, child)));
    give(vera, from, Permission::View);
    give(mila, to, Permission::View);
    const Result<NamedPreview> move = waitFor(m_folders->previewMove(owner, child, to));
    QVERIFY(move);
    QCOMPARE(move->preview.recordings, 2);
    QCOMPARE(move->preview.peopleLosing, 1);
    QCOMPARE(move->preview.peopleGaining, 1);
    QCOMPARE(move->people.value(vera).name, u"Person 4"_s);
    const Result<NamedPreview> removal = waitFor(m_folders->previewRemove(owner, from, to));
    QVERIFY(removal);
    QCOMPARE(removal->preview.people, move->preview.people);
    const Result<NamedPreview> filing = waitFor(m_folders->previewFile(owner, {{1}, {2}}, to));
    QVERIFY(filing);
    QCOMPARE(filing->preview.people, move->preview.people);
    QCOMPARE(waitFor(m_folders->previewRemove(owner, make(u"Empty"_s), {})).value().preview.recordings, 0);
    QCOMPARE(problemOf(waitFor(m_folders->previewMove(owner, from, child))), Kind::BelowItself);
    QCOMPARE(problemOf(waitFor(m_folders->previewRemove(owner, from, {}))), Kind::NotEmpty);
    QCOMPARE(placed(child), 2); // nothing moved
}

void TestLibraryFolders::rulesAreKeptWholeAndInOrder()
{
    const FolderId folder = make(u"Exams"_s);
    const QList<FilingRule> rules{meetingContains(u"exam"_s, folder), meetingContains(u"council"_s, sharedFolder)};
    QVERIFY(waitFor(m_folders->setRules(owner, {}, rules)));
    QCOMPARE(waitFor(m_folders->rules(owner)).value(), rules);
    QCOMPARE(lastJournalled().action, u"filing.changed"_s);
    const QList<FilingRule> turned{rules[1], rules[0]};
    QCOMPARE(errorOf(waitFor(m_folders->setRules(owner, {}, turned))), ErrorKind::ContentMismatch);
    QVERIFY(waitFor(m_folders->setRules(owner, rules, turned)));
    QCOMPARE(waitFor(m_folders->rules(owner)).value(), turned);
    QCOMPARE(errorOf(waitFor(m_folders->setRules(owner, turned, {meetingContains(u"x"_s, {999})}))), ErrorKind::NotFound);
    QCOMPARE(errorOf(waitFor(m_folders->setRules(owner, turned, {meetingContains(u" "_s, folder)}))), ErrorKind::InvalidInput);
    QCOMPARE(errorOf(waitFor(m_folders->setRules(owner, turned, QList<FilingRule>(501, rules[0])))), ErrorKind::InvalidInput);
    FilingRule ofNoServer = rules[0];
    ofNoServer.server = ServerId{999};
    QCOMPARE(errorOf(waitFor(m_folders->setRules(owner, turned, {ofNoServer}))), ErrorKind::NotFound);
    QVERIFY(run(u"UPDATE filing_rule SET conditions = '{}' WHERE position = 1"_s)); // damaged: takes nothing
    QCOMPARE(waitFor(m_folders->rules(owner)).value(), QList{rules[0]});
    QVERIFY(waitFor(m_folders->setRules(owner, {rules[0]}, rules))); // and stays, for the version that wrote it
    QCOMPARE(waitFor(m_folders->rules(owner)).value(), rules);
    QCOMPARE(number(u"SELECT count(*) AS value FROM filing_rule WHERE conditions = '{}'"_s), 1);
}

void TestLibraryFolders::rulesFileWhatIsNew()
{
    const FolderId councils = make(u"Councils"_s);
    const FolderId physics = make(u"Physics"_s);
    FilingRule elsewhere = meetingContains(u"lecture"_s, councils);
    elsewhere.server = ServerId{999};
    QVERIFY(run(u"INSERT INTO filing_rule (position, folder_id, conditions) VALUES (9, %1, '%2')"_s.arg(councils.value).arg(
        QString::fromUtf8(toJson(elsewhere)))));
    const QList<FilingRule> before = waitFor(m_folders->rules(owner)).value();
    QVERIFY(waitFor(m_folders->setRules(owner, before, {meetingContains(u"учЕный"_s, councils), meetingContains(u"PHYSICS"_s, physics)})));
    const qint64 lastBefore = lastEvent();
    const qint64 version = number(u"SELECT version AS value FROM access_version"_s);
    QVERIFY(m_catalog->sync({snapshots(1, 16), snapshots(17, 8)}));
    // Of 8 subjects each: 7..24 are new.
    QCOMPARE(placed(councils), 2);
    QCOMPARE(placed(physics), 2);
    QCOMPARE(number(u"SELECT count(*) AS value FROM recording WHERE access_scope <> folder_id * 4"_s), 0);
    QCOMPARE(number(u"SELECT count(*) AS value FROM recording WHERE folder_id = %1 AND id <= 6"_s.arg(councils.value)), 0); // was there
    QCOMPARE(number(u"SELECT version AS value FROM access_version"_s), version);
    const QList<AuditEvent> journal = events(lastBefore);
    QCOMPARE(std::count_if(journal.begin(), journal.end(), [&](const AuditEvent &event) {
        return QJsonDocument::fromJson(event.details)[u"folder"_s].toInteger() == councils.value;
    }), 2);
    QVERIFY(m_catalog->sync({snapshots(1, 24)})); // stays where it is
    QCOMPARE(placed(councils), 2);
}

void TestLibraryFolders::rulesFileWhatIsThereWhenAsked()
{
    const FolderId context = make(u"Context"_s);
    const FolderId councils = make(u"Councils"_s);
    FilingRule byContext{.folder = context, .server = m_catalog->server, .conditions = {{.field = FilingRule::Field::MetadataKey, .key = u"BBB-context"_s,
                         .match = FilingRule::Match::BeginsWith, .text = u"course 2 "_s}}};
    const QList<FilingRule> rules{byContext, meetingContains(u"учёный"_s, councils), meetingContains(u"г"_s, councils)};
    const Result<QList<qint64>> counts = waitFor(m_folders->countByRules(owner, rules));
    QVERIFY(counts);
    const qint64 inContext = number(u"SELECT count(*) AS value FROM recording WHERE metadata LIKE '%Course 2 of%'"_s);
    QVERIFY(inContext > 0);
    QCOMPARE(counts->first(), inContext);
    QVERIFY(waitFor(m_folders->setRules(owner, {}, rules)));
    const qint64 before = lastEvent();
    const Result<qint64> filed = waitFor(m_folders->fileByRules(owner));
    QVERIFY(filed);
    QCOMPARE(*filed, counts->at(0) + counts->at(1) + counts->at(2));
    QCOMPARE(placed(context), counts->at(0));
    QCOMPARE(placed(councils), counts->at(1) + counts->at(2));
    QCOMPARE(events(before).size(), *filed);
    QCOMPARE(waitFor(m_folders->fileByRules(owner)).value_or(-1), 0); // only the Shared folder's
}

void TestLibraryFolders::whatIsDoneIsWhatWasForeseen()
{
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}}, from)));
    give(mila, to, Permission::View);
    const auto moved = waitFor(m_folders->previewMove(owner, from, to));
    const auto removed = waitFor(m_folders->previewRemove(owner, from, to));
    const auto filed = waitFor(m_folders->previewFile(owner, {{1}}, to));
    QVERIFY(moved && removed && filed);
    QCOMPARE(moved->preview.peopleGaining, 1);
    const qint64 before = lastEvent();
    give(vera, to, Permission::View); // by somebody else, meanwhile
    QCOMPARE(errorOf(waitFor(m_folders->move(owner, from, to, moved->preview))), ErrorKind::ContentMismatch);
    QCOMPARE(errorOf(waitFor(m_folders->remove(owner, from, to, removed->preview))), ErrorKind::ContentMismatch);
    QCOMPARE(errorOf(waitFor(m_folders->file(owner, {{1}}, to, filed->preview))), ErrorKind::ContentMismatch);
    QCOMPARE(lastEvent(), before); // nothing happened
    const auto again = waitFor(m_folders->previewMove(owner, from, to));
    QCOMPARE(again->preview.peopleGaining, 2);
    QVERIFY(waitFor(m_folders->file(owner, {{3}}, from))); // one recording more is what syncs bring
    QVERIFY(waitFor(m_folders->move(owner, from, to, again->preview)));
}

void TestLibraryFolders::rulesTellWhoGainsBeforeTheyFile()
{
    const FolderId to = make(u"To"_s);
    give(mila, to, Permission::View);
    FilingRule everything;
    everything.folder = to;
    const Result<NamedPreview> shown = waitFor(m_folders->previewByRules(owner, {everything})); // not stored yet
    QVERIFY(shown);
    QCOMPARE(shown->preview.peopleGaining, 1);
    QVERIFY(shown->preview.recordings > 0);
    QCOMPARE(shown->preview.people.first().gained, shown->preview.recordings);
    QCOMPARE(refusalOf(waitFor(m_folders->previewByRules(as(mila), {everything}))), Refusal::Role);
    QVERIFY(waitFor(m_folders->setRules(owner, {}, {everything})));
    give(vera, to, Permission::View);
    QCOMPARE(errorOf(waitFor(m_folders->fileByRules(owner, shown->preview))), ErrorKind::ContentMismatch);
    const Result<NamedPreview> again = waitFor(m_folders->previewByRules(owner, {everything}));
    QCOMPARE(waitFor(m_folders->fileByRules(owner, again->preview)).value_or(0), shown->preview.recordings);
}

void TestLibraryFolders::aRuleGoesWithItsFolderAndIsToldOf()
{
    const FolderId folder = make(u"Exams"_s);
    const FolderId other = make(u"Other"_s);
    const QList<FilingRule> rules{meetingContains(u"exam"_s, folder), meetingContains(u"x"_s, other)};
    QVERIFY(waitFor(m_folders->setRules(owner, {}, rules)));
    QVERIFY(waitFor(m_folders->remove(owner, folder, {})));
    QCOMPARE(waitFor(m_folders->rules(owner)).value(), QList{rules[1]});
    const QJsonObject details = QJsonDocument::fromJson(lastJournalled().details).object();
    QCOMPARE(details[u"droppedRules"_s].toInt(), 1);
    QVERIFY(details[u"rules"_s][0].toString().contains(u"exam"_s));
}

void TestLibraryFolders::aFolderGoneDuringASyncTakesNothing()
{
    const FolderId folder = make(u"Physics"_s);
    QVERIFY(waitFor(m_folders->setRules(owner, {}, {meetingContains(u"physics"_s, folder)})));
    CatalogSyncWriter writer(*m_catalog->database, m_catalog->clock, m_catalog->server, administrator());
    QVERIFY(writer.begin());
    QVERIFY(waitFor(m_folders->remove(owner, folder, {})));
    QVERIFY(make(u"Another"_s).isValid());
    QVERIFY(writer.apply(snapshots(1, 30)));
    QVERIFY(writer.finish(completeListing(30)));
    QCOMPARE(number(u"SELECT count(*) AS value FROM recording WHERE folder_id = 1"_s), 30);
}

void TestLibraryFolders::whatFailsLeavesNothing_data()
{
    QTest::addColumn<QString>("statement");
    for (const char *name : {"folder.moveContent", "folder.freeName", "folder.moveAll", "folder.deleteList", "folder.rememberId", "folder.delete",
                             "audit.append", "access.bump"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestLibraryFolders::whatFailsLeavesNothing()
{
    QFETCH(QString, statement);
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    make(u"Child"_s, from);
    QVERIFY(waitFor(m_folders->file(owner, {{1}, {2}}, from)));
    const QStringList before = paths(owner);
    m_failing = statement;
    QCOMPARE(errorOf(waitFor(m_folders->remove(owner, from, to))), ErrorKind::DiskFull);
    m_failing.clear();
    QCOMPARE(paths(owner), before);
    QCOMPARE(placed(from), 2);
    QVERIFY(waitFor(m_folders->remove(owner, from, to)));
}

// Every call's answer and the tree after it, against folders in a map.
void TestLibraryFolders::randomTreesBehaveAsAPlainModel()
{
    struct Plain
    {
        qint64 parent;
        QString name;
    };
    for (quint32 seed = 1; seed <= 15; ++seed) {
        init();
        QRandomGenerator random(seed);
        std::map<qint64, Plain> model{{1, {0, {}}}, {2, {0, {}}}};
        const auto any = [&] { return std::next(model.begin(), random.bounded(int(model.size())))->first; };
        const auto isTaken = [&](qint64 parent, const QString &name, qint64 self) {
            return std::any_of(model.begin(), model.end(), [&](const auto &one) {
                return one.first != self && one.second.parent == parent && one.second.name.toLower() == name.toLower();
            });
        };
        const auto isBelow = [&](qint64 at, qint64 other) {
            for (; at; at = model.at(at).parent) {
                if (at == other)
                    return true;
            }
            return false;
        };
        for (int step = 0; step < 60; ++step) {
            const qint64 folder = any();
            const qint64 to = any();
            const QString name = QString(QChar(u'A' + random.bounded(6) + (random.bounded(2) ? 32 : 0)));
            switch (random.bounded(4)) {
            case 0:
            case 1: {
                const Result<FolderId> made = waitFor(m_folders->create(owner, {to}, name));
                QCOMPARE(made.has_value(), !isTaken(to, name, 0));
                if (made)
                    model[made->value] = {to, name};
                break;
            }
            case 2: {
                const bool isPossible = folder > 2 && !isBelow(to, folder) && !isTaken(to, model[folder].name, folder);
                QCOMPARE(waitFor(m_folders->move(owner, {folder}, {to})).has_value(), isPossible);
                if (isPossible)
                    model[folder].parent = to;
                break;
            }
            default: {
                bool isPossible = folder > 2 && !isBelow(to, folder);
                for (const auto &[id, one] : model) {
                    if (one.parent == folder && isPossible)
                        isPossible = !std::any_of(model.begin(), model.end(), [&](const auto &other) {
                            return other.first != folder && other.second.parent == to && other.second.name.toLower() == one.name.toLower();
                        });
                }
                QCOMPARE(waitFor(m_folders->remove(owner, {folder}, FolderId{to})).has_value(), isPossible);
                if (!isPossible)
                    break;
                model.erase(folder);
                for (auto &[id, one] : model) {
                    if (one.parent == folder)
                        one.parent = to;
                }
            }
            }
        }
        const Result<QList<FolderNode>> nodes = waitFor(m_folders->folders(owner));
        QVERIFY(nodes);
        QCOMPARE(nodes->size(), qsizetype(model.size()));
        QSet<FolderId> seen{FolderId{}};
        for (const FolderNode &node : *nodes) {
            QVERIFY(seen.contains(node.folder.parent)); // parents first
            seen += node.folder.id;
            QCOMPARE(node.folder.parent.value, model.at(node.folder.id.value).parent);
            QCOMPARE(node.folder.name, model.at(node.folder.id.value).name);
        }
    }
}

// What people see in rows after moves is what the rule says, spelled out slowly.
void TestLibraryFolders::visibilityAfterMovesIsThePureAnswer()
{
    constexpr int recordings = 6;
    for (quint32 seed = 1; seed <= 12; ++seed) {
        m_folders.reset();
        m_catalog = std::make_unique<TestCatalog>();
        QVERIFY(m_catalog->sync({snapshots(1, recordings)}));
        m_visibility = std::make_shared<Visibility>(m_catalog->clock);
        m_folders.emplace(*m_catalog->database, m_visibility);
        QRandomGenerator random(seed);
        AccessRows rows = randomRows(random);
        QVERIFY(write([rows](Connection &connection) { return storeAccess(connection, rows); }));
        QVERIFY(run(u"UPDATE recording SET access_scope = id * 4 + 2 WHERE id IN (1, 2)"_s));
        QVERIFY(run(u"UPDATE recording SET access_scope = access_scope | 1 WHERE id = 3"_s));
        QVERIFY(run(u"UPDATE folder SET has_own_list = 1 WHERE id <= 2"_s));
        for (int step = 0; step < 12; ++step) {
            const FolderId folder{1 + random.bounded(7)}, to{1 + random.bounded(7)};
            if (random.bounded(3) == 0)
                (void)waitFor(m_folders->move(owner, folder, to));
            else if (random.bounded(6) == 0)
                (void)waitFor(m_folders->remove(owner, folder, to));
            else
                (void)waitFor(m_folders->file(owner, {{1 + random.bounded(recordings)}}, to));
        }
        const AccessRows stored = waitFor(m_catalog->database->read([](Connection &connection) { return AccessGraphs::load(connection); })).value();
        const SlowAnswer slow(stored);
        const RecordingRepository repository(*m_catalog->database, m_visibility);
        for (int recording = 1; recording <= recordings; ++recording) {
            const qint64 folder = number(u"SELECT folder_id AS value FROM recording WHERE id = %1"_s.arg(recording));
            const qint64 value = number(u"SELECT access_scope AS value FROM recording WHERE id = %1"_s.arg(recording));
            const AccessScope scope = AccessScope::fromValue(value);
            QCOMPARE(scope, (recording <= 2 ? AccessScope::ofOwnList({recording}) : AccessScope::ofFolder({folder})).asPublic(recording == 3));
            for (const AccessRows::PersonRow &person : stored.people) {
                const Result<RecordingPage> page = waitFor(repository.page({}, {}, 100, {}, person.id));
                QVERIFY(page);
                const bool isSeen = std::any_of(page->rows.begin(), page->rows.end(),
                                                [&](const RecordingRow &row) { return row.id.value == recording; });
                QCOMPARE(isSeen, slow.ruling(person.id, scope).result.allowsView());
            }
        }
    }
}

// The number of statements does not grow with what is moved, but for the lines that tell of each filed recording.
void TestLibraryFolders::tenThousandRecordingsMoveInAFewStatements()
{
    std::atomic<int> statements = 0;
    m_folders.reset();
    DatabaseOptions options;
    options.observer = [&statements](QStringView) -> Result<> {
        ++statements;
        return {};
    };
    m_catalog = std::make_unique<TestCatalog>(options);
    m_folders.emplace(*m_catalog->database, std::make_shared<Visibility>(m_catalog->clock));
    QVERIFY(m_catalog->sync({snapshots(1, 10'000)}));
    const FolderId from = make(u"From"_s);
    const FolderId to = make(u"To"_s);
    QVERIFY(run(u"UPDATE recording SET folder_id = %1, access_scope = %2"_s.arg(from.value).arg(AccessScope::ofFolder(from).value())));
    statements = 0;
    QVERIFY(waitFor(m_folders->move(owner, from, to)));
    QVERIFY2(statements < 40, qPrintable(QString::number(statements)));
    statements = 0;
    QVERIFY(waitFor(m_folders->remove(owner, from, to)));
    QVERIFY2(statements < 60, qPrintable(QString::number(statements)));
    QCOMPARE(placed(to), 10'000);
    QCOMPARE(number(u"SELECT count(*) AS value FROM recording WHERE access_scope <> folder_id * 4"_s), 0);
}

QTEST_GUILESS_MAIN(TestLibraryFolders)
#include "tst_libraryfolders.moc"
