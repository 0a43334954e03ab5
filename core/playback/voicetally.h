#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace letopis {

// When something happened: on the events' own clock (ms, for order and durations) and, where recorded, in UTC (epoch ms).
struct EventMoment
{
    qint64 ts = 0;
    qint64 utc = 0; // 0: not recorded

    friend bool operator==(const EventMoment &, const EventMoment &) = default;
};

struct MomentSpan
{
    EventMoment from;
    EventMoment to;
};

// One participant of the voice conference.
struct Voice
{
    QString id;          // without "_N"
    QString linkedUser;  // userId named by the caller id ("w_x_1-bbbID-Anna"); may be empty
    QString callerName;
    std::vector<MomentSpan> sessions;
    qint64 talkMs = 0;
    // While the file is being read:
    bool isInside = false;
    bool isActive = false; // inside or talking since the meeting last ended
    EventMoment joined;
    qint64 talkingSince = -1;
};

// Talk time and voice presence, added up while events arrive, so that the many talking events need no memory.
class VoiceTally
{
public:
    // False past the limit of participants: a hostile file.
    bool joined(const QString &id, const QString &callerName, const QString &callerNumber, EventMoment at);
    void left(const QString &id, EventMoment at);
    bool talking(const QString &id, bool isTalking, EventMoment at);
    void muted(const QString &id, EventMoment at);
    void meetingEnded(EventMoment at);
    const std::vector<Voice> &voices() const { return m_voices; }

private:
    Voice *find(const QString &id);
    Voice *findOrAdd(const QString &id); // and makes it active
    static void stopTalking(Voice &voice, qint64 ts);
    static void close(Voice &voice, EventMoment at);

    std::vector<Voice> m_voices;
    QHash<QString, size_t> m_index;
    std::vector<size_t> m_active;
    size_t m_sessions = 0;
};

// The userId without the "_N" that counts rejoins; "w_k3j5…" keeps its prefix.
QString strippedUserId(const QString &userId);

} // namespace letopis
