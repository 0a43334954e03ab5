#pragma once

#include "app/cli/serverjobscommand.h"

namespace letopis::cli {

// material sync: brings what waits to the servers, and what others added into the catalog; the servers side by side.
class MaterialSyncCommand final : public ServerJobsCommand
{
    Q_OBJECT

public:
    using ServerJobsCommand::ServerJobsCommand;

private:
    JobId startJob(ServerId server) override;
    bool concerns(const ConferenceServer &server) const override;
    QString nothingToDo() const override;
};

CommandSpec materialSyncSpec();

} // namespace letopis::cli
