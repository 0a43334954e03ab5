#include "ui/shell/standardhooks.h"

#include "core/base/whendone.h"
#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/forms/connectionquestions.h"
#include "ui/forms/connectionwizard.h"
#include "ui/pages/servers/serverspage.h"
#include "ui/player/playerwindow.h"
#include "ui/shell/mainwindow.h"

#include <QDesktopServices>
#include <QUrl>

namespace letopis {

namespace {

void openPlayer(const WindowParts &parts, QWidget *parent, RecordingId recording, const QString &format)
{
    // A second click on Play means the same window, not the same sound twice.
    const QString media = QStringLiteral("player-%1-%2").arg(recording.value).arg(format);
    for (auto *open : parent->findChildren<PlayerWindow *>(media, Qt::FindDirectChildrenOnly)) {
        if (!open->isVisible())
            continue;
        open->raise();
        open->activateWindow();
        return;
    }
    auto *player = new PlayerWindow(parts.workspace, parts.actor, parts.settings, parent);
    player->setObjectName(media);
    player->setAttribute(Qt::WA_DeleteOnClose);
    if (auto *window = qobject_cast<MainWindow *>(parent))
        QObject::connect(player, &PlayerWindow::downloadRequested, window, &MainWindow::downloadRecording);
    player->show();
    player->open(recording, format);
}

void openWizard(const WindowParts &parts, QWidget *parent, std::function<void(ServerId, bool)> added)
{
    if (ConnectionWizard *wizard = ConnectionWizard::openOn(parent, parts.workspace, parts.actor, parts.questions))
        QObject::connect(wizard, &ConnectionWizard::serverAdded, parent, std::move(added));
}

// A test that ran to its end may still have failed: the key is recorded only where the disk was reached.
Result<> keyRecorded(const Result<ConnectionReport> &report)
{
    if (!report)
        return report.error();
    if (report->disk)
        return *report->disk ? Result<>() : Result<>(report->disk->error());
    return report->api && !*report->api ? Result<>(report->api->error()) : Result<>();
}

// The accepted certificate is stored as the server's exception, the accepted host key recorded by one more connection test.
void applyTrust(const WindowParts &parts, QObject *context, ServerId server, const TrustAnswer &answer,
                std::function<void(const Result<> &)> accepted)
{
    if (answer.tlsException) {
        whenDone(parts.workspace.grantTlsException(parts.actor, server, *answer.tlsException), context,
                 std::move(accepted));
        return;
    }
    whenDone(parts.workspace.checkServer(parts.actor, server, answer.hostKeySha256, {}), context,
             [accepted = std::move(accepted)](const Result<ConnectionReport> &report) { accepted(keyRecorded(report)); });
}

TrustQuestion questionOf(const Error &error)
{
    ConnectionReport report;
    if (error.kind == ErrorKind::TlsUntrusted)
        report.api = Result<ApiIdentity>(error);
    else
        report.disk = Result<DiskIdentity>(error);
    return trustQuestionIn(report);
}

void askTrust(const WindowParts &parts, QWidget *parent, ServerId server, const Error &error,
              std::function<void(const Result<> &)> accepted)
{
    // Asked for now: the bar or drawer that shows the error does not know names.
    whenDone(parts.workspace.servers(parts.actor), parent,
             [parts, parent, server, error, accepted = std::move(accepted)](const Result<QList<ConferenceServer>> &servers) {
                 QString name = error.subject;
                 for (const ConferenceServer &known : servers ? *servers : QList<ConferenceServer>()) {
                     if (known.id == server)
                         name = known.name;
                 }
                 askForTrust(questionOf(error), name, parent, [parts, parent, server, accepted](const TrustAnswer &answer) {
                     applyTrust(parts, parent, server, answer, accepted);
                 });
             });
}

} // namespace

WindowHooks standardHooks(const WindowParts &parts)
{
    WindowHooks hooks;
    hooks.canPlay = &PlayerWindow::canPlay;
    hooks.madeFor = &standardHooks;
    hooks.play = [parts](QWidget *parent, RecordingId recording, const QString &format) {
        openPlayer(parts, parent, recording, format);
    };
    hooks.makeServersPage = [parts](QWidget *parent) -> QWidget * {
        return new ServersPage(parts.workspace, parts.actor, parts.questions, parent);
    };
    hooks.selectServer = [](QWidget *page, ServerId server) {
        if (auto *servers = qobject_cast<ServersPage *>(page))
            servers->select(server);
    };
    hooks.connectServer = [parts](QWidget *parent, std::function<void(ServerId, bool)> added) {
        openWizard(parts, parent, std::move(added));
    };
    hooks.askTrust = [parts](QWidget *parent, ServerId server, const Error &error,
                             std::function<void(const Result<> &)> accepted) {
        askTrust(parts, parent, server, error, std::move(accepted));
    };
    hooks.openFile = [](const QString &localFile) { return QDesktopServices::openUrl(QUrl::fromLocalFile(localFile)); };
    hooks.openUrl = [](const QUrl &url) { return QDesktopServices::openUrl(url); };
    return hooks;
}

} // namespace letopis
