#pragma once

#include "core/base/result.h"
#include "core/domain/material.h"

#include <array>

namespace letopis {

// What "<uuid>.json" says on a server's disk: format 1, UTF-8, at most 256 KiB, which 100 versions of the longest names take.
//   {"format": 1, "uuid": "…", "name": "…", "description": "…", "position": 0, "trashed": null or "2026-01-31T12:00:00.000Z",
//    "revisions": {"name": 1, "description": 1, "position": 1, "trashed": 1},
//    "versions": [{"number": 1, "fileName": "…", "size": 1, "sha256": "hex", "mimeType": "…", "addedBy": "…", "addedAt": "…"}]}
// A revision counts the writes of its field. SFTP has no compare-and-swap: where one profile's write overtakes another's, the
// revision that went back tells that nobody took the edit away.
struct MaterialDescription
{
    enum Field { Name, Description, Position, Trashed, FieldCount };

    QString uuid;
    QString name;
    QString description;
    int position = 0;
    QDateTime trashedAt; // UTC; invalid: not in the trash
    std::array<int, FieldCount> revisions{};
    // Of a base only: a bit for each field whose count on the server went back. It is to be written again, also where its
    // value is the same, or a later edit would be taken for an old one.
    int behind = 0;
    static constexpr int allBehind = (1 << FieldCount) - 1;
    QList<MaterialVersion> versions; // by number; isOnServer and localFile are the catalog's own

    QString value(Field field) const;
    void setValue(Field field, const QString &value);

    friend bool operator==(const MaterialDescription &, const MaterialDescription &) = default;
};

inline constexpr qint64 mostDescriptionBytes = 256 * 1024;
inline constexpr qsizetype longestMaterialName = 300;
inline constexpr qsizetype longestMaterialDescription = 4000;
inline constexpr qsizetype mostMaterialVersions = 100;
inline constexpr int highestMaterialVersion = 1'000'000; // a version's number
inline constexpr int mostMaterialPosition = 1'000'000;

MaterialDescription descriptionOf(const Material &material);
QByteArray toJson(const MaterialDescription &description);
// Of the material that the file is named after. BadAnswer: not one, or beyond the bounds; Unsupported: a newer format, to be
// left alone.
Result<MaterialDescription> descriptionFromJson(const QByteArray &json, const QString &uuid);

// A material's file on the server. The content is in its name: an upload that was cut may be repeated, and two profiles that
// add a version at once never write one file.
QString descriptionFileName(const QString &uuid);                       // "<uuid>.json"
QString contentFileName(const QString &uuid, const QByteArray &sha256); // "<uuid>.<sha256 in hex>"
// The uuid of a description's file name; empty: it is none.
QString uuidOfDescription(const QString &fileName);
// Whether this is the name of a part that an upload of Letopis leaves while it runs: of a content or of a description.
bool isPartOfMaterial(const QString &fileName);
// Whether a server's recording id may be a directory's name.
bool isPlainName(const QString &name);

struct MaterialConflict
{
    MaterialDescription::Field field = MaterialDescription::Name;
    QString ours;
    QString theirs;
    bool isOvertaken = false; // theirs is what was there before ours, most likely
};

struct MaterialMerge
{
    MaterialDescription merged;
    QList<MaterialConflict> conflicts; // ours stands, theirs goes into the journal
};

// Three-way, `base` being what both last agreed on. Name and description: both changed differently is a conflict. Position and
// trash: theirs then. Versions are never lost; where two have one number, the server's keeps it. Who has mostMaterialVersions
// or more takes no further ones, whatever a server invents.
MaterialMerge mergeDescriptions(const std::optional<MaterialDescription> &base, const MaterialDescription &ours,
                                const MaterialDescription &theirs);

// The base where `theirs` shows that our last write arrived, though its answer did not: with the fields of it that are there.
// A later edit of ours is one then, also where it takes that write back.
std::optional<MaterialDescription> baseWithSent(const std::optional<MaterialDescription> &base, const MaterialDescription &sent,
                                                const MaterialDescription &theirs);
// The base after `theirs` was read, and what the server should say then of `ours`, whose versions are those that are there.
MaterialDescription baseAfter(const std::optional<MaterialDescription> &base, const MaterialDescription &theirs);
MaterialDescription wantedAfter(const std::optional<MaterialDescription> &base, const MaterialDescription &ours);

// The same version, whatever its number.
bool isSameVersion(const MaterialVersion &one, const MaterialVersion &other);

} // namespace letopis
