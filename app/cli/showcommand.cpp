#include "app/cli/showcommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
Grid gridOf(const RecordingDetails &recording)
{
    const RecordingRow &row = recording.row;
    Grid grid{{{Cli::tr("Field"), u"field"_s, false, false}, {Cli::tr("Value"), u"value"_s, false, false}}, {}};
    const auto add = [&grid](const QString &name, const QString &value) {
        if (!value.isEmpty())
            grid.rows += {name, value};
    };
    add(Cli::tr("ID"), QString::number(row.id.value));
    add(Cli::tr("Recording ID"), row.externalId);
    add(Cli::tr("Server"), row.serverName);
    add(Cli::tr("Title"), row.title);
    add(Cli::tr("Meeting"), recording.name);
    add(Cli::tr("Description"), recording.description);
    add(Cli::tr("Meeting ID"), recording.meetingId);
    add(Cli::tr("Started (UTC)"), isoTime(row.startedAt));
    add(Cli::tr("Ended (UTC)"), isoTime(recording.endedAt));
    add(Cli::tr("Length"), durationText(row.durationMs));
    add(Cli::tr("State"), publicationStateName(row.state));
    add(Cli::tr("People"), row.participantCount < 0 ? QString() : QString::number(row.participantCount));
    add(Cli::tr("Size"), sizeText(row.sizeBytes));
    for (const PlaybackFormat &format : recording.formats) {
        QStringList facts{format.url.toString(QUrl::FullyEncoded), durationText(format.durationMs), sizeText(format.sizeBytes)};
        facts.removeAll(QString());
        add(Cli::tr("Format %1").arg(format.type), facts.join(u", "_s));
    }
    if (recording.parent)
        add(Cli::tr("Breakout room of"), recording.parent->externalId + u' ' + recording.parent->title);
    for (const BreakoutLink &room : recording.breakoutRooms)
        add(Cli::tr("Breakout room"), room.externalId + u' ' + room.title);
    for (const auto &[key, value] : recording.metadata)
        add(u"meta_"_s + key, value);
    return grid;
}
} // namespace

void ShowCommand::show(const RecordingDetails &recording)
{
    print(gridOf(recording), recordingDetailsJson(recording));
    finish(ExitCode::Done);
}

CommandSpec showSpec()
{
    return oneRecordingSpec<ShowCommand>(u"show"_s, Cli::tr("Shows everything known of one recording."),
                                         Cli::tr("ID is the server's recordID or the catalog's own number."));
}

} // namespace letopis::cli
