#include "ui/pages/backups/backuppage.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/pages/backups/backuplistmodel.h"
#include "ui/pages/backups/backupnowdialog.h"
#include "ui/pages/backups/backupscheduleform.h"
#include "ui/pages/backups/passphrasedialog.h"
#include "ui/pages/backups/restoredialog.h"
#include "ui/text/backuptext.h"
#include "ui/text/dates.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

BackupPage::BackupPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_model(new BackupListModel(parts.clock, this))
    , m_messages(new MessageBar)
    , m_listMessages(new MessageBar)
    , m_last(makeTextLabel(u"lastBackup"_s))
    , m_next(makeTextLabel(u"nextBackup"_s))
    , m_now(new QPushButton(themedIcon(u"file-archive"), tr("&Back up now…")))
    , m_tabs(new QTabWidget)
    , m_check(new QPushButton(themedIcon(u"check"), tr("&Check")))
    , m_restore(new QPushButton(themedIcon(u"undo"), tr("Rest&ore…")))
    , m_open(new QPushButton(tr("Open a backup fi&le…")))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_schedule(new BackupScheduleForm(parts.workspace, parts.actor, parts.questions))
{
    setObjectName(u"backupPage"_s);
    m_messages->setObjectName(u"backupMessages"_s);
    m_listMessages->setObjectName(u"backupListMessages"_s);
    m_tabs->setObjectName(u"backupTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildList(), tr("Backups"));
    m_tabs->addTab(m_schedule, tr("Schedule"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(buildHead());
    layout->addWidget(m_tabs, 1);
    setFocusProxy(m_now);
    connect(m_now, &QPushButton::clicked, this, &BackupPage::backUpNow);
    connect(m_schedule, &BackupScheduleForm::applied, this, [this] {
        m_messages->showMessage(MessageBar::Level::Success, tr("The schedule is applied."));
        reload();
    });
    connect(&parts.workspace.backups(), &BackupKeeper::changed, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&parts.workspace, &Workspace::jobChanged, this, &BackupPage::onJobChanged);
    connectList();
    updateChoice();
}

QWidget *BackupPage::buildHead()
{
    m_now->setObjectName(u"backUpNow"_s);
    m_now->setAutoDefault(true);
    QFont font = m_last->font();
    font.setBold(true);
    m_last->setFont(font);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(m_last);
    texts->addWidget(m_next);
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(16);
    layout->addLayout(texts, 1);
    layout->addWidget(m_now, 0, Qt::AlignVCenter);
    return head;
}

QWidget *BackupPage::buildList()
{
    m_check->setObjectName(u"checkBackup"_s);
    m_restore->setObjectName(u"restoreBackup"_s);
    m_open->setObjectName(u"openBackupFile"_s);
    m_check->setToolTip(tr("Read the chosen backup to its end and see whether it is whole"));
    m_restore->setToolTip(tr("Compare the chosen backup with the catalog, and restore it"));
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(8, 8, 8, 8);
    for (QPushButton *button : {m_check, m_restore}) {
        button->setAutoDefault(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_open->setAutoDefault(true);
    row->addWidget(m_open);
    m_table->setObjectName(u"backupTable"_s);
    m_table->setAccessibleName(tr("Backups"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(BackupListModel::Where, QHeaderView::Stretch);
    header->resizeSection(BackupListModel::Date, 170);
    header->resizeSection(BackupListModel::Size, 100);
    header->resizeSection(BackupListModel::Catalog, 150);
    header->resizeSection(BackupListModel::Encrypted, 130);
    m_empty->setObjectName(u"backupsEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(tools);
    layout->addWidget(m_listMessages);
    layout->addWidget(m_stack, 1);
    return list;
}

void BackupPage::connectList()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BackupPage::updateChoice);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        updateEmpty();
        updateChoice();
    });
    connect(m_check, &QPushButton::clicked, this, [this] {
        if (const auto asked = chosen(JobKind::BackupCheck))
            run(*asked, std::nullopt);
    });
    const auto restore = [this] {
        if (const auto asked = chosen(JobKind::Restore))
            run(*asked, std::nullopt);
    };
    connect(m_restore, &QPushButton::clicked, this, restore);
    connect(m_table, &PlainTable::opened, this, restore);
    connect(m_open, &QPushButton::clicked, this, &BackupPage::openFile);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        m_tabs->setCurrentWidget(m_schedule);
        m_schedule->setFocus();
    });
}

void BackupPage::reload()
{
    const quint64 generation = ++m_generation;
    whenDone(m_parts.workspace.servers(m_parts.actor), this, [this, generation](const Result<QList<ConferenceServer>> &servers) {
        if (generation != m_generation)
            return;
        m_servers = servers.value_or({});
        whenDone(m_parts.workspace.backups().status(m_parts.actor), this, [this, generation](const Result<BackupStatus> &status) {
            if (generation != m_generation)
                return;
            if (status)
                showStatus(*status);
            else
                m_messages->showError(status.error());
        });
    });
}

QString BackupPage::placeText(const BackupDestination &place) const
{
    QString server;
    for (const ConferenceServer &known : m_servers)
        server = known.uuid == place.where ? known.name : server;
    return backupPlaceText(place, server);
}

QList<ConferenceServer> BackupPage::serversWithDisk() const
{
    QList<ConferenceServer> found = m_servers;
    found.removeIf([](const ConferenceServer &server) { return !server.ssh || server.isRemoved; });
    return found;
}

void BackupPage::showStatus(const BackupStatus &status)
{
    m_status = status;
    const QDateTime now = m_parts.clock.now();
    if (const auto &last = status.last) {
        const QString how = last->isEncrypted ? tr("encrypted") : tr("not encrypted");
        //: %1 a date, %2 a folder or a server, %3 a size, %4 "encrypted" or "not encrypted"
        m_last->setText(tr("Last backup: %1 · %2 · %3, %4")
                            .arg(relativeDate(last->at, now), breakable(placeText(last->location.place)), sizeText(last->sizeBytes), how));
    } else {
        m_last->setText(tr("No backup was made from here yet."));
    }
    if (!status.nextAt.isValid())
        m_next->setText(tr("No backups are planned: what happens to this disk happens to the catalog."));
    else if (status.nextAt <= now)
        m_next->setText(tr("The next one is due now."));
    else
        m_next->setText(tr("Next one: %1.").arg(absoluteDate(status.nextAt)));
    m_schedule->show(status, serversWithDisk());
    m_model->setCatalogId(status.catalogId);
    updateChoice();
    showMessages();
    readPlaces();
}

// What stays true until somebody does something about it.
void BackupPage::showMessages()
{
    if (m_status.pending) {
        m_messages->showMessage(MessageBar::Level::Warning,
                                tr("At the next start the catalog of %1 takes the place of this one.")
                                    .arg(absoluteDate(m_status.pending->createdAt)),
                                tr("What is changed until then stays in the catalog that is kept."));
        if (m_parts.canRestart)
            m_messages->addAction(tr("Restart &now"), [this] { Q_EMIT restartRequested(); });
        m_messages->addAction(tr("Do no&t restore"), [this] { discardRestore(); });
        m_showsState = true;
        return;
    }
    if (const auto &failure = m_status.failure) {
        const bool isOnServer = failure->destination.kind == BackupDestination::Kind::Server;
        const ErrorText text = backupErrorText(failure->error, JobKind::Backup, isOnServer);
        m_messages->showMessage(MessageBar::Level::Error,
                                tr("The planned backup to %1 failed, %2. %3")
                                    .arg(placeText(failure->destination), relativeDate(failure->at, m_parts.clock.now()), text.sentence),
                                text.advice);
        m_messages->addAction(tr("&Try again"), [this] {
            m_parts.workspace.backups().startPlannedBackup(m_parts.actor);
            Q_EMIT jobsRequested();
        });
        m_showsState = true;
        return;
    }
    if (std::exchange(m_showsState, false))
        m_messages->clear();
}

void BackupPage::readPlaces()
{
    QList<BackupDestination> places = m_status.plan.destinations();
    if (m_status.last && !places.contains(m_status.last->location.place))
        places += m_status.last->location.place;
    for (const BackupDestination &opened : std::as_const(m_opened)) {
        if (!places.contains(opened))
            places += opened;
    }
    m_model->keepPlaces(places);
    if (std::exchange(m_showsListFailure, false))
        m_listMessages->clear();
    m_reading = 0;
    for (const BackupDestination &place : std::as_const(places))
        readPlace(place);
    updateEmpty();
}

void BackupPage::readPlace(const BackupDestination &place)
{
    ++m_reading;
    whenDone(m_parts.workspace.backups().backups(m_parts.actor, place), this,
             [this, place, generation = m_generation](const Result<QList<BackupFile>> &files) {
                 if (generation != m_generation)
                     return;
                 --m_reading;
                 m_model->setPlace(place, placeText(place), files.value_or({}));
                 // A folder that was never written, or a file that was moved, is simply not there.
                 if (!files && files.error().kind != ErrorKind::NotFound) {
                     const ErrorText text = backupErrorText(files.error(), JobKind::BackupCheck,
                                                            place.kind == BackupDestination::Kind::Server);
                     m_listMessages->showMessage(MessageBar::Level::Warning,
                                                 tr("Not shown: %1. %2").arg(placeText(place), text.sentence), text.advice);
                     m_listMessages->addAction(tr("Tr&y again"), [this] { reload(); });
                     m_showsListFailure = true;
                 }
                 updateEmpty();
             });
}

void BackupPage::updateEmpty()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty && m_reading == 0 ? 1 : 0);
    if (m_status.plan.interval == BackupInterval::Off) {
        m_empty->setState(u"file-archive", tr("No backups yet"),
                          tr("A backup is one file: the catalog with everything that was typed here, and materials that are not on a "
                             "server yet. Have one made every day, to another disk or to a server."),
                          tr("&Plan backups"));
    } else {
        m_empty->setState(u"file-archive", tr("No backups yet"),
                          tr("The first one is made soon. “Back up now” does not wait."));
    }
}

void BackupPage::updateChoice()
{
    const bool isChosen = m_table->selectionModel()->hasSelection();
    const bool isBusy = !m_asked.isEmpty(); // with what was asked here
    m_check->setEnabled(isChosen && !isBusy);
    m_restore->setEnabled(isChosen && !isBusy && !m_status.pending);
}

std::optional<BackupPage::Asked> BackupPage::chosen(JobKind kind) const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() || !m_asked.isEmpty())
        return {};
    const BackupListModel::Row &row = m_model->row(rows.first().row());
    return Asked{kind, row.location,
                 row.location.fileName.isEmpty() ? QFileInfo(row.location.place.where).fileName() : row.location.fileName};
}

void BackupPage::backUpNow()
{
    BackupNowDialog::Offer offer{.plan = m_status.plan, .lastFolder = m_status.plan.folder, .servers = serversWithDisk(),
                                 .suggestedFile = u"letopis-"_s + m_parts.clock.now().toLocalTime().toString(u"yyyy-MM-dd"_s)};
    if (m_status.last && m_status.last->location.place.kind == BackupDestination::Kind::Folder)
        offer.lastFolder = m_status.last->location.place.where;
    auto *dialog = new BackupNowDialog(offer, m_parts.questions, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupNowDialog::plannedChosen, this, [this] {
        m_parts.workspace.backups().startPlannedBackup(m_parts.actor);
        Q_EMIT jobsRequested();
    });
    connect(dialog, &BackupNowDialog::destinationChosen, this,
            [this](const BackupDestination &to, const std::optional<SecretText> &passphrase) {
                const JobId job = m_parts.workspace.backups().startBackup(m_parts.actor, to, passphrase);
                m_asked.insert(job.value, {JobKind::Backup, {to, {}}, placeText(to)});
                updateChoice();
                Q_EMIT jobsRequested();
            });
    dialog->open();
}

void BackupPage::openFile()
{
    const FileQuestion question{tr("Open a backup"), m_status.plan.folder,
                                tr("Backups of Letopis") + u" (*.letopis-backup *.tar.zst)"_s};
    m_parts.questions.chooseFileToOpen(this, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        const BackupDestination file{BackupDestination::Kind::File, path};
        if (!m_opened.contains(file))
            m_opened += file;
        whenDone(m_parts.workspace.backups().backups(m_parts.actor, file), this, [this, file](const Result<QList<BackupFile>> &files) {
            if (!files) {
                m_opened.removeAll(file);
                m_listMessages->showMessage(MessageBar::Level::Error,
                                            backupErrorText(files.error(), JobKind::BackupCheck, false).sentence, file.where);
                return;
            }
            m_model->setPlace(file, placeText(file), *files);
            if (const int row = m_model->rowOf({file, {}}); row >= 0)
                m_table->selectRow(row);
            m_table->setFocus();
        });
    });
}

void BackupPage::run(const Asked &asked, const std::optional<SecretText> &passphrase)
{
    BackupKeeper &keeper = m_parts.workspace.backups();
    const JobId job = asked.kind == JobKind::Restore ? keeper.startRestore(m_parts.actor, asked.backup, passphrase)
                                                     : keeper.startCheck(m_parts.actor, asked.backup, passphrase);
    m_asked.insert(job.value, asked);
    m_listMessages->showMessage(MessageBar::Level::Information, tr("Reading and checking %1…").arg(asked.name));
    updateChoice();
    Q_EMIT jobsRequested();
}

void BackupPage::askPassphrase(const Asked &asked, bool isRefused)
{
    auto *dialog = new PassphraseDialog(asked.name, isRefused, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PassphraseDialog::given, this, [this, asked](const SecretText &passphrase) { run(asked, passphrase); });
    dialog->open();
}

void BackupPage::onJobChanged(const JobStatus &job)
{
    if (job.state != Job::State::Finished || !m_asked.contains(job.id.value))
        return;
    const Asked asked = m_asked.take(job.id.value);
    updateChoice();
    m_listMessages->clear();
    const bool wantsPassphrase = job.error && asked.kind != JobKind::Backup
        && (isWrongPassphrase(*job.error) || job.error->kind == ErrorKind::SecretMissing
            || job.error->kind == ErrorKind::SecretStoreUnavailable);
    if (wantsPassphrase) {
        // Later: who told of the job is still telling others.
        QMetaObject::invokeMethod(this, [this, asked, id = job.id, isRefused = isWrongPassphrase(*job.error)] {
            m_parts.workspace.dismissJob(m_parts.actor, id);
            askPassphrase(asked, isRefused);
        }, Qt::QueuedConnection);
        return;
    }
    if (job.error) {
        if (job.error->kind == ErrorKind::Cancelled)
            return;
        const ErrorText text = backupErrorText(*job.error, job.kind, job.server.isValid());
        m_listMessages->showMessage(MessageBar::Level::Error, u"%1: %2"_s.arg(asked.name, text.sentence), text.advice);
        return;
    }
    if (asked.kind == JobKind::Restore) {
        showPreview();
        return;
    }
    const QString outcome = job.backup ? backupOutcome(*job.backup) : QString();
    const bool isComplete = !job.backup || job.backup->lostMaterials.isEmpty();
    m_listMessages->showMessage(isComplete ? MessageBar::Level::Success : MessageBar::Level::Warning,
                                asked.kind == JobKind::Backup ? tr("The backup is made and checked: %1").arg(outcome)
                                                              : tr("%1 is whole: %2").arg(asked.name, outcome),
                                job.backup ? backupProblems(*job.backup) : QString());
}

void BackupPage::showPreview()
{
    whenDone(m_parts.workspace.backups().status(m_parts.actor), this, [this](const Result<BackupStatus> &status) {
        if (!status || !status->staged)
            return;
        auto *dialog = new RestoreDialog(*status->staged, m_parts.canRestart, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &RestoreDialog::confirmed, this, &BackupPage::confirmRestore);
        connect(dialog, &QDialog::rejected, this, &BackupPage::discardRestore);
        dialog->open();
    });
}

void BackupPage::confirmRestore(bool restartNow)
{
    whenDone(m_parts.workspace.backups().confirmRestore(m_parts.actor), this, [this, restartNow](const Result<> &confirmed) {
        if (!confirmed)
            m_messages->showError(confirmed.error());
        else if (restartNow)
            Q_EMIT restartRequested();
    });
}

void BackupPage::discardRestore()
{
    whenDone(m_parts.workspace.backups().discardRestore(m_parts.actor), this, [this](const Result<> &discarded) {
        m_messages->clear();
        if (!discarded)
            m_messages->showError(discarded.error());
        reload();
    });
}

} // namespace letopis
