#pragma once

#include "core/base/result.h"
#include "core/base/secrettext.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>

namespace letopis {

// Work and memory of Argon2id.
struct KeyCost
{
    quint32 passes = 0;
    quint64 memoryBytes = 0;

    friend bool operator==(const KeyCost &, const KeyCost &) = default;
};

// What new backups use: libsodium's "moderate", 3 passes over 256 MiB. They lie on disks and servers of others, where an
// attacker has all the time there is.
KeyCost usualKeyCost();

// A key that wipes itself.
class PassphraseKey
{
public:
    static constexpr size_t size = 32;
    static constexpr size_t saltSize = 16;

    // Argon2id (libsodium's crypto_pwhash) over the passphrase in Unicode's NFC, so that a letter typed on another system is
    // the same. Unsupported where a file asks for more than 1 GiB or 16 passes (or less than anybody would), TooLarge where
    // the memory is not there, InvalidInput for an empty passphrase.
    static Result<PassphraseKey> derive(const SecretText &passphrase, QByteArrayView salt, KeyCost cost);

    PassphraseKey(PassphraseKey &&other) noexcept;
    PassphraseKey &operator=(PassphraseKey &&) = delete;
    ~PassphraseKey();

    const unsigned char *data() const { return m_bytes.data(); }

private:
    PassphraseKey() = default;
    std::array<unsigned char, size> m_bytes{};
};

// A key with what it was derived by: one derivation writes a file and reads it back.
struct SaltedKey
{
    // With a salt of its own. Errors of derive().
    static Result<std::shared_ptr<const SaltedKey>> make(const SecretText &passphrase, KeyCost cost);

    PassphraseKey key;
    QByteArray salt;
    KeyCost cost;
};

} // namespace letopis
