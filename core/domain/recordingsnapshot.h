#pragma once

#include "core/domain/recording.h"

#include <vector>

namespace letopis {

// A hash (XXH3, 128 bits) of the very bytes a description came as; null: not to be recognised by its bytes.
struct SourceDigest
{
    quint64 low = 0;
    quint64 high = 0;

    bool isNull() const { return low == 0 && high == 0; }
    friend bool operator==(const SourceDigest &, const SourceDigest &) = default;
    friend size_t qHash(const SourceDigest &digest, size_t) { return size_t(digest.low); }
};

// One recording as a server's answer describes it, cleaned (trimmed, control characters gone, limits kept) but not yet
// merged. A paged answer may split one recording over pages: same externalId, other formats.
struct RecordingSnapshot
{
    QString externalId;
    QString meetingId;
    QString internalMeetingId;
    QString name;
    PublicationState state = PublicationState::Published;
    bool isBreakout = false;
    qint64 startedAtMs = 0; // epoch, UTC; 0: unknown
    qint64 endedAtMs = 0;
    int participantCount = -1;
    qint64 rawSizeBytes = -1;
    Metadata metadata;
    QString breakoutParentId; // internal id; only where isBreakout
    QStringList breakoutRoomIds;
    QList<PlaybackFormat> formats;
    SourceDigest source;
};

// A recording that could not be read. The others still arrive.
struct RecordingProblem
{
    QString externalId; // or the best name known
    QString reason;     // English, for log and CLI
};

} // namespace letopis
