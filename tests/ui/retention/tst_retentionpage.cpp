// The rules of auto-deletion by real clicks and keys, over a workspace in memory.

#include "tests/support/answer.h"
#include "tests/ui/mnemonics.h"
#include "tests/ui/retention/retentionbench.h"

#include "core/workspace/draftbook.h"
#include "ui/forms/retention/noticedialog.h"
#include "ui/forms/retention/parametersdialog.h"
#include "ui/forms/retention/timezonedialog.h"

using namespace letopis;
using namespace letopis::test;

class RetentionPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void onlyWhoMaySetRetentionFindsThePage();
    void aServerIsSwitchedOnOnlyWithItsNumber();
    void aServerWhereNothingWouldGoIsSwitchedOnAfterALook();
    void switchingOffSaysWhatItMeans();
    void whatStopsDeletionIsSaidWithWhatToDo();
    void anOlderCatalogHasToBeAccepted();
    void parametersAreSavedAndPutBack();
    void parametersThatSomebodyElseChangedKeepTheDialog();
    void aPolicyIsAddedByTheKeyboard();
    void policiesAreMovedSuspendedAndRemoved();
    void aWiderPolicyAsksForItsNumber();
    void goingBackFromThePreviewKeepsWhatWasTyped();
    void aPolicyThatFailedToBeStoredKeepsWhatWasTyped();
    void whatChangedWhileThePreviewWasShownIsLookedAtAgain();
    void whatIsNoPolicyIsNotStored();
    void aFilterIsTypedConditionByCondition();
    void aPolicyBeingTypedSurvivesTheProgram();
    void anotherTimeZoneAsksForItsNumber();
    void holdsAreReleasedAfterALookAtWhatFollows();
    void warningsAreCountedShownAndDismissed();
    void whoOnlyLooksChangesNothing();
    void noTwoThingsWantOneKey();

private:
    RetentionBench &bench() { return *m_bench; }
    QTableView &table(RulesSection &section) { return section.table(); }
    QString cell(RulesSection &section, int row, int column) { return table(section).model()->index(row, column).data().toString(); }
    ServerRetention stored(qint64 server)
    {
        const auto servers = answerOf(bench().retention().servers(bench().actor));
        for (const ServerRetention &one : servers.value_or({})) {
            if (one.server.value == server)
                return one;
        }
        return {};
    }
    QString message() { return bench().rules().messages().text(); }
    void pressMessageButton(const QString &text)
    {
        for (QAbstractButton *button : bench().rules().messages().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button->click();
        }
        QFAIL(qPrintable(u"no button "_s + text));
    }
    PolicyDialog *editFirst()
    {
        table(bench().rules().policies()).selectRow(0);
        bench().child(u"editPolicy"_s)->click();
        return bench().opened<PolicyDialog>();
    }

    std::unique_ptr<RetentionBench> m_bench;
    Language m_language{u"en"_s};
};

void RetentionPageTest::init()
{
    m_bench = std::make_unique<RetentionBench>();
    bench().putServers();
    bench().putPolicies();
}

void RetentionPageTest::onlyWhoMaySetRetentionFindsThePage()
{
    bench().openWindow();
    const auto place = [this] {
        auto *tree = bench().child<QTreeWidget>(u"navigationTree"_s);
        const auto found = tree->findItems(u"Auto-deletion"_s, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.first();
    };
    QTRY_VERIFY(place() && !place()->isHidden());
    bench().child<QTreeWidget>(u"navigationTree"_s)->setCurrentItem(place());
    QTRY_VERIFY(bench().rules().isVisible());
    QTRY_COMPARE(table(bench().rules().servers()).model()->rowCount(), 2);
    bench().actAs(bench().clara, u"clara"_s);
    bench().openWindow();
    QTRY_VERIFY(place()->isHidden());
    QVERIFY(!bench().action(Actions::ShowRetention)->isEnabled());
}

void RetentionPageTest::aServerIsSwitchedOnOnlyWithItsNumber()
{
    bench().putForecast(3); // one of them is held
    bench().openWindow();
    bench().openRules();
    table(bench().rules().servers()).selectRow(1);
    QVERIFY(bench().textOf(u"serverRuleNote"_s).contains(u"Off: nothing goes by itself on bbb.college.example"_s));
    bench().child(u"switchServer"_s)->click();
    auto *dialog = bench().opened<ForecastDialog>();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptForecast"_s);
    auto *number = dialog->findChild<QLineEdit *>(u"typedNumber"_s);
    QTRY_COMPARE(dialog->findChild<QTableView *>()->model()->rowCount(), 3);
    QVERIFY(dialog->findChild<QLabel *>(u"forecastSummary"_s)->text().contains(u"450 MB"_s));
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(number, u"3"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"numberProblem"_s)->isVisible());
    number->clear();
    QTest::keyClicks(number, u"2"_s);
    QVERIFY(accept->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(cell(bench().rules().servers(), 1, 1), u"on"_s);
    QVERIFY(stored(2).isOn);
    QTRY_VERIFY(message().contains(u"switched on: bbb.college.example"_s));
}

void RetentionPageTest::aServerWhereNothingWouldGoIsSwitchedOnAfterALook()
{
    bench().openWindow();
    bench().openRules();
    table(bench().rules().servers()).selectRow(1);
    bench().child(u"switchServer"_s)->click();
    auto *dialog = bench().opened<ForecastDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isRead());
    QVERIFY(!stored(2).isOn);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"typedNumber"_s)->isVisible());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(cell(bench().rules().servers(), 1, 1), u"on"_s);
}

void RetentionPageTest::switchingOffSaysWhatItMeans()
{
    bench().openWindow();
    bench().openRules();
    table(bench().rules().servers()).selectRow(0);
    bench().child(u"switchServer"_s)->click(); // cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().last().details.contains(u"nothing goes by itself"_s));
    QVERIFY(stored(1).isOn);
    bench().questions.setNextAnswer(0);
    bench().child(u"switchServer"_s)->click();
    QTRY_COMPARE(cell(bench().rules().servers(), 0, 1), u"off"_s);
}

void RetentionPageTest::whatStopsDeletionIsSaidWithWhatToDo()
{
    bench().retention().setGuards({{.kind = RetentionGuard::Kind::CatalogNotSynced, .oursMs = bench().nowMs(), .theirsMs = 0}});
    bench().openWindow();
    bench().openRules();
    QTRY_VERIFY(bench().textOf(u"serverStops"_s).contains(u"Nothing is deleted there now: The catalog was never synced with this server. Sync the server."_s));
    auto *mend = bench().child(u"mendGuard"_s);
    QTRY_VERIFY(mend->isVisible() && mend->isEnabled());
    const qsizetype before = bench().workspace.jobs(bench().actor).size();
    mend->click();
    QTRY_VERIFY(bench().workspace.jobs(bench().actor).size() > before);
    bench().retention().setGuards({});
    bench().retention().announce();
    QTRY_VERIFY(!mend->isVisible());
}

void RetentionPageTest::anOlderCatalogHasToBeAccepted()
{
    bench().retention().setGuards({{.kind = RetentionGuard::Kind::CatalogRestored, .oursMs = bench().nowMs(), .theirsMs = 0}});
    bench().openWindow();
    bench().openRules();
    auto *mend = bench().child(u"mendGuard"_s);
    QTRY_VERIFY(mend->isVisible() && mend->text().contains(u"Keep this catalog"_s));
    mend->click(); // cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().last().isDangerous);
    QVERIFY(!bench().rules().messages().hasMessage());
    bench().questions.setNextAnswer(0);
    mend->click();
    QTRY_COMPARE(message(), u"From now on this catalog counts."_s);
}

void RetentionPageTest::parametersAreSavedAndPutBack()
{
    bench().openWindow();
    bench().openRules();
    table(bench().rules().servers()).selectRow(0);
    bench().child(u"serverParameters"_s)->click();
    auto *dialog = bench().opened<ParametersDialog>();
    QVERIFY(dialog);
    auto *warnings = dialog->findChild<QLineEdit *>(u"warningDays"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptParameters"_s);
    QVERIFY(!accept->isEnabled());
    for (const QString &wrong : {u"soon"_s, u"0"_s, u"30, 400"_s}) {
        warnings->setText(wrong);
        QVERIFY2(!accept->isEnabled(), qPrintable(wrong));
    }
    warnings->setText(u"1 14; 60"_s);
    dialog->findChild<QSpinBox *>(u"graceDays"_s)->setValue(90);
    dialog->findChild<QCheckBox *>(u"twoPeople"_s)->setChecked(true);
    QVERIFY(accept->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(stored(1).parameters.warningDays, (QList<int>{60, 14, 1}));
    QCOMPARE(stored(1).parameters.graceDays, 90);
    QVERIFY(stored(1).parameters.twoPeoplePurge);
    QTRY_VERIFY(bench().rules().messages().hasMessage());
    pressMessageButton(u"Undo"_s);
    QTRY_COMPARE(stored(1).parameters, RetentionParameters());
}

void RetentionPageTest::parametersThatSomebodyElseChangedKeepTheDialog()
{
    bench().openWindow();
    bench().openRules();
    bench().child(u"serverParameters"_s)->click();
    auto *dialog = bench().opened<ParametersDialog>();
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"graceDays"_s)->setValue(90);
    ServerRetention other = stored(1);
    other.parameters.graceDays = 10;
    bench().retention().setServer(other);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"Somebody changed it meanwhile"_s));
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->parameters().graceDays, 90);
    QCOMPARE(stored(1).parameters.graceDays, 10);
}

void RetentionPageTest::aPolicyIsAddedByTheKeyboard()
{
    bench().openWindow();
    bench().openRules();
    bench().child(u"addPolicy"_s)->setFocus();
    QTest::keyClick(bench().child(u"addPolicy"_s), Qt::Key_Space);
    auto *dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QLineEdit *>(u"policyName"_s));
    QTest::keyClicks(QApplication::focusWidget(), u"Everything of the college"_s);
    auto *server = dialog->findChild<QComboBox *>(u"policyServer"_s);
    QTest::keyClick(server, Qt::Key_End);
    auto *days = dialog->findChild<QSpinBox *>(u"policyDays"_s);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"90"_s);
    QTest::keyClick(days, Qt::Key_Return);
    QTRY_COMPARE(bench().policyNames().size(), 4);
    const RetentionPolicy added = bench().retention().storedPolicies().last();
    QCOMPARE(added.name, u"Everything of the college"_s);
    QCOMPARE(added.scope, RetentionBench::ofServer(2));
    QCOMPARE(added.rule, RetentionBench::after(90));
    QTRY_VERIFY(bench().rules().messages().hasMessage());
    QTRY_COMPARE(table(bench().rules().policies()).model()->rowCount(), 4);
    QTRY_COMPARE(table(bench().rules().policies()).currentIndex().row(), 3);
    pressMessageButton(u"Undo"_s);
    QTRY_COMPARE(bench().policyNames(), (QStringList{u"Tests and trials"_s, u"Mathematics"_s, u"Old lectures"_s}));
}

void RetentionPageTest::policiesAreMovedSuspendedAndRemoved()
{
    bench().openWindow();
    bench().openRules();
    QTableView &policies = table(bench().rules().policies());
    QTRY_VERIFY(cell(bench().rules().policies(), 1, 1).contains(u"Mathematics"_s)); // the folder's path
    policies.selectRow(0);
    policies.setFocus();
    QVERIFY(!bench().child(u"policyUp"_s)->isEnabled());
    QTest::keyClick(&policies, Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE(bench().policyNames().first(), u"Mathematics"_s);
    QTRY_COMPARE(policies.currentIndex().row(), 1);
    bench().child(u"policyUp"_s)->click();
    QTRY_COMPARE(bench().policyNames().first(), u"Tests and trials"_s);
    QTRY_COMPARE(cell(bench().rules().policies(), 0, 0), u"Tests and trials"_s);
    policies.selectRow(0);
    bench().child(u"togglePolicy"_s)->click();
    QTRY_VERIFY(!bench().retention().storedPolicies().first().isEnabled);
    QTRY_COMPARE(cell(bench().rules().policies(), 0, 3), u"no"_s);
    bench().questions.setNextAnswer(0);
    policies.setFocus();
    QTest::keyClick(&policies, Qt::Key_Delete);
    QTRY_COMPARE(bench().policyNames(), (QStringList{u"Mathematics"_s, u"Old lectures"_s}));
    QTRY_COMPARE(policies.model()->rowCount(), 2);
    pressMessageButton(u"Undo"_s);
    QTRY_COMPARE(bench().policyNames(), (QStringList{u"Tests and trials"_s, u"Mathematics"_s, u"Old lectures"_s}));
}

void RetentionPageTest::aWiderPolicyAsksForItsNumber()
{
    bench().putForecast(5);
    bench().openWindow();
    bench().openRules();
    PolicyDialog *dialog = editFirst();
    QVERIFY(dialog);
    const QPointer<PolicyDialog> alive = dialog;
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(3);
    dialog->findChild<QPushButton *>(u"acceptPolicy"_s)->click();
    QVERIFY(bench().agree(4));
    QTRY_COMPARE(bench().retention().storedPolicies().first().rule.days, 3);
    QTRY_VERIFY(!alive || !alive->isVisible());
}

void RetentionPageTest::goingBackFromThePreviewKeepsWhatWasTyped()
{
    bench().putForecast(5);
    bench().openWindow();
    bench().openRules();
    PolicyDialog *dialog = editFirst();
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(3);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPolicy"_s);
    accept->click();
    auto *preview = bench().opened<ForecastDialog>();
    QVERIFY(preview);
    QVERIFY(!accept->isEnabled()); // once is enough
    preview->reject();
    QTRY_VERIFY(accept->isEnabled());
    QVERIFY(dialog->isVisible());
    QCOMPARE(dialog->policy().rule.days, 3);
    QCOMPARE(bench().retention().storedPolicies().first().rule.days, 7);
}

void RetentionPageTest::aPolicyThatFailedToBeStoredKeepsWhatWasTyped()
{
    bench().openWindow();
    bench().openRules();
    PolicyDialog *dialog = editFirst();
    QVERIFY(dialog);
    const QPointer<PolicyDialog> alive = dialog;
    dialog->findChild<QLineEdit *>(u"policyName"_s)->setText(u"Mine"_s);
    // Somebody else adds a policy: what this window has read is no more what is stored.
    QList<RetentionPolicy> others = bench().retention().storedPolicies();
    others += RetentionBench::policy(u"Theirs"_s, RetentionBench::ofServer(), RetentionBench::after(9));
    bench().retention().setStoredPolicies(others);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPolicy"_s);
    accept->click();
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"Somebody changed it meanwhile"_s));
    QCOMPARE(dialog->policy().name, u"Mine"_s);
    QTRY_COMPARE(table(bench().rules().policies()).model()->rowCount(), 4);
    accept->click(); // against what is stored by now
    QTRY_COMPARE(bench().policyNames(), (QStringList{u"Mine"_s, u"Mathematics"_s, u"Old lectures"_s, u"Theirs"_s}));
    QTRY_VERIFY(!alive || !alive->isVisible());
}

void RetentionPageTest::whatChangedWhileThePreviewWasShownIsLookedAtAgain()
{
    bench().putForecast(5);
    bench().openWindow();
    bench().openRules();
    PolicyDialog *dialog = editFirst();
    QVERIFY(dialog);
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(3);
    dialog->findChild<QPushButton *>(u"acceptPolicy"_s)->click();
    auto *preview = bench().opened<ForecastDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->isRead());
    bench().putForecast(8);
    auto *number = preview->findChild<QLineEdit *>(u"typedNumber"_s);
    QTest::keyClicks(number, u"4"_s);
    QTest::keyClick(preview, Qt::Key_Return);
    QTRY_VERIFY(preview->findChild<MessageBar *>()->text().contains(u"changed meanwhile"_s));
    QTRY_VERIFY(preview->findChild<QLabel *>(u"forecastSummary"_s)->text().startsWith(u"7 "_s));
    QVERIFY(number->text().isEmpty());
    QCOMPARE(bench().retention().storedPolicies().first().rule.days, 7);
    QVERIFY(bench().agree(7));
    QTRY_COMPARE(bench().retention().storedPolicies().first().rule.days, 3);
}

void RetentionPageTest::whatIsNoPolicyIsNotStored()
{
    bench().openWindow();
    bench().openRules();
    bench().child(u"addPolicy"_s)->click();
    auto *dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPolicy"_s);
    auto *problem = dialog->findChild<QLabel *>(u"policyProblem"_s);
    auto *scope = dialog->findChild<QComboBox *>(u"policyScope"_s);
    dialog->findChild<QLineEdit *>(u"policyName"_s)->setText(u"X"_s);
    QCOMPARE(problem->text(), u"Choose the server."_s);
    scope->setCurrentIndex(1);
    QCOMPARE(problem->text(), u"Choose the folder."_s);
    scope->setCurrentIndex(2);
    dialog->findChild<QComboBox *>(u"policyServer"_s)->setCurrentIndex(1);
    QVERIFY(problem->text().contains(u"meeting's ID"_s));
    scope->setCurrentIndex(3);
    QCOMPARE(problem->text(), u"Fill in every condition, or remove it."_s);
    scope->setCurrentIndex(0);
    QVERIFY(accept->isEnabled());
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(10);
    dialog->findChild<QSpinBox *>(u"policyUnpublish"_s)->setValue(11);
    QVERIFY(problem->text().contains(u"at most 10 days"_s));
    QVERIFY(!accept->isEnabled());
    dialog->findChild<QComboBox *>(u"policyRule"_s)->setCurrentIndex(3); // never: nothing else to say
    QVERIFY(accept->isEnabled());
    QVERIFY(!dialog->findChild<QSpinBox *>(u"policyUnpublish"_s)->isVisible());
}

void RetentionPageTest::aFilterIsTypedConditionByCondition()
{
    bench().openWindow();
    bench().openRules();
    PolicyDialog *dialog = editFirst();
    QVERIFY(dialog);
    QCOMPARE(dialog->policy().scope, RetentionBench::ofFilter());
    QVERIFY(dialog->findChild<QSpinBox *>(u"conditionNumber2"_s)->isVisible());
    QVERIFY(!dialog->findChild<QLineEdit *>(u"conditionText2"_s)->isVisible());
    dialog->findChild<QPushButton *>(u"addPolicyCondition"_s)->click();
    auto *field = dialog->findChild<QComboBox *>(u"conditionField3"_s);
    QVERIFY(field);
    field->setCurrentIndex(field->findData(int(RetentionCondition::Field::MetadataKey)));
    dialog->findChild<QLineEdit *>(u"conditionKey3"_s)->setText(u"course"_s);
    dialog->findChild<QLineEdit *>(u"conditionText3"_s)->setText(u"trial"_s);
    dialog->findChild<QToolButton *>(u"removePolicyCondition1"_s)->click();
    dialog->findChild<QPushButton *>(u"acceptPolicy"_s)->click();
    QTRY_COMPARE(bench().retention().storedPolicies().first().scope.conditions.last().key, u"course"_s);
    const QList<RetentionCondition> conditions = bench().retention().storedPolicies().first().scope.conditions;
    QCOMPARE(conditions.at(0).field, RetentionCondition::Field::ShorterThan);
    QCOMPARE(conditions.at(0).number, 5 * 60'000);
    QCOMPARE(conditions.size(), 2);
    QCOMPARE(conditions.at(1).text, u"trial"_s);
}

void RetentionPageTest::aPolicyBeingTypedSurvivesTheProgram()
{
    bench().openWindow();
    bench().openRules();
    bench().child(u"addPolicy"_s)->click();
    auto *dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"policyName"_s)->setText(u"Half a pol"_s);
    dialog->findChild<QComboBox *>(u"policyScope"_s)->setCurrentIndex(3);
    dialog->findChild<QLineEdit *>(u"conditionText1"_s)->setText(u"tri"_s);
    const auto kept = [this] { return answerOf(bench().workspace.drafts().drafts(bench().actor, {})).value_or({}).size(); };
    QTRY_COMPARE(kept(), 1);
    bench().window.reset(); // the program ends
    bench().openWindow();
    bench().openRules();
    bench().child(u"addPolicy"_s)->click();
    dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->policy().name, u"Half a pol"_s);
    QCOMPARE(dialog->policy().scope.conditions.first().text, u"tri"_s);
    QVERIFY(dialog->findChild<MessageBar *>()->hasMessage());
    dialog->reject();
    QTRY_COMPARE(kept(), 0);
}

void RetentionPageTest::anotherTimeZoneAsksForItsNumber()
{
    bench().openWindow();
    bench().openRules();
    QTRY_VERIFY(bench().child(u"changeZone"_s)->isEnabled());
    bench().child(u"changeZone"_s)->click();
    auto *dialog = bench().opened<TimeZoneDialog>();
    QVERIFY(dialog);
    auto *zones = dialog->findChild<QComboBox *>(u"timeZone"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptZone"_s);
    QVERIFY(!accept->isEnabled());
    zones->setEditText(u"Nowhere/Land"_s);
    QVERIFY(!accept->isEnabled());
    zones->setEditText(u"Asia/Tokyo"_s);
    QVERIFY(accept->isEnabled());
    bench().workspace.failNext(u"setTimeZone"_s,
                               {ErrorKind::InvalidInput, u"to be typed"_s, {}, ConfirmationEvidence{.expected = 3, .typed = {}}});
    accept->click();
    QVERIFY(bench().agree(3));
    QTRY_VERIFY(bench().textOf(u"policyNote"_s).contains(u"Asia/Tokyo"_s));
    QCOMPARE(answerOf(bench().retention().timeZone(bench().actor)).value_or({}), "Asia/Tokyo");
}

void RetentionPageTest::holdsAreReleasedAfterALookAtWhatFollows()
{
    RetentionExplanation why = bench().explanation();
    why.decision.unpublishAtMs = 0;
    bench().retention().setExplanation(bench().recording(0), why);
    QVERIFY(answerOf(bench().retention().hold(bench().actor, {bench().recording(0)}, u"The court asked"_s)));
    bench().openWindow();
    bench().openRules();
    QTRY_COMPARE(table(bench().rules().holds()).model()->rowCount(), 1);
    QCOMPARE(cell(bench().rules().holds(), 0, 1), u"The court asked"_s);
    QCOMPARE(cell(bench().rules().holds(), 0, 2), u"anna"_s);
    bench().child(u"releaseHold"_s)->click(); // cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().last().details.contains(u"The court asked"_s));
    QVERIFY(bench().questions.asked().last().details.contains(u"Then: It goes to the trash on 10 December 2026."_s));
    QVERIFY(bench().retention().allHolds().first().isInForce());
    bench().questions.setNextAnswer(0);
    bench().child(u"releaseHold"_s)->click();
    QTRY_VERIFY(!bench().retention().allHolds().first().isInForce());
    QTRY_COMPARE(table(bench().rules().holds()).model()->rowCount(), 0);
}

void RetentionPageTest::warningsAreCountedShownAndDismissed()
{
    bench().putForecast(3);
    bench().putNotice();
    bench().openWindow();
    auto *tree = bench().child<QTreeWidget>(u"navigationTree"_s);
    const auto place = [tree] { return tree->findItems(u"Auto-deletion"_s, Qt::MatchExactly).first(); };
    QTRY_COMPARE(place()->text(1), u"1"_s); // without anybody opening the page
    bench().openRules();
    QTRY_VERIFY(bench().rules().notices().isVisible());
    QVERIFY(cell(bench().rules().notices(), 0, 0).contains(u"of bbb.uni.example go to the trash: 25 November 2026 to 26 November 2026"_s));
    bench().child(u"showNotice"_s)->click();
    auto *dialog = bench().opened<NoticeDialog>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->findChild<QTableView *>()->model()->rowCount(), 3);
    dialog->findChild<QTableView *>()->selectRow(1);
    dialog->findChild<QPushButton *>(u"noticeRecording"_s)->click();
    QTRY_VERIFY(bench().page().isVisible());
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == bench().recording(1));
    bench().activate();
    bench().openRules();
    bench().child(u"dismissNotice"_s)->click();
    QTRY_VERIFY(!bench().rules().notices().isVisible());
    QTRY_COMPARE(place()->text(1), QString());
}

void RetentionPageTest::whoOnlyLooksChangesNothing()
{
    bench().putNotice();
    bench().actAs(bench().admin, u"anna"_s);
    bench().actor.onlyLooks = true;
    bench().openWindow();
    bench().window->showRetention();
    QTRY_VERIFY(bench().rules().isRead());
    for (const QString &name : {u"switchServer"_s, u"serverParameters"_s, u"addPolicy"_s, u"editPolicy"_s, u"removePolicy"_s, u"togglePolicy"_s,
                                u"policyDown"_s, u"changeZone"_s, u"dismissNotice"_s}) {
        QTRY_VERIFY2(!bench().child(name)->isEnabled(), qPrintable(name));
        QTRY_VERIFY2(bench().child(name)->toolTip().contains(u"as another person"_s), qPrintable(name));
    }
}

void RetentionPageTest::noTwoThingsWantOneKey()
{
    bench().putNotice();
    bench().retention().setGuards({{.kind = RetentionGuard::Kind::CatalogNotSynced, .oursMs = bench().nowMs(), .theirsMs = 0}});
    QVERIFY(answerOf(bench().retention().hold(bench().actor, {bench().recording(0)}, u"The court asked"_s)));
    bench().openWindow();
    bench().openRules();
    QTRY_VERIFY(bench().child(u"releaseHold"_s)->isEnabled() && bench().child(u"mendGuard"_s)->isVisible());
    bench().rules().messages().showMessage(MessageBar::Level::Success, u"done"_s);
    QCOMPARE(clashingMnemonics(*bench().window), QStringList());
}

QTEST_MAIN(RetentionPageTest)
#include "tst_retentionpage.moc"
