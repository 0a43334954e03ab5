#include "app/bootstrap/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

void Language::use(const QString &name)
{
    const QLocale locale = name.isEmpty() ? QLocale::system() : QLocale(name);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_letopis);
    QCoreApplication::removeTranslator(&m_qt);
    // English where there is no other: its file has the plural forms.
    if (m_letopis.load(locale, u"letopis"_s, u"_"_s, u":/i18n"_s) || m_letopis.load(u":/i18n/letopis_en"_s))
        QCoreApplication::installTranslator(&m_letopis);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace letopis
