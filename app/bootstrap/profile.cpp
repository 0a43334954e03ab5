#include "app/bootstrap/profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace letopis {

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;

// What names people is nobody else's business, also in a folder that somebody made before with the usual umask. Only at
// birth: rights that were given later on purpose stay. SQLite gives its side files the rights of the catalog.
void makePrivately(const Profile &profile)
{
    QFile catalog(profile.catalogFile());
    if (!catalog.exists())
        catalog.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile); // empty: a database to be
    for (const QString &folder : {profile.storeDirectory(), profile.materialsDirectory(), profile.mediaCacheDirectory()}) {
        if (!QFileInfo::exists(folder))
            QDir().mkdir(folder, ownerFolder);
    }
}

} // namespace

QString defaultProfileDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/letopis");
}

Result<Profile> openProfile(const QString &directory)
{
    const QString path = QDir(directory).absolutePath();
    const bool isNew = !QFileInfo::exists(path);
    if (!QDir().mkpath(path))
        return Error{ErrorKind::PermissionDenied, QStringLiteral("the profile directory cannot be made"), path, {}};
    if (isNew)
        QFile::setPermissions(path, ownerFolder);
    if (!QFileInfo(path).isWritable())
        return Error{ErrorKind::PermissionDenied, QStringLiteral("the profile directory cannot be written"), path, {}};
    const Profile profile{path};
    makePrivately(profile);
    return profile;
}

} // namespace letopis
