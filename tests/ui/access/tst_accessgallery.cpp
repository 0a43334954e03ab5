// Draws the windows about access in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for people to look at; and
// fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/access/accessbench.h"
#include "tests/ui/gallerysheet.h"

#include "ui/forms/access/explanationdialog.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/holdersdialog.h"
#include "ui/forms/access/holdersmodel.h"

using namespace letopis;
using namespace letopis::test;

class AccessGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    AccessBench &bench() { return *m_bench; }
    void close(QDialog *dialog) { GallerySheet::close(dialog, bench().questions); }
    void fill();
    void drawEditor();
    void drawSeveral();
    void drawModerator();
    void drawAnswers();

    std::unique_ptr<AccessBench> m_bench;
    GallerySheet m_sheet{u"access"_s};
    PersonId m_long;
};

void AccessGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<AccessBench>();
    fill();
    drawEditor();
    drawSeveral();
    drawAnswers();
    drawModerator();
    m_sheet.verify();
}

void AccessGallery::fill()
{
    m_long = bench().workspace.people().put(
        accessPerson(u"Ольга Викторовна Семёнова-Тян-Шанская, кафедра высшей математики"_s, u"semenova-tyan-shanskaya"_s));
    for (int i = 1; i <= 30; ++i)
        bench().workspace.people().put(accessPerson(u"Студент %1"_s.arg(i, 2, 10, QChar(u'0')), u"student%1"_s.arg(i)));
    bench().desk().give(bench().maths, AccessBench::entry(bench().staff, Permission::Manage));
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::Denied));
    bench().desk().give(bench().maths, AccessBench::entry(m_long, Permission::Publish,
                                                          QDateTime(QDate(2027, 6, 30), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()));
}

void AccessGallery::drawEditor()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    QVERIFY(editor);
    QTRY_COMPARE(editor->model().rowCount(), 4);
    bench().choose(*editor, bench().clara);
    QTRY_VERIFY(editor->findChild<QLabel *>(u"explanationText"_s)->text().size() > 100);
    m_sheet.save(*editor, u"1-editor"_s);
    PrincipalPicker &picker = editor->picker();
    picker.tree().expand(picker.model().indexOfGroup(bench().staff));
    QTRY_COMPARE(picker.model().rowCount(picker.model().indexOfGroup(bench().staff)), 2);
    bench().choose(*editor, bench().students);
    bench().part<QPushButton>(editor, u"removeFromList"_s)->click();
    editor->model().setPermission({editor->model().rowOf(m_long)}, Permission::View);
    editor->model().add({{bench().dmitri, u"Dmitri Volkov"_s, u"dmitri"_s, {}}}, Permission::View);
    bench().choose(*editor, bench().students);
    m_sheet.save(*editor, u"2-changes"_s);
    bench().part<QPushButton>(editor, u"applyAccess"_s)->click();
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    m_sheet.save(*preview, u"3-preview"_s);
    close(preview);
    close(editor);
}

void AccessGallery::drawSeveral()
{
    bench().desk().give(bench().page().model().row(1).id, AccessBench::entry(bench().dmitri, Permission::View));
    bench().select(3);
    QTRY_COMPARE(bench().page().selectedCount(), 3);
    auto *editor = bench().openEditor();
    QVERIFY(editor);
    QTRY_COMPARE(editor->model().rowCount(), 5);
    bench().choose(*editor, bench().students);
    bench().part<QPushButton>(editor, u"removeFromList"_s)->click();
    m_sheet.save(*editor, u"4-several"_s);
    bench().part<QPushButton>(editor, u"applyAccess"_s)->click();
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    bench().workspace.failNext(u"replaceList"_s, {ErrorKind::ContentMismatch, {}, {}, {}});
    preview->findChild<QTreeWidget *>()->expandAll();
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_VERIFY(!preview->findChild<QPushButton *>(u"acceptPreview"_s)->isVisible());
    m_sheet.save(*preview, u"5-results"_s);
    close(preview);
    QTRY_VERIFY(editor->messages().hasMessage());
    m_sheet.save(*editor, u"6-changed-meanwhile"_s);
    close(editor);
    bench().page().table().selectRow(0);
}

void AccessGallery::drawAnswers()
{
    QTRY_VERIFY(bench().action(Actions::WhoCanSee)->isEnabled());
    bench().action(Actions::WhoCanSee)->trigger();
    auto *holders = bench().opened<HoldersDialog>();
    QVERIFY(holders);
    QTRY_VERIFY(holders->model().rowCount() > 2);
    QTRY_VERIFY(holders->findChild<QLabel *>(u"explanationText"_s)->text().size() > 60);
    m_sheet.save(*holders, u"7-who"_s);
    close(holders);
    bench().action(Actions::ExplainAccess)->trigger();
    auto *why = bench().opened<ExplanationDialog>();
    QVERIFY(why);
    QTRY_VERIFY(why->picker()->model().rowCount() > 30);
    why->picker()->searchField().setText(u"boris"_s);
    QTRY_COMPARE(why->picker()->model().rowCount(), 1);
    why->picker()->tree().setCurrentIndex(why->picker()->model().index(0, 0));
    QTRY_VERIFY(why->explanation().text().size() > 60);
    m_sheet.save(*why, u"8-why"_s);
    close(why);
    bench().page().filters().setVisibleTo(NamedPrincipal{bench().clara, u"Clara Weiß"_s, u"clara"_s, {}});
    bench().window->activateWindow();
    m_sheet.save(*bench().window, u"9-visible-to"_s);
    bench().page().filters().setVisibleTo({});
}

void AccessGallery::drawModerator()
{
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    auto *editor = bench().openEditor();
    QVERIFY(editor);
    editor->picker().searchField().setText(u"anna"_s);
    QTRY_COMPARE(editor->picker().model().rowCount(), 1);
    editor->picker().tree().setCurrentIndex(editor->picker().model().index(0, 0));
    QTRY_VERIFY(editor->findChild<QLabel *>(u"addProblem"_s)->isVisible());
    m_sheet.save(*editor, u"10-moderator"_s);
    close(editor);
    bench().desk().give(bench().first, AccessBench::entry(bench().staff, Permission::Publish));
    editor = bench().openEditor();
    QTRY_VERIFY(editor->messages().hasMessage());
    m_sheet.save(*editor, u"11-may-not"_s);
    close(editor);
}

QTEST_MAIN(AccessGallery)
#include "tst_accessgallery.moc"
