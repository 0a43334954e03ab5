#include "tests/support/testca.h"

#include <QDir>
#include <QFile>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace letopis::test {

namespace {

template <auto release>
struct Releaser
{
    template <typename T>
    void operator()(T *pointer) const
    {
        release(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;

Key makeKey(int rsaBits)
{
    return Key(rsaBits > 0 ? EVP_RSA_gen(static_cast<unsigned int>(rsaBits)) : EVP_EC_gen("P-256"));
}

QByteArray textOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

TestCertificate toPem(X509 *certificate, EVP_PKEY *key)
{
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificateText.get(), certificate);
    PEM_write_bio_PrivateKey_traditional(keyText.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return {textOf(certificateText.get()), textOf(keyText.get())};
}

Certificate certificateOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

Key keyOf(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

QByteArray alternativeNames(const CertificateSpec &spec)
{
    QStringList names;
    for (const QString &dns : spec.dnsNames)
        names.append(u"DNS:"_s + dns);
    for (const QString &address : spec.addresses)
        names.append(u"IP:"_s + address);
    return names.join(u',').toLatin1();
}

// The parts that every certificate has; who signs it, and what it may be used for, comes after.
Certificate blank(const CertificateSpec &spec, EVP_PKEY *key)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    ASN1_TIME_set(X509_getm_notBefore(certificate.get()), time_t(spec.validFrom.toSecsSinceEpoch()));
    ASN1_TIME_set(X509_getm_notAfter(certificate.get()), time_t(spec.validTo.toSecsSinceEpoch()));
    X509_set_pubkey(certificate.get(), key);
    const QByteArray name = spec.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0);
    return certificate;
}

void sign(X509 *certificate, X509 *issuer, EVP_PKEY *issuerKey)
{
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer));
    X509_sign(certificate, issuerKey, EVP_sha256());
}

void makeServerCertificate(X509 *certificate, X509 *issuer, const CertificateSpec &spec)
{
    extend(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate, issuer, NID_key_usage, "critical,digitalSignature,keyEncipherment");
    extend(certificate, issuer, NID_ext_key_usage, "serverAuth");
    extend(certificate, issuer, NID_subject_alt_name, alternativeNames(spec));
}

} // namespace

QSslCertificate TestCertificate::certificate() const
{
    return QSslCertificate(certificatePem, QSsl::Pem);
}

QSslKey TestCertificate::key() const
{
    const QSslKey key(keyPem, QSsl::Ec);
    return key.isNull() ? QSslKey(keyPem, QSsl::Rsa) : key;
}

QByteArray TestCertificate::sha256() const
{
    return certificate().digest(QCryptographicHash::Sha256);
}

TestCa::TestCa(const QString &name)
{
    CertificateSpec spec;
    spec.commonName = name;
    spec.validFrom = QDateTime::currentDateTimeUtc().addYears(-10); // so that it has signed what has expired since
    spec.validTo = QDateTime::currentDateTimeUtc().addYears(10);
    const Key key = makeKey(0);
    const Certificate certificate = blank(spec, key.get());
    extend(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    extend(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    extend(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash");
    sign(certificate.get(), certificate.get(), key.get());
    m_ca = toPem(certificate.get(), key.get());
}

QString TestCa::writePem(const QString &directory) const
{
    const QString path = QDir(directory).filePath(u"test-ca.pem"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_ca.certificatePem) != m_ca.certificatePem.size())
        return {};
    return path;
}

TestCertificate TestCa::issue(const CertificateSpec &spec) const
{
    const Certificate authority = certificateOf(m_ca.certificatePem);
    const Key authorityKey = keyOf(m_ca.keyPem);
    const Key key = makeKey(spec.rsaBits);
    const Certificate certificate = blank(spec, key.get());
    makeServerCertificate(certificate.get(), authority.get(), spec);
    sign(certificate.get(), authority.get(), authorityKey.get());
    return toPem(certificate.get(), key.get());
}

TestCertificate TestCa::wrongHost() const
{
    CertificateSpec spec;
    spec.commonName = u"elsewhere.example"_s;
    spec.dnsNames = {spec.commonName};
    spec.addresses.clear();
    return issue(spec);
}

TestCertificate TestCa::expired() const
{
    CertificateSpec spec;
    spec.validFrom = QDateTime::currentDateTimeUtc().addDays(-30);
    spec.validTo = QDateTime::currentDateTimeUtc().addDays(-2);
    return issue(spec);
}

TestCertificate TestCa::notYetValid() const
{
    CertificateSpec spec;
    spec.validFrom = QDateTime::currentDateTimeUtc().addDays(2);
    return issue(spec);
}

TestCertificate TestCa::weakKey() const
{
    CertificateSpec spec;
    spec.rsaBits = 1024;
    return issue(spec);
}

TestCertificate TestCa::selfSigned(const CertificateSpec &spec)
{
    const Key key = makeKey(spec.rsaBits);
    const Certificate certificate = blank(spec, key.get());
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    makeServerCertificate(certificate.get(), certificate.get(), spec);
    sign(certificate.get(), certificate.get(), key.get());
    return toPem(certificate.get(), key.get());
}

} // namespace letopis::test
