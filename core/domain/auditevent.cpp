#include "core/domain/auditevent.h"

#include <QtEndian>

namespace letopis {

namespace {
void appendNumber(QByteArray &bytes, qint64 number)
{
    char buffer[8];
    qToBigEndian(number, buffer);
    bytes.append(buffer, sizeof buffer);
}

void appendField(QByteArray &bytes, QByteArrayView field)
{
    appendNumber(bytes, field.size());
    bytes.append(field);
}
} // namespace

QByteArrayView AuditHasher::hash(const AuditEventView &event)
{
    m_input.resize(0);
    appendField(m_input, event.previousHash);
    appendNumber(m_input, event.sequence);
    appendNumber(m_input, event.atMs);
    appendField(m_input, event.actor);
    appendField(m_input, event.action);
    appendNumber(m_input, event.server);
    appendNumber(m_input, event.recording);
    appendField(m_input, event.details);
    if (!event.origin.isEmpty())
        appendField(m_input, event.origin);
    m_sha256.add(m_input);
    m_sha256.resultInto(m_digest);
    m_bytesHashed += m_input.size();
    return m_digest;
}

QByteArray auditHash(const AuditEvent &event)
{
    const QByteArray actor = event.actor.toUtf8();
    const QByteArray action = event.action.toUtf8();
    return AuditHasher()
        .hash({.sequence = event.sequence,
               .atMs = event.atMs,
               .actor = actor,
               .action = action,
               .server = event.server.value,
               .recording = event.recording.value,
               .details = event.details,
               .origin = event.origin,
               .previousHash = event.previousHash})
        .toByteArray();
}

} // namespace letopis
