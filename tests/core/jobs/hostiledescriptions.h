#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace letopis::test {

// Descriptions of materials that nothing is to be believed of, by what is wrong; "UUID" stands for the file's own.
QList<QPair<QByteArray, QByteArray>> hostileDescriptions();

} // namespace letopis::test
