#pragma once

#include "app/cli/commandline.h"
#include "core/workspace/workspace.h"

#include <QMap>

namespace letopis::cli {

// material sync: brings what waits to the servers, and what others added into the catalog; the servers side by side.
class MaterialSyncCommand final : public Command
{
    Q_OBJECT

public:
    MaterialSyncCommand(Session &session, QString server) : Command(session), m_server(std::move(server)) {}

    void start() override;
    void interrupt() override;

private:
    struct Run
    {
        QString serverName;
        JobStatus status;
    };

    void begin(const QList<ConferenceServer> &servers);
    void onJobChanged(const JobStatus &status);
    void report();

    const QString m_server; // empty: all that have an SSH account
    QMap<qint64, Run> m_runs; // by job
};

CommandSpec materialSyncSpec();

} // namespace letopis::cli
