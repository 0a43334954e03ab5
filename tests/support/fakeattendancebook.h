#pragma once

#include "core/workspace/attendancebook.h"

namespace letopis::test {

class FakeWorkspace;

// Attendance of a FakeWorkspace's entries, by the rules the real one follows; answers as its workspace does.
class FakeAttendanceBook final : public AttendanceBook
{
    Q_OBJECT

public:
    explicit FakeAttendanceBook(FakeWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    // What another program did to the edits.
    void setEdits(RecordingId id, const QList<AttendeeEdit> &edits) { m_edits.insert(id, edits); }
    QList<AttendeeEdit> editsOf(RecordingId id) const { return m_edits.value(id); }
    const QList<KnownPerson> &people() const { return m_people; }

    QFuture<Result<QList<Attendee>>> attendance(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<AttendeeEdit>>> edits(const Actor &actor, RecordingId id) override;
    QFuture<Result<>> replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                   const QList<AttendeeEdit> &after) override;
    QFuture<Result<QList<KnownPerson>>> findPeople(const Actor &actor, const QString &text, int limit) override;
    QFuture<Result<QHash<QString, KnownPerson>>> suggestions(const Actor &actor, RecordingId id) override;
    QFuture<Result<PersonId>> addPerson(const Actor &actor, const KnownPerson &person) override;

private:
    QList<Attendee> attendees(RecordingId id) const;

    FakeWorkspace &m_workspace;
    QMap<RecordingId, QList<AttendeeEdit>> m_edits;
    QList<KnownPerson> m_people;
};

} // namespace letopis::test
