#include "ui/forms/batcheditfields.h"

#include "ui/forms/informationinput.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/problemlabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

using Kind = BatchChange::Kind;

BatchEditFields::BatchEditFields(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(16, 16, 16, 16);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

QList<BatchChange> BatchEditFields::everyValue(const QList<FieldDefinition> &definitions)
{
    QList<BatchChange> changes;
    for (const FieldDefinition &one : definitions)
        changes += {one.id, Kind::Set, {}};
    return changes;
}

QString BatchEditFields::boxText(const FieldDefinition &definition, Kind kind) const
{
    if (kind == Kind::AddTags)
        return tr("Add ta&gs:");
    if (kind == Kind::RemoveTags)
        return tr("Re&move tags:");
    if (definition.isCustom())
        return fieldLabel(definition).replace(u'&', u"&&"_s) + u':';
    if (definition.id == field::title)
        return tr("T&itle:");
    if (definition.id == field::description)
        return tr("&Description:");
    if (definition.id == field::language)
        return tr("&Language:");
    return tr("&Owner:");
}

void BatchEditFields::addRow(const FieldDefinition &definition, Kind kind)
{
    Row row{definition, kind, new QCheckBox(boxText(definition, kind)), FieldInput::make(definition), new ProblemLabel};
    const QString name = kind == Kind::AddTags ? u"addTags"_s : kind == Kind::RemoveTags ? u"removeTags"_s : definition.id;
    row.box->setObjectName(u"change-"_s + name);
    row.box->setToolTip(tr("Change this field of all selected recordings"));
    row.input->target()->setObjectName(u"batch-"_s + name);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.box, line, 0, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(row.input, line, 1);
    m_grid->addWidget(row.problem, line + 1, 1);
    m_grid->setRowMinimumHeight(line + 1, 8);
    m_rows += row;
    const qsizetype index = m_rows.size() - 1;
    connect(row.input, &FieldInput::edited, this, [this, index] {
        m_rows.at(index).box->setChecked(true); // what is typed is meant
        updateRow(m_rows.at(index));
    });
    connect(row.box, &QCheckBox::toggled, this, [this, index] { updateRow(m_rows.at(index)); });
    updateRow(row);
}

void BatchEditFields::showValues(const QList<FieldDefinition> &definitions, const EditPlan &values)
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.box;
        delete row.input;
        delete row.problem;
    }
    m_rows.clear();
    QHash<QString, QStringList> byField;
    for (const PlannedEdit &one : values)
        byField[one.edit.field] += one.edit.before;
    for (const FieldDefinition &one : definitions) {
        if (one.type == FieldType::Tags) {
            addRow(one, Kind::AddTags);
            addRow(one, Kind::RemoveTags);
            showTags(byField.value(one.id));
        } else {
            addRow(one, Kind::Set);
            showShared(m_rows.last(), byField.value(one.id));
        }
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void BatchEditFields::showShared(const Row &row, const QStringList &values)
{
    const bool isShared = std::all_of(values.begin(), values.end(), [&](const QString &one) { return one == values.first(); });
    if (isShared)
        row.input->setText(values.value(0));
    else
        row.input->setPlaceholder(tr("Different values"));
}

void BatchEditFields::showTags(const QStringList &values)
{
    QHash<QString, qsizetype> counts;
    for (const QString &value : values) {
        for (const QString &tag : tagsOf(value))
            ++counts[tag];
    }
    QStringList onAll;
    QStringList onSome;
    for (auto tag = counts.cbegin(); tag != counts.cend(); ++tag)
        (tag.value() == values.size() ? onAll : onSome) << tag.key();
    constexpr qsizetype mostShown = 8;
    const auto listed = [](const QStringList &tags) {
        const QStringList sorted = tagsOf(tagsValue(tags));
        return sorted.mid(0, mostShown).join(u", "_s) + (sorted.size() > mostShown ? u", …"_s : QString());
    };
    QStringList parts;
    if (!onAll.isEmpty())
        parts << tr("On all: %1").arg(listed(onAll));
    if (!onSome.isEmpty())
        parts << tr("On some: %1").arg(listed(onSome));
    if (!parts.isEmpty())
        m_rows.last().input->setPlaceholder(parts.join(u". "_s));
}

std::optional<FieldProblem> BatchEditFields::problemOf(const Row &row) const
{
    if (!row.box->isChecked())
        return {};
    return problemIn(row.definition, canonicalValue(row.definition, row.input->text()));
}

void BatchEditFields::updateRow(const Row &row)
{
    const std::optional<FieldProblem> problem = problemOf(row);
    const QString text = problem ? fieldProblemText(*problem, row.definition) : QString();
    row.problem->setProblem(text);
    QString name = boxText(row.definition, row.kind).remove(u'&');
    name.chop(1);
    row.input->setNames(name, text);
    Q_EMIT changed();
}

bool BatchEditFields::showProblems()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (!problemOf(row))
            continue;
        row.input->target()->setFocus(Qt::ShortcutFocusReason);
        return false;
    }
    return true;
}

QList<BatchChange> BatchEditFields::changes() const
{
    QList<BatchChange> changes;
    for (const Row &row : m_rows) {
        const QString value = canonicalValue(row.definition, row.input->text());
        const bool isNothing = row.kind != Kind::Set && value.isEmpty();
        if (row.box->isChecked() && !isNothing)
            changes += {row.definition.id, row.kind, value};
    }
    const auto adds = [](const BatchChange &one) { return one.kind == Kind::AddTags; };
    if (std::any_of(changes.begin(), changes.end(), adds))
        changes.removeIf([](const BatchChange &one) { return one.kind == Kind::RemoveTags; });
    return changes;
}

EditPlan BatchEditFields::withoutRemovedTags(const EditPlan &plan, const QList<FieldDefinition> &definitions) const
{
    QStringList removed;
    for (const Row &row : m_rows) {
        if (row.kind == Kind::RemoveTags && row.box->isChecked())
            removed = tagsOf(row.input->text());
    }
    EditPlan corrected = plan;
    for (PlannedEdit &one : corrected) {
        const FieldDefinition definition = removed.isEmpty() ? FieldDefinition() : fieldDefinition(one.edit.field, definitions);
        if (definition.type != FieldType::Tags || removed.isEmpty())
            continue;
        one.edit.after = withoutTags(one.edit.after, removed);
        one.problem = problemIn(definition, one.edit.after);
    }
    return corrected;
}

} // namespace letopis
