#pragma once

#include "app/cli/commandline.h"
#include "core/domain/recording.h"

namespace letopis::cli {

// A command about one recording: finds it by the server's recordID or the catalog's number, then show()s it.
class OneRecordingCommand : public Command
{
    Q_OBJECT

public:
    OneRecordingCommand(Session &session, QString recording) : Command(session), m_recording(std::move(recording)) {}

    void start() override;

protected:
    virtual void show(const RecordingDetails &recording) = 0;

private:
    QString m_recording;
};

// Why a recording has no participants, for people; empty where they are known.
QString peopleText(const RecordingDetails &recording);

// The specification of such a command, which takes ID alone.
template<typename T>
CommandSpec oneRecordingSpec(const QString &word, const QString &summary, const QString &details = {})
{
    return {.words = {word},
            .arguments = QStringLiteral("ID"),
            .summary = summary,
            .details = details,
            .options = {},
            .leastArguments = 1,
            .mostArguments = 1,
            .needsWorkspace = true,
            .prepare = [](const QCommandLineParser &arguments) -> std::variant<UsageError, CommandFactory> {
                return CommandFactory([id = arguments.positionalArguments().at(1)](Session &session) {
                    return std::make_unique<T>(session, id);
                });
            }};
}

} // namespace letopis::cli
