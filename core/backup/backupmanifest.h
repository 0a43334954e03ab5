#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>

namespace letopis {

// The first entry of a backup, manifest.json: what it holds. The sizes bound what is unpacked; of the store they are upper
// bounds, because a file that is found damaged while it is packed is left out.
struct BackupManifest
{
    static constexpr int currentFormat = 1;

    QString application; // "letopis 0.1.0"
    QDateTime createdAt; // UTC
    QString catalogId;
    qint64 schema = 0; // of the catalog
    qint64 catalogBytes = 0;
    qint64 settingsBytes = -1; // -1: none
    qint64 storeFiles = 0;
    qint64 storeBytes = 0;
    qint64 auditEvents = 0;
    QByteArray auditHead; // hash of the last event, 32 bytes

    friend bool operator==(const BackupManifest &, const BackupManifest &) = default;
};

QByteArray toJson(const BackupManifest &manifest);
// Unsupported where the format is newer, ContentMismatch where it is no manifest or its numbers are absurd.
Result<BackupManifest> manifestFromJson(const QByteArray &json);

} // namespace letopis
