#include "ui/pages/audit/journalpage.h"

#include "core/base/whendone.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/models/actorrights.h"
#include "ui/pages/audit/auditcommands.h"
#include "ui/pages/audit/auditeventmodel.h"
#include "ui/pages/audit/journaleventview.h"
#include "ui/pages/audit/auditfilters.h"
#include "ui/pages/audit/auditnamebook.h"
#include "ui/pages/audit/auditprogress.h"
#include "ui/pages/audit/auditsegmentsdialog.h"
#include "ui/text/auditverdicttext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/skeletonrows.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

JournalPage::JournalPage(const AuditParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_names(new AuditNameBook(parts.workspace, parts.actor, this))
    , m_model(new AuditEventModel(parts.workspace, parts.actor, parts.clock, *m_names, this))
    , m_rights(new ActorRights(parts.workspace, parts.actor, this))
    , m_verify(new QPushButton(themedIcon(u"check"), tr("&Check the journal")))
    , m_export(new QPushButton(themedIcon(u"download"), tr("E&xport…")))
    , m_more(new QPushButton(tr("&Proof and storage")))
    , m_filters(new AuditFilters(parts.clock, {m_verify, m_export, m_more}))
    , m_progress(new AuditProgress)
    , m_messages(new MessageBar)
    , m_ageMessages(new MessageBar)
    , m_commands(new AuditCommands(parts, *m_messages, *m_progress, this))
    , m_table(new PlainTable)
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_view(new JournalEventView)
    , m_count(makeTextLabel(u"auditCount"_s))
    , m_go(new QPushButton(tr("&Go to recording")))
    , m_only(new QPushButton(tr("&Only this recording")))
    , m_copy(new QPushButton(themedIcon(u"copy"), tr("Cop&y")))
{
    setObjectName(u"journalPage"_s);
    m_messages->setObjectName(u"auditMessages"_s);
    m_ageMessages->setObjectName(u"auditAge"_s);
    buildTools();
    buildTable();
    m_stack->addWidget(new SkeletonRows);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_empty->setObjectName(u"auditEmpty"_s);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_count->setContentsMargins(16, 4, 16, 4);
    auto *list = new QWidget;
    auto *inList = new QVBoxLayout(list);
    inList->setContentsMargins({});
    inList->setSpacing(0);
    inList->addWidget(m_stack, 1);
    inList->addWidget(m_count);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(list);
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_ageMessages);
    layout->addWidget(m_filters);
    layout->addWidget(m_progress);
    layout->addWidget(m_messages);
    layout->addWidget(splitter, 1);
    connectParts();
    updateRights();
    showRows();
}

void JournalPage::buildTools()
{
    m_verify->setObjectName(u"auditVerify"_s);
    m_export->setObjectName(u"auditExport"_s);
    m_more->setObjectName(u"auditMore"_s);
    m_export->setToolTip(plainToolTip(tr("Write what is shown to a file: a table, lines of JSON, or an extract that proves itself")));
    buildMore();
    for (QPushButton *button : {m_verify, m_export, m_more})
        button->setAutoDefault(true);
}

void JournalPage::buildMore()
{
    auto *menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    m_saveAnchor = menu->addAction(tr("&Save an anchor…"));
    m_saveAnchor->setObjectName(u"saveAnchor"_s);
    m_saveAnchor->setToolTip(plainToolTip(tr("The last event's hash in a small file. Kept elsewhere, it proves that nothing was cut off since.")));
    m_mailAnchor = menu->addAction(tr("&Mail an anchor…"));
    m_mailAnchor->setObjectName(u"mailAnchor"_s);
    m_mailAnchor->setToolTip(plainToolTip(tr("Opens a letter in the mail program. Nothing is sent by itself.")));
    m_checkAnchor = menu->addAction(tr("&Check against an anchor…"));
    m_checkAnchor->setObjectName(u"checkAnchor"_s);
    menu->addSeparator();
    m_segments = menu->addAction(tr("Store and s&horten the journal…"));
    m_segments->setObjectName(u"auditSegments"_s);
    m_more->setMenu(menu);
    connect(m_saveAnchor, &QAction::triggered, m_commands, &AuditCommands::saveAnchor);
    connect(m_mailAnchor, &QAction::triggered, m_commands, &AuditCommands::mailAnchor);
    connect(m_checkAnchor, &QAction::triggered, m_commands, &AuditCommands::verifyAgainst);
    connect(m_segments, &QAction::triggered, this, [this] {
        auto *dialog = new AuditSegmentsDialog(m_parts, this);
        connect(dialog, &AuditSegmentsDialog::journalGrew, this, &JournalPage::later);
        connect(dialog, &QDialog::finished, m_model, &AuditEventModel::reload); // some may be gone
        dialog->open();
    });
}

void JournalPage::buildTable()
{
    m_table->setObjectName(u"auditTable"_s);
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(m_model);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(AuditEventModel::What, QHeaderView::Stretch);
    header->setSectionResizeMode(AuditEventModel::Change, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    header->resizeSection(AuditEventModel::When, unit * 20);
    header->resizeSection(AuditEventModel::Who, unit * 20);
    header->resizeSection(AuditEventModel::Recording, unit * 28);
    header->resizeSection(AuditEventModel::Program, unit * 24);
    m_table->setTextElideMode(Qt::ElideRight);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JournalPage::updateChoice);
    connect(m_table, &PlainTable::opened, this, [this] {
        if (m_go->isEnabled())
            m_go->click();
        else
            m_view->setFocus();
    });
}

QWidget *JournalPage::buildDetails()
{
    m_go->setObjectName(u"auditGo"_s);
    m_only->setObjectName(u"auditOnly"_s);
    m_copy->setObjectName(u"auditCopy"_s);
    m_copy->setToolTip(plainToolTip(tr("Copy all of the chosen event as text")));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 8, 8, 8);
    buttons->setSpacing(8);
    for (QPushButton *button : {m_go, m_only, m_copy}) {
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (const auto row = chosenRow())
            Q_EMIT recordingRequested(m_model->entry(*row).event.recording);
    });
    connect(m_only, &QPushButton::clicked, this, [this] {
        if (const auto row = chosenRow())
            m_filters->setRecording(m_model->entry(*row).event.recording, m_model->entry(*row).recordingTitle);
    });
    connect(m_copy, &QPushButton::clicked, this, &JournalPage::copy);
    return details;
}

void JournalPage::connectParts()
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(500ms); // a sync tells of every page of recordings
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model->readNewer();
    });
    connect(m_verify, &QPushButton::clicked, this, [this] { m_commands->verify(); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        QString title;
        if (m_filters->recording().isValid() && m_model->rowCount() > 0)
            title = m_model->entry(0).recordingTitle;
        m_commands->exportEvents(m_filters->query(), title);
    });
    connect(m_commands, &AuditCommands::journalGrew, this, &JournalPage::later);
    connect(m_progress, &AuditProgress::runningChanged, this, &JournalPage::updateRights);
    connect(m_rights, &ActorRights::changed, this, &JournalPage::updateRights);
    connect(m_filters, &AuditFilters::changed, this, &JournalPage::applyFilters);
    connect(m_model, &AuditEventModel::phaseChanged, this, &JournalPage::showRows);
    connect(m_model, &AuditEventModel::pageRead, this, &JournalPage::showRows);
    connect(m_model, &AuditEventModel::furtherPageFailed, this, &JournalPage::tellOfFurtherPage);
    connect(m_names, &AuditNameBook::changed, this, &JournalPage::updateChoice);
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_model->phase() == AuditEventModel::Phase::Failed)
            m_model->reload();
        else
            m_filters->clear();
    });
    auto *toTable = new QShortcut(Qt::Key_Down, &m_filters->search(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(toTable, &QShortcut::activated, m_table, [this] { m_table->setFocus(); });
    auto *clear = new QShortcut(Qt::Key_Escape, &m_filters->search(), nullptr, nullptr, Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, &m_filters->search(), &QLineEdit::clear);
}

void JournalPage::start()
{
    if (std::exchange(m_isStarted, true))
        return m_model->readNewer();
    const Workspace &workspace = m_parts.workspace;
    // The journal has no signal of its own: whatever changes something leaves a line.
    connect(&workspace, &Workspace::catalogChanged, this, &JournalPage::later);
    connect(&workspace, &Workspace::serversChanged, this, [this] {
        readChoices();
        later();
    });
    connect(&workspace, &Workspace::jobChanged, this, &JournalPage::later);
    connect(&m_parts.workspace.audit(), &AuditTrail::catalogAgeKnown, this, &JournalPage::showAge);
    m_names->start();
    readChoices();
    readAge();
    m_model->setQuery(m_filters->query());
}

void JournalPage::showRecording(RecordingId recording, const QString &title)
{
    m_filters->clear();
    m_filters->setRecording(recording, title);
}

void JournalPage::readChoices()
{
    if (!m_rights->isOffered(Capability::SeeAllRecordings))
        return;
    whenDone(m_parts.workspace.audit().facets(m_parts.actor), this, [this](const Result<AuditFacets> &facets) {
        if (facets)
            m_filters->setActors(facets->actors);
    });
    whenDone(m_parts.workspace.serversOfCatalog(m_parts.actor), this, [this](const Result<QList<ConferenceServer>> &servers) {
        QList<std::pair<ServerId, QString>> names;
        for (const ConferenceServer &server : servers ? *servers : QList<ConferenceServer>())
            names += {server.id, server.name};
        m_filters->setServers(names);
    });
}

void JournalPage::readAge()
{
    if (!m_rights->isOffered(Capability::SeeAllRecordings))
        return;
    whenDone(m_parts.workspace.audit().catalogAge(m_parts.actor), this, [this](const Result<CatalogAgeReport> &report) {
        if (report)
            showAge(*report);
    });
}

void JournalPage::showAge(const CatalogAgeReport &report)
{
    m_ageMessages->clear();
    const ErrorText text = catalogAgeText(report);
    if (text.sentence.isEmpty())
        return;
    m_ageMessages->showMessage(MessageBar::Level::Warning, text.sentence, text.advice);
    if (!m_rights->reasonByRole(Capability::ManageCatalog).isEmpty())
        return;
    m_ageMessages->addAction(tr("It is the r&ight one…"), [this] {
        Question question;
        question.title = tr("The right catalog");
        question.text = tr("Take this catalog for the right one?");
        question.details = tr("What is missing in it stays missing: recordings added and decisions made since then are not known. Auto-deletion may "
                              "work again. Your word is written into the journal.");
        question.answers = {tr("&It is the right one")};
        m_parts.questions.ask(this, question, [this](int answer) {
            if (answer != 0)
                return;
            whenDone(m_parts.workspace.audit().acceptCatalog(m_parts.actor), this, [this](const Result<AuditAnchor> &accepted) {
                if (accepted)
                    m_ageMessages->showMessage(MessageBar::Level::Success, tr("This catalog is taken for the right one."));
                else
                    m_ageMessages->showError(accepted.error());
                later();
            });
        });
    });
}

void JournalPage::later()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void JournalPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStarted)
        later();
}

// Where there is no room, the event itself below the list has the rest.
void JournalPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int unit = fontMetrics().averageCharWidth();
    m_table->setColumnHidden(AuditEventModel::Program, width() < unit * 150);
    m_table->setColumnHidden(AuditEventModel::Change, width() < unit * 125);
}

void JournalPage::applyFilters()
{
    m_table->setColumnHidden(AuditEventModel::Recording, m_filters->recording().isValid()); // the same in every row
    if (m_isStarted)
        m_model->setQuery(m_filters->query());
}

void JournalPage::tellOfFurtherPage()
{
    const ErrorText text = auditErrorText(m_model->error().value_or(Error{ErrorKind::Internal, {}, {}, {}}));
    m_furtherFailure = text.sentence;
    m_messages->showMessage(MessageBar::Level::Error, text.sentence, text.advice);
    m_messages->addAction(tr("T&ry again"), [this] { m_model->fetchMore({}); });
}

void JournalPage::showRows()
{
    const int rows = m_model->rowCount();
    const bool isLoading = m_model->phase() == AuditEventModel::Phase::Loading;
    const bool hasFailedFurther = m_model->phase() == AuditEventModel::Phase::Ready && m_model->error();
    if (!hasFailedFurther && !m_furtherFailure.isEmpty() && m_messages->text() == std::exchange(m_furtherFailure, {}))
        m_messages->clear();
    if (m_model->phase() == AuditEventModel::Phase::Failed) {
        const ErrorText text = auditErrorText(m_model->error().value_or(Error{ErrorKind::Internal, {}, {}, {}}));
        m_empty->setState(u"error", text.sentence, text.advice, tr("T&ry again"));
    } else if (m_filters->isActive()) {
        m_empty->setState(u"search", tr("Nothing in the journal fits"), tr("Use other words, or clear the filters."), tr("C&lear filters"));
    } else {
        m_empty->setState(u"clock", tr("Nothing happened yet"), tr("Whatever is changed, watched, downloaded or exported leaves a line here."));
    }
    // What is shown stays while the next is being read.
    if (!isLoading || rows == 0)
        m_stack->setCurrentIndex(isLoading ? 0 : rows > 0 ? 1 : 2);
    m_count->setText(rows == 0   ? QString()
                     : isLoading ? tr("Reading…") // a first search takes all events in
                               : m_model->hasMore() ? tr("The newest %1; scroll for more. The whole journal: %2.").arg(eventsCount(rows), eventsCount(m_model->headSequence()))
                                                    : eventsCount(rows));
    m_count->setVisible(rows > 0);
    if (rows > 0 && !isLoading && !chosenRow())
        m_table->selectRow(0);
    updateChoice();
}

std::optional<int> JournalPage::chosenRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first().row());
}

void JournalPage::updateChoice()
{
    const std::optional<int> row = chosenRow();
    const bool hasRecording = row && m_model->entry(*row).event.recording.isValid();
    m_go->setEnabled(hasRecording);
    m_only->setEnabled(hasRecording && m_filters->recording() != m_model->entry(*row).event.recording);
    m_copy->setEnabled(row.has_value());
    if (row)
        m_view->showEntry(m_model->entry(*row), m_names->names(), m_model->headSequence());
    else
        m_view->showNothing();
}

void JournalPage::updateRights()
{
    const QString whole = m_rights->reasonByRole(Capability::SeeAllRecordings);
    const QString catalog = m_rights->reasonByRole(Capability::ManageCatalog);
    const bool isFree = !m_progress->isRunning();
    const auto set = [](QAction *action, const QString &reason, bool isEnabled) {
        action->setEnabled(reason.isEmpty() && isEnabled);
        action->setStatusTip(reason);
    };
    m_filters->setWhole(m_rights->isOffered(Capability::SeeAllRecordings));
    m_verify->setEnabled(whole.isEmpty() && isFree);
    m_verify->setToolTip(plainToolTip(whole.isEmpty() ? tr("Recompute the chain: whether an event was changed, taken out, moved or added by another hand") : whole));
    m_export->setEnabled(isFree && !m_parts.actor.onlyLooks);
    set(m_saveAnchor, whole, isFree);
    set(m_mailAnchor, whole, isFree);
    set(m_checkAnchor, whole, isFree);
    set(m_segments, catalog, isFree);
    m_more->setEnabled(whole.isEmpty() && !m_parts.actor.onlyLooks);
}

void JournalPage::copy()
{
    if (const auto row = chosenRow())
        QGuiApplication::clipboard()->setText(auditEventAsText(m_model->entry(*row), m_names->names()));
}

void JournalPage::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_table->isVisible() || !chosenRow() || !m_table->rect().contains(m_table->mapFrom(this, event->pos())))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_go, m_only, m_copy}) {
        QAction *action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    menu->popup(event->globalPos());
}

} // namespace letopis
