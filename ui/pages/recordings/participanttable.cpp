#include "ui/pages/recordings/participanttable.h"

#include "ui/models/participantmodel.h"
#include "ui/widgets/presencedelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QResizeEvent>

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Model = ParticipantModel;

constexpr char stateVersion = 1; // of the saved header: a new column starts it afresh

// One right click away, and in the tool tips: in a pane of the usual width they would push the minutes out of sight.
constexpr std::array moreColumns{Model::TalkTime, Model::ChatMessages, Model::PollAnswers,
                                 Model::Source,   Model::Person,       Model::Note};
constexpr int narrowestName = 100;
constexpr int narrowestPresence = 96;
constexpr int narrowestPart = 84; // of the role, whole in its tool tip
constexpr int narrowName = 160;
constexpr int headingRoom = 20; // beside a heading's text
constexpr int widestText = 220; // of notes and known names

} // namespace

ParticipantTable::ParticipantTable(QWidget *parent) : PlainTable(parent)
{
    setObjectName(u"participantTable"_s);
    setAccessibleName(tr("Participants"));
    setSelectionMode(ExtendedSelection);
    QHeaderView *header = horizontalHeader();
    header->setMinimumSectionSize(40);
    header->setSectionsMovable(true);
    header->setToolTip(tr("Right click to choose columns"));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &position) {
        QMenu *menu = makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(header->mapToGlobal(position));
    });
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            m_hasOwnWidths = true;
    });
}

void ParticipantTable::setModel(QAbstractItemModel *model)
{
    PlainTable::setModel(model);
    setItemDelegateForColumn(Model::Presence, new PresenceDelegate(this));
    setSortingEnabled(true);
    sortByColumn(Model::Presence, Qt::AscendingOrder);
    hideMore();
    fitName();
}

void ParticipantTable::hideMore()
{
    for (int column = 0; column < Model::ColumnCount; ++column)
        setColumnHidden(column, std::find(moreColumns.begin(), moreColumns.end(), column) != moreColumns.end());
}

void ParticipantTable::fitColumns()
{
    if (m_hasOwnWidths)
        return;
    QHeaderView *header = horizontalHeader();
    resizeColumnsToContents();
    header->resizeSection(Model::Presence, qMax(narrowestPresence, header->sectionSizeHint(Model::Presence)));
    for (const int column : {Model::Person, Model::Note})
        header->resizeSection(column, qMin(widestText, header->sectionSize(column)));
    fitName();
}

void ParticipantTable::resizeEvent(QResizeEvent *event)
{
    PlainTable::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

// The name takes what the others leave, and some of theirs where that is little. With more columns than the pane has room for it keeps a readable width.
void ParticipantTable::fitName()
{
    if (m_hasOwnWidths)
        return;
    QHeaderView *header = horizontalHeader();
    const bool hasMore = std::any_of(moreColumns.begin(), moreColumns.end(), [this](int column) { return !isColumnHidden(column); });
    int room = viewport()->width();
    for (int column = 0; column < Model::ColumnCount; ++column) {
        if (column != Model::Name && !isColumnHidden(column))
            room -= columnWidth(column);
    }
    for (const auto &[column, narrowest] : {std::pair{Model::Presence, narrowestPresence}, {Model::ConferencePart, narrowestPart},
                                            {Model::PresentFor, closestFit(Model::PresentFor)},
                                            {Model::RecordedPercent, closestFit(Model::RecordedPercent)}}) {
        if (isColumnHidden(column) || hasMore)
            continue;
        const int given = qBound(0, narrowName - room, qMax(0, columnWidth(column) - narrowest));
        header->resizeSection(column, columnWidth(column) - given);
        room += given;
    }
    const bool isCrowded = hasMore || room < narrowestName;
    header->setSectionResizeMode(Model::Name, isCrowded ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (isCrowded)
        header->resizeSection(Model::Name, hasMore ? narrowName : narrowestName);
}

// Its numbers and its heading, without room for an arrow of sorting that is elsewhere.
int ParticipantTable::closestFit(int column) const
{
    const QHeaderView *header = horizontalHeader();
    if (header->sortIndicatorSection() == column)
        return columnWidth(column);
    const QString heading = model()->headerData(column, Qt::Horizontal).toString();
    return qMax(sizeHintForColumn(column), header->fontMetrics().horizontalAdvance(heading) + headingRoom);
}

QMenu *ParticipantTable::makeColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Columns"), parent);
    menu->setObjectName(u"participantColumns"_s);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != Model::Name);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            setColumnHidden(column, !isShown);
            fitColumns();
        });
    }
    menu->addSeparator();
    QAction *reset = menu->addAction(tr("Reset columns"));
    connect(reset, &QAction::triggered, this, [this] {
        m_hasOwnWidths = false;
        for (int column = 0; column < Model::ColumnCount; ++column)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        hideMore();
        sortByColumn(Model::Presence, Qt::AscendingOrder);
        fitColumns();
    });
    return menu;
}

QByteArray ParticipantTable::headerState() const
{
    QByteArray state = horizontalHeader()->saveState();
    state.prepend(m_hasOwnWidths ? 'f' : 's');
    state.prepend(stateVersion);
    return state;
}

void ParticipantTable::restoreHeader(const QByteArray &state)
{
    if (state.size() < 3 || state.at(0) != stateVersion)
        return;
    if (!horizontalHeader()->restoreState(state.mid(2))) {
        hideMore();
        return;
    }
    m_hasOwnWidths = state.at(1) == 'f';
    setColumnHidden(Model::Name, false); // a damaged state may hide everything
    fitName();
}

} // namespace letopis
