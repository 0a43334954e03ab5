#pragma once

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QString>

namespace letopis::test {

// Media made by ffmpeg, whose every picture tells its own time: the left half's grey is the second, the right half's
// the frame within it (25 a second), in steps that survive compression.
inline QString ffmpeg()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

inline bool makeMedia(const QString &path, const QStringList &codecs, int seconds, bool hasVideo = true)
{
    QStringList arguments{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")};
    const QString length = QString::number(seconds);
    if (hasVideo) {
        arguments << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i")
                  << QStringLiteral("color=c=gray:s=160x120:r=25:d=%1,format=yuv420p,"
                                    "geq=lum='if(lt(X,W/2),16+6*floor(N/25),16+8*mod(N,25))':cb=128:cr=128")
                         .arg(length);
    }
    arguments << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i")
              << QStringLiteral("sine=frequency=440:sample_rate=48000:duration=%1").arg(length) << codecs << path;
    QProcess process;
    process.start(ffmpeg(), arguments);
    return process.waitForFinished(120'000) && process.exitCode() == 0;
}

// The time that a picture shows, in ms; -1 where it is none of ours.
inline qint64 timeInPicture(const QImage &image)
{
    if (image.isNull())
        return -1;
    // Video levels 16–235 become 0–255 in RGB.
    const auto luma = [&](int x) { return 16.0 + qGray(image.pixel(x, image.height() / 2)) * 219.0 / 255.0; };
    const int second = qRound((luma(image.width() / 4) - 16) / 6);
    const int frame = qRound((luma(image.width() * 3 / 4) - 16) / 8);
    return second * 1000 + frame * 40;
}

} // namespace letopis::test
