#include "app/cli/setcommand.h"

#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostRecordings = 100'000;

std::variant<UsageError, QList<BatchChange>> changesFrom(const QCommandLineParser &arguments)
{
    QList<BatchChange> changes;
    for (const QLatin1StringView id : {field::title, field::description, field::language, field::owner}) {
        if (arguments.isSet(QString(id)))
            changes += {QString(id), BatchChange::Kind::Set, arguments.value(QString(id))};
    }
    QStringList added, removed;
    for (const QString &tag : arguments.values(u"tag"_s)) {
        if (tag.size() < 2 || !(tag.startsWith(u'+') || tag.startsWith(u'-')))
            return UsageError{Cli::tr("--tag takes +TAG or -TAG, not %1.").arg(tag)};
        (tag.startsWith(u'+') ? added : removed) += tag.sliced(1);
    }
    if (!added.isEmpty())
        changes += {QString(field::tags), BatchChange::Kind::AddTags, added.join(u',')};
    if (!removed.isEmpty())
        changes += {QString(field::tags), BatchChange::Kind::RemoveTags, removed.join(u',')};
    for (const QString &assignment : arguments.values(u"field"_s)) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals < 1)
            return UsageError{Cli::tr("--field takes KEY=VALUE, not %1.").arg(assignment)};
        changes += {field::customPrefix + assignment.first(equals), BatchChange::Kind::Set, assignment.sliced(equals + 1)};
    }
    if (changes.isEmpty())
        return UsageError{Cli::tr("Nothing to set.")};
    return changes;
}
} // namespace

SetCommand::SetCommand(Session &session, QStringList recordings, QList<BatchChange> changes, bool isDryRun)
    : Command(session)
    , m_wanted(std::move(recordings))
    , m_changes(std::move(changes))
    , m_isDryRun(isDryRun)
{
}

void SetCommand::start()
{
    findNext();
}

void SetCommand::findNext()
{
    if (m_wanted.isEmpty())
        return plan();
    onValue(workspace().findRecording(session().actor, m_wanted.takeFirst()), [this](RecordingId id) {
        if (!m_found.contains(id))
            m_found += id;
        findNext();
    });
}

void SetCommand::plan()
{
    onValue(workspace().editor().plan(session().actor, m_found, m_changes), [this](const EditPlan &plan) {
        if (m_isDryRun)
            showPlan(plan);
        else
            apply(plan);
    });
}

void SetCommand::showPlan(const EditPlan &plan)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Title"), u"title"_s, false, true},
               {Cli::tr("Field"), u"field"_s, false, false},
               {Cli::tr("Before"), u"before"_s, false, true},
               {Cli::tr("After"), u"after"_s, false, true},
               {Cli::tr("Problem"), u"problem"_s, false, false}},
              {}};
    QJsonArray edits;
    bool isFine = true;
    for (const PlannedEdit &planned : plan) {
        isFine = isFine && !planned.problem;
        edits += plannedJson(planned);
        if (planned.isChange() || planned.problem) {
            grid.rows += {QString::number(planned.edit.recording.value), planned.recordingTitle, planned.edit.field,
                          planned.edit.before, planned.edit.after,
                          planned.problem ? fieldProblemName(*planned.problem) : QString()};
        }
    }
    print(grid, {{u"dryRun"_s, true}, {u"edits"_s, edits}});
    finish(isFine ? ExitCode::Done : ExitCode::Failed);
}

void SetCommand::apply(const EditPlan &plan)
{
    QList<FieldEdit> edits;
    for (const PlannedEdit &planned : plan)
        edits += planned.edit;
    onValue(workspace().editor().apply(session().actor, edits), [this](const EditReport &report) { showReport(report); });
}

void SetCommand::showReport(const EditReport &report)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Field"), u"field"_s, false, false},
               {Cli::tr("Before"), u"before"_s, false, true},
               {Cli::tr("After"), u"after"_s, false, true},
               {Cli::tr("Outcome"), u"outcome"_s, false, false},
               {Cli::tr("Problem"), u"problem"_s, false, false}},
              {}};
    QJsonArray results;
    for (const FieldEditResult &result : report.results) {
        results += resultJson(result);
        grid.rows += {QString::number(result.edit.recording.value), result.edit.field, result.edit.before,
                      result.edit.after, editOutcomeName(result.outcome),
                      result.problem ? fieldProblemName(*result.problem) : QString()};
    }
    print(grid, {{u"dryRun"_s, false},
                 {u"applied"_s, report.count(EditOutcome::Applied)},
                 {u"unchanged"_s, report.count(EditOutcome::Unchanged)},
                 {u"edits"_s, results}});
    const qsizetype good = report.count(EditOutcome::Applied) + report.count(EditOutcome::Unchanged);
    finish(good == report.results.size() ? ExitCode::Done : ExitCode::Failed);
}

CommandSpec setSpec()
{
    return {.words = {u"set"_s},
            .arguments = Cli::tr("ID… [--title T] [--description D] [--tag +T|-T] [--field K=V] [--dry-run]"),
            .summary = Cli::tr("Changes the information of one or many recordings."),
            .details = Cli::tr("The catalog shows the change at once; `outbox push`, or the desktop, brings it to the server.\n"
                               "--dry-run shows what would change and changes nothing. An edit that is not valid is named, the\n"
                               "others are applied, and the exit code is 1."),
            .options = {{u"title"_s, Cli::tr("The title."), u"T"_s},
                        {u"description"_s, Cli::tr("The description."), u"D"_s},
                        {u"language"_s, Cli::tr("The language, as a code: ru, en, pt-BR."), u"CODE"_s},
                        {u"owner"_s, Cli::tr("Whose recording it is."), u"NAME"_s},
                        {u"tag"_s, Cli::tr("Adds (+T) or removes (-T) a tag; may be given several times."), u"±T"_s},
                        {u"field"_s, Cli::tr("A custom field by its key; may be given several times."), u"K=V"_s},
                        {u"dry-run"_s, Cli::tr("Shows the changes, makes none.")}},
            .leastArguments = 1,
            .mostArguments = mostRecordings,
            .needsWorkspace = true,
            .emptyOptions = {u"title"_s, u"description"_s, u"language"_s, u"owner"_s},
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const auto changes = changesFrom(arguments);
                if (const UsageError *wrong = std::get_if<UsageError>(&changes))
                    return *wrong;
                return CommandFactory([ids = arguments.positionalArguments().sliced(1),
                                       wanted = std::get<QList<BatchChange>>(changes),
                                       isDryRun = arguments.isSet(u"dry-run"_s)](Session &session) {
                    return std::make_unique<SetCommand>(session, ids, wanted, isDryRun);
                });
            }};
}

} // namespace letopis::cli
