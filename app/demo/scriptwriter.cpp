#include "app/demo/meetingscript.h"

#include "app/demo/random.h"

#include <algorithm>
#include <numeric>

namespace letopis::demo {
namespace {

class ScriptWriter
{
public:
    ScriptWriter(const RecordingPlan &plan, quint64 seed)
        : m_plan(plan)
        , m_random(mixed(seed) ^ mixed(quint64(plan.index) + 5'000))
        , m_topic(plan.about())
    {
    }

    MeetingScript write()
    {
        writeClock();
        writePeople();
        writeRejoins();
        writeRoles();
        writeTalks();
        writeChat();
        writeSlides();
        writePolls();
        writeShapes();
        writeCursor();
        writeShares();
        return std::move(m_script);
    }

private:
    void writeClock();
    void writePeople();
    void addPerson(int index, bool moderator);
    void addGuest(int number);
    void addPhone();
    void writeRejoins();
    void writeRoles();
    void writeTalks();
    void writeChat();
    void writeSlides();
    void writePolls();
    void addPoll(qint64 startMs, qint64 lengthMs, bool secret);
    void writeShapes();
    void addShape(ShapeKind kind, int slide, qint64 startMs, qint64 lengthMs);
    void writeCursor();
    void writeShares();

    bool isShowcase() const { return m_plan.index == 0; }
    // A moment inside the recorded parts: share 0 … 1 of the recording clock.
    qint64 recorded(double share) const
    {
        const qint64 wanted = qint64(share * double(m_plan.durationMs));
        const qint64 first = m_script.marks[0].toMs - m_script.marks[0].fromMs;
        return wanted < first ? m_script.marks[0].fromMs + wanted : m_script.marks[1].fromMs + (wanted - first);
    }
    QByteArray userId() { return "w_" + m_random.word(12); }
    std::size_t someoneAt(qint64 atMs);

    const RecordingPlan &m_plan;
    Random m_random;
    const Topic &m_topic;
    MeetingScript m_script;
};

// A lead, the first recorded part, a pause, the second, a tail.
void ScriptWriter::writeClock()
{
    m_script.meetingId = m_plan.recordId;
    m_script.bootMs = 30'000'000 + qint64(m_random.next() % 14'000'000'000ULL);
    m_script.startMs = m_plan.startMs + m_random.between(6, 116);
    const qint64 lead = m_random.between(20'000, 90'000);
    const qint64 first = m_plan.durationMs * m_random.between(45, 65) / 100;
    const qint64 pause = m_random.between(8'000, 60'000);
    const qint64 secondEnd = lead + m_plan.durationMs + pause;
    m_script.marks = {{lead, lead + first}, {lead + first + pause, secondEnd}};
    m_script.lastMarkIsOpen = m_plan.index % 5 == 3;
    m_script.lengthMs = m_script.lastMarkIsOpen ? secondEnd : secondEnd + m_random.between(15'000, 45'000);
}

void ScriptWriter::addPerson(int index, bool moderator)
{
    const auto people = m_topic.russian ? russianPeople() : englishPeople();
    // The same person keeps one account in all meetings, whatever the seed.
    Random account(mixed(quint64(index) + (m_topic.russian ? 1'000 : 2'000)));
    Attendee attendee;
    attendee.name = people[std::size_t(index)];
    attendee.externalId = "gl-" + account.word(12);
    if (m_plan.isBreakout) // a breakout room marks whom it got from where
        attendee.externalId += '-' + QByteArray::number(m_plan.sequence);
    attendee.isModerator = moderator;
    attendee.sessions.push_back({userId(), m_random.between(1'500, moderator ? 6'000 : 30'000), -1});
    m_script.attendees.push_back(std::move(attendee));
}

void ScriptWriter::addGuest(int number)
{
    Attendee guest;
    guest.name = guests()[std::size_t(m_plan.index + number) % guests().size()];
    guest.isGuest = true;
    guest.sessions.push_back({userId(), m_random.between(8'000, 40'000), -1});
    m_script.attendees.push_back(std::move(guest));
}

void ScriptWriter::addPhone()
{
    Attendee caller;
    caller.name = phoneNumbers()[std::size_t(m_plan.index) % phoneNumbers().size()];
    caller.isPhone = true;
    const qint64 joined = m_random.between(10'000, 30'000);
    caller.sessions.push_back({"v_" + m_random.word(12), joined, m_script.lengthMs - m_random.between(2'000, 9'000)});
    m_script.attendees.push_back(std::move(caller));
}

void ScriptWriter::writePeople()
{
    const auto people = m_topic.russian ? russianPeople() : englishPeople();
    std::vector<int> order(people.size());
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[std::size_t(m_random.below(qint64(i) + 1))]);
    // Two different people of one name: the tables hold such pairs at 3 and 4.
    const bool namesakes = isShowcase() || m_plan.index % 4 == 1;
    const auto isTwin = [](int person) { return person == 3 || person == 4; };
    std::erase_if(order, isTwin);
    const int registered = m_plan.isBreakout ? m_random.between(2, 4) : m_random.between(4, 11);
    addPerson(m_topic.russian ? m_plan.topic % 3 : 0, true);
    std::erase(order, m_topic.russian ? m_plan.topic % 3 : 0);
    for (int i = 0; i < registered && i < int(order.size()); ++i)
        addPerson(order[std::size_t(i)], i == 0 && m_random.chance(40));
    if (namesakes) {
        addPerson(3, false);
        addPerson(4, false);
    }
    const int guestCount = isShowcase() ? 2 : m_random.below(3);
    for (int i = 0; i < guestCount; ++i)
        addGuest(i);
    if (isShowcase() || m_random.chance(30))
        addPhone();
}

// Some leave, some leave and come back, some lose the line and come back without having left.
void ScriptWriter::writeRejoins()
{
    const qint64 end = m_script.lengthMs;
    for (std::size_t i = 1; i < m_script.attendees.size(); ++i) {
        Attendee &attendee = m_script.attendees[i];
        if (attendee.isPhone)
            continue;
        const int kind = isShowcase() ? int(i % 5) : m_random.below(8);
        const qint64 gone = recorded(0.2 + 0.05 * double(i % 8)) + m_random.below(900);
        const qint64 back = std::min(gone + m_random.between(3'000, 9'000), end - 4'000);
        if (gone >= back)
            continue;
        if (kind == 1) { // a new internal id under the same account
            attendee.sessions.back().leaveMs = gone;
            attendee.sessions.push_back({userId(), back, -1});
        } else if (kind == 2 && !attendee.isGuest) { // the same id joins again, no ParticipantLeftEvent between
            attendee.sessions.push_back({attendee.sessions.back().userId, back, -1});
        } else if (kind == 3) { // the same id, properly left
            attendee.sessions.back().leaveMs = gone;
            attendee.sessions.push_back({attendee.sessions.back().userId, back, -1});
        }
        if (kind == 4 || m_random.chance(40))
            attendee.sessions.back().leaveMs = end - m_random.between(500, 3'500);
    }
}

void ScriptWriter::writeRoles()
{
    m_script.presenters.push_back({m_script.attendees[0].sessions[0].joinMs + 5, 0});
    if (m_script.attendees.size() < 3)
        return;
    // The host never leaves; the second person presents for a while, and becomes a moderator for it.
    Attendee &second = m_script.attendees[1];
    const qint64 handOver = recorded(0.62), back = recorded(0.85);
    if (!second.isPhone && (isShowcase() || m_random.chance(60))) {
        if (!second.isModerator) {
            second.roleChanges.push_back({handOver - 700, true});
            second.roleChanges.push_back({back + 600, false});
        }
        m_script.presenters.push_back({handOver, 1});
        m_script.presenters.push_back({back, 0});
    }
}

void ScriptWriter::writeTalks()
{
    for (std::size_t i = 0; i < m_script.attendees.size(); ++i) {
        Attendee &attendee = m_script.attendees[i];
        if (i > 0 && !attendee.isPhone && m_random.chance(35))
            continue; // listens
        for (std::size_t s = 0; s < attendee.sessions.size(); ++s) {
            const Session &session = attendee.sessions[s];
            const qint64 next = s + 1 < attendee.sessions.size() ? attendee.sessions[s + 1].joinMs : m_script.lengthMs;
            const qint64 end = std::min(session.leaveMs < 0 ? next : session.leaveMs, next) - 400;
            qint64 at = session.joinMs + m_random.between(2'500, 9'000);
            while (at + 1'000 < end) {
                const qint64 until =
                    std::min(at + (i == 0 ? m_random.between(3'000, 20'000) : m_random.between(800, 5'000)), end);
                attendee.talks.push_back({at, until});
                at = until + (i == 0 ? m_random.between(700, 4'000) : m_random.between(8'000, 60'000));
            }
        }
    }
}

std::size_t ScriptWriter::someoneAt(qint64 atMs)
{
    for (int attempt = 0; attempt < 12; ++attempt) {
        const std::size_t index = std::size_t(m_random.below(qint64(m_script.attendees.size())));
        const Attendee &attendee = m_script.attendees[index];
        if (attendee.isPhone)
            continue;
        for (std::size_t s = 0; s < attendee.sessions.size(); ++s) {
            const Session &session = attendee.sessions[s];
            if (atMs > session.joinMs + 500 && (session.leaveMs < 0 || atMs < session.leaveMs))
                return index;
        }
    }
    return 0;
}

// As the HTML5 client sends it: escaped, links wrapped.
QByteArray chatHtml(QByteArray text)
{
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;");
    const qsizetype link = text.indexOf("https://");
    if (link < 0)
        return text;
    const qsizetype space = text.indexOf(' ', link);
    const QByteArray url = text.mid(link, space < 0 ? -1 : space - link);
    return text.left(link) + "<a href=\"" + url + "\" rel=\"nofollow\"><u>" + url + "</u></a>" +
           text.mid(link + url.size());
}

void ScriptWriter::writeChat()
{
    const std::size_t lines = m_topic.chat.size();
    for (std::size_t i = 0; i < lines; ++i) {
        // The first is said before the recording starts and the pause hides another: neither is in the published chat.
        const qint64 at = i == 0   ? std::max<qint64>(m_script.marks[0].fromMs - 3'000, 8'000)
                          : i == 5 ? m_script.marks[0].toMs + 2'000
                                   : recorded(double(i) / double(lines)) + m_random.below(500);
        m_script.chat.push_back({at, someoneAt(at), chatHtml(m_topic.chat[i])});
    }
    if (m_plan.index % 7 == 4)
        m_script.chatClearedMs = recorded(0.35);
    std::ranges::stable_sort(m_script.chat, {}, &ChatLine::atMs);
}

void ScriptWriter::writeSlides()
{
    m_script.slides.push_back({2'000, 0});
    const int count = int(m_topic.slides.size());
    for (int slide = 1; slide < count; ++slide)
        m_script.slides.push_back({recorded(0.17 * slide) + 300, slide});
    m_script.slides.push_back({recorded(0.9), 1}); // and back to the second
    m_script.zooms.push_back({recorded(0.06), -12.5, -10, 75, 75});
    m_script.zooms.push_back({recorded(0.07), -25, -20, 50, 50});
    m_script.zooms.push_back({recorded(0.12), 0, 0, 100, 100});
    if (m_plan.index % 3 == 0)
        m_script.externalVideoMs = recorded(0.55);
}

void ScriptWriter::addPoll(qint64 startMs, qint64 lengthMs, bool secret)
{
    Poll poll;
    poll.startMs = startMs;
    poll.publishMs = startMs + lengthMs;
    poll.id = m_plan.presentationId + "/1/" + QByteArray::number(m_script.startMs + startMs);
    poll.isSecret = secret;
    if (secret) {
        poll.type = "YN";
        poll.question = m_topic.russian ? "Вам понятно?" : "Is it clear so far?";
        poll.answers = {"Yes", "No"};
    } else {
        poll.type = "CUSTOM";
        poll.question = m_topic.question;
        poll.answers.assign(m_topic.answers.begin(), m_topic.answers.end());
    }
    for (std::size_t i = 0; i < m_script.attendees.size(); ++i) {
        const Attendee &attendee = m_script.attendees[i];
        if (attendee.isPhone || m_script.presenters[0].attendee == i)
            continue;
        ++poll.asked;
        const qint64 at = startMs + m_random.between(300, int(lengthMs) - 100);
        const bool present = std::ranges::any_of(attendee.sessions, [&](const Session &session) {
            return at > session.joinMs && (session.leaveMs < 0 || at < session.leaveMs);
        });
        if (present && m_random.chance(75))
            poll.votes.push_back({at, i, m_random.below(qint64(poll.answers.size()))});
    }
    std::ranges::stable_sort(poll.votes, {}, &PollAnswer::atMs);
    m_script.polls.push_back(std::move(poll));
}

void ScriptWriter::writePolls()
{
    const qint64 length = std::min<qint64>(m_plan.durationMs / 12, 20'000);
    if (isShowcase() || m_random.chance(70))
        addPoll(recorded(0.30), length, false);
    if (isShowcase() || m_random.chance(35))
        addPoll(recorded(0.72), length, true);
}

void ScriptWriter::addShape(ShapeKind kind, int slide, qint64 startMs, qint64 lengthMs)
{
    static constexpr unsigned colors[] = {0xff0000, 0x0088ff, 0x00aa44, 0xff8800, 0x8800ff};
    Shape shape;
    shape.kind = kind;
    shape.slide = slide;
    shape.startMs = startMs;
    shape.endMs = startMs + lengthMs;
    shape.color = m_random.pick(colors);
    const double x = 8 + m_random.below(50), y = 25 + m_random.below(35);
    const int points = kind == ShapeKind::Pencil ? 12 : 2;
    for (int i = 0; i < points; ++i)
        shape.points.push_back(
            {x + 26.0 * i / (points - 1), y + (kind == ShapeKind::Pencil ? (i % 2) * 4.0 : 18.0 * i)});
    if (kind == ShapeKind::Text)
        shape.text = m_topic.russian ? "Важно! <запишите>" : "Note this & that";
    m_script.shapes.push_back(std::move(shape));
}

void ScriptWriter::writeShapes()
{
    const qint64 length = std::min<qint64>(m_plan.durationMs / 25, 2'400);
    addShape(ShapeKind::Pencil, 0, recorded(0.03), length);
    addShape(ShapeKind::Rectangle, 0, recorded(0.10), length);
    addShape(ShapeKind::Line, 1, recorded(0.20), length);
    addShape(ShapeKind::Text, 1, recorded(0.25), length);
    addShape(ShapeKind::Ellipse, 2, recorded(0.38), length);
    addShape(ShapeKind::Triangle, 2, recorded(0.43), length);
    addShape(ShapeKind::Pencil, 4, recorded(0.75), length);
    m_script.shapes[1].undoMs = recorded(0.14);
}

void ScriptWriter::writeCursor()
{
    m_script.cursor.push_back({m_script.slides[0].atMs, -1, -1});
    double x = 40, y = 40;
    const qint64 step = std::max<qint64>(150, m_plan.durationMs / 600);
    for (qint64 at = m_script.marks[0].fromMs - 2'000; at < m_script.marks[1].toMs; at += step) {
        if (m_random.chance(12)) {
            m_script.cursor.push_back({at, -1, -1});
            continue;
        }
        x = std::clamp(x + m_random.below(13) - 6, 2.0, 98.0);
        y = std::clamp(y + m_random.below(11) - 5, 2.0, 98.0);
        m_script.cursor.push_back({at, x + m_random.below(100) / 100.0, y});
    }
}

void ScriptWriter::writeShares()
{
    if (isShowcase() || m_random.chance(50))
        m_script.screenShares.push_back({recorded(0.46), recorded(0.54)});
    const bool webcams = isShowcase() || m_plan.index % 6 != 5;
    for (std::size_t i = 0; webcams && i < m_script.attendees.size(); ++i) {
        Attendee &attendee = m_script.attendees[i];
        if (attendee.isPhone || (i > 0 && m_random.chance(60)))
            continue;
        const Session &session = attendee.sessions.front();
        const qint64 next = attendee.sessions.size() > 1 ? attendee.sessions[1].joinMs : m_script.lengthMs;
        const qint64 end = session.leaveMs < 0 ? next - 300 : session.leaveMs - 300;
        const qint64 from = session.joinMs + m_random.between(1'000, 4'000);
        if (from + 2'000 < end)
            attendee.webcams.push_back({from, end});
    }
}

} // namespace

MeetingScript writeScript(const RecordingPlan &plan, quint64 seed)
{
    return ScriptWriter(plan, seed).write();
}

} // namespace letopis::demo
