// The tab of materials by real clicks, keys and drops, over a workspace in memory; also drawn in its states, in both
// languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR.
#include "tests/ui/mnemonics.h"
#include "tests/ui/uitest.h"
#include "ui/models/materialmodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/materialdialogs.h"
#include "ui/pages/recordings/materiallist.h"
#include "ui/pages/recordings/materialpreview.h"
#include "ui/pages/recordings/materialspresenter.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

// The tab alone in a window of its own, on a recording without materials.
struct Bench
{
    Bench()
    {
        server = workspace.putServer({});
        FakeWorkspace::Entry entry;
        entry.details.row.server = server;
        recording = workspace.addEntry(entry);
        other = workspace.addEntry({});
        shelf().setNow(clock.now().addDays(-1));
        const auto open = [this](const QString &file) {
            opened += file;
            return opens;
        };
        presenter = std::make_unique<MaterialsPresenter>(
            MaterialsPresenter::Parts{workspace, ownerActor(u"anna"_s, u"Anna"_s), questions, clock, open, QStringLiteral(LETOPIS_PREVIEW_PROGRAM)}, tab);
    }

    void show()
    {
        tab.resize(480, 620);
        tab.show();
        tab.activateWindow();
        presenter->show(recording, server);
        QTRY_VERIFY(tab.action(MaterialsTab::Add)->isEnabled());
        if (!QTest::qWaitForWindowActive(&tab))
            qWarning("the window did not become active");
        tab.list().setFocus();
    }

    FakeMaterialShelf &shelf() { return workspace.materials(); }
    QString file(const QString &name, const QByteArray &content = "content")
    {
        QFile made(directory.filePath(name));
        if (made.open(QIODevice::WriteOnly))
            made.write(content);
        return made.fileName();
    }
    MaterialId put(const QString &name, bool isHere = true, const QString &mimeType = {})
    {
        MaterialVersion version;
        version.fileName = name;
        version.sizeBytes = 7;
        version.sha256 = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
        version.mimeType = mimeType.isEmpty() ? u"application/octet-stream"_s : mimeType;
        version.addedBy = u"boris"_s;
        version.addedAt = clock.now().addDays(-1);
        version.isOnServer = true;
        version.localFile = isHere ? file(name) : QString();
        Material one;
        one.name = name;
        one.versions = {version};
        one.position = position++;
        return shelf().put(recording, one);
    }
    void putThree()
    {
        a = put(u"a.pdf"_s);
        b = put(u"b.pdf"_s);
        c = put(u"c.pdf"_s);
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < tab.model().rowCount(); ++row)
            all += tab.model().index(row).data().toString();
        return all;
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(tab.list().viewport(), Qt::LeftButton, modifiers,
                          tab.list().visualRect(tab.model().index(row)).center());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&tab.list(), key, modifiers); }
    JobStatus lastJob() const { return workspace.jobs().isEmpty() ? JobStatus() : newest(workspace.jobs()); }
    static JobStatus newest(const QList<JobStatus> &jobs)
    {
        return *std::max_element(jobs.begin(), jobs.end(), [](const JobStatus &x, const JobStatus &y) { return x.id.value < y.id.value; });
    }
    template<typename T>
    T *dialog() const { return tab.findChild<T *>(); }

    QTemporaryDir directory;
    FixedClock clock;
    FakeWorkspace workspace;
    FakeQuestions questions;
    QStringList opened;
    bool opens = true;
    RecordingId recording;
    RecordingId other;
    ServerId server;
    int position = 1;
    MaterialId a, b, c;
    MaterialsTab tab;
    std::unique_ptr<MaterialsPresenter> presenter;
};

bool enter(QWidget &widget, const QMimeData &data, Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction)
{
    QDragEnterEvent event(widget.rect().center(), actions, &data, Qt::LeftButton, Qt::NoModifier);
    event.ignore();
    QApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

Qt::DropAction drop(QWidget &widget, const QMimeData &data, const QPoint &at, Qt::DropActions actions = Qt::CopyAction)
{
    QDropEvent event(at, actions, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
    return event.dropAction();
}

std::unique_ptr<QMimeData> filesData(const QStringList &files)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &file : files)
        urls += QUrl::fromLocalFile(file);
    data->setUrls(urls);
    return data;
}

QAbstractButton *messageButton(const MessageBar &bar, const QString &text)
{
    for (auto *button : bar.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

// Labels and buttons whose text does not fit.
QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!widget->isVisible())
            continue;
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cut << label->text();
        if (button && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            cut << button->text();
    }
    return cut;
}

} // namespace

class TestMaterialsTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QApplication::setStyle(u"Fusion"_s);
        QApplication::setPalette(lightPalette());
    }

    void withoutMaterialsTheTabSaysHowToAddThem()
    {
        Bench bench;
        bench.show();
        auto *empty = bench.tab.findChild<EmptyState *>(u"materialsEmpty"_s);
        QVERIFY(empty->isVisible());
        QVERIFY(empty->accessibleDescription().startsWith(u"Drop files here or press Add…"));
        bench.questions.setNextFiles({bench.file(u"slides.pdf"_s), bench.file(u"notes.txt"_s)});
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QTRY_COMPARE(bench.names(), (QStringList{u"slides.pdf"_s, u"notes.txt"_s}));
        QVERIFY(!empty->isVisible());
        QCOMPARE(bench.tab.selection().size(), 2); // what was added is to be seen
        QCOMPARE(bench.tab.model().index(0).data(MaterialModel::StateRole).toString(), u"Waiting to be uploaded"_s);
        bench.shelf().finishUpload(bench.tab.model().material(0).id, bench.lastJob().id);
        QTRY_COMPARE(bench.tab.model().index(0).data(MaterialModel::StateRole).toString(), u"On the server, available offline"_s);
    }

    void filesDroppedAnywhereOnTheTabAreAdded()
    {
        Bench bench;
        bench.show();
        auto *empty = bench.tab.findChild<EmptyState *>(u"materialsEmpty"_s);
        const auto first = filesData({bench.file(u"один.pdf"_s)});
        QVERIFY(enter(*empty, *first));
        QVERIFY(bench.tab.findChild<QRubberBand *>()->isVisible());
        QCOMPARE(drop(*empty, *first, {10, 10}, Qt::CopyAction | Qt::MoveAction), Qt::CopyAction); // never moved away
        QVERIFY(!bench.tab.findChild<QRubberBand *>()->isVisible());
        QTRY_COMPARE(bench.names(), QStringList{u"один.pdf"_s});
        const auto second = filesData({bench.file(u"two.pdf"_s), bench.file(u"three.pdf"_s)});
        QVERIFY(enter(*bench.tab.list().viewport(), *second));
        drop(*bench.tab.list().viewport(), *second, {10, 200});
        QTRY_COMPARE(bench.tab.model().rowCount(), 3);
    }

    void whatIsNoFileOfThisComputerIsNotAdded()
    {
        Bench bench;
        bench.show();
        QMimeData text;
        text.setText(u"hello"_s);
        QVERIFY(!enter(bench.tab, text));
        QMimeData mixed;
        mixed.setUrls({QUrl(u"https://example.org/a.pdf"_s), QUrl::fromLocalFile(bench.directory.path()),
                       QUrl::fromLocalFile(bench.file(u"real.pdf"_s))});
        QVERIFY(enter(bench.tab, mixed));
        drop(bench.tab, mixed, {10, 10});
        QTRY_COMPARE(bench.names(), QStringList{u"real.pdf"_s});
        QVERIFY(bench.tab.messages().text().contains(u"Only files of this computer"));
    }

    void nothingIsTakenBeforeTheListIsRead()
    {
        Bench bench;
        bench.workspace.setHoldsAnswers(true);
        bench.tab.show();
        bench.presenter->show(bench.recording, bench.server);
        QVERIFY(!bench.tab.action(MaterialsTab::Add)->isEnabled());
        QVERIFY(!enter(bench.tab, *filesData({bench.file(u"a.pdf"_s)})));
        QVERIFY(!bench.tab.findChild<EmptyState *>(u"materialsEmpty"_s)->isVisible());
        bench.workspace.setHoldsAnswers(false);
        QTRY_VERIFY(bench.tab.action(MaterialsTab::Add)->isEnabled());
    }

    void aListThatCannotBeReadSaysSoAndIsTriedAgain()
    {
        Bench bench;
        bench.putThree();
        bench.workspace.failNext(u"materials"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, {}, {}});
        bench.tab.show();
        bench.presenter->show(bench.recording, bench.server);
        QTRY_VERIFY(bench.tab.messages().hasMessage());
        QVERIFY(!bench.tab.action(MaterialsTab::Add)->isEnabled());
        QAbstractButton *again = nullptr;
        QTRY_VERIFY(again = messageButton(bench.tab.messages(), u"Try again"_s));
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(bench.tab.model().rowCount(), 3);
        QVERIFY(!bench.tab.messages().hasMessage());
    }

    void enterOpensWhatIsHere()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(1);
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.opened, QStringList{bench.directory.filePath(u"b.pdf"_s)});
        QVERIFY(!bench.workspace.calls().contains(u"startFetch"_s));
        bench.click(2);
        QTest::mouseDClick(bench.tab.list().viewport(), Qt::LeftButton, {},
                           bench.tab.list().visualRect(bench.tab.model().index(2)).center());
        QTRY_COMPARE(bench.opened.size(), 2);
    }

    void whatIsOnTheServerIsFetchedFirst()
    {
        Bench bench;
        const MaterialId id = bench.put(u"far.pdf"_s, false);
        bench.show();
        bench.click(0);
        QTest::mouseClick(bench.tab.findChild<QToolButton *>(u"openMaterialButton"_s), Qt::LeftButton);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"Fetching"));
        QVERIFY(bench.opened.isEmpty());
        QCOMPARE(bench.lastJob().kind, JobKind::Materials);
        bench.shelf().finishFetch(id, 1, bench.file(u"far.pdf"_s), bench.lastJob().id);
        QTRY_COMPARE(bench.opened, QStringList{bench.directory.filePath(u"far.pdf"_s)});
        QVERIFY(!bench.tab.messages().hasMessage());
        QTRY_COMPARE(bench.tab.model().index(0).data(MaterialModel::StateRole).toString(), u"On the server, available offline"_s);
    }

    void aFetchThatFailsSaysWhyAndOpensNothing()
    {
        Bench bench;
        bench.put(u"far.pdf"_s, false);
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_O, Qt::ControlModifier);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"Fetching"));
        bench.workspace.finishJob(bench.lastJob().id, Error{ErrorKind::ConnectionLost, u"reset"_s, u"bbb.example"_s, {}});
        QTRY_VERIFY(bench.tab.messages().text().contains(u"The connection broke off"));
        QVERIFY(bench.opened.isEmpty());
    }

    void nothingOpensOnceThePersonHasGoneOn()
    {
        Bench bench;
        const MaterialId id = bench.put(u"far.pdf"_s, false);
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"Fetching"));
        const JobId job = bench.lastJob().id;
        bench.presenter->show(bench.other, bench.server);
        bench.shelf().finishFetch(id, 1, bench.file(u"far.pdf"_s), job);
        QTRY_VERIFY(bench.tab.action(MaterialsTab::Add)->isEnabled());
        QTest::qWait(50);
        QVERIFY(bench.opened.isEmpty());
        QVERIFY(!bench.tab.messages().hasMessage());
    }

    void aProgramIsOpenedOnlyWhenThePersonSaysSo()
    {
        Bench bench;
        bench.put(u"slides\u202Efdp.exe"_s);
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_Return); // no answer is scripted: Cancel
        QTRY_COMPARE(bench.questions.asked().size(), 1);
        const Question asked = bench.questions.asked().first();
        QVERIFY(asked.isDangerous);
        QCOMPARE(asked.defaultAnswer, -1);
        QVERIFY(asked.text.contains(u"slidesfdp.exe"));
        QVERIFY(asked.details.contains(u"boris"));
        QTest::qWait(20);
        QVERIFY(bench.opened.isEmpty());
        bench.questions.setNextAnswer(0);
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.opened.size(), 1);
    }

    void whereNoProgramOpensItSavingIsOffered()
    {
        Bench bench;
        bench.put(u"strange.xyz"_s);
        bench.opens = false;
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"No program opens"));
    }

    void saveAsSuggestsANameEverySystemTakes()
    {
        Bench bench;
        bench.put(u"CON.txt"_s);
        bench.show();
        bench.click(0);
        const QString target = bench.directory.filePath(u"saved.txt"_s);
        bench.questions.setNextFile(target);
        bench.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(target));
        const QString suggested = QFileInfo(bench.questions.askedForFiles().first().suggestedPath).fileName();
        QVERIFY(suggested.compare(u"CON.txt"_s, Qt::CaseInsensitive) != 0);
        bench.workspace.finishJob(bench.lastJob().id);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"saved.txt"));
    }

    void saveAllGivesEachItsOwnName()
    {
        Bench bench;
        bench.put(u"same.txt"_s);
        bench.put(u"SAME.txt"_s);
        bench.put(u"..\\same.txt"_s);
        bench.show();
        const QString folder = bench.directory.filePath(u"out"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile there(folder + u"/same.txt"_s);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        bench.questions.setNextFile(folder);
        bench.tab.action(MaterialsTab::SaveAll)->trigger();
        QTRY_COMPARE(QDir(folder).entryList(QDir::Files).size(), 4);
        QCOMPARE(there.size(), 0); // nothing is written over
        for (const QFileInfo &saved : QDir(folder).entryInfoList(QDir::Files))
            QVERIFY2(saved.fileName() == u"same.txt" || saved.size() == 7, qPrintable(saved.fileName()));
        bench.workspace.finishJob(bench.lastJob().id);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"Saved 3 file"));
    }

    void f2RenamesInPlace()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(1);
        bench.press(Qt::Key_F2);
        auto *editor = bench.tab.findChild<QLineEdit *>(u"materialName"_s);
        QVERIFY(editor);
        QTRY_VERIFY(editor->hasFocus());
        QTRY_COMPARE(editor->selectedText(), u"b"_s); // the ending mostly stays
        QTest::keyClicks(editor, u"handout"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"handout.pdf"_s, u"c.pdf"_s}));
        QCOMPARE(bench.shelf().material(bench.b)->name, u"handout.pdf"_s);
        QVERIFY(bench.opened.isEmpty()); // Enter ended the editing, and no more
        bench.press(Qt::Key_F2);
        editor = bench.tab.findChild<QLineEdit *>(u"materialName"_s);
        QTest::keyClicks(editor, u"not this"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(bench.shelf().material(bench.b)->name, u"handout.pdf"_s);
    }

    void deleteInTheEditorDeletesALetterNotAFile()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_F2);
        auto *editor = bench.tab.findChild<QLineEdit *>(u"materialName"_s);
        QVERIFY(editor);
        editor->setCursorPosition(0);
        QTest::keyClick(editor, Qt::Key_Delete);
        QCOMPARE(editor->text(), u".pdf"_s);
        QVERIFY(!bench.shelf().material(bench.a)->isTrashed);
    }

    void aRefusedNameSaysWhyAndTheOldOneStays()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.workspace.failNext(u"changeMaterial"_s, {ErrorKind::InvalidInput, u"too long"_s, u"a"_s, {}});
        bench.press(Qt::Key_F2);
        auto *editor = bench.tab.findChild<QLineEdit *>(u"materialName"_s);
        QTest::keyClicks(editor, u"new"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(bench.tab.messages().text().contains(u"This value cannot be used"));
        QCOMPARE(bench.names().first(), u"a.pdf"_s);
    }

    void theDescriptionIsWrittenInADialog()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_F2, Qt::ShiftModifier);
        auto *dialog = bench.dialog<MaterialDescriptionDialog>();
        QVERIFY(dialog);
        auto *text = dialog->findChild<QPlainTextEdit *>(u"materialDescription"_s);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Slides of the lecture"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.shelf().material(bench.a)->description, u"Slides of the lecture"_s);
        QTRY_COMPARE(bench.tab.model().index(0).data(MaterialModel::DescriptionRole).toString(), u"Slides of the lecture"_s);
    }

    void aDescriptionThatIsTooLongCannotBeSaved()
    {
        MaterialDescriptionDialog dialog(Material{});
        auto *text = dialog.findChild<QPlainTextEdit *>(u"materialDescription"_s);
        text->setPlainText(QString(4001, u'x'));
        auto *save = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
        QVERIFY(!save->isEnabled());
        QVERIFY(dialog.findChild<QLabel *>(u"descriptionProblem"_s)->text().startsWith(u"1 "));
        text->setPlainText(QString(4000, u'x'));
        QVERIFY(save->isEnabled());
    }

    void altArrowsMoveAFileAndItStaysSelected()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(2);
        bench.press(Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"c.pdf"_s, u"b.pdf"_s}));
        QCOMPARE(bench.tab.selection().first().id, bench.c);
        bench.press(Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(bench.names(), (QStringList{u"c.pdf"_s, u"a.pdf"_s, u"b.pdf"_s}));
        QTRY_VERIFY(!bench.tab.action(MaterialsTab::MoveUp)->isEnabled());
        bench.press(Qt::Key_Up, Qt::AltModifier);
        bench.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"c.pdf"_s, u"b.pdf"_s}));
        QTRY_COMPARE(bench.shelf().material(bench.c)->position, 1);
    }

    void aDragInsideTheListMovesAFile()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        const std::unique_ptr<QMimeData> data(bench.tab.model().mimeData({bench.tab.model().index(2)}));
        QWidget &viewport = *bench.tab.list().viewport();
        QVERIFY(enter(viewport, *data, Qt::MoveAction)); // as the list itself drags
        QDragMoveEvent move(QPoint(40, 1), Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&viewport, &move);
        QVERIFY(move.isAccepted());
        drop(viewport, *data, {40, 1}, Qt::MoveAction);
        QTRY_COMPARE(bench.names(), (QStringList{u"c.pdf"_s, u"a.pdf"_s, u"b.pdf"_s}));
        QTRY_COMPARE(bench.shelf().material(bench.a)->position, 1);
    }

    void anOrderThatIsRefusedIsTakenBack()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.workspace.failNext(u"setMaterialOrder"_s, {ErrorKind::DatabaseFailed, u"locked"_s, {}, {}});
        bench.press(Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(bench.tab.messages().hasMessage());
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"b.pdf"_s, u"c.pdf"_s}));
    }

    void deleteMovesToTheTrashAndUndoBringsBack()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.click(1, Qt::ControlModifier);
        bench.press(Qt::Key_Delete);
        QTRY_COMPARE(bench.names(), QStringList{u"c.pdf"_s});
        QVERIFY(bench.tab.messages().text().contains(u"moved to the trash"));
        QAbstractButton *undo = nullptr;
        QTRY_VERIFY(undo = messageButton(bench.tab.messages(), u"Undo"_s));
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"b.pdf"_s, u"c.pdf"_s}));
        QVERIFY(!bench.tab.messages().hasMessage());
        bench.click(2);
        bench.press(Qt::Key_Delete);
        QTRY_COMPARE(bench.tab.model().rowCount(), 2);
        bench.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench.tab.model().rowCount(), 3);
        QVERIFY(!bench.tab.action(MaterialsTab::Undo)->isEnabled());
    }

    void theTrashIsShownAndRestoredFrom()
    {
        Bench bench;
        bench.putThree();
        bench.shelf().material(bench.b)->isTrashed = true;
        bench.shelf().material(bench.b)->trashedAt = bench.clock.now();
        bench.show();
        QCOMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"c.pdf"_s}));
        bench.tab.action(MaterialsTab::ShowTrash)->trigger();
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"c.pdf"_s, u"b.pdf"_s}));
        bench.click(2);
        for (const auto command : {MaterialsTab::Rename, MaterialsTab::Trash, MaterialsTab::MoveUp, MaterialsTab::NewVersion})
            QVERIFY(!bench.tab.action(command)->isEnabled());
        QVERIFY(bench.tab.action(MaterialsTab::SaveAs)->isEnabled());
        bench.tab.action(MaterialsTab::Restore)->trigger();
        QTRY_VERIFY(!bench.shelf().material(bench.b)->isTrashed);
        QTRY_COMPARE(bench.names(), (QStringList{u"a.pdf"_s, u"b.pdf"_s, u"c.pdf"_s}));
    }

    void whatAProgramSavedIntoOpenedCopiesIsOfferedAsNewVersions()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        const MessageBar &bar = bench.tab.copiesBar();
        const auto button = [&bar](const QString &text) {
            QPushButton *newest = nullptr; // those of earlier messages go with the next events
            for (QPushButton *one : bar.findChildren<QPushButton *>()) {
                if (one->text() == text)
                    newest = one;
            }
            return newest;
        };
        QVERIFY(!bar.hasMessage());
        const ChangedCopy a{bench.a, u"a.pdf"_s, bench.file(u"copy a"_s, "changed"), 7, bench.clock.now()};
        const ChangedCopy b{bench.b, u"b.pdf"_s, bench.file(u"copy b"_s, "changed too"), 11, bench.clock.now()};
        bench.shelf().setChangedCopies({a, b});
        Q_EMIT qGuiApp->focusWindowChanged(bench.tab.windowHandle()); // the person comes back
        QTRY_VERIFY(bar.hasMessage());
        QVERIFY2(bar.text().contains(u'2'), qPrintable(bar.text()));
        button(u"Add as new versions"_s)->click();
        QVERIFY(!bar.hasMessage());
        QTRY_COMPARE(bench.shelf().material(bench.a)->versions.size(), 2);
        QCOMPARE(bench.shelf().material(bench.b)->versions.size(), 2);
        // One that could not be read is offered again, with the reason in the other bar.
        bench.shelf().setChangedCopies({a});
        bench.workspace.finishJob(bench.lastJob().id, Error{ErrorKind::PermissionDenied, {}, {}, {}});
        QTRY_VERIFY(bar.hasMessage());
        QVERIFY2(bar.text().contains(u"a.pdf"_s), qPrintable(bar.text()));
        QTRY_VERIFY(bench.tab.messages().hasMessage());
        // Discarding is asked about.
        button(u"Discard…"_s)->click();
        QTRY_COMPARE(bench.questions.asked().size(), 1);
        QVERIFY(bench.questions.asked().last().isDangerous);
        QVERIFY(!bench.workspace.calls().contains(u"discardCopy"_s));
        bench.questions.setNextAnswer(0);
        button(u"Discard…"_s)->click();
        QTRY_VERIFY(bench.workspace.calls().contains(u"discardCopy"_s));
        QTRY_VERIFY(!bar.hasMessage());
        // Closed: said again only once it changed again.
        bench.shelf().setChangedCopies({b});
        bench.presenter->show(bench.recording, bench.server);
        QTRY_VERIFY(bar.hasMessage());
        bar.findChild<QToolButton *>(u"messageClose"_s)->click();
        const auto looks = bench.workspace.calls().count(u"changedCopies"_s);
        bench.presenter->show(bench.recording, bench.server);
        QTRY_VERIFY(bench.workspace.calls().count(u"changedCopies"_s) > looks);
        QCoreApplication::processEvents();
        QVERIFY(!bar.hasMessage());
        ChangedCopy later = b;
        later.changedAt = later.changedAt.addSecs(5);
        bench.shelf().setChangedCopies({later});
        bench.presenter->show(bench.recording, bench.server);
        QTRY_VERIFY(bar.hasMessage());
        bench.presenter->show(bench.other, {});
        QVERIFY(!bar.hasMessage());
    }

    void aNewVersionKeepsTheOldOnes()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(0);
        bench.questions.setNextFile(bench.file(u"a2.pdf"_s, "second"));
        bench.press(Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(bench.tab.model().index(0).data(MaterialModel::FactsRole).toString().startsWith(u"Version 2"));
        bench.press(Qt::Key_H, Qt::ControlModifier);
        auto *dialog = bench.dialog<MaterialVersionsDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->list().topLevelItemCount(), 2);
        QCOMPARE(dialog->list().topLevelItem(0)->text(0), u"2"_s);
        QTRY_VERIFY(dialog->list().hasFocus());
        QTest::keyClick(&dialog->list(), Qt::Key_Down);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"openVersion"_s), Qt::LeftButton);
        QTRY_COMPARE(bench.opened, QStringList{bench.directory.filePath(u"a.pdf"_s)});
        const QString target = bench.directory.filePath(u"old.pdf"_s);
        bench.questions.setNextFile(target);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"saveVersion"_s), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(target));
        // A version that comes meanwhile joins the list, and what is selected stays so.
        bench.shelf().startAddVersion({u"boris"_s, {}}, bench.a, bench.file(u"a3.pdf"_s, "third"));
        QTRY_COMPARE(dialog->list().topLevelItemCount(), 3);
        QCOMPARE(dialog->list().currentItem()->text(0), u"1"_s);
    }

    void whatCouldNotBeUploadedIsTriedAgainWhenAskedTo()
    {
        Bench bench;
        const MaterialId id = bench.put(u"slides.pdf"_s);
        bench.shelf().material(id)->isWaiting = true;
        bench.shelf().material(id)->problem = u"write: No space left on device"_s;
        bench.show();
        QVERIFY(bench.tab.model().index(0).data(MaterialModel::HasProblemRole).toBool());
        bench.tab.action(MaterialsTab::Exchange)->trigger();
        QCOMPARE(bench.lastJob().kind, JobKind::Materials);
        QCOMPARE(bench.lastJob().server, bench.server);
        bench.shelf().failUpload(id, u"no route"_s, bench.lastJob().id, Error{ErrorKind::HostUnreachable, u"no route"_s, {}, {}});
        QTRY_VERIFY(bench.tab.messages().text().contains(u"cannot be reached"));
        bench.tab.action(MaterialsTab::Exchange)->trigger();
        bench.shelf().finishUpload(id, bench.lastJob().id);
        QTRY_COMPARE(bench.tab.model().index(0).data(MaterialModel::StateRole).toString(), u"On the server, available offline"_s);
    }

    void aChangeFromElsewhereArrivesAndKeepsTheSelection()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.click(1);
        bench.shelf().material(bench.a)->name = u"renamed.pdf"_s;
        bench.put(u"d.pdf"_s);
        bench.shelf().announce(bench.recording);
        QTRY_COMPARE(bench.names(), (QStringList{u"renamed.pdf"_s, u"b.pdf"_s, u"c.pdf"_s, u"d.pdf"_s}));
        QCOMPARE(bench.tab.selection().size(), 1);
        QCOMPARE(bench.tab.selection().first().id, bench.b);
    }

    void anotherRecordingShowsItsOwn()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        bench.workspace.setHoldsAnswers(true);
        bench.presenter->show(bench.recording, bench.server); // an answer that comes late
        bench.presenter->show(bench.other, bench.server);
        QCOMPARE(bench.tab.model().rowCount(), 0);
        bench.workspace.setHoldsAnswers(false);
        QTRY_VERIFY(bench.tab.action(MaterialsTab::Add)->isEnabled());
        QCOMPARE(bench.tab.model().rowCount(), 0);
    }

    void imagesThatAreHereGetThumbnails()
    {
        Bench bench;
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        const MaterialId id = bench.put(u"board.png"_s, true, u"image/png"_s);
        QVERIFY(image.save(bench.directory.filePath(u"board.png"_s)));
        bench.put(u"far.png"_s, false, u"image/png"_s);
        bench.show();
        QTRY_COMPARE(bench.tab.model().index(bench.tab.model().rowOf(id)).data(MaterialModel::ThumbnailRole).value<QImage>().size(),
                     QSize(96, 64));
        QVERIFY(bench.tab.model().index(1).data(MaterialModel::ThumbnailRole).value<QImage>().isNull());
        QVERIFY(!bench.workspace.calls().contains(u"materialLocalCopy"_s)); // which makes a copy to be opened
    }

    void spaceShowsAPreview()
    {
        Bench bench;
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        bench.put(u"board.png"_s, true, u"image/png"_s);
        QVERIFY(image.save(bench.directory.filePath(u"board.png"_s)));
        bench.put(u"far.png"_s, false, u"image/png"_s);
        bench.put(u"notes.zip"_s, true, u"application/zip"_s);
        bench.show();
        bench.click(0);
        bench.press(Qt::Key_Space);
        QTRY_VERIFY(bench.dialog<MaterialPreviewDialog>());
        QTRY_COMPARE_WITH_TIMEOUT(bench.dialog<MaterialPreviewDialog>()->image().size(), QSize(300, 200), 60'000);
        QTest::mouseClick(bench.dialog<MaterialPreviewDialog>()->findChild<QPushButton *>(u"openPreviewed"_s), Qt::LeftButton);
        QTRY_COMPARE(bench.opened.size(), 1);
        QTRY_VERIFY(!bench.dialog<MaterialPreviewDialog>());
        for (const int row : {1, 2}) { // not here, and of no kind that is shown
            bench.tab.messages().clear();
            bench.click(row);
            bench.press(Qt::Key_Space);
            QTRY_VERIFY(bench.tab.messages().isVisible());
            QVERIFY(!bench.dialog<MaterialPreviewDialog>());
        }
    }

    void everythingIsReachedOnTheKeyboardAndNamed()
    {
        Bench bench;
        bench.putThree();
        bench.show();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&bench.tab.list());
        QVERIFY(list);
        QCOMPARE(list->text(QAccessible::Name), u"Materials"_s);
        QCOMPARE(list->childCount(), 3);
        QVERIFY(list->child(0)->text(QAccessible::Name).startsWith(u"a.pdf, "));
        for (const auto *button : bench.tab.findChildren<QToolButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
        }
        QSet<QString> keys;
        for (int command = 0; command < MaterialsTab::CommandCount; ++command) {
            const QKeySequence key = bench.tab.action(static_cast<MaterialsTab::Command>(command))->shortcut();
            QVERIFY2(key.isEmpty() || !keys.contains(key.toString()), qPrintable(key.toString()));
            keys.insert(key.toString());
        }
        bench.press(Qt::Key_Menu);
        QTest::keyClick(&bench.tab.list(), Qt::Key_Home);
        bench.press(Qt::Key_Space); // selects the current one
        QCOMPARE(bench.tab.selection().size(), 1);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, {20, 20}, bench.tab.list().mapToGlobal(QPoint(20, 20)));
        QApplication::sendEvent(bench.tab.list().viewport(), &asked);
        auto *menu = bench.tab.findChild<QMenu *>(u"materialMenu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->close();
    }

    // The window's own F2, Delete and Ctrl+Z mean something else.
    void inTheMainWindowTheTabsKeysAreItsOwn()
    {
        WindowBench bench;
        fillWithSamples(bench.workspace, bench.clock.now());
        bench.makeWindow();
        QTRY_VERIFY(bench.window->detailsPane().details().has_value());
        const RecordingId recording = bench.window->detailsPane().details()->row.id;
        MaterialVersion version;
        version.fileName = u"slides.pdf"_s;
        Material one;
        one.name = version.fileName;
        one.versions = {version};
        const MaterialId id = bench.workspace.materials().put(recording, one);
        bench.workspace.materials().announce(recording);
        MaterialsTab &tab = bench.window->detailsPane().materials();
        bench.window->detailsPane().tabs()->setCurrentWidget(&tab);
        QTRY_COMPARE(tab.model().rowCount(), 1);
        tab.list().setFocus();
        QTest::mouseClick(tab.list().viewport(), Qt::LeftButton, {}, tab.list().visualRect(tab.model().index(0)).center());
        QTest::keyClick(&tab.list(), Qt::Key_F2);
        QVERIFY(tab.findChild<QLineEdit *>(u"materialName"_s));
        QCOMPARE(bench.window->detailsPane().tabs()->currentWidget(), &tab);
        QTest::keyClick(tab.findChild<QLineEdit *>(u"materialName"_s), Qt::Key_Escape);
        QTest::keyClick(&tab.list(), Qt::Key_Delete);
        QTRY_VERIFY(bench.workspace.materials().material(id)->isTrashed);
        QTest::keyClick(&tab.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!bench.workspace.materials().material(id)->isTrashed);
    }

    void everyStateIsDrawnWithoutCutText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isDark");
        for (const char *const language : {"en", "ru"}) {
            for (const bool isDark : {false, true})
                QTest::addRow("%s-%s", language, isDark ? "dark" : "light") << QString::fromLatin1(language) << isDark;
        }
    }
    void everyStateIsDrawnWithoutCutText();

private:
    static void save(QWidget &widget, const QString &scene);
    static void fill(Bench &bench);
};

void TestMaterialsTab::save(QWidget &widget, const QString &scene)
{
    QTest::qWait(40);
    const QString gallery = qEnvironmentVariable("LETOPIS_GALLERY_DIR", u"gallery"_s);
    QVERIFY(QDir().mkpath(gallery));
    const QString file = u"materials-%1-%2.png"_s.arg(scene, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(widget.grab().save(QDir(gallery).filePath(file)));
    const QStringList cut = cutTexts(widget) + clashingMnemonics(widget);
    QVERIFY2(cut.isEmpty(), qPrintable(scene + u": "_s + cut.join(u" | "_s)));
}

void TestMaterialsTab::fill(Bench &bench)
{
    bench.put(u"Лекция 4. Числовые ряды.pdf"_s, true, u"application/pdf"_s);
    const MaterialId board = bench.put(u"board.png"_s, true, u"image/png"_s);
    QImage image(640, 400, QImage::Format_RGB32);
    image.fill(QColor(36, 66, 96));
    image.save(bench.directory.filePath(u"board.png"_s));
    const MaterialId handout = bench.put(u"handout.docx"_s, false,
                                         u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s);
    bench.put(u"\u05DE\u05D1\u05D5\u05D0 \u05DC\u05D7\u05D3\u05D5\u05D0.pptx"_s, false,
              u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s);
    const MaterialId data = bench.put(QString(140, u'я') + u".zip"_s, true, u"application/zip"_s);
    const MaterialId setup = bench.put(u"setup.exe"_s, true, u"application/x-ms-dos-executable"_s);
    const MaterialId old = bench.put(u"draft.txt"_s, true, u"text/plain"_s);
    FakeMaterialShelf &shelf = bench.shelf();
    shelf.material(board)->description = u"Доска после занятия: доказательство признака Даламбера и задача на дом, № 17–22"_s;
    shelf.material(handout)->versions += shelf.material(handout)->newest();
    shelf.material(handout)->versions.last().number = 2;
    shelf.material(handout)->versions.last().sizeBytes = 412'000'000;
    shelf.material(data)->isWaiting = true;
    shelf.material(data)->versions.last().isOnServer = false;
    shelf.material(setup)->isWaiting = true;
    shelf.material(setup)->versions.last().isOnServer = false;
    shelf.material(setup)->problem = u"write: No space left on device"_s;
    shelf.material(old)->isTrashed = true;
    shelf.material(old)->trashedAt = bench.clock.now();
}

void TestMaterialsTab::everyStateIsDrawnWithoutCutText()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isDark);
    const Language installed(language);
    QApplication::setPalette(isDark ? darkPalette() : lightPalette());
    {
        Bench empty;
        empty.show();
        save(empty.tab, u"1-empty"_s);
    }
    Bench bench;
    fill(bench);
    bench.show();
    bench.tab.action(MaterialsTab::ShowTrash)->trigger();
    QTRY_COMPARE(bench.tab.model().rowCount(), 7);
    QTRY_VERIFY(!bench.tab.model().index(1).data(MaterialModel::ThumbnailRole).value<QImage>().isNull());
    bench.click(1);
    save(bench.tab, u"2-list"_s);
    bench.press(Qt::Key_F2);
    save(bench.tab, u"3-renaming"_s);
    QTest::keyClick(bench.tab.findChild<QLineEdit *>(u"materialName"_s), Qt::Key_Escape);
    bench.click(0);
    bench.press(Qt::Key_Delete);
    QTest::qWait(60);
    save(bench.tab, u"4-trashed"_s);
    bench.tab.messages().clear();
    bench.tab.select({bench.tab.model().material(1).id});
    bench.tab.action(MaterialsTab::Versions)->trigger();
    save(*bench.dialog<MaterialVersionsDialog>(), u"5-versions"_s);
    bench.dialog<MaterialVersionsDialog>()->close();
    bench.tab.action(MaterialsTab::Describe)->trigger();
    save(*bench.dialog<MaterialDescriptionDialog>(), u"6-description"_s);
    bench.dialog<MaterialDescriptionDialog>()->close();
    auto *more = bench.tab.findChild<QToolButton *>(u"materialsMore"_s);
    more->menu()->popup(bench.tab.mapToGlobal(QPoint(40, 40)));
    save(*more->menu(), u"7-menu"_s);
    more->menu()->close();
    bench.tab.resize(360, 500);
    save(bench.tab, u"8-narrow"_s);
}

QTEST_MAIN(TestMaterialsTab)
#include "tst_materialstab.moc"
