// The windows the program really opens from its main window, over a workspace in memory: connecting, servers, trust.

#include "tests/ui/mnemonics.h"
#include "tests/ui/uitest.h"

#include "ui/forms/connectionwizard.h"
#include "ui/forms/trustdialog.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/servers/serverspage.h"
#include "ui/player/playerwindow.h"
#include "ui/shell/actions.h"
#include "ui/shell/standardhooks.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

Error untrustedCertificate()
{
    UntrustedCertificate certificate;
    certificate.host = u"bbb.uni.example"_s;
    certificate.sha256 = QByteArray(32, '\x5a');
    certificate.validTo = QDateTime::currentDateTimeUtc().addYears(1);
    certificate.problems = {CertificateProblem::SelfSigned};
    return {ErrorKind::TlsUntrusted, {}, certificate.host, certificate};
}

Error unknownHostKey()
{
    const HostKey key{.host = u"bbb.uni.example"_s,
                      .port = 22,
                      .type = u"ssh-ed25519"_s,
                      .sha256 = QByteArray(32, '\x17'),
                      .knownHostsFile = u"known_hosts"_s};
    return {ErrorKind::HostKeyUnknown, {}, key.host, key};
}

ConnectionReport workingApi()
{
    ConnectionReport report;
    report.api = Result<ApiIdentity>(ApiIdentity{
        .apiVersion = u"2.0"_s, .softwareVersion = u"2.7"_s, .isScalelite = false, .checksumAlgorithm = {}});
    return report;
}

} // namespace

class StandardHooksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anAcceptedCertificateIsStoredAndTheServerSyncedAgain();
    void aRefusedCertificateChangesNothing();
    void aCertificateThatCouldNotBeStoredIsToldAndNotSynced();
    void anAcceptedHostKeyIsRecordedAndTheServerSyncedAgain();
    void aHostKeyThatCouldNotBeRecordedIsTold();
    void theServersPageHidesTheDetailsAndGivesThemBack();
    void theServersPageLeavesTheMenusTheirKeys_data();
    void theServersPageLeavesTheMenusTheirKeys();
    void connectingAServerOpensTheWizard();
    void connectingTwiceBringsTheSameWizard();
    void playingTwiceBringsTheSameWindow();
    void aSecondClickAsksAboutACertificateOnce();

private:
    MainWindow &window() { return *m_bench->window; }
    MessageBar &messages() { return window().recordingsPage().messages(); }
    qsizetype syncs() const { return m_bench->workspace.calls().count(u"startSync"_s); }
    void failSync(const Error &error);
    QPushButton *verb(const QString &word);
    void decide(const QString &button);

    std::unique_ptr<WindowBench> m_bench;
    ServerId m_server;
};

void StandardHooksTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_server = m_bench->workspace.serverList().first().id;
    const WindowParts parts{m_bench->workspace, ownerActor(u"anna"_s, u"Anna"_s), *m_bench->settings, m_bench->questions, m_bench->clock};
    m_bench->window = std::make_unique<MainWindow>(parts, standardHooks(parts));
    window().show();
    QTRY_VERIFY(window().actionList()[Actions::SyncAll]->isEnabled());
    QTRY_VERIFY(window().detailsPane().details().has_value());
}

void StandardHooksTest::cleanup()
{
    m_bench.reset();
}

QPushButton *StandardHooksTest::verb(const QString &word)
{
    for (QPushButton *button : messages().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').contains(word))
            return button;
    }
    return nullptr;
}

// A sync ends with the question; the person looks at it.
void StandardHooksTest::failSync(const Error &error)
{
    const JobId job = m_bench->workspace.startSync({}, m_server);
    m_bench->workspace.finishJob(job, error);
    QTRY_VERIFY(verb(u"Look at the"_s));
    m_bench->workspace.forgetCalls();
    QTest::mouseClick(verb(u"Look at the"_s), Qt::LeftButton);
    QTRY_VERIFY(window().findChild<TrustDialog *>());
}

void StandardHooksTest::decide(const QString &button)
{
    QTest::mouseClick(window().findChild<TrustDialog *>()->findChild<QPushButton *>(button), Qt::LeftButton);
    QTRY_VERIFY(!window().findChild<TrustDialog *>());
}

void StandardHooksTest::anAcceptedCertificateIsStoredAndTheServerSyncedAgain()
{
    failSync(untrustedCertificate());
    decide(u"trust"_s);
    QTRY_COMPARE(syncs(), 1);
    const QList<TlsException> exceptions = m_bench->workspace.serverList().first().tlsExceptions;
    QVERIFY(!exceptions.isEmpty());
    QCOMPARE(exceptions.last().sha256, QByteArray(32, '\x5a'));
}

void StandardHooksTest::aRefusedCertificateChangesNothing()
{
    failSync(untrustedCertificate());
    QTest::keyClick(window().findChild<TrustDialog *>(), Qt::Key_Return); // "no" is what Enter means
    QTRY_VERIFY(!window().findChild<TrustDialog *>());
    QTest::qWait(50);
    QVERIFY(!m_bench->workspace.calls().contains(u"grantTlsException"_s));
    QCOMPARE(syncs(), 0);
}

void StandardHooksTest::aCertificateThatCouldNotBeStoredIsToldAndNotSynced()
{
    failSync(untrustedCertificate());
    m_bench->workspace.failNext(u"grantTlsException"_s, {ErrorKind::DiskFull, {}, {}, {}});
    window().showServers(); // where the message would not be seen
    decide(u"trust"_s);
    QTRY_VERIFY(messages().text().contains(u"no space left"_s));
    QVERIFY(messages().isVisible());
    QCOMPARE(syncs(), 0);
}

void StandardHooksTest::anAcceptedHostKeyIsRecordedAndTheServerSyncedAgain()
{
    ConnectionReport report = workingApi();
    report.disk = Result<DiskIdentity>(DiskIdentity{});
    m_bench->workspace.setConnectionReport(report);
    failSync(unknownHostKey());
    decide(u"trust"_s);
    QTRY_COMPARE(syncs(), 1);
    QVERIFY(m_bench->workspace.calls().contains(u"checkServer"_s));
    QCOMPARE(m_bench->workspace.lastCredentials().acceptHostKeySha256, QByteArray(32, '\x17'));
}

void StandardHooksTest::aHostKeyThatCouldNotBeRecordedIsTold()
{
    ConnectionReport report = workingApi(); // the test itself runs to its end
    report.disk = Result<DiskIdentity>(Error{ErrorKind::PermissionDenied, {}, u"known_hosts"_s, {}});
    m_bench->workspace.setConnectionReport(report);
    failSync(unknownHostKey());
    decide(u"trust"_s);
    QTRY_VERIFY(messages().text().contains(u"known_hosts"_s));
    QVERIFY(messages().text().contains(u"Access denied"_s));
    QCOMPARE(syncs(), 0);
}

void StandardHooksTest::theServersPageHidesTheDetailsAndGivesThemBack()
{
    auto *details = window().findChild<QDockWidget *>(u"detailsDock"_s);
    QAction *toggle = window().actionList()[Actions::ToggleDetails];
    QVERIFY(details->isVisible());
    window().actionList()[Actions::ManageServers]->trigger();
    QVERIFY(window().findChild<ServersPage *>()->isVisible());
    QVERIFY(!details->isVisible());
    QVERIFY(!toggle->isEnabled());
    window().actionList()[Actions::ShowAll]->trigger();
    QVERIFY(details->isVisible());
    QVERIFY(toggle->isEnabled());
    // Who has hidden them keeps them hidden.
    toggle->trigger();
    window().showServers();
    window().showRecordings();
    QVERIFY(!details->isVisible());
}

void StandardHooksTest::theServersPageLeavesTheMenusTheirKeys_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void StandardHooksTest::theServersPageLeavesTheMenusTheirKeys()
{
    QFETCH(const QString, language);
    const test::Language words(language);
    cleanup();
    init();
    window().showServers();
    QTRY_VERIFY(window().findChild<ServersPage *>()->findChild<QPushButton *>(u"edit"_s)->isEnabled());
    QCOMPARE(clashingMnemonics(window()), QStringList());
}

void StandardHooksTest::connectingAServerOpensTheWizard()
{
    window().actionList()[Actions::ConnectServer]->trigger();
    auto *wizard = window().findChild<ConnectionWizard *>();
    QVERIFY(wizard);
    QVERIFY(wizard->isVisible());
    m_bench->workspace.forgetCalls();
    Q_EMIT wizard->serverAdded(m_server, true);
    QCOMPARE(syncs(), 1);
}

void StandardHooksTest::connectingTwiceBringsTheSameWizard()
{
    QAction *connectServer = window().actionList()[Actions::ConnectServer];
    connectServer->trigger();
    connectServer->trigger();
    window().showServers();
    window().findChild<ServersPage *>()->connectServer();
    QCOMPARE(window().findChildren<ConnectionWizard *>().size(), 1);
    window().findChild<ConnectionWizard *>()->close();
    connectServer->trigger();
    QTRY_COMPARE(window().findChildren<ConnectionWizard *>().size(), 1);
    QVERIFY(window().findChild<ConnectionWizard *>()->isVisible());
}

void StandardHooksTest::playingTwiceBringsTheSameWindow()
{
    m_bench->workspace.setMedia([](RecordingId, const QString &) { return Result<MediaSource>(Error{ErrorKind::NotFound, {}, {}, {}}); });
    QAction *play = window().actionList()[Actions::Play];
    QTRY_VERIFY(play->isEnabled());
    play->trigger();
    play->trigger();
    QCOMPARE(window().findChildren<PlayerWindow *>().size(), 1);
    window().findChild<PlayerWindow *>()->close();
    play->trigger();
    QTRY_COMPARE(window().findChildren<PlayerWindow *>().size(), 1);
    QVERIFY(window().findChild<PlayerWindow *>()->isVisible());
}

void StandardHooksTest::aSecondClickAsksAboutACertificateOnce()
{
    const JobId job = m_bench->workspace.startSync({}, m_server);
    m_bench->workspace.finishJob(job, untrustedCertificate());
    QTRY_VERIFY(verb(u"Look at the"_s));
    QTest::mouseClick(verb(u"Look at the"_s), Qt::LeftButton);
    QTest::mouseClick(verb(u"Look at the"_s), Qt::LeftButton);
    QTRY_VERIFY(window().findChild<TrustDialog *>());
    QTest::qWait(50); // the second answer, too
    QCOMPARE(window().findChildren<TrustDialog *>().size(), 1);
}

QTEST_MAIN(StandardHooksTest)
#include "tst_standardhooks.moc"
