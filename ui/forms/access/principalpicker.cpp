#include "ui/forms/access/principalpicker.h"

#include "ui/text/peopletext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/roomyrows.h"
#include "ui/widgets/skeletonrows.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PrincipalPicker::PrincipalPicker(PeopleDirectory &directory, Actor actor, Contents contents, QWidget *parent)
    : QWidget(parent)
    , m_model(new PrincipalTreeModel(directory, std::move(actor), contents, this))
    , m_search(new QLineEdit)
    , m_tree(new QTreeView)
    , m_empty(new EmptyState)
    , m_skeleton(new SkeletonRows)
    , m_stack(new QStackedWidget)
    , m_messages(new MessageBar)
{
    const bool hasPeople = contents == Contents::GroupsAndPeople;
    m_search->setObjectName(u"principalSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(u"search"), QLineEdit::LeadingPosition);
    m_search->setPlaceholderText(hasPeople ? tr("Name, login or e-mail") : tr("Name"));
    m_search->setAccessibleName(hasPeople ? tr("Search people and groups") : tr("Search groups"));
    m_tree->setObjectName(u"principalTree"_s);
    m_tree->setAccessibleName(hasPeople ? tr("People and groups") : tr("Groups"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setDragEnabled(true);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(PrincipalTreeModel::Name, QHeaderView::Stretch);
    m_tree->header()->resizeSection(PrincipalTreeModel::Login, 140);
    m_tree->setHeaderHidden(!hasPeople);
    m_tree->setColumnHidden(PrincipalTreeModel::Login, !hasPeople);
    m_tree->installEventFilter(this);
    m_search->installEventFilter(this);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_messages);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_search);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    connect(&m_delay, &QTimer::timeout, this, &PrincipalPicker::search);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_model, &PrincipalTreeModel::read, this, &PrincipalPicker::onRead);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PrincipalPicker::selectionChanged);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!m_model->group(index))
            Q_EMIT chosen();
    });
    m_model->reload();
}

void PrincipalPicker::setSingleSelection()
{
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
}

void PrincipalPicker::search()
{
    m_model->setSearch(m_search->text());
}

void PrincipalPicker::onRead()
{
    if (m_model->error()) {
        const ErrorText text = peopleErrorText(*m_model->error());
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
        m_messages->addAction(tr("T&ry again"), [this] { m_model->reload(); });
    } else {
        m_messages->clear();
    }
    m_empty->setState(u"search", tr("Nobody is found"), tr("Each word must begin a word of the name, the login or the e-mail."));
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_empty);
    if (m_model->rowCount() > 0 && !m_tree->currentIndex().isValid())
        m_tree->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
}

QList<NamedPrincipal> PrincipalPicker::selection() const
{
    // As the eye sees them, not as they were clicked.
    QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [this](const QModelIndex &a, const QModelIndex &b) {
        return m_tree->visualRect(a).top() < m_tree->visualRect(b).top();
    });
    QList<NamedPrincipal> found;
    for (const QModelIndex &row : std::as_const(rows)) {
        const NamedPrincipal one = m_model->principal(row);
        const bool isThere = std::any_of(found.begin(), found.end(),
                                         [&one](const NamedPrincipal &other) { return other.principal == one.principal; });
        if (!isThere)
            found += one;
    }
    return found;
}

bool PrincipalPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_PageDown) && m_model->rowCount() > 0) {
        m_tree->setFocus(Qt::ShortcutFocusReason);
        if (m_tree->selectionModel()->selectedRows().isEmpty())
            m_tree->setCurrentIndex(m_tree->currentIndex().isValid() ? m_tree->currentIndex() : m_model->index(0, 0));
        return true;
    }
    if (watched == m_tree && isEnter && key->modifiers() == Qt::NoModifier && m_tree->selectionModel()->hasSelection()) {
        Q_EMIT chosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace letopis
