#include "app/cli/errortext.h"

#include "app/cli/retentionanswer.h"
#include "app/cli/text.h"
#include "core/domain/trust.h"
#include "ui/text/foldertext.h"
#include "ui/text/linktext.h"
#include "ui/text/names.h"
#include "ui/text/refusaltext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString certificateText(const UntrustedCertificate &certificate)
{
    const QString fingerprint = colonFingerprint(certificate.sha256);
    QStringList lines{
        Cli::tr("The certificate of %1:%2 is not trusted:").arg(certificate.host, QString::number(certificate.port)),
    };
    for (const CertificateProblem problem : certificate.problems)
        lines << u"  - "_s + certificateProblemText(problem, certificate);
    lines += {
        Cli::tr("  Subject: %1").arg(certificate.subject),
        Cli::tr("  Issuer:  %1").arg(certificate.issuer),
        Cli::tr("  Valid:   %1 to %2")
            .arg(certificate.validFrom.toString(Qt::ISODate), certificate.validTo.toString(Qt::ISODate)),
        Cli::tr("  SHA-256: %1").arg(fingerprint),
    };
    if (isAcceptable(certificate.problems)) {
        lines += {
            Cli::tr("Compare the SHA-256 with the server's administrator. If it is the same, accept exactly this certificate:"),
            u"  --accept-certificate %1"_s.arg(fingerprint),
        };
    }
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

// What to do next where it is another thing in a terminal than in a window.
QString terminalAdvice(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::SecretStoreUnavailable:
        return Cli::tr("Unlock it, or use --secrets file: the secrets then go to a file in the profile that only you can read.");
    case ErrorKind::SecretMissing: return Cli::tr("Remove the server and add it again.");
    case ErrorKind::TlsUntrusted:
    case ErrorKind::HostKeyUnknown:
    case ErrorKind::HostKeyChanged: return {};
    default: return linkErrorText(error).advice;
    }
}

QString paragraph(const QString &sentence, const QString &detail, const QString &advice)
{
    QStringList parts{sentence};
    if (!detail.isEmpty())
        parts << u'(' + detail + u')';
    if (!advice.isEmpty())
        parts << advice;
    return parts.join(u' ');
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
    // What has sentences of its own needs no English beside them.
    if (const auto refusal = refusalErrorText(error))
        return refusal->sentence;
    if (error.evidence.has_value() && linkErrorText(error).sentence != errorText(error).sentence)
        return linkErrorText(error).sentence;
    if (const auto *confirmation = std::any_cast<ConfirmationEvidence>(&error.evidence))
        return Cli::tr("Recordings would go, in time or at once: %1. Look at them first; --confirm %1 then says that they may.").arg(confirmation->expected);
    if (const auto *stop = std::any_cast<RetentionStopEvidence>(&error.evidence)) {
        QStringList sentences{Cli::tr("Nothing is deleted.")};
        for (const RetentionGuard &guard : stop->guards)
            sentences += retentionGuardText(guard);
        return sentences.join(u' ');
    }
    if (const auto *problem = std::any_cast<FolderProblem>(&error.evidence))
        return folderProblemText(*problem);
    // Of a name that nothing has, the detail would say the same again, in English.
    if (error.kind == ErrorKind::NotFound && !error.subject.isEmpty())
        return errorText(error).sentence;
    return paragraph(errorText(error).sentence, error.detail, terminalAdvice(error));
}

QString textForStart(const Error &error)
{
    const ErrorText text = startErrorText(error);
    return paragraph(text.sentence, error.detail, text.advice);
}

} // namespace letopis::cli
