// Plans of deletion in their panel: made, explained where something stops them, confirmed by a number, approved by another,
// carried out, discarded.

#include "tests/ui/deletion/deletionbench.h"

using namespace letopis;
using namespace letopis::test;

class PlansPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); }
    void init() { m_bench = std::make_unique<DeletionBench>(); }
    void cleanup() { m_bench.reset(); }

    void withoutPlansThePanelSaysWhatOneIs();
    void whatStopsDeletionIsSaidWithWhatToDo();
    void aPlanIsMadeConfirmedByItsNumberAndCarriedOut();
    void anotherNumberConfirmsNothing();
    void whatNeedsTwoIsApprovedByAnother();
    void whoConfirmedCannotApprove();
    void aDiscardedPlanStaysAsOne();
    void aConfirmedPlanCanStillBeDiscarded();
    void aLongPlanIsReadWholeBeforeItIsConfirmed();
    void anInterruptedPlanIsCarriedOn();
    void aStoppedJobSaysWhatStays();
    void resultsStandBesideTheRecordings();
    void whatCannotBeReadIsTriedAgain();
    void theKeyboardReachesEverything();

private:
    DeletionBench &bench() { return *m_bench; }
    PlansPanel &panel() { return static_cast<PlansPanel &>(*bench().window); }
    void openWith(const DeletionPlan &plan, const QList<DeletionItem> &items)
    {
        bench().desk().putPlan(plan, items);
        bench().open<PlansPanel>();
        QTRY_COMPARE(panel().table().model()->rowCount(), 1);
        QTRY_COMPARE(bench().child<PlainTable>(u"planItemTable"_s)->model()->rowCount(), int(items.size()));
    }
    void typeNumber(PlanConfirmDialog *dialog, const QString &number)
    {
        auto *field = dialog->findChild<QLineEdit *>(u"planNumber"_s);
        field->setFocus();
        QTest::keyClicks(field, number);
    }

    std::unique_ptr<DeletionBench> m_bench;
};

void PlansPanelTest::withoutPlansThePanelSaysWhatOneIs()
{
    bench().open<PlansPanel>();
    auto *empty = bench().child<EmptyState>(u"plansEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(empty->title().contains(u"No plans"_s));
    QVERIFY(!bench().child(u"makePlan"_s)->isEnabled()); // of which server?
    QVERIFY(bench().child(u"makePlan"_s)->toolTip().contains(u"Choose a server"_s));
}

void PlansPanelTest::whatStopsDeletionIsSaidWithWhatToDo()
{
    bench().desk().setGuards({{.kind = RetentionGuard::Kind::CatalogNotSynced, .oursMs = bench().now(), .theirsMs = 0}});
    bench().open<PlansPanel>();
    auto *servers = bench().child<QComboBox>(u"deletionPlanServer"_s);
    QTRY_COMPARE(servers->count(), 3);
    servers->setCurrentIndex(1);
    auto *guards = bench().child<MessageBar>(u"planGuards"_s);
    QTRY_VERIFY(guards->hasMessage());
    QTRY_VERIFY(bench().child(u"makePlan"_s)->isEnabled());
    bench().child(u"makePlan"_s)->click();
    QTRY_VERIFY(panel().messages().hasMessage());
    QCOMPARE(panel().messages().text(), guards->text());
    QCOMPARE(panel().table().model()->rowCount(), 0);
}

void PlansPanelTest::aPlanIsMadeConfirmedByItsNumberAndCarriedOut()
{
    bench().foresee();
    bench().open<PlansPanel>();
    auto *servers = bench().child<QComboBox>(u"deletionPlanServer"_s);
    QTRY_COMPARE(servers->count(), 3);
    servers->setCurrentIndex(1);
    QTRY_VERIFY(bench().child(u"makePlan"_s)->isEnabled());
    bench().child(u"makePlan"_s)->click();
    QTRY_COMPARE(panel().table().model()->rowCount(), 1);
    QTRY_COMPARE(bench().child<PlainTable>(u"planItemTable"_s)->model()->rowCount(), 7); // without the held one
    QVERIFY(panel().messages().text().contains(u"Nothing was deleted yet"_s));
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    bench().child(u"planGo"_s)->click();
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<PlainTable *>()->model()->rowCount(), 7);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPlan"_s);
    QVERIFY(!accept->isEnabled());
    typeNumber(dialog, u"7"_s);
    QVERIFY(accept->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(bench().reality().started.size(), 1);
    auto *strip = bench().child<QWidget>(u"jobStrip"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(!bench().child(u"makePlan"_s)->isEnabled()); // one at a time
    DeletionReport report;
    report.done = 7;
    report.freedBytes = 1'000'000;
    bench().tellJob({1}, JobKind::Deletion, Job::State::Running);
    bench().tellJob({1}, JobKind::Deletion, Job::State::Finished, {}, report);
    QTRY_VERIFY(!strip->isVisible());
    QVERIFY(panel().messages().text().contains(u"7 recording(s) done"_s) || panel().messages().text().contains(u"7 recordings done"_s));
}

void PlansPanelTest::anotherNumberConfirmsNothing()
{
    openWith(bench().plan(), bench().items());
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    bench().child(u"planGo"_s)->click();
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    typeNumber(dialog, u"4"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"planNumberProblem"_s)->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    QVERIFY(!bench().workspace.calls().contains(u"confirmPlan"_s));
    QVERIFY(!bench().workspace.calls().contains(u"discardPlan"_s)); // somebody else may confirm it
    QVERIFY(bench().reality().started.isEmpty());
}

void PlansPanelTest::whatNeedsTwoIsApprovedByAnother()
{
    DeletionPlan plan = bench().plan();
    plan.needsApproval = true;
    plan.createdBy = u"boris"_s;
    plan.confirmedBy = u"boris"_s;
    openWith(plan, bench().items(3, DeletionStep::Purge));
    QTRY_COMPARE(bench().child(u"planGo"_s)->text(), u"A&pprove…"_s);
    QVERIFY(bench().label(u"planAdvice"_s).contains(u"boris"_s));
    bench().child(u"planGo"_s)->click(); // and thinks better of it
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().first().isDangerous);
    QVERIFY(!bench().workspace.calls().contains(u"approvePlan"_s));
    bench().questions.setNextAnswer(0);
    bench().child(u"planGo"_s)->click();
    QTRY_VERIFY(bench().workspace.calls().contains(u"approvePlan"_s));
    QTRY_COMPARE(bench().reality().started, QList<DeletionPlanId>{plan.id});
}

void PlansPanelTest::whoConfirmedCannotApprove()
{
    DeletionPlan plan = bench().plan();
    plan.needsApproval = true;
    openWith(plan, bench().items(3, DeletionStep::Purge));
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    bench().child(u"planGo"_s)->click();
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    typeNumber(dialog, u"3"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(panel().messages().text().contains(u"another administrator"_s));
    QVERIFY(bench().reality().started.isEmpty());
    QTRY_COMPARE(bench().child(u"planGo"_s)->text(), u"A&pprove…"_s);
    QVERIFY(!bench().child(u"planGo"_s)->isEnabled());
    QVERIFY(bench().label(u"planAdvice"_s).contains(u"two people"_s));
}

void PlansPanelTest::aConfirmedPlanCanStillBeDiscarded()
{
    DeletionPlan plan = bench().plan();
    plan.state = DeletionPlan::State::Confirmed;
    openWith(plan, bench().items());
    QTRY_COMPARE(bench().child(u"planGo"_s)->text(), u"&Carry out"_s);
    bench().child(u"discardDeletionPlan"_s)->click();
    QTRY_VERIFY(bench().label(u"planState"_s).contains(u"Discarded"_s));
    QVERIFY(bench().reality().started.isEmpty());
}

void PlansPanelTest::aLongPlanIsReadWholeBeforeItIsConfirmed()
{
    QList<DeletionItem> items = bench().items(450);
    items.last().step = DeletionStep::Purge;
    DeletionPlan plan = bench().plan();
    plan.itemCount = items.size();
    bench().desk().putPlan(plan, items);
    bench().open<PlansPanel>();
    QTRY_COMPARE(panel().table().model()->rowCount(), 1);
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    bench().child(u"planGo"_s)->click();
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    typeNumber(dialog, u"450"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled()); // the last page tells what is for good
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"planSteps"_s)->text().contains(u"cannot be undone"_s));
}

void PlansPanelTest::aDiscardedPlanStaysAsOne()
{
    openWith(bench().plan(), bench().items());
    QTRY_VERIFY(bench().child(u"discardDeletionPlan"_s)->isEnabled());
    bench().child(u"discardDeletionPlan"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"discarded"_s));
    QTRY_VERIFY(bench().label(u"planState"_s).contains(u"Discarded"_s));
    QTRY_VERIFY(!bench().child(u"planGo"_s)->isVisible());
    QVERIFY(!bench().child(u"discardDeletionPlan"_s)->isVisible());
}

void PlansPanelTest::anInterruptedPlanIsCarriedOn()
{
    DeletionPlan plan = bench().plan();
    plan.state = DeletionPlan::State::Confirmed;
    QList<DeletionItem> items = bench().items();
    items[0].state = DeletionItem::State::Done;
    items[1].state = DeletionItem::State::Running;
    openWith(plan, items);
    QTRY_COMPARE(bench().child(u"planGo"_s)->text(), u"&Carry on"_s);
    QVERIFY(bench().label(u"planAdvice"_s).contains(u"interrupted"_s));
    bench().child(u"planGo"_s)->click();
    QTRY_COMPARE(bench().reality().started, QList<DeletionPlanId>{plan.id});
}

void PlansPanelTest::aStoppedJobSaysWhatStays()
{
    DeletionPlan plan = bench().plan();
    plan.state = DeletionPlan::State::Confirmed;
    openWith(plan, bench().items());
    QTRY_VERIFY(bench().child(u"planGo"_s)->isEnabled());
    bench().child(u"planGo"_s)->click();
    bench().tellJob({1}, JobKind::Deletion, Job::State::Running);
    QTRY_VERIFY(bench().child(u"stopJob"_s)->isVisible());
    bench().child(u"stopJob"_s)->click();
    QTRY_VERIFY(bench().workspace.calls().contains(u"cancelJob"_s));
    bench().tellJob({1}, JobKind::Deletion, Job::State::Finished, Error{ErrorKind::Cancelled, {}, {}, {}});
    QTRY_VERIFY(panel().messages().text().contains(u"What is done stays done"_s));
}

void PlansPanelTest::resultsStandBesideTheRecordings()
{
    DeletionPlan plan = bench().plan();
    plan.state = DeletionPlan::State::Finished;
    QList<DeletionItem> items = bench().items();
    items[0].state = DeletionItem::State::Done;
    items[1].state = DeletionItem::State::Skipped;
    items[1].refusal = DeletionRefusal::Held;
    items[2].state = DeletionItem::State::Failed;
    items[2].problem = u"hostUnreachable: no route"_s;
    openWith(plan, items);
    const QAbstractItemModel *model = bench().child<PlainTable>(u"planItemTable"_s)->model();
    const int last = model->columnCount() - 1;
    QCOMPARE(model->index(0, last).data().toString(), u"Done"_s);
    QVERIFY(model->index(1, last).data().toString().contains(u"held"_s));
    const QString failed = model->index(2, last).data().toString();
    QVERIFY(failed.startsWith(u"Failed."_s) && !failed.contains(u"no route"_s)); // a sentence, not the log's words
}

void PlansPanelTest::whatCannotBeReadIsTriedAgain()
{
    bench().desk().putPlan(bench().plan(), bench().items());
    bench().workspace.failNext(u"plans"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    bench().open<PlansPanel>();
    QTRY_VERIFY(panel().messages().hasMessage());
    for (auto *button : panel().messages().findChildren<QAbstractButton *>()) {
        if (button->text().contains(u"again"_s))
            button->click();
    }
    QTRY_COMPARE(panel().table().model()->rowCount(), 1);
}

void PlansPanelTest::theKeyboardReachesEverything()
{
    openWith(bench().plan(), bench().items());
    QSet<QString> reached;
    for (int step = 0; step < 20; ++step) {
        QTest::keyClick(bench().window.get(), Qt::Key_Tab);
        if (const QWidget *focus = QApplication::focusWidget())
            reached += focus->objectName();
    }
    for (const QString &name : {u"deletionPlanServer"_s, u"planTable"_s, u"planGo"_s, u"discardDeletionPlan"_s, u"planItemTable"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

QTEST_MAIN(PlansPanelTest)
#include "tst_planspanel.moc"
