#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordingquery.h"
#include "core/domain/server.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace letopis {

class Clock;
class ServerDirectory;
class Workspace;

// Where am I: all recordings, new ones, one server's, or the servers themselves.
class NavigationPane final : public QWidget
{
    Q_OBJECT

public:
    NavigationPane(Workspace &workspace, Actor actor, const ServerDirectory &servers, const Clock &clock,
                   QWidget *parent = nullptr);

    // Counts the recordings of every place, now and after each change. Not done by itself: it reads the whole catalog, and
    // the first rows of the page would wait for it.
    void startCounting();

    // Follows what the page shows; emits nothing.
    void showScope(std::optional<ServerId> server, bool onlyNew, bool isInFolder);
    void showServersPage();
    void showOutboxPage();
    void showPeoplePage();
    void showProposalsPage();
    void showRetentionPage();
    void showJournalPage();
    void showBackupPage();
    // What the person has no business with is not there; all of it until this is said.
    struct Offered
    {
        bool outbox = true;
        bool people = true;
        bool proposals = true;
        bool retention = true;
        bool journal = true;
        bool servers = true;
        bool backups = true;
        bool connecting = true;
    };
    void setOffered(const Offered &offered);
    void setBackupProblem(const QString &problem); // empty: all is well
    void setOutboxCounts(int waiting, int conflicts);
    void setProposalCount(qint64 open);
    void setRetentionNotices(qint64 open);
    QTreeWidget &tree() const { return *m_tree; }

Q_SIGNALS:
    void scopeChosen(std::optional<letopis::ServerId> server, bool onlyNew);
    void serversChosen();
    void outboxChosen();
    void peopleChosen();
    void proposalsChosen();
    void retentionChosen();
    void journalChosen();
    void backupsChosen();
    void connectServerRequested();
    void syncRequested(letopis::ServerId server);
    void serverSettingsRequested(letopis::ServerId server);

private:
    enum class Place { All, New, Outbox, People, Proposals, Retention, Journal, Server, Servers, Backups };

    QTreeWidgetItem *addPlace(QTreeWidgetItem *parent, Place place, QStringView icon, const QString &text, qint64 server = 0);
    void rebuildServers();
    void updateStatus();
    void updateCounts();
    void count(QTreeWidgetItem *item, const RecordingQuery &query);
    void onChosen(QTreeWidgetItem *item);
    void showMenu(const QPoint &position);
    void select(QTreeWidgetItem *item);

    Workspace &m_workspace;
    Actor m_actor;
    const ServerDirectory &m_servers;
    const Clock &m_clock;
    QTreeWidget *m_tree = nullptr;
    QTreeWidgetItem *m_all = nullptr;
    QTreeWidgetItem *m_new = nullptr;
    QTreeWidgetItem *m_outbox = nullptr;
    QTreeWidgetItem *m_serversItem = nullptr;
    QTreeWidgetItem *m_people = nullptr;
    QTreeWidgetItem *m_proposals = nullptr;
    QTreeWidgetItem *m_retention = nullptr;
    QTreeWidgetItem *m_journal = nullptr;
    QTreeWidgetItem *m_backups = nullptr;
    QPushButton *m_connect = nullptr;
    QTimer m_countDelay;
    quint64 m_countGeneration = 0;
    bool m_isCounting = false;
    bool m_isInFolder = false; // and no place here says more
    Offered m_offered;
};

} // namespace letopis
