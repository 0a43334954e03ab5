// Draws the folders and their dialogs in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for people to look at;
// and fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/folders/folderbench.h"
#include "tests/ui/gallerysheet.h"


using namespace letopis;
using namespace letopis::test;

class FolderGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    FolderBench &bench() { return *m_bench; }
    template<typename T>
    void drawDialog(const QString &scene)
    {
        auto *dialog = bench().dialog<T>();
        QVERIFY(dialog);
        m_sheet.save(*dialog, scene);
        bench().questions.setNextAnswer(1);
        dialog->close();
        QTRY_VERIFY(!bench().isOpen<T>());
    }
    void drawTree();
    void drawDialogs();
    void drawRules();

    std::unique_ptr<FolderBench> m_bench;
    GallerySheet m_sheet{u"folders"_s};
};

void FolderGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<FolderBench>();
    bench().openFilled();
    drawTree();
    drawDialogs();
    drawRules();
    m_sheet.verify();
}

void FolderGallery::drawTree()
{
    bench().folders().put(u"Кафедра высшей математики и математической физики"_s, bench().faculty);
    for (int year = 2019; year <= 2026; ++year)
        bench().folders().put(QString::number(year), bench().archive);
    bench().pane().start();
    QTRY_COMPARE(bench().pane().model().children(bench().archive).size(), 8);
    bench().tree().expandAll();
    bench().click(bench().faculty);
    QTRY_COMPARE(bench().shown(), 4);
    bench().page().table().selectRow(0);
    bench().tree().setFocus();
    m_sheet.save(*bench().window, u"1-tree"_s);
    bench().click(bench().physics);
    bench().window->resize(1024, 680);
    bench().window->resetLayout();
    QTRY_VERIFY(bench().window->findChild<QWidget *>(u"recordingsEmpty"_s)->isVisible());
    QCOMPARE(bench().pane().chosen(), bench().physics); // panes laid out anew change nothing
    m_sheet.save(*bench().window, u"2-empty-small"_s);
    bench().window->resize(1440, 860);
    bench().window->resetLayout();
    QVERIFY2(clashesInMenu(*bench().window->findChild<QMenu *>(u"folderMenu"_s)).isEmpty(), "two commands of a folder want one Alt key");
}

void FolderGallery::drawDialogs()
{
    bench().activate();
    bench().click(bench().faculty);
    QTRY_VERIFY(bench().pane().action(FolderPane::NewFolder)->isEnabled());
    bench().pane().action(FolderPane::NewFolder)->trigger();
    auto *name = bench().dialog<FolderNameDialog>();
    QVERIFY(name);
    name->findChild<QLineEdit *>(u"folderName"_s)->setText(u"algebra"_s);
    FolderBench::press<QPushButton>(name, u"acceptFolderName"_s);
    QTRY_VERIFY(name->findChild<QLabel *>(u"folderNameProblem"_s)->isVisible());
    drawDialog<FolderNameDialog>(u"3-name"_s);
    bench().pane().action(FolderPane::RemoveFolder)->trigger();
    auto *remove = bench().dialog<FolderDialog>();
    QTRY_VERIFY(remove->findChild<QPushButton *>(u"acceptFolder"_s)->isEnabled());
    drawDialog<FolderDialog>(u"4-remove"_s);
    bench().pane().action(FolderPane::MoveFolder)->trigger();
    auto *move = bench().dialog<FolderDialog>();
    QTRY_VERIFY(move->findChild<QLabel *>(u"folderReason"_s)->isVisible());
    m_sheet.save(*move, u"5-move"_s);
    QTest::keyClicks(move->findChild<QLineEdit *>(u"folderSearch"_s), u"arch"_s);
    QTRY_VERIFY(move->findChild<QPushButton *>(u"acceptFolder"_s)->isEnabled());
    FolderBench::press<QPushButton>(move, u"acceptFolder"_s);
    QTRY_VERIFY(bench().isOpen<AccessPreviewDialog>());
    auto *preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    drawDialog<AccessPreviewDialog>(u"6-preview"_s);
    bench().tree().expandAll();
    QVERIFY(bench().drop(mimeOf(bench().workspace.recordingIds().mid(5, 3)), bench().physics));
    QTRY_VERIFY(bench().page().messages().hasMessage());
    QTRY_COMPARE(bench().pane().model().recordingsBelow(bench().physics), 3);
    QTRY_COMPARE(bench().shown(), 7);
    m_sheet.save(*bench().window, u"7-filed"_s);
}

void FolderGallery::drawRules()
{
    FilingRule maths;
    maths.folder = bench().maths;
    maths.server = bench().workspace.serverList().first().id;
    maths.conditions = {{FilingRule::Field::Meeting, {}, FilingRule::Match::BeginsWith, u"Кафедра математики"_s},
                        {FilingRule::Field::MetadataKey, u"bbb-origin"_s, FilingRule::Match::Is, u"Moodle"_s}};
    FilingRule rest;
    rest.folder = bench().archive;
    bench().folders().setStoredRules({maths, rest});
    bench().activate();
    bench().action(Actions::FilingRules)->trigger();
    auto *rules = bench().dialog<FilingRulesDialog>();
    QVERIFY(rules);
    QTRY_VERIFY(rules->findChild<QPushButton *>(u"applyRules"_s)->isEnabled());
    QTRY_COMPARE(rules->rules().size(), 2);
    m_sheet.save(*rules, u"8-rules"_s);
    rules->findChild<QPushButton *>(u"editRule"_s)->click();
    QTRY_VERIFY(bench().isOpen<FilingRuleDialog>());
    QTRY_VERIFY(bench().dialog<FilingRuleDialog>()->findChild<QLabel *>(u"ruleFolder"_s)->text().contains(u"Algebra"_s));
    drawDialog<FilingRuleDialog>(u"9-rule"_s);
    rules->close();
}

QTEST_MAIN(FolderGallery)
#include "tst_foldergallery.moc"
