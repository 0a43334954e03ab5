#include "core/playback/meetingbuilder.h"

#include "core/playback/attendance.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// For every Left, how many Lefts of that user come from here on before the user joins again, itself included.
std::vector<int> leftsAhead(const std::vector<MeetingEvent> &events)
{
    std::vector<int> ahead(events.size(), 0);
    QHash<QString, int> count;
    for (size_t i = events.size(); i-- > 0;) {
        if (events[i].kind == MeetingEventKind::Left)
            ahead[i] = ++count[events[i].user];
        else if (events[i].kind == MeetingEventKind::Join)
            count[events[i].user] = 0;
        else if (events[i].kind == MeetingEventKind::End)
            count.clear();
    }
    return ahead;
}

struct MeetingEnd
{
    EventMoment at;
    QString reason;
};

// The last EndAndKickAll, unless people came after it; else the last event.
MeetingEnd endOf(const MeetingEvents &events)
{
    for (auto event = events.events.rbegin(); event != events.events.rend(); ++event) {
        if (event->kind == MeetingEventKind::Join)
            break;
        if (event->kind == MeetingEventKind::End)
            return {event->at, event->text};
    }
    return {{events.lastTs, 0}, {}};
}

bool isThereAt(const MeetingPerson &person, qint64 ts)
{
    return std::any_of(person.sessions.begin(), person.sessions.end(),
                       [ts](const MomentSpan &span) { return span.from.ts <= ts && ts <= span.to.ts; });
}

// People by their folded names.
class NameIndex
{
public:
    explicit NameIndex(const std::vector<MeetingPerson> &people) : m_people(people)
    {
        for (size_t i = 0; i < people.size(); ++i) {
            if (const QString name = foldedName(people[i].name); !name.isEmpty() && !people[i].isPhone)
                m_byName[name].append(i);
        }
    }

    // The only person of that name, or -1. With a moment: the only one who was there then.
    int find(const QString &name, std::optional<qint64> ts) const
    {
        const QList<size_t> candidates = m_byName.value(foldedName(name));
        int found = -1;
        for (const size_t i : candidates.first(std::min<qsizetype>(candidates.size(), mostCandidates))) {
            if (ts && !isThereAt(m_people[i], *ts))
                continue;
            if (found >= 0)
                return -1;
            found = int(i);
        }
        return found;
    }

private:
    static constexpr qsizetype mostCandidates = 100;
    const std::vector<MeetingPerson> &m_people;
    QHash<QString, QList<size_t>> m_byName;
};

void addPhone(Attendance &attendance, const Voice &voice)
{
    MeetingPerson person;
    person.name = voice.callerName;
    person.isPhone = true;
    person.sessions = voice.sessions;
    person.viewer = voice.sessions;
    person.talkMs = voice.talkMs;
    for (const MomentSpan &session : voice.sessions) {
        attendance.note(TimelineKind::Joined, session.from, person.name);
        attendance.note(TimelineKind::Left, session.to, person.name);
    }
    attendance.people().push_back(std::move(person));
}

// Files before 0.9 give voices numbers of their own: there the name has to tell.
void addVoices(Attendance &attendance, const MeetingEvents &events)
{
    const bool isOld = !events.utcOffset && events.firstTs > 1'000'000'000'000;
    // Phones are added to the same list: the index must not follow them.
    const std::vector<MeetingPerson> web = isOld ? attendance.people() : std::vector<MeetingPerson>();
    const NameIndex names(web);
    for (const Voice &voice : events.voices.voices()) {
        int person = attendance.personOfUser(voice.id);
        if (person < 0 && !voice.linkedUser.isEmpty())
            person = attendance.personOfUser(voice.linkedUser);
        if (person < 0 && isOld && !voice.sessions.empty())
            person = names.find(voice.callerName, voice.sessions.front().from.ts);
        if (person >= 0)
            attendance.people()[size_t(person)].talkMs += voice.talkMs;
        else if (!voice.sessions.empty())
            addPhone(attendance, voice);
    }
}

void addChatsAndPolls(Attendance &attendance, const MeetingEvents &events)
{
    for (auto chat = events.chatsByUser.cbegin(); chat != events.chatsByUser.cend(); ++chat) {
        if (const int person = attendance.personOfUser(chat.key()); person >= 0)
            attendance.people()[size_t(person)].chats += chat.value();
    }
    const NameIndex names(attendance.people());
    for (auto chat = events.chatsBySender.cbegin(); chat != events.chatsBySender.cend(); ++chat) {
        if (const int person = names.find(chat.key(), std::nullopt); person >= 0)
            attendance.people()[size_t(person)].chats += chat.value();
    }
    for (const auto &[user, poll] : events.pollAnswers) {
        if (const int person = attendance.personOfUser(user); person >= 0 && !events.secretPolls.contains(poll))
            ++attendance.people()[size_t(person)].polls;
    }
}

void addSpans(Participant &participant, ConferenceRole role, const std::vector<MomentSpan> &spans,
              const RecordClock &clock)
{
    for (const MomentSpan &span : unionOf(spans)) {
        const qint64 from = clock.wallMs(span.from);
        participant.roles.append({role, from, std::max(from, clock.wallMs(span.to))});
        participant.role = std::max(participant.role, role);
    }
}

Participant participantOf(const MeetingPerson &person, const RecordClock &clock)
{
    Participant participant;
    participant.name = person.name;
    participant.externalUserId = person.external;
    participant.registered = person.registered;
    participant.isPhone = person.isPhone;
    participant.talkMs = person.talkMs;
    participant.chatMessages = person.chats;
    participant.pollAnswers = person.polls;
    addSpans(participant, ConferenceRole::Moderator, person.moderator, clock);
    addSpans(participant, ConferenceRole::Viewer, person.viewer, clock);
    addSpans(participant, ConferenceRole::Presenter, person.presenter, clock);
    std::stable_sort(participant.roles.begin(), participant.roles.end(),
                     [](const RoleSpan &a, const RoleSpan &b) { return a.fromMs < b.fromMs; });
    for (const MomentSpan &span : person.sessions) {
        const qint64 from = clock.wallMs(span.from);
        participant.sessions.append({from, std::max(from, clock.wallMs(span.to))});
    }
    std::stable_sort(participant.sessions.begin(), participant.sessions.end(),
                     [](const PresenceSession &a, const PresenceSession &b) { return a.joinedAtMs < b.joinedAtMs; });
    for (const MomentSpan &span : unionOf(person.sessions))
        participant.presentMs += span.to.ts - span.from.ts;
    return participant;
}

void addRecordMarks(Attendance &attendance, const MeetingEvents &events)
{
    bool isRecording = false;
    for (const MeetingEvent &event : events.events) {
        if (event.kind != MeetingEventKind::RecordMark)
            continue;
        const int person = attendance.personOfUser(event.user);
        attendance.note(isRecording ? TimelineKind::RecordingStopped : TimelineKind::RecordingStarted, event.at,
                        person >= 0 ? attendance.people()[size_t(person)].name : QString());
        isRecording = !isRecording;
    }
}

QList<Participant> participantsOf(std::vector<MeetingPerson> people, const RecordClock &clock)
{
    std::stable_sort(people.begin(), people.end(), [](const MeetingPerson &a, const MeetingPerson &b) {
        const auto first = [](const MeetingPerson &person) {
            qint64 ts = std::numeric_limits<qint64>::max();
            for (const MomentSpan &span : person.sessions)
                ts = std::min(ts, span.from.ts);
            return ts;
        };
        return first(a) < first(b);
    });
    QList<Participant> participants;
    participants.reserve(qsizetype(people.size()));
    for (const MeetingPerson &person : people)
        participants.append(participantOf(person, clock));
    return participants;
}
} // namespace

MeetingRecord buildMeeting(MeetingEvents events, const QString &recordingId)
{
    std::stable_sort(events.events.begin(), events.events.end(),
                     [](const MeetingEvent &a, const MeetingEvent &b) { return a.at.ts < b.at.ts; });
    const RecordClock clock(events, recordingId);
    MeetingRecord record;
    record.sourceVersion = events.version;
    record.eventCount = events.eventCount;
    record.startedAtMs = record.endedAtMs = clock.startedAtMs();
    if (!events.hasTime)
        return record;

    const MeetingEnd end = endOf(events);
    Attendance attendance(events, clock);
    const std::vector<int> ahead = leftsAhead(events.events);
    for (size_t i = 0; i < events.events.size(); ++i)
        attendance.apply(events.events[i], ahead[i]);
    attendance.finish(end.at);
    events.voices.meetingEnded(end.at);
    addVoices(attendance, events);
    addChatsAndPolls(attendance, events);
    addRecordMarks(attendance, events);

    record.recordedMs = clock.recordedMs();
    record.endedAtMs = std::max(record.startedAtMs, clock.wallMs(end.at));
    record.participants = participantsOf(attendance.people(), clock);
    record.timeline = std::move(attendance.timeline());
    const qint64 playbackAtStart = clock.playbackMs(events.firstTs);
    record.timeline.prepend({record.startedAtMs, playbackAtStart, TimelineKind::MeetingStarted, {}, {}});
    record.timeline.append({record.endedAtMs, clock.playbackMs(end.at.ts), TimelineKind::MeetingEnded, {}, end.reason});
    std::stable_sort(record.timeline.begin(), record.timeline.end(),
                     [](const TimelineEntry &a, const TimelineEntry &b) { return a.atMs < b.atMs; });
    return record;
}

} // namespace letopis
