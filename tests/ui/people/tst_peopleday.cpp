// People and groups in the program's own catalog, by the keyboard: added, put into groups, refused where groups would contain
// each other or nobody could manage the catalog, imported from a file, and still there at the next start.

#include "tests/ui/day/daybench.h"

#include "core/workspace/peopledirectory.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/models/peoplelistmodel.h"
#include "ui/models/principaltreemodel.h"
#include "ui/pages/people/peoplecommands.h"
#include "ui/pages/people/peopleview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class PeopleDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreKeptInTheCatalog();

private:
    static PeopleView &page(Program &program)
    {
        program.openWindow();
        (void)QTest::qWaitForWindowActive(program.window.get());
        press(Qt::Key_6, Qt::AltModifier);
        auto *view = program.window->findChild<PeopleView *>();
        (void)QTest::qWaitFor([view] { return view->action(PeopleView::AddPerson)->isEnabled() && view->groupTree().model()->rowCount() > 0; });
        return *view;
    }
    static QString message(Program &program) { return program.window->findChild<MessageBar *>(u"peopleMessages"_s)->text(); }
    static void addAdministrator(PeopleView &view)
    {
        view.action(PeopleView::AddPerson)->trigger();
        const QPointer<PersonDialog> form = openDialog<PersonDialog>();
        QVERIFY(form);
        type(u"Анна Ковалёва"_s);
        press(Qt::Key_Tab);
        type(u"anna"_s);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        press(Qt::Key_End); // the role: an administrator
        press(Qt::Key_Return);
        QTRY_COMPARE(view.model().rowCount(), 1);
        QCOMPARE(view.model().person(0).role, Role::Administrator);
        QTRY_VERIFY(!form || !form->isVisible());
    }
};

void PeopleDay::peopleAreKeptInTheCatalog()
{
    QTemporaryDir profile;
    {
        Program program(profile.path());
        PeopleView &view = page(program);
        QCOMPARE(focusName(), u"peopleSearch"_s);
        addAdministrator(view);

        // One login for two is refused beside its field.
        view.action(PeopleView::AddPerson)->trigger();
        const QPointer<PersonDialog> form = openDialog<PersonDialog>();
        QVERIFY(form);
        type(u"Another Anna"_s);
        press(Qt::Key_Tab);
        type(u"ANNA"_s);
        QTRY_VERIFY(form->findChild<QLabel *>(u"personLoginProblem"_s)->text().contains(u"taken already: anna"_s));
        QVERIFY(!form->findChild<QPushButton *>(u"acceptPerson"_s)->isEnabled());
        program.questions.setNextAnswer(0);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!form || !form->isVisible());

        // Groups that would contain each other, and the last administrator.
        PeopleDirectory &people = program.workspace().people();
        const Result<GroupId> staff = answerOf(people.addGroup(program.actor(), u"Staff"_s));
        const Result<GroupId> maths = answerOf(people.addGroup(program.actor(), u"Maths"_s));
        QVERIFY(staff && maths);
        view.commands().setMembers({*staff, {}, u"Staff"_s, {}}, {{*maths, u"Maths"_s}}, true);
        QTRY_VERIFY(message(program).contains(u"Staff"_s));
        view.commands().setMembers({*maths, {}, u"Maths"_s, {}}, {{*staff, u"Staff"_s}}, true);
        QTRY_VERIFY(message(program).startsWith(u"A group cannot contain itself: "_s));
        QVERIFY(message(program).contains(u"Maths → Staff → Maths"_s));
        program.questions.setNextAnswer(0);
        view.table().selectRow(0);
        view.action(PeopleView::RemovePeople)->trigger();
        QTRY_VERIFY(message(program).startsWith(u"The last administrator stays"_s));

        // A list, with BOM and semicolons, as a spreadsheet writes it.
        const QString path = profile.filePath(u"list.csv"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\xEF\xBB\xBFname;login;role;groups\r\n\"Stone; Boris\";boris;moderator;Maths\r\nClara;clara;viewer;\r\n");
        file.close();
        program.questions.setNextFile(path);
        view.action(PeopleView::Import)->trigger();
        auto *import = openDialog<PeopleImportDialog>();
        QVERIFY(import);
        auto *go = import->findChild<QPushButton *>(u"acceptImport"_s);
        QTRY_VERIFY(go->isEnabled());
        QTest::keyClick(go, Qt::Key_Space);
        QTRY_COMPARE(view.model().rowCount(), 3);
    }
    Program program(profile.path());
    PeopleView &view = page(program);
    QTRY_COMPARE(view.model().rowCount(), 3);
    QTRY_COMPARE(view.groupTree().model()->rowCount(), 1 + 5 + 2);
    auto *search = program.window->findChild<QLineEdit *>(u"peopleSearch"_s);
    search->setFocus();
    type(u"бор"_s);
    QTRY_COMPARE(view.model().rowCount(), 0); // Latin, as it was written
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"bor"_s);
    QTRY_COMPARE(view.model().rowCount(), 1);
    QCOMPARE(view.model().person(0).name, u"Stone; Boris"_s);
    QCOMPARE(view.model().index(0, PeopleListModel::Groups).data().toString(), u"1"_s);
}

QTEST_MAIN(PeopleDay)
#include "tst_peopleday.moc"
