#pragma once

#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace letopis {

// Small pictures of files, made one after the other in a thread of their own. The files are anybody's: only formats of a
// short list are tried, by the files' own first bytes, and only what fits modest bounds of size.
class MaterialThumbnails final : public QObject
{
    Q_OBJECT

public:
    explicit MaterialThumbnails(QObject *parent = nullptr);
    ~MaterialThumbnails() override; // waits for the picture being made, and drops the others

    // What is said of a file saves reading it in vain. True once for each content: make() or forget() follows.
    bool begin(const QByteArray &sha256, const QString &mimeType, qint64 sizeBytes);
    void make(const QByteArray &sha256, const QString &localFile);
    void forgetAll() { m_begun.clear(); }
    void forget(const QByteArray &sha256) { m_begun.remove(sha256); } // it could not be had; may be tried again

Q_SIGNALS:
    void made(const QByteArray &sha256, const QImage &image); // never null; nothing comes of a file that cannot be shown

private:
    QThreadPool m_pool;
    QSet<QByteArray> m_begun;
};

// At most `side` pixels wide and high; null where the file is none of ours to decode, too large or broken. Any thread.
QImage thumbnailOf(const QString &localFile, int side);

} // namespace letopis
