#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace letopis {

enum class HostKeyState {
    Known,
    Unknown,
    Changed,   // another key of this type is recorded
    OtherType, // only keys of other types are recorded
    Revoked,
};

struct HostKeyVerdict
{
    HostKeyState state = HostKeyState::Unknown;
    QString file; // of the entry that decided; empty where unknown
    int line = 0; // from 1
};

// OpenSSH's known_hosts (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): hashed names, [host]:port, patterns and negation,
// comments,
// @revoked. @cert-authority lines are passed over: libssh 0.10 does not negotiate host certificates. A missing file is
// an empty one; an unreadable one is an error, because what it would have said is not known.
Result<HostKeyVerdict> checkKnownHosts(const QStringList &files, const QString &host, int port,
                                       const QByteArray &keyBlob);

// Appends the key, making the file (0600) and its directory (0700) where missing.
Result<> recordKnownHost(const QString &file, const QString &host, int port, const QByteArray &keyBlob);

// "ssh-ed25519" … as the key itself says; empty where the blob is malformed.
QByteArray hostKeyType(const QByteArray &keyBlob);

} // namespace letopis
