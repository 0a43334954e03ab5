#include "core/workspace/local/localattendancebook.h"

namespace letopis {

LocalAttendanceBook::LocalAttendanceBook(const AccessControl &access, Database &database, const Clock &clock, QObject *parent)
    : AttendanceBook(parent)
    , m_gate(access, this)
    , m_attendance(database, clock)
{
}

QFuture<Result<QList<Attendee>>> LocalAttendanceBook::attendance(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_attendance.attendance(id); });
}

QFuture<Result<QList<AttendeeEdit>>> LocalAttendanceBook::edits(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::ViewRecording, id, [=, this] { return m_attendance.edits(id); });
}

QFuture<Result<>> LocalAttendanceBook::replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                                    const QList<AttendeeEdit> &after)
{
    const auto replaced = m_gate.pass(actor, Capability::EditEverythingElse, id,
                                      [=, this] { return m_attendance.replaceEdits(actor, id, before, after); });
    return chain(replaced, this, [this, id] {
        Q_EMIT catalogChanged({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
        Q_EMIT attendanceChanged(id);
        return readyFuture(Result<>());
    });
}

// Names and identities of people are for those who match them.
QFuture<Result<QList<KnownPerson>>> LocalAttendanceBook::findPeople(const Actor &actor, const QString &text, int limit)
{
    return m_gate.pass(actor, Capability::EditEverythingElse, [=, this] { return m_attendance.findPeople(text, limit); });
}

QFuture<Result<QHash<QString, KnownPerson>>> LocalAttendanceBook::suggestions(const Actor &actor, RecordingId id)
{
    return m_gate.pass(actor, Capability::EditEverythingElse, id, [=, this] { return m_attendance.suggestions(id); });
}

QFuture<Result<PersonId>> LocalAttendanceBook::addPerson(const Actor &actor, const KnownPerson &person)
{
    return m_gate.pass(actor, Capability::ManagePeople, [=, this] { return m_attendance.addPerson(actor, person); });
}

} // namespace letopis
