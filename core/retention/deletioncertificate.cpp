#include "core/retention/deletioncertificate.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int knownVersion = 1;

QJsonArray treesJson(const QList<DiskTree> &trees)
{
    QJsonArray json;
    for (const DiskTree &tree : trees)
        json += QJsonObject{{u"tree"_s, tree.tree}, {u"files"_s, tree.files}, {u"bytes"_s, tree.bytes}, {u"changedAtMs"_s, tree.changedAtMs}};
    return json;
}

QJsonArray filesJson(const QList<DiskFile> &files)
{
    QJsonArray json;
    for (const DiskFile &file : files) {
        QJsonObject one{{u"path"_s, file.path}, {u"bytes"_s, file.bytes}};
        if (!file.sha256.isEmpty())
            one.insert(u"sha256"_s, QString::fromLatin1(file.sha256.toHex()));
        json += one;
    }
    return json;
}

QJsonArray leftJson(const QList<DiskLeft> &left)
{
    QJsonArray json;
    for (const DiskLeft &one : left)
        json += QJsonObject{{u"what"_s, one.tree}, {u"why"_s, one.why}};
    return json;
}

QJsonObject eventJson(const AuditEvent &event)
{
    return {{u"sequence"_s, event.sequence},
            {u"atMs"_s, event.atMs},
            {u"actor"_s, event.actor},
            {u"action"_s, event.action},
            {u"server"_s, event.server.value},
            {u"recording"_s, event.recording.value},
            {u"details"_s, QString::fromUtf8(event.details)},
            {u"origin"_s, QString::fromUtf8(event.origin)},
            {u"previousHash"_s, QString::fromLatin1(event.previousHash.toHex())},
            {u"hash"_s, QString::fromLatin1(event.hash.toHex())}};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void readParts(const QJsonObject &object, DeletionCertificate &certificate)
{
    for (const QJsonValue &value : object[u"removed"_s].toArray()) {
        const QJsonObject tree = value.toObject();
        certificate.removed += DiskTree{tree[u"tree"_s].toString(), tree[u"files"_s].toInteger(), tree[u"bytes"_s].toInteger(),
                                        tree[u"changedAtMs"_s].toInteger()};
    }
    for (const QJsonValue &value : object[u"files"_s].toArray()) {
        const QJsonObject file = value.toObject();
        certificate.files += DiskFile{file[u"path"_s].toString(), file[u"bytes"_s].toInteger(),
                                      QByteArray::fromHex(file[u"sha256"_s].toString().toLatin1())};
    }
    for (const QJsonValue &value : object[u"remains"_s].toArray()) {
        const QJsonObject left = value.toObject();
        certificate.remains += DiskLeft{left[u"what"_s].toString(), left[u"why"_s].toString()};
    }
}

Error differs(const QString &what)
{
    return {ErrorKind::ContentMismatch, what, {}, {}};
}
} // namespace

qint64 DeletionCertificate::freedBytes() const
{
    if (!isDiskKnown)
        return -1;
    qint64 bytes = materialBytes;
    for (const DiskTree &tree : removed)
        bytes += tree.bytes;
    return bytes;
}

QByteArray toJson(const DeletionCertificate &certificate)
{
    return compact({{u"letopisCertificate"_s, knownVersion},
                    {u"server"_s, certificate.server},
                    {u"host"_s, certificate.host},
                    {u"recordId"_s, certificate.externalId},
                    {u"title"_s, certificate.title},
                    {u"startedAtMs"_s, certificate.startedAtMs},
                    {u"plan"_s, certificate.planUuid},
                    {u"step"_s, certificate.step},
                    {u"reason"_s, QJsonDocument::fromJson(toJson(certificate.reason)).object()},
                    {u"issuedAtMs"_s, certificate.issuedAtMs},
                    {u"purgedBy"_s, certificate.purgedBy},
                    {u"confirmedBy"_s, certificate.confirmedBy},
                    {u"approvedBy"_s, certificate.approvedBy},
                    {u"isDiskKnown"_s, certificate.isDiskKnown},
                    {u"removed"_s, treesJson(certificate.removed)},
                    {u"files"_s, filesJson(certificate.files)},
                    {u"materialFiles"_s, certificate.materialFiles},
                    {u"materialBytes"_s, certificate.materialBytes},
                    {u"localFiles"_s, certificate.localFiles},
                    {u"localBytes"_s, certificate.localBytes},
                    {u"remains"_s, leftJson(certificate.remains)}});
}

Result<DeletionCertificate> certificateFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int version = object[u"letopisCertificate"_s].toInt();
    if (version > knownVersion)
        return Error{ErrorKind::Unsupported, u"a certificate of a newer version"_s, {}, {}};
    const auto reason = deletionReasonFromJson(compact(object[u"reason"_s].toObject()));
    if (version != knownVersion || !reason)
        return Error{ErrorKind::BadAnswer, u"not a certificate of deletion"_s, {}, {}};
    DeletionCertificate certificate;
    certificate.server = object[u"server"_s].toString();
    certificate.host = object[u"host"_s].toString();
    certificate.externalId = object[u"recordId"_s].toString();
    certificate.title = object[u"title"_s].toString();
    certificate.startedAtMs = object[u"startedAtMs"_s].toInteger();
    certificate.planUuid = object[u"plan"_s].toString();
    certificate.step = object[u"step"_s].toString();
    certificate.reason = *reason;
    certificate.issuedAtMs = object[u"issuedAtMs"_s].toInteger();
    certificate.purgedBy = object[u"purgedBy"_s].toString();
    certificate.confirmedBy = object[u"confirmedBy"_s].toString();
    certificate.approvedBy = object[u"approvedBy"_s].toString();
    certificate.isDiskKnown = object[u"isDiskKnown"_s].toBool();
    certificate.materialFiles = object[u"materialFiles"_s].toInteger();
    certificate.materialBytes = object[u"materialBytes"_s].toInteger();
    certificate.localFiles = object[u"localFiles"_s].toInteger();
    certificate.localBytes = object[u"localBytes"_s].toInteger();
    readParts(object, certificate);
    // What says more than that, or the same in another way, is no certificate of ours.
    if (toJson(certificate) != json)
        return Error{ErrorKind::BadAnswer, u"not the canonical form of a certificate"_s, {}, {}};
    return certificate;
}

QByteArray certificateSha256(const QByteArray &json)
{
    return QCryptographicHash::hash(json, QCryptographicHash::Sha256);
}

QByteArray purgedEventDetails(const DeletionCertificate &certificate, const QByteArray &json)
{
    return compact({{u"certificate"_s, QString::fromLatin1(certificateSha256(json).toHex())},
                    {u"recordId"_s, certificate.externalId},
                    {u"title"_s, certificate.title},
                    {u"plan"_s, certificate.planUuid},
                    {u"freedBytes"_s, certificate.freedBytes()},
                    {u"approvedBy"_s, certificate.approvedBy},
                    {u"remains"_s, leftJson(certificate.remains)}});
}

Result<> verifyCertificate(const QByteArray &json, const AuditEvent &event)
{
    const Result<DeletionCertificate> certificate = certificateFromJson(json);
    if (!certificate)
        return certificate.error();
    if (event.action != "recording.purged"_L1)
        return differs(u"the event is of another kind"_s);
    if (auditHash(event) != event.hash)
        return differs(u"the event was changed: its hash is another"_s);
    const QJsonObject details = QJsonDocument::fromJson(event.details).object();
    if (details[u"certificate"_s].toString().toLatin1() != certificateSha256(json).toHex())
        return differs(u"the event names another certificate"_s);
    if (details[u"recordId"_s].toString() != certificate->externalId || event.atMs != certificate->issuedAtMs
        || event.actor != certificate->purgedBy)
        return differs(u"event and certificate are not about the same deletion"_s);
    return {};
}

QByteArray certificateFile(const QByteArray &json, const AuditEvent &event)
{
    return compact({{u"certificate"_s, QJsonDocument::fromJson(json).object()}, {u"event"_s, eventJson(event)}}) + '\n';
}

Result<CertificateFile> readCertificateFile(const QByteArray &file)
{
    const QJsonObject object = QJsonDocument::fromJson(file).object();
    const QJsonObject event = object[u"event"_s].toObject();
    if (!object[u"certificate"_s].isObject() || event.isEmpty())
        return Error{ErrorKind::BadAnswer, u"not a certificate of deletion with its event"_s, {}, {}};
    CertificateFile result{compact(object[u"certificate"_s].toObject()), {}};
    result.event.sequence = event[u"sequence"_s].toInteger();
    result.event.atMs = event[u"atMs"_s].toInteger();
    result.event.actor = event[u"actor"_s].toString();
    result.event.action = event[u"action"_s].toString();
    result.event.server = {event[u"server"_s].toInteger()};
    result.event.recording = {event[u"recording"_s].toInteger()};
    result.event.details = event[u"details"_s].toString().toUtf8();
    result.event.origin = event[u"origin"_s].toString().toUtf8();
    result.event.previousHash = QByteArray::fromHex(event[u"previousHash"_s].toString().toLatin1());
    result.event.hash = QByteArray::fromHex(event[u"hash"_s].toString().toLatin1());
    return result;
}

} // namespace letopis
