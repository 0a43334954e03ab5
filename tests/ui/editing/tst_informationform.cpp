// The information form in the main window, by real clicks and keys, over a workspace in memory.

#include "tests/ui/uitest.h"

#include "ui/forms/informationconflict.h"
#include "ui/forms/informationdraft.h"
#include "ui/forms/informationform.h"
#include "ui/forms/informationhistory.h"
#include "ui/forms/informationinput.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/text/fieldtext.h"
#include "ui/text/textdifference.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const Actor somebody = ownerActor(u"boris"_s, u"Boris"_s);

// QTest::keyClicks() knows ASCII only.
void type(QWidget &widget, const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(&widget, &press);
    }
}

} // namespace

class InformationFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void f2EditsTheTitleAndCtrlEnterAppliesIt();
    void keystrokesInOneFieldAreOneStepAndUndoGoesAcrossFields();
    void discardPutsEverythingBackAndCanBeTakenBackItself();
    void aProblemIsSaidNextToTheFieldAndNothingIsApplied();
    void aDirtyFormKeepsItsTextWhileAnotherRecordingIsLookedAt();
    void closingAsksOnlyWhereWhatWasTypedCannotBeKept();
    void closingMayLoseThemOnlyWhenThePersonSaysSo();
    void whatIsTypedIsKeptUntilItIsAppliedOrDiscarded();
    void aDraftOfBeforeIsFoundAndSaysSinceWhen();
    void textsFromElsewhereAreTakenAsPlainLines();
    void aLongDescriptionIsTypedIntoAndUndoneInPlace();
    void escapeGoesBackToTheListAndLosesNothing();
    void whatIsNoDateIsShownAsItIs();
    void everyTypeOfCustomFieldIsEdited();
    void eachStateOfAnEditIsSaidInWords_data();
    void eachStateOfAnEditIsSaidInWords();
    void aConflictIsShownSideBySideAndDecidedByKey();
    void theHistoryRestoresAnOldValue();
    void whoMayOnlyReadSeesTheHistoryAllTheSame();
    void theServersValueComesBack();
    void aChangeOfSomebodyElseIsNotOverwrittenUnsaid();
    void aFailedApplyLosesNothingAndSaysWhy();
    void ourOwnApplyIsNobodyElsesChange();
    void theFormIsWholeOnTheKeyboardAndForScreenReaders();
    void valuesAreWrittenForPeople();
    void changedWordsAreFound_data();
    void changedWordsAreFound();

private:
    template<typename T>
    T *child(const QString &name) { return m_bench->window->findChild<T *>(name); }
    InformationForm &form() { return m_bench->window->detailsPane().information(); }
    FakeRecordingEditor &editor() { return m_bench->workspace.editor(); }
    RecordingId shown() { return m_bench->window->recordingsPage().currentRecording(); }
    QString catalog(const QString &field);
    void applyElsewhere(const QString &field, const QString &before, const QString &after);
    void openForm();
    void select(int row);
    QLineEdit *line(const QString &field) { return child<QLineEdit>(u"field-"_s + field); }
    QString state(const QString &field) { return child<QLabel>(u"state-"_s + field)->text(); }

    std::unique_ptr<WindowBench> m_bench;
};

void InformationFormTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
}

void InformationFormTest::openForm()
{
    m_bench->makeWindow();
    QTRY_COMPARE(m_bench->window->recordingsPage().model().rowCount(), 12);
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(form().draft());
    QTRY_VERIFY(line(field::title)->hasFocus());
}

void InformationFormTest::select(int row)
{
    RecordingTable &table = m_bench->window->recordingsPage().table();
    table.selectRow(row);
    const RecordingId wanted = m_bench->window->recordingsPage().model().row(row).id;
    QTRY_VERIFY(form().draft() && form().draft()->information().recording == wanted);
}

QString InformationFormTest::catalog(const QString &field)
{
    const auto future = editor().information(somebody, shown());
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }) || !future.result())
        return u"?"_s;
    return future.result()->values.value(field);
}

void InformationFormTest::applyElsewhere(const QString &field, const QString &before, const QString &after)
{
    const auto future = editor().apply(somebody, {{shown(), field, before, after}});
    QVERIFY(QTest::qWaitFor([&future] { return future.isFinished(); }));
    QVERIFY(future.result());
    QCOMPARE(future.result()->results.first().outcome, EditOutcome::Applied);
}

void InformationFormTest::f2EditsTheTitleAndCtrlEnterAppliesIt()
{
    openForm();
    auto *apply = child<QPushButton>(u"applyInformation"_s);
    QVERIFY(!apply->isEnabled());
    QTest::keyClick(line(field::title), Qt::Key_End);
    type(*line(field::title), u" (запись)"_s);
    QVERIFY(apply->isEnabled());
    QVERIFY(state(field::title).contains(u"not applied"_s));
    QCOMPARE(child<QLabel>(u"informationSummary"_s)->text(), u"1 field(s) changed"_s);
    QTest::keyClick(line(field::title), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!apply->isEnabled());
    QVERIFY(catalog(field::title).endsWith(u"(запись)"_s));
    QTRY_VERIFY(state(field::title).contains(u"Waits to be sent"_s));
    QTRY_VERIFY(child<QLabel>(u"detailsTitle"_s)->text().endsWith(u"(запись)"_s)); // the pane follows
}

void InformationFormTest::keystrokesInOneFieldAreOneStepAndUndoGoesAcrossFields()
{
    openForm();
    const QString title = line(field::title)->text();
    QTest::keyClick(line(field::title), Qt::Key_End);
    QTest::keyClicks(line(field::title), u"abc"_s);
    QTest::keyClick(line(field::title), Qt::Key_Tab);
    line(field::owner)->setFocus();
    QTest::keyClicks(line(field::owner), u"Kovaleva"_s);
    QCOMPARE(line(field::owner)->text(), u"Kovaleva"_s);
    QTest::keyClick(line(field::owner), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line(field::owner)->text(), QString());
    QCOMPARE(line(field::title)->text(), title + u"abc"_s);
    QTest::keyClick(line(field::owner), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line(field::title)->text(), title);
    QVERIFY(!child<QPushButton>(u"applyInformation"_s)->isEnabled());
    QTest::keyClick(line(field::owner), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(line(field::owner), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(line(field::title)->text(), title + u"abc"_s);
    QCOMPARE(line(field::owner)->text(), u"Kovaleva"_s);
    m_bench->window->actionList()[Actions::Undo]->trigger(); // the menu's way
    QCOMPARE(line(field::owner)->text(), QString());
}

void InformationFormTest::discardPutsEverythingBackAndCanBeTakenBackItself()
{
    openForm();
    const QString title = line(field::title)->text();
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"New"_s);
    auto *description = child<QPlainTextEdit>(u"field-description"_s);
    description->setFocus();
    QTest::keyClicks(description, u"words"_s);
    const QString words = description->toPlainText();
    QTest::mouseClick(child<QPushButton>(u"discardInformation"_s), Qt::LeftButton);
    QCOMPARE(line(field::title)->text(), title);
    QVERIFY(description->toPlainText() != words);
    QVERIFY(!form().draft()->isDirty());
    QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line(field::title)->text(), u"New"_s);
    QCOMPARE(description->toPlainText(), words);
}

void InformationFormTest::aProblemIsSaidNextToTheFieldAndNothingIsApplied()
{
    openForm();
    auto *problem = child<QLabel>(u"problem-title"_s);
    line(field::title)->selectAll();
    QTest::keyClick(line(field::title), Qt::Key_Delete);
    QVERIFY(!problem->isVisible()); // not while still typing
    QTest::keyClick(line(field::title), Qt::Key_Tab);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(line(field::title)->accessibleDescription().contains(problem->text()));
    m_bench->workspace.forgetCalls();
    child<QPlainTextEdit>(u"field-description"_s)->setFocus();
    QTest::keyClick(child<QPlainTextEdit>(u"field-description"_s), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(line(field::title)->hasFocus());
    QVERIFY(!m_bench->workspace.calls().contains(u"apply"_s));
}

void InformationFormTest::aDirtyFormKeepsItsTextWhileAnotherRecordingIsLookedAt()
{
    openForm();
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Half a title"_s);
    select(3);
    QVERIFY(line(field::title)->text() != u"Half a title"_s);
    QVERIFY(!child<QPushButton>(u"applyInformation"_s)->isEnabled());
    select(0);
    QTRY_COMPARE(line(field::title)->text(), u"Half a title"_s);
    QVERIFY(child<QPushButton>(u"applyInformation"_s)->isEnabled());
}

void InformationFormTest::closingAsksOnlyWhereWhatWasTypedCannotBeKept()
{
    openForm();
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Kept"_s);
    const Error full{ErrorKind::DiskFull, {}, u"catalog"_s, {}};
    m_bench->workspace.failNext(u"keepDraft"_s, full);
    QVERIFY(!m_bench->window->close()); // nobody answered: cancelled
    QTRY_COMPARE(m_bench->questions.asked().size(), 1);
    QTRY_VERIFY(form().messages().hasMessage()); // said in the form, too
    m_bench->workspace.failNext(u"keepDraft"_s, full);
    m_bench->questions.setNextAnswer(0);
    m_bench->window->close();
    QTRY_VERIFY(!m_bench->window->isVisible());
    QCOMPARE(catalog(field::title), u"Kept"_s);
}

void InformationFormTest::closingMayLoseThemOnlyWhenThePersonSaysSo()
{
    openForm();
    const QString title = catalog(field::title);
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Lost"_s);
    m_bench->workspace.failNext(u"keepDraft"_s, {ErrorKind::DiskFull, {}, u"catalog"_s, {}});
    m_bench->questions.setNextAnswer(1);
    m_bench->window->close();
    QTRY_VERIFY(!m_bench->window->isVisible());
    QCOMPARE(catalog(field::title), title);
}

void InformationFormTest::whatIsTypedIsKeptUntilItIsAppliedOrDiscarded()
{
    openForm();
    const RecordingId id = shown();
    const auto kept = [&] { return m_bench->workspace.drafts().content(id, u"information"_s); };
    auto *summary = child<QToolButton>(u"draftSummary"_s);
    QVERIFY(!summary->isVisible());
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Typed"_s);
    QVERIFY(kept().isEmpty()); // not with every key
    QTRY_VERIFY(kept().contains("Typed"));
    QTRY_VERIFY(summary->isVisible());
    const QModelIndex row = m_bench->window->recordingsPage().model().index(0, RecordingListModel::Title);
    QTRY_VERIFY(!row.data(Qt::DecorationRole).isNull());
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"not applied"_s));
    QTest::keyClick(line(field::title), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(kept().isEmpty());
    QTRY_VERIFY(!summary->isVisible());
    QTest::keyClick(line(field::title), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(kept().contains("Typed"));
    child<QPushButton>(u"discardInformation"_s)->click();
    QTRY_VERIFY(kept().isEmpty());
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Applied"_s);
    QTRY_VERIFY(kept().contains("Applied"));
    QTest::keyClick(line(field::title), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(kept().isEmpty());
    QTRY_VERIFY(row.data(Qt::DecorationRole).isNull());
}

void InformationFormTest::aDraftOfBeforeIsFoundAndSaysSinceWhen()
{
    m_bench->makeWindow();
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
    const RecordingId id = shown();
    const QString title = catalog(field::title);
    const QString owner = catalog(field::owner);
    const QJsonObject fields{{u"title"_s, QJsonObject{{u"typed"_s, u"Old text"_s}, {u"base"_s, title}}},
                             {u"owner"_s, QJsonObject{{u"typed"_s, u"Me"_s}, {u"base"_s, u"somebody of then"_s}}},
                             {u"description"_s, QJsonObject{{u"typed"_s, catalog(field::description)}, {u"base"_s, u"x"_s}}},
                             {u"custom.gone"_s, QJsonObject{{u"typed"_s, u"archived"_s}, {u"base"_s, QString()}}}};
    const QDateTime since(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC);
    m_bench->workspace.drafts().put({.recording = id,
                                     .form = u"information"_s,
                                     .content = QJsonDocument(QJsonObject{{u"fields"_s, fields}}).toJson(),
                                     .since = since,
                                     .savedAt = since});
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(form().draft());
    QTRY_COMPARE(line(field::title)->text(), u"Old text"_s);
    QVERIFY(form().messages().text().contains(u"18"_s));
    QVERIFY(!form().draft()->isOvertaken(field::title));
    QVERIFY(form().draft()->isOvertaken(field::owner)); // its base is not what the catalog says now
    QVERIFY(state(field::owner).contains(u"somebody else"_s));
    QCOMPARE(form().draft()->dirtyFields(), QStringList({field::title, field::owner})); // the description came there already
    // The text of an archived field stays with the others.
    QTest::keyClick(line(field::title), Qt::Key_End);
    QTest::keyClicks(line(field::title), u"!"_s);
    QTRY_VERIFY(m_bench->workspace.drafts().content(id, u"information"_s).contains("Old text!"));
    QVERIFY(m_bench->workspace.drafts().content(id, u"information"_s).contains("archived"));
    // One step back to the catalog of now, and the message goes.
    QTest::keyClick(line(field::title), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(line(field::title), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line(field::title)->text(), title);
    QCOMPARE(line(field::owner)->text(), owner);
    QVERIFY(!form().messages().hasMessage());
}

void InformationFormTest::textsFromElsewhereAreTakenAsPlainLines()
{
    openForm();
    auto *rich = new QMimeData;
    rich->setHtml(u"<b>Bold</b><br>and <i>more</i>"_s);
    rich->setText(u"Bold\r\nand\tmore"_s);
    QGuiApplication::clipboard()->setMimeData(rich);
    line(field::title)->selectAll();
    QTest::keyClick(line(field::title), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(line(field::title)->text(), u"Bold and more"_s);
    QCOMPARE(form().draft()->text(field::title), u"Bold and more"_s);
    QCOMPARE(line(field::title)->cursorPosition(), 13);
    auto *description = child<QPlainTextEdit>(u"field-description"_s);
    description->setFocus();
    QTest::keyClick(description, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(description, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(form().draft()->text(field::description), u"Bold\nand\tmore"_s);
    // Hard spaces stay hard.
    type(*description, u"5\u00a0kg"_s);
    QVERIFY(form().draft()->text(field::description).contains(u"5\u00a0kg"_s));
}

void InformationFormTest::aLongDescriptionIsTypedIntoAndUndoneInPlace()
{
    QStringList lines;
    for (int number = 0; number < 5'000; ++number)
        lines += u"Строка %1: о чём говорили на этой неделе, и кто что обещал"_s.arg(number);
    openForm();
    auto *description = child<QPlainTextEdit>(u"field-description"_s);
    description->setFocus();
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    QTest::keyClick(description, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(description, Qt::Key_V, Qt::ControlModifier);
    form().draft()->endStep();
    QTextCursor cursor(description->document()->findBlockByNumber(2'500));
    description->setTextCursor(cursor);
    type(*description, u"ЗДЕСЬ "_s);
    QVERIFY(form().draft()->text(field::description).contains(u"ЗДЕСЬ Строка 2500:"_s));
    QTest::keyClick(description, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(form().draft()->text(field::description), lines.join(u'\n'));
    QCOMPARE(description->textCursor().blockNumber(), 2'500); // not at the end of the text
    QVERIFY(description->cursorRect().intersects(description->viewport()->rect()));
    QTRY_VERIFY(m_bench->workspace.drafts().content(shown(), u"information"_s).size() > 300'000);
}

void InformationFormTest::escapeGoesBackToTheListAndLosesNothing()
{
    openForm();
    line(field::title)->selectAll();
    type(*line(field::title), u"مؤتمر הרצאה 2026 "_s + QString(280, u'ж'));
    QTest::keyClick(line(field::title), Qt::Key_Escape);
    QTRY_VERIFY(m_bench->window->recordingsPage().table().hasFocus());
    QVERIFY(form().draft()->isDirty(field::title));
    QTest::keyClick(m_bench->window.get(), Qt::Key_F2);
    QTRY_VERIFY(line(field::title)->hasFocus());
    QTest::keyClick(line(field::title), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(catalog(field::title).startsWith(u"مؤتمر"_s));
}

void InformationFormTest::whatIsNoDateIsShownAsItIs()
{
    const std::unique_ptr<FieldInput> input(FieldInput::make({u"custom.due"_s, u"Due"_s, FieldType::Date, {}, 10, false}));
    auto *has = static_cast<QCheckBox *>(input->target());
    input->setText(u"31.02.2026"_s);
    QVERIFY(has->text().contains(u"31.02.2026"_s));
    QVERIFY(!has->isChecked());
    has->click();
    QVERIFY(!has->text().contains(u"31.02.2026"_s));
    QVERIFY(QDate::fromString(input->text(), Qt::ISODate).isValid());
    input->setText(u"2026-12-01"_s);
    QCOMPARE(input->text(), u"2026-12-01"_s);
}

void InformationFormTest::everyTypeOfCustomFieldIsEdited()
{
    const QList<FieldDefinition> custom{{u"custom.room"_s, u"Room R&D"_s, FieldType::Line, {}, 10, false},
                                        {u"custom.notes"_s, u"Notes"_s, FieldType::Text, {}, 11, false},
                                        {u"custom.hours"_s, u"Hours"_s, FieldType::Number, {}, 12, false},
                                        {u"custom.due"_s, u"Due"_s, FieldType::Date, {}, 13, false},
                                        {u"custom.kind"_s, u"Kind"_s, FieldType::Choice, {u"A"_s, u"B"_s}, 14, false}};
    for (const FieldDefinition &one : custom)
        editor().storeFieldDefinition(somebody, one);
    openForm();
    QTest::keyClicks(line(u"custom.room"_s), u"12"_s);
    QTest::keyClicks(child<QPlainTextEdit>(u"field-custom.notes"_s), u"many"_s);
    QTest::keyClicks(line(u"custom.hours"_s), u"1,50"_s);
    auto *hasDate = child<QCheckBox>(u"field-custom.due"_s);
    hasDate->setFocus();
    QTest::keyClick(hasDate, Qt::Key_Space);
    auto *date = hasDate->parentWidget()->findChild<QDateEdit *>();
    QVERIFY(date->isEnabled());
    date->setDate(QDate(2026, 12, 1));
    auto *kind = child<QComboBox>(u"field-custom.kind"_s);
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);
    QTest::keyClick(kind, Qt::Key_Down);
    auto *language = child<QComboBox>(u"field-language"_s);
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QTest::keyClick(kind, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!form().draft()->isDirty());
    QCOMPARE(catalog(u"custom.room"_s), u"12"_s);
    QCOMPARE(catalog(u"custom.notes"_s), u"many"_s);
    QCOMPARE(catalog(u"custom.hours"_s), u"1.5"_s);
    QCOMPARE(catalog(u"custom.due"_s), u"2026-12-01"_s);
    QCOMPARE(catalog(u"custom.kind"_s), u"B"_s);
    QCOMPARE(catalog(field::language).size(), 2);
    QTest::keyClick(hasDate, Qt::Key_Space); // no date again
    QVERIFY(!date->isEnabled());
    QTest::keyClick(hasDate, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(catalog(u"custom.due"_s), QString());
}

void InformationFormTest::eachStateOfAnEditIsSaidInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("words");
    QTest::newRow("waits") << int(EditState::Pending) << -1 << u"Waits to be sent"_s;
    QTest::newRow("sent") << int(EditState::Settling) << -1 << u"Sent"_s;
    QTest::newRow("too long") << int(EditState::CatalogOnly) << int(CatalogOnlyReason::TooLong) << u"too long for the server"_s;
    QTest::newRow("gone") << int(EditState::CatalogOnly) << int(CatalogOnlyReason::NotOnServer) << u"no longer on the server"_s;
    QTest::newRow("conflict") << int(EditState::Conflict) << -1 << u"Decide which stays"_s;
}

void InformationFormTest::eachStateOfAnEditIsSaidInWords()
{
    QFETCH(const int, state);
    QFETCH(const int, reason);
    QFETCH(const QString, words);
    openForm();
    applyElsewhere(field::owner, {}, u"Kovaleva"_s);
    editor().setState(shown(), field::owner, EditState(state),
                      reason < 0 ? std::nullopt : std::optional(CatalogOnlyReason(reason)));
    QTRY_VERIFY(this->state(field::owner).contains(words));
    QCOMPARE(child<QPushButton>(u"decide-owner"_s)->isVisible(), EditState(state) == EditState::Conflict);
}

void InformationFormTest::aConflictIsShownSideBySideAndDecidedByKey()
{
    openForm();
    const QString before = catalog(field::title);
    applyElsewhere(field::title, before, u"Ours"_s);
    editor().setConflict(shown(), field::title, u"Theirs"_s);
    auto *decide = child<QPushButton>(u"decide-title"_s);
    QTRY_VERIFY(decide->isVisible());
    QTest::mouseClick(decide, Qt::LeftButton);
    QPointer<InformationConflict> dialog = m_bench->window->findChild<InformationConflict *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"conflictOurs"_s)->toPlainText(), u"Ours"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"conflictTheirs"_s)->toPlainText(), u"Theirs"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"conflictBase"_s)->toPlainText(), before);
    QVERIFY(!dialog->findChild<QPlainTextEdit *>(u"conflictOurs"_s)->extraSelections().isEmpty());
    auto *take = dialog->findChild<QPushButton *>(u"takeTheirs"_s);
    take->setFocus();
    QTest::keyClick(take, Qt::Key_Space);
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(!decide->isVisible());
    QVERIFY(m_bench->workspace.calls().contains(u"decide"_s));
}

void InformationFormTest::theHistoryRestoresAnOldValue()
{
    openForm();
    const QString first = catalog(field::title);
    applyElsewhere(field::title, first, u"Second"_s);
    QTRY_COMPARE(line(field::title)->text(), u"Second"_s);
    auto *menu = child<QToolButton>(u"menu-title"_s)->menu();
    menu->findChild<QAction *>(u"history"_s)->trigger();
    QPointer<InformationHistory> dialog = m_bench->window->findChild<InformationHistory *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"historyTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->index(0, FieldHistoryModel::Who).data().toString(), u"boris"_s);
    QCOMPARE(table->model()->index(0, FieldHistoryModel::Before).data().toString(), first.simplified());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"restoreBefore"_s), Qt::LeftButton);
    QTRY_COMPARE(line(field::title)->text(), first);
    QVERIFY(form().draft()->isDirty(field::title)); // applied with the rest, or taken back
    QTRY_VERIFY(!dialog);
}

void InformationFormTest::whoMayOnlyReadSeesTheHistoryAllTheSame()
{
    openForm();
    const QString first = catalog(field::title);
    applyElsewhere(field::title, first, u"Second"_s);
    QTRY_COMPARE(line(field::title)->text(), u"Second"_s);
    form().setReadOnly(true, u"Only who manages it changes it."_s);
    QVERIFY(!line(field::title)->isEnabled());
    auto *button = child<QToolButton>(u"menu-title"_s);
    QVERIFY(button->isEnabled());
    QVERIFY(!button->menu()->findChild<QAction *>(u"restore"_s)->isEnabled());
    button->menu()->findChild<QAction *>(u"history"_s)->trigger();
    QPointer<InformationHistory> dialog = m_bench->window->findChild<InformationHistory *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(u"historyTable"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(!dialog->findChild<QPushButton *>(u"restoreBefore"_s)->isEnabled());
    QTest::keyClick(table, Qt::Key_Return); // what would restore
    QCOMPARE(line(field::title)->text(), u"Second"_s);
    dialog->reject();
    form().setReadOnly(false);
    QVERIFY(line(field::title)->isEnabled());
}

void InformationFormTest::theServersValueComesBack()
{
    openForm();
    const QString first = catalog(field::title);
    applyElsewhere(field::title, first, u"Ours"_s);
    QTRY_COMPARE(line(field::title)->text(), u"Ours"_s);
    auto *menu = child<QToolButton>(u"menu-title"_s)->menu();
    QVERIFY(menu->findChild<QAction *>(u"restore"_s)->isEnabled());
    menu->findChild<QAction *>(u"restore"_s)->trigger();
    QCOMPARE(line(field::title)->text(), first);
    QTest::keyClick(line(field::title), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(catalog(field::title), first);
    QTRY_COMPARE(state(field::title), QString()); // on the server: nothing to say
}

void InformationFormTest::aChangeOfSomebodyElseIsNotOverwrittenUnsaid()
{
    openForm();
    const QString first = catalog(field::title);
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Mine"_s);
    applyElsewhere(field::title, first, u"Of Boris"_s);
    QTRY_VERIFY(state(field::title).contains(u"Of Boris"_s));
    QCOMPARE(line(field::title)->text(), u"Mine"_s);
    QTest::keyClick(line(field::title), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(catalog(field::title), u"Mine"_s); // said, and applied on purpose
}

void InformationFormTest::aFailedApplyLosesNothingAndSaysWhy()
{
    openForm();
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"Mine"_s);
    m_bench->workspace.failNext(u"apply"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog.sqlite"_s, {}});
    QTest::mouseClick(child<QPushButton>(u"applyInformation"_s), Qt::LeftButton);
    QTRY_VERIFY(form().messages().hasMessage());
    QCOMPARE(line(field::title)->text(), u"Mine"_s);
    QTRY_VERIFY(child<QPushButton>(u"applyInformation"_s)->isEnabled());
    QTest::mouseClick(child<QPushButton>(u"applyInformation"_s), Qt::LeftButton);
    QTRY_COMPARE(catalog(field::title), u"Mine"_s);
    QVERIFY(!form().messages().hasMessage());
}

void InformationFormTest::ourOwnApplyIsNobodyElsesChange()
{
    openForm();
    line(field::title)->selectAll();
    QTest::keyClicks(line(field::title), u"One"_s);
    m_bench->workspace.setHoldsAnswers(true);
    QTest::keyClick(line(field::title), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClicks(line(field::title), u" two"_s); // while it is on its way
    m_bench->workspace.setHoldsAnswers(false);
    QTRY_COMPARE(form().draft()->information().values.value(field::title), u"One"_s);
    QCOMPARE(line(field::title)->text(), u"One two"_s);
    QVERIFY(!state(field::title).contains(u"somebody else"_s));
    QTRY_VERIFY(child<QPushButton>(u"applyInformation"_s)->isEnabled());
}

void InformationFormTest::theFormIsWholeOnTheKeyboardAndForScreenReaders()
{
    openForm();
    QSet<QString> reached;
    for (int i = 0; i < 60; ++i) {
        const QWidget *focused = QApplication::focusWidget();
        QVERIFY(focused);
        if (form().isAncestorOf(focused)) {
            reached.insert(focused->objectName());
            const auto *button = qobject_cast<const QAbstractButton *>(focused);
            QVERIFY2(!focused->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(focused->objectName()));
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const FieldDefinition &one : builtInFields())
        QVERIFY2(reached.contains(u"field-"_s + one.id), qPrintable(one.id));
    QVERIFY(reached.contains(u"menu-title"_s));
}

void InformationFormTest::valuesAreWrittenForPeople()
{
    const QLocale russian(QLocale::Russian, QLocale::Russia);
    FieldDefinition one;
    const auto written = [&](FieldType type, const QString &value) {
        one.type = type;
        return fieldValueText(one, value, russian);
    };
    QCOMPARE(written(FieldType::Date, u"2026-12-01"_s), u"01.12.2026"_s);
    QCOMPARE(written(FieldType::Date, u"someday"_s), u"someday"_s);
    QCOMPARE(written(FieldType::Number, u"1.5"_s), u"1,5"_s);
    QCOMPARE(written(FieldType::Tags, u"a,b"_s), u"a, b"_s);
    QCOMPARE(written(FieldType::Language, u"ru"_s), u"Русский"_s);
    QCOMPARE(written(FieldType::Language, u"zz"_s), u"zz"_s);
    QCOMPARE(written(FieldType::Language, {}), QString());
    QCOMPARE(fieldLabel(u"custom.room"_s, {}), u"room"_s); // whatever the catalog holds has a name
}

void InformationFormTest::changedWordsAreFound_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("changed");
    QTest::newRow("same") << u"a b c"_s << u"a b c"_s << QStringList();
    QTest::newRow("a word") << u"Лекция 4. Ряды"_s << u"Лекция 5. Ряды"_s << QStringList{u"5"_s};
    QTest::newRow("two words") << u"one two three four"_s << u"one 2 three 4"_s << QStringList{u"2"_s, u"4"_s};
    QTest::newRow("from nothing") << QString() << u"new"_s << QStringList{u"new"_s};
    QTest::newRow("to nothing") << u"old"_s << QString() << QStringList();
    QTest::newRow("added at the end") << u"one"_s << u"one more"_s << QStringList{u" more"_s};
}

void InformationFormTest::changedWordsAreFound()
{
    QFETCH(const QString, base);
    QFETCH(const QString, text);
    QFETCH(const QStringList, changed);
    QStringList found;
    for (const TextRange &range : changedWords(base, text))
        found << text.mid(range.position, range.length);
    QCOMPARE(found, changed);
}

QTEST_MAIN(InformationFormTest)
#include "tst_informationform.moc"
