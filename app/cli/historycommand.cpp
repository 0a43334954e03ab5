#include "app/cli/historycommand.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/editanswer.h"
#include "app/cli/text.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

HistoryCommand::HistoryCommand(Session &session, QString recording, QString field)
    : OneRecordingCommand(session, std::move(recording))
    , m_field(std::move(field))
{
}

void HistoryCommand::show(const RecordingDetails &recording)
{
    onValue(workspace().editor().history(session().actor, recording.row.id, m_field),
            [this](const QList<FieldHistoryEntry> &entries) {
                Grid grid{{{Cli::tr("When"), u"at"_s, false, false},
                           {Cli::tr("Who"), u"actor"_s, false, false},
                           {Cli::tr("What"), u"event"_s, false, false},
                           {Cli::tr("Field"), u"field"_s, false, false},
                           {Cli::tr("Before"), u"before"_s, false, true},
                           {Cli::tr("After"), u"after"_s, false, true}},
                          {}};
                QJsonArray history;
                for (const FieldHistoryEntry &entry : entries) {
                    history += historyJson(entry);
                    grid.rows += {isoTime(entry.at), entry.isFromServer() ? Cli::tr("(server)") : entry.actor,
                                  fieldEventName(entry.event), entry.field, entry.before, entry.after};
                }
                print(grid, {{u"history"_s, history}});
                finish(ExitCode::Done);
            });
}

CommandSpec historySpec()
{
    return {.words = {u"history"_s},
            .arguments = Cli::tr("ID [--field FIELD]"),
            .summary = Cli::tr("Lists how a recording's information changed: who, when, what it was before."),
            .details = Cli::tr("Newest first. FIELD is title, description, tags, language, owner or custom.KEY."),
            .options = {{u"field"_s, Cli::tr("This field only."), u"FIELD"_s}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([id = arguments.positionalArguments().at(1),
                                       field = arguments.value(u"field"_s)](Session &session) {
                    return std::make_unique<HistoryCommand>(session, id, field);
                });
            }};
}

} // namespace letopis::cli
