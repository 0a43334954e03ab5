#pragma once

#include "core/domain/jobstatus.h"
#include "core/storage/attendancerepository.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/local/gate.h"

namespace letopis {

// Attendance in this profile's catalog.
class LocalAttendanceBook final : public AttendanceBook
{
    Q_OBJECT

public:
    LocalAttendanceBook(const AccessControl &access, Database &database, const Clock &clock, QObject *parent = nullptr);

    QFuture<Result<QList<Attendee>>> attendance(const Actor &actor, RecordingId id) override;
    QFuture<Result<QList<AttendeeEdit>>> edits(const Actor &actor, RecordingId id) override;
    QFuture<Result<>> replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                   const QList<AttendeeEdit> &after) override;
    QFuture<Result<QList<KnownPerson>>> findPeople(const Actor &actor, const QString &text, int limit) override;
    QFuture<Result<QHash<QString, KnownPerson>>> suggestions(const Actor &actor, RecordingId id) override;
    QFuture<Result<PersonId>> addPerson(const Actor &actor, const KnownPerson &person) override;

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change); // counts and names in lists

private:
    Gate m_gate;
    AttendanceRepository m_attendance;
};

} // namespace letopis
