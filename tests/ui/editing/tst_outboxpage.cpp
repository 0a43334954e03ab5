// The outbox: a page of the main window, and its count in the navigation.

#include "tests/ui/uitest.h"

#include "ui/forms/informationconflict.h"
#include "ui/pages/outbox/outboxmodel.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const Actor somebody = ownerActor(u"boris"_s, u"Boris"_s);

} // namespace

class OutboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void anEmptyOutboxSaysWhatItIsFor();
    void anEditShowsBeforeAfterAndStateAndIsCounted();
    void sendNowPushesEveryServerThatWaits();
    void whatARemovedServerDoesNotGetIsShownAndNotSent();
    void deleteGivesTheSelectedEditsUp();
    void aConflictIsMarkedCountedAndDecided();
    void aConflictThatChangedIsAskedAboutAnew();
    void whatOnlyTheCatalogHoldsIsShownOnRequest();
    void anErrorIsSaidAndReadAgain();
    void rowsKeepTheirPlaceWhenOthersGo();

private:
    template<typename T>
    T *child(const QString &name) { return m_bench->window->findChild<T *>(name); }
    FakeRecordingEditor &editor() { return m_bench->workspace.editor(); }
    RecordingId id(int row) { return m_bench->window->recordingsPage().model().row(row).id; }
    QAbstractItemModel *model() { return child<QTableView>(u"outboxTable"_s)->model(); }
    QTreeWidgetItem *place() { return child<QTreeWidget>(u"navigationTree"_s)->topLevelItem(2); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    void apply(RecordingId recording, const QString &field, const QString &after);
    void openOutbox();

    std::unique_ptr<WindowBench> m_bench;
};

void OutboxPageTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_bench->makeWindow();
    QTRY_COMPARE(m_bench->window->recordingsPage().model().rowCount(), 12);
}

void OutboxPageTest::apply(RecordingId recording, const QString &field, const QString &after)
{
    const auto now = editor().information(somebody, recording);
    QVERIFY(QTest::qWaitFor([&now] { return now.isFinished(); }));
    const auto done = editor().apply(somebody, {{recording, field, now.result()->values.value(field), after}});
    QVERIFY(QTest::qWaitFor([&done] { return done.isFinished(); }));
    QCOMPARE(done.result()->results.first().outcome, EditOutcome::Applied);
}

void OutboxPageTest::openOutbox()
{
    QTest::keyClick(m_bench->window.get(), Qt::Key_4, Qt::AltModifier);
    QTRY_VERIFY(child<OutboxPage>(u"outboxPage"_s)->isVisible());
    QCOMPARE(child<QTreeWidget>(u"navigationTree"_s)->currentItem(), place());
    QVERIFY(!m_bench->window->detailsPane().isVisible());
}

void OutboxPageTest::anEmptyOutboxSaysWhatItIsFor()
{
    openOutbox();
    QTRY_VERIFY(child<EmptyState>(u"outboxEmpty"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"pushOutbox"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"discardOutbox"_s)->isEnabled());
    QCOMPARE(place()->text(1), QString());
}

void OutboxPageTest::anEditShowsBeforeAfterAndStateAndIsCounted()
{
    const QString before = m_bench->window->recordingsPage().model().row(0).title;
    apply(id(0), field::title, u"After"_s);
    QTRY_COMPARE(place()->text(1), u"1"_s);
    QVERIFY(place()->data(0, Qt::AccessibleTextRole).toString().contains(u"1 edit(s)"_s));
    openOutbox();
    QTRY_COMPARE(model()->rowCount(), 1);
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(cell(0, OutboxModel::Recording), u"After"_s);
    QCOMPARE(cell(0, OutboxModel::Field), u"Title"_s);
    QCOMPARE(cell(0, OutboxModel::Before), before);
    QCOMPARE(cell(0, OutboxModel::After), u"After"_s);
    QCOMPARE(cell(0, OutboxModel::State), u"Waiting"_s);
    QVERIFY(child<QLabel>(u"outboxDetails"_s)->text().contains(u"boris"_s));
}

void OutboxPageTest::sendNowPushesEveryServerThatWaits()
{
    apply(id(0), field::title, u"One"_s);
    apply(id(2), field::title, u"Two"_s); // of the other server
    openOutbox();
    QTRY_COMPARE(model()->rowCount(), 2);
    QTRY_VERIFY(child<QPushButton>(u"pushOutbox"_s)->isEnabled());
    QTest::mouseClick(child<QPushButton>(u"pushOutbox"_s), Qt::LeftButton);
    const auto pushes = [this] {
        const QList<JobStatus> jobs = m_bench->workspace.jobs();
        return std::count_if(jobs.begin(), jobs.end(), [](const JobStatus &job) { return job.kind == JobKind::Push; });
    };
    QTRY_COMPARE(pushes(), 2);
}

void OutboxPageTest::whatARemovedServerDoesNotGetIsShownAndNotSent()
{
    const ServerId removed = m_bench->window->recordingsPage().model().row(0).server;
    const ServerId left = m_bench->window->recordingsPage().model().row(2).server;
    apply(id(0), field::title, u"One"_s);
    apply(id(2), field::title, u"Two"_s);
    openOutbox();
    QTRY_COMPARE(place()->text(1), u"2"_s);
    QVERIFY(m_bench->workspace.removeServer(somebody, removed).isValid());
    QTRY_COMPARE(place()->text(1), u"1"_s);
    QCOMPARE(model()->rowCount(), 2);
    const int row = cell(0, OutboxModel::After) == "One"_L1 ? 0 : 1;
    QCOMPARE(cell(row, OutboxModel::State), u"Server removed"_s);
    QCOMPARE(cell(row, OutboxModel::NextTry), QString());
    child<QTableView>(u"outboxTable"_s)->selectRow(row);
    QTRY_VERIFY(child<QLabel>(u"outboxDetails"_s)->text().contains(u"stays in this catalog"_s));
    QVERIFY(child<QPushButton>(u"discardOutbox"_s)->isEnabled());
    QTest::mouseClick(child<QPushButton>(u"pushOutbox"_s), Qt::LeftButton);
    const auto pushed = [this] {
        QList<ServerId> servers;
        for (const JobStatus &job : m_bench->workspace.jobs()) {
            if (job.kind == JobKind::Push)
                servers += job.server;
        }
        return servers;
    };
    QTRY_COMPARE(pushed(), QList<ServerId>{left});
}

void OutboxPageTest::deleteGivesTheSelectedEditsUp()
{
    const QString before = m_bench->window->recordingsPage().model().row(0).title;
    apply(id(0), field::title, u"One"_s);
    apply(id(1), field::title, u"Two"_s);
    openOutbox();
    QTRY_COMPARE(model()->rowCount(), 2);
    auto *table = child<QTableView>(u"outboxTable"_s);
    table->setFocus();
    table->selectAll();
    QTRY_COMPARE(child<QPushButton>(u"discardOutbox"_s)->text(), u"&Discard 2 edit(s)"_s);
    QTest::keyClick(table, Qt::Key_Delete);
    QPointer<QMessageBox> question = child<QMessageBox>(u"discardQuestion"_s);
    QVERIFY(question);
    QCOMPARE(question->text(), u"Discard 2 edit(s)?"_s);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!question);
    QCOMPARE(model()->rowCount(), 2);
    m_bench->window->activateWindow(); // a desktop does so by itself
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    question = child<QMessageBox>(u"discardQuestion"_s);
    QVERIFY(question);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(model()->rowCount(), 0);
    QTRY_COMPARE(m_bench->window->recordingsPage().model().row(0).title, before);
    QTRY_COMPARE(place()->text(1), QString());
}

void OutboxPageTest::aConflictIsMarkedCountedAndDecided()
{
    apply(id(0), field::title, u"Ours"_s);
    editor().setConflict(id(0), field::title, u"Theirs"_s);
    QTRY_VERIFY(place()->data(0, Qt::AccessibleTextRole).toString().contains(u"1 conflict(s)"_s));
    openOutbox();
    QTRY_COMPARE(cell(0, OutboxModel::State), u"Conflict"_s);
    auto *decide = child<QPushButton>(u"decideOutbox"_s);
    QTRY_VERIFY(decide->isEnabled());
    QTest::keyClick(child<QTableView>(u"outboxTable"_s), Qt::Key_Return); // Enter opens the question
    QPointer<InformationConflict> dialog = m_bench->window->findChild<InformationConflict *>();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"keepOurs"_s), Qt::LeftButton);
    QTRY_COMPARE(cell(0, OutboxModel::State), u"Waiting"_s);
    QTRY_VERIFY(!dialog);
    QVERIFY(!decide->isEnabled());
}

void OutboxPageTest::aConflictThatChangedIsAskedAboutAnew()
{
    apply(id(0), field::title, u"Ours"_s);
    editor().setConflict(id(0), field::title, u"Theirs"_s);
    openOutbox();
    QTRY_COMPARE(cell(0, OutboxModel::State), u"Conflict"_s);
    QTest::keyClick(child<QTableView>(u"outboxTable"_s), Qt::Key_Return);
    QPointer<InformationConflict> dialog = m_bench->window->findChild<InformationConflict *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLabel *>(u"conflictQuestion"_s)->text().contains(u"nothing was decided"_s));
    editor().setConflict(id(0), field::title, u"Theirs, newer"_s); // while the question stands
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"takeTheirs"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(dialog = m_bench->window->findChild<InformationConflict *>());
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"conflictTheirs"_s)->toPlainText(), u"Theirs, newer"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"conflictQuestion"_s)->text().contains(u"nothing was decided"_s));
    QCOMPARE(cell(0, OutboxModel::State), u"Conflict"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"takeTheirs"_s), Qt::LeftButton);
    QTRY_COMPARE(model()->rowCount(), 0);
    QTRY_COMPARE(m_bench->window->recordingsPage().model().row(0).title, u"Theirs, newer"_s);
}

void OutboxPageTest::whatOnlyTheCatalogHoldsIsShownOnRequest()
{
    apply(id(0), field::description, u"long"_s);
    editor().setState(id(0), field::description, EditState::CatalogOnly, CatalogOnlyReason::TooLong);
    openOutbox();
    QTRY_VERIFY(child<EmptyState>(u"outboxEmpty"_s)->isVisible());
    auto *with = child<QCheckBox>(u"withCatalogOnly"_s);
    QTest::mouseClick(with, Qt::LeftButton, {}, QPoint(8, with->height() / 2));
    QTRY_COMPARE(model()->rowCount(), 1);
    QVERIFY(child<QLabel>(u"outboxDetails"_s)->text().contains(u"too long"_s));
    QTRY_COMPARE(place()->text(1), QString()); // it waits for nothing
}

void OutboxPageTest::anErrorIsSaidAndReadAgain()
{
    apply(id(0), field::title, u"One"_s);
    openOutbox();
    QTRY_COMPARE(model()->rowCount(), 1);
    m_bench->workspace.failNext(u"outbox"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog.sqlite"_s, {}});
    Q_EMIT editor().outboxChanged();
    auto *messages = child<OutboxPage>(u"outboxPage"_s)->findChild<MessageBar *>();
    QTRY_VERIFY(messages->hasMessage());
    QCOMPARE(model()->rowCount(), 1); // what was known stays
    const QList<QPushButton *> buttons = messages->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QTRY_VERIFY(!messages->hasMessage());
}

void OutboxPageTest::rowsKeepTheirPlaceWhenOthersGo()
{
    for (int row = 0; row < 4; ++row)
        apply(id(row), field::owner, u"Ivanov"_s);
    openOutbox();
    QTRY_COMPARE(model()->rowCount(), 4);
    const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto *table = child<QTableView>(u"outboxTable"_s);
    table->selectRow(2);
    const QString selected = cell(2, OutboxModel::Recording);
    const RecordingId first = child<OutboxPage>(u"outboxPage"_s)->table().model() == model()
        ? static_cast<OutboxModel *>(model())->entry(0).edit.recording
        : RecordingId{};
    editor().discard(somebody, first, field::owner);
    QTRY_COMPARE(model()->rowCount(), 3);
    QCOMPARE(table->currentIndex().siblingAtColumn(OutboxModel::Recording).data().toString(), selected);
}

QTEST_MAIN(OutboxPageTest)
#include "tst_outboxpage.moc"
