// Who can see this, why, and what can this person see, by real clicks and keys.

#include "tests/ui/access/accessbench.h"

#include "ui/forms/access/explanationdialog.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/holdersdialog.h"
#include "ui/forms/access/holdersmodel.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/pages/people/peopleview.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class AccessAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<AccessBench>(); }
    void cleanup() { m_bench.reset(); }

    void everyoneWhoCanSeeIsListedWithThroughWhat();
    void theListIsSearchedAndCounted();
    void aFurtherPageThatFailsIsNotTheEnd();
    void aFurtherPageIsOfWhatIsShown();
    void aListThatCannotBeReadSaysSoAndTriesAgain();
    void whySomebodySeesIsToldStepByStep();
    void aViewerAsksAboutOneselfOnly();
    void whatAPersonSeesIsARemovableFilter();
    void theEditorLeadsToWhatAPersonSees();

private:
    AccessBench &bench() { return *m_bench; }
    HoldersDialog *openHolders()
    {
        (void)QTest::qWaitFor([this] { return bench().action(Actions::WhoCanSee)->isEnabled(); });
        QTest::keyClick(bench().window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = bench().opened<HoldersDialog>();
        (void)QTest::qWaitFor([dialog] { return dialog && dialog->model().holders().count > 0; });
        return dialog;
    }
    HoldersDialog *openManyHolders() // 302
    {
        bench().openWindow();
        for (int i = 0; i < 300; ++i)
            bench().desk().give(bench().maths, AccessBench::entry(bench().workspace.people().put(accessPerson(u"Student %1"_s.arg(i), u"s%1"_s.arg(i))),
                                                                  Permission::View));
        return openHolders();
    }
    static QStringList rowsOf(const HoldersDialog &dialog)
    {
        QStringList rows;
        for (int row = 0; row < dialog.model().rowCount(); ++row)
            rows += dialog.model().index(row, HoldersModel::Name).data().toString() + u": "_s
                + dialog.model().index(row, HoldersModel::Through).data().toString();
        return rows;
    }

    std::unique_ptr<AccessBench> m_bench;
};

void AccessAnswersTest::everyoneWhoCanSeeIsListedWithThroughWhat()
{
    bench().openWindow();
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::Manage));
    auto *dialog = openHolders();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().rowCount(), 3);
    const QStringList rows = rowsOf(*dialog);
    QVERIFY(rows.contains(u"Clara Weiß: own entry"_s));
    QVERIFY(rows.contains(u"Dmitri Volkov: group “Students”"_s));
    QVERIFY(rows.contains(u"Анна Ковалёва: administrator"_s));
    auto *table = dialog->findChild<PlainTable *>(u"holdersTable"_s);
    auto *why = dialog->findChild<QLabel *>(u"explanationText"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(why->text().contains(u"Own entry: Manage."_s));
    QTest::keyClick(table, Qt::Key_Down);
    QTRY_VERIFY(why->text().contains(u"Group “Students”: View."_s));
}

void AccessAnswersTest::theListIsSearchedAndCounted()
{
    bench().openWindow();
    for (int i = 0; i < 300; ++i)
        bench().desk().give(bench().maths, AccessBench::entry(bench().workspace.people().put(accessPerson(u"Student %1"_s.arg(i), u"s%1"_s.arg(i))),
                                                              Permission::View));
    auto *dialog = openHolders();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().rowCount(), HoldersDialog::pageSize);
    auto *count = dialog->findChild<QLabel *>(u"holdersCount"_s);
    QCOMPARE(count->text(), u"302 people"_s);
    const QString first = dialog->model().holder(0).person.name;
    dialog->findChild<PlainTable *>(u"holdersTable"_s)->scrollToBottom(); // and the rest is read
    QTRY_COMPARE(dialog->model().rowCount(), 302);
    QCOMPARE(dialog->model().holder(0).person.name, first);
    QSet<PersonId> people;
    for (int row = 0; row < 302; ++row)
        people += std::get<PersonId>(dialog->model().holder(row).person.principal);
    QCOMPARE(people.size(), 302); // each once
    QTest::keyClicks(QApplication::focusWidget(), u"s299"_s);
    QTRY_COMPARE(dialog->model().rowCount(), 1);
    QCOMPARE(count->text(), u"1 of 302 people"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"holdersTable"_s);
    auto *search = dialog->findChild<QLineEdit *>(u"holdersSearch"_s);
    search->setFocus();
    QTest::keyClicks(search, u"9"_s);
    QTRY_VERIFY(dialog->findChild<EmptyState *>()->isVisible());
}

void AccessAnswersTest::aFurtherPageThatFailsIsNotTheEnd()
{
    auto *dialog = openManyHolders();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().rowCount(), HoldersDialog::pageSize);
    auto *table = dialog->findChild<PlainTable *>(u"holdersTable"_s);
    table->selectRow(5);
    bench().workspace.failNext(u"whoCanSee"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    table->scrollToBottom();
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->hasMessage());
    QCOMPARE(dialog->model().rowCount(), HoldersDialog::pageSize);
    QCOMPARE(dialog->model().holders().found, 302); // there is more
    QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(dialog->model().rowCount(), 302);
    QVERIFY(!dialog->findChild<MessageBar *>()->hasMessage());
    QCOMPARE(table->currentIndex().row(), 5);
}

void AccessAnswersTest::aFurtherPageIsOfWhatIsShown()
{
    auto *dialog = openManyHolders();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->model().rowCount(), HoldersDialog::pageSize);
    bench().workspace.setHoldsAnswers(true);
    dialog->findChild<QLineEdit *>(u"holdersSearch"_s)->setText(u"s299"_s); // is read when the typing ends
    dialog->model().fetchMore({});
    bench().workspace.setHoldsAnswers(false);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(dialog->model().rowCount(), 302);
    QTRY_COMPARE(dialog->model().rowCount(), 1);
}

void AccessAnswersTest::aListThatCannotBeReadSaysSoAndTriesAgain()
{
    bench().openWindow();
    bench().workspace.failNext(u"whoCanSee"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    (void)QTest::qWaitFor([this] { return bench().action(Actions::WhoCanSee)->isEnabled(); });
    bench().action(Actions::WhoCanSee)->trigger();
    auto *dialog = bench().opened<HoldersDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->hasMessage());
    QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(dialog->model().rowCount(), 2);
    QVERIFY(!dialog->findChild<MessageBar *>()->hasMessage());
}

void AccessAnswersTest::whySomebodySeesIsToldStepByStep()
{
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::ExplainAccess)->isEnabled());
    QTest::keyClick(bench().window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = bench().opened<ExplanationDialog>();
    QVERIFY(dialog && dialog->picker());
    QTRY_VERIFY(dialog->picker()->model().rowCount() > 5);
    QTest::keyClicks(QApplication::focusWidget(), u"dmitri"_s);
    QTRY_COMPARE(dialog->picker()->model().rowCount(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(dialog->explanation().text().contains(u"Group “Students”: View."_s));
    QVERIFY(dialog->explanation().text().contains(u"Result: View, from groups."_s));
    // What is given meanwhile is told at once.
    const auto done = bench().desk().replaceList(bench().actor, bench().maths, {AccessBench::entry(bench().students, Permission::View)},
                                                 {AccessBench::entry(bench().students, Permission::Denied)});
    QTRY_VERIFY(dialog->explanation().text().contains(u"Result: Denied"_s));
}

void AccessAnswersTest::aViewerAsksAboutOneselfOnly()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::ExplainAccess)->isEnabled());
    bench().action(Actions::ExplainAccess)->trigger();
    auto *dialog = bench().opened<ExplanationDialog>();
    QVERIFY(dialog && !dialog->picker());
    QTRY_VERIFY(dialog->explanation().text().contains(u"Group “Students”: View."_s));
}

void AccessAnswersTest::whatAPersonSeesIsARemovableFilter()
{
    bench().openWindow();
    bench().desk().give(bench().first, AccessBench::entry(bench().clara, Permission::View));
    bench().action(Actions::ShowPeople)->trigger();
    auto *people = bench().window->findChild<PeopleView *>();
    QTRY_VERIFY(people->isVisible() && people->model().rowCount() > 3);
    people->table().selectRow(people->model().rowOf(bench().clara));
    QTRY_VERIFY(people->action(PeopleView::SeeRecordings)->isEnabled());
    people->action(PeopleView::SeeRecordings)->trigger();
    QTRY_VERIFY(bench().page().isVisible());
    QTRY_COMPARE(bench().page().model().rowCount(), 1);
    QCOMPARE(bench().workspace.lastQuery().visibleTo, std::optional(bench().clara));
    auto *chip = bench().window->findChild<QToolButton *>(u"visibleToFilter"_s);
    QVERIFY(chip->isVisible() && chip->text().contains(u"Clara Weiß"_s));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Space);
    QTRY_COMPARE(bench().page().model().rowCount(), 12);
    QVERIFY(!chip->isVisible());
}

void AccessAnswersTest::theEditorLeadsToWhatAPersonSees()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    bench().part<QPushButton>(editor, u"whoCanSee"_s)->click();
    auto *holders = bench().opened<HoldersDialog>();
    QVERIFY(holders);
    QTRY_COMPARE(holders->model().rowCount(), 2);
    QTest::keyClick(holders, Qt::Key_Escape);
    QTRY_VERIFY(!bench().dialog<HoldersDialog>());
    bench().part<QPushButton>(editor, u"whatTheySee"_s)->click();
    QTRY_VERIFY(!bench().dialog<AccessEditor>());
    QTRY_COMPARE(bench().page().model().rowCount(), 0);
    QVERIFY(bench().page().filters().visibleTo().has_value());
    bench().action(Actions::ClearFilters)->trigger();
    QTRY_COMPARE(bench().page().model().rowCount(), 12);
}

QTEST_MAIN(AccessAnswersTest)
#include "tst_accessanswers.moc"
