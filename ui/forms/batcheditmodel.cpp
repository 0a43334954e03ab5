#include "ui/forms/batcheditmodel.h"

#include "ui/text/fieldtext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QSet>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestCell = 200; // more is in the tool tip

} // namespace

BatchEditModel::BatchEditModel(QObject *parent) : QAbstractTableModel(parent) {}

void BatchEditModel::setPlan(const QList<FieldDefinition> &definitions, const EditPlan &plan)
{
    beginResetModel();
    m_definitions = definitions;
    m_plan = plan;
    m_results.clear();
    m_resultOf.clear();
    count();
    collectRows();
    endResetModel();
}

void BatchEditModel::setReport(const EditReport &report)
{
    beginResetModel(); // every note changes
    m_results = report.results;
    m_resultOf.assign(static_cast<size_t>(m_plan.size()), -1);
    qsizetype next = 0;
    for (qsizetype i = 0; i < m_plan.size() && next < m_results.size(); ++i) {
        if (m_plan.at(i).isChange())
            m_resultOf[static_cast<size_t>(i)] = next++;
    }
    collectRows();
    endResetModel();
}

void BatchEditModel::setShowsUnchanged(bool shows)
{
    if (m_showsUnchanged == shows)
        return;
    beginResetModel();
    m_showsUnchanged = shows;
    collectRows();
    endResetModel();
}

void BatchEditModel::count()
{
    m_counts = {};
    QSet<RecordingId> changed;
    for (const PlannedEdit &one : std::as_const(m_plan)) {
        m_counts.problems += one.problem ? 1 : 0;
        m_counts.unchanged += !one.problem && !one.isChange() ? 1 : 0;
        if (!one.isChange())
            continue;
        changed.insert(one.edit.recording);
        m_counts.conflicts += one.pending == EditState::Conflict ? 1 : 0;
        m_counts.pending += one.pending == EditState::Pending || one.pending == EditState::Settling ? 1 : 0;
    }
    m_counts.changedRecordings = static_cast<int>(changed.size());
}

void BatchEditModel::collectRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_plan.size(); ++i) {
        if (m_showsUnchanged || m_plan.at(i).problem || m_plan.at(i).isChange())
            m_rows.push_back(i);
    }
}

QList<FieldEdit> BatchEditModel::edits() const
{
    QList<FieldEdit> edits;
    for (const PlannedEdit &one : m_plan) {
        if (one.isChange())
            edits += one.edit;
    }
    return edits;
}

const FieldEditResult *BatchEditModel::resultOf(qsizetype planned) const
{
    if (m_resultOf.empty())
        return nullptr;
    const qsizetype result = m_resultOf[static_cast<size_t>(planned)];
    return result < 0 ? nullptr : &m_results.at(result);
}

int BatchEditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BatchEditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchEditModel::text(qsizetype planned, int column) const
{
    const PlannedEdit &one = m_plan.at(planned);
    const auto value = [&](const QString &canonical) {
        return canonical.isEmpty() ? tr("(empty)") : fieldValueText(one.edit.field, canonical, m_definitions);
    };
    switch (column) {
    case Recording: return one.recordingTitle.isEmpty() ? tr("Untitled") : one.recordingTitle;
    case Field: return fieldLabel(one.edit.field, m_definitions);
    case Before: return value(one.edit.before);
    case After: return value(one.edit.after);
    case Note:
        if (const FieldEditResult *result = resultOf(planned))
            return editOutcomeText(*result);
        return plannedEditText(one, fieldDefinition(one.edit.field, m_definitions));
    default: return {};
    }
}

QString BatchEditModel::iconName(qsizetype planned) const
{
    const PlannedEdit &one = m_plan.at(planned);
    if (const FieldEditResult *result = resultOf(planned))
        return result->outcome == EditOutcome::Applied || result->outcome == EditOutcome::Unchanged ? u"check"_s : u"warning"_s;
    if (one.problem)
        return u"error"_s;
    if (!one.pending || !one.isChange())
        return {};
    return *one.pending == EditState::Conflict ? u"warning"_s : u"clock"_s;
}

QVariant BatchEditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const qsizetype planned = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(planned, index.column()).left(longestCell).simplified();
    case Qt::ToolTipRole: return plainToolTip(text(planned, index.column()).left(4000));
    case Qt::DecorationRole: {
        const QString icon = index.column() == Note ? iconName(planned) : QString();
        return icon.isEmpty() ? QVariant() : QVariant(themedIcon(icon));
    }
    default: return {};
    }
}

QVariant BatchEditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Recording: return tr("Recording");
    case Field: return tr("Field");
    case Before: return tr("Before");
    case After: return tr("After");
    case Note: return m_resultOf.empty() ? tr("Note") : tr("Result");
    default: return {};
    }
}

} // namespace letopis
