#include "ui/forms/access/peopleimportmodel.h"

#include "ui/text/peopletext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QIcon>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringView iconOf(const PeopleImportPlan::Line &line)
{
    switch (line.kind) {
    case PeopleImportPlan::Kind::Added: return u"add";
    case PeopleImportPlan::Kind::Changed: return u"edit";
    case PeopleImportPlan::Kind::Unchanged: return u"check";
    case PeopleImportPlan::Kind::Error: return u"error";
    }
    return {};
}

} // namespace

void PeopleImportModel::setPlan(const PeopleImportPlan &plan)
{
    beginResetModel();
    m_plan = plan;
    collect();
    endResetModel();
}

void PeopleImportModel::setShown(const QSet<Kind> &kinds)
{
    beginResetModel();
    m_shown = kinds;
    collect();
    endResetModel();
}

// Errors first: they are what keeps the list from being imported.
void PeopleImportModel::collect()
{
    m_rows.clear();
    for (const bool wantsErrors : {true, false}) {
        for (qsizetype i = 0; i < m_plan.lines.size(); ++i) {
            const Kind kind = m_plan.lines.at(i).kind;
            if (m_shown.contains(kind) && (kind == Kind::Error) == wantsErrors)
                m_rows.push_back(i);
        }
    }
}

int PeopleImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeopleImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PeopleImportPlan::Line &line = m_plan.lines.at(m_rows[static_cast<size_t>(index.row())]);
    const bool hasWarning = line.kind != Kind::Error && !line.problems.isEmpty();
    if (role == Qt::DecorationRole && index.column() == What)
        return themedIcon(hasWarning ? u"warning" : iconOf(line));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((index.column() == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Line: text = numberText(line.number); break;
    case What: text = importKindText(line.kind); break;
    case Name: text = line.person.name; break;
    case Login: text = line.person.login; break;
    case Details: text = importLineText(line); break;
    default: break;
    }
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant PeopleImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Line: return tr("Line");
    case What: return tr("What");
    case Name: return tr("Name");
    case Login: return tr("Login");
    case Details: return tr("Details");
    default: return {};
    }
}

} // namespace letopis
