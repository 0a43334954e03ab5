#pragma once

#include "core/settings/settingkeys.h"

#include <QObject>
#include <QSettings>

namespace letopis {

// A profile's settings, in one INI file (made on the first write). Main thread only. What the file holds is not trusted:
// a value of the wrong type or out of its bounds is read as the default or the nearest bound.
class Settings final : public QObject
{
    Q_OBJECT

public:
    explicit Settings(const QString &filePath, QObject *parent = nullptr);
    ~Settings() override;

    template<typename T>
    T value(const SettingKey<T> &key) const
    {
        const QVariant stored = m_file.value(key.name);
        if constexpr (std::is_arithmetic_v<T>)
            return bounded(key, stored);
        else
            return stored.canConvert<T>() ? stored.value<T>() : T{};
    }

    // Emits changed() where the value differs from the one before.
    template<typename T>
    void setValue(const SettingKey<T> &key, const std::type_identity_t<T> &value)
    {
        store(key.name, QVariant::fromValue(value));
    }

    // Back to the default.
    template<typename T>
    void reset(const SettingKey<T> &key)
    {
        clear(key.name);
    }

    // Calls handler(T) in this thread after each change of the key, for as long as `context` lives.
    template<typename T, typename Handler>
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
    template<typename T>
    static T bounded(const SettingKey<T> &key, const QVariant &stored)
    {
        // A bool would convert from any text, a number only from one that is a number.
        const bool isUsable = std::is_same_v<T, bool> ? isBool(stored) : stored.isValid() && stored.template canConvert<T>();
        bool isNumber = true;
        if constexpr (!std::is_same_v<T, bool>)
            isNumber = isUsable && (stored.toDouble(&isNumber), isNumber);
        if (!isUsable || !isNumber)
            return key.fallback;
        const T value = stored.template value<T>();
        if (key.least == key.most)
            return value;
        return value < key.least ? key.least : (key.most < value ? key.most : value);
    }

    static bool isBool(const QVariant &stored);
    void store(QLatin1StringView name, const QVariant &value);
    void clear(QLatin1StringView name);
    void moveRenamedKeys();

    QSettings m_file;
};

} // namespace letopis
