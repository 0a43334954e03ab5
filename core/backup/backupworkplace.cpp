#include "core/backup/backupworkplace.h"

#include "core/base/turn.h"

#include <QDir>
#include <QFileInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr QFile::Permissions ownerFolder = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
}

Result<std::unique_ptr<BackupWorkplace>> BackupWorkplace::beside(const QString &catalogFile, const QString &purpose)
{
    const QString folder = QFileInfo(catalogFile).absolutePath();
    std::unique_ptr<BackupWorkplace> place(new BackupWorkplace);
    place->m_lock = std::make_unique<QLockFile>(u"%1/%2.lock"_s.arg(folder, purpose));
    place->m_lock->setStaleLockTime(abandonedLock);
    if (!place->m_lock->tryLock(0)) {
        if (place->m_lock->error() == QLockFile::LockFailedError)
            return Error{ErrorKind::Timeout, u"another backup or restore of this catalog is under way"_s, folder, {}};
        return Error{ErrorKind::PermissionDenied, u"the catalog's folder cannot be written"_s, folder, {}};
    }
    const QString path = u"%1/%2-work"_s.arg(folder, purpose);
    if (!QDir(path).removeRecursively() || !QDir().mkdir(path, ownerFolder))
        return Error{ErrorKind::PermissionDenied, u"the folder for the work cannot be made"_s, path, {}};
    place->m_path = path;
    return place;
}

void BackupWorkplace::removeLeftovers(const QString &catalogFile)
{
    // By their exact names: a folder of somebody's may be called alike.
    const QDir folder(QFileInfo(catalogFile).absolutePath());
    for (const QString &purpose : {u"backup"_s, u"backup-fetch"_s, u"backup-upload"_s, u"backup-check"_s, u"restore"_s}) {
        if (const QFileInfo left(folder.filePath(purpose + u"-work"_s)); left.isDir() && !left.isSymLink())
            static_cast<void>(beside(catalogFile, purpose)); // one that is in use stays
    }
}

Result<> BackupWorkplace::moveTo(const QString &path)
{
    if (!QDir(path).removeRecursively() || !QDir().rename(m_path, path))
        return Error{ErrorKind::PermissionDenied, u"the folder cannot be renamed"_s, path, {}};
    m_path.clear();
    return {};
}

BackupWorkplace::~BackupWorkplace()
{
    if (m_lock && !m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

} // namespace letopis
