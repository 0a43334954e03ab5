#include "app/preview/render.h"

#include <QByteArray>
#include <QImageReader>
#include <QMimeDatabase>
#include <QPainter>

#ifdef LETOPIS_HAS_PDF
#include <QPdfDocument>
#endif

#include <cmath>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostPixels = 32'000'000;      // 128 MB, which is where Qt refuses too
constexpr qint64 mostJpegPixels = 120'000'000; // decoded at a fraction of its size

// Formats that Qt decodes itself into pixels, without scripts, references to other files or fonts: no SVG.
QByteArray imageFormatOf(const QString &mimeType)
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

QImage imagePreview(QIODevice &file, const QByteArray &format, int side)
{
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

#ifdef LETOPIS_HAS_PDF
QImage pdfPreview(QIODevice &file, int side)
{
    QPdfDocument document;
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1)
        return {};
    const QSizeF page = document.pagePointSize(0);
    if (!std::isfinite(page.width()) || !std::isfinite(page.height()) || page.width() <= 0 || page.height() <= 0)
        return {};
    const QSize size = page.scaled(side, side, Qt::KeepAspectRatio).toSize().expandedTo({1, 1}).boundedTo({side, side});
    const QImage drawn = document.render(0, size);
    if (drawn.isNull())
        return {};
    QImage paper(drawn.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, drawn);
    return paper;
}
#else
QImage pdfPreview(QIODevice &, int)
{
    return {};
}
#endif

QImage anyPreview(QIODevice &file, int side)
{
    const QString type = QMimeDatabase().mimeTypeForData(file.peek(4096)).name();
    if (type == "application/pdf"_L1)
        return pdfPreview(file, side);
    const QByteArray format = imageFormatOf(type);
    return format.isEmpty() ? QImage() : imagePreview(file, format, side);
}

} // namespace

bool canRenderPdf()
{
#ifdef LETOPIS_HAS_PDF
    return true;
#else
    return false;
#endif
}

QImage previewOf(QIODevice &file, int side)
{
    const QImage image = anyPreview(file, side);
    if (image.depth() <= 32)
        return image;
    // 16 bits of a colour are more than who asked for it takes, and than a screen shows.
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
}

} // namespace letopis
