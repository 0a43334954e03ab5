#include "core/backup/backupschedule.h"

#include "core/base/whendone.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 retrySeconds = 3600;

} // namespace

BackupPlan backupPlan(const Settings &settings)
{
    return {.interval = backupIntervalFromName(settings.value(settings::backupInterval)),
            .folder = settings.value(settings::backupFolder),
            .serverUuid = settings.value(settings::backupServer),
            .isEncrypted = settings.value(settings::backupIsEncrypted),
            .keep = settings.value(settings::backupsKept)};
}

void storeBackupPlan(Settings &settings, const BackupPlan &plan)
{
    settings.setValue(settings::backupInterval, backupIntervalName(plan.interval));
    settings.setValue(settings::backupFolder, plan.folder);
    settings.setValue(settings::backupServer, plan.serverUuid);
    settings.setValue(settings::backupIsEncrypted, plan.isEncrypted);
    settings.setValue(settings::backupsKept, plan.keep);
}

SecretRef backupPassphrase()
{
    return {u"letopis"_s, u"backup-passphrase"_s};
}

BackupScheduler::BackupScheduler(const Clock &clock, Settings &settings, Run run, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_run(std::move(run))
{
    m_timer.setInterval(60s);
    connect(&m_timer, &QTimer::timeout, this, &BackupScheduler::look);
}

void BackupScheduler::start()
{
    m_timer.start();
}

void BackupScheduler::noteBackup(const QDateTime &at)
{
    m_settings.setValue(settings::lastBackupAtMs, at.toMSecsSinceEpoch());
    m_failedAt = {};
}

bool BackupScheduler::isDue(const BackupPlan &plan, const QDateTime &now) const
{
    if (m_isRunning || !plan.hasDestination())
        return false;
    // Like nextBackup(): a failure of a time to come says nothing.
    if (m_failedAt.isValid() && m_failedAt <= now && m_failedAt.secsTo(now) < retrySeconds)
        return false;
    const qint64 lastMs = m_settings.value(settings::lastBackupAtMs);
    const QDateTime last = lastMs > 0 ? QDateTime::fromMSecsSinceEpoch(lastMs, Qt::UTC) : QDateTime();
    const std::optional<QDateTime> next = nextBackup(last, plan.interval, now);
    return next && *next <= now;
}

void BackupScheduler::look()
{
    const QDateTime now = m_clock.now();
    if (const BackupPlan plan = backupPlan(m_settings); isDue(plan, now))
        run(plan, now);
}

void BackupScheduler::run(const BackupPlan &plan, const QDateTime &now)
{
    m_isRunning = true;
    whenDone(m_run(plan), this, [this, now](const Result<> &result) {
        m_isRunning = false;
        if (result)
            noteBackup(now);
        else
            m_failedAt = m_clock.now();
        Q_EMIT finished(result);
    });
}

} // namespace letopis
