#pragma once

#include <QString>

#include <array>
#include <string>
#include <string_view>

namespace letopis {

// The events that matter, by (module, eventname): the same eventname exists in two modules (trap 28).
enum class EventType : quint8 {
    Other, VoiceTalking, VoiceMuted, VoiceJoined, VoiceLeft, Join, Left, Status, AssignPresenter, PodPresenter,
    RecordStatus, ChapterBreak, End, Chat, PollStarted, PollPublished, PollAnswered, ScreenStarted, ScreenStopped,
};

EventType eventType(std::string_view module, std::string_view name);

// Their children that are read.
enum class EventField : quint8 {
    None, TimestampUtc, UserId, ExternalUserId, Name, Role, Status, Value, Participant, CallerName, CallerNumber, Talking,
    Muted, SenderId, Sender, PollId, Question, Answers, SecretPoll, Reason, BreakTimestamp, NextPresenterId, PodId, Count,
};

EventField eventField(std::string_view name);

// The texts of one event's children, in strings that keep their memory from event to event.
class EventFields
{
public:
    void clear();
    void begin(EventField field);
    void append(EventField field, std::string_view piece);
    std::string_view value(EventField field) const; // trimmed

private:
    std::array<std::string, size_t(EventField::Count)> m_values;
    quint32 m_filled = 0;
};

// What a timeline says of a poll: the question, then each answer on its own line, with its votes where they are known.
QString pollText(std::string_view question, std::string_view answersJson);

} // namespace letopis
