#pragma once

#include "core/base/result.h"

namespace letopis {

// A profile is one directory: catalog, settings, caches, log. Everything of one user's Letopis but the secrets.
struct Profile
{
    QString directory; // absolute

    QString catalogFile() const { return directory + QStringLiteral("/catalog.sqlite"); }
    QString settingsFile() const { return directory + QStringLiteral("/settings.ini"); }
    QString secretsFile() const { return directory + QStringLiteral("/secrets.json"); }
    QString storeDirectory() const { return directory + QStringLiteral("/store"); }
    QString materialsDirectory() const { return directory + QStringLiteral("/materials"); }
    QString mediaCacheDirectory() const { return directory + QStringLiteral("/media"); }
    QString anchorFile() const { return directory + QStringLiteral("/journal-anchor.txt"); }
    QString logFile() const { return directory + QStringLiteral("/letopis.log"); }
};

// The platform's place for application data.
QString defaultProfileDirectory();

// Makes the directory where needed, for its owner only; in one that was there before, the catalog, the store and the media
// are the owner's only. PermissionDenied.
Result<Profile> openProfile(const QString &directory);

} // namespace letopis
