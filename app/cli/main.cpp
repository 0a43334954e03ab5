#include "app/bootstrap/applicationgraph.h"
#include "app/bootstrap/coredumps.h"
#include "app/bootstrap/language.h"
#include "app/cli/commandline.h"
#include "app/cli/commands.h"
#include "app/cli/errortext.h"
#include "app/cli/interruptwatcher.h"
#include "app/cli/text.h"
#include "core/base/clock.h"
#include "core/base/whendone.h"
#include "core/workspace/peopledirectory.h"
#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QTimer>

using namespace letopis;
using namespace letopis::cli;
using namespace Qt::Literals::StringLiterals;

namespace {

int run(const RunCommand &parsed, Terminal &terminal)
{
    InterruptWatcher interrupts; // before any thread is started
    const SystemClock clock;
    Session session{nullptr, {}, parsed.common.format, terminal, clock};
    session.profileDirectory =
        parsed.common.profileDirectory.isEmpty() ? defaultProfileDirectory() : parsed.common.profileDirectory;
    std::unique_ptr<ApplicationGraph> graph;
    if (parsed.needsWorkspace) {
        ApplicationOptions options;
        options.profileDirectory = session.profileDirectory;
        if (parsed.common.areSecretsInFile)
            options.secrets = SecretsKind::File;
        else if (parsed.common.areSecretsInKeychain)
            options.secrets = SecretsKind::Keychain;
        Result<std::unique_ptr<ApplicationGraph>> created = ApplicationGraph::create(options);
        if (!created) {
            terminal.say(textForStart(created.error()));
            return int(exitCodeFor(created.error().kind));
        }
        graph = std::move(*created);
        session.workspace = &graph->workspace();
        session.actor = graph->actor();
        session.backups = &graph->backups();
    }
    std::unique_ptr<Command> command;
    const auto start = [&] {
        command = parsed.make(session);
        QObject::connect(&interrupts, &InterruptWatcher::interrupted, command.get(), &Command::interrupt);
        QObject::connect(
            command.get(), &Command::finished, qApp, [](ExitCode code) { QCoreApplication::exit(int(code)); },
            Qt::QueuedConnection);
        command->start();
    };
    const QString &login = parsed.common.asLogin;
    if (!login.isEmpty() && !session.workspace) {
        terminal.say(Cli::tr("--as goes with commands that work in the profile's catalog."));
        return int(ExitCode::Usage);
    }
    if (login.isEmpty()) {
        QTimer::singleShot(0, qApp, start);
    } else {
        whenDone(session.workspace->people().findPerson(session.actor, login), qApp, [&](const Result<Person> &person) {
            if (!person) {
                terminal.say(Cli::tr("There is no person with the login or e-mail %1.").arg(login));
                return QCoreApplication::exit(int(ExitCode::NotFound));
            }
            session.actor = personActor(person->id, person->login, person->name);
            start();
        });
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    refuseCoreDumps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"letopis-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LETOPIS_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    Language language;
    language.use(requestedLanguage(arguments));

    Terminal terminal;
    const Parsed parsed = parseCommandLine(arguments, allCommands());
    if (const auto *text = std::get_if<PrintText>(&parsed)) {
        terminal.write(text->text);
        return int(ExitCode::Done);
    }
    if (const auto *failure = std::get_if<UsageFailure>(&parsed)) {
        terminal.say(failure->text + u"\n\n"_s + failure->help.trimmed());
        return int(ExitCode::Usage);
    }
    return run(std::get<RunCommand>(parsed), terminal);
}
