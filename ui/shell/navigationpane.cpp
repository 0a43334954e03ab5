#include "ui/shell/navigationpane.h"

#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/models/serverdirectory.h"
#include "ui/text/dates.h"
#include "ui/text/errortext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int placeRole = Qt::UserRole;
constexpr int serverRole = Qt::UserRole + 1;

QStringView iconNameFor(ServerDirectory::Status status)
{
    switch (status) {
    case ServerDirectory::Status::NeverSynced: return u"server";
    case ServerDirectory::Status::UpToDate: return u"server-ok";
    case ServerDirectory::Status::Syncing: return u"sync";
    case ServerDirectory::Status::Failed: return u"server-problem";
    }
    return u"server";
}

QTreeWidget *makeTree()
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(u"navigationTree"_s);
    tree->setAccessibleName(NavigationPane::tr("Navigation"));
    tree->setColumnCount(2);
    tree->setHeaderHidden(true);
    tree->setRootIsDecorated(false);
    tree->setItemsExpandable(false);
    tree->setIndentation(12);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree->setTextElideMode(Qt::ElideMiddle);
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    return tree;
}

} // namespace

NavigationPane::NavigationPane(Workspace &workspace, Actor actor, const ServerDirectory &servers, const Clock &clock,
                               QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_servers(servers)
    , m_clock(clock)
    , m_tree(makeTree())
    , m_connect(new QPushButton(themedIcon(u"add"), tr("Connect a server…")))
{
    setMinimumWidth(180);
    m_all = addPlace(nullptr, Place::All, u"recordings", tr("All recordings"));
    //: Recordings that nobody opened here yet
    m_new = addPlace(nullptr, Place::New, u"new", tr("New"));
    //: Edits on their way to the servers
    m_outbox = addPlace(nullptr, Place::Outbox, u"outbox", tr("Outbox"));
    //: Those known to Letopis, and their groups
    m_people = addPlace(nullptr, Place::People, u"people", tr("People"));
    //: Of access, from who moderated a meeting
    m_proposals = addPlace(nullptr, Place::Proposals, u"key", tr("Proposals"));
    m_retention = addPlace(nullptr, Place::Retention, u"auto-deletion", tr("Auto-deletion"));
    //: Who did what
    m_journal = addPlace(nullptr, Place::Journal, u"journal", tr("Journal"));
    m_serversItem = addPlace(nullptr, Place::Servers, u"server", tr("Servers"));
    m_backups = addPlace(nullptr, Place::Backups, u"file-archive", tr("Backups"));
    m_connect->setObjectName(u"connectServer"_s);
    m_connect->setAutoDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(8, 8, 8, 8);
    foot->addWidget(m_connect);
    layout->addLayout(foot);

    m_countDelay.setSingleShot(true);
    m_countDelay.setInterval(300ms);
    connect(&m_countDelay, &QTimer::timeout, this, &NavigationPane::updateCounts);
    // Not the current one: that is where the keyboard stands, also while a folder filters and no place is marked.
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (const QList<QTreeWidgetItem *> marked = m_tree->selectedItems(); !marked.isEmpty())
            onChosen(marked.first());
    });
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &NavigationPane::showMenu);
    connect(m_connect, &QPushButton::clicked, this, &NavigationPane::connectServerRequested);
    connect(&servers, &ServerDirectory::changed, this, &NavigationPane::rebuildServers);
    connect(&servers, &ServerDirectory::statusChanged, this, &NavigationPane::updateStatus);
    connect(&workspace, &Workspace::catalogChanged, this, [this] {
        if (!m_countDelay.isActive())
            m_countDelay.start();
    });
    rebuildServers();
    select(m_all);
}

QTreeWidgetItem *NavigationPane::addPlace(QTreeWidgetItem *parent, Place place, QStringView icon, const QString &text,
                                          qint64 server)
{
    auto *item = new QTreeWidgetItem({text, QString()});
    item->setIcon(0, themedIcon(icon));
    item->setData(0, placeRole, static_cast<int>(place));
    item->setData(0, serverRole, server);
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setSizeHint(0, QSize(0, fontMetrics().height() + 12));
    if (parent)
        parent->addChild(item);
    else
        m_tree->addTopLevelItem(item);
    return item;
}

void NavigationPane::rebuildServers()
{
    const QSignalBlocker blocker(m_tree);
    const QTreeWidgetItem *current = m_tree->currentItem();
    const qint64 shown = current ? current->data(0, serverRole).toLongLong() : 0;
    qDeleteAll(m_serversItem->takeChildren());
    for (const ConferenceServer &server : m_servers.servers()) {
        QTreeWidgetItem *item = addPlace(m_serversItem, Place::Server, u"server", server.name, server.id.value);
        if (server.id.value == shown)
            m_tree->setCurrentItem(item);
    }
    if (!m_tree->currentItem() && !m_isInFolder)
        m_tree->setCurrentItem(m_all);
    m_tree->expandAll();
    updateStatus();
    updateCounts();
}

void NavigationPane::updateStatus()
{
    for (int i = 0; i < m_serversItem->childCount(); ++i) {
        QTreeWidgetItem *item = m_serversItem->child(i);
        const ServerId id{item->data(0, serverRole).toLongLong()};
        const ConferenceServer *server = m_servers.find(id);
        if (!server)
            continue;
        const ServerDirectory::Status status = m_servers.status(id);
        QString text = u"%1: %2"_s.arg(server->name, serverStatusText(status));
        if (const std::optional<Error> problem = m_servers.problem(id); problem && status == ServerDirectory::Status::Failed)
            text += u'\n' + errorText(*problem).sentence;
        if (server->lastSyncAt.isValid())
            text += u'\n' + tr("Last synced: %1").arg(relativeDate(server->lastSyncAt, m_clock.now()));
        // Set only when it differs: progress comes ten times a second.
        if (item->toolTip(0) == plainToolTip(text))
            continue;
        item->setIcon(0, themedIcon(iconNameFor(status)));
        item->setToolTip(0, plainToolTip(text));
        item->setData(0, Qt::AccessibleTextRole, text);
    }
}

void NavigationPane::startCounting()
{
    m_isCounting = true;
    updateCounts();
}

void NavigationPane::updateCounts()
{
    if (!m_isCounting)
        return;
    ++m_countGeneration;
    count(m_all, {});
    RecordingQuery onlyNew;
    onlyNew.onlyNew = true;
    count(m_new, onlyNew);
    for (int i = 0; i < m_serversItem->childCount(); ++i) {
        RecordingQuery query;
        query.server = ServerId{m_serversItem->child(i)->data(0, serverRole).toLongLong()};
        count(m_serversItem->child(i), query);
    }
}

void NavigationPane::count(QTreeWidgetItem *item, const RecordingQuery &query)
{
    whenDone(m_workspace.countRecordings(m_actor, query), this,
             [this, item, generation = m_countGeneration](const Result<qint64> &number) {
                 if (generation != m_countGeneration || !number) // the item may be gone after a rebuild
                     return;
                 const QString text = item == m_new && *number == 0 ? QString() : numberText(*number);
                 if (item->text(1) != text)
                     item->setText(1, text);
                 QFont font = item->font(0);
                 font.setBold(item == m_new && *number > 0);
                 item->setFont(0, font);
             });
}

void NavigationPane::showScope(std::optional<ServerId> server, bool onlyNew, bool isInFolder)
{
    m_isInFolder = isInFolder && !server && !onlyNew;
    if (m_isInFolder) { // which is marked among the folders: here it would be a lie
        select(nullptr);
        return;
    }
    if (onlyNew && !server) {
        select(m_new);
        return;
    }
    QTreeWidgetItem *wanted = m_all;
    for (int i = 0; server && i < m_serversItem->childCount(); ++i) {
        if (m_serversItem->child(i)->data(0, serverRole).toLongLong() == server->value)
            wanted = m_serversItem->child(i);
    }
    select(wanted);
}

void NavigationPane::showServersPage()
{
    select(m_serversItem);
}

void NavigationPane::showOutboxPage()
{
    select(m_outbox);
}

void NavigationPane::showPeoplePage()
{
    select(m_people);
}

void NavigationPane::showProposalsPage()
{
    select(m_proposals);
}

void NavigationPane::showRetentionPage()
{
    select(m_retention);
}

void NavigationPane::showJournalPage()
{
    select(m_journal);
}

void NavigationPane::showBackupPage()
{
    select(m_backups);
}

void NavigationPane::setOffered(const Offered &offered)
{
    m_offered = offered;
    m_outbox->setHidden(!offered.outbox);
    m_people->setHidden(!offered.people);
    m_proposals->setHidden(!offered.proposals);
    m_retention->setHidden(!offered.retention);
    m_journal->setHidden(!offered.journal);
    m_serversItem->setHidden(!offered.servers);
    m_backups->setHidden(!offered.backups);
    m_connect->setVisible(offered.connecting);
}

void NavigationPane::setBackupProblem(const QString &problem)
{
    const bool isWell = problem.isEmpty();
    m_backups->setIcon(0, themedIcon(isWell ? u"file-archive" : u"warning"));
    QFont font = m_backups->font(0);
    font.setBold(!isWell);
    m_backups->setFont(0, font);
    const QString text = isWell ? tr("Backups") : tr("Backups") + u": "_s + problem;
    m_backups->setToolTip(0, isWell ? QString() : plainToolTip(text));
    m_backups->setData(0, Qt::AccessibleTextRole, text);
}

void NavigationPane::setOutboxCounts(int waiting, int conflicts)
{
    m_outbox->setText(1, waiting == 0 ? QString() : numberText(waiting));
    m_outbox->setIcon(0, themedIcon(conflicts > 0 ? u"warning" : u"outbox"));
    QFont font = m_outbox->font(0);
    font.setBold(conflicts > 0);
    m_outbox->setFont(0, font);
    QStringList parts{tr("Outbox")};
    if (waiting > 0)
        parts << tr("%n edit(s) on the way", nullptr, waiting);
    if (conflicts > 0)
        parts << tr("%n conflict(s) to decide", nullptr, conflicts);
    m_outbox->setToolTip(0, plainToolTip(parts.join(u'\n')));
    m_outbox->setData(0, Qt::AccessibleTextRole, parts.join(u", "_s));
}

void NavigationPane::setProposalCount(qint64 open)
{
    m_proposals->setText(1, open == 0 ? QString() : numberText(open));
    QFont font = m_proposals->font(0);
    font.setBold(open > 0);
    m_proposals->setFont(0, font);
    QStringList parts{tr("Proposals")};
    if (open > 0)
        parts << tr("%n proposal(s) to decide", nullptr, static_cast<int>(open));
    m_proposals->setToolTip(0, plainToolTip(parts.join(u'\n')));
    m_proposals->setData(0, Qt::AccessibleTextRole, parts.join(u", "_s));
}

void NavigationPane::setRetentionNotices(qint64 open)
{
    m_retention->setText(1, open == 0 ? QString() : numberText(open));
    QFont font = m_retention->font(0);
    font.setBold(open > 0);
    m_retention->setFont(0, font);
    QStringList parts{tr("Auto-deletion")};
    if (open > 0)
        parts << tr("%n warning(s) of recordings that are about to go", nullptr, static_cast<int>(open));
    m_retention->setToolTip(0, plainToolTip(parts.join(u'\n')));
    m_retention->setData(0, Qt::AccessibleTextRole, parts.join(u", "_s));
}

void NavigationPane::select(QTreeWidgetItem *item)
{
    if (m_tree->currentItem() == item && (!item || item->isSelected()))
        return;
    const QSignalBlocker blocker(m_tree);
    m_tree->setCurrentItem(item);
}

void NavigationPane::onChosen(QTreeWidgetItem *item)
{
    if (!item)
        return;
    switch (static_cast<Place>(item->data(0, placeRole).toInt())) {
    case Place::All: Q_EMIT scopeChosen(std::nullopt, false); break;
    case Place::New: Q_EMIT scopeChosen(std::nullopt, true); break;
    case Place::Server: Q_EMIT scopeChosen(ServerId{item->data(0, serverRole).toLongLong()}, false); break;
    case Place::Outbox: Q_EMIT outboxChosen(); break;
    case Place::People: Q_EMIT peopleChosen(); break;
    case Place::Proposals: Q_EMIT proposalsChosen(); break;
    case Place::Retention: Q_EMIT retentionChosen(); break;
    case Place::Journal: Q_EMIT journalChosen(); break;
    case Place::Backups: Q_EMIT backupsChosen(); break;
    case Place::Servers: Q_EMIT serversChosen(); break;
    }
}

void NavigationPane::showMenu(const QPoint &position)
{
    if (!m_offered.connecting)
        return;
    const QTreeWidgetItem *item = m_tree->itemAt(position);
    const ServerId id{item ? item->data(0, serverRole).toLongLong() : 0};
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (id.isValid()) {
        menu->addAction(themedIcon(u"sync"), tr("&Sync"), this, [this, id] { Q_EMIT syncRequested(id); });
        menu->addAction(themedIcon(u"settings"), tr("S&ettings"), this, [this, id] { Q_EMIT serverSettingsRequested(id); });
        menu->addSeparator();
    }
    menu->addAction(themedIcon(u"add"), tr("&Connect a server…"), this, &NavigationPane::connectServerRequested);
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

} // namespace letopis
