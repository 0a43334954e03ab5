#pragma once

#include "core/access/accessanswers.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace letopis {

// The permissions of one item, or of several at once, with changes that are not applied yet. A change is kept by whom it is
// for: it stays when the lists are read again.
class AccessListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Who, What, Until, GrantedBy, On, ColumnCount };
    enum class State { Unchanged, Added, Changed, Removed };

    using QAbstractTableModel::QAbstractTableModel;

    // `nowMs`: what ended before it is shown so. None: they could not be read; changes are kept for when they are.
    void setLists(const QList<AccessList> &lists, qint64 nowMs);
    // Whose entries the actor may not touch, and why.
    void setReasons(const QHash<qint64, QString> &reasons);
    static qint64 keyOf(const Principal &principal);

    // Those who are there already get the permission, without an end that has passed. Rows: see below.
    void add(const QList<NamedPrincipal> &principals, Permission permission);
    void setPermission(const QList<int> &rows, Permission permission);
    void setUntil(const QList<int> &rows, qint64 untilMs); // 0: without end
    void remove(const QList<int> &rows);
    void putBack(const QList<int> &rows); // as it is stored
    void discard();

    bool hasEdits() const { return !m_edits.isEmpty(); }
    QList<GrantEntry> before(qsizetype list) const;
    QList<GrantEntry> after(qsizetype list) const;

    const NamedPrincipal &principal(int row) const { return m_rows[size_t(row)].principal; }
    State state(int row) const;
    QString reason(int row) const; // empty: may be changed
    std::optional<Permission> permission(int row) const; // nothing: not the same on all
    std::optional<qint64> until(int row) const;
    int rowOf(const Principal &principal) const; // -1

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        NamedPrincipal principal;
        std::vector<std::optional<NamedGrant>> grants; // as stored, of each list
    };
    struct Edit
    {
        NamedPrincipal principal;
        std::optional<Permission> permission;
        std::optional<qint64> untilMs;
        bool isRemoved = false;
    };

    static std::optional<GrantEntry> applied(const Edit &edit, const std::optional<NamedGrant> &grant);
    const Edit *editOf(const Row &row) const;
    Edit &editFor(const Row &row);
    std::vector<std::optional<GrantEntry>> entries(const Row &row) const; // with the change
    std::optional<Permission> storedPermission(const Row &row) const;
    void dropIdle(); // changes that change nothing
    void onEdited();
    void makeRows();
    bool isEnded(qint64 untilMs) const { return untilMs != 0 && untilMs <= m_nowMs; }
    QString whatText(int row) const;
    QString untilCell(int row) const;
    QString grantedByText(const Row &row) const;
    QString toolTip(int row) const;
    QVariant text(const QModelIndex &index) const;

    QList<AccessList> m_lists;
    qint64 m_nowMs = 0;
    std::vector<Row> m_rows;
    QHash<qint64, Edit> m_edits;
    QHash<qint64, QString> m_reasons;
};

} // namespace letopis
