#include "app/demo/meetingscript.h"

#include <algorithm>

namespace letopis::demo {

const QByteArray &Attendee::userIdAt(qint64 atMs) const
{
    std::size_t current = 0;
    for (std::size_t i = 1; i < sessions.size() && sessions[i].joinMs <= atMs; ++i)
        current = i;
    return sessions[current].userId;
}

bool Attendee::isModeratorAt(qint64 atMs) const
{
    bool moderator = isModerator;
    for (const RoleChange &change : roleChanges) {
        if (change.atMs <= atMs)
            moderator = change.moderator;
    }
    return moderator;
}

int Poll::votesFor(int answer) const
{
    return int(std::ranges::count(votes, answer, &PollAnswer::answer));
}

qint64 MeetingScript::recordedMs() const
{
    qint64 sum = 0;
    for (const Span &mark : marks)
        sum += mark.toMs - mark.fromMs;
    return sum;
}

bool MeetingScript::isRecordedAt(qint64 atMs) const
{
    return std::ranges::any_of(marks, [=](const Span &mark) { return atMs >= mark.fromMs && atMs < mark.toMs; });
}

qint64 MeetingScript::recordingTime(qint64 atMs) const
{
    qint64 sum = 0;
    for (const Span &mark : marks) {
        if (atMs < mark.fromMs)
            return sum;
        sum += std::min(atMs, mark.toMs) - mark.fromMs;
    }
    return sum;
}

bool MeetingScript::hasWebcams() const
{
    return std::ranges::any_of(attendees, [](const Attendee &attendee) { return !attendee.webcams.empty(); });
}

} // namespace letopis::demo
