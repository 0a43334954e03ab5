#include "app/bootstrap/applicationgraph.h"

#include "app/bootstrap/logfile.h"
#include "core/base/clock.h"
#include "core/media/mediacache.h"
#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "core/secrets/filesecretstore.h"
#include "core/secrets/keychainsecretstore.h"
#include "core/settings/settings.h"
#include "core/storage/database.h"
#include "core/workspace/local/localworkspace.h"

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
    {}

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
                .hasBackgroundSync = options.hasBackgroundSync};
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
    LocalWorkspace workspace;
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

const Actor &ApplicationGraph::actor() const
{
    return d->actor;
}

const Profile &ApplicationGraph::profile() const
{
    return d->profile;
}

} // namespace letopis
