// Rules that file new recordings, by clicks and keys: made, changed, put in order, saved and applied.

#include "tests/ui/folders/folderbench.h"

using namespace letopis;
using namespace letopis::test;

class FilingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<FolderBench>();
        m_bench->openFilled();
    }
    void cleanup() { m_bench.reset(); }

    void aRuleIsMadeAndCounted();
    void theFirstThatFitsCounts();
    void rulesAreAppliedAfterTheCountIsConfirmed();
    void whoGainsByTheRulesIsShownFirst();
    void aRuleThatWasTypedIsNotLostByClosing();
    void whatSomebodyElseSavedIsNotOverwritten();
    void unsavedChangesAreAskedAbout();
    void aRuleThatIsNotWholeCannotBeAdded();
    void rulesThatWereNotSavedAreThereAgain();

private:
    FolderBench &bench() { return *m_bench; }
    static FilingRule meetingRule(const QString &text, FolderId folder)
    {
        FilingRule rule;
        rule.folder = folder;
        rule.conditions = {{FilingRule::Field::Meeting, {}, FilingRule::Match::Contains, text}};
        return rule;
    }
    FilingRulesDialog *open()
    {
        bench().action(Actions::FilingRules)->trigger();
        return bench().dialog<FilingRulesDialog>();
    }
    static QString cell(FilingRulesDialog *dialog, int row, int column)
    {
        return dialog->findChild<QTableView *>(u"filingRules"_s)->model()->index(row, column).data().toString();
    }
    static QPushButton *button(QDialog *dialog, const QString &name) { return dialog->findChild<QPushButton *>(name); }

    std::unique_ptr<FolderBench> m_bench;
};

void FilingRulesTest::aRuleIsMadeAndCounted()
{
    FilingRulesDialog *dialog = open();
    QVERIFY(dialog);
    QTRY_VERIFY(button(dialog, u"addRule"_s)->isEnabled());
    button(dialog, u"addRule"_s)->click();
    auto *form = bench().dialog<FilingRuleDialog>();
    QVERIFY(form);
    auto *match = form->findChild<QComboBox *>(u"match1"_s);
    match->setCurrentIndex(match->findData(int(FilingRule::Match::Contains)));
    QTest::keyClicks(form->findChild<QLineEdit *>(u"text1"_s), u"sales"_s);
    button(form, u"addCondition"_s)->click();
    auto *field = form->findChild<QComboBox *>(u"field2"_s);
    QVERIFY(!form->findChild<QLineEdit *>(u"key2"_s)->isVisible());
    field->setCurrentIndex(field->findData(int(FilingRule::Field::MetadataKey)));
    QTRY_VERIFY(form->findChild<QLineEdit *>(u"key2"_s)->isVisible());
    form->findChild<QToolButton *>(u"removeCondition2"_s)->click();
    QVERIFY(!button(form, u"acceptRule"_s)->isEnabled()); // goes nowhere yet
    button(form, u"chooseRuleFolder"_s)->click();
    auto *picker = bench().dialog<FolderDialog>();
    QTest::keyClicks(picker->findChild<QLineEdit *>(u"folderSearch"_s), u"arch"_s);
    QTRY_VERIFY(button(picker, u"acceptFolder"_s)->isEnabled());
    button(picker, u"acceptFolder"_s)->click();
    QTRY_VERIFY(button(form, u"acceptRule"_s)->isEnabled());
    button(form, u"acceptRule"_s)->click();
    QTRY_COMPARE(dialog->rules().size(), 1);
    QCOMPARE(cell(dialog, 0, 0), u"Meeting contains “sales”"_s);
    QCOMPARE(cell(dialog, 0, 1), u"Shared / Archive"_s);
    QTRY_COMPARE(cell(dialog, 0, 2), u"1"_s);
    QVERIFY(bench().folders().storedRules().isEmpty()); // until it is saved
    button(dialog, u"saveRules"_s)->click();
    QTRY_COMPARE(bench().folders().storedRules().size(), 1);
    QTRY_VERIFY(!bench().isOpen<FilingRulesDialog>());
}

void FilingRulesTest::rulesThatWereNotSavedAreThereAgain()
{
    const QList<FilingRule> stored{meetingRule(u"sales"_s, bench().archive), meetingRule(u"weekly"_s, bench().maths)};
    bench().folders().setStoredRules(stored);
    const auto kept = [this] { return bench().workspace.drafts().content({}, u"filing"_s); };
    FilingRulesDialog *dialog = open();
    QTRY_COMPARE(dialog->rules().size(), 2);
    button(dialog, u"ruleDown"_s)->click();
    QTRY_VERIFY(!kept().isEmpty());
    delete dialog; // as the end of the program does it
    dialog = open();
    QTRY_COMPARE(dialog->rules(), (QList{stored.at(1), stored.at(0)}));
    QVERIFY(dialog->findChild<MessageBar *>()->text().contains(u"not saved"_s));
    QCOMPARE(bench().folders().storedRules(), stored);
    button(dialog, u"saveRules"_s)->click();
    QTRY_COMPARE(bench().folders().storedRules().first(), stored.at(1));
    QTRY_VERIFY(kept().isEmpty());
}

void FilingRulesTest::theFirstThatFitsCounts()
{
    FilingRule everything;
    everything.folder = bench().maths;
    bench().folders().setStoredRules({everything, meetingRule(u"sales"_s, bench().archive)});
    FilingRulesDialog *dialog = open();
    QTRY_COMPARE(cell(dialog, 0, 2), u"7"_s);
    QCOMPARE(cell(dialog, 1, 2), u"0"_s);
    auto *table = dialog->findChild<QTableView *>(u"filingRules"_s);
    table->selectRow(1);
    QVERIFY(!button(dialog, u"ruleDown"_s)->isEnabled());
    button(dialog, u"ruleUp"_s)->click();
    QTRY_COMPARE(cell(dialog, 0, 2), u"1"_s);
    QCOMPARE(cell(dialog, 1, 2), u"6"_s);
    QCOMPARE(table->currentIndex().row(), 0);
    button(dialog, u"removeRule"_s)->click();
    QCOMPARE(dialog->rules(), QList{everything});
    button(dialog, u"saveRules"_s)->click();
    QTRY_COMPARE(bench().folders().storedRules(), QList{everything});
}

void FilingRulesTest::rulesAreAppliedAfterTheCountIsConfirmed()
{
    bench().folders().setStoredRules({meetingRule(u"sales"_s, bench().physics)});
    FilingRulesDialog *dialog = open();
    QTRY_VERIFY(button(dialog, u"applyRules"_s)->isEnabled());
    button(dialog, u"applyRules"_s)->click(); // cancelled
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY2(bench().questions.asked().first().text.startsWith(u"1 recording"_s), qPrintable(bench().questions.asked().first().text));
    QCOMPARE(bench().pane().model().recordingsBelow(bench().physics), 0);
    bench().questions.setNextAnswer(0);
    button(dialog, u"applyRules"_s)->click();
    QTRY_COMPARE(bench().pane().model().recordingsBelow(bench().physics), 1);
    QTRY_COMPARE(cell(dialog, 0, 2), u"0"_s);
    QTRY_VERIFY(!button(dialog, u"applyRules"_s)->isEnabled());
    dialog->reject();
    QTRY_VERIFY(!bench().isOpen<FilingRulesDialog>()); // nothing is lost: nothing is asked
}

void FilingRulesTest::whoGainsByTheRulesIsShownFirst()
{
    bench().folders().setStoredRules({meetingRule(u"sales"_s, bench().archive)});
    FilingRulesDialog *dialog = open();
    QTRY_VERIFY(button(dialog, u"applyRules"_s)->isEnabled());
    button(dialog, u"applyRules"_s)->click();
    QPointer<AccessPreviewDialog> preview = bench().dialog<AccessPreviewDialog>();
    QVERIFY(preview); // Clara sees the archive
    QTRY_VERIFY(preview->findChild<QLabel *>(u"previewSummary"_s)->text().contains(u"access is gained by 1 "_s));
    QTest::keyClick(preview, Qt::Key_Escape);
    QTRY_VERIFY(!preview || !preview->isVisible());
    QVERIFY(!bench().workspace.calls().contains(u"fileByRules"_s));
    button(dialog, u"applyRules"_s)->click();
    preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview && preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    // Somebody else opens the archive to one more, meanwhile.
    bench().workspace.access().give(bench().archive, {.principal = bench().boris, .permission = Permission::View});
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_VERIFY(dialog->findChild<MessageBar *>()->text().contains(u"no longer do what was shown"_s));
    QCOMPARE(bench().pane().model().recordingsBelow(bench().archive), 1);
    QTRY_VERIFY(button(dialog, u"applyRules"_s)->isEnabled());
    button(dialog, u"applyRules"_s)->click();
    QTRY_VERIFY(bench().dialog<AccessPreviewDialog>() != preview);
    preview = bench().dialog<AccessPreviewDialog>();
    QTRY_VERIFY(preview && preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    preview->findChild<QPushButton *>(u"acceptPreview"_s)->click();
    QTRY_COMPARE(bench().pane().model().recordingsBelow(bench().archive), 2);
    QVERIFY(bench().questions.asked().isEmpty()); // the preview asked
}

void FilingRulesTest::aRuleThatWasTypedIsNotLostByClosing()
{
    FilingRulesDialog *dialog = open();
    QTRY_VERIFY(button(dialog, u"addRule"_s)->isEnabled());
    button(dialog, u"addRule"_s)->click();
    QPointer<FilingRuleDialog> form = bench().dialog<FilingRuleDialog>();
    QVERIFY(form);
    QTest::keyClicks(form->findChild<QLineEdit *>(u"text1"_s), u"sales"_s);
    QTest::keyClick(form, Qt::Key_Escape); // stays
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(form && form->isVisible());
    QCoreApplication::processEvents(); // the answer comes, and it may be asked again
    bench().questions.setNextAnswer(0);
    form->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->click();
    QTRY_VERIFY(!form || !form->isVisible());
    button(dialog, u"addRule"_s)->click();
    form = bench().dialog<FilingRuleDialog>();
    QVERIFY(form);
    form->close(); // nothing typed: nothing asked
    QTRY_VERIFY(!form || !form->isVisible());
    QCOMPARE(bench().questions.asked().size(), 2);
}

void FilingRulesTest::whatSomebodyElseSavedIsNotOverwritten()
{
    bench().folders().setStoredRules({meetingRule(u"sales"_s, bench().archive)});
    FilingRulesDialog *dialog = open();
    QTRY_COMPARE(dialog->rules().size(), 1);
    const QList<FilingRule> theirs{meetingRule(u"weekly"_s, bench().maths)};
    bench().folders().setStoredRules(theirs);
    button(dialog, u"removeRule"_s)->click();
    button(dialog, u"saveRules"_s)->click();
    auto *messages = dialog->findChild<MessageBar *>();
    QTRY_VERIFY(messages->text().contains(u"changed meanwhile"_s));
    QCOMPARE(bench().folders().storedRules(), theirs);
    const QList<QAbstractButton *> buttons = messages->findChildren<QAbstractButton *>();
    const auto again = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *one) { return one->text().contains(u"Read"_s); });
    QVERIFY(again != buttons.end());
    (*again)->click();
    QTRY_COMPARE(dialog->rules(), theirs);
}

void FilingRulesTest::unsavedChangesAreAskedAbout()
{
    bench().folders().setStoredRules({meetingRule(u"sales"_s, bench().archive)});
    FilingRulesDialog *dialog = open();
    QTRY_COMPARE(dialog->rules().size(), 1);
    button(dialog, u"removeRule"_s)->click();
    QTest::keyClick(dialog, Qt::Key_Escape); // stays
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(dialog->isVisible());
    QCoreApplication::processEvents(); // the answer comes, and it may be asked again
    bench().questions.setNextAnswer(1); // discard
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench().isOpen<FilingRulesDialog>());
    QCOMPARE(bench().folders().storedRules().size(), 1);
}

void FilingRulesTest::aRuleThatIsNotWholeCannotBeAdded()
{
    FilingRuleDialog form({bench().workspace, bench().actor, bench().questions, bench().clock}, bench().workspace.serverList(), meetingRule(u"x"_s, bench().archive));
    form.show();
    auto *accept = form.findChild<QPushButton *>(u"acceptRule"_s);
    QTRY_VERIFY(accept->isEnabled());
    form.findChild<QLineEdit *>(u"text1"_s)->setText(u"  "_s);
    QVERIFY(!accept->isEnabled());
    form.findChild<QToolButton *>(u"removeCondition1"_s)->click();
    QVERIFY(accept->isEnabled()); // every recording, and says so
    QVERIFY(form.findChild<QLabel *>(u"ruleProblem"_s)->text().contains(u"every recording"_s));
    auto *servers = form.findChild<QComboBox *>(u"ruleServer"_s);
    servers->setCurrentIndex(1);
    QVERIFY(form.findChild<QLabel *>(u"ruleProblem"_s)->text().isEmpty());
    QCOMPARE(form.rule().server, std::optional(bench().workspace.serverList().first().id));
    // A server that the window does not know stays the rule's.
    FilingRule ofGone = meetingRule(u"x"_s, bench().archive);
    ofGone.server = ServerId{99};
    const FilingRuleDialog unknown({bench().workspace, bench().actor, bench().questions, bench().clock}, {}, ofGone);
    QCOMPARE(unknown.rule().server, ofGone.server);
}

QTEST_MAIN(FilingRulesTest)
#include "tst_filingrules.moc"
