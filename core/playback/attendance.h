#pragma once

#include "core/domain/timeline.h"
#include "core/playback/recordclock.h"

namespace letopis {

// One person, while the meeting is walked through.
struct MeetingPerson
{
    QString name;
    QString external; // of the integration; empty: none
    std::optional<bool> registered;
    bool isPhone = false;
    std::vector<MomentSpan> sessions;
    std::vector<MomentSpan> moderator;
    std::vector<MomentSpan> viewer;
    std::vector<MomentSpan> presenter;
    qint64 talkMs = 0;
    int chats = 0;
    int polls = 0;
};

// Walks through the events in order of time: who is there, in which role, who presents. Writes what happens to a timeline.
class Attendance
{
public:
    Attendance(const MeetingEvents &events, const RecordClock &clock);

    void apply(const MeetingEvent &event, int leftsAhead);
    // Closes what is open. After it, people() is complete.
    void finish(EventMoment end);

    std::vector<MeetingPerson> &people() { return m_people; }
    QList<TimelineEntry> &timeline() { return m_timeline; }
    // Index into people(), or -1.
    int personOfUser(const QString &user) const;
    void note(TimelineKind kind, EventMoment at, const QString &person, const QString &text = {});

private:
    struct Session
    {
        EventMoment joined;
        EventMoment roleSince;
        bool isModerator = false;
    };
    struct User
    {
        int person = -1;
        std::vector<Session> open;
    };

    void join(const MeetingEvent &event);
    void leave(const MeetingEvent &event, int leftsAhead);
    void changeRole(const MeetingEvent &event);
    void makePresenter(const MeetingEvent &event);
    void endPresenter(EventMoment at);
    void everybodyLeaves(EventMoment at);
    void closeSession(User &user, size_t session, EventMoment at);
    int personFor(const MeetingEvent &event);
    QString nameOf(const QString &user, const QString &fallback) const;

    const MeetingEvents &m_events;
    const RecordClock &m_clock;
    std::vector<MeetingPerson> m_people;
    QHash<QString, User> m_users;
    QHash<QString, int> m_personByKey;
    QHash<QString, int> m_peopleByExternal; // how many share it
    QSet<QString> m_present; // users with open sessions
    QList<TimelineEntry> m_timeline;
    QString m_presenter;
    bool m_isPresenterThere = false;
    EventMoment m_presenterSince;
};

// Overlapping and touching spans made one, in order.
std::vector<MomentSpan> unionOf(std::vector<MomentSpan> spans);
// Names are the same person's name where only case and blanks differ.
QString foldedName(const QString &name);

} // namespace letopis
