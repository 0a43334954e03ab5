#pragma once

#include "app/cli/commandline.h"
#include "app/cli/foldercommand.h"
#include "app/cli/retentionanswer.h"
#include "core/workspace/retentiondesk.h"

namespace letopis::cli {

// Commands about when recordings go. What is not found ends the command.
class RetentionCommand : public FolderCommand
{
public:
    using FolderCommand::FolderCommand;

protected:
    RetentionDesk &retention() { return workspace().retention(); }
    void withServer(const QString &name, std::function<void(ServerId)> handler);
    // Tells what would go, at most so many of it, and then acts; null: only tells.
    void foresee(const QFuture<Result<RetentionForecast>> &future, std::function<void()> act);
    void showForecast(const RetentionForecast &forecast, const QJsonObject &more, std::function<void()> then);
    void listServers();

    static constexpr int mostShown = 1000;
};

// The number of --confirm; nothing: not given.
std::variant<UsageError, std::optional<qint64>> confirmedNumber(const QCommandLineParser &given);
QCommandLineOption confirmOption();
// A number of at least so much, or nothing where the option is not given.
std::variant<UsageError, std::optional<qint64>> numberOf(const QCommandLineParser &given, const QString &option, qint64 least);
CommandSpec retentionSpec(const QStringList &words, const QString &arguments, const QString &summary, int least, int most);

} // namespace letopis::cli
