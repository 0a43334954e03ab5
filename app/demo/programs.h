#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace letopis::demo {

struct Command
{
    QString program;
    QStringList arguments;
};

// An executable of the PATH or of the directories administrators' programs live in; empty when there is none.
QString findProgram(const QString &name);
// Runs the commands, a few at a time, and waits for all. False when one failed; `errors` gets what it said.
bool runAll(const std::vector<Command> &commands, QString *errors = nullptr);

} // namespace letopis::demo
