#include "app/demo/apixml.h"

#include "app/demo/publishedfiles.h"
#include "app/demo/xmltext.h"

namespace letopis::demo {
namespace {

QByteArray yesNo(bool value)
{
    return value ? "true" : "false";
}

void appendMeta(QByteArray &out, const RecordingPlan &plan, bool scalelite)
{
    out += "<metadata>";
    for (const auto &[key, value] : plan.meta) {
        if (value.isEmpty() && scalelite)
            out += '<' + key + "><![CDATA[]]></" + key + '>';
        else
            appendElement(out, key, value);
    }
    if (!scalelite) {
        appendElement(out, "isBreakout", yesNo(plan.isBreakout));
        appendElement(out, "meetingId", plan.meetingId);
        appendElement(out, "meetingName", plan.name);
    }
    out += "</metadata>";
}

void appendBreakouts(QByteArray &out, const RecordingPlan &plan)
{
    const bool emptyElement = plan.bbbVersion.startsWith("2.7"); // <breakout/> in metadata.xml reads as a breakout room
    if (plan.isBreakout || emptyElement) {
        out += "<breakout>";
        appendElement(out, "parentId", plan.isBreakout ? plan.parentId : "unknown");
        appendElement(out, "sequence", plan.sequence);
        appendElement(out, "freeJoin", "false");
        out += "</breakout>";
    }
    if (!plan.breakoutRooms.empty()) {
        out += "<breakoutRooms>";
        for (const QByteArray &room : plan.breakoutRooms)
            appendElement(out, "breakoutRoom", room);
        out += "</breakoutRooms>";
    }
}

void appendFormat(QByteArray &out, const RecordingPlan &plan, std::size_t format, const QByteArray &base,
                  bool scalelite)
{
    // Once rewritten by the API, and on some servers anyway, addresses stand on lines of their own.
    const QByteArray pad = plan.rewrites > 0 || plan.index % 50 == 7 ? "\n          " : "";
    out += "<format>";
    appendElement(out, "type", formatNames[format]);
    out += "<url>" + pad + playbackLink(plan, format, base) + pad + "</url>";
    appendElement(out, "processingTime", plan.processingMs[format]);
    appendElement(out, "length", scalelite ? (plan.durationMs + 30'000) / 60'000 : plan.durationMs / 60'000);
    if (!scalelite)
        appendElement(out, "size", plan.sizes[format]);
    if (1U << format == PresentationFormat) {
        out += "<preview><images>";
        appendPreviews(out, plan, base);
        out += "</images></preview>";
    }
    out += "</format>";
}

} // namespace

void appendRecording(QByteArray &out, const RecordingPlan &plan, unsigned formats, const QByteArray &base,
                     bool scalelite)
{
    const bool erased = scalelite && plan.state == State::Deleted; // Scalelite keeps the row alone
    out += "<recording>";
    appendElement(out, "recordID", plan.recordId);
    appendElement(out, "meetingID", plan.meetingId);
    appendElement(out, "internalMeetingID", plan.recordId);
    appendElement(out, "name", plan.name);
    if (!scalelite)
        appendElement(out, "isBreakout", yesNo(plan.isBreakout));
    appendElement(out, "published", yesNo(plan.state == State::Published));
    if (scalelite)
        appendElement(out, "protected", yesNo(plan.isProtected));
    appendElement(out, "state", stateName(plan.state));
    appendElement(out, "startTime", plan.startMs);
    appendElement(out, "endTime", plan.endMs);
    appendElement(out, "participants", plan.participants);
    if (!scalelite)
        appendElement(out, "rawSize", plan.rawSize);
    if (erased)
        out += "<metadata/>";
    else
        appendMeta(out, plan, scalelite);
    if (!scalelite)
        appendBreakouts(out, plan);
    const bool unfinished = plan.state == State::Processing || plan.state == State::Processed;
    const unsigned shown = unfinished || erased ? 0 : formats;
    if (!scalelite) {
        qint64 size = 0;
        for (std::size_t format = 0; format < formatNames.size(); ++format)
            size += (shown >> format) & 1U ? plan.sizes[format] : 0;
        appendElement(out, "size", size);
    }
    out += shown ? "<playback>" : "<playback/>";
    for (std::size_t format = 0; format < formatNames.size(); ++format) {
        if ((shown >> format) & 1U)
            appendFormat(out, plan, format, base, scalelite);
    }
    out += shown ? "</playback><data/></recording>\n" : "<data/></recording>\n";
}

QByteArray failureXml(const QByteArray &key, const QByteArray &message)
{
    QByteArray out = "<response><returncode>FAILED</returncode>";
    appendElement(out, "messageKey", key);
    appendElement(out, "message", message);
    return out + "</response>";
}

QByteArray failureJson(const QByteArray &key, const QByteArray &message)
{
    return "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"" + key + "\",\"message\":\"" + message + "\"}}";
}

} // namespace letopis::demo
