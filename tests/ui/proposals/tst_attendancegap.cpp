// Who attended and cannot watch, and who can watch and did not attend: told beside the participants, and given access from there.
// Over a workspace in memory.

#include "tests/ui/proposals/proposalbench.h"

#include "ui/forms/access/explanationview.h"

using namespace letopis;
using namespace letopis::test;

class AttendanceGapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ProposalBench>(); }
    void cleanup() { m_bench.reset(); }

    void theParticipantsSayHowManyCannotWatch();
    void allOfThemAreGivenAccessAtOnce();
    void whyTheyCannotIsTold();
    void whoIsNotKnownIsNamedWithWhatToDo();
    void whoCanWatchAndWasNotThereIsDenied();
    void aModeratorGivesToViewersOnly();
    void whoPublishesSeesBothListsAndGivesNothing();
    void aPublicRecordingIsSaidToBe();
    void aViewerIsToldNothing();

private:
    ProposalBench &bench() { return *m_bench; }
    ParticipantsTab &tab() { return bench().window->detailsPane().participants(); }
    QToolButton *told() { return bench().child<QToolButton>(u"cannotWatch"_s); }
    // Of the first recording of the list: Boris, Clara and Dmitri were there; Dmitri alone can watch.
    void open()
    {
        bench().openWindow();
        bench().desk().setAttended(bench().first, {bench().boris, bench().clara, bench().dmitri});
        Q_EMIT bench().desk().accessChanged();
        bench().window->detailsPane().tabs()->setCurrentWidget(&tab());
    }

    std::unique_ptr<ProposalBench> m_bench;
};

void AttendanceGapTest::theParticipantsSayHowManyCannotWatch()
{
    open();
    QTRY_VERIFY(told()->isVisible());
    QCOMPARE(told()->text(), u"2 attended and cannot watch…"_s);
    told()->setFocus();
    QTest::keyClick(told(), Qt::Key_Space);
    auto *dialog = bench().opened<AttendanceGapDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(bench().rowsOf(dialog->cannotWatch()).mid(0, 2), (QStringList{u"Boris Stone"_s, u"Clara Weiß"_s}));
    QVERIFY(dialog->findChild<QTabWidget *>()->tabText(0).contains(u"(2)"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    bench().activate();
    bench().page().table().selectRow(3); // another recording
    QTRY_VERIFY(!told()->isVisible());
}

void AttendanceGapTest::allOfThemAreGivenAccessAtOnce()
{
    open();
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    auto *give = dialog->findChild<QPushButton *>(u"giveAccess"_s);
    QTRY_COMPARE(give->text(), u"&Give access to 2 people…"_s); // chosen already
    QTRY_VERIFY(give->isEnabled());
    QTest::keyClick(&dialog->cannotWatch().table(), Qt::Key_Return);
    QCOMPARE(bench().agree(), 2);
    QTRY_COMPARE(dialog->messages().text(), u"The permissions of 2 people were changed."_s);
    const QStringList stored = bench().storedNow(bench().first);
    QVERIFY(stored.contains(u"Boris Stone: view"_s) && stored.contains(u"Clara Weiß: view"_s) && stored.contains(u"Students: view"_s));
    QTRY_VERIFY(!dialog->findChild<QTabWidget *>()->tabText(0).contains(u'('));
    QTRY_VERIFY(!told()->isVisible());
}

void AttendanceGapTest::whyTheyCannotIsTold()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::Denied));
    open();
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->cannotWatch().model().rowCount() >= 2);
    dialog->cannotWatch().table().setFocus();
    QTest::keyClick(&dialog->cannotWatch().table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&dialog->cannotWatch().table(), Qt::Key_Down);
    auto *why = dialog->findChild<ExplanationView *>();
    QTRY_VERIFY(why->text().contains(u"Own entry: Denied."_s));
    QTest::keyClick(&dialog->cannotWatch().table(), Qt::Key_Up);
    QTRY_VERIFY(why->text().contains(u"Nothing in the list is about this person"_s));
}

void AttendanceGapTest::whoIsNotKnownIsNamedWithWhatToDo()
{
    Person unknown = accessPerson(u"Emma Lang"_s, {});
    unknown.externalIds = {{bench().workspace.serverList().first().id, u"moodle-7"_s}};
    bench().workspace.people().setPeopleOfRecording({unknown});
    const PersonId contact = bench().workspace.people().put(accessPerson(u"Franz Contact"_s, {}));
    open();
    bench().desk().setAttended(bench().first, {contact});
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    const GapList &list = dialog->cannotWatch();
    QTRY_VERIFY(bench().rowsOf(list).contains(u"Emma Lang"_s));
    const int emma = static_cast<int>(bench().rowsOf(list).indexOf(u"Emma Lang"_s));
    QVERIFY(bench().noteOf(list, emma).contains(u"add them to the people first"_s));
    QVERIFY(bench().noteOf(list, 0).contains(u"A contact"_s)); // who may be given it all the same
    auto *give = dialog->findChild<QPushButton *>(u"giveAccess"_s);
    QTRY_VERIFY(give->isEnabled());
    list.table().selectRow(emma);
    QVERIFY(!give->isEnabled());
    QVERIFY(give->toolTip().contains(u"add them to the people first"_s));
    QVERIFY(list.findChild<QLabel *>(u"gapNote"_s)->text().contains(u"add them to the people first"_s));
    auto *add = dialog->findChild<QPushButton *>(u"addUnknownToPeople"_s);
    QVERIFY(add->isVisible());
    QSignalSpy asked(tab().action(ParticipantsTab::AddToPeople), &QAction::triggered);
    QTest::mouseClick(add, Qt::LeftButton);
    QTRY_COMPARE(asked.size(), 1);
}

void AttendanceGapTest::whoCanWatchAndWasNotThereIsDenied()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::View));
    bench().openWindow();
    bench().desk().setAttended(bench().first, {bench().boris});
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
    const GapList &list = dialog->didNotAttend();
    QTRY_COMPARE(bench().rowsOf(list), (QStringList{u"Clara Weiß"_s, u"Dmitri Volkov"_s}));
    auto *permission = dialog->findChild<QComboBox *>(u"changePermission"_s);
    QTRY_VERIFY(permission->isEnabled());
    QCOMPARE(list.chosen().size(), 1); // taking away is never what is chosen beforehand
    list.table().setFocus();
    QTest::keyClick(&list.table(), Qt::Key_A, Qt::ControlModifier);
    permission->setFocus();
    QTest::keyClick(permission, Qt::Key_End);
    QCOMPARE(permission->currentData().toInt(), static_cast<int>(Permission::Denied));
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"changeAccess"_s), Qt::LeftButton);
    QCOMPARE(bench().agree(), 2);
    QTRY_COMPARE(list.model().rowCount(), 0);
    const QStringList stored = bench().storedNow(bench().first);
    QVERIFY(stored.contains(u"Clara Weiß: denied"_s) && !stored.contains(u"Clara Weiß: view"_s));
    QVERIFY(stored.contains(u"Dmitri Volkov: denied"_s) && stored.contains(u"Students: view"_s));
}

void AttendanceGapTest::aModeratorGivesToViewersOnly()
{
    const PersonId other = bench().workspace.people().put(accessPerson(u"Adam Other"_s, u"adam"_s, Role::Moderator));
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    bench().desk().setAttended(bench().first, {other, bench().clara});
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    const GapList &list = dialog->cannotWatch();
    QTRY_VERIFY(list.model().rowCount() >= 2);
    QTRY_VERIFY(bench().noteOf(list, 0).contains(u"Only administrators give access to moderators"_s));
    auto *give = dialog->findChild<QPushButton *>(u"giveAccess"_s);
    QTRY_VERIFY(give->isEnabled());
    QCOMPARE(list.chosen(), QList<PersonId>{bench().clara});
    list.table().selectRow(0);
    QTRY_VERIFY(!give->isEnabled());
    QVERIFY(give->toolTip().contains(u"Only administrators"_s));
    list.table().selectRow(1);
    QTRY_VERIFY(give->isEnabled());
    QTest::mouseClick(give, Qt::LeftButton);
    QCOMPARE(bench().agree(), 1);
    QTRY_VERIFY(bench().storedNow(bench().first).contains(u"Clara Weiß: view"_s));
}

void AttendanceGapTest::whoPublishesSeesBothListsAndGivesNothing()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    bench().desk().setAttended(bench().first, {bench().clara});
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    QTRY_VERIFY(bench().rowsOf(dialog->cannotWatch()).contains(u"Clara Weiß"_s));
    auto *give = dialog->findChild<QPushButton *>(u"giveAccess"_s);
    QTRY_VERIFY(give->toolTip().contains(u"needs the permission Manage"_s));
    QVERIFY(!give->isEnabled());
    QVERIFY(!dialog->findChild<QComboBox *>(u"givePermission"_s)->isEnabled());
}

void AttendanceGapTest::aPublicRecordingIsSaidToBe()
{
    open();
    const auto done = bench().desk().setPublic(bench().actor, bench().first, true);
    QTRY_VERIFY(done.isFinished());
    auto *dialog = bench().openGap();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->messages().text().contains(u"The recording is public"_s));
    QVERIFY(!dialog->findChild<QTabWidget *>()->tabText(0).contains(u'('));
}

void AttendanceGapTest::aViewerIsToldNothing()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    open();
    QAction *compare = tab().action(ParticipantsTab::CompareAccess);
    QTRY_VERIFY(compare->toolTip().contains(u"Viewers do not see reports."_s));
    QVERIFY(!compare->isEnabled());
    QVERIFY(!told()->isVisible());
    QVERIFY(!bench().workspace.calls().contains(u"attendanceGap"_s));
}

QTEST_MAIN(AttendanceGapTest)
#include "tst_attendancegap.moc"
