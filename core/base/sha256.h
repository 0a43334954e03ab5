#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace letopis {

// SHA-256 by libcrypto, which uses the processor's instructions for it: QCryptographicHash of Qt 6.4 is slower than a
// line that it has to keep up with.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    QByteArray result(); // 32 bytes; ends the hashing
    void resultInto(QByteArray &digest); // the same into 32 bytes that are there, and begins anew

private:
    struct Freer
    {
        void operator()(void *context) const;
    };
    std::unique_ptr<void, Freer> m_context;
};

} // namespace letopis
