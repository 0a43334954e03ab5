#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"

#include <QFile>

#include <functional>
#include <memory>
#include <stop_token>

namespace letopis {

// A file of lines that takes its name only when it is whole; compressed (zstd) where the name ends with ".zst".
class AuditLineWriter
{
public:
    static Result<std::unique_ptr<AuditLineWriter>> create(const QString &path);
    ~AuditLineWriter(); // what was not finished is removed

    Result<> write(QByteArrayView bytes);
    QByteArray sha256SoFar(); // of what was written, uncompressed; once
    // On the disk, in its place. Returns its size.
    Result<qint64> finish();

private:
    class Private;
    explicit AuditLineWriter(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

// Line by line, compressed or not, without the line's end. `take` returns an error to stop. TooLarge where a line is longer than
// any of ours, BadAnswer where the file is damaged.
Result<> readLines(const QString &path, const std::function<Result<>(QByteArrayView line)> &take, const std::stop_token &stop);

// Of the file as it lies there.
Result<QByteArray> sha256OfFile(const QString &path);

} // namespace letopis
