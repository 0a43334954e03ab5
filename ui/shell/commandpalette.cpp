#include "ui/shell/commandpalette.h"

#include "ui/shell/actions.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Every word typed must occur; a hit at a word's beginning stands before one inside.
int rank(const QString &name, const QStringList &words)
{
    int sum = 0;
    for (const QString &word : words) {
        const qsizetype at = name.indexOf(word, 0, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        sum += at == 0 ? 0 : name.at(at - 1).isSpace() ? 1 : 10;
    }
    return sum;
}

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QFrame(parent), m_input(new QLineEdit), m_list(new QTreeWidget)
{
    setObjectName(u"commandPalette"_s);
    setFrameShape(StyledPanel);
    setFrameShadow(Raised);
    setAutoFillBackground(true);
    setAccessibleName(tr("Find a command"));
    m_input->setObjectName(u"commandInput"_s);
    m_input->setPlaceholderText(tr("Type a command"));
    m_input->setAccessibleName(tr("Command"));
    m_input->installEventFilter(this);
    m_list->setObjectName(u"commandList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_input);
    layout->addWidget(m_list, 1);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::run);
    // The focus stays in the line: a screen reader hears of the chosen command there.
    connect(m_list, &QTreeWidget::currentItemChanged, m_input, [this](const QTreeWidgetItem *item) {
        m_input->setAccessibleDescription(item ? item->text(0) : QString());
    });
    hide();
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    m_actions = actions;
    m_focusBefore = QApplication::focusWidget();
    m_input->clear();
    fill({});
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const QSize size(qMin(560, parentWidget()->width() - 32), qMin(400, parentWidget()->height() - 96));
    setGeometry((parentWidget()->width() - size.width()) / 2, 64, size.width(), size.height());
}

void CommandPalette::fill(const QString &typed)
{
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    QList<QPair<int, QAction *>> ranked;
    for (QAction *action : std::as_const(m_actions)) {
        const int place = rank(plainActionText(action), words);
        const int placeOfTip = place >= 0 ? place : rank(action->statusTip(), words);
        if (placeOfTip >= 0)
            ranked.append({place >= 0 ? place : 100 + placeOfTip, action});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_list->clear();
    for (const auto &[place, action] : ranked) {
        auto *item = new QTreeWidgetItem({plainActionText(action), Actions::groupOf(action),
                                          action->shortcut().toString(QKeySequence::NativeText)});
        item->setIcon(0, action->icon());
        item->setData(0, Qt::UserRole, QVariant::fromValue(action));
        item->setDisabled(!action->isEnabled());
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint(0, QSize(0, fontMetrics().height() + 12));
        m_list->addTopLevelItem(item);
    }
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void CommandPalette::run()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    QPointer<QAction> action = item ? item->data(0, Qt::UserRole).value<QAction *>() : nullptr;
    hide(); // first: the command may want the focus
    if (action && action->isEnabled())
        action->trigger();
}

void CommandPalette::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (m_focusBefore && (!QApplication::focusWidget() || isAncestorOf(QApplication::focusWidget())))
        m_focusBefore->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && onInputKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut && isVisible())
        hide();
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::onInputKey(int key)
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    switch (key) {
    case Qt::Key_Escape: hide(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return true;
    case Qt::Key_Down: m_list->setCurrentItem(m_list->topLevelItem(qMin(row + 1, m_list->topLevelItemCount() - 1))); return true;
    case Qt::Key_Up: m_list->setCurrentItem(m_list->topLevelItem(qMax(row - 1, 0))); return true;
    default: return false;
    }
}

} // namespace letopis
