#include "core/workspace/local/localserverreality.h"

#include "core/jobs/functionjob.h"
#include "core/media/mediacache.h"
#include "core/storage/deletionplans.h"
#include "core/storage/retentionplanner.h"
#include "core/storage/retentionrows.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostInOnePlan = 100'000;

// What stops deletion now, as the catalog, this machine's clock and the server's tell it.
Result<> askGuards(Database &database, const GuardCheck &check, DeletionReason::Kind reason)
{
    const auto guards = waitFor(database.read([check](Connection &connection) {
        return connection.transaction([&] { return retentionGuards(connection, check); });
    }));
    if (!guards)
        return guards.error();
    QList<RetentionGuard> stopping = *guards;
    // The switch is for what goes by itself, not for what somebody asks for.
    if (reason == DeletionReason::Kind::Manual || reason == DeletionReason::Kind::Mend)
        stopping.removeIf([](const RetentionGuard &guard) { return guard.kind == RetentionGuard::Kind::SwitchedOff; });
    return stopping.isEmpty() ? Result<>() : Result<>(stoppedBy(stopping));
}

Result<ServerRetention> retentionOf(Database &database, ServerId server)
{
    return waitFor(database.read([server](Connection &connection) { return readServerRetention(connection, server); }));
}

Result<DeletionPlan> storePlan(Connection &connection, DeletionPlan plan, const std::vector<DeletionItem> &items, const Actor &actor,
                               DeletionStep step)
{
    const Result<ServerRetention> retention = readServerRetention(connection, plan.server);
    if (!retention)
        return retention.error();
    plan.createdBy = actor.login;
    plan.needsConfirmation = step != DeletionStep::Restore;
    plan.needsApproval = step == DeletionStep::Purge && retention->parameters.twoPeoplePurge;
    const Result<DeletionPlan> stored = insertDeletionPlan(connection, plan, items, actor);
    if (!stored || step != DeletionStep::Restore)
        return stored;
    const qint64 count = std::ssize(items);
    if (const Result<> confirmed = confirmDeletionPlan(connection, stored->id, count, actor, plan.createdAtMs); !confirmed)
        return confirmed.error();
    return readDeletionPlan(connection, stored->id);
}

struct Named
{
    ServerId server;
    DeletionItem item;
};

Result<Named> itemFor(Connection &connection, RecordingId recording)
{
    static const Statement look{"reality.itemFor"_L1,
                                u"SELECT server_id, external_id, title, CASE WHEN size_bytes < 0 AND raw_size_bytes < 0 THEN -1 "
                                "ELSE max(size_bytes, 0) + max(raw_size_bytes, 0) END, last_viewed_at_ms FROM recording WHERE id = :id"_s};
    std::optional<Named> found;
    const Result<> read = connection.forEachRaw(look, {{":id"_L1, recording.value}}, [&](const QSqlQuery &row) {
        Named named;
        named.server = {row.value(0).toLongLong()};
        named.item.recording = recording;
        named.item.externalId = row.value(1).toString();
        named.item.title = row.value(2).toString();
        named.item.sizeBytes = row.value(3).toLongLong();
        named.item.lastViewedAtMs = row.value(4).toLongLong();
        found = named;
    });
    if (!read)
        return read.error();
    return found ? Result<Named>(*found) : Result<Named>(Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}});
}

Result<DeletionPlan> makePlanByHand(Connection &connection, DeletionStep step, const QList<RecordingId> &recordings,
                                    DeletionReason::Kind reason, const Actor &actor, qint64 nowMs)
{
    DeletionPlan plan;
    plan.createdAtMs = nowMs;
    std::vector<DeletionItem> items;
    QSet<RecordingId> seen;
    for (const RecordingId recording : recordings) {
        if (seen.contains(recording))
            continue;
        seen.insert(recording);
        Result<Named> named = itemFor(connection, recording);
        if (!named)
            return named.error();
        if (plan.server.isValid() && plan.server != named->server)
            return Error{ErrorKind::InvalidInput, u"recordings of one server at a time"_s, named->item.title, {}};
        plan.server = named->server;
        const Result<bool> held = step == DeletionStep::Restore ? Result<bool>(false) : isHeld(connection, recording);
        if (!held)
            return held.error();
        if (*held)
            return Error{ErrorKind::PermissionDenied, u"a legal hold is on it"_s, named->item.title, {}};
        named->item.step = step;
        named->item.reason.kind = reason;
        named->item.dueAtMs = nowMs;
        items.push_back(named->item);
    }
    if (items.empty() || items.size() > mostInOnePlan)
        return Error{ErrorKind::InvalidInput, u"one to %1 recordings"_s.arg(mostInOnePlan), {}, {}};
    return storePlan(connection, plan, items, actor, step);
}

// What the catalog has as served is no leftover, whatever an older comparison said.
Result<QList<RecordingId>> leftOvers(Connection &connection, ServerId server, const QStringList &externalIds)
{
    static const Statement look{"reality.recordingOf"_L1,
                                u"SELECT id, state IN ('published', 'unpublished') FROM recording WHERE server_id = :server AND external_id = :id"_s};
    QList<RecordingId> recordings;
    for (const QString &id : externalIds) {
        bool isServed = false;
        const Result<> read = connection.forEachRaw(look, {{":server"_L1, server.value}, {":id"_L1, id}}, [&](const QSqlQuery &row) {
            recordings += RecordingId{row.value(0).toLongLong()};
            isServed = row.value(1).toBool();
        });
        if (!read)
            return read.error();
        if (isServed)
            return Error{ErrorKind::InvalidInput, u"the catalog has it as served by now: sync, and compare anew"_s, id, {}};
    }
    return recordings;
}
} // namespace

LocalServerReality::LocalServerReality(Parts parts, QObject *parent)
    : ServerReality(parent)
    , m_parts(std::move(parts))
    , m_gate(m_parts.access, this)
    , m_deletions(m_parts.database, m_parts.clock,
                  [](Connection &connection, const DeletionItem &item, qint64 nowMs) { return recheckItem(connection, item, nowMs); })
    , m_reality(m_parts.database)
{
}

DeletionTools LocalServerReality::tools() const
{
    DeletionTools tools{m_deletions, m_parts.materials, {}, {}, {}, {}};
    tools.guard = [&database = m_parts.database, &clock = m_parts.clock, isGenuine = m_parts.isGenuine](
                      const DeletionPlan &plan, const DeletionItem &item, ConferenceService &service, std::stop_token stop) -> Result<> {
        GuardCheck check{.server = plan.server, .nowMs = toUtcMs(clock.now()), .serverTimeMs = {}, .isGenuine = isGenuine};
        const Result<QDateTime> theirs = service.serverTime(stop);
        if (!theirs && theirs.error().kind != ErrorKind::BadAnswer)
            return theirs.error();
        if (theirs)
            check.serverTimeMs = toUtcMs(*theirs);
        return askGuards(database, check, item.reason.kind);
    };
    tools.graceMs = [&database = m_parts.database](ServerId server) {
        const Result<ServerRetention> retention = retentionOf(database, server);
        const int days = retention ? retention->parameters.graceDays : RetentionParameters().graceDays;
        return qint64(days) * 24 * 3'600'000;
    };
    tools.removeLocalMedia = [directory = m_parts.media.directory()](const ConferenceServer &server, const DeletionSubject &subject) -> Result<RemovedFiles> {
        const auto removed = removeCachedRecording(directory, server.uuid, subject.externalId, subject.formats);
        RemovedFiles files{removed.files, removed.bytes, {}};
        if (removed.saved > 0) // where a person put it is theirs to say
            files.remains += DiskLeft{u"savedFiles"_s, u"%1 saved by a person"_s.arg(removed.saved)};
        return files;
    };
    return tools;
}

QFuture<Result<DeletionPlan>> LocalServerReality::planByHand(const Actor &actor, DeletionStep step, const QList<RecordingId> &recordings)
{
    return m_gate.pass(actor, Capability::SetRetention, recordings, [=, this] {
        return m_parts.database.write([=, nowMs = toUtcMs(m_parts.clock.now())](Connection &connection) {
            return makePlanByHand(connection, step, recordings, DeletionReason::Kind::Manual, actor, nowMs);
        });
    });
}

// On every recording of the plan: who lost one of them since may not carry it out.
QFuture<Result<>> LocalServerReality::mayRun(const Actor &actor, DeletionPlanId plan) const
{
    return m_parts.database.read([=, access = m_parts.access](Connection &connection) {
        return connection.transaction([&]() -> Result<> {
            static const Statement select{"reality.planned"_L1, u"SELECT recording_id FROM deletion_item WHERE plan_id = :plan"_s};
            QList<RecordingId> recordings;
            const Result<> read = connection.forEachRaw(select, {{":plan"_L1, plan.value}},
                                                        [&](const QSqlQuery &row) { recordings += RecordingId{row.value(0).toLongLong()}; });
            if (!read)
                return read;
            return access.requireIn(connection, actor, Capability::SetRetention, recordings);
        });
    });
}

JobId LocalServerReality::startPlan(const Actor &actor, const DeletionPlan &plan)
{
    const QString subject = m_parts.serverName(plan.server);
    for (const JobStatus &job : m_parts.runner.statuses()) {
        if (job.id == m_running.value(plan.id) && job.state != Job::State::Finished)
            return job.id;
    }
    const auto make = [=, this](JobId id) -> std::unique_ptr<Job> {
        auto job = std::make_unique<DeletionJob>(plan.id, plan.server, m_parts.open, m_parts.openDisk, tools(), actor, m_parts.pool);
        connect(job.get(), &DeletionJob::catalogChanged, this, &LocalServerReality::catalogChanged);
        connect(job.get(), &DeletionJob::reported, this, [=, this](const DeletionReport &report) {
            m_parts.runner.setReport(id, report);
            Q_EMIT carriedOut(plan.id);
        });
        return job;
    };
    const JobId job = m_parts.runner.submit({.kind = JobKind::Deletion,
                                             .server = plan.server,
                                             .subject = subject,
                                             .make = make,
                                             .admit = [=, this] { return mayRun(actor, plan.id); },
                                             .startedBy = actor});
    m_running.insert(plan.id, job);
    return job;
}

QFuture<Result<QList<IssuedCertificate>>> LocalServerReality::certificates(const Actor &actor, RecordingId recording)
{
    return m_gate.pass(actor, Capability::SetRetention, recording, [=, this] { return m_deletions.certificates(recording); });
}

QFuture<Result<>> LocalServerReality::check(ServerId server, std::shared_ptr<ProgressCounters> counters, std::stop_token stop)
{
    return chain(m_parts.open(server), this, [=, this](const OpenedServer &opened) {
        const auto run = [=, this](std::optional<OpenedDisk> disk) {
            const auto work = std::make_shared<RealityRun>(DeletionPlace{opened, std::move(disk)}, m_reality, m_parts.clock);
            return m_parts.pool.run([=] { return work->execute(*counters, stop); });
        };
        if (!opened.server.ssh)
            return run({});
        auto promise = std::make_shared<QPromise<Result<>>>();
        promise->start();
        const auto answer = [promise](const Result<> &result) {
            promise->addResult(result);
            promise->finish();
        };
        whenDone(m_parts.openDisk(server), this, [this, run, answer](const Result<OpenedDisk> &disk) {
            if (!disk && disk.error().kind != ErrorKind::Unsupported)
                return answer(disk.error());
            whenDone(run(disk ? std::optional(*disk) : std::nullopt), this, answer);
        });
        return promise->future();
    });
}

JobId LocalServerReality::startCheck(const Actor &actor, ServerId server)
{
    if (const auto running = m_parts.runner.unfinished(JobKind::Reality, server))
        return *running;
    const auto make = [=, this](JobId) -> std::unique_ptr<Job> {
        auto job = std::make_unique<FunctionJob>([=, this](std::shared_ptr<ProgressCounters> counters, std::stop_token stop) {
            return check(server, std::move(counters), stop);
        });
        connect(job.get(), &Job::finished, this, [=, this](const Result<> &result) {
            if (result)
                Q_EMIT checked(server);
        });
        return job;
    };
    return m_parts.runner.submit({.kind = JobKind::Reality,
                                  .server = server,
                                  .subject = m_parts.serverName(server),
                                  .make = make,
                                  .admit = m_gate.admission(actor, Capability::ManageServers),
                                  .startedBy = actor});
}

QFuture<Result<RealityReport>> LocalServerReality::lastCheck(const Actor &actor, ServerId server)
{
    return m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_reality.report(server); });
}

QFuture<Result<QList<RealityFinding>>> LocalServerReality::findings(const Actor &actor, ServerId server, int from, int limit)
{
    return m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_reality.findings(server, from, limit); });
}

QFuture<Result<DeletionPlan>> LocalServerReality::planMend(const Actor &actor, ServerId server, const QList<int> &positions)
{
    const auto asked = m_gate.pass(actor, Capability::ManageServers, [=, this] { return m_reality.findingsAt(server, positions); });
    return chain(asked, this, [=, this](const QList<RealityFinding> &findings) {
        QStringList unknown;
        QStringList ids;
        for (const RealityFinding &finding : findings) {
            if (mendOf(finding.kind) != RealityMend::Purge)
                return readyFuture(Result<DeletionPlan>(Error{ErrorKind::InvalidInput, u"a sync mends it, or nobody but its administrator"_s,
                                                              finding.externalId, {}}));
            ids += finding.externalId;
            if (!finding.recording.isValid())
                unknown += finding.externalId;
        }
        const auto make = [=, &database = m_parts.database, &clock = m_parts.clock, access = m_parts.access]() -> Result<DeletionPlan> {
            // Before the catalog gets any of them.
            if (const Result<> allowed = waitFor(access.require(actor, Capability::SetRetention, {})); !allowed)
                return allowed.error();
            if (const Result<> added = addUnknown(database, clock, server, actor, unknown); !added)
                return added.error();
            return waitFor(database.write([=, nowMs = toUtcMs(clock.now())](Connection &connection) -> Result<DeletionPlan> {
                const Result<QList<RecordingId>> recordings = leftOvers(connection, server, ids);
                if (!recordings)
                    return recordings.error();
                if (const Result<> allowed = access.requireIn(connection, actor, Capability::SetRetention, *recordings); !allowed)
                    return allowed.error();
                return makePlanByHand(connection, DeletionStep::Purge, *recordings, DeletionReason::Kind::Mend, actor, nowMs);
            }));
        };
        return m_parts.pool.run(make);
    });
}

} // namespace letopis
