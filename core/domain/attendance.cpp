#include "core/domain/attendance.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QString foldedName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

qint64 firstJoin(const Participant &participant)
{
    return participant.sessions.isEmpty() ? std::numeric_limits<qint64>::max() : participant.sessions.first().joinedAtMs;
}

qint64 unionOf(const QList<PresenceSession> &sessions) // sorted by join
{
    qint64 total = 0;
    qint64 covered = std::numeric_limits<qint64>::min();
    for (const PresenceSession &one : sessions) {
        const qint64 from = std::max(one.joinedAtMs, covered);
        total += std::max<qint64>(one.leftAtMs - from, 0);
        covered = std::max(covered, one.leftAtMs);
    }
    return total;
}

bool isWithin(const RoleSpan &span, const QList<PresenceSession> &sessions)
{
    return std::any_of(sessions.begin(), sessions.end(), [&](const PresenceSession &session) {
        return span.fromMs < session.leftAtMs && session.joinedAtMs < span.toMs;
    });
}

// The sessions named by their joins, and what was held during them. Talk, chat and polls are known of the whole person
// only: they stay with the entry that keeps the rest.
Participant partOf(const Participant &whole, const QList<PresenceSession> &sessions, bool keepsSums)
{
    Participant part = whole;
    part.sessions = sessions;
    part.presentMs = unionOf(sessions);
    part.roles.removeIf([&](const RoleSpan &span) { return !isWithin(span, sessions); });
    if (!part.roles.isEmpty()) {
        part.role = std::max_element(part.roles.begin(), part.roles.end(), [](const RoleSpan &a, const RoleSpan &b) {
                        return a.role < b.role;
                    })->role;
    }
    if (!keepsSums) {
        part.talkMs = 0;
        part.chatMessages = 0;
        part.pollAnswers = 0;
    }
    return part;
}

// Which entry claims which session of each automatic participant.
class Claims
{
public:
    Claims(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits)
        : m_automatic(automatic)
        , m_keys(participantKeys(automatic))
    {
        for (qsizetype position = 0; position < m_keys.size(); ++position)
            m_positions.insert(m_keys[position], position);
        for (const AttendeeEdit &edit : edits) {
            for (const AttendeeSource &source : edit.sources)
                claim(source);
        }
    }

    const QStringList &keys() const { return m_keys; }
    bool isWhollyClaimed(const QString &key) const { return m_whole.contains(key); }
    std::optional<qsizetype> positionOf(const QString &key) const
    {
        const auto found = m_positions.constFind(key);
        return found == m_positions.constEnd() ? std::nullopt : std::optional(*found);
    }

    // What of the participant a source stands for; nothing where this meeting has no such participant or session.
    std::optional<Participant> partFor(const AttendeeSource &source) const
    {
        const auto position = positionOf(source.key);
        if (!position)
            return {};
        const Participant &whole = m_automatic[*position];
        if (source.joins.isEmpty())
            return restOf(source.key, whole);
        QList<PresenceSession> sessions = whole.sessions;
        sessions.removeIf([&](const PresenceSession &one) { return !source.joins.contains(one.joinedAtMs); });
        if (sessions.isEmpty())
            return {};
        return partOf(whole, sessions, sessions.size() == whole.sessions.size());
    }

    Participant restOf(const QString &key, const Participant &whole) const
    {
        const QList<qint64> taken = m_taken.value(key);
        if (taken.isEmpty())
            return whole;
        QList<PresenceSession> sessions = whole.sessions;
        sessions.removeIf([&](const PresenceSession &one) { return taken.contains(one.joinedAtMs); });
        return partOf(whole, sessions, true);
    }

    bool hasRest(const QString &key, const Participant &whole) const
    {
        const QList<qint64> taken = m_taken.value(key);
        return taken.isEmpty()
               || std::any_of(whole.sessions.begin(), whole.sessions.end(),
                              [&](const PresenceSession &one) { return !taken.contains(one.joinedAtMs); });
    }

private:
    void claim(const AttendeeSource &source)
    {
        if (source.joins.isEmpty())
            m_whole.append(source.key);
        else
            m_taken[source.key] += source.joins;
    }

    const QList<Participant> &m_automatic;
    const QStringList m_keys;
    QHash<QString, qsizetype> m_positions;
    QStringList m_whole; // by one entry that takes whatever the others leave
    QHash<QString, QList<qint64>> m_taken;
};

Attendee attendeeOf(const AttendeeEdit &edit, const QList<Participant> &parts)
{
    Attendee attendee;
    attendee.uid = edit.uid;
    attendee.provenance = parts.isEmpty() ? Provenance::Added : Provenance::Edited;
    attendee.participant = parts.isEmpty() ? Participant{} : mergedParticipant(parts);
    if (parts.size() == 1)
        attendee.automatic = parts.first();
    for (const AttendeeSource &source : edit.sources)
        attendee.keys += source.key;
    if (edit.name)
        attendee.participant.name = *edit.name;
    if (edit.externalUserId)
        attendee.participant.externalUserId = *edit.externalUserId;
    if (edit.role)
        attendee.participant.role = *edit.role;
    if (edit.presentMs && parts.isEmpty())
        attendee.participant.presentMs = *edit.presentMs;
    attendee.note = edit.note;
    attendee.person = edit.person;
    attendee.isRemoved = edit.isRemoved;
    return attendee;
}
} // namespace

QStringList participantKeys(const QList<Participant> &automatic)
{
    QHash<QString, int> ids;
    QHash<QString, QList<qsizetype>> names;
    for (qsizetype position = 0; position < automatic.size(); ++position) {
        ++ids[automatic[position].externalUserId];
        names[foldedName(automatic[position].name)] += position;
    }
    QStringList keys(automatic.size());
    for (auto name = names.begin(); name != names.end(); ++name) {
        std::stable_sort(name->begin(), name->end(), [&](qsizetype a, qsizetype b) {
            return firstJoin(automatic[a]) < firstJoin(automatic[b]);
        });
        for (qsizetype nth = 0; nth < name->size(); ++nth)
            keys[(*name)[nth]] = u"name:%1#%2"_s.arg(name.key()).arg(nth + 1);
    }
    for (qsizetype position = 0; position < automatic.size(); ++position) {
        const QString &id = automatic[position].externalUserId;
        if (!id.isEmpty() && ids.value(id) == 1)
            keys[position] = u"id:"_s + id;
    }
    return keys;
}

Participant mergedParticipant(const QList<Participant> &parts)
{
    Participant merged = parts.first();
    for (qsizetype next = 1; next < parts.size(); ++next) {
        const Participant &part = parts[next];
        if (merged.externalUserId.isEmpty())
            merged.externalUserId = part.externalUserId;
        if (part.registered && (!merged.registered || *part.registered))
            merged.registered = part.registered;
        merged.isPhone = merged.isPhone && part.isPhone;
        merged.role = std::max(merged.role, part.role);
        merged.roles += part.roles;
        merged.sessions += part.sessions;
        merged.talkMs += part.talkMs;
        merged.chatMessages += part.chatMessages;
        merged.pollAnswers += part.pollAnswers;
    }
    if (parts.size() > 1) {
        std::stable_sort(merged.roles.begin(), merged.roles.end(),
                         [](const RoleSpan &a, const RoleSpan &b) { return a.fromMs < b.fromMs; });
        std::stable_sort(merged.sessions.begin(), merged.sessions.end(),
                         [](const PresenceSession &a, const PresenceSession &b) { return a.joinedAtMs < b.joinedAtMs; });
        merged.presentMs = unionOf(merged.sessions);
    }
    return merged;
}

QList<Attendee> attendanceOf(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits)
{
    const Claims claims(automatic, edits);
    QList<Attendee> attendees;
    QList<Attendee> added;
    for (qsizetype position = 0; position < automatic.size(); ++position) {
        const QString &key = claims.keys()[position];
        if (claims.isWhollyClaimed(key) || !claims.hasRest(key, automatic[position]))
            continue;
        Attendee attendee;
        attendee.uid = key;
        attendee.keys = {key};
        attendee.participant = claims.restOf(key, automatic[position]);
        attendee.automatic = attendee.participant;
        attendees += attendee;
    }
    for (const AttendeeEdit &edit : edits) {
        QList<Participant> parts;
        for (const AttendeeSource &source : edit.sources) {
            if (const std::optional<Participant> part = claims.partFor(source))
                parts += *part;
        }
        if (!parts.isEmpty())
            attendees += attendeeOf(edit, parts);
        else if (edit.name)
            added += attendeeOf(edit, parts);
    }
    std::stable_sort(attendees.begin(), attendees.end(), [](const Attendee &a, const Attendee &b) {
        return firstJoin(a.participant) < firstJoin(b.participant);
    });
    return attendees + added;
}

QList<AttendeeEdit> unattachedEdits(const QList<AttendeeEdit> &edits, const QList<Attendee> &shown)
{
    QSet<QString> seen;
    for (const Attendee &one : shown)
        seen.insert(one.uid);
    QList<AttendeeEdit> unattached = edits;
    unattached.removeIf([&](const AttendeeEdit &edit) { return seen.contains(edit.uid); });
    return unattached;
}

} // namespace letopis
