#pragma once

#include "core/storage/syncdigest.h"

#include <QHash>

#include <vector>

namespace letopis {

// What the catalog knows of one recording of a server while that server is synced.
struct SyncEntry
{
    struct Format
    {
        FormatDigest digest;
        bool isSeen = false; // in this listing
    };
    enum class Counted : quint8 { Nowhere, Added, Updated, Unchanged };

    qint64 id = 0; // 0: to be inserted
    Digest base;
    SourceDigest source;     // as stored: this description, and no other, was the whole recording
    SourceDigest seenSource; // of this listing's only description so far; null: several, or not `base`
    std::vector<Digest> others;
    std::vector<Format> formats;
    int pendingWrite = -1; // position in the page being put together
    PublicationState state = PublicationState::Gone;
    Counted counted = Counted::Nowhere;
    bool isSeen = false;
    bool isBaseSeen = false;
    bool isRecognised = false; // seen by its bytes alone
    bool isReported = false; // in an outcome
    bool isProblem = false;  // listed, but could not be read

    bool isGone() const { return state == PublicationState::Gone; }
    bool areAllFormatsSeen() const;
    SyncDigest digest() const;
};

// All of them, found by recordID. Entries keep their position; references do not survive an insertion.
class SyncIndex
{
public:
    void add(const Digest &key, SyncEntry entry);
    size_t findOrAdd(const Digest &key);
    SyncEntry *find(const Digest &key);
    SyncEntry *findBySource(const SourceDigest &source); // as it was when added
    SyncEntry &at(size_t position) { return m_entries[position]; }
    size_t size() const { return m_entries.size(); }

private:
    QHash<Digest, quint32> m_positions;
    QHash<SourceDigest, quint32> m_sources;
    std::vector<SyncEntry> m_entries;
};

// Of two descriptions of one recordID in one listing the one shown is the same whatever their order: the one further
// along (published before unpublished before processing …), then the larger digest.
bool outranks(PublicationState state, const Digest &digest, PublicationState otherState, const Digest &otherDigest);

} // namespace letopis
