// The journal's page, by real clicks and keys, over a workspace in memory.

#include "tests/ui/audit/auditbench.h"
#include "tests/ui/day/reachable.h"

#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/serverform.h"
#include "ui/pages/audit/auditexportdialog.h"
#include "ui/pages/audit/auditprogress.h"
#include "ui/pages/audit/auditsegmentsdialog.h"
#include "ui/pages/audit/journaltab.h"
#include "ui/pages/recordings/choicebutton.h"

using namespace letopis;
using namespace letopis::test;

class JournalPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<AuditBench>(); }
    void cleanup() { m_bench.reset(); }

    void eventsAreSentencesNewestFirst();
    void timesAreLocalWithUtcInTheToolTip();
    void allOfAnEventIsShownAndCopied();
    void theSearchWaitsForTheEndOfTyping();
    void filtersNarrowAndAreClearedAtOnce();
    void whatFitsNothingSaysSo();
    void anotherPageIsReadAsOneScrolls();
    void anotherPageThatFailsIsNotTheEnd();
    void whatHappensNowComesOnTop();
    void theRecordingIsOneKeyAway();
    void theJournalOfARecordingIsReachedFromItsDetails();
    void theDetailsHaveATabOfIt();
    void aSoundJournalIsSaidToBe();
    void aBrokenOneNamesThePlaceAndTheNextStep();
    void aCheckCanBeStopped();
    void anExportAsksHowAndTellsWhatItWrote();
    void withoutAKeyTheExtractMayBeUnsigned();
    void anAnchorIsSavedAndCheckedAgainst();
    void anAnchorIsMailedAsADraft();
    void aStretchIsClosedStoredAndTakenOutAgainstItsNumber();
    void unsignedIsStoredWhatCouldNotBeSigned();
    void anOldCatalogIsSaidAndTakenForTheRightOneByWord();
    void whatCannotBeReadIsTriedAgain();
    void aViewerHasNoJournal();
    void aModeratorReadsTheOneOfTheirRecording();
    void hostileTextsStayText();
    void everythingIsOnTheKeyboard();

private:
    QStringList wrongIn(QWidget &window, const QList<const QWidget *> &parts = {})
    {
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        return withoutName(window) + buttonsOffTheKeyboard(window) + againstTheEye(window, parts) + traps(window);
    }
    AuditBench &bench() { return *m_bench; }
    static QAbstractButton *answerOf(const QWidget &messages, const QString &text)
    {
        for (auto *one : messages.findChildren<QAbstractButton *>()) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
    void search(const QString &text) { bench().journal().filters().search().setText(text); }

    std::unique_ptr<AuditBench> m_bench;
};

void JournalPageTest::eventsAreSentencesNewestFirst()
{
    bench().openJournal();
    QCOMPARE(bench().events().rowCount(), 12);
    QCOMPARE(bench().cell(0, AuditEventModel::What), u"Deletion plan made: recordings: 12, 34.5 GB"_s);
    QVERIFY(bench().sentences().contains(u"Folder “Maths” renamed to “Mathematics”"_s));
    QTRY_VERIFY(bench().sentences().contains(u"Boris Stone given the permission “Manage”"_s)); // the name comes later
    QCOMPARE(bench().cell(11, AuditEventModel::Who), u"Letopis, by itself"_s);
    QCOMPARE(bench().cell(9, AuditEventModel::Change), u"Title: Лекция 4. Ряды → Лекция 4. Ряды Фурье"_s);
    QCOMPARE(bench().cell(0, AuditEventModel::Program), u"letopis 0.5, desk-17"_s);
    QVERIFY(bench().journal().table().hasFocus());
    QTreeWidgetItem *place = bench().place(u"Journal"_s);
    QVERIFY(place && place->isSelected());
}

void JournalPageTest::timesAreLocalWithUtcInTheToolTip()
{
    bench().openJournal();
    const QString tip = bench().events().index(0, AuditEventModel::When).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"2026-11-20 11:00:00"_s) && tip.contains(u"UTC"_s), qPrintable(tip));
}

void JournalPageTest::allOfAnEventIsShownAndCopied()
{
    bench().openJournal();
    bench().journal().table().selectRow(9);
    const QString all = bench().journal().view().toPlainText();
    for (const QString &part : {u"anna"_s, u"Ряды Фурье"_s, u"desk-17"_s, u"field.edited"_s, u"3 of 12"_s})
        QVERIFY2(all.contains(part), qPrintable(part + all));
    const AuditEvent event = bench().events().entry(9).event;
    QVERIFY(all.contains(QString::fromLatin1(event.hash.toHex())));
    QVERIFY(all.contains(QString::fromLatin1(event.previousHash.toHex())));
    // What came into the title is marked.
    QTextCursor found = bench().journal().view().document()->find(u"Фурье"_s);
    found = bench().journal().view().document()->find(u"Фурье"_s, found); // the heading's are not
    bool isMarked = false;
    for (QTextCursor at = bench().journal().view().document()->find(u"Фурье"_s); !at.isNull(); at = bench().journal().view().document()->find(u"Фурье"_s, at))
        isMarked = isMarked || at.charFormat().background().style() != Qt::NoBrush;
    QVERIFY(isMarked);
    QTest::mouseClick(bench().child(u"auditCopy"_s), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QString::fromLatin1(event.hash.toHex())));
}

void JournalPageTest::theSearchWaitsForTheEndOfTyping()
{
    bench().openJournal();
    const auto asked = bench().workspace.calls().count(u"auditPage"_s);
    bench().journal().filters().search().setFocus();
    QTest::keyClicks(&bench().journal().filters().search(), u"Complaint"_s);
    QTRY_COMPARE(bench().events().rowCount(), 1);
    QCOMPARE(bench().workspace.calls().count(u"auditPage"_s), asked + 1);
    QVERIFY(bench().sentences().first().contains(u"Complaint 14/2026"_s));
    QTest::keyClick(&bench().journal().filters().search(), Qt::Key_Escape);
    QTRY_COMPARE(bench().events().rowCount(), 12);
}

void JournalPageTest::filtersNarrowAndAreClearedAtOnce()
{
    bench().openJournal();
    auto *actors = bench().child<ChoiceButton>(u"auditActors"_s);
    auto *kinds = bench().child<ChoiceButton>(u"auditKinds"_s);
    QTRY_VERIFY(actors->choiceMenu()->actions().size() >= 4 || !actors->choiceMenu()->findChildren<QCheckBox *>().isEmpty());
    actors->setChosen({u"boris"_s});
    Q_EMIT actors->choiceChanged();
    QTRY_COMPARE(bench().events().rowCount(), 2);
    kinds->setChosen({static_cast<int>(AuditGroup::Taken)});
    Q_EMIT kinds->choiceChanged();
    actors->setChosen({});
    Q_EMIT actors->choiceChanged();
    QTRY_COMPARE(bench().sentences(), (QStringList{u"Recording downloaded as “lecture.mp4”"_s, u"Recording watched"_s}));
    auto *clear = bench().child<QToolButton>(u"auditClear"_s);
    QVERIFY(clear->isVisible());
    clear->click();
    QTRY_COMPARE(bench().events().rowCount(), 12);
    QVERIFY(!clear->isVisible());
}

void JournalPageTest::whatFitsNothingSaysSo()
{
    bench().openJournal();
    search(u"teapot"_s);
    auto *empty = bench().child<EmptyState>(u"auditEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Nothing in the journal fits"_s);
    QVERIFY(!bench().child(u"auditCopy"_s)->isEnabled());
    empty->button()->click();
    QTRY_COMPARE(bench().events().rowCount(), 12);
}

void JournalPageTest::anotherPageIsReadAsOneScrolls()
{
    for (int i = 0; i < 300; ++i)
        bench().add(u"anna"_s, u"group.added"_s, "{\"name\":\"Group " + QByteArray::number(i) + "\"}", {}, 0);
    bench().openJournal();
    QCOMPARE(bench().events().rowCount(), AuditEventModel::pageSize);
    QVERIFY(bench().child<QLabel>(u"auditCount"_s)->text().contains(u"312"_s));
    bench().journal().table().scrollToBottom();
    QTRY_COMPARE(bench().events().rowCount(), 312);
    QSet<qint64> sequences;
    for (int row = 0; row < 312; ++row)
        sequences += bench().events().entry(row).event.sequence;
    QCOMPARE(sequences.size(), 312);
}

void JournalPageTest::anotherPageThatFailsIsNotTheEnd()
{
    for (int i = 0; i < 300; ++i)
        bench().add(u"anna"_s, u"group.added"_s, "{\"name\":\"Group " + QByteArray::number(i) + "\"}", {}, 0);
    bench().openJournal();
    bench().workspace.failNext(u"auditPage"_s, {ErrorKind::DiskFull, {}, {}, {}});
    MessageBar &messages = bench().journal().messages();
    QTRY_VERIFY((bench().journal().table().scrollToBottom(), messages.hasMessage())); // the rows may be laid out only now
    QCOMPARE(bench().events().rowCount(), AuditEventModel::pageSize);
    QVERIFY(bench().events().hasMore());
    QVERIFY(bench().child<QLabel>(u"auditCount"_s)->text().contains(u"312"_s)); // not as if this were all
    QAbstractButton *again = answerOf(messages, u"Try again"_s);
    QVERIFY(again);
    again->click();
    QTRY_COMPARE(bench().events().rowCount(), 312);
    QTRY_VERIFY(!messages.hasMessage());
}

void JournalPageTest::whatHappensNowComesOnTop()
{
    bench().openJournal();
    bench().journal().table().selectRow(3);
    const qint64 chosen = bench().events().entry(3).event.sequence;
    bench().add(u"anna"_s, u"group.added"_s, R"({"name":"Newcomers"})", {}, 0);
    Q_EMIT bench().workspace.catalogChanged({});
    QTRY_COMPARE(bench().events().rowCount(), 13);
    QCOMPARE(bench().cell(0, AuditEventModel::What), u"Group “Newcomers” made"_s);
    QCOMPARE(bench().events().entry(bench().journal().table().currentIndex().row()).event.sequence, chosen); // where one reads
}

void JournalPageTest::theRecordingIsOneKeyAway()
{
    bench().openJournal();
    bench().journal().table().selectRow(1);
    const RecordingId wanted = bench().events().entry(1).event.recording;
    QVERIFY(wanted.isValid());
    QTest::keyClick(&bench().journal().table(), Qt::Key_Return);
    QTRY_VERIFY(bench().page().isVisible());
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == wanted);
}

void JournalPageTest::theJournalOfARecordingIsReachedFromItsDetails()
{
    bench().openWindow();
    const RecordingId wanted = bench().workspace.recordingIds().at(0);
    const int row = bench().page().model().rowOf(wanted);
    bench().page().table().selectRow(row);
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == wanted);
    QTest::keyClick(bench().window.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bench().journal().isVisible());
    QTRY_COMPARE(bench().events().rowCount(), 6);
    auto *chip = bench().child<QToolButton>(u"auditRecording"_s);
    QVERIFY(chip->isVisible());
    chip->click();
    QTRY_COMPARE(bench().events().rowCount(), 12);
}

void JournalPageTest::theDetailsHaveATabOfIt()
{
    bench().openWindow();
    const RecordingId wanted = bench().workspace.recordingIds().at(0);
    bench().page().table().selectRow(bench().page().model().rowOf(wanted));
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == wanted);
    QVERIFY(!bench().workspace.calls().contains(u"auditPage"_s)); // nobody looks
    auto *tab = bench().window->findChild<JournalTab *>();
    bench().window->detailsPane().tabs()->setCurrentWidget(tab);
    QTRY_COMPARE(tab->model().rowCount(), 6);
    bench().add(u"anna"_s, u"recording.viewed"_s, R"({"format":"video"})", wanted, 0);
    Q_EMIT bench().workspace.catalogChanged({});
    QTRY_COMPARE(tab->model().rowCount(), 7);
    bench().child(u"openJournal"_s)->click();
    QTRY_VERIFY(bench().journal().isVisible());
    QTRY_COMPARE(bench().events().rowCount(), 7);
}

void JournalPageTest::aSoundJournalIsSaidToBe()
{
    bench().openJournal();
    QTest::keyClick(bench().window.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(bench().journal().messages().hasMessage());
    QVERIFY(bench().journal().messages().text().contains(u"The journal is sound: 12 event(s) checked"_s));
    QVERIFY(!bench().child<AuditProgress>(u"auditProgress"_s)->isVisible());
}

void JournalPageTest::aBrokenOneNamesThePlaceAndTheNextStep()
{
    bench().trail().breakAt({7, AuditBreakKind::Changed, 0});
    bench().openJournal();
    bench().child(u"auditVerify"_s)->click();
    QTRY_VERIFY(bench().journal().messages().hasMessage());
    QCOMPARE(bench().journal().messages().text(), u"Event 7 was changed after it was written."_s);
    bool tellsWhatNext = false;
    for (const QLabel *label : bench().journal().messages().findChildren<QLabel *>())
        tellsWhatNext = tellsWhatNext || label->text().contains(u"backup"_s);
    QVERIFY(tellsWhatNext);
}

void JournalPageTest::aCheckCanBeStopped()
{
    bench().openJournal();
    bench().workspace.failNext(u"auditVerify"_s, {ErrorKind::Cancelled, {}, {}, {}});
    bench().child(u"auditVerify"_s)->click();
    auto *progress = bench().child<AuditProgress>(u"auditProgress"_s);
    QVERIFY(progress->isVisible());
    QVERIFY(!bench().child(u"auditVerify"_s)->isEnabled()); // one at a time
    bench().child(u"auditStop"_s)->click();
    QTRY_VERIFY(!progress->isVisible());
    QVERIFY(bench().journal().messages().text().contains(u"Stopped"_s));
    QVERIFY(bench().child(u"auditVerify"_s)->isEnabled());
}

void JournalPageTest::anExportAsksHowAndTellsWhatItWrote()
{
    bench().openJournal();
    search(u"Complaint"_s);
    QTRY_COMPARE(bench().events().rowCount(), 1);
    const QString path = bench().directory.filePath(u"out"_s);
    bench().questions.setNextFile(path);
    bench().child(u"auditExport"_s)->click();
    auto *dialog = bench().opened<AuditExportDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->isSigned());
    dialog->findChild<QRadioButton *>(u"exportExtract"_s)->click();
    QVERIFY(dialog->isSigned());
    dialog->findChild<QPushButton *>(u"exportGo"_s)->click();
    QTRY_VERIFY(bench().journal().messages().text().contains(u"out.extract.jsonl"_s));
    QFile file(path + u".extract.jsonl"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1); // what the filters show
}

void JournalPageTest::withoutAKeyTheExtractMayBeUnsigned()
{
    AuditSigning none{.isAvailable = false, .store = u"keychain"_s, .publicKey = {}, .fingerprint = {}};
    none.problem = Error{ErrorKind::SecretStoreUnavailable, {}, {}, {}};
    bench().trail().setSigning(none);
    bench().openJournal();
    bench().child(u"auditExport"_s)->click();
    auto *dialog = bench().opened<AuditExportDialog>();
    QVERIFY(dialog);
    dialog->findChild<QRadioButton *>(u"exportExtract"_s)->click();
    QVERIFY(!dialog->findChild<QCheckBox *>(u"exportSigned"_s)->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"auditSignNote"_s)->text().contains(u"no key to sign with"_s));
    dialog->reject();
}

void JournalPageTest::anAnchorIsSavedAndCheckedAgainst()
{
    bench().openJournal();
    const QString path = bench().directory.filePath(u"anchor.txt"_s);
    bench().questions.setNextFile(path);
    bench().child<QAction>(u"saveAnchor"_s)->trigger();
    QTRY_VERIFY(bench().journal().messages().text().contains(u"anchor.txt"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<AuditAnchor> anchor = anchorFromText(file.readAll());
    QVERIFY(anchor);
    QCOMPARE(anchor->sequence, 12);
    bench().questions.setNextFile(path);
    bench().child<QAction>(u"checkAnchor"_s)->trigger();
    QTRY_VERIFY(bench().journal().messages().text().contains(u"sound"_s));
}

void JournalPageTest::anAnchorIsMailedAsADraft()
{
    bench().openJournal();
    bench().child<QAction>(u"mailAnchor"_s)->trigger();
    QTRY_COMPARE(bench().mailed.size(), 1);
    const QUrl letter = bench().mailed.first();
    QCOMPARE(letter.scheme(), u"mailto"_s);
    const QString body = QUrlQuery(letter).queryItemValue(u"body"_s, QUrl::FullyDecoded);
    QVERIFY2(anchorFromText(body.mid(body.indexOf(u"\r\n\r\n"_s) + 4).toUtf8()), qPrintable(body)); // a mail program's line ends
    bench().takesMail = false;
    bench().child<QAction>(u"mailAnchor"_s)->trigger();
    QTRY_VERIFY(bench().journal().messages().text().contains(u"no mail program"_s));
}

void JournalPageTest::aStretchIsClosedStoredAndTakenOutAgainstItsNumber()
{
    bench().openJournal();
    bench().child<QAction>(u"auditSegments"_s)->trigger();
    auto *dialog = bench().opened<AuditSegmentsDialog>();
    QVERIFY(dialog);
    const auto button = [dialog](const QString &name) { return dialog->findChild<QPushButton *>(name); };
    dialog->findChild<QDateEdit *>(u"sealUntil"_s)->setDate(QDate(2026, 11, 17));
    button(u"sealSegment"_s)->click();
    QTRY_COMPARE(dialog->segments().size(), 1);
    QCOMPARE(dialog->segments().first().count(), 5);
    QVERIFY(!button(u"dropSegment"_s)->isEnabled());
    bench().questions.setNextFile(bench().directory.path());
    QTRY_VERIFY(button(u"storeSegment"_s)->isEnabled());
    button(u"storeSegment"_s)->click();
    QTRY_VERIFY(dialog->segments().first().exportedAtMs > 0);
    auto *number = dialog->findChild<QLineEdit *>(u"dropNumber"_s);
    QTRY_VERIFY(number->isEnabled());
    QTRY_VERIFY(dialog->findChild<QLineEdit *>(u"dropFile"_s)->text().endsWith(u"segment.jsonl.zst"_s)); // known already
    number->setText(u"6"_s);
    QVERIFY(!button(u"dropSegment"_s)->isEnabled());
    number->setText(u"5"_s);
    QTRY_VERIFY(button(u"dropSegment"_s)->isEnabled());
    QTest::keyClick(number, Qt::Key_Return);
    QTRY_VERIFY(dialog->segments().first().droppedAtMs > 0);
    QTRY_VERIFY(!number->isEnabled());
    dialog->reject();
}

void JournalPageTest::unsignedIsStoredWhatCouldNotBeSigned()
{
    bench().openJournal();
    bench().child<QAction>(u"auditSegments"_s)->trigger();
    auto *dialog = bench().opened<AuditSegmentsDialog>();
    QVERIFY(dialog);
    auto *store = dialog->findChild<QPushButton *>(u"storeSegment"_s);
    for (int closed = 1; closed <= 2; ++closed) {
        dialog->findChild<QDateEdit *>(u"sealUntil"_s)->setDate(QDate(2026, 11, 13 + 2 * closed));
        dialog->findChild<QPushButton *>(u"sealSegment"_s)->click();
        QTRY_COMPARE(dialog->segments().size(), closed);
    }
    QTRY_VERIFY(store->isEnabled());
    auto *list = dialog->findChild<QTreeWidget *>(u"segmentList"_s);
    list->setCurrentItem(list->topLevelItem(0));
    bench().workspace.failNext(u"exportSegment"_s, {ErrorKind::SecretStoreUnavailable, {}, {}, {}});
    bench().questions.setNextFile(bench().directory.path());
    store->click();
    QTRY_VERIFY(answerOf(*dialog, u"Store it unsigned"_s));
    list->setCurrentItem(list->topLevelItem(1)); // looks at another meanwhile
    answerOf(*dialog, u"Store it unsigned"_s)->click();
    QTRY_VERIFY(dialog->segments().first().exportedAtMs > 0);
    QCOMPARE(dialog->segments().last().exportedAtMs, 0);
    dialog->reject();
}

void JournalPageTest::anOldCatalogIsSaidAndTakenForTheRightOneByWord()
{
    bench().trail().setAge({.age = CatalogAge::Older, .seen = {}});
    bench().openJournal();
    auto *age = bench().child<MessageBar>(u"auditAge"_s);
    QTRY_VERIFY(age->isVisible());
    QVERIFY(age->text().contains(u"older"_s));
    QAbstractButton *accept = nullptr;
    for (auto *one : age->findChildren<QAbstractButton *>())
        accept = one->text().remove(u'&').contains(u"right one"_s) ? one : accept;
    QVERIFY(accept);
    accept->click(); // and thinks better of it
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(!bench().workspace.calls().contains(u"acceptCatalog"_s));
    bench().questions.setNextAnswer(0);
    accept->click();
    QTRY_VERIFY(bench().workspace.calls().contains(u"acceptCatalog"_s));
    QTRY_VERIFY(age->text().contains(u"taken for the right one"_s));
}

void JournalPageTest::whatCannotBeReadIsTriedAgain()
{
    bench().workspace.failNext(u"auditPage"_s, {ErrorKind::DiskFull, {}, {}, {}});
    bench().openWindow();
    bench().window->showJournal();
    auto *empty = bench().child<EmptyState>(u"auditEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    empty->button()->click();
    QTRY_COMPARE(bench().events().rowCount(), 12);
}

void JournalPageTest::aViewerHasNoJournal()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().place(u"Journal"_s)->isHidden());
    QTRY_VERIFY(!bench().action(Actions::ShowJournal)->isEnabled());
    QVERIFY(!bench().action(Actions::ShowJournal)->toolTip().isEmpty());
    QTRY_VERIFY(!bench().action(Actions::RecordingJournal)->isEnabled());
    QVERIFY(!bench().workspace.calls().contains(u"auditPage"_s));
}

void JournalPageTest::aModeratorReadsTheOneOfTheirRecording()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().place(u"Journal"_s)->isHidden());
    QTRY_VERIFY(bench().action(Actions::RecordingJournal)->isEnabled());
    bench().action(Actions::RecordingJournal)->trigger();
    QTRY_VERIFY(bench().journal().isVisible());
    QTRY_COMPARE(bench().events().phase(), AuditEventModel::Phase::Ready);
    QVERIFY(bench().events().query().recording.isValid());
    QTRY_VERIFY(!bench().child(u"auditVerify"_s)->isEnabled());
    QVERIFY(!bench().child<QToolButton>(u"auditRecording"_s)->isEnabled()); // no way to the whole one
    QVERIFY(!bench().workspace.calls().contains(u"auditFacets"_s));
}

void JournalPageTest::hostileTextsStayText()
{
    bench().add(u"<b>eve</b>"_s, u"folder.added"_s, R"({"name":"<img src=x onerror=alert(1)>"})", {}, 0);
    bench().openJournal();
    QVERIFY(bench().cell(0, AuditEventModel::What).contains(u"<img src=x"_s));
    bench().journal().table().selectRow(0);
    QVERIFY(bench().journal().view().toPlainText().contains(u"<img src=x onerror=alert(1)>"_s));
    const QString tip = bench().events().index(0, AuditEventModel::What).data(Qt::ToolTipRole).toString();
    QVERIFY(!Qt::mightBeRichText(tip) || tip.contains(u"&lt;"_s));
}

void JournalPageTest::everythingIsOnTheKeyboard()
{
    bench().openJournal();
    bench().journal().filters().setRecording(bench().workspace.recordingIds().at(0), u"Lecture"_s);
    QTRY_COMPARE(bench().events().rowCount(), 6);
    QStringList wrong = wrongIn(*bench().window, {&bench().journal()});
    bench().child(u"auditExport"_s)->click();
    auto *dialog = bench().opened<AuditExportDialog>();
    QVERIFY(dialog);
    wrong += wrongIn(*dialog);
    dialog->reject();
    bench().child<QAction>(u"auditSegments"_s)->trigger();
    auto *segments = bench().opened<AuditSegmentsDialog>();
    QVERIFY(segments);
    segments->findChild<QDateEdit *>(u"sealUntil"_s)->setDate(QDate(2026, 11, 17));
    segments->findChild<QPushButton *>(u"sealSegment"_s)->click();
    QTRY_COMPARE(segments->segments().size(), 1);
    bench().questions.setNextFile(bench().directory.path());
    QTRY_VERIFY(segments->findChild<QPushButton *>(u"storeSegment"_s)->isEnabled());
    segments->findChild<QPushButton *>(u"storeSegment"_s)->click();
    QTRY_VERIFY(segments->findChild<QLineEdit *>(u"dropNumber"_s)->isEnabled());
    wrong += wrongIn(*segments);
    segments->reject();
    DeletionRecipeDialog recipe(u"/var/bigbluebutton"_s, u"letopis"_s, bench().questions, bench().window.get());
    recipe.setAttribute(Qt::WA_DeleteOnClose, false);
    recipe.show();
    wrong += wrongIn(recipe);
    recipe.close();
    ConferenceServer server = bench().workspace.serverList().first();
    server.ssh = parseSshEndpoint(u"letopis@bbb.example:22"_s).value();
    ServerForm form(server, bench().workspace, bench().actor, bench().questions);
    form.show();
    form.findChild<QTabWidget *>()->setCurrentIndex(1);
    wrong += wrongIn(form);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_MAIN(JournalPageTest)
#include "tst_journalpage.moc"
