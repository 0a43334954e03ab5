#include "ui/pages/recordings/listtabs.h"

#include "ui/models/timelinemodel.h"
#include "ui/text/names.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QStandardItemModel>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestValue = 2000; // a cell is no place for a document

QStandardItem *textItem(const QString &text)
{
    auto *item = new QStandardItem(text.left(longestValue));
    item->setToolTip(plainToolTip(item->text()));
    item->setEditable(false);
    return item;
}

} // namespace

MetadataTab::MetadataTab(QWidget *parent)
    : QStackedWidget(parent), m_model(new QStandardItemModel(this)), m_table(new PlainTable), m_empty(new EmptyState)
{
    m_table->setObjectName(u"metadataTable"_s);
    m_table->setAccessibleName(tr("Metadata"));
    m_table->setModel(m_model);
    m_empty->setState(u"information", tr("No metadata"), tr("The server tells nothing more about this recording."));
    addWidget(m_table);
    addWidget(m_empty);
}

void MetadataTab::showMetadata(const Metadata &metadata)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto &[key, value] : metadata)
        m_model->appendRow({textItem(key), textItem(value)});
    m_table->resizeColumnToContents(0);
    m_table->setColumnWidth(0, qBound(100, m_table->columnWidth(0), 200));
    m_table->horizontalHeader()->setStretchLastSection(true);
    setCurrentIndex(metadata.isEmpty() ? 1 : 0);
}

TimelineTab::TimelineTab(QWidget *parent)
    : QStackedWidget(parent), m_model(new TimelineModel(this)), m_table(new PlainTable), m_empty(new EmptyState)
{
    m_table->setObjectName(u"timelineTable"_s);
    m_table->setAccessibleName(tr("Timeline"));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(true);
    addWidget(m_table);
    addWidget(m_empty);
}

void TimelineTab::clear(const RecordingDetails &)
{
    m_model->setEntries({});
    setCurrentIndex(0);
}

void TimelineTab::showEntries(const QList<TimelineEntry> &entries, const RecordingDetails &details)
{
    m_model->setEntries(entries);
    m_empty->setState(u"clock", tr("No timeline"), peopleStatusText(details.people));
    m_table->resizeColumnToContents(TimelineModel::Time);
    m_table->resizeColumnToContents(TimelineModel::PlaybackTime);
    setCurrentIndex(entries.isEmpty() ? 1 : 0);
}

} // namespace letopis
