// Pictures of the journal and of what deletes on a server, for people to look at, in both languages, light and dark.

#include "tests/ui/audit/auditbench.h"
#include "tests/ui/gallerysheet.h"

#include "ui/forms/connectionresults.h"
#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/serverform.h"
#include "ui/pages/audit/auditexportdialog.h"
#include "ui/pages/audit/auditsegmentsdialog.h"

using namespace letopis;
using namespace letopis::test;

class JournalGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draw_data() { GalleryLook::addRows(); }
    void draw();

private:
    AuditBench &bench() { return *m_bench; }
    void drawPage();
    void drawMessages();
    void drawDialogs();
    void drawServer();

    GallerySheet m_sheet{u"journal"_s};
    std::unique_ptr<AuditBench> m_bench;
};

void JournalGallery::draw()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<AuditBench>();
    bench().openJournal();
    drawPage();
    if (!QTest::currentTestFailed())
        drawMessages();
    if (!QTest::currentTestFailed())
        drawDialogs();
    if (!QTest::currentTestFailed())
        drawServer();
    m_bench.reset();
    m_sheet.verify();
}

void JournalGallery::drawPage()
{
    QTRY_VERIFY(bench().sentences().join(u' ').contains(u"Boris Stone"_s));
    m_sheet.save(*bench().window, u"1-page"_s);
    bench().journal().table().selectRow(9);
    m_sheet.save(*bench().window, u"2-difference"_s);
    bench().journal().table().selectRow(2);
    bench().window->resize(1024, 700);
    m_sheet.save(*bench().window, u"3-small"_s);
    bench().window->resize(1440, 860);
    bench().journal().filters().setRecording(bench().workspace.recordingIds().at(0), bench().workspace.detailsOf(bench().workspace.recordingIds().at(0)).row.title);
    QTRY_COMPARE(bench().events().rowCount(), 6);
    m_sheet.save(*bench().window, u"4-recording"_s);
    bench().journal().filters().search().setText(u"teapot"_s);
    QTRY_VERIFY(bench().child<EmptyState>(u"auditEmpty"_s)->isVisible());
    m_sheet.save(*bench().window, u"5-nothing"_s);
    bench().journal().filters().clear();
    QTRY_COMPARE(bench().events().rowCount(), 12);
}

void JournalGallery::drawMessages()
{
    bench().child(u"auditVerify"_s)->click();
    QTRY_VERIFY(bench().journal().messages().hasMessage());
    m_sheet.save(*bench().window, u"6-sound"_s);
    bench().trail().breakAt({7, AuditBreakKind::Changed, 0});
    bench().child(u"auditVerify"_s)->click();
    bench().trail().setAge({.age = CatalogAge::Older, .seen = {}});
    Q_EMIT bench().trail().catalogAgeKnown({.age = CatalogAge::Older, .seen = {}});
    QTRY_VERIFY(bench().journal().messages().hasMessage());
    m_sheet.save(*bench().window, u"7-broken"_s);
    bench().journal().messages().clear();
}

void JournalGallery::drawDialogs()
{
    bench().child(u"auditExport"_s)->click();
    auto *dialog = bench().opened<AuditExportDialog>();
    QVERIFY(dialog);
    dialog->findChild<QRadioButton *>(u"exportExtract"_s)->click();
    m_sheet.saveAndClose(dialog, u"8-export"_s, bench().questions);
    bench().activate();
    bench().child<QAction>(u"auditSegments"_s)->trigger();
    auto *segments = bench().opened<AuditSegmentsDialog>();
    QVERIFY(segments);
    m_sheet.save(*segments, u"9-no-stretches"_s);
    segments->findChild<QDateEdit *>(u"sealUntil"_s)->setDate(QDate(2026, 11, 17));
    segments->findChild<QPushButton *>(u"sealSegment"_s)->click();
    QTRY_COMPARE(segments->segments().size(), 1);
    bench().questions.setNextFile(bench().directory.path());
    QTRY_VERIFY(segments->findChild<QPushButton *>(u"storeSegment"_s)->isEnabled());
    segments->findChild<QPushButton *>(u"storeSegment"_s)->click();
    QTRY_VERIFY(segments->findChild<QLineEdit *>(u"dropNumber"_s)->isEnabled());
    segments->findChild<QLineEdit *>(u"dropNumber"_s)->setText(u"5"_s);
    m_sheet.saveAndClose(segments, u"10-stretches"_s, bench().questions);
}

void JournalGallery::drawServer()
{
    ConferenceServer server = bench().workspace.serverList().first();
    server.ssh = parseSshEndpoint(u"letopis@bbb.example:22"_s).value();
    ServerForm form(server, bench().workspace, bench().actor, bench().questions);
    form.show();
    form.findChild<QTabWidget *>()->setCurrentIndex(1);
    m_sheet.save(form, u"11-server"_s);
    form.findChild<QPushButton *>(u"deletionRecipe"_s)->click();
    auto *recipe = form.findChild<DeletionRecipeDialog *>();
    QVERIFY(recipe);
    m_sheet.saveAndClose(recipe, u"12-recipe"_s, bench().questions);
    form.close();
    DiskAbility ability;
    ability.againstRestore = ability.againstPurge = DiskObstacle::NotInstalled;
    ConnectionReport report;
    report.api = Result<ApiIdentity>(ApiIdentity{});
    report.disk = Result<DiskIdentity>(DiskIdentity{});
    report.deletion = Result<DiskAbility>(ability);
    ConnectionResults results;
    results.resize(560, 320);
    results.setVisible(true);
    results.showReport(report, true);
    m_sheet.save(results, u"13-results"_s);
}

QTEST_MAIN(JournalGallery)
#include "tst_journalgallery.moc"
