#pragma once

#include "core/settings/settingkeys.h"

#include <QObject>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <span>

namespace letopis {

// A key of an earlier version and the one that took its place.
struct RenamedKey
{
    QLatin1StringView from;
    QLatin1StringView to;
};

// All of them, by release, newest last. Never give an old name a new meaning.
std::span<const RenamedKey> renamedKeys();

// A profile's settings, in one INI file (made on the first write). Main thread only. What the file holds is not
// trusted: a value of the wrong type or out of its bounds is read as the default or the nearest bound.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &filePath, QObject *parent = nullptr);
    Settings(const QString &filePath, std::span<const RenamedKey> renamed, QObject *parent = nullptr);
    ~Settings() override;

    template <typename T>
    T value(const SettingKey<T> &key) const
    {
        const QVariant stored = m_file.value(key.name);
        if constexpr (std::is_arithmetic_v<T>)
            return bounded(key, stored);
        else
            return stored.canConvert<T>() ? stored.value<T>() : T{};
    }

    // Emits changed() where the value differs from the one before.
    template <typename T>
    void setValue(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        store(key.name, QVariant::fromValue(value));
    }

    // Back to the default.
    template <typename T>
    void reset(const SettingKey<T> &key)
    {
        clear(key.name);
    }

    // Calls handler(T) in this thread after each change of the key, for as long as `context` lives.
    template <typename T, typename Handler>
    void onChanged(const SettingKey<T> &key, QObject *context, Handler handler)
    {
        connect(this, &Settings::changed, context, [this, key, handler](const QString &name) {
            if (name == key.name)
                handler(value(key));
        });
    }

    QString filePath() const { return m_file.fileName(); }
    // Writes to disk now; false where that failed (the destructor and the event loop do it otherwise).
    bool save();

Q_SIGNALS:
    void changed(const QString &name);

private:
    template <typename T>
    static T bounded(const SettingKey<T> &key, const QVariant &stored)
    {
        if constexpr (std::is_same_v<T, bool>) {
            return isBool(stored) ? stored.toBool() : key.fallback;
        } else {
            bool isNumber = false;
            const double number = stored.toDouble(&isNumber);
            if (!isNumber || !std::isfinite(number))
                return key.fallback;
            // Every integer setting is small enough for a double, and a bounded one cannot overflow its type.
            return key.least == key.most ? T(number) : T(std::clamp(number, double(key.least), double(key.most)));
        }
    }

    static bool isBool(const QVariant &stored); // QVariant takes any text for true
    void store(QLatin1StringView name, const QVariant &value);
    void clear(QLatin1StringView name);
    void moveRenamedKeys(std::span<const RenamedKey> renamed);

    QSettings m_file;
};

} // namespace letopis
