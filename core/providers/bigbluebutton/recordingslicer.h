#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace letopis {

// Cuts a stream of bytes at "<recording>" and "</recording>", without knowing XML: what looks like a recording here may be
// text there, so whoever receives the slices has to make sure. Every byte comes out once, in order.
class RecordingSlicer
{
public:
    // Views are valid during the call. False ends the slicing.
    struct Receiver
    {
        std::function<bool(QByteArrayView slice)> recording; // from "<recording>" to the first "</recording>" after it
        std::function<bool(QByteArrayView bytes)> other;
    };
    explicit RecordingSlicer(Receiver receiver) : m_receiver(std::move(receiver)) {}

    void feed(QByteArrayView bytes);
    // Hands out what is held back.
    void finish();

private:
    qsizetype take(QByteArrayView bytes);

    const Receiver m_receiver;
    QByteArray m_held; // begins with "<recording>", or may be the beginning of one
    qsizetype m_searched = 0; // this much of a held recording holds no end
    bool m_isEnded = false;
};

} // namespace letopis
