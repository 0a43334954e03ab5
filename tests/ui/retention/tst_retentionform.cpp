// A recording's auto-deletion in its details, and of several recordings, by real clicks and keys over a workspace in memory.

#include "tests/support/answer.h"
#include "tests/ui/retention/retentionbench.h"

#include "core/workspace/draftbook.h"
#include "ui/forms/retention/forecastlistmodel.h"
#include "ui/forms/retention/holddialog.h"
#include "ui/forms/retention/ownretentiondialog.h"

using namespace letopis;
using namespace letopis::test;

class RetentionFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void theTabTellsWhatHappensAndWhy();
    void aNearEndStandsBesideTheTitle();
    void theTabFollowsTheRecordingThatIsShown();
    void aDateOfItsOwnIsSetAndTakenBack();
    void aDateThatBeganGoesWithTheNextPlan();
    void aHoldIsSetWithItsReasonAndReleased();
    void severalRecordingsGetOneDateAndOneHold();
    void whoMayNotSetRetentionReadsItAll();
    void aReasonBeingTypedSurvivesTheProgram();
    void aChoiceThatSomebodyElseChangedKeepsTheDialog();
    void anErrorIsSaidWithAWayToTryAgain();
    void aForecastIsPutInOrder();

private:
    RetentionBench &bench() { return *m_bench; }
    RetentionForm &form() { return bench().window->detailsPane().retention(); }
    void explain(const RetentionExplanation &why)
    {
        bench().retention().setExplanation(bench().first, why);
        bench().retention().announce();
    }
    void open()
    {
        bench().openWindow();
        explain(bench().explanation());
        bench().showRetentionTab();
        QTRY_VERIFY(bench().textOf(u"retentionSentence"_s).contains(u"December"_s));
    }
    OwnRetentionDialog *change()
    {
        bench().child(u"changeOwnRetention"_s)->click();
        return bench().opened<OwnRetentionDialog>();
    }

    std::unique_ptr<RetentionBench> m_bench;
    Language m_language{u"en"_s};
};

void RetentionFormTest::init()
{
    m_bench = std::make_unique<RetentionBench>();
    bench().putServers();
}

void RetentionFormTest::theTabTellsWhatHappensAndWhy()
{
    open();
    QCOMPARE(bench().textOf(u"retentionSentence"_s), u"It is unpublished on 26 November 2026 and goes to the trash on 10 December 2026."_s);
    QCOMPARE(bench().textOf(u"retentionDecision"_s), u"The nearest decides: the policy “Mathematics”, which is about its folder."_s);
    QCOMPARE(bench().textOf(u"retentionTrace"_s),
             u"“Mathematics” (folder): to the trash on 10 December 2026. Decides.\n“Old lectures” (server): to the trash on 10 December 2027\n"
             "Days are those of the time zone Europe/Moscow."_s);
    QCOMPARE(bench().textOf(u"retentionOwn"_s), u"As the policies say"_s);
}

void RetentionFormTest::aNearEndStandsBesideTheTitle()
{
    open();
    auto *badge = bench().child<QLabel>(u"retentionBadge"_s);
    QTRY_VERIFY(badge->text().startsWith(u"To the trash in 20 "_s));
    QVERIFY(badge->isVisible());
    RetentionExplanation far = bench().explanation();
    far.decision.dueAtMs += 60 * RetentionBench::day;
    explain(far);
    QTRY_VERIFY(!badge->isVisible());
    RetentionExplanation off = bench().explanation();
    off.isServerOn = false;
    explain(off);
    QTRY_VERIFY(bench().textOf(u"retentionSentence"_s).contains(u"auto-deletion is off"_s));
    QVERIFY(!badge->isVisible());
    QVERIFY(answerOf(bench().retention().hold(bench().actor, {bench().first}, u"The court asked"_s)));
    QTRY_COMPARE(badge->text(), u"Held"_s);
}

void RetentionFormTest::theTabFollowsTheRecordingThatIsShown()
{
    open();
    bench().page().table().selectRow(1);
    QTRY_VERIFY(bench().window->detailsPane().details()->row.id != bench().first);
    QTRY_COMPARE(bench().textOf(u"retentionSentence"_s), u"It stays: no policy is about it."_s);
    QVERIFY(!bench().child<QLabel>(u"retentionBadge"_s)->isVisible());
}

void RetentionFormTest::aDateOfItsOwnIsSetAndTakenBack()
{
    open();
    OwnRetentionDialog *dialog = change();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptOwn"_s);
    QVERIFY(dialog->findChild<QRadioButton *>(u"ownAsPolicies"_s)->isChecked());
    QVERIFY(!accept->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(dialog->findChild<QRadioButton *>(u"ownOnDate"_s)->isChecked());
    dialog->findChild<QDateEdit *>(u"ownDate"_s)->setDate(QDate(2027, 5, 3));
    QVERIFY(dialog->findChild<QLabel *>(u"ownNote"_s)->text().contains(u"2 May 2027 is its last one"_s));
    QTest::keyClick(dialog, Qt::Key_Return);
    const OwnRetention set{.kind = OwnRetention::Kind::OnDate, .date = QDate(2027, 5, 3)};
    QTRY_COMPARE(bench().retention().ownOf(bench().first), set);
    QTRY_COMPARE(bench().textOf(u"retentionOwn"_s), u"On 3 May 2027"_s);
    QTRY_VERIFY(form().messages().text().contains(u"on 3 May 2027"_s));
    for (QAbstractButton *button : form().messages().findChildren<QAbstractButton *>()) {
        if (button->text() == u"Undo"_s)
            button->click();
    }
    QTRY_COMPARE(bench().retention().ownOf(bench().first), OwnRetention());
}

void RetentionFormTest::aDateThatBeganGoesWithTheNextPlan()
{
    open();
    OwnRetentionDialog *dialog = change();
    QVERIFY(dialog);
    // Noon in UTC is afternoon in Moscow: the 20th has begun, the 21st has not.
    dialog->findChild<QDateEdit *>(u"ownDate"_s)->setDate(QDate(2026, 11, 20));
    QVERIFY(dialog->findChild<QRadioButton *>(u"ownOnDate"_s)->isChecked());
    QVERIFY(dialog->findChild<QLabel *>(u"ownNote"_s)->text().contains(u"the next plan takes it"_s));
    dialog->findChild<QDateEdit *>(u"ownDate"_s)->setDate(QDate(2026, 11, 21));
    QVERIFY(!dialog->findChild<QLabel *>(u"ownNote"_s)->text().contains(u"the next plan takes it"_s));
}

void RetentionFormTest::aHoldIsSetWithItsReasonAndReleased()
{
    open();
    bench().child(u"setHold"_s)->click();
    auto *dialog = bench().opened<HoldDialog>();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptHold"_s);
    QVERIFY(!accept->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"holdReason"_s)->setPlainText(u"   "_s);
    QVERIFY(!accept->isEnabled()); // blanks are no reason
    dialog->findChild<QPlainTextEdit *>(u"holdReason"_s)->setPlainText(u"The court asked"_s);
    accept->click();
    QTRY_COMPARE(bench().retention().allHolds().size(), 1);
    QTRY_COMPARE(bench().textOf(u"retentionSentence"_s), u"It stays while it is held. Without the hold it would go to the trash on 10 December 2026."_s);
    const QString release = u"releaseHold%1"_s.arg(bench().retention().allHolds().first().id.value);
    QTRY_VERIFY(bench().child(release));
    bench().questions.setNextAnswer(0);
    bench().child(release)->click();
    QTRY_VERIFY(!bench().retention().allHolds().first().isInForce());
    QVERIFY(bench().questions.asked().last().details.contains(u"The court asked"_s));
    QTRY_VERIFY(!bench().child(release)); // told still, with its end
    QTRY_VERIFY(bench().textOf(u"retentionSentence"_s).startsWith(u"It is unpublished"_s));
}

void RetentionFormTest::severalRecordingsGetOneDateAndOneHold()
{
    bench().openWindow();
    bench().select(3);
    const QList<RecordingId> selected = bench().page().selectedRecordings();
    QCOMPARE(selected.size(), 3);
    QTRY_VERIFY(bench().action(Actions::RetainRecordings)->isEnabled());
    QTest::keyClick(bench().window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    auto *own = bench().opened<OwnRetentionDialog>();
    QVERIFY(own);
    auto *accept = own->findChild<QPushButton *>(u"acceptOwn"_s);
    QVERIFY(!accept->isEnabled()); // nothing is chosen for somebody
    own->findChild<QRadioButton *>(u"ownNever"_s)->click();
    accept->click();
    for (const RecordingId recording : selected)
        QTRY_COMPARE(bench().retention().ownOf(recording).kind, OwnRetention::Kind::Never);
    QTRY_VERIFY(bench().page().messages().text().startsWith(u"3 "_s));
    bench().activate();
    QTest::keyClick(bench().window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *hold = bench().opened<HoldDialog>();
    QVERIFY(hold);
    hold->findChild<QPlainTextEdit *>(u"holdReason"_s)->setPlainText(u"The court asked"_s);
    hold->findChild<QPushButton *>(u"acceptHold"_s)->click();
    QTRY_COMPARE(bench().retention().allHolds().size(), 3);
}

void RetentionFormTest::whoMayNotSetRetentionReadsItAll()
{
    bench().actAs(bench().boris, u"boris"_s);
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().openWindow();
    explain(bench().explanation());
    bench().showRetentionTab();
    QTRY_VERIFY(bench().textOf(u"retentionSentence"_s).contains(u"10 December"_s));
    QTRY_VERIFY(bench().textOf(u"retentionReadOnly"_s).contains(u"Only administrators set auto-deletion"_s));
    QVERIFY(!bench().child(u"changeOwnRetention"_s)->isEnabled());
    QVERIFY(!bench().child(u"setHold"_s)->isEnabled());
    QTRY_VERIFY(!bench().action(Actions::RetainRecordings)->isEnabled());
    QVERIFY(!bench().action(Actions::HoldRecordings)->isEnabled());
}

void RetentionFormTest::aReasonBeingTypedSurvivesTheProgram()
{
    open();
    bench().child(u"setHold"_s)->click();
    auto *dialog = bench().opened<HoldDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>(u"holdReason"_s)->setPlainText(u"The court as"_s);
    QTRY_COMPARE(answerOf(bench().workspace.drafts().drafts(bench().actor, {})).value_or({}).size(), 1);
    bench().window.reset();
    open();
    bench().child(u"setHold"_s)->click();
    dialog = bench().opened<HoldDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QPlainTextEdit *>(u"holdReason"_s)->toPlainText(), u"The court as"_s);
}

void RetentionFormTest::aChoiceThatSomebodyElseChangedKeepsTheDialog()
{
    open();
    OwnRetentionDialog *dialog = change();
    QVERIFY(dialog);
    dialog->findChild<QDateEdit *>(u"ownDate"_s)->setDate(QDate(2027, 5, 3));
    QVERIFY(answerOf(bench().retention().setOwn(bench().actor, {bench().first}, {}, {.kind = OwnRetention::Kind::Never, .date = {}})));
    dialog->findChild<QPushButton *>(u"acceptOwn"_s)->click();
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"Somebody changed it meanwhile"_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->chosen().date, QDate(2027, 5, 3));
    QCOMPARE(bench().retention().ownOf(bench().first).kind, OwnRetention::Kind::Never);
}

void RetentionFormTest::anErrorIsSaidWithAWayToTryAgain()
{
    open();
    bench().workspace.failNext(u"decisionFor"_s, {ErrorKind::DatabaseFailed, u"x"_s, {}, {}});
    bench().retention().announce();
    QTRY_VERIFY(form().messages().hasMessage());
    QVERIFY(!form().explanation());
    for (QAbstractButton *button : form().messages().findChildren<QAbstractButton *>()) {
        if (button->text() == u"Try again"_s)
            button->click();
    }
    QTRY_VERIFY(form().explanation());
    QVERIFY(!form().messages().hasMessage());
}

void RetentionFormTest::aForecastIsPutInOrder()
{
    RetentionForecast forecast;
    forecast.items = std::make_shared<const std::vector<ForecastItem>>(std::vector<ForecastItem>{
        {.recording = {1}, .server = {}, .policy = {}, .dueAtMs = 30, .sizeBytes = 5, .lastViewedAtMs = 7},
        {.recording = {2}, .server = {}, .policy = {}, .dueAtMs = 10, .sizeBytes = -1, .lastViewedAtMs = 0},
        {.recording = {3}, .server = {}, .policy = {}, .dueAtMs = 20, .sizeBytes = 9, .lastViewedAtMs = 8}});
    const auto ids = [&](ForecastOrder order) {
        QList<qint64> found;
        const auto sorted = answerOf(inOrder(forecast, order));
        for (const ForecastItem &item : *sorted->items)
            found += item.recording.value;
        return found;
    };
    QCOMPARE(ids(ForecastOrder::Due), (QList<qint64>{2, 3, 1}));
    QCOMPARE(ids(ForecastOrder::Size), (QList<qint64>{3, 1, 2}));
    QCOMPARE(ids(ForecastOrder::LastView), (QList<qint64>{3, 1, 2}));
}

QTEST_MAIN(RetentionFormTest)
#include "tst_retentionform.moc"
