#pragma once

#include "core/domain/actor.h"
#include "core/domain/attendance.h"
#include "core/domain/recording.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that keeps who attended. Main thread only; nothing blocks. Edits lie over the automatic list
// and are never pushed to the server.
class AttendanceBook : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // With removed ones, marked.
    virtual QFuture<Result<QList<Attendee>>> attendance(const Actor &actor, RecordingId id) = 0;
    // The edits as they are stored: the base for changing several at once.
    virtual QFuture<Result<QList<AttendeeEdit>>> edits(const Actor &actor, RecordingId id) = 0;
    // Replaces all edits of the recording, provided that they still are `before`; else ContentMismatch: read again. One
    // journal line for each entry that differs. Undo is the same call with the two exchanged.
    virtual QFuture<Result<>> replaceEdits(const Actor &actor, RecordingId id, const QList<AttendeeEdit> &before,
                                           const QList<AttendeeEdit> &after) = 0;

    virtual QFuture<Result<QList<KnownPerson>>> findPeople(const Actor &actor, const QString &text, int limit) = 0;
    // Who of the known people the attendees without a match probably are: by external id, else by the very same name.
    virtual QFuture<Result<QHash<QString, KnownPerson>>> suggestions(const Actor &actor, RecordingId id) = 0; // by uid
    virtual QFuture<Result<PersonId>> addPerson(const Actor &actor, const KnownPerson &person) = 0;

Q_SIGNALS:
    void attendanceChanged(letopis::RecordingId recording);
};

} // namespace letopis
