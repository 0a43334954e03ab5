#include "ui/forms/informationhistory.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/text/dates.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestCell = 300; // the tool tip has more

QString oneLine(const QString &text)
{
    return text.left(longestCell).simplified();
}

} // namespace

FieldHistoryModel::FieldHistoryModel(FieldDefinition definition, QObject *parent)
    : QAbstractTableModel(parent), m_definition(std::move(definition))
{
}

void FieldHistoryModel::setEntries(const QList<FieldHistoryEntry> &entries)
{
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int FieldHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int FieldHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FieldHistoryModel::text(const FieldHistoryEntry &entry, int column) const
{
    const auto value = [this](const QString &canonical) {
        //: A field had no value
        return canonical.isEmpty() ? tr("(empty)") : fieldValueText(m_definition, canonical);
    };
    switch (column) {
    case When: return absoluteDate(entry.at);
    case Who:
        return entry.isFromServer() ? tr("On the server") : entry.actor;
    case What: return fieldEventText(entry);
    case Before: return value(entry.before);
    case After: return value(entry.after);
    default: return {};
    }
}

QVariant FieldHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString whole = text(m_entries.at(index.row()), index.column());
    switch (role) {
    case Qt::DisplayRole: return oneLine(whole);
    case Qt::ToolTipRole: return plainToolTip(whole.left(4000));
    default: return {};
    }
}

QVariant FieldHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case Before: return tr("Before");
    case After: return tr("After");
    default: return {};
    }
}

InformationHistory::InformationHistory(Workspace &workspace, const Actor &actor, RecordingId recording, const QString &field,
                                       const QList<FieldDefinition> &definitions, QWidget *parent)
    : QDialog(parent)
    , m_definition(fieldDefinition(field, definitions))
    , m_model(new FieldHistoryModel(m_definition, this))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_messages(new MessageBar)
{
    setObjectName(u"informationHistory"_s);
    setWindowTitle(tr("History: %1").arg(fieldLabel(m_definition)));
    buildTable();
    auto *contents = new QWidget;
    auto *stack = new QStackedLayout(contents);
    stack->addWidget(m_table);
    stack->addWidget(m_empty);
    connect(m_model, &QAbstractItemModel::modelReset, stack,
            [this, stack] { stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0); });
    m_empty->setState(u"clock", tr("Never changed"), tr("Nobody has changed this field since it is in the catalog."));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_messages);
    layout->addWidget(contents, 1);
    buildButtons();
    resize(760, 420);
    load(workspace, actor, recording);
}

void InformationHistory::buildTable()
{
    m_table->setObjectName(u"historyTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(FieldHistoryModel::When, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FieldHistoryModel::Who, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FieldHistoryModel::What, QHeaderView::ResizeToContents);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &InformationHistory::updateButtons);
    connect(m_table, &PlainTable::opened, this, [this] { restore(true); });
}

void InformationHistory::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_restoreBefore = buttons->addButton(tr("Restore the value &before"), QDialogButtonBox::ActionRole);
    m_restoreBefore->setObjectName(u"restoreBefore"_s);
    m_restoreAfter = buttons->addButton(tr("Restore the value &after"), QDialogButtonBox::ActionRole);
    m_restoreAfter->setObjectName(u"restoreAfter"_s);
    connect(m_restoreBefore, &QPushButton::clicked, this, [this] { restore(true); });
    connect(m_restoreAfter, &QPushButton::clicked, this, [this] { restore(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    orderTabs(*buttons);
    updateButtons();
}

void InformationHistory::load(Workspace &workspace, const Actor &actor, RecordingId recording)
{
    whenDone(workspace.editor().history(actor, recording, m_definition.id), this,
             [this](const Result<QList<FieldHistoryEntry>> &entries) {
                 if (!entries) {
                     m_messages->showError(entries.error());
                     return;
                 }
                 m_model->setEntries(*entries);
                 if (!entries->isEmpty())
                     m_table->selectRow(0);
                 m_table->setFocus();
                 updateButtons();
             });
}

void InformationHistory::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    updateButtons();
}

void InformationHistory::updateButtons()
{
    const bool hasRow = m_table->currentIndex().isValid() && !m_isReadOnly;
    m_restoreBefore->setEnabled(hasRow);
    m_restoreAfter->setEnabled(hasRow);
}

void InformationHistory::restore(bool isBefore)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_isReadOnly)
        return;
    const FieldHistoryEntry entry = m_model->entry(current.row());
    Q_EMIT restoreRequested(m_definition.id, isBefore ? entry.before : entry.after);
    accept();
}

} // namespace letopis
