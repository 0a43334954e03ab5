#include "app/cli/materialcommands.h"

#include "app/cli/errortext.h"
#include "app/cli/materialanswer.h"
#include "app/cli/materialeditcommands.h"
#include "app/cli/materialfoldercommand.h"
#include "app/cli/materialsynccommand.h"
#include "app/cli/serverjobscommand.h"
#include "app/cli/text.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
using Materials = QList<Material>;

const QString offlineOption = u"offline"_s;

QString aboutNames()
{
    return Cli::tr("MATERIAL is an ID as `material list` tells it, or a name that only one has.");
}

class MaterialListCommand final : public MaterialCommand
{
public:
    MaterialListCommand(Session &session, QString recording, bool withTrash)
        : MaterialCommand(session, std::move(recording)), m_withTrash(withTrash)
    {
    }

private:
    void show(const RecordingDetails &recording) override { list(recording.row.id, m_withTrash, ExitCode::Done); }

    const bool m_withTrash;
};

struct AddWishes
{
    QStringList files;
    QString to; // a material: a new version of it; empty: materials of their own
    bool isOffline = false;
};

class MaterialAddCommand final : public MaterialCommand
{
public:
    MaterialAddCommand(Session &session, QString recording, AddWishes wishes)
        : MaterialCommand(session, std::move(recording)), m_wishes(std::move(wishes))
    {
    }

private:
    void show(const RecordingDetails &recording) override
    {
        if (m_wishes.to.isEmpty())
            return take(recording, shelf().startAdd(session().actor, recording.row.id, m_wishes.files));
        onValue(shelf().materials(session().actor, recording.row.id, false), [this, recording](const Materials &all) {
            const Result<Material> to = materialNamed(all, m_wishes.to);
            if (!to)
                return fail(to.error());
            take(recording, shelf().startAddVersion(session().actor, to->id, m_wishes.files.first()));
        });
    }

    void take(const RecordingDetails &recording, JobId job)
    {
        follow(job, QFileInfo(m_wishes.files.first()).fileName(), [this, recording](const std::optional<Error> &error) {
            if (error)
                fail(*error);
            else if (m_wishes.isOffline)
                list(recording.row.id, false, ExitCode::Done);
            else
                exchangeAndList(recording);
        });
    }

    const AddWishes m_wishes;
};

struct GetWishes
{
    QStringList materials; // empty: all
    int version = 0;       // 0: the newest
    QString out;           // a file, or a folder; empty: the current folder
    bool mayReplace = false;
};

class MaterialGetCommand final : public MaterialCommand
{
public:
    MaterialGetCommand(Session &session, QString recording, GetWishes wishes)
        : MaterialCommand(session, std::move(recording)), m_wishes(std::move(wishes))
    {
    }

private:
    struct Copy
    {
        Material material;
        int version = 1;
        QString file;
    };

    void show(const RecordingDetails &recording) override
    {
        // One in the trash may be had by name; "all" is without them.
        const bool isAll = m_wishes.materials.isEmpty();
        onValue(shelf().materials(session().actor, recording.row.id, !isAll), [this, isAll](const Materials &all) {
            const Result<Materials> wanted = isAll ? Result<Materials>(all) : materialsNamed(all, m_wishes.materials);
            if (!wanted)
                return fail(wanted.error());
            if (const Result<> planned = plan(*wanted); !planned)
                return fail(planned.error());
            fetchNext();
        });
    }

    Result<> plan(const Materials &wanted)
    {
        const QFileInfo out(m_wishes.out.isEmpty() ? u"."_s : m_wishes.out);
        const bool isFolder = out.isDir() || wanted.size() != 1;
        if (isFolder && !out.isDir())
            return Error{ErrorKind::NotFound, u"no such folder"_s, m_wishes.out, {}};
        QSet<QString> given;
        for (const Material &one : wanted) {
            Copy copy{one, m_wishes.version > 0 ? m_wishes.version : one.newest().number, {}};
            QString name = safeFileName(one.name);
            const QFileInfo parts(name);
            const QString ending = parts.suffix().isEmpty() ? QString() : u'.' + parts.suffix();
            for (int number = 2; given.contains(name.toCaseFolded()); ++number)
                name = u"%1 (%2)%3"_s.arg(parts.completeBaseName()).arg(number).arg(ending);
            given.insert(name.toCaseFolded());
            copy.file = isFolder ? QDir(out.absoluteFilePath()).filePath(name) : out.absoluteFilePath();
            if (QFileInfo::exists(copy.file) && !m_wishes.mayReplace)
                return Error{ErrorKind::AlreadyExists, u"--force replaces it"_s, copy.file, {}};
            m_copies += copy;
        }
        return {};
    }

    void fetchNext()
    {
        if (m_done == m_copies.size())
            return report();
        const Copy &copy = m_copies[m_done];
        follow(shelf().startFetch(session().actor, copy.material.id, copy.version, copy.file), copy.material.name,
               [this](const std::optional<Error> &error) {
                   if (error)
                       return fail(*error);
                   ++m_done;
                   fetchNext();
               });
    }

    void report()
    {
        Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
                   {Cli::tr("Version"), u"version"_s, true, false},
                   {Cli::tr("File"), u"file"_s, false, false}},
                  {}};
        QJsonArray files;
        for (const Copy &copy : std::as_const(m_copies)) {
            grid.rows += {QString::number(copy.material.id.value), QString::number(copy.version), copy.file};
            files += QJsonObject{{u"id"_s, copy.material.id.value},
                                 {u"version"_s, copy.version},
                                 {u"file"_s, copy.file},
                                 {u"sizeBytes"_s, QFileInfo(copy.file).size()}};
        }
        print(grid, {{u"files"_s, files}});
        finish(ExitCode::Done);
    }

    const GetWishes m_wishes;
    QList<Copy> m_copies;
    qsizetype m_done = 0;
};

CommandSpec listSpec()
{
    CommandSpec list = materialSpec(u"list"_s, Cli::tr("ID [--trash]"), Cli::tr("Lists the files that were added to a recording."), 1, 1);
    list.details = Cli::tr("As the catalog has them: `material sync` asks the server what others added.");
    list.options = {{u"trash"_s, Cli::tr("Also those in the trash.")}};
    list.prepare = [](const QCommandLineParser &given) -> std::variant<UsageError, CommandFactory> {
        return CommandFactory([id = given.positionalArguments().at(2), withTrash = given.isSet(u"trash"_s)](Session &session) {
            return std::make_unique<MaterialListCommand>(session, id, withTrash);
        });
    };
    return list;
}

CommandSpec addSpec()
{
    CommandSpec add = materialSpec(u"add"_s, Cli::tr("ID FILE… [--to MATERIAL] [--offline]"),
                           Cli::tr("Adds files to a recording, and uploads them to its server."), 2, 1000);
    add.details += u'\n' + Cli::tr("The files are copied into the profile first. Where the server cannot be reached they wait there.");
    add.options = {{u"to"_s, Cli::tr("Adds the file as a new version of this material."), u"MATERIAL"_s}, materialOfflineOption()};
    add.prepare = [](const QCommandLineParser &given) -> std::variant<UsageError, CommandFactory> {
        AddWishes wishes{given.positionalArguments().sliced(3), given.value(u"to"_s), given.isSet(offlineOption)};
        if (given.isSet(u"to"_s) && (wishes.files.size() != 1 || wishes.to.isEmpty()))
            return UsageError{Cli::tr("--to takes one material and one file.")};
        for (const QString &file : std::as_const(wishes.files)) {
            if (!QFileInfo(file).isFile())
                return UsageError{Cli::tr("There is no such file: %1").arg(file)};
        }
        return CommandFactory([=, id = given.positionalArguments().at(2)](Session &session) {
            return std::make_unique<MaterialAddCommand>(session, id, wishes);
        });
    };
    return add;
}

CommandSpec getSpec()
{
    CommandSpec get = materialSpec(u"get"_s, Cli::tr("ID [MATERIAL…] [--number N] [--out PATH] [--force]"),
                           Cli::tr("Saves materials as files, fetching them where needed; all of a recording without names."), 1, 1000);
    get.options = {{u"number"_s, Cli::tr("The number of an older version."), u"N"_s},
                   {u"out"_s, Cli::tr("The file, or a folder that is there; the current folder by default."), u"PATH"_s},
                   {u"force"_s, Cli::tr("Replaces files that are there.")}};
    get.prepare = [](const QCommandLineParser &given) -> std::variant<UsageError, CommandFactory> {
        GetWishes wishes;
        wishes.materials = given.positionalArguments().sliced(3);
        wishes.out = given.value(u"out"_s);
        wishes.mayReplace = given.isSet(u"force"_s);
        if (given.isSet(u"number"_s)) {
            wishes.version = given.value(u"number"_s).toInt();
            if (wishes.version < 1 || wishes.materials.size() != 1)
                return UsageError{Cli::tr("--number takes a number from 1, for one material.")};
        }
        return CommandFactory([=, id = given.positionalArguments().at(2)](Session &session) {
            return std::make_unique<MaterialGetCommand>(session, id, wishes);
        });
    };
    return get;
}
} // namespace

QCommandLineOption materialOfflineOption()
{
    return {offlineOption, Cli::tr("Leaves the server alone: `material sync` brings it there later.")};
}

CommandSpec materialSpec(const QString &word, const QString &arguments, const QString &summary, int least, int most)
{
    return {.words = {u"material"_s, word},
            .arguments = arguments,
            .summary = summary,
            .details = aboutNames(),
            .options = {},
            .leastArguments = least,
            .mostArguments = most,
            .needsWorkspace = true,
            .prepare = {}};
}

MaterialShelf &MaterialCommand::shelf()
{
    return workspace().materials();
}

void MaterialCommand::follow(JobId job, const QString &name, Ended ended)
{
    m_job = job;
    m_name = name;
    m_ended = std::move(ended);
    if (!std::exchange(m_isConnected, true))
        connect(&workspace(), &Workspace::jobChanged, this, &MaterialCommand::onJobChanged);
    // What was said before the number was known.
    for (const JobStatus &status : workspace().jobs(session().actor))
        onJobChanged(status);
}

void MaterialCommand::onJobChanged(const JobStatus &status)
{
    if (!m_ended || status.id != m_job)
        return;
    if (status.state == Job::State::Running)
        session().terminal.showProgress(progressText(m_name, status.progress));
    if (status.state != Job::State::Finished)
        return;
    session().terminal.showProgress({});
    m_job = {};
    std::exchange(m_ended, nullptr)(status.error);
}

void MaterialCommand::interrupt()
{
    if (!m_job.isValid())
        return Command::interrupt();
    session().terminal.say(Cli::tr("Stopping…"));
    workspace().cancelJob(session().actor, m_job);
}

void MaterialCommand::exchangeAndList(const RecordingDetails &recording)
{
    follow(shelf().startExchange(session().actor, recording.row.server), recording.row.serverName,
           [this, id = recording.row.id](const std::optional<Error> &error) {
               if (!error)
                   return list(id, true, ExitCode::Done);
               session().terminal.say(textFor(*error));
               session().terminal.say(Cli::tr("It is in the catalog, and waits for the server: `letopis-cli material sync`."));
               list(id, true, exitCodeFor(error->kind));
           });
}

void MaterialCommand::list(RecordingId id, bool withTrash, ExitCode code)
{
    onValue(shelf().materials(session().actor, id, withTrash), [this, code](const Materials &materials) {
        QJsonArray array;
        for (const Material &one : materials)
            array += materialJson(one);
        print(materialsTable(materials), {{u"materials"_s, array}});
        finish(code);
    });
}

QList<CommandSpec> materialSpecs()
{
    return QList<CommandSpec>{listSpec(), addSpec(), getSpec()} + materialEditSpecs() + QList<CommandSpec>{materialFolderSpec(), materialSyncSpec()};
}

} // namespace letopis::cli
