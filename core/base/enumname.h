#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

namespace letopis {

// An enumeration's names in database, command line and JSON: one table each, read both ways.
template<typename Enum>
struct EnumName
{
    Enum value;
    QLatin1StringView name;
};

template<typename Enum, size_t count>
QString nameIn(const EnumName<Enum> (&names)[count], Enum value)
{
    for (const EnumName<Enum> &one : names) {
        if (one.value == value)
            return one.name;
    }
    return {};
}

template<typename Enum, size_t count>
std::optional<Enum> valueIn(const EnumName<Enum> (&names)[count], QStringView name,
                            Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    for (const EnumName<Enum> &one : names) {
        if (name.compare(one.name, sensitivity) == 0)
            return one.value;
    }
    return {};
}

} // namespace letopis
