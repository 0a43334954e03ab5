#pragma once

#include "core/base/result.h"

#include <QLockFile>

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

// A private folder for what a backup, a restore or a look at a backup works on, beside the catalog, so that moving from there is
// a rename, and the room it takes is the catalog's disk's: the computer's folder for temporary files is often in memory. One at a time per catalog, also between programs; what a killed one left is removed by the next.
class BackupWorkplace
{
public:
    // `purpose` names lock and folder. Timeout where another backup or restore of this catalog is under way; PermissionDenied.
    static Result<std::unique_ptr<BackupWorkplace>> beside(const QString &catalogFile,
                                                           const QString &purpose = QStringLiteral("backup"));
    // What killed programs left there, for whatever purpose.
    static void removeLeftovers(const QString &catalogFile);
    // What it holds stays, under this path (removed first where it is there); the place is empty from now on.
    Result<> moveTo(const QString &path);
    ~BackupWorkplace();

    QString path() const { return m_path; }
    QString file(const QString &name) const { return m_path + u'/' + name; }

private:
    BackupWorkplace() = default;

    std::unique_ptr<QLockFile> m_lock;
    QString m_path;
};

} // namespace letopis
