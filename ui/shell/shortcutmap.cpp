#include "ui/shell/shortcutmap.h"

#include "ui/shell/actions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &key : action->shortcuts())
        keys << key.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

QTreeWidgetItem *groupItem(QTreeWidget *tree, const QString &group)
{
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        if (tree->topLevelItem(i)->text(0) == group)
            return tree->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(tree, {group});
    QFont bold = tree->font();
    bold.setBold(true);
    item->setFont(0, bold);
    return item;
}

QString keyName(int key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

ShortcutMap::ShortcutMap(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutMap"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget;
    tree->setAccessibleName(windowTitle());
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Command"), tr("Keys")});
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(false);
    tree->header()->setStretchLastSection(true);
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty())
            new QTreeWidgetItem(groupItem(tree, Actions::groupOf(action)), {plainActionText(action), keysOf(action)});
    }
    QTreeWidgetItem *list = groupItem(tree, tr("In the table"));
    new QTreeWidgetItem(list, {tr("Open the selected recording"), keyName(Qt::Key_Return)});
    new QTreeWidgetItem(list, {tr("Copy the selected row"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)});
    QTreeWidgetItem *search = groupItem(tree, tr("In the search field"));
    new QTreeWidgetItem(search, {tr("Go to the results"), keyName(Qt::Key_Down) + u", "_s + keyName(Qt::Key_Return)});
    new QTreeWidgetItem(search, {tr("Clear the search"), keyName(Qt::Key_Escape)});
    tree->expandAll();
    tree->resizeColumnToContents(0);
    tree->setColumnWidth(0, tree->columnWidth(0) + 24);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(tree, 1);
    layout->addWidget(buttons);
    resize(560, 640);
}

} // namespace letopis
