#pragma once

#include "core/access/accesschange.h"

namespace letopis {

// What a change would do to one person. Recordings are counted, archived and gone ones too.
struct AccessDifference
{
    PersonId person;
    qint64 gained = 0;  // recordings they could not see and would
    qint64 lost = 0;
    qint64 changed = 0; // seen before and after, with other permissions
    // Where all recordings concerned agree:
    std::optional<PermissionSet> before;
    std::optional<PermissionSet> after;

    friend bool operator==(const AccessDifference &, const AccessDifference &) = default;
};

// Why a change is not made, whoever asks.
enum class AccessGuard { LocksYouOut, LastAdministrator, Cycle };
// The guards that stopped a change (Error::evidence of InvalidInput).
struct GuardEvidence
{
    QList<AccessGuard> guards;
    QList<GroupId> cycle;
};

// The evidence of ContentMismatch: what would happen is no more what was shown.
struct PreviewEvidence
{
};

struct AccessPreview
{
    qint64 recordings = 0; // concerned
    qint64 peopleGaining = 0;
    qint64 peopleLosing = 0;
    qint64 peopleChanging = 0;
    QList<AccessDifference> people; // who loses most first; the first maxPreviewedPeople
    QList<AccessGuard> guards;
    QList<GroupId> cycle; // of AccessGuard::Cycle
    QByteArray lists;     // those concerned as they are now, hashed; empty: the change is about none

    static constexpr qsizetype maxPreviewedPeople = 500;
};

// What is about to happen is what was shown: the same lists, and the same for the same people.
bool isForetold(const AccessPreview &shown, const AccessPreview &found);

// How many recordings stand in each scope, for counting.
using ScopeCounts = std::unordered_map<qint64, qint64>; // key: AccessScope::value()

// Where a recording stands now; the scope alone does not tell the folder of one with a list of its own.
struct RecordingPlace
{
    FolderId folder = sharedFolder;
    AccessScope scope = AccessScope::ofFolder(sharedFolder);

    friend bool operator==(const RecordingPlace &, const RecordingPlace &) = default;
};
using RecordingPlaces = std::unordered_map<qint64, RecordingPlace>; // by recording

// What would become different, set-wise: never a decision for each recording. `counts` of all recordings, `places` of those
// that the change names; `actor` is guarded against locking themselves out (none: the catalog's owner, who cannot be).
AccessPreview previewOf(const AccessGraph &now, const AccessChange &change, const ScopeCounts &counts,
                        const RecordingPlaces &places, PersonId actor, qint64 nowMs);

} // namespace letopis
