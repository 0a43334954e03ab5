#include "app/bootstrap/profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace letopis {

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
    if (isNew) // the catalog names people: nobody else's business
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!QFileInfo(path).isWritable())
        return Error{ErrorKind::PermissionDenied, QStringLiteral("the profile directory cannot be written"), path, {}};
    return Profile{path};
}

} // namespace letopis
