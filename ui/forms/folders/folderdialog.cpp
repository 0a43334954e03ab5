#include "ui/forms/folders/folderdialog.h"

#include "core/base/textfolding.h"
#include "ui/models/foldertreemodel.h"
#include "ui/pages/folders/foldertree.h"
#include "ui/text/foldertext.h"
#include "ui/widgets/buttonorder.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/roomyrows.h"
#include "ui/widgets/textlabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

// Folders with the text in their name, and the way there.
class FoundFolders final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text)
    {
        m_text = nameKey(text);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return m_text.isEmpty() || nameKey(sourceModel()->index(row, 0, parent).data().toString()).contains(m_text);
    }

private:
    QString m_text;
};

// Down from the search goes into the tree.
class DownToTree final : public QObject
{
public:
    DownToTree(QLineEdit &search, QTreeView &tree) : QObject(&search), m_tree(tree) { search.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Down && key != Qt::Key_Up)
            return false;
        QCoreApplication::sendEvent(&m_tree, event);
        return true;
    }

private:
    QTreeView &m_tree;
};

} // namespace

FolderDialog::FolderDialog(FolderLibrary &library, const Actor &actor, const Wording &wording, Reason reason, FolderId initial,
                           QWidget *parent)
    : QDialog(parent)
    , m_model(new FolderTreeModel(library, actor, this))
    , m_found(new FoundFolders(this))
    , m_reason(std::move(reason))
    , m_initial(initial)
    , m_search(new QLineEdit)
    , m_tree(new QTreeView)
    , m_problem(new ProblemLabel)
{
    setObjectName(u"folderDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(wording.title);
    resize(480, 520);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setSourceModel(m_model);
    layOut(wording);
    new DownToTree(*m_search, *m_tree);
    connect(m_search, &QLineEdit::textChanged, this, &FolderDialog::search);
    connect(m_model, &FolderTreeModel::read, this, &FolderDialog::onRead);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FolderDialog::update);
    connect(m_tree, &QTreeView::doubleClicked, this, [this] { m_accept->click(); });
    m_model->reload();
    m_search->setFocus();
    update();
}

void FolderDialog::layOut(const Wording &wording)
{
    m_search->setObjectName(u"folderSearch"_s);
    m_search->setPlaceholderText(tr("Search folders…"));
    m_search->setAccessibleName(tr("Search folders"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(u"foldersToChoose"_s);
    m_tree->setAccessibleName(tr("Folders"));
    m_tree->setItemDelegate(new RoomyRows(m_tree));
    m_tree->setModel(m_found);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    layOutFolderColumns(*m_tree, *m_model);
    m_problem->setObjectName(u"folderReason"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(wording.accept, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"acceptFolder"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    if (!wording.text.isEmpty()) {
        auto *text = makeTextLabel(u"folderQuestion"_s);
        text->setText(breakable(wording.text));
        layout->addWidget(text);
    }
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    orderTabs(*buttons);
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(current());
        accept();
    });
}

FolderId FolderDialog::current() const
{
    return m_model->folder(m_found->mapToSource(m_tree->currentIndex()));
}

void FolderDialog::search(const QString &text)
{
    static_cast<FoundFolders *>(m_found)->setText(text.trimmed());
    if (text.trimmed().isEmpty()) {
        m_tree->scrollTo(m_tree->currentIndex());
        return;
    }
    m_tree->expandAll();
    // The first whose name it is, not the way there.
    const QString wanted = nameKey(text.trimmed());
    for (QModelIndex index = m_found->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        if (!nameKey(index.data().toString()).contains(wanted))
            continue;
        m_tree->setCurrentIndex(index);
        return;
    }
}

void FolderDialog::onRead()
{
    if (m_model->error()) {
        m_problem->setProblem(errorParagraph(folderErrorText(*m_model->error())));
        return;
    }
    if (m_initial.isValid()) {
        const QModelIndex index = m_found->mapFromSource(m_model->indexOf(std::exchange(m_initial, FolderId())));
        m_tree->expand(m_found->mapFromSource(m_model->indexOf(sharedFolder)));
        m_tree->setCurrentIndex(index);
        m_tree->expand(index);
        m_tree->scrollTo(index);
    }
    if (!m_search->text().trimmed().isEmpty())
        search(m_search->text()); // typed before there was anything to find
    update();
}

void FolderDialog::update()
{
    const FolderNode *node = m_model->node(current());
    const QString reason = node && m_reason ? m_reason(*m_model, *node) : QString();
    m_problem->setWarning(reason);
    m_accept->setEnabled(node && reason.isEmpty());
}

} // namespace letopis
