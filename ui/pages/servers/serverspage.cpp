#include "ui/pages/servers/serverspage.h"

#include "core/base/whendone.h"
#include "core/workspace/materialshelf.h"
#include "core/workspace/recordingeditor.h"
#include "core/workspace/workspace.h"
#include "ui/forms/connectionquestions.h"
#include "ui/forms/connectionresults.h"
#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/connectionwizard.h"
#include "ui/forms/serverform.h"
#include "ui/pages/servers/serverdetails.h"
#include "ui/text/dates.h"
#include "ui/text/errortext.h"
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
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <stop_token>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { NameColumn, StateColumn, LastSyncColumn, ColumnCount };
enum StackIndex { LoadingIndex, EmptyIndex, ListIndex };

} // namespace

class ServersPage::Private
{
public:
    Private(ServersPage *page, Workspace &workspaceIn, Actor actorIn, Questions &questionsIn)
        : q(page)
        , workspace(workspaceIn)
        , actor(std::move(actorIn))
        , questions(questionsIn)
    {
    }

    void layOut();
    QPushButton *addButton(QHBoxLayout *row, const QString &name, QStringView icon, const QString &text);
    void reload();
    void onServers(const Result<QList<ConferenceServer>> &result);
    void updateRow(const ConferenceServer &server);
    void showSelected();
    QString stateOf(const ConferenceServer &server) const;
    std::optional<ConferenceServer> selected() const;
    std::optional<ConferenceServer> server(ServerId id) const;

    void edit();
    void check(ServerId id, const QByteArray &acceptedHostKey = {});
    void onChecked(ServerId id, const Result<ConnectionReport> &report);
    void sync();
    void remove();
    void askToRemove(const ConferenceServer &server, int unsentEdits, int unsentMaterials);
    void revoke(const QByteArray &sha256);
    void onTrusted(ServerId id, const TrustAnswer &answer);
    void onJob(const JobStatus &job);
    void showResult(const Result<> &result);

    ServersPage *q;
    Workspace &workspace;
    Actor actor;
    Questions &questions;
    QList<ConferenceServer> servers;
    QHash<ServerId, JobStatus> syncs;
    std::optional<ServerId> toSelect;
    std::stop_source stopCheck;
    ServerId checking;

    MessageBar *messages = nullptr;
    QStackedWidget *stack = nullptr;
    EmptyState *empty = nullptr;
    QTreeWidget *list = nullptr;
    ServerDetails *details = nullptr;
    QPushButton *editButton = nullptr;
    QPushButton *checkButton = nullptr;
    QPushButton *syncButton = nullptr;
    QPushButton *removeButton = nullptr;
};

QPushButton *ServersPage::Private::addButton(QHBoxLayout *row, const QString &name, QStringView icon,
                                             const QString &text)
{
    auto *button = new QPushButton(themedIcon(icon), text);
    button->setObjectName(name);
    row->addWidget(button);
    return button;
}

void ServersPage::Private::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    QPushButton *connectButton = addButton(buttons, u"connect"_s, u"add", ServersPage::tr("&Connect a server…"));
    buttons->addStretch();
    editButton = addButton(buttons, u"edit"_s, u"edit", ServersPage::tr("E&dit…"));
    checkButton = addButton(buttons, u"check"_s, u"check", ServersPage::tr("Chec&k"));
    syncButton = addButton(buttons, u"sync"_s, u"sync", ServersPage::tr("S&ync"));
    removeButton = addButton(buttons, u"remove"_s, u"remove", ServersPage::tr("Re&move…"));

    list = new QTreeWidget;
    list->setObjectName(u"servers"_s);
    list->setAccessibleName(ServersPage::tr("Servers"));
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    makeRoomy(*list, *list->header());
    list->setFrameShape(QFrame::NoFrame);
    list->setHeaderLabels({ServersPage::tr("Server"), ServersPage::tr("State"), ServersPage::tr("Last sync")});
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(StateColumn, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(LastSyncColumn, QHeaderView::ResizeToContents);

    details = new ServerDetails;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(details);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(list);
    splitter->addWidget(scroll);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({220, 260});

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(buttons);
    column->addWidget(splitter, 1);

    empty = new EmptyState;
    empty->setState(u"server", ServersPage::tr("No servers yet"),
                    ServersPage::tr("Connect a BigBlueButton server to see its recordings here."),
                    ServersPage::tr("&Connect a server"));
    messages = new MessageBar;
    stack = new QStackedWidget;
    stack->addWidget(new SkeletonRows);
    stack->addWidget(empty);
    stack->addWidget(page);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(messages);
    layout->addWidget(stack, 1);

    QObject::connect(connectButton, &QPushButton::clicked, q, &ServersPage::connectServer);
    QObject::connect(empty, &EmptyState::actionRequested, q, &ServersPage::connectServer);
    QObject::connect(editButton, &QPushButton::clicked, q, [this] { edit(); });
    QObject::connect(checkButton, &QPushButton::clicked, q, [this] {
        if (const std::optional<ConferenceServer> server = selected())
            check(server->id);
    });
    QObject::connect(syncButton, &QPushButton::clicked, q, [this] { sync(); });
    QObject::connect(removeButton, &QPushButton::clicked, q, [this] { remove(); });
    QObject::connect(list, &QTreeWidget::currentItemChanged, q, [this] { showSelected(); });
    QObject::connect(list, &QTreeWidget::itemActivated, q, [this] { edit(); });
    QObject::connect(details, &ServerDetails::revokeRequested, q, [this](const QByteArray &sha256) { revoke(sha256); });
}

void ServersPage::Private::reload()
{
    whenDone(workspace.servers(actor), q, [this](const Result<QList<ConferenceServer>> &result) { onServers(result); });
}

void ServersPage::Private::onServers(const Result<QList<ConferenceServer>> &result)
{
    if (!result) {
        messages->showError(result.error());
        messages->addAction(ServersPage::tr("Re&try"), [this] {
            messages->clear();
            reload();
        });
        stack->setCurrentIndex(ListIndex); // what was known before, if anything: "no servers" may not be true
        return;
    }
    const std::optional<ConferenceServer> before = selected();
    const ServerId wanted = toSelect ? *std::exchange(toSelect, std::nullopt) : before ? before->id : ServerId();
    servers = *result;
    servers.removeIf([](const ConferenceServer &server) { return server.isRemoved; });
    const QSignalBlocker blocker(list);
    list->clear();
    for (const ConferenceServer &server : std::as_const(servers)) {
        auto *item = new QTreeWidgetItem(list);
        item->setSizeHint(NameColumn, {0, plainRowHeight(*list)});
        item->setData(NameColumn, Qt::UserRole, server.id.value);
        updateRow(server);
        if (server.id == wanted)
            list->setCurrentItem(item);
    }
    if (!list->currentItem() && list->topLevelItemCount() > 0)
        list->setCurrentItem(list->topLevelItem(0));
    stack->setCurrentIndex(servers.isEmpty() ? EmptyIndex : ListIndex);
    showSelected();
}

QString ServersPage::Private::stateOf(const ConferenceServer &server) const
{
    const auto job = syncs.constFind(server.id);
    if (checking == server.id)
        return ServersPage::tr("Checking…");
    if (job != syncs.cend() && job->state != Job::State::Finished) {
        if (job->progress.total <= 0)
            return ServersPage::tr("Syncing…");
        //: A running sync, %1 is a number
        return ServersPage::tr("Syncing, %1 %").arg(100 * job->progress.done / job->progress.total);
    }
    if (job != syncs.cend() && job->error && job->error->kind != ErrorKind::Cancelled)
        return ServersPage::tr("The last sync failed");
    return server.lastSyncAt.isValid() ? ServersPage::tr("Synced") : ServersPage::tr("Not synced yet");
}

void ServersPage::Private::updateRow(const ConferenceServer &server)
{
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = list->topLevelItem(i);
        if (item->data(NameColumn, Qt::UserRole).toLongLong() != server.id.value)
            continue;
        const auto job = syncs.constFind(server.id);
        const bool hasProblem = job != syncs.cend() && job->error && job->error->kind != ErrorKind::Cancelled;
        item->setText(NameColumn, server.name);
        item->setIcon(NameColumn, themedIcon(hasProblem ? u"server-problem" : u"server-ok"));
        item->setText(StateColumn, stateOf(server));
        item->setToolTip(StateColumn, hasProblem ? plainToolTip(errorText(*job->error).sentence) : QString());
        item->setText(LastSyncColumn, server.lastSyncAt.isValid()
                                          ? relativeDate(server.lastSyncAt, QDateTime::currentDateTimeUtc())
                                          : u"–"_s);
        item->setToolTip(LastSyncColumn, absoluteDate(server.lastSyncAt));
    }
}

std::optional<ConferenceServer> ServersPage::Private::server(ServerId id) const
{
    for (const ConferenceServer &server : servers) {
        if (server.id == id)
            return server;
    }
    return std::nullopt;
}

std::optional<ConferenceServer> ServersPage::Private::selected() const
{
    const QTreeWidgetItem *item = list->currentItem();
    return item ? server({item->data(NameColumn, Qt::UserRole).toLongLong()}) : std::nullopt;
}

void ServersPage::Private::showSelected()
{
    const std::optional<ConferenceServer> server = selected();
    for (QPushButton *button : {editButton, checkButton, syncButton, removeButton})
        button->setEnabled(server.has_value());
    details->setVisible(server.has_value());
    if (!server)
        return;
    details->show(*server);
    checkButton->setEnabled(!checking.isValid());
}

void ServersPage::Private::edit()
{
    const std::optional<ConferenceServer> server = selected();
    if (!server)
        return;
    auto *form = new ServerForm(*server, workspace, actor, questions, q);
    form->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(form, &ServerForm::saved, q, [this] { reload(); });
    form->open();
}

void ServersPage::Private::check(ServerId id, const QByteArray &acceptedHostKey)
{
    const std::optional<ConferenceServer> checked = server(id);
    if (!checked || checking.isValid())
        return;
    checking = id;
    messages->clear();
    updateRow(*checked);
    showSelected();
    stopCheck = std::stop_source();
    whenDone(workspace.checkServer(actor, id, acceptedHostKey, stopCheck.get_token()), q,
             [this, id](const Result<ConnectionReport> &report) { onChecked(id, report); });
}

void ServersPage::Private::onChecked(ServerId id, const Result<ConnectionReport> &result)
{
    checking = {};
    const std::optional<ConferenceServer> checked = server(id);
    if (checked)
        updateRow(*checked);
    showSelected();
    if (!result)
        return messages->showError(result.error());
    if (!checked)
        return;
    const bool isDiskBad = result->disk && !*result->disk;
    if (!result->isUsable() && result->api) {
        messages->showError(result->api->error());
    } else if (isDiskBad) {
        messages->showError(result->disk->error());
    } else {
        QStringList results{apiResultText(*result->api)};
        if (result->disk)
            results += diskResultText(*result->disk);
        if (result->deletion)
            results += deletionResultText(*result->deletion);
        messages->showMessage(MessageBar::Level::Success, ServersPage::tr("“%1” works.").arg(checked->name), results.join(u'\n'));
        if (result->deletion && wantsRecipe(*result->deletion)) {
            messages->addAction(ServersPage::tr("&How to free the disk…"), [this, root = checked->dataRoot, ssh = checked->ssh] {
                (new DeletionRecipeDialog(root, ssh ? ssh->user : QString(), questions, q))->open();
            });
        }
    }
    const TrustQuestion question = trustQuestionIn(*result);
    if (question.isEmpty())
        return;
    const QString text = question.certificate ? ServersPage::tr("&Look at the certificate…")
                                              : ServersPage::tr("&Look at the host key…");
    messages->addAction(text, [this, question, id, name = checked->name] {
        askForTrust(question, name, q, [this, id](const TrustAnswer &answer) { onTrusted(id, answer); });
    });
}

void ServersPage::Private::onTrusted(ServerId id, const TrustAnswer &answer)
{
    if (!answer.tlsException)
        return check(id, answer.hostKeySha256);
    whenDone(workspace.grantTlsException(actor, id, *answer.tlsException), q, [this, id](const Result<> &result) {
        if (!result)
            return messages->showError(result.error());
        reload();
        check(id);
    });
}

void ServersPage::Private::sync()
{
    if (const std::optional<ConferenceServer> server = selected())
        workspace.startSync(actor, server->id);
}

void ServersPage::Private::remove()
{
    const std::optional<ConferenceServer> server = selected();
    if (!server)
        return;
    // Nothing that waits for the server may be a surprise afterwards.
    whenDone(workspace.editor().outbox(actor, false), q, [this, server = *server](const Result<QList<OutboxEntry>> &waiting) {
        const QList<OutboxEntry> entries = waiting.value_or({});
        const auto unsent = std::count_if(entries.begin(), entries.end(),
                                          [&](const OutboxEntry &entry) { return entry.server == server.id; });
        whenDone(workspace.materials().countWaiting(actor, server.id), q,
                 [this, server, unsent](const Result<qint64> &materials) {
                     askToRemove(server, int(unsent), int(materials.value_or(0)));
                 });
    });
}

void ServersPage::Private::askToRemove(const ConferenceServer &server, int unsentEdits, int unsentMaterials)
{
    Question question{.title = ServersPage::tr("Remove server"),
                      .text = ServersPage::tr("Remove “%1”?").arg(server.name),
                      .details = ServersPage::tr("Its recordings stay in the catalog; they are not synced any more. Its "
                                                 "secrets and exceptions are deleted."),
                      .answers = {ServersPage::tr("&Remove")},
                      .defaultAnswer = -1,
                      .isDangerous = true};
    if (unsentEdits > 0)
        question.details += u'\n' + ServersPage::tr("%n edit(s) not sent to it yet will stay in this catalog only.", nullptr, unsentEdits);
    if (unsentMaterials > 0)
        question.details += u'\n' + ServersPage::tr("%n material(s) not sent to it yet will stay in this catalog only.", nullptr, unsentMaterials);
    questions.ask(q, question, [this, id = server.id](int answer) {
        if (answer != 0)
            return;
        whenDone(workspace.removeServer(actor, id), q, [this](const Result<> &result) { showResult(result); });
    });
}

void ServersPage::Private::revoke(const QByteArray &sha256)
{
    const std::optional<ConferenceServer> server = selected();
    if (!server)
        return;
    whenDone(workspace.revokeTlsException(actor, server->id, sha256), q,
             [this](const Result<> &result) { showResult(result); });
}

void ServersPage::Private::showResult(const Result<> &result)
{
    if (result)
        reload();
    else
        messages->showError(result.error());
}

void ServersPage::Private::onJob(const JobStatus &job)
{
    if (job.kind != JobKind::Sync)
        return;
    syncs.insert(job.server, job);
    if (const std::optional<ConferenceServer> changed = server(job.server))
        updateRow(*changed);
    if (job.state == Job::State::Finished)
        reload();
}

ServersPage::ServersPage(Workspace &workspace, Actor actor, Questions &questions, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, workspace, std::move(actor), questions))
{
    setObjectName(u"serversPage"_s);
    d->layOut();
    connect(&workspace, &Workspace::serversChanged, this, [this] { d->reload(); });
    connect(&workspace, &Workspace::jobChanged, this, [this](const JobStatus &job) { d->onJob(job); });
    for (const JobStatus &job : workspace.jobs(d->actor)) {
        if (job.kind == JobKind::Sync)
            d->syncs.insert(job.server, job);
    }
    d->showSelected();
    d->reload();
}

ServersPage::~ServersPage()
{
    d->stopCheck.request_stop();
}

void ServersPage::select(ServerId server)
{
    d->toSelect = server;
    d->reload();
}

void ServersPage::connectServer()
{
    ConnectionWizard *wizard = ConnectionWizard::openOn(window(), d->workspace, d->actor, d->questions);
    if (!wizard)
        return;
    connect(wizard, &ConnectionWizard::serverAdded, this, [this](ServerId server, bool syncNow) {
        if (syncNow)
            d->workspace.startSync(d->actor, server);
        select(server);
    });
}

} // namespace letopis
