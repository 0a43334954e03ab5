#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace letopis {

struct StoredContent
{
    QByteArray sha256; // of the file's bytes, 32 bytes
    qint64 sizeBytes = 0;
};

// Files named by their SHA-256, below one directory: <root>/ab/<sha256 in hex>.gz. Written atomically and synced before
// put() returns, so that a database row may refer to them. Thread-safe; blocks: worker threads only.
class ContentStore
{
public:
    explicit ContentStore(QString root);

    Result<StoredContent> put(const QByteArray &gzip) const;
    // Checked against its hash: ContentMismatch where the disk lied, NotFound where the file is gone.
    Result<QByteArray> get(const QByteArray &sha256) const;
    QString pathOf(const QByteArray &sha256) const;

private:
    QString m_root;
};

} // namespace letopis
