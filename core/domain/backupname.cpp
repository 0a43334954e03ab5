#include "core/domain/backupname.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString timeFormat = u"yyyyMMdd'T'HHmmss'Z'"_s;
}

QString BackupName::fileName() const
{
    return u"letopis-%1-%2.%3"_s.arg(catalogId, at.toUTC().toString(timeFormat),
                                     isEncrypted ? u"letopis-backup"_s : u"tar.zst"_s);
}

std::optional<BackupName> backupNameFrom(const QString &fileName)
{
    static const QRegularExpression pattern(
        u"\\Aletopis-([0-9a-f]{8})-([0-9]{8}T[0-9]{6}Z)\\.(tar\\.zst|letopis-backup)\\z"_s);
    const QRegularExpressionMatch match = pattern.match(fileName);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime at = QDateTime::fromString(match.captured(2), timeFormat);
    if (!at.isValid())
        return std::nullopt;
    at.setTimeSpec(Qt::UTC);
    return BackupName{match.captured(1), at, match.captured(3) == "letopis-backup"_L1};
}

} // namespace letopis
