// The editor of permissions by real clicks and keys: what is added, changed and removed waits for the preview, is applied as one,
// and what may not be done is disabled with its reason.

#include "tests/ui/access/accessbench.h"

#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linksdialog.h"

using namespace letopis;
using namespace letopis::test;

class AccessEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<AccessBench>();
    }
    void cleanup() { m_bench.reset(); }

    void somebodyIsGivenAccessByTheKeyboardAlone();
    void nothingIsStoredBeforeThePreviewIsConfirmed();
    void aPermissionIsChangedRemovedAndPutBack();
    void anEndByDateIsStored();
    void aListThatChangedMeanwhileKeepsWhatWasChosen();
    void whoeverLocksThemselvesOutIsStopped();
    void resetGivesTheParentsListAgain();
    void onlyAnAdministratorMakesPublic();
    void aModeratorGivesAccessToViewersOnly();
    void severalRecordingsGetTheSameChange();
    void oneOfSeveralThatFailsIsNamed();
    void whatIsNotAppliedIsAskedFor();
    void whatWasNotAppliedIsThereAgain();
    void whatWasNotAppliedToSeveralIsThereAgain();
    void whatIsReadAgainKeepsAllThatIsSelected();
    void afterAFailedChangeThoseOfOthersAreToldAllTheSame();
    void whyIsToldForThePersonChosen();
    void aFolderHasItsListToo();
    void whoMayNotIsToldWhy();
    void theRecordingsLinksOpenAboveTheEditor();

private:
    AccessBench &bench() { return *m_bench; }
    void applyAll(AccessEditor &editor)
    {
        QTest::mouseClick(bench().part<QPushButton>(&editor, u"applyAccess"_s), Qt::LeftButton);
        auto *preview = bench().opened<AccessPreviewDialog>();
        QVERIFY(preview);
        auto *accept = preview->findChild<QPushButton *>(u"acceptPreview"_s);
        QTRY_VERIFY(accept->isEnabled());
        const QPointer<AccessPreviewDialog> alive = preview;
        accept->click();
        QTRY_VERIFY(!alive || !alive->isVisible());
        editor.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
    }

    std::unique_ptr<AccessBench> m_bench;
};

void AccessEditorTest::somebodyIsGivenAccessByTheKeyboardAlone()
{
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::EditAccess)->isEnabled());
    QTest::keyClick(bench().window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto *editor = bench().opened<AccessEditor>();
    QVERIFY(editor);
    QTRY_COMPARE(bench().listed(*editor), QStringList{u"Students: View"_s});
    QVERIFY(editor->findChild<QLabel *>(u"accessSource"_s)->text().contains(u"“Mathematics”"_s));
    QCOMPARE(QApplication::focusWidget(), &editor->picker().searchField());
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(bench().listed(*editor), (QStringList{u"Students: View"_s, u"Clara Weiß: View"_s}));
    QCOMPARE(editor->model().state(1), AccessListModel::State::Added);
    // The permission, from the strip below the list.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_P, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"permissionOfRow"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(bench().listed(*editor).last(), u"Clara Weiß: Publish"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    auto *tree = preview->findChild<QTreeWidget *>(u"previewTree"_s);
    QCOMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), u"Clara Weiß"_s);
    QCOMPARE(tree->topLevelItem(0)->text(1), u"No access → Publish"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(editor->messages().text().contains(u"were changed"_s));
    QCOMPARE(bench().storedNow(bench().first), (QStringList{u"Students: view"_s, u"Clara Weiß: publish"_s}));
    QTRY_VERIFY(editor->findChild<QLabel *>(u"accessSource"_s)->text().contains(u"a list of its own"_s));
    QTRY_VERIFY(!editor->model().hasEdits());
    QCOMPARE(editor->model().index(1, AccessListModel::GrantedBy).data().toString(), u"anna"_s);
}

void AccessEditorTest::nothingIsStoredBeforeThePreviewIsConfirmed()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().choose(*editor, bench().students);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"removeFromList"_s), Qt::LeftButton);
    QCOMPARE(editor->model().state(0), AccessListModel::State::Removed);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"applyAccess"_s), Qt::LeftButton);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"lost by 1"_s));
    QTest::keyClick(preview, Qt::Key_Escape);
    QVERIFY(!bench().workspace.calls().contains(u"replaceList"_s));
    QVERIFY(editor->isVisible() && editor->model().hasEdits());
}

void AccessEditorTest::aPermissionIsChangedRemovedAndPutBack()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().choose(*editor, bench().students);
    editor->table().setFocus();
    auto *remove = bench().part<QPushButton>(editor, u"removeFromList"_s);
    QVERIFY(remove->toolTip().contains(u"not Denied"_s));
    QTest::keyClick(&editor->table(), Qt::Key_Delete);
    QCOMPARE(editor->model().state(0), AccessListModel::State::Removed);
    QCOMPARE(remove->text(), u"Put &back"_s);
    QTest::mouseClick(remove, Qt::LeftButton);
    QCOMPARE(editor->model().state(0), AccessListModel::State::Unchanged);
    QVERIFY(!bench().part<QPushButton>(editor, u"applyAccess"_s)->isEnabled());
    auto *permission = bench().part<QComboBox>(editor, u"permissionOfRow"_s);
    permission->setFocus();
    QTest::keyClick(permission, Qt::Key_End);
    QCOMPARE(bench().listed(*editor), QStringList{u"Students: View → Denied"_s});
    QTest::keyClick(permission, Qt::Key_Home); // as it was: no change
    QVERIFY(!editor->model().hasEdits());
    QTest::keyClick(permission, Qt::Key_End);
    applyAll(*editor);
    QCOMPARE(bench().storedNow(bench().first), QStringList{u"Students: denied"_s});
}

void AccessEditorTest::anEndByDateIsStored()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().choose(*editor, bench().students);
    QTest::keyClick(editor, Qt::Key_U, Qt::AltModifier);
    auto *end = bench().part<QDateEdit>(editor, u"endOfRow"_s);
    QTRY_VERIFY(end->isEnabled());
    QCOMPARE(end->date(), QDate(2026, 12, 20));
    end->setFocus();
    QTest::keyClick(end, Qt::Key_Home);
    QTest::keyClick(end, Qt::Key_Up);
    QCOMPARE(end->date(), QDate(2026, 12, 21));
    applyAll(*editor);
    // The day itself is within.
    const qint64 next = QDate(2026, 12, 22).startOfDay(Qt::LocalTime).toMSecsSinceEpoch();
    const auto asked = bench().desk().list(ownerActor(u"anna"_s, {}), bench().first); // stored, not only typed
    QTRY_VERIFY(asked.isFinished());
    QCOMPARE(asked.result()->entries.first().entry.untilMs, next);
    QTRY_COMPARE(editor->model().until(0), next);
    QVERIFY(editor->model().index(0, AccessListModel::Until).data().toString().startsWith(u"21"_s));
}

void AccessEditorTest::aListThatChangedMeanwhileKeepsWhatWasChosen()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"addToList"_s), Qt::LeftButton);
    bench().desk().give(bench().first, AccessBench::entry(bench().dmitri, Permission::Manage)); // somebody else
    applyAll(*editor);
    QTRY_VERIFY(editor->messages().text().contains(u"changed meanwhile"_s));
    QTRY_COMPARE(bench().listed(*editor), (QStringList{u"Clara Weiß: View"_s, u"Dmitri Volkov: Manage"_s}));
    QVERIFY(editor->model().hasEdits());
    applyAll(*editor);
    QCOMPARE(bench().storedNow(bench().first), (QStringList{u"Clara Weiß: view"_s, u"Dmitri Volkov: manage"_s}));
}

void AccessEditorTest::whoeverLocksThemselvesOutIsStopped()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    Person limited = accessPerson(u"Olga Lim"_s, u"olga"_s, Role::LimitedAdministrator);
    const PersonId olga = bench().workspace.people().put(limited);
    bench().desk().give(bench().maths, AccessBench::entry(olga, Permission::Manage));
    bench().actAs(olga, u"olga"_s);
    bench().openWindow();
    auto *editor = bench().openEditor();
    QTRY_COMPARE(editor->model().rowCount(), 3);
    bench().choose(*editor, olga);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"removeFromList"_s), Qt::LeftButton);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"applyAccess"_s), Qt::LeftButton);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<MessageBar *>()->text().contains(u"lock yourself out"_s));
    QVERIFY(!preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
}

void AccessEditorTest::resetGivesTheParentsListAgain()
{
    bench().openWindow();
    bench().desk().give(bench().first, AccessBench::entry(bench().clara, Permission::Manage));
    auto *editor = bench().openEditor();
    QTRY_COMPARE(bench().listed(*editor), QStringList{u"Clara Weiß: Manage"_s});
    auto *reset = bench().part<QPushButton>(editor, u"resetToParent"_s);
    bench().choose(*editor, bench().clara);
    QTest::keyClick(&editor->table(), Qt::Key_Delete);
    QVERIFY(!reset->isEnabled() && reset->toolTip().contains(u"first"_s));
    QTest::mouseClick(bench().part<QPushButton>(editor, u"discardAccess"_s), Qt::LeftButton);
    QTest::mouseClick(reset, Qt::LeftButton);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    QTest::keyClick(preview->findChild<QPushButton *>(u"acceptPreview"_s), Qt::Key_Space);
    QTRY_COMPARE(bench().listed(*editor), QStringList{u"Students: View"_s});
    QVERIFY(!reset->isEnabled() && reset->toolTip().contains(u"the parent"_s));
}

void AccessEditorTest::onlyAnAdministratorMakesPublic()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    auto *isPublic = bench().part<QCheckBox>(editor, u"publicView"_s);
    QVERIFY(isPublic->isEnabled());
    QTest::mouseClick(isPublic, Qt::LeftButton, {}, QPoint(8, isPublic->height() / 2));
    QVERIFY(!isPublic->isChecked()); // not before it was looked at
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_VERIFY(isPublic->isChecked());
    editor->close();
    QTRY_VERIFY(!bench().dialog<AccessEditor>());

    const RecordingId other = bench().page().model().row(1).id;
    bench().desk().give(other, AccessBench::entry(bench().boris, Permission::Manage));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    bench().page().table().selectRow(1);
    editor = bench().openEditor();
    isPublic = bench().part<QCheckBox>(editor, u"publicView"_s);
    QVERIFY(!isPublic->isEnabled());
    QVERIFY(isPublic->toolTip().contains(u"Only an administrator"_s));
}

void AccessEditorTest::aModeratorGivesAccessToViewersOnly()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    auto *editor = bench().openEditor();
    auto *add = bench().part<QPushButton>(editor, u"addToList"_s);
    bench().find(*editor, u"anna"_s, bench().admin); // the login
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(add->toolTip().contains(u"Only administrators give access to moderators"_s));
    QVERIFY(!add->isEnabled());
    QVERIFY(bench().part<QLabel>(editor, u"addProblem"_s)->isVisible());
    bench().find(*editor, u"staff"_s, bench().staff); // holds a moderator
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(!add->isEnabled());
    // What is there of moderators stays as it is.
    bench().choose(*editor, bench().boris);
    QTRY_VERIFY(!bench().part<QPushButton>(editor, u"removeFromList"_s)->isEnabled());
    QVERIFY(bench().part<QComboBox>(editor, u"permissionOfRow"_s)->toolTip().contains(u"moderators"_s));
    bench().choose(*editor, bench().students);
    QTRY_VERIFY(bench().part<QPushButton>(editor, u"removeFromList"_s)->isEnabled());
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(add->isEnabled());
    QTest::keyClick(editor, Qt::Key_D, Qt::AltModifier);
    QTRY_VERIFY(editor->model().hasEdits());
    applyAll(*editor);
    QVERIFY(bench().storedNow(bench().first).contains(u"Clara Weiß: view"_s));
}

void AccessEditorTest::severalRecordingsGetTheSameChange()
{
    bench().openWindow();
    const RecordingId second = bench().page().model().row(1).id;
    bench().desk().give(second, AccessBench::entry(bench().dmitri, Permission::Manage));
    bench().select(3);
    QTRY_COMPARE(bench().page().selectedCount(), 3);
    auto *editor = bench().openEditor();
    QTRY_COMPARE(editor->model().rowCount(), 2);
    QCOMPARE(editor->model().index(0, AccessListModel::On).data().toString(), u"2 of 3"_s);
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    bench().choose(*editor, bench().students);
    QTest::keyClick(&editor->table(), Qt::Key_Delete);
    applyAll(*editor);
    for (int row = 0; row < 3; ++row) {
        const QStringList stored = bench().storedNow(bench().page().model().row(row).id);
        QVERIFY(stored.contains(u"Clara Weiß: view"_s));
        QVERIFY(!stored.contains(u"Students: view"_s));
    }
    QVERIFY(bench().storedNow(second).contains(u"Dmitri Volkov: manage"_s));
}

void AccessEditorTest::oneOfSeveralThatFailsIsNamed()
{
    bench().openWindow();
    bench().select(3);
    auto *editor = bench().openEditor();
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::mouseClick(bench().part<QPushButton>(editor, u"applyAccess"_s), Qt::LeftButton);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    auto *accept = preview->findChild<QPushButton *>(u"acceptPreview"_s);
    QTRY_VERIFY(accept->isEnabled());
    auto *tree = preview->findChild<QTreeWidget *>(u"previewTree"_s);
    QCOMPARE(tree->topLevelItemCount(), 3);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 1);
    bench().workspace.failNext(u"replaceList"_s, {ErrorKind::ContentMismatch, {}, {}, {}});
    accept->click();
    QTRY_COMPARE(preview->findChild<QLabel *>(u"previewSummary"_s)->text(), u"Done on 2 of 3."_s);
    QVERIFY(tree->topLevelItem(0)->text(2) != u"Done"_s);
    QCOMPARE(tree->topLevelItem(1)->text(2), u"Done"_s);
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(editor->messages().text().contains(u"changed meanwhile"_s));
    QTRY_COMPARE(editor->model().index(editor->model().rowOf(bench().clara), AccessListModel::On).data().toString(), u"3 of 3"_s);
    QVERIFY(editor->model().hasEdits()); // the one that failed
    applyAll(*editor);
    QTRY_VERIFY(!editor->model().hasEdits());
}

void AccessEditorTest::whatIsNotAppliedIsAskedFor()
{
    bench().openWindow();
    const QPointer<AccessEditor> editor = bench().openEditor();
    bench().choose(*editor, bench().students);
    QTest::keyClick(&editor->table(), Qt::Key_Delete);
    QTest::keyClick(editor, Qt::Key_Escape); // and the question is cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(editor && editor->isVisible());
    bench().questions.setNextAnswer(0);
    QTRY_VERIFY(!editor || editor->close() || !editor->isVisible()); // once the first answer has come
    QCOMPARE(bench().storedNow(bench().first), QStringList{u"Students: view"_s});
}

void AccessEditorTest::whatWasNotAppliedIsThereAgain()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    const QString form = u"access/recording/%1"_s.arg(bench().first.value);
    const auto kept = [&] { return bench().workspace.drafts().content({}, form); };
    bench().choose(*editor, bench().students);
    auto *permission = bench().part<QComboBox>(editor, u"permissionOfRow"_s);
    permission->setFocus();
    QTest::keyClick(permission, Qt::Key_End);
    QTRY_VERIFY(kept().contains("denied"));
    delete editor; // as the end of the program does it
    editor = bench().openEditor();
    QTRY_COMPARE(bench().listed(*editor), QStringList{u"Students: View → Denied"_s});
    QVERIFY(editor->messages().text().contains(u"not saved"_s));
    QCOMPARE(bench().storedNow(bench().first), QStringList{u"Students: view"_s});
    applyAll(*editor);
    QCOMPARE(bench().storedNow(bench().first), QStringList{u"Students: denied"_s});
    QTRY_VERIFY(kept().isEmpty());
}

void AccessEditorTest::whatWasNotAppliedToSeveralIsThereAgain()
{
    bench().openWindow();
    const RecordingId second = bench().page().model().row(1).id;
    bench().desk().give(bench().first, AccessBench::entry(bench().clara, Permission::View));
    bench().desk().give(second, AccessBench::entry(bench().clara, Permission::Publish));
    const auto open = [&](const QList<RecordingId> &recordings) {
        QList<AccessSubject> subjects;
        for (const RecordingId recording : recordings)
            subjects += {recording, u"Lecture"_s};
        auto *editor = new AccessEditor({bench().workspace, bench().actor, bench().questions, bench().clock}, subjects, bench().window.get());
        editor->open();
        return editor;
    };
    AccessEditor *editor = open({bench().first, second});
    QTRY_VERIFY(bench().listed(*editor).size() > 0);
    bench().choose(*editor, bench().clara);
    auto *permission = bench().part<QComboBox>(editor, u"permissionOfRow"_s);
    permission->setFocus();
    QTest::keyClick(permission, Qt::Key_End);
    const QStringList wanted = bench().listed(*editor);
    QVERIFY2(wanted.join(u'|').contains(u"→ Denied"_s), qPrintable(wanted.join(u'|')));
    QTRY_COMPARE(bench().workspace.drafts().count(), 1);
    delete editor; // as the end of the program does it
    editor = open({second, bench().first}); // the same, selected the other way round
    QTRY_COMPARE(bench().listed(*editor).size(), wanted.size());
    QTRY_VERIFY(bench().listed(*editor).join(u'|').contains(u"→ Denied"_s));
    QVERIFY(editor->messages().text().contains(u"not saved"_s));
    QCOMPARE(bench().storedNow(bench().first), QStringList{u"Clara Weiß: view"_s}); // nothing is applied by that
}

void AccessEditorTest::whatIsReadAgainKeepsAllThatIsSelected()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::View));
    bench().openWindow();
    auto *editor = bench().openEditor();
    QTRY_COMPARE(editor->table().model()->rowCount(), 2);
    editor->table().selectAll();
    QCOMPARE(editor->table().selectionModel()->selectedRows().size(), 2);
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::View));
    Q_EMIT bench().desk().accessChanged();
    QTRY_COMPARE(editor->table().model()->rowCount(), 3);
    QCOMPARE(editor->table().selectionModel()->selectedRows().size(), 2);
}

void AccessEditorTest::afterAFailedChangeThoseOfOthersAreToldAllTheSame()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().choose(*editor, bench().students);
    auto *permission = bench().part<QComboBox>(editor, u"permissionOfRow"_s);
    permission->setFocus();
    QTest::keyClick(permission, Qt::Key_End);
    bench().workspace.failNext(u"replaceList"_s, {ErrorKind::DiskFull, {}, {}, {}});
    applyAll(*editor);
    QTRY_VERIFY(editor->messages().hasMessage());
    QVERIFY(!editor->messages().text().contains(u"changed meanwhile"_s));
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::View)); // by somebody else
    Q_EMIT bench().desk().accessChanged();
    QTRY_VERIFY(editor->messages().text().contains(u"changed meanwhile"_s));
}

void AccessEditorTest::whyIsToldForThePersonChosen()
{
    bench().openWindow();
    auto *editor = bench().openEditor();
    bench().find(*editor, u"dmitri"_s, bench().dmitri);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    auto *why = bench().part<QLabel>(editor, u"explanationText"_s);
    QTRY_VERIFY(why->text().contains(u"Group “Students”: View."_s));
    QVERIFY(why->text().contains(u"folder “Mathematics”"_s));
    bench().find(*editor, u"clara"_s, bench().clara);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTRY_VERIFY(why->text().contains(u"no access"_s));
}

void AccessEditorTest::aFolderHasItsListToo()
{
    bench().openWindow();
    AccessEditor editor({bench().workspace, bench().actor, bench().questions, bench().clock}, {{bench().maths, u"Mathematics"_s}},
                        bench().window.get());
    editor.setAttribute(Qt::WA_DeleteOnClose, false);
    editor.open();
    QTRY_COMPARE(bench().listed(editor), QStringList{u"Students: View"_s});
    QVERIFY(editor.findChild<QLabel *>(u"accessSource"_s)->text().contains(u"This folder"_s));
    QVERIFY(!editor.findChild<QCheckBox *>(u"publicView"_s)->isVisible());
    bench().choose(editor, bench().students);
    editor.findChild<QComboBox *>(u"permissionOfRow"_s)->setFocus();
    QTest::keyClick(editor.findChild<QComboBox *>(u"permissionOfRow"_s), Qt::Key_Down);
    applyAll(editor);
    QCOMPARE(bench().storedNow(bench().maths), QStringList{u"Students: publish"_s});
}

void AccessEditorTest::whoMayNotIsToldWhy()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().openWindow();
    QAction *access = bench().action(Actions::EditAccess);
    QTRY_VERIFY(access->toolTip().contains(u"Viewers do not give access."_s));
    QVERIFY(!access->isEnabled());
    QVERIFY(!bench().action(Actions::WhoCanSee)->isEnabled());
    QVERIFY(bench().action(Actions::ExplainAccess)->isEnabled()); // about oneself
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    auto *editor = bench().openEditor(); // who publishes sees the list
    QTRY_VERIFY(editor->messages().text().contains(u"needs the permission Manage"_s));
    QVERIFY(!bench().part<QComboBox>(editor, u"permissionOfRow"_s)->isEnabled());
}

void AccessEditorTest::theRecordingsLinksOpenAboveTheEditor()
{
    bench().openWindow();
    AccessLink link;
    link.recording = bench().first;
    bench().desk().putLink(link);
    auto *editor = bench().openEditor();
    QTRY_VERIFY(bench().part<QPushButton>(editor, u"linksOfItem"_s)->isEnabled());
    QTest::keyClick(editor, Qt::Key_K, Qt::AltModifier);
    auto *links = bench().opened<LinksDialog>();
    QVERIFY(links);
    QCOMPARE(links->parentWidget(), editor);
    QTRY_COMPARE(links->model().rowCount(), 1);
    QTest::keyClick(links, Qt::Key_Escape);
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_VERIFY(!bench().dialog<AccessEditor>());
    bench().select(2);
    QTRY_COMPARE(bench().page().selectedCount(), 2);
    editor = bench().openEditor();
    QTRY_VERIFY(bench().part<QPushButton>(editor, u"linksOfItem"_s)->toolTip().contains(u"one recording at a time"_s));
    QVERIFY(!bench().part<QPushButton>(editor, u"linksOfItem"_s)->isEnabled());
    auto *folder = new AccessEditor({bench().workspace, bench().actor, bench().questions, bench().clock}, {{bench().maths, u"Mathematics"_s}},
                                    bench().window.get());
    folder->open();
    QVERIFY(!bench().part<QPushButton>(folder, u"linksOfItem"_s)->isVisible());
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    editor = bench().openEditor();
    QTRY_VERIFY(bench().part<QPushButton>(editor, u"linksOfItem"_s)->toolTip().contains(u"needs the permission Manage"_s));
    QVERIFY(!bench().part<QPushButton>(editor, u"linksOfItem"_s)->isEnabled());
}

QTEST_MAIN(AccessEditorTest)
#include "tst_accesseditor.moc"
