// Folders in the program's own catalog, by the keyboard: made in the tree, recordings of the demo conference server filed, moved back,
// filed by a rule, and all of it there at the next start.

#include "tests/ui/day/daybench.h"

#include "core/workspace/folderlibrary.h"
#include "ui/forms/folders/filingrulesdialog.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/forms/folders/foldernamedialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/pages/folders/folderpane.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"

using namespace letopis;
using namespace letopis::test;

class FolderDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersAreKeptInTheCatalog();

private:
    static FolderPane &pane(Program &program) { return *program.window->findChild<FolderPane *>(); }
    static QString message(Program &program) { return program.window->recordingsPage().messages().text(); }
    static FolderId named(FolderTreeModel &model, const QString &name)
    {
        for (const FolderId child : model.children(sharedFolder)) {
            if (model.node(child)->folder.name == name)
                return child;
        }
        return {};
    }
};

void FolderDay::foldersAreKeptInTheCatalog()
{
    DemoConference conference;
    QVERIFY2(conference.start({}), qPrintable(conference.error()));
    QTemporaryDir profile;
    qint64 all = 0;
    {
        Program program(profile.path());
        const ServerId server = program.connectTo(conference.connection());
        QVERIFY(server.isValid());
        QVERIFY(!program.end(program.workspace().startSync(program.actor(), server)).error);
        program.openWindow();
        RecordingsPage &page = program.window->recordingsPage();
        QTRY_VERIFY(page.model().rowCount() > 2);
        QTRY_VERIFY(page.model().totalCount() > 2);
        all = page.model().totalCount();
        FolderPane &tree = pane(program);
        QTRY_VERIFY(tree.model().isRead());
        QVERIFY(!tree.isVisible()); // nothing but the roots

        // The first folder, below Shared.
        press(Qt::Key_F8);
        QTRY_VERIFY(tree.tree().hasFocus());
        press(Qt::Key_Down);
        QTRY_COMPARE(tree.chosen(), sharedFolder);
        QTRY_VERIFY(tree.action(FolderPane::NewFolder)->isEnabled());
        press(Qt::Key_Insert);
        const QPointer<FolderNameDialog> name = openDialog<FolderNameDialog>();
        QVERIFY(name);
        QTRY_COMPARE(focusName(), u"folderName"_s);
        type(u"Лекции"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(named(tree.model(), u"Лекции"_s).isValid());
        const FolderId lectures = named(tree.model(), u"Лекции"_s);
        QTRY_COMPARE(tree.chosen(), lectures);
        QTRY_COMPARE(page.model().rowCount(), 0);

        // Two recordings into it, and back.
        press(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(page.model().totalCount(), all);
        page.table().setFocus();
        page.table().selectRow(0);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(program.window->actionList()[Actions::MoveToFolder]->isEnabled());
        press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        const QPointer<FolderDialog> picker = openDialog<FolderDialog>();
        QVERIFY(picker);
        QCOMPARE(focusName(), u"folderSearch"_s);
        auto *accept = picker->findChild<QPushButton *>(u"acceptFolder"_s);
        QTRY_VERIFY(accept->isEnabled());
        type(u"лек"_s);
        QTRY_COMPARE(picker->findChild<QTreeView *>(u"foldersToChoose"_s)->currentIndex().data().toString(), u"Лекции"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(message(program).contains(u"moved into “Лекции”"_s));
        QTRY_COMPARE(tree.model().recordingsBelow(lectures), 2);
        tree.choose(lectures);
        QTRY_COMPARE(page.model().rowCount(), 2);
        for (QAbstractButton *button : page.messages().findChildren<QAbstractButton *>()) {
            if (button->text() == u"&Undo"_s)
                button->click();
        }
        QTRY_VERIFY(message(program).contains(u"moved back"_s));
        QTRY_COMPARE(page.model().rowCount(), 0);

        // A rule for everything, counted, saved and applied.
        FilingRule rule;
        rule.folder = lectures;
        QVERIFY(answerOf(program.workspace().folders().setRules(program.actor(), {}, {rule})));
        program.window->actionList()[Actions::FilingRules]->trigger();
        const QPointer<FilingRulesDialog> rules = openDialog<FilingRulesDialog>();
        QVERIFY(rules);
        auto *apply = rules->findChild<QPushButton *>(u"applyRules"_s);
        QTRY_VERIFY(apply->isEnabled());
        program.questions.setNextAnswer(0);
        apply->click();
        QTRY_COMPARE(tree.model().recordingsBelow(lectures), all);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!rules || !rules->isVisible());
        QTRY_COMPARE(page.model().totalCount(), all);
        program.window->close();
    }
    Program program(profile.path());
    program.openWindow();
    FolderPane &tree = pane(program);
    QTRY_VERIFY(tree.isVisible() && tree.model().isRead());
    const FolderId lectures = named(tree.model(), u"Лекции"_s);
    QVERIFY(lectures.isValid());
    QCOMPARE(tree.model().recordingsBelow(lectures), all);
    QTRY_VERIFY(program.window->findChild<QLabel *>(u"overviewFolder"_s)
                && program.window->findChild<QLabel *>(u"overviewFolder"_s)->text().contains(u"Лекции"_s));
}

QTEST_MAIN(FolderDay)
#include "tst_folderday.moc"
