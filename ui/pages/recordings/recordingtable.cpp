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

constexpr int stateVersion = 1; // of the saved header: a new column starts it afresh
constexpr int narrowestTitle = 180;

// Meeting, formats and size are one right click away: at first they would squeeze the title.
constexpr std::array hiddenAtFirst{Model::Meeting, Model::Formats, Model::Size, Model::Server};

} // namespace

RecordingTable::RecordingTable(QWidget *parent) : PlainTable(parent)
{
    setObjectName(u"recordingTable"_s);
    setAccessibleName(tr("Recordings"));
    setSortingEnabled(false); // the page sorts: a view would sort once by itself before the state is restored
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setTextElideMode(Qt::ElideRight);
    header->setToolTip(tr("Right click to choose columns"));
    connect(header, &QHeaderView::customContextMenuRequested, this, &RecordingTable::showColumnMenu);
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
    const auto widthOf = [this](const QString &sample) { return fontMetrics().horizontalAdvance(sample) + 24; };
    const auto headed = [&](int column, const QString &sample) {
        const QString title = columnText(static_cast<RecordingColumn>(column));
        header->resizeSection(column, qMax(widthOf(sample), widthOf(title)));
    };
    headed(Model::Meeting, u"Кафедра математики, 2 к"_s);
    headed(Model::Server, u"bbb.university.example"_s);
    const QString time = QLocale().toString(QTime(20, 0), QLocale::ShortFormat);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int dateWidth = 0;
    for (const int daysAgo : {0, 1, 200}) { // "today", "yesterday", another year
        const QString date = relativeDate(now.addDays(-daysAgo), now);
        const QString sample = daysAgo > 1 ? date : date.section(u' ', 0, 0) + u' ' + time;
        dateWidth = qMax(dateWidth, widthOf(sample));
    }
    header->resizeSection(Model::StartedAt, dateWidth);
    headed(Model::Duration, lengthText(0));
    headed(Model::Participants, u"0000"_s);
    headed(Model::Formats, formatText(u"presentation"_s) + u", "_s + formatText(u"video"_s));
    headed(Model::Size, sizeText(999'900'000'000));
    QString longestState;
    for (int state = 0; state <= static_cast<int>(PublicationState::Gone); ++state) {
        if (const QString text = stateText(static_cast<PublicationState>(state)); text.size() > longestState.size())
            longestState = text;
    }
    headed(Model::State, longestState + u"mmmm"_s);
    for (int column = 0; column < Model::ColumnCount; ++column)
        setColumnHidden(column, std::find(hiddenAtFirst.begin(), hiddenAtFirst.end(), column) != hiddenAtFirst.end());
    header->setSortIndicator(Model::StartedAt, Qt::DescendingOrder);
    stretchTitle();
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
