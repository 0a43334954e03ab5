#pragma once

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
};

// SHA-256 over previousHash and every field, each length-prefixed (64-bit big endian) so that no two events share bytes.
QByteArray auditHash(const AuditEvent &event);

} // namespace letopis
