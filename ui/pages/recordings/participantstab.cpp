#include "ui/pages/recordings/participantstab.h"

#include "ui/models/participantmodel.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/presencedelegate.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// One right click away, and in the tool tips: in a pane of the usual width they would push the minutes out of sight.
constexpr std::array moreColumns{ParticipantModel::TalkTime, ParticipantModel::ChatMessages, ParticipantModel::PollAnswers};
constexpr int narrowName = 160;

} // namespace

ParticipantsTab::ParticipantsTab(QWidget *parent)
    : QWidget(parent)
    , m_model(new ParticipantModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_summary(makeTextLabel(u"participantsSummary"_s))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ParticipantModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setObjectName(u"participantTable"_s);
    m_table->setAccessibleName(tr("Participants"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegateForColumn(ParticipantModel::Presence, new PresenceDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ParticipantModel::Presence, Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(40);
    header->setToolTip(tr("Right click to choose columns"));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &position) { showColumnMenu(header->mapToGlobal(position)); });
    // The header takes no focus: on the keyboard the table's menu key opens the same.
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { showColumnMenu(m_table->viewport()->mapToGlobal(position)); });
    for (const int column : moreColumns)
        m_table->setColumnHidden(column, true);
    m_summary->setContentsMargins(16, 8, 16, 8);

    auto *page = new QWidget;
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins({});
    pageLayout->setSpacing(0);
    pageLayout->addWidget(m_summary);
    pageLayout->addWidget(m_table, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
}

void ParticipantsTab::clear(const RecordingDetails &details)
{
    m_model->setParticipants({}, details.row.startedAt.toMSecsSinceEpoch(), details.endedAt.toMSecsSinceEpoch());
    m_stack->setCurrentIndex(0);
    m_summary->clear();
}

void ParticipantsTab::showParticipants(const QList<Participant> &participants, const RecordingDetails &details)
{
    m_model->setParticipants(participants, details.row.startedAt.toMSecsSinceEpoch(),
                             details.endedAt.isValid() ? details.endedAt.toMSecsSinceEpoch() : 0);
    if (participants.isEmpty()) {
        const bool isEmptyMeeting = details.people == RecordingDetails::PeopleStatus::Known;
        const QString title = details.row.participantCount > 0 ? participantsCount(details.row.participantCount)
            : isEmptyMeeting                                   ? tr("Nobody took part")
                                                               : tr("No names");
        m_empty->setState(u"people", title, peopleStatusText(details.people));
        m_stack->setCurrentIndex(1);
        return;
    }
    const auto moderators = std::count_if(participants.begin(), participants.end(), [](const Participant &person) {
        return person.role == ConferenceRole::Moderator;
    });
    m_summary->setText(u"%1 · %2"_s.arg(participantsCount(participants.size()),
                                        tr("%n moderator(s)", nullptr, static_cast<int>(moderators))));
    updateTable();
    m_stack->setCurrentIndex(0);
}

void ParticipantsTab::updateTable()
{
    QHeaderView *header = m_table->horizontalHeader();
    m_table->resizeColumnsToContents();
    header->resizeSection(ParticipantModel::Presence, qMax(96, header->sectionSizeHint(ParticipantModel::Presence)));
    fitName();
}

// The name takes what the others leave. With more columns than the pane has room for it keeps a readable width.
void ParticipantsTab::fitName()
{
    QHeaderView *header = m_table->horizontalHeader();
    bool hasMore = false;
    for (const int column : moreColumns)
        hasMore = hasMore || !m_table->isColumnHidden(column);
    header->setSectionResizeMode(ParticipantModel::Name, hasMore ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (hasMore)
        header->resizeSection(ParticipantModel::Name, narrowName);
}

void ParticipantsTab::showColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int column : moreColumns) {
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_table->setColumnHidden(column, !isShown);
            fitName();
        });
    }
    menu->popup(globalPosition);
}

} // namespace letopis
