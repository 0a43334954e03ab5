#pragma once

#include "app/cli/commandline.h"

namespace letopis::cli {

// server remove: forgets the server and its secrets; its recordings stay in the catalog.
class ServerRemoveCommand final : public Command
{
    Q_OBJECT

public:
    ServerRemoveCommand(Session &session, QString name);

    void start() override;

private:
    QString m_name;
};

CommandSpec serverRemoveSpec();

} // namespace letopis::cli
