#include "tests/ui/uitest.h"

#include "ui/forms/access/accesslistmodel.h"
#include "ui/models/joblistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/models/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

using Phase = RecordingListModel::Phase;

// A list over a fake workspace, watched by Qt's own model tester.
struct ListBench
{
    FixedClock clock;
    FakeWorkspace workspace;
    RecordingListModel model{workspace, {}, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void start(const RecordingQuery &query = {})
    {
        model.setQuery(query);
        QTRY_COMPARE(model.phase(), Phase::Ready);
    }
    QString title(int row) const { return model.index(row, RecordingListModel::Title).data().toString(); }
};

RecordingQuery searchFor(const QString &text)
{
    RecordingQuery query;
    query.search = text;
    return query;
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsArrivePageByPageAndNoneTwice();
    void aNewQueryDropsLateAnswersOfTheOldOne();
    void aLateNextPageOfTheOldQueryIsDropped();
    void anAddedRecordingIsInsertedWithoutLosingTheSelection();
    void aChangedRecordingRepaintsItsRowOnly();
    void aRecordingThatNoLongerMatchesLeaves();
    void aMovedRecordingMovesAndStaysSelected();
    void aSyncThatChangesNothingEmitsNothing();
    void aChangeWhileTheFirstPageIsUnderWayIsNotMissed();
    void aFailedReadingIsAStateAndCanBeRepeated();
    void aChangeThatCannotBeReadIsSaid();
    void everyColumnSortsByItsRawValue_data();
    void everyColumnSortsByItsRawValue();
    void htmlInTitlesStaysText();
    void newRecordingsAreBold();
    void timelineShowsItsEntriesInOrder();
    void jobsComeGoAndFinishOnce();
    void whatSomebodyMaySeeFollowsTheirRights_data();
    void whatSomebodyMaySeeFollowsTheirRights();
    void aSearchBeforeTheGroupsAreReadKeepsThem();
    void aSearchDuringARefreshKeepsTheGroups();
    void aReadingThatWorksAgainIsNoFailure();
    void changesOfAListThatCannotBeReadAreKept();
    void whoseAccessHasEndedIsGivenItAnew();
};

namespace {

// Groups and people, as the pickers have them.
struct TreeBench
{
    TreeBench()
    {
        Person clara;
        clara.name = u"Clara Weiß"_s;
        workspace.people().put(clara);
        Person other;
        other.name = u"Dmitri Volkov"_s;
        workspace.people().put(other);
        claras = workspace.people().putGroup(u"Claras"_s);
    }
    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.index(row, PrincipalTreeModel::Name).data().toString();
        return names;
    }
    FakeWorkspace workspace;
    GroupId claras;
    PrincipalTreeModel model{workspace.people(), {}, PrincipalTreeModel::Contents::GroupsAndPeople};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

AccessList listOf(const QList<GrantEntry> &entries)
{
    AccessList list;
    for (const GrantEntry &entry : entries) {
        NamedGrant grant;
        grant.principal.principal = entry.principal;
        grant.principal.name = u"Clara"_s;
        grant.entry = entry;
        list.entries += grant;
    }
    return list;
}

} // namespace

void ModelsTest::whatSomebodyMaySeeFollowsTheirRights_data()
{
    QTest::addColumn<bool>("isOwner");
    QTest::addColumn<bool>("isOfSomebody");
    QTest::addColumn<bool>("byPeople");
    QTest::newRow("one's own rights") << false << false << false;
    QTest::newRow("one's own groups") << false << false << true;
    QTest::newRow("what somebody else can see") << true << true << false;
}

void ModelsTest::whatSomebodyMaySeeFollowsTheirRights()
{
    QFETCH(const bool, isOwner);
    QFETCH(const bool, isOfSomebody);
    QFETCH(const bool, byPeople);
    FixedClock clock;
    FakeWorkspace workspace;
    fillWithSamples(workspace, clock.now());
    Person seer;
    seer.name = u"Vera"_s;
    seer.role = Role::Administrator;
    const PersonId vera = workspace.people().put(seer);
    RecordingListModel model(workspace, isOwner ? ownerActor(u"anna"_s, {}) : personActor(vera, u"vera"_s, {}), clock);
    RecordingQuery query;
    if (isOfSomebody)
        query.visibleTo = vera;
    model.setQuery(query);
    QTRY_COMPARE(model.phase(), Phase::Ready);
    const int before = model.rowCount();
    QVERIFY(before > 1);
    workspace.removeEntry(model.row(0).id); // as if it were closed to them now
    if (byPeople)
        Q_EMIT workspace.people().peopleChanged();
    else
        Q_EMIT workspace.access().accessChanged();
    QTRY_COMPARE(model.rowCount(), before - 1);
}

void ModelsTest::aSearchBeforeTheGroupsAreReadKeepsThem()
{
    TreeBench bench;
    bench.workspace.setHoldsAnswers(true);
    bench.model.reload();
    bench.model.setSearch(u"clara"_s); // typed at once
    bench.workspace.setHoldsAnswers(false);
    QTRY_COMPARE(bench.shown(), (QStringList{u"Claras"_s, u"Clara Weiß"_s}));
    QTRY_VERIFY(!bench.model.isReading());
    bench.model.setSearch({});
    QTRY_VERIFY(bench.shown().contains(u"Dmitri Volkov"_s));
    QVERIFY(bench.model.indexOfGroup(bench.claras).isValid());
}

void ModelsTest::aSearchDuringARefreshKeepsTheGroups()
{
    TreeBench bench;
    bench.model.reload();
    QTRY_VERIFY(bench.shown().contains(u"Dmitri Volkov"_s));
    const GroupId later = bench.workspace.people().putGroup(u"Clarinets"_s);
    bench.workspace.setHoldsAnswers(true);
    bench.model.reload();
    bench.model.setSearch(u"clar"_s);
    bench.workspace.releaseAnswer(1); // the people of the search are there first
    QTRY_COMPARE(bench.shown(), (QStringList{u"Claras"_s, u"Clara Weiß"_s}));
    bench.workspace.setHoldsAnswers(false);
    QTRY_VERIFY(bench.model.indexOfGroup(later).isValid()); // what the refresh brought
    QTRY_VERIFY(!bench.model.isReading());
    QCOMPARE(bench.shown(), (QStringList{u"Claras"_s, u"Clarinets"_s, u"Clara Weiß"_s}));
}

void ModelsTest::aReadingThatWorksAgainIsNoFailure()
{
    TreeBench bench;
    bench.model.reload();
    QTRY_VERIFY(bench.shown().contains(u"Dmitri Volkov"_s));
    bench.workspace.failNext(u"people"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    bench.model.setSearch(u"clara"_s);
    QTRY_VERIFY(bench.model.error());
    bench.model.setSearch(u"dmitri"_s);
    QTRY_COMPARE(bench.shown(), QStringList{u"Dmitri Volkov"_s});
    QVERIFY(!bench.model.error());
}

void ModelsTest::changesOfAListThatCannotBeReadAreKept()
{
    AccessListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const GrantEntry clara{.principal = PersonId{1}, .permission = Permission::View, .untilMs = 0};
    model.setLists({listOf({clara})}, 1000);
    model.setPermission({0}, Permission::Manage);
    model.setLists({}, 1000); // reading failed
    QVERIFY(model.hasEdits());
    model.setLists({listOf({clara})}, 1000);
    QVERIFY(model.hasEdits());
    QCOMPARE(model.after(0).value(0).permission, Permission::Manage);
}

void ModelsTest::whoseAccessHasEndedIsGivenItAnew()
{
    AccessListModel model;
    const GrantEntry ended{.principal = PersonId{1}, .permission = Permission::View, .untilMs = 900};
    model.setLists({listOf({ended})}, 1000);
    QCOMPARE(model.index(0, AccessListModel::Until).data().toString(), u"Ended"_s);
    model.add({model.principal(0)}, Permission::View);
    QVERIFY(model.hasEdits());
    QCOMPARE(model.after(0).value(0).untilMs, 0);
    QCOMPARE(model.index(0, AccessListModel::Until).data().toString(), u"No end"_s);
    model.discard();
    const GrantEntry running{.principal = PersonId{1}, .permission = Permission::View, .untilMs = 1100};
    model.setLists({listOf({running})}, 1000);
    model.add({model.principal(0)}, Permission::Publish);
    QCOMPARE(model.after(0).value(0).untilMs, 1100); // an end to come stays
}

void ModelsTest::rowsArrivePageByPageAndNoneTwice()
{
    ListBench bench;
    const int count = RecordingListModel::pageSize * 2 + 10;
    fillWithMany(bench.workspace, count, bench.clock.now());
    bench.start();
    QCOMPARE(bench.model.rowCount(), RecordingListModel::pageSize);
    QTRY_COMPARE(bench.model.totalCount(), count);
    bench.model.fetchMore({});
    QVERIFY(!bench.model.canFetchMore({})); // one page at a time
    QTRY_VERIFY((bench.model.fetchMore({}), bench.model.rowCount() == count));
    QVERIFY(!bench.model.canFetchMore({}));
    QSet<qint64> ids;
    for (int row = 0; row < count; ++row)
        ids.insert(bench.model.index(row, 0).data(RecordingListModel::IdRole).toLongLong());
    QCOMPARE(ids.size(), count);
}

void ModelsTest::aNewQueryDropsLateAnswersOfTheOldOne()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    bench.workspace.setHoldsAnswers(true);
    bench.model.setQuery(searchFor(u"Weekly"_s));
    bench.model.setQuery(searchFor(u"Фурье"_s));
    QCOMPARE(bench.workspace.heldAnswers(), 2); // a page for each; recordings are counted after that
    bench.workspace.releaseAnswer(1); // the newer page first
    QTRY_COMPARE(bench.model.rowCount(), 1);
    bench.workspace.setHoldsAnswers(false); // now the late one
    QTRY_COMPARE(bench.model.totalCount(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(bench.title(0), u"Лекция 3. Ряды Фурье"_s);
    QCOMPARE(bench.model.rowCount(), 1);
}

void ModelsTest::aLateNextPageOfTheOldQueryIsDropped()
{
    ListBench bench;
    fillWithMany(bench.workspace, RecordingListModel::pageSize + 50, bench.clock.now());
    bench.start();
    bench.workspace.setHoldsAnswers(true);
    bench.model.fetchMore({});
    bench.model.setQuery(searchFor(u"00001"_s));
    bench.workspace.setHoldsAnswers(false);
    QTRY_COMPARE(bench.model.rowCount(), 1);
    QTest::qWait(10);
    QCOMPARE(bench.model.rowCount(), 1);
}

void ModelsTest::anAddedRecordingIsInsertedWithoutLosingTheSelection()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    QItemSelectionModel selection(&bench.model);
    selection.setCurrentIndex(bench.model.index(2, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QString selected = bench.title(2);
    QSignalSpy resets(&bench.model, &QAbstractItemModel::modelReset);
    FakeWorkspace::Entry entry;
    entry.details.row.server = bench.workspace.serverList().first().id;
    entry.details.row.title = u"Brand new"_s;
    entry.details.row.startedAt = bench.clock.now();
    const RecordingId id = bench.workspace.addEntry(entry);
    bench.workspace.announceChange({entry.details.row.server, {id}, {}, false});
    QTRY_COMPARE(bench.model.rowCount(), 13);
    QCOMPARE(bench.title(0), u"Brand new"_s);
    QCOMPARE(selection.currentIndex().row(), 3);
    QCOMPARE(selection.currentIndex().data().toString(), selected);
    QCOMPARE(resets.count(), 0);
    QTRY_COMPARE(bench.model.totalCount(), 13);
}

void ModelsTest::aChangedRecordingRepaintsItsRowOnly()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    const RecordingId id = bench.model.row(4).id;
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    bench.workspace.entry(id)->details.row.title = u"Renamed"_s;
    bench.workspace.announceChange({{}, {}, {id}, false});
    QTRY_COMPARE(bench.title(4), u"Renamed"_s);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 4);
}

void ModelsTest::aRecordingThatNoLongerMatchesLeaves()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    RecordingQuery query;
    query.states = {PublicationState::Published};
    bench.start(query);
    const int before = bench.model.rowCount();
    const RecordingId id = bench.model.row(1).id;
    bench.workspace.entry(id)->details.row.state = PublicationState::Gone;
    bench.workspace.announceChange({{}, {}, {id}, false});
    QTRY_COMPARE(bench.model.rowCount(), before - 1);
    QCOMPARE(bench.model.rowOf(id), -1);
}

void ModelsTest::aMovedRecordingMovesAndStaysSelected()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    const RecordingId id = bench.model.row(5).id;
    const QPersistentModelIndex kept(bench.model.index(5, 0));
    bench.workspace.entry(id)->details.row.startedAt = bench.clock.now();
    bench.workspace.announceChange({{}, {}, {}, true});
    QTRY_COMPARE(bench.model.row(0).id, id);
    QCOMPARE(kept.row(), 0);
}

void ModelsTest::aSyncThatChangesNothingEmitsNothing()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    QSignalSpy changes(&bench.model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&bench.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy read(&bench.model, &RecordingListModel::catalogRead);
    bench.workspace.announceChange({{}, {}, {}, true});
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(changes.count() + inserted.count(), 0);
}

void ModelsTest::aChangeWhileTheFirstPageIsUnderWayIsNotMissed()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.workspace.setHoldsAnswers(true);
    bench.model.setQuery({});
    FakeWorkspace::Entry entry;
    entry.details.row.title = u"In between"_s;
    entry.details.row.startedAt = bench.clock.now();
    const RecordingId id = bench.workspace.addEntry(entry);
    bench.workspace.announceChange({{}, {id}, {}, false});
    bench.workspace.setHoldsAnswers(false);
    QTRY_COMPARE(bench.model.rowCount(), 13);
}

void ModelsTest::aFailedReadingIsAStateAndCanBeRepeated()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.workspace.failNext(u"recordings"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    bench.model.setQuery({});
    QTRY_COMPARE(bench.model.phase(), Phase::Failed);
    QCOMPARE(bench.model.error()->kind, ErrorKind::DatabaseFailed);
    QVERIFY(!bench.model.canFetchMore({}));
    bench.model.reload();
    QTRY_COMPARE(bench.model.phase(), Phase::Ready);
    QCOMPARE(bench.model.rowCount(), 12);
}

void ModelsTest::aChangeThatCannotBeReadIsSaid()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    const int rows = bench.model.rowCount();
    bench.workspace.failNext(u"recordings"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    bench.workspace.announceChange({.server = {}, .added = {}, .updated = {}, .isLarge = true});
    QTRY_COMPARE(bench.model.phase(), Phase::Failed);
    QCOMPARE(bench.model.rowCount(), rows); // what was read stays
    bench.workspace.announceChange({.server = {}, .added = {}, .updated = {}, .isLarge = true});
    QTRY_COMPARE(bench.model.phase(), Phase::Ready);
}

void ModelsTest::everyColumnSortsByItsRawValue_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < RecordingListModel::ColumnCount; ++column)
        QTest::newRow(qPrintable(recordingColumnName(static_cast<RecordingColumn>(column)))) << column;
}

void ModelsTest::everyColumnSortsByItsRawValue()
{
    QFETCH(const int, column);
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    bench.model.sort(column, Qt::AscendingOrder);
    QTRY_COMPARE(bench.model.phase(), Phase::Ready);
    QCOMPARE(bench.workspace.lastQuery().sort, static_cast<RecordingColumn>(column));
    for (int row = 1; row < bench.model.rowCount(); ++row) {
        const QVariant before = bench.model.index(row - 1, column).data(RecordingListModel::SortRole);
        const QVariant after = bench.model.index(row, column).data(RecordingListModel::SortRole);
        if (before.typeId() != QMetaType::QString)
            QVERIFY(QVariant::compare(before, after) != QPartialOrdering::Greater);
    }
}

void ModelsTest::htmlInTitlesStaysText()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start(searchFor(u"Bold"_s));
    const QModelIndex index = bench.model.index(0, RecordingListModel::Title);
    QVERIFY(index.data().toString().startsWith(u"<b>Bold</b>"_s));
    QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<img"_s));
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(u"&lt;img"_s));
}

void ModelsTest::newRecordingsAreBold()
{
    ListBench bench;
    fillWithSamples(bench.workspace, bench.clock.now());
    bench.start();
    QVERIFY(bench.model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(!bench.model.index(5, 0).data(Qt::FontRole).isValid());
    // Bold is nothing to a screen reader.
    QVERIFY(bench.model.index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", new"_s));
    QCOMPARE(bench.model.index(5, 0).data(Qt::AccessibleTextRole), bench.model.index(5, 0).data());
}

void ModelsTest::timelineShowsItsEntriesInOrder()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEntries({{0, -1, TimelineKind::MeetingStarted, {}, {}}, {60'000, 247'000, TimelineKind::Joined, u"<i>A</i>"_s, {}}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, TimelineModel::PlaybackTime).data().toString(), QString());
    QCOMPARE(model.index(1, TimelineModel::PlaybackTime).data().toString(), u"0:04:07"_s);
    QCOMPARE(model.index(1, TimelineModel::Event).data().toString(), u"<i>A</i> joined"_s);
}

void ModelsTest::jobsComeGoAndFinishOnce()
{
    FakeWorkspace workspace;
    ConferenceServer server;
    server.name = u"bbb.example"_s;
    const ServerId id = workspace.putServer(server);
    const Actor owner = ownerActor(u"anna"_s, {});
    JobListModel model(workspace, owner);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy finished(&model, &JobListModel::jobFinished);
    const JobId job = workspace.startSync({}, id);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.runningCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"Sync of bbb.example"_s);
    workspace.finishJob(job);
    workspace.finishJob(job);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(model.runningCount(), 0);
    workspace.dismissJob(owner, job);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(JobListModel::percent({630, 1000, ProgressUnit::Items, 0}), 63);
    QCOMPARE(JobListModel::percent({5, 0, ProgressUnit::Items, 0}), -1);
}

QTEST_MAIN(ModelsTest)
#include "tst_models.moc"
