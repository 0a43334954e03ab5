#include "app/bootstrap/applicationgraph.h"
#include "app/bootstrap/coredumps.h"
#include "app/bootstrap/language.h"
#include "app/desktop/commandline.h"
#include "app/desktop/dialogquestions.h"
#include "app/desktop/scenes.h"
#include "app/desktop/screenshots.h"
#include "app/desktop/singleinstance.h"
#include "core/base/clock.h"
#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/player/mediabackend.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/standardhooks.h"
#include "ui/text/errortext.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QMessageBox>

#include <cstdio>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int restartCode = 1000; // of the event loop, never of the program

// Nothing can be shown in a window that could not be made: one box, and the end.
int failToStart(const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Critical, QStringLiteral("Letopis"), {}, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    const ErrorText text = startErrorText(error);
    box->setText(text.sentence);
    box->setInformativeText(text.advice);
    box->setDetailedText(error.detail);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QMessageBox::finished, qApp, [] { QCoreApplication::exit(1); });
    box->open();
    return QApplication::exec();
}

int takeScreenshots(MainWindow &window, const WindowParts &parts, const QString &directory)
{
    Screenshots screenshots(directory, mainScenes(window, parts));
    QObject::connect(&screenshots, &Screenshots::failed, qApp, [](const QString &name, const QString &why) {
        std::fprintf(stderr, "no picture of %s: %s\n", qUtf8Printable(name), qUtf8Printable(why));
    });
    QObject::connect(&screenshots, &Screenshots::finished, qApp,
                     [](int failures) { QCoreApplication::exit(failures == 0 ? 0 : 1); });
    screenshots.start();
    return QApplication::exec();
}

int run(const DesktopCommandLine &line, Language &language)
{
    SingleInstance instance(line.application.profileDirectory);
    if (line.screenshotsDirectory.isEmpty() && !instance.claim())
        return 0;
    Result<std::unique_ptr<ApplicationGraph>> graph = ApplicationGraph::create(line.application);
    if (!graph)
        return failToStart(graph.error());
    Settings &settings = (*graph)->settings();
    if (line.language.isEmpty())
        language.use(settings.value(settings::language));

    const Appearance appearance(settings, line.theme);
    const SystemClock clock;
    DialogQuestions questions;
    const WindowParts parts{(*graph)->workspace(), (*graph)->actor(), settings, questions, clock};
    MainWindow window(parts, standardHooks(parts));
    QObject::connect(&instance, &SingleInstance::raiseRequested, &window, &MainWindow::bringToFront);
    QObject::connect(&window, &MainWindow::quitRequested, qApp, &QCoreApplication::quit);
    QObject::connect(&window, &MainWindow::restartRequested, qApp, [] { QCoreApplication::exit(restartCode); });
    window.show();
    if (!line.screenshotsDirectory.isEmpty())
        return takeScreenshots(window, parts, line.screenshotsDirectory);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    refuseCoreDumps();
    initialiseMediaBackend();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Letopis"_s);
    QApplication::setApplicationVersion(QStringLiteral(LETOPIS_VERSION));
    QApplication::setDesktopFileName(u"org.letopis.Letopis"_s);
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false); // the tray may outlive the window; MainWindow says when it ends

    Language language;
    language.use({});
    const DesktopCommandLine line = parseDesktopCommandLine(QCoreApplication::arguments());
    if (!line.problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line.problem));
        return 2;
    }
    if (line.isHelpWanted || line.isVersionWanted) {
        std::printf("%s\n", line.isHelpWanted ? qUtf8Printable(line.help) : "letopis " LETOPIS_VERSION);
        return 0;
    }
    language.use(line.language);
    // Everything is made anew: a restore takes its place while the catalog is closed.
    int code = restartCode;
    while (code == restartCode)
        code = run(line, language);
    return code;
}
