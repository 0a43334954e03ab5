#include "app/cli/backupspecs.h"

#include "app/cli/backupcommand.h"
#include "app/cli/text.h"

#include <QFileInfo>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QCommandLineOption passphraseOption(const QString &text)
{
    return {u"passphrase-stdin"_s, text};
}

QString absolute(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

// Exactly one of the given: FILE, --folder, --server.
std::optional<BackupDestination> destinationFrom(const QCommandLineParser &arguments, bool mayBeFile)
{
    QList<BackupDestination> given;
    if (const QString file = arguments.positionalArguments().value(2); mayBeFile && !file.isEmpty())
        given += {BackupDestination::Kind::File, absolute(file)};
    if (const QString folder = arguments.value(u"folder"_s); !folder.isEmpty())
        given += {BackupDestination::Kind::Folder, absolute(folder)};
    if (const QString server = arguments.value(u"server"_s); !server.isEmpty())
        given += {BackupDestination::Kind::Server, server};
    return given.size() == 1 ? std::optional(given.first()) : std::nullopt;
}

CommandSpec createSpec()
{
    return {.words = {u"backup"_s, u"create"_s},
            .arguments = Cli::tr("FILE | --folder DIR | --server NAME [--passphrase-stdin]"),
            .summary = Cli::tr("Makes a backup of the catalog, checks it, and keeps the newest."),
            .details = Cli::tr("The catalog may be in use meanwhile. Into a folder or to a server (<data root>/letopis/backups, over "
                               "SFTP)\nthe file gets a name with its time, and older ones of the same catalog are removed (14 stay, "
                               "or what the\nsettings say). Without a passphrase whoever gets the file can read participants' names.\n"
                               "A passphrase that is lost cannot be got round."),
            .options = {{u"folder"_s, Cli::tr("Into this folder, made where it is missing."), u"DIR"_s},
                        {u"server"_s, Cli::tr("To this server of the catalog."), u"NAME"_s},
                        passphraseOption(Cli::tr("Encrypts with a passphrase read from standard input."))},
            .leastArguments = 0,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const auto destination = destinationFrom(arguments, true);
                if (!destination)
                    return UsageError{Cli::tr("Give one of FILE, --folder and --server.")};
                return CommandFactory([=, isEncrypted = arguments.isSet(u"passphrase-stdin"_s)](Session &session) {
                    return std::make_unique<BackupCreateCommand>(session, *destination, isEncrypted);
                });
            }};
}

CommandSpec listSpec()
{
    return {.words = {u"backup"_s, u"list"_s},
            .arguments = Cli::tr("--folder DIR | --server NAME"),
            .summary = Cli::tr("Lists the backups in a folder or on a server, newest first."),
            .details = {},
            .options = {{u"folder"_s, Cli::tr("In this folder."), u"DIR"_s},
                        {u"server"_s, Cli::tr("On this server of the catalog."), u"NAME"_s}},
            .leastArguments = 0,
            .mostArguments = 0,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const auto destination = destinationFrom(arguments, false);
                if (!destination)
                    return UsageError{Cli::tr("Give one of --folder and --server.")};
                return CommandFactory([=](Session &session) {
                    return std::make_unique<BackupListCommand>(session, *destination);
                });
            }};
}

CommandSpec fetchSpec()
{
    return {.words = {u"backup"_s, u"fetch"_s},
            .arguments = Cli::tr("BACKUP FILE --server NAME"),
            .summary = Cli::tr("Brings a backup from a server, by its name in the list."),
            .details = {},
            .options = {{u"server"_s, Cli::tr("From this server of the catalog."), u"NAME"_s}},
            .leastArguments = 2,
            .mostArguments = 2,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                const auto name = backupNameFrom(arguments.positionalArguments().at(2));
                if (!name)
                    return UsageError{Cli::tr("BACKUP is a name that `backup list` shows.")};
                if (arguments.value(u"server"_s).isEmpty())
                    return UsageError{Cli::tr("Which server? Give --server.")};
                return CommandFactory([name = *name, server = arguments.value(u"server"_s),
                                       file = absolute(arguments.positionalArguments().at(3))](Session &session) {
                    return std::make_unique<BackupFetchCommand>(session, name, server, file);
                });
            }};
}

std::optional<QString> given(const QCommandLineParser &arguments, const QString &option)
{
    return arguments.isSet(option) ? std::optional(arguments.value(option)) : std::nullopt;
}

std::variant<UsageError, CommandFactory> prepareSchedule(const QCommandLineParser &arguments)
{
    BackupPlanChange change;
    if (const auto every = given(arguments, u"every"_s)) {
        change.interval = backupIntervalFromName(*every);
        if (backupIntervalName(*change.interval) != *every)
            return UsageError{Cli::tr("--every is daily, weekly or off.")};
    }
    change.folder = given(arguments, u"folder"_s);
    if (change.folder && !change.folder->isEmpty())
        change.folder = absolute(*change.folder);
    change.server = given(arguments, u"server"_s);
    if (arguments.isSet(u"passphrase-stdin"_s) && arguments.isSet(u"unencrypted"_s))
        return UsageError{Cli::tr("Give --passphrase-stdin or --unencrypted, not both.")};
    if (arguments.isSet(u"passphrase-stdin"_s) || arguments.isSet(u"unencrypted"_s))
        change.isEncrypted = arguments.isSet(u"passphrase-stdin"_s);
    if (const auto keep = given(arguments, u"keep"_s)) {
        change.keep = keep->toInt();
        if (*change.keep < 1 || *change.keep > 1000)
            return UsageError{Cli::tr("--keep is a number from 1 to 1000.")};
    }
    return CommandFactory([change](Session &session) { return std::make_unique<BackupScheduleCommand>(session, change); });
}

CommandSpec scheduleSpec()
{
    return {.words = {u"backup"_s, u"schedule"_s},
            .arguments = Cli::tr("[OPTION …]"),
            .summary = Cli::tr("Shows or changes when the desktop application makes backups by itself."),
            .details = Cli::tr("It does so while it runs; what fell due before, a minute after its start. The passphrase goes where the profile keeps its secrets.\n"
                               "An empty --folder or --server takes that destination away."),
            .options = {{u"every"_s, Cli::tr("daily, weekly or off."), u"INTERVAL"_s},
                        {u"folder"_s, Cli::tr("Into this folder."), u"DIR"_s},
                        {u"server"_s, Cli::tr("To this server of the catalog."), u"NAME"_s},
                        passphraseOption(Cli::tr("Encrypts with a passphrase read from standard input.")),
                        {u"unencrypted"_s, Cli::tr("Without a passphrase.")},
                        {u"keep"_s, Cli::tr("How many stay at each destination."), u"NUMBER"_s}},
            .leastArguments = 0,
            .mostArguments = 0,
            .needsWorkspace = true,
            .emptyOptions = {u"folder"_s, u"server"_s},
            .prepare = prepareSchedule};
}

CommandSpec verifySpec()
{
    return {.words = {u"backup"_s, u"verify"_s},
            .arguments = Cli::tr("FILE [--passphrase-stdin]"),
            .summary = Cli::tr("Reads a backup to its end and checks all of it."),
            .details = Cli::tr("Checksums, the database's own checks, and every hash of the journal. Needs no profile."),
            .options = {passphraseOption(Cli::tr("Reads the passphrase from standard input."))},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = false,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([file = absolute(arguments.positionalArguments().at(2)),
                                       isEncrypted = arguments.isSet(u"passphrase-stdin"_s)](Session &session) {
                    return std::make_unique<BackupVerifyCommand>(session, file, isEncrypted);
                });
            }};
}

CommandSpec restoreSpec()
{
    return {.words = {u"backup"_s, u"restore"_s},
            .arguments = Cli::tr("FILE [--passphrase-stdin] [--replace]"),
            .summary = Cli::tr("Puts the catalog of a backup into the profile."),
            .details = Cli::tr("Checks all of it first. Into an empty profile; with --replace also in the place of a catalog that no "
                               "program\nhas open, which is kept beside under a name with the time. Settings are restored only where "
                               "the profile has none."),
            .options = {passphraseOption(Cli::tr("Reads the passphrase from standard input.")),
                        {u"replace"_s, Cli::tr("The profile's catalog is kept under another name.")}},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = false,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([file = absolute(arguments.positionalArguments().at(2)),
                                       isEncrypted = arguments.isSet(u"passphrase-stdin"_s),
                                       replaces = arguments.isSet(u"replace"_s)](Session &session) {
                    return std::make_unique<BackupRestoreCommand>(session, file, isEncrypted, replaces);
                });
            }};
}

} // namespace

QList<CommandSpec> backupSpecs()
{
    return {createSpec(), listSpec(), fetchSpec(), scheduleSpec(), verifySpec(), restoreSpec()};
}

} // namespace letopis::cli
