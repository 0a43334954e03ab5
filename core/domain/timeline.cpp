#include "core/domain/timeline.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<TimelineKind> kindNames[]{
    {TimelineKind::MeetingStarted, "meetingStarted"_L1},
    {TimelineKind::MeetingEnded, "meetingEnded"_L1},
    {TimelineKind::Joined, "joined"_L1},
    {TimelineKind::Left, "left"_L1},
    {TimelineKind::RoleChanged, "roleChanged"_L1},
    {TimelineKind::PresenterChanged, "presenterChanged"_L1},
    {TimelineKind::RecordingStarted, "recordingStarted"_L1},
    {TimelineKind::RecordingStopped, "recordingStopped"_L1},
    {TimelineKind::PollStarted, "pollStarted"_L1},
    {TimelineKind::PollPublished, "pollPublished"_L1},
    {TimelineKind::ScreenShareStarted, "screenShareStarted"_L1},
    {TimelineKind::ScreenShareStopped, "screenShareStopped"_L1},
};
} // namespace

QString timelineKindName(TimelineKind kind)
{
    return nameIn(kindNames, kind);
}

std::optional<TimelineKind> timelineKindFromName(const QString &name)
{
    return valueIn(kindNames, name);
}

} // namespace letopis
