#include "ui/pages/recordings/overviewtab.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

OverviewTab::OverviewTab(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget;
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(16, 16, 16, 16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    setWidget(page);
}

void OverviewTab::showDetails(const RecordingDetails &details)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    const RecordingRow &row = details.row;
    if (!details.description.isEmpty())
        addRow(tr("Description:"), details.description);
    m_folder = makeTextLabel(u"overviewFolder"_s);
    m_form->addRow(makeLabel(tr("Folder:"), m_folder), m_folder);
    m_form->setRowVisible(m_folder, false); // until it is known
    addRow(tr("Server:"), row.serverName);
    addRow(tr("Meeting:"), row.meetingName);
    addRow(tr("Started:"), absoluteDate(row.startedAt));
    addRow(tr("Ended:"), absoluteDate(details.endedAt));
    addRow(tr("Length:"), row.durationMs < 0 ? QString() : spokenLength(row.durationMs));
    addRow(tr("State:"), stateText(row.state) + u". "_s + stateExplanation(row.state) + u'.');
    if (row.participantCount >= 0) {
        addRow(tr("Participants:"),
               row.arePeopleKnown ? numberText(row.participantCount)
                                  : tr("%n join(s), as the server counts them", nullptr, row.participantCount));
    }
    addRow(tr("Size:"), row.sizeBytes < 0 ? QString() : sizeText(row.sizeBytes));
    addRow(tr("Raw data:"), details.rawSizeBytes < 0 ? QString() : sizeText(details.rawSizeBytes));
    if (details.parent)
        addLink(tr("Breakout of:"), *details.parent);
    QString label = tr("Breakout rooms:");
    for (const BreakoutLink &room : details.breakoutRooms) {
        addLink(label, room);
        label.clear();
    }
    addId(tr("Meeting ID:"), details.meetingId);
    addId(tr("Record ID:"), row.externalId);
    addRow(tr("First seen:"), absoluteDate(details.firstSeenAt));
    addRow(tr("Last seen:"), absoluteDate(details.lastSeenAt));
}

void OverviewTab::showFolder(const QString &path)
{
    if (!m_folder)
        return;
    m_folder->setText(breakable(path));
    m_folder->setAccessibleName(tr("Folder:") + u' ' + path);
    m_form->setRowVisible(m_folder, !path.isEmpty());
}

// Beside the first line of a text of several.
QLabel *OverviewTab::makeLabel(const QString &text, QWidget *buddy) const
{
    auto *label = new QLabel(text);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setBuddy(buddy);
    return label;
}

void OverviewTab::addRow(const QString &label, const QString &text)
{
    if (text.isEmpty())
        return;
    QLabel *value = makeTextLabel({});
    value->setText(breakable(text));
    value->setAccessibleName(label + u' ' + text);
    m_form->addRow(makeLabel(label, value), value);
}

// Both ends tell IDs apart; the whole one is in the tool tip and a click away.
void OverviewTab::addId(const QString &label, const QString &id)
{
    if (id.isEmpty())
        return;
    auto *text = new ElidedLabel;
    text->setElideMode(Qt::ElideMiddle);
    text->setFullText(id);
    auto *copy = new QToolButton;
    copy->setObjectName(u"copyId"_s);
    copy->setAutoRaise(true);
    copy->setIcon(themedIcon(u"copy"));
    const int line = fontMetrics().height();
    copy->setFixedSize(line, line); // as high as a line of text: rows stay as close as the others
    copy->setIconSize({line - 2, line - 2});
    copy->setToolTip(tr("Copy"));
    copy->setAccessibleName(tr("Copy %1").arg(id));
    connect(copy, &QToolButton::clicked, this, [id] { QGuiApplication::clipboard()->setText(id); });
    auto *value = new QWidget;
    auto *row = new QHBoxLayout(value);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(text, 1);
    row->addWidget(copy);
    m_form->addRow(makeLabel(label, copy), value);
}

void OverviewTab::addLink(const QString &label, const BreakoutLink &link)
{
    const QString title = link.title.isEmpty() ? link.externalId : link.title;
    if (!link.id.isValid()) {
        addRow(label, tr("%1 (not in the catalog)").arg(title));
        return;
    }
    auto *button = new QPushButton(fontMetrics().elidedText(title, Qt::ElideRight, 200).replace(u'&', u"&&"_s));
    button->setToolTip(plainToolTip(title));
    button->setAccessibleName(title);
    connect(button, &QPushButton::clicked, this, [this, id = link.id] { Q_EMIT recordingRequested(id); });
    m_form->addRow(makeLabel(label, button), button);
}

} // namespace letopis
