#include "core/backup/backupfileformats.h"
#include "core/base/durablefile.h"
#include "core/base/sha256.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// A skippable frame of zstd (RFC 8878, 3.1.2) of 40 bytes: 8 of ours, 32 of SHA-256.
constexpr QByteArrayView trailerBeginning("\x50\x2a\x4d\x18\x28\x00\x00\x00LTP-S256", 16);
constexpr qint64 trailerSize = 16 + 32;
constexpr qsizetype pieceSize = 256 * 1024;

class PlainWriter final : public BackupFileWriter
{
public:
    explicit PlainWriter(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    {
    }

    Result<> write(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return put(bytes);
    }

    Result<> finish() override
    {
        if (Result<> written = put(trailerBeginning.toByteArray() + m_hash.result()); !written)
            return written;
        return syncToDisk(*m_file);
    }

private:
    Result<> put(QByteArrayView bytes)
    {
        if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
            return writeError(*m_file);
        return {};
    }

    std::unique_ptr<QFile> m_file;
    Sha256 m_hash;
};

class PlainReader final : public BackupFileReader
{
public:
    explicit PlainReader(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
        , m_left(m_file->size() - trailerSize)
        , m_piece(pieceSize, Qt::Uninitialized)
    {
    }

    Result<QByteArrayView> read() override
    {
        if (m_left <= 0)
            return readTrailer();
        const qint64 got = m_file->read(m_piece.data(), std::min<qint64>(m_left, m_piece.size()));
        if (got <= 0)
            return damagedBackup(m_file->fileName(), u"cut off"_s);
        m_left -= got;
        const QByteArrayView bytes(m_piece.constData(), got);
        m_hash.add(bytes);
        return bytes;
    }

    qint64 fileSize() const override { return m_file->size(); }

private:
    Result<QByteArrayView> readTrailer()
    {
        if (m_isAtEnd)
            return QByteArrayView();
        const bool isWhole = m_left == 0 && m_file->read(trailerSize + 1) == trailerBeginning.toByteArray() + m_hash.result();
        if (!isWhole)
            return damagedBackup(m_file->fileName(), u"changed or cut off"_s);
        m_isAtEnd = true;
        return QByteArrayView();
    }

    std::unique_ptr<QFile> m_file;
    qint64 m_left;
    QByteArray m_piece;
    Sha256 m_hash;
    bool m_isAtEnd = false;
};

} // namespace

Result<std::unique_ptr<BackupFileWriter>> createPlain(std::unique_ptr<QFile> file)
{
    return std::unique_ptr<BackupFileWriter>(new PlainWriter(std::move(file)));
}

Result<std::unique_ptr<BackupFileReader>> openPlain(std::unique_ptr<QFile> file)
{
    return std::unique_ptr<BackupFileReader>(new PlainReader(std::move(file)));
}

} // namespace letopis
