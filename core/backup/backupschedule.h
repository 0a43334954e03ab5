#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/backup.h"
#include "core/domain/ports/secretstore.h"
#include "core/settings/settings.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace letopis {

// What the profile's settings say of backups.
BackupPlan backupPlan(const Settings &settings);
void storeBackupPlan(Settings &settings, const BackupPlan &plan);

// The passphrase of scheduled backups.
SecretRef backupPassphrase();

// Starts a backup when the profile's plan says it is due, and remembers when one succeeded. After a failure it waits an hour.
// Looks each minute, so that what fell due while the program or the computer was off, or through a change of the clock, is made
// soon after, but not in the way of the program's start. Main thread.
class BackupScheduler : public QObject
{
    Q_OBJECT

public:
    // Makes the backup to all of the plan's destinations; one at a time.
    using Run = std::function<QFuture<Result<>>(const BackupPlan &plan)>;

    BackupScheduler(const Clock &clock, Settings &settings, Run run, QObject *parent = nullptr);

    void start();
    // Looks now whether one is due.
    void look();
    // One on demand counts too.
    void noteBackup(const QDateTime &at);
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void finished(const letopis::Result<> &result); // of a scheduled one

private:
    bool isDue(const BackupPlan &plan, const QDateTime &now) const;
    void run(const BackupPlan &plan, const QDateTime &now);

    const Clock &m_clock;
    Settings &m_settings;
    const Run m_run;
    QTimer m_timer;
    QDateTime m_failedAt;
    bool m_isRunning = false;
};

} // namespace letopis
