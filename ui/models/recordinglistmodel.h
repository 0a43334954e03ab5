#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/recordingquery.h"
#include "core/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace letopis {

// The recordings of one query, read page by page as a view asks for more. A new query resets it once its first page is
// there; late answers of an older one are dropped. A change of the catalog is applied row by row, so that selection and
// scroll position stay; rows that did not change emit nothing. So is a change of what somebody may see.
class RecordingListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // The same order as RecordingColumn.
    enum Column { Title, Meeting, Server, StartedAt, Duration, Participants, Formats, Size, State, ColumnCount };
    enum Role { SortRole = Qt::UserRole, IdRole, IsNewRole, StateRole };
    enum class Phase { Loading, Ready, Failed };
    Q_ENUM(Phase)

    static constexpr int pageSize = 100;

    RecordingListModel(Workspace &workspace, Actor actor, const Clock &clock, QObject *parent = nullptr);

    void setQuery(const RecordingQuery &query);
    const RecordingQuery &query() const { return m_query; }
    void setDrafts(const QList<RecordingId> &recordings); // marked as not applied
    void refreshSoon(); // what is shown, row by row: where recordings go to other folders
    void reload(); // the same query again: after an error, or on request

    Phase phase() const { return m_phase; }
    const std::optional<Error> &error() const { return m_error; }
    qint64 totalCount() const { return m_total; } // of the query; -1: not known yet

    const RecordingRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    int rowOf(RecordingId id) const; // -1: not loaded

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override; // of whole rows
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void phaseChanged();
    void totalChanged();
    void catalogRead(); // a change of the catalog is applied

private:
    void ask(quint64 generation);
    void askTotal();
    void onFirstPage(const Result<RecordingPage> &page);
    void onNextPage(const Result<RecordingPage> &page);
    void onCatalogChanged(const CatalogChange &change);
    void onAccessChanged();
    void refresh();
    void applyRefreshed(const RecordingPage &page);
    void setPhase(Phase phase, std::optional<Error> error = {});
    void refreshDates();
    QString text(const RecordingRow &row, int column) const;
    QString spokenText(const RecordingRow &row, int column) const; // for screen readers
    QString toolTip(const RecordingRow &row, int column) const;

    Workspace &m_workspace;
    Actor m_actor;
    const Clock &m_clock;
    RecordingQuery m_query;
    std::vector<RecordingRow> m_rows;
    QSet<RecordingId> m_drafts;
    QByteArray m_next; // cursor after the last loaded row; empty: all is loaded
    quint64 m_generation = 0; // of the query; answers of an older one are dropped
    quint64 m_edition = 0;    // of the rows' cursor: a refresh outdates a page under way
    bool m_isFetching = false;
    bool m_isRefreshing = false;
    bool m_needsRefresh = false;
    qint64 m_arrivals = 0; // added since the last refresh: so many more rows to read
    Phase m_phase = Phase::Loading;
    std::optional<Error> m_error;
    qint64 m_total = -1;
    QTimer m_refreshDelay;
    QTimer m_midnight;
};

} // namespace letopis
