#pragma once

#include "app/demo/demooptions.h"

#include <QStringList>

namespace letopis::demo {

struct CommandLine
{
    Options options;
    bool printConnection = false;
    bool exitsWithParent = false;
    QString error; // not empty: print it and end with 2
};

CommandLine parseCommandLine(const QStringList &arguments);
// One JSON object on one line.
QByteArray connectionJson(const Connection &connection);

} // namespace letopis::demo
