#include "core/playback/cleantext.h"

#include <charconv>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::string_view blanks = " \t\r\n\v\f";

std::string_view trimmedView(std::string_view text)
{
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

QString cleaned(std::string_view utf8, qsizetype limit, bool keepLines)
{
    const std::string_view trimmed = trimmedView(utf8);
    QString text = QString::fromUtf8(trimmed.data(), qsizetype(trimmed.size()));
    const auto *begin = text.utf16();
    const auto *end = begin + text.size();
    const auto unwanted = [keepLines](char16_t c) { return isControl(c) && !(keepLines && (c == u'\n' || c == u'\t')); };
    if (std::find_if(begin, end, unwanted) != end) {
        for (QChar &c : text) {
            if (unwanted(c.unicode()))
                c = u' ';
        }
        text = text.trimmed();
    }
    if (text.size() > limit) {
        text.truncate(limit);
        if (text.back().isHighSurrogate())
            text.chop(1);
    }
    return text;
}

// What "&name;" at this place stands for, and its length; nothing where it is none of XML's.
std::optional<std::pair<QString, qsizetype>> entityAt(QStringView text)
{
    const qsizetype end = text.left(12).indexOf(u';');
    if (end < 2)
        return std::nullopt;
    const QStringView name = text.mid(1, end - 1);
    for (const auto &[known, character] : {std::pair{u"amp"_s, u'&'}, {u"lt"_s, u'<'}, {u"gt"_s, u'>'},
                                           {u"quot"_s, u'"'}, {u"apos"_s, u'\''}}) {
        if (name == known)
            return std::pair{QString(QChar(character)), end + 1};
    }
    if (name.front() != u'#')
        return std::nullopt;
    bool ok = false;
    const bool isHexadecimal = name.size() > 1 && name[1].toLower() == u'x';
    const uint value = isHexadecimal ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
    const bool isCharacter = ok && value >= 0x20 && value <= 0x10FFFF && !QChar::isSurrogate(value)
        && !(value >= 0x7F && value < 0xA0);
    if (!isCharacter)
        return std::nullopt;
    return std::pair{QString::fromUcs4(reinterpret_cast<const char32_t *>(&value), 1), end + 1};
}
} // namespace

QString cleanLine(std::string_view utf8, qsizetype limit)
{
    return cleaned(utf8, limit, false);
}

QString cleanParagraphs(std::string_view utf8, qsizetype limit)
{
    return cleaned(utf8, limit, true);
}

QString unescapedOnce(const QString &text)
{
    const qsizetype first = text.indexOf(u'&');
    if (first < 0 || text.indexOf(u';', first) < 0)
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const auto entity = text[i] == u'&' ? entityAt(QStringView(text).mid(i)) : std::nullopt;
        plain += entity ? entity->first : QString(text[i]);
        i += entity ? entity->second : 1;
    }
    return plain;
}

std::optional<qint64> parsedNumber(std::string_view text)
{
    std::string_view digits = trimmedView(text);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    qint64 value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || digits.empty() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

bool parsedFlag(std::string_view text, bool fallback)
{
    const std::string_view word = trimmedView(text);
    if (word == "true" || word == "TRUE" || word == "True" || word == "1")
        return true;
    if (word == "false" || word == "FALSE" || word == "False" || word == "0")
        return false;
    return fallback;
}

std::string_view TextCollector::trimmed() const
{
    return trimmedView(m_text);
}

} // namespace letopis
