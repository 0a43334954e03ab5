#include "core/journal/auditlog.h"

#include "core/storage/auditchain.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace letopis {

namespace {

constexpr qint64 stretchLength = 8192;
constexpr int mostThreads = 8;

// One check of one outline by several threads. A hash needs only its own row: how stretches join is looked at afterwards.
class ParallelCheck
{
public:
    ParallelCheck(const AuditCheck &check, const ChainOutline &outline, ProgressCounters *progress, std::stop_token stop)
        : m_check(check)
        , m_outline(outline)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_stretches(size_t((outline.last - outline.first + stretchLength) / stretchLength))
    {
    }

    Result<> run()
    {
        const int wanted = m_check.threads > 0 ? m_check.threads : int(std::thread::hardware_concurrency());
        const auto threads = std::clamp<int>(wanted, 1, std::min<int>(mostThreads, std::max<int>(1, int(m_stretches.size()))));
        {
            std::vector<std::jthread> others;
            for (int thread = 1; thread < threads; ++thread)
                others.emplace_back([this] { work(); });
            work();
        }
        if (m_error)
            return *m_error;
        return m_stop.stop_requested() ? Result<>(Error{ErrorKind::Cancelled, {}, {}, {}}) : Result<>();
    }

    const std::vector<std::optional<ChainStretch>> &stretches() const { return m_stretches; }

private:
    void work()
    {
        if (const Result<> done = checkSome(); !done) {
            const std::lock_guard lock(m_mutex);
            if (!m_error)
                m_error = done.error();
            m_isOver = true;
        }
    }

    Result<> checkSome()
    {
        Result<std::unique_ptr<Connection>> connection = Connection::open(m_check.catalogFile, ConnectionMode::ReadOnly, {});
        if (!connection)
            return connection.error();
        Result<ChainReader> chain = ChainReader::on(**connection);
        if (!chain)
            return chain.error();
        while (!m_stop.stop_requested() && !m_isOver) {
            const size_t index = m_next++;
            if (index >= m_stretches.size())
                return {};
            const qint64 first = m_outline.first + qint64(index) * stretchLength;
            Result<ChainStretch> stretch = chain->check(first, std::min(m_outline.last, first + stretchLength - 1));
            if (!stretch)
                return stretch.error();
            if (m_progress)
                m_progress->done += stretch->events;
            m_isOver = m_isOver || stretch->isBroken; // stretches before it are taken already, and finish
            m_stretches[index] = std::move(*stretch);
        }
        return {};
    }

    const AuditCheck &m_check;
    const ChainOutline m_outline;
    ProgressCounters *m_progress;
    const std::stop_token m_stop;
    std::atomic<size_t> m_next{0};
    std::atomic<bool> m_isOver{false};
    std::vector<std::optional<ChainStretch>> m_stretches;
    std::mutex m_mutex;
    std::optional<Error> m_error;
};

// Joins the stretches in order, up to the first that is broken or does not follow.
Result<AuditVerdict> joined(ChainReader &chain, const ChainOutline &outline, const std::vector<std::optional<ChainStretch>> &stretches)
{
    AuditVerdict verdict;
    verdict.firstSequence = outline.first;
    verdict.head = outline.previous;
    for (const std::optional<ChainStretch> &stretch : stretches) {
        if (!stretch)
            break; // behind one that is broken
        const bool follows = stretch->events == 0 || stretch->previous == verdict.head;
        if (follows) {
            verdict.events += stretch->events;
            verdict.bytesHashed += stretch->bytesHashed;
            if (stretch->events > 0)
                verdict.head = stretch->lastHash;
            if (!stretch->isBroken)
                continue;
        }
        const Result<AuditBreak> found = chain.explain(follows ? stretch->first + stretch->events : stretch->first, verdict.head);
        if (!found)
            return found.error();
        verdict.breakAt(*found);
        break;
    }
    return verdict;
}

Result<> compareWithAnchor(ChainReader &chain, const ChainOutline &outline, const AuditAnchor &anchor, AuditVerdict &verdict)
{
    bool isThere = false;
    const Result<std::optional<AuditBreak>> differs = chain.compare(anchor, outline, isThere);
    if (!differs)
        return differs.error();
    verdict.isAnchored = isThere;
    if (*differs && (!verdict.broken || (*differs)->sequence < verdict.broken->sequence))
        verdict.breakAt(**differs);
    return {};
}

Result<AuditVerdict> checkOnce(const AuditCheck &check, ChainReader &chain, const ChainOutline &outline, ProgressCounters *progress,
                               const std::stop_token &stop)
{
    AuditVerdict verdict;
    if (outline.broken) {
        verdict.firstSequence = outline.first;
        verdict.breakAt(*outline.broken);
    } else {
        ParallelCheck parallel(check, outline, progress, stop);
        if (Result<> done = parallel.run(); !done)
            return done.error();
        Result<AuditVerdict> found = joined(chain, outline, parallel.stretches());
        if (!found)
            return found;
        verdict = std::move(*found);
    }
    if (check.anchor) {
        if (Result<> compared = compareWithAnchor(chain, outline, *check.anchor, verdict); !compared)
            return compared.error();
    }
    return verdict;
}

} // namespace

Result<AuditVerdict> checkJournal(const AuditCheck &check, ProgressCounters *progress, std::stop_token stop)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(check.catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    Result<ChainReader> chain = ChainReader::on(**connection);
    if (!chain)
        return chain.error();
    for (;;) {
        const Result<ChainOutline> outline = chain->outline();
        if (!outline)
            return outline.error();
        if (progress) {
            progress->done = 0;
            progress->total = outline->last - outline->first + 1;
        }
        Result<AuditVerdict> verdict = checkOnce(check, *chain, *outline, progress, stop);
        if (!verdict || verdict->isIntact())
            return verdict;
        // A segment may have been dropped meanwhile: then it begins later than it did.
        const Result<ChainOutline> after = chain->outline();
        if (!after || after->first == outline->first)
            return verdict;
    }
}

} // namespace letopis
