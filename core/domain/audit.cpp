#include "core/domain/audit.h"

#include <QHash>

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr auto anchorTitle = "Letopis journal anchor, version 1";
constexpr qsizetype longestAnchor = 4096;

Error noAnchor(const QString &why)
{
    return Error{ErrorKind::BadAnswer, u"no anchor: "_s + why, {}, {}};
}

// "Name: value" lines; what a mail program puts before or after them is passed over.
QHash<QByteArray, QByteArray> membersOf(const QByteArray &text)
{
    QHash<QByteArray, QByteArray> members;
    for (QByteArray line : text.split('\n')) {
        line = line.trimmed();
        while (line.startsWith('>'))
            line = line.sliced(1).trimmed();
        if (line == anchorTitle)
            members.insert("Title", line);
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0 && !members.contains(line.first(colon)))
            members.insert(line.first(colon), line.sliced(colon + 2).trimmed());
    }
    return members;
}

QByteArray bytesOf(const QByteArray &hex, qsizetype size)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    return bytes.size() == size && bytes.toHex() == hex.toLower() ? bytes : QByteArray();
}
} // namespace

QString auditBreakName(AuditBreakKind kind)
{
    switch (kind) {
    case AuditBreakKind::Missing: return u"missing"_s;
    case AuditBreakKind::Changed: return u"changed"_s;
    case AuditBreakKind::Moved: return u"moved"_s;
    case AuditBreakKind::Unchained: return u"unchained"_s;
    case AuditBreakKind::CutOff: return u"cutOff"_s;
    case AuditBreakKind::Rewritten: return u"rewritten"_s;
    case AuditBreakKind::BadSegment: return u"badSegment"_s;
    }
    return {};
}

void AuditVerdict::breakAt(const AuditBreak &found)
{
    broken = found;
    firstBadSequence = found.sequence;
}

QString catalogAgeName(CatalogAge age)
{
    switch (age) {
    case CatalogAge::AsLeft: return u"asLeft"_s;
    case CatalogAge::NoAnchor: return u"noAnchor"_s;
    case CatalogAge::Older: return u"older"_s;
    case CatalogAge::Branched: return u"branched"_s;
    }
    return {};
}

QByteArray signedPart(const AuditAnchor &anchor)
{
    const QByteArray time = QDateTime::fromMSecsSinceEpoch(anchor.atMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    return QByteArray(anchorTitle) + "\nCatalog: " + anchor.catalog.toUtf8() + "\nEvents: " + QByteArray::number(anchor.sequence)
        + "\nHead: " + anchor.hash.toHex() + "\nTaken: " + time + '\n';
}

QByteArray anchorText(const AuditAnchor &anchor)
{
    QByteArray text = signedPart(anchor);
    if (!anchor.signature.isEmpty())
        text += "Key: " + anchor.publicKey.toHex() + "\nSignature: " + anchor.signature.toHex() + '\n';
    return text;
}

Result<AuditAnchor> anchorFromText(const QByteArray &text)
{
    if (text.size() > longestAnchor)
        return noAnchor(u"too long"_s);
    const QHash<QByteArray, QByteArray> members = membersOf(text);
    if (!members.contains("Title"))
        return noAnchor(u"it has no title"_s);
    bool isNumber = false;
    AuditAnchor anchor;
    anchor.catalog = QString::fromUtf8(members.value("Catalog"));
    anchor.sequence = members.value("Events").toLongLong(&isNumber);
    anchor.hash = bytesOf(members.value("Head"), 32);
    const QDateTime taken = QDateTime::fromString(QString::fromLatin1(members.value("Taken")), Qt::ISODateWithMs);
    if (!isNumber || anchor.sequence < 0 || anchor.hash.isEmpty() || !taken.isValid())
        return noAnchor(u"its lines are not whole"_s);
    anchor.atMs = taken.toMSecsSinceEpoch();
    if (!members.contains("Key") && !members.contains("Signature"))
        return anchor;
    anchor.publicKey = bytesOf(members.value("Key"), 32);
    anchor.signature = bytesOf(members.value("Signature"), 64);
    if (anchor.publicKey.isEmpty() || anchor.signature.isEmpty())
        return noAnchor(u"its signature is not whole"_s);
    return anchor;
}

} // namespace letopis
