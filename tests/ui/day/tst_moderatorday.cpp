// A moderator's day by keyboard alone, in both languages: the program itself on a profile of its own, a conference server in
// miniature, no mouse, no call into the window but to look. Where a file dialog would open, its port answers.

#include "tests/ui/day/daybench.h"

#include "core/domain/attendance.h"
#include "core/domain/material.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/recordingeditor.h"
#include "tests/ui/uitest.h"
#include "ui/forms/informationdraft.h"
#include "ui/forms/informationform.h"
#include "ui/models/materialmodel.h"
#include "ui/pages/recordings/materiallist.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/shell/actions.h"

using namespace letopis;
using namespace letopis::test;

class ModeratorDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeDay_data();
    void theWholeDay();

private:
    void findBySearch();
    void editInformation();
    void restoreFromHistory();
    void workOffline();
    void editSeveral();
    void correctParticipants();
    void keepMaterials();

    InformationForm &form() { return m_program->window->detailsPane().information(); }
    RecordingsPage &page() { return m_program->window->recordingsPage(); }
    template<typename T>
    T *child(const QString &name) { return m_program->window->findChild<T *>(name); }
    FieldValues catalog(RecordingId id);
    FieldValues catalog() { return catalog(m_recording); }
    void goToTab(QWidget *tab);
    QList<Attendee> people();
    QList<Material> files();
    bool isPushed();

    std::unique_ptr<DemoConference> m_conference;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Program> m_program;
    RecordingId m_recording;
    bool m_hasDisk = false;
};

void ModeratorDayTest::theWholeDay_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

// Each part stops the day where it fails.
#define LETOPIS_PART(part)                                                                                                     \
    part();                                                                                                                    \
    if (QTest::currentTestFailed())                                                                                            \
    return

void ModeratorDayTest::theWholeDay()
{
    QFETCH(const QString, language);
    const Language installed(language);
    m_conference = std::make_unique<DemoConference>();
    demo::Options options = DemoConference::defaultOptions(8);
    options.media = demo::Media::None;
    QVERIFY2(m_conference->start(options), qPrintable(m_conference->error()));
    m_hasDisk = !m_conference->connection().sshHost.isEmpty();
    m_profile = std::make_unique<QTemporaryDir>();
    m_program = std::make_unique<Program>(m_profile->path());
    QVERIFY(m_program->connectTo(m_conference->connection()).isValid());
    m_program->openWindow();
    QTRY_VERIFY(m_program->window->actionList()[Actions::SyncAll]->isEnabled()); // once the servers are known
    press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page().model().rowCount() == 8, 60'000);

    LETOPIS_PART(findBySearch);
    LETOPIS_PART(editInformation);
    LETOPIS_PART(restoreFromHistory);
    LETOPIS_PART(workOffline);
    LETOPIS_PART(editSeveral);
    LETOPIS_PART(correctParticipants);
    if (m_hasDisk) {
        LETOPIS_PART(keepMaterials);
    }
    press(Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(!m_program->window->isVisible());
    QVERIFY(m_program->questions.asked().isEmpty());
    m_program.reset();
}

FieldValues ModeratorDayTest::catalog(RecordingId id)
{
    const auto information = answerOf(m_program->workspace().editor().information(m_program->actor(), id));
    return information ? information->values : FieldValues();
}

QList<Attendee> ModeratorDayTest::people()
{
    return answerOf(m_program->workspace().attendance().attendance(m_program->actor(), m_recording)).value_or({});
}

QList<Material> ModeratorDayTest::files()
{
    return answerOf(m_program->workspace().materials().materials(m_program->actor(), m_recording, true)).value_or({});
}

bool ModeratorDayTest::isPushed()
{
    const auto entries = answerOf(m_program->workspace().editor().outbox(m_program->actor(), false));
    return entries && std::none_of(entries->begin(), entries->end(),
                                   [](const OutboxEntry &one) { return one.edit.state == EditState::Pending; });
}

// Ctrl+I, then along the tabs.
void ModeratorDayTest::goToTab(QWidget *tab)
{
    activateTopmost();
    QTRY_VERIFY(m_program->window->actionList()[Actions::OpenRecording]->isEnabled());
    press(Qt::Key_I, Qt::ControlModifier);
    QTabWidget *tabs = m_program->window->detailsPane().tabs();
    QTRY_VERIFY2(tabs->tabBar()->hasFocus(), qPrintable(focusName()));
    for (int step = 0; step < tabs->count(); ++step)
        press(Qt::Key_Left);
    for (int step = 0; step < tabs->count() && tabs->currentWidget() != tab; ++step)
        press(Qt::Key_Right);
    QCOMPARE(tabs->currentWidget(), tab);
}

// The published one with the longest name, as the search finds it.
void ModeratorDayTest::findBySearch()
{
    RecordingRow wanted;
    for (int row = 0; row < page().model().rowCount(); ++row) {
        const RecordingRow &one = page().model().row(row);
        if (one.state == PublicationState::Published && one.arePeopleKnown && one.participantCount > wanted.participantCount)
            wanted = one;
    }
    if (!wanted.id.isValid())
        wanted = page().model().row(0);
    press(Qt::Key_F, Qt::ControlModifier);
    type(wanted.title);
    QTRY_VERIFY(page().model().query().search == wanted.title.trimmed()
                && page().model().phase() == RecordingListModel::Phase::Ready && page().model().rowCount() > 0);
    press(Qt::Key_Down); // from the search into what it found
    activateTopmost();
    QTRY_VERIFY(page().table().hasFocus());
    for (int step = 0; page().currentRecording() != wanted.id && step < 8; ++step)
        press(Qt::Key_Down);
    QCOMPARE(page().currentRecording(), wanted.id);
    m_recording = wanted.id;
    QTRY_VERIFY(m_program->window->detailsPane().details() && m_program->window->detailsPane().details()->row.id == m_recording);
}

void ModeratorDayTest::editInformation()
{
    press(Qt::Key_F2);
    QTRY_COMPARE(focusName(), u"field-title"_s);
    const QString title = catalog().value(field::title);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Совет: итоги недели"_s);
    QVERIFY(tabTo(u"field-description"_s));
    press(Qt::Key_End, Qt::ControlModifier);
    type(u"Описание с клавиатуры."_s);
    QVERIFY(tabTo(u"field-tags"_s));
    press(Qt::Key_End);
    type(u", совет, итоги"_s);
    press(Qt::Key_Z, Qt::ControlModifier); // the tags
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(catalog().value(field::title), u"Совет: итоги недели"_s);
    QVERIFY(catalog().value(field::description).endsWith(u"Описание с клавиатуры."_s));
    QVERIFY(catalog().value(field::tags).contains(u"итоги"_s));
    QTRY_VERIFY(!form().draft()->isDirty());
    // Applied is not final: undo in the form, applied again.
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!form().draft()->text(field::tags).contains(u"итоги"_s));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!catalog().value(field::tags).contains(u"итоги"_s));
    QTRY_VERIFY(!form().draft()->isDirty());
    QVERIFY(title != catalog().value(field::title));
}

void ModeratorDayTest::restoreFromHistory()
{
    QVERIFY(tabTo(u"menu-title"_s));
    QVERIFY(chooseInMenu(u"history"_s));
    QTRY_VERIFY(child<QDialog>(u"informationHistory"_s));
    QTRY_COMPARE(focusName(), u"historyTable"_s);
    auto *table = child<QTableView>(u"historyTable"_s);
    QTRY_VERIFY(table->currentIndex().isValid());
    press(Qt::Key_Return); // the value before the newest change
    QTRY_COMPARE(focusName(), u"field-title"_s);
    QTRY_VERIFY(form().draft()->isDirty(field::title));
    const QString restored = form().draft()->text(field::title);
    QVERIFY(restored != u"Совет: итоги недели"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(catalog().value(field::title), restored);
    QTRY_VERIFY(!form().draft()->isDirty());
}

void ModeratorDayTest::workOffline()
{
    m_conference->cutEveryAnswerAfter(0);
    QVERIFY(tabTo(u"field-title"_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Без сети"_s);
    QCOMPARE(form().draft()->text(field::title), u"Без сети"_s);
    QTRY_VERIFY(child<QPushButton>(u"applyInformation"_s)->isEnabled()); // the apply before has ended
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(catalog().value(field::title), u"Без сети"_s);
    press(Qt::Key_4, Qt::AltModifier); // the outbox
    QTRY_COMPARE(focusName(), u"outboxTable"_s);
    auto *table = child<QTableView>(u"outboxTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QVERIFY(tabTo(u"pushOutbox"_s));
    const int requests = m_conference->requestCount();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(m_conference->requestCount() > requests, 60'000); // it tries, and is cut
    QVERIFY(!isPushed());
    m_conference->cutEveryAnswerAfter(-1);
    QVERIFY(tabTo(u"pushOutbox"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(isPushed(), 120'000);
    press(Qt::Key_1, Qt::AltModifier); // all recordings
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QTRY_COMPARE(page().model().rowCount(), 8);
}

void ModeratorDayTest::editSeveral()
{
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Down);
    activateTopmost();
    QTRY_VERIFY(page().table().hasFocus());
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(page().selectedCount(), 3);
    const QList<RecordingId> selected = page().selectedRecordings();
    press(Qt::Key_F2);
    QTRY_VERIFY(child<QDialog>(u"batchEdit"_s));
    QTRY_VERIFY(child<QCheckBox>(u"change-owner"_s));
    QVERIFY(tabTo(u"batch-owner"_s));
    type(u"Кафедра"_s);
    press(Qt::Key_Return); // the plan
    QTRY_COMPARE(focusName(), u"batchTable"_s);
    QCOMPARE(child<QTableView>(u"batchTable"_s)->model()->rowCount(), 3);
    QVERIFY(catalog(selected.first()).value(field::owner) != u"Кафедра"_s); // nothing happened yet
    QVERIFY(tabTo(u"batchNext"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(focusName(), u"batchClose"_s);
    for (const RecordingId id : selected)
        QCOMPARE(catalog(id).value(field::owner), u"Кафедра"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!child<QDialog>(u"batchEdit"_s) || !child<QDialog>(u"batchEdit"_s)->isVisible());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier); // all of it at once
    QTRY_VERIFY(catalog(selected.last()).value(field::owner) != u"Кафедра"_s);
    // Back to one.
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int step = 0; page().currentRecording() != m_recording && step < 8; ++step)
        press(Qt::Key_Down);
    QCOMPARE(page().currentRecording(), m_recording);
    QTRY_VERIFY(m_program->window->detailsPane().details()->row.id == m_recording);
}

void ModeratorDayTest::correctParticipants()
{
    ParticipantsTab &tab = m_program->window->detailsPane().participants();
    goToTab(&tab);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY(tab.report().has_value());
    const auto before = people().size();
    QVERIFY(tabTo(u"participantTable"_s));
    press(Qt::Key_Insert);
    QTRY_COMPARE(focusName(), u"attendeeName"_s);
    type(u"Анна Новикова"_s);
    QVERIFY(tabTo(u"attendeeNote"_s));
    type(u"пришла лично"_s);
    QVERIFY(tabTo(u"acceptAttendee"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE(people().size(), before + 1);
    QTRY_COMPARE(focusName(), u"participantTable"_s);
    const auto selectNamed = [&](const QString &name) {
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int step = 0; step < 200; ++step) {
            const QList<Attendee> selected = tab.selection();
            if (selected.size() == 1 && selected.first().participant.name == name)
                return true;
            press(Qt::Key_Down);
        }
        return false;
    };
    QTRY_VERIFY(tab.table().model()->rowCount() == before + 1);
    QTRY_VERIFY(selectNamed(u"Анна Новикова"_s) && tab.action(ParticipantsTab::Edit)->isEnabled());
    press(Qt::Key_F2); // edit
    QTRY_COMPARE(focusName(), u"attendeeName"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"Анна Новикова-Петрова"_s);
    press(Qt::Key_Return);
    const auto has = [this](const QString &name, bool isRemoved) {
        const QList<Attendee> all = people();
        return std::any_of(all.begin(), all.end(), [&](const Attendee &one) { return one.participant.name == name && one.isRemoved == isRemoved; });
    };
    QTRY_VERIFY(has(u"Анна Новикова-Петрова"_s, false));
    QTRY_VERIFY(selectNamed(u"Анна Новикова-Петрова"_s) && tab.action(ParticipantsTab::Remove)->isEnabled());
    press(Qt::Key_Delete); // remove
    QTRY_VERIFY(has(u"Анна Новикова-Петрова"_s, true));
    QTRY_COMPARE(focusName(), u"participantTable"_s);
    QTRY_VERIFY(tab.action(ParticipantsTab::Undo)->isEnabled()); // one change at a time
    press(Qt::Key_Z, Qt::ControlModifier); // and back
    QTRY_VERIFY(has(u"Анна Новикова-Петрова"_s, false));
    // Two into one.
    QTRY_COMPARE(tab.table().model()->rowCount(), before + 1);
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(tab.selection().size(), 2);
    QTRY_VERIFY(tab.action(ParticipantsTab::Merge)->isEnabled());
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(people().size(), before);
    QTRY_VERIFY(tab.action(ParticipantsTab::Undo)->isEnabled()); // one change at a time
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(people().size(), before + 1);
    // Removed and put back by the menu, with the removed ones shown.
    QTRY_VERIFY(selectNamed(u"Анна Новикова-Петрова"_s) && tab.action(ParticipantsTab::Remove)->isEnabled());
    press(Qt::Key_Delete);
    QTRY_VERIFY(has(u"Анна Новикова-Петрова"_s, true));
    QVERIFY(tabTo(u"participantsMore"_s));
    QVERIFY(chooseInMenu(u"showRemovedParticipants"_s));
    QVERIFY(tabTo(u"participantTable"_s));
    QTRY_VERIFY(selectNamed(u"Анна Новикова-Петрова"_s) && tab.action(ParticipantsTab::Restore)->isEnabled());
    QVERIFY(tabTo(u"participantsMore"_s));
    QVERIFY(chooseInMenu(u"restoreParticipants"_s));
    QTRY_VERIFY(has(u"Анна Новикова-Петрова"_s, false));
    // The report, of what is shown.
    const auto isShown = [&tab] {
        const QList<AttendanceReportRow> rows = tab.report() ? tab.report()->rows : QList<AttendanceReportRow>();
        return std::any_of(rows.begin(), rows.end(), [](const AttendanceReportRow &row) {
            return row.attendee.participant.name == u"Анна Новикова-Петрова"_s;
        });
    };
    QTRY_VERIFY(isShown());
    const QString report = m_profile->filePath(u"report.csv"_s);
    m_program->questions.setNextFile(report);
    QVERIFY(tabTo(u"attendanceReport"_s));
    QVERIFY(chooseInMenu(u"exportAttendanceCsv"_s));
    const auto written = [&report] {
        QFile file(report);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY2(written().contains("Анна Новикова-Петрова"), written().constData());
}

void ModeratorDayTest::keepMaterials()
{
    QStringList paths;
    for (const QString &name : {u"план.txt"_s, u"протокол.txt"_s}) {
        paths += m_profile->filePath(name);
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("content of " + name.toUtf8());
    }
    MaterialsTab &tab = m_program->window->detailsPane().materials();
    goToTab(&tab);
    QTRY_VERIFY(tab.action(MaterialsTab::Add)->isEnabled());
    m_program->questions.setNextFiles(paths);
    QVERIFY(tabTo(u"addMaterialButton"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(files().size(), 2, 60'000);
    QTRY_COMPARE(tab.model().rowCount(), 2);
    QVERIFY(tabTo(u"materialList"_s));
    press(Qt::Key_End); // from the two that were just added to one
    press(Qt::Key_Home);
    QTRY_COMPARE(tab.selection().size(), 1);
    QTRY_VERIFY(tab.action(MaterialsTab::Rename)->isEnabled());
    press(Qt::Key_F2); // rename
    QTRY_VERIFY(tab.list().isEditing());
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"повестка.txt"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(files().first().name, u"повестка.txt"_s);
    activateTopmost();
    QTRY_VERIFY(tab.list().hasFocus());
    press(Qt::Key_F2, Qt::ShiftModifier); // describe
    QTRY_COMPARE(focusName(), u"materialDescription"_s);
    type(u"О чём говорили"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(files().first().description, u"О чём говорили"_s);
    activateTopmost();
    QTRY_VERIFY(tab.list().hasFocus());
    press(Qt::Key_Down, Qt::AltModifier); // order
    QTRY_COMPARE(files().last().name, u"повестка.txt"_s);
    press(Qt::Key_Delete); // trash, and back
    const auto hasTrash = [this] {
        const QList<Material> all = files();
        return std::any_of(all.begin(), all.end(), [](const Material &one) { return one.isTrashed; });
    };
    QTRY_VERIFY(hasTrash());
    activateTopmost();
    QTRY_VERIFY(tab.list().hasFocus());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!hasTrash());
}

QTEST_MAIN(ModeratorDayTest)
#include "tst_moderatorday.moc"
