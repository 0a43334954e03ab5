#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/attendance.h"
#include "core/domain/recording.h"
#include "core/storage/database.h"

namespace letopis {

// Who attended, as people have corrected it, and the people known to Letopis. Any thread.
class AttendanceRepository
{
public:
    AttendanceRepository(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {
    }

    QFuture<Result<QList<Attendee>>> attendance(RecordingId id) const; // removed ones too
    QFuture<Result<QList<AttendeeEdit>>> edits(RecordingId id) const;
    // Replaces the edits where they still are `before`: ContentMismatch otherwise. InvalidInput: a uid missing or twice, a
    // name missing where there is no source, a text too long; NotFound.
    QFuture<Result<>> replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                   const QList<AttendeeEdit> &after);

    // Names with a word that begins so; by name.
    QFuture<Result<QList<KnownPerson>>> findPeople(const QString &text, int limit) const;
    QFuture<Result<QHash<QString, KnownPerson>>> suggestions(RecordingId id) const; // by uid
    QFuture<Result<PersonId>> addPerson(const Actor &actor, const KnownPerson &person);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace letopis
