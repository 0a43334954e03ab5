#pragma once

#include "core/domain/recordingquery.h"
#include "core/storage/visibility.h"

namespace letopis {

// Where a page ended. Opaque to everyone else; printable, so that the command line can take it.
struct RecordingCursor
{
    RecordingColumn column = RecordingColumn::StartedAt;
    Qt::SortOrder order = Qt::DescendingOrder;
    QVariantList keys; // of the last row, in the order of the sort

    QByteArray toBytes() const;
    static Result<RecordingCursor> fromBytes(const QByteArray &bytes, const RecordingQuery &query);
};

// What leads SQLite to a query's rows: the index that is already in the wanted order, or a filter that leaves few rows.
enum class QueryLead { SortOrder, Search, Server, States, Dates, Folder, Visible };

// The SQL of one RecordingQuery.
class RecordingPageQuery
{
public:
    // `visible`: only what is in all of these sets, prepared on the connection that runs the query.
    explicit RecordingPageQuery(const RecordingQuery &query, const QList<VisibleSet> &visible = {});

    // Looks at how many rows the filters leave, up to a bound, and picks the lead.
    Result<> chooseLead(Connection &connection);
    void setLead(QueryLead lead) { m_lead = lead; }
    QueryLead lead() const { return m_lead; }

    // Rows after the cursor, in order; the columns of RecordingRow and, as key0 …, those of the sort. `server`: this
    // one only (lists by server go from server to server).
    Statement page(const QVariantList &after) const;
    Bindings pageBindings(const QVariantList &after, int limit) const;
    Statement count() const;
    Bindings countBindings() const { return m_bindings; }
    qsizetype keyCount() const { return m_keys.size(); }

private:
    void addFilters(const RecordingQuery &query);
    QString source() const;
    QString conditions() const;
    QString sortIndex() const;
    bool seesFew() const;
    Result<bool> leavesFew(Connection &connection, const QString &from) const;

    RecordingQuery m_query;
    QString m_match; // empty: no search
    QStringList m_keys;
    std::optional<VisibleSet> m_visible; // the smallest that is not everything
    QStringList m_conditions;
    Bindings m_bindings;
    QueryLead m_lead = QueryLead::SortOrder;
    bool m_hasSortIndex = true; // not so during the first sync (sortindexes.h)
};

} // namespace letopis
