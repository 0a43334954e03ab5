#include "core/domain/attendeeedits.h"

#include <QUuid>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QString newUid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

qsizetype positionOf(const QList<AttendeeEdit> &edits, const QString &uid)
{
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const AttendeeEdit &one) { return one.uid == uid; });
    return found == edits.end() ? -1 : found - edits.begin();
}

// The attendee's edit, or the one it would have: all of its automatic ones, nothing else said.
AttendeeEdit editOf(const QList<AttendeeEdit> &edits, const Attendee &attendee)
{
    if (const qsizetype at = positionOf(edits, attendee.uid); at >= 0)
        return edits[at];
    AttendeeEdit edit;
    edit.uid = newUid();
    for (const QString &key : attendee.keys)
        edit.sources += {key, {}};
    return edit;
}

bool saysNothing(const AttendeeEdit &edit)
{
    return edit.sources.size() == 1 && edit.sources.first().joins.isEmpty() && !edit.name && !edit.externalUserId && !edit.role
           && !edit.presentMs && edit.note.isEmpty() && !edit.person.isValid() && !edit.isRemoved;
}

void put(QList<AttendeeEdit> &edits, const AttendeeEdit &edit)
{
    const qsizetype at = positionOf(edits, edit.uid);
    if (saysNothing(edit)) {
        if (at >= 0)
            edits.removeAt(at);
    } else if (at >= 0) {
        edits[at] = edit;
    } else {
        edits += edit;
    }
}

Error invalid(const QString &detail, const QString &subject)
{
    return {ErrorKind::InvalidInput, detail, subject.left(60), {}};
}

std::optional<Error> problemIn(const AttendeeEdit &edit)
{
    const QString name = edit.name.value_or(QString());
    if (name.isEmpty() && (edit.name || edit.sources.isEmpty()))
        return invalid(u"a participant needs a name"_s, {});
    if (name.size() > longestAttendeeText)
        return invalid(u"a name has at most 300 characters"_s, name);
    if (edit.externalUserId && edit.externalUserId->size() > longestAttendeeText)
        return invalid(u"a user id has at most 300 characters"_s, *edit.externalUserId);
    if (edit.note.size() > longestAttendeeNote)
        return invalid(u"a note has at most 2000 characters"_s, name);
    if (edit.presentMs && *edit.presentMs < 0)
        return invalid(u"nobody was present for less than no time"_s, name);
    return {};
}

void apply(AttendeeEdit &edit, const AttendeeWishes &wishes)
{
    if (wishes.name)
        edit.name = *wishes.name ? std::optional((*wishes.name)->simplified()) : std::nullopt;
    if (wishes.externalUserId)
        edit.externalUserId = *wishes.externalUserId ? std::optional((*wishes.externalUserId)->trimmed()) : std::nullopt;
    if (wishes.role)
        edit.role = *wishes.role;
    if (wishes.presentMs)
        edit.presentMs = *wishes.presentMs;
    if (wishes.note)
        edit.note = wishes.note->trimmed();
    if (wishes.person)
        edit.person = *wishes.person;
}

// One source per automatic participant: what takes the rest of one takes its single sessions with it.
void addSource(QList<AttendeeSource> &sources, const AttendeeSource &added)
{
    const auto same = std::find_if(sources.begin(), sources.end(),
                                   [&](const AttendeeSource &one) { return one.key == added.key; });
    if (same == sources.end()) {
        sources += added;
    } else if (same->joins.isEmpty() || added.joins.isEmpty()) {
        same->joins.clear();
    } else {
        for (const qint64 join : added.joins) {
            if (!same->joins.contains(join))
                same->joins += join;
        }
    }
}

void takeOver(AttendeeEdit &merged, const AttendeeEdit &part)
{
    for (const AttendeeSource &source : part.sources)
        addSource(merged.sources, source);
    if (!merged.name)
        merged.name = part.name;
    if (!merged.externalUserId)
        merged.externalUserId = part.externalUserId;
    if (!merged.role)
        merged.role = part.role;
    if (!merged.person.isValid())
        merged.person = part.person;
    if (part.presentMs)
        merged.presentMs = std::max(merged.presentMs.value_or(0), *part.presentMs);
    if (!part.note.isEmpty() && !merged.note.contains(part.note))
        merged.note += (merged.note.isEmpty() ? QString() : u"\n"_s) + part.note;
}

// The joins of one automatic participant that other edits name.
QList<qint64> takenByOthers(const QList<AttendeeEdit> &edits, const QString &uid, const QString &key)
{
    QList<qint64> taken;
    for (const AttendeeEdit &edit : edits) {
        for (const AttendeeSource &source : edit.sources) {
            if (edit.uid != uid && source.key == key)
                taken += source.joins;
        }
    }
    return taken;
}

QList<qint64> joinsOf(const QList<AttendeeSession> &sessions, const QString &key)
{
    QList<qint64> joins;
    for (const AttendeeSession &one : sessions) {
        if (one.key == key && !joins.contains(one.session.joinedAtMs))
            joins += one.session.joinedAtMs;
    }
    return joins;
}

// Moves the joins of one source to `second`, all of them or some.
void moveJoins(AttendeeEdit &first, AttendeeEdit &second, const AttendeeSource &source, const QList<qint64> &all,
               const QList<qint64> &moved)
{
    if (moved.isEmpty())
        return;
    const auto mine = std::find(first.sources.begin(), first.sources.end(), source);
    if (moved.size() == all.size()) {
        second.sources += source;
        first.sources.erase(mine);
        return;
    }
    second.sources += {source.key, moved};
    // The rest needs no list of its own: it is what nobody else names.
    if (!source.joins.isEmpty())
        mine->joins.removeIf([&](qint64 join) { return moved.contains(join); });
}
} // namespace

Result<QList<AttendeeEdit>> addedAttendee(const QList<AttendeeEdit> &edits, const AttendeeWishes &wishes)
{
    AttendeeEdit edit;
    edit.uid = newUid();
    apply(edit, wishes);
    if (const auto problem = problemIn(edit))
        return *problem;
    QList<AttendeeEdit> after = edits;
    put(after, edit);
    return after;
}

Result<QList<AttendeeEdit>> editedAttendee(const QList<AttendeeEdit> &edits, const Attendee &attendee,
                                           const AttendeeWishes &wishes)
{
    AttendeeEdit edit = editOf(edits, attendee);
    apply(edit, wishes);
    if (const auto problem = problemIn(edit))
        return *problem;
    QList<AttendeeEdit> after = edits;
    put(after, edit);
    return after;
}

Result<QList<AttendeeEdit>> mergedAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees)
{
    AttendeeEdit merged;
    merged.uid = newUid();
    QList<AttendeeEdit> after = edits;
    QStringList seen;
    for (const Attendee &one : attendees) {
        if (seen.contains(one.uid))
            continue;
        seen += one.uid;
        takeOver(merged, editOf(edits, one));
        if (const qsizetype at = positionOf(after, one.uid); at >= 0)
            after.removeAt(at);
    }
    if (seen.size() < 2)
        return invalid(u"there is only one participant to merge"_s, seen.join(u", "_s));
    merged.note.truncate(longestAttendeeNote);
    put(after, merged);
    return after;
}

QList<AttendeeSession> sessionsOf(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                  const Attendee &attendee)
{
    const QStringList keys = participantKeys(automatic);
    QList<AttendeeSession> sessions;
    for (const AttendeeSource &source : editOf(edits, attendee).sources) {
        const qsizetype position = keys.indexOf(source.key);
        if (position < 0)
            continue;
        const QList<qint64> taken = takenByOthers(edits, attendee.uid, source.key);
        for (const PresenceSession &session : automatic[position].sessions) {
            const bool isHere = source.joins.isEmpty() ? !taken.contains(session.joinedAtMs)
                                                       : source.joins.contains(session.joinedAtMs);
            if (isHere)
                sessions += {source.key, session};
        }
    }
    std::stable_sort(sessions.begin(), sessions.end(), [](const AttendeeSession &a, const AttendeeSession &b) {
        return a.session.joinedAtMs < b.session.joinedAtMs;
    });
    return sessions;
}

Result<QList<AttendeeEdit>> splitAttendee(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                          const Attendee &attendee, const QList<AttendeeSession> &second,
                                          const QString &secondName)
{
    const QList<AttendeeSession> all = sessionsOf(automatic, edits, attendee);
    for (const AttendeeSession &one : second) {
        if (!all.contains(one))
            return Error{ErrorKind::NotFound, u"this participant has no such session"_s, one.key.left(60), {}};
    }
    AttendeeEdit kept = editOf(edits, attendee);
    AttendeeEdit split;
    split.uid = newUid();
    split.name = secondName.simplified();
    for (const AttendeeSource &source : editOf(edits, attendee).sources)
        moveJoins(kept, split, source, joinsOf(all, source.key), joinsOf(second, source.key));
    // Sessions that began in the same millisecond on two devices go together.
    const bool keepsNothing = std::all_of(all.begin(), all.end(), [&](const AttendeeSession &one) {
        return joinsOf(second, one.key).contains(one.session.joinedAtMs);
    });
    if (split.sources.isEmpty() || keepsNothing)
        return invalid(u"each of the two needs a session of their own"_s, attendee.participant.name);
    if (const auto problem = problemIn(split))
        return *problem;
    QList<AttendeeEdit> after = edits;
    put(after, kept);
    put(after, split);
    return after;
}

QList<AttendeeEdit> removedAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees)
{
    QList<AttendeeEdit> after = edits;
    for (const Attendee &one : attendees) {
        AttendeeEdit edit = editOf(after, one);
        edit.isRemoved = true;
        put(after, edit);
    }
    return after;
}

QList<AttendeeEdit> restoredAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees)
{
    QList<AttendeeEdit> after = edits;
    for (const Attendee &one : attendees) {
        AttendeeEdit edit = editOf(after, one);
        edit.isRemoved = false;
        put(after, edit);
    }
    return after;
}

QList<AttendeeEdit> automaticAttendees(const QList<AttendeeEdit> &edits, const QList<Attendee> &attendees)
{
    QList<AttendeeEdit> after = edits;
    for (const Attendee &one : attendees) {
        const qsizetype at = positionOf(after, one.uid);
        if (at < 0)
            continue;
        if (one.provenance == Provenance::Added)
            after[at].isRemoved = false;
        else
            after.removeAt(at);
    }
    return after;
}

std::optional<Participant> automaticValues(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits,
                                           const Attendee &attendee)
{
    if (attendee.automatic)
        return attendee.automatic;
    const qsizetype at = positionOf(edits, attendee.uid);
    if (at < 0)
        return {};
    QList<AttendeeEdit> plain = edits;
    plain[at].name.reset();
    plain[at].externalUserId.reset();
    plain[at].role.reset();
    const QList<Attendee> shown = attendanceOf(automatic, plain);
    for (const Attendee &one : shown) {
        if (one.uid == attendee.uid && one.provenance == Provenance::Edited)
            return one.participant;
    }
    return {};
}

} // namespace letopis
