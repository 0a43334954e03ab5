#pragma once

#include "app/cli/exitcode.h"
#include "core/workspace/workspace.h"

#include <QJsonObject>

namespace letopis::cli {

// How a connection test ended, under the JSON keys that docs/cli.md promises.
QJsonObject connectionJson(const QString &serverName, const ConnectionReport &report);
// The same for people, several lines: what each step found, or what is wrong with it.
QString connectionText(const ConnectionReport &report);
// The first step that failed decides.
ExitCode exitCodeFor(const ConnectionReport &report);

// What a person has said beforehand about unknown keys: only these exact ones.
struct TrustDecision
{
    std::optional<QByteArray> certificateSha256;
    std::optional<QByteArray> hostKeySha256;
};

// The certificate of a failed API step, if it is the one that was accepted (never: a revoked one).
std::optional<UntrustedCertificate> acceptedCertificate(const ConnectionReport &report, const TrustDecision &decision);
// The host key of a failed disk step, if it is unknown (never: changed) and the one that was accepted.
std::optional<HostKey> acceptedHostKey(const ConnectionReport &report, const TrustDecision &decision);

} // namespace letopis::cli
