#include "core/journal/auditkey.h"

#include "core/base/sha256.h"

#include <sodium.h>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// A pair made from the seed; the secret half wiped with it.
struct KeyPair
{
    QByteArray publicKey{crypto_sign_PUBLICKEYBYTES, '\0'};
    QByteArray secretKey{crypto_sign_SECRETKEYBYTES, '\0'};

    explicit KeyPair(const QByteArray &seed) { crypto_sign_seed_keypair(raw(publicKey), raw(secretKey), raw(seed)); }
    KeyPair(const KeyPair &) = delete;
    KeyPair &operator=(const KeyPair &) = delete;
    ~KeyPair() { sodium_memzero(secretKey.data(), size_t(secretKey.size())); }
};

Error cannotStart()
{
    return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
}

} // namespace

Result<AuditKey> makeAuditKey()
{
    if (sodium_init() < 0)
        return cannotStart();
    QByteArray seed(crypto_sign_SEEDBYTES, '\0');
    randombytes_buf(seed.data(), size_t(seed.size()));
    Result<AuditKey> key = auditKeyFrom(SecretText(seed.toHex()));
    sodium_memzero(seed.data(), size_t(seed.size()));
    return key;
}

Result<AuditKey> auditKeyFrom(const SecretText &text)
{
    if (sodium_init() < 0)
        return cannotStart();
    QByteArray seed = QByteArray::fromHex(text.reveal());
    if (seed.size() != crypto_sign_SEEDBYTES)
        return Error{ErrorKind::BadAnswer, u"the journal's key is not whole"_s, {}, {}};
    const KeyPair pair(seed);
    sodium_memzero(seed.data(), size_t(seed.size()));
    return AuditKey{text, pair.publicKey};
}

QByteArray signedBy(const AuditKey &key, const QByteArray &message)
{
    const KeyPair pair(QByteArray::fromHex(key.seed.reveal()));
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(message), size_t(message.size()), raw(pair.secretKey));
    return signature;
}

bool isSignature(const QByteArray &signature, const QByteArray &message, const QByteArray &publicKey)
{
    return sodium_init() >= 0 && signature.size() == crypto_sign_BYTES && publicKey.size() == crypto_sign_PUBLICKEYBYTES
        && crypto_sign_verify_detached(raw(signature), raw(message), size_t(message.size()), raw(publicKey)) == 0;
}

QString keyFingerprint(const QByteArray &publicKey)
{
    Sha256 hash;
    hash.add(publicKey);
    const QString hex = QString::fromLatin1(hash.result().first(16).toHex());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4)
        groups += hex.sliced(at, 4);
    return groups.join(u' ');
}

} // namespace letopis
