#pragma once

#include "core/domain/trust.h"
#include "core/workspace/workspace.h"

#include <functional>

class QWidget;

namespace letopis {

// What a failed connection test asks of a person, found in its evidence.
struct TrustQuestion
{
    std::optional<UntrustedCertificate> certificate;
    std::optional<HostKey> unknownHostKey;
    std::optional<HostKey> changedHostKey;

    bool isEmpty() const { return !certificate && !unknownHostKey && !changedHostKey; }
};

TrustQuestion trustQuestionIn(const Error &error);
TrustQuestion trustQuestionIn(const ConnectionReport &report);

struct TrustAnswer
{
    std::optional<TlsException> tlsException;
    QByteArray hostKeySha256;
};

// Opens the dialog of the question; `trusted` is called only where the person said yes.
void askForTrust(const TrustQuestion &question, const QString &serverName, QWidget *parent,
                 std::function<void(const TrustAnswer &)> trusted);

} // namespace letopis
