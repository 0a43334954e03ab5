// The comparison of a server with its disk and the catalog: begun, its findings by kind in sentences, mended through a plan, by a
// sync, or not from here.

#include "tests/ui/deletion/deletionbench.h"

using namespace letopis;
using namespace letopis::test;

class RealityPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); }
    void init() { m_bench = std::make_unique<DeletionBench>(); }
    void cleanup() { m_bench.reset(); }

    void aServerThatWasNeverComparedOffersIt();
    void findingsStandByKindWithTheirSentences();
    void aKindIsMendedWholeThroughAPlan();
    void whatIsNoMoreThereAsksForAnotherComparison();
    void whatASyncMendsIsSynced();
    void whatHasNoMendSaysWhy();
    void kindsOfDifferentMendsAreNotMendedTogether();
    void whenAllAgreeItSaysSo();
    void aRefusalIsSaid();
    void manyFindingsAreReadInPages();

private:
    DeletionBench &bench() { return *m_bench; }
    RealityPanel &panel() { return static_cast<RealityPanel &>(*bench().window); }
    void openFilled()
    {
        bench().findThings();
        bench().open<RealityPanel>();
        QTRY_COMPARE(panel().tree().topLevelItemCount(), 4);
    }
    QTreeWidgetItem *group(const QString &text)
    {
        for (int at = 0; at < panel().tree().topLevelItemCount(); ++at) {
            if (panel().tree().topLevelItem(at)->text(0).startsWith(text))
                return panel().tree().topLevelItem(at);
        }
        return nullptr;
    }
    void choose(const QString &text)
    {
        QTreeWidgetItem *item = group(text);
        QVERIFY(item);
        panel().tree().setCurrentItem(item);
    }

    std::unique_ptr<DeletionBench> m_bench;
};

void RealityPanelTest::aServerThatWasNeverComparedOffersIt()
{
    bench().open<RealityPanel>();
    auto *empty = bench().child<EmptyState>(u"realityEmpty"_s);
    QTRY_VERIFY(empty->isVisible() && empty->button()->isVisible());
    empty->button()->click();
    QTRY_COMPARE(bench().reality().checksAsked, QList<ServerId>{bench().uni});
    QTRY_VERIFY(bench().child<QWidget>(u"jobStrip"_s)->isVisible());
    bench().findThings();
    bench().tellJob({1}, JobKind::Reality, Job::State::Finished);
    QTRY_COMPARE(panel().tree().topLevelItemCount(), 4);
    QVERIFY(!bench().child<QWidget>(u"jobStrip"_s)->isVisible());
}

void RealityPanelTest::findingsStandByKindWithTheirSentences()
{
    openFilled();
    QVERIFY(bench().label(u"lastCheck"_s).contains(u"120"_s));
    QTreeWidgetItem *left = group(u"Left in the server's trash (2)"_s);
    QVERIFY(left);
    QCOMPARE(left->childCount(), 2);
    QVERIFY(left->text(1).contains(u"1"_s)); // a gigabyte together
    choose(u"Left in"_s);
    QTRY_VERIFY(bench().label(u"findingSentence"_s).contains(u"still lie in the server's trash"_s));
    panel().tree().setCurrentItem(left->child(1));
    QTRY_VERIFY(bench().label(u"findingSentence"_s).contains(u"deleted/presentation"_s));
    QTRY_VERIFY(bench().child(u"realityRecording"_s)->isVisible());
    QSignalSpy asked(&panel(), &RealityPanel::recordingRequested);
    bench().child(u"realityRecording"_s)->click();
    QCOMPARE(asked.size(), 1);
}

void RealityPanelTest::whatIsNoMoreThereAsksForAnotherComparison()
{
    openFilled();
    bench().reality().refusal = Error{ErrorKind::InvalidInput, u"it is served by now"_s, {}, {}};
    choose(u"Left in"_s);
    QTRY_VERIFY(bench().child(u"mendReality"_s)->isEnabled());
    bench().child(u"mendReality"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"when it was compared"_s));
}

void RealityPanelTest::aKindIsMendedWholeThroughAPlan()
{
    openFilled();
    const DeletionPlan plan = bench().plan(95, 2);
    bench().desk().putPlan(plan, bench().items(2, DeletionStep::Purge));
    bench().reality().plan = plan;
    choose(u"Left in"_s);
    QTRY_VERIFY(bench().child(u"mendReality"_s)->text().contains(u"(2)"_s));
    bench().child(u"mendReality"_s)->click();
    auto *dialog = bench().dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    QCOMPARE(bench().reality().positionsAsked, (QList<int>{3, 4}));
    auto *number = dialog->findChild<QLineEdit *>(u"planNumber"_s);
    number->setFocus();
    QTest::keyClicks(number, u"2"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled()); // its list is read
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(bench().reality().started, QList<DeletionPlanId>{plan.id});
    DeletionReport report;
    report.done = 2;
    bench().tellJob({1}, JobKind::Deletion, Job::State::Finished, {}, report);
    QTRY_VERIFY(panel().messages().text().contains(u"2"_s));
    for (auto *button : panel().messages().findChildren<QAbstractButton *>()) {
        if (button->text().contains(u"ag&ain"_s))
            button->click();
    }
    QTRY_COMPARE(bench().reality().checksAsked.size(), 1);
}

void RealityPanelTest::whatASyncMendsIsSynced()
{
    openFilled();
    choose(u"Not in the catalog"_s);
    QTRY_COMPARE(bench().child(u"mendReality"_s)->text(), u"S&ync the server"_s);
    bench().child(u"mendReality"_s)->click();
    QTRY_VERIFY(bench().workspace.calls().contains(u"startSync"_s));
    QVERIFY(bench().reality().positionsAsked.isEmpty());
}

void RealityPanelTest::whatHasNoMendSaysWhy()
{
    openFilled();
    choose(u"On the disk"_s);
    QTRY_VERIFY(bench().label(u"findingSentence"_s).contains(u"only copy"_s));
    QVERIFY(!bench().child(u"mendReality"_s)->isVisible());
}

void RealityPanelTest::kindsOfDifferentMendsAreNotMendedTogether()
{
    openFilled();
    panel().tree().selectAll();
    QTRY_VERIFY(!bench().child(u"mendReality"_s)->isEnabled());
    QVERIFY(bench().child(u"mendReality"_s)->toolTip().contains(u"same way"_s));
}

void RealityPanelTest::whenAllAgreeItSaysSo()
{
    bench().reality().report = {.server = bench().uni, .atMs = bench().inDays(-1), .source = u"none"_s, .listed = 12, .onDisk = 0, .inCatalog = 12,
                                .findings = 0, .sizeBytes = 0};
    bench().open<RealityPanel>();
    auto *empty = bench().child<EmptyState>(u"realityEmpty"_s);
    QTRY_VERIFY(empty->isVisible() && empty->title().contains(u"Nothing disagrees"_s));
    QVERIFY(bench().label(u"lastCheck"_s).contains(u"no SSH account"_s)); // and says what was not looked at
}

void RealityPanelTest::aRefusalIsSaid()
{
    openFilled();
    bench().reality().refusal = Error{ErrorKind::PermissionDenied, u"a legal hold is on it"_s, u"rec-4"_s, {}};
    choose(u"Left in"_s);
    QTRY_VERIFY(bench().child(u"mendReality"_s)->isEnabled());
    bench().child(u"mendReality"_s)->click();
    QTRY_VERIFY(panel().messages().text().contains(u"is held"_s));
}

void RealityPanelTest::manyFindingsAreReadInPages()
{
    bench().findThings();
    bench().reality().found.clear();
    for (int at = 1; at <= 1200; ++at)
        bench().reality().found += DeletionBench::finding(at, RealityKind::StatusLeftover, 10);
    bench().reality().report.findings = 1200;
    bench().open<RealityPanel>();
    QTRY_VERIFY(group(u"Markers"_s) && group(u"Markers"_s)->childCount() == 1200);
    QVERIFY(!group(u"Markers"_s)->isExpanded());
}

QTEST_MAIN(RealityPanelTest)
#include "tst_realitypanel.moc"
