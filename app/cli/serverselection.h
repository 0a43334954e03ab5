#pragma once

#include "core/base/whendone.h"
#include "core/domain/server.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

// The server people mean by `name`: its exact name, else its name in another case. NotFound.
Result<ConferenceServer> serverNamed(const QList<ConferenceServer> &servers, const QString &name);

// A fingerprint as people paste it: 64 hexadecimal digits, with or without colons and a leading "SHA256:" or "SHA-256:".
std::optional<QByteArray> certificateFingerprint(const QString &typed);
// As ssh-keygen prints it: SHA256: and base64.
std::optional<QByteArray> hostKeyFingerprint(const QString &typed);

} // namespace letopis::cli
