#include "core/workspace/local/localattendancebook.h"

#include "core/base/whendone.h"

namespace letopis {

LocalAttendanceBook::LocalAttendanceBook(Database &database, const Clock &clock, QObject *parent)
    : AttendanceBook(parent)
    , m_attendance(database, clock)
{
}

QFuture<Result<QList<Attendee>>> LocalAttendanceBook::attendance(const Actor &, RecordingId id)
{
    return m_attendance.attendance(id);
}

QFuture<Result<QList<AttendeeEdit>>> LocalAttendanceBook::edits(const Actor &, RecordingId id)
{
    return m_attendance.edits(id);
}

QFuture<Result<>> LocalAttendanceBook::replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                                    const QList<AttendeeEdit> &after)
{
    return chain(m_attendance.replaceEdits(actor, id, before, after), this, [this, id] {
        Q_EMIT catalogChanged({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
        Q_EMIT attendanceChanged(id);
        return readyFuture(Result<>());
    });
}

QFuture<Result<QList<KnownPerson>>> LocalAttendanceBook::findPeople(const Actor &, const QString &text, int limit)
{
    return m_attendance.findPeople(text, limit);
}

QFuture<Result<QHash<QString, KnownPerson>>> LocalAttendanceBook::suggestions(const Actor &, RecordingId id)
{
    return m_attendance.suggestions(id);
}

QFuture<Result<PersonId>> LocalAttendanceBook::addPerson(const Actor &actor, const KnownPerson &person)
{
    return m_attendance.addPerson(actor, person);
}

} // namespace letopis
