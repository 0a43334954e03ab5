#pragma once

#include <QTranslator>

namespace letopis {

// The language of the interface: Letopis's own words and Qt's. Keep it alive as long as the application; main thread.
class Language
{
public:
    // "ru", "en", …; empty: the system's. Unknown ones fall back to English.
    void use(const QString &name);

private:
    QTranslator m_letopis;
    QTranslator m_qt;
};

} // namespace letopis
