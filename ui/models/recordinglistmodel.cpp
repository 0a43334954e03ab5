#include "ui/models/recordinglistmodel.h"

#include "core/base/whendone.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/peopledirectory.h"
#include "ui/models/librarymime.h"
#include "ui/models/rowdifference.h"
#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QFont>
#include <QIcon>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList formatNames(const RecordingRow &row)
{
    QStringList names;
    for (const QString &type : row.formats)
        names.append(formatText(type));
    return names;
}

QVariant sortValue(const RecordingRow &row, int column)
{
    switch (column) {
    case RecordingListModel::Title: return row.title;
    case RecordingListModel::Meeting: return row.meetingName;
    case RecordingListModel::Server: return row.serverName;
    case RecordingListModel::StartedAt: return row.startedAt;
    case RecordingListModel::Duration: return row.durationMs;
    case RecordingListModel::Participants: return row.participantCount;
    case RecordingListModel::Formats: return row.formats.join(u' ');
    case RecordingListModel::Size: return row.sizeBytes;
    case RecordingListModel::State: return static_cast<int>(row.state);
    default: return {};
    }
}

bool isNumber(int column)
{
    return column == RecordingListModel::Duration || column == RecordingListModel::Participants
        || column == RecordingListModel::Size;
}

} // namespace

RecordingListModel::RecordingListModel(Workspace &workspace, Actor actor, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_actor(std::move(actor)), m_clock(clock)
{
    // A sync announces every page of changes; one reading for several of them is enough.
    m_refreshDelay.setSingleShot(true);
    m_refreshDelay.setInterval(200ms);
    connect(&m_refreshDelay, &QTimer::timeout, this, &RecordingListModel::refresh);
    connect(&m_workspace, &Workspace::catalogChanged, this, &RecordingListModel::onCatalogChanged);
    connect(&m_workspace.access(), &AccessDesk::accessChanged, this, &RecordingListModel::onAccessChanged);
    connect(&m_workspace.people(), &PeopleDirectory::peopleChanged, this, &RecordingListModel::onAccessChanged);
    // "Today" becomes "yesterday" while the window stays open.
    m_midnight.setInterval(10min);
    connect(&m_midnight, &QTimer::timeout, this, &RecordingListModel::refreshDates);
    m_midnight.start();
}

void RecordingListModel::setQuery(const RecordingQuery &query)
{
    if (m_generation > 0 && query == m_query)
        return;
    m_query = query;
    reload();
}

void RecordingListModel::setDrafts(const QList<RecordingId> &recordings)
{
    const QSet<RecordingId> before = std::exchange(m_drafts, QSet<RecordingId>(recordings.begin(), recordings.end()));
    for (int row = 0; row < rowCount(); ++row) {
        const RecordingId id = this->row(row).id;
        if (before.contains(id) != m_drafts.contains(id))
            Q_EMIT dataChanged(index(row, Title), index(row, Title));
    }
}

void RecordingListModel::reload()
{
    ++m_generation;
    ++m_edition;
    m_needsRefresh = false;
    m_refreshDelay.stop();
    setPhase(Phase::Loading);
    ask(m_generation);
}

void RecordingListModel::ask(quint64 generation)
{
    m_isFetching = true;
    whenDone(m_workspace.recordings(m_actor, m_query, {}, pageSize), this,
             [this, generation](const Result<RecordingPage> &page) {
                 if (generation == m_generation)
                     onFirstPage(page);
             });
}

void RecordingListModel::askTotal()
{
    whenDone(m_workspace.countRecordings(m_actor, m_query), this,
             [this, generation = m_generation](const Result<qint64> &count) {
                 if (generation != m_generation)
                     return;
                 m_total = count ? *count : -1;
                 Q_EMIT totalChanged();
             });
}

void RecordingListModel::onFirstPage(const Result<RecordingPage> &page)
{
    m_isFetching = false;
    beginResetModel();
    m_rows.clear();
    m_next.clear();
    if (page) {
        m_rows.assign(page->rows.begin(), page->rows.end());
        m_next = page->next;
    }
    endResetModel();
    setPhase(page ? Phase::Ready : Phase::Failed, page ? std::nullopt : std::optional<Error>(page.error()));
    // Not beside the page: counting goes through all recordings. A timer comes after the repaint of these rows.
    QTimer::singleShot(0, this, [this, generation = m_generation] {
        if (generation == m_generation)
            askTotal();
    });
    if (m_needsRefresh)
        m_refreshDelay.start(); // something changed while this page was under way
}

bool RecordingListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_phase == Phase::Ready && !m_isFetching && !m_next.isEmpty();
}

void RecordingListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    whenDone(m_workspace.recordings(m_actor, m_query, m_next, pageSize), this,
             [this, edition = m_edition](const Result<RecordingPage> &page) {
                 if (edition == m_edition)
                     onNextPage(page);
             });
}

void RecordingListModel::onNextPage(const Result<RecordingPage> &page)
{
    m_isFetching = false;
    if (!page) {
        setPhase(Phase::Failed, page.error());
        return;
    }
    m_next = page->next;
    if (page->rows.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
    m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
    endInsertRows();
}

void RecordingListModel::onCatalogChanged(const CatalogChange &change)
{
    if (m_generation == 0)
        return;
    m_arrivals += change.added.size();
    m_needsRefresh = true;
    if (!m_isRefreshing && !m_refreshDelay.isActive())
        m_refreshDelay.start();
}

// The catalog's owner sees everything whatever is granted.
void RecordingListModel::onAccessChanged()
{
    if (m_actor.kind != ActorKind::Owner || m_query.visibleTo)
        refreshSoon();
}

void RecordingListModel::refreshSoon()
{
    onCatalogChanged({});
}

Qt::ItemFlags RecordingListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList RecordingListModel::mimeTypes() const
{
    return {recordingsMimeType()};
}

QMimeData *RecordingListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<RecordingId> dragged;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Title)
            dragged += row(index.row()).id;
    }
    return dragged.isEmpty() ? nullptr : mimeOf(dragged);
}

void RecordingListModel::refresh()
{
    if (m_phase == Phase::Loading || m_isRefreshing)
        return; // what is under way is fresh, or this comes again when it is done
    m_needsRefresh = false;
    m_isRefreshing = true;
    const auto arrivals = static_cast<int>(std::min<qint64>(m_arrivals, pageSize));
    m_arrivals = 0;
    const int limit = std::max(rowCount() + arrivals, pageSize);
    whenDone(m_workspace.recordings(m_actor, m_query, {}, limit), this,
             [this, generation = m_generation](const Result<RecordingPage> &page) {
                 m_isRefreshing = false;
                 if (generation == m_generation) {
                     if (page)
                         applyRefreshed(*page);
                     else
                         setPhase(Phase::Failed, page.error()); // what is shown may be out of date
                 }
                 if (m_needsRefresh)
                     m_refreshDelay.start();
             });
    askTotal();
}

void RecordingListModel::applyRefreshed(const RecordingPage &page)
{
    struct Editor
    {
        RecordingListModel &model;
        void remove(int first, int last)
        {
            model.beginRemoveRows({}, first, last);
            model.m_rows.erase(model.m_rows.begin() + first, model.m_rows.begin() + last + 1);
            model.endRemoveRows();
        }
        void insert(int at, std::vector<RecordingRow> rows)
        {
            model.beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
            model.m_rows.insert(model.m_rows.begin() + at, std::make_move_iterator(rows.begin()),
                                std::make_move_iterator(rows.end()));
            model.endInsertRows();
        }
        void move(int from, int to) // always upwards
        {
            model.beginMoveRows({}, from, from, {}, to);
            std::rotate(model.m_rows.begin() + to, model.m_rows.begin() + from, model.m_rows.begin() + from + 1);
            model.endMoveRows();
        }
        void update(int row, const RecordingRow &wanted)
        {
            model.m_rows[static_cast<size_t>(row)] = wanted;
            Q_EMIT model.dataChanged(model.index(row, 0), model.index(row, ColumnCount - 1));
        }
    };
    ++m_edition; // a page under way continues from a row that may have moved
    m_isFetching = false;
    Editor editor{*this};
    applyRows(m_rows, std::vector<RecordingRow>(page.rows.begin(), page.rows.end()), editor,
              [](const RecordingRow &row) { return row.id; });
    m_next = page.next;
    if (m_phase == Phase::Failed)
        setPhase(Phase::Ready);
    Q_EMIT catalogRead();
}

void RecordingListModel::setPhase(Phase phase, std::optional<Error> error)
{
    m_phase = phase;
    m_error = std::move(error);
    Q_EMIT phaseChanged();
}

void RecordingListModel::refreshDates()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, StartedAt), index(rowCount() - 1, StartedAt), {Qt::DisplayRole});
}

int RecordingListModel::rowOf(RecordingId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const RecordingRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RecordingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecordingListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordingListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RecordingRow &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: {
        const QString tip = toolTip(row, index.column());
        return tip.isEmpty() ? QVariant() : QVariant(plainToolTip(tip));
    }
    case Qt::DecorationRole:
        if (index.column() == Title)
            return m_drafts.contains(row.id) ? QVariant(themedIcon(u"edit")) : QVariant();
        return index.column() == State ? QVariant(themedIcon(QString(u"state-"_s + publicationStateName(row.state)))) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return row.isNew && index.column() == Title ? QVariant(font) : QVariant();
    }
    case Qt::AccessibleTextRole: return spokenText(row, index.column());
    case SortRole: return sortValue(row, index.column());
    case IdRole: return row.id.value;
    case IsNewRole: return row.isNew;
    case StateRole: return static_cast<int>(row.state);
    default: return {};
    }
}

QString RecordingListModel::text(const RecordingRow &row, int column) const
{
    switch (column) {
    case Title: return row.title.isEmpty() ? tr("Untitled") : row.title;
    case Meeting: return row.meetingName;
    case Server: return row.serverName;
    case StartedAt: return relativeDate(row.startedAt, m_clock.now());
    case Duration: return lengthText(row.durationMs);
    case Participants: return numberText(row.participantCount);
    case Formats: return formatNames(row).join(u", "_s);
    case Size: return sizeText(row.sizeBytes);
    case State: return stateText(row.state);
    default: return {};
    }
}

QString RecordingListModel::spokenText(const RecordingRow &row, int column) const
{
    if (column == Duration)
        return spokenLength(row.durationMs);
    QString spoken = text(row, column);
    if (column != Title)
        return spoken;
    if (row.isNew) //: Read out for a recording nobody opened here yet, which is bold; %1 is its title
        spoken = tr("%1, new").arg(spoken);
    if (m_drafts.contains(row.id)) //: Read out for a recording in whose form something is typed; %1 is its title
        spoken = tr("%1, with changes that are not applied").arg(spoken);
    return spoken;
}

QString RecordingListModel::toolTip(const RecordingRow &row, int column) const
{
    switch (column) {
    case Title: return m_drafts.contains(row.id) ? row.title + u'\n' + tr("Has changes that are not applied.") : row.title;
    case Meeting: return row.meetingName;
    case StartedAt: return absoluteDate(row.startedAt);
    case Duration: return spokenLength(row.durationMs);
    case Participants:
        if (row.participantCount < 0)
            return {};
        return row.arePeopleKnown ? participantsCount(row.participantCount)
                                  : tr("Joins counted by the server: one person may count several times");
    case Formats: return formatNames(row).join(u", "_s);
    case State: return stateExplanation(row.state);
    default: return {};
    }
}

QVariant RecordingListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return columnText(static_cast<RecordingColumn>(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void RecordingListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    RecordingQuery query = m_query;
    query.sort = static_cast<RecordingColumn>(column);
    query.order = order;
    setQuery(query);
}

} // namespace letopis
