#include "core/storage/restoremark.h"

#include "core/base/durablefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
QString markOf(const QString &catalogFile)
{
    return catalogFile + u".restored"_s;
}
} // namespace

Result<> writeRestoreMark(const QString &catalogFile, const RestoreMark &mark)
{
    QFile file(markOf(catalogFile));
    const QByteArray json = QJsonDocument(QJsonObject{{u"auditEvents"_s, mark.auditEvents},
                                                      {u"auditHead"_s, QString::fromLatin1(mark.auditHead.toHex())},
                                                      {u"backupAtMs"_s, mark.backupAtMs}})
                                .toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return writeError(file);
    return syncToDisk(file);
}

std::optional<RestoreMark> readRestoreMark(const QString &catalogFile)
{
    QFile file(markOf(catalogFile));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.read(4096)).object();
    return RestoreMark{object[u"auditEvents"_s].toInteger(), QByteArray::fromHex(object[u"auditHead"_s].toString().toLatin1()),
                       object[u"backupAtMs"_s].toInteger()};
}

void removeRestoreMark(const QString &catalogFile)
{
    QFile::remove(markOf(catalogFile));
}

} // namespace letopis
