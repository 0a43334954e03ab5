#include "ui/pages/recordings/recordingtable.h"

#include "ui/models/recordinglistmodel.h"
#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>
#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

using Model = RecordingListModel;

constexpr int stateVersion = 2; // of the saved header: a new column starts it afresh
constexpr int narrowestTitle = 160;

// Meeting, formats and size are one right click away: at first they would squeeze the title.
constexpr std::array hiddenAtFirst{Model::Meeting, Model::Formats, Model::Size, Model::Server};

// The longest texts a column commonly holds; longer ones are cut with "…" and told whole by the tool tip.
QStringList samplesOf(int column)
{
    switch (column) {
    case Model::Meeting: return {u"Кафедра математики, 2 к"_s};
    case Model::Server: return {u"bbb.university.example"_s};
    case Model::StartedAt: {
        const QDateTime evening(QDate(2000, 1, 5), QTime(20, 0));
        QStringList dates{relativeDate(evening, evening), relativeDate(evening.addDays(-1), evening)};
        for (int month = 1; month <= 12; ++month) // a week-day's short name is never longer than these
            dates << relativeDate(QDateTime(QDate(1999, month, 28), QTime(20, 0)), evening.addYears(1));
        return dates;
    }
    case Model::Duration: return {lengthText(36'000'000)};
    case Model::Participants: return {u"0000"_s};
    case Model::Formats: return {formatText(u"presentation"_s) + u", "_s + formatText(u"video"_s)};
    case Model::Size: return {sizeText(999'900'000'000)};
    case Model::State: {
        QStringList states;
        for (int state = 0; state <= static_cast<int>(PublicationState::Gone); ++state)
            states << stateText(static_cast<PublicationState>(state));
        return states;
    }
    default: return {};
    }
}

} // namespace

RecordingTable::RecordingTable(QWidget *parent) : PlainTable(parent)
{
    setObjectName(u"recordingTable"_s);
    setAccessibleName(tr("Recordings"));
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true); // into folders
    setDragDropMode(DragOnly);
    setSortingEnabled(false); // the page sorts: a view would sort once by itself before the state is restored
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setTextElideMode(Qt::ElideRight);
    header->setToolTip(tr("Right click to choose columns"));
    connect(header, &QHeaderView::customContextMenuRequested, this, &RecordingTable::showColumnMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RecordingTable::moveArrow);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (m_isStretching)
            return;
        if (section != Model::Title && QGuiApplication::mouseButtons() == Qt::NoButton)
            stretchTitle();
        else if (section == Model::Title && QGuiApplication::mouseButtons() != Qt::NoButton)
            m_isTitleStretched = false;
    });
}

void RecordingTable::setModel(QAbstractItemModel *model)
{
    PlainTable::setModel(model);
    resetColumns();
}

void RecordingTable::resetColumns()
{
    QHeaderView *header = horizontalHeader();
    m_isTitleStretched = true;
    for (int column = 0; column < Model::ColumnCount; ++column)
        header->moveSection(header->visualIndex(column), column);
    for (int column = Model::Title + 1; column < Model::ColumnCount; ++column)
        header->resizeSection(column, widthFor(column, false));
    for (int column = 0; column < Model::ColumnCount; ++column)
        setColumnHidden(column, std::find(hiddenAtFirst.begin(), hiddenAtFirst.end(), column) != hiddenAtFirst.end());
    m_sorted = -1;
    header->setSortIndicator(Model::StartedAt, Qt::DescendingOrder);
    moveArrow(Model::StartedAt);
}

// Only the sorted column keeps room for the arrow: in all of them it would be taken from the title. Widths that the person
// chose stay.
void RecordingTable::moveArrow(int column)
{
    if (column == m_sorted)
        return;
    if (m_sorted > Model::Title && columnWidth(m_sorted) == widthFor(m_sorted, true))
        setColumnWidth(m_sorted, widthFor(m_sorted, false));
    m_sorted = column;
    if (m_sorted > Model::Title && columnWidth(m_sorted) == widthFor(m_sorted, false))
        setColumnWidth(m_sorted, widthFor(m_sorted, true));
    stretchTitle();
}

int RecordingTable::widthFor(int column, bool withArrow) const
{
    const int margin = style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, this) + 1;
    int widest = 0;
    for (const QString &sample : samplesOf(column))
        widest = qMax(widest, fontMetrics().horizontalAdvance(sample));
    if (column == Model::State)
        widest += style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this) + 2 * margin;
    const int arrow = withArrow ? style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, this) + margin : 0;
    const int title = horizontalHeader()->fontMetrics().horizontalAdvance(columnText(static_cast<RecordingColumn>(column)));
    return 2 * margin + 2 + qMax(widest, title + arrow);
}

QByteArray RecordingTable::headerState() const
{
    QByteArray state = horizontalHeader()->saveState();
    state.prepend(m_isTitleStretched ? 's' : 'f');
    state.prepend(static_cast<char>(stateVersion));
    return state;
}

void RecordingTable::restoreHeader(const QByteArray &state)
{
    if (state.size() < 3 || state.at(0) != stateVersion)
        return;
    if (!horizontalHeader()->restoreState(state.mid(2)))
        resetColumns();
    m_isTitleStretched = state.at(1) == 's';
    m_sorted = horizontalHeader()->sortIndicatorSection(); // its width was kept with its arrow
    // A damaged state may hide everything: nothing could be clicked to bring it back.
    if (horizontalHeader()->hiddenSectionCount() >= Model::ColumnCount)
        resetColumns();
    setColumnHidden(Model::Title, false);
    stretchTitle();
}

QMenu *RecordingTable::makeColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Columns"), parent);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        QAction *action = menu->addAction(columnText(static_cast<RecordingColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(column != Model::Title);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            stretchTitle();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Reset columns"), this, &RecordingTable::resetColumns);
    return menu;
}

void RecordingTable::showColumnMenu(const QPoint &position)
{
    QMenu *menu = makeColumnMenu(this);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void RecordingTable::resizeEvent(QResizeEvent *event)
{
    PlainTable::resizeEvent(event);
    stretchTitle();
}

// The title takes what the others leave: no empty strip on the right, no scroll bar while it fits.
void RecordingTable::stretchTitle()
{
    if (!m_isTitleStretched || !model())
        return;
    int others = 0;
    for (int column = 0; column < Model::ColumnCount; ++column) {
        if (column != Model::Title && !isColumnHidden(column))
            others += columnWidth(column);
    }
    m_isStretching = true;
    setColumnWidth(Model::Title, qMax(narrowestTitle, viewport()->width() - others));
    m_isStretching = false;
}

} // namespace letopis
