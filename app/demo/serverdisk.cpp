#include "app/demo/serverdisk.h"

#include "app/demo/eventsxml.h"
#include "app/demo/publishedfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

qint64 writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) ? std::max<qint64>(0, file.write(content)) : 0;
}

// A hard link where the file system has them, else a copy. Returns the size.
qint64 place(const QString &from, const QString &to)
{
    std::error_code failed;
    std::filesystem::create_hard_link(from.toStdWString(), to.toStdWString(), failed);
    if (failed && !QFile::exists(to))
        QFile::copy(from, to);
    return QFileInfo(to).size();
}

qint64 writeAll(const QString &dir, const std::vector<TextFile> &files)
{
    qint64 bytes = 0;
    for (const TextFile &file : files)
        bytes += writeFile(dir + u'/' + file.path, file.content);
    return bytes;
}

QString stateDirectory(State state)
{
    switch (state) {
    case State::Unpublished:
        return u"unpublished"_s;
    case State::Deleted:
        return u"deleted"_s;
    case State::Processing:
    case State::Processed:
        return u"recording/process"_s;
    case State::Published:
        break;
    }
    return u"published"_s;
}

} // namespace

ServerDisk::ServerDisk(QString root, const MediaCache &media, QByteArray base)
    : m_root(std::move(root))
    , m_media(media)
    , m_base(std::move(base))
{
}

bool ServerDisk::prepare() const
{
    const QDir dir(m_root);
    bool ok = dir.mkpath(u"."_s);
    for (const QString &name :
         {u"published"_s, u"unpublished"_s, u"deleted"_s, u"recording/raw"_s, u"recording/process"_s,
          u"recording/publish"_s, u"recording/status/recorded"_s, u"recording/status/archived"_s,
          u"recording/status/sanity"_s, u"recording/status/processed"_s, u"recording/status/published"_s, u"events"_s,
          u"captions/inbox"_s})
        ok = ok && dir.mkpath(name);
    return ok;
}

QString ServerDisk::formatDirectory(const RecordingPlan &plan, std::size_t format, State state) const
{
    return m_root + u'/' + stateDirectory(state) + u'/' + QString::fromLatin1(formatNames[format]) + u'/' +
           QString::fromLatin1(plan.recordId);
}

qint64 ServerDisk::writeRaw(const RecordingPlan &plan, const MeetingScript &script) const
{
    const QByteArray events = eventsXml(plan, script);
    const QString id = QString::fromLatin1(plan.recordId);
    const QString place = plan.eventsPlace == EventsPlace::Raw    ? u"/recording/raw/"_s
                          : plan.eventsPlace == EventsPlace::Kept ? u"/events/"_s
                                                                  : QString();
    if (!place.isEmpty() && QDir().mkpath(m_root + place + id))
        writeFile(m_root + place + id + u"/events.xml"_s, events);
    return plan.eventsPlace == EventsPlace::Raw ? events.size() : 0;
}

void ServerDisk::writeStatus(const RecordingPlan &plan) const
{
    const QString status = m_root + u"/recording/status/"_s;
    const QString id = QString::fromLatin1(plan.recordId);
    writeFile(status + u"archived/"_s + id + u".done"_s, "Archived " + plan.recordId);
    writeFile(status + u"sanity/"_s + id + u".done"_s, "sanity check completed");
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        const QString marker = id + u'-' + QString::fromLatin1(formatNames[format]) + u".done"_s;
        if (!plan.hasFormat(format) || plan.state == State::Processing)
            continue;
        writeFile(status + u"processed/"_s + marker, "Processed " + plan.recordId);
        if (plan.state != State::Processed)
            writeFile(status + u"published/"_s + marker, "Published " + plan.recordId);
    }
}

qint64 ServerDisk::writePresentation(const QString &dir, const RecordingPlan &plan, const MeetingScript &script) const
{
    qint64 bytes = writeAll(dir, presentationFiles(plan, script));
    const QString slides = dir + u"/presentation/"_s + QString::fromLatin1(plan.presentationId);
    const QString deck = m_media.deckDirectory(plan.topic);
    const bool isLegacy = boardOf(plan) == Board::Legacy;
    for (const QString &sub : {u"/thumbnails"_s, u"/textfiles"_s, isLegacy ? u""_s : u"/svgs"_s})
        QDir().mkpath(slides + sub);
    for (std::size_t n = 1; n <= plan.about().slides.size(); ++n) {
        const QString slide = isLegacy ? u"/slide-%1.png"_s.arg(n) : u"/svgs/slide%1.svg"_s.arg(n);
        for (const QString &file : {slide, u"/thumbnails/thumb-%1.png"_s.arg(n), u"/textfiles/slide-%1.txt"_s.arg(n)})
            bytes += place(deck + file, slides + file);
    }
    if (!script.screenShares.empty())
        bytes += place(m_media.desksharePlaceholder(), dir + u"/presentation/deskshare.png"_s);
    if (!m_media.hasMedia())
        return bytes;
    const QString media = m_media.mediaDirectory(plan.durationMs);
    if (script.hasWebcams() || hasCaptions(plan)) { // captions force a video, blank if need be
        QDir().mkpath(dir + u"/video"_s);
        bytes += place(media + u"/webcams.webm"_s, dir + u"/video/webcams.webm"_s);
    } else {
        QDir().mkpath(dir + u"/audio"_s);
        bytes += place(media + u"/audio.webm"_s, dir + u"/audio/audio.webm"_s) +
                 place(media + u"/audio.ogg"_s, dir + u"/audio/audio.ogg"_s);
    }
    if (!script.screenShares.empty()) {
        QDir().mkpath(dir + u"/deskshare"_s);
        bytes += place(media + u"/deskshare.webm"_s, dir + u"/deskshare/deskshare.webm"_s);
    }
    return bytes;
}

void ServerDisk::writeFormat(RecordingPlan &plan, std::size_t format, const MeetingScript &script) const
{
    const QString dir = formatDirectory(plan, format, plan.state);
    QDir().mkpath(dir);
    const QString media = m_media.mediaDirectory(plan.durationMs);
    qint64 bytes = 0;
    switch (1U << format) {
    case PresentationFormat:
        bytes = writePresentation(dir, plan, script);
        break;
    case VideoFormat:
        bytes = writeAll(dir, videoFiles(plan, script));
        bytes += m_media.hasMedia() ? place(media + u"/video-0.m4v"_s, dir + u"/video-0.m4v"_s) : 0;
        break;
    case PodcastFormat:
        bytes = m_media.hasMedia() ? place(media + u"/audio.ogg"_s, dir + u"/audio.ogg"_s) : 0;
        break;
    default:
        bytes = writeAll(dir, notesFiles(plan));
    }
    plan.sizes[format] = bytes;
    writeFile(dir + u"/metadata.xml"_s, metadataXml(plan, format, m_base));
}

void ServerDisk::writeProcessing(const RecordingPlan &plan) const
{
    const QString dir = m_root + u"/recording/process/presentation/"_s + QString::fromLatin1(plan.recordId);
    QDir().mkpath(dir);
    writeFile(dir + u"/metadata.xml"_s, processingMetadataXml(plan));
}

bool ServerDisk::write(RecordingPlan &plan, const MeetingScript &script) const
{
    // BigBlueButton counts internal ids, so that a person who came back counts again.
    std::set<QByteArray> joins;
    for (const Attendee &attendee : script.attendees) {
        for (const Session &session : attendee.sessions) {
            if (!attendee.isPhone)
                joins.insert(session.userId);
        }
    }
    plan.participants = int(joins.size());
    plan.endMs = plan.startMs + script.lengthMs;
    plan.rawSize = writeRaw(plan, script);
    writeStatus(plan);
    const QString captions = m_root + u"/captions/"_s + QString::fromLatin1(plan.recordId);
    if (const auto tracks = textTrackFiles(plan, script); !tracks.empty() && QDir().mkpath(captions))
        writeAll(captions, tracks);
    if (plan.state == State::Processing || plan.state == State::Processed) {
        writeProcessing(plan);
        return true;
    }
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        if (plan.hasFormat(format))
            writeFormat(plan, format, script);
    }
    return QFile::exists(m_root);
}

bool ServerDisk::move(const RecordingPlan &plan, State from) const
{
    bool ok = true;
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        if (!plan.hasFormat(format))
            continue;
        const QString to = formatDirectory(plan, format, plan.state);
        QDir().mkpath(QFileInfo(to).path());
        QDir(to).removeRecursively();
        ok = QDir().rename(formatDirectory(plan, format, from), to) && ok;
    }
    rewriteMetadata(plan);
    return ok;
}

std::optional<State> ServerDisk::stateOf(const RecordingPlan &plan) const
{
    if (plan.state == State::Processing || plan.state == State::Processed) {
        const QString process = m_root + u"/recording/process/presentation/"_s + QString::fromLatin1(plan.recordId);
        return QFile::exists(process) ? std::optional(plan.state) : std::nullopt;
    }
    // Where the formats are in several states, as in the middle of a move, the first counts.
    for (const State state : {State::Published, State::Unpublished, State::Deleted}) {
        for (std::size_t format = 0; format < formatNames.size(); ++format) {
            if (plan.hasFormat(format) && QFile::exists(formatDirectory(plan, format, state) + u"/metadata.xml"_s))
                return state;
        }
    }
    return {};
}

void ServerDisk::rewriteMetadata(const RecordingPlan &plan) const
{
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        const QString path = formatDirectory(plan, format, plan.state) + u"/metadata.xml"_s;
        if (plan.hasFormat(format) && QFile::exists(path))
            writeFile(path, metadataXml(plan, format, m_base)); // in place, as the real server
    }
}

void ServerDisk::purge(const RecordingPlan &plan) const
{
    const QString id = QString::fromLatin1(plan.recordId);
    for (const State state : {State::Published, State::Unpublished, State::Deleted, State::Processing}) {
        for (std::size_t format = 0; format < formatNames.size(); ++format)
            QDir(formatDirectory(plan, format, state)).removeRecursively();
    }
    for (const QString &place : {u"/recording/raw/"_s, u"/captions/"_s})
        QDir(m_root + place + id).removeRecursively();
    for (const QString &place : {u"archived"_s, u"sanity"_s, u"processed"_s, u"published"_s}) {
        QDir dir(m_root + u"/recording/status/"_s + place);
        const QStringList markers = dir.entryList({id + u'*'});
        for (const QString &marker : markers)
            dir.remove(marker);
    }
}

QString ServerDisk::captionsFile(const QByteArray &recordId, const QString &name) const
{
    return m_root + u"/captions/"_s + QString::fromLatin1(recordId) + u'/' + name;
}

} // namespace letopis::demo
