#include "ui/pages/deletion/trashpanel.h"

#include "core/base/whendone.h"
#include "core/workspace/retentiondesk.h"
#include "core/workspace/serverreality.h"
#include "core/workspace/workspace.h"
#include "ui/pages/deletion/deletioncertificatedialog.h"
#include "ui/pages/deletion/certificatefiles.h"
#include "ui/pages/deletion/deletionflow.h"
#include "ui/pages/deletion/deletionmodels.h"
#include "ui/pages/deletion/jobstrip.h"
#include "ui/pages/deletion/serverchoice.h"
#include "ui/text/deletiontext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

TrashPanel::TrashPanel(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_flow(new DeletionFlow(parts, this))
    , m_model(new TrashListModel(parts.clock, this))
    , m_issued(new CertificateListModel(parts.clock, this))
    , m_messages(new MessageBar)
    , m_server(new ServerChoice(true))
    , m_tabs(new QTabWidget)
    , m_table(new PlainTable)
    , m_certificates(new PlainTable)
    , m_empty(new EmptyState)
    , m_noCertificates(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_certificateStack(new QStackedWidget)
    , m_job(new JobStrip(parts))
    , m_restore(new QPushButton(themedIcon(u"undo"), tr("Rest&ore")))
    , m_purge(new QPushButton(themedIcon(u"remove"), tr("&Delete for good…")))
    , m_view(new QPushButton(themedIcon(u"file-text"), tr("&Open…")))
    , m_verify(new QPushButton(themedIcon(u"check"), tr("Verify &a file…")))
{
    setObjectName(u"trashPanel"_s);
    m_messages->setObjectName(u"trashMessages"_s);
    m_tabs->setObjectName(u"trashTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildTrash(), tr("Trash"));
    m_tabs->addTab(buildCertificates(), tr("Certificates"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_job);
    layout->addWidget(m_tabs, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300ms); // a job tells of every recording
    connectLists();
    connectAll();
    update();
}

QWidget *TrashPanel::buildTrash()
{
    m_server->setObjectName(u"trashServer"_s);
    m_restore->setObjectName(u"restoreTrashed"_s);
    m_purge->setObjectName(u"purgeTrashed"_s);
    auto *label = new QLabel(tr("&Where:"));
    label->setBuddy(m_server);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 8, 16, 8);
    tools->setSpacing(8);
    tools->addWidget(label);
    tools->addWidget(m_server);
    tools->addStretch(1);
    for (QPushButton *button : {m_restore, m_purge}) {
        button->setAutoDefault(true);
        tools->addWidget(button);
    }
    m_table->setObjectName(u"trashTable"_s);
    m_table->setAccessibleName(tr("Trash"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    fitColumns(*m_table, *m_model, {TrashListModel::Title});
    m_empty->setObjectName(u"trashEmpty"_s);
    m_empty->setState(u"remove", tr("The trash is empty"),
                      tr("What auto-deletion or a person deletes waits here until its grace period ends, and can be restored until then."));
    for (QWidget *page : {static_cast<QWidget *>(new SkeletonRows), static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(page);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_stack, 1);
    return page;
}

QWidget *TrashPanel::buildCertificates()
{
    m_view->setObjectName(u"openCertificate"_s);
    m_verify->setObjectName(u"verifyCertificateFile"_s);
    m_verify->setToolTip(tr("Check a certificate that was saved, of this catalog or another"));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 8, 16, 8);
    tools->setSpacing(8);
    tools->addStretch(1);
    for (QPushButton *button : {m_view, m_verify}) {
        button->setAutoDefault(true);
        tools->addWidget(button);
    }
    m_certificates->setObjectName(u"certificateTable"_s);
    m_certificates->setAccessibleName(tr("Certificates"));
    m_certificates->setModel(m_issued);
    fitColumns(*m_certificates, *m_issued, {CertificateListModel::Title});
    m_noCertificates->setObjectName(u"certificatesEmpty"_s);
    m_noCertificates->setState(u"file-text", tr("No certificates"),
                               tr("Each deletion for good leaves a certificate: what was removed, what remains, when and by whom."));
    for (QWidget *page : {static_cast<QWidget *>(new SkeletonRows), static_cast<QWidget *>(m_certificates), static_cast<QWidget *>(m_noCertificates)})
        m_certificateStack->addWidget(page);
    for (EmptyState *empty : {m_empty, m_noCertificates}) {
        empty->setBackgroundRole(QPalette::Base);
        empty->setAutoFillBackground(true);
    }
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(m_certificateStack, 1);
    return page;
}

void TrashPanel::connectLists()
{
    const auto fail = [this](const Error &error) {
        m_messages->showError(error);
        m_messages->addAction(tr("Tr&y again"), [this] { reload(); });
    };
    connect(m_model, &PagedTableModel::failed, this, fail);
    connect(m_issued, &PagedTableModel::failed, this, fail);
    keepSelection(*m_table, *m_model);
    keepSelection(*m_certificates, *m_issued);
    connect(m_model, &PagedTableModel::pageRead, this, [this] {
        m_stack->setCurrentIndex(m_model->rows().isEmpty() ? 2 : 1);
        if (std::exchange(m_choosesFirst, false) && !m_model->rows().isEmpty())
            m_table->selectRow(0);
        update();
    });
    connect(m_issued, &PagedTableModel::pageRead, this, [this] {
        m_certificateStack->setCurrentIndex(m_issued->rows().isEmpty() ? 2 : 1);
        if (!m_certificates->selectionModel()->hasSelection() && !m_issued->rows().isEmpty())
            m_certificates->selectRow(0);
        update();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPanel::update);
    connect(m_certificates->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrashPanel::update);
    auto *remove = new QShortcut(Qt::Key_Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_purge, &QPushButton::click);
    connect(m_table, &PlainTable::opened, this, [this](const QModelIndex &at) { Q_EMIT recordingRequested(m_model->row(at.row()).recording); });
    connect(m_certificates, &PlainTable::opened, this, &TrashPanel::view);
}

void TrashPanel::connectAll()
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
    connect(&m_delay, &QTimer::timeout, this, &TrashPanel::reload);
    connect(m_server, &ServerChoice::chosen, this, &TrashPanel::read);
    connect(m_restore, &QPushButton::clicked, this, &TrashPanel::restore);
    connect(m_purge, &QPushButton::clicked, this, &TrashPanel::purge);
    connect(m_view, &QPushButton::clicked, this, &TrashPanel::view);
    connect(m_verify, &QPushButton::clicked, this, &TrashPanel::verifyFile);
    connect(m_job, &JobStrip::moved, this, later);
    connect(m_job, &JobStrip::finished, this, &TrashPanel::onFinished);
    connect(m_flow, &DeletionFlow::busyChanged, this, &TrashPanel::update);
    connect(m_flow, &DeletionFlow::failed, this,
            [this](const ErrorText &text) { m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice); });
    connect(m_flow, &DeletionFlow::started, this, [this](JobId job) {
        m_job->follow(job, m_isRestoring ? tr("Restoring") : tr("Deleting for good"));
        update();
    });
    connect(m_flow, &DeletionFlow::waitsForApproval, this, [this](const DeletionPlan &plan) {
        m_messages->showMessage(MessageBar::Level::Information, tr("The plan is confirmed and waits for another administrator's approval."));
        m_messages->addAction(tr("Show the &plan"), [this, id = plan.id] { Q_EMIT planRequested(id); });
    });
}

void TrashPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void TrashPanel::showCertificates()
{
    m_tabs->setCurrentIndex(1);
}

void TrashPanel::reload()
{
    m_isStale = false;
    whenDone(m_parts.workspace.retention().servers(m_parts.actor), this, [this](const Result<QList<ServerRetention>> &servers) {
        if (!servers) {
            m_messages->showError(servers.error());
            m_messages->addAction(tr("Tr&y again"), [this] { reload(); });
            return;
        }
        m_server->setServers(*servers);
        m_model->setServers(m_server->names());
        m_issued->setServers(m_server->names());
        read();
    });
}

void TrashPanel::read()
{
    RetentionDesk &desk = m_parts.workspace.retention();
    const bool isFirst = !m_listed;
    const std::optional<ServerId> server = m_server->server();
    const auto asked = std::make_optional(server); // "all" is not "nothing yet"
    if (std::exchange(m_listed, asked) == asked) {
        m_model->refresh();
    } else {
        m_choosesFirst = true;
        m_model->setPage([this, &desk, server](int from, int limit) { return desk.trash(m_parts.actor, server, from, limit); });
    }
    if (isFirst)
        m_issued->setPage([this, &desk](int from, int limit) { return desk.certificateList(m_parts.actor, from, limit); });
    else
        m_issued->refresh();
}

QList<TrashedRecording> TrashPanel::selected() const
{
    QList<TrashedRecording> recordings;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        recordings += m_model->row(index.row());
    return recordings;
}

void TrashPanel::update()
{
    const QList<TrashedRecording> chosen = selected();
    const auto count = static_cast<int>(chosen.size());
    const bool isFree = count > 0 && !m_flow->isBusy() && !m_job->isRunning();
    const bool isOneServer = std::all_of(chosen.begin(), chosen.end(), [&](const TrashedRecording &one) { return one.server == chosen.first().server; });
    const bool isHeld = std::any_of(chosen.begin(), chosen.end(), [](const TrashedRecording &one) { return one.isHeld; });
    m_restore->setEnabled(isFree && isOneServer);
    m_purge->setEnabled(isFree && isOneServer && !isHeld);
    m_restore->setText(count > 1 ? tr("Rest&ore %n recording(s)", nullptr, count) : tr("Rest&ore"));
    m_purge->setText(count > 1 ? tr("&Delete %n recording(s) for good…", nullptr, count) : tr("&Delete for good…"));
    const QString why = count > 0 && !isOneServer ? tr("Choose recordings of one server") : QString();
    m_restore->setToolTip(why.isEmpty() ? tr("Brings it back, published if it was") : why);
    m_purge->setToolTip(!why.isEmpty() ? why : isHeld ? tr("A hold forbids deletion; it has to be ended first") : tr("Shows what goes, then asks for the number"));
    m_view->setEnabled(m_certificates->selectionModel()->hasSelection());
}

void TrashPanel::restore()
{
    QList<RecordingId> recordings;
    const QList<TrashedRecording> chosen = selected();
    for (const TrashedRecording &one : chosen)
        recordings += one.recording;
    if (recordings.isEmpty())
        return;
    m_messages->clear();
    m_isRestoring = true;
    m_flow->byHand(DeletionStep::Restore, recordings, m_server->names().value(chosen.first().server));
}

void TrashPanel::purge()
{
    QList<RecordingId> recordings;
    const QList<TrashedRecording> chosen = selected();
    for (const TrashedRecording &one : chosen)
        recordings += one.recording;
    if (recordings.isEmpty())
        return;
    m_messages->clear();
    m_isRestoring = false;
    m_flow->byHand(DeletionStep::Purge, recordings, m_server->names().value(chosen.first().server));
}

void TrashPanel::onFinished(const JobStatus &job)
{
    if (job.error && job.error->kind != ErrorKind::Cancelled) {
        const ErrorText text = planErrorText(*job.error);
        m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    } else if (job.error) {
        m_messages->showMessage(MessageBar::Level::Information, tr("Stopped. What is done stays done."));
    } else if (job.deletion) {
        const bool isClean = job.deletion->failed.isEmpty() && job.deletion->skipped == 0;
        m_messages->showMessage(isClean ? MessageBar::Level::Success : MessageBar::Level::Warning, deletionReportText(*job.deletion),
                                isClean ? QString() : tr("The plan says why of each recording."));
    }
    reload();
    update();
}

void TrashPanel::view()
{
    const QModelIndexList rows = m_certificates->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QByteArray sum = m_issued->row(rows.first().row()).sha256;
    whenDone(m_parts.workspace.retention().certificate(m_parts.actor, sum), this, [this](const Result<IssuedCertificate> &issued) {
        if (!issued)
            return m_messages->showError(issued.error());
        auto *dialog = new DeletionCertificateDialog(m_parts, *issued, false, window());
        dialog->open();
    });
}

void TrashPanel::verifyFile()
{
    const FileQuestion question{.title = tr("Verify a certificate"), .suggestedPath = {}, .filter = tr("Certificates (*.json)")};
    m_parts.questions.chooseFileToOpen(this, question, [this](const QString &file) {
        if (file.isEmpty())
            return;
        whenDone(readVerifiedCertificate(file), this, [this](const Result<IssuedCertificate> &read) {
            if (!read) {
                const ErrorText text = certificateErrorText(read.error());
                m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
                return;
            }
            m_messages->clear();
            auto *dialog = new DeletionCertificateDialog(m_parts, *read, true, window());
            dialog->open();
        });
    });
}

} // namespace letopis
