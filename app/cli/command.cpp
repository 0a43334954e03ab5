#include "app/cli/command.h"

#include "app/cli/errortext.h"
#include "app/cli/text.h"

namespace letopis::cli {

void Command::interrupt()
{
    requestStop();
    fail({ErrorKind::Cancelled, {}, {}, {}});
}

void Command::finish(ExitCode code)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    session().terminal.showProgress({});
    // Half an answer is none, and a script looks at the code alone.
    if (const QString why = session().terminal.writeFailure(); code == ExitCode::Done && !why.isEmpty()) {
        session().terminal.say(QStringLiteral("stdout: ") + why);
        code = ExitCode::Failed;
    }
    Q_EMIT finished(code);
}

void Command::fail(const Error &error)
{
    if (m_isFinished)
        return;
    if (m_isDone && error.kind != ErrorKind::Cancelled) {
        if (session().format == OutputFormat::Json)
            session().terminal.write(asJsonLine({{QStringLiteral("done"), true}}) + '\n');
        session().terminal.say(Cli::tr("It is done, but cannot be shown: %1").arg(textFor(error)));
        return finish(ExitCode::Done);
    }
    session().terminal.say(textFor(error));
    finish(exitCodeFor(error.kind));
}

void Command::print(const Grid &grid, const QJsonObject &json)
{
    Terminal &terminal = session().terminal;
    switch (session().format) {
    case OutputFormat::Table: terminal.write(asTable(grid, Terminal::outputColumns())); break;
    case OutputFormat::Json: terminal.write(asJsonLine(json) + '\n'); break;
    case OutputFormat::Csv: terminal.write(csvHeading(grid) + csvRows(grid)); break;
    }
}

} // namespace letopis::cli
