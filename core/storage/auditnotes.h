#pragma once

#include "core/domain/actor.h"
#include "core/domain/recording.h"
#include "core/storage/connection.h"

#include <QJsonObject>

namespace letopis {

// Events that go with no change of a row: what people looked at and took with them. Inside the caller's transaction.

struct AuditNote
{
    QString action; // "recording.downloaded", "participants.exported" …
    RecordingId recording = {};
    QJsonObject details = {};
    ServerId server = {}; // 0: that of the recording, where there is one
};
Result<> noteEvent(Connection &connection, const Actor &actor, const AuditNote &note, qint64 nowMs);

// Somebody watched it: at most one event of the same person within some minutes, and recording.last_viewed_at_ms. True where it
// was noted.
Result<bool> noteViewed(Connection &connection, const Actor &actor, RecordingId recording, const QString &format, qint64 nowMs);

// Names this catalog; made when somebody first needs it, in a connection that writes. Empty: there is none yet.
Result<QString> catalogUuid(Connection &connection);

} // namespace letopis
