#include "app/cli/cataloganswer.h"

#include <QLocale>
#include <QTimeZone>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(qint64 number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

QJsonValue linkJson(const BreakoutLink &link)
{
    return QJsonObject{{u"recordId"_s, link.externalId},
                       {u"id"_s, link.id.isValid() ? QJsonValue(link.id.value) : QJsonValue()},
                       {u"title"_s, link.title}};
}
} // namespace

QString isoTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString isoTime(qint64 epochMs)
{
    return isoTime(QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC));
}

QJsonArray formatsJson(const QList<PlaybackFormat> &formats)
{
    QJsonArray array;
    for (const PlaybackFormat &format : formats) {
        array += QJsonObject{{u"type"_s, format.type},
                             {u"url"_s, format.url.toString(QUrl::FullyEncoded)},
                             {u"durationMs"_s, orNull(format.durationMs)},
                             {u"sizeBytes"_s, orNull(format.sizeBytes)}};
    }
    return array;
}

QJsonObject metadataJson(const Metadata &metadata)
{
    QJsonObject object;
    for (const auto &[key, value] : metadata)
        object.insert(key, value);
    return object;
}

QJsonObject recordingJson(const RecordingDetails &recording)
{
    const RecordingRow &row = recording.row;
    return {{u"id"_s, row.id.value},
            {u"recordId"_s, row.externalId},
            {u"server"_s, row.serverName},
            {u"title"_s, row.title},
            {u"name"_s, recording.name},
            {u"description"_s, recording.description},
            {u"meetingId"_s, recording.meetingId},
            {u"startedAt"_s, orNull(isoTime(row.startedAt))},
            {u"endedAt"_s, orNull(isoTime(recording.endedAt))},
            {u"durationMs"_s, orNull(row.durationMs)},
            {u"state"_s, publicationStateName(row.state)},
            {u"participantCount"_s, orNull(qint64(row.participantCount))},
            {u"sizeBytes"_s, orNull(row.sizeBytes)},
            {u"formats"_s, formatsJson(recording.formats)},
            {u"metadata"_s, metadataJson(recording.metadata)},
            {u"isBreakout"_s, row.isBreakout}};
}

QJsonObject recordingDetailsJson(const RecordingDetails &recording)
{
    QJsonObject object = recordingJson(recording);
    object.insert(u"internalMeetingId"_s, recording.internalMeetingId);
    object.insert(u"rawSizeBytes"_s, orNull(recording.rawSizeBytes));
    object.insert(u"people"_s, peopleStatusName(recording.people));
    object.insert(u"firstSeenAt"_s, orNull(isoTime(recording.firstSeenAt)));
    object.insert(u"lastSeenAt"_s, orNull(isoTime(recording.lastSeenAt)));
    object.insert(u"parent"_s, recording.parent ? linkJson(*recording.parent) : QJsonValue());
    QJsonArray rooms;
    for (const BreakoutLink &room : recording.breakoutRooms)
        rooms += linkJson(room);
    object.insert(u"breakoutRooms"_s, rooms);
    return object;
}

QJsonObject timelineJson(const TimelineEntry &entry)
{
    return {{u"at"_s, isoTime(entry.atMs)},
            {u"playbackMs"_s, orNull(entry.playbackMs)},
            {u"kind"_s, timelineKindName(entry.kind)},
            {u"person"_s, orNull(entry.person)},
            {u"text"_s, orNull(entry.text)}};
}

QString peopleStatusName(RecordingDetails::PeopleStatus status)
{
    using enum RecordingDetails::PeopleStatus;
    switch (status) {
    case Known: return u"known"_s;
    case NoDiskAccess: return u"noDiskAccess"_s;
    case NotFetchedYet: return u"notFetchedYet"_s;
    case EventsGone: return u"eventsGone"_s;
    case EventsUnreadable: return u"eventsUnreadable"_s;
    }
    return {};
}

QString durationText(qint64 ms)
{
    if (ms < 0)
        return {};
    const qint64 seconds = ms / 1000;
    return u"%1:%2:%3"_s.arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString sizeText(qint64 bytes)
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace letopis::cli
