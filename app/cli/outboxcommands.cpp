#include "app/cli/outboxcommands.h"

#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/workspace/recordingeditor.h"

#include <QJsonArray>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

OutboxListCommand::OutboxListCommand(Session &session, bool withCatalogOnly)
    : Command(session)
    , m_withCatalogOnly(withCatalogOnly)
{
}

void OutboxListCommand::start()
{
    onValue(workspace().editor().outbox(session().actor, m_withCatalogOnly), [this](const QList<OutboxEntry> &entries) {
        Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
                   {Cli::tr("Title"), u"title"_s, false, true},
                   {Cli::tr("Server"), u"server"_s, false, true},
                   {Cli::tr("Field"), u"field"_s, false, false},
                   {Cli::tr("Before"), u"base"_s, false, true},
                   {Cli::tr("Ours"), u"ours"_s, false, true},
                   {Cli::tr("Theirs"), u"theirs"_s, false, true},
                   {Cli::tr("State"), u"state"_s, false, false},
                   {Cli::tr("Reason"), u"reason"_s, false, false}},
                  {}};
        QJsonArray outbox;
        for (const OutboxEntry &entry : entries) {
            outbox += outboxJson(entry);
            const FieldEditState &edit = entry.edit;
            grid.rows += {QString::number(edit.recording.value), entry.recordingTitle, entry.serverName, edit.field,
                          edit.base, edit.ours, edit.theirs, editStateName(edit.state),
                          entry.isServerRemoved ? u"serverRemoved"_s
                          : edit.reason         ? catalogOnlyReasonName(*edit.reason) : edit.lastError};
        }
        print(grid, {{u"outbox"_s, outbox}});
        finish(ExitCode::Done);
    });
}

namespace {
PushReport reportOf(const JobStatus &status)
{
    return status.push.value_or(PushReport{});
}
} // namespace

JobId OutboxPushCommand::startJob(ServerId server)
{
    return workspace().editor().startPush(session().actor, server);
}

QList<Grid::Column> OutboxPushCommand::columns() const
{
    return {{Cli::tr("Pushed"), u"pushed"_s, true, false},
            {Cli::tr("Conflicts"), u"conflicts"_s, true, false},
            {Cli::tr("Kept here"), u"catalogOnly"_s, true, false},
            {Cli::tr("Refused"), u"failed"_s, true, false}};
}

QStringList OutboxPushCommand::cells(const JobStatus &status) const
{
    const PushReport done = reportOf(status);
    return {QString::number(done.pushed), QString::number(done.conflicts), QString::number(done.catalogOnly),
            QString::number(done.failed.size())};
}

QJsonObject OutboxPushCommand::json(const JobStatus &status) const
{
    const PushReport done = reportOf(status);
    return {{u"pushed"_s, done.pushed},
            {u"conflicts"_s, done.conflicts},
            {u"catalogOnly"_s, done.catalogOnly},
            {u"failed"_s, problemsJson(done.failed)}};
}

QList<RecordingProblem> OutboxPushCommand::problems(const JobStatus &status) const
{
    return reportOf(status).failed;
}

OutboxDiscardCommand::OutboxDiscardCommand(Session &session, QString recording, QString field)
    : OneRecordingCommand(session, std::move(recording))
    , m_field(std::move(field))
{
}

void OutboxDiscardCommand::show(const RecordingDetails &recording)
{
    onValue(workspace().editor().discard(session().actor, recording.row.id, m_field),
            [this, id = recording.row.id] { showNow(id); });
}

void OutboxDiscardCommand::showNow(RecordingId id)
{
    onValue(workspace().editor().information(session().actor, id), [this, id](const RecordingInformation &now) {
        const QString value = now.values.value(m_field);
        print({{{Cli::tr("ID"), u"id"_s, true, false},
                {Cli::tr("Field"), u"field"_s, false, false},
                {Cli::tr("Now"), u"value"_s, false, true}},
               {{QString::number(id.value), m_field, value}}},
              {{u"id"_s, id.value}, {u"field"_s, m_field}, {u"value"_s, value}});
        finish(ExitCode::Done);
    });
}

OutboxDecideCommand::OutboxDecideCommand(Session &session, QString recording, QString field, ConflictDecision decision,
                                         std::optional<QString> seen)
    : OutboxDiscardCommand(session, std::move(recording), std::move(field))
    , m_decision(decision)
    , m_seen(std::move(seen))
{
}

void OutboxDecideCommand::show(const RecordingDetails &recording)
{
    const RecordingId id = recording.row.id;
    if (m_seen)
        return decide(id, *m_seen);
    onValue(workspace().editor().information(session().actor, id), [this](const RecordingInformation &now) { showBoth(now); });
}

// A decision throws one of two values away, so whoever takes it has to have seen them.
void OutboxDecideCommand::showBoth(const RecordingInformation &now)
{
    const FieldEditState *edit = now.editOf(m_field);
    if (!edit || edit->state != EditState::Conflict)
        return fail({ErrorKind::NotFound, u"this field is not in conflict"_s, m_field, {}});
    print({{{Cli::tr("ID"), u"id"_s, true, false},
            {Cli::tr("Field"), u"field"_s, false, false},
            {Cli::tr("Ours"), u"ours"_s, false, true},
            {Cli::tr("Theirs"), u"theirs"_s, false, true}},
           {{QString::number(now.recording.value), m_field, edit->ours, edit->theirs}}},
          {{u"id"_s, now.recording.value}, {u"field"_s, m_field}, {u"ours"_s, edit->ours}, {u"theirs"_s, edit->theirs}});
    session().terminal.say(Cli::tr("Nothing was decided. Add --seen with the server's value, the one under “Theirs”."));
    finish(ExitCode::Usage);
}

void OutboxDecideCommand::decide(RecordingId id, const QString &seen)
{
    const auto decided = workspace().editor().decide(session().actor, id, m_field, m_decision, seen);
    whenDone(decided, this, [this, id](const Result<> &result) {
        if (result)
            return showNow(id);
        if (result.error().kind != ErrorKind::ContentMismatch)
            return fail(result.error());
        session().terminal.say(Cli::tr("The server's value is another one by now: look with `outbox list`. Nothing was decided."));
        finish(ExitCode::Failed);
    });
}

QList<CommandSpec> outboxSpecs()
{
    const CommandSpec list{
        .words = {u"outbox"_s, u"list"_s},
        .arguments = Cli::tr("[--all]"),
        .summary = Cli::tr("Lists edits that wait to be pushed, and conflicts."),
        .details = Cli::tr("pending waits, settling was pushed and is looked at once more, conflict was changed differently on the\n"
                           "server: decide it with `outbox decide`."),
        .options = {{u"all"_s, Cli::tr("Also what only the catalog can hold, with the reason.")}},
        .leastArguments = 0,
        .mostArguments = 0,
        .needsWorkspace = true,
        .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
            return CommandFactory([all = arguments.isSet(u"all"_s)](Session &session) {
                return std::make_unique<OutboxListCommand>(session, all);
            });
        }};
    const CommandSpec push = serverJobsSpec<OutboxPushCommand>(
        {u"outbox"_s, u"push"_s}, Cli::tr("[NAME]"), Cli::tr("Pushes waiting edits to one server, or to all."),
        Cli::tr("Each recording is read anew first; what was changed there meanwhile is merged field by field."));
    const CommandSpec discard{
        .words = {u"outbox"_s, u"discard"_s},
        .arguments = Cli::tr("ID FIELD"),
        .summary = Cli::tr("Takes a waiting edit back: the field shows what the server says."),
        .details = {},
        .options = {},
        .leastArguments = 2,
        .mostArguments = 2,
        .needsWorkspace = true,
        .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
            return CommandFactory([given = arguments.positionalArguments()](Session &session) {
                return std::make_unique<OutboxDiscardCommand>(session, given.at(2), given.at(3));
            });
        }};
    const CommandSpec decide{
        .words = {u"outbox"_s, u"decide"_s},
        .arguments = Cli::tr("ID FIELD ours|theirs --seen TEXT"),
        .summary = Cli::tr("Decides a conflict: our value is pushed, or the server's is taken."),
        .details = Cli::tr("Without --seen nothing is decided: both values are shown."),
        .options = {{u"seen"_s, Cli::tr("The server's value that the decision is about; nothing is decided if it is another one by now."), u"TEXT"_s}},
        .leastArguments = 3,
        .mostArguments = 3,
        .needsWorkspace = true,
        .emptyOptions = {u"seen"_s},
        .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
            const QStringList given = arguments.positionalArguments();
            if (given.at(4) != "ours"_L1 && given.at(4) != "theirs"_L1)
                return UsageError{Cli::tr("Say ours or theirs, not %1.").arg(given.at(4))};
            const auto how = given.at(4) == "ours"_L1 ? ConflictDecision::KeepOurs : ConflictDecision::TakeTheirs;
            const auto seen = arguments.isSet(u"seen"_s) ? std::optional(arguments.value(u"seen"_s)) : std::nullopt;
            return CommandFactory([given, how, seen](Session &session) {
                return std::make_unique<OutboxDecideCommand>(session, given.at(2), given.at(3), how, seen);
            });
        }};
    return {list, push, discard, decide};
}

} // namespace letopis::cli
