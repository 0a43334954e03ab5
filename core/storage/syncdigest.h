#pragma once

#include "core/domain/recordingsnapshot.h"

#include <QByteArray>
#include <QHashFunctions>

#include <vector>

namespace letopis {

// XXH3, 128 bits. Tells what changed since the last sync; it is no protection, a server can only deceive itself.
struct Digest
{
    quint64 low = 0;
    quint64 high = 0;

    friend auto operator<=>(const Digest &, const Digest &) = default;
    friend size_t qHash(const Digest &digest, size_t) { return size_t(digest.low); }
};

struct FormatDigest
{
    quint64 identity = 0; // of type and URL
    quint64 content = 0;  // of everything else

    friend bool operator==(const FormatDigest &, const FormatDigest &) = default;
};

// A playback format as its table keeps it. The texts are UTF-8 and may be views into `bytes`: one allocation per recording.
struct FormatRow
{
    QByteArray type;
    QByteArray url; // encoded
    QByteArray previews; // JSON
    qint64 durationMs = -1;
    qint64 sizeBytes = -1;
    qint64 processingMs = -1;
    QByteArray bytes;
};

// What a server said of one recording, as kept in recording.sync_digest.
struct SyncDigest
{
    Digest base;                // without formats
    SourceDigest source;        // of the bytes that are all the server says of it; null: it comes in pieces, or unknown
    std::vector<Digest> others; // further descriptions of the same recordID in one listing that lost against `base`
    std::vector<FormatDigest> formats;

    QByteArray toBlob() const;
    static SyncDigest fromBlob(const QByteArray &blob);
};

Digest keyDigest(const QString &externalId);
Digest baseDigest(const RecordingSnapshot &snapshot); // order of metadata and breakout rooms does not count
FormatDigest formatDigest(const FormatRow &format);
quint64 formatIdentity(QByteArrayView type, QByteArrayView encodedUrl);

} // namespace letopis
