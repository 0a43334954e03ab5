#include "core/journal/auditextract.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
const QString formatName = u"letopis-journal-extract"_s;
constexpr int newestVersion = 1;
constexpr qint64 highestSequence = 1LL << 52;

const QString about =
    u"Each hash is the SHA-256 of the hash before it and of the event's fields, each with its length before it as 8 bytes, big endian: hash before, "
    "sequence and atMs (8 bytes each, without a length), actor, action, server and recording (8 bytes each), details, and origin where it is not empty. "
    "\"withheld\" stands for events that are no business of this extract's reader: the hash of the last of them is what the next event is chained to. "
    "The signature (Ed25519) is over the text \"Letopis journal extract\", a line end, and the SHA-256 of all lines before the last. "
    "letopis-cli audit verify FILE checks it all without the catalog."_s;

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray hashFrom(const QJsonValue &value)
{
    const QByteArray hash = QByteArray::fromHex(value.toString().toLatin1());
    return hash.size() == 32 ? hash : QByteArray();
}

Error noExtract(const QString &why, ErrorKind kind = ErrorKind::BadAnswer)
{
    return Error{kind, u"no extract of a journal: "_s + why, {}, {}};
}
} // namespace

QByteArray extractHeadLine(const ExtractHead &head)
{
    return lineOf({{u"format"_s, formatName},
                   {u"version"_s, newestVersion},
                   {u"catalog"_s, head.catalog},
                   {u"program"_s, head.program},
                   {u"madeAtMs"_s, head.madeAtMs},
                   {u"madeAt"_s, QDateTime::fromMSecsSinceEpoch(head.madeAtMs, Qt::UTC).toString(Qt::ISODateWithMs)},
                   {u"first"_s, head.firstSequence},
                   {u"last"_s, head.lastSequence},
                   {u"previousHash"_s, hexOf(head.previousHash)},
                   {u"publicKey"_s, hexOf(head.publicKey)},
                   {u"segment"_s, head.isSegment},
                   {u"filter"_s, head.filter},
                   {u"about"_s, about}});
}

QByteArray extractEventLine(const AuditEvent &event)
{
    return lineOf({{u"sequence"_s, event.sequence},
                   {u"atMs"_s, event.atMs},
                   {u"actor"_s, event.actor},
                   {u"action"_s, event.action},
                   {u"server"_s, event.server.value},
                   {u"recording"_s, event.recording.value},
                   {u"details"_s, QString::fromUtf8(event.details)},
                   {u"origin"_s, QString::fromUtf8(event.origin)},
                   {u"hash"_s, hexOf(event.hash)}});
}

QByteArray withheldLine(qint64 from, qint64 to, const QByteArray &hash)
{
    return lineOf({{u"withheld"_s, QJsonArray{from, to}}, {u"hash"_s, hexOf(hash)}});
}

QByteArray extractEndLine(qint64 events, qint64 withheld, const QByteArray &sha256, const QByteArray &signature)
{
    return lineOf({{u"end"_s, true},
                   {u"events"_s, events},
                   {u"withheld"_s, withheld},
                   {u"sha256"_s, hexOf(sha256)},
                   {u"signature"_s, hexOf(signature)}});
}

QByteArray extractMessage(const QByteArray &sha256)
{
    return "Letopis journal extract\n" + sha256;
}

Result<> ExtractReader::addLine(QByteArrayView line)
{
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    if (!m_hasHead) {
        if (Result<> head = readHead(object); !head)
            return head;
    } else if (m_hasEnd) {
        breakAt(0, AuditBreakKind::Changed); // something after the end
        return {};
    }
    if (object.contains("end"_L1)) {
        readEnd(object);
        return {};
    }
    m_hash.add(line);
    m_hash.add("\n");
    if (m_next == 0)
        m_next = m_head.firstSequence; // this was the head
    else if (object.contains("withheld"_L1))
        readWithheld(object);
    else
        readEvent(object);
    return {};
}

Result<> ExtractReader::readHead(const QJsonObject &object)
{
    if (object[u"format"_s].toString() != formatName)
        return noExtract(u"it does not begin as one"_s);
    if (object[u"version"_s].toInt() != newestVersion)
        return noExtract(u"of another version"_s, ErrorKind::Unsupported);
    m_head = {.catalog = object[u"catalog"_s].toString(),
              .program = object[u"program"_s].toString(),
              .madeAtMs = object[u"madeAtMs"_s].toInteger(),
              .firstSequence = object[u"first"_s].toInteger(),
              .lastSequence = object[u"last"_s].toInteger(),
              .previousHash = hashFrom(object[u"previousHash"_s]),
              .publicKey = hashFrom(object[u"publicKey"_s]), // of the same length
              .isSegment = object[u"segment"_s].toBool(),
              .filter = object[u"filter"_s].toObject()};
    if (m_head.firstSequence < 1 || m_head.lastSequence > highestSequence || m_head.lastSequence < m_head.firstSequence || m_head.previousHash.isEmpty())
        return noExtract(u"its first line is not whole"_s);
    m_hasHead = true;
    m_previous = m_head.previousHash;
    return {};
}

void ExtractReader::readEvent(const QJsonObject &object)
{
    if (m_verdict.broken)
        return;
    static const QStringList members{u"action"_s, u"actor"_s, u"atMs"_s, u"details"_s, u"hash"_s, u"origin"_s, u"recording"_s, u"sequence"_s, u"server"_s};
    if (object.keys() != members) // one that is not there would read as nothing or 0, which may be right
        return breakAt(m_next, AuditBreakKind::Changed);
    const qint64 sequence = object[u"sequence"_s].toInteger();
    if (sequence != m_next)
        return breakAt(m_next, sequence > m_next ? AuditBreakKind::Missing : AuditBreakKind::Changed);
    const QByteArray actor = object[u"actor"_s].toString().toUtf8();
    const QByteArray action = object[u"action"_s].toString().toUtf8();
    const QByteArray details = object[u"details"_s].toString().toUtf8();
    const QByteArray origin = object[u"origin"_s].toString().toUtf8();
    const QByteArray hash = m_hasher
                                .hash({.sequence = sequence,
                                       .atMs = object[u"atMs"_s].toInteger(),
                                       .actor = actor,
                                       .action = action,
                                       .server = object[u"server"_s].toInteger(),
                                       .recording = object[u"recording"_s].toInteger(),
                                       .details = details,
                                       .origin = origin,
                                       .previousHash = m_previous})
                                .toByteArray();
    if (hash != hashFrom(object[u"hash"_s]))
        return breakAt(sequence, AuditBreakKind::Changed);
    ++m_verdict.events;
    advance(sequence, hash);
}

void ExtractReader::readWithheld(const QJsonObject &object)
{
    if (m_verdict.broken)
        return;
    const QJsonArray run = object[u"withheld"_s].toArray();
    const qint64 from = run.at(0).toInteger();
    const qint64 to = run.at(1).toInteger();
    const QByteArray hash = hashFrom(object[u"hash"_s]);
    if (from != m_next || to < from || to > m_head.lastSequence || hash.isEmpty())
        return breakAt(m_next, from > m_next ? AuditBreakKind::Missing : AuditBreakKind::Changed);
    m_verdict.withheld += to - from + 1;
    advance(to, hash);
}

void ExtractReader::advance(qint64 to, const QByteArray &hash)
{
    if (to == m_watched)
        m_watchedHash = hash;
    m_previous = hash;
    m_next = to + 1;
}

void ExtractReader::readEnd(const QJsonObject &object)
{
    m_hasEnd = true;
    m_sha256 = m_hash.result();
    m_signature = QByteArray::fromHex(object[u"signature"_s].toString().toLatin1());
    if (m_verdict.broken)
        return;
    if (m_next != m_head.lastSequence + 1)
        return breakAt(m_next, AuditBreakKind::CutOff);
    const bool isRight = hashFrom(object[u"sha256"_s]) == m_sha256 && object[u"events"_s].toInteger() == m_verdict.events
        && object[u"withheld"_s].toInteger() == m_verdict.withheld;
    if (!isRight)
        breakAt(0, AuditBreakKind::Changed);
}

void ExtractReader::breakAt(qint64 sequence, AuditBreakKind kind)
{
    if (!m_verdict.broken)
        m_verdict.broken = AuditBreak{sequence, kind};
}

AuditFileVerdict ExtractReader::finish()
{
    if (!m_hasEnd)
        breakAt(std::max<qint64>(m_next, m_head.firstSequence), AuditBreakKind::CutOff);
    m_verdict.kind = m_head.isSegment ? AuditFileVerdict::Kind::Segment : AuditFileVerdict::Kind::Extract;
    m_verdict.catalog = m_head.catalog;
    m_verdict.firstSequence = m_head.firstSequence;
    m_verdict.lastSequence = m_head.lastSequence;
    m_verdict.lastHash = m_previous;
    m_verdict.madeAtMs = m_head.madeAtMs;
    m_verdict.publicKey = m_head.publicKey;
    return m_verdict;
}

} // namespace letopis
