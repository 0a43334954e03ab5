#pragma once

#include "core/base/result.h"
#include "core/domain/attendance.h"

namespace letopis {

// What people do to a recording's participants: each of these makes the edits after from the edits before and changes
// nothing by itself. `attendees` are what attendanceOf() shows of `edits`. Entries that say nothing any more are left out:
// such a participant is automatic again. Errors are of kind InvalidInput, or NotFound for sessions that are not there.

// As the catalog takes them, in UTF-16 units.
inline constexpr qsizetype longestAttendeeText = 300; // name, external id
inline constexpr qsizetype longestAttendeeNote = 2000;

// A wish for one field: none leaves it, an empty one inside gives it back to the automatic value.
template<typename T>
using FieldWish = std::optional<std::optional<T>>;

struct AttendeeWishes
{
    FieldWish<QString> name;
    FieldWish<QString> externalUserId;
    FieldWish<ConferenceRole> role;
    FieldWish<qint64> presentMs; // counts only for people added by hand
    std::optional<QString> note;
    std::optional<PersonId> person; // an invalid one: matched no longer
};

// Somebody the server does not know of; `wishes` hold at least a name.
Result<QList<AttendeeEdit>> addedAttendee(const QList<AttendeeEdit> &edits, const AttendeeWishes &wishes);
Result<QList<AttendeeEdit>> editedAttendee(const QList<AttendeeEdit> &edits, const Attendee &attendee,
                                           const AttendeeWishes &wishes);

// Makes one of several. Keeps what the first of them that was edited says of name, id, role and person; notes of all.
Result<QList<AttendeeEdit>> mergedAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees);

// One stay of an attendee, and whose it is in the automatic list.
struct AttendeeSession
{
    QString key;
    PresenceSession session;

    friend bool operator==(const AttendeeSession &, const AttendeeSession &) = default;
};

// What there is to split, by join.
QList<AttendeeSession> sessionsOf(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                  const Attendee &attendee);
// Gives some of the sessions, not all, to a second person of that name. Talk, chat and polls stay with the first.
Result<QList<AttendeeEdit>> splitAttendee(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                          const Attendee &attendee, const QList<AttendeeSession> &second,
                                          const QString &secondName);

QList<AttendeeEdit> removedAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees);
QList<AttendeeEdit> restoredAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees); // after removal

// Takes every edit of them back, a merge or split too; a person added by hand stays, restored where removed.
QList<AttendeeEdit> automaticAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees);

// What the attendee's name, id and role would be if nobody had changed them; none where nothing is automatic.
std::optional<Participant> automaticValues(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                           const Attendee &attendee);

} // namespace letopis
