#pragma once

#include "core/base/sha256.h"
#include "core/domain/recording.h"

#include <QByteArray>
#include <QJsonObject>

namespace letopis {

// One line of the journal. Append-only; `hash` covers all fields and the hash before it, so that a changed, missing or
// moved line shows.
struct AuditEvent
{
    qint64 sequence = 0; // from 1, without gaps
    qint64 atMs = 0;     // epoch, UTC
    QString actor;
    QString action; // "recording.added", "server.tlsExceptionGranted" …
    ServerId server;
    RecordingId recording;
    QByteArray details; // compact JSON, as stored and hashed; no secrets
    QByteArray previousHash; // 32 bytes; zeros for the first
    QByteArray hash;
    QByteArray origin; // compact JSON (core/domain/eventorigin.h); empty in events older than it, and then not hashed
};

// The same, nothing owned: texts are UTF-8.
struct AuditEventView
{
    qint64 sequence = 0;
    qint64 atMs = 0;
    QByteArrayView actor;
    QByteArrayView action;
    qint64 server = 0;
    qint64 recording = 0;
    QByteArrayView details;
    QByteArrayView origin;
    QByteArrayView previousHash;
};

// SHA-256 over previousHash and every field, each length-prefixed (64-bit big endian) so that no two events share bytes.
QByteArray auditHash(const AuditEvent &event);

// The same for very many events, one after another in one thread.
class AuditHasher
{
public:
    // 32 bytes, valid until the next call.
    QByteArrayView hash(const AuditEventView &event);
    qint64 bytesHashed() const { return m_bytesHashed; }

private:
    Sha256 m_sha256;
    QByteArray m_input;
    QByteArray m_digest;
    qint64 m_bytesHashed = 0;
};

} // namespace letopis
