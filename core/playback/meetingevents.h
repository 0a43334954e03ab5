#pragma once

#include "core/playback/voicetally.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace letopis {

enum class MeetingEventKind {
    Join, Left, Role, Presenter, PresenterEnded, End, RecordMark, ChapterBreak, PollStarted, PollPublished,
    ScreenStarted, ScreenStopped,
};

// One event that matters for people or the timeline.
struct MeetingEvent
{
    MeetingEventKind kind = MeetingEventKind::Join;
    EventMoment at;
    QString user;     // userId without "_N"
    QString external; // of a join, as recorded
    QString name;
    QString text;     // poll, reason of the end, break's timestamp
    bool isModerator = false;
};

// What is kept of an events.xml while it is read: no talking, cursor or drawing event.
struct MeetingEvents
{
    QString meetingId;
    QString version;
    bool isBreakout = false;
    qint64 eventCount = 0;
    bool hasTime = false;
    qint64 firstTs = 0;
    qint64 lastTs = 0;
    std::optional<qint64> utcOffset; // utc - ts of the first event that has both
    std::vector<MeetingEvent> events;
    VoiceTally voices;
    QHash<QString, int> chatsByUser;
    QHash<QString, int> chatsBySender;  // by name, where old files have no id
    QSet<std::pair<QString, QString>> pollAnswers; // userId, pollId
    QSet<QString> secretPolls;
};

} // namespace letopis
