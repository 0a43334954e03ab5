#pragma once

#include "app/cli/commandline.h"
#include "core/domain/server.h"

namespace letopis::cli {

class ServerListCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void show(const QList<ConferenceServer> &servers);
};

CommandSpec serverListSpec();

} // namespace letopis::cli
