#include "ui/text/filenames.h"

#include <QRegularExpression>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QString safeBaseName(const QString &title)
{
    // Windows refuses these, and control or direction marks would lie about the name.
    static const QRegularExpression refused(u"[<>:\"/\\\\|?*\\x{00}-\\x{1f}\\x{7f}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"_s);
    static const QRegularExpression device(u"^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 200; // bytes: file systems take 255, with a suffix
    QString name = QString(title).replace(refused, u" "_s).simplified();
    while (name.toUtf8().size() > longest)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    name = name.trimmed();
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    if (name.isEmpty())
        name = u"recording"_s;
    else if (device.match(name).hasMatch())
        name.prepend(u'_');
    return name;
}

} // namespace letopis
