#include "core/domain/auditevent.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace letopis {

namespace {
void appendNumber(QByteArray &bytes, qint64 number)
{
    char buffer[8];
    qToBigEndian(number, buffer);
    bytes.append(buffer, sizeof buffer);
}

void appendField(QByteArray &bytes, const QByteArray &field)
{
    appendNumber(bytes, field.size());
    bytes.append(field);
}
} // namespace

QByteArray auditHash(const AuditEvent &event)
{
    QByteArray bytes;
    bytes.reserve(192 + event.details.size());
    appendField(bytes, event.previousHash);
    appendNumber(bytes, event.sequence);
    appendNumber(bytes, event.atMs);
    appendField(bytes, event.actor.toUtf8());
    appendField(bytes, event.action.toUtf8());
    appendNumber(bytes, event.server.value);
    appendNumber(bytes, event.recording.value);
    appendField(bytes, event.details);
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace letopis
