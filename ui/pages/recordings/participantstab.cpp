#include "ui/pages/recordings/participantstab.h"

#include "ui/models/participantmodel.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/presencedelegate.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

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
    m_table->horizontalHeader()->setMinimumSectionSize(40);
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
    header->resizeSection(ParticipantModel::Name, qMin(176, header->sectionSize(ParticipantModel::Name)));
    header->resizeSection(ParticipantModel::Presence, qMax(112, header->sectionSizeHint(ParticipantModel::Presence) + 16));
    // Columns without a single figure only push the others out of sight.
    for (const int column : {ParticipantModel::TalkTime, ParticipantModel::ChatMessages, ParticipantModel::PollAnswers}) {
        bool isUsed = false;
        for (int row = 0; row < m_model->rowCount() && !isUsed; ++row)
            isUsed = m_model->index(row, column).data(ParticipantModel::SortRole).toLongLong() > 0;
        m_table->setColumnHidden(column, !isUsed);
    }
}

} // namespace letopis
