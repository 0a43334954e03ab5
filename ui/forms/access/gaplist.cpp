#include "ui/forms/access/gaplist.h"

#include "ui/text/accesstext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

GapList::GapList(Side side, GrantAuthority &authority, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_model(new GapListModel(authority, this))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_note(makeTextLabel(u"gapNote"_s))
    , m_permission(new QComboBox)
    , m_give(new QPushButton)
{
    // Whoever can watch is given more, or has it taken away.
    const QList<Permission> offered = side == Side::CannotWatch
        ? QList{Permission::View, Permission::Publish, Permission::Manage}
        : QList{Permission::Publish, Permission::Manage, Permission::Denied};
    for (const Permission one : offered)
        m_permission->addItem(permissionText(one), static_cast<int>(one));
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        update();
        Q_EMIT choiceChanged();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &GapList::update);
    connect(m_table, &PlainTable::opened, m_give, &QPushButton::click);
    connect(m_give, &QPushButton::clicked, this,
            [this] { Q_EMIT giveRequested(chosen(), static_cast<Permission>(m_permission->currentData().toInt())); });
    update();
}

void GapList::layOut()
{
    const bool isFirst = m_side == Side::CannotWatch;
    m_table->setObjectName(isFirst ? u"cannotWatchTable"_s : u"didNotAttendTable"_s);
    m_table->setAccessibleName(isFirst ? tr("Attended, cannot watch") : tr("Can watch, did not attend"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(GapListModel::Who, 240);
    header->setSectionResizeMode(GapListModel::Note, QHeaderView::Stretch);
    header->resizeSection(GapListModel::Login, 130);
    if (isFirst)
        m_empty->setState(u"check", tr("Everybody who attended can watch"), tr("So far as they are known to Letopis."));
    else
        m_empty->setState(u"people", tr("Nobody"), tr("Whoever can watch was there."));
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_permission->setObjectName(isFirst ? u"givePermission"_s : u"changePermission"_s);
    m_permission->setAccessibleName(tr("Permission to give"));
    m_give->setObjectName(isFirst ? u"giveAccess"_s : u"changeAccess"_s);
    m_give->setAutoDefault(false);
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    below->addWidget(m_note, 1);
    below->addWidget(m_permission);
    below->addWidget(m_give);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_stack, 1);
    layout->addLayout(below);
}

void GapList::setRows(const QList<GapListModel::Row> &rows, qint64 count)
{
    const bool isFirstReading = !std::exchange(m_isRead, true);
    const std::optional<NamedPrincipal> before = current();
    m_model->setRows(rows);
    m_cut = count > rows.size() ? tr("Only the first %1 of %2 by name.").arg(numberText(rows.size()), numberText(count)) : QString();
    m_stack->setCurrentIndex(rows.isEmpty() ? 2 : 1);
    if (isFirstReading) {
        choose();
    } else if (!rows.isEmpty()) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const GapListModel::Row &row) { return before && row.person == before; });
        m_table->selectRow(same == rows.end() ? 0 : static_cast<int>(same - rows.begin()));
    }
    update();
}

// Whoever was there is mostly meant to watch: one key gives it to all of them.
void GapList::choose()
{
    if (m_model->rowCount() == 0)
        return;
    m_table->selectRow(0);
    for (int row = 1; row < m_model->rowCount() && m_side == Side::CannotWatch; ++row) {
        if (m_model->row(row).person)
            m_table->selectionModel()->select(m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void GapList::setPossible(bool isPossible, const QString &reason)
{
    m_isPossible = isPossible;
    m_reason = reason;
    update();
}

QList<int> GapList::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows += index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::optional<NamedPrincipal> GapList::current() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 ? m_model->row(rows.first()).person : std::nullopt;
}

bool GapList::isUnknownCurrent() const
{
    const QList<int> rows = selectedRows();
    return rows.size() == 1 && !m_model->row(rows.first()).person;
}

QList<PersonId> GapList::chosen() const
{
    QList<PersonId> people;
    for (const int row : selectedRows()) {
        const std::optional<QString> reason = m_model->reason(row);
        if (m_model->row(row).person && reason && reason->isEmpty())
            people += std::get<PersonId>(m_model->row(row).person->principal);
    }
    return people;
}

void GapList::update()
{
    const QList<PersonId> people = chosen();
    const auto count = static_cast<int>(people.size());
    if (m_side == Side::CannotWatch)
        m_give->setText(count > 1 ? tr("&Give access to %n people…", nullptr, count) : tr("&Give access…"));
    else
        m_give->setText(count > 1 ? tr("&Change access of %n people…", nullptr, count) : tr("&Change access…"));
    QString reason = m_model->rowCount() > 0 ? m_reason : QString();
    for (const int row : selectedRows())
        reason = reason.isEmpty() && people.isEmpty() ? m_model->reason(row).value_or(QString()) : reason;
    m_give->setEnabled(m_isPossible && m_reason.isEmpty() && count > 0);
    m_give->setToolTip(plainToolTip(reason));
    m_permission->setEnabled(m_isPossible && m_reason.isEmpty());
    m_permission->setToolTip(plainToolTip(m_reason));
    m_note->setText(reason.isEmpty() ? m_cut : reason);
}

} // namespace letopis
