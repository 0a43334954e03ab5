#include "ui/pages/folders/folderpane.h"

#include "core/base/whendone.h"
#include "core/settings/settings.h"
#include "core/workspace/accessdesk.h"
#include "core/workspace/workspace.h"
#include "ui/models/foldertreemodel.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/text/foldertext.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

FolderPane::FolderPane(const WindowParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(new FolderTreeModel(parts.workspace.folders(), parts.actor, this))
    , m_tree(new FolderTree(*m_model))
    , m_problem(new ProblemLabel)
    , m_menu(new QMenu(this))
    , m_below(new QAction(this))
{
    m_model->setAllShown(true);
    m_model->setDropEnabled(true);
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    m_problem->setObjectName(u"folderPaneProblem"_s);
    m_problem->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_problem);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
    connectTree();
    m_delay.setSingleShot(true);
    m_delay.setInterval(200ms);
    connect(&m_delay, &QTimer::timeout, this, &FolderPane::start);
    const auto later = [this] {
        if (m_isStarted)
            m_delay.start();
    };
    connect(&parts.workspace.access(), &AccessDesk::accessChanged, this, later);
    connect(&parts.workspace, &Workspace::catalogChanged, this, later);
    update();
}

void FolderPane::makeActions()
{
    const auto make = [this](Command command, const QString &name, const QString &text, QStringView icon, const QKeySequence &key,
                             const QString &tip) {
        auto *action = new QAction(themedIcon(icon), text, this);
        action->setObjectName(name);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // shown in the menu; the tree itself takes the key
        const auto at = static_cast<size_t>(command);
        m_tips[at] = key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key.toString(QKeySequence::NativeText));
        m_actions[at] = action;
        m_menu->addAction(action);
    };
    make(NewFolder, u"newFolder"_s, tr("&New folder…"), u"folder-add", Qt::Key_Insert, tr("Make a folder in the selected one"));
    make(RenameFolder, u"renameFolder"_s, tr("&Rename…"), u"edit", Qt::Key_F2, tr("Give the selected folder another name"));
    make(MoveFolder, u"moveFolder"_s, tr("&Move to…"), u"forward", {}, tr("Move the selected folder into another one"));
    make(RemoveFolder, u"removeFolder"_s, tr("Rem&ove…"), u"remove", Qt::Key_Delete,
         tr("Remove the selected folder; its content moves to another one"));
    make(FolderAccess, u"folderAccess"_s, tr("&Access…"), u"lock", {}, tr("See and change who may do what with what is in the folder"));
    m_below->setObjectName(u"withFoldersBelow"_s);
    m_below->setText(tr("With &folders below"));
    m_below->setIcon(themedIcon(u"folder-below"));
    m_below->setCheckable(true);
    m_below->setChecked(m_parts.settings.value(settings::withFoldersBelow));
    m_below->setToolTip(tr("Show and count what is in the folders below, too"));
    m_model->setCountsBelow(m_below->isChecked());
    m_menu->setObjectName(u"folderMenu"_s);
    m_menu->setToolTipsVisible(true);
    m_menu->addSeparator();
    m_menu->addAction(m_below);
    connect(m_below, &QAction::toggled, this, [this](bool isBelow) {
        if (!m_parts.actor.onlyLooks)
            m_parts.settings.setValue(settings::withFoldersBelow, isBelow);
        m_model->setCountsBelow(isBelow);
        tellChosen();
    });
}

QWidget *FolderPane::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    for (QAction *action : {m_actions[NewFolder], m_below}) {
        auto *button = new QToolButton;
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setIconSize({18, 18});
        const QString name = action->text().remove(u'&').remove(u'…');
        button->setAccessibleName(name);
        row->addWidget(button);
    }
    row->addStretch(1);
    return header;
}

void FolderPane::connectTree()
{
    const auto run = [this](Command command) { return [this, command] { action(command)->trigger(); }; };
    connect(m_tree, &FolderTree::newRequested, this, run(NewFolder));
    connect(m_tree, &FolderTree::renameRequested, this, run(RenameFolder));
    connect(m_tree, &FolderTree::removeRequested, this, run(RemoveFolder));
    connect(m_tree, &FolderTree::opened, this, &FolderPane::leftForRecordings);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &FolderPane::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FolderPane::onChosen);
    connect(m_model, &FolderTreeModel::read, this, &FolderPane::onRead);
    connect(m_model, &FolderTreeModel::rowsRemoved, this, &FolderPane::onChosen, Qt::QueuedConnection);
}

void FolderPane::start()
{
    m_isStarted = true;
    m_model->reload();
    countAll();
    whenDone(m_parts.workspace.access().standing(m_parts.actor), this, [this](const Result<Standing> &standing) {
        m_standing = standing ? std::optional(*standing) : std::nullopt;
        update();
    });
}

void FolderPane::countAll()
{
    const quint64 generation = ++m_countGeneration;
    whenDone(m_parts.workspace.countRecordings(m_parts.actor, {}), this, [this, generation](const Result<qint64> &count) {
        if (generation == m_countGeneration)
            m_model->setAllCount(count ? *count : -1);
    });
}

void FolderPane::onRead()
{
    if (!m_tree->currentIndex().isValid()) {
        m_tree->expand(m_model->indexOf(sharedFolder));
        showAll();
    }
    m_problem->setProblem(m_model->error() ? errorParagraph(folderErrorText(*m_model->error())) : QString());
    update();
    Q_EMIT foldersRead();
}

FolderId FolderPane::chosen() const
{
    return m_model->folder(m_tree->currentIndex());
}

bool FolderPane::withBelow() const
{
    return m_below->isChecked();
}

void FolderPane::showAll()
{
    m_isQuiet = true;
    m_tree->setCurrentIndex(m_model->indexOf(FolderId()));
    m_isQuiet = false;
    m_chosen = {};
    update();
}

void FolderPane::choose(FolderId folder)
{
    const QModelIndex index = m_model->indexOf(folder);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index); // opens what is above it
    m_tree->scrollTo(index);
}

void FolderPane::addToMenu(QAction *action)
{
    m_menu->addAction(action);
}

void FolderPane::onChosen()
{
    update();
    if (m_isQuiet || chosen() == m_chosen)
        return;
    m_chosen = chosen();
    tellChosen();
}

void FolderPane::tellChosen()
{
    if (m_isStarted)
        Q_EMIT folderChosen(chosen(), withBelow());
}

void FolderPane::setReason(Command command, bool isPossible, const QString &reason)
{
    QAction *one = action(command);
    one->setEnabled(isPossible && reason.isEmpty());
    one->setToolTip(reason.isEmpty() ? m_tips[static_cast<size_t>(command)] : plainToolTip(reason));
}

void FolderPane::update()
{
    const FolderNode *node = m_model->node(chosen());
    QString reason;
    if (node && m_standing) {
        const Refusal byRole = refusalByRole(*m_standing, Capability::ManageFolder);
        const Refusal refusal = byRole != Refusal::None ? byRole : node->canManage ? Refusal::None : Refusal::NeedsManage;
        reason = refusalText({Capability::ManageFolder, refusal});
    }
    const bool isKnown = node && m_standing;
    QString fixed = reason;
    if (isKnown && fixed.isEmpty() && !node->folder.parent.isValid())
        fixed = folderProblemText({.kind = FolderProblem::Kind::Root});
    else if (isKnown && fixed.isEmpty() && node->folder.owner.isValid())
        fixed = folderProblemText({.kind = FolderProblem::Kind::Personal});
    setReason(NewFolder, isKnown, !isKnown ? tr("Choose the folder that the new one goes into") : reason);
    setReason(RenameFolder, isKnown, isKnown && node->folder.owner.isValid() ? reason : fixed);
    setReason(MoveFolder, isKnown, fixed);
    setReason(RemoveFolder, isKnown, fixed);
    Refusal noAccess = m_standing ? refusalByRole(*m_standing, Capability::GrantToViewers) : Refusal::None;
    if (noAccess == Refusal::OnlyLooks)
        noAccess = Refusal::None; // who looks may look at this, too
    if (node && noAccess == Refusal::None && !node->canManage)
        noAccess = Refusal::NeedsManage;
    setReason(FolderAccess, isKnown, refusalText({Capability::GrantToViewers, noAccess}));
}

void FolderPane::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    m_menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace letopis
