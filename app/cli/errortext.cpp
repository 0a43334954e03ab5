#include "app/cli/errortext.h"

#include "app/cli/text.h"
#include "core/domain/trust.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString problemText(CertificateProblem problem)
{
    switch (problem) {
    case CertificateProblem::SelfSigned: return Cli::tr("it is self-signed");
    case CertificateProblem::UnknownAuthority: return Cli::tr("no authority known here has signed it");
    case CertificateProblem::WrongHost: return Cli::tr("it is for another host");
    case CertificateProblem::Expired: return Cli::tr("it has expired");
    case CertificateProblem::NotYetValid: return Cli::tr("it is not valid yet");
    case CertificateProblem::Revoked: return Cli::tr("it has been revoked");
    case CertificateProblem::WeakKey: return Cli::tr("its key is too weak");
    case CertificateProblem::Other: return Cli::tr("it could not be verified");
    }
    return {};
}

QString certificateText(const UntrustedCertificate &certificate)
{
    QStringList problems;
    for (const CertificateProblem problem : certificate.problems)
        problems += problemText(problem);
    const QString fingerprint = colonFingerprint(certificate.sha256);
    QStringList lines{
        Cli::tr("The certificate of %1:%2 is not trusted: %3.")
            .arg(certificate.host, QString::number(certificate.port), problems.join(u", "_s)),
        Cli::tr("  Subject: %1").arg(certificate.subject),
        Cli::tr("  Issuer:  %1").arg(certificate.issuer),
        Cli::tr("  Valid:   %1 to %2")
            .arg(certificate.validFrom.toString(Qt::ISODate), certificate.validTo.toString(Qt::ISODate)),
        Cli::tr("  SHA-256: %1").arg(fingerprint),
        Cli::tr("Compare the SHA-256 with the server's administrator. If it is the same, accept exactly this certificate:"),
        u"  --accept-certificate %1"_s.arg(fingerprint),
    };
    return lines.join(u'\n');
}

QString unknownKeyText(const HostKey &key)
{
    const QString fingerprint = opensshFingerprint(key.sha256);
    return QStringList{
        Cli::tr("The SSH host key of %1:%2 is not known yet.").arg(key.host, QString::number(key.port)),
        u"  %1 %2"_s.arg(key.type, fingerprint),
        Cli::tr("Compare it with what `ssh-keygen -lf` prints for the key on the server. If it is the same, accept exactly "
                "this key; it is then recorded in %1:")
            .arg(key.knownHostsFile),
        u"  --accept-host-key %1"_s.arg(fingerprint),
    }
        .join(u'\n');
}

QString changedKeyText(const HostKey &key)
{
    return QStringList{
        Cli::tr("THE SSH HOST KEY OF %1:%2 HAS CHANGED. Nothing was sent to it.").arg(key.host, QString::number(key.port)),
        u"  %1 %2"_s.arg(key.type, opensshFingerprint(key.sha256)),
        Cli::tr("Somebody may be listening in, or the server was reinstalled. Letopis does not accept a changed key. If the "
                "server's administrator confirms the new one, remove the old line from %1 and connect again.")
            .arg(key.knownHostsFile),
    }
        .join(u'\n');
}

QString sentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return Cli::tr("Cancelled.");
    case ErrorKind::Timeout: return Cli::tr("No answer in time.");
    case ErrorKind::HostUnreachable: return Cli::tr("The host cannot be reached.");
    case ErrorKind::ConnectionLost: return Cli::tr("The connection broke off.");
    case ErrorKind::ProxyRefused: return Cli::tr("The proxy refused the connection.");
    case ErrorKind::TlsUntrusted: return Cli::tr("The server's certificate is not trusted.");
    case ErrorKind::HostKeyUnknown: return Cli::tr("The SSH host key is not known.");
    case ErrorKind::HostKeyChanged: return Cli::tr("The SSH host key has changed.");
    case ErrorKind::AuthenticationRefused: return Cli::tr("The server refused the SSH password or key.");
    case ErrorKind::ChecksumRefused:
        return Cli::tr("The server refused the shared secret. `bbb-conf --secret` on the server prints the right one.");
    case ErrorKind::ServerRefused: return Cli::tr("The server refused.");
    case ErrorKind::BadAnswer: return Cli::tr("The answer is not that of a BigBlueButton server.");
    case ErrorKind::NotFound: return Cli::tr("Not found.");
    case ErrorKind::PermissionDenied: return Cli::tr("Access is denied.");
    case ErrorKind::AlreadyExists: return Cli::tr("It exists already.");
    case ErrorKind::InvalidInput: return Cli::tr("This cannot be used.");
    case ErrorKind::TooLarge: return Cli::tr("It is larger than can be accepted.");
    case ErrorKind::DiskFull: return Cli::tr("The disk is full.");
    case ErrorKind::DatabaseFailed: return Cli::tr("The catalog could not be read or written.");
    case ErrorKind::SchemaTooNew: return Cli::tr("The catalog was made by a newer Letopis.");
    case ErrorKind::SecretStoreUnavailable:
        return Cli::tr("There is no keychain here, or it is locked. With --secrets file the secrets go to a file in the "
                       "profile that only you can read.");
    case ErrorKind::SecretMissing:
        return Cli::tr("The server's secret is not where it was kept. Remove the server and add it again.");
    case ErrorKind::ContentMismatch: return Cli::tr("What arrived is not what was promised.");
    case ErrorKind::Unsupported: return Cli::tr("That is not possible here.");
    case ErrorKind::Internal: return Cli::tr("Something went wrong inside Letopis.");
    }
    return {};
}
} // namespace

QString textFor(const Error &error)
{
    if (error.kind == ErrorKind::TlsUntrusted) {
        if (const auto *certificate = std::any_cast<UntrustedCertificate>(&error.evidence))
            return certificateText(*certificate);
    }
    if (const auto *key = std::any_cast<HostKey>(&error.evidence)) {
        if (error.kind == ErrorKind::HostKeyUnknown)
            return unknownKeyText(*key);
        if (error.kind == ErrorKind::HostKeyChanged)
            return changedKeyText(*key);
    }
    QString text = error.subject.isEmpty() ? sentence(error.kind) : error.subject + u": "_s + sentence(error.kind);
    if (!error.detail.isEmpty())
        text += u" ("_s + error.detail + u')';
    return text;
}

} // namespace letopis::cli
