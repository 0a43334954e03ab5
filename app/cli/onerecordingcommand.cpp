#include "app/cli/onerecordingcommand.h"

#include "app/cli/text.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

void OneRecordingCommand::start()
{
    onValue(workspace().findRecording(session().actor, m_recording), [this](RecordingId id) {
        onValue(workspace().recording(session().actor, id),
                [this](const RecordingDetails &recording) { show(recording); });
    });
}

QString peopleText(const RecordingDetails &recording)
{
    using enum RecordingDetails::PeopleStatus;
    switch (recording.people) {
    case Known: return {};
    case NoDiskAccess:
        return Cli::tr("Names are read from the server's disk: the server has no SSH account here. The count is the server's.");
    case NotFetchedYet: return Cli::tr("The names have not been fetched yet; the next sync tries. The count is the server's.");
    case EventsGone:
        return Cli::tr("The server has deleted this meeting's events: there are no names. The count is the server's.");
    case EventsUnreadable:
        return Cli::tr("This meeting's events could not be read (%1): there are no names.").arg(recording.peopleProblem);
    }
    return {};
}

} // namespace letopis::cli
