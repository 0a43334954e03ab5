#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace letopis {

// A catalog key whose kind the compiler knows. 0 is "none".
template<typename Tag>
struct StrongId
{
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    friend auto operator<=>(StrongId, StrongId) = default;
    friend size_t qHash(StrongId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

} // namespace letopis
