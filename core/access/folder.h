#pragma once

#include "core/access/group.h"
#include "core/domain/recordingquery.h"

namespace letopis {

// The two trees of the library. Their roots cannot be moved, renamed or deleted.
constexpr FolderId sharedFolder{1}; // only Administrators until somebody is granted
constexpr FolderId peopleFolder{2}; // personal folders, made on enrolment

struct Folder
{
    FolderId id;
    QString uuid;
    FolderId parent; // none: a root
    QString name;    // empty: a root; windows have their own words
    PersonId owner;  // of a personal folder
    bool hasOwnList = false;

    friend bool operator==(const Folder &, const Folder &) = default;
};

// What has a place in the library and permissions.
using LibraryItem = std::variant<FolderId, RecordingId>;

// Which entries govern an item, as one number that rows carry: the folder a recording inherits from or the recording itself
// where it has a list of its own, and whether it is public. Moving folders changes no recording's scope.
class AccessScope
{
public:
    constexpr AccessScope() = default;
    static constexpr AccessScope ofFolder(FolderId folder) { return AccessScope(folder.value * 4); }
    static constexpr AccessScope ofOwnList(RecordingId recording) { return AccessScope(recording.value * 4 + 2); }
    static constexpr AccessScope fromValue(qint64 value) { return AccessScope(value); } // as rows have it

    constexpr AccessScope asPublic(bool isPublic) const { return AccessScope((m_value & ~qint64(1)) | (isPublic ? 1 : 0)); }
    constexpr bool isPublic() const { return m_value & 1; }
    constexpr bool isOwnList() const { return m_value & 2; }
    constexpr FolderId folder() const { return isOwnList() ? FolderId{} : FolderId{m_value / 4}; }
    constexpr RecordingId recording() const { return isOwnList() ? RecordingId{m_value / 4} : RecordingId{}; }
    constexpr qint64 value() const { return m_value; }

    friend constexpr auto operator<=>(AccessScope, AccessScope) = default;
    friend size_t qHash(AccessScope scope, size_t seed = 0) { return ::qHash(scope.m_value, seed); }

private:
    explicit constexpr AccessScope(qint64 value)
        : m_value(value)
    {
    }

    qint64 m_value = 0;
};

} // namespace letopis
