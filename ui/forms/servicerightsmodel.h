#pragma once

#include "core/domain/servicerights.h"

#include <QAbstractTableModel>

namespace letopis {

// One table of a service's rights: a row per right, below a row per section; a column per role. The rights' names are
// the vertical header, which stays in sight. A search leaves the rights whose name, section or notes hold every word of
// it.
class ServiceRightsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    // `language` as BilingualText takes it; `role` is marked as the one that was asked about, and may be empty.
    void setTable(const RightsTable &table, const QString &language, const QString &role = {});
    void setSearch(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    bool isSection(int row) const;
    int rightsCount() const;                 // shown
    int columnOf(const QString &role) const; // -1: none
    // Role and cell in sentences, for people who want to know more.
    QString explanation(const QModelIndex &index) const;
    // Tab-separated, with the names of these rows and columns around.
    QString tabSeparated(const QList<int> &rows, const QList<int> &columns) const;

private:
    struct Row
    {
        qsizetype section = 0;
        qsizetype right = -1; // -1: the section's own row
    };

    void fillRows();
    bool isFound(const RightSection &section, const ServiceRight &right) const;
    QString rowName(const Row &row) const;
    QString cellText(const RightCell &cell, const QString &separator) const;
    const RightCell &cellAt(const QModelIndex &index) const;

    RightsTable m_table;
    QString m_language;
    QString m_role;
    QStringList m_words;
    QList<Row> m_rows;
};

} // namespace letopis
