#include "core/providers/bigbluebutton/serverdisk.h"

#include "core/playback/eventsreader.h"
#include "core/playback/metadataxmlreader.h"
#include "core/providers/bigbluebutton/gzipwriter.h"

#include <QRegularExpression>

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 largestEvents = qint64(2) << 30;
constexpr qsizetype largestArchive = qsizetype(256) << 20;
constexpr qint64 largestMetadata = 4 << 20;

QString withoutTrailingSlash(QString path)
{
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    return path;
}

// The meeting's id for a recording: a chapter's has one number more ("<meeting>-<break>").
QString withoutChapter(const QString &recordingId)
{
    static const QRegularExpression chapter(u"^([0-9a-f]{40}-\\d{13})-\\d+$"_s);
    const QRegularExpressionMatch match = chapter.match(recordingId);
    return match.hasMatch() ? match.captured(1) : recordingId;
}

QStringList meetingDirectories(const RecordingKey &recording)
{
    QStringList ids;
    for (const QString &id : {recording.internalMeetingId, withoutChapter(recording.externalId), recording.externalId}) {
        if (isSafeDirectoryName(id) && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

// Worth looking for the file at the next place.
bool mayBeElsewhere(ErrorKind kind)
{
    return kind == ErrorKind::NotFound || kind == ErrorKind::PermissionDenied || kind == ErrorKind::BadAnswer;
}
} // namespace

bool isSafeDirectoryName(const QString &id)
{
    static const QRegularExpression form(u"\\A[0-9A-Za-z][0-9A-Za-z_-]{0,199}\\z"_s);
    return form.match(id).hasMatch();
}

ServerDisk::ServerDisk(QString dataRoot, FileTransport &transport)
    : m_root(withoutTrailingSlash(std::move(dataRoot))), m_transport(transport)
{}

Result<DiskIdentity> ServerDisk::check(std::stop_token stop)
{
    const auto root = m_transport.stat(m_root, stop);
    if (!root)
        return root.error();
    if (!root->isDirectory)
        return Error{ErrorKind::NotFound, u"the data root is no directory"_s, m_root, {}};
    DiskIdentity identity;
    identity.dataRoot = m_root;
    int present = 0;
    const std::array<std::pair<QString, bool *>, 3> places{{{u"/recording/raw"_s, &identity.canReadRaw},
                                                            {u"/published"_s, &identity.canReadPublished},
                                                            {u"/events"_s, &identity.canReadEvents}}};
    for (const auto &[place, canRead] : places) {
        const auto listed = m_transport.list(m_root + place, stop);
        *canRead = listed.has_value();
        if (listed) {
            ++present;
        } else if (listed.error().kind == ErrorKind::PermissionDenied) {
            ++present;
            identity.unreadable.append(m_root + place);
        } else if (listed.error().kind != ErrorKind::NotFound) {
            return listed.error();
        }
    }
    if (present == 0)
        return Error{ErrorKind::NotFound, u"nothing of BigBlueButton's is below the data root"_s, m_root, {}};
    if (identity.unreadable.size() == present)
        return Error{ErrorKind::PermissionDenied, u"this account may read none of: "_s + identity.unreadable.join(u", "_s),
                     m_root, {}};
    return identity;
}

Result<FetchedMeeting> ServerDisk::readEvents(const QString &path, const QString &recordingId, std::stop_token stop)
{
    const auto file = m_transport.stat(path, stop);
    if (!file)
        return file.error();
    if (!file->isRegularFile)
        return Error{ErrorKind::NotFound, u"not a regular file"_s, path, {}};
    if (file->sizeBytes > largestEvents)
        return Error{ErrorKind::TooLarge, u"%1 bytes of events"_s.arg(file->sizeBytes), path, {}};
    EventsReader reader(recordingId);
    GzipWriter gzip;
    qint64 received = 0;
    const auto sink = [&](QByteArrayView bytes) -> Result<> {
        received += bytes.size();
        gzip.write(bytes);
        if (received > largestEvents || gzip.size() > largestArchive)
            return Error{ErrorKind::TooLarge, u"more events than any meeting has"_s, {}, {}};
        return reader.feed(bytes);
    };
    ProgressCounters progress;
    const auto readBytes = m_transport.read(path, 0, -1, sink, progress, stop);
    Result<MeetingRecord> record = readBytes ? reader.finish() : Result<MeetingRecord>(readBytes.error());
    if (!record) {
        Error error = std::move(record).error();
        if (error.subject.isEmpty())
            error.subject = path;
        return error;
    }
    return FetchedMeeting{std::move(record).value(), gzip.finish(), path, -1};
}

Result<FetchedMeeting> ServerDisk::fetchMeeting(const RecordingKey &recording, std::stop_token stop)
{
    const QStringList ids = meetingDirectories(recording);
    if (ids.isEmpty())
        return Error{ErrorKind::InvalidInput, u"its id cannot be a directory's name"_s, recording.externalId, {}};
    std::optional<Error> worst;
    for (const QString &place : {u"/recording/raw/"_s, u"/events/"_s}) {
        for (const QString &id : ids) {
            auto fetched = readEvents(m_root + place + id + u"/events.xml"_s, recording.externalId, stop);
            if (fetched) {
                fetched->recordedMs = publishedLength(recording.externalId, stop);
                return fetched;
            }
            if (!mayBeElsewhere(fetched.error().kind))
                return fetched;
            // A file that is there but unreadable says more than one that is not.
            if (!worst || worst->kind == ErrorKind::NotFound)
                worst = std::move(fetched).error();
        }
    }
    return *worst;
}

// The precise length, from the first published format that tells it; -1: unknown.
qint64 ServerDisk::publishedLength(const QString &recordingId, std::stop_token stop)
{
    if (!isSafeDirectoryName(recordingId))
        return -1;
    for (const QString &place : {u"/published/presentation/"_s, u"/published/video/"_s, u"/unpublished/presentation/"_s}) {
        QByteArray bytes;
        const auto sink = [&bytes](QByteArrayView piece) -> Result<> {
            if (bytes.size() + piece.size() > largestMetadata)
                return Error{ErrorKind::TooLarge, {}, {}, {}};
            bytes.append(piece);
            return {};
        };
        ProgressCounters progress;
        const auto read = m_transport.read(m_root + place + recordingId + u"/metadata.xml"_s, 0, -1, sink, progress, stop);
        if (!read && !mayBeElsewhere(read.error().kind))
            return -1;
        const auto snapshot = read ? readMetadataXml(bytes) : Result<RecordingSnapshot>(read.error());
        if (snapshot && !snapshot->formats.isEmpty() && snapshot->formats.first().durationMs >= 0)
            return snapshot->formats.first().durationMs;
    }
    return -1;
}

} // namespace letopis
