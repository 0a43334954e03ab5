#include "core/backup/tararchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <QThread>

#include <algorithm>
#include <cerrno>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype pieceSize = 256 * 1024;
constexpr int mostThreads = 4; // of the compression

// Level 3 is zstd's own; more threads only where this libarchive can: the result is as good without.
void chooseCompression(struct archive *archive)
{
    const QByteArray threads = QByteArray::number(std::clamp(QThread::idealThreadCount(), 1, mostThreads));
    static_cast<void>(archive_write_set_filter_option(archive, "zstd", "threads", threads.constData()));
    archive_clear_error(archive);
}
}

class TarWriter::Private
{
public:
    Private(BackupFileWriter &file, const QDateTime &time, ProgressCounters &counters, std::stop_token token)
        : out(file)
        , at(time)
        , progress(counters)
        , stop(std::move(token))
    {
    }
    ~Private() { archive_write_free(archive); }

    Result<> open()
    {
        const bool isOpen = archive && archive_write_set_format_pax_restricted(archive) == ARCHIVE_OK &&
                            archive_write_add_filter_zstd(archive) == ARCHIVE_OK &&
                            archive_write_set_bytes_per_block(archive, int(pieceSize)) == ARCHIVE_OK &&
                            archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK;
        if (!isOpen)
            return failure();
        chooseCompression(archive);
        if (archive_write_open(archive, this, nullptr, &Private::onWrite, nullptr) != ARCHIVE_OK)
            return failure();
        return {};
    }

    Error failure() const
    {
        if (failed)
            return *failed;
        const char *why = archive ? archive_error_string(archive) : nullptr;
        return {ErrorKind::Internal, u"libarchive: "_s + QString::fromUtf8(why ? why : "no memory"), {}, {}};
    }

    Result<> beginEntry(const QByteArray &name, qint64 size)
    {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        archive_entry *entry = archive_entry_new2(archive);
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, size);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0600);
        archive_entry_set_mtime(entry, at.toSecsSinceEpoch(), 0);
        const int answer = archive_write_header(archive, entry);
        archive_entry_free(entry);
        return answer == ARCHIVE_OK ? Result<>() : Result<>(failure());
    }

    Result<> append(QByteArrayView bytes)
    {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (archive_write_data(archive, bytes.data(), size_t(bytes.size())) != bytes.size())
            return failure();
        progress.done += bytes.size();
        return {};
    }

    static la_ssize_t onWrite(struct archive *archive, void *self, const void *bytes, size_t size)
    {
        auto *d = static_cast<Private *>(self);
        if (const Result<> written = d->out.write(QByteArrayView(static_cast<const char *>(bytes), qsizetype(size)));
            !written) {
            d->failed = written.error();
            archive_set_error(archive, EIO, "the backup cannot be written");
            return -1;
        }
        return la_ssize_t(size);
    }

    BackupFileWriter &out;
    QDateTime at;
    ProgressCounters &progress;
    std::stop_token stop;
    std::optional<Error> failed;
    struct archive *archive = archive_write_new();
};

TarWriter::TarWriter(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

TarWriter::~TarWriter() = default;

Result<std::unique_ptr<TarWriter>> TarWriter::create(BackupFileWriter &out, const QDateTime &at, ProgressCounters &progress,
                                                     std::stop_token stop)
{
    auto parts = std::make_unique<Private>(out, at, progress, std::move(stop));
    if (Result<> opened = parts->open(); !opened)
        return opened.error();
    return std::unique_ptr<TarWriter>(new TarWriter(std::move(parts)));
}

Result<> TarWriter::add(const QByteArray &name, const QByteArray &bytes)
{
    if (Result<> begun = d->beginEntry(name, bytes.size()); !begun)
        return begun;
    return d->append(bytes);
}

Result<> TarWriter::add(const QByteArray &name, QIODevice &device, qint64 size, const ByteSink &seen)
{
    if (Result<> begun = d->beginEntry(name, size); !begun)
        return begun;
    QByteArray piece(std::min<qint64>(pieceSize, std::max<qint64>(size, 1)), Qt::Uninitialized);
    for (qint64 left = size; left > 0;) {
        const qint64 got = device.read(piece.data(), std::min<qint64>(left, piece.size()));
        if (got <= 0)
            return Error{ErrorKind::ContentMismatch, u"shorter than it was"_s, QString::fromLatin1(name), {}};
        const QByteArrayView bytes(piece.constData(), got);
        if (Result<> told = seen ? seen(bytes) : Result<>(); !told)
            return told;
        if (Result<> written = d->append(bytes); !written)
            return written;
        left -= got;
    }
    return {};
}

Result<> TarWriter::finish()
{
    if (archive_write_close(d->archive) != ARCHIVE_OK)
        return d->failure();
    return d->out.finish();
}

} // namespace letopis
