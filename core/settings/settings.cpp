#include "core/settings/settings.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

struct RenamedKey
{
    QLatin1StringView from;
    QLatin1StringView to;
};

// Keys of earlier versions, newest first; a value is moved when a profile of that version is opened. Never reuse an old name.
constexpr std::array renamedKeys{
    RenamedKey{"player/volume"_L1, settings::playerVolumePercent.name},
};

} // namespace

Settings::Settings(const QString &filePath, QObject *parent) : QObject(parent), m_file(filePath, QSettings::IniFormat)
{
    moveRenamedKeys();
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

void Settings::moveRenamedKeys()
{
    for (const RenamedKey &key : renamedKeys) {
        if (!m_file.contains(key.from))
            continue;
        if (!m_file.contains(key.to))
            m_file.setValue(key.to, m_file.value(key.from));
        m_file.remove(key.from);
    }
}

} // namespace letopis
