#pragma once

#include "core/domain/recording.h"

namespace letopis {

using MaterialId = StrongId<struct MaterialTag>;

struct MaterialVersion
{
    int number = 1;
    QString fileName;   // as it was added; shown, never used as a path
    qint64 sizeBytes = 0;
    QByteArray sha256;  // 32 bytes
    QString mimeType;
    QString addedBy;    // login
    QDateTime addedAt;  // UTC
    bool isOnServer = false;
    QString localFile;  // a verified copy in this profile; empty: not here

    friend bool operator==(const MaterialVersion &, const MaterialVersion &) = default;
};

// A file added to a recording. Kept on the conference server under <data root>/letopis/<recordID>/materials as
// "<uuid>.<sha256>" for each version beside "<uuid>.json", which describes it (materialdescription.h): names that people give
// never become names on a disk.
struct Material
{
    MaterialId id;
    QString uuid; // the same in every catalog
    RecordingId recording;
    QString name; // shown; unique in no way
    QString description;
    int position = 0;
    bool isTrashed = false;
    QDateTime trashedAt; // UTC
    QList<MaterialVersion> versions; // oldest first; never empty
    bool isWaiting = false;  // something of it is still to be written to the server
    QString problem;         // why the last attempt failed; empty: none

    const MaterialVersion &newest() const { return versions.last(); }
    friend bool operator==(const Material &, const Material &) = default;
};

struct MaterialChange
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<int> position;
};

// A name that is safe to save under on Windows, Linux and macOS: no separators, controls, reserved names, bidirectional
// marks, trailing dots; at most 200 bytes in UTF-8, its ending kept. Never empty.
QString safeFileName(const QString &name);

} // namespace letopis
