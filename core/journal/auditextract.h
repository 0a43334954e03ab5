#pragma once

#include "core/domain/audit.h"

#include <QJsonObject>

namespace letopis {

// The signed extract: lines of JSON.
//   1. {"format":"letopis-journal-extract","version":1,"catalog":…,"first":…,"last":…,"previousHash":…,"publicKey":…,"about":…}
//   2. per event, in order and without gaps, {"sequence":…,…,"hash":…} with every field that the hash covers; a run of events that
//      the reader has no business with is {"withheld":[from,to],"hash":…}: the hash of its last, which the next event's covers.
//   3. {"end":…,"events":…,"withheld":…,"sha256":…,"signature":…}: of all the lines before.
// Pure: no files, no keys.

struct ExtractHead
{
    QString catalog;
    QString program;
    qint64 madeAtMs = 0;
    qint64 firstSequence = 0;
    qint64 lastSequence = 0;
    QByteArray previousHash;
    QByteArray publicKey; // empty: not signed
    bool isSegment = false;
    QJsonObject filter;   // what was asked for, in words of the command line
};

QByteArray extractHeadLine(const ExtractHead &head);
QByteArray extractEventLine(const AuditEvent &event);
QByteArray withheldLine(qint64 from, qint64 to, const QByteArray &hash);
QByteArray extractEndLine(qint64 events, qint64 withheld, const QByteArray &sha256, const QByteArray &signature);
// The bytes that a signature signs.
QByteArray extractMessage(const QByteArray &sha256);

// Checks one as it is read. A first line that is no extract's: BadAnswer; of a newer version: Unsupported. Everything after is
// the verdict's to say. Sequence 0 of its break: the frame (first or last line), not an event.
class ExtractReader
{
public:
    // `watched`: an event whose hash the caller wants to compare.
    explicit ExtractReader(qint64 watched = 0)
        : m_watched(watched)
    {
    }

    Result<> addLine(QByteArrayView line); // without its end
    // After the last line. The signature is the caller's to check: publicKey is what the file claims.
    AuditFileVerdict finish();

    bool hasHead() const { return m_hasHead; }
    const ExtractHead &head() const { return m_head; }
    QByteArray message() const { return extractMessage(m_sha256); }
    QByteArray signature() const { return m_signature; }
    QByteArray watchedHash() const { return m_watchedHash; } // empty: it is not in the file, or withheld

private:
    Result<> readHead(const QJsonObject &object);
    void readEvent(const QJsonObject &object);
    void readWithheld(const QJsonObject &object);
    void readEnd(const QJsonObject &object);
    void advance(qint64 to, const QByteArray &hash);
    void breakAt(qint64 sequence, AuditBreakKind kind);

    const qint64 m_watched;
    bool m_hasHead = false;
    bool m_hasEnd = false;
    ExtractHead m_head;
    AuditFileVerdict m_verdict;
    qint64 m_next = 0;
    QByteArray m_previous;
    QByteArray m_sha256; // computed
    QByteArray m_signature;
    QByteArray m_watchedHash;
    Sha256 m_hash;
    AuditHasher m_hasher;
};

} // namespace letopis
