#include "core/providers/bigbluebutton/mediafiles.h"

#include "core/providers/bigbluebutton/apiclient.h"
#include "core/providers/bigbluebutton/serverdisk.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
bool isMediaFile(const QString &path)
{
    static constexpr std::array suffixes{".mp4"_L1, ".m4v"_L1, ".webm"_L1, ".mkv"_L1, ".ogg"_L1,
                                         ".opus"_L1, ".mp3"_L1, ".m4a"_L1, ".ogv"_L1};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&path](QLatin1StringView suffix) { return path.endsWith(suffix, Qt::CaseInsensitive); });
}

// A host that can only mean something inside of somebody's network.
bool isPrivateHost(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return host == "localhost"_L1 || host.endsWith(".local"_L1) || host.endsWith(".lan"_L1) || !host.contains(u'.');
    const auto isIn = [&address](QLatin1StringView network, int bits) {
        return address.isInSubnet(QHostAddress(network), bits);
    };
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() || isIn("10.0.0.0"_L1, 8)
        || isIn("172.16.0.0"_L1, 12) || isIn("192.168.0.0"_L1, 16);
}

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

bool isSameHost(const QUrl &a, const QUrl &b)
{
    return a.host().compare(b.host(), Qt::CaseInsensitive) == 0;
}

QStringList pathsOf(const QString &type, const QString &id)
{
    if (type == "video"_L1) {
        const QString base = u"/playback/video/"_s + id + u"/video-0."_s;
        return {base + u"m4v"_s, base + u"mp4"_s, base + u"webm"_s};
    }
    if (type == "presentation"_L1) {
        const QString base = u"/presentation/"_s + id;
        return {base + u"/video/webcams.webm"_s, base + u"/video/webcams.mp4"_s, base + u"/audio/audio.webm"_s,
                base + u"/audio/audio.ogg"_s};
    }
    if (type == "podcast"_L1)
        return {u"/podcast/"_s + id + u"/audio.ogg"_s};
    if (type == "screenshare"_L1) {
        const QString base = u"/recording/screenshare/"_s + id + u"/screenshare."_s;
        return {base + u"webm"_s, base + u"mp4"_s};
    }
    return {};
}

bool isHtml(const QByteArray &contentType)
{
    return contentType.trimmed().toLower().startsWith("text/html");
}

// An answer to a request for bytes [from, …) that is none.
Result<> checkMediaResponse(const HttpResponse &response, qint64 from, const QString &host)
{
    if (response.status == 416)
        return Error{ErrorKind::InvalidInput, u"the file is shorter than the position asked for"_s, host, {}};
    if (response.status < 200 || response.status > 299)
        return httpStatusError(response.status, host);
    if (isHtml(response.contentType))
        return Error{ErrorKind::NotFound, u"an HTML page instead of the media file"_s, host, {}};
    if (from > 0 && response.status != 206)
        return Error{ErrorKind::Unsupported, u"the server does not serve parts of files"_s, host, {}};
    return {};
}
} // namespace

Result<QUrl> mediaOrigin(const QUrl &apiUrl, const QUrl &playbackUrl)
{
    const bool isOwnScheme = playbackUrl.scheme() == apiUrl.scheme();
    if (playbackUrl.isEmpty() || (isSameHost(apiUrl, playbackUrl) && !isOwnScheme && apiUrl.scheme() == "https"_L1))
        return originOf(apiUrl);
    if (isSameHost(apiUrl, playbackUrl))
        return originOf(playbackUrl);
    if (isPrivateHost(playbackUrl.host()))
        return originOf(apiUrl);
    return Error{ErrorKind::PermissionDenied, u"the recording is on another host than the server"_s, playbackUrl.host(), {}};
}

QList<QUrl> mediaCandidates(const QUrl &origin, const QString &recordingId, const PlaybackFormat &format)
{
    QStringList paths = pathsOf(format.type, recordingId);
    // Administrators add formats of their own; a URL that is a media file tells where it is (trap 4).
    const QString own = format.url.path(QUrl::FullyEncoded);
    if (isMediaFile(own) && !own.contains("/../"_L1)) {
        paths.removeAll(own);
        paths.prepend(own);
    }
    QList<QUrl> urls;
    for (const QString &path : paths) {
        QUrl url = origin;
        url.setPath(path, QUrl::StrictMode);
        if (path == own)
            url.setQuery(format.url.query(QUrl::FullyEncoded), QUrl::StrictMode);
        if (url.isValid())
            urls.append(url);
    }
    return urls;
}

Result<RecordingAsset> MediaFiles::probe(const QUrl &url, std::stop_token stop)
{
    HttpRequest request;
    request.url = url;
    request.rangeLength = 1;
    request.maxBytes = 1 << 20;
    std::optional<HttpResponse> response;
    request.onResponse = [&response](const HttpResponse &r) -> Result<> {
        response = r;
        // The headers were all we wanted; a whole file shall not follow.
        return r.status == 206 ? Result<>() : Result<>(Error{ErrorKind::Unsupported, {}, {}, {}});
    };
    ProgressCounters progress;
    const auto got = m_http.get(request, [](QByteArrayView) { return Result<>(); }, progress, stop);
    if (!response)
        return got ? Error{ErrorKind::BadAnswer, u"no answer"_s, url.host(), {}} : got.error();
    if (auto checked = checkMediaResponse(*response, 0, url.host()); !checked)
        return checked.error();
    const qint64 size = response->status == 206 ? response->wholeSize : response->contentLength;
    return RecordingAsset{url.fileName(), url, size, QString::fromLatin1(response->contentType.left(100))};
}

Result<QList<RecordingAsset>> MediaFiles::find(const RecordingKey &recording, const PlaybackFormat &format,
                                               std::stop_token stop)
{
    if (!isSafeDirectoryName(recording.externalId))
        return Error{ErrorKind::InvalidInput, u"its id cannot be part of an address"_s, recording.externalId, {}};
    const auto origin = mediaOrigin(m_apiUrl, format.url);
    if (!origin)
        return origin.error();
    QList<RecordingAsset> assets;
    for (const QUrl &url : mediaCandidates(*origin, recording.externalId, format)) {
        const bool isAudioOfPresentation = url.path().contains("/audio/audio."_L1);
        if (isAudioOfPresentation && !assets.isEmpty())
            break; // the webcams' file has the same sound
        auto asset = probe(url, stop);
        if (asset)
            assets.append(std::move(asset).value());
        else if (asset.error().kind != ErrorKind::NotFound && asset.error().kind != ErrorKind::PermissionDenied)
            return asset.error();
    }
    if (assets.isEmpty())
        return Error{ErrorKind::NotFound, u"no media file of the format \"%1\" is on the server"_s.arg(format.type),
                     recording.externalId, {}};
    return assets;
}

Result<qint64> MediaFiles::read(const RecordingAsset &asset, qint64 from, qint64 length, const ByteSink &sink,
                                ProgressCounters &progress, std::stop_token stop)
{
    if (!isSameHost(m_apiUrl, asset.url) || (m_apiUrl.scheme() == "https"_L1 && asset.url.scheme() != "https"_L1))
        return Error{ErrorKind::PermissionDenied, u"the file is on another host than the server"_s, asset.url.host(), {}};
    if (from < 0 || length == 0)
        return Error{ErrorKind::InvalidInput, u"an empty or negative byte range"_s, asset.name, {}};
    HttpRequest request;
    request.url = asset.url;
    request.rangeFrom = from;
    request.rangeLength = length;
    HttpResponse response;
    request.onResponse = [&](const HttpResponse &r) {
        response = r;
        return checkMediaResponse(r, from, asset.url.host());
    };
    qint64 received = 0;
    bool isEnough = false;
    const auto bounded = [&](QByteArrayView bytes) -> Result<> {
        const qint64 wanted = length < 0 ? bytes.size() : std::min<qint64>(bytes.size(), length - received);
        received += wanted;
        if (auto taken = sink(bytes.first(wanted)); !taken)
            return taken;
        // A server without ranges sends the whole file: leave when our part is here.
        isEnough = response.status != 206 && length >= 0 && received == length;
        return isEnough ? Result<>(Error{ErrorKind::Cancelled, {}, {}, {}}) : Result<>();
    };
    const auto got = m_http.get(request, bounded, progress, stop);
    if (!got && !isEnough)
        return got.error();
    return response.status == 206 ? response.wholeSize : response.contentLength;
}

} // namespace letopis
