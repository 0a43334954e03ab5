#pragma once

#include <QByteArray>

#include <cstddef>

namespace letopis::demo {

// SplitMix64: the same seed gives the same numbers on every machine, which <random>'s distributions do not promise.
constexpr quint64 mixed(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next() { return mixed(m_state++); }
    // 0 … bound-1; bound must be positive.
    int below(qint64 bound) { return int(next() % quint64(bound)); }
    int between(int from, int to) { return from + below(to - from + 1); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename Table>
    const auto &pick(const Table &table)
    {
        return table[std::size_t(below(qint64(std::size(table))))];
    }
    // Small letters and digits, as in BigBlueButton's user ids.
    QByteArray word(int length)
    {
        static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
        QByteArray text(length, Qt::Uninitialized);
        for (char &letter : text)
            letter = letters[below(36)];
        return text;
    }

private:
    quint64 m_state;
};

} // namespace letopis::demo
