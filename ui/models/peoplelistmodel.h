#pragma once

#include "core/workspace/peopledirectory.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <vector>

namespace letopis {

// People of one query, read page by page as a view asks for more. A new query resets it once its first page is there; late
// answers of an older one are dropped. A change of people is applied row by row: selection and scroll position stay.
class PeopleListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Login, Email, RoleColumn, Groups, State, ColumnCount };
    enum class Phase { Loading, Ready, Failed };
    Q_ENUM(Phase)

    static constexpr int pageSize = 100;

    PeopleListModel(PeopleDirectory &directory, Actor actor, QObject *parent = nullptr);

    void setQuery(const PeopleQuery &query); // the order is the header's: sort()
    const PeopleQuery &query() const { return m_query; }
    void reload();

    Phase phase() const { return m_phase; }
    const std::optional<Error> &error() const { return m_error; }
    qint64 totalCount() const { return m_total; } // -1: not known yet

    const Person &person(int row) const { return m_rows[static_cast<size_t>(row)].person; }
    int rowOf(PersonId id) const; // -1: not loaded

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // by name, login or e-mail
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override; // ui/models/principalmime.h

Q_SIGNALS:
    void phaseChanged();
    void totalChanged();
    void refreshed(); // a change of people is applied

private:
    struct Row
    {
        Person person;
        int groups = 0;

        friend bool operator==(const Row &, const Row &) = default;
    };

    static std::vector<Row> rowsOf(const PeoplePage &page);
    void askTotal();
    void onFirstPage(const Result<PeoplePage> &page);
    void refresh();
    void readAgain(std::vector<Row> rows, const QByteArray &after, size_t wanted, quint64 generation);
    void applyRefreshed(const std::vector<Row> &rows, const QByteArray &next);
    void setPhase(Phase phase, std::optional<Error> error = {});
    QString text(const Row &row, int column) const;

    PeopleDirectory &m_directory;
    const Actor m_actor;
    PeopleQuery m_query;
    std::vector<Row> m_rows;
    QByteArray m_next;
    quint64 m_generation = 0; // of the query
    quint64 m_edition = 0;    // of the rows' cursor
    bool m_isFetching = false;
    bool m_isRefreshing = false;
    bool m_needsRefresh = false;
    Phase m_phase = Phase::Loading;
    std::optional<Error> m_error;
    qint64 m_total = -1;
    QTimer m_refreshDelay;
};

} // namespace letopis
