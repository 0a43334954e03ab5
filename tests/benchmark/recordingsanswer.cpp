#include "tests/benchmark/recordingsanswer.h"

#include <QByteArrayList>
#include <QCryptographicHash>

namespace letopis::bench {

namespace {
constexpr qsizetype bufferBytes = 1 << 20;

const QByteArrayList &words()
{
    static const QByteArrayList list{"Лекция", "алгебра", "группа", "Weekly", "planning", "review", "история", "семинар", "физика",
                                     "Team", "budget", "интервью", "курс", "practice", "обсуждение", "roadmap", "экзамен", "design"};
    return list;
}

QByteArray titleOf(int number)
{
    const qsizetype size = words().size();
    return words()[number % size] + ' ' + words()[(number / 7) % size] + ' ' + words()[(number / 31) % size] + ' '
        + QByteArray::number(number);
}

QByteArray previewsOf(const QByteArray &id)
{
    QByteArray images;
    for (int i = 1; i <= 3; ++i)
        images += "<image width=\"176\" height=\"136\" alt=\"Slide " + QByteArray::number(i) + "\">https://bbb.example.org/presentation/" + id
            + "/presentation/d2d9a672040fbde2a47a10bf6c37b6a4b5ae187f-" + id.right(13) + "/thumbnails/thumb-" + QByteArray::number(i)
            + ".png</image>\n";
    return "<preview><images>\n" + images + "</images></preview>";
}

QByteArray recordingOf(int number)
{
    const qint64 start = 1'600'000'000'000 + qint64(number) * 600'000;
    const QByteArray hash = QCryptographicHash::hash(QByteArray::number(number / 5), QCryptographicHash::Sha1).toHex();
    const QByteArray id = hash + '-' + QByteArray::number(start);
    const QByteArray title = titleOf(number);
    const QByteArray room = "room-" + QByteArray::number(number / 5);
    QByteArray xml = "<recording>\n<recordID>" + id + "</recordID>\n<meetingID>" + room + "</meetingID>\n<internalMeetingID>" + id
        + "</internalMeetingID>\n<name>" + title + " &amp; Co</name>\n<isBreakout>false</isBreakout>\n<published>true</published>\n<state>"
        + (number % 9 ? "published" : "unpublished") + "</state>\n<startTime>" + QByteArray::number(start) + "</startTime>\n<endTime>"
        + QByteArray::number(start + 3'000'000) + "</endTime>\n<participants>" + QByteArray::number(2 + number % 40)
        + "</participants>\n<rawSize>" + QByteArray::number(1'000'000 + number * 7) + "</rawSize>\n<metadata>\n<bbb-origin>Greenlight</bbb-origin>\n"
          "<bbb-origin-server-name>bbb.example.org</bbb-origin-server-name>\n<bbb-recording-description>Запись встречи: "
        + title + ", second part of the course</bbb-recording-description>\n<gl-listed>false</gl-listed>\n<meetingId>" + room
        + "</meetingId>\n<meetingName>" + title + "</meetingName>\n<isBreakout>false</isBreakout>\n</metadata>\n<size>"
        + QByteArray::number(500'000 + number) + "</size>\n<playback>\n<format>\n<type>presentation</type>\n<url>https://bbb.example.org/playback/presentation/2.3/"
        + id + "</url>\n<processingTime>15016</processingTime>\n<length>" + QByteArray::number(number % 120) + "</length>\n<size>"
        + QByteArray::number(400'000 + number) + "</size>\n" + previewsOf(id) + "\n</format>\n";
    if (number % 3 == 0)
        xml += "<format>\n<type>video</type>\n<url>https://bbb.example.org/playback/video/" + id
            + "/</url>\n<processingTime>90000</processingTime>\n<length>50</length>\n<size>90000000</size>\n</format>\n";
    return xml + "</playback>\n<data></data>\n</recording>\n";
}

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "    <" + name + '>' + value + "</" + name + ">\n";
}

QByteArray event(qint64 ms, const QByteArray &module, const QByteArray &name, const QByteArray &fields)
{
    return "  <event timestamp=\"" + QByteArray::number(13'749'525'124 + ms) + "\" module=\"" + module + "\" eventname=\"" + name + "\">\n"
        + fields + field("timestampUTC", QByteArray::number(1'630'430'006'895 + ms)) + field("date", "2021-08-31T17:13:26.895Z")
        + "  </event>\n";
}

QByteArray userOf(int number)
{
    return "w_" + QByteArray::number(100'000'000'000 + number, 36).rightJustified(12, 'a');
}

// One of a hundred kinds of moments, in the proportions of real files.
QByteArray momentOf(qint64 ms, int number)
{
    const QByteArray user = userOf(number % 30);
    const int kind = (number * 37) % 100;
    if (kind < 60)
        return event(ms, "WHITEBOARD", "WhiteboardCursorMoveEvent",
                     field("whiteboardId", "d2d9a672040fbde2a47a10bf6c37b6a4b5ae187f-1630430006893/1") + field("xOffset", "45.238094")
                         + field("yOffset", "12.5") + field("userId", user) + field("pageNumber", "0"));
    if (kind < 75)
        return event(ms, "WHITEBOARD", "AddShapeEvent",
                     field("dataPoints", QByteArray("12.345678,23.456789,").repeated(10)) + field("type", "pencil") + field("userId", user)
                         + field("status", "DRAW_UPDATE") + field("id", user + "-1630430006893") + field("thickness", "0.2"));
    if (kind < 95)
        return event(ms, "VOICE", "ParticipantTalkingEvent",
                     field("participant", user) + field("bridge", "70919") + field("talking", number % 2 ? "true" : "false"));
    if (kind < 98)
        return event(ms, "CHAT", "PublicChatEvent", field("senderId", user) + field("message", "Добрый день &lt;b&gt;everyone&lt;/b&gt;"));
    return event(ms, "PARTICIPANT", "ParticipantStatusChangeEvent",
                 field("userId", user) + field("status", "emojiStatus") + field("value", "raiseHand"));
}
} // namespace

void writeRecordingsAnswer(QIODevice &device, int count)
{
    QByteArray buffer = "<response>\n<returncode>SUCCESS</returncode>\n<recordings>\n";
    for (int number = 0; number < count; ++number) {
        buffer += recordingOf(number);
        if (buffer.size() > bufferBytes) {
            device.write(buffer);
            buffer.clear();
        }
    }
    device.write(buffer + "</recordings>\n</response>\n");
}

void writeEventsFile(QIODevice &device, int megabytes)
{
    const QByteArray id = "183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1630430006889";
    QByteArray buffer = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<recording meeting_id=\"" + id + "\" bbb_version=\"2.4.0\">\n<meeting id=\""
        + id + "\" externalId=\"m\" name=\"m\" breakout=\"false\"/>\n";
    for (int user = 0; user < 30; ++user)
        buffer += event(user, "PARTICIPANT", "ParticipantJoinEvent",
                        field("userId", userOf(user)) + field("externalUserId", "gl-" + QByteArray::number(user))
                            + field("name", "Участник " + QByteArray::number(user)) + field("role", user ? "VIEWER" : "MODERATOR"));
    qint64 written = 0;
    int number = 0;
    for (; written < qint64(megabytes) * 1'000'000; ++number) {
        buffer += momentOf(1000 + qint64(number) * 20, number);
        if (buffer.size() > bufferBytes) {
            written += device.write(buffer);
            buffer.clear();
        }
    }
    buffer += event(2000 + qint64(number) * 20, "PARTICIPANT", "EndAndKickAllEvent", field("reason", "ENDED_FROM_API"));
    device.write(buffer + "</recording>\n");
}

} // namespace letopis::bench
