#include "ui/pages/recordings/formatstab.h"

#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString amounts(const PlaybackFormat &format)
{
    QStringList parts;
    if (format.durationMs >= 0)
        parts << lengthText(format.durationMs);
    if (format.sizeBytes >= 0)
        parts << sizeText(format.sizeBytes);
    return parts.join(u" · "_s);
}

// Letopis plays a presentation's camera video until it can compose the whole.
QString limitation(const QString &type)
{
    return type == u"presentation"_s
        ? FormatsTab::tr("Plays the cameras and the sound, without slides.")
        : QString();
}

} // namespace

FormatsTab::FormatsTab(std::function<bool(const QString &)> canPlay, QWidget *parent)
    : QScrollArea(parent), m_canPlay(std::move(canPlay))
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(16, 16, 16, 16);
    m_rows->setSpacing(24);
    m_rows->addStretch();
    setWidget(page);
}

void FormatsTab::showFormats(const QList<PlaybackFormat> &formats)
{
    while (m_rows->count() > 1) {
        QLayoutItem *item = m_rows->takeAt(0);
        delete item->widget();
        delete item;
    }
    if (formats.isEmpty()) {
        QLabel *none = makeTextLabel(u"noFormats"_s);
        none->setText(tr("The server offers no playback of this recording."));
        m_rows->insertWidget(0, none);
    }
    for (const PlaybackFormat &format : formats)
        m_rows->insertWidget(m_rows->count() - 1, makeRow(format));
}

QWidget *FormatsTab::makeRow(const PlaybackFormat &format)
{
    auto *row = new QWidget;
    auto *name = makeTextLabel({});
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setText(formatText(format.type));
    auto *facts = makeTextLabel({});
    facts->setText(amounts(format));
    auto *play = new QPushButton(themedIcon(u"play"), tr("Play"));
    play->setObjectName(u"play-"_s + format.type);
    play->setAccessibleName(tr("Play %1").arg(formatText(format.type)));
    const bool canPlay = m_canPlay && m_canPlay(format.type);
    play->setEnabled(canPlay);
    auto *download = new QPushButton(themedIcon(u"download"), tr("Download…"));
    download->setObjectName(u"download-"_s + format.type);
    download->setAccessibleName(tr("Download %1").arg(formatText(format.type)));
    download->setEnabled(canPlay);
    connect(play, &QPushButton::clicked, this, [this, type = format.type] { Q_EMIT playRequested(type); });
    connect(download, &QPushButton::clicked, this, [this, type = format.type] { Q_EMIT downloadRequested(type); });

    auto *heading = new QHBoxLayout;
    heading->addWidget(name);
    heading->addWidget(facts, 1);
    facts->setAlignment(Qt::AlignRight);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(play);
    buttons->addWidget(download);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addLayout(heading);
    const QString note = canPlay ? limitation(format.type) : tr("Letopis cannot play or download this format yet.");
    if (!note.isEmpty()) {
        auto *noteLabel = makeTextLabel({});
        noteLabel->setText(note);
        layout->addWidget(noteLabel);
    }
    layout->addLayout(buttons);
    return row;
}

} // namespace letopis
