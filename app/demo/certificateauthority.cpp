#include "app/demo/certificateauthority.h"

#include "app/demo/programs.h"

#include <QDir>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

QStringList newKey(const QString &file)
{
    return {u"req"_s,    u"-x509"_s, u"-newkey"_s, u"ec"_s,      u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
            u"-nodes"_s, u"-days"_s, u"30"_s,      u"-keyout"_s, file};
}

} // namespace

bool makeCertificates(const QString &directory, QSslConfiguration *configuration, QString *error)
{
    const QString openssl = findProgram(u"openssl"_s);
    if (openssl.isEmpty() || !QDir().mkpath(directory)) {
        *error = openssl.isEmpty() ? u"the openssl program is not installed"_s : u"cannot write %1"_s.arg(directory);
        return false;
    }
    const QString ca = directory + u"/ca.pem"_s, caKey = directory + u"/ca.key"_s;
    const QString cert = directory + u"/server.pem"_s, key = directory + u"/server.key"_s;
    const QStringList authority =
        newKey(caKey) + QStringList{u"-out"_s,    ca,
                                    u"-subj"_s,   u"/O=Letopis demo/CN=Letopis demo authority"_s,
                                    u"-addext"_s, u"keyUsage=critical,keyCertSign,cRLSign"_s};
    const QStringList server =
        newKey(key) + QStringList{u"-out"_s,    cert,
                                  u"-CA"_s,     ca,
                                  u"-CAkey"_s,  caKey,
                                  u"-subj"_s,   u"/O=Letopis demo/CN=localhost"_s,
                                  u"-addext"_s, u"basicConstraints=critical,CA:FALSE"_s,
                                  u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"_s,
                                  u"-addext"_s, u"extendedKeyUsage=serverAuth"_s};
    if (!runAll({{openssl, authority}}, error) || !runAll({{openssl, server}}, error))
        return false;
    QFile::remove(caKey); // nothing else is ever signed with it
    QFile keyFile(key);
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(cert);
    if (!keyFile.open(QIODevice::ReadOnly) || chain.isEmpty()) {
        *error = u"cannot read the certificate made by openssl"_s;
        return false;
    }
    configuration->setLocalCertificateChain(chain);
    configuration->setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    configuration->setPeerVerifyMode(QSslSocket::VerifyNone);
    return !configuration->privateKey().isNull();
}

} // namespace letopis::demo
