#include "core/transport/httpclient.h"
#include "core/transport/tlstrust.h"
#include "tests/core/transport/httpfetch.h"
#include "tests/support/testca.h"
#include "tests/support/testhttpsserver.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using Problems = QList<CertificateProblem>;

namespace {

TestAnswer hello(const TestRequest &)
{
    return {.headers = {}, .body = "hello"};
}

HttpProxy noProxy()
{
    return {.settings = {.kind = ProxyKind::None, .host = {}, .port = 0, .user = {}}, .password = {}};
}

TlsException exceptionFor(const TestCertificate &certificate, const Problems &problems)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {.host = u"127.0.0.1"_s,
            .sha256 = certificate.sha256(),
            .problems = problems,
            .grantedAt = now.addSecs(-60),
            .expiresAt = now.addDays(1)};
}

} // namespace

class HttpTlsTest : public QObject
{
    Q_OBJECT

private:
    TestCa m_ca;
    TestCa m_otherCa{u"Somebody else"_s};
    QTemporaryDir m_dir;
    QString m_caFile;

    HttpTrust ours(const QList<TlsException> &exceptions = {}) const { return {m_caFile, exceptions}; }

    Fetched get(const TestCertificate &certificate, const HttpTrust &trust)
    {
        TestHttpsServer server(certificate, hello);
        HttpClient client(trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        m_requests = server.requestCount();
        return fetched;
    }

    int m_requests = 0;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_caFile = m_ca.writePem(m_dir.path());
        QVERIFY(!m_caFile.isEmpty());
    }

    void certificateOfOurAuthorityIsTrusted()
    {
        const Fetched fetched = get(m_ca.good(), ours());
        QVERIFY2(fetched.result, qPrintable(fetched.result ? QString() : fetched.result.error().detail));
        QCOMPARE(fetched.body, QByteArray("hello"));
    }

    void hostNameOfTheCertificateIsTrustedToo()
    {
        TestHttpsServer server(m_ca.good(), hello);
        HttpClient client(ours(), noProxy());
        QCOMPARE(fetch(client, request(server.url(u"x"_s, u"localhost"_s))).body, QByteArray("hello"));
    }

    void badCertificateIsRefusedBeforeTheRequestLeaves_data()
    {
        QTest::addColumn<TestCertificate>("certificate");
        QTest::addColumn<Problems>("problems");
        QTest::newRow("self-signed") << TestCa::selfSigned() << Problems{CertificateProblem::SelfSigned};
        QTest::newRow("unknown authority") << m_otherCa.good() << Problems{CertificateProblem::UnknownAuthority};
        QTest::newRow("wrong host") << m_ca.wrongHost() << Problems{CertificateProblem::WrongHost};
        QTest::newRow("expired") << m_ca.expired() << Problems{CertificateProblem::Expired};
        QTest::newRow("not yet valid") << m_ca.notYetValid() << Problems{CertificateProblem::NotYetValid};
        CertificateSpec stale;
        stale.dnsNames = {u"elsewhere.example"_s};
        stale.addresses.clear();
        stale.validFrom = QDateTime::currentDateTimeUtc().addDays(-9);
        stale.validTo = QDateTime::currentDateTimeUtc().addDays(-3);
        QTest::newRow("everything at once")
            << TestCa::selfSigned(stale)
            << Problems{CertificateProblem::SelfSigned, CertificateProblem::WrongHost, CertificateProblem::Expired};
    }
    void badCertificateIsRefusedBeforeTheRequestLeaves()
    {
        QFETCH(const TestCertificate, certificate);
        QFETCH(const Problems, problems);
        const Fetched fetched = get(certificate, ours());
        QCOMPARE(fetched.kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(m_requests, 0);
        QVERIFY(fetched.body.isEmpty());
        const auto *evidence = std::any_cast<UntrustedCertificate>(&fetched.result.error().evidence);
        QVERIFY(evidence);
        QCOMPARE(evidence->problems, problems);
        QCOMPARE(evidence->sha256, certificate.sha256());
        QCOMPARE(evidence->host, u"127.0.0.1"_s);
        QVERIFY(evidence->port > 1024);
        QCOMPARE(evidence->validFrom, certificate.certificate().effectiveDate().toUTC());
        QCOMPARE(evidence->validTo, certificate.certificate().expiryDate().toUTC());
        QCOMPARE(evidence->validTo.timeSpec(), Qt::UTC);
        QCOMPARE(QSslCertificate(evidence->pem, QSsl::Pem), certificate.certificate());
        QCOMPARE(evidence->subject, certificate.certificate().subjectInfo(QSslCertificate::CommonName).value(0));
        QVERIFY(!evidence->issuer.isEmpty());
    }

    void exceptionForThisCertificateLetsItIn_data() { badCertificateIsRefusedBeforeTheRequestLeaves_data(); }
    void exceptionForThisCertificateLetsItIn()
    {
        QFETCH(const TestCertificate, certificate);
        QFETCH(const Problems, problems);
        const Fetched fetched = get(certificate, ours({exceptionFor(certificate, problems)}));
        QVERIFY2(fetched.result, qPrintable(fetched.result ? QString() : fetched.result.error().detail));
        QCOMPARE(fetched.body, QByteArray("hello"));
    }

    // Qt's own server refuses to serve such a key: OpenSSL's can be talked into it.
    void weakKeyIsRefusedUnlessExcepted()
    {
        const QString program = QStandardPaths::findExecutable(u"openssl"_s);
        if (program.isEmpty())
            QSKIP("the openssl program is not installed");
        const TestCertificate weak = m_ca.weakKey();
        QFile pem(m_dir.filePath(u"weak.pem"_s));
        QVERIFY(pem.open(QIODevice::WriteOnly) && pem.write(weak.certificatePem + weak.keyPem) > 0);
        pem.close();
        QProcess server;
        server.start(program, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:0"_s, u"-cert"_s, pem.fileName(), u"-key"_s,
                               pem.fileName(), u"-cipher"_s, u"ALL:@SECLEVEL=0"_s, u"-www"_s});
        QByteArray said;
        QTRY_VERIFY2((said += server.readAllStandardOutput(), said.contains("ACCEPT ") && said.endsWith('\n')),
                     server.readAllStandardError().constData());
        const int port = said.mid(said.lastIndexOf(':') + 1).trimmed().toInt();
        HttpRequest wanted = request(QUrl(u"https://127.0.0.1:%1/"_s.arg(port)));
        int status = 0; // enough to know; that server waits for us to end the connection
        wanted.onResponse = [&status](const HttpResponse &response) -> Result<> {
            status = response.status;
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        };

        HttpClient strict(ours(), noProxy());
        const Fetched refused = fetch(strict, wanted);
        QCOMPARE(refused.kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(std::any_cast<UntrustedCertificate>(refused.result.error().evidence).problems,
                 Problems{CertificateProblem::WeakKey});
        HttpClient lenient(ours({exceptionFor(weak, {CertificateProblem::WeakKey})}), noProxy());
        QCOMPARE(fetch(lenient, wanted).kind(), ErrorKind::Cancelled);
        QCOMPARE(status, 200);
        server.kill();
        server.waitForFinished();
    }

    void exceptionThatDoesNotFitIsNone_data()
    {
        QTest::addColumn<TestCertificate>("certificate");
        QTest::addColumn<TlsException>("exception");
        const TestCertificate certificate = TestCa::selfSigned();
        const Problems selfSigned{CertificateProblem::SelfSigned};
        QTest::newRow("other certificate") << certificate << exceptionFor(TestCa::selfSigned(), selfSigned);
        TlsException expired = exceptionFor(certificate, selfSigned);
        expired.expiresAt = QDateTime::currentDateTimeUtc().addSecs(-1);
        QTest::newRow("expired") << certificate << expired;
        TlsException endless = exceptionFor(certificate, selfSigned);
        endless.expiresAt = {};
        QTest::newRow("without an end") << certificate << endless;
        TlsException elsewhere = exceptionFor(certificate, selfSigned);
        elsewhere.host = u"localhost"_s;
        QTest::newRow("other host") << certificate << elsewhere;
        QTest::newRow("other problem") << certificate << exceptionFor(certificate, {CertificateProblem::Expired});
        TlsException blank = exceptionFor(certificate, selfSigned);
        blank.sha256.clear();
        QTest::newRow("no fingerprint") << certificate << blank;
        CertificateSpec stale;
        stale.validFrom = QDateTime::currentDateTimeUtc().addDays(-9);
        stale.validTo = QDateTime::currentDateTimeUtc().addDays(-3);
        const TestCertificate twice = TestCa::selfSigned(stale);
        QTest::newRow("one problem more than accepted") << twice << exceptionFor(twice, selfSigned);
    }
    void exceptionThatDoesNotFitIsNone()
    {
        QFETCH(const TestCertificate, certificate);
        QFETCH(const TlsException, exception);
        QCOMPARE(get(certificate, ours({exception})).kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(m_requests, 0);
    }

    void certificateChangedUnderAnExceptionIsRefused()
    {
        const TestCertificate first = TestCa::selfSigned();
        HttpClient client(ours({exceptionFor(first, {CertificateProblem::SelfSigned})}), noProxy());
        quint16 port = 0;
        {
            TestHttpsServer server(first, hello);
            port = server.port();
            QCOMPARE(fetch(client, request(server.url(u"x"_s))).body, QByteArray("hello"));
        }
        const TestCertificate second = TestCa::selfSigned();
        TestHttpsServer changed({.certificate = second, .port = port, .onlyTls10 = false}, hello);
        QCOMPARE(changed.port(), port);
        const Fetched fetched = fetch(client, request(changed.url(u"x"_s)));
        QCOMPARE(fetched.kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(std::any_cast<UntrustedCertificate>(fetched.result.error().evidence).sha256, second.sha256());
        QCOMPARE(changed.requestCount(), 0);
    }

    void certificateChangedBetweenTwoConnectionsOfASessionIsRefused()
    {
        HttpClient client(ours(), noProxy());
        quint16 port = 0;
        {
            TestHttpsServer server(m_ca.good(), hello);
            port = server.port();
            QCOMPARE(fetch(client, request(server.url(u"x"_s))).body, QByteArray("hello"));
        }
        TestHttpsServer changed({.certificate = m_otherCa.good(), .port = port, .onlyTls10 = false}, hello);
        QCOMPARE(fetch(client, request(changed.url(u"x"_s))).kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(changed.requestCount(), 0);
    }

    void authorityOfTheFileIsNoAuthorityForOtherClients()
    {
        QCOMPARE(get(m_ca.good(), HttpTrust{}).kind(), ErrorKind::TlsUntrusted);
    }

    void serverOfTls10IsRefused()
    {
        TestHttpsServer server({.certificate = m_ca.good(), .port = 0, .onlyTls10 = true}, hello);
        HttpClient client(ours(), noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QCOMPARE(fetched.kind(), ErrorKind::Unsupported);
        QCOMPARE(server.requestCount(), 0);
    }

    void plainHttpOnTheTlsPortIsSaidSo()
    {
        TestHttpsServer server({.certificate = {}, .port = 0, .onlyTls10 = false}, hello);
        HttpClient client(ours(), noProxy());
        QUrl url = server.url(u"x"_s);
        url.setScheme(u"https"_s);
        QCOMPARE(fetch(client, request(url)).kind(), ErrorKind::Unsupported);
    }

    void authorityFileThatCannotBeReadIsSaidSo_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("no certificate") << QByteArray("not a certificate\n");
    }
    void authorityFileThatCannotBeReadIsSaidSo()
    {
        QFETCH(const QByteArray, content);
        const QString path = m_dir.filePath(u"broken.pem"_s);
        QFile::remove(path);
        QFile file(path);
        if (!content.isEmpty())
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const Fetched fetched = get(m_ca.good(), HttpTrust{path, {}});
        QCOMPARE(fetched.kind(), ErrorKind::InvalidInput);
        QCOMPARE(fetched.result.error().subject, path);
    }

    void problemsAreNamedOnceAndInOrder()
    {
        const QSslCertificate peer = m_ca.good().certificate();
        const QList<QSslError> errors{
            QSslError(QSslError::HostNameMismatch, peer), QSslError(QSslError::UnableToVerifyFirstCertificate, peer),
            QSslError(QSslError::UnableToGetLocalIssuerCertificate, peer),
            QSslError(QSslError::CertificateRevoked, peer), QSslError(QSslError::InvalidPurpose, peer)};
        const Problems expected{CertificateProblem::UnknownAuthority, CertificateProblem::WrongHost,
                                CertificateProblem::Revoked, CertificateProblem::Other};
        QCOMPARE(certificateProblems(errors, peer), expected);
        QCOMPARE(certificateProblems({}, peer), Problems());
        QCOMPARE(certificateProblems({}, m_ca.weakKey().certificate()), Problems{CertificateProblem::WeakKey});
        QCOMPARE(certificateProblems({QSslError(QSslError::UnspecifiedError, peer)}, peer),
                 Problems{CertificateProblem::Other});
    }
};

QTEST_GUILESS_MAIN(HttpTlsTest)
#include "tst_httptls.moc"
