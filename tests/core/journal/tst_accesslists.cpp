#include "core/journal/accesslists.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QTest>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr PersonId chief{1}, mila{2}, vera{3}, oleg{4}; // administrator, moderator, viewer, moderator
constexpr GroupId faculty{11};
constexpr FolderId folder{5};
const RecordingId lecture{1};
const RecordingId other{2};

Actor as(PersonId person)
{
    return {.login = u"person-%1"_s.arg(person.value), .displayName = {}, .kind = ActorKind::Person, .person = person};
}

const Actor owner = ownerActor(u"owner"_s, {});

GrantEntry give(const Principal &principal, Permission permission, qint64 untilMs = 0)
{
    return {.principal = principal, .permission = permission, .untilMs = untilMs};
}

QList<GrantEntry> entriesOf(const AccessList &list)
{
    QList<GrantEntry> entries;
    for (const NamedGrant &grant : list.entries)
        entries.append(grant.entry);
    return entries;
}

AccessRows people()
{
    AccessRows rows;
    for (const PersonId person : {chief, mila, vera, oleg})
        rows.people.push_back({.id = person, .isBlocked = false, .switches = {}});
    rows.groups.push_back({.id = faculty, .builtIn = {}});
    rows.memberships = {{.group = GroupId{1}, .member = chief}, {.group = GroupId{3}, .member = mila},
                        {.group = GroupId{3}, .member = oleg},  {.group = faculty, .member = vera}};
    rows.folders = {{.id = folder, .parent = sharedFolder, .hasOwnList = false}};
    return rows;
}

ErrorKind errorOf(const Result<> &result)
{
    return result ? ErrorKind::Internal : result.error().kind;
}

template <typename T>
Refusal refusalOf(const Result<T> &result)
{
    const auto *evidence = result ? nullptr : std::any_cast<RefusalEvidence>(&result.error().evidence);
    return evidence ? evidence->refusal : Refusal::None;
}
} // namespace

class TestAccessLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lists.reset();
        m_failing.clear();
        DatabaseOptions options;
        options.observer = [this](QStringView name) -> Result<> {
            if (m_failing.isEmpty() || name != m_failing)
                return {};
            return Error{ErrorKind::DiskFull, u"planted"_s, {}, {}};
        };
        m_catalog = std::make_unique<TestCatalog>(options);
        QVERIFY(m_catalog->sync({snapshots(1, 4)}));
        QVERIFY(waitFor(m_catalog->database->write([](Connection &connection) { return storeAccess(connection, people()); })));
        QVERIFY(waitFor(m_catalog->database->write([](Connection &connection) {
            return connection.execute({"test"_L1, u"UPDATE recording SET folder_id = 5, access_scope = 20 WHERE id = 2"_s}, Values{});
        })));
        m_visibility = std::make_shared<Visibility>(m_catalog->clock);
        m_lists.emplace(*m_catalog->database, m_visibility);
    }

    // "An administrator can give a moderator one recording, the moderator can give it to a viewer, and anyone can ask why."
    void aRecordingGoesFromAdministratorToModeratorToViewer()
    {
        QVERIFY(!sees(mila, lecture));
        QVERIFY(set(as(chief), lecture, {}, {give(mila, Permission::Manage)}));
        QVERIFY(sees(mila, lecture));
        QVERIFY(!sees(mila, other));
        QVERIFY(set(as(mila), lecture, {give(mila, Permission::Manage)}, {give(mila, Permission::Manage), give(vera, Permission::View)}));
        QVERIFY(sees(vera, lecture));
        const AccessExplanation why = waitFor(m_lists->explain(as(vera), vera, lecture)).value();
        QCOMPARE(why.trace.ruling, (Ruling{Permission::View, RulingLevel::Own}));
        QVERIFY(why.isHolderTheItem);
        QCOMPARE(why.editInformation, Refusal::Role);
        QCOMPARE(waitFor(m_lists->whoCanSee(as(mila), lecture, 10)).value().count, 3); // and the administrator
    }

    void anEndThatHasPassedIsRefused()
    {
        const qint64 now = m_catalog->clock.now().toMSecsSinceEpoch();
        GrantEntry over = give(vera, Permission::View);
        over.untilMs = now;
        const Result<> refused = set(owner, lecture, {}, {over});
        QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidInput);
        over.untilMs = now + 1;
        QVERIFY(set(owner, lecture, {}, {over}));
        QVERIFY(set(owner, lecture, {over}, {over, give(mila, Permission::View)})); // one that is stored stays
    }

    void aClosedFolderIsNotNamedInTheAnswer()
    {
        QVERIFY(set(owner, folder, {}, {give(mila, Permission::View)}));
        QVERIFY(waitFor(m_lists->setPublic(owner, other, true)));
        const AccessExplanation hers = waitFor(m_lists->explain(as(vera), vera, other)).value();
        QVERIFY(hers.isHolderHidden);
        QVERIFY(hers.holderName.isEmpty());
        QVERIFY(hers.trace.list.folder() != folder);
        const AccessExplanation all = waitFor(m_lists->explain(owner, vera, other)).value();
        QVERIFY(!all.isHolderHidden);
        QCOMPARE(all.trace.list.folder(), folder);
    }

    void theRoleIsTheCeilingOfWhatOneMayGrant()
    {
        QVERIFY(set(owner, lecture, {}, {give(mila, Permission::Manage), give(vera, Permission::Manage)}));
        const QList<GrantEntry> now{give(mila, Permission::Manage), give(vera, Permission::Manage)};
        const Result<> toModerator = set(as(mila), lecture, now, now + QList{give(oleg, Permission::View)});
        QCOMPARE(refusalOf(toModerator), Refusal::Role);
        QCOMPARE(refusalOf(set(as(vera), lecture, now, {})), Refusal::Role); // a viewer with Manage
        QCOMPARE(refusalOf(set(as(oleg), lecture, now, {})), Refusal::NoAccess);
        QCOMPARE(refusalOf(set({}, lecture, now, {})), Refusal::Blocked); // nobody
        QVERIFY(set(as(mila), lecture, now, now + QList{give(faculty, Permission::View)})); // viewers only
        QCOMPARE(list(owner, lecture).entries.size(), 3);
    }

    void aListOfItsOwnBeginsAsACopyAndResetEqualsTheParent()
    {
        QVERIFY(set(owner, folder, {}, {give(faculty, Permission::View), give(mila, Permission::Manage)}));
        const QList<GrantEntry> ofFolder = entriesOf(list(owner, other));
        QCOMPARE(ofFolder.size(), 2);
        QVERIFY(!list(owner, other).isOwn);
        QCOMPARE(list(owner, other).holder, LibraryItem(folder));
        QVERIFY(set(owner, other, ofFolder, ofFolder + QList{give(oleg, Permission::Denied)}));
        QVERIFY(list(owner, other).isOwn);
        QCOMPARE(list(owner, other).entries.size(), 3);
        QCOMPARE(list(owner, other).entries.first().grantedBy, u"owner"_s);
        QVERIFY(waitFor(m_lists->resetToParent(owner, other)));
        QCOMPARE(entriesOf(list(owner, other)), ofFolder);
        QVERIFY(!list(owner, other).isOwn);
        QCOMPARE(numberFrom(*m_catalog->database, u"SELECT count(*) AS value FROM access_entry WHERE scope = 10"_s), 0);
        QCOMPARE(errorOf(waitFor(m_lists->resetToParent(owner, sharedFolder))), ErrorKind::InvalidInput);
    }

    void aResetThatWouldDoMoreThanWasShownIsRefused()
    {
        QVERIFY(set(owner, folder, {}, {give(faculty, Permission::View)}));
        const QList<GrantEntry> ofFolder = entriesOf(list(owner, other));
        QVERIFY(set(owner, other, ofFolder, ofFolder + QList{give(oleg, Permission::View)}));
        const Result<NamedPreview> shown = waitFor(m_lists->preview(owner, ResetAccessList{other}));
        QVERIFY(shown);
        QCOMPARE(shown->preview.peopleLosing, 1);
        const QList<GrantEntry> before = entriesOf(list(owner, other));
        QVERIFY(set(owner, other, before, before + QList{give(mila, Permission::View)})); // by somebody else, meanwhile
        const Result<> reset = waitFor(m_lists->resetToParent(owner, other, shown->preview));
        QCOMPARE(errorOf(reset), ErrorKind::ContentMismatch);
        QVERIFY(std::any_cast<PreviewEvidence>(&reset.error().evidence));
        QCOMPARE(list(owner, other).entries.size(), 3); // nothing was done
        const Result<NamedPreview> again = waitFor(m_lists->preview(owner, ResetAccessList{other}));
        QVERIFY(waitFor(m_lists->resetToParent(owner, other, again->preview)));
        QVERIFY(!list(owner, other).isOwn);
        // Somebody reset it already: the list that was shown is gone.
        QCOMPARE(errorOf(waitFor(m_lists->resetToParent(owner, other, again->preview))), ErrorKind::ContentMismatch);
    }

    // With the switch for permissions and without the one for reports.
    void whoMaySetPermissionsSeesThem()
    {
        QVERIFY(execute(u"INSERT INTO group_person VALUES (2, 2)"_s)); // a limited administrator
        QVERIFY(execute(u"UPDATE person SET admin_switches = 'permissions' WHERE id = 2"_s));
        QVERIFY(execute(u"UPDATE access_version SET version = version + 1"_s));
        QVERIFY(set(owner, lecture, {}, {give(mila, Permission::Manage)}));
        QCOMPARE(waitFor(m_lists->list(as(mila), lecture)).value().entries.size(), 1);
        QVERIFY(waitFor(m_lists->whoCanSee(as(mila), lecture, 10)));
        QVERIFY(waitFor(m_lists->explain(as(mila), vera, lecture)));
        QVERIFY(waitFor(m_lists->preview(as(mila), ResetAccessList{lecture})));
        QCOMPARE(refusalOf(waitFor(m_lists->list(as(mila), other))), Refusal::SwitchedOff); // nothing there: as reports are refused
        Actor looking = as(mila);
        looking.onlyLooks = true;
        QVERIFY(waitFor(m_lists->list(looking, lecture)));
        QCOMPARE(refusalOf(set(looking, lecture, {give(mila, Permission::Manage)}, {})), Refusal::OnlyLooks);
    }

    void whatOthersChangedMeanwhileIsNotOverwritten()
    {
        QVERIFY(set(owner, lecture, {}, {give(mila, Permission::View)}));
        QCOMPARE(errorOf(set(owner, lecture, {}, {give(vera, Permission::View)})), ErrorKind::ContentMismatch);
        QCOMPARE(list(owner, lecture).entries.size(), 1);
    }

    void nobodyLocksThemselvesOut()
    {
        QVERIFY(set(owner, lecture, {}, {give(mila, Permission::Manage)}));
        const Result<> locked = set(as(mila), lecture, {give(mila, Permission::Manage)}, {});
        // Taking it from a moderator is an administrator's, so the role refuses first.
        QCOMPARE(refusalOf(locked), Refusal::Role);
        QVERIFY(execute(u"INSERT INTO group_person VALUES (2, 2)"_s)); // a limited administrator
        QVERIFY(execute(u"UPDATE access_version SET version = version + 1"_s));
        const Result<> guarded = set(as(mila), lecture, {give(mila, Permission::Manage)}, {});
        QCOMPARE(errorOf(guarded), ErrorKind::InvalidInput);
        QVERIFY(std::any_cast<GuardEvidence>(&guarded.error().evidence));
    }

    void publicViewIsLiftedByAnAdministratorOnly()
    {
        QVERIFY(set(owner, lecture, {}, {give(mila, Permission::Manage), give(oleg, Permission::Denied)}));
        QCOMPARE(refusalOf(waitFor(m_lists->setPublic(as(mila), lecture, true))), Refusal::Role);
        QVERIFY(waitFor(m_lists->setPublic(as(chief), lecture, true)));
        QVERIFY(sees(vera, lecture));
        QVERIFY(!sees(oleg, lecture)); // denied stays denied
        QVERIFY(waitFor(m_lists->setPublic(as(mila), lecture, false)));
        QVERIFY(!sees(vera, lecture));
    }

    void aGrantEndsByItsDate()
    {
        const qint64 end = m_catalog->clock.now().toMSecsSinceEpoch() + 60'000;
        QVERIFY(set(owner, lecture, {}, {give(vera, Permission::View, end)}));
        QVERIFY(sees(vera, lecture));
        m_catalog->clock.advance(60'000);
        QVERIFY(!sees(vera, lecture));
    }

    // Nothing is written when the time comes: what was laid out for the query must notice by itself.
    void aDenialEndsByItsDateToo()
    {
        const qint64 end = m_catalog->clock.now().toMSecsSinceEpoch() + 60'000;
        QVERIFY(set(owner, lecture, {}, {give(vera, Permission::Denied, end), give(faculty, Permission::View, end + 60'000)}));
        const qint64 version = numberFrom(*m_catalog->database, u"SELECT version AS value FROM access_version"_s);
        QVERIFY(!sees(vera, lecture));
        m_catalog->clock.advance(59'999);
        QVERIFY(!sees(vera, lecture));
        m_catalog->clock.advance(1);
        QVERIFY(sees(vera, lecture));
        QCOMPARE(waitFor(m_lists->explain(owner, vera, lecture)).value().trace.ruling.level, RulingLevel::Groups);
        m_catalog->clock.advance(60'000);
        QVERIFY(!sees(vera, lecture));
        QCOMPARE(numberFrom(*m_catalog->database, u"SELECT version AS value FROM access_version"_s), version);
    }

    void onlyWhoIsThereIsGranted()
    {
        QCOMPARE(errorOf(set(owner, lecture, {}, {give(PersonId{99}, Permission::View)})), ErrorKind::NotFound);
        QCOMPARE(errorOf(set(owner, lecture, {}, {give(GroupId{99}, Permission::View)})), ErrorKind::NotFound);
        QCOMPARE(errorOf(set(owner, lecture, {}, {give(vera, Permission::View), give(vera, Permission::Denied)})), ErrorKind::InvalidInput);
        QVERIFY(!list(owner, lecture).isOwn);
    }

    void everyChangeIsInTheJournal()
    {
        QVERIFY(set(as(chief), lecture, {}, {give(mila, Permission::Manage), give(vera, Permission::View)}));
        QVERIFY(waitFor(m_lists->resetToParent(as(chief), lecture)));
        const auto count = [&](const QString &action) {
            return numberFrom(*m_catalog->database,
                              u"SELECT count(*) AS value FROM audit_event WHERE recording_id = 1 AND actor = 'person-1' AND action = '%1'"_s.arg(action));
        };
        QCOMPARE(count(u"access.listMade"_s), 1);
        QCOMPARE(count(u"access.granted"_s), 2);
        QCOMPARE(count(u"access.reset"_s), 1);
    }

    void aPreviewTellsWhoGains()
    {
        QVERIFY(set(owner, folder, {}, {give(mila, Permission::Manage)}));
        const AccessPreview preview =
            waitFor(m_lists->preview(as(mila), SetAccessList{folder, {give(mila, Permission::Manage), give(faculty, Permission::View)}})).value().preview;
        QCOMPARE(preview.recordings, 1);
        QCOMPARE(preview.peopleGaining, 1);
        QCOMPARE(preview.people.value(0).person, vera);
        const auto refused = waitFor(m_lists->preview(as(vera), SetAccessList{folder, {}}));
        QVERIFY(!refused);
    }

    void nothingIsHalfDoneWhateverStatementFails()
    {
        QVERIFY(set(owner, folder, {}, {give(faculty, Permission::View)}));
        const auto state = [&] {
            return numberFrom(*m_catalog->database, u"SELECT (SELECT count(*) FROM access_entry) * 1000000 + (SELECT sum(access_scope) "
                                                    "FROM recording) * 1000 + (SELECT version FROM access_version) AS value"_s);
        };
        const qint64 before = state();
        const qint64 lines = numberFrom(*m_catalog->database, u"SELECT count(*) AS value FROM audit_event"_s);
        for (const QString &statement : {u"access.put"_s, u"access.ownList"_s, u"access.bump"_s, u"audit.append"_s, u"transaction.commit"_s}) {
            m_failing = statement;
            const Result<> failed = set(owner, other, {give(faculty, Permission::View)}, {give(vera, Permission::Manage)});
            m_failing.clear();
            QVERIFY2(!failed, qPrintable(statement));
            QCOMPARE(state(), before);
            QCOMPARE(numberFrom(*m_catalog->database, u"SELECT count(*) AS value FROM audit_event"_s), lines);
        }
        QVERIFY(set(owner, other, {give(faculty, Permission::View)}, {give(vera, Permission::Manage)}));
    }

private:
    Result<> set(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after)
    {
        return waitFor(m_lists->replace(actor, item, before, after));
    }

    AccessList list(const Actor &actor, const LibraryItem &item) { return waitFor(m_lists->list(actor, item)).value(); }

    bool sees(PersonId person, RecordingId recording)
    {
        const RecordingRepository recordings(*m_catalog->database, m_visibility);
        const QList<RecordingRow> rows = waitFor(recordings.page({}, {}, 100, {}, person)).value().rows;
        return std::any_of(rows.begin(), rows.end(), [&](const RecordingRow &row) { return row.id == recording; });
    }

    bool execute(const QString &sql)
    {
        return bool(waitFor(m_catalog->database->write(
            [sql](Connection &connection) { return connection.execute({"test"_L1, sql}, Values{}); })));
    }

    QString m_failing;
    std::unique_ptr<TestCatalog> m_catalog;
    std::shared_ptr<Visibility> m_visibility;
    std::optional<AccessLists> m_lists;
};

QTEST_GUILESS_MAIN(TestAccessLists)
#include "tst_accesslists.moc"
