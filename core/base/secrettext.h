#pragma once

#include <QByteArray>

namespace letopis {

// A password or shared secret. Cannot be streamed, converted or logged by accident, and wipes its own buffer when the
// last copy goes. Use reveal() only where the bytes leave for a checksum, a login or the keychain.
class SecretText
{
public:
    SecretText() = default;
    explicit SecretText(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    SecretText(const SecretText &other) = default;
    SecretText(SecretText &&other) noexcept = default;
    SecretText &operator=(const SecretText &other);
    SecretText &operator=(SecretText &&other) noexcept;
    ~SecretText();

    bool isEmpty() const { return m_bytes.isEmpty(); }
    const QByteArray &reveal() const { return m_bytes; }
    friend bool operator==(const SecretText &, const SecretText &) = default;

private:
    void wipe();

    QByteArray m_bytes;
};

} // namespace letopis
