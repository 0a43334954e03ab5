#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace letopis {

// What a backup's file name says: letopis-<catalog>-<UTC>.tar.zst, encrypted .letopis-backup. Several catalogs may share a
// folder: each lists and removes its own only.
struct BackupName
{
    QString catalogId; // 8 hexadecimal digits, see CatalogIdentity
    QDateTime at;      // UTC, whole seconds
    bool isEncrypted = false;

    QString fileName() const;
    friend bool operator==(const BackupName &, const BackupName &) = default;
};

// Nothing where the name is not one of ours.
std::optional<BackupName> backupNameFrom(const QString &fileName);

} // namespace letopis
