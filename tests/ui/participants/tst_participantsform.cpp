// The participants form as a person uses it: the tab of the details pane over a workspace in memory.

#include "tests/ui/mnemonics.h"
#include "tests/ui/uitest.h"

#include "ui/forms/attendancehistory.h"
#include "ui/forms/attendeedialog.h"
#include "ui/forms/attendeematchdialog.h"
#include "ui/forms/attendeesplitdialog.h"
#include "ui/forms/servicerightsdialog.h"
#include "ui/models/participantmodel.h"
#include "ui/pages/recordings/attendancepresenter.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/detailspresenter.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/shell/appearance.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

using Tab = ParticipantsTab;

constexpr RecordingId lecture{3};
constexpr qint64 minute = 60'000;

ParticipantRows rowsOf(const FakeWorkspace::Entry &entry, const QList<AttendeeEdit> &edits = {})
{
    const QList<Attendee> attendees = attendanceOf(entry.participants, edits);
    const AttendanceReport report = attendanceReport(entry.details, attendees, entry.timeline);
    return {.rows = report.rows,
            .startedAtMs = entry.details.row.startedAt.toMSecsSinceEpoch(),
            .endedAtMs = entry.details.endedAt.toMSecsSinceEpoch(),
            .recorded = recordedSpans(entry.details, entry.timeline)};
}

QList<PresencePart> partsOf(const QModelIndex &index, int role)
{
    return index.data(role).value<QList<PresencePart>>();
}

} // namespace

class ParticipantsFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theModelShowsPresenceOverTheMeeting();
    void impossibleTimesStayInsideTheBar();
    void whatWasEditedBearsAMarkAndTheAutomaticValue();
    void anEditedNameIsShownAtOnceAndTakenBack();
    void everyFieldIsGivenBackByItself();
    void anAddedOneIsListedLast();
    void aNameIsNeeded();
    void severalAreMerged();
    void oneIsSplitIntoTwo();
    void theRemovedAreHiddenShownAndPutBack();
    void allIsAutomaticAgain();
    void aPersonIsSuggestedSearchedAndMadeKnown();
    void aChangeElsewhereIsSaidAndReadAgain();
    void aFailedUndoLeavesTheHistoryAsItWas();
    void eachRecordingKeepsItsOwnHistory();
    void keysWorkInTheTable();
    void anotherFormsKeysDoNotReachThrough();
    void rightsOpenWithTheRoleOfTheSelected();
    void csvAndJsonAreWritten();
    void aFileThatCannotBeWrittenIsSaid();
    void chosenColumnsComeBack();
    void theNextStartHasTheChosenColumns();
    void everythingHasANameForScreenReaders();
    void galleryOfTheForm_data();
    void galleryOfTheForm();

private:
    void show(RecordingId recording);
    Tab &tab() { return m_pane->participants(); }
    QTableView &table() { return tab().table(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    QStringList names();
    void select(const QStringList &wanted);
    void trigger(Tab::Command command) { tab().action(command)->trigger(); }
    template<typename Dialog>
    Dialog *dialog() { return tab().findChild<Dialog *>(); }
    void rename(const QString &from, const QString &to);
    QString message() { return tab().messages().text(); }
    QString memory(Tab::Command command) { return tab().action(command)->text(); }
    void save(QWidget &widget, const QString &scene, double scale);

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<FakeQuestions> m_questions;
    std::unique_ptr<DetailsPane> m_pane;
    std::unique_ptr<DetailsPresenter> m_details;
    AttendancePresenter *m_presenter = nullptr;
    QStringList m_faults;
};

void ParticipantsFormTest::initTestCase()
{
    QApplication::setStyle(u"Fusion"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void ParticipantsFormTest::init()
{
    m_workspace = std::make_unique<FakeWorkspace>();
    m_questions = std::make_unique<FakeQuestions>();
    fillWithSamples(*m_workspace, FixedClock().now());
    show(lecture);
}

void ParticipantsFormTest::cleanup()
{
    m_details.reset();
    m_pane.reset();
}

// A pane made anew, as at a start of the program.
void ParticipantsFormTest::show(RecordingId recording)
{
    m_details.reset();
    m_pane = std::make_unique<DetailsPane>([](const QString &) { return true; });
    m_details = std::make_unique<DetailsPresenter>(*m_workspace, ownerActor(u"anna"_s, u"Anna"_s), *m_pane);
    m_presenter = new AttendancePresenter(*m_workspace, {u"anna"_s, u"Anna"_s}, *m_questions, *m_pane, m_pane.get());
    m_pane->resize(560, 620);
    m_pane->tabs()->setCurrentWidget(&tab());
    m_pane->show();
    m_pane->activateWindow();
    m_details->show(recording);
    QTRY_VERIFY(tab().report());
}

QStringList ParticipantsFormTest::names()
{
    QStringList shown;
    for (int row = 0; row < table().model()->rowCount(); ++row)
        shown += cell(row, ParticipantModel::Name);
    return shown;
}

void ParticipantsFormTest::select(const QStringList &wanted)
{
    QStringList uids;
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        if (wanted.contains(cell(row, ParticipantModel::Name)))
            uids += table().model()->index(row, 0).data(ParticipantModel::UidRole).toString();
    }
    tab().select(uids);
    QCOMPARE(tab().selection().size(), wanted.size());
}

void ParticipantsFormTest::rename(const QString &from, const QString &to)
{
    select({from});
    trigger(Tab::Edit);
    auto *form = dialog<AttendeeDialog>();
    QVERIFY(form);
    form->findChild<QLineEdit *>(u"attendeeName"_s)->setText(to);
    form->findChild<QPushButton *>(u"acceptAttendee"_s)->click();
    QTRY_VERIFY(names().contains(to));
    QTRY_VERIFY(!dialog<AttendeeDialog>());
}

void ParticipantsFormTest::theModelShowsPresenceOverTheMeeting()
{
    const FakeWorkspace::Entry *entry = m_workspace->entry(lecture);
    ParticipantModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rowsOf(*entry));
    QCOMPARE(model.rowCount(), 6);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setRows(rowsOf(*entry));
    QCOMPARE(resets.count(), 0); // nothing changed: selection and place stay
    const QModelIndex pyotr = model.index(2, ParticipantModel::Presence);
    const QList<PresencePart> parts = partsOf(pyotr, ParticipantModel::PresenceRole);
    QCOMPARE(model.index(2, ParticipantModel::Name).data().toString(), u"Мария Белова"_s);
    QCOMPARE(parts.size(), 3); // three sessions of one person
    QVERIFY(parts.first().from > 0 && parts.first().to < parts.last().from && parts.last().to <= 1);
    const QList<PresencePart> recorded = partsOf(pyotr, ParticipantModel::RecordedRole);
    QCOMPARE(recorded.size(), 1);
    QVERIFY(recorded.first().from > 0 && recorded.first().to < 1); // from the 5th to the 91st minute
    QVERIFY(pyotr.data(Qt::AccessibleTextRole).toString().contains(u"of the recorded time"_s));
    QCOMPARE(model.index(0, ParticipantModel::RecordedPercent).data().toString(), u"100%"_s);
    QCOMPARE(model.index(3, ParticipantModel::PresentFor).data().toString(), u"83 min"_s);
    QCOMPARE(model.index(4, ParticipantModel::ConferencePart).data().toString(), u"Guest, external"_s);
}

void ParticipantsFormTest::impossibleTimesStayInsideTheBar()
{
    AttendanceReportRow odd;
    odd.attendee.participant.name = u"Odd"_s;
    odd.attendee.participant.sessions = {{500, 100}, {-5000, 90'000}};
    ParticipantModel model;
    model.setRows({.rows = {odd}, .startedAtMs = 1000, .endedAtMs = 1000, .recorded = {{-9000, 99'000}}});
    const QModelIndex index = model.index(0, ParticipantModel::Presence);
    for (const PresencePart &part : partsOf(index, ParticipantModel::PresenceRole) + partsOf(index, ParticipantModel::RecordedRole))
        QVERIFY(part.from >= 0 && part.from <= 1 && part.to >= 0 && part.to <= 1);
}

void ParticipantsFormTest::whatWasEditedBearsAMarkAndTheAutomaticValue()
{
    rename(u"John Whitfield"_s, u"<b>J. Whitfield</b>"_s);
    const int row = static_cast<int>(names().indexOf(u"<b>J. Whitfield</b>"_s));
    const QModelIndex index = table().model()->index(row, ParticipantModel::Name);
    QVERIFY(!index.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(table().model()->index(0, ParticipantModel::Name).data(Qt::DecorationRole).value<QIcon>().isNull());
    const QString tip = index.data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"Automatic name: “John Whitfield”"_s));
    QVERIFY(!tip.contains(u"<b>"_s));
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"<b>J. Whitfield</b>, Edited"_s);
    QCOMPARE(cell(row, ParticipantModel::Source), u"Edited"_s);
}

void ParticipantsFormTest::anEditedNameIsShownAtOnceAndTakenBack()
{
    QVERIFY(!tab().action(Tab::Undo)->isEnabled());
    rename(u"John Whitfield"_s, u"John"_s);
    QCOMPARE(m_workspace->attendance().editsOf(lecture).size(), 1);
    QCOMPARE(memory(Tab::Undo), u"Undo: Edit a participant"_s);
    trigger(Tab::Undo);
    QTRY_VERIFY(names().contains(u"John Whitfield"_s));
    QVERIFY(m_workspace->attendance().editsOf(lecture).isEmpty());
    QTRY_VERIFY(tab().action(Tab::Redo)->isEnabled());
    trigger(Tab::Redo);
    QTRY_VERIFY(names().contains(u"John"_s));
}

void ParticipantsFormTest::everyFieldIsGivenBackByItself()
{
    select({u"John Whitfield"_s});
    trigger(Tab::Edit);
    auto *form = dialog<AttendeeDialog>();
    QVERIFY(!form->findChild<QSpinBox *>(u"attendeeMinutes"_s)); // measured
    form->findChild<QLineEdit *>(u"attendeeName"_s)->setText(u"John"_s);
    form->findChild<QComboBox *>(u"attendeeRole"_s)->setCurrentIndex(3);
    form->findChild<QPlainTextEdit *>(u"attendeeNote"_s)->setPlainText(u"from the branch office"_s);
    form->findChild<QPushButton *>(u"acceptAttendee"_s)->click();
    QTRY_COMPARE(m_workspace->attendance().editsOf(lecture).value(0).name, std::optional(u"John"_s));
    QCOMPARE(m_workspace->attendance().editsOf(lecture).first().role, std::optional(ConferenceRole::Moderator));
    QVERIFY(!m_workspace->attendance().editsOf(lecture).first().externalUserId);
    QTRY_VERIFY(!dialog<AttendeeDialog>() && names().contains(u"John"_s));

    select({u"John"_s});
    trigger(Tab::Edit);
    form = dialog<AttendeeDialog>();
    auto *restore = form->findChild<QToolButton *>(u"attendeeNameRestore"_s);
    QVERIFY(restore->isEnabled());
    QVERIFY(!form->findChild<QToolButton *>(u"attendeeUserIdRestore"_s)->isEnabled()); // it is the automatic one
    QCOMPARE(restore->accessibleName(), u"Restore the automatic name"_s);
    restore->click();
    QCOMPARE(form->findChild<QLineEdit *>(u"attendeeName"_s)->text(), u"John Whitfield"_s);
    QVERIFY(!restore->isEnabled());
    form->findChild<QPushButton *>(u"acceptAttendee"_s)->click();
    QTRY_VERIFY(names().contains(u"John Whitfield"_s));
    const AttendeeEdit edit = m_workspace->attendance().editsOf(lecture).first();
    QVERIFY(!edit.name); // follows the server again
    QCOMPARE(edit.role, std::optional(ConferenceRole::Moderator));
    QCOMPARE(edit.note, u"from the branch office"_s);
}

void ParticipantsFormTest::anAddedOneIsListedLast()
{
    trigger(Tab::Add);
    auto *form = dialog<AttendeeDialog>();
    QVERIFY(form);
    form->findChild<QLineEdit *>(u"attendeeName"_s)->setText(u"Вера Гостева"_s);
    form->findChild<QSpinBox *>(u"attendeeMinutes"_s)->setValue(45);
    form->findChild<QPushButton *>(u"acceptAttendee"_s)->click();
    QTRY_COMPARE(names().size(), 7);
    QCOMPARE(names().last(), u"Вера Гостева"_s);
    QCOMPARE(cell(6, ParticipantModel::PresentFor), u"45 min"_s);
    QCOMPARE(cell(6, ParticipantModel::RecordedPercent), u"–"_s);
    QCOMPARE(cell(6, ParticipantModel::Source), u"Added by hand"_s);
}

void ParticipantsFormTest::aNameIsNeeded()
{
    trigger(Tab::Add);
    auto *form = dialog<AttendeeDialog>();
    auto *accept = form->findChild<QPushButton *>(u"acceptAttendee"_s);
    auto *problem = form->findChild<QLabel *>(u"attendeeProblem"_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(accept->isDefault());
    QVERIFY(problem->text().isEmpty()); // nobody has typed yet
    QTest::keyClicks(form->findChild<QLineEdit *>(u"attendeeName"_s), u" "_s);
    QVERIFY(!accept->isEnabled());
    QVERIFY(!problem->text().isEmpty());
    QTest::keyClicks(form->findChild<QLineEdit *>(u"attendeeName"_s), u"V"_s);
    QVERIFY(accept->isEnabled());
    form->findChild<QPlainTextEdit *>(u"attendeeNote"_s)->setPlainText(QString(2001, u'x'));
    QVERIFY(!accept->isEnabled());
    QVERIFY(problem->text().contains(u'1'));
    form->reject();
}

void ParticipantsFormTest::severalAreMerged()
{
    QVERIFY(!tab().action(Tab::Merge)->isEnabled());
    select({u"Пётр Иванов"_s, u"Иванов Пётр"_s});
    QVERIFY(!tab().action(Tab::Edit)->isEnabled());
    trigger(Tab::Merge);
    QTRY_COMPARE(names().size(), 5);
    const int row = static_cast<int>(names().indexOf(u"Пётр Иванов"_s));
    QVERIFY(row >= 0);
    QVERIFY(table().model()->index(row, 0).data(Qt::ToolTipRole).toString().contains(u"Merged of 2"_s));
    trigger(Tab::Undo);
    QTRY_COMPARE(names().size(), 6);
}

void ParticipantsFormTest::oneIsSplitIntoTwo()
{
    select({u"Анна Сергеевна Ковалёва"_s});
    QVERIFY(!tab().action(Tab::Split)->isEnabled()); // one session
    select({u"Мария Белова"_s});
    trigger(Tab::Split);
    auto *form = dialog<AttendeeSplitDialog>();
    QVERIFY(form);
    auto *accept = form->findChild<QPushButton *>(u"acceptSplit"_s);
    auto *sessions = form->findChild<QListWidget *>(u"splitSessions"_s);
    QCOMPARE(sessions->count(), 3);
    form->findChild<QLineEdit *>(u"splitName"_s)->setText(u"Сестра Марии"_s);
    QVERIFY(!accept->isEnabled());
    for (int row = 0; row < 3; ++row)
        sessions->item(row)->setCheckState(Qt::Checked);
    QVERIFY(!accept->isEnabled()); // one has to stay
    sessions->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(accept->isEnabled());
    accept->click();
    QTRY_COMPARE(names().size(), 7);
    QCOMPARE(cell(static_cast<int>(names().indexOf(u"Мария Белова"_s)), ParticipantModel::PresentFor), u"19 min"_s);
    QCOMPARE(cell(static_cast<int>(names().indexOf(u"Сестра Марии"_s)), ParticipantModel::PresentFor), u"53 min"_s);
}

void ParticipantsFormTest::theRemovedAreHiddenShownAndPutBack()
{
    select({u"John Whitfield"_s, u"Иванов Пётр"_s});
    trigger(Tab::Remove);
    QTRY_COMPARE(names().size(), 4);
    QVERIFY(tab().findChild<QLabel *>(u"participantsSummary"_s)->text().contains(u"2 removed"_s));
    QCOMPARE(tab().report()->rows.size(), 4);
    tab().action(Tab::ShowRemoved)->setChecked(true);
    QCOMPARE(names().size(), 6);
    select({u"John Whitfield"_s});
    QVERIFY(tab().action(Tab::Restore)->isEnabled());
    QVERIFY(!tab().action(Tab::Remove)->isEnabled());
    const QModelIndex index = table().selectionModel()->selectedRows().first();
    QVERIFY(index.data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"removed"_s));
    trigger(Tab::Restore);
    QTRY_COMPARE(m_workspace->attendance().editsOf(lecture).size(), 1);
    tab().action(Tab::ShowRemoved)->setChecked(false);
    QTRY_COMPARE(names().size(), 5);
    QVERIFY(names().contains(u"John Whitfield"_s));
}

void ParticipantsFormTest::allIsAutomaticAgain()
{
    rename(u"John Whitfield"_s, u"John"_s);
    select({u"John"_s});
    QVERIFY(tab().action(Tab::MakeAutomatic)->isEnabled());
    trigger(Tab::MakeAutomatic);
    QTRY_VERIFY(names().contains(u"John Whitfield"_s));
    QVERIFY(m_workspace->attendance().editsOf(lecture).isEmpty());
}

void ParticipantsFormTest::aPersonIsSuggestedSearchedAndMadeKnown()
{
    select({u"John Whitfield"_s});
    trigger(Tab::Match);
    QTRY_VERIFY(dialog<AttendeeMatchDialog>());
    auto *form = dialog<AttendeeMatchDialog>();
    QTRY_VERIFY(!form->findChild<QPushButton *>(u"acceptMatch"_s)->isEnabled()); // nobody is known yet
    QVERIFY(!form->findChild<QPushButton *>(u"unmatchPerson"_s)->isVisible());
    form->findChild<QPushButton *>(u"createPerson"_s)->click();
    QTRY_COMPARE(m_workspace->attendance().people().size(), 1);
    QCOMPARE(m_workspace->attendance().people().first().externalIds.value(0).second, u"w_ab12"_s);
    QTRY_COMPARE(m_workspace->attendance().editsOf(lecture).value(0).person.value, 1);
    const auto knownAs = [this] { return cell(static_cast<int>(names().indexOf(u"John Whitfield"_s)), ParticipantModel::Person); };
    QTRY_COMPARE(knownAs(), u"John Whitfield"_s);

    trigger(Tab::Undo);
    QTRY_COMPARE(knownAs(), QString());
    QTRY_VERIFY(!dialog<AttendeeMatchDialog>());
    select({u"John Whitfield"_s});
    trigger(Tab::Match);
    QTRY_VERIFY(dialog<AttendeeMatchDialog>());
    form = dialog<AttendeeMatchDialog>();
    auto *list = form->findChild<QListWidget *>(u"matchList"_s);
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"suggested"_s));
    form->findChild<QLineEdit *>(u"matchSearch"_s)->setText(u"Nobody"_s);
    QTRY_VERIFY(!form->findChild<QPushButton *>(u"acceptMatch"_s)->isEnabled());
    form->findChild<QLineEdit *>(u"matchSearch"_s)->setText(u"whit"_s);
    QTRY_COMPARE(list->count(), 1);
    QTRY_VERIFY(form->findChild<QPushButton *>(u"acceptMatch"_s)->isEnabled());
    form->findChild<QPushButton *>(u"acceptMatch"_s)->click();
    QTRY_COMPARE(knownAs(), u"John Whitfield"_s);
}

void ParticipantsFormTest::aChangeElsewhereIsSaidAndReadAgain()
{
    AttendeeEdit other;
    other.uid = u"other"_s;
    other.name = u"Added elsewhere"_s;
    m_workspace->attendance().setEdits(lecture, {other}); // unannounced: by another program
    select({u"John Whitfield"_s});
    trigger(Tab::Remove);
    QTRY_VERIFY(message().contains(u"Somebody else"_s));
    QTRY_VERIFY(names().contains(u"Added elsewhere"_s));
    QCOMPARE(m_workspace->attendance().editsOf(lecture), QList<AttendeeEdit>{other}); // theirs is there still
    QVERIFY(!tab().action(Tab::Undo)->isEnabled());
    select({u"John Whitfield"_s});
    trigger(Tab::Remove);
    QTRY_COMPARE(names().size(), 6);
    QTRY_VERIFY(!tab().messages().isVisible());
}

void ParticipantsFormTest::aFailedUndoLeavesTheHistoryAsItWas()
{
    rename(u"John Whitfield"_s, u"John"_s);
    m_workspace->failNext(u"replaceEdits"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog.sqlite"_s, {}});
    trigger(Tab::Undo);
    QTRY_VERIFY(message().contains(u"catalog"_s));
    QTRY_VERIFY(tab().action(Tab::Undo)->isEnabled());
    QVERIFY(!tab().action(Tab::Redo)->isEnabled());
    QVERIFY(names().contains(u"John"_s));
    trigger(Tab::Undo);
    QTRY_VERIFY(names().contains(u"John Whitfield"_s));
}

void ParticipantsFormTest::eachRecordingKeepsItsOwnHistory()
{
    rename(u"John Whitfield"_s, u"John"_s);
    QVERIFY(tab().action(Tab::Undo)->isEnabled());
    m_details->show(RecordingId{4});
    QTRY_VERIFY(!tab().action(Tab::Undo)->isEnabled());
    m_details->show(lecture);
    QTRY_VERIFY(tab().action(Tab::Undo)->isEnabled());
    trigger(Tab::Undo);
    QTRY_VERIFY(m_workspace->attendance().editsOf(lecture).isEmpty());
}

void ParticipantsFormTest::keysWorkInTheTable()
{
    table().setFocus();
    select({u"John Whitfield"_s});
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(names().size(), 5);
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(names().size(), 6);
    select({u"John Whitfield"_s});
    for (const auto key : {Qt::Key_F2, Qt::Key_Return}) {
        QTest::keyClick(&table(), key);
        QTRY_VERIFY(dialog<AttendeeDialog>());
        QTest::keyClick(dialog<AttendeeDialog>(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog<AttendeeDialog>());
    }
    QTest::keyClick(&table(), Qt::Key_Insert);
    QTRY_VERIFY(dialog<AttendeeDialog>());
    dialog<AttendeeDialog>()->reject();
}

// The main window has the same keys for its other forms.
void ParticipantsFormTest::anotherFormsKeysDoNotReachThrough()
{
    QAction undoElsewhere(m_pane.get());
    undoElsewhere.setShortcut(QKeySequence::Undo);
    m_pane->addAction(&undoElsewhere);
    const QSignalSpy elsewhere(&undoElsewhere, &QAction::triggered);
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier); // nothing to undo here
    QCOMPARE(elsewhere.count(), 0);
    m_pane->tabs()->setFocus();
    QTest::keyClick(m_pane->tabs(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(elsewhere.count(), 1);
}

void ParticipantsFormTest::rightsOpenWithTheRoleOfTheSelected()
{
    select({u"John Whitfield"_s});
    QCOMPARE(memory(Tab::Rights), u"Rights in BigBlueButton…"_s);
    trigger(Tab::Rights);
    auto *rights = dialog<ServiceRightsDialog>();
    QVERIFY(rights);
    QCOMPARE(rights->service(), u"bigbluebutton"_s);
    rights->close();
}

void ParticipantsFormTest::csvAndJsonAreWritten()
{
    rename(u"John Whitfield"_s, u"=cmd|' /C calc'!A0"_s);
    const QTemporaryDir folder;
    m_questions->setNextFile(folder.filePath(u"list"_s)); // without a suffix
    trigger(Tab::ExportCsv);
    QTRY_VERIFY(message().contains(u"list.csv"_s));
    QFile csv(folder.filePath(u"list.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray text = csv.readAll();
    QVERIFY(text.startsWith("\xEF\xBB\xBFuid,name,"));
    QCOMPARE(text.count("\r\n"), 7);
    QVERIFY(text.contains(",'=cmd|' /C calc'!A0,"));
    QVERIFY(m_questions->askedForFiles().last().suggestedPath.endsWith(u", attendance.csv"_s));

    m_questions->setNextFile(folder.filePath(u"list.json"_s));
    trigger(Tab::ExportJson);
    QTRY_VERIFY(message().contains(u"list.json"_s));
    QFile json(folder.filePath(u"list.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
    QCOMPARE(object[u"participants"].toArray().size(), 6);
    QCOMPARE(object[u"recordedMs"].toInteger(), 86 * minute);
}

void ParticipantsFormTest::aFileThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    for (const Tab::Command command : {Tab::ExportCsv, Tab::SavePdf}) {
        tab().messages().clear();
        m_questions->setNextFile(folder.filePath(u"no/such/folder/list.x"_s));
        trigger(command);
        QTRY_VERIFY(tab().messages().hasMessage());
        QVERIFY(!message().contains(u"Saved"_s));
    }
    tab().messages().clear();
    trigger(Tab::ExportCsv); // cancelled
    QTest::qWait(1);
    QVERIFY(!tab().messages().hasMessage());
}

void ParticipantsFormTest::chosenColumnsComeBack()
{
    QVERIFY(table().isColumnHidden(ParticipantModel::TalkTime));
    QMenu *menu = tab().table().makeColumnMenu(&tab());
    menu->actions().at(ParticipantModel::TalkTime)->setChecked(true);
    menu->actions().at(ParticipantModel::PresentFor)->setChecked(false);
    table().sortByColumn(ParticipantModel::Name, Qt::DescendingOrder);
    const QByteArray state = tab().table().headerState();
    show(lecture);
    tab().table().restoreHeader(state);
    QVERIFY(!table().isColumnHidden(ParticipantModel::TalkTime));
    QVERIFY(table().isColumnHidden(ParticipantModel::PresentFor));
    QCOMPARE(table().horizontalHeader()->sortIndicatorSection(), int(ParticipantModel::Name));
    QCOMPARE(names().last(), u"John Whitfield"_s);
    for (const QByteArray &damaged : {QByteArray(), QByteArray("x"), QByteArray("\x01sgarbage"), QByteArray("\x09s")}) {
        show(lecture);
        tab().table().restoreHeader(damaged);
        QVERIFY(!table().isColumnHidden(ParticipantModel::Name));
        QVERIFY(table().isColumnHidden(ParticipantModel::TalkTime));
    }
}

void ParticipantsFormTest::theNextStartHasTheChosenColumns()
{
    WindowBench bench;
    bench.makeWindow();
    const auto columns = [&bench]() -> QTableView & { return bench.window->detailsPane().participants().table(); };
    columns().setColumnHidden(ParticipantModel::Note, false);
    columns().setColumnHidden(ParticipantModel::Presence, true);
    bench.window->close();
    bench.makeWindow();
    QVERIFY(!columns().isColumnHidden(ParticipantModel::Note));
    QVERIFY(columns().isColumnHidden(ParticipantModel::Presence));
    QVERIFY(columns().isColumnHidden(ParticipantModel::TalkTime));
}

void ParticipantsFormTest::everythingHasANameForScreenReaders()
{
    for (const QAbstractButton *button : tab().findChildren<QAbstractButton *>()) {
        if (button->isVisible()) {
            QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->objectName()));
        }
    }
    select({u"Мария Белова"_s});
    for (const Tab::Command command : {Tab::Edit, Tab::Split, Tab::Match}) {
        trigger(command);
        QTRY_VERIFY(dialog<QDialog>());
        const auto fields = dialog<QDialog>()->findChildren<QWidget *>();
        for (const QWidget *field : fields) {
            const bool isField = qobject_cast<const QLineEdit *>(field) || qobject_cast<const QComboBox *>(field)
                                 || qobject_cast<const QListWidget *>(field) || qobject_cast<const QPlainTextEdit *>(field);
            const bool isNamed = !field->accessibleName().isEmpty()
                                 || !QAccessible::queryAccessibleInterface(const_cast<QWidget *>(field))->text(QAccessible::Name).isEmpty();
            if (isField && field->isVisible())
                QVERIFY2(isNamed, qPrintable(field->objectName()));
        }
        dialog<QDialog>()->reject();
        QTRY_VERIFY(!dialog<QDialog>());
    }
}

void ParticipantsFormTest::galleryOfTheForm_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-light-100") << u"en"_s << false << 1.0;
    QTest::newRow("ru-light-100") << u"ru"_s << false << 1.0;
    QTest::newRow("ru-dark-200") << u"ru"_s << true << 2.0;
}

void ParticipantsFormTest::save(QWidget &widget, const QString &scene, double scale)
{
    widget.ensurePolished();
    QCoreApplication::sendPostedEvents();
    QPixmap picture((QSizeF(widget.size()) * scale).toSize());
    picture.setDevicePixelRatio(scale);
    widget.render(&picture);
    const QDir folder(qEnvironmentVariable("LETOPIS_GALLERY_DIR", u"gallery"_s));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(picture.save(folder.filePath(u"participants-%1-%2.png"_s.arg(scene, QLatin1StringView(QTest::currentDataTag()))), "PNG", 80));
    for (const QAbstractButton *button : widget.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            m_faults << scene + u": "_s + button->text();
    }
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            m_faults << scene + u": "_s + label->text();
    }
    for (const QString &clash : clashingMnemonics(widget))
        m_faults << scene + u": "_s + clash;
}

void ParticipantsFormTest::galleryOfTheForm()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isDark);
    QFETCH(const double, scale);
    const Language installed(language);
    const QPalette before = QApplication::palette();
    QApplication::setPalette(isDark ? darkPalette() : lightPalette());
    m_faults.clear();
    show(lecture);
    m_pane->resize(500, 620);
    rename(u"John Whitfield"_s, u"Джон Уитфилд"_s);
    trigger(Tab::Add);
    dialog<AttendeeDialog>()->findChild<QLineEdit *>(u"attendeeName"_s)->setText(u"Вера Гостева"_s);
    save(*dialog<AttendeeDialog>(), u"2-add"_s, scale);
    dialog<AttendeeDialog>()->accept();
    QTRY_COMPARE(names().size(), 7);
    select({u"Иванов Пётр"_s});
    trigger(Tab::Remove);
    QTRY_COMPARE(names().size(), 6);
    tab().action(Tab::ShowRemoved)->setChecked(true);
    select({u"Джон Уитфилд"_s});
    QTest::qWait(1);
    save(*m_pane, u"1-tab"_s, scale);
    QCOMPARE(table().horizontalScrollBar()->maximum(), 0);
    QTRY_VERIFY(!dialog<AttendeeDialog>());
    trigger(Tab::Edit);
    save(*dialog<AttendeeDialog>(), u"3-edit"_s, scale);
    dialog<AttendeeDialog>()->reject();
    trigger(Tab::Match);
    QTRY_VERIFY(dialog<AttendeeMatchDialog>());
    QTest::qWait(10);
    save(*dialog<AttendeeMatchDialog>(), u"4-match"_s, scale);
    dialog<AttendeeMatchDialog>()->reject();
    select({u"Мария Белова"_s});
    trigger(Tab::Split);
    dialog<AttendeeSplitDialog>()->findChild<QListWidget *>(u"splitSessions"_s)->item(1)->setCheckState(Qt::Checked);
    save(*dialog<AttendeeSplitDialog>(), u"5-split"_s, scale);
    dialog<AttendeeSplitDialog>()->reject();
    auto *more = tab().findChild<QToolButton *>(u"participantsMore"_s)->menu();
    more->popup({});
    save(*more, u"6-more"_s, scale);
    more->close();
    for (const int column : {ParticipantModel::TalkTime, ParticipantModel::Source, ParticipantModel::Note, ParticipantModel::Person})
        table().setColumnHidden(column, false);
    m_pane->resize(900, 500);
    tab().table().fitColumns();
    QTest::qWait(1);
    save(*m_pane, u"7-columns"_s, scale);
    QApplication::setPalette(before);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(u" | "_s)));
}

QTEST_MAIN(ParticipantsFormTest)
#include "tst_participantsform.moc"
