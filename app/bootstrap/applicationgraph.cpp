#include "app/bootstrap/applicationgraph.h"

#include "app/bootstrap/logfile.h"
#include "core/backup/catalogbackups.h"
#include "core/base/clock.h"
#include "core/base/whendone.h"
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
    return {login, login};
}

} // namespace

// In the order of dependence: the workspace goes first, the database last.
class ApplicationGraph::Private
{
public:
    Private(Profile profileDirectory, std::unique_ptr<Database> openDatabase, const ApplicationOptions &options)
        : profile(std::move(profileDirectory))
        , settings(profile.settingsFile())
        , database(std::move(openDatabase))
        , secretFile(profile.secretsFile())
        , media(profile.mediaCacheDirectory(), mediaCacheBytes)
        , workspace(parts(options))
        , servers(*database, clock)
        , credentials(secrets())
        , backups(backupParts())
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
                .materialsDirectory = profile.materialsDirectory()};
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
        return {.files = {profile.catalogFile(), profile.storeDirectory(), profile.settingsFile()},
                .settings = settings,
                .clock = clock,
                .secrets = [this]() -> SecretStore & { return secrets(); },
                .openServer = [this](const QString &uuid) { return openServerDisk(uuid); },
                .application = u"letopis "_s + QCoreApplication::applicationVersion()};
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
    Actor actor = actorOfThisComputer();
    SystemClock clock;
    Settings settings;
    std::unique_ptr<Database> database;
    KeychainSecretStore keychain;
    FileSecretStore secretFile;
    BigBlueButtonServiceFactory services;
    MediaCache media;
    SftpTransportFactory transports;
    LocalWorkspace workspace;
    ServerRepository servers;
    Credentials credentials;
    CatalogBackups backups;
};

Result<std::unique_ptr<ApplicationGraph>> ApplicationGraph::create(const ApplicationOptions &options)
{
    Result<Profile> profile = openProfile(options.profileDirectory);
    if (!profile)
        return profile.error();
    installLogFile(profile->logFile());
    Result<std::unique_ptr<Database>> database = Database::open(profile->catalogFile());
    if (!database)
        return database.error();
    auto parts = std::make_unique<Private>(std::move(*profile), std::move(*database), options);
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
