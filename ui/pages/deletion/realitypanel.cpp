#include "ui/pages/deletion/realitypanel.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/deletionflow.h"
#include "ui/pages/deletion/jobstrip.h"
#include "ui/pages/deletion/serverchoice.h"
#include "ui/text/dates.h"
#include "ui/text/deletiontext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pageSize = 500;
enum Column { What, Size, Changed, Mend, ColumnCount };
constexpr int positionRole = Qt::UserRole; // of a finding; a group has none

} // namespace

RealityPanel::RealityPanel(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_flow(new DeletionFlow(parts, this))
    , m_messages(new MessageBar)
    , m_server(new ServerChoice(false))
    , m_last(makeTextLabel(u"lastCheck"_s))
    , m_tree(new QTreeWidget)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_kind(makeTextLabel(u"findingKind"_s))
    , m_why(makeTextLabel(u"findingSentence"_s))
    , m_job(new JobStrip(parts))
    , m_check(new QPushButton(themedIcon(u"search"), tr("Compare &now")))
    , m_mend(new QPushButton)
    , m_recording(new QPushButton(tr("&Go to recording")))
{
    setObjectName(u"realityPanel"_s);
    m_messages->setObjectName(u"realityMessages"_s);
    m_tree->setObjectName(u"realityTree"_s);
    m_tree->setAccessibleName(tr("Findings"));
    m_tree->setHeaderLabels({tr("What was found"), tr("Size"), tr("Changed"), tr("How it is mended")});
    m_tree->headerItem()->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    makeRoomy(*m_tree, *m_tree->header());
    m_empty->setObjectName(u"realityEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    for (QWidget *page : {static_cast<QWidget *>(new SkeletonRows), static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildTools());
    layout->addWidget(m_messages);
    layout->addWidget(m_job);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_details = buildDetails());
    connectAll();
    update();
}

QWidget *RealityPanel::buildTools()
{
    m_server->setObjectName(u"realityServer"_s);
    m_check->setObjectName(u"checkReality"_s);
    m_check->setAutoDefault(true);
    m_check->setToolTip(tr("Reads the server's list and, where it has an SSH account, its disk; changes nothing"));
    auto *label = new QLabel(tr("&Where:"));
    label->setBuddy(m_server);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_server);
    row->addStretch(1);
    row->addWidget(m_check);
    auto *tools = new QWidget;
    auto *layout = new QVBoxLayout(tools);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_last);
    return tools;
}

QWidget *RealityPanel::buildDetails()
{
    QFont bold = m_kind->font();
    bold.setBold(true);
    m_kind->setFont(bold);
    m_mend->setObjectName(u"mendReality"_s);
    m_recording->setObjectName(u"realityRecording"_s);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_kind);
    texts->addWidget(m_why);
    texts->addStretch(1);
    auto *details = new QWidget;
    auto *layout = new QHBoxLayout(details);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addLayout(texts, 1);
    for (QPushButton *button : {m_mend, m_recording}) {
        button->setAutoDefault(true);
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    return details;
}

void RealityPanel::connectAll()
{
    const auto later = [this] {
        m_isStale = true;
        if (isVisible())
            reload();
    };
    connect(&m_parts.workspace.reality(), &ServerReality::checked, this, later);
    connect(&m_parts.workspace, &Workspace::serversChanged, this, later);
    connect(m_server, &ServerChoice::chosen, this, [this] {
        m_messages->clear();
        readReport();
    });
    connect(m_check, &QPushButton::clicked, this, &RealityPanel::check);
    connect(m_mend, &QPushButton::clicked, this, &RealityPanel::mend);
    connect(m_empty, &EmptyState::actionRequested, this, &RealityPanel::check);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &RealityPanel::update);
    const auto go = [this] {
        const QList<RealityFinding> chosen = selected();
        if (chosen.size() == 1 && chosen.first().recording.isValid())
            Q_EMIT recordingRequested(chosen.first().recording);
    };
    connect(m_recording, &QPushButton::clicked, this, go);
    connect(m_tree, &QTreeWidget::itemActivated, this, go);
    connect(m_job, &JobStrip::finished, this, &RealityPanel::onFinished);
    connect(m_flow, &DeletionFlow::busyChanged, this, &RealityPanel::update);
    connect(m_flow, &DeletionFlow::failed, this, &RealityPanel::showText);
    connect(m_flow, &DeletionFlow::started, this, [this](JobId job) {
        m_job->follow(job, tr("Deleting what is left"));
        update();
    });
    connect(m_flow, &DeletionFlow::waitsForApproval, this, [this](const DeletionPlan &plan) {
        m_messages->showMessage(MessageBar::Level::Information, tr("The plan is confirmed and waits for another administrator's approval."));
        m_messages->addAction(tr("Show the &plan"), [this, id = plan.id] { Q_EMIT planRequested(id); });
    });
}

void RealityPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void RealityPanel::reload()
{
    m_isStale = false;
    whenDone(m_parts.workspace.retention().servers(m_parts.actor), this, [this](const Result<QList<ServerRetention>> &servers) {
        if (!servers)
            return showText(planErrorText(servers.error()));
        m_server->setServers(*servers);
        readReport();
    });
}

void RealityPanel::readReport()
{
    const quint64 generation = ++m_generation;
    m_findings.clear();
    m_report = {};
    m_isRead = false;
    const std::optional<ServerId> server = m_server->server();
    if (!server) {
        m_isRead = true;
        return showFindings();
    }
    whenDone(m_parts.workspace.reality().lastCheck(m_parts.actor, *server), this, [this, generation](const Result<RealityReport> &report) {
        if (generation != m_generation)
            return;
        if (!report) {
            showText(planErrorText(report.error()));
            m_messages->addAction(tr("Tr&y again"), [this] { readReport(); });
            return;
        }
        m_report = *report;
        readFindings(0);
    });
}

void RealityPanel::readFindings(int from)
{
    const std::optional<ServerId> server = m_server->server();
    if (!server || m_report.findings == 0) {
        m_isRead = true;
        return showFindings();
    }
    whenDone(m_parts.workspace.reality().findings(m_parts.actor, *server, from, pageSize), this,
             [this, generation = m_generation](const Result<QList<RealityFinding>> &findings) {
                 if (generation != m_generation)
                     return;
                 if (!findings)
                     return showText(planErrorText(findings.error()));
                 m_findings += *findings;
                 if (findings->size() == pageSize && m_findings.size() < mostShown)
                     return readFindings(m_findings.last().position);
                 m_isRead = true;
                 showFindings();
             });
}

void RealityPanel::showFindings()
{
    std::map<RealityKind, QList<RealityFinding>> kinds;
    for (const RealityFinding &finding : std::as_const(m_findings))
        kinds[finding.kind] += finding;
    m_tree->clear();
    for (const auto &[kind, findings] : kinds) {
        QTreeWidgetItem *group = addGroup(kind, findings);
        group->setExpanded(findings.size() <= 20);
    }
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
    QString last = m_server->server() ? realityReportText(m_report) : QString();
    if (m_report.findings > m_findings.size() && !m_findings.isEmpty())
        last += u' ' + tr("Shown are the first %n; mend these, then compare again.", nullptr, static_cast<int>(m_findings.size()));
    m_last->setText(last);
    m_last->setVisible(!last.isEmpty());
    if (!m_server->server())
        m_empty->setState(u"server", tr("No servers"), tr("Connect a server to compare it with the catalog."));
    else if (m_report.atMs <= 0)
        m_empty->setState(u"search", tr("Not compared yet"),
                          tr("Compares what the server lists, what lies on its disk and what the catalog has. Nothing is changed."), tr("&Compare now"));
    else
        m_empty->setState(u"check", tr("Nothing disagrees"), tr("The server's list, its disk as far as it was looked at, and the catalog say the same."));
    m_stack->setCurrentIndex(m_findings.isEmpty() ? 2 : 1);
    update();
}

QTreeWidgetItem *RealityPanel::addGroup(RealityKind kind, const QList<RealityFinding> &findings)
{
    const QDateTime now = m_parts.clock.now();
    const QString mend = realityMendText(mendOf(kind));
    qint64 bytes = 0;
    auto *group = new QTreeWidgetItem(m_tree);
    for (const RealityFinding &finding : findings) {
        auto *item = new QTreeWidgetItem(group);
        item->setText(What, finding.externalId);
        item->setSizeHint(What, {0, plainRowHeight(*m_tree)});
        item->setToolTip(What, plainToolTip(finding.detail));
        item->setText(Size, sizeText(finding.sizeBytes));
        item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
        const QDateTime changed = QDateTime::fromMSecsSinceEpoch(finding.changedAtMs, Qt::UTC);
        item->setText(Changed, finding.changedAtMs > 0 ? relativeDate(changed, now) : QString());
        item->setToolTip(Changed, finding.changedAtMs > 0 ? absoluteDate(changed) : QString());
        item->setText(Mend, mend);
        item->setData(What, positionRole, finding.position);
        bytes += std::max<qint64>(0, finding.sizeBytes);
    }
    //: %1: a kind of finding, %2: how many
    group->setText(What, tr("%1 (%2)").arg(realityKindText(kind), numberText(findings.size())));
    group->setText(Size, bytes > 0 ? sizeText(bytes) : QString());
    group->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
    group->setText(Mend, mend);
    QFont bold = m_tree->font();
    bold.setBold(true);
    group->setFont(What, bold);
    group->setSizeHint(What, {0, plainRowHeight(*m_tree)});
    return group;
}

QList<RealityFinding> RealityPanel::selected() const
{
    QSet<int> positions;
    for (const QTreeWidgetItem *item : m_tree->selectedItems()) {
        if (item->parent())
            positions += item->data(What, positionRole).toInt();
        for (int child = 0; child < item->childCount(); ++child)
            positions += item->child(child)->data(What, positionRole).toInt();
    }
    QList<RealityFinding> findings;
    for (const RealityFinding &finding : m_findings) {
        if (positions.contains(finding.position))
            findings += finding;
    }
    return findings;
}

void RealityPanel::update()
{
    const QList<RealityFinding> chosen = selected();
    const auto count = static_cast<int>(chosen.size());
    const bool isFree = !m_flow->isBusy() && !m_job->isRunning();
    m_check->setEnabled(isFree && m_server->server());
    m_details->setVisible(count > 0);
    if (count == 0)
        return;
    const RealityKind kind = chosen.first().kind;
    const RealityMend mend = mendOf(kind);
    const bool isOneKind = std::all_of(chosen.begin(), chosen.end(), [kind](const RealityFinding &one) { return one.kind == kind; });
    const bool isOneMend = std::all_of(chosen.begin(), chosen.end(), [mend](const RealityFinding &one) { return mendOf(one.kind) == mend; });
    m_kind->setText(isOneKind ? realityKindText(kind) : tr("Several kinds"));
    QString why = isOneKind ? realityKindSentence(kind) : tr("Choose findings of one kind to read what they mean.");
    if (count == 1 && !chosen.first().detail.isEmpty())
        //: What lies where, in the server's words
        why += u'\n' + tr("In detail: %1").arg(chosen.first().detail);
    m_why->setText(why);
    m_mend->setVisible(mend != RealityMend::None || !isOneMend);
    m_mend->setEnabled(isFree && isOneMend);
    m_mend->setText(mend == RealityMend::Sync ? tr("S&ync the server") : tr("&Delete what is left (%1)…").arg(numberText(count)));
    m_mend->setToolTip(isOneMend ? QString() : tr("Choose findings that are mended in the same way"));
    m_recording->setVisible(count == 1 && chosen.first().recording.isValid());
}

void RealityPanel::check()
{
    const std::optional<ServerId> server = m_server->server();
    if (!server || m_job->isRunning())
        return;
    m_messages->clear();
    m_job->follow(m_parts.workspace.reality().startCheck(m_parts.actor, *server), tr("Comparing"));
    update();
}

void RealityPanel::mend()
{
    const QList<RealityFinding> chosen = selected();
    const std::optional<ServerId> server = m_server->server();
    if (chosen.isEmpty() || !server)
        return;
    m_messages->clear();
    if (mendOf(chosen.first().kind) == RealityMend::Sync) {
        m_job->follow(m_parts.workspace.startSync(m_parts.actor, *server), tr("Syncing"));
        return update();
    }
    QList<int> positions;
    for (const RealityFinding &finding : chosen)
        positions += finding.position;
    m_flow->mend(*server, positions, m_server->currentText());
}

void RealityPanel::onFinished(const JobStatus &job)
{
    const bool isCheck = job.kind == JobKind::Reality;
    if (job.error && job.error->kind == ErrorKind::Cancelled)
        m_messages->showMessage(MessageBar::Level::Information, tr("Stopped."));
    else if (job.error)
        showText(planErrorText(*job.error));
    else if (job.deletion)
        m_messages->showMessage(job.deletion->failed.isEmpty() ? MessageBar::Level::Success : MessageBar::Level::Warning, deletionReportText(*job.deletion));
    else if (!isCheck)
        m_messages->showMessage(MessageBar::Level::Success, tr("The server is synced."));
    if (!isCheck && !job.error) // what was found is no more as it was
        m_messages->addAction(tr("Compare ag&ain"), [this] { check(); });
    if (isCheck)
        reload();
    update();
}

void RealityPanel::showText(const ErrorText &text)
{
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
}

} // namespace letopis
