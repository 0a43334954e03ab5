#include "app/cli/commandline.h"

#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QList<QCommandLineOption> commonOptions()
{
    return {
        {u"profile"_s, Cli::tr("The profile's folder, made where it is missing."), u"DIR"_s},
        {u"format"_s, Cli::tr("How to print the answer: table, json or csv."), u"FORMAT"_s, u"table"_s},
        {u"secrets"_s, Cli::tr("Where secrets are kept: keychain, or file (in the profile, readable only by you)."),
         u"WHERE"_s, u"keychain"_s},
        {u"as"_s, Cli::tr("Does it with the rights of this person of the profile, to try them out."), u"LOGIN"_s},
        {u"lang"_s, Cli::tr("The language of messages: en or ru."), u"LANGUAGE"_s},
        {{u"h"_s, u"help"_s}, Cli::tr("Explains the command.")},
        {u"version"_s, Cli::tr("Prints the program's version.")},
    };
}

QString optionsText(const QString &heading, const QList<QCommandLineOption> &options)
{
    if (options.isEmpty())
        return {};
    QString text = u'\n' + heading + u'\n';
    for (const QCommandLineOption &option : options) {
        QStringList names;
        for (const QString &name : option.names())
            names += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
        QString left = u"  "_s + names.join(u", "_s);
        if (!option.valueName().isEmpty())
            left += u' ' + option.valueName();
        left = left.size() < 30 ? left.leftJustified(30) : left + u"\n"_s + QString(30, u' ');
        text += left + option.description() + u'\n';
    }
    return text;
}

QString syntax(const CommandSpec &spec)
{
    return Cli::tr("Usage: %1").arg(u"letopis-cli %1 %2"_s.arg(spec.words.join(u' '), spec.arguments).trimmed()) + u'\n';
}

QString commandHelp(const CommandSpec &spec)
{
    QString text = syntax(spec) + u'\n' + spec.summary + u'\n' + optionsText(Cli::tr("Options:"), spec.options)
        + optionsText(Cli::tr("Options of every command:"), commonOptions());
    if (!spec.details.isEmpty())
        text += u'\n' + spec.details + u'\n';
    return text;
}

QString exitCodesText()
{
    return Cli::tr("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 certificate or host key not trusted,\n"
                   "4 authentication refused, 5 not found.");
}

QString overview(const QList<CommandSpec> &commands)
{
    QString text = Cli::tr("Usage: %1").arg(u"letopis-cli COMMAND …"_s) + u"\n\n"_s
        + Cli::tr("Brings conference recordings into a local catalog and reads it.") + u"\n\n"_s + Cli::tr("Commands:") + u'\n';
    const QString help = u"help COMMAND"_s;
    qsizetype widest = help.size();
    for (const CommandSpec &spec : commands)
        widest = qMax(widest, spec.words.join(u' ').size());
    for (const CommandSpec &spec : commands)
        text += u"  "_s + spec.words.join(u' ').leftJustified(widest + 2) + spec.summary + u'\n';
    text += u"  "_s + help.leftJustified(widest + 2) + Cli::tr("Explains a command.") + u'\n';
    return text + optionsText(Cli::tr("Options of every command:"), commonOptions()) + u'\n' + exitCodesText() + u'\n';
}

// The command whose words begin `words`; the longest wins.
const CommandSpec *commandNamed(const QList<CommandSpec> &commands, const QStringList &words)
{
    const CommandSpec *found = nullptr;
    for (const CommandSpec &spec : commands) {
        if (words.mid(0, spec.words.size()) == spec.words && (!found || spec.words.size() > found->words.size()))
            found = &spec;
    }
    return found;
}

// The commands of a group such as "server", for its own help.
QList<CommandSpec> group(const QList<CommandSpec> &commands, const QString &word)
{
    QList<CommandSpec> members;
    std::copy_if(commands.begin(), commands.end(), std::back_inserter(members),
                 [&word](const CommandSpec &spec) { return spec.words.size() > 1 && spec.words.front() == word; });
    return members;
}

Parsed help(const QList<CommandSpec> &commands, const QStringList &words)
{
    if (words.isEmpty())
        return PrintText{overview(commands)};
    if (const CommandSpec *spec = commandNamed(commands, words))
        return PrintText{commandHelp(*spec)};
    if (const QList<CommandSpec> members = group(commands, words.front()); !members.isEmpty())
        return PrintText{overview(members)};
    return UsageFailure{Cli::tr("There is no command \"%1\".").arg(words.join(u' ')), overview(commands)};
}

std::variant<UsageError, CommonOptions> readCommonOptions(const QCommandLineParser &parser)
{
    CommonOptions options;
    if (parser.isSet(u"profile"_s) && parser.value(u"profile"_s).isEmpty())
        return UsageError{Cli::tr("--profile needs a folder.")};
    options.profileDirectory = parser.value(u"profile"_s);
    const auto format = outputFormatFromName(parser.value(u"format"_s));
    if (!format)
        return UsageError{Cli::tr("--format is table, json or csv.")};
    options.format = *format;
    const QString secrets = parser.value(u"secrets"_s);
    if (secrets != "keychain"_L1 && secrets != "file"_L1)
        return UsageError{Cli::tr("--secrets is keychain or file.")};
    options.areSecretsInFile = secrets == "file"_L1;
    options.areSecretsInKeychain = parser.isSet(u"secrets"_s) && !options.areSecretsInFile;
    if (parser.isSet(u"as"_s) && parser.value(u"as"_s).isEmpty())
        return UsageError{Cli::tr("--as needs a login or an e-mail address.")};
    options.asLogin = parser.value(u"as"_s);
    options.language = parser.value(u"lang"_s);
    if (!options.language.isEmpty() && options.language != "en"_L1 && options.language != "ru"_L1)
        return UsageError{Cli::tr("--lang is en or ru.")};
    return options;
}

// An empty word is mostly a variable of a script that was not set; taken for one that is not there it would do another thing.
std::optional<UsageError> findEmpty(const CommandSpec &spec, const QCommandLineParser &parser)
{
    if (parser.positionalArguments().contains(QString()))
        return UsageError{Cli::tr("An argument is empty.")};
    for (const QCommandLineOption &option : spec.options) {
        const QString name = option.names().constLast();
        if (!option.valueName().isEmpty() && !spec.emptyOptions.contains(name) && parser.values(name).contains(QString()))
            return UsageError{Cli::tr("--%1 needs a value.").arg(name)};
    }
    return std::nullopt;
}

Parsed parseCommand(const CommandSpec &spec, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOptions(commonOptions());
    parser.addOptions(spec.options);
    const bool isParsed = parser.parse(QStringList{u"letopis-cli"_s} + arguments);
    if (isParsed && parser.isSet(u"help"_s))
        return PrintText{commandHelp(spec)};
    if (!isParsed)
        return UsageFailure{parser.errorText(), syntax(spec)};
    const qsizetype count = parser.positionalArguments().size() - spec.words.size();
    if (count < spec.leastArguments)
        return UsageFailure{Cli::tr("Something is missing after \"%1\".").arg(spec.words.join(u' ')), syntax(spec)};
    if (count > spec.mostArguments) {
        return UsageFailure{Cli::tr("\"%1\" is one argument too many.").arg(parser.positionalArguments().constLast()),
                            syntax(spec)};
    }
    if (const auto empty = findEmpty(spec, parser))
        return UsageFailure{empty->text, syntax(spec)};
    const auto common = readCommonOptions(parser);
    if (const auto *error = std::get_if<UsageError>(&common))
        return UsageFailure{error->text, syntax(spec)};
    auto prepared = spec.prepare(parser);
    if (const auto *error = std::get_if<UsageError>(&prepared))
        return UsageFailure{error->text, syntax(spec)};
    const bool needsWorkspace = spec.needsWorkspace && !(spec.needsNoWorkspace && spec.needsNoWorkspace(parser));
    return RunCommand{std::get<CommonOptions>(common), needsWorkspace, std::get<CommandFactory>(std::move(prepared))};
}

// Reads only what precedes the command's first word.
struct Beginning
{
    QCommandLineParser parser;
    bool isParsed = false;

    explicit Beginning(const QStringList &arguments)
    {
        parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
        parser.addOptions(commonOptions());
        isParsed = parser.parse(QStringList{u"letopis-cli"_s} + arguments);
    }
};
} // namespace

Parsed parseCommandLine(const QStringList &arguments, const QList<CommandSpec> &commands)
{
    const Beginning beginning(arguments);
    const QStringList rest = beginning.parser.positionalArguments();
    if (!beginning.isParsed)
        return UsageFailure{beginning.parser.errorText(), overview(commands)};
    if (beginning.parser.isSet(u"version"_s))
        return PrintText{u"letopis-cli %1\n"_s.arg(QCoreApplication::applicationVersion())};
    if (rest.isEmpty() && beginning.parser.isSet(u"help"_s))
        return help(commands, {});
    if (rest.isEmpty())
        return UsageFailure{Cli::tr("Which command?"), overview(commands)};
    if (rest.front() == "help"_L1)
        return help(commands, rest.mid(1));
    if (const CommandSpec *spec = commandNamed(commands, rest))
        return parseCommand(*spec, arguments);
    const QList<CommandSpec> members = group(commands, rest.front());
    if (!members.isEmpty() && rest.mid(1).contains(u"--help"_s))
        return help(commands, rest.mid(0, 1));
    if (!members.isEmpty() && rest.size() == 1)
        return UsageFailure{Cli::tr("Which command?"), overview(members)};
    return UsageFailure{Cli::tr("There is no command \"%1\".").arg(rest.mid(0, 2).join(u' ')), overview(commands)};
}

QString requestedLanguage(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(u"--lang"_s);
    if (at >= 0 && at + 1 < arguments.size())
        return arguments[at + 1];
    for (const QString &argument : arguments) {
        if (argument.startsWith("--lang="_L1))
            return argument.mid(7);
    }
    return {};
}

} // namespace letopis::cli
