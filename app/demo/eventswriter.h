#pragma once

#include "app/demo/boardshapes.h"
#include "app/demo/meetingscript.h"

#include <algorithm>

namespace letopis::demo {

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct Event
{
    qint64 atMs;
    const char *module;
    const char *name;
    Fields fields;
};

// Makes the events of one meeting and writes them in order of time.
class EventsWriter
{
public:
    EventsWriter(const RecordingPlan &plan, const MeetingScript &script)
        : m_plan(plan)
        , m_script(script)
        , m_board(boardOf(plan))
        , m_bridge(QByteArray::number(70'000 + plan.index % 9'999))
    {
    }

    QByteArray write();

private:
    void add(qint64 atMs, const char *module, const char *name, Fields fields)
    {
        m_events.push_back({std::clamp<qint64>(atMs, 0, m_script.lengthMs), module, name, std::move(fields)});
    }
    void addSetup();
    void addPeople();
    void addSession(const Attendee &attendee, std::size_t index);
    void addVoice(const Attendee &attendee);
    void addWebcams(const Attendee &attendee);
    void addRoles();
    void addPresenters();
    void addMarks();
    void addChat();
    void addPolls();
    void addSlides();
    void addShapes();
    void addLegacyShape(std::size_t index);
    void addTldrawShape(std::size_t index);
    void addCursor();
    void addShares();
    QByteArray hostId(qint64 atMs) const { return m_script.attendees[0].userIdAt(atMs); }
    QByteArray presenterId(qint64 atMs) const;
    QByteArray page(int slide) const { return m_plan.presentationId + '/' + QByteArray::number(slide + 1); }
    QByteArray head() const;
    void append(QByteArray &out, const Event &event, std::size_t number) const;

    const RecordingPlan &m_plan;
    const MeetingScript &m_script;
    Board m_board;
    QByteArray m_bridge;
    std::vector<Event> m_events;
};

inline constexpr auto pod = "DEFAULT_PRESENTATION_POD";

inline QByteArray yesNo(bool value)
{
    return value ? "true" : "false";
}

} // namespace letopis::demo
