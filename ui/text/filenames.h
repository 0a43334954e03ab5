#pragma once

#include <QString>

namespace letopis {

// A file name without suffix that every system takes, made from a title a server sent.
QString safeBaseName(const QString &title);

} // namespace letopis
