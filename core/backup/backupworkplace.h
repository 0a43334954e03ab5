#pragma once

#include "core/base/result.h"

#include <QLockFile>
#include <QTemporaryDir>

#include <memory>

namespace letopis {

// The files of a profile that a backup is about. The store and the settings may be missing.
struct CatalogFiles
{
    QString catalog;
    QString store;    // core/storage/contentstore.h
    QString settings; // core/settings; empty: not part of it
    QString materials = {}; // core/storage/filestore.h; empty: not part of it
};

// A private folder for the copy that a backup or a restore works on, beside the catalog, so that moving from there is a
// rename. One at a time per catalog, also between programs; what a killed one left is removed by the next.
class BackupWorkplace
{
public:
    // `purpose` names lock and folder. Timeout where another backup or restore of this catalog is under way; PermissionDenied.
    static Result<std::unique_ptr<BackupWorkplace>> beside(const QString &catalogFile,
                                                           const QString &purpose = QStringLiteral("backup"));
    // What it holds stays, under this path (removed first where it is there); the place is empty from now on.
    Result<> moveTo(const QString &path);
    // Of one's own, for looking at a backup: in the computer's folder for temporary files.
    static Result<std::unique_ptr<BackupWorkplace>> temporary();
    ~BackupWorkplace();

    QString path() const { return m_path; }
    QString file(const QString &name) const { return m_path + u'/' + name; }

private:
    BackupWorkplace() = default;

    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_path;
};

} // namespace letopis
