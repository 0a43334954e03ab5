#include "app/cli/materialfoldercommand.h"

#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

// Shows where this profile keeps materials on its servers, after setting it where that was asked for.
class MaterialFolderCommand final : public Command
{
public:
    MaterialFolderCommand(Session &session, std::optional<QString> folder)
        : Command(session), m_folder(std::move(folder))
    {
    }

    void start() override
    {
        if (m_folder)
            onValue(workspace().materials().setServerFolder(session().actor, *m_folder), [this] { show(); });
        else
            show();
    }

private:
    void show()
    {
        const QString root = workspace().materials().serverFolder();
        const QString shown = root.isEmpty() ? u"<data root>/letopis"_s : root;
        print(Grid{{{Cli::tr("Folder of materials"), u"folder"_s, false, false}}, {{shown}}},
              {{u"folder"_s, root.isEmpty() ? QJsonValue() : QJsonValue(root)}});
        finish(ExitCode::Done);
    }

    const std::optional<QString> m_folder; // empty: the default again
};

} // namespace

CommandSpec materialFolderSpec()
{
    return {.words = {u"material"_s, u"folder"_s},
            .arguments = Cli::tr("[PATH | --default]"),
            .summary = Cli::tr("Shows or sets the folder on the servers in which materials are kept."),
            .details = Cli::tr("PATH is absolute, the same on every server of this profile, and there already; recordings get folders "
                               "of their own in it.\nBy default it is <data root>/letopis of each server. Everybody who works with "
                               "these recordings has to use the same.\nWhat is there already is not moved. A program that runs "
                               "uses it after its next start."),
            .options = {{u"default"_s, Cli::tr("Goes back to <data root>/letopis of each server.")}},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const QString path = arguments.positionalArguments().value(2);
                const bool isDefault = arguments.isSet(u"default"_s);
                if (!path.isEmpty() && (isDefault || !path.startsWith(u'/')))
                    return UsageError{Cli::tr("PATH is absolute, and goes without --default.")};
                std::optional<QString> folder;
                if (isDefault || !path.isEmpty())
                    folder = path;
                return CommandFactory([folder](Session &session) {
                    return std::make_unique<MaterialFolderCommand>(session, folder);
                });
            }};
}

} // namespace letopis::cli
