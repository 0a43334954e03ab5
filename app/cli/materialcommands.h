#pragma once

#include "app/cli/onerecordingcommand.h"
#include "core/domain/jobstatus.h"
#include "core/domain/material.h"

#include <functional>

namespace letopis {

class MaterialShelf;

namespace cli {

// What the commands about materials share: one job at a time, followed to its end, and the answer.
class MaterialCommand : public OneRecordingCommand
{
    Q_OBJECT

public:
    using OneRecordingCommand::OneRecordingCommand;

    // Asks the job to stop; what arrived until then is kept.
    void interrupt() override;

protected:
    using Ended = std::function<void(const std::optional<Error> &)>;

    MaterialShelf &shelf();
    // `ended` comes once; progress is shown meanwhile under `name`.
    void follow(JobId job, const QString &name, Ended ended);
    // Brings what was changed to the recording's server, then lists the materials. Where that fails, the change waits.
    void exchangeAndList(const RecordingDetails &recording);
    void list(RecordingId id, bool withTrash, ExitCode code);

private:
    void onJobChanged(const JobStatus &status);

    JobId m_job;
    QString m_name;
    Ended m_ended;
    bool m_isConnected = false;
};

QList<CommandSpec> materialSpecs();

// What the commands about materials have in common.
CommandSpec materialSpec(const QString &word, const QString &arguments, const QString &summary, int least, int most);
QCommandLineOption materialOfflineOption();

} // namespace cli
} // namespace letopis
