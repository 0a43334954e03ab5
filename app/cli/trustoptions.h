#pragma once

#include "app/cli/commandline.h"
#include "app/cli/connectionanswer.h"

namespace letopis::cli {

// --accept-certificate and --accept-host-key: the exact fingerprint, never "whatever comes".
QList<QCommandLineOption> trustOptions();
std::variant<UsageError, TrustDecision> trustDecision(const QCommandLineParser &arguments);

} // namespace letopis::cli
