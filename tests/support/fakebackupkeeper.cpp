#include "tests/support/fakebackupkeeper.h"

#include "tests/support/fakeworkspace.h"

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

FakeBackupKeeper::FakeBackupKeeper(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
    m_status.catalogId = u"3fa9c1d2"_s;
}

void FakeBackupKeeper::put(const BackupDestination &place, const QList<BackupFile> &files)
{
    m_places.removeIf([&place](const auto &one) { return one.first == place; });
    m_places.append({place, files});
}

QFuture<Result<BackupStatus>> FakeBackupKeeper::status(const Actor &)
{
    return m_workspace.answer<BackupStatus>(u"backupStatus"_s, [this]() -> Result<BackupStatus> { return m_status; });
}

QFuture<Result<QList<BackupFile>>> FakeBackupKeeper::backups(const Actor &, const BackupDestination &place)
{
    return m_workspace.answer<QList<BackupFile>>(u"backups"_s, [this, place]() -> Result<QList<BackupFile>> {
        for (const auto &[known, files] : std::as_const(m_places)) {
            if (known == place)
                return files;
        }
        return Error{ErrorKind::NotFound, u"no such place"_s, place.where, {}};
    });
}

JobId FakeBackupKeeper::startBackup(const Actor &, const BackupDestination &to, const std::optional<SecretText> &passphrase)
{
    m_lastDestination = to;
    m_lastPassphrase = passphrase;
    return m_workspace.startFakeJob(JobKind::Backup, {}, to.where);
}

QList<JobId> FakeBackupKeeper::startPlannedBackup(const Actor &)
{
    QList<JobId> jobs;
    for (const BackupDestination &destination : m_status.plan.destinations())
        jobs += m_workspace.startFakeJob(JobKind::Backup, {}, destination.where);
    return jobs;
}

const BackupFile *FakeBackupKeeper::find(const BackupLocation &backup) const
{
    for (const auto &[place, files] : m_places) {
        for (const BackupFile &file : files) {
            const bool isFile = place.kind == BackupDestination::Kind::File;
            if (place == backup.place && (isFile || file.name.fileName() == backup.fileName))
                return &file;
        }
    }
    return nullptr;
}

JobId FakeBackupKeeper::startReading(JobKind kind, const BackupLocation &backup, const std::optional<SecretText> &passphrase)
{
    m_lastPassphrase = passphrase;
    m_readingKind = kind;
    m_readingWhat = backup;
    m_reading = m_workspace.startFakeJob(kind, {}, backup.fileName);
    return m_reading;
}

JobId FakeBackupKeeper::startCheck(const Actor &, const BackupLocation &backup, const std::optional<SecretText> &passphrase)
{
    return startReading(JobKind::BackupCheck, backup, passphrase);
}

JobId FakeBackupKeeper::startRestore(const Actor &, const BackupLocation &backup, const std::optional<SecretText> &passphrase)
{
    return startReading(JobKind::Restore, backup, passphrase);
}

void FakeBackupKeeper::finishReading()
{
    const BackupFile *file = find(m_readingWhat);
    if (!file)
        return m_workspace.finishJob(m_reading, Error{ErrorKind::NotFound, {}, m_readingWhat.fileName, {}});
    if (file->name.isEncrypted) {
        const bool isKnown = m_status.hasPassphrase;
        if (!m_lastPassphrase && !isKnown)
            return m_workspace.finishJob(m_reading, Error{ErrorKind::SecretMissing, {}, {}, {}});
        if (m_lastPassphrase && m_lastPassphrase->reveal() != m_passphrase.toUtf8())
            return m_workspace.finishJob(m_reading, Error{ErrorKind::AuthenticationRefused, {}, {}, WrongPassphrase{}});
    }
    if (m_readingKind == JobKind::Restore) {
        m_status.staged = m_preview;
        return m_workspace.finishJob(m_reading);
    }
    finishBackup(m_reading, {.file = m_readingWhat.fileName, .manifest = {}, .fileBytes = file->sizeBytes,
                             .isEncrypted = file->name.isEncrypted, .damagedFiles = {}, .lostMaterials = {}});
}

void FakeBackupKeeper::finishBackup(JobId job, const BackupReport &report)
{
    for (JobStatus status : m_workspace.jobs()) {
        if (status.id != job)
            continue;
        status.state = Job::State::Finished;
        status.backup = report;
        m_workspace.setJob(status);
    }
}

QFuture<Result<>> FakeBackupKeeper::confirmRestore(const Actor &)
{
    return m_workspace.answer<void>(u"confirmRestore"_s, [this]() -> Result<> {
        if (!m_status.staged)
            return Error{ErrorKind::NotFound, {}, {}, {}};
        m_status.pending = m_status.staged->manifest;
        m_status.staged.reset();
        Q_EMIT changed();
        return {};
    });
}

QFuture<Result<>> FakeBackupKeeper::discardRestore(const Actor &)
{
    return m_workspace.answer<void>(u"discardRestore"_s, [this]() -> Result<> {
        m_status.staged.reset();
        m_status.pending.reset();
        Q_EMIT changed();
        return {};
    });
}

QFuture<Result<>> FakeBackupKeeper::setPlan(const Actor &, const BackupPlan &plan, const std::optional<SecretText> &passphrase)
{
    m_lastPassphrase = passphrase;
    return m_workspace.answer<void>(u"setBackupPlan"_s, [this, plan, passphrase]() -> Result<> {
        if (plan.isEncrypted && plan.interval != BackupInterval::Off && !passphrase && !m_status.hasPassphrase)
            return Error{ErrorKind::SecretMissing, {}, {}, {}};
        m_status.plan = plan;
        m_status.hasPassphrase = plan.isEncrypted && plan.interval != BackupInterval::Off;
        Q_EMIT changed();
        return {};
    });
}

} // namespace letopis::test
