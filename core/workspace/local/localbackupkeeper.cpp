#include "core/workspace/local/localbackupkeeper.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

Error noBackups()
{
    return {ErrorKind::Unsupported, u"this workspace makes no backups"_s, {}, {}};
}

QString kindName(BackupDestination::Kind kind)
{
    switch (kind) {
    case BackupDestination::Kind::File: return u"file"_s;
    case BackupDestination::Kind::Folder: return u"folder"_s;
    case BackupDestination::Kind::Server: return u"server"_s;
    }
    return {};
}

BackupDestination::Kind kindFromName(const QString &name)
{
    if (name == "file"_L1)
        return BackupDestination::Kind::File;
    return name == "server"_L1 ? BackupDestination::Kind::Server : BackupDestination::Kind::Folder;
}

Result<> checkPlan(const BackupPlan &plan)
{
    const auto refused = [](const QString &why) { return Result<>(Error{ErrorKind::InvalidInput, why, {}, {}}); };
    if (plan.interval != BackupInterval::Off && !plan.hasDestination())
        return refused(u"a schedule needs a destination"_s);
    if (!plan.folder.isEmpty() && !QDir::isAbsolutePath(plan.folder))
        return refused(u"the folder is no absolute path"_s);
    if (plan.keep < 1 || plan.keep > BackupPlan::mostKept)
        return refused(u"how many are kept"_s);
    return {};
}

} // namespace

LocalBackupKeeper::LocalBackupKeeper(Parts parts, QObject *parent)
    : BackupKeeper(parent)
    , m_parts(std::move(parts))
    , m_gate(m_parts.access, this)
{
    connect(&m_parts.runner, &JobRunner::changed, this, &LocalBackupKeeper::onJobChanged);
    if (m_parts.backups)
        m_parts.backups->setScheduledRun([this](const BackupPlan &plan) { return runScheduled(plan); });
}

LocalBackupKeeper::~LocalBackupKeeper()
{
    if (m_parts.backups)
        m_parts.backups->setScheduledRun({});
}

QFuture<Result<BackupStatus>> LocalBackupKeeper::status(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ManageCatalog, [this] { return readStatus(); });
}

QFuture<Result<BackupStatus>> LocalBackupKeeper::readStatus()
{
    if (!m_parts.backups)
        return readyFuture(Result<BackupStatus>(noBackups()));
    BackupStatus status;
    status.plan = m_parts.backups->plan();
    // Not asked of the keychain, which might want to be unlocked: no plan is stored without it.
    status.hasPassphrase = status.plan.isEncrypted && status.plan.interval != BackupInterval::Off;
    status.last = last();
    status.failure = m_failure;
    if (m_staged)
        status.staged = m_staged->preview;
    status.pending = pendingRestore(m_parts.backups->files().catalog);
    status.restored = m_parts.restored;
    const qint64 lastMs = m_parts.backups->settings().value(settings::lastBackupAtMs);
    const QDateTime lastPlanned = lastMs > 0 ? QDateTime::fromMSecsSinceEpoch(lastMs, Qt::UTC) : QDateTime();
    if (status.plan.hasDestination())
        status.nextAt = nextBackup(lastPlanned, status.plan.interval, m_parts.clock.now()).value_or(QDateTime());
    return chain(m_parts.backups->catalogId(), this, [status](const QString &id) mutable {
        status.catalogId = id;
        return readyFuture(Result<BackupStatus>(status));
    });
}

QFuture<Result<QList<BackupFile>>> LocalBackupKeeper::backups(const Actor &actor, const BackupDestination &place)
{
    return m_gate.pass(actor, Capability::ManageCatalog, [=, this] {
        if (!m_parts.backups)
            return readyFuture(Result<QList<BackupFile>>(noBackups()));
        if (place.kind != BackupDestination::Kind::File)
            return m_parts.backups->list(place, {});
        return chain(m_parts.backups->describe(place.where, {}), this,
                     [](const BackupFile &file) { return readyFuture(Result<QList<BackupFile>>({file})); });
    });
}

QString LocalBackupKeeper::subjectOf(const BackupDestination &place) const
{
    if (place.kind == BackupDestination::Kind::Server)
        return m_parts.server(place.where).name;
    return QDir::toNativeSeparators(place.where);
}

ServerId LocalBackupKeeper::serverOf(const BackupDestination &place) const
{
    return place.kind == BackupDestination::Kind::Server ? m_parts.server(place.where).id : ServerId();
}

LocalBackupKeeper::AskPassphrase LocalBackupKeeper::stored(bool isWanted) const
{
    CatalogBackups *backups = m_parts.backups;
    return [backups, isWanted] {
        if (!isWanted)
            return readyFuture(Result<Passphrase>(Passphrase()));
        return chain(backups->storedPassphrase(), backups,
                     [](const SecretText &text) { return readyFuture(Result<Passphrase>(Passphrase(text))); });
    };
}

// One that is not encrypted needs none, and a keychain that is closed must not hinder it.
LocalBackupKeeper::AskPassphrase LocalBackupKeeper::givenOrStored(const BackupLocation &backup, const Passphrase &given) const
{
    if (given)
        return [given] { return readyFuture(Result<Passphrase>(given)); };
    if (backup.place.kind != BackupDestination::Kind::File) {
        const std::optional<BackupName> name = backupNameFrom(backup.fileName);
        return stored(!name || name->isEncrypted);
    }
    return [this, backup] {
        return chain(m_parts.backups->describe(backup.place.where, {}), m_parts.backups,
                     [this](const BackupFile &file) { return stored(file.name.isEncrypted)(); });
    };
}

JobId LocalBackupKeeper::submit(
    const Actor &actor, JobKind kind, const BackupDestination &place, const QString &subject,
    const std::function<QFuture<Result<>>(JobId, std::shared_ptr<ProgressCounters>, std::stop_token)> &run)
{
    const auto make = [run](JobId id) -> std::unique_ptr<Job> {
        return std::make_unique<FunctionJob>(
            [run, id](std::shared_ptr<ProgressCounters> progress, std::stop_token stop) { return run(id, progress, stop); });
    };
    return m_parts.runner.submit({.kind = kind,
                                  .server = serverOf(place),
                                  .subject = subject,
                                  .make = make,
                                  .admit = m_gate.admission(actor, Capability::ManageCatalog),
                                  .startedBy = actor});
}

JobId LocalBackupKeeper::submitBackup(const Actor &actor, const BackupDestination &to, const AskPassphrase &ask)
{
    const QString subject = subjectOf(to);
    if (const auto running = m_parts.runner.unfinished(JobKind::Backup, subject))
        return *running;
    return submit(actor, JobKind::Backup, to, subject, [=, this](JobId id, const auto &progress, std::stop_token stop) {
        if (!m_parts.backups)
            return readyFuture(Result<>(noBackups()));
        return chain(ask(), this, [=, this](const Passphrase &passphrase) {
            return chain(m_parts.backups->create(to, passphrase, progress, stop), this, [=, this](const BackupReport &report) {
                m_parts.runner.setReport(id, report);
                remember(to, report);
                return readyFuture(Result<>());
            });
        });
    });
}

JobId LocalBackupKeeper::startBackup(const Actor &actor, const BackupDestination &to, const Passphrase &passphrase)
{
    return submitBackup(actor, to, [passphrase] { return readyFuture(Result<Passphrase>(passphrase)); });
}

// Of somebody who may be refused: one job that tells nothing of the plan before it is admitted.
JobId LocalBackupKeeper::submitPlanned(const Actor &actor)
{
    return submit(actor, JobKind::Backup, {}, {}, [this](JobId, const auto &, std::stop_token) {
        m_round.done.clear();
        startRound();
        return readyFuture(Result<>());
    });
}

QList<JobId> LocalBackupKeeper::startPlannedBackup(const Actor &actor)
{
    if (!m_parts.backups)
        return {};
    if (actor.kind != ActorKind::Owner)
        return {submitPlanned(actor)};
    m_round.done.clear(); // who asks wants all of it now
    return startRound();
}

// A place that cannot be reached for weeks must not keep the others from their next backup.
bool LocalBackupKeeper::isDone(const BackupDestination &place) const
{
    const QDateTime now = m_parts.clock.now();
    return std::any_of(m_round.done.begin(), m_round.done.end(), [&](const auto &one) {
        const std::optional<QDateTime> next = nextBackup(one.second, m_round.plan.interval, now);
        return one.first == place && (!next || now < *next);
    });
}

QList<JobId> LocalBackupKeeper::startRound()
{
    QList<JobId> jobs;
    for (const qint64 id : std::as_const(m_round.running))
        jobs += JobId{id};
    if (!jobs.isEmpty())
        return jobs;
    m_round.plan = m_parts.backups->plan();
    m_round.failure.reset();
    const AskPassphrase ask = stored(m_round.plan.isEncrypted);
    for (const BackupDestination &destination : m_round.plan.destinations()) {
        if (isDone(destination))
            continue;
        const JobId job = submitBackup(programActor(), destination, ask);
        m_round.jobs.insert(job.value, destination);
        m_round.running.insert(job.value);
        jobs += job;
    }
    return jobs;
}

QFuture<Result<>> LocalBackupKeeper::runScheduled(const BackupPlan &)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    m_round.waiting.push_back(promise);
    if (startRound().isEmpty())
        endRound();
    return promise->future();
}

void LocalBackupKeeper::onJobChanged(const JobStatus &job)
{
    if (job.state != Job::State::Finished || (job.kind != JobKind::Backup && job.kind != JobKind::Restore))
        return;
    if (const auto member = m_round.jobs.constFind(job.id.value); member != m_round.jobs.constEnd()) {
        const BackupDestination destination = *member;
        m_round.running.remove(job.id.value);
        if (!job.error)
            m_round.done.append({destination, m_parts.clock.now()});
        else if (!m_round.failure)
            m_round.failure = BackupFailure{job.finishedAt, destination, *job.error};
        if (m_round.running.isEmpty())
            endRound();
    }
    Q_EMIT changed();
}

void LocalBackupKeeper::endRound()
{
    const QList<BackupDestination> wanted = m_round.plan.destinations();
    const bool isComplete = std::all_of(wanted.begin(), wanted.end(),
                                        [this](const BackupDestination &one) { return isDone(one); });
    m_failure = isComplete ? std::nullopt : m_round.failure;
    if (isComplete) {
        m_round.done.clear();
        m_round.jobs.clear();
        m_parts.backups->scheduler().noteBackup(m_parts.clock.now());
    }
    const auto waiting = std::exchange(m_round.waiting, {});
    for (const auto &promise : waiting) {
        promise->addResult(m_failure ? Result<>(m_failure->error) : Result<>());
        promise->finish();
    }
}

JobId LocalBackupKeeper::startCheck(const Actor &actor, const BackupLocation &backup, const Passphrase &passphrase)
{
    const QString subject = backup.fileName.isEmpty() ? QFileInfo(backup.place.where).fileName() : backup.fileName;
    return submit(actor, JobKind::BackupCheck, backup.place, subject, [=, this](JobId id, const auto &progress, std::stop_token stop) {
        if (!m_parts.backups)
            return readyFuture(Result<>(noBackups()));
        return chain(givenOrStored(backup, passphrase)(), this, [=, this](const Passphrase &known) {
            return chain(m_parts.backups->check(backup.place, backup.fileName, known, progress, stop), this,
                         [this, id](const BackupReport &report) {
                             m_parts.runner.setReport(id, report);
                             return readyFuture(Result<>());
                         });
        });
    });
}

JobId LocalBackupKeeper::startRestore(const Actor &actor, const BackupLocation &backup, const Passphrase &passphrase)
{
    const QString subject = backup.fileName.isEmpty() ? QFileInfo(backup.place.where).fileName() : backup.fileName;
    return submit(actor, JobKind::Restore, backup.place, subject, [=, this](JobId, const auto &progress, std::stop_token stop) {
        if (!m_parts.backups)
            return readyFuture(Result<>(noBackups()));
        if (m_staged) // its place is needed
            m_parts.backups->drop(std::exchange(m_staged, nullptr), false);
        return chain(givenOrStored(backup, passphrase)(), this, [=, this](const Passphrase &known) {
            return chain(m_parts.backups->stage(backup.place, backup.fileName, known, progress, stop), this,
                         [this](const std::shared_ptr<StagedRestore> &staged) {
                             m_staged = staged;
                             return readyFuture(Result<>());
                         });
        });
    });
}

QFuture<Result<>> LocalBackupKeeper::confirmRestore(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ManageCatalog, [this] {
        if (!m_staged)
            return readyFuture(Result<>(Error{ErrorKind::NotFound, u"nothing lies ready to be restored"_s, {}, {}}));
        return chain(m_parts.backups->keep(m_staged), this, [this] {
            m_staged.reset();
            Q_EMIT changed();
            return readyFuture(Result<>());
        });
    });
}

QFuture<Result<>> LocalBackupKeeper::discardRestore(const Actor &actor)
{
    return m_gate.pass(actor, Capability::ManageCatalog, [this] {
        if (!m_parts.backups)
            return readyFuture(Result<>(noBackups()));
        return chain(m_parts.backups->drop(std::exchange(m_staged, nullptr), true), this, [this] {
            Q_EMIT changed();
            return readyFuture(Result<>());
        });
    });
}

QFuture<Result<>> LocalBackupKeeper::setPlan(const Actor &actor, const BackupPlan &plan, const Passphrase &passphrase)
{
    return m_gate.pass(actor, Capability::ManageCatalog, [=, this] {
        if (!m_parts.backups)
            return readyFuture(Result<>(noBackups()));
        if (const Result<> fits = checkPlan(plan); !fits)
            return readyFuture(fits);
        return chain(m_parts.backups->setPlan(plan, passphrase), this, [this] {
            m_round.done.clear();
            m_round.jobs.clear();
            m_failure.reset();
            Q_EMIT changed();
            return readyFuture(Result<>());
        });
    });
}

void LocalBackupKeeper::remember(const BackupDestination &to, const BackupReport &report)
{
    const QString name = to.kind == BackupDestination::Kind::File ? QString() : report.file.section(u'/', -1);
    const QJsonObject made{{u"atMs"_s, report.manifest.createdAt.toMSecsSinceEpoch()},
                           {u"kind"_s, kindName(to.kind)},
                           {u"where"_s, to.where},
                           {u"name"_s, name},
                           {u"bytes"_s, report.fileBytes},
                           {u"isEncrypted"_s, report.isEncrypted}};
    m_parts.backups->settings().setValue(settings::lastBackupMade, QJsonDocument(made).toJson(QJsonDocument::Compact));
}

std::optional<LastBackup> LocalBackupKeeper::last() const
{
    const QByteArray stored = m_parts.backups->settings().value(settings::lastBackupMade);
    const QJsonObject made = QJsonDocument::fromJson(stored).object();
    const auto atMs = qint64(made.value(u"atMs"_s).toDouble());
    if (atMs <= 0)
        return {};
    return LastBackup{QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC),
                      {{kindFromName(made.value(u"kind"_s).toString()), made.value(u"where"_s).toString()},
                       made.value(u"name"_s).toString()},
                      qint64(made.value(u"bytes"_s).toDouble()),
                      made.value(u"isEncrypted"_s).toBool()};
}

} // namespace letopis
