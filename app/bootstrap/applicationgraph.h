#pragma once

#include "app/bootstrap/profile.h"
#include "core/base/result.h"
#include "core/domain/actor.h"

#include <memory>

namespace letopis {

class CatalogBackups;
class Settings;
class Workspace;

// What the person says of this start; a file that was asked for once stays the profile's place until the keychain is.
enum class SecretsKind { AsRemembered, Keychain, File };

struct ApplicationOptions
{
    QString profileDirectory = defaultProfileDirectory();
    SecretsKind secrets = SecretsKind::AsRemembered;
    bool hasBackgroundSync = false; // the desktop; the command line syncs when told
};

// Everything the programs share, made once in the right order: the only place that names concrete classes. Main thread.
class ApplicationGraph
{
public:
    // SchemaTooNew, DatabaseFailed, PermissionDenied …
    static Result<std::unique_ptr<ApplicationGraph>> create(const ApplicationOptions &options);
    ~ApplicationGraph();

    Workspace &workspace();
    Settings &settings();
    CatalogBackups &backups();
    // The user of this computer, administrator of their own catalog.
    const Actor &actor() const;
    const Profile &profile() const;

private:
    class Private;
    explicit ApplicationGraph(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace letopis
