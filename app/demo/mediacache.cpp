#include "app/demo/mediacache.h"

#include "app/demo/programs.h"
#include "app/demo/recordingplan.h"
#include "app/demo/slidedeck.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

// A new number makes a new cache: raise it when what is drawn or encoded changes.
constexpr auto cacheVersion = "letopis-demo-5";
constexpr int patienceMs = 180'000;
constexpr qint64 shortMasterMs = 40'000;

QString seconds(qint64 milliseconds)
{
    return QString::number(double(milliseconds) / 1000.0);
}

// Two masters, one short and smooth, one long at two frames a second; every other length is cut from one of them.
struct Master
{
    qint64 lengthMs;
    int frameRate;
    int deskshareRate;
};

QString picture(const QString &font, const QString &color, const QString &size, int rate, qint64 lengthMs)
{
    if (font.isEmpty())
        return u"testsrc=s=%1:r=%2:d=%3"_s.arg(size).arg(rate).arg(seconds(lengthMs));
    return u"color=c=%1:s=%2:r=%3:d=%4,drawtext=fontfile=%5:text='%{pts\\:hms}':fontsize=36:fontcolor=white:x=(w-tw)/2:y=(h-th)/2"_s
        .arg(color, size)
        .arg(rate)
        .arg(seconds(lengthMs), font);
}

Command encodeAudio(const QString &ffmpeg, const QString &dir, qint64 lengthMs)
{
    return {ffmpeg,
            {u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
             u"sine=frequency=220:beep_factor=4:sample_rate=16000:d=%1"_s.arg(seconds(lengthMs)), u"-c:a"_s,
             u"libvorbis"_s, u"-q:a"_s, u"0"_s, dir + u"/audio.ogg"_s}};
}

Command encodeVideo(const QString &ffmpeg, const QString &font, const QString &dir, const Master &master)
{
    return {ffmpeg,
            {u"-v"_s,
             u"error"_s,
             u"-y"_s,
             u"-f"_s,
             u"lavfi"_s,
             u"-i"_s,
             picture(font, u"0x2a6f4e"_s, u"640x360"_s, master.frameRate, master.lengthMs),
             u"-f"_s,
             u"lavfi"_s,
             u"-i"_s,
             u"sine=frequency=220:beep_factor=4:sample_rate=16000:d=%1"_s.arg(seconds(master.lengthMs)),
             u"-c:v"_s,
             u"libx264"_s,
             u"-preset"_s,
             u"ultrafast"_s,
             u"-g"_s,
             QString::number(master.frameRate * 2),
             u"-pix_fmt"_s,
             u"yuv420p"_s,
             u"-c:a"_s,
             u"aac"_s,
             u"-b:a"_s,
             u"32k"_s,
             u"-movflags"_s,
             u"+faststart"_s,
             u"-f"_s,
             u"mp4"_s,
             dir + u"/video-0.m4v"_s}};
}

Command encodeWebcams(const QString &ffmpeg, const QString &font, const QString &dir, const Master &master)
{
    return {ffmpeg,
            {u"-v"_s,
             u"error"_s,
             u"-y"_s,
             u"-f"_s,
             u"lavfi"_s,
             u"-i"_s,
             picture(font, u"0x1d3557"_s, u"320x240"_s, master.frameRate, master.lengthMs),
             u"-i"_s,
             dir + u"/audio.ogg"_s,
             u"-c:v"_s,
             u"libvpx-vp9"_s,
             u"-deadline"_s,
             u"realtime"_s,
             u"-cpu-used"_s,
             u"8"_s,
             u"-b:v"_s,
             u"48k"_s,
             u"-g"_s,
             QString::number(master.frameRate * 2),
             u"-c:a"_s,
             u"copy"_s,
             dir + u"/webcams.webm"_s}};
}

Command encodeDeskshare(const QString &ffmpeg, const QString &font, const QString &dir, const Master &master)
{
    return {ffmpeg,
            {u"-v"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s,
             picture(font, u"0x7d4f50"_s, u"640x360"_s, master.deskshareRate, master.lengthMs), u"-c:v"_s,
             u"libvpx-vp9"_s, u"-deadline"_s, u"realtime"_s, u"-cpu-used"_s, u"8"_s, u"-b:v"_s, u"40k"_s, u"-g"_s,
             u"10"_s, dir + u"/deskshare.webm"_s}};
}

bool encodeMaster(const QString &ffmpeg, const QString &dir, const Master &master, QString *errors)
{
    const QString font = usualFont();
    return QDir().mkpath(dir) &&
           runAll({encodeAudio(ffmpeg, dir, master.lengthMs), encodeVideo(ffmpeg, font, dir, master)}, errors) &&
           runAll({encodeWebcams(ffmpeg, font, dir, master),
                   encodeDeskshare(ffmpeg, font, dir, master),
                   {ffmpeg,
                    {u"-v"_s, u"error"_s, u"-y"_s, u"-i"_s, dir + u"/audio.ogg"_s, u"-c"_s, u"copy"_s,
                     dir + u"/audio.webm"_s}}},
                  errors);
}

std::vector<Command> cutCommands(const QString &ffmpeg, const QString &from, const QString &to, qint64 lengthMs)
{
    std::vector<Command> commands;
    for (const QString &name :
         {u"audio.ogg"_s, u"audio.webm"_s, u"webcams.webm"_s, u"deskshare.webm"_s, u"video-0.m4v"_s}) {
        QStringList arguments{u"-v"_s, u"error"_s,        u"-y"_s, u"-i"_s,  from + u'/' + name,
                              u"-t"_s, seconds(lengthMs), u"-c"_s, u"copy"_s};
        if (name.endsWith(u"m4v"_s))
            arguments << u"-movflags"_s << u"+faststart"_s << u"-f"_s << u"mp4"_s;
        commands.push_back({ffmpeg, arguments << to + u'/' + name});
    }
    return commands;
}

// A directory appears under its final name only when it is complete.
bool publish(const QString &made, const QString &wanted)
{
    QDir(wanted).removeRecursively();
    return QDir().rename(made, wanted);
}

} // namespace

QString MediaCache::mediaDirectory(qint64 lengthMs) const
{
    return m_root + u"/media-"_s + QString::number(lengthMs);
}

QString MediaCache::deckDirectory(int topic) const
{
    return m_root + u"/deck-"_s + QString::number(topic);
}

QString MediaCache::desksharePlaceholder() const
{
    return m_root + u"/deskshare.png"_s;
}

bool MediaCache::prepare(const Options &options)
{
    const QString base = options.mediaCache.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/letopis"_s
                             : options.mediaCache;
    m_root = base + u'/' + QString::fromLatin1(cacheVersion);
    QLockFile lock(m_root + u".lock"_s);
    lock.setStaleLockTime(patienceMs);
    if (!QDir().mkpath(m_root) || !lock.tryLock(patienceMs)) {
        m_notice = u"cannot write the cache %1"_s.arg(m_root);
        return false;
    }
    const QString ffmpeg = findProgram(u"ffmpeg"_s);
    if (!makeDecks(ffmpeg))
        return false;
    if (options.media == Media::None)
        return true;
    if (ffmpeg.isEmpty())
        m_notice = u"ffmpeg is not installed: the recordings have no media"_s;
    m_hasMedia = !ffmpeg.isEmpty() && makeMedia(ffmpeg, mediaLengths(options.media));
    return true;
}

bool MediaCache::makeDecks(const QString &ffmpeg)
{
    const QString font = usualFont();
    std::vector<Command> commands;
    std::vector<int> made;
    for (int topic = 0; topic < int(topics().size()); ++topic) {
        if (QFile::exists(deckDirectory(topic)))
            continue;
        const QString part = deckDirectory(topic) + u".part"_s;
        const Topic &about = topics()[std::size_t(topic)];
        if (!writeDeckTexts(part, about) || !writePlainPictures(part, about))
            return false;
        if (!ffmpeg.isEmpty() && !font.isEmpty())
            commands.push_back(drawPictures(ffmpeg, font, part, about));
        made.push_back(topic);
    }
    runAll(commands); // where it fails the plain pictures stay
    for (const int topic : made) {
        if (!publish(deckDirectory(topic) + u".part"_s, deckDirectory(topic)))
            return false;
    }
    QFile placeholder(desksharePlaceholder());
    return placeholder.exists() ||
           (placeholder.open(QIODevice::WriteOnly) && placeholder.write(plainPng(1280, 720, 0)) > 0);
}

bool MediaCache::makeMedia(const QString &ffmpeg, const std::vector<qint64> &lengths)
{
    for (const Master &master : {Master{shortMasterMs, 15, 5}, Master{lengths.back(), 2, 1}}) {
        const QString whole = mediaDirectory(master.lengthMs);
        if (master.lengthMs > lengths.back() || (master.lengthMs == shortMasterMs && master.frameRate == 2))
            continue;
        QString errors;
        if (!QFile::exists(whole) &&
            (!encodeMaster(ffmpeg, whole + u".part"_s, master, &errors) || !publish(whole + u".part"_s, whole))) {
            m_notice = u"ffmpeg could not make the media: "_s + errors;
            return false;
        }
        for (const qint64 length : lengths) {
            const bool mine = (length <= shortMasterMs) == (master.lengthMs <= shortMasterMs);
            if (!mine || QFile::exists(mediaDirectory(length)))
                continue;
            const QString part = mediaDirectory(length) + u".part"_s;
            if (!QDir().mkpath(part) || !runAll(cutCommands(ffmpeg, whole, part, length), &errors) ||
                !publish(part, mediaDirectory(length))) {
                m_notice = u"ffmpeg could not cut the media: "_s + errors;
                return false;
            }
        }
    }
    return true;
}

} // namespace letopis::demo
