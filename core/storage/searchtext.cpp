#include "core/storage/searchtext.h"

#include <QStringList>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype longestQuery = 1000;
constexpr qsizetype mostWords = 32;
constexpr qsizetype longestSortKey = 60;

// The tokenizer's idea of a word: letters, digits, private use. A term without any has no token, and FTS5 would find
// nothing.
bool hasToken(const QString &term)
{
    const QList<uint> characters = term.toUcs4();
    return std::any_of(characters.begin(), characters.end(), [](uint character) {
        return QChar::isLetterOrNumber(character) || QChar::category(character) == QChar::Other_PrivateUse;
    });
}

QString quoted(QString term)
{
    return u'"' + term.replace(u'"', "\"\""_L1) + u'"';
}
} // namespace

QString sortKey(const QString &text)
{
    return searchFolded(text.left(2 * longestSortKey)).toCaseFolded().trimmed().left(longestSortKey);
}

QString matchExpression(const QString &typed)
{
    // Through UTF-8: half a surrogate pair would swallow the quote after it on its way into SQLite.
    QString text = searchFolded(QString::fromUtf8(typed.left(longestQuery).toUtf8()));
    text.remove(QChar(u'\0'));
    for (const QChar other : {QChar(u'«'), QChar(u'»'), QChar(u'“'), QChar(u'”'), QChar(u'„')})
        text.replace(other, u'"');
    QStringList terms;
    // Odd pieces are inside quotes; an unclosed quote runs to the end and is still being typed.
    const QStringList pieces = text.split(u'"');
    for (qsizetype piece = 0; piece < pieces.size(); ++piece) {
        const bool isPhrase = piece % 2 == 1;
        const bool isClosed = piece + 1 < pieces.size();
        const QStringList parts = isPhrase ? QStringList{pieces[piece]} : pieces[piece].simplified().split(u' ');
        for (const QString &part : parts) {
            if (hasToken(part))
                terms += quoted(part) + (isPhrase && isClosed ? u""_s : u"*"_s);
        }
    }
    return terms.mid(0, mostWords).join(u" AND "_s);
}

} // namespace letopis
