#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/storage/database.h"
#include "core/storage/fieldedits.h"

namespace letopis {

// General information of recordings: what people edit, what waits to be pushed, what was there before. Any thread.
class FieldRepository
{
public:
    FieldRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    // The built-in fields, then the custom ones by position.
    QFuture<Result<QList<FieldDefinition>>> definitions(bool withArchived) const;
    // Adds or changes a custom field. InvalidInput; a field's type cannot change once it is there: AlreadyExists.
    QFuture<Result<>> storeDefinition(const Actor &actor, const FieldDefinition &definition);

    QFuture<Result<RecordingInformation>> information(RecordingId id) const; // NotFound
    QFuture<Result<EditPlan>> plan(const QList<RecordingId> &recordings, const QList<BatchChange> &changes) const;
    // All in one transaction; each edit has a result of its own. An edit whose `before` is no longer what is shown is not
    // applied.
    QFuture<Result<EditReport>> apply(const Actor &actor, const QList<FieldEdit> &edits);
    // Newest first; all fields where none is named.
    QFuture<Result<QList<FieldHistoryEntry>>> history(RecordingId id, const QString &field) const;

    // The outbox: pending, settling and conflicting edits, oldest first; with those that only the catalog can hold on
    // request.
    QFuture<Result<QList<OutboxEntry>>> outbox(bool withCatalogOnly) const;
    QFuture<Result<>> discard(const Actor &actor, RecordingId id, const QString &field);                      // NotFound
    QFuture<Result<>> decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how); // NotFound
    // Makes every edit of the server due at once.
    QFuture<Result<>> hasten(ServerId server);

    // For pushing. Up to `limit` recordings of the server with edits that are due.
    QFuture<Result<std::vector<EditableRecording>>> due(ServerId server, int limit) const;
    QFuture<Result<QList<ServerId>>> serversWithDueEdits() const;
    // The server's words of one recording, just read: merged into its edits, which come back as they are now. `sent`: what
    // was written to the server before they were read; who edited on meanwhile did so on top of that.
    QFuture<Result<EditableRecording>> absorb(const Actor &actor, RecordingId id, const RecordingSnapshot &theirs,
                                              MergePhase phase, const FieldValues &sent = {});
    QFuture<Result<>> keepInCatalog(RecordingId id, const QStringList &fields, CatalogOnlyReason reason);
    // A push that failed is tried again later, twice as long each time.
    QFuture<Result<>> postpone(RecordingId id, const QStringList &fields, const QString &error);

    void setSettleTime(std::chrono::milliseconds time) { m_settleTime = time; }

private:
    Database &m_database;
    const Clock &m_clock;
    std::chrono::milliseconds m_settleTime = std::chrono::minutes(1);
};

} // namespace letopis
