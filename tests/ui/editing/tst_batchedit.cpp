// Editing many recordings at once, in the main window, by real clicks and keys.

#include "tests/ui/uitest.h"

#include "ui/forms/batcheditdialog.h"
#include "ui/forms/batcheditmodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const Actor somebody = ownerActor(u"boris"_s, u"Boris"_s);

} // namespace

class BatchEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void selectingSeveralRowsOffersToEditThem();
    void aSharedValueIsShownAndDifferentOnesAreSaid();
    void onlyTouchedFieldsChangeAndOneUndoTakesAllBack();
    void tagsAreAddedAndRemovedInOneGo();
    void thePlanShowsProblemsAndEditsOnTheirWay();
    void whatSomebodyChangedMeanwhileIsReportedAndStays();
    void aWrongValueIsSaidNextToTheField();
    void aFailureLeavesTheDialogWhereItWas();
    void theUndoOfTheMessageBarWorksAndTellsWhatStayed();
    void whatMayNotBeEditedIsLeftOutAndSaid();
    void everythingFoundIsEditedThoughNotAllIsRead();
    void tenThousandRecordingsArePlannedAndChanged();

private:
    template<typename T>
    T *child(const QString &name) { return m_bench->window->findChild<T *>(name); }
    template<typename T>
    T *part(const QString &name) { return dialog()->findChild<T *>(name); }
    BatchEditDialog *dialog() { return m_bench->window->findChild<BatchEditDialog *>(); }
    QAbstractItemModel *table() { return part<QTableView>(u"batchTable"_s)->model(); }
    QLineEdit *line(const QString &name) { return part<QLineEdit>(u"batch-"_s + name); }
    RecordingsPage &page() { return m_bench->window->recordingsPage(); }
    FakeRecordingEditor &editor() { return m_bench->workspace.editor(); }
    RecordingId id(int row) { return page().model().row(row).id; }
    QString catalog(RecordingId recording, const QString &field);
    void apply(RecordingId recording, const QString &field, const QString &before, const QString &after);
    void openWindow(int rows);
    void openDialog(int rows);
    void next() { QTest::mouseClick(part<QPushButton>(u"batchNext"_s), Qt::LeftButton); }
    void toPlan();

    std::unique_ptr<WindowBench> m_bench;
};

void BatchEditTest::init()
{
    m_bench = std::make_unique<WindowBench>();
}

QString BatchEditTest::catalog(RecordingId recording, const QString &field)
{
    const auto future = editor().information(somebody, recording);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }) || !future.result())
        return u"?"_s;
    return future.result()->values.value(field);
}

void BatchEditTest::apply(RecordingId recording, const QString &field, const QString &before, const QString &after)
{
    const auto future = editor().apply(somebody, {{recording, field, before, after}});
    QVERIFY(QTest::qWaitFor([&future] { return future.isFinished(); }));
    QCOMPARE(future.result()->results.first().outcome, EditOutcome::Applied);
}

void BatchEditTest::openWindow(int rows)
{
    m_bench->makeWindow();
    QTRY_VERIFY(page().model().rowCount() >= rows);
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
}

void BatchEditTest::openDialog(int rows)
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(12);
    page().table().setFocus();
    page().table().selectRow(0);
    for (int i = 1; i < rows; ++i)
        QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->findChild<QCheckBox *>(u"change-title"_s));
}

void BatchEditTest::toPlan()
{
    next();
    QTRY_VERIFY(part<QTableView>(u"batchTable"_s)->isVisible());
}

void BatchEditTest::selectingSeveralRowsOffersToEditThem()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(12);
    page().table().setFocus();
    page().table().selectRow(1);
    QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    auto *summary = child<EmptyState>(u"selectionSummary"_s);
    QTRY_VERIFY(summary->isVisible());
    QCOMPARE(summary->title(), u"2 recording(s) selected"_s);
    QVERIFY(!child<QPushButton>(u"editFound"_s)->isVisible());
    QTest::mouseClick(summary->button(), Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    page().table().selectRow(2); // one again: its details come back
    QTRY_VERIFY(!summary->isVisible());
    QTRY_COMPARE(m_bench->window->detailsPane().details()->row.id, id(2));
}

void BatchEditTest::aSharedValueIsShownAndDifferentOnesAreSaid()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(12);
    for (int row = 0; row < 2; ++row)
        apply(id(row), field::owner, catalog(id(row), field::owner), u"Kovaleva"_s);
    apply(id(0), field::tags, catalog(id(0), field::tags), u"all,one"_s);
    apply(id(1), field::tags, catalog(id(1), field::tags), u"all"_s);
    page().table().selectRow(0);
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->findChild<QCheckBox *>(u"change-title"_s));
    QCOMPARE(line(field::owner)->text(), u"Kovaleva"_s);
    QVERIFY(line(field::title)->text().isEmpty());
    QCOMPARE(line(field::title)->placeholderText(), u"Different values"_s);
    QCOMPARE(line(u"removeTags"_s)->placeholderText(), u"On all: all. On some: one"_s);
    QVERIFY(!part<QCheckBox>(u"change-owner"_s)->isChecked());
    QVERIFY(!part<QPushButton>(u"batchNext"_s)->isEnabled()); // nothing is touched
}

void BatchEditTest::onlyTouchedFieldsChangeAndOneUndoTakesAllBack()
{
    openDialog(3);
    const QStringList titles{catalog(id(0), field::title), catalog(id(1), field::title), catalog(id(2), field::title)};
    line(field::owner)->setFocus();
    QTest::keyClicks(line(field::owner), u"Ivanov"_s);
    QVERIFY(part<QCheckBox>(u"change-owner"_s)->isChecked());
    m_bench->workspace.forgetCalls();
    toPlan();
    QVERIFY(!m_bench->workspace.calls().contains(u"apply"_s)); // seen first
    QCOMPARE(table()->rowCount(), 3);
    const QAbstractItemModelTester tester(table(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table()->index(0, BatchEditModel::After).data().toString(), u"Ivanov"_s);
    next();
    QTRY_VERIFY(part<QLabel>(u"batchSummary"_s)->text().contains(u"3 value(s) changed"_s));
    QCOMPARE(table()->index(0, BatchEditModel::Note).data().toString(), u"Changed"_s);
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(catalog(id(row), field::owner), u"Ivanov"_s);
        QCOMPARE(catalog(id(row), field::title), titles.at(row));
    }
    QTest::mouseClick(part<QPushButton>(u"batchClose"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QAction *undo = m_bench->window->actionList()[Actions::UndoBatch];
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QTRY_COMPARE(catalog(id(2), field::owner), QString());
    QCOMPARE(catalog(id(0), field::owner), QString());
    QVERIFY(!undo->isEnabled());
}

void BatchEditTest::tagsAreAddedAndRemovedInOneGo()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(12);
    apply(id(0), field::tags, catalog(id(0), field::tags), u"draft,math"_s);
    apply(id(1), field::tags, catalog(id(1), field::tags), u"physics"_s);
    page().table().selectRow(0);
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->findChild<QCheckBox *>(u"change-title"_s));
    QTest::keyClicks(line(u"addTags"_s), u"2026"_s);
    QTest::keyClicks(line(u"removeTags"_s), u"Draft"_s);
    toPlan();
    QCOMPARE(table()->rowCount(), 2);
    QCOMPARE(table()->index(0, BatchEditModel::After).data().toString(), u"2026, math"_s);
    next();
    QTRY_COMPARE(catalog(id(0), field::tags), u"2026,math"_s);
    QCOMPARE(catalog(id(1), field::tags), u"2026,physics"_s);
}

void BatchEditTest::thePlanShowsProblemsAndEditsOnTheirWay()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(12);
    QStringList many;
    for (int i = 0; i < 50; ++i)
        many << u"tag%1"_s.arg(i);
    apply(id(0), field::tags, catalog(id(0), field::tags), tagsValue(many)); // no room for one more
    apply(id(1), field::tags, catalog(id(1), field::tags), u"waits"_s);
    apply(id(2), field::tags, catalog(id(2), field::tags), u"new"_s); // already so
    apply(id(3), field::tags, catalog(id(3), field::tags), u"ours"_s);
    editor().setConflict(id(3), field::tags, u"theirs"_s);
    page().table().selectRow(0);
    page().table().setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(dialog());
    QTRY_VERIFY(dialog()->findChild<QCheckBox *>(u"change-title"_s));
    QTest::keyClicks(line(u"addTags"_s), u"new"_s);
    toPlan();
    QCOMPARE(table()->rowCount(), 3);
    QVERIFY(table()->index(0, BatchEditModel::Note).data().toString().contains(u"50 tags"_s));
    QVERIFY(table()->index(1, BatchEditModel::Note).data().toString().contains(u"on its way"_s));
    QVERIFY(table()->index(2, BatchEditModel::Note).data().toString().contains(u"conflict"_s));
    const QString summary = part<QLabel>(u"batchSummary"_s)->text();
    QVERIFY2(summary.contains(u"2 recording(s) will change"_s) && summary.contains(u"1 value(s) cannot"_s), qPrintable(summary));
    auto *unchanged = part<QCheckBox>(u"showUnchanged"_s);
    QVERIFY(unchanged->isVisible());
    QTest::mouseClick(unchanged, Qt::LeftButton, {}, QPoint(8, unchanged->height() / 2));
    QTRY_COMPARE(table()->rowCount(), 4);
}

void BatchEditTest::whatSomebodyChangedMeanwhileIsReportedAndStays()
{
    openDialog(2);
    QTest::keyClicks(line(field::owner), u"Ivanov"_s);
    toPlan();
    apply(id(1), field::owner, QString(), u"Somebody"_s);
    next();
    QTRY_VERIFY(part<QLabel>(u"batchSummary"_s)->text().contains(u"could not be changed"_s));
    QCOMPARE(catalog(id(0), field::owner), u"Ivanov"_s);
    QCOMPARE(catalog(id(1), field::owner), u"Somebody"_s);
    QVERIFY(table()->index(1, BatchEditModel::Note).data().toString().contains(u"meanwhile"_s));
}

void BatchEditTest::aWrongValueIsSaidNextToTheField()
{
    openDialog(2);
    QTest::mouseClick(part<QCheckBox>(u"change-title"_s), Qt::LeftButton, {}, QPoint(8, 8)); // ticked, and empty
    m_bench->workspace.forgetCalls();
    next();
    QVERIFY(line(field::title)->hasFocus());
    QVERIFY(!line(field::title)->accessibleDescription().isEmpty());
    QVERIFY(!m_bench->workspace.calls().contains(u"plan"_s));
}

void BatchEditTest::aFailureLeavesTheDialogWhereItWas()
{
    openDialog(2);
    QTest::keyClicks(line(field::owner), u"Ivanov"_s);
    toPlan();
    m_bench->workspace.failNext(u"apply"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog.sqlite"_s, {}});
    next();
    QTRY_VERIFY(dialog()->findChild<MessageBar *>()->hasMessage());
    QVERIFY(part<QPushButton>(u"batchNext"_s)->isEnabled());
    next();
    QTRY_COMPARE(catalog(id(0), field::owner), u"Ivanov"_s);
}

void BatchEditTest::theUndoOfTheMessageBarWorksAndTellsWhatStayed()
{
    openDialog(2);
    QTest::keyClicks(line(field::owner), u"Ivanov"_s);
    toPlan();
    next();
    MessageBar &messages = page().messages();
    QTRY_VERIFY(messages.text().contains(u"2 value(s) changed"_s));
    apply(id(1), field::owner, u"Ivanov"_s, u"Later"_s);
    QTest::mouseClick(part<QPushButton>(u"batchClose"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    auto *undo = messages.findChild<QPushButton *>();
    QVERIFY(undo);
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_VERIFY(messages.text().contains(u"1 value(s) are as before"_s));
    QCOMPARE(catalog(id(0), field::owner), QString());
    QCOMPARE(catalog(id(1), field::owner), u"Later"_s);
}

void BatchEditTest::whatMayNotBeEditedIsLeftOutAndSaid()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    openWindow(3);
    FakeAccessDesk &desk = m_bench->workspace.access();
    Person person;
    person.name = u"Mila"_s;
    person.login = u"mila"_s;
    person.role = Role::Moderator;
    const PersonId mila = m_bench->workspace.people().put(person);
    for (const int row : {0, 2})
        desk.give(id(row), {.principal = mila, .permission = Permission::Manage, .untilMs = 0});
    auto *batch = new BatchEditDialog(m_bench->workspace, personActor(mila, u"mila"_s, u"Mila"_s), {id(0), id(1), id(2)},
                                      m_bench->window.get());
    batch->open();
    QTRY_VERIFY(batch->findChild<QLineEdit *>(u"batch-title"_s));
    QVERIFY(batch->findChild<MessageBar *>()->text().contains(u"1"_s));
    QVERIFY(!batch->findChild<QLineEdit *>(u"batch-owner"_s)); // an administrator's alone
    delete batch;
}

void BatchEditTest::everythingFoundIsEditedThoughNotAllIsRead()
{
    fillWithMany(m_bench->workspace, 350, m_bench->clock.now());
    openWindow(RecordingListModel::pageSize);
    QTRY_COMPARE(page().model().totalCount(), 350);
    QVERIFY(page().model().rowCount() < 350);
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_A, Qt::ControlModifier);
    auto *found = child<QPushButton>(u"editFound"_s);
    QTRY_VERIFY(found->isVisible());
    QVERIFY2(found->text().contains(u"350"_s), qPrintable(found->text()));
    QTest::mouseClick(found, Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->windowTitle().contains(u"350"_s));
}

void BatchEditTest::tenThousandRecordingsArePlannedAndChanged()
{
    constexpr int many = 10'000;
    fillWithMany(m_bench->workspace, many, m_bench->clock.now());
    QList<RecordingId> all;
    for (int i = 1; all.size() < many; ++i) {
        if (m_bench->workspace.entry(RecordingId{i}))
            all += RecordingId{i};
    }
    BatchEditDialog batch(m_bench->workspace, somebody, all, nullptr);
    batch.show();
    QTRY_VERIFY_WITH_TIMEOUT(batch.findChild<QLineEdit *>(u"batch-title"_s), 60'000);
    QTest::keyClicks(batch.findChild<QLineEdit *>(u"batch-title"_s), u"Same"_s);
    QTest::mouseClick(batch.findChild<QPushButton *>(u"batchNext"_s), Qt::LeftButton);
    auto *table = batch.findChild<QTableView *>(u"batchTable"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->isVisible(), 60'000);
    QCOMPARE(table->model()->rowCount(), many);
    QVERIFY(table->findChildren<QAbstractButton *>().size() < 5); // nothing is built for a row
    QSignalSpy applied(&batch, &BatchEditDialog::applied);
    QTest::mouseClick(batch.findChild<QPushButton *>(u"batchNext"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 60'000);
    QCOMPARE(applied.first().first().value<EditReport>().count(EditOutcome::Applied), many);
}

QTEST_MAIN(BatchEditTest)
#include "tst_batchedit.moc"
