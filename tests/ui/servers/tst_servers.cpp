#include "tests/support/fakequestions.h"
#include "tests/support/fakeworkspace.h"
#include "ui/forms/connectionwizard.h"
#include "ui/forms/serverform.h"
#include "ui/forms/trustdialog.h"
#include "ui/pages/servers/serverspage.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {

ConferenceServer university()
{
    ConferenceServer server;
    server.uuid = u"uuid-1"_s;
    server.name = u"<i>University</i>"_s;
    server.apiUrl = QUrl(u"https://bbb.uni.example/bigbluebutton/api/"_s);
    server.ssh = SshEndpoint{.host = u"bbb.uni.example"_s,
                             .port = 2222,
                             .user = u"letopis"_s,
                             .login = SshLogin::AgentAndDefaultKeys,
                             .keyFile = {},
                             .configFile = u"/etc/ssh_config"_s,
                             .knownHostsFile = {}};
    server.tlsExceptions = {{.host = u"bbb.uni.example"_s,
                             .sha256 = QByteArray(32, '\x5a'),
                             .problems = {CertificateProblem::SelfSigned},
                             .grantedAt = QDateTime::currentDateTimeUtc(),
                             .expiresAt = QDateTime::currentDateTimeUtc().addDays(90)}};
    return server;
}

} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_workspace = std::make_unique<FakeWorkspace>();
        m_questions = std::make_unique<FakeQuestions>();
        m_id = m_workspace->putServer(university());
        open();
    }
    void cleanup() { m_page.reset(); }

    void anEmptyListOffersToConnect()
    {
        m_workspace = std::make_unique<FakeWorkspace>();
        open();
        QTRY_VERIFY(!list()->isVisible());
        m_page->connectServer();
        QVERIFY(m_page->window()->findChild<ConnectionWizard *>());
    }

    void serversAreListedAsPlainText()
    {
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        QCOMPARE(list()->topLevelItem(0)->text(0), u"<i>University</i>"_s);
        QVERIFY(hasLabel(u"letopis@bbb.uni.example:2222"_s));
    }

    void aRemovalIsAskedAndCancelIsTheDefault()
    {
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        click(u"remove");
        QTRY_COMPARE(m_questions->asked().size(), 1);
        QCOMPARE(m_questions->asked()[0].defaultAnswer, -1);
        QTest::qWait(20);
        QVERIFY(!m_workspace->calls().contains(u"removeServer"_s));
        m_questions->setNextAnswer(0);
        click(u"remove");
        QTRY_VERIFY(m_workspace->calls().contains(u"removeServer"_s));
    }

    void aRemovalNamesWhatWasNotSent()
    {
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        click(u"remove");
        QTRY_COMPARE(m_questions->asked().size(), 1);
        QVERIFY(!m_questions->asked()[0].details.contains(u"not sent"_s));
        FakeWorkspace::Entry entry;
        entry.details.row.server = m_id;
        const RecordingId recording = m_workspace->addEntry(entry);
        QVERIFY(m_workspace->editor().apply(ownerActor(u"me"_s, u"Me"_s), {{recording, field::title, {}, u"New"_s}}).isValid());
        for (const QString &name : {u"a.pdf"_s, u"b.pdf"_s, u"sent.pdf"_s}) {
            Material material;
            material.name = name;
            material.versions = {MaterialVersion{}};
            material.isWaiting = name.size() == 5;
            m_workspace->materials().put(recording, material);
        }
        click(u"remove");
        QTRY_COMPARE(m_questions->asked().size(), 2);
        const QString details = m_questions->asked()[1].details;
        QVERIFY2(details.contains(u"1 edit(s) not sent"_s), qPrintable(details));
        QVERIFY2(details.contains(u"2 material(s) not sent"_s), qPrintable(details));
    }

    void exceptionsAreListedAndWithdrawn()
    {
        QTRY_VERIFY(m_page->findChild<QPushButton *>(u"revoke"_s));
        click(u"revoke");
        QTRY_VERIFY(m_workspace->calls().contains(u"revokeTlsException"_s));
    }

    void aCheckSaysThatAllIsWell()
    {
        ConnectionReport report;
        report.api = Result<ApiIdentity>(ApiIdentity{
            .apiVersion = u"2.0"_s, .softwareVersion = u"2.7"_s, .isScalelite = false, .checksumAlgorithm = {}});
        m_workspace->setConnectionReport(report);
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        click(u"check");
        QTRY_VERIFY(m_page->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QVERIFY(m_page->findChild<QLabel *>(u"messageAdvice"_s)->text().contains(u"2.7"_s));
    }

    void anUnknownHostKeyIsAskedAboutAndAccepted()
    {
        const HostKey key{.host = u"bbb.uni.example"_s,
                          .port = 22,
                          .type = u"ssh-ed25519"_s,
                          .sha256 = QByteArray(32, '\x21'),
                          .knownHostsFile = u"/k"_s};
        ConnectionReport report;
        report.api = Result<ApiIdentity>(ApiIdentity());
        report.disk = Result<DiskIdentity>(Error{ErrorKind::HostKeyUnknown, {}, u"bbb.uni.example"_s, key});
        m_workspace->setConnectionReport(report);
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        click(u"check");
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        const auto checks = m_workspace->calls().count(u"checkServer"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"trust"_s), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->calls().count(u"checkServer"_s), checks + 1);
    }

    void aTrustedCertificateIsGrantedInTheWorkspace()
    {
        UntrustedCertificate certificate;
        certificate.host = u"bbb.uni.example"_s;
        certificate.sha256 = QByteArray(32, '\x33');
        certificate.problems = {CertificateProblem::Expired};
        ConnectionReport report;
        report.api = Result<ApiIdentity>(Error{ErrorKind::TlsUntrusted, {}, u"bbb.uni.example"_s, certificate});
        m_workspace->setConnectionReport(report);
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        click(u"check");
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTest::qWait(20);
        QVERIFY(!m_workspace->calls().contains(u"grantTlsException"_s));
        dialog = openQuestion();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"trust"_s), Qt::LeftButton);
        QTRY_VERIFY(m_workspace->calls().contains(u"grantTlsException"_s));
    }

    void syncingShowsItsProgress()
    {
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        JobStatus job;
        job.id = JobId{77};
        job.server = m_id;
        job.state = Job::State::Running;
        job.progress = {630, 1000, ProgressUnit::Items, 0};
        m_workspace->setJob(job);
        QVERIFY(list()->topLevelItem(0)->text(1).contains(u"63"_s));
        m_workspace->finishJob(job.id, Error{ErrorKind::HostUnreachable, {}, {}, {}});
        QTRY_VERIFY(!list()->topLevelItem(0)->text(1).contains(u"63"_s));
    }

    void editingKeepsWhatIsNotTyped()
    {
        ServerForm *form = openForm();
        QVERIFY(form);
        QVERIFY(!form->isModified());
        QVERIFY(!form->findChild<QPushButton *>(u"save"_s)->isEnabled());
        auto *name = form->findChild<QLineEdit *>(u"name"_s);
        QCOMPARE(form->findChild<QLineEdit *>(u"apiSecret"_s)->text(), QString()); // never loaded
        name->selectAll();
        QTest::keyClicks(name, u"Faculty"_s);
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_VERIFY(m_workspace->calls().contains(u"updateServer"_s));
        const ConferenceServer saved = *m_workspace->lastServer();
        QCOMPARE(saved.name, u"Faculty"_s);
        QCOMPARE(saved.uuid, university().uuid);
        QCOMPARE(saved.tlsExceptions.size(), 1);
        QCOMPARE(saved.ssh->configFile, u"/etc/ssh_config"_s);
        QVERIFY(m_workspace->lastCredentials().apiSecret.isEmpty()); // unchanged
    }

    void whatBecomesOfMeetingsModeratorsIsChosenHere()
    {
        QPointer<ServerForm> form = openForm();
        QVERIFY(form);
        form->findChild<QTabWidget *>()->setCurrentIndex(3);
        auto *mode = form->findChild<QComboBox *>(u"proposalMode"_s);
        auto *save = form->findChild<QPushButton *>(u"save"_s);
        QTRY_VERIFY(mode->isEnabled());
        QCOMPARE(mode->currentData().toInt(), static_cast<int>(ProposalMode::Propose));
        QVERIFY(!form->isModified() && !save->isEnabled());
        mode->setFocus();
        QTest::keyClick(mode, Qt::Key_End);
        QVERIFY(form->findChild<QLabel *>(u"proposalNote"_s)->text().contains(u"after the next sync"_s));
        QVERIFY(form->isModified());
        m_workspace->failNext(u"setProposalMode"_s, Error{ErrorKind::PermissionDenied, {}, {}, {}});
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(form->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QCOMPARE(mode->currentData().toInt(), static_cast<int>(ProposalMode::Grant)); // what was chosen is not lost
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(!form || !form->isVisible());
        const auto stored = m_workspace->access().proposalMode(ownerActor(u"anna"_s, {}), m_id);
        QTRY_VERIFY(stored.isFinished());
        QVERIFY(stored.result().value() == ProposalMode::Grant);
    }

    void aChoiceThatCannotBeReadIsNotStored()
    {
        m_workspace->failNext(u"proposalMode"_s, Error{ErrorKind::DiskFull, {}, {}, {}});
        ServerForm *form = openForm();
        QVERIFY(form);
        QTRY_VERIFY(!form->findChild<QLabel *>(u"proposalNote"_s)->text().isEmpty());
        QVERIFY(!form->findChild<QComboBox *>(u"proposalMode"_s)->isEnabled());
        auto *name = form->findChild<QLineEdit *>(u"name"_s);
        QTest::keyClicks(name, u"x"_s);
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_VERIFY(m_workspace->calls().contains(u"setServerFolder"_s) || m_workspace->calls().contains(u"updateServer"_s));
        QVERIFY(!m_workspace->calls().contains(u"setProposalMode"_s));
    }

    void theFolderOfMaterialsIsTypedHere()
    {
        ServerForm *form = openForm();
        QVERIFY(form);
        form->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto *folder = form->findChild<QLineEdit *>(u"materialsFolder"_s);
        auto *problem = form->findChild<QLabel *>(u"materialsFolderProblem"_s);
        QVERIFY(folder->isVisible());
        QCOMPARE(folder->text(), QString());
        QCOMPARE(folder->placeholderText(), u"/var/bigbluebutton/letopis"_s);
        auto *root = form->findChild<QLineEdit *>(u"dataRoot"_s);
        root->selectAll();
        QTest::keyClicks(root, u"/data/"_s);
        QCOMPARE(folder->placeholderText(), u"/data/letopis"_s);
        QTest::keyClicks(folder, u"materials"_s);
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u'/'));
        QVERIFY(folder->hasFocus());
        QVERIFY(!m_workspace->calls().contains(u"updateServer"_s));
        folder->selectAll();
        QTest::keyClicks(folder, u"/srv/materials"_s);
        QVERIFY(!problem->isVisible());
        m_workspace->failNext(u"setServerFolder"_s, Error{ErrorKind::PermissionDenied, {}, {}, {}});
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_VERIFY(form->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QCOMPARE(folder->text(), u"/srv/materials"_s); // nothing typed is lost
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->materials().serverFolder(), u"/srv/materials"_s);
    }

    void aNewSecretIsHandedOver()
    {
        ServerForm *form = openForm();
        QVERIFY(form);
        QTest::keyClicks(form->findChild<QLineEdit *>(u"apiSecret"_s), u"fresh"_s);
        QTRY_VERIFY(form->findChild<QLabel *>(u"secretPlace"_s)->isVisible());
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->lastCredentials().apiSecret.reveal(), QByteArray("fresh"));
    }

    void aMistakeIsShownOnItsPage()
    {
        ServerForm *form = openForm();
        QVERIFY(form);
        auto *url = form->findChild<QLineEdit *>(u"apiUrl"_s);
        url->selectAll();
        QTest::keyClicks(url, u"ftp://x"_s);
        QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QVERIFY(form->findChild<QLabel *>(u"apiUrlProblem"_s)->isVisible());
        QTest::qWait(20);
        QVERIFY(!m_workspace->calls().contains(u"updateServer"_s));
    }

    void aListThatFailsToLoadCanBeRetried()
    {
        m_workspace->failNext(u"servers"_s, Error{ErrorKind::DatabaseFailed, {}, {}, {}});
        open();
        QTRY_VERIFY(m_page->findChild<QLabel *>(u"messageText"_s)->isVisible());
        QCOMPARE(list()->topLevelItemCount(), 0);
        m_workspace->announceServers();
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
    }

private:
    void open()
    {
        m_page = std::make_unique<ServersPage>(*m_workspace, ownerActor(u"me"_s, u"Me"_s), *m_questions);
        m_page->resize(800, 600);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QTreeWidget *list() const { return m_page->findChild<QTreeWidget *>(u"servers"_s); }
    void click(QStringView name) const
    {
        QTest::mouseClick(m_page->findChild<QPushButton *>(name.toString()), Qt::LeftButton);
    }
    bool hasLabel(const QString &text) const
    {
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->text() == text)
                return true;
        }
        return false;
    }
    ServerForm *openForm()
    {
        if (!QTest::qWaitFor([this] { return list()->topLevelItemCount() == 1; }))
            return nullptr;
        click(u"edit");
        auto *form = m_page->findChild<ServerForm *>();
        return form && QTest::qWaitForWindowExposed(form) ? form : nullptr;
    }
    // Presses the message bar's own button.
    TrustDialog *openQuestion()
    {
        QPushButton *look = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
                if (button->text().contains(u"Look"_s) && button->isVisible())
                    look = button;
            }
            return look != nullptr;
        });
        if (!isThere)
            return nullptr;
        QTest::mouseClick(look, Qt::LeftButton);
        TrustDialog *dialog = nullptr;
        for (TrustDialog *found : m_page->findChildren<TrustDialog *>()) {
            if (found->isVisible())
                dialog = found;
        }
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<FakeQuestions> m_questions;
    std::unique_ptr<ServersPage> m_page;
    ServerId m_id;
};

QTEST_MAIN(TestServers)
#include "tst_servers.moc"
