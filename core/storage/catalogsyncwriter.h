#pragma once

#include "core/base/clock.h"
#include "core/domain/actor.h"
#include "core/domain/ports/conferenceservice.h"
#include "core/domain/recordingsnapshot.h"
#include "core/storage/database.h"

#include <memory>
#include <vector>

namespace letopis {

// What became durable since the last call. A recording is listed once per sync, as added or as updated; summed over
// a sync, `unchanged` is the number of recordings seen that are neither (one call's share may be negative, when a later
// page changes what an earlier one had not).
struct SyncOutcome
{
    QList<RecordingId> added;
    QList<RecordingId> updated;
    QList<RecordingId> gone; // only from finish()
    qint64 unchanged = 0;
};

// One sync of one server into the catalog. Called from one worker thread; blocks. A page (or a few that
// followed one another quickly) is one transaction with its journal events, so that a sync cut anywhere leaves a consistent
// catalog; the next one goes on where the digests differ. Pages are written behind, so that reading the network and
// writing overlap: apply() returns the outcome of pages before and waits only when the writer falls behind. An
// unchanged server writes no row.
class CatalogSyncWriter
{
public:
    CatalogSyncWriter(Database &database, const Clock &clock, ServerId server, Actor actor);
    ~CatalogSyncWriter(); // waits for the transaction in flight; what was applied after it is dropped
    CatalogSyncWriter(const CatalogSyncWriter &) = delete;
    CatalogSyncWriter &operator=(const CatalogSyncWriter &) = delete;

    // Loads what the catalog knows of the server. NotFound.
    Result<> begin();
    Result<SyncOutcome> apply(std::vector<RecordingSnapshot> page);
    // True where these bytes are all that the catalog's copy of a recording came from, and this listing has said nothing
    // else of it yet: it counts as seen, unchanged, and need not be applied.
    bool recognises(const SourceDigest &source);
    // Writes what has been applied and waits for it: for a sync that ends early.
    Result<SyncOutcome> flush();
    // The server's last sync is now. Where the listing was complete, recordings and formats not seen in it are gone
    // (those with a problem are not); where one of its recordings could not even be named, nothing is.
    Result<SyncOutcome> finish(const ListingSummary &summary);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
