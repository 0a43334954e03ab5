#include "ui/forms/access/accesseditor.h"

#include "core/base/clock.h"
#include "ui/forms/access/accesslistmodel.h"
#include "ui/forms/access/explanationview.h"
#include "ui/forms/access/principalpicker.h"
#include "ui/text/accesstext.h"
#include "ui/text/dates.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int cellRoom = 20; // beside a cell's text

void fillPermissions(QComboBox &box)
{
    for (const Permission one : {Permission::View, Permission::Publish, Permission::Manage, Permission::Denied})
        box.addItem(permissionText(one), static_cast<int>(one));
}

QLabel *makeLabel(const QString &text, QWidget *buddy)
{
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

} // namespace

void AccessEditor::layOut()
{
    QFont bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setObjectName(u"accessItem"_s);
    auto *panes = new QSplitter(Qt::Horizontal);
    panes->setChildrenCollapsible(false);
    panes->addWidget(buildAvailable());
    panes->addWidget(buildCurrent());
    panes->setStretchFactor(0, 2);
    panes->setStretchFactor(1, 3);
    panes->setSizes({360, 720});
    panes->setHandleWidth(16);
    auto *reach = makeTextLabel(u"accessReach"_s);
    reach->setText(permissionsReachText());
    auto *buttons = new QDialogButtonBox;
    m_discard = buttons->addButton(tr("Discard chan&ges"), QDialogButtonBox::ResetRole);
    m_discard->setObjectName(u"discardAccess"_s);
    m_close = buttons->addButton(tr("Cl&ose"), QDialogButtonBox::RejectRole);
    m_close->setObjectName(u"closeAccess"_s);
    m_apply = buttons->addButton(tr("Appl&y…"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"applyAccess"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_source);
    layout->addWidget(m_messages);
    layout->addSpacing(8);
    layout->addWidget(panes, 1);
    layout->addSpacing(8);
    layout->addWidget(buildWhy());
    layout->addWidget(reach);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    orderFocus();
    orderTabs(*buttons);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in the panes is theirs
    connect(buttons, &QDialogButtonBox::rejected, this, &AccessEditor::reject);
    connect(m_apply, &QPushButton::clicked, this, &AccessEditor::apply);
    connect(m_discard, &QPushButton::clicked, m_model, &AccessListModel::discard);
}

QWidget *AccessEditor::buildAvailable()
{
    m_addAs->setObjectName(u"addAs"_s);
    m_addAs->setAccessibleName(tr("Permission to add with"));
    fillPermissions(*m_addAs);
    m_add->setObjectName(u"addToList"_s);
    m_addProblem->setObjectName(u"addProblem"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_addAs);
    row->addWidget(m_add);
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(makeLabel(tr("&Available people and groups"), &m_picker->searchField()));
    layout->addWidget(m_picker, 1);
    layout->addLayout(row);
    layout->addWidget(m_addProblem);
    return pane;
}

QWidget *AccessEditor::buildCurrent()
{
    m_table->setObjectName(u"accessTable"_s);
    m_table->setAccessibleName(tr("Current permissions"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setColumnHidden(AccessListModel::On, m_items.size() == 1);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(AccessListModel::Who, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    QFont bold = font(); // as changes are shown
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const QDateTime end(QDate(2028, 9, 28), QTime(0, 0), Qt::UTC);
    const QString change = permissionText(Permission::Publish) + u" → "_s + permissionText(Permission::Manage);
    header->resizeSection(AccessListModel::What, metrics.horizontalAdvance(change) + cellRoom);
    header->resizeSection(AccessListModel::Until, metrics.horizontalAdvance(absoluteDate(end)) + cellRoom);
    header->resizeSection(AccessListModel::GrantedBy, 110);
    header->resizeSection(AccessListModel::On, 80);
    m_public->setObjectName(u"publicView"_s);
    m_public->setVisible(isRecording());
    m_reset->setObjectName(u"resetToParent"_s);
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_public);
    below->addStretch(1);
    below->addWidget(m_reset);
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(makeLabel(tr("&Current permissions"), m_table));
    layout->addWidget(m_table, 1);
    layout->addWidget(buildStrip());
    layout->addLayout(below);
    return pane;
}

QWidget *AccessEditor::buildStrip()
{
    m_permission->setObjectName(u"permissionOfRow"_s);
    m_permission->setAccessibleName(tr("Permission"));
    m_permission->setPlaceholderText(tr("Different"));
    fillPermissions(*m_permission);
    m_hasEnd->setObjectName(u"hasEnd"_s);
    m_end->setObjectName(u"endOfRow"_s);
    m_end->setAccessibleName(tr("Until the end of this day"));
    m_end->setToolTip(tr("Until the end of this day"));
    m_end->setCalendarPopup(true);
    m_end->setDate(localDate(m_parts.clock.now()).addMonths(1));
    m_remove->setObjectName(u"removeFromList"_s);
    auto *strip = new QWidget;
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(makeLabel(tr("&Permission:"), m_permission));
    layout->addWidget(m_permission);
    layout->addSpacing(8);
    layout->addWidget(m_hasEnd);
    layout->addWidget(m_end);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    return strip;
}

QWidget *AccessEditor::buildWhy()
{
    m_holders->setObjectName(u"whoCanSee"_s);
    m_links->setObjectName(u"linksOfItem"_s);
    m_links->setVisible(isRecording());
    m_sees->setObjectName(u"whatTheySee"_s);
    auto *box = new QGroupBox(tr("Why"));
    box->setObjectName(u"whyBox"_s);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_sees);
    buttons->addWidget(m_holders);
    buttons->addWidget(m_links);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(box);
    layout->setSpacing(16);
    layout->addWidget(m_why, 1);
    layout->addLayout(buttons);
    box->setFixedHeight(fontMetrics().height() * 9 + 32);
    return box;
}

void AccessEditor::orderFocus()
{
    const QList<QWidget *> order{&m_picker->searchField(), &m_picker->tree(), m_addAs, m_add, m_table, m_permission, m_hasEnd, m_end,
                                 m_remove, m_public, m_reset, m_why->findChild<QWidget *>(u"explanationScroll"_s), m_sees, m_holders, m_links};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void AccessEditor::showMenu(const QPoint &at)
{
    if (!m_remove->isEnabled())
        return;
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_permission->count() && m_permission->isEnabled(); ++i) {
        QAction *action = menu->addAction(m_permission->itemText(i));
        action->setCheckable(true);
        action->setChecked(i == m_permission->currentIndex());
        connect(action, &QAction::triggered, this, [this, i] {
            m_model->setPermission(selectedRows(), static_cast<Permission>(m_permission->itemData(i).toInt()));
        });
    }
    menu->addSeparator();
    connect(menu->addAction(m_remove->text()), &QAction::triggered, m_remove, &QPushButton::click);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace letopis
