#pragma once

#include "core/domain/recording.h"

namespace letopis {

class Settings;

// Where each recording was left, per format, in the profile's settings; the 200 watched last. A place in the first ten
// seconds or the last ones is no place to come back to.
class PlaybackPositions
{
public:
    explicit PlaybackPositions(Settings &settings)
        : m_settings(settings)
    {
    }

    qint64 positionOf(RecordingId recording, const QString &format) const; // 0: from the beginning
    void remember(RecordingId recording, const QString &format, qint64 positionMs, qint64 durationMs);

private:
    Settings &m_settings;
};

} // namespace letopis
