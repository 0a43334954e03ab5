#include "app/cli/participanteditcommands.h"

#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "core/domain/attendanceexport.h"
#include "core/domain/attendeeedits.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
// The one attendee that `text` names: by uid, else by name where only one has it.
Result<Attendee> attendeeNamed(const QList<Attendee> &attendees, const QString &text)
{
    for (const Attendee &one : attendees) {
        if (one.uid == text)
            return one;
    }
    QList<Attendee> named;
    for (const Attendee &one : attendees) {
        if (one.participant.name.compare(text, Qt::CaseInsensitive) == 0)
            named += one;
    }
    if (named.size() > 1)
        return Error{ErrorKind::InvalidInput, u"several participants have this name: give the UID"_s, text, {}};
    if (named.isEmpty())
        return Error{ErrorKind::NotFound, u"no such participant"_s, text, {}};
    return named.first();
}

std::variant<UsageError, AttendeeWishes> wishesFrom(const QCommandLineParser &arguments)
{
    AttendeeWishes wishes;
    if (arguments.isSet(u"name"_s))
        wishes.name = arguments.value(u"name"_s);
    if (arguments.isSet(u"user-id"_s))
        wishes.externalUserId = arguments.value(u"user-id"_s);
    if (arguments.isSet(u"note"_s))
        wishes.note = arguments.value(u"note"_s);
    if (arguments.isSet(u"role"_s)) {
        const std::optional<ConferenceRole> role = conferenceRoleFromName(arguments.value(u"role"_s));
        if (!role)
            return UsageError{Cli::tr("--role takes guest, viewer, presenter or moderator.")};
        wishes.role = role;
    }
    if (arguments.optionNames().contains(u"minutes"_s)) { // `edit` has no such option
        bool isNumber = false;
        const int minutes = arguments.value(u"minutes"_s).toInt(&isNumber);
        if (!isNumber || minutes < 0)
            return UsageError{Cli::tr("--minutes takes a whole number.")};
        wishes.presentMs = qint64(minutes) * 60'000;
    }
    return wishes;
}

QList<QCommandLineOption> wishOptions(bool withName)
{
    QList<QCommandLineOption> options{
        {u"role"_s, Cli::tr("guest, viewer, presenter or moderator."), u"ROLE"_s},
        {u"user-id"_s, Cli::tr("The user's id at the conference service's front end."), u"ID"_s},
        {u"note"_s, Cli::tr("A note."), u"TEXT"_s}};
    if (withName)
        options.prepend({u"name"_s, Cli::tr("The name."), u"NAME"_s});
    else
        options += {u"minutes"_s, Cli::tr("Minutes present, as you know them."), u"N"_s};
    return options;
}

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = {u"participant"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = Cli::tr("WHO is a UID as `participants` lists it, or a name that only one has. The automatic list is never\n"
                               "overwritten: corrections lie over it."),
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

CommandFactory factory(const QString &recording, const ParticipantEditCommand::Change &change)
{
    return [=](Session &session) { return std::make_unique<ParticipantEditCommand>(session, recording, change); };
}

CommandSpec addSpec()
{
    CommandSpec add = spec(u"add"_s, Cli::tr("ID NAME [--role ROLE] [--minutes N] [--note TEXT]"),
                           Cli::tr("Adds somebody the server does not know of."), 2, 2);
    add.options = wishOptions(false);
    add.emptyOptions = {u"user-id"_s, u"note"_s};
    add.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        auto wishes = wishesFrom(arguments);
        if (const UsageError *wrong = std::get_if<UsageError>(&wishes))
            return *wrong;
        std::get<AttendeeWishes>(wishes).name = arguments.positionalArguments().at(3);
        return factory(arguments.positionalArguments().at(2),
                       [wished = std::get<AttendeeWishes>(wishes)](const QList<Attendee> &, const QList<AttendeeEdit> &edits) {
                           return addedAttendee(edits, wished);
                       });
    };
    return add;
}

CommandSpec editSpec()
{
    CommandSpec edit = spec(u"edit"_s, Cli::tr("ID WHO [--name NAME] [--role ROLE] [--note TEXT]"),
                            Cli::tr("Corrects a participant; what is not given keeps following the server."), 2, 2);
    edit.options = wishOptions(true);
    edit.emptyOptions = {u"user-id"_s, u"note"_s};
    edit.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        const auto wishes = wishesFrom(arguments);
        if (const UsageError *wrong = std::get_if<UsageError>(&wishes))
            return *wrong;
        return factory(arguments.positionalArguments().at(2),
                       [who = arguments.positionalArguments().at(3), wished = std::get<AttendeeWishes>(wishes)](
                           const QList<Attendee> &attendees, const QList<AttendeeEdit> &edits) -> Result<QList<AttendeeEdit>> {
                           const Result<Attendee> found = attendeeNamed(attendees, who);
                           if (!found)
                               return found.error();
                           return editedAttendee(edits, *found, wished);
                       });
    };
    return edit;
}

CommandSpec removeSpec()
{
    CommandSpec remove = spec(u"remove"_s, Cli::tr("ID WHO"), Cli::tr("Leaves a participant out; `participant restore` brings them back."), 2, 2);
    remove.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        return factory(arguments.positionalArguments().at(2),
                       [who = arguments.positionalArguments().at(3)](const QList<Attendee> &attendees,
                                                                     const QList<AttendeeEdit> &edits)
                           -> Result<QList<AttendeeEdit>> {
                           const Result<Attendee> found = attendeeNamed(attendees, who);
                           if (!found)
                               return found.error();
                           return removedAttendees(edits, {*found});
                       });
    };
    return remove;
}

CommandSpec restoreSpec()
{
    CommandSpec restore = spec(u"restore"_s, Cli::tr("ID WHO"), Cli::tr("Takes all corrections of a participant back, also a removal or a merge."), 2, 2);
    restore.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        return factory(arguments.positionalArguments().at(2),
                       [who = arguments.positionalArguments().at(3)](const QList<Attendee> &attendees,
                                                                     const QList<AttendeeEdit> &edits)
                           -> Result<QList<AttendeeEdit>> {
                           const Result<Attendee> found = attendeeNamed(attendees, who);
                           if (!found)
                               return found.error();
                           const QList<AttendeeEdit> after = automaticAttendees(edits, {*found});
                           if (after == edits)
                               return Error{ErrorKind::NotFound, u"this participant was not corrected"_s, who, {}};
                           return after;
                       });
    };
    return restore;
}

Result<QList<AttendeeEdit>> mergedEdits(const QList<Attendee> &attendees, const QList<AttendeeEdit> &edits, const QStringList &who)
{
    QList<Attendee> merged;
    for (const QString &one : who) {
        const Result<Attendee> found = attendeeNamed(attendees, one);
        if (!found)
            return found.error();
        merged += *found;
    }
    return mergedAttendees(edits, merged);
}

CommandSpec mergeSpec()
{
    CommandSpec merge = spec(u"merge"_s, Cli::tr("ID WHO WHO…"), Cli::tr("Makes one person of several."), 3, 50);
    merge.prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
        return factory(arguments.positionalArguments().at(2),
                       [who = arguments.positionalArguments().sliced(3)](const QList<Attendee> &attendees,
                                                                         const QList<AttendeeEdit> &edits) {
                           return mergedEdits(attendees, edits, who);
                       });
    };
    return merge;
}

CommandSpec exportSpec()
{
    return {.words = {u"export"_s, u"participants"_s},
            .arguments = u"ID"_s,
            .summary = Cli::tr("Writes the attendance report: minutes, and percent of what was recorded."),
            .details = Cli::tr("CSV unless --format json is given."),
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([id = arguments.positionalArguments().at(2)](Session &session) {
                    return std::make_unique<ExportParticipantsCommand>(session, id);
                });
            }};
}
} // namespace

ParticipantEditCommand::ParticipantEditCommand(Session &session, QString recording, Change change)
    : OneRecordingCommand(session, std::move(recording))
    , m_change(std::move(change))
{
}

void ParticipantEditCommand::show(const RecordingDetails &recording)
{
    const RecordingId id = recording.row.id;
    onValue(workspace().attendance().attendance(session().actor, id), [this, id](const QList<Attendee> &attendees) {
        onValue(workspace().attendance().edits(session().actor, id),
                [this, id, attendees](const QList<AttendeeEdit> &edits) { change(id, attendees, edits); });
    });
}

void ParticipantEditCommand::change(RecordingId id, const QList<Attendee> &attendees, const QList<AttendeeEdit> &edits)
{
    const Result<QList<AttendeeEdit>> after = m_change(attendees, edits);
    if (!after)
        return fail(after.error());
    onValue(workspace().attendance().replaceEdits(session().actor, id, edits, *after), [this, id] { list(id); });
}

void ParticipantEditCommand::list(RecordingId id)
{
    onValue(workspace().attendance().attendance(session().actor, id), [this](const QList<Attendee> &attendees) {
        QJsonArray array;
        for (const Attendee &one : attendees)
            array += attendeeJson(one);
        print(attendanceTable(attendees), {{u"participants"_s, array}});
        finish(ExitCode::Done);
    });
}

void ExportParticipantsCommand::show(const RecordingDetails &recording)
{
    const RecordingId id = recording.row.id;
    onValue(workspace().attendance().attendance(session().actor, id), [this, recording, id](const QList<Attendee> &attendees) {
        onValue(workspace().timeline(session().actor, id), [this, recording, attendees](const QList<TimelineEntry> &timeline) {
            const AttendanceReport report = attendanceReport(recording, attendees, timeline);
            if (session().format == OutputFormat::Json)
                session().terminal.write(asJsonLine(attendanceJson(report)) + '\n');
            else
                session().terminal.write(attendanceCsv(report));
            onValue(workspace().audit().noteExport(session().actor, {.action = u"participants.exported"_s,
                                                                     .recording = recording.row.id,
                                                                     .format = session().format == OutputFormat::Json ? u"json"_s : u"csv"_s,
                                                                     .count = attendees.size()}),
                    [this] { finish(ExitCode::Done); });
        });
    });
}

QList<CommandSpec> participantEditSpecs()
{
    return {addSpec(), editSpec(), removeSpec(), restoreSpec(), mergeSpec(), exportSpec()};
}

} // namespace letopis::cli
