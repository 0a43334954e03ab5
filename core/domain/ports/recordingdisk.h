#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace letopis {

// What there is of one recording in one tree of its server's disk.
struct DiskTree
{
    QString tree; // below the data root: "published/presentation", "recording/raw", "recording/status/archived"; ".": the root itself
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 changedAtMs = 0; // epoch

    friend bool operator==(const DiskTree &, const DiskTree &) = default;
};

struct DiskFile
{
    QString path; // below the data root; hostile, plain text
    qint64 bytes = 0;
    QByteArray sha256; // empty: too large to be read for it

    friend bool operator==(const DiskFile &, const DiskFile &) = default;
};

// Something that stays, and why: link (not followed), shared (with the meeting's other parts), denied, busy, exists.
struct DiskLeft
{
    QString tree;
    QString why;

    friend bool operator==(const DiskLeft &, const DiskLeft &) = default;
};

struct DiskRecording
{
    QList<DiskTree> trees;
    QList<DiskFile> files; // of a manifest
    QList<DiskLeft> left;

    qint64 bytes() const
    {
        qint64 sum = 0;
        for (const DiskTree &tree : trees)
            sum += tree.bytes;
        return sum;
    }
};

// One line of a listing.
struct DiskEntry
{
    QString tree;
    QString externalId;
    QString marker; // of a status file: what follows the id, "-presentation.done"; else empty
    qint64 changedAtMs = 0;
    bool isDirectory = false; // not a link to one
};

// Why a server's disk lets recordings not be brought back, or not be purged. Stored and printed by name.
enum class DiskObstacle {
    None,
    NoAccount,      // no SSH account is configured
    NotInstalled,   // the command is not there
    NotAllowed,     // sudo refuses it
    OnlySftp,       // the account may not run commands
    OtherVersion,   // of the script than this program knows
    NotThere,       // a tree that is needed is missing
    LeadsElsewhere, // it is a symbolic link
    NotWritable,    // by the account that the command runs as
};
QString diskObstacleName(DiskObstacle obstacle); // "notInstalled"
std::optional<DiskObstacle> diskObstacleFromName(const QString &name);

// What deleting can do on a server beyond its API.
struct DiskAbility
{
    DiskObstacle againstRestore = DiskObstacle::None; // of what the server's own delete moved away
    DiskObstacle againstPurge = DiskObstacle::None;
    QString detail;  // English, for logs
    QString account; // the command runs as
    QString root;    // resolved

    bool canRestore() const { return againstRestore == DiskObstacle::None; }
    bool canPurge() const { return againstPurge == DiskObstacle::None; }
};

// A conference server's disk through the one command that its administrator installed for that (resources/server). Every call
// blocks, for one worker thread at a time, and ends soon after `stop` with Cancelled. InvalidInput where the id is not a full one.
// Unsupported: the command is not there, or not allowed. Anything may be done again.
class RecordingDisk
{
public:
    virtual ~RecordingDisk() = default;

    // An error is one of the line or of the account; what the server does not allow is in the answer.
    virtual Result<DiskAbility> probe(std::stop_token stop) = 0;
    virtual Result<DiskRecording> inspect(const QString &externalId, std::stop_token stop) = 0;
    virtual Result<DiskRecording> manifest(const QString &externalId, std::stop_token stop) = 0;
    using EntrySink = std::function<Result<>(const DiskEntry &entry)>;
    virtual Result<> list(const EntrySink &sink, ProgressCounters &progress, std::stop_token stop) = 0;
    // Out of the server's deleted tree, unpublished; what is not there needs none. PermissionDenied, AlreadyExists.
    virtual Result<> restore(const QString &externalId, std::stop_token stop) = 0;
    // `trees`: what was removed, with what it held; `left`: what could not be.
    virtual Result<DiskRecording> purge(const QString &externalId, std::stop_token stop) = 0;
};

} // namespace letopis
