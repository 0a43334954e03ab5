// The dialogs of people by real keys: the form of a person, merging, importing a list.

#include "tests/ui/people/peoplebench.h"

#include "core/access/accesspreview.h"
#include "ui/forms/access/mergepeopledialog.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/widgets/emptystate.h"

using namespace letopis;
using namespace letopis::test;

namespace {

using Kind = PeopleImportPlan::Kind;
using Problem = PersonProblem::Kind;

PeopleImportPlan::Line line(int number, Kind kind, const Person &person)
{
    PeopleImportPlan::Line one;
    one.number = number;
    one.kind = kind;
    one.person = person;
    return one;
}

} // namespace

class PeopleDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<PeopleBench>();
        m_bench->fill();
        m_bench->openPage();
    }
    void cleanup() { m_bench.reset(); }

    void somebodyIsAddedByTheKeyboardAlone();
    void aFormThatNobodyTouchedDoesNotComplain();
    void whatIsWrongIsSaidBesideItsField();
    void aLookAlikeLoginWarnsAndCanBeMeant();
    void whatTheDirectoryRefusesStaysInTheForm();
    void whatWasTypedIsAskedFor();
    void fieldsUndoWhatWasTyped();
    void whatWasTypedIsThereAgain();
    void aLimitedAdministratorGetsSwitches();
    void severalIdsAreGivenPerServer();
    void twoAreMergedAndOneIsKept();
    void aListIsShownBeforeItIsImported();
    void aListWithErrorsImportsNothing();
    void aListIsPlannedAnewWherePeopleChanged();
    void aFileThatIsNoListIsNamedByItsLine();
    void participantsBecomePeople();

private:
    PeopleBench &bench() { return *m_bench; }
    PeopleView &view() { return m_bench->view(); }
    PersonDialog *openForm(PersonId person = {})
    {
        if (person.isValid()) {
            bench().choose({person});
            QTest::keyClick(&view().table(), Qt::Key_Return);
        } else {
            view().action(PeopleView::AddPerson)->trigger();
        }
        (void)QTest::qWaitFor([this] { return bench().dialog<PersonDialog>() != nullptr; });
        auto *form = bench().dialog<PersonDialog>();
        if (form)
            (void)QTest::qWaitForWindowActive(form);
        return form;
    }
    void write(const QByteArray &csv)
    {
        QFile file(bench().directory.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(csv);
        bench().questions.setNextFile(file.fileName());
    }
    PeopleImportDialog *openImport(const QByteArray &csv)
    {
        write(csv);
        view().action(PeopleView::Import)->trigger();
        (void)QTest::qWaitFor([this] { return bench().dialog<PeopleImportDialog>() != nullptr; });
        return bench().dialog<PeopleImportDialog>();
    }
    static QString cell(const QDialog &dialog, int row, int column)
    {
        return dialog.findChild<QTableView *>(u"importTable"_s)->model()->index(row, column).data().toString();
    }
    static QPushButton *button(const QDialog &dialog, const QString &name) { return dialog.findChild<QPushButton *>(name); }

    std::unique_ptr<PeopleBench> m_bench;
};

void PeopleDialogsTest::somebodyIsAddedByTheKeyboardAlone()
{
    view().table().setFocus();
    QTest::keyClick(&view().table(), Qt::Key_Insert);
    QTRY_VERIFY(bench().dialog<PersonDialog>());
    auto *form = bench().dialog<PersonDialog>();
    QVERIFY(QTest::qWaitForWindowActive(form));
    QTest::keyClicks(QApplication::focusWidget(), u"Emma Lang"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"emma"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"emma@uni.example"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // a moderator
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(bench().people().all().size(), 6);
    const Person added = bench().people().all().last();
    QCOMPARE(added.name, u"Emma Lang"_s);
    QCOMPARE(added.login, u"emma"_s);
    QCOMPARE(added.email, u"emma@uni.example"_s);
    QCOMPARE(added.role, Role::Moderator);
    QTRY_VERIFY(bench().message().contains(u"Emma Lang is added"_s));
    QTRY_COMPARE(view().model().person(view().table().currentIndex().row()).name, u"Emma Lang"_s);
}

void PeopleDialogsTest::aFormThatNobodyTouchedDoesNotComplain()
{
    PersonDialog *form = openForm();
    auto *login = form->findChild<QLineEdit *>(u"personLogin"_s);
    QTest::keyClicks(login, u"x"_s);
    QTRY_VERIFY(bench().workspace.calls().contains(u"checkPerson"_s));
    QTest::keyClick(login, Qt::Key_Backspace);
    QVERIFY(form->findChild<QLabel *>(u"personNameProblem"_s)->text().isEmpty());
    QVERIFY(!button(*form, u"acceptPerson"_s)->isEnabled());
}

void PeopleDialogsTest::whatIsWrongIsSaidBesideItsField()
{
    PersonDialog *form = openForm();
    bench().people().setProblems({{Problem::EmailTaken, u"Boris Stone"_s}});
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personName"_s), u"Emma"_s);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personLogin"_s), u"two words"_s);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personEmail"_s), u"boris@uni.example"_s);
    auto *emailProblem = form->findChild<QLabel *>(u"personEmailProblem"_s);
    auto *loginProblem = form->findChild<QLabel *>(u"personLoginProblem"_s);
    QTRY_COMPARE(emailProblem->text(), u"This e-mail address is taken already: Boris Stone."_s);
    QCOMPARE(loginProblem->text(), u"A login has no spaces and no invisible characters."_s);
    QVERIFY(loginProblem->isVisible() && !button(*form, u"acceptPerson"_s)->isEnabled());
    bench().people().setProblems({});
    form->findChild<QLineEdit *>(u"personLogin"_s)->setText(u"emma"_s);
    QTRY_VERIFY(!emailProblem->isVisible() && !loginProblem->isVisible());
    QVERIFY(button(*form, u"acceptPerson"_s)->isEnabled());
}

void PeopleDialogsTest::aLookAlikeLoginWarnsAndCanBeMeant()
{
    PersonDialog *form = openForm();
    bench().people().setProblems({{Problem::LoginLooksAlike, u"anna"_s}});
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personName"_s), u"Other"_s);
    form->findChild<QLineEdit *>(u"personLogin"_s)->setText(u"аnna"_s); // with a Cyrillic а
    auto *warning = form->findChild<QLabel *>(u"personLoginProblem"_s);
    QTRY_VERIFY(warning->text().contains(u"Looks like the login anna"_s));
    QTest::mouseClick(button(*form, u"acceptPerson"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().people().all().size(), 6);
}

void PeopleDialogsTest::whatTheDirectoryRefusesStaysInTheForm()
{
    PersonDialog *form = openForm(bench().boris);
    bench().workspace.failNext(u"updatePerson"_s, {ErrorKind::InvalidInput, u"a group gives more"_s, u"Boris"_s, {}});
    auto *role = form->findChild<QComboBox *>(u"personRole"_s);
    role->setCurrentIndex(0);
    QTest::mouseClick(button(*form, u"acceptPerson"_s), Qt::LeftButton);
    auto *messages = form->findChild<MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"A group that this person is in gives a higher role"_s));
    QVERIFY(form->isVisible());
    bench().workspace.failNext(u"updatePerson"_s, {ErrorKind::AlreadyExists, u"taken"_s, u"Clara"_s,
                                                   QList<PersonProblem>{{Problem::LoginTaken, u"Clara Weiß"_s}}});
    QTest::mouseClick(button(*form, u"acceptPerson"_s), Qt::LeftButton);
    QTRY_COMPARE(form->findChild<QLabel *>(u"personLoginProblem"_s)->text(), u"This login is taken already: Clara Weiß."_s);
}

void PeopleDialogsTest::whatWasTypedIsAskedFor()
{
    PersonDialog *form = openForm(bench().boris);
    QTest::keyClick(form, Qt::Key_Escape); // nothing typed: no question
    QTRY_VERIFY(!bench().dialog<PersonDialog>());
    QVERIFY(bench().questions.asked().isEmpty());
    form = openForm(bench().boris);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personName"_s), u"!"_s);
    QTest::keyClick(form, Qt::Key_Escape); // and stays
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QTRY_VERIFY(form->isVisible());
    bench().questions.setNextAnswer(0);
    QTRY_VERIFY((form->close(), bench().questions.asked().size() == 2)); // the first question is answered by then
    QTRY_VERIFY(!bench().dialog<PersonDialog>());
    QCOMPARE(bench().person(bench().boris).name, u"Boris Stone"_s);
}

void PeopleDialogsTest::fieldsUndoWhatWasTyped()
{
    PersonDialog *form = openForm(bench().boris);
    auto *name = form->findChild<QLineEdit *>(u"personName"_s);
    name->end(false);
    QTest::keyClicks(name, u" junior"_s);
    QTest::keyClick(name, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(name->text(), u"Boris Stone"_s);
    QVERIFY(!form->isDirty());
}

void PeopleDialogsTest::whatWasTypedIsThereAgain()
{
    const QString key = u"person/"_s + bench().person(bench().boris).uuid;
    const auto kept = [&] { return bench().workspace.drafts().content({}, key); };
    PersonDialog *form = openForm(bench().boris);
    form->findChild<QLineEdit *>(u"personName"_s)->end(false);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"personName"_s), u" junior"_s);
    QTRY_VERIFY(kept().contains("junior"));
    delete form; // as the end of the program does it
    Person theirs = bench().person(bench().boris);
    theirs.language = u"ru"_s;
    bench().people().put(theirs);
    form = openForm(bench().boris);
    QTRY_COMPARE(form->edited().name, u"Boris Stone junior"_s);
    QCOMPARE(form->edited().language, u"ru"_s); // nobody typed over it
    QVERIFY(form->findChild<MessageBar *>()->text().contains(u"not saved"_s));
    bench().questions.setNextAnswer(0); // Discard
    form->close();
    QTRY_VERIFY(!bench().dialog<PersonDialog>());
    QTRY_VERIFY(kept().isEmpty());
    QCOMPARE(bench().person(bench().boris).name, u"Boris Stone"_s);
}

void PeopleDialogsTest::aLimitedAdministratorGetsSwitches()
{
    PersonDialog *form = openForm(bench().boris);
    auto *switches = form->findChild<QGroupBox *>(u"adminSwitches"_s);
    QVERIFY(!switches->isVisible());
    auto *role = form->findChild<QComboBox *>(u"personRole"_s);
    role->setCurrentIndex(role->findText(u"Limited administrator"_s));
    QVERIFY(switches->isVisible());
    auto *people = form->findChild<QCheckBox *>(u"switch-people"_s);
    QVERIFY(!people->isChecked() && form->findChild<QCheckBox *>(u"switch-permissions"_s)->isChecked());
    people->setFocus();
    QTest::keyClick(people, Qt::Key_Space);
    QTest::mouseClick(button(*form, u"acceptPerson"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().person(bench().boris).role, Role::LimitedAdministrator);
    QCOMPARE(bench().person(bench().boris).switches, AdminSwitch::People | AdminSwitch::Permissions);
}

void PeopleDialogsTest::severalIdsAreGivenPerServer()
{
    PersonDialog *form = openForm(bench().boris);
    for (const QString &id : {u"moodle-12"_s, u"greenlight-7"_s}) {
        QTest::mouseClick(button(*form, u"addExternalId"_s), Qt::LeftButton);
        QTest::keyClicks(QApplication::focusWidget(), id);
    }
    QTest::mouseClick(form->findChildren<QToolButton *>(u"removeExternalId"_s).first(), Qt::LeftButton);
    QTest::mouseClick(button(*form, u"acceptPerson"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().person(bench().boris).externalIds.size(), 1);
    QCOMPARE(bench().person(bench().boris).externalIds.first().second, u"greenlight-7"_s);
    QTRY_VERIFY(!bench().dialog<PersonDialog>());
    form = openForm(bench().boris);
    QCOMPARE(form->findChild<QLineEdit *>(u"externalId"_s)->text(), u"greenlight-7"_s);
    QVERIFY(!form->isDirty());
}

void PeopleDialogsTest::twoAreMergedAndOneIsKept()
{
    Person contact = bench().person(bench().contact);
    contact.externalIds = {{bench().workspace.serverList().first().id, u"guest-9"_s}};
    bench().people().put(contact);
    bench().choose({bench().contact, bench().clara});
    QTest::keyClick(&view().table(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(bench().dialog<MergePeopleDialog>());
    auto *dialog = bench().dialog<MergePeopleDialog>();
    QVERIFY(dialog->findChild<QRadioButton *>(u"keepSecond"_s)->isChecked()); // who has a login
    auto *moves = dialog->findChild<QLabel *>(u"mergeMoves"_s);
    QVERIFY(moves->text().contains(u"Clara Weiß stays, Clara Weiss is removed"_s));
    QVERIFY(moves->text().contains(u"guest-9"_s));
    QVERIFY(moves->text().contains(u"The e-mail c.weiss@mail.example goes away"_s));
    dialog->findChild<QRadioButton *>(u"keepFirst"_s)->click();
    QVERIFY(moves->text().contains(u"The login clara goes over"_s));
    QVERIFY(moves->text().contains(u"Groups go over: "_s) && moves->text().contains(u"Chair of mathematics"_s));
    dialog->findChild<QRadioButton *>(u"keepSecond"_s)->click();
    QTest::mouseClick(button(*dialog, u"acceptMerge"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().people().all().size(), 4);
    QCOMPARE(bench().person(bench().clara).externalIds.size(), 1);
    QTRY_VERIFY(bench().message().contains(u"Clara Weiß stays"_s));
}

void PeopleDialogsTest::aListIsShownBeforeItIsImported()
{
    Person changed = bench().person(bench().boris);
    changed.email = u"b.stone@uni.example"_s;
    PeopleImportPlan plan;
    plan.lines = {line(2, Kind::Added, personNamed(u"Emma Lang"_s, u"emma"_s, Role::Moderator)),
                  line(3, Kind::Changed, changed), line(4, Kind::Unchanged, bench().person(bench().clara))};
    plan.lines[0].groups = {u"Staff"_s};
    plan.lines[1].before = bench().person(bench().boris);
    plan.ignoredColumns = {u"phone"_s};
    bench().people().setImportPlan(plan);
    PeopleImportDialog *dialog = openImport("name,login,phone\nEmma Lang,emma,1\n");
    auto *table = dialog->findChild<QTableView *>(u"importTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(dialog->findChild<QLabel *>(u"importSummary"_s)->text(), u"New: 1, changed: 1, unchanged: 1"_s);
    QCOMPARE(cell(*dialog, 0, 4), u"Moderator; into Staff"_s);
    QCOMPARE(cell(*dialog, 1, 4), u"e-mail: boris@uni.example → b.stone@uni.example"_s);
    QVERIFY(dialog->findChild<MessageBar *>()->text().contains(u"phone"_s));
    dialog->findChild<QCheckBox *>(u"showUnchanged"_s)->click();
    QCOMPARE(table->model()->rowCount(), 3);
    QVERIFY(bench().people().appliedPlans().isEmpty()); // nothing happened so far
    QCOMPARE(button(*dialog, u"acceptImport"_s)->text(), u"&Import 2 people"_s);
    bench().workspace.setHoldsAnswers(true);
    QTest::mouseClick(button(*dialog, u"acceptImport"_s), Qt::LeftButton);
    dialog->reject(); // it goes on all the same, and somebody has to be told how it ended
    QVERIFY(dialog->isVisible());
    bench().workspace.setHoldsAnswers(false);
    QTRY_COMPARE(bench().people().appliedPlans().size(), 1);
    QTRY_VERIFY(bench().message().contains(u"New: 1, changed: 1"_s));
}

void PeopleDialogsTest::aListWithErrorsImportsNothing()
{
    PeopleImportPlan plan;
    plan.lines = {line(2, Kind::Added, personNamed(u"Emma"_s, u"emma"_s)), line(3, Kind::Error, {}), line(4, Kind::Error, personNamed(u"Emma"_s, u"emma"_s))};
    plan.lines[1].unreadable = u"role: boss"_s;
    plan.lines[2].sameAsLine = 2;
    bench().people().setImportPlan(plan);
    PeopleImportDialog *dialog = openImport("name,login\n");
    QTRY_COMPARE(dialog->findChild<QTableView *>(u"importTable"_s)->model()->rowCount(), 3);
    QCOMPARE(cell(*dialog, 0, 0), u"3"_s); // errors first
    QCOMPARE(cell(*dialog, 0, 4), u"Cannot be read: role: boss"_s);
    QCOMPARE(cell(*dialog, 1, 4), u"The same person as in line 2"_s);
    QVERIFY(dialog->findChild<MessageBar *>()->text().contains(u"2 line(s) cannot be imported"_s));
    QVERIFY(!button(*dialog, u"acceptImport"_s)->isEnabled());
}

void PeopleDialogsTest::aListIsPlannedAnewWherePeopleChanged()
{
    PeopleImportPlan plan;
    plan.lines = {line(2, Kind::Added, personNamed(u"Emma"_s, u"emma"_s))};
    bench().people().setImportPlan(plan);
    PeopleImportDialog *dialog = openImport("name,login\nEmma,emma\n");
    QTRY_VERIFY(button(*dialog, u"acceptImport"_s)->isEnabled());
    bench().workspace.failNext(u"applyImport"_s, {ErrorKind::ContentMismatch, {}, {}, {}});
    plan.lines[0].kind = Kind::Unchanged;
    bench().people().setImportPlan(plan);
    QTest::mouseClick(button(*dialog, u"acceptImport"_s), Qt::LeftButton);
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"changed meanwhile"_s));
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"importSummary"_s)->text(), u"New: 0, changed: 0, unchanged: 1"_s);
    QVERIFY(!button(*dialog, u"acceptImport"_s)->isEnabled());
}

void PeopleDialogsTest::aFileThatIsNoListIsNamedByItsLine()
{
    PeopleImportDialog *dialog = openImport("name,login\nEmma,emma\n\xFF\xFF,x\n");
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"Line 3 is not UTF-8"_s));
    QVERIFY(!button(*dialog, u"acceptImport"_s)->isEnabled());
    dialog->reject();
    bench().questions.setNextFile(bench().directory.filePath(u"nothing.csv"_s));
    view().action(PeopleView::Import)->trigger();
    QTRY_VERIFY(bench().message().contains(u"nothing.csv"_s));
}

void PeopleDialogsTest::participantsBecomePeople()
{
    fillWithSamples(bench().workspace, bench().clock.now());
    bench().openPage(); // a window that has recordings
    bench().window->showRecordings();
    QTRY_VERIFY(bench().window->detailsPane().details().has_value());
    Person draft = personNamed(u"Emma Lang"_s);
    draft.externalIds = {{bench().workspace.serverList().first().id, u"moodle-5"_s}};
    bench().people().setPeopleOfRecording({draft});
    PeopleImportPlan plan;
    plan.lines = {line(2, Kind::Added, draft)};
    bench().people().setImportPlan(plan);
    ParticipantsTab &tab = bench().window->detailsPane().participants();
    tab.action(ParticipantsTab::AddToPeople)->trigger();
    QTRY_VERIFY(bench().dialog<PeopleImportDialog>());
    auto *dialog = bench().dialog<PeopleImportDialog>();
    QVERIFY(dialog->findChild<QLabel *>(u"importSource"_s)->text().contains(bench().window->detailsPane().details()->row.title.left(20)));
    QTRY_VERIFY(button(*dialog, u"acceptImport"_s)->isEnabled());
    QTest::mouseClick(button(*dialog, u"acceptImport"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().people().all().size(), 6);
    QTRY_VERIFY(tab.messages().text().contains(u"New: 1"_s)); // where it was asked for
}

QTEST_MAIN(PeopleDialogsTest)
#include "tst_peopledialogs.moc"
