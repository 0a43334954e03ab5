#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace letopis::demo {

// For attribute values and text; the input is UTF-8.
inline void appendEscaped(QByteArray &out, QByteArrayView text)
{
    for (const char letter : text) {
        switch (letter) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\n':
            out += "&#10;";
            break;
        default:
            out += letter;
        }
    }
}

inline QByteArray escaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    appendEscaped(out, text);
    return out;
}

// <name>text</name>, or <name/> when there is no text.
inline void appendElement(QByteArray &out, QByteArrayView name, QByteArrayView text)
{
    out.append('<').append(name);
    if (text.isEmpty()) {
        out += "/>";
        return;
    }
    out += '>';
    appendEscaped(out, text);
    out.append("</").append(name).append('>');
}

inline void appendElement(QByteArray &out, QByteArrayView name, qint64 number)
{
    appendElement(out, name, QByteArray::number(number));
}

} // namespace letopis::demo
