#include "app/demo/programs.h"

#include <QProcess>
#include <QStandardPaths>

#include <deque>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace letopis::demo {
namespace {

constexpr int atOnce = 2;
constexpr int patienceMs = 300'000;

bool finish(QProcess &process, QString *errors)
{
    const bool ended = process.waitForFinished(patienceMs);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    if (errors)
        *errors += process.program() + u": "_s + QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    process.kill();
    process.waitForFinished();
    return false;
}

} // namespace

QString findProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/sbin"_s})
                           : found;
}

bool runAll(const std::vector<Command> &commands, QString *errors)
{
    bool ok = true;
    std::deque<std::unique_ptr<QProcess>> running;
    const auto drainOne = [&] {
        ok = finish(*running.front(), errors) && ok;
        running.pop_front();
    };
    for (const Command &command : commands) {
        if (running.size() >= atOnce)
            drainOne();
        running.push_back(std::make_unique<QProcess>());
        running.back()->setStandardInputFile(QProcess::nullDevice());
        running.back()->setStandardOutputFile(QProcess::nullDevice());
        running.back()->start(command.program, command.arguments);
    }
    while (!running.empty())
        drainOne();
    return ok;
}

} // namespace letopis::demo
