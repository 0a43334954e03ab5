#include "core/storage/syncdigest.h"

#include <QVarLengthArray>
#include <QtEndian>

#include <xxhash.h>

namespace letopis {

namespace {
constexpr char blobVersion = 3;
constexpr qsizetype digestSize = 16;

// Collects fields, each with its length, for one hash over all.
class FieldBuffer
{
public:
    void add(QStringView text)
    {
        add(qint64(text.size()));
        m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
    }
    void add(QByteArrayView bytes)
    {
        add(qint64(bytes.size()));
        m_bytes.append(bytes.data(), bytes.size());
    }
    void add(qint64 number)
    {
        const qint64 little = qToLittleEndian(number);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }
    void clear() { m_bytes.resize(0); }
    quint64 hash64() const { return XXH3_64bits(m_bytes.constData(), size_t(m_bytes.size())); }
    Digest hash128() const
    {
        const XXH128_hash_t hash = XXH3_128bits(m_bytes.constData(), size_t(m_bytes.size()));
        return {.low = hash.low64, .high = hash.high64};
    }

private:
    QVarLengthArray<char, 2048> m_bytes;
};

void appendNumber(QByteArray &blob, quint64 number)
{
    const quint64 little = qToLittleEndian(number);
    blob.append(reinterpret_cast<const char *>(&little), sizeof little);
}

quint64 numberAt(const QByteArray &blob, qsizetype offset)
{
    return qFromLittleEndian<quint64>(blob.constData() + offset);
}
} // namespace

QByteArray SyncDigest::toBlob() const
{
    QByteArray blob;
    blob.reserve(2 + digestSize * qsizetype(2 + others.size() + formats.size()));
    blob.append(blobVersion);
    blob.append(char(others.size()));
    appendNumber(blob, base.low);
    appendNumber(blob, base.high);
    appendNumber(blob, source.low);
    appendNumber(blob, source.high);
    for (const Digest &other : others) {
        appendNumber(blob, other.low);
        appendNumber(blob, other.high);
    }
    for (const FormatDigest &format : formats) {
        appendNumber(blob, format.identity);
        appendNumber(blob, format.content);
    }
    return blob;
}

SyncDigest SyncDigest::fromBlob(const QByteArray &blob)
{
    SyncDigest digest;
    // A digest of an older kind matches nothing: the next sync writes the recording anew.
    if (blob.size() < 2 + 2 * digestSize || blob[0] != blobVersion)
        return digest;
    qsizetype offset = 2;
    const qsizetype others = quint8(blob[1]);
    digest.base = {.low = numberAt(blob, offset), .high = numberAt(blob, offset + 8)};
    offset += digestSize;
    digest.source = {.low = numberAt(blob, offset), .high = numberAt(blob, offset + 8)};
    offset += digestSize;
    for (qsizetype other = 0; other < others && offset + digestSize <= blob.size(); ++other, offset += digestSize)
        digest.others.push_back({.low = numberAt(blob, offset), .high = numberAt(blob, offset + 8)});
    digest.formats.reserve(size_t((blob.size() - offset) / digestSize));
    for (; offset + digestSize <= blob.size(); offset += digestSize)
        digest.formats.push_back({.identity = numberAt(blob, offset), .content = numberAt(blob, offset + 8)});
    return digest;
}

Digest keyDigest(const QString &externalId)
{
    const XXH128_hash_t hash = XXH3_128bits(externalId.utf16(), size_t(externalId.size()) * sizeof(char16_t));
    return {.low = hash.low64, .high = hash.high64};
}

Digest baseDigest(const RecordingSnapshot &snapshot)
{
    // Sums of the parts' hashes: servers list metadata and rooms in any order.
    FieldBuffer fields;
    quint64 metadata = 0;
    for (const auto &[key, value] : snapshot.metadata) {
        fields.clear();
        fields.add(key);
        fields.add(value);
        metadata += fields.hash64();
    }
    quint64 rooms = 0;
    for (const QString &room : snapshot.breakoutRoomIds) {
        fields.clear();
        fields.add(room);
        rooms += fields.hash64();
    }
    fields.clear();
    fields.add(snapshot.meetingId);
    fields.add(snapshot.internalMeetingId);
    fields.add(snapshot.name);
    fields.add(qint64(snapshot.state));
    fields.add(qint64(snapshot.isBreakout));
    fields.add(snapshot.startedAtMs);
    fields.add(snapshot.endedAtMs);
    fields.add(qint64(snapshot.participantCount));
    fields.add(snapshot.rawSizeBytes);
    fields.add(snapshot.metadata.size());
    fields.add(qint64(metadata));
    fields.add(snapshot.breakoutParentId);
    fields.add(snapshot.breakoutRoomIds.size());
    fields.add(qint64(rooms));
    return fields.hash128();
}

quint64 formatIdentity(QByteArrayView type, QByteArrayView encodedUrl)
{
    FieldBuffer fields;
    fields.add(type);
    fields.add(encodedUrl);
    return fields.hash64();
}

FormatDigest formatDigest(const FormatRow &format)
{
    FieldBuffer fields;
    fields.add(format.durationMs);
    fields.add(format.sizeBytes);
    fields.add(format.processingMs);
    fields.add(format.previews);
    return {.identity = formatIdentity(format.type, format.url), .content = fields.hash64()};
}

} // namespace letopis
