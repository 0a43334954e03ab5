#include "app/cli/foldercommands.h"

#include "app/cli/accessanswer.h"
#include "app/cli/folderanswer.h"
#include "app/cli/foldercommand.h"
#include "app/cli/text.h"
#include "ui/text/accesstext.h"
#include "ui/text/refusaltext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Prepared = std::variant<UsageError, CommandFactory>;

class FolderListCommand final : public FolderCommand
{
public:
    FolderListCommand(Session &session, QString below)
        : FolderCommand(session), m_below(std::move(below))
    {
    }

    void start() override
    {
        if (m_below.isEmpty())
            return list({});
        withFolder(m_below, [this](FolderId folder) { list(folder); });
    }

private:
    void list(FolderId below)
    {
        withTree([this, below](const QList<FolderNode> &nodes) {
            QSet<FolderId> within{below};
            QList<FolderNode> shown;
            QJsonArray array;
            for (const FolderNode &node : nodes) { // each stands behind its parent
                if (node.folder.id != below && !within.contains(node.folder.parent))
                    continue;
                within += node.folder.id;
                shown += node;
                array += folderJson(nodes, node);
            }
            print(folderTable(nodes, shown), {{u"folders"_s, array}});
            finish(ExitCode::Done);
        });
    }

    const QString m_below;
};

class FolderAddCommand final : public FolderCommand
{
public:
    FolderAddCommand(Session &session, QString parent, QString name)
        : FolderCommand(session), m_parent(std::move(parent)), m_name(std::move(name))
    {
    }

    void start() override
    {
        withFolder(m_parent, [this](FolderId parent) {
            onValue(folders().create(session().actor, parent, m_name), [this](FolderId id) {
                markDone();
                showFolder(id);
            });
        });
    }

private:
    const QString m_parent;
    const QString m_name;
};

class FolderRenameCommand final : public FolderCommand
{
public:
    FolderRenameCommand(Session &session, QString folder, QString name)
        : FolderCommand(session), m_folder(std::move(folder)), m_name(std::move(name))
    {
    }

    void start() override
    {
        withFolder(m_folder, [this](FolderId folder) {
            onValue(folders().rename(session().actor, folder, m_name), [this, folder] {
                markDone();
                showFolder(folder);
            });
        });
    }

private:
    const QString m_folder;
    const QString m_name;
};

// Tells who gains and who loses, and then does it.
class ForeseenCommand : public FolderCommand
{
public:
    ForeseenCommand(Session &session, bool isDryRun)
        : FolderCommand(session), m_isDryRun(isDryRun)
    {
    }

protected:
    void foresee(const QFuture<Result<NamedPreview>> &preview, std::function<QFuture<Result<>>(const AccessPreview &shown)> act)
    {
        onValue(preview, [this, act](const NamedPreview &named) {
            session().terminal.say(previewText(named.preview));
            QJsonObject json = previewJson(named);
            json.insert(u"dryRun"_s, m_isDryRun);
            print(previewTable(named, session().format), json);
            if (m_isDryRun) {
                for (const AccessGuard guard : named.preview.guards)
                    session().terminal.say(guardText(guard));
                return finish(named.preview.guards.isEmpty() ? ExitCode::Done : ExitCode::Failed);
            }
            onValue(act(named.preview), [this] { finish(ExitCode::Done); });
        });
    }

private:
    const bool m_isDryRun;
};

class FolderMoveCommand final : public ForeseenCommand
{
public:
    FolderMoveCommand(Session &session, QString folder, QString to, bool isDryRun)
        : ForeseenCommand(session, isDryRun), m_folder(std::move(folder)), m_to(std::move(to))
    {
    }

    void start() override
    {
        withFolder(m_folder, [this](FolderId folder) {
            withFolder(m_to, [this, folder](FolderId to) {
                foresee(folders().previewMove(session().actor, folder, to),
                        [this, folder, to](const AccessPreview &shown) { return folders().move(session().actor, folder, to, shown); });
            });
        });
    }

private:
    const QString m_folder;
    const QString m_to;
};

class FolderRemoveCommand final : public ForeseenCommand
{
public:
    FolderRemoveCommand(Session &session, QString folder, QString contentTo, bool isDryRun)
        : ForeseenCommand(session, isDryRun), m_folder(std::move(folder)), m_contentTo(std::move(contentTo))
    {
    }

    void start() override
    {
        withFolder(m_folder, [this](FolderId folder) {
            if (m_contentTo.isEmpty())
                return remove(folder, {});
            withFolder(m_contentTo, [this, folder](FolderId to) { remove(folder, to); });
        });
    }

private:
    void remove(FolderId folder, std::optional<FolderId> contentTo)
    {
        foresee(folders().previewRemove(session().actor, folder, contentTo),
                [this, folder, contentTo](const AccessPreview &shown) { return folders().remove(session().actor, folder, contentTo, shown); });
    }

    const QString m_folder;
    const QString m_contentTo;
};

class FolderFileCommand final : public ForeseenCommand
{
public:
    FolderFileCommand(Session &session, QString folder, QStringList recordings, bool isDryRun)
        : ForeseenCommand(session, isDryRun), m_folder(std::move(folder)), m_recordings(std::move(recordings))
    {
    }

    void start() override
    {
        withFolder(m_folder, [this](FolderId folder) {
            withRecordings(m_recordings, [this, folder](const QList<RecordingId> &recordings) {
                foresee(folders().previewFile(session().actor, recordings, folder),
                        [this, folder, recordings](const AccessPreview &shown) { return folders().file(session().actor, recordings, folder, shown); });
            });
        });
    }

private:
    const QString m_folder;
    const QStringList m_recordings;
};

CommandSpec spec(const QString &word, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = {u"folder"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = {},
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, Cli::tr("Only tells who would gain and lose access.")};
}

// A command of a folder and one text more.
template <typename C>
CommandSpec pairSpec(const QString &word, const QString &arguments, const QString &summary)
{
    CommandSpec one = spec(word, arguments, summary, 2, 2);
    one.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([texts = given.positionalArguments()](Session &session) {
            return std::make_unique<C>(session, texts.at(2), texts.at(3));
        });
    };
    return one;
}

CommandSpec listSpec()
{
    CommandSpec list = spec(u"list"_s, Cli::tr("[FOLDER]"), Cli::tr("Lists the folders that are opened to you, or those below one."), 0, 1);
    list.details = Cli::tr("A folder is named by its path, such as /Shared/Faculty/2026 or /People/Anna, or by its ID.");
    list.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([below = given.positionalArguments().value(2)](Session &session) {
            return std::make_unique<FolderListCommand>(session, below);
        });
    };
    return list;
}

CommandSpec moveSpec()
{
    CommandSpec move = spec(u"move"_s, Cli::tr("FOLDER TO [--dry-run]"), Cli::tr("Moves a folder with everything in it into another one."), 2, 2);
    move.details = Cli::tr("What inherits its permissions inherits them from the new place: who gains and who loses is told first.");
    move.options = {dryRun()};
    move.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([texts = given.positionalArguments(), isDryRun = given.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<FolderMoveCommand>(session, texts.at(2), texts.at(3), isDryRun);
        });
    };
    return move;
}

CommandSpec removeSpec()
{
    CommandSpec remove = spec(u"remove"_s, Cli::tr("FOLDER [--content-to FOLDER] [--dry-run]"), Cli::tr("Removes a folder that is empty, or whose content goes elsewhere."), 1, 1);
    remove.details = Cli::tr("Filing rules into the folder go with it.");
    remove.options = {{u"content-to"_s, Cli::tr("Where its recordings and folders go."), u"FOLDER"_s}, dryRun()};
    remove.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([folder = given.positionalArguments().at(2), to = given.value(u"content-to"_s),
                               isDryRun = given.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<FolderRemoveCommand>(session, folder, to, isDryRun);
        });
    };
    return remove;
}

CommandSpec fileSpec()
{
    constexpr int most = 10'000;
    CommandSpec file = spec(u"file"_s, Cli::tr("FOLDER ID… [--dry-run]"), Cli::tr("Files recordings into a folder."), 2, most);
    file.options = {dryRun()};
    file.prepare = [](const QCommandLineParser &given) -> Prepared {
        return CommandFactory([texts = given.positionalArguments(), isDryRun = given.isSet(u"dry-run"_s)](Session &session) {
            return std::make_unique<FolderFileCommand>(session, texts.at(2), texts.mid(3), isDryRun);
        });
    };
    return file;
}
} // namespace

QList<CommandSpec> folderSpecs()
{
    return {listSpec(),
            pairSpec<FolderAddCommand>(u"add"_s, Cli::tr("FOLDER NAME"), Cli::tr("Makes a folder in another one.")),
            pairSpec<FolderRenameCommand>(u"rename"_s, Cli::tr("FOLDER NAME"), Cli::tr("Gives a folder another name.")),
            moveSpec(),
            removeSpec(),
            fileSpec()};
}

} // namespace letopis::cli
