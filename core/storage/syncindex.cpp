#include "core/storage/syncindex.h"

#include <algorithm>

namespace letopis {

bool SyncEntry::areAllFormatsSeen() const
{
    return std::all_of(formats.begin(), formats.end(), [](const Format &format) { return format.isSeen; });
}

SyncDigest SyncEntry::digest() const
{
    SyncDigest digest{.base = base, .source = source, .others = others, .formats = {}};
    digest.formats.reserve(formats.size());
    for (const Format &format : formats)
        digest.formats.push_back(format.digest);
    return digest;
}

void SyncIndex::add(const Digest &key, SyncEntry entry)
{
    m_positions.insert(key, quint32(m_entries.size()));
    if (!entry.source.isNull())
        m_sources.insert(entry.source, quint32(m_entries.size()));
    m_entries.push_back(std::move(entry));
}

size_t SyncIndex::findOrAdd(const Digest &key)
{
    const auto found = m_positions.constFind(key);
    if (found != m_positions.constEnd())
        return *found;
    add(key, {});
    return m_entries.size() - 1;
}

SyncEntry *SyncIndex::find(const Digest &key)
{
    const auto found = m_positions.constFind(key);
    return found == m_positions.constEnd() ? nullptr : &m_entries[*found];
}

SyncEntry *SyncIndex::findBySource(const SourceDigest &source)
{
    const auto found = m_sources.constFind(source);
    return found == m_sources.constEnd() ? nullptr : &m_entries[*found];
}

bool outranks(PublicationState state, const Digest &digest, PublicationState otherState, const Digest &otherDigest)
{
    return std::pair(publicationRank(state), digest) > std::pair(publicationRank(otherState), otherDigest);
}

} // namespace letopis
