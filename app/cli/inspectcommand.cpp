#include "app/cli/inspectcommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"
#include "core/base/whendone.h"
#include "core/domain/attendanceexport.h"
#include "core/domain/servicefields.h"
#include "core/providers/bigbluebutton/savedanswer.h"

#include <QFile>
#include <QtConcurrent/QtConcurrentRun>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QString kindName(SavedAnswer::Kind kind)
{
    switch (kind) {
    case SavedAnswer::Kind::GetRecordings: return u"getRecordings"_s;
    case SavedAnswer::Kind::MetadataXml: return u"metadata.xml"_s;
    case SavedAnswer::Kind::EventsXml: return u"events.xml"_s;
    }
    return {};
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(qint64 number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QString startText(qint64 epochMs)
{
    return epochMs > 0 ? isoTime(epochMs) : QString();
}

QJsonObject snapshotJson(const RecordingSnapshot &snapshot)
{
    return {{u"recordId"_s, snapshot.externalId},
            {u"title"_s, shownTitle(snapshot.name, snapshot.metadata)},
            {u"name"_s, snapshot.name},
            {u"description"_s, shownDescription(snapshot.metadata)},
            {u"meetingId"_s, snapshot.meetingId},
            {u"startedAt"_s, orNull(startText(snapshot.startedAtMs))},
            {u"endedAt"_s, orNull(startText(snapshot.endedAtMs))},
            {u"state"_s, publicationStateName(snapshot.state)},
            {u"participantCount"_s, orNull(qint64(snapshot.participantCount))},
            {u"formats"_s, formatsJson(snapshot.formats)},
            {u"metadata"_s, metadataJson(snapshot.metadata)},
            {u"isBreakout"_s, snapshot.isBreakout}};
}

QJsonObject meetingJson(const MeetingRecord &meeting)
{
    QJsonArray people;
    for (const Participant &person : meeting.participants)
        people += participantJson(person);
    QJsonArray timeline;
    for (const TimelineEntry &entry : meeting.timeline)
        timeline += timelineJson(entry);
    return {{u"startedAt"_s, orNull(startText(meeting.startedAtMs))},
            {u"endedAt"_s, orNull(startText(meeting.endedAtMs))},
            {u"recordedMs"_s, meeting.recordedMs},
            {u"sourceVersion"_s, meeting.sourceVersion},
            {u"eventCount"_s, meeting.eventCount},
            {u"participants"_s, people},
            {u"timeline"_s, timeline}};
}

QJsonObject answerJson(const SavedAnswer &answer)
{
    QJsonArray recordings;
    for (const RecordingSnapshot &snapshot : answer.snapshots)
        recordings += snapshotJson(snapshot);
    QJsonArray problems;
    for (const RecordingProblem &problem : answer.problems)
        problems += QJsonObject{{u"recordId"_s, problem.externalId}, {u"reason"_s, problem.reason}};
    return {{u"kind"_s, kindName(answer.kind)},
            {u"recordings"_s, recordings},
            {u"failed"_s, problems},
            {u"brokenEvents"_s, answer.brokenEvents},
            {u"meeting"_s, answer.meeting ? QJsonValue(meetingJson(*answer.meeting)) : QJsonValue()}};
}

Grid recordingsGrid(const SavedAnswer &answer)
{
    Grid grid{{{Cli::tr("Recording ID"), u"recordId"_s, false, true},
               {Cli::tr("Title"), u"title"_s, false, true},
               {Cli::tr("Started (UTC)"), u"startedAt"_s, false, false},
               {Cli::tr("State"), u"state"_s, false, false},
               {Cli::tr("Formats"), u"formats"_s, false, true}},
              {}};
    for (const RecordingSnapshot &snapshot : answer.snapshots) {
        QStringList types;
        for (const PlaybackFormat &format : snapshot.formats)
            types += format.type;
        grid.rows += {snapshot.externalId, shownTitle(snapshot.name, snapshot.metadata), startText(snapshot.startedAtMs),
                      publicationStateName(snapshot.state), types.join(u' ')};
    }
    return grid;
}

Grid meetingGrid(const MeetingRecord &meeting)
{
    Grid grid{{{Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Role"), u"role"_s, false, false},
               {Cli::tr("Joins"), u"sessions"_s, true, false},
               {Cli::tr("Present"), u"presentMs"_s, true, false},
               {Cli::tr("Talked"), u"talkMs"_s, true, false}},
              {}};
    for (const Participant &person : meeting.participants) {
        grid.rows += {person.name, conferenceRoleName(person.role), QString::number(person.sessions.size()),
                      durationText(person.presentMs), durationText(person.talkMs)};
    }
    return grid;
}
} // namespace

InspectCommand::InspectCommand(Session &session, QString file) : Command(session), m_file(std::move(file)) {}

void InspectCommand::start()
{
    const auto read = [path = m_file]() -> Result<SavedAnswer> {
        QFile file(path);
        if (!file.exists())
            return Error{ErrorKind::NotFound, {}, path, {}};
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::PermissionDenied, file.errorString(), path, {}};
        Result<SavedAnswer> answer = readSavedAnswer(file);
        if (!answer) {
            Error error = answer.error();
            error.subject = path;
            return error;
        }
        return answer;
    };
    whenDone(QtConcurrent::run(read), this, [this](const Result<SavedAnswer> &answer) {
        if (answer)
            show(*answer);
        else
            tellUnreadable(answer.error());
    });
}

// The general sentences speak of servers; here it is a file of one's own.
void InspectCommand::tellUnreadable(const Error &error)
{
    if (error.kind == ErrorKind::NotFound)
        session().terminal.say(Cli::tr("There is no file %1.").arg(m_file));
    else if (error.kind == ErrorKind::PermissionDenied)
        session().terminal.say(Cli::tr("%1 cannot be read: %2").arg(m_file, error.detail));
    else if (error.kind == ErrorKind::BadAnswer)
        session().terminal.say(
            Cli::tr("%1 is no getRecordings answer, metadata.xml or events.xml, or it is damaged: %2").arg(m_file, error.detail));
    else
        return fail(error);
    finish(exitCodeFor(error.kind));
}

void InspectCommand::show(const SavedAnswer &answer)
{
    print(answer.meeting ? meetingGrid(*answer.meeting) : recordingsGrid(answer), answerJson(answer));
    Terminal &terminal = session().terminal;
    if (session().format != OutputFormat::Json) {
        terminal.say(Cli::tr("%1: %2").arg(m_file, kindName(answer.kind)));
        if (answer.meeting) {
            terminal.say(Cli::tr("%n event(s)", nullptr, int(answer.meeting->eventCount)) + u", "_s
                         + Cli::tr("%n of them could not be read", nullptr, answer.brokenEvents));
        }
        for (const RecordingProblem &problem : answer.problems)
            terminal.say(Cli::tr("Recording %1 would be skipped: %2").arg(problem.externalId, problem.reason));
    }
    finish(ExitCode::Done);
}

CommandSpec inspectSpec()
{
    return {.words = {u"inspect"_s},
            .arguments = u"FILE"_s,
            .summary = Cli::tr("Says what a saved getRecordings answer, metadata.xml or events.xml holds."),
            .details = Cli::tr("Reads the file as a sync would. Needs no profile and no server."),
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = false,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([file = arguments.positionalArguments().at(1)](Session &session) {
                    return std::make_unique<InspectCommand>(session, file);
                });
            }};
}

} // namespace letopis::cli
