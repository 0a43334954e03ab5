#include "core/storage/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
bool isSpecial(char byte)
{
    return byte == '"' || byte == '\\' || quint8(byte) < 0x20;
}

void appendEscaped(QByteArray &json, QByteArrayView utf8)
{
    static constexpr char digits[] = "0123456789abcdef";
    for (const char byte : utf8) {
        if (quint8(byte) < 0x20) {
            json.append("\\u00").append(digits[quint8(byte) >> 4]).append(digits[byte & 15]);
            continue;
        }
        if (isSpecial(byte))
            json.append('\\');
        json.append(byte);
    }
}

void appendJsonString(QByteArray &json, QByteArrayView utf8)
{
    json.append('"');
    if (std::none_of(utf8.begin(), utf8.end(), isSpecial))
        json.append(utf8.data(), utf8.size());
    else
        appendEscaped(json, utf8);
    json.append('"');
}
} // namespace

void appendUtf8(QByteArray &utf8, QStringView text)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const qsizetype before = utf8.size();
    utf8.resize(before + encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(utf8.data() + before, text);
    utf8.truncate(end - utf8.constData());
}

void appendJsonString(QByteArray &json, QStringView text)
{
    json.append('"');
    const qsizetype start = json.size();
    appendUtf8(json, text);
    if (std::any_of(json.cbegin() + start, json.cend(), isSpecial)) {
        const QByteArray plain = json.mid(start);
        json.truncate(start);
        appendEscaped(json, plain);
    }
    json.append('"');
}

void appendMetadataJson(QByteArray &json, const Metadata &metadata)
{
    json.append('[');
    bool isFirst = true;
    for (const auto &[key, value] : metadata) {
        json.append(isFirst ? "[" : ",[");
        isFirst = false;
        appendJsonString(json, key);
        json.append(',');
        appendJsonString(json, value);
        json.append(']');
    }
    json.append(']');
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
qsizetype sharedBeginning(const QList<PreviewImage> &previews)
{
    const QByteArray &first = previews.first().url;
    qsizetype length = first.size();
    for (const PreviewImage &preview : previews) {
        const qsizetype limit = std::min(length, preview.url.size());
        length = std::mismatch(first.begin(), first.begin() + limit, preview.url.begin()).first - first.begin();
    }
    return length == 0 ? 0 : first.lastIndexOf('/', length - 1) + 1;
}
} // namespace

void appendPreviewsJson(QByteArray &json, const QList<PreviewImage> &previews)
{
    json.append('[');
    const qsizetype shared = previews.isEmpty() ? 0 : sharedBeginning(previews);
    if (!previews.isEmpty())
        appendJsonString(json, QByteArrayView(previews.first().url).first(shared));
    for (const PreviewImage &preview : previews) {
        json.append(",[");
        appendJsonString(json, QByteArrayView(preview.url).sliced(shared));
        json.append(',').append(QByteArray::number(preview.width)).append(',').append(QByteArray::number(preview.height)).append(',');
        appendJsonString(json, preview.text);
        json.append(']');
    }
    json.append(']');
}

QList<PreviewImage> previewsFromJson(const QString &json)
{
    const QJsonArray stored = QJsonDocument::fromJson(json.toUtf8()).array();
    QList<PreviewImage> previews;
    for (qsizetype position = 1; position < stored.size(); ++position) {
        const QJsonValue item = stored[position];
        previews.append({.url = (stored[0].toString() + item[0].toString()).toUtf8(),
                         .width = item[1].toInt(),
                         .height = item[2].toInt(),
                         .text = item[3].toString()});
    }
    return previews;
}

void JsonObjectWriter::appendKey(QLatin1StringView key)
{
    m_json.append(m_json.isEmpty() ? "\"" : ",\"").append(key.data(), key.size()).append("\":");
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
    m_json += QByteArray::number(number);
    return *this;
}

JsonObjectWriter &JsonObjectWriter::add(QLatin1StringView key, const QStringList &texts)
{
    appendKey(key);
    m_json += '[';
    for (const QString &text : texts) {
        if (&text != &texts.first())
            m_json += ',';
        appendJsonString(m_json, text);
    }
    m_json += ']';
    return *this;
}

JsonObjectWriter &JsonObjectWriter::addChange(QLatin1StringView key, const QString &before, const QString &after)
{
    constexpr qsizetype longest = 200;
    const auto cut = [](const QString &text) { return text.size() <= longest ? text : text.left(longest) + u'…'; };
    return before == after ? *this : add(key, QStringList{cut(before), cut(after)});
}

} // namespace letopis
