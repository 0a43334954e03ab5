#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>

namespace letopis::test {

// A certificate with its private key, both PEM.
struct TestCertificate
{
    QByteArray certificatePem;
    QByteArray keyPem;

    QSslCertificate certificate() const;
    QSslKey key() const;
    QByteArray sha256() const; // of the DER certificate
};

struct CertificateSpec
{
    QString commonName = QStringLiteral("localhost");
    QStringList dnsNames{QStringLiteral("localhost")};
    QStringList addresses{QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    QDateTime validFrom = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime validTo = QDateTime::currentDateTimeUtc().addDays(90);
    int rsaBits = 0; // 0: an elliptic P-256 key, which is quick to make
};

// A certificate authority of our own, made anew in memory by libcrypto, and what it issues.
class TestCa
{
public:
    explicit TestCa(const QString &name = QStringLiteral("Letopis Test CA"));

    QByteArray pem() const { return m_ca.certificatePem; }
    // Writes the CA's certificate, for HttpTrust::caFile; returns the file's path.
    QString writePem(const QString &directory) const;

    TestCertificate issue(const CertificateSpec &spec = {}) const;
    TestCertificate good() const { return issue(); } // localhost, 127.0.0.1, ::1
    TestCertificate wrongHost() const;               // for elsewhere.example only
    TestCertificate expired() const;
    TestCertificate notYetValid() const;
    TestCertificate weakKey() const; // RSA, 1024 bits

    static TestCertificate selfSigned(const CertificateSpec &spec = {});

private:
    TestCertificate m_ca;
};

} // namespace letopis::test
