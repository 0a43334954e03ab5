#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"

#include <QFile>

#include <functional>

namespace letopis {

// What a half-finished download was made of; kept beside it, so that going on never joins two different files.
struct PartOrigin
{
    qint64 sizeBytes = 0;
    qint64 modifiedMs = 0; // UTC

    friend bool operator==(const PartOrigin &, const PartOrigin &) = default;
};

// A file that appears under its name only when it is complete: written as name.part with a note name.part.origin, then
// made durable and renamed. Left behind half-finished when the line breaks, to go on from.
class PartFile
{
public:
    explicit PartFile(const QString &target);

    // Goes on from what is there where `resume` is set and the origin is the same. Returns the bytes already there.
    // `goOn` is asked while they are hashed.
    Result<qint64> open(bool resume, const PartOrigin &origin, const std::function<bool()> &goOn);
    Result<> write(QByteArrayView bytes);
    // Checks the hash where given, makes durable, renames. ContentMismatch removes the part. Returns the SHA-256.
    Result<QByteArray> finish(const QByteArray &expectedSha256);
    void discard();

private:
    Result<qint64> reuse(const std::function<bool()> &goOn);
    Error failure(const QString &what) const;
    QString noteName() const { return m_part.fileName() + QStringLiteral(".origin"); }

    QString m_target;
    QFile m_part;
    Sha256 m_hash;
};

} // namespace letopis
