#include "core/backup/backupfileformats.h"
#include "core/backup/passphrasekey.h"
#include "core/base/durablefile.h"
#include "core/domain/backup.h"

#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype tagSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype costAt = 8;
constexpr qsizetype saltAt = costAt + 4 + 8;
constexpr qsizetype streamHeaderAt = saltAt + qsizetype(PassphraseKey::saltSize);
constexpr qsizetype proofAt = streamHeaderAt + streamHeaderSize;
constexpr qsizetype checksumAt = proofAt + tagSize;
constexpr qsizetype headerSize = checksumAt + 32;
constexpr qsizetype messageSize = 65536;
static_assert(headerSize == 109);

unsigned char *raw(QByteArray &bytes, qsizetype at = 0)
{
    return reinterpret_cast<unsigned char *>(bytes.data()) + at;
}

const unsigned char *raw(QByteArrayView bytes, qsizetype at = 0)
{
    return reinterpret_cast<const unsigned char *>(bytes.data()) + at;
}

QByteArray checksumOf(QByteArrayView bytes)
{
    QByteArray sum(32, Qt::Uninitialized);
    crypto_generichash(raw(sum), size_t(sum.size()), raw(bytes), size_t(bytes.size()), nullptr, 0);
    return sum;
}

struct StreamState
{
    crypto_secretstream_xchacha20poly1305_state state{};

    StreamState() = default;
    StreamState(const StreamState &) = delete;
    StreamState &operator=(const StreamState &) = delete;
    ~StreamState() { sodium_memzero(&state, sizeof state); }
};

class EncryptedWriter final : public BackupFileWriter
{
public:
    explicit EncryptedWriter(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
        m_pending.reserve(messageSize);
    }

    Result<> begin(const SaltedKey &key)
    {
        QByteArray header(headerSize, '\0');
        std::copy(encryptedMagic.begin(), encryptedMagic.end(), header.begin());
        header[encryptedMagic.size()] = encryptedVersion;
        qToLittleEndian(key.cost.passes, header.data() + costAt);
        qToLittleEndian(key.cost.memoryBytes, header.data() + costAt + 4);
        std::copy(key.salt.begin(), key.salt.end(), header.begin() + saltAt);
        crypto_secretstream_xchacha20poly1305_init_push(&m_stream.state, raw(header, streamHeaderAt), key.key.data());
        crypto_secretstream_xchacha20poly1305_push(&m_stream.state, raw(header, proofAt), nullptr, nullptr, 0, raw(header),
                                                   size_t(proofAt), crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        const QByteArray sum = checksumOf(QByteArrayView(header).first(checksumAt));
        std::copy(sum.begin(), sum.end(), header.begin() + checksumAt);
        return put(header);
    }

    Result<> write(QByteArrayView bytes) override
    {
        while (!bytes.isEmpty()) {
            if (m_pending.size() == messageSize) {
                if (Result<> sent = push(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE); !sent)
                    return sent;
            }
            const qsizetype taken = std::min(bytes.size(), messageSize - m_pending.size());
            m_pending.append(bytes.first(taken));
            bytes = bytes.sliced(taken);
        }
        return {};
    }

    Result<> finish() override
    {
        if (Result<> sent = push(crypto_secretstream_xchacha20poly1305_TAG_FINAL); !sent)
            return sent;
        return syncToDisk(*m_file);
    }

private:
    Result<> push(unsigned char tag)
    {
        QByteArray message(m_pending.size() + tagSize, Qt::Uninitialized);
        crypto_secretstream_xchacha20poly1305_push(&m_stream.state, raw(message), nullptr, raw(QByteArrayView(m_pending)),
                                                   size_t(m_pending.size()), nullptr, 0, tag);
        m_pending.resize(0);
        return put(message);
    }

    Result<> put(const QByteArray &bytes)
    {
        if (m_file->write(bytes) != bytes.size())
            return writeError(*m_file);
        return {};
    }

    std::unique_ptr<QFile> m_file;
    StreamState m_stream;
    QByteArray m_pending;
};

class EncryptedReader final : public BackupFileReader
{
public:
    explicit EncryptedReader(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
        , m_message(messageSize + tagSize, Qt::Uninitialized)
        , m_plain(messageSize, Qt::Uninitialized)
    {
    }

    Result<> begin(const SecretText &passphrase, const SaltedKey *known)
    {
        const QByteArray header = m_file->read(headerSize);
        if (header.size() > encryptedMagic.size() && header[encryptedMagic.size()] != encryptedVersion)
            return Error{ErrorKind::Unsupported, u"the backup is of another version"_s, m_file->fileName(), {}};
        const bool isWhole = header.size() == headerSize &&
                             checksumOf(QByteArrayView(header).first(checksumAt)) == header.sliced(checksumAt);
        if (!isWhole)
            return damagedBackup(m_file->fileName(), u"its beginning"_s);
        const KeyCost cost{qFromLittleEndian<quint32>(header.constData() + costAt),
                           qFromLittleEndian<quint64>(header.constData() + costAt + 4)};
        const QByteArray salt = header.sliced(saltAt, PassphraseKey::saltSize);
        if (known && known->cost == cost && known->salt == salt)
            return prove(header, known->key);
        const Result<PassphraseKey> key = PassphraseKey::derive(passphrase, salt, cost);
        return key ? prove(header, *key) : Result<>(key.error());
    }

    Result<QByteArrayView> read() override
    {
        if (m_isAtEnd)
            return QByteArrayView();
        const qint64 got = m_file->read(m_message.data(), m_message.size());
        if (got < tagSize)
            return damagedBackup(m_file->fileName(), u"cut off"_s);
        unsigned char tag = 0;
        const int failed = crypto_secretstream_xchacha20poly1305_pull(&m_stream.state, raw(m_plain), nullptr, &tag,
                                                                      raw(QByteArrayView(m_message)), size_t(got), nullptr, 0);
        if (failed)
            return damagedBackup(m_file->fileName(), u"changed or cut off"_s);
        m_isAtEnd = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        const bool isFull = got == m_message.size();
        if (m_isAtEnd ? !m_file->atEnd() : !isFull)
            return damagedBackup(m_file->fileName(), u"it does not end where it should"_s);
        return QByteArrayView(m_plain.constData(), got - tagSize);
    }

    qint64 fileSize() const override { return m_file->size(); }

private:
    Result<> prove(QByteArrayView header, const PassphraseKey &key)
    {
        const bool isOpened =
            crypto_secretstream_xchacha20poly1305_init_pull(&m_stream.state, raw(header, streamHeaderAt), key.data()) == 0 &&
            crypto_secretstream_xchacha20poly1305_pull(&m_stream.state, nullptr, nullptr, nullptr, raw(header, proofAt),
                                                       size_t(tagSize), raw(header), size_t(proofAt)) == 0;
        if (!isOpened)
            return Error{ErrorKind::AuthenticationRefused, u"the passphrase is not the backup's"_s, m_file->fileName(),
                         WrongPassphrase{}};
        return {};
    }

    std::unique_ptr<QFile> m_file;
    StreamState m_stream;
    QByteArray m_message;
    QByteArray m_plain;
    bool m_isAtEnd = false;
};

} // namespace

Result<std::unique_ptr<BackupFileWriter>> createEncrypted(std::unique_ptr<QFile> file, const SaltedKey &key)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    auto writer = std::make_unique<EncryptedWriter>(std::move(file));
    if (Result<> begun = writer->begin(key); !begun)
        return begun.error();
    return std::unique_ptr<BackupFileWriter>(std::move(writer));
}

Result<std::unique_ptr<BackupFileReader>> openEncrypted(std::unique_ptr<QFile> file, const SecretText &passphrase,
                                                        const std::shared_ptr<const SaltedKey> &known)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, u"libsodium cannot start"_s, {}, {}};
    auto reader = std::make_unique<EncryptedReader>(std::move(file));
    if (Result<> begun = reader->begin(passphrase, known.get()); !begun)
        return begun.error();
    return std::unique_ptr<BackupFileReader>(std::move(reader));
}

} // namespace letopis
