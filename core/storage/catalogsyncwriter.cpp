#include "core/storage/catalogsyncwriter.h"

#include "core/base/logging.h"
#include "core/storage/filingrules.h"
#include "core/storage/recordingwrite.h"
#include "core/storage/sortindexes.h"
#include "core/storage/syncindex.h"

#include <algorithm>
#include <chrono>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr size_t mostConflicts = 10'000; // second descriptions kept for finish(); a server's fault, bounded
constexpr size_t finishingBatch = 500;   // changes per transaction of finish()
// Pages that follow one another quickly go into one transaction: index pages and full-text segments are then written
// once for many recordings. A slow server's page is written at once.
constexpr size_t largestBatch = 12'000;
constexpr std::chrono::milliseconds batchTime(700);

struct PreparedSnapshot
{
    Digest key;
    Digest base;
    SourceDigest source;
    PublicationState state = PublicationState::Gone;
    RecordingBase row; // where the catalog does not know this description
    std::vector<PackedFormat> formats;
};

// A page on its way to the writer, with its answer: the id of each write.
struct PageWrites
{
    std::vector<RecordingWrite> writes;
};

using WrittenIds = std::vector<qint64>;

struct LastSyncRow
{
    qint64 lastSyncMs = 0;
};
} // namespace

template <>
LastSyncRow fromRow(const Row &row)
{
    return {.lastSyncMs = row.get<qint64>("last_sync_at_ms"_L1)};
}

class CatalogSyncWriter::Private
{
public:
    Private(Database &database_, const Clock &clock_, ServerId server_, const Actor &actor)
        : database(database_)
        , clock(clock_)
        , server(server_)
        , writer(server_.value, actor.login)
    {
    }

    Result<> load();
    Result<> deferIndexes(Connection &connection);
    Result<SyncOutcome> apply(std::vector<RecordingSnapshot> page);
    Result<> settle();
    Result<> writeAll();
    Result<> restoreIndexes();
    Result<> finish(const ListingSummary &summary);
    bool recognises(const SourceDigest &source);
    void sightSource(size_t position, const SourceDigest &source, bool isFirst, bool isBase);
    SyncOutcome takeOutcome() { return std::exchange(outcome, {}); }
    Error remember(const Error &error)
    {
        failure = error;
        return error;
    }

    PreparedSnapshot prepare(const RecordingSnapshot &snapshot);
    void sight(PreparedSnapshot sighted);
    void sightBase(size_t position, PreparedSnapshot &sighted);
    void sightFormats(size_t position, PreparedSnapshot &sighted);
    RecordingWrite &writeFor(size_t position);
    void takeBase(size_t position, PreparedSnapshot &sighted);
    void count(SyncEntry &entry, SyncEntry::Counted as);
    void post();
    void resolveConflicts(size_t position, std::vector<PreparedSnapshot> &others);
    Result<> finishConflicts();
    Result<> finishGone();
    Result<> finishFormats();
    Result<> storeLastSync();

    Database &database;
    const Clock &clock;
    ServerId server;
    RecordingWriter writer; // used in the database's writer thread only
    SyncIndex index;
    SnapshotPacker packer;
    FilingRules filing; // as they were when the sync began
    qint64 previousSyncMs = 0;
    std::shared_ptr<PageWrites> next = std::make_shared<PageWrites>();
    std::shared_ptr<PageWrites> inFlight;
    std::optional<QFuture<Result<WrittenIds>>> written;
    std::chrono::steady_clock::time_point nextPost;
    QHash<size_t, std::vector<PreparedSnapshot>> conflicts;
    size_t conflictCount = 0;
    SyncOutcome outcome;
    std::optional<Error> failure;
    bool areIndexesDeferred = false;
};

Result<> CatalogSyncWriter::Private::load()
{
    static const Statement lastSync{"sync.lastSync"_L1, u"SELECT last_sync_at_ms FROM server WHERE id = :server"_s};
    static const Statement digests{
        "sync.digests"_L1, u"SELECT id, external_id, state, sync_digest FROM recording WHERE server_id = :server"_s};
    // Through the writer: what this program wrote before is in, whatever a reader's snapshot says.
    return waitFor(database.write([this](Connection &connection) -> Result<> {
        const Bindings bindings{{":server"_L1, server.value}};
        const Result<std::optional<LastSyncRow>> last = connection.selectOne<LastSyncRow>(lastSync, bindings);
        if (!last)
            return last.error();
        if (!last.value())
            return Error{ErrorKind::NotFound, u"no such server"_s, QString::number(server.value), {}};
        const Result<QList<FilingRule>> rules = readFilingRules(connection);
        if (!rules)
            return rules.error();
        filing = FilingRules(*rules);
        previousSyncMs = last.value()->lastSyncMs;
        writer.setSeenAlready(previousSyncMs == 0);
        if (Result<> read = connection.forEachRaw(
                digests, bindings,
                [this](const QSqlQuery &row) {
                    SyncDigest known = SyncDigest::fromBlob(row.value(3).toByteArray());
                    SyncEntry entry;
                    entry.id = row.value(0).toLongLong();
                    entry.state = publicationStateFromName(row.value(2).toString()).value_or(PublicationState::Gone);
                    entry.base = known.base;
                    entry.source = known.source;
                    entry.others = std::move(known.others);
                    entry.formats.reserve(known.formats.size());
                    for (const FormatDigest &format : known.formats)
                        entry.formats.push_back({format, false});
                    index.add(keyDigest(row.value(1).toString()), std::move(entry));
                });
            !read)
            return read;
        return deferIndexes(connection);
    }));
}

// Only into an empty catalog: there is nothing that anybody could sort meanwhile.
Result<> CatalogSyncWriter::Private::deferIndexes(Connection &connection)
{
    static const Statement look{"sync.isFirst"_L1,
                                u"SELECT count(*) AS last_sync_at_ms FROM (SELECT 1 FROM recording LIMIT 1)"_s};
    const Result<std::optional<LastSyncRow>> recordings = connection.selectOne<LastSyncRow>(look);
    if (!recordings)
        return recordings.error();
    areIndexesDeferred = recordings.value()->lastSyncMs == 0;
    return areIndexesDeferred ? dropSortIndexes(connection) : Result<>{};
}

Result<> CatalogSyncWriter::Private::restoreIndexes()
{
    if (!std::exchange(areIndexesDeferred, false))
        return {};
    const Result<> restored =
        waitFor(database.write([](Connection &connection) { return ensureSortIndexes(connection); }));
    return restored ? restored : Result<>{remember(restored.error())};
}

void CatalogSyncWriter::Private::count(SyncEntry &entry, SyncEntry::Counted as)
{
    using Counted = SyncEntry::Counted;
    if (entry.counted == as || entry.counted == Counted::Added || entry.counted == Counted::Updated)
        return;
    if (entry.counted == Counted::Unchanged)
        --outcome.unchanged;
    if (as == Counted::Unchanged)
        ++outcome.unchanged;
    entry.counted = as;
}

RecordingWrite &CatalogSyncWriter::Private::writeFor(size_t position)
{
    SyncEntry &entry = index.at(position);
    if (entry.pendingWrite < 0) {
        entry.pendingWrite = int(next->writes.size());
        next->writes.emplace_back().entry = position;
    }
    return next->writes[size_t(entry.pendingWrite)];
}

// The description moves into the write.
void CatalogSyncWriter::Private::takeBase(size_t position, PreparedSnapshot &sighted)
{
    SyncEntry &entry = index.at(position);
    entry.base = sighted.base;
    entry.state = sighted.state;
    entry.isBaseSeen = true;
    RecordingWrite &write = writeFor(position);
    write.hasBase = true;
    write.base = std::move(sighted.row);
}

PreparedSnapshot CatalogSyncWriter::Private::prepare(const RecordingSnapshot &snapshot)
{
    PreparedSnapshot prepared{.key = keyDigest(snapshot.externalId),
                              .base = baseDigest(snapshot),
                              .source = snapshot.source,
                              .state = snapshot.state,
                              .row = {},
                              .formats = {}};
    const SyncEntry *known = index.find(prepared.key);
    const bool isToBeWritten = !known || known->base != prepared.base || known->isGone();
    PackedSnapshot packed = packer.pack(snapshot, isToBeWritten);
    prepared.formats = std::move(packed.formats);
    if (isToBeWritten)
        prepared.row = {.texts = std::move(packed.texts),
                        .startedAtMs = snapshot.startedAtMs,
                        .endedAtMs = snapshot.endedAtMs,
                        .participantCount = snapshot.participantCount,
                        .isBreakout = snapshot.isBreakout,
                        .rawSizeBytes = snapshot.rawSizeBytes,
                        .breakoutRoomIds = snapshot.breakoutRoomIds,
                        .folder = known || filing.isEmpty() ? sharedFolder : filing.folderFor(server, snapshot)};
    return prepared;
}

void CatalogSyncWriter::Private::sightBase(size_t position, PreparedSnapshot &sighted)
{
    SyncEntry &entry = index.at(position);
    const bool isFirst = !entry.isSeen;
    if (entry.id == 0 && entry.counted == SyncEntry::Counted::Nowhere) {
        takeBase(position, sighted);
    } else if (sighted.base == entry.base) {
        if (entry.isGone())
            takeBase(position, sighted); // it is back
        entry.isBaseSeen = true;
    } else if (isFirst && (entry.others.empty() || entry.isGone())) {
        takeBase(position, sighted);
    } else if (conflictCount < mostConflicts) {
        // A second description of one recordID. Which one is shown is decided when all of them are known.
        std::vector<PreparedSnapshot> &others = conflicts[position];
        const bool isKnown =
            std::any_of(others.begin(), others.end(), [&](const auto &o) { return o.base == sighted.base; });
        if (!isKnown) {
            others.push_back({.key = sighted.key,
                              .base = sighted.base,
                              .source = {},
                              .state = sighted.state,
                              .row = std::move(sighted.row),
                              .formats = {}});
            ++conflictCount;
        }
    }
}

void CatalogSyncWriter::Private::sightFormats(size_t position, PreparedSnapshot &sighted)
{
    for (PackedFormat &format : sighted.formats) {
        SyncEntry &entry = index.at(position);
        const auto known = std::find_if(entry.formats.begin(), entry.formats.end(), [&](const SyncEntry::Format &f) {
            return f.digest.identity == format.digest.identity;
        });
        if (known == entry.formats.end()) {
            entry.formats.push_back({format.digest, true});
        } else if (known->digest == format.digest || known->isSeen) {
            known->isSeen = true;
            continue;
        } else {
            *known = {format.digest, true};
        }
        writeFor(position).formats.push_back(std::move(format.row));
    }
}

void CatalogSyncWriter::Private::sight(PreparedSnapshot sighted)
{
    const size_t position = index.findOrAdd(sighted.key);
    const SourceDigest source = sighted.source;
    const Digest base = sighted.base;
    const bool isFirst = !index.at(position).isSeen;
    sightBase(position, sighted);
    sightFormats(position, sighted);
    sightSource(position, source, isFirst, base == index.at(position).base);
    SyncEntry &entry = index.at(position);
    entry.isSeen = true;
    using Counted = SyncEntry::Counted;
    if (entry.pendingWrite < 0)
        count(entry, Counted::Unchanged);
    else
        count(entry, entry.id == 0 ? Counted::Added : Counted::Updated);
}

// Bytes are stored with what is written anyway, where they tell everything that is kept of the recording: recognising
// them later means that all of it is still listed. A recording that comes in pieces has none.
void CatalogSyncWriter::Private::sightSource(size_t position, const SourceDigest &source, bool isFirst, bool isBase)
{
    SyncEntry &entry = index.at(position);
    if (isFirst)
        entry.seenSource = isBase ? source : SourceDigest();
    else if (source != entry.seenSource)
        entry.seenSource = {};
    if (!isFirst && entry.seenSource.isNull() && !entry.source.isNull()) {
        entry.source = {};
        writeFor(position);
    } else if (entry.pendingWrite >= 0) {
        entry.source = entry.areAllFormatsSeen() ? entry.seenSource : SourceDigest();
    }
}

bool CatalogSyncWriter::Private::recognises(const SourceDigest &source)
{
    SyncEntry *entry = failure ? nullptr : index.findBySource(source);
    if (!entry || entry->source != source || entry->isGone() || !entry->others.empty())
        return false;
    if (entry->isSeen)
        return entry->isRecognised && entry->seenSource == source; // listed twice, alike
    entry->isSeen = entry->isBaseSeen = entry->isRecognised = true;
    entry->seenSource = source;
    for (SyncEntry::Format &format : entry->formats)
        format.isSeen = true;
    count(*entry, SyncEntry::Counted::Unchanged);
    return true;
}

// Sends the page put together to the writer; at most one is on its way.
void CatalogSyncWriter::Private::post()
{
    Q_ASSERT(!written);
    for (RecordingWrite &write : next->writes) {
        SyncEntry &entry = index.at(write.entry);
        write.id = entry.id; // known since the page before was settled
        write.digest = entry.digest().toBlob();
        entry.pendingWrite = -1;
    }
    if (next->writes.empty())
        return; // nothing changed: not even an empty transaction
    nextPost = std::chrono::steady_clock::now() + batchTime;
    inFlight = std::exchange(next, std::make_shared<PageWrites>());
    const qint64 nowMs = toUtcMs(clock.now());
    written = database.write([this, page = inFlight, nowMs](Connection &connection) -> Result<WrittenIds> {
        writer.setNow(nowMs);
        return writer.writeAll(connection, page->writes);
    });
}

// Waits for the page on its way and takes note of what it did.
Result<> CatalogSyncWriter::Private::settle()
{
    if (!written)
        return {};
    const Result<WrittenIds> ids = waitFor(*std::exchange(written, std::nullopt));
    const std::shared_ptr<PageWrites> page = std::exchange(inFlight, nullptr);
    if (!ids)
        return remember(ids.error());
    for (size_t position = 0; position < page->writes.size(); ++position) {
        SyncEntry &entry = index.at(page->writes[position].entry);
        const RecordingId id{ids.value()[position]};
        if (entry.id == 0) {
            outcome.added.append(id);
        } else if (entry.counted == SyncEntry::Counted::Updated && !entry.isReported) {
            outcome.updated.append(id);
        }
        entry.isReported = true;
        entry.id = id.value;
    }
    return {};
}

Result<SyncOutcome> CatalogSyncWriter::Private::apply(std::vector<RecordingSnapshot> page)
{
    // Overlaps with the writing of the pages before.
    for (RecordingSnapshot &snapshot : page) {
        sight(prepare(snapshot));
        snapshot = {};
    }
    const bool isBusy = (written && !written->isFinished()) || std::chrono::steady_clock::now() < nextPost;
    if (isBusy && next->writes.size() < largestBatch)
        return takeOutcome();
    if (Result<> settled = settle(); !settled)
        return settled.error();
    post();
    return takeOutcome();
}

void CatalogSyncWriter::Private::resolveConflicts(size_t position, std::vector<PreparedSnapshot> &others)
{
    std::sort(others.begin(), others.end(), [](const PreparedSnapshot &one, const PreparedSnapshot &other) {
        return outranks(one.state, one.base, other.state, other.base);
    });
    SyncEntry &entry = index.at(position);
    std::vector<Digest> losers;
    for (const PreparedSnapshot &other : others)
        losers.push_back(other.base);
    PreparedSnapshot &best = others.front();
    if (!entry.isBaseSeen || outranks(best.state, best.base, entry.state, entry.base)) {
        losers.erase(losers.begin());
        if (entry.isBaseSeen)
            losers.push_back(entry.base);
        takeBase(position, best);
        count(index.at(position), SyncEntry::Counted::Updated);
    }
    std::sort(losers.begin(), losers.end());
    if (losers.size() > 255)
        losers.resize(255);
    if (losers != index.at(position).others) {
        index.at(position).others = losers;
        writeFor(position);
    }
}

Result<> CatalogSyncWriter::Private::finishConflicts()
{
    for (auto conflict = conflicts.begin(); conflict != conflicts.end(); ++conflict)
        resolveConflicts(conflict.key(), conflict.value());
    // Recordings that had several descriptions and now have one.
    for (size_t position = 0; position < index.size(); ++position) {
        SyncEntry &entry = index.at(position);
        if (entry.isSeen && entry.isBaseSeen && !entry.others.empty() && !conflicts.contains(position)) {
            entry.others.clear();
            writeFor(position);
        }
    }
    conflicts.clear();
    return writeAll();
}

Result<> CatalogSyncWriter::Private::writeAll()
{
    if (Result<> settled = settle(); !settled)
        return settled;
    post();
    return settle();
}

Result<> CatalogSyncWriter::Private::finishGone()
{
    std::vector<size_t> gone;
    for (size_t position = 0; position < index.size(); ++position) {
        if (!index.at(position).isSeen && !index.at(position).isGone())
            gone.push_back(position);
    }
    for (size_t from = 0; from < gone.size(); from += finishingBatch) {
        std::vector<qint64> ids;
        for (size_t at = from; at < std::min(from + finishingBatch, gone.size()); ++at)
            ids.push_back(index.at(gone[at]).id);
        const qint64 nowMs = toUtcMs(clock.now());
        const Result<> marked = waitFor(database.write([this, ids, nowMs](Connection &connection) -> Result<> {
            writer.setNow(nowMs);
            for (const qint64 id : ids) {
                if (Result<> done = writer.markGone(connection, id, previousSyncMs); !done)
                    return done;
            }
            return {};
        }));
        if (!marked)
            return remember(marked.error());
        for (const qint64 id : ids)
            outcome.gone.append(RecordingId{id});
    }
    return {};
}

Result<> CatalogSyncWriter::Private::finishFormats()
{
    for (size_t position = 0; position < index.size(); ++position) {
        SyncEntry &entry = index.at(position);
        if (!entry.isSeen || entry.isProblem)
            continue;
        std::vector<quint64> unseen;
        for (const SyncEntry::Format &format : entry.formats) {
            if (!format.isSeen)
                unseen.push_back(format.digest.identity);
        }
        if (unseen.empty())
            continue;
        std::erase_if(entry.formats, [](const SyncEntry::Format &format) { return !format.isSeen; });
        entry.source = entry.seenSource;
        const qint64 nowMs = toUtcMs(clock.now());
        const QByteArray digest = entry.digest().toBlob();
        const Result<> removed =
            waitFor(database.write([this, id = entry.id, unseen, digest, nowMs](Connection &connection) {
                writer.setNow(nowMs);
                return writer.removeFormats(connection, id, unseen, digest);
            }));
        if (!removed)
            return remember(removed.error());
        count(entry, SyncEntry::Counted::Updated);
        if (!std::exchange(entry.isReported, true))
            outcome.updated.append(RecordingId{entry.id});
    }
    return {};
}

Result<> CatalogSyncWriter::Private::storeLastSync()
{
    static const Statement update{"sync.storeLastSync"_L1, u"UPDATE server SET last_sync_at_ms = ? WHERE id = ?"_s};
    const Result<> stored =
        waitFor(database.write([id = server.value, nowMs = toUtcMs(clock.now())](Connection &connection) -> Result<> {
            const Result<Executed> updated = connection.execute(update, Values{nowMs, id});
            return updated ? Result<>{} : Result<>{updated.error()};
        }));
    return stored ? stored : Result<>{remember(stored.error())};
}

Result<> CatalogSyncWriter::Private::finish(const ListingSummary &summary)
{
    if (Result<> settled = writeAll(); !settled)
        return settled;
    if (Result<> restored = restoreIndexes(); !restored)
        return restored;
    if (!summary.isComplete)
        return storeLastSync(); // it ended, but what was not seen in it may still be there
    for (const RecordingProblem &problem : summary.problems) {
        // Listed, but not readable this time: neither it nor its formats are gone.
        if (SyncEntry *entry = index.find(keyDigest(problem.externalId))) {
            entry->isSeen = true;
            entry->isProblem = true;
        }
    }
    if (Result<> done = finishConflicts(); !done)
        return done;
    if (Result<> done = finishFormats(); !done)
        return done;
    if (Result<> done = finishGone(); !done)
        return done;
    return storeLastSync();
}

CatalogSyncWriter::CatalogSyncWriter(Database &database, const Clock &clock, ServerId server, Actor actor)
    : d(std::make_unique<Private>(database, clock, server, actor))
{
}

CatalogSyncWriter::~CatalogSyncWriter()
{
    if (d->written)
        d->written->waitForFinished();
    // Also after a failure. What cannot be built now is built when the catalog is opened.
    if (const Result<> restored = d->restoreIndexes(); !restored)
        qCWarning(logStorage) << "indexes are missing until the catalog is opened again";
}

Result<> CatalogSyncWriter::begin()
{
    return d->load();
}

Result<SyncOutcome> CatalogSyncWriter::apply(std::vector<RecordingSnapshot> page)
{
    if (d->failure)
        return *d->failure;
    return d->apply(std::move(page));
}

bool CatalogSyncWriter::recognises(const SourceDigest &source)
{
    return d->recognises(source);
}

Result<SyncOutcome> CatalogSyncWriter::flush()
{
    if (d->failure)
        return *d->failure;
    if (Result<> written = d->writeAll(); !written)
        return written.error();
    if (Result<> restored = d->restoreIndexes(); !restored)
        return restored.error();
    return d->takeOutcome();
}

Result<SyncOutcome> CatalogSyncWriter::finish(const ListingSummary &summary)
{
    if (d->failure)
        return *d->failure;
    if (Result<> finished = d->finish(summary); !finished)
        return finished.error();
    return d->takeOutcome();
}

} // namespace letopis
