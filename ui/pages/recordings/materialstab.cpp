#include "ui/pages/recordings/materialstab.h"

#include "ui/models/materialmodel.h"
#include "ui/pages/recordings/materiallist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QRubberBand>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostFilesAtOnce = 1000;

QToolButton *makeButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setObjectName(action->objectName() + u"Button"_s);
    return button;
}

QStringList plainFilesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls().mid(0, mostFilesAtOnce)) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files += url.toLocalFile();
    }
    return files;
}

} // namespace

MaterialsTab::MaterialsTab(QWidget *parent)
    : QWidget(parent)
    , m_model(new MaterialModel(this))
    , m_messages(new MessageBar)
    , m_copies(new MessageBar)
    , m_list(new MaterialList)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_readOnly(makeTextLabel(u"materialsReadOnly"_s))
{
    setObjectName(u"materialsTab"_s);
    setAcceptDrops(true);
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_copies->setObjectName(u"changedCopies"_s);
    m_empty->setObjectName(u"materialsEmpty"_s);
    makeActions();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_copies);
    layout->addWidget(makeTools());
    m_readOnly->setContentsMargins(16, 4, 16, 0);
    m_readOnly->hide();
    layout->addWidget(m_readOnly);
    layout->addWidget(m_stack, 1);
    m_target = new QRubberBand(QRubberBand::Rectangle, this);

    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        QMenu *menu = makeMenu(true);
        menu->setObjectName(u"materialMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(m_list->viewport()->mapToGlobal(position));
    });
    connect(m_list, &MaterialList::opened, m_actions[Open], &QAction::trigger);
    connect(m_empty, &EmptyState::actionRequested, m_actions[Add], &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MaterialsTab::updateActions);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &MaterialsTab::updateActions);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &MaterialsTab::updateActions);
    connect(m_actions[Rename], &QAction::triggered, this, [this] {
        const QList<Material> selected = selection();
        if (selected.size() == 1)
            m_list->edit(m_model->index(m_model->rowOf(selected.first().id)));
    });
    connect(m_actions[MoveUp], &QAction::triggered, this, [this] { moveSelection(-1); });
    connect(m_actions[MoveDown], &QAction::triggered, this, [this] { moveSelection(1); });
    m_actions[Undo]->setEnabled(false);
    updateEmpty();
    updateActions();
}

void MaterialsTab::makeActions()
{
    const auto make = [this](Command command, const QString &name, const QString &text, QStringView icon = {},
                             const QKeySequence &key = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        if (!icon.isEmpty())
            action->setIcon(themedIcon(icon));
        // Shown in the menu; event() takes the keys while the focus is here, before they mean other things in the window.
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_actions[command] = action;
    };
    make(Add, u"addMaterial"_s, tr("Add…"), u"add", Qt::Key_Insert);
    make(Open, u"openMaterial"_s, tr("Open"), u"file", QKeySequence(Qt::CTRL | Qt::Key_O));
    make(Preview, u"previewMaterial"_s, tr("Preview"), u"search", Qt::Key_Space);
    make(SaveAs, u"saveMaterial"_s, tr("Save as…"), u"download", QKeySequence(Qt::CTRL | Qt::Key_S));
    make(SaveAll, u"saveAllMaterials"_s, tr("Save all…"));
    make(NewVersion, u"addMaterialVersion"_s, tr("New version…"), u"upload", QKeySequence(Qt::CTRL | Qt::Key_U));
    make(Versions, u"materialVersions"_s, tr("Versions…"), u"clock", QKeySequence(Qt::CTRL | Qt::Key_H));
    make(Rename, u"renameMaterial"_s, tr("Rename"), u"edit", Qt::Key_F2);
    make(Describe, u"describeMaterial"_s, tr("Description…"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F2));
    make(MoveUp, u"moveMaterialUp"_s, tr("Move up"), u"up", QKeySequence(Qt::ALT | Qt::Key_Up));
    make(MoveDown, u"moveMaterialDown"_s, tr("Move down"), u"down", QKeySequence(Qt::ALT | Qt::Key_Down));
    make(Trash, u"trashMaterial"_s, tr("Move to trash"), u"remove", QKeySequence::Delete);
    make(Restore, u"restoreMaterial"_s, tr("Restore from trash"));
    make(ShowTrash, u"showMaterialTrash"_s, tr("Show trash"));
    m_actions[ShowTrash]->setCheckable(true);
    make(Exchange, u"exchangeMaterials"_s, tr("Exchange with the server now"), u"sync");
    make(Undo, u"undoMaterial"_s, tr("Undo"), u"undo", QKeySequence::Undo);
}

QWidget *MaterialsTab::makeTools()
{
    auto *tools = new QWidget;
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setSpacing(4);
    for (const Command command : {Add, Open, SaveAs})
        layout->addWidget(makeButton(m_actions[command]));
    auto *more = new QToolButton;
    more->setText(tr("More"));
    more->setObjectName(u"materialsMore"_s);
    more->setAccessibleDescription(tr("More to do with the selected files"));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::StrongFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(makeMenu(false));
    layout->addWidget(more);
    layout->addStretch();
    return tools;
}

QMenu *MaterialsTab::makeMenu(bool isWhole)
{
    auto *menu = new QMenu(this);
    if (isWhole) {
        for (const Command command : {Open, Preview, SaveAs})
            menu->addAction(m_actions[command]);
        menu->addSeparator();
        menu->addAction(m_actions[Add]);
    }
    if (!isWhole)
        menu->addAction(m_actions[Preview]);
    for (const Command command : {NewVersion, Versions, SaveAll})
        menu->addAction(m_actions[command]);
    menu->addSeparator();
    for (const Command command : {Rename, Describe, MoveUp, MoveDown})
        menu->addAction(m_actions[command]);
    menu->addSeparator();
    for (const Command command : {Trash, Restore, ShowTrash, Undo})
        menu->addAction(m_actions[command]);
    menu->addSeparator();
    menu->addAction(m_actions[Exchange]);
    return menu;
}

void MaterialsTab::clear()
{
    m_isRead = false;
    m_messages->clear();
    m_model->setMaterials({}, {});
    m_stack->setCurrentWidget(m_list);
    updateActions();
}

void MaterialsTab::showMaterials(const QList<Material> &materials, const QDateTime &nowUtc)
{
    m_isRead = true;
    m_model->setMaterials(materials, nowUtc);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->selectionModel()->setCurrentIndex(m_model->index(0), QItemSelectionModel::NoUpdate); // for Tab to arrive at
    updateEmpty();
    updateActions();
}

void MaterialsTab::showUnread()
{
    m_isRead = false;
    updateActions();
}

bool MaterialsTab::showsTrash() const
{
    return m_actions[ShowTrash]->isChecked();
}

void MaterialsTab::setReadOnlyReason(const QString &reason)
{
    m_readOnly->setText(reason);
    m_readOnly->setVisible(!reason.isEmpty());
    m_model->setReadOnly(!reason.isEmpty());
    updateEmpty();
}

void MaterialsTab::updateEmpty()
{
    const bool isReadOnly = !m_readOnly->text().isEmpty();
    m_empty->setState(u"file", tr("No materials"), isReadOnly ? tr("Nobody added files to this recording.") :
                      tr("Drop files here or press Add…: slides, handouts, a board's photo. Everyone who works with this "
                         "server's recordings gets them."),
                      isReadOnly ? QString() : tr("Add…"));
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) && m_stack->isAncestorOf(QApplication::focusWidget());
    QWidget *wanted = m_isRead && m_model->rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_list;
    if (m_stack->currentWidget() == wanted)
        return;
    m_stack->setCurrentWidget(wanted);
    if (hadFocus) // the keyboard is not left on what went out of sight
        wanted == m_list ? m_list->setFocus() : m_empty->setFocus();
}

QList<Material> MaterialsTab::selection() const
{
    QModelIndexList selected = m_list->selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end(), [](const QModelIndex &a, const QModelIndex &b) { return a.row() < b.row(); });
    QList<Material> materials;
    for (const QModelIndex &index : std::as_const(selected))
        materials += m_model->material(index.row());
    return materials;
}

void MaterialsTab::select(const QList<MaterialId> &ids)
{
    QItemSelection wanted;
    QModelIndex first;
    for (const MaterialId id : ids) {
        const int row = m_model->rowOf(id);
        if (row < 0)
            continue;
        wanted.select(m_model->index(row), m_model->index(row));
        if (!first.isValid())
            first = m_model->index(row);
    }
    if (!first.isValid())
        return;
    m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(first);
}

void MaterialsTab::updateActions()
{
    const QList<Material> selected = selection();
    const bool isOne = selected.size() == 1;
    const auto count = std::count_if(selected.begin(), selected.end(), [](const Material &one) { return one.isTrashed; });
    const bool isPlain = !selected.isEmpty() && count == 0;
    const QList<MaterialId> order = m_model->order();
    m_actions[Add]->setEnabled(m_isRead);
    m_actions[ShowTrash]->setEnabled(m_isRead);
    m_actions[Exchange]->setEnabled(m_isRead);
    m_actions[SaveAll]->setEnabled(m_isRead && !order.isEmpty());
    for (const Command command : {Open, Preview, SaveAs, Versions})
        m_actions[command]->setEnabled(isOne);
    for (const Command command : {NewVersion, Rename, Describe})
        m_actions[command]->setEnabled(isOne && isPlain);
    m_actions[MoveUp]->setEnabled(isOne && isPlain && order.first() != selected.first().id);
    m_actions[MoveDown]->setEnabled(isOne && isPlain && order.last() != selected.first().id);
    m_actions[Trash]->setEnabled(isPlain);
    m_actions[Restore]->setEnabled(count > 0);
}

void MaterialsTab::moveSelection(int step)
{
    const QList<Material> selected = selection();
    if (selected.size() != 1)
        return;
    QList<MaterialId> order = m_model->order();
    const qsizetype from = order.indexOf(selected.first().id);
    const qsizetype to = from + step;
    if (from < 0 || to < 0 || to >= order.size())
        return;
    order.move(from, to);
    Q_EMIT m_model->orderRequested(order);
    m_list->scrollTo(m_list->currentIndex());
}

QAction *MaterialsTab::actionFor(const QKeyEvent &event) const
{
    if (m_list->isEditing())
        return nullptr;
    const QKeySequence pressed(event.keyCombination());
    for (QAction *action : m_actions) {
        if (action->isEnabled() && !action->shortcut().isEmpty() && action->shortcut() == pressed)
            return action;
    }
    return nullptr;
}

bool MaterialsTab::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && actionFor(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        if (QAction *action = actionFor(*static_cast<QKeyEvent *>(event))) {
            action->trigger();
            return true;
        }
    }
    return QWidget::event(event);
}

// The list would take some of the keys for itself.
bool MaterialsTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        if (QAction *action = actionFor(*static_cast<QKeyEvent *>(event))) {
            action->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MaterialsTab::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_isRead || !m_actions[Add]->isEnabled() || !event->mimeData()->hasUrls() || !event->possibleActions().testFlag(Qt::CopyAction))
        return;
    event->setDropAction(Qt::CopyAction); // never a move: the file stays where it is
    event->accept();
    m_target->setGeometry(rect());
    m_target->show();
}

void MaterialsTab::dragLeaveEvent(QDragLeaveEvent *)
{
    m_target->hide();
}

void MaterialsTab::dropEvent(QDropEvent *event)
{
    m_target->hide();
    if (!m_isRead || !m_actions[Add]->isEnabled() || !event->mimeData()->hasUrls())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QStringList files = plainFilesIn(*event->mimeData());
    if (!files.isEmpty())
        Q_EMIT filesDropped(files);
    if (files.size() < event->mimeData()->urls().size())
        Q_EMIT unusableDropped();
}

} // namespace letopis
