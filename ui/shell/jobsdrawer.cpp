#include "ui/shell/jobsdrawer.h"

#include "core/workspace/workspace.h"
#include "ui/models/joblistmodel.h"
#include "ui/shell/jobrow.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

JobsDrawer::JobsDrawer(Workspace &workspace, Actor actor, JobListModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_model(model)
    , m_clock(clock)
    , m_stack(new QStackedWidget)
    , m_dismissAll(new QToolButton)
{
    auto *page = new QWidget;
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_dismissAll->setObjectName(u"dismissFinished"_s);
    m_dismissAll->setText(tr("Dismiss all finished"));
    m_dismissAll->setIcon(themedIcon(u"close"));
    m_dismissAll->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dismissAll->setAutoRaise(true);
    m_dismissAll->setFocusPolicy(Qt::StrongFocus);
    m_layout->addStretch();
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 8);
    foot->addStretch();
    foot->addWidget(m_dismissAll);
    m_layout->addLayout(foot);
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Jobs"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    auto *empty = new EmptyState;
    empty->setState({}, tr("No jobs"), tr("Syncs and downloads show their progress here."));
    m_stack->addWidget(empty);
    m_stack->addWidget(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);

    connect(m_dismissAll, &QToolButton::clicked, this, &JobsDrawer::dismissFinished);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { updateRows(first.row(), last.row()); });
    if (model.rowCount() > 0)
        insertRows(0, model.rowCount() - 1);
    updateEmpty();
}

QSize JobsDrawer::sizeHint() const
{
    return {600, 220};
}

void JobsDrawer::insertRows(int first, int last)
{
    for (int i = first; i <= last; ++i) {
        auto *row = new JobRow(m_model.job(i), m_clock);
        connect(row, &JobRow::cancelRequested, this, [this](JobId id) { m_workspace.cancelJob(m_actor, id); });
        connect(row, &JobRow::retryRequested, this, [this](JobId id) { m_workspace.retryJob(m_actor, id); });
        connect(row, &JobRow::dismissRequested, this, [this](JobId id) { m_workspace.dismissJob(m_actor, id); });
        connect(row, &JobRow::trustRequested, this,
                [this, id = m_model.job(i).id](ServerId server, const Error &error) { Q_EMIT trustRequested(server, error, id); });
        m_rows.insert(m_rows.begin() + i, row);
        m_layout->insertWidget(i, row);
    }
    updateEmpty();
}

void JobsDrawer::removeRows(int first, int last)
{
    for (int i = last; i >= first; --i) {
        JobRow *row = m_rows[static_cast<size_t>(i)];
        m_rows.erase(m_rows.begin() + i);
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater(); // its own button's click may run this
    }
    updateEmpty();
}

void JobsDrawer::updateRows(int first, int last)
{
    for (int i = first; i <= last; ++i)
        m_rows[static_cast<size_t>(i)]->setJob(m_model.job(i));
    updateEmpty();
}

void JobsDrawer::updateEmpty()
{
    m_stack->setCurrentIndex(m_rows.empty() ? 0 : 1);
    m_dismissAll->setVisible(m_model.rowCount() - m_model.runningCount() > 1);
}

void JobsDrawer::dismissFinished()
{
    QList<JobId> finished;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.job(row).state == Job::State::Finished)
            finished.append(m_model.job(row).id);
    }
    for (const JobId id : finished)
        m_workspace.dismissJob(m_actor, id);
}

} // namespace letopis
