#include "app/demo/publishedfiles.h"

#include "app/demo/xmltext.h"

namespace letopis::demo {
namespace {

void appendHead(QByteArray &out, const RecordingPlan &plan)
{
    appendElement(out, "id", plan.recordId);
    appendElement(out, "state", stateName(plan.state));
    appendElement(out, "published", plan.state == State::Published ? "true" : "false");
    appendElement(out, "start_time", plan.startMs);
    appendElement(out, "end_time", plan.endMs);
    appendElement(out, "participants", plan.participants);
    out += "<meeting id=\"" + plan.recordId + "\" externalId=\"" + escaped(plan.meetingId) + "\" name=\"" +
           escaped(plan.name) + "\" breakout=\"" + (plan.isBreakout ? "true" : "false") + "\"/>\n";
}

void appendMeta(QByteArray &out, const RecordingPlan &plan)
{
    out += "<meta>";
    for (const auto &[key, value] : plan.meta)
        appendElement(out, key, value);
    appendElement(out, "isBreakout", plan.isBreakout ? "true" : "false");
    appendElement(out, "meetingId", plan.meetingId);
    appendElement(out, "meetingName", plan.name);
    out += "</meta>\n";
}

void appendBreakouts(QByteArray &out, const RecordingPlan &plan)
{
    if (plan.isBreakout)
        out += "<breakout parentMeetingId=\"" + plan.parentId + "\" sequence=\"" + QByteArray::number(plan.sequence) +
               "\" meetingId=\"" + plan.recordId + "\"/>\n";
    else if (plan.bbbVersion.startsWith("2.7"))
        out += "<breakout/>\n"; // empty in ordinary meetings: bigbluebutton#17441
    if (!plan.breakoutRooms.empty()) {
        out += "<breakoutRooms>";
        for (const QByteArray &room : plan.breakoutRooms)
            appendElement(out, "breakoutRoom", room);
        out += "</breakoutRooms>\n";
    } else if (plan.bbbVersion.startsWith("2.7")) {
        out += "<breakoutRooms/>\n";
    }
}

} // namespace

QByteArray playbackLink(const RecordingPlan &plan, std::size_t format, const QByteArray &base)
{
    switch (1U << format) {
    case PodcastFormat:
        return base + "/podcast/" + plan.recordId + "/audio.ogg";
    case NotesFormat:
        return base + "/notes/" + plan.recordId + "/notes.html";
    case VideoFormat:
        return base + "/playback/video/" + plan.recordId + '/';
    default:
        return base + "/playback/presentation/2.3/" + plan.recordId;
    }
}

void appendPreviews(QByteArray &out, const RecordingPlan &plan, const QByteArray &base)
{
    for (int i = 0; i < 3; ++i) {
        const SlideText &slide = plan.about().slides[std::size_t(i)];
        out += "<image alt=\"" + escaped(slide.title) + ' ' + escaped(slide.lines[0]) +
               "\" height=\"136\" width=\"176\">" + base + "/presentation/" + plan.recordId + "/presentation/" +
               plan.presentationId + "/thumbnails/thumb-" + QByteArray::number(i + 1) + ".png</image>";
    }
}

QByteArray metadataXml(const RecordingPlan &plan, std::size_t format, const QByteArray &base)
{
    // A file the API has rewritten went through a pretty printer, which puts long text on a line of its own.
    const QByteArray pad = plan.rewrites > 0 ? "\n      " : "";
    QByteArray out = plan.rewrites > 0 ? "<?xml version='1.0' encoding='UTF-8'?>\n<recording>\n"
                                       : "<?xml version=\"1.0\"?>\n<recording>\n";
    appendHead(out, plan);
    appendMeta(out, plan);
    appendBreakouts(out, plan);
    out += "<playback>";
    appendElement(out, "format", formatNames[format]);
    out += "<link>" + pad + playbackLink(plan, format, base) + pad + "</link>";
    appendElement(out, "processing_time", plan.processingMs[format]);
    appendElement(out, "duration", plan.durationMs);
    if (1U << format == PresentationFormat) {
        out += "<extensions><preview><images>";
        appendPreviews(out, plan, base);
        out += "</images></preview></extensions>";
    }
    appendElement(out, "size", plan.sizes[format]);
    out += "</playback>\n";
    appendElement(out, "raw_size", plan.rawSize);
    return out + "\n</recording>\n";
}

QByteArray processingMetadataXml(const RecordingPlan &plan)
{
    QByteArray out = "<?xml version=\"1.0\"?>\n<recording>\n";
    appendHead(out, plan);
    out += "<playback/>\n";
    appendMeta(out, plan);
    appendBreakouts(out, plan);
    return out + "</recording>\n";
}

} // namespace letopis::demo
