#include "core/base/error.h"

namespace letopis {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("cancelled");
    case ErrorKind::Timeout: return QStringLiteral("timeout");
    case ErrorKind::HostUnreachable: return QStringLiteral("hostUnreachable");
    case ErrorKind::ConnectionLost: return QStringLiteral("connectionLost");
    case ErrorKind::ProxyRefused: return QStringLiteral("proxyRefused");
    case ErrorKind::TlsUntrusted: return QStringLiteral("tlsUntrusted");
    case ErrorKind::HostKeyUnknown: return QStringLiteral("hostKeyUnknown");
    case ErrorKind::HostKeyChanged: return QStringLiteral("hostKeyChanged");
    case ErrorKind::AuthenticationRefused: return QStringLiteral("authenticationRefused");
    case ErrorKind::ChecksumRefused: return QStringLiteral("checksumRefused");
    case ErrorKind::ServerRefused: return QStringLiteral("serverRefused");
    case ErrorKind::BadAnswer: return QStringLiteral("badAnswer");
    case ErrorKind::NotFound: return QStringLiteral("notFound");
    case ErrorKind::PermissionDenied: return QStringLiteral("permissionDenied");
    case ErrorKind::AlreadyExists: return QStringLiteral("alreadyExists");
    case ErrorKind::InvalidInput: return QStringLiteral("invalidInput");
    case ErrorKind::TooLarge: return QStringLiteral("tooLarge");
    case ErrorKind::DiskFull: return QStringLiteral("diskFull");
    case ErrorKind::DatabaseFailed: return QStringLiteral("databaseFailed");
    case ErrorKind::SchemaTooNew: return QStringLiteral("schemaTooNew");
    case ErrorKind::SecretStoreUnavailable: return QStringLiteral("secretStoreUnavailable");
    case ErrorKind::SecretMissing: return QStringLiteral("secretMissing");
    case ErrorKind::ContentMismatch: return QStringLiteral("contentMismatch");
    case ErrorKind::Unsupported: return QStringLiteral("unsupported");
    case ErrorKind::Internal: return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

bool isTransient(ErrorKind kind)
{
    return kind == ErrorKind::Timeout || kind == ErrorKind::HostUnreachable || kind == ErrorKind::ConnectionLost;
}

} // namespace letopis
