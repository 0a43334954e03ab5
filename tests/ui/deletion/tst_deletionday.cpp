// Deletion by hand in the program's own catalog over the demo conference, in both languages: a recording goes to the trash through a
// plan whose number is typed, comes back from there, and goes for good with a certificate that proves it; then the server is
// compared with the catalog.

#include "tests/ui/day/daybench.h"

#include "core/retention/deletioncertificate.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"
#include "tests/ui/uitest.h"
#include "ui/pages/deletion/deletenowdialog.h"
#include "ui/pages/deletion/deletioncertificatedialog.h"
#include "ui/pages/deletion/planconfirmdialog.h"
#include "ui/pages/deletion/planspanel.h"
#include "ui/pages/deletion/realitypanel.h"
#include "ui/pages/deletion/trashpanel.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/shell/actions.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class DeletionDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordingGoesComesBackAndGoesForGood_data();
    void aRecordingGoesComesBackAndGoesForGood();

private:
    Workspace &workspace() { return m_program->workspace(); }
    MainWindow &window() { return *m_program->window; }
    template<typename T>
    T *part()
    {
        return window().findChild<T *>();
    }
    QList<TrashedRecording> trash() { return answerOf(workspace().retention().trash(m_program->actor(), {}, 0, 10)).value_or({}); }
    PublicationState stateNow() { return answerOf(workspace().recording(m_program->actor(), m_recording)).value().row.state; }
    void typeTheNumber();
    void deleteByHand();
    void restoreIt();
    void purgeIt();
    void readItsCertificate();
    void compareTheServer();

    std::unique_ptr<Program> m_program;
    ServerId m_server;
    RecordingId m_recording;
};

void DeletionDay::aRecordingGoesComesBackAndGoesForGood_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

void DeletionDay::typeTheNumber()
{
    const QPointer<PlanConfirmDialog> dialog = openDialog<PlanConfirmDialog>();
    QVERIFY2(dialog, qPrintable(window().recordingsPage().messages().text()));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"planNumber"_s), u"1"_s);
    QTRY_VERIFY(dialog->findChild<QPushButton *>(u"acceptPlan"_s)->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void DeletionDay::deleteByHand()
{
    auto &page = window().recordingsPage();
    int row = 0;
    while (row < page.model().rowCount() - 1 && page.model().row(row).state != PublicationState::Published)
        ++row;
    m_recording = page.model().row(row).id;
    page.table().selectRow(row);
    QTRY_COMPARE(page.currentRecording(), m_recording);
    QTRY_VERIFY(window().actionList()[Actions::DeleteRecordings]->isEnabled());
    window().actionList()[Actions::DeleteRecordings]->trigger();
    const QPointer<DeleteNowDialog> how = openDialog<DeleteNowDialog>();
    QVERIFY(how);
    QCOMPARE(how->step(), DeletionStep::Trash);
    QTest::keyClick(how, Qt::Key_Return);
    QTRY_VERIFY(!how || !how->isVisible());
    typeTheNumber();
    if (QTest::currentTestFailed())
        return;
    QString story;
    (void)QTest::qWaitFor([this] { return trash().size() == 1; }, 10'000);
    for (const JobStatus &job : workspace().jobs(m_program->actor()))
        story += u"%1 %2 %3; "_s.arg(int(job.kind)).arg(int(job.state)).arg(job.error ? job.error->detail : QString());
    for (const DeletionPlan &plan : answerOf(workspace().retention().plans(m_program->actor(), {}, 5)).value_or({})) {
        for (const DeletionItem &item : answerOf(workspace().retention().planItems(m_program->actor(), plan.id, 0, 5)).value_or({}))
            story += deletionPlanStateName(plan.state) + u' ' + deletionItemStateName(item.state) + u' ' + item.problem + u' ' + deletionRefusalName(item.refusal);
    }
    QVERIFY2(trash().size() == 1, qPrintable(story));
    QCOMPARE(trash().first().recording, m_recording);
    QVERIFY(trash().first().purgeAfterMs > 0);
    QTRY_VERIFY(stateNow() != PublicationState::Published);
}

void DeletionDay::restoreIt()
{
    window().showRetention();
    auto *retention = part<RetentionPage>();
    auto *panel = part<TrashPanel>();
    retention->tabs().setCurrentWidget(panel);
    QTRY_COMPARE(panel->table().model()->rowCount(), 1);
    auto *restore = window().findChild<QPushButton *>(u"restoreTrashed"_s);
    QTRY_VERIFY(restore->isEnabled());
    QTest::keyClick(restore, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(trash().isEmpty(), 30'000);
    QTRY_COMPARE(stateNow(), PublicationState::Published);
    QTRY_COMPARE(panel->table().model()->rowCount(), 0);
    QTRY_VERIFY(panel->messages().hasMessage());
}

// Its plan is the newest one; made here as the trash makes it.
void DeletionDay::purgeIt()
{
    window().showRecordings();
    QTRY_VERIFY(window().actionList()[Actions::DeleteRecordings]->isEnabled());
    window().actionList()[Actions::DeleteRecordings]->trigger();
    const QPointer<DeleteNowDialog> how = openDialog<DeleteNowDialog>();
    QVERIFY(how);
    QTest::keyClick(how->findChild<QRadioButton *>(u"deleteNow_purge"_s), Qt::Key_Space);
    QCOMPARE(how->step(), DeletionStep::Purge);
    QTest::keyClick(how, Qt::Key_Return);
    QTRY_VERIFY(!how || !how->isVisible());
    typeTheNumber();
    if (QTest::currentTestFailed())
        return;
    const auto count = [this] { return answerOf(workspace().retention().certificateList(m_program->actor(), 0, 10)).value_or({}).size(); };
    QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 30'000);
}

void DeletionDay::readItsCertificate()
{
    window().showRetention();
    auto *panel = part<TrashPanel>();
    part<RetentionPage>()->tabs().setCurrentWidget(panel);
    panel->showCertificates();
    QTRY_COMPARE(panel->certificates().model()->rowCount(), 1);
    auto *open = window().findChild<QPushButton *>(u"openCertificate"_s);
    QTRY_VERIFY(open->isEnabled());
    open->click();
    const QPointer<DeletionCertificateDialog> dialog = openDialog<DeletionCertificateDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"verifyCertificate"_s)->click();
    QTRY_VERIFY(dialog->messages().hasMessage());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"certificate.json"_s);
    m_program->questions.setNextFile(file);
    dialog->findChild<QPushButton *>(u"saveCertificate"_s)->click();
    QTRY_VERIFY(QFileInfo::exists(file));
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const Result<CertificateFile> read = readCertificateFile(saved.readAll());
    QVERIFY(read && verifyCertificate(read->certificate, read->event));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog || !dialog->isVisible());
}

void DeletionDay::compareTheServer()
{
    auto *panel = part<RealityPanel>();
    part<RetentionPage>()->tabs().setCurrentWidget(panel);
    auto *check = window().findChild<QPushButton *>(u"checkReality"_s);
    QTRY_VERIFY(check->isEnabled());
    check->click();
    const auto report = [this] { return answerOf(workspace().reality().lastCheck(m_program->actor(), m_server)).value_or(RealityReport()); };
    QTRY_VERIFY_WITH_TIMEOUT(report().atMs > 0, 30'000);
    auto *last = window().findChild<QLabel *>(u"lastCheck"_s);
    QTRY_VERIFY(last->text().contains(QString::number(report().inCatalog)));
    QVERIFY(check->isEnabled());
}

void DeletionDay::aRecordingGoesComesBackAndGoesForGood()
{
    QFETCH(const QString, language);
    const Language installed(language);
    DemoConference conference;
    demo::Options options = DemoConference::defaultOptions(6);
    options.media = demo::Media::None;
    QVERIFY2(conference.start(options), qPrintable(conference.error()));
    const QTemporaryDir profile;
    m_program = std::make_unique<Program>(profile.path());
    m_server = m_program->connectTo(conference.connection());
    QVERIFY(m_server.isValid());
    QVERIFY(!m_program->end(workspace().startSync(m_program->actor(), m_server)).error);
    m_program->openWindow();
    QTRY_COMPARE(window().recordingsPage().model().rowCount(), 6);
    for (const auto step : {&DeletionDay::deleteByHand, &DeletionDay::restoreIt, &DeletionDay::purgeIt, &DeletionDay::readItsCertificate,
                            &DeletionDay::compareTheServer}) {
        if (!QTest::currentTestFailed())
            (this->*step)();
    }
    m_program.reset();
}

QTEST_MAIN(DeletionDay)
#include "tst_deletionday.moc"
