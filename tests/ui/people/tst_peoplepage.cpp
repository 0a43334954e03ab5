// The page of people and groups: lists, search, groups, membership by mouse, keys and drag, refusals in words, roles.

#include "tests/ui/people/peoplebench.h"

#include "core/access/accesspreview.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/access/groupnamedialog.h"
#include "ui/forms/access/mergepeopledialog.h"
#include "ui/forms/access/persondialog.h"
#include "ui/forms/access/principaldialog.h"
#include "ui/models/principalmime.h"
#include "ui/pages/people/leavegroupdialog.h"
#include "ui/widgets/emptystate.h"

using namespace letopis;
using namespace letopis::test;

class PeoplePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<PeopleBench>(); }
    void cleanup() { m_bench.reset(); }

    void withoutAnybodyThePageTellsWhereToBegin();
    void peopleAreListedByNameAndSortedByTheirHeader();
    void theSearchNarrowsWhileOneTypes();
    void aLateAnswerOfAnOlderSearchIsDropped();
    void manyThousandsAreReadPageByPage();
    void aGroupOpenedInPlaceShowsItsMembers();
    void aChosenGroupNarrowsThePeople();
    void aListThatCannotBeReadSaysSoAndTriesAgain();
    void peopleAreBlockedAndUnblocked();
    void removingAsksAndTellsWhatGoes();
    void peopleComeIntoAGroupByTheKeyboard();
    void peopleComeIntoAGroupByDragAndDrop();
    void deleteTakesAMemberOutOfTheGroup();
    void somebodyIsTakenOutOfTheirGroups();
    void groupsAreMadeRenamedAndRemoved();
    void membersAreChosenAmongPeopleAndGroups();
    void whoGainsByAGroupIsShownFirst();
    void whoLosesWithAGroupOrARoleIsShownFirst();
    void whoLosesWithAPersonIsShownFirst();
    void aCycleIsToldWithTheGroupsNames();
    void theLastAdministratorStays();
    void aModeratorMayAddAndSeesWhyNotMore();
    void aViewerIsToldWhyNothingIsShown();
    void aLimitedAdministratorLeavesAdministratorsAlone();
    void aChangeElsewhereKeepsWhatIsChosen();
    void theExportIsAFileThatSpreadsheetsRead();

private:
    PeopleBench &bench() { return *m_bench; }
    PeopleView &view() { return m_bench->view(); }
    void trigger(PeopleView::Command command)
    {
        QVERIFY(view().action(command)->isEnabled());
        view().action(command)->trigger();
    }

    std::unique_ptr<PeopleBench> m_bench;
};

void PeoplePageTest::withoutAnybodyThePageTellsWhereToBegin()
{
    bench().openPage();
    auto *empty = bench().child<EmptyState>(u"peopleEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Nobody is known yet"_s);
    QTest::mouseClick(empty->button(), Qt::LeftButton); // imports; no file was chosen
    QTRY_COMPARE(bench().questions.askedForFiles().size(), 1);
}

void PeoplePageTest::peopleAreListedByNameAndSortedByTheirHeader()
{
    bench().fill();
    bench().openPage();
    QCOMPARE(bench().names(), (QStringList{u"Boris Stone"_s, u"Clara Weiss"_s, u"Clara Weiß"_s, u"Dmitri Volkov"_s, u"Анна Ковалёва"_s}));
    const auto cell = [this](int row, int column) { return view().model().index(row, column).data().toString(); };
    QCOMPARE(cell(0, PeopleListModel::Login), u"boris"_s);
    QCOMPARE(cell(0, PeopleListModel::Email), u"boris@uni.example"_s);
    QCOMPARE(cell(0, PeopleListModel::RoleColumn), u"Moderator"_s);
    QCOMPARE(cell(0, PeopleListModel::Groups), u"1"_s);
    QCOMPARE(cell(0, PeopleListModel::State), u"Active"_s);
    QCOMPARE(cell(1, PeopleListModel::State), u"No login"_s);
    QCOMPARE(cell(3, PeopleListModel::State), u"Blocked"_s);
    QCOMPARE(bench().child<QLabel>(u"peopleCount"_s)->text(), u"5 people"_s);
    QHeaderView *header = view().table().horizontalHeader();
    const auto click = [&](int column) {
        const QPoint place(header->sectionViewportPosition(column) + 12, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    click(PeopleListModel::Login);
    QTRY_COMPARE(bench().names().first(), u"Анна Ковалёва"_s);
    QCOMPARE(bench().names().last(), u"Clara Weiss"_s); // without a login
    click(PeopleListModel::Login);
    QTRY_COMPARE(bench().names().last(), u"Анна Ковалёва"_s);
    click(PeopleListModel::State); // no order there is
    QCOMPARE(header->sortIndicatorSection(), int(PeopleListModel::Login));
}

void PeoplePageTest::theSearchNarrowsWhileOneTypes()
{
    bench().fill();
    bench().openPage();
    auto *search = bench().child<QLineEdit>(u"peopleSearch"_s);
    QVERIFY(search->hasFocus()); // where one begins
    QTest::keyClicks(search, u"clara"_s);
    QTRY_COMPARE(bench().names(), (QStringList{u"Clara Weiss"_s, u"Clara Weiß"_s}));
    QTest::keyClicks(search, u"x"_s);
    auto *empty = bench().child<EmptyState>(u"peopleEmpty"_s);
    QTRY_COMPARE(empty->title(), u"Nobody is found"_s);
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_COMPARE(bench().names().size(), 5);
    auto *role = bench().child<QComboBox>(u"peopleRole"_s);
    role->setCurrentIndex(role->findText(u"Moderator"_s));
    QTRY_COMPARE(bench().names(), QStringList{u"Boris Stone"_s});
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(view().table().hasFocus());
}

void PeoplePageTest::aLateAnswerOfAnOlderSearchIsDropped()
{
    bench().fill();
    bench().openPage();
    PeopleQuery query = view().model().query();
    bench().workspace.setHoldsAnswers(true);
    query.text = u"Boris"_s;
    view().model().setQuery(query);
    query.text = u"Clara"_s;
    view().model().setQuery(query);
    QCOMPARE(bench().workspace.heldAnswers(), 2);
    QCOMPARE(bench().names().size(), 5); // what was there stays until the answer
    bench().workspace.releaseAnswer(1);
    QTRY_COMPARE(bench().names().size(), 2);
    bench().workspace.setHoldsAnswers(false);
    QTRY_VERIFY(view().model().totalCount() == 2);
    QCOMPARE(bench().names().first(), u"Clara Weiss"_s);
}

void PeoplePageTest::manyThousandsAreReadPageByPage()
{
    for (int i = 0; i < 2000; ++i)
        bench().people().put(personNamed(u"Person %1"_s.arg(i, 5, 10, QChar(u'0')), u"p%1"_s.arg(i)));
    bench().openPage();
    QCOMPARE(view().model().rowCount(), PeopleListModel::pageSize);
    QTRY_COMPARE(bench().child<QLabel>(u"peopleCount"_s)->text(), u"2,000 people"_s);
    view().table().setFocus();
    view().table().scrollToBottom();
    QTRY_COMPARE(view().model().rowCount(), 2 * PeopleListModel::pageSize);
    view().table().selectRow(150);
    const PersonId chosen = view().model().person(150).id;
    // A change reads as many again, and takes neither place nor choice away.
    bench().people().update({}, personNamed(u"Aaron"_s));
    Person changed = view().model().person(3);
    changed.name = u"Person 00003 changed"_s;
    bench().people().update({}, changed);
    QTRY_COMPARE(view().model().person(3).name, changed.name);
    QVERIFY(view().model().rowCount() >= 2 * PeopleListModel::pageSize);
    QCOMPARE(view().model().person(view().table().currentIndex().row()).id, chosen);
}

void PeoplePageTest::aGroupOpenedInPlaceShowsItsMembers()
{
    bench().fill();
    bench().openPage();
    QCOMPARE(bench().below({}), (QStringList{u"Everybody"_s, u"Administrators"_s, u"Limited administrators"_s, u"Moderators"_s,
                                             u"Viewers"_s, u"Authors"_s, u"Chair of mathematics"_s,
                                             u"Guests of the summer school"_s, u"Staff"_s}));
    QTreeView &tree = view().groupTree();
    tree.setFocus();
    tree.setCurrentIndex(bench().groupRow(bench().staff));
    QTest::keyClick(&tree, Qt::Key_Right);
    QTRY_COMPARE(bench().below(bench().groupRow(bench().staff)), (QStringList{u"Chair of mathematics"_s, u"Анна Ковалёва"_s}));
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_Right);
    const QModelIndex inner = bench().groupRow(bench().staff).model()->index(0, 0, bench().groupRow(bench().staff));
    QTRY_COMPARE(bench().below(inner), (QStringList{u"Boris Stone"_s, u"Clara Weiß"_s}));
    // What is open follows a change.
    bench().people().setMember({}, bench().maths, bench().dmitri, true);
    QTRY_COMPARE(bench().below(inner).size(), 3);
    QVERIFY(tree.isExpanded(inner));
}

void PeoplePageTest::aChosenGroupNarrowsThePeople()
{
    bench().fill();
    bench().openPage();
    view().groupTree().setCurrentIndex(bench().groupRow(bench().staff));
    QTRY_COMPARE(bench().names(), (QStringList{u"Boris Stone"_s, u"Clara Weiß"_s, u"Анна Ковалёва"_s})); // however deep
    view().groupTree().setCurrentIndex(bench().groupRow(bench().empty));
    auto *empty = bench().child<EmptyState>(u"peopleEmpty"_s);
    QTRY_COMPARE(empty->title(), u"The group is empty"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(bench().child<QLabel>(u"peopleCount"_s)->text(), u"0 people"_s);
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_VERIFY(bench().dialog<PrincipalDialog>());
    bench().dialog<PrincipalDialog>()->reject();
    view().groupTree().setCurrentIndex(view().groupTree().model()->index(0, 0));
    QTRY_COMPARE(bench().names().size(), 5);
}

void PeoplePageTest::aListThatCannotBeReadSaysSoAndTriesAgain()
{
    bench().fill();
    bench().openPage();
    bench().workspace.failNext(u"people"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    view().model().reload();
    QTRY_VERIFY(bench().message().contains(u"could not be read"_s));
    QCOMPARE(bench().child<EmptyState>(u"peopleEmpty"_s)->title(), u"People cannot be shown"_s); // not that nobody is known
    for (QAbstractButton *button : bench().child<MessageBar>(u"peopleMessages"_s)->findChildren<QAbstractButton *>()) {
        if (button->text().remove(u'&') == u"Try again"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(bench().names().size(), 5);
}

void PeoplePageTest::peopleAreBlockedAndUnblocked()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().boris, bench().clara});
    QCOMPARE(view().action(PeopleView::BlockPeople)->text(), u"&Block"_s);
    trigger(PeopleView::BlockPeople);
    QTRY_VERIFY(bench().person(bench().clara).isBlocked);
    QVERIFY(bench().person(bench().boris).isBlocked);
    QTRY_VERIFY(bench().message().contains(u"2 people: blocked"_s));
    QTRY_VERIFY(view().model().person(view().model().rowOf(bench().clara)).isBlocked);
    QTRY_COMPARE(view().action(PeopleView::BlockPeople)->text(), u"Un&block"_s);
    trigger(PeopleView::BlockPeople);
    QTRY_VERIFY(!bench().person(bench().clara).isBlocked);
}

void PeoplePageTest::removingAsksAndTellsWhatGoes()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().dmitri});
    QTest::keyClick(&view().table(), Qt::Key_Delete); // and says no
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    const Question &asked = bench().questions.asked().first();
    QCOMPARE(asked.text, u"Remove Dmitri Volkov?"_s);
    QVERIFY(asked.details.contains(u"memberships"_s) && asked.details.contains(u"opened or denied"_s));
    QVERIFY(asked.isDangerous);
    QCOMPARE(bench().people().all().size(), 5);
    bench().questions.setNextAnswer(0);
    QTest::keyClick(&view().table(), Qt::Key_Delete);
    QTRY_COMPARE(bench().names().size(), 4);
    QTRY_VERIFY(bench().message().contains(u"Dmitri Volkov: removed"_s));
}

void PeoplePageTest::peopleComeIntoAGroupByTheKeyboard()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().dmitri, bench().contact});
    QTest::keyClick(&view().table(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(bench().dialog<PrincipalDialog>());
    auto *dialog = bench().dialog<PrincipalDialog>();
    QTest::keyClicks(&dialog->picker().searchField(), u"summer"_s);
    QTRY_COMPARE(dialog->picker().model().rowCount(), 1);
    QTest::keyClick(&dialog->picker().searchField(), Qt::Key_Down);
    QTest::keyClick(&dialog->picker().tree(), Qt::Key_Return);
    QTRY_COMPARE(bench().membersOf(bench().empty).size(), 2);
    QTRY_VERIFY(bench().message().contains(u"2 new member"_s));
}

void PeoplePageTest::peopleComeIntoAGroupByDragAndDrop()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().dmitri, bench().contact});
    const std::unique_ptr<QMimeData> dragged(view().model().mimeData(view().table().selectionModel()->selectedIndexes()));
    QTreeView &tree = view().groupTree();
    const auto dropOn = [&](const QModelIndex &index) {
        const QPoint place = tree.visualRect(index).center();
        QDragEnterEvent enter(place, Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree.viewport(), &enter);
        QDragMoveEvent move(place, Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree.viewport(), &move);
        QDropEvent drop(place, Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree.viewport(), &drop);
    };
    dropOn(tree.model()->index(0, 0)); // everybody is no group
    dropOn(bench().groupRow(bench().empty));
    QTRY_COMPARE(bench().membersOf(bench().empty).size(), 2);
    QCOMPARE(bench().workspace.calls().count(u"setMember"_s), 2);
    QVERIFY(principalsIn(QMimeData()).isEmpty());
}

void PeoplePageTest::deleteTakesAMemberOutOfTheGroup()
{
    bench().fill();
    bench().openPage();
    QTreeView &tree = view().groupTree();
    tree.expand(bench().groupRow(bench().maths));
    QTRY_COMPARE(bench().below(bench().groupRow(bench().maths)).size(), 2);
    tree.setCurrentIndex(tree.model()->index(0, 0, bench().groupRow(bench().maths)));
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_Delete);
    QTRY_COMPARE(bench().below(bench().groupRow(bench().maths)), QStringList{u"Clara Weiß"_s});
    QVERIFY(bench().questions.asked().isEmpty()); // nobody is lost
    QCOMPARE(bench().people().all().size(), 5);
}

void PeoplePageTest::somebodyIsTakenOutOfTheirGroups()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().boris});
    trigger(PeopleView::LeaveGroup);
    QTRY_VERIFY(bench().dialog<LeaveGroupDialog>());
    auto *list = bench().dialog<LeaveGroupDialog>()->findChild<QListWidget *>(u"groupsOfPerson"_s);
    QCOMPARE(list->count(), 1); // the role's group is none of them
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(bench().membersOf(bench().maths), QStringList{u"Clara Weiß"_s});
}

void PeoplePageTest::groupsAreMadeRenamedAndRemoved()
{
    bench().fill();
    bench().openPage();
    trigger(PeopleView::NewGroup);
    QTRY_VERIFY(bench().dialog<GroupNameDialog>());
    auto *dialog = bench().dialog<GroupNameDialog>();
    auto *name = dialog->findChild<QLineEdit *>(u"groupName"_s);
    QTest::keyClicks(name, u"staff"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"groupNameProblem"_s)->text(), u"There is a group of this name already."_s);
    QTest::keyClicks(name, u" of the library"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(view().groupTree().currentIndex().data().toString(), u"staff of the library"_s);
    view().groupTree().setFocus();
    QTest::keyClick(&view().groupTree(), Qt::Key_F2);
    QTRY_VERIFY(bench().dialog<GroupNameDialog>());
    name = bench().dialog<GroupNameDialog>()->findChild<QLineEdit *>(u"groupName"_s);
    name->setText(u"Library"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(view().groupTree().currentIndex().data().toString(), u"Library"_s);
    bench().questions.setNextAnswer(0);
    view().groupTree().setFocus();
    QTest::keyClick(&view().groupTree(), Qt::Key_Delete);
    QTRY_VERIFY(!bench().below({}).contains(u"Library"_s));
    QVERIFY(bench().questions.asked().first().details.contains(u"members stay"_s));
    view().groupTree().setCurrentIndex(view().groupTree().model()->index(1, 0)); // built in
    QVERIFY(!view().action(PeopleView::RemoveGroup)->isEnabled());
    QVERIFY(view().action(PeopleView::RenameGroup)->toolTip().contains(u"Built-in"_s));
}

void PeoplePageTest::membersAreChosenAmongPeopleAndGroups()
{
    bench().fill();
    bench().openPage();
    view().groupTree().setCurrentIndex(bench().groupRow(bench().empty));
    view().groupTree().setFocus();
    QTest::keyClick(&view().groupTree(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(bench().dialog<PrincipalDialog>());
    auto *dialog = bench().dialog<PrincipalDialog>();
    PrincipalPicker &picker = dialog->picker();
    QTRY_COMPARE(picker.model().rowCount(), 8 + 5);
    picker.tree().setFocus();
    const QModelIndex maths = picker.model().indexOfGroup(bench().maths);
    picker.tree().expand(maths);
    QTRY_COMPARE(picker.model().rowCount(maths), 2);
    QItemSelectionModel *chosen = picker.tree().selectionModel();
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    chosen->select(maths, rows);
    chosen->select(picker.model().index(1, 0, maths), rows); // Clara, as its member
    for (int row = 8; row < picker.model().rowCount(); ++row) {
        if (picker.model().index(row, 0).data().toString() == u"Clara Weiß"_s)
            chosen->select(picker.model().index(row, 0), rows); // and once more
    }
    QCOMPARE(picker.selection().size(), 2);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"acceptPrincipals"_s), Qt::LeftButton);
    QTRY_COMPARE(bench().membersOf(bench().empty), (QStringList{u"Chair of mathematics"_s, u"Clara Weiß"_s}));
}

void PeoplePageTest::whoGainsByAGroupIsShownFirst()
{
    bench().fill();
    fillWithSamples(bench().workspace, bench().clock.now());
    const RecordingId recording = bench().workspace.recordingIds().first();
    bench().workspace.access().give(recording, {.principal = bench().maths, .permission = Permission::View, .untilMs = 0});
    bench().openPage();
    const auto join = [&] {
        view().commands().setMembers(bench().people().group(bench().maths),
                                     {{bench().dmitri, u"Dmitri Volkov"_s}, {bench().contact, u"Clara Weiss"_s}}, true);
        (void)QTest::qWaitFor([&] { return bench().dialog<AccessPreviewDialog>() != nullptr; });
        return bench().dialog<AccessPreviewDialog>();
    };
    QPointer<AccessPreviewDialog> preview = join();
    QVERIFY(preview);
    auto *tree = preview->findChild<QTreeWidget *>(u"previewTree"_s);
    QTRY_COMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(1)->text(0), u"Clara Weiss"_s);
    QTRY_COMPARE(tree->topLevelItem(1)->childCount(), 1);
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview || !preview->isVisible());
    QVERIFY(!bench().workspace.calls().contains(u"setMember"_s));
    preview = join();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_COMPARE(bench().membersOf(bench().maths).size(), 4);
    QTRY_VERIFY(bench().message().contains(u"2 new member"_s));
}

void PeoplePageTest::whoLosesWithAGroupOrARoleIsShownFirst()
{
    bench().fill();
    fillWithSamples(bench().workspace, bench().clock.now());
    const RecordingId recording = bench().workspace.recordingIds().first();
    bench().workspace.access().give(recording, {.principal = bench().maths, .permission = Permission::View, .untilMs = 0});
    bench().openPage();
    bench().questions.setNextAnswer(0);
    view().commands().remove(bench().people().group(bench().maths));
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>());
    QPointer<AccessPreviewDialog> preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"lost by 2"_s));
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview || !preview->isVisible());
    QVERIFY(!bench().workspace.calls().contains(u"removeGroup"_s));

    bench().choose({bench().clara});
    trigger(PeopleView::EditPerson);
    QTRY_VERIFY(bench().dialog<PersonDialog>());
    const QPointer<PersonDialog> form = bench().dialog<PersonDialog>();
    auto *role = form->findChild<QComboBox *>(u"personRole"_s);
    QVERIFY(role);
    role->setCurrentIndex(role->findData(static_cast<int>(Role::Administrator)));
    auto *accept = form->findChild<QPushButton *>(u"acceptPerson"_s);
    QTRY_VERIFY(accept->isEnabled());
    accept->click();
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>());
    preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"gained by 1"_s));
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(accept->isEnabled()); // the form is there still
    QCOMPARE(bench().person(bench().clara).role, Role::Viewer);
    accept->click();
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>() && bench().dialog<AccessPreviewDialog>() != preview);
    preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_COMPARE(bench().person(bench().clara).role, Role::Administrator);
    QTRY_VERIFY(!form || !form->isVisible());
}

void PeoplePageTest::whoLosesWithAPersonIsShownFirst()
{
    bench().fill();
    fillWithSamples(bench().workspace, bench().clock.now());
    const QList<RecordingId> recordings = bench().workspace.recordingIds();
    bench().workspace.access().give(recordings.at(0), {.principal = bench().clara, .permission = Permission::View, .untilMs = 0});
    bench().workspace.access().give(recordings.at(1), {.principal = bench().contact, .permission = Permission::View, .untilMs = 0});
    bench().openPage();
    bench().choose({bench().clara});
    bench().questions.setNextAnswer(0);
    trigger(PeopleView::RemovePeople);
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>());
    QPointer<AccessPreviewDialog> preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"lost by 1"_s));
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview || !preview->isVisible());
    QVERIFY(!bench().workspace.calls().contains(u"removePerson"_s));

    view().commands().merge(bench().clara, bench().contact);
    QTRY_VERIFY(bench().dialog<MergePeopleDialog>());
    bench().dialog<MergePeopleDialog>()->findChild<QPushButton *>(u"acceptMerge"_s)->click();
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>());
    preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"gained by 1"_s)); // what the other one saw
    QVERIFY(!bench().workspace.calls().contains(u"mergePeople"_s));
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_COMPARE(bench().people().all().size(), 4);
    QTRY_VERIFY(bench().message().contains(u"stays"_s));
}

void PeoplePageTest::aCycleIsToldWithTheGroupsNames()
{
    bench().fill();
    bench().openPage();
    const QString names = u"Chair of mathematics → Staff"_s; // as core names the way that would be closed
    bench().workspace.failNext(u"setMember"_s, {ErrorKind::InvalidInput, u"a cycle"_s, names,
                                                GuardEvidence{.guards = {AccessGuard::Cycle}, .cycle = {bench().maths, bench().staff}}});
    view().commands().setMembers(bench().people().group(bench().maths), {{bench().staff, u"Staff"_s}}, true);
    QTRY_COMPARE(bench().message(), u"A group cannot contain itself: %1 → Chair of mathematics."_s.arg(names));
}

void PeoplePageTest::theLastAdministratorStays()
{
    bench().fill();
    bench().openPage();
    bench().workspace.failNext(u"removePerson"_s, {ErrorKind::InvalidInput, u"the last"_s, {},
                                                   GuardEvidence{.guards = {AccessGuard::LastAdministrator}, .cycle = {}}});
    bench().choose({bench().admin});
    bench().questions.setNextAnswer(0);
    trigger(PeopleView::RemovePeople);
    QTRY_VERIFY(bench().message().startsWith(u"The last administrator stays"_s));
    QCOMPARE(bench().people().all().size(), 5);
}

void PeoplePageTest::aModeratorMayAddAndSeesWhyNotMore()
{
    bench().fill();
    PeopleView page({bench().workspace, personActor(bench().boris, u"boris"_s, u"Boris"_s), bench().questions, bench().clock});
    page.start();
    page.show();
    QTRY_VERIFY(page.action(PeopleView::AddPerson)->isEnabled());
    QTRY_COMPARE(page.model().rowCount(), 5);
    page.table().selectRow(2);
    for (const PeopleView::Command command : {PeopleView::EditPerson, PeopleView::BlockPeople, PeopleView::RemovePeople,
                                              PeopleView::AddToGroup, PeopleView::NewGroup, PeopleView::Export}) {
        QVERIFY(!page.action(command)->isEnabled());
        QVERIFY(page.action(command)->toolTip().contains(u"Only administrators change people and groups"_s));
    }
    page.action(PeopleView::AddPerson)->trigger();
    QTRY_VERIFY(bench().dialog<PersonDialog>());
    auto *role = bench().dialog<PersonDialog>()->findChild<QComboBox *>(u"personRole"_s);
    const auto *roles = qobject_cast<QStandardItemModel *>(role->model());
    QVERIFY(roles->item(0)->isEnabled()); // viewers only
    for (int row = 1; row < roles->rowCount(); ++row)
        QVERIFY(!roles->item(row)->isEnabled());
}

void PeoplePageTest::aViewerIsToldWhyNothingIsShown()
{
    bench().fill();
    const Error refusal = refused(Capability::AddViewers, Refusal::Role);
    bench().workspace.failNext(u"people"_s, refusal);
    bench().workspace.failNext(u"groups"_s, refusal);
    PeopleView page({bench().workspace, personActor(bench().clara, u"clara"_s, u"Clara"_s), bench().questions, bench().clock});
    page.start();
    page.show();
    QTRY_COMPARE(page.findChild<EmptyState *>(u"peopleEmpty"_s)->title(), u"People cannot be shown"_s);
    QTRY_VERIFY(page.action(PeopleView::AddPerson)->toolTip().contains(u"Viewers do not see the list of people"_s));
    QVERIFY(!page.action(PeopleView::AddPerson)->isEnabled());
}

void PeoplePageTest::aLimitedAdministratorLeavesAdministratorsAlone()
{
    bench().fill();
    Person limited = personNamed(u"Ludmila"_s, u"ludmila"_s, Role::LimitedAdministrator);
    limited.switches = AdminSwitch::People;
    const PersonId id = bench().people().put(limited);
    PeopleView page({bench().workspace, personActor(id, u"ludmila"_s, u"Ludmila"_s), bench().questions, bench().clock});
    page.start();
    page.show();
    QTRY_COMPARE(page.model().rowCount(), 6);
    QTRY_VERIFY(page.action(PeopleView::NewGroup)->isEnabled());
    page.table().selectRow(page.model().rowOf(bench().boris));
    QVERIFY(page.action(PeopleView::EditPerson)->isEnabled());
    page.table().selectRow(page.model().rowOf(bench().admin));
    QVERIFY(!page.action(PeopleView::EditPerson)->isEnabled());
    QVERIFY(page.action(PeopleView::RemovePeople)->toolTip().contains(u"only a full administrator"_s));
}

void PeoplePageTest::aChangeElsewhereKeepsWhatIsChosen()
{
    bench().fill();
    bench().openPage();
    bench().choose({bench().clara});
    bench().people().add({}, personNamed(u"Aaron"_s, u"aaron"_s));
    QTRY_COMPARE(bench().names().first(), u"Aaron"_s);
    QCOMPARE(view().model().person(view().table().selectionModel()->selectedRows().first().row()).id, bench().clara);
}

void PeoplePageTest::theExportIsAFileThatSpreadsheetsRead()
{
    bench().fill();
    bench().openPage();
    const QString path = bench().directory.filePath(u"people.csv"_s);
    bench().questions.setNextFile(path);
    trigger(PeopleView::Export);
    QTRY_VERIFY(bench().message().startsWith(u"Exported to"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(csv.count('\n'), 6);
    bench().questions.setNextFile(bench().directory.filePath(u"no/such/folder.csv"_s));
    trigger(PeopleView::Export);
    QTRY_VERIFY(bench().message().contains(u"no/such/folder.csv"_s));
}

QTEST_MAIN(PeoplePageTest)
#include "tst_peoplepage.moc"
