#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace letopis {

// A small file beside the catalog that tells the next start that Letopis itself put an older catalog there.
struct RestoreMark
{
    qint64 auditEvents = 0; // of the catalog that was put there
    QByteArray auditHead;
    qint64 backupAtMs = 0;  // when the backup was made
};

Result<> writeRestoreMark(const QString &catalogFile, const RestoreMark &mark);
std::optional<RestoreMark> readRestoreMark(const QString &catalogFile);
void removeRestoreMark(const QString &catalogFile);

} // namespace letopis
