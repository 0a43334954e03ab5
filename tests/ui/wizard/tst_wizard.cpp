#include "tests/support/fakequestions.h"
#include "tests/support/fakeworkspace.h"
#include "ui/forms/connectionwizard.h"
#include "ui/forms/serverdraft.h"
#include "ui/forms/trustdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;

namespace {

UntrustedCertificate certificate()
{
    return {.host = u"bbb.example.org"_s,
            .port = 443,
            .sha256 = QByteArray(32, '\x5a'),
            .subject = u"<b>bbb</b>.example.org"_s,
            .issuer = u"Example University CA"_s,
            .validFrom = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC),
            .validTo = QDateTime::currentDateTimeUtc().addDays(100),
            .problems = {CertificateProblem::SelfSigned, CertificateProblem::WrongHost},
            .pem = {}};
}

HostKey hostKey()
{
    return {.host = u"bbb.example.org"_s,
            .port = 2222,
            .type = u"ssh-ed25519"_s,
            .sha256 = QByteArray(32, '\x17'),
            .knownHostsFile = u"/home/a/.ssh/known_hosts"_s};
}

Error error(ErrorKind kind, std::any evidence = {})
{
    return {kind, u"technical detail"_s, u"bbb.example.org"_s, std::move(evidence)};
}

ConnectionReport good(bool withDisk = false)
{
    ConnectionReport report;
    report.api = Result<ApiIdentity>(ApiIdentity{.apiVersion = u"2.0"_s,
                                                 .softwareVersion = u"2.7.3"_s,
                                                 .isScalelite = false,
                                                 .checksumAlgorithm = ChecksumAlgorithm::Sha512});
    if (withDisk)
        report.disk = Result<DiskIdentity>(DiskIdentity{.dataRoot = u"/var/bigbluebutton"_s,
                                                        .canReadRaw = true,
                                                        .canReadPublished = true,
                                                        .canReadEvents = true,
                                                        .unreadable = {}});
    return report;
}

ConnectionReport apiFails(ErrorKind kind, std::any evidence = {})
{
    ConnectionReport report;
    report.api = Result<ApiIdentity>(error(kind, std::move(evidence)));
    return report;
}

ConnectionReport diskFails(ErrorKind kind, std::any evidence = {})
{
    ConnectionReport report = good();
    report.disk = Result<DiskIdentity>(error(kind, std::move(evidence)));
    return report;
}

} // namespace

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRevokedCertificateOffersNoWayIn()
    {
        UntrustedCertificate certificate;
        certificate.host = u"bbb.example"_s;
        certificate.sha256 = QByteArray(32, 'x');
        certificate.problems = {CertificateProblem::Revoked};
        const CertificateDialog revoked(certificate, u"bbb"_s);
        QCOMPARE(revoked.findChild<QPushButton *>(u"trust"_s), nullptr);
        certificate.problems = {CertificateProblem::Expired};
        const CertificateDialog expired(certificate, u"bbb"_s);
        QVERIFY(expired.findChild<QPushButton *>(u"trust"_s));
    }

    void init()
    {
        m_workspace = std::make_unique<FakeWorkspace>();
        m_questions = std::make_unique<FakeQuestions>();
        m_wizard = std::make_unique<ConnectionWizard>(*m_workspace, ownerActor(u"me"_s, u"Me"_s), *m_questions);
        m_wizard->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_wizard.get()));
        m_wizard->activateWindow();
    }
    void cleanup() { m_wizard.reset(); }

    void aServerIsConnectedWithTheKeyboardAlone()
    {
        m_workspace->setConnectionReport(good(true));
        QSignalSpy added(m_wizard.get(), &ConnectionWizard::serverAdded);
        QTRY_COMPARE(QApplication::focusWidget(), line(u"apiUrl"));
        QTest::keyClicks(QApplication::focusWidget(), u"https://bbb.example.org/bigbluebutton/"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), line(u"apiSecret"));
        QTest::keyClicks(QApplication::focusWidget(), u"s3cret"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(box(u"usesSsh")->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), box(u"usesSsh"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"letopis@bbb.example.org:2222"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(text(u"apiResult").contains(u"2.7.3"_s));
        QVERIFY(text(u"diskResult").contains(u"/var/bigbluebutton"_s));
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_VERIFY(next()->isEnabled() && box(u"syncNow")->isVisible());
        QTest::keyClick(next(), Qt::Key_Return);
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(added[0][1].toBool());
        const ConferenceServer server = *m_workspace->lastServer();
        QCOMPARE(server.name, u"bbb.example.org"_s);
        QCOMPARE(server.apiUrl, QUrl(u"https://bbb.example.org/bigbluebutton/api/"_s));
        QVERIFY(!server.uuid.isEmpty());
        QCOMPARE(server.ssh->user, u"letopis"_s);
        QCOMPARE(server.ssh->port, 2222);
        QCOMPARE(server.checksumAlgorithm, std::optional(ChecksumAlgorithm::Sha512));
        QCOMPARE(m_workspace->lastCredentials().apiSecret.reveal(), QByteArray("s3cret"));
        QVERIFY(!m_wizard->isVisible());
    }

    void pastingWhatBbbConfPrintsFillsBothFields()
    {
        QApplication::clipboard()->setText(
            u"\n    URL: https://bbb.uni.example/bigbluebutton/\n    Secret: 330a8b08c3b4c61533e1d0c5ce1ac88f\n\n"
            "      Link to the API-Mate:\n      https://mconf.github.io/api-mate/#server=https://x&sharedSecret=y\n"_s);
        QTest::keySequence(line(u"apiSecret"), QKeySequence::Paste);
        QCOMPARE(line(u"apiUrl")->text(), u"https://bbb.uni.example/bigbluebutton/"_s);
        QCOMPARE(line(u"apiSecret")->text(), u"330a8b08c3b4c61533e1d0c5ce1ac88f"_s);
        QCOMPARE(line(u"name")->text(), u"bbb.uni.example"_s);
    }

    void secretsAreNeverShown()
    {
        for (const char16_t *const name : {u"apiSecret", u"sshPassword", u"keyPassphrase", u"proxyPassword"})
            QCOMPARE(line(name)->echoMode(), QLineEdit::Password);
    }

    void whatIsMissingIsSaidNextToItsField()
    {
        QTest::mouseClick(next(), Qt::LeftButton);
        QVERIFY(label(u"apiUrlProblem")->isVisible());
        QVERIFY(label(u"apiSecretProblem")->isVisible());
        QVERIFY(line(u"apiUrl")->isVisible());
        QCOMPARE(QApplication::focusWidget() == nullptr || m_workspace->calls().isEmpty(), true);
        QTest::keyClicks(line(u"apiUrl"), u"http://bbb.example.org/"_s);
        QVERIFY(label(u"apiUrlProblem")->text().contains(u"https://"_s));
        line(u"apiUrl")->clear();
        QTest::keyClicks(line(u"apiUrl"), u"https://bbb.example.org/"_s);
        QVERIFY(!label(u"apiUrlProblem")->isVisible());
    }

    void everyFailureIsShownInWords_data()
    {
        QTest::addColumn<ConnectionReport>("report");
        QTest::addColumn<QString>("where");
        QTest::newRow("unreachable") << apiFails(ErrorKind::HostUnreachable) << u"apiResult"_s;
        QTest::newRow("timeout") << apiFails(ErrorKind::Timeout) << u"apiResult"_s;
        QTest::newRow("wrong secret") << apiFails(ErrorKind::ChecksumRefused) << u"apiResult"_s;
        QTest::newRow("not BigBlueButton") << apiFails(ErrorKind::BadAnswer) << u"apiResult"_s;
        QTest::newRow("TLS") << apiFails(ErrorKind::TlsUntrusted, certificate()) << u"apiResult"_s;
        QTest::newRow("proxy") << apiFails(ErrorKind::ProxyRefused) << u"apiResult"_s;
        QTest::newRow("host key unknown") << diskFails(ErrorKind::HostKeyUnknown, hostKey()) << u"diskResult"_s;
        QTest::newRow("host key changed") << diskFails(ErrorKind::HostKeyChanged, hostKey()) << u"diskResult"_s;
        QTest::newRow("login refused") << diskFails(ErrorKind::AuthenticationRefused) << u"diskResult"_s;
        QTest::newRow("no data root") << diskFails(ErrorKind::NotFound) << u"diskResult"_s;
        QTest::newRow("unreadable") << diskFails(ErrorKind::PermissionDenied) << u"diskResult"_s;
    }
    void everyFailureIsShownInWords()
    {
        QFETCH(const ConnectionReport, report);
        QFETCH(const QString, where);
        m_workspace->setConnectionReport(report);
        goToTest(where == u"diskResult");
        QTRY_VERIFY(next()->isEnabled() || button(u"testAgain")->isEnabled());
        QVERIFY(text(where).size() > 20);
        QVERIFY(!text(where).contains(u"technical detail"_s));
        QCOMPARE(next()->isEnabled(), report.isUsable());
    }

    void aCertificateIsNotTrustedUnlessAPersonSaysSo_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Escape") << int(Qt::Key_Escape);
        QTest::newRow("Enter, which presses the default button") << int(Qt::Key_Return);
    }
    void aCertificateIsNotTrustedUnlessAPersonSaysSo()
    {
        QFETCH(const int, key);
        m_workspace->setConnectionReport(apiFails(ErrorKind::TlsUntrusted, certificate()));
        goToTest(false);
        QTRY_VERIFY(button(u"trustQuestion")->isVisible());
        const auto tests = m_workspace->calls().count(u"checkConnection"_s);
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        QStringList shown;
        for (const QLabel *fact : dialog->findChildren<QLabel *>())
            shown << fact->text();
        const QString all = shown.join(u'\n');
        QVERIFY(all.contains(u"5A:5A:5A:5A"_s));
        QVERIFY(all.contains(u"<b>bbb</b>.example.org"_s)); // as plain text
        QVERIFY(all.contains(u"Example University CA"_s));
        QSignalSpy decided(dialog, &TrustDialog::decided);
        QTest::keyClick(dialog, Qt::Key(key));
        QTRY_COMPARE(decided.count(), 1);
        QCOMPARE(decided[0][0].toBool(), false);
        QCOMPARE(m_workspace->calls().count(u"checkConnection"_s), tests);
        QVERIFY(!next()->isEnabled());
    }

    void trustingACertificateTestsAgainAndSavesTheException()
    {
        m_workspace->setConnectionReport(apiFails(ErrorKind::TlsUntrusted, certificate()));
        goToTest(false);
        QTRY_VERIFY(button(u"trustQuestion")->isVisible());
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        m_workspace->setConnectionReport(good());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"trust"_s), Qt::LeftButton);
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(next()->isEnabled() && box(u"syncNow")->isVisible());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(m_workspace->calls().contains(u"addServer"_s));
        const QList<TlsException> exceptions = m_workspace->lastServer()->tlsExceptions;
        QCOMPARE(exceptions.size(), 1);
        QCOMPARE(exceptions[0].sha256, certificate().sha256);
        QCOMPARE(exceptions[0].problems, certificate().problems);
        QVERIFY(exceptions[0].expiresAt <= certificate().validTo.addSecs(60));
    }

    void anUnknownHostKeyIsRecordedOnlyAfterYes()
    {
        m_workspace->setConnectionReport(diskFails(ErrorKind::HostKeyUnknown, hostKey()));
        goToTest(true);
        QTRY_VERIFY(button(u"trustQuestion")->isVisible());
        QVERIFY(m_workspace->lastCredentials().acceptHostKeySha256.isEmpty());
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        auto *trust = dialog->findChild<QPushButton *>(u"trust"_s);
        auto *compare = dialog->findChild<QLineEdit *>(u"compare"_s);
        QTest::keyClicks(compare, u"SHA256:AAAA"_s);
        QVERIFY(!trust->isEnabled()); // another key was expected
        compare->clear();
        QTest::keyClicks(compare, opensshFingerprint(hostKey().sha256));
        QVERIFY(trust->isEnabled());
        m_workspace->setConnectionReport(good(true));
        QTest::mouseClick(trust, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->lastCredentials().acceptHostKeySha256, hostKey().sha256);
        QTRY_VERIFY(next()->isEnabled());
    }

    void aChangedHostKeyHasNoWayOn()
    {
        m_workspace->setConnectionReport(diskFails(ErrorKind::HostKeyChanged, hostKey()));
        goToTest(true);
        QTRY_VERIFY(button(u"trustQuestion")->isVisible());
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QPushButton *>(u"trust"_s), nullptr);
        QCOMPARE(dialog->findChildren<QPushButton *>().size(), 1); // Close
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!m_wizard->findChild<TrustDialog *>());
        QVERIFY(m_workspace->lastCredentials().acceptHostKeySha256.isEmpty());
    }

    void goingBackForgetsTheRunningTest()
    {
        m_workspace->setHoldsAnswers(true);
        m_workspace->setConnectionReport(good());
        goToTest(false);
        QTRY_COMPARE(m_workspace->heldAnswers(), 1);
        QVERIFY(!next()->isEnabled());
        QTest::mouseClick(button(u"back"), Qt::LeftButton);
        QVERIFY(box(u"usesSsh")->isVisible());
        m_workspace->setHoldsAnswers(false);
        QTest::qWait(20);
        QVERIFY(box(u"usesSsh")->isVisible()); // the late answer moved nothing
        QVERIFY(next()->isEnabled());
    }

    void closingWhileTestingIsSafe()
    {
        m_workspace->setHoldsAnswers(true);
        goToTest(false);
        QTRY_COMPARE(m_workspace->heldAnswers(), 1);
        m_wizard.reset();
        m_workspace->setHoldsAnswers(false);
        QTest::qWait(20);
    }

    void withoutAKeychainSecretsGoToAFileOnlyOnRequest()
    {
        m_workspace->setSecretStoreError(error(ErrorKind::SecretStoreUnavailable));
        m_workspace->setConnectionReport(good());
        goToTest(false);
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(box(u"useSecretFile")->isVisible());
        QVERIFY(!box(u"useSecretFile")->isChecked());
        QVERIFY(!next()->isEnabled());
        QTest::keyClick(box(u"useSecretFile"), Qt::Key_Space);
        QVERIFY(next()->isEnabled());
        QVERIFY(!m_workspace->calls().contains(u"useSecretFile"_s));
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(m_workspace->calls().contains(u"addServer"_s));
        QVERIFY(m_workspace->calls().indexOf(u"useSecretFile"_s) < m_workspace->calls().indexOf(u"addServer"_s));
    }

    void aSecondClickSavesNothingTwice()
    {
        m_workspace->setSecretStoreError(error(ErrorKind::SecretStoreUnavailable));
        m_workspace->setConnectionReport(good());
        QSignalSpy added(m_wizard.get(), &ConnectionWizard::serverAdded);
        goToTest(false);
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(box(u"useSecretFile")->isVisible());
        QTest::keyClick(box(u"useSecretFile"), Qt::Key_Space);
        m_workspace->setHoldsAnswers(true);
        QTest::mouseClick(next(), Qt::LeftButton);
        QVERIFY(!next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->heldAnswers(), 1);
        m_workspace->releaseAnswer(0); // the file is there: now the server
        QTRY_VERIFY(m_workspace->calls().contains(u"addServer"_s));
        QVERIFY(!next()->isEnabled());
        QVERIFY(!button(u"back")->isEnabled()); // the answer must find the page that asked
        m_workspace->setHoldsAnswers(false);
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(m_workspace->calls().count(u"useSecretFile"_s), 1);
        QCOMPARE(m_workspace->calls().count(u"addServer"_s), 1);
    }

    void anExceptionForAHostThatIsNoLongerMeantIsForgotten()
    {
        m_workspace->setConnectionReport(apiFails(ErrorKind::TlsUntrusted, certificate()));
        goToTest(false);
        QTRY_VERIFY(button(u"trustQuestion")->isVisible());
        TrustDialog *dialog = openQuestion();
        QVERIFY(dialog);
        m_workspace->setConnectionReport(good());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"trust"_s), Qt::LeftButton);
        QTRY_VERIFY(next()->isEnabled());
        QCOMPARE(m_workspace->lastServer()->tlsExceptions.size(), 1);
        QTest::mouseClick(button(u"back"), Qt::LeftButton);
        QTest::mouseClick(button(u"back"), Qt::LeftButton);
        line(u"apiUrl")->setText(u"https://other.example.org/bigbluebutton/"_s);
        QTest::mouseClick(next(), Qt::LeftButton);
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->lastServer()->apiUrl.host(), u"other.example.org"_s);
        QVERIFY(m_workspace->lastServer()->tlsExceptions.isEmpty());
    }

    void whatBbbConfPrintsIsTakenHoweverItIsPasted_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("URL") << u"apiUrl"_s;
        QTest::newRow("secret") << u"apiSecret"_s;
    }
    void whatBbbConfPrintsIsTakenHoweverItIsPasted()
    {
        QFETCH(const QString, field);
        QApplication::clipboard()->setText(u"\n    URL: https://bbb.example.org/bigbluebutton/\n    Secret: s3cret\n\n"
                                           "    Link to the API-Mate:\n    https://mate.example/#sharedSecret=other\n"_s);
        line(field)->paste(); // as its menu does, without a key
        QCOMPARE(line(u"apiUrl")->text(), u"https://bbb.example.org/bigbluebutton/"_s);
        QCOMPARE(line(u"apiSecret")->text(), u"s3cret"_s);
        QCOMPARE(line(u"name")->text(), u"bbb.example.org"_s);
        QApplication::clipboard()->clear();
    }

    void aFailureToSaveStaysInTheWizard()
    {
        m_workspace->setConnectionReport(good());
        m_workspace->failNext(u"addServer"_s, error(ErrorKind::AlreadyExists));
        QSignalSpy added(m_wizard.get(), &ConnectionWizard::serverAdded);
        goToTest(false);
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(next()->isEnabled() && box(u"syncNow")->isVisible());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(label(u"messageText")->isVisible());
        QVERIFY(m_wizard->isVisible());
        QCOMPARE(added.count(), 0);
        QTRY_VERIFY(next()->isEnabled());
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_COMPARE(added.count(), 1);
    }

    void rulesKnowWhatIsNoServer()
    {
        ServerDraft draft{.name = u"n"_s, .apiUrl = u"https://h/bigbluebutton/"_s, .apiSecret = u"s"_s};
        QVERIFY(problemsIn(draft, true).isEmpty());
        draft.apiSecret.clear();
        QCOMPARE(problemsIn(draft, true), (QList<DraftFinding>{{DraftField::ApiSecret, DraftProblem::Missing}}));
        QVERIFY(problemsIn(draft, false).isEmpty()); // unchanged
        draft.usesSsh = true;
        draft.sshAddress = u"-oProxyCommand=x"_s;
        QCOMPARE(problemsIn(draft, false), (QList<DraftFinding>{{DraftField::SshAddress, DraftProblem::NotAnAddress}}));
        draft.sshAddress = u"u@h"_s;
        draft.dataRoot = u"relative"_s;
        QCOMPARE(problemsIn(draft, false), (QList<DraftFinding>{{DraftField::DataRoot, DraftProblem::NotAbsolute}}));
    }

    void filesAreMeantByTheirWholePath()
    {
        ServerDraft draft{.name = u"n"_s, .apiUrl = u"https://h/bigbluebutton/"_s, .apiSecret = u"s"_s};
        draft.caFile = u"ca.pem"_s; // of which folder?
        QCOMPARE(problemsIn(draft, true), (QList<DraftFinding>{{DraftField::CaFile, DraftProblem::NotAbsolute}}));
        draft.caFile.clear();
        draft.usesSsh = true;
        draft.sshAddress = u"u@h"_s;
        draft.login = SshLogin::KeyFile;
        draft.keyFile = u"letopis"_s;
        QCOMPARE(problemsIn(draft, true), (QList<DraftFinding>{{DraftField::KeyFile, DraftProblem::NotAbsolute}}));
        draft.keyFile = u" ~/.ssh/letopis "_s;
        QCOMPARE(serverOf(draft, {}).ssh->keyFile, QDir::homePath() + u"/.ssh/letopis"_s);
    }

    void aDraftSurvivesTheWayThroughAServer()
    {
        ServerDraft draft{.name = u"n"_s,
                          .apiUrl = u"https://h/bigbluebutton/api/"_s,
                          .apiSecret = {},
                          .usesSsh = true,
                          .sshAddress = u"u@[::1]:22"_s,
                          .login = SshLogin::Password,
                          .keyFile = {},
                          .keyPassphrase = {},
                          .sshPassword = {},
                          .knownHostsFile = u"/k"_s,
                          .dataRoot = u"/d"_s,
                          .proxyKind = ProxyKind::Socks5,
                          .proxyHost = u"p"_s,
                          .proxyPort = 1080,
                          .proxyUser = u"x"_s};
        QCOMPARE(draftOf(serverOf(draft, {})), draft);
    }

    void fingerprintsAreRecognisedInTheirUsualSpellings()
    {
        const QByteArray key = QByteArray::fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        const QString ssh = opensshFingerprint(key);
        QVERIFY(holdsFingerprint(ssh, key));
        QVERIFY(holdsFingerprint(ssh.mid(7) + u"="_s, key));
        QVERIFY(holdsFingerprint(u"256 %1 root@bbb (ED25519)\n"_s.arg(ssh), key));
        QVERIFY(holdsFingerprint(colonFingerprint(key), key));
        QVERIFY(!holdsFingerprint(ssh.toLower(), key));
        QVERIFY(!holdsFingerprint(ssh + u"x"_s, key));
        QVERIFY(!holdsFingerprint({}, key));
    }

private:
    QPushButton *button(QStringView name) const { return m_wizard->findChild<QPushButton *>(name.toString()); }
    QPushButton *next() const { return button(u"next"); }
    QLineEdit *line(QStringView name) const { return m_wizard->findChild<QLineEdit *>(name.toString()); }
    QCheckBox *box(QStringView name) const { return m_wizard->findChild<QCheckBox *>(name.toString()); }
    QLabel *label(QStringView name) const { return m_wizard->findChild<QLabel *>(name.toString()); }
    QString text(QStringView name) const { return label(name)->text(); }

    void goToTest(bool withSsh)
    {
        line(u"apiUrl")->setText(u"https://bbb.example.org/bigbluebutton/"_s);
        line(u"apiSecret")->setText(u"secret"_s);
        line(u"name")->setText(u"University"_s);
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(box(u"usesSsh")->isVisible());
        if (withSsh) {
            QTest::keyClick(box(u"usesSsh"), Qt::Key_Space);
            QTest::keyClicks(line(u"sshAddress"), u"letopis@bbb.example.org"_s);
        }
        QTest::mouseClick(next(), Qt::LeftButton);
        QTRY_VERIFY(label(u"apiResult")->isVisible());
    }

    TrustDialog *openQuestion() const
    {
        QTest::mouseClick(button(u"trustQuestion"), Qt::LeftButton);
        auto *dialog = m_wizard->findChild<TrustDialog *>();
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }

    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<FakeQuestions> m_questions;
    std::unique_ptr<ConnectionWizard> m_wizard;
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
