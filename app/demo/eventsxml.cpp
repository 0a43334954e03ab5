#include "app/demo/eventsxml.h"

#include "app/demo/eventswriter.h"
#include "app/demo/xmltext.h"

#include <QDateTime>
#include <QTimeZone>

namespace letopis::demo {

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

QByteArray eventsXml(const RecordingPlan &plan, const MeetingScript &script)
{
    return EventsWriter(plan, script).write();
}

} // namespace letopis::demo
