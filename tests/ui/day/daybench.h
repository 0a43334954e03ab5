#pragma once

#include "app/bootstrap/applicationgraph.h"
#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "tests/support/answer.h"
#include "tests/support/democonference.h"
#include "tests/support/fakequestions.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/mainwindow.h"

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

// The program as it is started, on a profile of its own, without the parts of the process around it.
class Program
{
public:
    explicit Program(const QString &profileDirectory)
    {
        auto made = ApplicationGraph::create(
            {.profileDirectory = profileDirectory, .secrets = SecretsKind::File, .hasBackgroundSync = false});
        if (!made)
            qFatal("no profile: %s", qPrintable(made.error().detail));
        graph = std::move(*made);
    }
    ~Program() { window.reset(); }

    void openWindow(const std::optional<Actor> &as = {}) // the owner of the profile
    {
        window.reset();
        WindowHooks hooks;
        hooks.canPlay = [](const QString &) { return false; };
        hooks.openFile = [this](const QString &file) {
            opened += file;
            return true;
        };
        window = std::make_unique<MainWindow>(
            WindowParts{graph->workspace(), as.value_or(graph->actor()), graph->settings(), questions, clock}, std::move(hooks));
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    Workspace &workspace() { return graph->workspace(); }
    const Actor &actor() const { return graph->actor(); }

    // Connects the demo conference and reads all it has.
    ServerId connectTo(const demo::Connection &demo)
    {
        ConferenceServer server;
        server.name = u"demo"_s;
        server.apiUrl = normalisedApiUrl(demo.apiUrl).value();
        server.caFile = demo.caFile;
        server.proxy.kind = ProxyKind::None;
        server.syncIntervalMinutes = 0;
        if (!demo.sshHost.isEmpty()) {
            server.dataRoot = demo.dataRoot;
            SshEndpoint ssh;
            ssh.host = demo.sshHost;
            ssh.port = demo.sshPort;
            ssh.user = demo.sshUser;
            ssh.login = SshLogin::KeyFile;
            ssh.keyFile = demo.sshKeyFile;
            ssh.knownHostsFile = demo.knownHostsFile;
            server.ssh = ssh;
        }
        ServerCredentials credentials;
        credentials.apiSecret = SecretText(demo.secret);
        const Result<ServerId> added = answerOf(workspace().addServer(actor(), server, credentials));
        return added ? *added : ServerId{};
    }

    JobStatus end(JobId job)
    {
        const auto status = [&] {
            for (const JobStatus &one : workspace().jobs(actor())) {
                if (one.id == job)
                    return one;
            }
            return JobStatus{};
        };
        (void)QTest::qWaitFor([&] { return status().state == Job::State::Finished; }, 120'000);
        return status();
    }

    std::unique_ptr<ApplicationGraph> graph;
    FakeQuestions questions;
    SystemClock clock;
    QStringList opened;
    std::unique_ptr<MainWindow> window;
};

// The visible window of this kind, active, once there is one; null where none came.
template<typename T>
T *openDialog()
{
    T *found = nullptr;
    (void)QTest::qWaitFor([&found] {
        for (QWidget *top : QApplication::topLevelWidgets())
            found = top->isVisible() && qobject_cast<T *>(top) ? qobject_cast<T *>(top) : found;
        return found != nullptr;
    });
    if (found) {
        found->activateWindow();
        (void)QTest::qWaitForWindowActive(found);
    }
    return found;
}

// Types as a person does, to whatever has the focus. QTest::keyClicks() knows ASCII only.
inline void type(const QString &text)
{
    for (const QChar c : text) {
        QWidget *target = QApplication::focusWidget();
        if (!target)
            return;
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(target, &press);
    }
}

// What a window manager does when a dialog is closed, and this platform does not.
inline void activateTopmost()
{
    const QWidget *active = QApplication::activeWindow();
    if (QApplication::activePopupWidget() || (active && active->isVisible() && active->windowType() != Qt::Popup))
        return;
    QWidget *window = QApplication::activeModalWidget();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!window && top->isVisible() && top->inherits("QMainWindow"))
            window = top;
    }
    if (window)
        window->activateWindow();
    (void)QTest::qWaitFor([window] { return QApplication::activeWindow() == window; }, 1000);
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    activateTopmost();
    QWidget *target = QApplication::activePopupWidget();
    if (!target)
        target = QApplication::focusWidget();
    if (!target)
        target = QApplication::activeWindow();
    if (target)
        QTest::keyClick(target, key, modifiers);
}

inline QString focusName()
{
    activateTopmost();
    const QWidget *focus = QApplication::focusWidget();
    return focus ? focus->objectName() : QString();
}

// By Tab alone, within the window it is in.
inline bool tabTo(const QString &objectName)
{
    for (int step = 0; step < 120; ++step) {
        if (focusName() == objectName)
            return true;
        press(Qt::Key_Tab);
    }
    qWarning() << "Tab never comes to" << objectName << "but is at" << QApplication::focusWidget() << "of" << QApplication::activeWindow();
    return false;
}

// Opens the menu of the button that has the focus, and chooses.
inline bool chooseInMenu(const QString &actionName)
{
    bool isChosen = false;
    QTimer::singleShot(0, qApp, [&isChosen, actionName] {
        if (!QTest::qWaitFor([] { return QApplication::activePopupWidget() != nullptr; }))
            return;
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (int step = 0; menu && step < 40; ++step) {
            if (menu->activeAction() && menu->activeAction()->objectName() == actionName) {
                isChosen = true;
                QTest::keyClick(menu, Qt::Key_Return);
                return;
            }
            QTest::keyClick(menu, Qt::Key_Down);
        }
        QTest::keyClick(menu, Qt::Key_Escape);
    });
    press(Qt::Key_Space);
    return QTest::qWaitFor([&isChosen] { return isChosen && !QApplication::activePopupWidget(); });
}

} // namespace letopis::test
