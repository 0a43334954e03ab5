#pragma once

#include "core/domain/recording.h"

#include <QByteArray>
#include <QString>

namespace letopis {

// Appends a text as UTF-8; half a surrogate pair becomes U+FFFD.
void appendUtf8(QByteArray &utf8, QStringView text);

// JSON as the tables keep it, UTF-8, written by hand: a sync writes some hundred thousand of them.
void appendJsonString(QByteArray &json, QStringView text);

void appendMetadataJson(QByteArray &json, const Metadata &metadata); // [["key","value"],…]
Metadata metadataFromJson(const QString &json);
// ["what the URLs begin with",["rest of the URL",width,height,"text"],…]: a third of the size in a table of many
// previews
void appendPreviewsJson(QByteArray &json, const QList<PreviewImage> &previews);
QList<PreviewImage> previewsFromJson(const QString &json);

// A JSON object, built member by member in the order given.
class JsonObjectWriter
{
public:
    JsonObjectWriter &add(QLatin1StringView key, QStringView text);
    JsonObjectWriter &add(QLatin1StringView key, qint64 number);
    JsonObjectWriter &add(QLatin1StringView key, const QStringList &texts);
    // "key":[before,after], each cut to a length that suits a journal
    JsonObjectWriter &addChange(QLatin1StringView key, const QString &before, const QString &after);
    bool isEmpty() const { return m_json.isEmpty(); }
    QByteArray toUtf8() const { return '{' + m_json + '}'; }

private:
    void appendKey(QLatin1StringView key);

    QByteArray m_json;
};

} // namespace letopis
