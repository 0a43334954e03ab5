#include "core/backup/passphrasekey.h"

#include <QString>

#include <sodium.h>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

static_assert(PassphraseKey::size == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(PassphraseKey::saltSize == crypto_pwhash_SALTBYTES);

namespace {

constexpr quint32 mostPasses = 16;
constexpr quint64 leastMemory = 8ULL << 20;
constexpr quint64 mostMemory = 1ULL << 30;

SecretText composed(const SecretText &passphrase)
{
    QString text = QString::fromUtf8(passphrase.reveal());
    QString normal = text.normalized(QString::NormalizationForm_C);
    SecretText result(normal.toUtf8());
    text.fill(u'\0');
    normal.fill(u'\0');
    return result;
}

} // namespace

KeyCost usualKeyCost()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

Result<PassphraseKey> PassphraseKey::derive(const SecretText &passphrase, QByteArrayView salt, KeyCost cost)
{
    if (passphrase.isEmpty())
        return Error{ErrorKind::InvalidInput, u"the passphrase is empty"_s, {}, {}};
    if (cost.passes < 1 || cost.passes > mostPasses || cost.memoryBytes < leastMemory || cost.memoryBytes > mostMemory)
        return Error{ErrorKind::Unsupported, u"the backup asks for an unusual key derivation"_s, {}, {}};
    if (salt.size() != qsizetype(saltSize) || sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    const SecretText text = composed(passphrase);
    PassphraseKey key;
    const int failed =
        crypto_pwhash(key.m_bytes.data(), key.m_bytes.size(), text.reveal().constData(),
                      static_cast<unsigned long long>(text.reveal().size()),
                      reinterpret_cast<const unsigned char *>(salt.data()), cost.passes, size_t(cost.memoryBytes),
                      crypto_pwhash_ALG_ARGON2ID13);
    if (failed)
        return Error{ErrorKind::TooLarge, u"not enough memory to derive the key"_s, {}, {}};
    return key;
}

Result<std::shared_ptr<const SaltedKey>> SaltedKey::make(const SecretText &passphrase, KeyCost cost)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    QByteArray salt(qsizetype(PassphraseKey::saltSize), Qt::Uninitialized);
    randombytes_buf(salt.data(), size_t(salt.size()));
    Result<PassphraseKey> key = PassphraseKey::derive(passphrase, salt, cost);
    if (!key)
        return key.error();
    return std::shared_ptr<const SaltedKey>(new SaltedKey{std::move(key).value(), salt, cost});
}

PassphraseKey::PassphraseKey(PassphraseKey &&other) noexcept
    : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

PassphraseKey::~PassphraseKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

} // namespace letopis
