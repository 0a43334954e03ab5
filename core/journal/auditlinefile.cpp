#include "core/journal/auditlinefile.h"

#include "core/base/durablefile.h"

#include <archive.h>
#include <archive_entry.h>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype pieceSize = 256 * 1024;
constexpr qsizetype longestLine = 32 * 1024 * 1024;

Error damaged(struct archive *archive, const QString &path)
{
    const char *why = archive ? archive_error_string(archive) : nullptr;
    return Error{ErrorKind::BadAnswer, u"the file is damaged: "_s + QString::fromUtf8(why ? why : "no memory"), path, {}};
}
} // namespace

class AuditLineWriter::Private
{
public:
    explicit Private(const QString &wanted)
        : path(wanted)
        , file(wanted + u".part"_s)
    {
    }
    ~Private()
    {
        if (archive)
            archive_write_free(archive);
        if (!isFinished)
            file.remove();
    }

    Result<> open()
    {
        QFile::remove(file.fileName());
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorKind::PermissionDenied, file.errorString(), path, {}};
        if (!path.endsWith(".zst"_L1))
            return {};
        archive = archive_write_new();
        const bool isOpen = archive && archive_write_set_format_raw(archive) == ARCHIVE_OK
            && archive_write_add_filter_zstd(archive) == ARCHIVE_OK && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
            && archive_write_open(archive, this, nullptr, &Private::onWrite, nullptr) == ARCHIVE_OK;
        if (!isOpen)
            return damaged(archive, path);
        archive_entry *entry = archive_entry_new2(archive);
        archive_entry_set_filetype(entry, AE_IFREG);
        const int answer = archive_write_header(archive, entry);
        archive_entry_free(entry);
        return answer == ARCHIVE_OK ? Result<>() : Result<>(damaged(archive, path));
    }

    Result<> write(QByteArrayView bytes)
    {
        hash.add(bytes);
        if (archive && archive_write_data(archive, bytes.data(), size_t(bytes.size())) != bytes.size())
            return failed ? *failed : damaged(archive, path);
        return archive ? Result<>() : put(bytes);
    }

    Result<> put(QByteArrayView bytes)
    {
        return file.write(bytes.data(), bytes.size()) == bytes.size() ? Result<>() : Result<>(writeError(file));
    }

    static la_ssize_t onWrite(struct archive *archive, void *self, const void *bytes, size_t size)
    {
        auto *d = static_cast<Private *>(self);
        if (const Result<> written = d->put(QByteArrayView(static_cast<const char *>(bytes), qsizetype(size))); !written) {
            d->failed = written.error();
            archive_set_error(archive, EIO, "cannot write");
            return -1;
        }
        return la_ssize_t(size);
    }

    const QString path;
    QFile file;
    struct archive *archive = nullptr;
    Sha256 hash;
    std::optional<Error> failed;
    bool isFinished = false;
};

AuditLineWriter::AuditLineWriter(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

AuditLineWriter::~AuditLineWriter() = default;

Result<std::unique_ptr<AuditLineWriter>> AuditLineWriter::create(const QString &path)
{
    auto parts = std::make_unique<Private>(path);
    if (Result<> opened = parts->open(); !opened)
        return opened.error();
    return std::unique_ptr<AuditLineWriter>(new AuditLineWriter(std::move(parts)));
}

Result<> AuditLineWriter::write(QByteArrayView bytes)
{
    return d->write(bytes);
}

QByteArray AuditLineWriter::sha256SoFar()
{
    return d->hash.result();
}

Result<qint64> AuditLineWriter::finish()
{
    if (d->archive && archive_write_close(d->archive) != ARCHIVE_OK)
        return d->failed ? *d->failed : damaged(d->archive, d->path);
    if (Result<> synced = syncToDisk(d->file); !synced)
        return synced.error();
    const qint64 size = d->file.size();
    d->file.close();
    if (Result<> put = renameReplacing(d->file.fileName(), d->path); !put)
        return put.error();
    d->isFinished = true;
    return size;
}

namespace {
// What libarchive reads from; closed with it.
struct Input
{
    explicit Input(const QString &path)
        : file(path)
        , piece(pieceSize, Qt::Uninitialized)
    {
    }
    ~Input() { archive_read_free(archive); }

    static la_ssize_t onRead(struct archive *, void *self, const void **bytes)
    {
        auto *input = static_cast<Input *>(self);
        *bytes = input->piece.constData();
        return la_ssize_t(input->file.read(input->piece.data(), input->piece.size()));
    }

    QFile file;
    QByteArray piece;
    struct archive *archive = archive_read_new();
};
} // namespace

Result<> readLines(const QString &path, const std::function<Result<>(QByteArrayView line)> &take, const std::stop_token &stop)
{
    Input input(path);
    if (!input.file.open(QIODevice::ReadOnly)) {
        const ErrorKind kind = input.file.exists() ? ErrorKind::PermissionDenied : ErrorKind::NotFound;
        return Error{kind, input.file.errorString(), path, {}};
    }
    archive_entry *entry = nullptr;
    const bool isOpen = input.archive && archive_read_support_filter_zstd(input.archive) == ARCHIVE_OK
        && archive_read_support_format_raw(input.archive) == ARCHIVE_OK
        && archive_read_open(input.archive, &input, nullptr, &Input::onRead, nullptr) == ARCHIVE_OK
        && archive_read_next_header(input.archive, &entry) == ARCHIVE_OK;
    if (!isOpen)
        return damaged(input.archive, path);
    QByteArray pending;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const la_ssize_t got = archive_read_data(input.archive, piece.data(), size_t(piece.size()));
        if (got < 0)
            return damaged(input.archive, path);
        if (got == 0)
            return pending.isEmpty() ? Result<>() : take(pending);
        pending.append(piece.constData(), got);
        qsizetype begin = 0;
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n', begin)) {
            if (Result<> taken = take(QByteArrayView(pending).sliced(begin, end - begin)); !taken)
                return taken;
            begin = end + 1;
        }
        pending.remove(0, begin);
        if (pending.size() > longestLine)
            return Error{ErrorKind::TooLarge, u"a line is too long"_s, path, {}};
    }
}

Result<QByteArray> sha256OfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorKind::PermissionDenied : ErrorKind::NotFound, file.errorString(), path, {}};
    Sha256 hash;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0)
            return Error{ErrorKind::Internal, file.errorString(), path, {}};
        if (got == 0)
            return hash.result();
        hash.add(QByteArrayView(piece.constData(), got));
    }
}

} // namespace letopis
