#include "core/transport/tlstrust.h"

#include <QSslKey>

#include <algorithm>

namespace letopis {

namespace {

constexpr qsizetype longestName = 200;

CertificateProblem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return CertificateProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateProblem::UnknownAuthority;
    case QSslError::HostNameMismatch:
        return CertificateProblem::WrongHost;
    case QSslError::CertificateExpired:
        return CertificateProblem::Expired;
    case QSslError::CertificateNotYetValid:
        return CertificateProblem::NotYetValid;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return CertificateProblem::Revoked;
    default:
        return CertificateProblem::Other;
    }
}

bool hasWeakKey(const QSslCertificate &certificate)
{
    const QSslKey key = certificate.publicKey();
    switch (key.algorithm()) {
    case QSsl::Rsa:
    case QSsl::Dsa:
    case QSsl::Dh:
        return key.length() > 0 && key.length() < 2048;
    case QSsl::Ec:
        return key.length() > 0 && key.length() < 224;
    case QSsl::Opaque:
        return false;
    }
    return false;
}

QString firstName(const QStringList &commonNames, const QStringList &organisations)
{
    const QString name = !commonNames.isEmpty() ? commonNames.first() : organisations.value(0);
    return name.left(longestName);
}

} // namespace

QList<CertificateProblem> certificateProblems(const QList<QSslError> &errors, const QSslCertificate &peer)
{
    QList<CertificateProblem> problems;
    const bool isWeak = hasWeakKey(peer);
    if (isWeak)
        problems.append(CertificateProblem::WeakKey);
    for (const QSslError &error : errors) {
        // OpenSSL's "EE certificate key too weak" has no name of its own in Qt
        if (isWeak && error.error() == QSslError::UnspecifiedError)
            continue;
        if (error.error() != QSslError::NoError)
            problems.append(problemOf(error.error()));
    }
    std::sort(problems.begin(), problems.end());
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
    return problems;
}

UntrustedCertificate describeUntrusted(const QUrl &url, const QSslCertificate &peer,
                                       const QList<CertificateProblem> &problems)
{
    return {.host = url.host(),
            .port = url.port(443),
            .sha256 = peer.digest(QCryptographicHash::Sha256),
            .subject = firstName(peer.subjectInfo(QSslCertificate::CommonName),
                                 peer.subjectInfo(QSslCertificate::Organization)),
            .issuer =
                firstName(peer.issuerInfo(QSslCertificate::CommonName), peer.issuerInfo(QSslCertificate::Organization)),
            .validFrom = peer.effectiveDate().toUTC(),
            .validTo = peer.expiryDate().toUTC(),
            .problems = problems,
            .pem = peer.toPem()};
}

bool isAccepted(const QList<TlsException> &exceptions, const UntrustedCertificate &certificate, const QDateTime &now)
{
    return std::any_of(exceptions.cbegin(), exceptions.cend(), [&](const TlsException &exception) {
        const bool isForThis = exception.host.compare(certificate.host, Qt::CaseInsensitive) == 0 &&
                               !certificate.sha256.isEmpty() && exception.sha256 == certificate.sha256;
        const bool isInForce = exception.expiresAt.isValid() && now < exception.expiresAt;
        return isForThis && isInForce &&
               std::all_of(certificate.problems.cbegin(), certificate.problems.cend(),
                           [&](CertificateProblem problem) { return exception.problems.contains(problem); });
    });
}

} // namespace letopis
