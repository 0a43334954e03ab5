#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"
#include "core/storage/fieldedits.h"

namespace letopis {

// Edits on their way to the servers: for those who look at them and decide, and for pushing. A light handle, to be copied.
// Any thread.
class OutboxRepository
{
public:
    OutboxRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    // Pending, settling and conflicting edits, oldest first; with those that only the catalog can hold on request.
    QFuture<Result<QList<OutboxEntry>>> entries(bool withCatalogOnly) const;
    QFuture<Result<>> discard(const Actor &actor, RecordingId id, const QString &field); // NotFound
    // All in one step; what is gone meanwhile is passed over. Of each edit only its recording and field count.
    QFuture<Result<>> discardAll(const Actor &actor, const QList<FieldEditState> &edits);
    // `seenTheirs`: the server's value that the decision is about. ContentMismatch: it is another one by now, and nothing is
    // decided. NotFound.
    QFuture<Result<>> decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how,
                             const QString &seenTheirs);

    QFuture<Result<QList<ServerId>>> serversWithDueEdits() const;
    // Makes every edit of the server due at once.
    QFuture<Result<>> hasten(ServerId server);
    // Up to `limit` recordings of the server with edits that are due.
    QFuture<Result<std::vector<EditableRecording>>> due(ServerId server, int limit) const;
    // The server's words of one recording, just read: merged into its edits, which come back as they are now. `sent`: what
    // was written to the server before they were read; who edited on meanwhile did so on top of that.
    QFuture<Result<EditableRecording>> absorb(const Actor &actor, RecordingId id, const RecordingSnapshot &theirs,
                                              MergePhase phase, const FieldValues &sent = {});
    // Before `values` are written to the server: from here until they are read back they may be there, whatever becomes of the
    // answer or of the program. Gives those that are still to be written.
    QFuture<Result<FieldValues>> beginWrite(RecordingId id, const FieldValues &values);
    QFuture<Result<>> keepInCatalog(const Actor &actor, RecordingId id, const QStringList &fields, CatalogOnlyReason reason);
    // A push that failed is tried again later, twice as long each time.
    QFuture<Result<>> postpone(RecordingId id, const QStringList &fields, const QString &error);

    // Of the catalog: what must not be done to it by two programs at once is locked beside it.
    QString databasePath() const { return m_database.path(); }

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
