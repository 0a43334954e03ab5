#include "core/domain/backup.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

int daysOf(BackupInterval interval)
{
    switch (interval) {
    case BackupInterval::Off: return 0;
    case BackupInterval::Daily: return 1;
    case BackupInterval::Weekly: return 7;
    }
    return 0;
}

} // namespace

QString backupIntervalName(BackupInterval interval)
{
    switch (interval) {
    case BackupInterval::Off: return u"off"_s;
    case BackupInterval::Daily: return u"daily"_s;
    case BackupInterval::Weekly: return u"weekly"_s;
    }
    return u"off"_s;
}

BackupInterval backupIntervalFromName(const QString &name)
{
    if (name == "daily"_L1)
        return BackupInterval::Daily;
    return name == "weekly"_L1 ? BackupInterval::Weekly : BackupInterval::Off;
}

std::optional<QDateTime> nextBackup(const QDateTime &last, BackupInterval interval, const QDateTime &now)
{
    if (interval == BackupInterval::Off)
        return std::nullopt;
    if (!last.isValid() || last > now)
        return now;
    return std::max(now, last.addSecs(daysOf(interval) * 86400LL));
}

bool isWrongPassphrase(const Error &error)
{
    return error.kind == ErrorKind::AuthenticationRefused && std::any_cast<WrongPassphrase>(&error.evidence) != nullptr;
}

QList<BackupDestination> BackupPlan::destinations() const
{
    QList<BackupDestination> all;
    if (!folder.isEmpty())
        all += {BackupDestination::Kind::Folder, folder};
    if (!serverUuid.isEmpty())
        all += {BackupDestination::Kind::Server, serverUuid};
    return all;
}

} // namespace letopis
