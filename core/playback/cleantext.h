#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace letopis {

// Text of a server, for people: trimmed, control characters gone (line breaks and tabs become spaces), at most `limit`
// UTF-16 units, never half a surrogate pair.
QString cleanLine(std::string_view utf8, qsizetype limit);
// The same, keeping line breaks and tabs.
QString cleanParagraphs(std::string_view utf8, qsizetype limit);
// One layer of XML escaping taken off, where one is left: servers escape names once too often (trap 15).
QString unescapedOnce(const QString &text);

// A whole decimal number with an optional sign and blanks around it; nothing where it is none or does not fit.
std::optional<qint64> parsedNumber(std::string_view text);
bool parsedFlag(std::string_view text, bool fallback);

// The text of one element: collected from pieces, no more than `limit` bytes of it. What was cut off is counted.
class TextCollector
{
public:
    explicit TextCollector(size_t limit) : m_limit(limit) {}
    void clear() { m_text.clear(); }
    void append(std::string_view piece)
    {
        if (m_text.size() < m_limit)
            m_text.append(piece.substr(0, m_limit - m_text.size()));
    }
    std::string_view view() const { return m_text; }
    std::string_view trimmed() const;

private:
    size_t m_limit;
    std::string m_text; // keeps its memory from element to element
};

} // namespace letopis
