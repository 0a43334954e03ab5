#include "ui/pages/recordings/detailspane.h"

#include "ui/forms/informationform.h"
#include "ui/forms/retention/retentionform.h"
#include "ui/pages/recordings/formatstab.h"
#include "ui/pages/recordings/listtabs.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/overviewtab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/selectionsummary.h"
#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/fittingtabs.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 240; // shown here; the overview has it whole

QString shortened(const QString &text)
{
    return text.size() <= longestTitle ? text : text.left(longestTitle) + u'…';
}

} // namespace

DetailsPane::DetailsPane(std::function<bool(const QString &)> canPlay, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_messages(new MessageBar)
    , m_title(makeTextLabel(u"detailsTitle"_s))
    , m_summary(makeTextLabel(u"detailsSummary"_s))
    , m_badge(new ProblemLabel)
    , m_tabs(new FittingTabs)
    , m_overview(new OverviewTab)
    , m_information(new InformationForm)
    , m_people(new ParticipantsTab)
    , m_materials(new MaterialsTab)
    , m_retention(new RetentionForm)
    , m_formats(new FormatsTab(std::move(canPlay)))
    , m_metadata(new MetadataTab)
    , m_timeline(new TimelineTab)
    , m_selection(new SelectionSummary)
{
    m_empty->setState(u"details", tr("No recording selected"), tr("Select one in the table to see what is known about it."));
    buildTabs();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildPage());
    m_stack->addWidget(m_selection);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);

    connect(m_formats, &FormatsTab::playRequested, this, &DetailsPane::playRequested);
    connect(m_formats, &FormatsTab::downloadRequested, this, &DetailsPane::downloadRequested);
    connect(m_selection, &SelectionSummary::editSelectedRequested, this, &DetailsPane::editSelectedRequested);
    connect(m_selection, &SelectionSummary::editFoundRequested, this, &DetailsPane::editFoundRequested);
    connect(m_overview, &OverviewTab::recordingRequested, this, &DetailsPane::recordingRequested);
}

void DetailsPane::buildTabs()
{
    m_tabs->setObjectName(u"detailsTabs"_s);
    m_tabs->addNamedTab(m_overview, u"information", tr("Overview"));
    //: Tab: title, description, tags, to edit
    m_tabs->addNamedTab(m_information, u"edit", tr("Information"));
    m_tabs->addNamedTab(m_people, u"people", tr("Participants"));
    //: Tab: files that people added
    m_tabs->addNamedTab(m_materials, u"file", tr("Materials"));
    //: Tab: when the recording goes, and why
    m_tabs->addNamedTab(m_retention, u"auto-deletion", tr("Auto-deletion"));
    //: Tab: playback formats and their files
    m_tabs->addNamedTab(m_formats, u"play", tr("Formats"));
    //: Tab: what the server tells about the recording
    m_tabs->addNamedTab(m_metadata, u"details", tr("Metadata"));
    m_tabs->addNamedTab(m_timeline, u"clock", tr("Timeline"));
}

QTabWidget *DetailsPane::tabs() const
{
    return m_tabs;
}

QWidget *DetailsPane::buildPage()
{
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    font.setBold(true);
    m_title->setFont(font);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    for (QLabel *label : {m_title, m_summary}) {
        label->setContentsMargins(16, 0, 16, 0);
        layout->addWidget(label);
    }
    m_badge->setObjectName(u"retentionBadge"_s);
    m_badge->setContentsMargins(16, 0, 16, 0);
    layout->addWidget(m_badge);
    layout->addSpacing(4);
    layout->addWidget(m_tabs, 1);
    return page;
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void DetailsPane::addTab(QWidget *tab, QStringView icon, const QString &name)
{
    m_tabs->addNamedTab(tab, icon, name);
}

void DetailsPane::showInformation()
{
    m_tabs->setCurrentWidget(m_information);
}

void DetailsPane::showSelection(int count, qint64 found)
{
    m_showsSelection = count > 1;
    if (m_showsSelection)
        m_selection->showCounts(count, found);
    m_stack->setCurrentIndex(m_showsSelection ? 2 : m_details ? 1 : 0);
}

void DetailsPane::showNothing()
{
    m_details.reset();
    m_messages->clear();
    m_stack->setCurrentIndex(0);
}

void DetailsPane::showError(const Error &error)
{
    showNothing();
    showListError(error);
}

void DetailsPane::showDetails(const RecordingDetails &details)
{
    m_messages->clear();
    if (m_details == details) {
        Q_EMIT detailsShown(); // nothing is built anew under the person's hands
        return;
    }
    const bool isAnother = !m_details || m_details->row.id != details.row.id;
    m_details = details;
    if (isAnother) {
        m_people->clear(details);
        m_retention->clear();
        m_badge->setWarning({});
        m_timeline->clear(details);
    }
    const RecordingRow &row = details.row;
    m_title->setText(breakable(shortened(row.title.isEmpty() ? tr("Untitled") : row.title)));
    QStringList parts{absoluteDate(row.startedAt), lengthText(row.durationMs)};
    if (row.state != PublicationState::Published)
        parts << stateText(row.state);
    parts.removeAll(QString());
    m_summary->setText(parts.join(u" · "_s));
    m_overview->showDetails(details);
    m_formats->showFormats(details.formats);
    m_metadata->showMetadata(details.metadata);
    m_stack->setCurrentIndex(m_showsSelection ? 2 : 1);
    Q_EMIT detailsShown();
}

void DetailsPane::showListError(const Error &error)
{
    m_messages->showError(error);
    m_messages->addAction(tr("Try a&gain"), [this] { Q_EMIT retryRequested(); });
}

void DetailsPane::showFolder(const QString &path)
{
    m_overview->showFolder(path);
}

void DetailsPane::showRetentionBadge(const QString &text)
{
    m_badge->setWarning(text);
}

void DetailsPane::showTimeline(const QList<TimelineEntry> &entries)
{
    if (!m_details)
        return;
    m_timeline->showEntries(entries, *m_details);
    m_people->showTimeline(entries, *m_details);
}

} // namespace letopis
