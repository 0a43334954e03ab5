#pragma once

#include "core/domain/jobstatus.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace letopis {

class Actions;
class JobListModel;
class MessageBar;
class ServerDirectory;

// Syncing and connecting, and telling a person in the page when a sync they should know about failed.
class ServerActions final : public QObject
{
    Q_OBJECT

public:
    ServerActions(const WindowParts &parts, const WindowHooks &hooks, const ServerDirectory &servers, JobListModel &jobs,
                  MessageBar &messages, Actions &actions, QWidget *window);

    // The server the page is narrowed to, if any: "Sync" means this one.
    void setScope(std::optional<ServerId> server) { m_scope = server; }

    void connectServer();
    void sync(ServerId server);
    void syncScope();
    void syncAll();
    void askTrust(ServerId server, const Error &error);

Q_SIGNALS:
    void jobsRequested(); // the person wants to see the drawer
    void messagesRequested(); // the message bar has something to say

private:
    void onJobFinished(const JobStatus &job);
    void updateEnabled();

    const WindowParts &m_parts;
    const WindowHooks &m_hooks;
    const ServerDirectory &m_servers;
    MessageBar &m_messages;
    Actions &m_actions;
    QWidget *m_window = nullptr;
    std::optional<ServerId> m_scope;
    ServerId m_told; // whose failure the message bar shows
};

} // namespace letopis
