#include "core/backup/backupmanifest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <utility>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double largestNumber = 1LL << 50; // exact in JSON's doubles, and 1 PB

struct Number
{
    QLatin1StringView key;
    qint64 BackupManifest::*member;
    qint64 least;
    double whereMissing = -2; // refused
};

constexpr std::array<Number, 8> numbers{{{"schema"_L1, &BackupManifest::schema, 1},
                                         {"catalogBytes"_L1, &BackupManifest::catalogBytes, 1},
                                         {"settingsBytes"_L1, &BackupManifest::settingsBytes, -1},
                                         {"storeFiles"_L1, &BackupManifest::storeFiles, 0},
                                         {"storeBytes"_L1, &BackupManifest::storeBytes, 0},
                                         {"materialFiles"_L1, &BackupManifest::materialFiles, 0, 0},
                                         {"materialBytes"_L1, &BackupManifest::materialBytes, 0, 0},
                                         {"auditEvents"_L1, &BackupManifest::auditEvents, 0}}};

Error refused(const QString &why)
{
    return {ErrorKind::ContentMismatch, u"the backup's manifest: "_s + why, {}, {}};
}

} // namespace

QByteArray toJson(const BackupManifest &manifest)
{
    QJsonObject object{{u"format"_s, BackupManifest::currentFormat},
                       {u"application"_s, manifest.application},
                       {u"createdAt"_s, manifest.createdAt.toUTC().toString(Qt::ISODateWithMs)},
                       {u"catalogId"_s, manifest.catalogId},
                       {u"auditHead"_s, QString::fromLatin1(manifest.auditHead.toHex())}};
    for (const Number &number : numbers)
        object.insert(number.key, manifest.*number.member);
    return QJsonDocument(object).toJson();
}

Result<BackupManifest> manifestFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int format = object.value(u"format"_s).toInt();
    if (format < 1)
        return refused(u"not readable"_s);
    if (format > BackupManifest::currentFormat)
        return Error{ErrorKind::Unsupported, u"the backup has format %1"_s.arg(format), {}, {}};
    BackupManifest manifest;
    for (const Number &number : numbers) {
        const double value = object.value(number.key).toDouble(number.whereMissing);
        if (value < double(number.least) || value > largestNumber || value != std::floor(value))
            return refused(number.key);
        manifest.*number.member = qint64(value);
    }
    manifest.application = object.value(u"application"_s).toString().left(100);
    manifest.createdAt = QDateTime::fromString(object.value(u"createdAt"_s).toString(), Qt::ISODateWithMs).toUTC();
    manifest.catalogId = object.value(u"catalogId"_s).toString();
    manifest.auditHead = QByteArray::fromHex(object.value(u"auditHead"_s).toString().toLatin1());
    static const QRegularExpression id(u"\\A[0-9a-f]{8}\\z"_s);
    if (!manifest.createdAt.isValid() || !id.match(manifest.catalogId).hasMatch() || manifest.auditHead.size() != 32)
        return refused(u"time, catalog or journal"_s);
    return manifest;
}

} // namespace letopis
