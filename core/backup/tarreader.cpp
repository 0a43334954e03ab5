#include "core/backup/backupfileformats.h"
#include "core/backup/tararchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype pieceSize = 256 * 1024;
}

class TarReader::Private
{
public:
    Private(BackupFileReader &file, ProgressCounters &counters, std::stop_token token)
        : in(file)
        , progress(counters)
        , stop(std::move(token))
    {
    }
    ~Private() { archive_read_free(archive); }

    Result<> open()
    {
        // Exactly one filter and one format, so that nothing is guessed and no archive nests in another.
        const bool isOpen = archive && archive_read_append_filter(archive, ARCHIVE_FILTER_ZSTD) == ARCHIVE_OK &&
                            archive_read_set_format(archive, ARCHIVE_FORMAT_TAR) == ARCHIVE_OK &&
                            archive_read_open(archive, this, nullptr, &Private::onRead, nullptr) == ARCHIVE_OK;
        return isOpen ? Result<>() : Result<>(failure());
    }

    Error failure() const
    {
        if (failed)
            return *failed;
        const char *why = archive ? archive_error_string(archive) : nullptr;
        return damagedBackup({}, u"libarchive: "_s + QString::fromUtf8(why ? why : "?"));
    }

    static la_ssize_t onRead(struct archive *archive, void *self, const void **bytes)
    {
        auto *d = static_cast<Private *>(self);
        const Result<QByteArrayView> piece =
            d->stop.stop_requested() ? Result<QByteArrayView>(Error{ErrorKind::Cancelled, {}, {}, {}}) : d->in.read();
        if (!piece) {
            d->failed = piece.error();
            archive_set_error(archive, EIO, "the backup cannot be read");
            return -1;
        }
        *bytes = piece->data();
        return la_ssize_t(piece->size());
    }

    BackupFileReader &in;
    ProgressCounters &progress;
    std::stop_token stop;
    std::optional<Error> failed;
    struct archive *archive = archive_read_new();
};

TarReader::TarReader(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

TarReader::~TarReader() = default;

Result<std::unique_ptr<TarReader>> TarReader::create(BackupFileReader &in, ProgressCounters &progress, std::stop_token stop)
{
    auto parts = std::make_unique<Private>(in, progress, std::move(stop));
    if (Result<> opened = parts->open(); !opened)
        return opened.error();
    return std::unique_ptr<TarReader>(new TarReader(std::move(parts)));
}

Result<std::optional<TarEntry>> TarReader::next()
{
    archive_entry *entry = nullptr;
    const int answer = archive_read_next_header(d->archive, &entry);
    if (answer == ARCHIVE_EOF)
        return std::optional<TarEntry>();
    if (answer != ARCHIVE_OK)
        return d->failure();
    const char *name = archive_entry_pathname(entry);
    const bool isFile = archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) &&
                        archive_entry_size_is_set(entry);
    if (!name || !isFile || archive_entry_size(entry) < 0)
        return damagedBackup({}, u"it holds something that is no file"_s);
    return std::optional(TarEntry{QByteArray(name), archive_entry_size(entry)});
}

Result<> TarReader::read(const ByteSink &sink)
{
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t got = archive_read_data(d->archive, piece.data(), size_t(piece.size()));
        if (got < 0)
            return d->failure();
        if (got == 0)
            return {};
        if (Result<> taken = sink(QByteArrayView(piece.constData(), qsizetype(got))); !taken)
            return taken;
        d->progress.done += got;
        if (d->stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
    }
}

Result<> TarReader::finish()
{
    for (;;) {
        if (d->stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const Result<QByteArrayView> rest = d->in.read();
        if (!rest)
            return rest.error();
        if (rest->isEmpty())
            return {};
    }
}

} // namespace letopis
