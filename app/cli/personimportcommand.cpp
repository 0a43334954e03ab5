#include "app/cli/personimportcommand.h"

#include "app/cli/peopleanswer.h"
#include "app/cli/peoplecommand.h"
#include "app/cli/text.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "core/access/peoplecsv.h"

#include <QFile>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;
using Kind = PeopleImportPlan::Kind;

struct ImportWishes
{
    QString file;      // "-": standard input; empty: from a recording
    QString recording;
    bool isDryRun = false;
};

class PersonImportCommand final : public PeopleCommand
{
public:
    PersonImportCommand(Session &session, ImportWishes wishes)
        : PeopleCommand(session), m_wishes(std::move(wishes))
    {
    }

    void start() override
    {
        if (m_wishes.file.isEmpty())
            return readRecording();
        QFile file(m_wishes.file);
        const bool isOpen = m_wishes.file == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
        if (!isOpen)
            return fail({ErrorKind::NotFound, file.errorString(), m_wishes.file, {}});
        plan(file.read(maxPeopleCsvBytes + 1));
    }

private:
    // Participants who are not known yet, as a list like any other.
    void readRecording()
    {
        onValue(workspace().findRecording(session().actor, m_wishes.recording), [this](RecordingId id) {
            onValue(workspace().serversOfCatalog(session().actor), [this, id](const QList<ConferenceServer> &servers) {
                QHash<ServerId, QString> names;
                for (const ConferenceServer &server : servers)
                    names.insert(server.id, server.name);
                onValue(people().peopleOfRecording(session().actor, id),
                        [this, names](const QList<Person> &drafts) { plan(csvOfDrafts(drafts, names)); });
            });
        });
    }

    void plan(const QByteArray &csv)
    {
        onValue(people().planImport(session().actor, csv), [this](const PeopleImportPlan &plan) {
            for (const QString &column : plan.ignoredColumns)
                session().terminal.say(Cli::tr("The column %1 is not read.").arg(column));
            if (m_wishes.isDryRun || plan.hasErrors())
                return show(plan, false);
            onValue(people().applyImport(session().actor, plan), [this, plan] { show(plan, true); });
        });
    }

    void show(const PeopleImportPlan &plan, bool isApplied)
    {
        QJsonArray lines;
        for (const PeopleImportPlan::Line &line : plan.lines) {
            if (line.kind != Kind::Unchanged)
                lines += importLineJson(line);
        }
        print(importTable(plan, session().format), {{u"applied"_s, isApplied},
                                  {u"added"_s, plan.count(Kind::Added)},
                                  {u"changed"_s, plan.count(Kind::Changed)},
                                  {u"unchanged"_s, plan.count(Kind::Unchanged)},
                                  {u"errors"_s, plan.count(Kind::Error)},
                                  {u"lines"_s, lines}});
        if (plan.hasErrors())
            session().terminal.say(Cli::tr("Lines with errors: %1. Nothing was imported.").arg(plan.count(Kind::Error)));
        finish(plan.hasErrors() ? ExitCode::Failed : ExitCode::Done);
    }

    const ImportWishes m_wishes;
};

class PersonExportCommand final : public PeopleCommand
{
public:
    using PeopleCommand::PeopleCommand;

    void start() override
    {
        onValue(people().exportCsv(session().actor), [this](const QByteArray &csv) {
            session().terminal.write(csv);
            onValue(workspace().audit().noteExport(session().actor, {.action = u"people.exported"_s, .format = u"csv"_s}),
                    [this] { finish(ExitCode::Done); });
        });
    }
};

Prepared prepareImport(const QCommandLineParser &arguments)
{
    ImportWishes wishes;
    wishes.file = arguments.positionalArguments().value(2);
    wishes.recording = arguments.value(u"from-recording"_s);
    wishes.isDryRun = arguments.isSet(u"dry-run"_s);
    if (wishes.file.isEmpty() == wishes.recording.isEmpty())
        return UsageError{Cli::tr("Give a FILE, - for standard input, or --from-recording ID.")};
    return CommandFactory([wishes](Session &session) { return std::make_unique<PersonImportCommand>(session, wishes); });
}
} // namespace

QList<CommandSpec> personImportSpecs()
{
    const CommandSpec import{
        .words = {u"person"_s, u"import"_s},
        .arguments = Cli::tr("FILE | --from-recording ID [--dry-run]"),
        .summary = Cli::tr("Adds and changes people as a CSV file lists them: all lines, or none where one has an error."),
        .details = Cli::tr("UTF-8, separated by comma, semicolon or tab. The first line names columns: name, login, email, role,\n"
                           "language, groups (separated by |), external_ids (SERVER:ID, separated by |). Empty cells leave what is\n"
                           "there; groups and external ids are added. Somebody is known by login, else by e-mail, else by external id."),
        .options = {{u"dry-run"_s, Cli::tr("Only tells what would be added and changed.")},
                    {u"from-recording"_s, Cli::tr("The recording's registered participants who are not known yet."), u"ID"_s}},
        .leastArguments = 0,
        .mostArguments = 1,
        .needsWorkspace = true,
        .prepare = prepareImport};
    const CommandSpec exported{
        .words = {u"person"_s, u"export"_s},
        .arguments = {},
        .summary = Cli::tr("Writes all people as CSV, as `person import` reads it."),
        .details = {},
        .options = {},
        .leastArguments = 0,
        .mostArguments = 0,
        .needsWorkspace = true,
        .prepare = [](const QCommandLineParser &) -> Prepared {
            return CommandFactory([](Session &session) { return std::make_unique<PersonExportCommand>(session); });
        }};
    return {import, exported};
}

} // namespace letopis::cli
