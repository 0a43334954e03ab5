#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/formdraft.h"
#include "core/storage/database.h"

namespace letopis {

// Drafts of forms, beside what they would change: a backup holds both, and a recording's number means the same in both. An
// invalid recording stands for the forms that belong to none. Each change is on the disk when its future succeeds. Any thread.
class DraftRepository
{
public:
    DraftRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    QFuture<Result<QList<FormDraft>>> drafts(const Actor &actor, RecordingId id) const;
    QFuture<Result<QList<FormDraft>>> overview(const Actor &actor) const; // oldest first, without contents
    // Both answer whether there was one before.
    QFuture<Result<bool>> keep(const Actor &actor, RecordingId id, const QString &form, const QByteArray &content);
    QFuture<Result<bool>> remove(const Actor &actor, RecordingId id, const QString &form);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
