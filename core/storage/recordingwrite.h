#pragma once

#include "core/access/folder.h"
#include "core/storage/auditrepository.h"
#include "core/storage/connection.h"
#include "core/storage/recordingtexts.h"

#include <QSet>

#include <vector>

namespace letopis {

// The columns of a recording that do not come from its formats.
struct RecordingBase
{
    RecordingTexts texts;
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0;
    int participantCount = -1;
    bool isBreakout = false;
    qint64 rawSizeBytes = -1;
    QStringList breakoutRoomIds;
    FolderId folder = sharedFolder; // of a new one: where filing rules put it
};

// One change to one recording: everything for a new one; for a known one its base, where that changed, and the formats
// that are new or changed.
struct RecordingWrite
{
    size_t entry = 0; // in the SyncIndex
    qint64 id = 0;    // 0: insert
    bool hasBase = false;
    RecordingBase base; // where hasBase
    std::vector<FormatRow> formats;
    QByteArray digest;
};

// Writes recordings of one server with their journal events, inside the caller's transaction, in the writer's thread.
class RecordingWriter
{
public:
    RecordingWriter(qint64 serverId, QString actor)
        : m_serverId(serverId)
        , m_actor(std::move(actor))
    {
    }

    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    // Recordings that are added from now on are none that a person should look at as new.
    void setSeenAlready(bool areSeen) { m_areSeenAlready = areSeen; }

    // The ids, in the order of the writes.
    Result<std::vector<qint64>> writeAll(Connection &connection, const std::vector<RecordingWrite> &writes);
    Result<> markGone(Connection &connection, qint64 id, qint64 lastSeenMs);
    // Removes the formats whose identities are listed.
    Result<> removeFormats(Connection &connection, qint64 id, const std::vector<quint64> &identities,
                           const QByteArray &digest);

private:
    Result<qint64> write(Connection &connection, const RecordingWrite &write);
    Result<qint64> insert(Connection &connection, const RecordingWrite &write);
    Result<> findFolders(Connection &connection, const std::vector<RecordingWrite> &writes);
    FolderId folderFor(const RecordingWrite &write) const;
    Result<Executed> insertRow(Connection &connection, const RecordingWrite &write);
    Result<qint64> updateInstead(Connection &connection, const RecordingWrite &write);
    Result<> indexInserted(Connection &connection) const;
    Result<> update(Connection &connection, qint64 id, const RecordingWrite &write);
    Result<> updateBase(Connection &connection, qint64 id, const RecordingWrite &write);
    Result<> updateDerived(Connection &connection, qint64 id, const QByteArray &digest);
    Result<> storeFormat(Connection &connection, qint64 id, const FormatRow &format);
    Result<> storeBreakoutRooms(Connection &connection, qint64 id, const QStringList &rooms);
    Result<> append(Connection &connection, const QString &action, qint64 id, const QByteArray &details);

    qint64 m_serverId;
    QString m_actor;
    qint64 m_nowMs = 0;
    bool m_areSeenAlready = false;
    AuditAppender m_audit;
    std::vector<std::pair<qint64, const RecordingTexts *>> m_inserted; // the transaction's new recordings
    QSet<FolderId> m_folders; // where rules put recordings and that are there, as of the transaction
};

} // namespace letopis
