#pragma once

#include "core/base/error.h"

namespace letopis::cli {

// What scripts branch on; documented in the manual page and frozen.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    Usage = 2,
    NotTrusted = 3,            // TLS certificate or SSH host key
    AuthenticationRefused = 4, // password, key or shared secret
    NotFound = 5,
};

ExitCode exitCodeFor(ErrorKind kind);

} // namespace letopis::cli
