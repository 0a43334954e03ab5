#pragma once

#include "core/backup/backupfile.h"
#include "core/base/progress.h"
#include "core/domain/ports/conferenceservice.h"

#include <QDateTime>
#include <QIODevice>

#include <stop_token>

namespace letopis {

// tar (pax where a size needs it) in zstd, by libarchive. Names are ours, ASCII; regular files only. One thread at a time.
class TarWriter
{
public:
    static Result<std::unique_ptr<TarWriter>> create(BackupFileWriter &out, const QDateTime &at, ProgressCounters &progress,
                                                     std::stop_token stop);
    ~TarWriter();

    Result<> add(const QByteArray &name, const QByteArray &bytes);
    // The device's bytes from where it stands. ContentMismatch where they are not `size`. What is read is also shown to `seen`.
    Result<> add(const QByteArray &name, QIODevice &device, qint64 size, const ByteSink &seen = {});
    // Closes archive and file.
    Result<> finish();

private:
    class Private;
    explicit TarWriter(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

struct TarEntry
{
    QByteArray name; // hostile until compared with what is expected
    qint64 size = 0;
};

// Reads nothing but zstd and tar, of entries nothing but regular files. Progress counts the entries' bytes.
class TarReader
{
public:
    static Result<std::unique_ptr<TarReader>> create(BackupFileReader &in, ProgressCounters &progress, std::stop_token stop);
    ~TarReader();

    // Nothing at the archive's end. ContentMismatch where the archive is damaged or has something else than a file.
    Result<std::optional<TarEntry>> next();
    // The present entry's bytes, at most its size.
    Result<> read(const ByteSink &sink);
    // Reads on to the end of the file: only then it is known to be whole.
    Result<> finish();

private:
    class Private;
    explicit TarReader(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace letopis
