#include "ui/forms/connectionquestions.h"

#include "ui/forms/trustdialog.h"

#include <algorithm>

namespace letopis {

namespace {

template <typename T>
std::optional<T> evidence(const Error &error, ErrorKind kind)
{
    const T *value = error.kind == kind ? std::any_cast<T>(&error.evidence) : nullptr;
    return value ? std::optional<T>(*value) : std::nullopt;
}

} // namespace

TrustQuestion trustQuestionIn(const Error &error)
{
    return {.certificate = evidence<UntrustedCertificate>(error, ErrorKind::TlsUntrusted),
            .unknownHostKey = evidence<HostKey>(error, ErrorKind::HostKeyUnknown),
            .changedHostKey = evidence<HostKey>(error, ErrorKind::HostKeyChanged)};
}

TrustQuestion trustQuestionIn(const ConnectionReport &report)
{
    TrustQuestion question;
    if (report.api && !*report.api)
        question.certificate = evidence<UntrustedCertificate>(report.api->error(), ErrorKind::TlsUntrusted);
    if (report.disk && !*report.disk) {
        question.unknownHostKey = evidence<HostKey>(report.disk->error(), ErrorKind::HostKeyUnknown);
        question.changedHostKey = evidence<HostKey>(report.disk->error(), ErrorKind::HostKeyChanged);
    }
    return question;
}

void askForTrust(const TrustQuestion &question, const QString &serverName, QWidget *parent,
                 std::function<void(const TrustAnswer &)> trusted)
{
    // A second click, while the answer to the first was on its way here.
    const QList<TrustDialog *> asked = parent->findChildren<TrustDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (std::any_of(asked.begin(), asked.end(), [](const TrustDialog *dialog) { return dialog->isVisible(); }))
        return;
    if (question.certificate) {
        auto *dialog = new CertificateDialog(*question.certificate, serverName, parent);
        QObject::connect(dialog, &TrustDialog::decided, parent,
                         [certificate = *question.certificate, trusted = std::move(trusted)](bool isTrusted) {
                             if (isTrusted)
                                 trusted({.tlsException = exceptionFor(certificate, QDateTime::currentDateTimeUtc()),
                                          .hostKeySha256 = {}});
                         });
        return dialog->open();
    }
    if (question.changedHostKey)
        return (new HostKeyDialog(HostKeyDialog::Case::Changed, *question.changedHostKey, parent))->open();
    if (!question.unknownHostKey)
        return;
    auto *dialog = new HostKeyDialog(HostKeyDialog::Case::Unknown, *question.unknownHostKey, parent);
    QObject::connect(dialog, &TrustDialog::decided, parent,
                     [key = *question.unknownHostKey, trusted = std::move(trusted)](bool isTrusted) {
                         if (isTrusted)
                             trusted({.tlsException = {}, .hostKeySha256 = key.sha256});
                     });
    dialog->open();
}

} // namespace letopis
