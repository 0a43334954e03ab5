#include "ui/player/positions.h"

#include "core/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype MostPositions = 200;
constexpr qint64 TooEarlyMs = 10'000;
constexpr qint64 TooLateMs = 15'000;

QString keyOf(RecordingId recording, const QString &format)
{
    return QString::number(recording.value) + u'/' + format;
}

QJsonArray stored(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.value(settings::playerPositions)).array();
}

} // namespace

qint64 PlaybackPositions::positionOf(RecordingId recording, const QString &format) const
{
    const QString key = keyOf(recording, format);
    const QJsonArray list = stored(m_settings);
    for (const QJsonValue &entry : list) {
        if (entry[u"key"_s].toString() == key)
            return std::max(qint64(0), entry[u"ms"_s].toInteger());
    }
    return 0;
}

void PlaybackPositions::remember(RecordingId recording, const QString &format, qint64 positionMs, qint64 durationMs)
{
    const QString key = keyOf(recording, format);
    QJsonArray list;
    if (positionMs >= TooEarlyMs && (durationMs <= 0 || positionMs <= durationMs - TooLateMs))
        list.append(QJsonObject{{u"key"_s, key}, {u"ms"_s, positionMs}});
    const QJsonArray before = stored(m_settings);
    for (const QJsonValue &entry : before) {
        if (list.size() < MostPositions && entry[u"key"_s].toString() != key)
            list.append(entry);
    }
    m_settings.setValue(settings::playerPositions, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace letopis
