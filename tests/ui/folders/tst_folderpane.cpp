// Folders beside the recordings, by clicks and keys: the tree filters the list, folders are made, renamed, moved and removed, and
// recordings are filed, with who gains and who loses what before it happens.

#include "tests/ui/folders/folderbench.h"

#include "core/access/accesspreview.h"
#include "core/access/capability.h"
#include "ui/pages/folders/foldercommands.h"
#include "ui/pages/recordings/detailspane.h"

using namespace letopis;
using namespace letopis::test;

class FolderPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<FolderBench>(); }
    void cleanup() { m_bench.reset(); }

    void withoutFoldersThereIsNoPane();
    void thePaneComesWithTheFirstFolderAndIsHiddenForGood();
    void aFolderFiltersTheList();
    void hidingThePaneShowsAllRecordings();
    void anEmptyFolderSaysSo();
    void aFolderIsMadeByTheKeyboard();
    void aNameThatIsTakenIsRefusedBesideTheField();
    void aFolderIsRenamedByF2();
    void anEmptyFolderIsRemovedWhenAsked();
    void theContentOfAFolderMovesWhereItIsSaid();
    void aFolderIsMovedThroughThePickersSearch();
    void filingShowsWhoGainsAndIsUndone();
    void severalFilingsAreUndoneOneAfterAnother();
    void whileAFolderFiltersNoOtherPlaceIsMarked();
    void severalRecordingsAreDroppedOntoAFolder();
    void aFolderIsDroppedOntoAnother();
    void whatIsRefusedIsSaidInASentence();
    void whatTheRoleDoesNotAllowIsDisabledWithTheReason();
    void theDetailsTellTheFolder();

private:
    FolderBench &bench() { return *m_bench; }
    FakeFolderLibrary &folders() { return m_bench->folders(); }
    std::unique_ptr<FolderBench> m_bench;
};

void FolderPaneTest::withoutFoldersThereIsNoPane()
{
    bench().openWindow();
    QVERIFY(!bench().tree().isVisible());
    QVERIFY(!bench().action(Actions::ToggleFolders)->isChecked());
}

void FolderPaneTest::thePaneComesWithTheFirstFolderAndIsHiddenForGood()
{
    bench().openWindow();
    QVERIFY(answerOf(folders().create(bench().actor, sharedFolder, u"First"_s)));
    QTRY_VERIFY(bench().tree().isVisible());
    QVERIFY(bench().action(Actions::ToggleFolders)->isChecked());
    bench().action(Actions::ToggleFolders)->trigger();
    QTRY_VERIFY(!bench().tree().isVisible());
    QVERIFY(answerOf(folders().create(bench().actor, sharedFolder, u"Second"_s)));
    QTRY_VERIFY(bench().pane().model().children(sharedFolder).size() == 2);
    QVERIFY(!bench().tree().isVisible());
    bench().window->close();
    bench().makeWindow();
    QTRY_VERIFY(bench().pane().model().isRead());
    QVERIFY(!bench().tree().isVisible());
}

void FolderPaneTest::aFolderFiltersTheList()
{
    bench().openFilled();
    bench().click(bench().faculty);
    QTRY_COMPARE(bench().shown(), 4);
    QCOMPARE(bench().workspace.lastQuery().folder, std::optional(bench().faculty));
    bench().pane().belowAction()->trigger();
    QTRY_COMPARE(bench().shown(), 1);
    bench().pane().belowAction()->trigger();
    QTRY_COMPARE(bench().shown(), 4);
    // By arrows: into the folder, on to the first one in it.
    bench().tree().setFocus();
    QTest::keyClick(&bench().tree(), Qt::Key_Right);
    QTest::keyClick(&bench().tree(), Qt::Key_Down);
    QTRY_COMPARE(bench().shown(), 3);
    QTest::keyClick(&bench().tree(), Qt::Key_Return);
    QTRY_VERIFY(bench().page().table().hasFocus());
    // All recordings, from elsewhere: the tree follows.
    bench().action(Actions::ShowAll)->trigger();
    QTRY_COMPARE(bench().shown(), 12);
    QVERIFY(!bench().pane().chosen().isValid());
}

void FolderPaneTest::hidingThePaneShowsAllRecordings()
{
    bench().openFilled();
    bench().click(bench().archive);
    QTRY_COMPARE(bench().shown(), 1);
    bench().action(Actions::ToggleFolders)->trigger();
    QTRY_COMPARE(bench().shown(), 12);
    bench().action(Actions::ToggleFolders)->trigger();
    QTRY_VERIFY(bench().tree().hasFocus());
    QVERIFY(!bench().pane().chosen().isValid());
}

void FolderPaneTest::anEmptyFolderSaysSo()
{
    bench().openFilled();
    bench().tree().expandAll();
    bench().click(bench().physics);
    auto *empty = bench().window->findChild<QWidget *>(u"recordingsEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    empty->findChild<QPushButton *>()->click();
    QTRY_COMPARE(bench().shown(), 12);
}

void FolderPaneTest::aFolderIsMadeByTheKeyboard()
{
    bench().openFilled();
    bench().click(bench().faculty);
    QTest::keyClick(&bench().tree(), Qt::Key_Insert);
    auto *dialog = bench().dialog<FolderNameDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLabel *>(u"folderPlace"_s)->text().remove(QChar(0x200B)), u"Shared / Факультет математики"_s);
    bench().typeInto(dialog, u"folderName"_s, u"Topology"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(bench().childNamed(bench().faculty, u"Topology"_s).isValid());
    QTRY_COMPARE(bench().pane().chosen(), bench().childNamed(bench().faculty, u"Topology"_s));
}

void FolderPaneTest::aNameThatIsTakenIsRefusedBesideTheField()
{
    bench().openFilled();
    bench().click(sharedFolder);
    bench().pane().action(FolderPane::NewFolder)->trigger();
    auto *dialog = bench().dialog<FolderNameDialog>();
    bench().typeInto(dialog, u"folderName"_s, u"ARCHIVE"_s);
    FolderBench::press<QPushButton>(dialog, u"acceptFolderName"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"folderNameProblem"_s)->text().contains(u"there already: Archive"_s));
    QVERIFY(dialog->isVisible());
    dialog->reject();
}

void FolderPaneTest::aFolderIsRenamedByF2()
{
    bench().openFilled();
    bench().click(bench().archive);
    QTest::keyClick(&bench().tree(), Qt::Key_F2);
    auto *dialog = bench().dialog<FolderNameDialog>();
    QVERIFY(dialog); // and not the form of the recording, which has the same key
    bench().typeInto(dialog, u"folderName"_s, u"Old ones"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(bench().pane().model().node(bench().archive)->folder.name, u"Old ones"_s);
    QCOMPARE(bench().pane().chosen(), bench().archive);
}

void FolderPaneTest::anEmptyFolderIsRemovedWhenAsked()
{
    bench().openFilled();
    bench().tree().expandAll();
    bench().click(bench().physics);
    QTest::keyClick(&bench().tree(), Qt::Key_Delete); // cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(folders().node(bench().physics));
    bench().questions.setNextAnswer(0);
    QTest::keyClick(&bench().tree(), Qt::Key_Delete);
    QTRY_VERIFY(!folders().node(bench().physics));
    QTRY_VERIFY(!bench().pane().model().node(bench().physics));
    QTRY_VERIFY(bench().message().contains(u"Geometry"_s));
}

void FolderPaneTest::theContentOfAFolderMovesWhereItIsSaid()
{
    bench().openFilled();
    bench().click(bench().faculty);
    bench().pane().action(FolderPane::RemoveFolder)->trigger();
    auto *dialog = bench().dialog<FolderDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QLabel *>(u"folderQuestion"_s)->text().contains(u"1 recording"_s));
    auto *accept = dialog->findChild<QPushButton *>(u"acceptFolder"_s);
    QTRY_VERIFY(accept->isEnabled()); // the folder above it
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"folderSearch"_s), u"alg"_s);
    QTRY_VERIFY(!accept->isEnabled()); // goes with the folder
    QVERIFY(!dialog->findChild<QLabel *>(u"folderReason"_s)->text().isEmpty());
    auto *search = dialog->findChild<QLineEdit *>(u"folderSearch"_s);
    search->clear();
    QTest::keyClicks(search, u"arch"_s);
    QTRY_VERIFY(accept->isEnabled());
    QTest::keyClick(search, Qt::Key_Return);
    auto *preview = bench().dialog<AccessPreviewDialog>(); // Clara will see what comes into the archive
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    FolderBench::press<QPushButton>(preview, u"acceptPreview"_s);
    QTRY_VERIFY(!folders().node(bench().faculty));
    QCOMPARE(folders().node(bench().maths)->folder.parent, bench().archive);
    QCOMPARE(folders().placeOf(bench().workspace.recordingIds().at(3)), bench().archive);
}

void FolderPaneTest::aFolderIsMovedThroughThePickersSearch()
{
    bench().openFilled();
    bench().click(bench().faculty);
    bench().pane().action(FolderPane::MoveFolder)->trigger();
    auto *dialog = bench().dialog<FolderDialog>();
    auto *accept = dialog->findChild<QPushButton *>(u"acceptFolder"_s);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"folderReason"_s)->text().contains(u"there already"_s));
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"folderSearch"_s), u"ARCH"_s);
    QTRY_VERIFY(accept->isEnabled());
    accept->click();
    auto *preview = bench().dialog<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"access is gained by 1 "_s));
    FolderBench::press<QPushButton>(preview, u"acceptPreview"_s);
    QTRY_COMPARE(folders().node(bench().faculty)->folder.parent, bench().archive);
    QTRY_VERIFY(bench().pane().model().isWithin(bench().maths, bench().archive));
    QVERIFY(bench().message().contains(u"Archive"_s));
}

void FolderPaneTest::filingShowsWhoGainsAndIsUndone()
{
    bench().openFilled();
    bench().page().table().selectAll();
    QTRY_VERIFY(bench().action(Actions::MoveToFolder)->isEnabled());
    bench().page().table().setFocus();
    QTest::keyClick(bench().window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = bench().dialog<FolderDialog>();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptFolder"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"folderSearch"_s), u"archive"_s);
    QTRY_VERIFY(accept->isEnabled());
    accept->click();
    auto *preview = bench().dialog<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_COMPARE(preview->findChild<QTreeWidget *>(u"previewTree"_s)->topLevelItemCount(), 1);
    QCOMPARE(folders().placeOf(bench().workspace.recordingIds().first()), bench().maths); // not yet
    FolderBench::press<QPushButton>(preview, u"acceptPreview"_s);
    QTRY_COMPARE(folders().placeOf(bench().workspace.recordingIds().first()), bench().archive);
    QTRY_VERIFY(bench().message().startsWith(u"11 recording"_s)); // one was there
    const QList<QAbstractButton *> buttons = bench().page().messages().findChildren<QAbstractButton *>();
    const auto undo = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *one) { return one->text() == u"&Undo"_s; });
    QVERIFY(undo != buttons.end());
    (*undo)->click();
    QTRY_COMPARE(folders().placeOf(bench().workspace.recordingIds().first()), bench().maths);
    QTRY_VERIFY(bench().message().contains(u"moved back"_s));
    QCOMPARE(folders().placeOf(bench().workspace.recordingIds().at(3)), bench().faculty);
    QCOMPARE(folders().placeOf(bench().workspace.recordingIds().at(4)), bench().archive);
    QCOMPARE(folders().placeOf(bench().workspace.recordingIds().at(5)), sharedFolder);
}

void FolderPaneTest::severalRecordingsAreDroppedOntoAFolder()
{
    bench().openFilled();
    bench().click(sharedFolder);
    QTRY_COMPARE(bench().shown(), 12);
    bench().tree().expandAll();
    auto *selection = bench().page().table().selectionModel();
    bench().page().table().clearSelection();
    for (const int row : {0, 1})
        selection->select(bench().page().model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<RecordingId> dragged = bench().page().selectedRecordings();
    QVERIFY(bench().drop(bench().page().model().mimeData(selection->selectedIndexes()), bench().physics));
    QTRY_COMPARE(folders().placeOf(dragged.at(0)), bench().physics);
    QCOMPARE(folders().placeOf(dragged.at(1)), bench().physics);
    QVERIFY(!bench().isOpen<AccessPreviewDialog>()); // nobody gains or loses anything
    QTRY_COMPARE(bench().pane().model().recordingsBelow(bench().physics), 2);
    QCOMPARE(bench().pane().chosen(), sharedFolder);
}

void FolderPaneTest::severalFilingsAreUndoneOneAfterAnother()
{
    bench().openFilled();
    const RecordingId recording = bench().workspace.recordingIds().first(); // in maths
    FolderCommands commands({bench().workspace, bench().actor, bench().questions, bench().clock}, bench().pane().model(), bench().window.get());
    QSignalSpy done(&commands, &FolderCommands::done);
    commands.file({recording}, bench().physics);
    QTRY_COMPARE(done.size(), 1);
    commands.file({recording}, bench().faculty);
    QTRY_COMPARE(done.size(), 2);
    QCOMPARE(folders().placeOf(recording), bench().faculty);
    commands.undoFiling();
    QTRY_COMPARE(done.size(), 3);
    QCOMPARE(folders().placeOf(recording), bench().physics);
    QVERIFY(done.last().at(1).toBool()); // the one before can be undone, too
    bench().workspace.failNext(u"file"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    QSignalSpy failed(&commands, &FolderCommands::failed);
    commands.undoFiling();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(folders().placeOf(recording), bench().physics);
    commands.undoFiling(); // is not forgotten
    QTRY_COMPARE(done.size(), 4);
    QCOMPARE(folders().placeOf(recording), bench().maths);
    QVERIFY(!done.last().at(1).toBool());
}

void FolderPaneTest::whileAFolderFiltersNoOtherPlaceIsMarked()
{
    bench().openFilled();
    auto *places = bench().window->findChild<QTreeWidget *>(u"navigationTree"_s);
    QCOMPARE(places->selectedItems(), QList{places->topLevelItem(0)});
    bench().click(bench().maths);
    QTRY_COMPARE(bench().shown(), 3);
    QTRY_VERIFY(places->selectedItems().isEmpty());
    places->setFocus(Qt::TabFocusReason); // passing by is no choice
    QCoreApplication::processEvents();
    QCOMPARE(bench().shown(), 3);
    QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, places->visualItemRect(places->topLevelItem(0)).center());
    QTRY_COMPARE(bench().shown(), 12);
    QVERIFY(!bench().page().folder().isValid());
    QCOMPARE(places->selectedItems(), QList{places->topLevelItem(0)});
}

void FolderPaneTest::aFolderIsDroppedOntoAnother()
{
    bench().openFilled();
    bench().tree().expandAll();
    QVERIFY(bench().drop(mimeOf(bench().physics), sharedFolder));
    QTRY_COMPARE(folders().node(bench().physics)->folder.parent, sharedFolder);
    QVERIFY(!bench().drop(mimeOf(bench().faculty), bench().maths));
    QTRY_COMPARE(bench().pane().model().node(bench().physics)->folder.parent, sharedFolder);
}

void FolderPaneTest::whatIsRefusedIsSaidInASentence()
{
    bench().openFilled();
    bench().tree().expandAll();
    bench().workspace.failNext(u"previewMove"_s, {ErrorKind::InvalidInput, {}, {}, FolderProblem{.kind = FolderProblem::Kind::TooDeep}});
    QVERIFY(bench().drop(mimeOf(bench().physics), sharedFolder));
    QTRY_VERIFY(bench().message().contains(u"at most 50 deep"_s));
    bench().workspace.failNext(u"file"_s, refused(Capability::EditEverythingElse, Refusal::NeedsManage));
    QVERIFY(bench().drop(mimeOf(QList{bench().workspace.recordingIds().at(6)}), bench().physics));
    QTRY_VERIFY(bench().message().contains(u"needs the permission Manage"_s));
    bench().workspace.failNext(u"previewFile"_s, {ErrorKind::InvalidInput, {}, {}, GuardEvidence{.guards = {AccessGuard::LocksYouOut}, .cycle = {}}});
    QVERIFY(bench().drop(mimeOf(QList{bench().workspace.recordingIds().at(6)}), bench().physics));
    QTRY_VERIFY(bench().message().contains(u"lock yourself out"_s));
    bench().workspace.failNext(u"folders"_s, {ErrorKind::Timeout, {}, {}, {}});
    bench().pane().start();
    auto *problem = bench().pane().findChild<QLabel *>(u"folderPaneProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QCOMPARE(bench().pane().model().children(sharedFolder).size(), 2); // what was read stays
    bench().pane().start();
    QTRY_VERIFY(!problem->isVisible());
}

void FolderPaneTest::whatTheRoleDoesNotAllowIsDisabledWithTheReason()
{
    bench().actor = personActor(bench().clara, u"clara"_s, u"Clara"_s);
    bench().fill();
    bench().makeWindow();
    QTRY_VERIFY(bench().pane().model().isRead() && bench().tree().isVisible());
    bench().click(bench().archive);
    QAction *fresh = bench().pane().action(FolderPane::NewFolder);
    QTRY_VERIFY(fresh->toolTip().contains(u"Viewers do not change folders"_s));
    QVERIFY(!fresh->isEnabled());
    QTRY_VERIFY(bench().action(Actions::MoveToFolder)->toolTip().contains(u"Only administrators edit participants, folder"_s));
    QVERIFY(!bench().action(Actions::MoveToFolder)->isEnabled());
    QVERIFY(bench().action(Actions::FilingRules)->toolTip().contains(u"Only an administrator manages the catalog"_s));
    // A moderator, where the folder is not theirs.
    bench().actor = personActor(bench().boris, u"boris"_s, u"Boris"_s);
    folders().setRights(bench().archive, false, false);
    bench().makeWindow();
    QTRY_VERIFY(bench().pane().model().isRead() && bench().tree().isVisible());
    bench().click(bench().archive);
    QTRY_VERIFY(bench().pane().action(FolderPane::RenameFolder)->toolTip().contains(u"needs the permission Manage"_s));
    bench().click(bench().faculty);
    QTRY_VERIFY(bench().pane().action(FolderPane::RenameFolder)->isEnabled());
    bench().click(sharedFolder);
    QTRY_VERIFY(bench().pane().action(FolderPane::RenameFolder)->toolTip().contains(u"stay as they are"_s));
    QVERIFY(bench().pane().action(FolderPane::NewFolder)->isEnabled());
}

void FolderPaneTest::theDetailsTellTheFolder()
{
    bench().openFilled();
    const RecordingId first = bench().page().currentRecording();
    folders().place(first, bench().maths);
    bench().page().table().selectRow(1);
    bench().page().table().selectRow(0);
    const auto text = [this] {
        auto *label = bench().window->findChild<QLabel *>(u"overviewFolder"_s);
        return label ? label->text().remove(QChar(0x200B)) : QString();
    };
    QTRY_COMPARE(text(), u"Shared / Факультет математики / Algebra"_s);
    QVERIFY(answerOf(folders().move(bench().actor, bench().maths, bench().archive)));
    QTRY_COMPARE(text(), u"Shared / Archive / Algebra"_s);
}

QTEST_MAIN(FolderPaneTest)
#include "tst_folderpane.moc"
