#pragma once

#include "core/access/group.h"

#include <QList>
#include <QString>

class QMimeData;

namespace letopis {

// People and groups on their way by drag and drop, inside the program only.
QString principalMimeType();
QMimeData *mimeOf(const QList<Principal> &principals);
QList<Principal> principalsIn(const QMimeData &data); // empty where there are none

} // namespace letopis
