#include "ui/models/peoplelistmodel.h"

#include "core/base/whendone.h"
#include "ui/models/principalmime.h"
#include "ui/models/rowdifference.h"
#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>
#include <QMimeData>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int largestPage = 1000; // that the directory gives

} // namespace

PeopleListModel::PeopleListModel(PeopleDirectory &directory, Actor actor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_directory(directory)
    , m_actor(std::move(actor))
{
    m_refreshDelay.setSingleShot(true);
    m_refreshDelay.setInterval(100ms);
    connect(&m_refreshDelay, &QTimer::timeout, this, &PeopleListModel::refresh);
    connect(&directory, &PeopleDirectory::peopleChanged, this, [this] {
        m_needsRefresh = true;
        if (m_generation > 0 && !m_isRefreshing && !m_refreshDelay.isActive())
            m_refreshDelay.start();
    });
}

std::vector<PeopleListModel::Row> PeopleListModel::rowsOf(const PeoplePage &page)
{
    std::vector<Row> rows;
    rows.reserve(static_cast<size_t>(page.people.size()));
    for (const Person &person : page.people)
        rows.push_back({person, page.groupCounts.value(person.id)});
    return rows;
}

void PeopleListModel::setQuery(const PeopleQuery &query)
{
    if (m_generation > 0 && query == m_query)
        return;
    m_query = query;
    reload();
}

void PeopleListModel::reload()
{
    ++m_generation;
    ++m_edition;
    m_needsRefresh = false;
    m_refreshDelay.stop();
    m_isFetching = true;
    setPhase(Phase::Loading);
    whenDone(m_directory.people(m_actor, m_query, {}, pageSize), this,
             [this, generation = m_generation](const Result<PeoplePage> &page) {
                 if (generation == m_generation)
                     onFirstPage(page);
             });
}

void PeopleListModel::askTotal()
{
    whenDone(m_directory.countPeople(m_actor, m_query), this, [this, generation = m_generation](const Result<qint64> &count) {
        if (generation != m_generation)
            return;
        m_total = count ? *count : -1;
        Q_EMIT totalChanged();
    });
}

void PeopleListModel::onFirstPage(const Result<PeoplePage> &page)
{
    m_isFetching = false;
    beginResetModel();
    m_rows = page ? rowsOf(*page) : std::vector<Row>();
    m_next = page ? page->next : QByteArray();
    endResetModel();
    m_total = page && m_next.isEmpty() ? static_cast<qint64>(m_rows.size()) : -1; // never that of the query before
    setPhase(page ? Phase::Ready : Phase::Failed, page ? std::nullopt : std::optional<Error>(page.error()));
    Q_EMIT totalChanged();
    if (!m_next.isEmpty())
        askTotal();
    if (m_needsRefresh)
        m_refreshDelay.start(); // something changed while this page was under way
}

bool PeopleListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_phase == Phase::Ready && !m_isFetching && !m_next.isEmpty();
}

void PeopleListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isFetching = true;
    whenDone(m_directory.people(m_actor, m_query, m_next, pageSize), this,
             [this, edition = m_edition](const Result<PeoplePage> &page) {
                 if (edition != m_edition)
                     return;
                 m_isFetching = false;
                 if (!page)
                     return setPhase(Phase::Failed, page.error());
                 m_next = page->next;
                 if (page->people.isEmpty())
                     return;
                 beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(page->people.size()) - 1);
                 for (Row &row : rowsOf(*page))
                     m_rows.push_back(std::move(row));
                 endInsertRows();
             });
}

void PeopleListModel::refresh()
{
    if (m_phase == Phase::Loading || m_isRefreshing)
        return; // what is under way is fresh, or this comes again when it is done
    m_needsRefresh = false;
    m_isRefreshing = true;
    readAgain({}, {}, std::max(m_rows.size() + 1, size_t(pageSize)), m_generation);
    askTotal();
}

// As many as are shown, in pages as large as the directory gives.
void PeopleListModel::readAgain(std::vector<Row> rows, const QByteArray &after, size_t wanted, quint64 generation)
{
    const int limit = static_cast<int>(std::min(wanted - rows.size(), size_t(largestPage)));
    const auto onPage = [this, rows = std::move(rows), wanted, generation](const Result<PeoplePage> &page) mutable {
        if (generation == m_generation && page) {
            for (Row &row : rowsOf(*page))
                rows.push_back(std::move(row));
            if (!page->next.isEmpty() && rows.size() < wanted)
                return readAgain(std::move(rows), page->next, wanted, generation);
        }
        m_isRefreshing = false;
        if (generation == m_generation) {
            if (page)
                applyRefreshed(rows, page->next);
            else
                setPhase(Phase::Failed, page.error());
        }
        if (m_needsRefresh)
            m_refreshDelay.start();
    };
    whenDone(m_directory.people(m_actor, m_query, after, limit), this, onPage);
}

void PeopleListModel::applyRefreshed(const std::vector<Row> &rows, const QByteArray &next)
{
    struct Editor
    {
        PeopleListModel &model;
        void remove(int first, int last)
        {
            model.beginRemoveRows({}, first, last);
            model.m_rows.erase(model.m_rows.begin() + first, model.m_rows.begin() + last + 1);
            model.endRemoveRows();
        }
        void insert(int at, std::vector<Row> added)
        {
            model.beginInsertRows({}, at, at + static_cast<int>(added.size()) - 1);
            model.m_rows.insert(model.m_rows.begin() + at, added.begin(), added.end());
            model.endInsertRows();
        }
        void move(int from, int to) // always upwards
        {
            model.beginMoveRows({}, from, from, {}, to);
            std::rotate(model.m_rows.begin() + to, model.m_rows.begin() + from, model.m_rows.begin() + from + 1);
            model.endMoveRows();
        }
        void update(int row, const Row &wanted)
        {
            model.m_rows[static_cast<size_t>(row)] = wanted;
            Q_EMIT model.dataChanged(model.index(row, 0), model.index(row, ColumnCount - 1));
        }
    };
    ++m_edition; // a page under way continues from a row that may have moved
    m_isFetching = false;
    Editor editor{*this};
    applyRows(m_rows, rows, editor, [](const Row &row) { return row.person.id; });
    m_next = next;
    setPhase(Phase::Ready);
    Q_EMIT refreshed();
}

void PeopleListModel::setPhase(Phase phase, std::optional<Error> error)
{
    m_phase = phase;
    m_error = std::move(error);
    Q_EMIT phaseChanged();
}

int PeopleListModel::rowOf(PersonId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &row) { return row.person.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PeopleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PeopleListModel::text(const Row &row, int column) const
{
    switch (column) {
    case Name: return row.person.name;
    case Login: return row.person.login;
    case Email: return row.person.email;
    case RoleColumn: return personRoleText(row.person.role);
    case Groups: return row.groups == 0 ? QString() : numberText(row.groups);
    case State:
        if (row.person.isBlocked)
            return tr("Blocked");
        return row.person.login.isEmpty() ? tr("No login") : tr("Active");
    default: return {};
    }
}

QVariant PeopleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == RoleColumn)
            return plainToolTip(personRoleExplanation(row.person.role));
        if (index.column() == State && !row.person.isBlocked && row.person.login.isEmpty())
            return plainToolTip(tr("Cannot sign in. What is opened to them waits until they have a login."));
        return plainToolTip(text(row, index.column()));
    case Qt::DecorationRole:
        if (index.column() == Name)
            return themedIcon(row.person.isBlocked ? u"lock" : u"person");
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((index.column() == Groups ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        if (index.column() == Groups)
            return groupsCount(row.groups);
        return row.person.isBlocked && index.column() == Name ? tr("%1, blocked").arg(row.person.name) : text(row, index.column());
    default: return {};
    }
}

QVariant PeopleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((section == Groups ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Login: return tr("Login");
    case Email: return tr("E-mail");
    case RoleColumn: return tr("Role");
    case Groups: return tr("Groups");
    case State: return tr("State");
    default: return {};
    }
}

Qt::ItemFlags PeopleListModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

void PeopleListModel::sort(int column, Qt::SortOrder order)
{
    PeopleQuery query = m_query;
    switch (column) {
    case Name: query.order = PeopleOrder::Name; break;
    case Login: query.order = PeopleOrder::Login; break;
    case Email: query.order = PeopleOrder::Email; break;
    default: return;
    }
    query.isDescending = order == Qt::DescendingOrder;
    setQuery(query);
}

QStringList PeopleListModel::mimeTypes() const
{
    return {principalMimeType()};
}

QMimeData *PeopleListModel::mimeData(const QModelIndexList &indexes) const
{
    QList<Principal> people;
    for (const QModelIndex &index : indexes) {
        if (index.column() == Name)
            people += person(index.row()).id;
    }
    return mimeOf(people);
}

} // namespace letopis
