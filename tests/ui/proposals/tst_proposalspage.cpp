// Proposals from attendance, by real clicks and keys, over a workspace in memory.

#include "tests/ui/proposals/proposalbench.h"

#include "ui/forms/access/explanationview.h"
#include "ui/pages/people/peopleview.h"

using namespace letopis;
using namespace letopis::test;

class ProposalsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ProposalBench>(); }
    void cleanup() { m_bench.reset(); }

    void theNavigationCountsThem();
    void withoutAnyThePageSaysWhatComesHere();
    void oneIsAcceptedThroughThePreview();
    void severalOfOneRecordingAreOneChange();
    void allAreAcceptedAtOnce();
    void thinkingBetterOfItChangesNothing();
    void decliningAsksOnceAndCanBeUndone();
    void whatTheyMayNowIsTold();
    void theRecordingIsOneButtonAway();
    void whatCannotBeReadIsSaidAndTriedAgain();
    void whatCannotBeStoredStays();
    void aViewerIsOfferedNone();
    void aModeratorIsOfferedViewersOnly();
    void whoOnlyLooksDecidesNothing();

private:
    ProposalBench &bench() { return *m_bench; }
    ProposalsPage &page() { return bench().proposals(); }
    void openFilled()
    {
        bench().propose();
        bench().openWindow();
        bench().openProposals();
        QTRY_COMPARE(page().model().rowCount(), 3);
    }
    RecordingId recording(int index) { return bench().workspace.recordingIds().at(index); }

    std::unique_ptr<ProposalBench> m_bench;
};

void ProposalsPageTest::theNavigationCountsThem()
{
    bench().propose();
    bench().openWindow();
    QTreeWidgetItem *place = bench().place(u"Proposals"_s);
    QVERIFY(place);
    QTRY_COMPARE(place->text(1), u"3"_s);
    QVERIFY(place->font(0).bold());
    QVERIFY(place->data(0, Qt::AccessibleTextRole).toString().contains(u"3 proposal(s) to decide"_s));
    auto *tree = place->treeWidget();
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(place).center());
    QTRY_VERIFY(page().isVisible());
    bench().desk().give(recording(1), AccessBench::entry(bench().boris, Permission::Manage));
    Q_EMIT bench().desk().accessChanged();
    QTRY_COMPARE(place->text(1), u"2"_s);
    // Another match of a participant may make one, or take it away.
    bench().desk().propose(recording(2), bench().dmitri);
    Q_EMIT bench().workspace.attendance().attendanceChanged(recording(2));
    QTRY_COMPARE(place->text(1), u"3"_s);
}

void ProposalsPageTest::withoutAnyThePageSaysWhatComesHere()
{
    bench().openWindow();
    bench().openProposals();
    auto *empty = page().findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Nothing is proposed"_s);
    QVERIFY(!bench().child(u"acceptAllProposals"_s)->isEnabled());
    QCOMPARE(bench().place(u"Proposals"_s)->text(1), QString());
    bench().desk().propose(recording(0), bench().boris);
    Q_EMIT bench().desk().proposalsChanged();
    QTRY_VERIFY(page().table().isVisible());
    bench().desk().give(recording(0), AccessBench::entry(bench().boris, Permission::Manage));
    Q_EMIT bench().desk().accessChanged();
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_VERIFY(!page().isVisible() && bench().window->findChild<PeopleView *>()->isVisible());
}

void ProposalsPageTest::oneIsAcceptedThroughThePreview()
{
    openFilled();
    const GrantProposal first = page().model().proposal(0);
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->isEnabled());
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Return);
    QCOMPARE(bench().agree(), 1); // one person
    QTRY_COMPARE(page().model().rowCount(), 2);
    QVERIFY(bench().storedNow(first.recording).contains(first.person.name + u": manage"_s));
    QVERIFY(bench().storedNow(first.recording).contains(u"Students: view"_s)); // what was there stays
    QCOMPARE(page().messages().text(), u"1 proposal(s) accepted."_s);
    QTRY_COMPARE(bench().place(u"Proposals"_s)->text(1), u"2"_s);
}

void ProposalsPageTest::severalOfOneRecordingAreOneChange()
{
    openFilled();
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(bench().child(u"acceptProposal"_s)->text(), u"A&ccept 3 proposal(s)…"_s);
    QTest::mouseClick(bench().child(u"acceptProposal"_s), Qt::LeftButton);
    QCOMPARE(bench().agree(), 2); // recordings
    QTRY_COMPARE(page().model().rowCount(), 0);
    QCOMPARE(page().messages().text(), u"3 proposal(s) accepted."_s);
    QCOMPARE(bench().workspace.calls().count(u"replaceList"_s), 2);
    const QStringList stored = bench().storedNow(recording(0));
    QVERIFY(stored.contains(u"Boris Stone: manage"_s) && stored.contains(u"Clara Weiß: manage"_s));
}

void ProposalsPageTest::allAreAcceptedAtOnce()
{
    openFilled();
    QTRY_VERIFY(bench().child(u"acceptAllProposals"_s)->isEnabled());
    QTest::keyClick(bench().window.get(), Qt::Key_L, Qt::AltModifier);
    QCOMPARE(bench().agree(), 2);
    QTRY_VERIFY(page().findChild<EmptyState *>()->isVisible());
    QVERIFY(bench().storedNow(recording(1)).contains(u"Boris Stone: manage"_s));
}

void ProposalsPageTest::thinkingBetterOfItChangesNothing()
{
    openFilled();
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Return);
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QVERIFY(!bench().child(u"acceptProposal"_s)->isEnabled()); // one at a time
    const QPointer<AccessPreviewDialog> alive = preview;
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!alive);
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->isEnabled());
    QVERIFY(!bench().workspace.calls().contains(u"replaceList"_s));
    QVERIFY(!page().messages().hasMessage());
}

void ProposalsPageTest::decliningAsksOnceAndCanBeUndone()
{
    openFilled();
    const QStringList before = bench().proposed();
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Delete); // and the question is cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().first().details.contains(u"not proposed again"_s));
    QCOMPARE(bench().proposed(), before);
    QTest::keyClick(&page().table(), Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(bench().child(u"declineProposal"_s)->text(), u"&Decline 2 proposal(s)…"_s);
    bench().questions.setNextAnswer(0);
    QTest::keyClick(&page().table(), Qt::Key_Delete);
    QTRY_COMPARE(bench().proposed(), before.mid(2));
    QCOMPARE(page().messages().text(), u"2 proposal(s) declined."_s);
    QVERIFY(!bench().workspace.calls().contains(u"replaceList"_s));
    QCOMPARE(page().table().currentIndex().row(), 0); // the next one is at hand
    const QList<QAbstractButton *> buttons = page().messages().findChildren<QAbstractButton *>();
    const auto undo = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *one) { return one->text() == u"&Undo"_s; });
    QVERIFY(undo != buttons.end());
    (*undo)->click();
    QTRY_COMPARE(page().model().rowCount(), static_cast<int>(before.size()));
    QTRY_COMPARE(page().messages().text(), u"2 proposal(s) open again."_s);
}

void ProposalsPageTest::whatTheyMayNowIsTold()
{
    openFilled();
    page().table().selectRow(0);
    auto *why = page().findChild<ExplanationView *>();
    QTRY_VERIFY(why->text().contains(u"no access"_s));
    QTest::keyClick(&page().table(), Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(why->text(), u"Choose one proposal."_s);
}

void ProposalsPageTest::theRecordingIsOneButtonAway()
{
    openFilled();
    const RecordingId wanted = page().model().proposal(2).recording;
    page().table().selectRow(2);
    QTRY_VERIFY(bench().child(u"proposalRecording"_s)->isEnabled());
    QTest::mouseClick(bench().child(u"proposalRecording"_s), Qt::LeftButton);
    QTRY_VERIFY(bench().page().isVisible());
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == wanted);
}

void ProposalsPageTest::whatCannotBeReadIsSaidAndTriedAgain()
{
    bench().propose();
    bench().workspace.failNext(u"proposals"_s, {ErrorKind::DiskFull, {}, {}, {}});
    bench().openWindow();
    bench().openProposals();
    QTRY_VERIFY(page().messages().hasMessage());
    QAbstractButton *again = nullptr;
    for (auto *button : page().messages().findChildren<QAbstractButton *>())
        again = button->text().contains(u"again"_s) ? button : again;
    QVERIFY(again);
    again->click();
    QTRY_COMPARE(page().model().rowCount(), 3);
    QVERIFY(!page().messages().hasMessage());
}

void ProposalsPageTest::whatCannotBeStoredStays()
{
    openFilled();
    bench().workspace.failNext(u"accessList"_s, {ErrorKind::DiskFull, {}, {}, {}});
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Return);
    QTRY_VERIFY(page().messages().hasMessage());
    QVERIFY(!bench().dialog<AccessPreviewDialog>());
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->isEnabled()); // again, if one wants
    bench().workspace.failNext(u"replaceList"_s, {ErrorKind::ContentMismatch, {}, {}, {}});
    QTest::keyClick(&page().table(), Qt::Key_Return);
    QCOMPARE(bench().agree(), 1);
    QTRY_VERIFY(page().messages().text().contains(u"changed meanwhile"_s));
    bench().workspace.failNext(u"declineProposal"_s, {ErrorKind::DiskFull, {}, {}, {}});
    bench().questions.setNextAnswer(0);
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Delete);
    QTRY_VERIFY(page().messages().hasMessage() && !page().messages().text().contains(u"changed meanwhile"_s));
    QCOMPARE(page().model().rowCount(), 3);
}

void ProposalsPageTest::aViewerIsOfferedNone()
{
    bench().propose();
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().place(u"Proposals"_s)->isHidden());
    QTRY_VERIFY(bench().action(Actions::ShowProposals)->toolTip().contains(u"Viewers do not give access."_s));
    QVERIFY(!bench().action(Actions::ShowProposals)->isEnabled());
    QVERIFY(!bench().workspace.calls().contains(u"proposals"_s));
}

void ProposalsPageTest::aModeratorIsOfferedViewersOnly()
{
    bench().propose();
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().desk().propose(recording(3), bench().admin); // never, whoever asks
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    bench().openProposals();
    QTRY_COMPARE(page().model().rowCount(), 1);
    QCOMPARE(page().model().proposal(0).person.name, u"Clara Weiß"_s);
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->isEnabled());
    page().table().setFocus();
    QTest::keyClick(&page().table(), Qt::Key_Return);
    QCOMPARE(bench().agree(), 1);
    QTRY_COMPARE(page().model().rowCount(), 0);
}

void ProposalsPageTest::whoOnlyLooksDecidesNothing()
{
    bench().propose();
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().actAs(bench().boris, u"boris"_s);
    bench().actor.onlyLooks = true;
    bench().openWindow();
    QTRY_COMPARE(bench().place(u"Proposals"_s)->text(1), u"1"_s);
    bench().window->showProposals();
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->toolTip().contains(u"can change nothing"_s));
    QVERIFY(!bench().child(u"acceptProposal"_s)->isEnabled());
    QVERIFY(!bench().child(u"declineProposal"_s)->isEnabled());
    QVERIFY(!bench().child(u"acceptAllProposals"_s)->isEnabled());
}

QTEST_MAIN(ProposalsPageTest)
#include "tst_proposalspage.moc"
