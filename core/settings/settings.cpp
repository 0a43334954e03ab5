#include "core/settings/settings.h"

using namespace Qt::Literals::StringLiterals;

namespace letopis {

std::span<const RenamedKey> renamedKeys()
{
    return {}; // the first version has no past
}

Settings::Settings(const QString &filePath, QObject *parent)
    : Settings(filePath, renamedKeys(), parent)
{
}

Settings::Settings(const QString &filePath, std::span<const RenamedKey> renamed, QObject *parent)
    : QObject(parent)
    , m_file(filePath, QSettings::IniFormat)
{
    moveRenamedKeys(renamed);
}

Settings::~Settings() = default;

bool Settings::save()
{
    m_file.sync();
    return m_file.status() == QSettings::NoError;
}

bool Settings::isBool(const QVariant &stored)
{
    const QString text = stored.toString();
    return text == "true"_L1 || text == "false"_L1;
}

void Settings::store(QLatin1StringView name, const QVariant &value)
{
    if (m_file.value(name) == value)
        return;
    m_file.setValue(name, value);
    Q_EMIT changed(name);
}

void Settings::clear(QLatin1StringView name)
{
    if (!m_file.contains(name))
        return;
    m_file.remove(name);
    Q_EMIT changed(name);
}

void Settings::moveRenamedKeys(std::span<const RenamedKey> renamed)
{
    for (const RenamedKey &key : renamed) {
        if (!m_file.contains(key.from))
            continue;
        if (!m_file.contains(key.to))
            m_file.setValue(key.to, m_file.value(key.from));
        m_file.remove(key.from);
    }
}

} // namespace letopis
