#pragma once

#include "core/playback/eventsreader.h"

#include <QByteArray>
#include <QList>

#include <utility>

namespace letopis::test {

// Writes an events.xml: events in the order given, times as milliseconds after the meeting's first event.
class EventsFile
{
public:
    using Fields = QList<std::pair<QByteArray, QByteArray>>;
    static constexpr qint64 utcStart = 1'700'000'000'000;
    static constexpr qint64 monotonicStart = 5'000'000;

    QByteArray meetingId = QByteArray(40, 'a') + "-1700000000000";
    bool isBreakout = false;
    bool hasUtc = true;
    qint64 clockStart = monotonicStart;

    void add(qint64 ms, const QByteArray &module, const QByteArray &name, const Fields &fields = {})
    {
        m_events += "<event timestamp=\"" + QByteArray::number(clockStart + ms) + "\" module=\"" + module + "\" eventname=\""
            + name + "\">";
        for (const auto &[key, value] : fields)
            m_events += "<" + key + ">" + value + "</" + key + ">";
        if (hasUtc)
            m_events += "<timestampUTC>" + QByteArray::number(utcStart + ms) + "</timestampUTC>";
        m_events += "</event>\n";
    }
    void begin() { add(0, "PRESENTATION", "CreatePresentationPodEvent"); }
    void join(qint64 ms, const QByteArray &user, const QByteArray &external, const QByteArray &name,
              const QByteArray &role = "VIEWER")
    {
        add(ms, "PARTICIPANT", "ParticipantJoinEvent",
            {{"userId", user}, {"externalUserId", external}, {"name", name}, {"role", role}});
    }
    void leave(qint64 ms, const QByteArray &user) { add(ms, "PARTICIPANT", "ParticipantLeftEvent", {{"userId", user}}); }
    void presenter(qint64 ms, const QByteArray &user, const QByteArray &name = {})
    {
        add(ms, "PARTICIPANT", "AssignPresenterEvent", {{"userid", user}, {"name", name}, {"assignedBy", user}});
    }
    void status(qint64 ms, const QByteArray &user, const QByteArray &status, const QByteArray &value)
    {
        add(ms, "PARTICIPANT", "ParticipantStatusChangeEvent", {{"userId", user}, {"status", status}, {"value", value}});
    }
    void record(qint64 ms, const QByteArray &status = "true")
    {
        add(ms, "PARTICIPANT", "RecordStatusEvent", {{"userId", "w_1"}, {"status", status}});
    }
    void end(qint64 ms) { add(ms, "PARTICIPANT", "EndAndKickAllEvent", {{"reason", "ENDED_FROM_API"}}); }
    void raw(const QByteArray &xml) { m_events += xml; }

    QByteArray bytes() const
    {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<recording meeting_id=\"" + meetingId
            + "\" bbb_version=\"2.6.1\">\n<meeting id=\"" + meetingId + "\" externalId=\"m\" name=\"M\" breakout=\""
            + (isBreakout ? "true" : "false") + "\"/>\n<metadata meetingName=\"M\"/>\n<breakout/><breakoutRooms/>\n"
            + m_events + "</recording>\n";
    }

    Result<MeetingRecord> read(const QString &recordingId = {}, qsizetype piece = 1000) const
    {
        EventsReader reader(recordingId);
        const QByteArray whole = bytes();
        for (qsizetype at = 0; at < whole.size(); at += piece) {
            if (auto fed = reader.feed(whole.mid(at, piece)); !fed)
                return fed.error();
        }
        return reader.finish();
    }

private:
    QByteArray m_events;
};

} // namespace letopis::test
