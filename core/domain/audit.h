#pragma once

#include "core/base/result.h"
#include "core/domain/auditevent.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace letopis {

// Which events. Everything that is given must hold; of a list, one of its members.
struct AuditQuery
{
    enum class Order { NewestFirst, OldestFirst };

    QStringList actors = {};  // logins, exactly
    QStringList actions = {}; // "link.used", or "link." for all that begin so
    ServerId server = {};     // 0: any, and none
    RecordingId recording = {}; // likewise
    qint64 sinceMs = 0;   // epoch, UTC, inclusive; 0: from the beginning
    qint64 untilMs = 0;   // exclusive; 0: to the end
    QString text = {};    // words (their beginnings) and "phrases" in actor, action, details and computer
    Order order = Order::NewestFirst;

    bool isFiltered() const
    {
        return !actors.isEmpty() || !actions.isEmpty() || server.value || recording.value || sinceMs || untilMs || !text.trimmed().isEmpty();
    }
    friend bool operator==(const AuditQuery &, const AuditQuery &) = default;
};

// One line as it is shown.
struct AuditEntry
{
    AuditEvent event;
    QString serverName;     // empty: none, or it is not in the catalog any more
    QString recordingTitle; // likewise
};

struct AuditPage
{
    QList<AuditEntry> entries; // in the query's order
    qint64 next = 0;           // give it as `after` for the following page; 0: this was the last
    qint64 headSequence = 0;   // of the whole journal, when it was read
};

struct AuditFacet
{
    QString value;
    qint64 count = 0;

    friend bool operator==(const AuditFacet &, const AuditFacet &) = default;
};

// What there is to choose from, by value.
struct AuditFacets
{
    QList<AuditFacet> actors;
    QList<AuditFacet> actions;
};

enum class AuditBreakKind {
    Missing,   // no event has this number
    Changed,   // the event's content is not what its hash was made of
    Moved,     // the content is whole, and of another place: `belongsAt`
    Unchained, // whole, but does not name the hash of the event before it: added or rewritten by another hand
    CutOff,    // an anchor saw more events than there are
    Rewritten, // whole in itself, but an anchor saw another event here
    BadSegment, // a sealed stretch is said to be gone that no event of the journal speaks of
};

// The first place where the chain does not hold.
struct AuditBreak
{
    qint64 sequence = 0;
    AuditBreakKind kind = AuditBreakKind::Changed;
    qint64 belongsAt = 0; // of Moved

    friend bool operator==(const AuditBreak &, const AuditBreak &) = default;
};
QString auditBreakName(AuditBreakKind kind); // stable: "missing", "changed" …

// What checking the journal's chain found.
struct AuditVerdict
{
    qint64 events = 0;                      // read and found right
    std::optional<qint64> firstBadSequence; // of `broken`
    QByteArray head = QByteArray(32, '\0'); // hash of the last good event
    std::optional<AuditBreak> broken = {};
    qint64 firstSequence = 1; // where the chain begins: after the stretches that are kept in files
    qint64 bytesHashed = 0;
    bool isAnchored = false;  // an anchor was given, and its event is there

    bool isIntact() const { return !firstBadSequence; }
    void breakAt(const AuditBreak &found);
};

// The chain's head at a time, to be kept where the journal's owner cannot reach it.
struct AuditAnchor
{
    QString catalog; // its uuid
    qint64 sequence = 0;
    QByteArray hash; // 32 bytes
    qint64 atMs = 0; // when it was taken
    QByteArray publicKey = {}; // of the signature, 32 bytes; both empty: not signed
    QByteArray signature = {}; // 64 bytes

    friend bool operator==(const AuditAnchor &, const AuditAnchor &) = default;
};
// Short lines of text that survive being mailed.
QByteArray anchorText(const AuditAnchor &anchor);
// BadAnswer. The signature is not looked at.
Result<AuditAnchor> anchorFromText(const QByteArray &text);
// What is signed: everything but key and signature.
QByteArray signedPart(const AuditAnchor &anchor);

// A closed stretch of the journal.
struct AuditSegment
{
    qint64 firstSequence = 0;
    qint64 lastSequence = 0;
    QByteArray previousHash; // of the event before the first
    QByteArray firstHash;
    QByteArray lastHash;
    qint64 firstAtMs = 0;
    qint64 lastAtMs = 0;
    qint64 sealedAtMs = 0;
    QString sealedBy;
    QString fileName;      // of the export
    QByteArray fileSha256;
    qint64 exportedAtMs = 0; // 0: not yet
    qint64 droppedAtMs = 0;  // 0: its events are in the catalog

    qint64 count() const { return lastSequence - firstSequence + 1; }
    friend bool operator==(const AuditSegment &, const AuditSegment &) = default;
};

// How this catalog stands to what this profile saw of it last.
enum class CatalogAge {
    AsLeft,   // at least as new
    NoAnchor, // the profile has seen none: a new profile
    Older,    // events are missing that were here: an old copy, put here by another hand than Letopis's restore
    Branched, // another history
};
QString catalogAgeName(CatalogAge age);

struct CatalogAgeReport
{
    CatalogAge age = CatalogAge::AsLeft;
    std::optional<AuditAnchor> seen; // by the profile
    qint64 headSequence = 0;         // of the catalog

    // Nothing may be deleted by it: it does not know what was decided since.
    bool isTrustworthy() const { return age == CatalogAge::AsLeft || age == CatalogAge::NoAnchor; }
};

enum class AuditFileFormat { Csv, JsonLines, Extract };

struct AuditExportReport
{
    QString file;
    qint64 events = 0;     // in full
    qint64 withheld = 0;   // of an extract: those that only their hashes stand for
    qint64 sizeBytes = 0;
    QByteArray sha256;
    QByteArray publicKey;  // of the signature; empty: not signed
};

// What checking a file found: an extract, an anchor or a deletion's certificate.
struct AuditFileVerdict
{
    enum class Kind { Extract, Segment, Anchor, Certificate };

    Kind kind = Kind::Extract;
    QString catalog;
    qint64 firstSequence = 0;
    qint64 lastSequence = 0;
    qint64 events = 0;   // in full, each right
    qint64 withheld = 0;
    QByteArray lastHash;
    qint64 madeAtMs = 0;
    QByteArray publicKey; // whose signature holds; empty: none
    std::optional<AuditBreak> broken;
    bool isAnchored = false;

    bool isIntact() const { return !broken; }
};

} // namespace letopis
