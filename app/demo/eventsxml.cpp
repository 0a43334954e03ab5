#include "app/demo/eventsxml.h"

#include "app/demo/boardshapes.h"
#include "app/demo/xmltext.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace letopis::demo {
namespace {

using Fields = std::vector<std::pair<QByteArray, QByteArray>>;

struct Event
{
    qint64 atMs;
    const char *module;
    const char *name;
    Fields fields;
};

QByteArray yesNo(bool value)
{
    return value ? "true" : "false";
}

class EventsWriter
{
public:
    EventsWriter(const RecordingPlan &plan, const MeetingScript &script)
        : m_plan(plan)
        , m_script(script)
        , m_board(boardOf(plan))
        , m_bridge(QByteArray::number(70'000 + plan.index % 9'999))
    {
    }

    QByteArray write();

private:
    void add(qint64 atMs, const char *module, const char *name, Fields fields)
    {
        m_events.push_back({std::clamp<qint64>(atMs, 0, m_script.lengthMs), module, name, std::move(fields)});
    }
    void addSetup();
    void addPeople();
    void addSession(const Attendee &attendee, std::size_t index);
    void addVoice(const Attendee &attendee);
    void addWebcams(const Attendee &attendee);
    void addRoles();
    void addPresenters();
    void addMarks();
    void addChat();
    void addPolls();
    void addSlides();
    void addShapes();
    void addLegacyShape(std::size_t index);
    void addTldrawShape(std::size_t index);
    void addCursor();
    void addShares();
    QByteArray hostId(qint64 atMs) const { return m_script.attendees[0].userIdAt(atMs); }
    QByteArray presenterId(qint64 atMs) const;
    QByteArray page(int slide) const { return m_plan.presentationId + '/' + QByteArray::number(slide + 1); }
    QByteArray head() const;
    void append(QByteArray &out, const Event &event, std::size_t number) const;

    const RecordingPlan &m_plan;
    const MeetingScript &m_script;
    Board m_board;
    QByteArray m_bridge;
    std::vector<Event> m_events;
};

constexpr auto pod = "DEFAULT_PRESENTATION_POD";

void EventsWriter::addSetup()
{
    if (m_board != Board::Legacy)
        add(0, "CONFIG", "MeetingConfigurationEvent", {{"webcamsOnlyForModerator", "false"}});
    add(0, "PRESENTATION", "CreatePresentationPodEvent", {{"podId", pod}, {"currentPresenter", ""}});
    if (m_board == Board::Legacy)
        add(396, "PAD", "AddPadEvent", {{"padId", "[1]" + sha1Hex(m_plan.recordId).left(36)}});
    else
        add(396, "PAD", "PadCreatedEvent", {{"padId", "g." + sha1Hex(m_plan.recordId).left(16) + "$notes"}});
    add(1'200, "PRESENTATION", "ConversionCompletedEvent",
        {{"originalFilename", "default.pdf"}, {"presentationName", m_plan.presentationId}, {"podId", pod}});
    add(1'202, "PRESENTATION", "SharePresentationEvent",
        {{"presentationName", m_plan.presentationId}, {"podId", pod}, {"share", "true"}});
    add(1'203, "PRESENTATION", "SetPresentationDownloadable",
        {{"presentationName", m_plan.presentationId}, {"podId", pod}, {"downloadable", "false"}});
    add(m_script.lengthMs, "PARTICIPANT", "EndAndKickAllEvent",
        {{"reason", m_plan.index % 2 ? "ENDED_WHEN_LAST_USER_LEFT" : "ENDED_AFTER_USER_LOGGED_OUT"}});
}

void EventsWriter::addSession(const Attendee &attendee, std::size_t index)
{
    const Session &session = attendee.sessions[index];
    Fields join{{"userId", session.userId},
                {"externalUserId", attendee.externalId.isEmpty() ? session.userId : attendee.externalId},
                {"name", attendee.name},
                {"role", attendee.isModeratorAt(session.joinMs) ? "MODERATOR" : "VIEWER"}};
    if (m_board == Board::TldrawV2)
        join.push_back({"userdata", ""});
    add(session.joinMs, "PARTICIPANT", "ParticipantJoinEvent", std::move(join));
    if (session.leaveMs >= 0)
        add(session.leaveMs, "PARTICIPANT", "ParticipantLeftEvent", {{"userId", session.userId}});
}

// Talking people join the audio conference a moment after they came and leave it with the session.
void EventsWriter::addVoice(const Attendee &attendee)
{
    if (attendee.talks.empty() && !attendee.isPhone)
        return;
    for (std::size_t i = 0; i < attendee.sessions.size(); ++i) {
        const Session &session = attendee.sessions[i];
        const qint64 next =
            i + 1 < attendee.sessions.size() ? attendee.sessions[i + 1].joinMs - 200 : m_script.lengthMs - 100;
        const qint64 end = session.leaveMs < 0 ? next : std::min(next, session.leaveMs - 50);
        const QByteArray number = attendee.isPhone ? attendee.name : session.userId + "_1-bbbID-" + attendee.name;
        add(session.joinMs + (attendee.isPhone ? 0 : 1'500), "VOICE", "ParticipantJoinedEvent",
            {{"participant", session.userId},
             {"bridge", m_bridge},
             {"callername", attendee.name},
             {"callernumber", number},
             {"talking", "false"},
             {"muted", "false"}});
        add(end, "VOICE", "ParticipantLeftEvent", {{"participant", session.userId}, {"bridge", m_bridge}});
    }
    for (std::size_t i = 0; i < attendee.talks.size(); ++i) {
        const Span &talk = attendee.talks[i];
        const QByteArray id = attendee.userIdAt(talk.fromMs);
        add(talk.fromMs, "VOICE", "ParticipantTalkingEvent",
            {{"participant", id}, {"bridge", m_bridge}, {"talking", "true"}});
        // Now and then the end of talking is only told by the muting.
        if (i % 7 == 6) {
            add(talk.toMs, "VOICE", "ParticipantMutedEvent",
                {{"participant", id}, {"bridge", m_bridge}, {"muted", "true"}});
            add(talk.toMs + 300, "VOICE", "ParticipantMutedEvent",
                {{"participant", id}, {"bridge", m_bridge}, {"muted", "false"}});
        } else {
            add(talk.toMs, "VOICE", "ParticipantTalkingEvent",
                {{"participant", id}, {"bridge", m_bridge}, {"talking", "false"}});
        }
    }
}

void EventsWriter::addWebcams(const Attendee &attendee)
{
    for (const Span &webcam : attendee.webcams) {
        const QByteArray id = attendee.userIdAt(webcam.fromMs);
        const QByteArray root =
            m_board == Board::Legacy ? "file:///var/kurento/recordings/" : "file:///var/mediasoup/recordings/";
        const QByteArray file = root + m_plan.recordId + "/medium-" + id + '-' +
                                QByteArray::number(m_script.startMs + webcam.fromMs) + ".webm";
        Fields fields{{"meeting_id", m_plan.recordId}, {"filename", file}};
        if (m_board != Board::Legacy)
            fields.push_back({"userId", id});
        add(webcam.fromMs, "bbb-webrtc-sfu", "StartWebRTCShareEvent", fields);
        add(webcam.toMs, "bbb-webrtc-sfu", "StopWebRTCShareEvent", std::move(fields));
    }
}

void EventsWriter::addPeople()
{
    for (const Attendee &attendee : m_script.attendees) {
        for (std::size_t i = 0; i < attendee.sessions.size() && !attendee.isPhone; ++i)
            addSession(attendee, i);
        addVoice(attendee);
        addWebcams(attendee);
    }
    const qint64 raised = m_script.marks[0].fromMs + 1'000;
    const QByteArray id =
        m_script.attendees.back().isPhone ? hostId(raised) : m_script.attendees.back().userIdAt(raised);
    if (m_board == Board::TldrawV2)
        add(raised, "PARTICIPANT", "ParticipantStatusChangeEvent",
            {{"userId", id}, {"status", "raiseHand"}, {"value", "true"}});
    else
        add(raised, "PARTICIPANT", "ParticipantStatusChangeEvent",
            {{"userId", id}, {"status", "emojiStatus"}, {"value", "raiseHand"}});
}

void EventsWriter::addRoles()
{
    for (const Attendee &attendee : m_script.attendees) {
        for (const RoleChange &change : attendee.roleChanges)
            add(change.atMs, "PARTICIPANT", "ParticipantStatusChangeEvent",
                {{"userId", attendee.userIdAt(change.atMs)},
                 {"status", "role"},
                 {"value", change.moderator ? "MODERATOR" : "VIEWER"}});
    }
}

QByteArray EventsWriter::presenterId(qint64 atMs) const
{
    std::size_t current = m_script.presenters[0].attendee;
    for (const PresenterChange &change : m_script.presenters) {
        if (change.atMs <= atMs)
            current = change.attendee;
    }
    return m_script.attendees[current].userIdAt(atMs);
}

void EventsWriter::addPresenters()
{
    for (std::size_t i = 0; i < m_script.presenters.size(); ++i) {
        const PresenterChange &change = m_script.presenters[i];
        const Attendee &presenter = m_script.attendees[change.attendee];
        const QByteArray id = presenter.userIdAt(change.atMs);
        const QByteArray by = i == 0 ? id : hostId(change.atMs);
        for (int again = 0; again < 2; ++again) // emitted twice, as the real server does
            add(change.atMs + again * 20, "PARTICIPANT", "AssignPresenterEvent",
                {{"userid", id}, {"name", presenter.name}, {"assignedBy", by}});
        add(change.atMs + 23, "PRESENTATION", "SetPresenterInPodEvent", {{"podId", pod}, {"nextPresenterId", id}});
    }
}

void EventsWriter::addMarks()
{
    for (std::size_t i = 0; i < m_script.marks.size(); ++i) {
        const Span &mark = m_script.marks[i];
        add(mark.fromMs, "PARTICIPANT", "RecordStatusEvent", {{"userId", hostId(mark.fromMs)}, {"status", "true"}});
        if (i + 1 < m_script.marks.size() || !m_script.lastMarkIsOpen)
            add(mark.toMs, "PARTICIPANT", "RecordStatusEvent", {{"userId", hostId(mark.toMs)}, {"status", "false"}});
    }
    const qint64 voice = m_script.attendees[0].sessions[0].joinMs + 1'600;
    const QByteArray clock = QByteArray::number(m_script.bootMs + voice);
    const QByteArray file = "/var/freeswitch/meetings/" + m_plan.recordId + '-' + clock + ".opus";
    add(voice, "VOICE", "StartRecordingEvent",
        {{"filename", file}, {"bridge", m_bridge}, {"recordingTimestamp", clock}});
    add(m_script.lengthMs, "VOICE", "StopRecordingEvent",
        {{"filename", file},
         {"bridge", m_bridge},
         {"recordingTimestamp", QByteArray::number(m_script.bootMs + m_script.lengthMs)}});
}

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

QByteArray legacyType(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::Pencil:
        return "pencil";
    case ShapeKind::Line:
        return "line";
    case ShapeKind::Rectangle:
        return "rectangle";
    case ShapeKind::Ellipse:
        return "ellipse";
    case ShapeKind::Triangle:
        return "triangle";
    case ShapeKind::Text:
        return "text";
    }
    return {};
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
                      {"type", legacyType(shape.kind)},
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

QByteArray EventsWriter::head() const
{
    const QByteArray breakout = yesNo(m_plan.isBreakout);
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<recording meeting_id=\"" + m_plan.recordId +
                     "\" bbb_version=\"" + m_plan.bbbVersion + "\">\n  <meeting id=\"" + m_plan.recordId +
                     "\" externalId=\"" + escaped(m_plan.meetingId) + "\" name=\"" + escaped(m_plan.name) +
                     "\" breakout=\"" + breakout + "\"/>\n  <metadata";
    for (const auto &[key, value] : m_plan.meta)
        out += ' ' + key + "=\"" + escaped(value) + '"';
    out += " isBreakout=\"" + breakout + "\" meetingId=\"" + escaped(m_plan.meetingId) + "\" meetingName=\"" +
           escaped(m_plan.name) + "\"/>\n";
    if (m_plan.isBreakout)
        out += "  <breakout parentMeetingId=\"" + m_plan.parentId + "\" sequence=\"" +
               QByteArray::number(m_plan.sequence) + "\" meetingId=\"" + m_plan.recordId + "\"/>\n";
    else if (m_board == Board::TldrawV1)
        out += "  <breakout/>\n"; // written although there is none
    if (m_plan.breakoutRooms.empty())
        return out + (m_board == Board::TldrawV1 ? "  <breakoutRooms/>\n" : "");
    out += "  <breakoutRooms>\n";
    for (const QByteArray &room : m_plan.breakoutRooms)
        out += "    <breakoutRoom>" + room + "</breakoutRoom>\n";
    return out + "  </breakoutRooms>\n";
}

void EventsWriter::append(QByteArray &out, const Event &event, std::size_t number) const
{
    Fields fields = event.fields;
    const qint64 utc = m_script.startMs + event.atMs;
    fields.push_back({"timestampUTC", QByteArray::number(utc)});
    if (qstrcmp(event.module, "bbb-webrtc-sfu") != 0)
        fields.push_back(
            {"date", QDateTime::fromMSecsSinceEpoch(utc, QTimeZone::utc()).toString(Qt::ISODateWithMs).toLatin1()});
    // The order of the children is random in real files.
    std::ranges::rotate(fields, fields.begin() + std::ptrdiff_t(number % fields.size()));
    out += "  <event timestamp=\"" + QByteArray::number(m_script.bootMs + event.atMs) + "\" module=\"" + event.module +
           "\" eventname=\"" + event.name + "\">\n";
    for (const auto &[key, value] : fields) {
        out += "    ";
        appendElement(out, key, value);
        out += '\n';
    }
    out += "  </event>\n";
}

QByteArray EventsWriter::write()
{
    addSetup();
    addPeople();
    addRoles();
    addPresenters();
    addMarks();
    addChat();
    addPolls();
    addSlides();
    addShapes();
    addCursor();
    addShares();
    // The end of the meeting stays the last event among those of its millisecond.
    const auto isEnd = [](const Event &event) { return qstrcmp(event.name, "EndAndKickAllEvent") == 0; };
    std::ranges::stable_sort(m_events, [&](const Event &a, const Event &b) {
        return a.atMs != b.atMs ? a.atMs < b.atMs : !isEnd(a) && isEnd(b);
    });
    QByteArray out = head();
    for (std::size_t i = 0; i < m_events.size(); ++i)
        append(out, m_events[i], i);
    return out + "</recording>\n";
}

} // namespace

QByteArray eventsXml(const RecordingPlan &plan, const MeetingScript &script)
{
    return EventsWriter(plan, script).write();
}

} // namespace letopis::demo
