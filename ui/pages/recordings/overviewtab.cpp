#include "ui/pages/recordings/overviewtab.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

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
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
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
    addRow(tr("Server:"), row.serverName);
    addRow(tr("Meeting:"), row.meetingName);
    addRow(tr("Started:"), absoluteDate(row.startedAt));
    addRow(tr("Ended:"), absoluteDate(details.endedAt));
    addRow(tr("Length:"), row.durationMs < 0 ? QString() : spokenLength(row.durationMs));
    addRow(tr("State:"), stateText(row.state) + u". "_s + stateExplanation(row.state) + u'.');
    if (row.participantCount >= 0) {
        addRow(tr("Participants:"),
               row.arePeopleKnown ? numberText(row.participantCount)
                                  : tr("%1 joins, as the server counts them").arg(numberText(row.participantCount)));
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
    addRow(tr("Meeting ID:"), details.meetingId);
    addRow(tr("Record ID:"), row.externalId);
    addRow(tr("First seen:"), absoluteDate(details.firstSeenAt));
    addRow(tr("Last seen:"), absoluteDate(details.lastSeenAt));
}

void OverviewTab::addRow(const QString &label, const QString &text, const QString &toolTip)
{
    if (text.isEmpty())
        return;
    QLabel *value = makeTextLabel({});
    value->setText(text);
    value->setAccessibleName(label + u' ' + text);
    value->setToolTip(plainToolTip(toolTip));
    m_form->addRow(label, value);
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
    connect(button, &QPushButton::clicked, this, [this, id = link.id] { Q_EMIT recordingRequested(id); });
    m_form->addRow(label, button);
}

} // namespace letopis
