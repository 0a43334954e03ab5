// The journal in the program's own catalog, over a conference server: what the windows do is in it, also views, downloads and
// exports; it is checked, exported and proved by its files; somebody else's hand in the catalog is found at its line.

#include "tests/ui/day/daybench.h"

#include "core/journal/auditfiles.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/recordingeditor.h"
#include "tests/ui/uitest.h"
#include "ui/pages/audit/auditeventmodel.h"
#include "ui/pages/audit/auditexportdialog.h"
#include "ui/pages/audit/auditfilters.h"
#include "ui/pages/audit/auditsegmentsdialog.h"
#include "ui/pages/audit/journalpage.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/text/auditdetails.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace letopis;
using namespace letopis::test;

class JournalDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatPeopleDoIsToldAndProved();

private:
    template<typename T>
    static T *openDialog()
    {
        T *found = nullptr;
        (void)QTest::qWaitFor([&found] {
            for (QWidget *top : QApplication::topLevelWidgets())
                found = top->isVisible() && qobject_cast<T *>(top) ? qobject_cast<T *>(top) : found;
            return found != nullptr;
        });
        return found;
    }
    Workspace &workspace() { return m_program->workspace(); }
    JournalPage &journal() { return *m_program->window->findChild<JournalPage *>(); }
    QString file(const QString &name) const { return m_files.filePath(name); }
    QPushButton *button(const QString &name) { return m_program->window->findChild<QPushButton *>(name); }
    QStringList sentences()
    {
        QStringList all;
        for (int row = 0; row < journal().model().rowCount(); ++row)
            all += journal().model().index(row, AuditEventModel::What).data().toString();
        return all;
    }
    bool waitForMessage(const QString &part)
    {
        const bool came = QTest::qWaitFor([&] { return journal().messages().text().contains(part); }, 60'000);
        if (!came)
            qWarning().noquote() << "said instead:" << journal().messages().text();
        return came;
    }
    void doThings(RecordingId recording);
    void readThem(RecordingId recording);
    void takeItOut();
    void shorten();
    void forge();

    QTemporaryDir m_files;
    QTemporaryDir m_profile;
    std::unique_ptr<Program> m_program;
};

void JournalDay::doThings(RecordingId recording)
{
    const Actor &actor = m_program->actor();
    const auto details = answerOf(workspace().recording(actor, recording));
    QVERIFY(details && !details->formats.isEmpty());
    QString format;
    for (const PlaybackFormat &one : details->formats)
        format = one.type == u"video"_s || format.isEmpty() ? one.type : format;
    QVERIFY(answerOf(workspace().openMedia(actor, recording, format)));
    const JobStatus download = m_program->end(workspace().startDownload(actor, recording, format, file(u"lecture.mp4"_s)));
    QVERIFY2(!download.error, download.error ? qPrintable(download.error->detail) : "");
    const FieldEdit edit{recording, field::title, details->row.title, u"Ряды Фурье"_s};
    QVERIFY(answerOf(workspace().editor().apply(actor, {edit})));
    ParticipantsTab &tab = m_program->window->detailsPane().participants();
    QTRY_VERIFY(tab.report() && tab.action(ParticipantsTab::ExportCsv)->isEnabled());
    m_program->questions.setNextFile(file(u"people.csv"_s));
    tab.action(ParticipantsTab::ExportCsv)->trigger();
    QTRY_VERIFY(QFileInfo::exists(file(u"people.csv"_s)));
}

void JournalDay::readThem(RecordingId recording)
{
    press(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(journal().isVisible());
    QTRY_COMPARE(journal().filters().recording(), recording);
    QTRY_VERIFY(sentences().contains(u"List of participants exported as “people.csv”"_s));
    for (const QString &sentence : {u"Recording watched"_s, u"Recording downloaded as “lecture.mp4”"_s, u"“Title” edited"_s, u"Recording found on the server"_s})
        QVERIFY2(sentences().contains(sentence), qPrintable(sentence + u" is not in "_s + sentences().join(u" | "_s)));
    const qint64 ofRecording = journal().model().rowCount();
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_9, Qt::AltModifier);
    QTRY_VERIFY(journal().isVisible());
    journal().filters().clear();
    QTRY_VERIFY(journal().model().rowCount() > ofRecording);
    QVERIFY(sentences().contains(u"Server “demo” connected"_s));
    journal().filters().search().setText(u"Фурье"_s);
    QTRY_VERIFY(journal().model().rowCount() > 0 && journal().model().rowCount() < ofRecording);
    journal().filters().clear();
}

void JournalDay::takeItOut()
{
    button(u"auditVerify"_s)->click();
    QVERIFY(waitForMessage(u"The journal is sound"_s));
    m_program->questions.setNextFile(file(u"anchor.txt"_s));
    m_program->window->findChild<QAction *>(u"saveAnchor"_s)->trigger();
    QVERIFY(waitForMessage(u"anchor.txt"_s));
    m_program->questions.setNextFile(file(u"anchor.txt"_s));
    m_program->window->findChild<QAction *>(u"checkAnchor"_s)->trigger();
    QVERIFY(waitForMessage(u"The journal is sound"_s));
    m_program->questions.setNextFile(file(u"whole.extract.jsonl"_s));
    button(u"auditExport"_s)->click();
    const QPointer<AuditExportDialog> dialog = openDialog<AuditExportDialog>();
    QVERIFY(dialog);
    dialog->findChild<QRadioButton *>(u"exportExtract"_s)->click();
    QVERIFY(dialog->isSigned());
    dialog->findChild<QPushButton *>(u"exportGo"_s)->click();
    QVERIFY(waitForMessage(u"whole.extract.jsonl"_s));
    const Result<AuditAnchor> anchor = readAnchorFile(file(u"anchor.txt"_s));
    QVERIFY(anchor);
    const Result<AuditFileVerdict> verdict = checkAuditFile({.file = file(u"whole.extract.jsonl"_s), .anchor = *anchor});
    QVERIFY(verdict && verdict->isIntact() && verdict->isAnchored);
    QVERIFY(!verdict->publicKey.isEmpty());
    QTRY_VERIFY(sentences().contains(u"Journal exported as “whole.extract.jsonl”"_s));
}

void JournalDay::shorten()
{
    m_program->window->findChild<QAction *>(u"auditSegments"_s)->trigger();
    const QPointer<AuditSegmentsDialog> dialog = openDialog<AuditSegmentsDialog>();
    QVERIFY(dialog);
    auto *until = dialog->findChild<QDateEdit *>(u"sealUntil"_s);
    until->setMaximumDate(QDate::currentDate().addDays(1)); // all of today: nobody waits for tomorrow
    until->setDate(QDate::currentDate().addDays(1));
    dialog->findChild<QPushButton *>(u"sealSegment"_s)->click();
    QTRY_COMPARE(dialog->segments().size(), 1);
    m_program->questions.setNextFile(m_files.path());
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"storeSegment"_s)->isEnabled());
    dialog->findChild<QPushButton *>(u"storeSegment"_s)->click();
    QTRY_VERIFY(dialog->segments().first().exportedAtMs > 0);
    const AuditSegment segment = dialog->segments().first();
    QTRY_VERIFY(!dialog->findChild<QLineEdit *>(u"dropFile"_s)->text().isEmpty());
    dialog->findChild<QLineEdit *>(u"dropNumber"_s)->setText(QString::number(segment.count()));
    auto *drop = dialog->findChild<QPushButton *>(u"dropSegment"_s);
    QTRY_VERIFY(drop->isEnabled());
    drop->click();
    QTRY_VERIFY(dialog->segments().first().droppedAtMs > 0);
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(sentences().constFirst().startsWith(u"Events 1 to"_s)); // the rest is in the file
    const Result<AuditFileVerdict> kept = checkAuditFile({.file = file(segment.fileName)});
    QVERIFY(kept && kept->isIntact() && kept->events == segment.count());
    button(u"auditVerify"_s)->click();
    QVERIFY(waitForMessage(u"The journal is sound"_s));
    m_program->questions.setNextFile(file(u"anchor.txt"_s));
    m_program->window->findChild<QAction *>(u"checkAnchor"_s)->trigger(); // one from before
    QVERIFY(waitForMessage(u"The journal is sound"_s));
}

void JournalDay::forge()
{
    const qint64 last = journal().model().entry(0).event.sequence;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);
        database.setDatabaseName(m_profile.filePath(u"catalog.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"DROP TRIGGER audit_event_is_not_changed"_s));
        QVERIFY(query.exec(u"UPDATE audit_event SET actor = 'nobody' WHERE sequence = %1"_s.arg(last)));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"forger"_s);
    button(u"auditVerify"_s)->click();
    QVERIFY(waitForMessage(u"Event %1 was changed"_s.arg(QLocale().toString(last))));
}

void JournalDay::whatPeopleDoIsToldAndProved()
{
    const Language english(u"en"_s);
    DemoConference conference;
    QVERIFY2(conference.start(DemoConference::defaultOptions(6)), qPrintable(conference.error()));
    m_program = std::make_unique<Program>(m_profile.path());
    const ServerId server = m_program->connectTo(conference.connection());
    QVERIFY(server.isValid());
    QVERIFY(!m_program->end(workspace().startSync(m_program->actor(), server)).error);
    m_program->openWindow();
    RecordingsPage &recordings = m_program->window->recordingsPage();
    QTRY_COMPARE(recordings.model().rowCount(), 6);
    RecordingId chosen;
    for (int row = 0; row < 6 && !chosen.isValid(); ++row) {
        const auto details = answerOf(workspace().recording(m_program->actor(), recordings.model().row(row).id));
        if (details && details->row.state == PublicationState::Published && !details->formats.isEmpty()) {
            chosen = details->row.id;
            recordings.table().selectRow(row);
        }
    }
    QVERIFY(chosen.isValid());
    doThings(chosen);
    if (!QTest::currentTestFailed())
        readThem(chosen);
    if (!QTest::currentTestFailed())
        takeItOut();
    if (!QTest::currentTestFailed())
        shorten();
    if (!QTest::currentTestFailed())
        forge();
    m_program.reset();
}

QTEST_MAIN(JournalDay)
#include "tst_journalday.moc"
