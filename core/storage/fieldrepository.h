#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/recordinginformation.h"
#include "core/storage/database.h"

namespace letopis {

// General information of recordings: what people may edit, what they edited, what was there before. What of it has to reach
// the servers is OutboxRepository's. Any thread.
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
    // Newest first, the newest 1000; all fields where none is named.
    QFuture<Result<QList<FieldHistoryEntry>>> history(RecordingId id, const QString &field) const;

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
