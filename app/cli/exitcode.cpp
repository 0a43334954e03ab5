#include "app/cli/exitcode.h"

namespace letopis::cli {

ExitCode exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TlsUntrusted:
    case ErrorKind::HostKeyUnknown:
    case ErrorKind::HostKeyChanged: return ExitCode::NotTrusted;
    case ErrorKind::AuthenticationRefused:
    case ErrorKind::ChecksumRefused: return ExitCode::AuthenticationRefused;
    case ErrorKind::NotFound: return ExitCode::NotFound;
    case ErrorKind::Cancelled:
    case ErrorKind::Timeout:
    case ErrorKind::HostUnreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::ProxyRefused:
    case ErrorKind::ServerRefused:
    case ErrorKind::BadAnswer:
    case ErrorKind::PermissionDenied:
    case ErrorKind::AlreadyExists:
    case ErrorKind::InvalidInput:
    case ErrorKind::TooLarge:
    case ErrorKind::DiskFull:
    case ErrorKind::DatabaseFailed:
    case ErrorKind::SchemaTooNew:
    case ErrorKind::SecretStoreUnavailable:
    case ErrorKind::SecretMissing:
    case ErrorKind::ContentMismatch:
    case ErrorKind::Unsupported:
    case ErrorKind::Internal: return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace letopis::cli
