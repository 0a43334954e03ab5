#pragma once

#include <QCoreApplication>

namespace letopis::cli {

// Everything the command line says to people, in one translation context.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace letopis::cli
