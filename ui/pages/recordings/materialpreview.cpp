#include "ui/pages/recordings/materialpreview.h"

#include "ui/pages/recordings/previewmaker.h"
#include "ui/text/materialtext.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int previewSide = 1600; // pixels
} // namespace

MaterialPreviewDialog::MaterialPreviewDialog(const QString &previewProgram, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_maker(new PreviewMaker(previewProgram, this))
    , m_picture(new QLabel)
{
    setObjectName(u"materialPreviewDialog"_s);
    setWindowTitle(shownName(name));
    m_picture->setObjectName(u"preview"_s);
    m_picture->setTextFormat(Qt::PlainText);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(240, 180);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the window's size, not the picture's
    m_picture->setAccessibleName(tr("Preview of %1").arg(shownName(name)));
    m_picture->setText(tr("Preparing the preview…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    QPushButton *openButton = buttons->addButton(tr("&Open"), QDialogButtonBox::ActionRole);
    openButton->setObjectName(u"openPreviewed"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_picture, 1);
    layout->addWidget(buttons);
    resize(820, 640);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(openButton, &QPushButton::clicked, this, [this] {
        Q_EMIT openRequested();
        accept();
    });
    connect(new QShortcut(Qt::Key_Space, this), &QShortcut::activated, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

void MaterialPreviewDialog::showFile(const QString &localFile)
{
    m_maker->make(localFile, previewSide, [this](const QImage &image) { showImage(image); });
}

void MaterialPreviewDialog::showImage(const QImage &image)
{
    m_image = image;
    if (image.isNull())
        m_picture->setText(tr("This file cannot be previewed."));
    else
        fit();
}

void MaterialPreviewDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

// Never larger than it is.
void MaterialPreviewDialog::fit()
{
    if (m_image.isNull())
        return;
    const QSize room = (QSizeF(m_picture->contentsRect().size()) * devicePixelRatioF()).toSize();
    const QSize wanted = m_image.size().scaled(room, Qt::KeepAspectRatio).boundedTo(m_image.size()).expandedTo({1, 1});
    QPixmap picture = QPixmap::fromImage(m_image.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(picture);
}

} // namespace letopis
