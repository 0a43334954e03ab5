#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

namespace letopis {

// Lists of people on the disk, which may be a slow one: read and written in another thread.
QFuture<Result<QByteArray>> readPeopleFile(const QString &path); // TooLarge as readPeopleCsv()
QFuture<Result<>> writePeopleFile(const QString &path, const QByteArray &csv); // whole or not at all, with a BOM for spreadsheets

} // namespace letopis
