#include "app/cli/backupcommand.h"

#include "app/bootstrap/profile.h"
#include "app/cli/cataloganswer.h"
#include "app/cli/serverselection.h"
#include "app/cli/text.h"
#include "core/backup/catalogrestore.h"
#include "core/base/clock.h"
#include "core/workspace/backupkeeper.h"
#include "core/workspace/workspace.h"

#include <QFileInfo>
#include <QtConcurrent/QtConcurrentRun>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QJsonObject reportJson(const BackupReport &report)
{
    return {{u"file"_s, report.file},
            {u"encrypted"_s, report.isEncrypted},
            {u"sizeBytes"_s, report.fileBytes},
            {u"createdAt"_s, isoTime(report.manifest.createdAt)},
            {u"catalogId"_s, report.manifest.catalogId},
            {u"application"_s, report.manifest.application},
            {u"catalogBytes"_s, report.manifest.catalogBytes},
            {u"storeFiles"_s, report.manifest.storeFiles - report.damagedFiles.size()},
            {u"materialFiles"_s, report.manifest.materialFiles - report.lostMaterials.size()},
            {u"damagedFiles"_s, QJsonArray::fromStringList(report.damagedFiles)},
            {u"lostMaterials"_s, QJsonArray::fromStringList(report.lostMaterials)}};
}

QString bytesText(const QString &number)
{
    return sizeText(number.toLongLong());
}

Grid reportGrid(const BackupReport &report)
{
    return {{{Cli::tr("File"), u"file"_s, false, true},
             {Cli::tr("Made (UTC)"), u"createdAt"_s, false, false},
             {Cli::tr("Size"), u"sizeBytes"_s, true, false, bytesText},
             {Cli::tr("Encrypted"), u"encrypted"_s, false, false, yesNoText}},
            {{report.file, isoTime(report.manifest.createdAt), QString::number(report.fileBytes),
              flagName(report.isEncrypted)}}};
}

QString sentence(const Error &error, const QString &file)
{
    switch (error.kind) {
    case ErrorKind::NotFound: return Cli::tr("There is no file %1.").arg(file);
    case ErrorKind::AlreadyExists: return Cli::tr("%1 is there already.").arg(file);
    case ErrorKind::InvalidInput: return Cli::tr("%1 is no backup of a catalog.").arg(file);
    case ErrorKind::SecretMissing: return Cli::tr("The backup is encrypted: give --passphrase-stdin.");
    case ErrorKind::AuthenticationRefused: return Cli::tr("The passphrase is wrong.");
    case ErrorKind::ContentMismatch: return Cli::tr("%1 is damaged: %2").arg(file, error.detail);
    case ErrorKind::SchemaTooNew:
    case ErrorKind::Unsupported: return Cli::tr("The backup was made by a newer Letopis; update this one first.");
    case ErrorKind::Timeout: return Cli::tr("The catalog is in use by another Letopis, or another backup is under way.");
    case ErrorKind::TooLarge:
    case ErrorKind::DiskFull: return Cli::tr("There is not enough room: %1").arg(error.detail);
    case ErrorKind::PermissionDenied: return Cli::tr("%1 cannot be read or written: %2").arg(error.subject, error.detail);
    default: return {};
    }
}

} // namespace

BackupCommand::BackupCommand(Session &session) : Command(session)
{
    connect(&m_sampling, &QTimer::timeout, this, [this] {
        const qint64 total = m_progress->total;
        QString text = sizeText(m_progress->done);
        if (total > 0)
            text = Cli::tr("%1 of %2").arg(text, sizeText(total));
        this->session().terminal.showProgress(text);
    });
    m_sampling.start(200ms);
}

void BackupCommand::start()
{
    if (!session().workspace)
        return run();
    onValue(workspace().backups().status(session().actor), [this](const BackupStatus &) { run(); });
}

void BackupCommand::interrupt()
{
    requestStop();
    session().terminal.say(Cli::tr("Stopping …"));
}

bool BackupCommand::readPassphrase(bool isWanted)
{
    if (!isWanted)
        return true;
    m_passphrase = session().terminal.readSecretLine(Cli::tr("Passphrase of the backup: "));
    if (m_passphrase && !m_passphrase->isEmpty())
        return true;
    session().terminal.say(Cli::tr("Standard input ended before every secret was given."));
    finish(ExitCode::Usage);
    return false;
}

void BackupCommand::showReport(const BackupReport &report)
{
    print(reportGrid(report), reportJson(report));
    for (const QString &name : report.damagedFiles)
        session().terminal.say(Cli::tr("%1 is damaged on this disk and not in the backup; a sync brings it again.").arg(name));
    for (const QString &name : report.lostMaterials)
        session().terminal.say(Cli::tr("The material %1 is missing or damaged on this disk, and not on a server yet: it is not in the backup. "
                                       "Add it again.").arg(name));
    if (!report.isEncrypted)
        session().terminal.say(Cli::tr("Not encrypted: whoever gets the file can read participants' names."));
    finish(ExitCode::Done);
}

void BackupCommand::failWith(const Error &error, const QString &file)
{
    const QString text = sentence(error, file);
    if (text.isEmpty())
        return fail(error);
    session().terminal.say(text);
    finish(exitCodeFor(error.kind));
}

void BackupCommand::onServer(const QString &name, std::function<void(const QString &uuid)> handler)
{
    onValue(workspace().servers(session().actor), [this, name, handler](const QList<ConferenceServer> &servers) {
        const Result<ConferenceServer> server = serverNamed(servers, name);
        if (!server)
            return fail(server.error());
        handler(server->uuid);
    });
}

BackupCreateCommand::BackupCreateCommand(Session &session, BackupDestination destination, bool isEncrypted)
    : BackupCommand(session), m_destination(std::move(destination)), m_isEncrypted(isEncrypted)
{}

void BackupCreateCommand::run()
{
    if (!readPassphrase(m_isEncrypted))
        return;
    if (m_destination.kind != BackupDestination::Kind::Server)
        return create(m_destination);
    onServer(m_destination.where, [this](const QString &uuid) { create({BackupDestination::Kind::Server, uuid}); });
}

void BackupCreateCommand::create(const BackupDestination &destination)
{
    const auto made = session().backups->create(destination, m_passphrase, m_progress, stopToken());
    if (destination.kind == BackupDestination::Kind::Server) // what a server says has sentences already
        onValue(made, [this](const BackupReport &report) { showReport(report); });
    else
        onBackup(made, destination.where, [this](const BackupReport &report) { showReport(report); });
}

BackupListCommand::BackupListCommand(Session &session, BackupDestination destination)
    : BackupCommand(session), m_destination(std::move(destination))
{}

void BackupListCommand::run()
{
    const auto list = [this](const BackupDestination &destination) {
        onValue(session().backups->list(destination, stopToken()),
                [this](const QList<BackupFile> &backups) { show(backups); });
    };
    if (m_destination.kind == BackupDestination::Kind::Server)
        onServer(m_destination.where, [list](const QString &uuid) { list({BackupDestination::Kind::Server, uuid}); });
    else
        list(m_destination);
}

void BackupListCommand::show(const QList<BackupFile> &backups)
{
    Grid grid{{{Cli::tr("File"), u"file"_s, false, true},
               {Cli::tr("Made (UTC)"), u"createdAt"_s, false, false},
               {Cli::tr("Size"), u"sizeBytes"_s, true, false, bytesText},
               {Cli::tr("Encrypted"), u"encrypted"_s, false, false, yesNoText},
               {Cli::tr("Catalog"), u"catalogId"_s, false, false}},
              {}};
    QJsonArray array;
    for (const BackupFile &backup : backups) {
        grid.rows += {backup.name.fileName(), isoTime(backup.name.at), QString::number(backup.sizeBytes),
                      flagName(backup.name.isEncrypted), backup.name.catalogId};
        array += QJsonObject{{u"file"_s, backup.name.fileName()},
                             {u"createdAt"_s, isoTime(backup.name.at)},
                             {u"sizeBytes"_s, backup.sizeBytes},
                             {u"encrypted"_s, backup.name.isEncrypted},
                             {u"catalogId"_s, backup.name.catalogId}};
    }
    print(grid, {{u"backups"_s, array}});
    finish(ExitCode::Done);
}

BackupFetchCommand::BackupFetchCommand(Session &session, BackupName name, QString server, QString file)
    : BackupCommand(session), m_name(std::move(name)), m_server(std::move(server)), m_file(std::move(file))
{}

void BackupFetchCommand::run()
{
    if (QFileInfo::exists(m_file))
        return failWith({ErrorKind::AlreadyExists, {}, m_file, {}}, m_file);
    onServer(m_server, [this](const QString &uuid) {
        onValue(session().backups->fetch(uuid, m_name, m_file, m_progress, stopToken()), [this] {
            session().terminal.say(Cli::tr("Saved. `letopis-cli backup verify` checks it."));
            finish(ExitCode::Done);
        });
    });
}

BackupScheduleCommand::BackupScheduleCommand(Session &session, BackupPlanChange change)
    : BackupCommand(session), m_change(std::move(change))
{}

void BackupScheduleCommand::run()
{
    if (m_change.isEmpty())
        return show();
    if (!readPassphrase(m_change.isEncrypted.value_or(false)))
        return;
    BackupPlan plan = session().backups->plan();
    plan.interval = m_change.interval.value_or(plan.interval);
    plan.folder = m_change.folder.value_or(plan.folder);
    plan.isEncrypted = m_change.isEncrypted.value_or(plan.isEncrypted);
    plan.keep = m_change.keep.value_or(plan.keep);
    if (!m_change.server || m_change.server->isEmpty()) {
        plan.serverUuid = m_change.server ? QString() : plan.serverUuid;
        return store(plan);
    }
    onServer(*m_change.server, [this, plan](const QString &uuid) {
        BackupPlan withServer = plan;
        withServer.serverUuid = uuid;
        store(withServer);
    });
}

void BackupScheduleCommand::store(const BackupPlan &plan)
{
    if (plan.interval != BackupInterval::Off && !plan.hasDestination()) {
        session().terminal.say(Cli::tr("A schedule needs --folder or --server."));
        return finish(ExitCode::Usage);
    }
    whenDone(session().backups->setPlan(plan, m_passphrase), this, [this](const Result<> &stored) {
        if (stored)
            return show();
        if (stored.error().kind != ErrorKind::SecretMissing)
            return fail(stored.error());
        session().terminal.say(Cli::tr("Give --passphrase-stdin, or --unencrypted."));
        finish(ExitCode::Usage);
    });
}

void BackupScheduleCommand::show()
{
    const BackupPlan plan = session().backups->plan();
    onValue(workspace().servers(session().actor), [this, plan](const QList<ConferenceServer> &servers) {
        QString server = plan.serverUuid;
        for (const ConferenceServer &each : servers)
            server = each.uuid == plan.serverUuid ? each.name : server;
        print({{{Cli::tr("Every"), u"interval"_s, false, false},
                {Cli::tr("Folder"), u"folder"_s, false, true},
                {Cli::tr("Server"), u"server"_s, false, true},
                {Cli::tr("Encrypted"), u"encrypted"_s, false, false, yesNoText},
                {Cli::tr("Kept"), u"keep"_s, true, false}},
               {{backupIntervalName(plan.interval), plan.folder, server,
                 flagName(plan.isEncrypted), QString::number(plan.keep)}}},
              {{u"interval"_s, backupIntervalName(plan.interval)},
               {u"folder"_s, plan.folder.isEmpty() ? QJsonValue() : QJsonValue(plan.folder)},
               {u"server"_s, server.isEmpty() ? QJsonValue() : QJsonValue(server)},
               {u"encrypted"_s, plan.isEncrypted},
               {u"keep"_s, plan.keep}});
        if (plan.interval != BackupInterval::Off && !plan.isEncrypted)
            session().terminal.say(Cli::tr("Not encrypted: whoever gets the file can read participants' names."));
        finish(ExitCode::Done);
    });
}

BackupVerifyCommand::BackupVerifyCommand(Session &session, QString file, bool isEncrypted)
    : BackupCommand(session), m_file(std::move(file)), m_isEncrypted(isEncrypted)
{}

void BackupVerifyCommand::run()
{
    if (!readPassphrase(m_isEncrypted))
        return;
    const QString catalog = Profile{session().profileDirectory}.catalogFile();
    const QString beside = QFileInfo::exists(catalog) ? catalog : QString();
    const auto work = [file = m_file, passphrase = m_passphrase, beside, progress = m_progress, stop = stopToken()] {
        return verifyBackup(file, passphrase, *progress, stop, beside);
    };
    onBackup(QtConcurrent::run(work), m_file, [this](const BackupReport &report) {
        session().terminal.say(Cli::tr("The backup is whole."));
        showReport(report);
    });
}

BackupRestoreCommand::BackupRestoreCommand(Session &session, QString file, bool isEncrypted, bool replaces)
    : BackupCommand(session), m_file(std::move(file)), m_isEncrypted(isEncrypted), m_replaces(replaces)
{}

void BackupRestoreCommand::run()
{
    if (!readPassphrase(m_isEncrypted))
        return;
    const Result<Profile> profile = openProfile(session().profileDirectory);
    if (!profile)
        return fail(profile.error());
    const RestoreRequest request{.backupFile = m_file,
                                 .passphrase = m_passphrase,
                                 .into = {profile->catalogFile(), profile->storeDirectory(), profile->settingsFile(),
                                          profile->materialsDirectory()},
                                 .replacesCatalog = m_replaces,
                                 .now = session().clock.now()};
    const auto work = [request, progress = m_progress, stop = stopToken()] {
        return restoreBackup(request, *progress, stop);
    };
    onBackup(QtConcurrent::run(work), m_file, [this](const RestoreReport &report) { show(report); });
}

void BackupRestoreCommand::show(const RestoreReport &report)
{
    Terminal &terminal = session().terminal;
    if (session().format == OutputFormat::Json) {
        terminal.write(asJsonLine({{u"createdAt"_s, isoTime(report.manifest.createdAt)},
                                   {u"catalogId"_s, report.manifest.catalogId},
                                   {u"storeFiles"_s, report.storeFiles},
                                   {u"settingsRestored"_s, report.areSettingsRestored},
                                   {u"keptCatalog"_s, report.keptCatalog.isEmpty() ? QJsonValue()
                                                                                   : QJsonValue(report.keptCatalog)}})
                       + '\n');
    }
    terminal.say(Cli::tr("Restored: the catalog of %1 (UTC).").arg(isoTime(report.manifest.createdAt)));
    if (!report.keptCatalog.isEmpty())
        terminal.say(Cli::tr("The catalog that was here is kept as %1.").arg(report.keptCatalog));
    terminal.say(Cli::tr("Secrets are never in a backup: where this computer does not have them, enter each server's again."));
    finish(ExitCode::Done);
}

} // namespace letopis::cli
