#include "core/playback/attendance.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr size_t mostOpenSessions = 64; // of one userId at once

// In a breakout room externalUserId is "<the person's id in the parent meeting>-<room>".
QString strippedExternal(const QString &external, bool isBreakout)
{
    const qsizetype dash = external.lastIndexOf(u'-');
    if (!isBreakout || dash <= 0)
        return external;
    const QStringView room = QStringView(external).mid(dash + 1);
    const bool isNumber = !room.isEmpty() && std::all_of(room.begin(), room.end(), [](QChar c) { return c.isDigit(); });
    return isNumber ? external.left(dash) : external;
}

// The form of ids that BigBlueButton makes itself: w_ and twelve of a-z0-9.
bool isInternalId(const QString &id)
{
    return id.size() == 14 && id.startsWith("w_"_L1)
        && std::all_of(id.begin() + 2, id.end(),
                       [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
}

QString roleText(bool isModerator)
{
    return conferenceRoleName(isModerator ? ConferenceRole::Moderator : ConferenceRole::Viewer);
}
} // namespace

QString foldedName(const QString &name)
{
    return name.simplified().toCaseFolded();
}

std::vector<MomentSpan> unionOf(std::vector<MomentSpan> spans)
{
    std::stable_sort(spans.begin(), spans.end(),
                     [](const MomentSpan &a, const MomentSpan &b) { return a.from.ts < b.from.ts; });
    std::vector<MomentSpan> merged;
    for (const MomentSpan &span : spans) {
        if (merged.empty() || span.from.ts > merged.back().to.ts)
            merged.push_back(span);
        else if (span.to.ts > merged.back().to.ts)
            merged.back().to = span.to;
    }
    return merged;
}

Attendance::Attendance(const MeetingEvents &events, const RecordClock &clock) : m_events(events), m_clock(clock) {}

void Attendance::note(TimelineKind kind, EventMoment at, const QString &person, const QString &text)
{
    m_timeline.append({m_clock.wallMs(at), m_clock.playbackMs(at.ts), kind, person, text});
}

int Attendance::personOfUser(const QString &user) const
{
    const auto known = m_users.constFind(user);
    return known == m_users.cend() ? -1 : known->person;
}

QString Attendance::nameOf(const QString &user, const QString &fallback) const
{
    const int person = personOfUser(user);
    return person >= 0 && !m_people[size_t(person)].name.isEmpty() ? m_people[size_t(person)].name : fallback;
}

void Attendance::apply(const MeetingEvent &event, int leftsAhead)
{
    switch (event.kind) {
    case MeetingEventKind::Join: join(event); break;
    case MeetingEventKind::Left: leave(event, leftsAhead); break;
    case MeetingEventKind::Role: changeRole(event); break;
    case MeetingEventKind::Presenter: makePresenter(event); break;
    case MeetingEventKind::PresenterEnded:
        if (event.user == m_presenter)
            endPresenter(event.at);
        break;
    case MeetingEventKind::End: everybodyLeaves(event.at); break;
    case MeetingEventKind::PollStarted: note(TimelineKind::PollStarted, event.at, {}, event.text); break;
    case MeetingEventKind::PollPublished: note(TimelineKind::PollPublished, event.at, {}, event.text); break;
    case MeetingEventKind::ScreenStarted:
        note(TimelineKind::ScreenShareStarted, event.at, nameOf(event.user, {}));
        break;
    case MeetingEventKind::ScreenStopped:
        note(TimelineKind::ScreenShareStopped, event.at, nameOf(event.user, {}));
        break;
    case MeetingEventKind::RecordMark:
    case MeetingEventKind::ChapterBreak: break; // RecordClock's
    }
}

int Attendance::personFor(const MeetingEvent &event)
{
    const QString external = strippedExternal(event.external, m_events.isBreakout);
    const bool isOwn = !external.isEmpty() && strippedUserId(external) != event.user;
    const QString key = isOwn ? u"e:"_s + external + u'\n' + foldedName(event.name) : u"u:"_s + event.user;
    if (const auto known = m_personByKey.constFind(key); known != m_personByKey.cend())
        return *known;
    MeetingPerson person;
    person.name = event.name;
    if (isOwn)
        person.external = external;
    const bool canTell = !external.isEmpty() && !m_events.isBreakout && !(isOwn && isInternalId(external));
    if (canTell)
        person.registered = isOwn;
    if (isOwn)
        ++m_peopleByExternal[external];
    m_people.push_back(std::move(person));
    m_personByKey.insert(key, int(m_people.size()) - 1);
    return int(m_people.size()) - 1;
}

void Attendance::join(const MeetingEvent &event)
{
    User &user = m_users[event.user];
    if (user.person < 0)
        user.person = personFor(event);
    MeetingPerson &person = m_people[size_t(user.person)];
    if (!event.name.isEmpty())
        person.name = event.name;
    if (user.open.size() >= mostOpenSessions)
        closeSession(user, 0, event.at);
    user.open.push_back({event.at, event.at, event.isModerator});
    m_present.insert(event.user);
    note(TimelineKind::Joined, event.at, person.name);
    if (event.user == m_presenter && !m_isPresenterThere) {
        m_isPresenterThere = true;
        m_presenterSince = event.at;
    }
}

void Attendance::closeSession(User &user, size_t session, EventMoment at)
{
    MeetingPerson &person = m_people[size_t(user.person)];
    const Session &open = user.open[session];
    person.sessions.push_back({open.joined, at});
    (open.isModerator ? person.moderator : person.viewer).push_back({open.roleSince, at});
    user.open.erase(user.open.begin() + qsizetype(session));
}

// With as many lefts ahead as sessions open, each left ends the oldest; with fewer, the joins between were reconnections
// without a left of their own, and the surplus ends too.
void Attendance::leave(const MeetingEvent &event, int leftsAhead)
{
    const auto known = m_users.find(event.user);
    if (known == m_users.end() || known->open.empty())
        return;
    User &user = *known;
    const size_t surplus = user.open.size() > size_t(leftsAhead) ? user.open.size() - size_t(leftsAhead) : 0;
    for (size_t i = 0; i <= surplus && !user.open.empty(); ++i)
        closeSession(user, 0, event.at);
    note(TimelineKind::Left, event.at, m_people[size_t(user.person)].name);
    if (event.user == m_presenter && user.open.empty())
        endPresenter(event.at);
}

void Attendance::changeRole(const MeetingEvent &event)
{
    const auto known = m_users.find(event.user);
    if (known == m_users.end())
        return;
    bool hasChanged = false;
    MeetingPerson &person = m_people[size_t(known->person)];
    for (Session &session : known->open) {
        if (session.isModerator == event.isModerator)
            continue;
        (session.isModerator ? person.moderator : person.viewer).push_back({session.roleSince, event.at});
        session.isModerator = event.isModerator;
        session.roleSince = event.at;
        hasChanged = true;
    }
    if (hasChanged)
        note(TimelineKind::RoleChanged, event.at, person.name, roleText(event.isModerator));
}

void Attendance::makePresenter(const MeetingEvent &event)
{
    const auto known = m_users.find(event.user);
    if (known != m_users.end() && !event.name.isEmpty() && m_people[size_t(known->person)].name.isEmpty())
        m_people[size_t(known->person)].name = event.name; // 0.7-0.81: no name in the join
    if (event.user == m_presenter || event.user.isEmpty())
        return; // repeated: the pod's presenter is announced beside the meeting's
    endPresenter(event.at);
    m_presenter = event.user;
    m_isPresenterThere = known != m_users.end() && !known->open.empty();
    m_presenterSince = event.at;
    note(TimelineKind::PresenterChanged, event.at, nameOf(event.user, event.name));
}

void Attendance::endPresenter(EventMoment at)
{
    if (m_isPresenterThere && at.ts >= m_presenterSince.ts) {
        if (const int person = personOfUser(m_presenter); person >= 0)
            m_people[size_t(person)].presenter.push_back({m_presenterSince, at});
    }
    m_presenter.clear();
    m_isPresenterThere = false;
}

void Attendance::everybodyLeaves(EventMoment at)
{
    endPresenter(at);
    for (const QString &id : std::as_const(m_present)) {
        User &user = m_users[id];
        while (!user.open.empty())
            closeSession(user, user.open.size() - 1, at);
    }
    m_present.clear();
}

void Attendance::finish(EventMoment end)
{
    everybodyLeaves(end);
    // Several names behind one id: the integration gives it to all its guests, so it tells nothing.
    for (MeetingPerson &person : m_people) {
        if (m_peopleByExternal.value(person.external) > 1)
            person.registered.reset();
    }
}

} // namespace letopis
