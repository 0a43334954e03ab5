#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <algorithm>

namespace letopis {

// Why a certificate was not trusted, in the order a person should read it.
enum class CertificateProblem { SelfSigned, UnknownAuthority, WrongHost, Expired, NotYetValid, Revoked, WeakKey, Other };

// Evidence of ErrorKind::TlsUntrusted: what a person needs to decide about one certificate.
struct UntrustedCertificate
{
    QString host;
    int port = 443;
    QByteArray sha256; // of the DER certificate, 32 bytes
    QString subject;   // common name or organisation, as the certificate claims
    QString issuer;
    QDateTime validFrom; // UTC
    QDateTime validTo;
    QList<CertificateProblem> problems;
    QByteArray pem;
};

// No person accepts a certificate that its own authority took back.
inline bool isAcceptable(const QList<CertificateProblem> &problems)
{
    return !problems.contains(CertificateProblem::Revoked);
}

// A person's decision to accept one certificate on one server in spite of its problems. Per server, revocable, journalled;
// ends by itself at expiresAt.
struct TlsException
{
    QString host;
    QByteArray sha256;
    QList<CertificateProblem> problems; // what was accepted; any other problem is refused again
    QDateTime grantedAt; // UTC
    QDateTime expiresAt; // UTC

    friend bool operator==(const TlsException &, const TlsException &) = default;
};

// What accepting a certificate grants: a year at most and never longer than the certificate is valid. One that is already
// past its time (or not there yet) is accepted for thirty days.
inline TlsException exceptionFor(const UntrustedCertificate &certificate, const QDateTime &now)
{
    const QDateTime year = now.addDays(365);
    const bool isTimely = certificate.validFrom <= now && now < certificate.validTo;
    return {certificate.host, certificate.sha256, certificate.problems, now,
            isTimely ? std::min(year, certificate.validTo) : now.addDays(30)};
}

// Evidence of HostKeyUnknown and HostKeyChanged.
struct HostKey
{
    QString host;
    int port = 22;
    QString type;         // ssh-ed25519, ecdsa-sha2-nistp256, …
    QByteArray sha256;    // of the key blob, 32 bytes
    QString knownHostsFile; // where it would be, or is, recorded
};

// "SHA256:" and unpadded base64, as OpenSSH prints it.
inline QString opensshFingerprint(const QByteArray &sha256)
{
    return QStringLiteral("SHA256:")
        + QString::fromLatin1(sha256.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals));
}

// AB:CD:… as browsers print it.
inline QString colonFingerprint(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':').toUpper());
}

} // namespace letopis
