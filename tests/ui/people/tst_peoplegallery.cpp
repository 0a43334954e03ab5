// Draws the page of people and its dialogs in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for people to
// look at; and fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/gallerysheet.h"
#include "tests/ui/people/peoplebench.h"

#include "core/access/accesspreview.h"
#include "ui/forms/access/groupnamedialog.h"
#include "ui/forms/access/mergepeopledialog.h"
#include "ui/forms/access/peopleimportdialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/pages/people/leavegroupdialog.h"

using namespace letopis;
using namespace letopis::test;

class PeopleGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    PeopleBench &bench() { return *m_bench; }
    PeopleView &view() { return m_bench->view(); }
    template<typename T>
    void drawDialog(const QString &scene)
    {
        QTRY_VERIFY(bench().dialog<T>());
        m_sheet.save(*bench().dialog<T>(), scene);
        bench().questions.setNextAnswer(0); // what was typed may go
        bench().dialog<T>()->close();
        QTRY_VERIFY(!bench().dialog<T>());
    }
    void fill();
    void drawPage();
    void drawForms();
    void drawImport();

    std::unique_ptr<PeopleBench> m_bench;
    GallerySheet m_sheet{u"people"_s};
};

void PeopleGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<PeopleBench>();
    bench().openPage();
    m_sheet.save(*bench().window, u"1-empty"_s);
    fill();
    bench().openPage();
    drawPage();
    drawForms();
    drawImport();
    m_sheet.verify();
}

void PeopleGallery::fill()
{
    bench().fill();
    Person limited = personNamed(u"Ольга Викторовна Семёнова-Тян-Шанская"_s, u"semenova"_s, Role::LimitedAdministrator,
                                 u"olga.semenova-tyan-shanskaya@mathematics.uni.example"_s);
    limited.switches = AdminSwitch::People | AdminSwitch::Reports;
    limited.externalIds = {{bench().workspace.serverList().first().id, u"moodle-4711"_s},
                           {bench().workspace.serverList().first().id, u"gl-zkvtnqsyhwbr"_s}};
    bench().people().put(limited);
    for (int i = 1; i <= 30; ++i)
        bench().people().put(personNamed(u"Студент %1"_s.arg(i, 2, 10, QChar(u'0')), u"student%1"_s.arg(i), Role::Viewer,
                                         u"student%1@uni.example"_s.arg(i)));
}

void PeopleGallery::drawPage()
{
    view().groupTree().expand(bench().groupRow(bench().staff));
    QTRY_COMPARE(bench().below(bench().groupRow(bench().staff)).size(), 2);
    bench().choose({bench().boris, bench().clara});
    m_sheet.save(*bench().window, u"2-page"_s);
    view().groupTree().setCurrentIndex(bench().groupRow(bench().empty));
    QTRY_COMPARE(view().model().rowCount(), 0);
    m_sheet.save(*bench().window, u"3-empty-group"_s);
    view().groupTree().setCurrentIndex(bench().groupRow(bench().staff));
    QTRY_COMPARE(view().model().rowCount(), 3);
    const QString names = u"Chair of mathematics → Staff → Chair of mathematics"_s;
    bench().workspace.failNext(u"setMember"_s, {ErrorKind::InvalidInput, {}, names, GuardEvidence{.guards = {AccessGuard::Cycle}, .cycle = {}}});
    view().commands().setMembers(bench().people().group(bench().maths), {{bench().staff, u"Staff"_s}}, true);
    QTRY_VERIFY(bench().message().contains(names));
    bench().window->resize(1024, 680);
    bench().window->resetLayout();
    m_sheet.save(*bench().window, u"4-cycle-small"_s);
    view().groupTree().setCurrentIndex(view().groupTree().model()->index(0, 0));
    QTRY_VERIFY(view().model().rowCount() > 30);
    bench().window->resize(1440, 860);
    bench().window->resetLayout();
}

void PeopleGallery::drawForms()
{
    view().action(PeopleView::AddPerson)->trigger();
    QTRY_VERIFY(bench().dialog<PersonDialog>());
    m_sheet.save(*bench().dialog<PersonDialog>(), u"5-new"_s);
    bench().people().setProblems({{PersonProblem::Kind::LoginLooksAlike, u"anna"_s}, {PersonProblem::Kind::EmailTaken, u"Анна Ковалёва"_s}});
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    auto *form = bench().dialog<PersonDialog>();
    form->findChild<QLineEdit *>(u"personLogin"_s)->setText(u"аnna"_s);
    QTRY_VERIFY(!form->findChild<QLabel *>(u"personEmailProblem"_s)->text().isEmpty());
    drawDialog<PersonDialog>(u"6-problems"_s);
    bench().people().setProblems({});
    const int limited = [this] {
        for (int row = 0; row < view().model().rowCount(); ++row) {
            if (view().model().person(row).role == Role::LimitedAdministrator)
                return row;
        }
        return 0;
    }();
    view().table().selectRow(limited);
    view().action(PeopleView::EditPerson)->trigger();
    drawDialog<PersonDialog>(u"7-limited"_s);
    bench().choose({bench().contact, bench().clara});
    view().action(PeopleView::MergePeople)->trigger();
    drawDialog<MergePeopleDialog>(u"8-merge"_s);
    view().groupTree().setCurrentIndex(bench().groupRow(bench().empty));
    view().action(PeopleView::AddMembers)->trigger();
    QTRY_VERIFY(bench().dialog<PrincipalDialog>() && bench().dialog<PrincipalDialog>()->picker().model().rowCount() > 20);
    PrincipalPicker &picker = bench().dialog<PrincipalDialog>()->picker();
    picker.tree().expand(picker.model().indexOfGroup(bench().maths));
    QTRY_COMPARE(picker.model().rowCount(picker.model().indexOfGroup(bench().maths)), 2);
    picker.tree().setCurrentIndex(picker.model().indexOfGroup(bench().maths));
    drawDialog<PrincipalDialog>(u"9-members"_s);
    view().action(PeopleView::NewGroup)->trigger();
    drawDialog<GroupNameDialog>(u"10-group"_s);
    view().groupTree().setCurrentIndex(view().groupTree().model()->index(0, 0));
    QTRY_VERIFY(view().model().rowCount() > 30);
    bench().choose({bench().boris});
    view().action(PeopleView::LeaveGroup)->trigger();
    drawDialog<LeaveGroupDialog>(u"11-leave"_s);
}

void PeopleGallery::drawImport()
{
    using Kind = PeopleImportPlan::Kind;
    PeopleImportPlan plan;
    const auto add = [&plan](Kind kind, const Person &person) -> PeopleImportPlan::Line & {
        PeopleImportPlan::Line line;
        line.number = static_cast<int>(plan.lines.size()) + 2;
        line.kind = kind;
        line.person = person;
        plan.lines += line;
        return plan.lines.last();
    };
    add(Kind::Added, personNamed(u"Emma Lang"_s, u"emma"_s, Role::Moderator)).groups = {u"Staff"_s, u"Chair of mathematics"_s};
    Person changed = bench().person(bench().boris);
    changed.email = u"b.stone@uni.example"_s;
    changed.role = Role::Viewer;
    add(Kind::Changed, changed).before = bench().person(bench().boris);
    add(Kind::Unchanged, bench().person(bench().clara));
    add(Kind::Added, personNamed(u"Анна"_s, u"аnna"_s)).problems = {{PersonProblem::Kind::LoginLooksAlike, u"anna"_s}};
    bench().people().setImportPlan(plan);
    const QString path = bench().directory.filePath(u"Кафедра 2026.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name\nEmma\n");
    file.close();
    bench().questions.setNextFile(path);
    view().action(PeopleView::Import)->trigger();
    QTRY_VERIFY(bench().dialog<PeopleImportDialog>() && bench().dialog<PeopleImportDialog>()->findChild<QPushButton *>(u"acceptImport"_s)->isEnabled());
    drawDialog<PeopleImportDialog>(u"12-import"_s);
    add(Kind::Error, {}).unreadable = u"role: boss"_s;
    add(Kind::Error, personNamed(u"Emma"_s, u"emma"_s)).sameAsLine = 2;
    bench().people().setImportPlan(plan);
    bench().questions.setNextFile(path);
    view().action(PeopleView::Import)->trigger();
    QTRY_VERIFY(bench().dialog<PeopleImportDialog>() && bench().dialog<PeopleImportDialog>()->findChild<MessageBar *>()->hasMessage());
    drawDialog<PeopleImportDialog>(u"13-import-errors"_s);
}

QTEST_MAIN(PeopleGallery)
#include "tst_peoplegallery.moc"
