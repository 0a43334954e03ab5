#include "core/base/plaintext.h"

#include <QRegularExpression>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
bool isUnsafe(char32_t c)
{
    return QChar::category(c) == QChar::Other_Control || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
           || c == 0x2028 || c == 0x2029;
}
} // namespace

QString visibleControls(const QString &text, bool keepLines)
{
    QString safe;
    safe.reserve(text.size());
    for (const char32_t c : text.toUcs4()) { // a lone surrogate comes out as U+FFFD
        if (c == U'\n' || c == U'\t' || c == U'\r')
            safe += keepLines && c == U'\n' ? u'\n' : u' ';
        else if (isUnsafe(c))
            safe += u"\\u%1"_s.arg(QString::number(c, 16).toUpper().rightJustified(4, u'0'));
        else
            safe += QStringView(QChar::fromUcs4(c));
    }
    return safe;
}

QByteArray csvCell(const QString &text, bool isNumber)
{
    // With the full-width forms, which some spreadsheets read as the plain ones.
    static const QRegularExpression formula(u"(^|[;\\n])([\\s\"]*)([=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])"_s);
    QString cell = visibleControls(text, true);
    if (!isNumber)
        cell.replace(formula, u"\\1\\2'\\3"_s);
    if (cell.contains(u'"') || cell.contains(u',') || cell.contains(u';') || cell.contains(u'\n'))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell.toUtf8();
}

} // namespace letopis
