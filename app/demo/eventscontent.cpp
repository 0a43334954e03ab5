#include "app/demo/eventswriter.h"

namespace letopis::demo {
namespace {

QByteArray jsonText(QByteArray text)
{
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray answersJson(const Poll &poll, bool votes)
{
    QByteArray json = "[";
    for (std::size_t i = 0; i < poll.answers.size(); ++i) {
        json += (i ? ",{\"id\":" : "{\"id\":") + QByteArray::number(i) + ",\"key\":" + jsonText(poll.answers[i]);
        json += (votes ? ",\"numVotes\":" + QByteArray::number(poll.votesFor(int(i))) : QByteArray()) + '}';
    }
    return json + ']';
}

} // namespace

void EventsWriter::addChat()
{
    for (const ChatLine &line : m_script.chat) {
        const Attendee &author = m_script.attendees[line.attendee];
        Fields fields{{"senderId", author.userIdAt(line.atMs)}, {"message", line.html}};
        if (m_board == Board::Legacy) {
            fields.push_back({"sender", author.name});
            fields.push_back({"color", "#303f9f"});
        } else {
            fields.push_back({"senderRole", author.isModeratorAt(line.atMs) ? "MODERATOR" : "VIEWER"});
            fields.push_back({"chatEmphasizedText", yesNo(author.isModeratorAt(line.atMs))});
        }
        if (m_board == Board::TldrawV2)
            fields.push_back(
                {"id", QByteArray::number(m_script.startMs + line.atMs) + "-" + author.sessions[0].userId.right(8)});
        add(line.atMs, "CHAT", "PublicChatEvent", std::move(fields));
    }
    if (m_script.chatClearedMs >= 0)
        add(m_script.chatClearedMs, "CHAT", "ClearPublicChatEvent", {});
}

void EventsWriter::addPolls()
{
    for (const Poll &poll : m_script.polls) {
        add(poll.startMs, "POLL", "PollStartedRecordEvent",
            {{"pollId", poll.id},
             {"userId", presenterId(poll.startMs)},
             {"question", poll.question},
             {"type", poll.type},
             {"secretPoll", yesNo(poll.isSecret)},
             {"answers", answersJson(poll, false)}});
        for (const PollAnswer &vote : poll.votes) {
            const QByteArray voter =
                poll.isSecret ? QByteArray() : m_script.attendees[vote.attendee].userIdAt(vote.atMs);
            add(vote.atMs, "POLL", "UserRespondedToPollRecordEvent",
                {{"pollId", poll.id},
                 {"userId", voter},
                 {"answerId", QByteArray::number(vote.answer)},
                 {"answer", poll.answers[std::size_t(vote.answer)]}});
        }
        add(poll.publishMs, "POLL", "PollPublishedRecordEvent",
            {{"pollId", poll.id},
             {"question", poll.question},
             {"answers", answersJson(poll, true)},
             {"numRespondents", QByteArray::number(poll.asked)},
             {"numResponders", QByteArray::number(poll.votes.size())}});
        add(poll.publishMs + 5, "POLL", "PollStoppedRecordEvent", {{"pollId", poll.id}});
    }
}

void EventsWriter::addSlides()
{
    for (const SlideShow &show : m_script.slides)
        add(show.atMs, "PRESENTATION", "GotoSlideEvent",
            {{"podId", pod},
             {"presentationName", m_plan.presentationId},
             {"slide", QByteArray::number(show.slide)},
             {"id", page(show.slide)}});
    for (const Zoom &zoom : m_script.zooms) {
        // From 2.6 on the offsets are those of tldraw's camera, in board units.
        const View view = viewOf(zoom);
        const double x = m_board == Board::Legacy ? zoom.x : -view.x * boardScale;
        const double y = m_board == Board::Legacy ? zoom.y : -view.y * boardScale;
        add(zoom.atMs, "PRESENTATION", "ResizeAndMoveSlideEvent",
            {{"podId", pod},
             {"presentationName", m_plan.presentationId},
             {"id", page(0)},
             {"xOffset", QByteArray::number(x)},
             {"yOffset", QByteArray::number(y)},
             {"widthRatio", QByteArray::number(zoom.width)},
             {"heightRatio", QByteArray::number(zoom.height)}});
    }
}

void EventsWriter::addLegacyShape(std::size_t index)
{
    const Shape &shape = m_script.shapes[index];
    const auto event = [&](qint64 atMs, const char *status, std::size_t points) {
        QByteArray list;
        for (std::size_t i = 0; i < points; ++i)
            list +=
                (i ? "," : "") + QByteArray::number(shape.points[i][0]) + ',' + QByteArray::number(shape.points[i][1]);
        const QByteArray id = shapeId(m_script, index, m_board);
        Fields fields{{"presentation", m_plan.presentationId},
                      {"pageNumber", QByteArray::number(shape.slide)},
                      {"whiteboardId", page(shape.slide)},
                      {"userId", presenterId(shape.startMs)},
                      {"shapeId", id},
                      {"id", id},
                      {"position", QByteArray::number(index)},
                      {"type", shapeKindName(shape.kind)},
                      {"status", status},
                      {"dataPoints", list},
                      {"color", QByteArray::number(shape.color)},
                      {"thickness", "0.25"}};
        if (shape.kind == ShapeKind::Text)
            fields.push_back({"text", shape.text});
        add(atMs, "WHITEBOARD", "AddShapeEvent", std::move(fields));
    };
    event(shape.startMs, "DRAW_START", 1);
    event((shape.startMs + shape.endMs) / 2, "DRAW_UPDATE", (shape.points.size() + 1) / 2);
    event(shape.endMs, "DRAW_END", shape.points.size());
    if (shape.undoMs >= 0)
        add(shape.undoMs, "WHITEBOARD", "UndoAnnotationEvent",
            {{"presentation", m_plan.presentationId},
             {"pageNumber", QByteArray::number(shape.slide)},
             {"whiteboardId", page(shape.slide)},
             {"userId", presenterId(shape.undoMs)},
             {"shapeId", shapeId(m_script, index, m_board)}});
}

void EventsWriter::addTldrawShape(std::size_t index)
{
    const Shape &shape = m_script.shapes[index];
    const Fields common{{"presentation", m_plan.presentationId},
                        {"pageNumber", QByteArray::number(shape.slide)},
                        {"whiteboardId", page(shape.slide)},
                        {"userId", presenterId(shape.startMs)},
                        {"shapeId", shapeId(m_script, index, m_board)}};
    for (const double share : {0.5, 1.0}) {
        Fields fields = common;
        fields.push_back({"shapeData", tldrawShape(m_script, index, m_board, share)});
        add(shape.startMs + qint64(share * double(shape.endMs - shape.startMs)), "WHITEBOARD", "AddTldrawShapeEvent",
            std::move(fields));
    }
    if (shape.undoMs >= 0)
        add(shape.undoMs, "WHITEBOARD", "DeleteTldrawShapeEvent", common);
}

void EventsWriter::addShapes()
{
    for (std::size_t i = 0; i < m_script.shapes.size(); ++i) {
        if (m_board == Board::Legacy)
            addLegacyShape(i);
        else
            addTldrawShape(i);
    }
}

void EventsWriter::addCursor()
{
    const double xScale = m_board == Board::Legacy ? 1 : slideWidth * boardScale / 100;
    const double yScale = m_board == Board::Legacy ? 1 : slideHeight * boardScale / 100;
    for (const CursorPoint &point : m_script.cursor) {
        const bool hidden = point.x < 0;
        add(point.atMs, "WHITEBOARD", "WhiteboardCursorMoveEvent",
            {{"userId", presenterId(point.atMs)},
             {"whiteboardId", page(0)},
             {"xOffset", QByteArray::number(hidden ? -1.0 : point.x * xScale)},
             {"yOffset", QByteArray::number(hidden ? -1.0 : point.y * yScale)}});
    }
}

void EventsWriter::addShares()
{
    for (const Span &share : m_script.screenShares) {
        const QByteArray id = presenterId(share.fromMs);
        const QByteArray root =
            m_board == Board::Legacy ? "file:///var/kurento/screenshare/" : "file:///var/mediasoup/screenshare/";
        const Fields fields{{"meeting_id", m_plan.recordId},
                            {"userId", id},
                            {"filename", root + m_plan.recordId + '/' + m_bridge + '-' +
                                             QByteArray::number(m_script.startMs + share.fromMs) + ".webm"}};
        add(share.fromMs, "bbb-webrtc-sfu", "StartWebRTCDesktopShareEvent", fields);
        add(share.toMs, "bbb-webrtc-sfu", "StopWebRTCDesktopShareEvent", fields);
    }
    if (m_script.externalVideoMs >= 0) {
        add(m_script.externalVideoMs, "EXTERNAL-VIDEO", "StartExternalVideoRecordEvent",
            {{"externalVideoUrl", "https://example.org/watch/demo"}});
        add(m_script.externalVideoMs + 900, "EXTERNAL-VIDEO", "StopExternalVideoRecordEvent", {});
    }
}

} // namespace letopis::demo
