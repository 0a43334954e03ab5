#include "core/domain/trust.h"

#include <QCryptographicHash>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprintsAreSpelledAsTheWorldSpellsThem()
    {
        const QByteArray sha256 = QCryptographicHash::hash("letopis", QCryptographicHash::Sha256);
        QCOMPARE(opensshFingerprint(sha256), u"SHA256:"_s + QString::fromLatin1(sha256.toBase64()).chopped(1));
        QCOMPARE(opensshFingerprint(sha256).size(), 7 + 43);
        QCOMPARE(colonFingerprint(sha256).size(), 95);
        QCOMPARE(colonFingerprint(QByteArray::fromHex("00abff")), u"00:AB:FF"_s);
    }

    void anExceptionEndsWithTheCertificateOrAfterAYear_data()
    {
        QTest::addColumn<int>("validFromDay");
        QTest::addColumn<int>("validToDay");
        QTest::addColumn<int>("endsAtDay");
        QTest::newRow("long-lived: a year") << -10 << 4000 << 365;
        QTest::newRow("short-lived: its own end") << -10 << 20 << 20;
        QTest::newRow("expired: thirty days") << -100 << -1 << 30;
        QTest::newRow("not yet valid: thirty days") << 5 << 4000 << 30;
    }

    void anExceptionEndsWithTheCertificateOrAfterAYear()
    {
        QFETCH(const int, validFromDay);
        QFETCH(const int, validToDay);
        QFETCH(const int, endsAtDay);
        const QDateTime now(QDate(2024, 3, 1), QTime(12, 0), Qt::UTC);
        UntrustedCertificate certificate;
        certificate.host = u"bbb.example"_s;
        certificate.sha256 = QByteArray(32, 'x');
        certificate.validFrom = now.addDays(validFromDay);
        certificate.validTo = now.addDays(validToDay);
        certificate.problems = {CertificateProblem::SelfSigned};
        const TlsException exception = exceptionFor(certificate, now);
        QCOMPARE(exception.expiresAt, now.addDays(endsAtDay));
        QCOMPARE(exception.grantedAt, now);
        QCOMPARE(exception.host, certificate.host);
        QCOMPARE(exception.sha256, certificate.sha256);
        QCOMPARE(exception.problems, certificate.problems);
    }
};

QTEST_APPLESS_MAIN(TestTrust)
#include "tst_trust.moc"
