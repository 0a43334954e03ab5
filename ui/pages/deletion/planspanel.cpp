#include "ui/pages/deletion/planspanel.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/deletionflow.h"
#include "ui/pages/deletion/deletionmodels.h"
#include "ui/pages/deletion/jobstrip.h"
#include "ui/pages/deletion/serverchoice.h"
#include "ui/text/deletiontext.h"
#include "ui/text/retentiontext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

PlansPanel::PlansPanel(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_flow(new DeletionFlow(parts, this))
    , m_model(new PlanListModel(parts.clock, this))
    , m_items(new PlanItemModel(parts.clock, this))
    , m_guards(new MessageBar)
    , m_messages(new MessageBar)
    , m_server(new ServerChoice(true))
    , m_table(new PlainTable)
    , m_itemTable(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_state(makeTextLabel(u"planState"_s))
    , m_advice(makeTextLabel(u"planAdvice"_s))
    , m_job(new JobStrip(parts))
    , m_make(new QPushButton(themedIcon(u"add"), tr("&Make a plan")))
    , m_go(new QPushButton)
    , m_discard(new QPushButton(tr("&Discard")))
    , m_recording(new QPushButton(tr("&Go to recording")))
{
    setObjectName(u"plansPanel"_s);
    m_guards->setObjectName(u"planGuards"_s);
    m_messages->setObjectName(u"planMessages"_s);
    buildTable();
    m_empty->setObjectName(u"plansEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_empty->setState(u"auto-deletion", tr("No plans"),
                      tr("A plan lists exactly what is deleted, before anything is. Make one of what is due now by the rules, or choose recordings in "
                         "the list and delete them by hand."));
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *parted = new QSplitter(Qt::Vertical);
    parted->setChildrenCollapsible(false);
    parted->addWidget(m_stack);
    parted->addWidget(m_details = buildDetails());
    parted->setStretchFactor(0, 2);
    parted->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_guards);
    layout->addWidget(m_messages);
    layout->addWidget(parted, 1);
    m_details->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms); // a job tells of every recording
    connectAll();
    update();
}

QWidget *PlansPanel::buildTools()
{
    m_server->setObjectName(u"deletionPlanServer"_s);
    m_make->setObjectName(u"makePlan"_s);
    m_make->setAutoDefault(true);
    auto *label = new QLabel(tr("&Where:"));
    label->setBuddy(m_server);
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(16, 8, 16, 8);
    row->addWidget(label);
    row->addWidget(m_server);
    row->addStretch(1);
    row->addWidget(m_make);
    return tools;
}

void PlansPanel::buildTable()
{
    m_table->setObjectName(u"planTable"_s);
    m_table->setAccessibleName(tr("Plans"));
    m_table->setModel(m_model);
    fitColumns(*m_table, *m_model, {PlanListModel::Server});
    m_itemTable->setObjectName(u"planItemTable"_s);
    m_itemTable->setAccessibleName(tr("Recordings of the plan"));
    m_itemTable->setModel(m_items);
    fitColumns(*m_itemTable, *m_items, {PlanItemModel::Title, PlanItemModel::Result});
}

QWidget *PlansPanel::buildDetails()
{
    QFont bold = m_state->font();
    bold.setBold(true);
    m_state->setFont(bold);
    m_go->setObjectName(u"planGo"_s);
    m_discard->setObjectName(u"discardDeletionPlan"_s);
    m_recording->setObjectName(u"planRecording"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_state);
    texts->addWidget(m_advice);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(8);
    head->addLayout(texts, 1);
    for (QPushButton *button : {m_go, m_discard, m_recording}) {
        button->setAutoDefault(true);
        head->addWidget(button, 0, Qt::AlignTop);
    }
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_job);
    layout->addWidget(m_itemTable, 1);
    return details;
}

void PlansPanel::connectAll()
{
    const RetentionDesk &desk = m_parts.workspace.retention();
    const auto later = [this] {
        m_isStale = true;
        if (isVisible() && !m_delay.isActive())
            m_delay.start();
    };
    connect(&desk, &RetentionDesk::plansChanged, this, later);
    connect(&desk, &RetentionDesk::retentionChanged, this, later);
    connect(&m_parts.workspace.reality(), &ServerReality::carriedOut, this, later);
    connect(&m_parts.workspace, &Workspace::serversChanged, this, later);
    connect(&m_delay, &QTimer::timeout, this, &PlansPanel::reload);
    connect(m_job, &JobStrip::moved, this, later);
    connect(m_server, &ServerChoice::chosen, this, [this] {
        m_messages->clear();
        readPlans();
        readGuards();
        update();
    });
    connectLists();
    connectFlow();
}

void PlansPanel::connectLists()
{
    const auto fail = [this](const Error &error) {
        showText(planErrorText(error));
        m_messages->addAction(tr("Tr&y again"), [this] { reload(); });
    };
    connect(m_model, &PagedTableModel::failed, this, fail);
    connect(m_items, &PagedTableModel::failed, this, fail);
    connect(m_model, &PagedTableModel::pageRead, this, &PlansPanel::onReplaced);
    connect(m_items, &PagedTableModel::pageRead, this, &PlansPanel::update);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlansPanel::showChosen);
    connect(m_itemTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PlansPanel::update);
    // Only the button carries a plan out: a double click shows what it is about.
    connect(m_table, &PlainTable::opened, m_itemTable, [this] { m_itemTable->setFocus(Qt::OtherFocusReason); });
    connect(m_itemTable, &PlainTable::opened, m_recording, &QPushButton::click);
    connect(m_make, &QPushButton::clicked, this, &PlansPanel::makePlan);
    connect(m_go, &QPushButton::clicked, this, &PlansPanel::confirmOrCarryOut);
    connect(m_discard, &QPushButton::clicked, this, &PlansPanel::discard);
    connect(m_recording, &QPushButton::clicked, this, [this] {
        if (const QModelIndex at = m_itemTable->currentIndex(); at.isValid())
            Q_EMIT recordingRequested(m_items->row(at.row()).recording);
    });
}

void PlansPanel::connectFlow()
{
    connect(m_flow, &DeletionFlow::busyChanged, this, &PlansPanel::update);
    connect(m_flow, &DeletionFlow::failed, this, &PlansPanel::showText);
    connect(m_flow, &DeletionFlow::started, this, &PlansPanel::onStarted);
    connect(m_flow, &DeletionFlow::waitsForApproval, this, [this](const DeletionPlan &plan) {
        m_messages->showMessage(MessageBar::Level::Information, tr("The plan is confirmed and waits for another administrator's approval."));
        select(plan.id);
    });
    connect(m_job, &JobStrip::finished, this, &PlansPanel::onFinished);
}

void PlansPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void PlansPanel::reload()
{
    m_isStale = false;
    whenDone(m_parts.workspace.retention().servers(m_parts.actor), this, [this](const Result<QList<ServerRetention>> &servers) {
        if (!servers) {
            showText(planErrorText(servers.error()));
            m_messages->addAction(tr("Tr&y again"), [this] { reload(); });
            return;
        }
        m_server->setServers(*servers);
        m_model->setServers(m_server->names());
        readPlans();
        readGuards();
        update();
    });
}

void PlansPanel::readPlans()
{
    const std::optional<ServerId> server = m_server->server();
    const auto asked = std::make_optional(server); // "all" is not "nothing yet"
    if (std::exchange(m_listed, asked) == asked)
        return m_model->refresh();
    m_model->setPage([this, server](int from, int limit) {
        // They come newest first, up to a number: what was read before comes again, plans are few.
        return chain(m_parts.workspace.retention().plans(m_parts.actor, server, from + limit), this,
                     [from](const QList<DeletionPlan> &plans) { return readyFuture(Result<QList<DeletionPlan>>(plans.mid(from))); });
    });
}

void PlansPanel::readGuards()
{
    const std::optional<ServerId> server = m_server->server();
    const quint64 generation = ++m_generation;
    if (!server) {
        m_guards->clear();
        return;
    }
    whenDone(m_parts.workspace.retention().guards(m_parts.actor, *server), this, [this, generation](const Result<QList<RetentionGuard>> &guards) {
        if (generation != m_generation)
            return;
        if (!guards || guards->isEmpty()) {
            m_guards->clear();
            return;
        }
        const ErrorText text = planErrorText({ErrorKind::InvalidInput, {}, {}, RetentionStopEvidence{*guards}});
        m_guards->showMessage(MessageBar::Level::Warning, text.sentence, text.advice);
    });
}

} // namespace letopis
