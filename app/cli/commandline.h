#pragma once

#include "app/cli/command.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <functional>
#include <memory>
#include <variant>

namespace letopis::cli {

// What is wrong with the command line, as a sentence.
struct UsageError
{
    QString text;
};

using CommandFactory = std::function<std::unique_ptr<Command>(Session &session)>;

// One command: what it is called, what it takes, and how its arguments become one.
struct CommandSpec
{
    QStringList words;  // {"server", "add"}
    QString arguments;  // "NAME --url URL --secret-stdin [option …]"
    QString summary;    // one sentence
    QString details;    // printed below the options
    QList<QCommandLineOption> options;
    int leastArguments = 0;
    int mostArguments = 0;
    bool needsWorkspace = true;
    // Where it does with some arguments only.
    std::function<bool(const QCommandLineParser &arguments)> needsNoWorkspace = {};
    QStringList emptyOptions = {}; // those for which an empty value says something, mostly: clear it. Else it is refused
    // Checks the arguments, touching nothing.
    std::function<std::variant<UsageError, CommandFactory>(const QCommandLineParser &arguments)> prepare;
};

struct CommonOptions
{
    QString profileDirectory; // empty: the platform's
    OutputFormat format = OutputFormat::Table;
    bool areSecretsInFile = false;
    bool areSecretsInKeychain = false; // said so; neither: where the profile has them
    QString language; // empty: the locale's
    QString asLogin;  // or e-mail; empty: as the profile's owner
};

struct RunCommand
{
    CommonOptions common;
    bool needsWorkspace = true;
    CommandFactory make;
};

// An answer that needs no command: help, version.
struct PrintText
{
    QString text;
};

struct UsageFailure
{
    QString text;
    QString help; // the command's syntax line, or the list of commands
};

using Parsed = std::variant<RunCommand, PrintText, UsageFailure>;

// `arguments` without the program's name. Common options may stand before or after the command's words.
Parsed parseCommandLine(const QStringList &arguments, const QList<CommandSpec> &commands);

// The value of --lang, wherever it stands: needed before anything is said.
QString requestedLanguage(const QStringList &arguments);

} // namespace letopis::cli
