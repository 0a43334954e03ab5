#include "core/workspace/local/localaudittrail.h"

#include "core/base/logging.h"
#include "core/domain/audit.h"
#include "core/journal/auditexport.h"
#include "core/journal/auditfiles.h"
#include "core/journal/auditlog.h"
#include "core/journal/auditsegments.h"
#include "core/journal/profileanchor.h"
#include "core/storage/auditindex.h"
#include "core/storage/auditpages.h"
#include "core/storage/auditrepository.h"
#include "core/storage/auditsegmentrows.h"

#include <QDir>
#include <QFileInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 eventsPerIndexing = 1000; // in one transaction: a sync waits for no longer than these
constexpr int mostPerPage = 5000;

SecretRef refOf(const QString &catalog)
{
    return {catalog, u"audit-signing-key"_s};
}

QString formatName(AuditFileFormat format)
{
    switch (format) {
    case AuditFileFormat::Csv: return u"csv"_s;
    case AuditFileFormat::JsonLines: return u"json"_s;
    case AuditFileFormat::Extract: return u"extract"_s;
    }
    return {};
}

QString segmentFileName(const QString &catalog, const AuditSegment &segment)
{
    return u"letopis-journal-%1-%2-%3.jsonl.zst"_s.arg(catalog.left(8)).arg(segment.firstSequence, 9, 10, QLatin1Char('0')).arg(segment.lastSequence, 9, 10, QLatin1Char('0'));
}

} // namespace

LocalAuditTrail::LocalAuditTrail(Parts parts, QObject *parent)
    : AuditTrail(parent)
    , m_parts(std::move(parts))
    , m_gate(m_parts.access, this)
{
    if (m_parts.anchorFile.isEmpty())
        return;
    connect(&m_remembering, &QTimer::timeout, this, &LocalAuditTrail::remember);
    m_remembering.start(60s);
    const auto start = [&database = m_parts.database, file = m_parts.anchorFile, now = nowMs()]() -> Result<CatalogAgeReport> {
        if (const Result<bool> restored = acceptRestored(database, programActor(), file, now); !restored)
            return restored.error();
        return rememberHead(file, database.path(), now);
    };
    whenDone(m_parts.pool.run(start), this, [this](const Result<CatalogAgeReport> &report) {
        if (report)
            Q_EMIT catalogAgeKnown(*report);
        else
            qCWarning(logStorage).noquote() << "the profile's anchor of the journal:" << report.error().detail;
    });
}

LocalAuditTrail::~LocalAuditTrail()
{
    // What was written since the last minute; nothing of it is lost where this fails, the anchor is only older.
    if (!m_parts.anchorFile.isEmpty())
        static_cast<void>(rememberHead(m_parts.anchorFile, m_parts.database.path(), nowMs()));
}

void LocalAuditTrail::remember()
{
    m_parts.pool.run([file = m_parts.anchorFile, catalogFile = m_parts.database.path(), now = nowMs()] {
        return rememberHead(file, catalogFile, now);
    });
}

template <typename F>
auto LocalAuditTrail::pass(const Actor &actor, const AuditQuery &query, F f)
{
    if (query.recording.value)
        return m_gate.pass(actor, Capability::SeeReports, query.recording, std::move(f));
    return m_gate.pass(actor, Capability::SeeAllRecordings, std::move(f));
}

template <typename F>
auto LocalAuditTrail::passWhole(const Actor &actor, F f)
{
    return m_gate.pass(actor, Capability::SeeAllRecordings, std::move(f));
}

template <typename F>
auto LocalAuditTrail::passChange(const Actor &actor, F f)
{
    return m_gate.pass(actor, Capability::ManageCatalog, std::move(f));
}

QFuture<Result<>> LocalAuditTrail::indexed()
{
    const auto waiting = m_parts.database.read([](Connection &connection) { return eventsToIndex(connection); });
    return chain(waiting, this, [this](qint64 events) {
        if (events == 0)
            return readyFuture(Result<>());
        const auto some = m_parts.database.write([](Connection &connection) { return indexEvents(connection, eventsPerIndexing); });
        return chain(some, this, [this](qint64 left) { return left > 0 ? indexed() : readyFuture(Result<>()); });
    });
}

QFuture<Result<AuditPage>> LocalAuditTrail::page(const Actor &actor, const AuditQuery &query, qint64 after, int limit)
{
    return pass(actor, query, [=, this] {
        const auto ready = query.text.trimmed().isEmpty() ? readyFuture(Result<>()) : indexed();
        return chain(ready, this, [=, this] {
            return chain(mayReadHolds(actor, query), this, [=, this](bool withHolds) {
                return m_parts.database.read([=](Connection &connection) {
                    return readAuditPage(connection, query, after, std::clamp(limit, 1, mostPerPage), withHolds);
                });
            });
        });
    });
}

QFuture<Result<bool>> LocalAuditTrail::mayReadHolds(const Actor &actor, const AuditQuery &query)
{
    if (!query.recording.value) // the whole journal is for those who may everything
        return readyFuture(Result<bool>(true));
    return m_parts.database.read([=, access = m_parts.access](Connection &connection) {
        return connection.transaction([&]() -> Result<bool> {
            const Result<> may = access.requireIn(connection, actor, Capability::SetRetention, {query.recording});
            return may || may.error().kind == ErrorKind::PermissionDenied ? Result<bool>(may.has_value()) : Result<bool>(may.error());
        });
    });
}

QFuture<Result<AuditFacets>> LocalAuditTrail::facets(const Actor &actor)
{
    return passWhole(actor, [this] {
        return chain(indexed(), this, [this] {
            return m_parts.database.read([](Connection &connection) { return readAuditFacets(connection); });
        });
    });
}

QFuture<Result<QString>> LocalAuditTrail::catalog()
{
    const auto present = m_parts.database.read([](Connection &connection) { return catalogUuid(connection); });
    return chain(present, this, [this](const QString &uuid) {
        return uuid.isEmpty() ? m_parts.database.write([](Connection &connection) { return catalogUuid(connection); })
                              : readyFuture(Result<QString>(uuid));
    });
}

QFuture<Result<AuditKey>> LocalAuditTrail::key(const Actor &actor, bool mayMake)
{
    return chain(catalog(), this, [=, this](const QString &uuid) {
        auto promise = std::make_shared<QPromise<Result<AuditKey>>>();
        promise->start();
        const auto answer = [promise](const Result<AuditKey> &result) {
            promise->addResult(result);
            promise->finish();
        };
        whenDone(m_parts.secrets().read(refOf(uuid)), this, [=, this](const Result<SecretText> &seed) {
            if (seed && !seed->isEmpty())
                return answer(auditKeyFrom(*seed));
            if (!seed && seed.error().kind != ErrorKind::SecretMissing)
                return answer(seed.error());
            if (!mayMake)
                return answer(Error{ErrorKind::SecretMissing, u"no key was made yet"_s, {}, {}});
            whenDone(makeKey(actor, uuid), this, answer);
        });
        return promise->future();
    });
}

// In the store first: a key that the journal names must be one that signs.
QFuture<Result<AuditKey>> LocalAuditTrail::makeKey(const Actor &actor, const QString &uuid)
{
    const Result<AuditKey> made = makeAuditKey();
    if (!made)
        return readyFuture(made);
    return chain(m_parts.secrets().write(refOf(uuid), made->seed), this, [=, this, made = *made] {
        const AuditNote note{u"audit.keyCreated"_s, {}, {{u"publicKey"_s, QString::fromLatin1(made.publicKey.toHex())}}};
        return chain(m_parts.database.write([=, now = nowMs()](Connection &connection) { return noteEvent(connection, actor, note, now); }), this,
                     [made] { return readyFuture(Result<AuditKey>(made)); });
    });
}

QFuture<Result<std::optional<AuditKey>>> LocalAuditTrail::keyIf(const Actor &actor, bool isWanted)
{
    using Key = std::optional<AuditKey>;
    if (!isWanted)
        return readyFuture(Result<Key>(Key()));
    return chain(key(actor, true), this, [](const AuditKey &found) { return readyFuture(Result<Key>(Key(found))); });
}

QFuture<Result<AuditSigning>> LocalAuditTrail::signing(const Actor &actor)
{
    return passWhole(actor, [this, actor] {
        auto promise = std::make_shared<QPromise<Result<AuditSigning>>>();
        promise->start();
        whenDone(key(actor, false), this, [this, promise](const Result<AuditKey> &found) {
            AuditSigning signing{.isAvailable = found.has_value(), .store = m_parts.secrets().description(), .publicKey = {}, .fingerprint = {}};
            if (found) {
                signing.publicKey = found->publicKey;
                signing.fingerprint = keyFingerprint(found->publicKey);
            } else if (found.error().kind == ErrorKind::SecretMissing) {
                signing.isAvailable = true; // it is made when it is needed
            } else {
                signing.problem = found.error();
            }
            promise->addResult(Result<AuditSigning>(signing));
            promise->finish();
        });
        return promise->future();
    });
}

QFuture<Result<AuditExportReport>> LocalAuditTrail::exportTo(const Actor &actor, const AuditQuery &query, AuditFileFormat format,
                                                             const QString &file, bool isSigned, std::shared_ptr<ProgressCounters> progress,
                                                             std::stop_token stop)
{
    const auto written = [=, this](bool withHolds, const std::optional<AuditKey> &signer) {
        return chain(catalog(), this, [=, this](const QString &uuid) {
            const AuditExportRequest request{.catalogFile = m_parts.database.path(),
                                             .file = file,
                                             .format = format,
                                             .query = query,
                                             .catalog = uuid,
                                             .program = m_parts.program,
                                             .key = signer,
                                             .nowMs = nowMs(),
                                             .withHolds = withHolds};
            return chain(m_parts.pool.run([=] { return exportAudit(request, progress.get(), stop); }), this,
                         [=, this](const AuditExportReport &report) {
                             note(actor, {u"audit.exported"_s, query.recording,
                                          {{u"format"_s, formatName(format)},
                                           {u"file"_s, QFileInfo(file).fileName()},
                                           {u"events"_s, report.events},
                                           {u"sha256"_s, QString::fromLatin1(report.sha256.toHex())}}});
                             return readyFuture(Result<AuditExportReport>(report));
                         });
        });
    };
    return pass(actor, query, [=, this] {
        if (actor.onlyLooks)
            return readyFuture(Result<AuditExportReport>(refused(Capability::SeeReports, Refusal::OnlyLooks)));
        const auto ready = query.text.trimmed().isEmpty() ? readyFuture(Result<>()) : indexed();
        return chain(ready, this, [=, this] {
            return chain(mayReadHolds(actor, query), this, [=, this](bool withHolds) {
                return chain(keyIf(actor, isSigned && format == AuditFileFormat::Extract), this,
                             [=](const std::optional<AuditKey> &signer) { return written(withHolds, signer); });
            });
        });
    });
}

QFuture<Result<AuditVerdict>> LocalAuditTrail::verify(const Actor &actor, const QString &anchorFile, std::shared_ptr<ProgressCounters> progress,
                                                      std::stop_token stop)
{
    return passWhole(actor, [=, this] {
        return m_parts.pool.run([=, catalogFile = m_parts.database.path()]() -> Result<AuditVerdict> {
            AuditCheck check{.catalogFile = catalogFile};
            if (!anchorFile.isEmpty()) {
                const Result<AuditAnchor> seen = readAnchorFile(anchorFile);
                if (!seen)
                    return seen.error();
                check.anchor = *seen;
            }
            return checkJournal(check, progress.get(), stop);
        });
    });
}

QFuture<Result<AuditAnchor>> LocalAuditTrail::anchor(const Actor &actor)
{
    const auto take = [=, this](const QString &uuid) {
        return m_parts.database.read([uuid, now = nowMs()](Connection &connection) -> Result<AuditAnchor> {
            const Result<AuditHead> head = readAuditHead(connection);
            return head ? Result<AuditAnchor>(AuditAnchor{uuid, head->sequence, head->hash, now, {}, {}}) : Result<AuditAnchor>(head.error());
        });
    };
    return passWhole(actor, [=, this] {
        auto promise = std::make_shared<QPromise<Result<AuditAnchor>>>();
        promise->start();
        const auto answer = [promise](const Result<AuditAnchor> &result) {
            promise->addResult(result);
            promise->finish();
        };
        // The key first: its making is an event too. Without one the anchor is as good, only anybody could have written it.
        whenDone(key(actor, !actor.onlyLooks), this, [=, this](const Result<AuditKey> &signer) {
            whenDone(chain(catalog(), this, take), this, [=](const Result<AuditAnchor> &head) {
                if (!head || !signer)
                    return answer(head);
                AuditAnchor anchor = *head;
                anchor.publicKey = signer->publicKey;
                anchor.signature = signedBy(*signer, signedPart(anchor));
                answer(anchor);
            });
        });
        return promise->future();
    });
}

QFuture<Result<CatalogAgeReport>> LocalAuditTrail::ownCatalogAge()
{
    if (m_parts.anchorFile.isEmpty())
        return readyFuture(Result<CatalogAgeReport>(CatalogAgeReport{.age = CatalogAge::NoAnchor, .seen = {}}));
    return m_parts.pool.run([file = m_parts.anchorFile, catalogFile = m_parts.database.path()] { return letopis::catalogAge(file, catalogFile); });
}

QFuture<Result<CatalogAgeReport>> LocalAuditTrail::catalogAge(const Actor &actor)
{
    return passWhole(actor, [this] { return ownCatalogAge(); });
}

QFuture<Result<AuditAnchor>> LocalAuditTrail::acceptCatalog(const Actor &actor)
{
    return passChange(actor, [=, this] {
        if (m_parts.anchorFile.isEmpty())
            return readyFuture(Result<AuditAnchor>(Error{ErrorKind::Unsupported, u"the profile keeps no anchor"_s, {}, {}}));
        return m_parts.pool.run([&database = m_parts.database, actor, file = m_parts.anchorFile, now = nowMs()] {
            return letopis::acceptCatalog(database, actor, file, {{u"by"_s, u"a person's word"_s}}, now);
        });
    });
}

QFuture<Result<QList<AuditSegment>>> LocalAuditTrail::segments(const Actor &actor)
{
    return passWhole(actor, [this] { return m_parts.database.read([](Connection &connection) { return readSegments(connection); }); });
}

QFuture<Result<AuditSegment>> LocalAuditTrail::seal(const Actor &actor, const QDateTime &until)
{
    return passChange(actor, [=, this] {
        return m_parts.pool.run([&database = m_parts.database, actor, untilMs = until.toMSecsSinceEpoch(), now = nowMs()]() -> Result<AuditSegment> {
            const Result<AuditVerdict> verdict = checkJournal({.catalogFile = database.path()});
            if (!verdict)
                return verdict.error();
            if (!verdict->isIntact()) {
                return Error{ErrorKind::ContentMismatch, u"the journal's chain is broken"_s, QString::number(*verdict->firstBadSequence), {}};
            }
            return sealEvents(database, actor, untilMs, now);
        });
    });
}

QFuture<Result<AuditSegment>> LocalAuditTrail::exportSegment(const Actor &actor, qint64 firstSequence, const QString &folder, bool isSigned)
{
    const auto write = [=, this](const QString &uuid, const std::optional<AuditKey> &signer) {
        return m_parts.pool.run([=, &database = m_parts.database, program = m_parts.program, now = nowMs()]() -> Result<AuditSegment> {
            const Result<AuditSegment> segment = segmentAt(database, firstSequence);
            if (!segment)
                return segment;
            if (segment->droppedAtMs > 0)
                return Error{ErrorKind::InvalidInput, u"the segment's events are gone already"_s, {}, {}};
            const QString file = QDir(folder).filePath(segmentFileName(uuid, *segment));
            const Result<AuditExportReport> report = exportAudit({.catalogFile = database.path(),
                                                                  .file = file,
                                                                  .format = AuditFileFormat::Extract,
                                                                  .catalog = uuid,
                                                                  .program = program,
                                                                  .key = signer,
                                                                  .nowMs = now,
                                                                  .firstSequence = segment->firstSequence,
                                                                  .lastSequence = segment->lastSequence});
            if (!report)
                return report.error();
            const Result<AuditFileVerdict> back = checkAuditFile({.file = file});
            if (!back)
                return back.error();
            if (!back->isIntact() || back->lastHash != segment->lastHash || back->events != segment->count())
                return Error{ErrorKind::ContentMismatch, u"the file does not read as it was written"_s, file, {}};
            return noteSegmentExported(database, actor, firstSequence, *report, now);
        });
    };
    return passChange(actor, [=, this] {
        return chain(keyIf(actor, isSigned), this, [=, this](const std::optional<AuditKey> &signer) {
            return chain(catalog(), this, [=](const QString &uuid) { return write(uuid, signer); });
        });
    });
}

QFuture<Result<AuditSegment>> LocalAuditTrail::dropSegment(const Actor &actor, qint64 firstSequence, const QString &file)
{
    return passChange(actor, [=, this] {
        return m_parts.pool.run([=, &database = m_parts.database, now = nowMs()] {
            return letopis::dropSegment(database, actor, firstSequence, file, now);
        });
    });
}

QFuture<Result<>> LocalAuditTrail::noteExport(const Actor &actor, const ExportNote &exported)
{
    if (actor.kind == ActorKind::Nobody || actor.onlyLooks)
        return readyFuture(Result<>(refused(Capability::ViewRecording, Refusal::OnlyLooks)));
    QJsonObject details{{u"format"_s, exported.format}, {u"file"_s, exported.file}};
    if (exported.count >= 0)
        details.insert(u"count"_s, exported.count);
    const AuditNote note{exported.action, exported.recording, details};
    const auto write = [=, this] {
        return m_parts.database.write([=, now = nowMs()](Connection &connection) { return noteEvent(connection, actor, note, now); });
    };
    return exported.recording.value ? m_gate.pass(actor, Capability::ViewRecording, exported.recording, write)
                                    : m_gate.pass(actor, Capability::ViewRecording, write);
}

void LocalAuditTrail::noteViewed(const Actor &actor, RecordingId recording, const QString &format)
{
    if (actor.onlyLooks)
        return;
    const auto noted = m_parts.database.write([=, now = nowMs()](Connection &connection) {
        return letopis::noteViewed(connection, actor, recording, format, now);
    });
    whenDone(noted, this, [](const Result<bool> &result) {
        if (!result)
            qCWarning(logStorage).noquote() << "a view could not be journalled:" << result.error().detail;
    });
}

void LocalAuditTrail::note(const Actor &actor, const AuditNote &what)
{
    if (actor.onlyLooks)
        return;
    const auto noted = m_parts.database.write([=, now = nowMs()](Connection &connection) { return noteEvent(connection, actor, what, now); });
    whenDone(noted, this, [](const Result<> &result) {
        if (!result)
            qCWarning(logStorage).noquote() << "it could not be journalled:" << result.error().detail;
    });
}

} // namespace letopis
