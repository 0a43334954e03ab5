#include "ui/pages/recordings/materialthumbnails.h"

#include "ui/pages/recordings/previewmaker.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestFile = 256 * 1024 * 1024; // what the helper takes
constexpr int thumbnailSide = 96;                 // twice what is shown, for dense screens

} // namespace

bool canBePreviewed(const QString &mimeType, qint64 sizeBytes)
{
    static const QSet<QString> types{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s,
                                     u"image/bmp"_s, u"image/webp"_s, u"application/pdf"_s};
    return sizeBytes > 0 && sizeBytes <= largestFile && types.contains(mimeType);
}

MaterialThumbnails::MaterialThumbnails(const QString &previewProgram, QObject *parent)
    : QObject(parent)
    , m_maker(new PreviewMaker(previewProgram, this))
{
}

bool MaterialThumbnails::begin(const QByteArray &sha256, const QString &mimeType, qint64 sizeBytes)
{
    if (!canBePreviewed(mimeType, sizeBytes) || m_begun.contains(sha256))
        return false;
    m_begun.insert(sha256);
    return true;
}

void MaterialThumbnails::make(const QByteArray &sha256, const QString &localFile)
{
    m_maker->make(localFile, thumbnailSide, [this, sha256](const QImage &image) {
        if (!image.isNull())
            Q_EMIT made(sha256, image);
    });
}

void MaterialThumbnails::forgetAll()
{
    m_begun.clear();
    m_maker->cancelAll();
}

} // namespace letopis
