#pragma once

#include "app/demo/demooptions.h"

#include <QString>

namespace letopis::demo {

// Media and slides that all recordings share, made once by ffmpeg and hard-linked from then on. Blocks while making;
// several processes may ask at once. Read-only afterwards.
class MediaCache
{
public:
    // Without ffmpeg there is no media, slides are plain, and notice() says so. False when nothing can be written.
    bool prepare(const Options &options);

    QString notice() const { return m_notice; }
    bool hasMedia() const { return m_hasMedia; }
    // webcams.webm, audio.webm, audio.ogg, deskshare.webm, video-0.m4v of that length.
    QString mediaDirectory(qint64 lengthMs) const;
    // slide-N.png, svgs/slideN.svg, thumbnails/thumb-N.png, textfiles/slide-N.txt of a topic's slides.
    QString deckDirectory(int topic) const;
    QString desksharePlaceholder() const;

private:
    bool makeDecks(const QString &ffmpeg);
    bool makeMedia(const QString &ffmpeg, const std::vector<qint64> &lengths);

    QString m_root;
    QString m_notice;
    bool m_hasMedia = false;
};

} // namespace letopis::demo
