#include "ui/pages/outbox/outboxpage.h"

#include "core/base/whendone.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/conflictquestion.h"
#include "ui/pages/outbox/outboxmodel.h"
#include "ui/text/dates.h"
#include "ui/text/fieldtext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

OutboxPage::OutboxPage(Workspace &workspace, Actor actor, OutboxModel &model, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_model(model)
    , m_messages(new MessageBar)
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_details(makeTextLabel(u"outboxDetails"_s))
    , m_push(new QPushButton(themedIcon(u"sync"), tr("Send &now")))
    , m_decide(new QPushButton(tr("De&cide…")))
    , m_discard(new QPushButton(tr("&Discard")))
    , m_withCatalogOnly(new QCheckBox(tr("Show also what &only the catalog holds")))
{
    setObjectName(u"outboxPage"_s);
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(u"outboxEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_details->setContentsMargins(16, 8, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_details);
    connect(&m_model, &OutboxModel::read, this, &OutboxPage::updateContents);
    updateContents();
}

QWidget *OutboxPage::buildTools()
{
    m_push->setObjectName(u"pushOutbox"_s);
    m_decide->setObjectName(u"decideOutbox"_s);
    m_discard->setObjectName(u"discardOutbox"_s);
    m_discard->setToolTip(tr("Give up the edit: the server's value comes back (%1)")
                              .arg(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    m_withCatalogOnly->setObjectName(u"withCatalogOnly"_s);
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(8, 8, 8, 8);
    for (QPushButton *button : {m_push, m_decide, m_discard}) {
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    layout->addWidget(m_withCatalogOnly);
    connect(m_push, &QPushButton::clicked, this, &OutboxPage::push);
    connect(m_decide, &QPushButton::clicked, this, &OutboxPage::decide);
    connect(m_discard, &QPushButton::clicked, this, &OutboxPage::discard);
    connect(m_withCatalogOnly, &QCheckBox::toggled, &m_model, &OutboxModel::setWithCatalogOnly);
    return tools;
}

void OutboxPage::buildTable()
{
    m_table->setObjectName(u"outboxTable"_s);
    m_table->setAccessibleName(tr("Outbox"));
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    for (const int column : {OutboxModel::Recording, OutboxModel::Before, OutboxModel::After})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(OutboxModel::Field, 110);
    header->resizeSection(OutboxModel::State, 150);
    header->resizeSection(OutboxModel::NextTry, 200);
    auto *remove = new QShortcut(Qt::Key_Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &OutboxPage::discard);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxPage::updateChoice);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &OutboxPage::updateChoice);
    connect(m_table, &PlainTable::opened, this, [this](const QModelIndex &index) {
        if (m_model.entry(index.row()).edit.state == EditState::Conflict)
            decide();
        else
            Q_EMIT recordingRequested(m_model.entry(index.row()).edit.recording);
    });
}

QList<int> OutboxPage::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    return rows;
}

void OutboxPage::updateContents()
{
    if (m_model.error()) {
        showFailure(*m_model.error());
        m_messages->addAction(tr("Tr&y again"), [this] { m_model.reload(); });
        m_showsFailure = true;
    } else if (std::exchange(m_showsFailure, false)) {
        m_messages->clear();
    }
    m_empty->setState(u"check", tr("Nothing waits"),
                      tr("Edits are in the catalog at once and wait here until the server has them, also while it cannot be "
                         "reached."));
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    if (m_model.rowCount() > 0 && !m_table->selectionModel()->hasSelection())
        m_table->selectRow(0);
    m_push->setEnabled(!m_model.serversToPush().isEmpty());
    updateChoice();
}

void OutboxPage::updateChoice()
{
    const QList<int> rows = selectedRows();
    const OutboxEntry *one = rows.size() == 1 ? &m_model.entry(rows.first()) : nullptr;
    m_decide->setEnabled(one && one->edit.state == EditState::Conflict);
    m_discard->setEnabled(!rows.isEmpty());
    m_discard->setText(rows.size() > 1 ? tr("&Discard %n edit(s)", nullptr, static_cast<int>(rows.size())) : tr("&Discard"));
    m_details->setText(one ? detailsOf(*one) : QString());
    m_details->setVisible(one != nullptr);
}

QString OutboxPage::detailsOf(const OutboxEntry &entry) const
{
    QStringList parts{OutboxModel::stateSentence(entry)};
    parts << tr("Server: %1.").arg(entry.serverName);
    if (!entry.edit.editedBy.isEmpty())
        parts << tr("Edited by %1, %2.").arg(entry.edit.editedBy, absoluteDate(entry.edit.editedAt));
    QString text = parts.join(u' ');
    if (!entry.edit.lastError.isEmpty())
        text += u'\n' + tr("The last attempt failed: %1").arg(entry.edit.lastError);
    return text;
}

void OutboxPage::showFailure(const Error &error)
{
    m_messages->showError(error);
}

void OutboxPage::push()
{
    for (const ServerId server : m_model.serversToPush())
        m_workspace.editor().startPush(m_actor, server);
}

void OutboxPage::discard()
{
    QList<FieldEditState> edits;
    for (const int row : selectedRows())
        edits += m_model.entry(row).edit;
    if (edits.size() < 2)
        return discardAll(edits);
    // What was typed is nowhere else: not on one keystroke.
    auto *question = new QMessageBox(QMessageBox::Question, tr("Discard edits"),
                                     tr("Discard %n edit(s)?", nullptr, static_cast<int>(edits.size())),
                                     QMessageBox::Cancel, this);
    question->setObjectName(u"discardQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("The servers' values come back. This cannot be undone."));
    question->setDefaultButton(QMessageBox::Cancel);
    QPushButton *discard = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    connect(discard, &QPushButton::clicked, this, [this, edits] { discardAll(edits); });
    question->open();
}

void OutboxPage::discardAll(const QList<FieldEditState> &edits)
{
    if (edits.isEmpty())
        return;
    whenDone(m_workspace.editor().discardAll(m_actor, edits), this, [this](const Result<> &done) {
        if (!done)
            showFailure(done.error());
    });
}

void OutboxPage::decide()
{
    const QList<int> rows = selectedRows();
    if (rows.size() != 1 || m_model.entry(rows.first()).edit.state != EditState::Conflict)
        return;
    const OutboxEntry entry = m_model.entry(rows.first());
    askAboutConflict(m_workspace, m_actor, entry.edit, m_model.definitionOf(entry), this, [this](const Result<> &done) {
        if (!done)
            showFailure(done.error());
    });
}

} // namespace letopis
