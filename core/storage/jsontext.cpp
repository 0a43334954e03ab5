#include "core/storage/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void appendJsonString(QString &json, QStringView text)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    json += u'"';
    for (const QChar character : text) {
        const char16_t code = character.unicode();
        if (code == u'"' || code == u'\\') {
            json += u'\\';
            json += character;
        } else if (code < 0x20) {
            json += "\\u00"_L1;
            json += QChar(digits[code >> 4]);
            json += QChar(digits[code & 15]);
        } else {
            json += character;
        }
    }
    json += u'"';
}

QString metadataToJson(const Metadata &metadata)
{
    QString json = u"["_s;
    for (const auto &[key, value] : metadata) {
        json += json.size() > 1 ? ",["_L1 : "["_L1;
        appendJsonString(json, key);
        json += u',';
        appendJsonString(json, value);
        json += u']';
    }
    return json += u']';
}

Metadata metadataFromJson(const QString &json)
{
    Metadata metadata;
    for (const QJsonValue &pair : QJsonDocument::fromJson(json.toUtf8()).array())
        metadata.append({pair[0].toString(), pair[1].toString()});
    return metadata;
}

namespace {
// Up to the last '/' that all of them share.
qsizetype sharedBeginning(const QStringList &urls)
{
    const QString &first = urls.first();
    qsizetype length = first.size();
    for (const QString &url : urls) {
        const qsizetype limit = std::min(length, url.size());
        length = std::mismatch(first.begin(), first.begin() + limit, url.begin()).first - first.begin();
    }
    return length == 0 ? 0 : first.lastIndexOf(u'/', length - 1) + 1;
}
} // namespace

QString previewsToJson(const QList<PreviewImage> &previews)
{
    if (previews.isEmpty())
        return u"[]"_s;
    QStringList urls;
    for (const PreviewImage &preview : previews)
        urls += preview.url.toString(QUrl::FullyEncoded);
    const qsizetype shared = sharedBeginning(urls);
    QString json = u"["_s;
    appendJsonString(json, QStringView(urls.first()).left(shared));
    for (qsizetype position = 0; position < previews.size(); ++position) {
        const PreviewImage &preview = previews[position];
        json += ",["_L1;
        appendJsonString(json, QStringView(urls[position]).mid(shared));
        json += u',' + QString::number(preview.width) + u',' + QString::number(preview.height) + u',';
        appendJsonString(json, preview.text);
        json += u']';
    }
    return json += u']';
}

QList<PreviewImage> previewsFromJson(const QString &json)
{
    const QJsonArray stored = QJsonDocument::fromJson(json.toUtf8()).array();
    QList<PreviewImage> previews;
    for (qsizetype position = 1; position < stored.size(); ++position) {
        const QJsonValue item = stored[position];
        previews.append({.url = QUrl(stored[0].toString() + item[0].toString(), QUrl::StrictMode),
                         .width = item[1].toInt(),
                         .height = item[2].toInt(),
                         .text = item[3].toString()});
    }
    return previews;
}

void JsonObjectWriter::appendKey(QLatin1StringView key)
{
    m_json += m_json.isEmpty() ? "\""_L1 : ",\""_L1;
    m_json += key;
    m_json += "\":"_L1;
}

JsonObjectWriter &JsonObjectWriter::add(QLatin1StringView key, QStringView text)
{
    appendKey(key);
    appendJsonString(m_json, text);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::add(QLatin1StringView key, qint64 number)
{
    appendKey(key);
    m_json += QString::number(number);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::add(QLatin1StringView key, const QStringList &texts)
{
    appendKey(key);
    m_json += u'[';
    for (const QString &text : texts) {
        if (&text != &texts.first())
            m_json += u',';
        appendJsonString(m_json, text);
    }
    m_json += u']';
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addChange(QLatin1StringView key, const QString &before, const QString &after)
{
    constexpr qsizetype longest = 200;
    const auto cut = [](const QString &text) { return text.size() <= longest ? text : text.left(longest) + u'…'; };
    return before == after ? *this : add(key, QStringList{cut(before), cut(after)});
}

} // namespace letopis
