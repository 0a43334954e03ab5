#pragma once

#include "core/domain/recordinginformation.h"

#include <QAbstractTableModel>

#include <vector>

namespace letopis {

// What a batch will do, a line for each field of each recording; afterwards what it did. Tens of thousands of lines.
class BatchEditModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Recording, Field, Before, After, Note, ColumnCount };

    struct Counts
    {
        int changedRecordings = 0;
        int unchanged = 0; // fields that are so already
        int problems = 0;  // fields that cannot be set
        int pending = 0;   // fields with an earlier edit on its way
        int conflicts = 0; // fields in conflict with the server
    };

    explicit BatchEditModel(QObject *parent = nullptr);

    void setPlan(const QList<FieldDefinition> &definitions, const EditPlan &plan);
    void setReport(const EditReport &report); // of edits()
    void setShowsUnchanged(bool shows);
    QList<FieldEdit> edits() const; // what to apply
    const Counts &counts() const { return m_counts; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void count();
    void collectRows();
    QString text(qsizetype planned, int column) const;
    QString iconName(qsizetype planned) const;
    const FieldEditResult *resultOf(qsizetype planned) const;

    QList<FieldDefinition> m_definitions;
    EditPlan m_plan;
    std::vector<qsizetype> m_rows; // shown ones, into m_plan
    QList<FieldEditResult> m_results;
    std::vector<qsizetype> m_resultOf; // by place in m_plan; -1: none
    Counts m_counts;
    bool m_showsUnchanged = false;
};

} // namespace letopis
