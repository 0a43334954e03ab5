#include "app/cli/outboxcommands.h"

#include "app/cli/editanswer.h"
#include "app/cli/errortext.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "core/workspace/recordingeditor.h"

#include <algorithm>

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
                          edit.reason ? catalogOnlyReasonName(*edit.reason) : edit.lastError};
        }
        print(grid, {{u"outbox"_s, outbox}});
        finish(ExitCode::Done);
    });
}

OutboxPushCommand::OutboxPushCommand(Session &session, QString server)
    : Command(session)
    , m_server(std::move(server))
{
}

void OutboxPushCommand::start()
{
    connect(&workspace(), &Workspace::jobChanged, this, &OutboxPushCommand::onJobChanged);
    onValue(workspace().servers(session().actor), [this](const QList<ConferenceServer> &servers) {
        QMap<qint64, QString> names;
        if (!m_server.isEmpty()) {
            const Result<ConferenceServer> one = serverNamed(servers, m_server);
            if (!one)
                return fail(one.error());
            names.insert(one->id.value, one->name);
        } else {
            for (const ConferenceServer &server : servers)
                names.insert(server.id.value, server.name);
        }
        begin(names);
    });
}

void OutboxPushCommand::begin(const QMap<qint64, QString> &servers)
{
    if (servers.isEmpty()) {
        session().terminal.say(Cli::tr("The catalog has no server yet: `letopis-cli server add`."));
        return finish(ExitCode::NotFound);
    }
    for (auto server = servers.begin(); server != servers.end(); ++server)
        m_jobs.insert(workspace().editor().startPush(session().actor, {server.key()}).value, {});
    for (const JobStatus &status : workspace().jobs())
        onJobChanged(status);
}

void OutboxPushCommand::interrupt()
{
    if (m_jobs.isEmpty())
        return Command::interrupt();
    for (const qint64 job : m_jobs.keys())
        workspace().cancelJob(JobId{job});
}

void OutboxPushCommand::onJobChanged(const JobStatus &status)
{
    const auto job = m_jobs.find(status.id.value);
    if (job == m_jobs.end() || job->state == Job::State::Finished)
        return;
    *job = status;
    if (std::all_of(m_jobs.cbegin(), m_jobs.cend(), [](const JobStatus &one) { return one.state == Job::State::Finished; }))
        report();
}

void OutboxPushCommand::report()
{
    Grid grid{{{Cli::tr("Server"), u"server"_s, false, true},
               {Cli::tr("Pushed"), u"pushed"_s, true, false},
               {Cli::tr("Conflicts"), u"conflicts"_s, true, false},
               {Cli::tr("Kept here"), u"catalogOnly"_s, true, false},
               {Cli::tr("Refused"), u"failed"_s, true, false},
               {Cli::tr("Ended"), u"error"_s, false, false}},
              {}};
    QJsonArray servers;
    ExitCode code = ExitCode::Done;
    for (const JobStatus &job : std::as_const(m_jobs)) {
        const PushReport done = job.push.value_or(PushReport{});
        QJsonArray failed;
        for (const RecordingProblem &problem : done.failed)
            failed += QJsonObject{{u"recordId"_s, problem.externalId}, {u"reason"_s, problem.reason}};
        const QString error = job.error ? errorKindName(job.error->kind) : QString();
        servers += QJsonObject{{u"server"_s, job.subject},
                               {u"pushed"_s, done.pushed},
                               {u"conflicts"_s, done.conflicts},
                               {u"catalogOnly"_s, done.catalogOnly},
                               {u"failed"_s, failed},
                               {u"error"_s, job.error ? QJsonValue(error) : QJsonValue()}};
        grid.rows += {job.subject, QString::number(done.pushed), QString::number(done.conflicts),
                      QString::number(done.catalogOnly), QString::number(done.failed.size()), job.error ? error : u"ok"_s};
        if (job.error) {
            session().terminal.say(job.subject + u": "_s + textFor(*job.error));
            code = exitCodeFor(job.error->kind);
        } else if (!done.failed.isEmpty() && code == ExitCode::Done) {
            code = ExitCode::Failed;
        }
    }
    print(grid, {{u"servers"_s, servers}});
    finish(code);
}

OutboxDecideCommand::OutboxDecideCommand(Session &session, QString recording, QString field,
                                         std::optional<ConflictDecision> decision)
    : OneRecordingCommand(session, std::move(recording))
    , m_field(std::move(field))
    , m_decision(decision)
{
}

void OutboxDecideCommand::show(const RecordingDetails &recording)
{
    const RecordingId id = recording.row.id;
    RecordingEditor &editor = workspace().editor();
    const auto done = m_decision ? editor.decide(session().actor, id, m_field, *m_decision)
                                 : editor.discard(session().actor, id, m_field);
    onValue(done, [this, id] {
        onValue(workspace().editor().information(session().actor, id), [this, id](const RecordingInformation &now) {
            const QString value = now.values.value(m_field);
            print({{{Cli::tr("ID"), u"id"_s, true, false},
                    {Cli::tr("Field"), u"field"_s, false, false},
                    {Cli::tr("Now"), u"value"_s, false, true}},
                   {{QString::number(id.value), m_field, value}}},
                  {{u"id"_s, id.value}, {u"field"_s, m_field}, {u"value"_s, value}});
            finish(ExitCode::Done);
        });
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
    const CommandSpec push{
        .words = {u"outbox"_s, u"push"_s},
        .arguments = Cli::tr("[NAME]"),
        .summary = Cli::tr("Pushes waiting edits to one server, or to all."),
        .details = Cli::tr("Each recording is read anew first; what was changed there meanwhile is merged field by field."),
        .options = {},
        .leastArguments = 0,
        .mostArguments = 1,
        .needsWorkspace = true,
        .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
            return CommandFactory([name = arguments.positionalArguments().value(2)](Session &session) {
                return std::make_unique<OutboxPushCommand>(session, name);
            });
        }};
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
                return std::make_unique<OutboxDecideCommand>(session, given.at(2), given.at(3), std::nullopt);
            });
        }};
    const CommandSpec decide{
        .words = {u"outbox"_s, u"decide"_s},
        .arguments = Cli::tr("ID FIELD ours|theirs"),
        .summary = Cli::tr("Decides a conflict: our value is pushed, or the server's is taken."),
        .details = {},
        .options = {},
        .leastArguments = 3,
        .mostArguments = 3,
        .needsWorkspace = true,
        .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
            const QStringList given = arguments.positionalArguments();
            if (given.at(4) != "ours"_L1 && given.at(4) != "theirs"_L1)
                return UsageError{Cli::tr("Say ours or theirs, not %1.").arg(given.at(4))};
            const auto how = given.at(4) == "ours"_L1 ? ConflictDecision::KeepOurs : ConflictDecision::TakeTheirs;
            return CommandFactory([given, how](Session &session) {
                return std::make_unique<OutboxDecideCommand>(session, given.at(2), given.at(3), how);
            });
        }};
    return {list, push, discard, decide};
}

} // namespace letopis::cli
