#include "app/bootstrap/applicationgraph.h"

#include "app/bootstrap/logfile.h"
#include "core/backup/catalogbackups.h"
#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/domain/eventorigin.h"
#include "core/media/mediacache.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/keychainsecretstore.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"
#include "core/storage/serverrepository.h"
#include "core/transport/sftptransport.h"
#include "core/workspace/local/credentials.h"
#include "core/workspace/local/localworkspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mediaCacheBytes = 20LL * 1024 * 1024 * 1024;

Actor actorOfThisComputer()
{
    QString login = qEnvironmentVariable("USER");
    if (login.isEmpty())
        login = qEnvironmentVariable("USERNAME", u"administrator"_s);
    return ownerActor(login, login); // whoever holds the profile
}

QString application()
{
    return u"letopis "_s + QCoreApplication::applicationVersion();
}

CatalogFiles catalogFiles(const Profile &profile)
{
    return {profile.catalogFile(), profile.storeDirectory(), profile.settingsFile(), profile.materialsDirectory()};
}

// What was prepared while the catalog was open takes its place before it is opened. A failure is told by the windows, over the
// catalog as it was.
std::optional<Result<RestoreReport>> finishRestore(const Profile &profile)
{
    const Result<std::optional<RestoreReport>> done = finishPendingRestore(catalogFiles(profile), SystemClock().now());
    if (!done)
        return Result<RestoreReport>(done.error());
    return *done ? std::optional(Result<RestoreReport>(**done)) : std::nullopt;
}

} // namespace

// In the order of dependence: the workspace goes first, the database last.
class ApplicationGraph::Private
{
public:
    Private(Profile profileDirectory, std::unique_ptr<Database> openDatabase, std::shared_ptr<EventOrigin> eventOrigin,
            const ApplicationOptions &options, std::optional<Result<RestoreReport>> atStart)
        : profile(std::move(profileDirectory))
        , restored(std::move(atStart))
        , settings(profile.settingsFile())
        , origin(std::move(eventOrigin))
        , database(std::move(openDatabase))
        , secretFile(profile.secretsFile())
        , media(profile.mediaCacheDirectory(), mediaCacheBytes)
        , servers(*database, clock)
        , credentials(secrets())
        , backups(backupParts())
        , workspace(parts(options))
    {
        if (options.hasBackgroundSync)
            backups.startSchedule();
    }

    LocalWorkspaceParts parts(const ApplicationOptions &options)
    {
        const auto rememberFile = [this] { settings.setValue(settings::secretStoreKind, u"file"_s); };
        if (options.secrets == SecretsKind::File)
            rememberFile();
        else if (options.secrets == SecretsKind::Keychain)
            settings.reset(settings::secretStoreKind);
        return {.database = *database,
                .store = ContentStore(profile.storeDirectory()),
                .services = services,
                .keychain = keychain,
                .secretFile = secretFile,
                .usesSecretFile = settings.value(settings::secretStoreKind) == u"file"_s,
                .rememberSecretFile = rememberFile,
                .media = media,
                .clock = clock,
                .hasBackgroundSync = options.hasBackgroundSync,
                .transports = &transports,
                .materialsRoot = settings.value(settings::materialsRoot),
                .rememberMaterialsRoot = [this](const QString &folder) { rememberMaterialsRoot(folder); },
                .materialsDirectory = profile.materialsDirectory(),
                .backups = &backups,
                .restored = restored,
                .anchorFile = profile.anchorFile(),
                .application = application(),
                .eventOrigin = origin};
    }

    void rememberMaterialsRoot(const QString &folder)
    {
        if (folder.isEmpty())
            settings.reset(settings::materialsRoot);
        else
            settings.setValue(settings::materialsRoot, folder);
    }

    // Where the profile keeps its secrets now: the choice may be made while the program runs.
    SecretStore &secrets()
    {
        if (settings.value(settings::secretStoreKind) == u"file"_s)
            return secretFile;
        return keychain;
    }

    CatalogBackupsParts backupParts()
    {
        return {.files = catalogFiles(profile),
                .settings = settings,
                .clock = clock,
                .secrets = [this]() -> SecretStore & { return secrets(); },
                .openServer = [this](const QString &uuid) { return openServerDisk(uuid); },
                .application = application()};
    }

    QFuture<Result<BackupServer>> openServerDisk(const QString &uuid)
    {
        return chain(servers.list(), &credentials, [this, uuid](const QList<ConferenceServer> &all) {
            const auto found = std::find_if(all.begin(), all.end(),
                                            [&uuid](const ConferenceServer &server) { return server.uuid == uuid; });
            if (found == all.end())
                return readyFuture(Result<BackupServer>(Error{ErrorKind::NotFound, u"no such server"_s, {}, {}}));
            credentials.use(secrets());
            return chain(credentials.load(uuid), &credentials, [this, server = *found](const ServerCredentials &opened) {
                Result<std::unique_ptr<FileTransport>> files = transports.create(server, opened);
                return readyFuture(files ? Result<BackupServer>(BackupServer{std::move(*files), server.dataRoot})
                                         : Result<BackupServer>(files.error()));
            });
        });
    }

    Profile profile;
    std::optional<Result<RestoreReport>> restored;
    Actor actor = actorOfThisComputer();
    SystemClock clock;
    Settings settings;
    std::shared_ptr<EventOrigin> origin;
    std::unique_ptr<Database> database;
    KeychainSecretStore keychain;
    FileSecretStore secretFile;
    BigBlueButtonServiceFactory services;
    MediaCache media;
    SftpTransportFactory transports;
    ServerRepository servers;
    Credentials credentials;
    CatalogBackups backups;
    LocalWorkspace workspace;
};

Result<std::unique_ptr<ApplicationGraph>> ApplicationGraph::create(const ApplicationOptions &options)
{
    Result<Profile> profile = openProfile(options.profileDirectory);
    if (!profile)
        return profile.error();
    installLogFile(profile->logFile());
    std::optional<Result<RestoreReport>> restored = finishRestore(*profile);
    const auto origin = std::make_shared<EventOrigin>(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                                                      QSysInfo::machineHostName());
    Result<std::unique_ptr<Database>> database = Database::open(profile->catalogFile(), {.observer = {}, .eventOrigin = origin});
    if (!database)
        return database.error();
    auto parts = std::make_unique<Private>(std::move(*profile), std::move(*database), origin, options,
                                           std::move(restored));
    return std::unique_ptr<ApplicationGraph>(new ApplicationGraph(std::move(parts)));
}

ApplicationGraph::ApplicationGraph(std::unique_ptr<Private> parts) : d(std::move(parts)) {}

ApplicationGraph::~ApplicationGraph() = default;

Workspace &ApplicationGraph::workspace()
{
    return d->workspace;
}

Settings &ApplicationGraph::settings()
{
    return d->settings;
}

CatalogBackups &ApplicationGraph::backups()
{
    return d->backups;
}

const Actor &ApplicationGraph::actor() const
{
    return d->actor;
}

const Profile &ApplicationGraph::profile() const
{
    return d->profile;
}

} // namespace letopis
