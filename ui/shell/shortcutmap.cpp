#include "ui/shell/shortcutmap.h"

#include "ui/shell/actions.h"
#include "ui/widgets/plaintable.h"

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

QString keyNames(const QList<QKeyCombination> &keys, const QString &separator = u", "_s)
{
    QStringList names;
    for (const QKeyCombination key : keys)
        names << QKeySequence(key).toString(QKeySequence::NativeText);
    return names.join(separator);
}

void addPlayerKeys(QTreeWidgetItem *group)
{
    const auto add = [group](const QString &what, const QList<QKeyCombination> &keys) {
        new QTreeWidgetItem(group, {what, keyNames(keys)});
    };
    add(ShortcutMap::tr("Play or pause"), {Qt::Key_Space, Qt::Key_K});
    add(ShortcutMap::tr("5 seconds back or forward"), {Qt::Key_Left, Qt::Key_Right});
    add(ShortcutMap::tr("15 seconds back or forward"), {Qt::Key_J, Qt::Key_L, Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right});
    add(ShortcutMap::tr("To the beginning, to the last seconds"), {Qt::Key_Home, Qt::Key_End});
    new QTreeWidgetItem(group, {ShortcutMap::tr("To a tenth of the recording"), keyNames({Qt::Key_0, Qt::Key_9}, u"–"_s)});
    add(ShortcutMap::tr("Slower, faster, usual speed"), {Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_Backspace});
    add(ShortcutMap::tr("Louder, softer, sound off"), {Qt::Key_Up, Qt::Key_Down, Qt::Key_M});
    add(ShortcutMap::tr("Full screen"), {Qt::Key_F, Qt::Key_F11});
}

} // namespace

ShortcutMap::ShortcutMap(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"shortcutMap"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *tree = new QTreeWidget;
    makeRoomy(*tree, *tree->header());
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
    new QTreeWidgetItem(list, {tr("Open the selected recording"), keyNames({Qt::Key_Return})});
    new QTreeWidgetItem(list, {tr("Copy the selected row"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)});
    QTreeWidgetItem *search = groupItem(tree, tr("In the search field"));
    new QTreeWidgetItem(search, {tr("Go to the results"), keyNames({Qt::Key_Down, Qt::Key_Return})});
    new QTreeWidgetItem(search, {tr("Clear the search"), keyNames({Qt::Key_Escape})});
    QTreeWidgetItem *form = groupItem(tree, tr("In the information form"));
    new QTreeWidgetItem(form, {tr("Apply the changes"), keyNames({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_S})});
    QTreeWidgetItem *outbox = groupItem(tree, tr("In the outbox"));
    new QTreeWidgetItem(outbox, {tr("Decide the selected conflict"), keyNames({Qt::Key_Return})});
    new QTreeWidgetItem(outbox, {tr("Discard the selected edits"), keyNames({Qt::Key_Delete})});
    addPlayerKeys(groupItem(tree, tr("In the player")));
    for (QTreeWidgetItemIterator item(tree); *item; ++item)
        (*item)->setSizeHint(1, {0, fontMetrics().height() + 8}); // the last column stretches: its width counts for nothing
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
