#pragma once

#include "app/cli/commandline.h"
#include "core/workspace/workspace.h"

#include <QMap>

namespace letopis::cli {

// sync: brings one server's recordings, or every server's, side by side.
class SyncCommand final : public Command
{
    Q_OBJECT

public:
    SyncCommand(Session &session, QString name);

    void start() override;
    // Asks the jobs to stop; what they did until then is reported.
    void interrupt() override;

private:
    struct Run
    {
        QString serverName;
        JobStatus status;
    };

    void begin(const QList<ConferenceServer> &servers);
    void onJobChanged(const JobStatus &status);
    void showProgress();
    void report();
    Grid grid() const;
    QJsonObject json() const;
    ExitCode exitCode() const;

    QString m_name;
    QMap<qint64, Run> m_runs; // by job
};

CommandSpec syncSpec();

// "bbb.example: 12 of 400, 3 MB/s"
QString progressText(const QString &what, const Progress &progress);

} // namespace letopis::cli
