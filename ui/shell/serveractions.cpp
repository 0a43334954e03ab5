#include "ui/shell/serveractions.h"

#include "core/workspace/workspace.h"
#include "ui/models/joblistmodel.h"
#include "ui/models/serverdirectory.h"
#include "ui/shell/actions.h"
#include "ui/shell/jobrow.h"
#include "ui/text/errortext.h"
#include "ui/text/names.h"
#include "ui/widgets/messagebar.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

ServerActions::ServerActions(const WindowParts &parts, const WindowHooks &hooks, const ServerDirectory &servers,
                             JobListModel &jobs, MessageBar &messages, Actions &actions, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_hooks(hooks)
    , m_servers(servers)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
{
    connect(actions[Actions::Sync], &QAction::triggered, this, &ServerActions::syncScope);
    connect(actions[Actions::SyncAll], &QAction::triggered, this, &ServerActions::syncAll);
    connect(actions[Actions::ConnectServer], &QAction::triggered, this, &ServerActions::connectServer);
    connect(&jobs, &JobListModel::jobFinished, this, &ServerActions::onJobFinished);
    connect(&servers, &ServerDirectory::changed, this, &ServerActions::updateEnabled);
    updateEnabled();
}

void ServerActions::updateEnabled()
{
    const bool hasServers = !m_servers.servers().isEmpty();
    m_actions[Actions::Sync]->setEnabled(hasServers);
    m_actions[Actions::SyncAll]->setEnabled(hasServers);
}

void ServerActions::connectServer()
{
    if (!m_hooks.connectServer)
        return;
    m_hooks.connectServer(m_window, [this](ServerId server, bool syncNow) {
        if (syncNow)
            sync(server);
    });
}

void ServerActions::sync(ServerId server)
{
    m_parts.workspace.startSync(m_parts.actor, server);
}

void ServerActions::syncScope()
{
    if (m_scope)
        sync(*m_scope);
    else
        syncAll();
}

void ServerActions::syncAll()
{
    for (const ConferenceServer &server : m_servers.servers())
        sync(server.id);
}

void ServerActions::askTrust(ServerId server, const Error &error)
{
    if (!m_hooks.askTrust)
        return;
    m_hooks.askTrust(m_window, server, error, [this, server](const Result<> &accepted) {
        if (accepted)
            return sync(server);
        m_messages.showError(accepted.error());
        Q_EMIT messagesRequested();
    });
}

void ServerActions::onJobFinished(const JobStatus &job)
{
    if (!job.error) {
        if (job.kind == JobKind::Sync && job.server == m_told)
            m_messages.clear(); // it works again
        return;
    }
    if (job.error->kind == ErrorKind::Cancelled)
        return;
    const ErrorText text = errorText(*job.error);
    m_messages.showMessage(MessageBar::Level::Error, jobTitle(job) + u" – "_s + text.sentence, text.advice);
    m_told = job.kind == JobKind::Sync ? job.server : ServerId{};
    if (isTrustQuestion(*job.error) && m_hooks.askTrust) {
        const QString look = job.error->kind == ErrorKind::TlsUntrusted ? tr("&Look at the certificate…")
                                                                        : tr("&Look at the host key…");
        m_messages.addAction(look, [this, server = job.server, error = *job.error] { askTrust(server, error); });
    } else if (job.canRetry) {
        m_messages.addAction(tr("&Try again"), [this, id = job.id] {
            m_messages.clear();
            m_parts.workspace.retryJob(m_parts.actor, id);
        });
    }
    m_messages.addAction(tr("Show &jobs"), [this] { Q_EMIT jobsRequested(); });
}

} // namespace letopis
