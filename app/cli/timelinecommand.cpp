#include "app/cli/timelinecommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

void TimelineCommand::show(const RecordingDetails &recording)
{
    onValue(workspace().timeline(session().actor, recording.row.id), [this, recording](const QList<TimelineEntry> &entries) {
        Grid grid{{{Cli::tr("At (UTC)"), u"at"_s, false, false},
                   {Cli::tr("Playback"), u"playbackMs"_s, true, false},
                   {Cli::tr("Event"), u"kind"_s, false, false},
                   {Cli::tr("Person"), u"person"_s, false, true},
                   {Cli::tr("Text"), u"text"_s, false, true}},
                  {}};
        const bool isCsv = session().format == OutputFormat::Csv;
        QJsonArray array;
        for (const TimelineEntry &entry : entries) {
            const QString playback = isCsv && entry.playbackMs >= 0 ? QString::number(entry.playbackMs)
                                                                    : durationText(entry.playbackMs);
            grid.rows += {isoTime(entry.atMs), playback, timelineKindName(entry.kind), entry.person, entry.text};
            array += timelineJson(entry);
        }
        print(grid, {{u"timeline"_s, array}});
        if (const QString why = peopleText(recording); !why.isEmpty())
            session().terminal.say(why);
        finish(ExitCode::Done);
    });
}

CommandSpec timelineSpec()
{
    return oneRecordingSpec<TimelineCommand>(
        u"timeline"_s, Cli::tr("Lists what happened in the meeting, in order."),
        Cli::tr("ID is the server's recordID or the catalog's own number."));
}

} // namespace letopis::cli
