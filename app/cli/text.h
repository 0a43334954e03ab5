#pragma once

#include <QCoreApplication>

namespace letopis::cli {

// Everything the command line says to people, in one translation context. It has the class's own name, which is what lupdate
// takes where it does not see this header.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace letopis::cli
