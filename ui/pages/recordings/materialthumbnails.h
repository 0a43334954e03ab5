#pragma once

#include <QImage>
#include <QObject>
#include <QSet>

namespace letopis {

class PreviewMaker;

// Small pictures of files, made one after the other by the helper program.
class MaterialThumbnails final : public QObject
{
    Q_OBJECT

public:
    explicit MaterialThumbnails(const QString &previewProgram, QObject *parent = nullptr);

    // What is said of a file saves reading it in vain. True once for each content: make() follows.
    bool begin(const QByteArray &sha256, const QString &mimeType, qint64 sizeBytes);
    void make(const QByteArray &sha256, const QString &localFile);
    void forgetAll(); // also what is being made

Q_SIGNALS:
    void made(const QByteArray &sha256, const QImage &image); // never null; nothing comes of a file that cannot be shown

private:
    PreviewMaker *m_maker = nullptr;
    QSet<QByteArray> m_begun;
};

// Whether there can be a picture of such a file.
bool canBePreviewed(const QString &mimeType, qint64 sizeBytes);

} // namespace letopis
