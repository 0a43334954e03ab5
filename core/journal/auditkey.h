#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"

#include <QByteArray>

namespace letopis {

// The catalog's own Ed25519 key: what it signs was made by a program that could read its SecretStore. libsodium.
struct AuditKey
{
    SecretText seed; // hex of 32 bytes, as the SecretStore keeps it
    QByteArray publicKey; // 32 bytes
};

Result<AuditKey> makeAuditKey();
// From what the SecretStore had. BadAnswer.
Result<AuditKey> auditKeyFrom(const SecretText &seed);

QByteArray signedBy(const AuditKey &key, const QByteArray &message); // 64 bytes
bool isSignature(const QByteArray &signature, const QByteArray &message, const QByteArray &publicKey);

// For people to compare: the first 16 bytes of its SHA-256, in groups.
QString keyFingerprint(const QByteArray &publicKey);

} // namespace letopis
