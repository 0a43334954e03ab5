#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/transport/httpclient.h"

namespace letopis {

// Where a recording's format is served: scheme, host and port. A playback URL may name an old, plain-http or LAN address of
// the same server (traps 2 and 3): then the API's own is taken. PermissionDenied for any other host: a person has to agree.
Result<QUrl> mediaOrigin(const QUrl &apiUrl, const QUrl &playbackUrl);

// Addresses, best first, under which a format's media may be; empty for a format that has none to play by itself.
// recordingId must be a safe directory name.
QList<QUrl> mediaCandidates(const QUrl &origin, const QString &recordingId, const PlaybackFormat &format);

// A published recording's media files over HTTPS.
class MediaFiles
{
public:
    MediaFiles(QUrl apiUrl, HttpClient &http) : m_apiUrl(std::move(apiUrl)), m_http(http) {}

    Result<QList<RecordingAsset>> find(const RecordingKey &recording, const PlaybackFormat &format, std::stop_token stop);
    Result<qint64> read(const RecordingAsset &asset, qint64 from, qint64 length, const ByteSink &sink,
                        ProgressCounters &progress, std::stop_token stop);

private:
    Result<RecordingAsset> probe(const QUrl &url, std::stop_token stop);

    const QUrl m_apiUrl;
    HttpClient &m_http;
};

} // namespace letopis
