#include "ui/pages/recordings/materialthumbnails.h"

#include "core/base/whendone.h"

#include <QFile>
#include <QImageReader>
#include <QMimeDatabase>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;
constexpr qint64 mostPixels = 32'000'000;      // 128 MB, which is where Qt refuses too
constexpr qint64 mostJpegPixels = 120'000'000; // decoded at a fraction of its size
constexpr int thumbnailSide = 96;              // twice what is shown, for dense screens

// Formats that Qt decodes itself into pixels, without scripts, references to other files or fonts: no SVG.
QByteArray formatFor(const QString &mimeType)
{
    if (mimeType == "image/png"_L1)
        return "png";
    if (mimeType == "image/jpeg"_L1)
        return "jpeg";
    if (mimeType == "image/gif"_L1)
        return "gif";
    if (mimeType == "image/bmp"_L1)
        return "bmp";
    if (mimeType == "image/webp"_L1)
        return "webp";
    return {};
}

} // namespace

QImage thumbnailOf(const QString &localFile, int side)
{
    QFile file(localFile);
    if (!file.open(QIODevice::ReadOnly) || file.isSequential() || file.size() > largestFile)
        return {};
    const QByteArray format = formatFor(QMimeDatabase().mimeTypeForData(file.peek(4096)).name());
    if (format.isEmpty())
        return {};
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true); // as a camera was held
    const QSize whole = reader.size();
    if (!whole.isValid() || whole.isEmpty())
        return {};
    if (qint64(whole.width()) * whole.height() > (format == "jpeg" ? mostJpegPixels : mostPixels))
        return {};
    if (whole.width() > side || whole.height() > side)
        reader.setScaledSize(whole.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    // A handler may not scale by itself.
    if (image.width() > side || image.height() > side)
        return image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return image;
}

MaterialThumbnails::MaterialThumbnails(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

MaterialThumbnails::~MaterialThumbnails()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool MaterialThumbnails::begin(const QByteArray &sha256, const QString &mimeType, qint64 sizeBytes)
{
    if (sizeBytes <= 0 || sizeBytes > largestFile || formatFor(mimeType).isEmpty() || m_begun.contains(sha256))
        return false;
    m_begun.insert(sha256);
    return true;
}

void MaterialThumbnails::make(const QByteArray &sha256, const QString &localFile)
{
    const auto promise = std::make_shared<QPromise<Result<QImage>>>();
    promise->start();
    whenDone(promise->future(), this, [this, sha256](const Result<QImage> &image) {
        if (image && !image->isNull())
            Q_EMIT made(sha256, *image);
    });
    m_pool.start([promise, localFile] {
        promise->addResult(Result<QImage>(thumbnailOf(localFile, thumbnailSide)));
        promise->finish();
    });
}

} // namespace letopis
