// Deletion's panels and dialogs drawn in both languages, light and dark.

#include "tests/ui/deletion/deletionbench.h"
#include "tests/ui/gallerysheet.h"

#include "ui/pages/deletion/byteplot.h"
#include "ui/pages/deletion/deletenowdialog.h"
#include "ui/pages/deletion/deletioncalendar.h"
#include "ui/pages/deletion/deletioncertificatedialog.h"

using namespace letopis;
using namespace letopis::test;

class DeletionGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSimulatorIsDrawn_data() { GalleryLook::addRows(); }
    void theSimulatorIsDrawn();
    void plansAreDrawn_data() { GalleryLook::addRows(); }
    void plansAreDrawn();
    void theTrashIsDrawn_data() { GalleryLook::addRows(); }
    void theTrashIsDrawn();
    void theComparisonIsDrawn_data() { GalleryLook::addRows(); }
    void theComparisonIsDrawn();
};

void DeletionGallery::theSimulatorIsDrawn()
{
    GallerySheet sheet(u"deletion"_s);
    const GalleryLook look(sheet);
    DeletionBench bench;
    bench.foresee();
    auto &panel = bench.open<SimulatorPanel>();
    QTRY_COMPARE(panel.table().model()->rowCount(), 8);
    sheet.save(panel, u"simulator-list"_s);
    panel.tabs().setCurrentIndex(1);
    panel.calendar().setFocus();
    QTest::keyClick(&panel.calendar(), Qt::Key_Down);
    sheet.save(panel, u"simulator-calendar"_s);
    panel.tabs().setCurrentIndex(2);
    panel.plot().setFocus();
    for (int month = 0; month < 5; ++month)
        QTest::keyClick(&panel.plot(), Qt::Key_PageDown);
    sheet.save(panel, u"simulator-space"_s);
    DeletionBench none;
    auto &empty = none.open<SimulatorPanel>();
    QTRY_VERIFY(none.child<EmptyState>(u"simulationEmpty"_s)->isVisible());
    none.child<QComboBox>(u"simulatorRules"_s)->setCurrentIndex(1);
    sheet.save(empty, u"simulator-empty"_s);
    sheet.verify();
}

void DeletionGallery::plansAreDrawn()
{
    GallerySheet sheet(u"deletion"_s);
    const GalleryLook look(sheet);
    DeletionBench bench;
    DeletionPlan finished = bench.plan(70);
    finished.state = DeletionPlan::State::Finished;
    QList<DeletionItem> ended = bench.items();
    ended[0].state = DeletionItem::State::Done;
    ended[0].freedBytes = 480'000'000;
    ended[1].state = DeletionItem::State::Skipped;
    ended[1].refusal = DeletionRefusal::NotDue;
    ended[2].state = DeletionItem::State::Failed;
    ended[2].problem = u"hostUnreachable: x"_s;
    bench.desk().putPlan(finished, ended);
    bench.desk().putPlan(bench.plan(71, 6), bench.items(6));
    bench.desk().setGuards({{.kind = RetentionGuard::Kind::ClocksDiffer, .oursMs = bench.now(), .theirsMs = bench.inDays(1)}});
    auto &panel = bench.open<PlansPanel>();
    QTRY_COMPARE(panel.table().model()->rowCount(), 2);
    QTRY_VERIFY(bench.child(u"planGo"_s)->isEnabled());
    sheet.save(panel, u"plans"_s);
    panel.table().selectRow(1);
    bench.child<QComboBox>(u"deletionPlanServer"_s)->setCurrentIndex(1);
    QTRY_VERIFY(bench.child<MessageBar>(u"planGuards"_s)->hasMessage());
    QTRY_COMPARE(panel.table().model()->rowCount(), 2);
    panel.table().selectRow(1);
    sheet.save(panel, u"plans-results"_s);
    panel.table().selectRow(0);
    QTRY_VERIFY(bench.child(u"planGo"_s)->isVisible());
    bench.child(u"planGo"_s)->click();
    auto *dialog = bench.dialog<PlanConfirmDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<PlainTable *>()->model()->rowCount(), 6);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"planNumber"_s), u"5"_s);
    sheet.saveAndClose(dialog, u"plan-confirm"_s, bench.questions);
    auto *how = new DeleteNowDialog(12, {}, bench.window.get());
    how->open();
    sheet.saveAndClose(how, u"delete-now"_s, bench.questions);
    DeletionBench none;
    auto &empty = none.open<PlansPanel>();
    QTRY_VERIFY(none.child<EmptyState>(u"plansEmpty"_s)->isVisible());
    sheet.save(empty, u"plans-empty"_s);
    sheet.verify();
}

void DeletionGallery::theTrashIsDrawn()
{
    GallerySheet sheet(u"deletion"_s);
    const GalleryLook look(sheet);
    DeletionBench bench;
    bench.desk().setTrash({bench.trashed(0, 4), bench.trashed(1, 12), bench.trashed(2, 20), bench.trashed(3, 25)});
    bench.certify();
    auto &panel = bench.open<TrashPanel>();
    QTRY_COMPARE(panel.table().model()->rowCount(), 4);
    panel.table().selectAll();
    sheet.save(panel, u"trash"_s);
    panel.showCertificates();
    QTRY_VERIFY(bench.child(u"openCertificate"_s)->isEnabled());
    sheet.save(panel, u"certificates"_s);
    bench.child(u"openCertificate"_s)->click();
    auto *dialog = bench.dialog<DeletionCertificateDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"verifyCertificate"_s)->click();
    QTRY_VERIFY(dialog->messages().hasMessage());
    sheet.saveAndClose(dialog, u"certificate"_s, bench.questions);
    sheet.verify();
}

void DeletionGallery::theComparisonIsDrawn()
{
    GallerySheet sheet(u"deletion"_s);
    const GalleryLook look(sheet);
    DeletionBench bench;
    bench.findThings();
    auto &panel = bench.open<RealityPanel>();
    QTRY_COMPARE(panel.tree().topLevelItemCount(), 4);
    for (int at = 0; at < 4; ++at) {
        panel.tree().setCurrentItem(panel.tree().topLevelItem(at));
        sheet.save(panel, u"reality-%1"_s.arg(at + 1));
    }
    bench.child(u"checkReality"_s)->click();
    bench.tellJob({1}, JobKind::Reality, Job::State::Running);
    QTRY_VERIFY(bench.child<QWidget>(u"jobStrip"_s)->isVisible());
    sheet.save(panel, u"reality-running"_s);
    DeletionBench none;
    auto &empty = none.open<RealityPanel>();
    QTRY_VERIFY(none.child<EmptyState>(u"realityEmpty"_s)->button()->isVisible());
    sheet.save(empty, u"reality-empty"_s);
    sheet.verify();
}

QTEST_MAIN(DeletionGallery)
#include "tst_deletiongallery.moc"
