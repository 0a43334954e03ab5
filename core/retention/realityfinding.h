#pragma once

#include "core/domain/recording.h"
#include "core/retention/deletionplan.h"

namespace letopis {

// What is not as it should be with one recording of a server.
enum class RealityKind {
    NotInCatalog,      // the server lists it
    NotOnServer,       // the catalog has it; neither the API nor the disk do
    OnlyInApi,         // listed, without files
    OnlyOnDisk,        // published or unpublished there, and not listed: its metadata cannot be read, most likely
    StatesDiffer,      // between API, disk and catalog, or in two trees at once
    HalfProcessed,     // for days
    RawOrphan,         // recorded, and neither processed nor published for weeks
    DeletedLeftover,   // in the server's deleted tree, from where nothing removes it, and not in our trash
    StatusLeftover,    // markers or captions of nothing
    MaterialsLeftover, // ours, of a recording that is gone
};
QString realityKindName(RealityKind kind); // "notInCatalog" …
std::optional<RealityKind> realityKindFromName(const QString &name);

// How it can be put right.
enum class RealityMend { None, Sync, Purge };
QString realityMendName(RealityMend mend);
RealityMend mendOf(RealityKind kind);

struct RealityFinding
{
    int position = 0; // of the last check, from 1
    RealityKind kind = RealityKind::NotInCatalog;
    QString externalId;
    RecordingId recording;   // none: not in the catalog
    QString detail;          // trees and states, for people who know the server
    qint64 sizeBytes = -1;   // on the disk; -1: not measured
    qint64 changedAtMs = 0;  // the newest of what lies there

    friend bool operator==(const RealityFinding &, const RealityFinding &) = default;
};

struct RealityReport
{
    ServerId server;
    qint64 atMs = 0; // 0: never checked
    QString source;  // of what is said of the disk: "script", "sftp", "none"
    qint64 listed = 0;
    qint64 onDisk = 0;
    qint64 inCatalog = 0;
    qint64 findings = 0;
    qint64 sizeBytes = 0; // of those that were measured

    friend bool operator==(const RealityReport &, const RealityReport &) = default;
};

// All that is known of one recording: what a check gathers, small enough for a hundred thousand of them.
struct RealitySighting
{
    enum Tree : quint32 {
        Published = 1, Unpublished = 2, Deleted = 4, Process = 8, Raw = 16, Events = 32, Captions = 64, Markers = 128, Queued = 256,
        Materials = 512,
    };

    quint32 trees = 0;
    std::optional<PublicationState> api;
    std::optional<PublicationState> catalog;
    bool isInTrash = false; // ours
    bool isPurged = false;
    qint64 recording = 0;
    qint64 changedAtMs = 0; // of the disk

    void sees(const QString &tree, bool isMarker, qint64 atMs);
    // The bit of a tree, of "recording" those of all below it; 0: none of these.
    static quint32 treesIn(const QString &tree, bool isMarker);
};

// What is wrong with it, if anything. `hasDisk`: the disk was looked at; `unseen`: but for these trees, which may hold anything.
std::optional<RealityKind> judge(const RealitySighting &sighting, bool hasDisk, qint64 nowMs, quint32 unseen = 0);
QString describe(const RealitySighting &sighting);

} // namespace letopis
