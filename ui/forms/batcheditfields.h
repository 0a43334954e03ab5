#pragma once

#include "core/domain/recordinginformation.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace letopis {

class FieldInput;
class ProblemLabel;

// The fields of many recordings as one form. A value all of them share is shown; where they differ the field says so. Only a
// field whose box is ticked, by hand or by typing, is changed; tags are added and removed.
class BatchEditFields final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchEditFields(QWidget *parent = nullptr);

    // `values`: a line for every recording and field, see everyValue().
    void showValues(const QList<FieldDefinition> &definitions, const EditPlan &values);
    QList<BatchChange> changes() const;
    bool showProblems(); // true where there are none; else the focus goes to the first

    // Changes whose plan tells every value of every recording, in one question instead of one for each.
    static QList<BatchChange> everyValue(const QList<FieldDefinition> &definitions);
    // A plan holds one line for a field of a recording: where tags are both added and removed, changes() asks for the
    // additions, and this takes out the others.
    EditPlan withoutRemovedTags(const EditPlan &plan, const QList<FieldDefinition> &definitions) const;

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        FieldDefinition definition;
        BatchChange::Kind kind = BatchChange::Kind::Set;
        QCheckBox *box = nullptr;
        FieldInput *input = nullptr;
        ProblemLabel *problem = nullptr;
    };

    void addRow(const FieldDefinition &definition, BatchChange::Kind kind);
    void showShared(const Row &row, const QStringList &values);
    void showTags(const QStringList &values);
    void updateRow(const Row &row);
    QString boxText(const FieldDefinition &definition, BatchChange::Kind kind) const;
    std::optional<FieldProblem> problemOf(const Row &row) const;

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace letopis
