#pragma once

#include "app/cli/commandline.h"
#include "core/domain/server.h"

namespace letopis::cli {

// server remove: forgets the server and its secrets; its recordings stay in the catalog, and what was not sent to it, which is
// counted.
class ServerRemoveCommand final : public Command
{
    Q_OBJECT

public:
    ServerRemoveCommand(Session &session, QString name);

    void start() override;

private:
    void count(const ConferenceServer &server);
    void remove(const ConferenceServer &server, qint64 unsentEdits, qint64 unsentMaterials);

    QString m_name;
};

CommandSpec serverRemoveSpec();

} // namespace letopis::cli
