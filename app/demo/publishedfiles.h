#pragma once

#include "app/demo/boardshapes.h"
#include "app/demo/meetingscript.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace letopis::demo {

struct TextFile
{
    QString path; // relative to the recording's directory
    QByteArray content;
};

// The text files of published/presentation/<id>, but metadata.xml and the slides; times are on the recording clock.
std::vector<TextFile> presentationFiles(const RecordingPlan &plan, const MeetingScript &script);
// index.html, video.xml, captions of published/video/<id>.
std::vector<TextFile> videoFiles(const RecordingPlan &plan, const MeetingScript &script);
std::vector<TextFile> notesFiles(const RecordingPlan &plan);
// captions/<id>/captions.json and the tracks it names; empty where the recording has none.
std::vector<TextFile> textTrackFiles(const RecordingPlan &plan, const MeetingScript &script);
bool hasCaptions(const RecordingPlan &plan);

// metadata.xml of one format. The base is "https://host:port".
QByteArray metadataXml(const RecordingPlan &plan, std::size_t format, const QByteArray &base);
// metadata.xml of a recording still in recording/process.
QByteArray processingMetadataXml(const RecordingPlan &plan);
// Playback link of a format.
QByteArray playbackLink(const RecordingPlan &plan, std::size_t format, const QByteArray &base);
// Up to three <image> elements of <preview><images>.
void appendPreviews(QByteArray &out, const RecordingPlan &plan, const QByteArray &base);

} // namespace letopis::demo
