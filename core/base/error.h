#pragma once

#include <QMetaType>
#include <QString>

#include <any>

namespace letopis {

// What went wrong, for code to branch on. ui/text turns a kind into a sentence and a next step; the command line
// into an exit code. Keep the switch statements exhaustive: -Werror=switch guards them.
enum class ErrorKind {
    Cancelled,
    Timeout,
    HostUnreachable,      // no route, refused connection, unknown host name
    ConnectionLost,       // an established connection broke off
    ProxyRefused,
    TlsUntrusted,         // evidence: UntrustedCertificate (core/domain/trust.h)
    HostKeyUnknown,       // evidence: HostKey
    HostKeyChanged,       // evidence: HostKey; never overridable in the program
    AuthenticationRefused,// the server refused password or key
    ChecksumRefused,      // BigBlueButton's checksumError: wrong secret or no common algorithm
    ServerRefused,        // the server answered, and said no; detail is its message
    BadAnswer,            // the answer is not what the protocol promises
    NotFound,
    PermissionDenied,
    AlreadyExists,
    InvalidInput,
    TooLarge,
    DiskFull,
    DatabaseFailed,
    SchemaTooNew,
    SecretStoreUnavailable,
    SecretMissing,
    ContentMismatch,      // a size or checksum differs from what was promised
    Unsupported,
    Internal,
};

// A failure. `detail` is for the log: English and free of secrets. `subject` is what it happened to (a host, a file, a
// recording's name), shown to the user as plain text. `evidence` is what a person needs to decide, when they can.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString detail;
    QString subject;
    std::any evidence;
};

// The kind's name, stable for logs and the JSON of letopis-cli.
QString errorKindName(ErrorKind kind);

// True when trying again later, unchanged, may succeed.
bool isTransient(ErrorKind kind);

} // namespace letopis

Q_DECLARE_METATYPE(letopis::Error)
