#include "core/storage/retentionplanner.h"

#include "core/storage/jsontext.h"
#include "core/storage/retentionrows.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <xxhash.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Why = RetentionDecision::Why;
using Field = RetentionCondition::Field;
using Stage = RetentionFacts::Stage;

constexpr int notAsked = std::numeric_limits<int>::max();

struct OnItsWay
{
    Stage stage = Stage::There;
    qint64 purgeAfterMs = 0;
};

Stage stageFrom(const QString &name)
{
    return name == u"purged" ? Stage::Purged : name == u"trashed" ? Stage::Trashed : Stage::Unpublished;
}

qint64 recordedAt(qint64 startedMs, qint64 endedMs, qint64 durationMs)
{
    if (endedMs > 0 && endedMs >= startedMs)
        return endedMs;
    const bool isKnown = startedMs > 0 && startedMs < std::numeric_limits<qint64>::max() / 2;
    return isKnown ? startedMs + std::clamp<qint64>(durationMs, 0, 86'400'000) : 0;
}

qint64 sizeOf(qint64 formats, qint64 raw)
{
    return formats < 0 && raw < 0 ? -1 : std::max<qint64>(0, formats) + std::max<qint64>(0, raw);
}

// The newest recordings of each meeting, as many as any policy keeps.
class NewestOfMeetings
{
public:
    explicit NewestOfMeetings(int most)
        : m_most(size_t(most))
    {
    }

    struct Age
    {
        qint64 startedMs = 0;
        qint64 id = 0;
        friend auto operator<=>(const Age &, const Age &) = default;
    };
    struct Key
    {
        quint64 low = 0;
        quint64 high = 0;
        friend bool operator==(const Key &, const Key &) = default;
    };

    // 128 bits of a hash stand for a meeting: its text would not fit a million times.
    static Key keyOf(ServerId server, const QString &meetingId)
    {
        const XXH128_hash_t hash = XXH3_128bits_withSeed(meetingId.constData(), size_t(meetingId.size()) * sizeof(QChar), quint64(server.value));
        return {hash.low64, hash.high64};
    }

    void add(const Key &meeting, Age age)
    {
        std::vector<Age> &ages = m_ages[meeting]; // a heap, its oldest in front
        if (ages.size() == m_most && !(ages.front() < age))
            return;
        ages.push_back(age);
        std::push_heap(ages.begin(), ages.end(), std::greater());
        if (ages.size() > m_most) {
            std::pop_heap(ages.begin(), ages.end(), std::greater());
            ages.pop_back();
        }
    }

    bool isAmong(const Key &meeting, Age age, int newest) const
    {
        const auto found = m_ages.find(meeting);
        if (found == m_ages.end())
            return false;
        const auto newer = std::count_if(found->second.begin(), found->second.end(), [&](const Age &other) { return age < other; });
        return newer < newest;
    }

private:
    struct KeyHash
    {
        size_t operator()(const Key &key) const { return size_t(key.low); }
    };

    size_t m_most;
    std::unordered_map<Key, std::vector<Age>, KeyHash> m_ages;
};

// A recording that goes unless it turns out to be among the newest of its meeting.
struct Pending
{
    PlannedRecording planned;
    NewestOfMeetings::Key meeting;
    qint64 startedMs = 0;
    int keepNewest = 0;
};
} // namespace

std::optional<DeletionStep> PlannedRecording::stepAt(qint64 nowMs) const
{
    const bool isDue = dueAtMs > 0 && dueAtMs <= nowMs;
    if (isTrashed)
        return isDue ? std::optional(DeletionStep::Purge) : std::nullopt;
    if (isDue)
        return DeletionStep::Trash;
    return isOpen && unpublishAtMs > 0 && unpublishAtMs <= nowMs ? std::optional(DeletionStep::Unpublish) : std::nullopt;
}

struct RetentionPlanner::Ready
{
    Ready(Connection &at, RetentionRules made)
        : connection(at)
        , rules(std::move(made))
        , newest(std::max(1, rules.mostKept()))
        , ranks(rules.mostKept() > 0)
    {
    }

    Connection &connection;
    RetentionRules rules;
    std::optional<ServerId> server;
    QSet<ServerId> servers;
    QSet<RecordingId> held;
    QHash<RecordingId, OwnRetention> owns;
    QHash<RecordingId, OnItsWay> onTheirWay;
    NewestOfMeetings newest;
    bool ranks = false;
    std::deque<Pending> pending; // no vector: that would take twice its size to grow
    qint64 seen = 0;
    qint64 seenBytes = 0;
    RetentionFacts facts; // of the row at hand
    QString metadata;

    Result<> load(const PlannerScope &scope)
    {
        const Result<QList<ServerRetention>> all = readServerRetentions(connection);
        if (!all)
            return all.error();
        for (const ServerRetention &one : *all) {
            if ((one.isOn || !scope.onlyWhereOn) && (!scope.server || *scope.server == one.server))
                servers += one.server;
        }
        server = scope.server;
        Result<QHash<RecordingId, OwnRetention>> read = readOwnRetentions(connection);
        if (!read)
            return read.error();
        owns = std::move(*read);
        if (Result<> holds = loadHolds(); !holds)
            return holds;
        return loadStages();
    }

    Result<> loadHolds()
    {
        static const Statement select{"retention.held"_L1, u"SELECT o.id FROM legal_hold h CROSS JOIN recording r ON r.id = h.recording_id "
                                                                "CROSS JOIN recording o ON o.external_id = r.external_id WHERE h.released_at_ms = 0"_s};
        return connection.forEachRaw(select, {}, [&](const QSqlQuery &row) { held += RecordingId{row.value(0).toLongLong()}; });
    }

    Result<> loadStages()
    {
        static const Statement select{"retention.stages"_L1, u"SELECT recording_id, stage, purge_after_ms FROM recording_deletion"_s};
        return connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
            onTheirWay.insert({row.value(0).toLongLong()}, {stageFrom(row.value(1).toString()), row.value(2).toLongLong()});
        });
    }

    Statement statement() const
    {
        const auto text = [this](Field field, QLatin1StringView column) { return rules.looksAt(field) ? QString(column) : u"''"_s; };
        const bool wantsMetadata = rules.looksAt(Field::MetadataKey) || rules.looksAt(Field::Owner);
        QString sql = u"SELECT r.id, r.server_id, r.folder_id, r.state = 'published', r.started_at_ms, r.ended_at_ms, r.duration_ms, "
                      "r.participant_count, r.last_viewed_at_ms, r.size_bytes, r.raw_size_bytes, %1, %2, %3, %4 FROM recording r "
                      "WHERE r.state IN ('published', 'unpublished')"_s
                          .arg(rules.looksAtMeetingIds() ? u"r.meeting_id"_s : u"''"_s, text(Field::Title, "r.title"_L1),
                               text(Field::Meeting, "r.name"_L1), wantsMetadata ? u"r.metadata"_s : u"''"_s);
        // By the table itself: an index would jump about in it.
        if (server)
            sql += u" AND +r.server_id = %1"_s.arg(server->value);
        return {"retention.stream"_L1, sql.replace(u"r.state IN"_s, u"+r.state IN"_s)};
    }

    // Column by column; texts that no policy looks at are empty.
    void read(const QSqlQuery &row)
    {
        facts.recording = {row.value(0).toLongLong()};
        facts.server = {row.value(1).toLongLong()};
        facts.folder = {row.value(2).toLongLong()};
        facts.state = row.value(3).toBool() ? PublicationState::Published : PublicationState::Unpublished;
        facts.durationMs = row.value(6).toLongLong();
        facts.recordedAtMs = recordedAt(row.value(4).toLongLong(), row.value(5).toLongLong(), facts.durationMs);
        facts.participants = row.value(7).toLongLong();
        facts.viewedAtMs = row.value(8).toLongLong();
        facts.newerInMeeting = notAsked;
    }

    void readTexts(const QSqlQuery &row)
    {
        facts.meetingId = row.value(11).toString();
        facts.title = row.value(12).toString();
        facts.meetingName = row.value(13).toString();
        metadata = row.value(14).toString();
    }

    PlannedRecording planned(const RetentionDecision &decision, qint64 sizeBytes) const
    {
        return {.recording = facts.recording,
                .server = facts.server,
                .dueAtMs = decision.dueAtMs,
                .unpublishAtMs = decision.unpublishAtMs,
                .sizeBytes = sizeBytes,
                .lastViewedAtMs = facts.viewedAtMs,
                .policy = decision.policy,
                .reason = decision.why == Why::OwnDate ? DeletionReason::Kind::OwnDate : DeletionReason::Kind::Policy,
                .isHeld = facts.isHeld,
                .isOpen = facts.state == PublicationState::Published && facts.stage == Stage::There,
                .isTrashed = false};
    }

    void take(const QSqlQuery &row, const std::function<void(const PlannedRecording &)> &visit)
    {
        read(row);
        if (!servers.contains(facts.server))
            return;
        const OnItsWay way = onTheirWay.isEmpty() ? OnItsWay() : onTheirWay.value(facts.recording);
        if (way.stage == Stage::Trashed || way.stage == Stage::Purged)
            return;
        readTexts(row);
        facts.stage = way.stage;
        facts.isHeld = !held.isEmpty() && held.contains(facts.recording);
        facts.own = owns.isEmpty() ? OwnRetention() : owns.value(facts.recording);
        const qint64 size = sizeOf(row.value(9).toLongLong(), row.value(10).toLongLong());
        ++seen;
        seenBytes += std::max<qint64>(0, size);
        const RetentionDecision decision = rules.decide(facts);
        const qint64 startedMs = row.value(4).toLongLong();
        NewestOfMeetings::Key meeting;
        if (ranks) {
            meeting = NewestOfMeetings::keyOf(facts.server, facts.meetingId);
            newest.add(meeting, {startedMs, facts.recording.value});
        }
        if (decision.dueAtMs == 0)
            return;
        if (decision.keepNewest > 0)
            pending.push_back({planned(decision, size), meeting, startedMs, decision.keepNewest});
        else
            visit(planned(decision, size));
    }

    void settlePending(const std::function<void(const PlannedRecording &)> &visit)
    {
        for (; !pending.empty(); pending.pop_front()) {
            const Pending &one = pending.front();
            if (!newest.isAmong(one.meeting, {one.startedMs, one.planned.recording.value}, one.keepNewest))
                visit(one.planned);
        }
    }

    Result<> visitTrash(const std::function<void(const PlannedRecording &)> &visit)
    {
        static const Statement select{"retention.trash"_L1,
                                      u"SELECT r.id, r.server_id, r.size_bytes, r.raw_size_bytes, r.last_viewed_at_ms, d.purge_after_ms "
                                      "FROM recording_deletion d JOIN recording r ON r.id = d.recording_id "
                                      "WHERE d.stage = 'trashed' AND d.purge_after_ms > 0"_s};
        return connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
            PlannedRecording one;
            one.recording = {row.value(0).toLongLong()};
            one.server = {row.value(1).toLongLong()};
            if (!servers.contains(one.server))
                return;
            one.sizeBytes = sizeOf(row.value(2).toLongLong(), row.value(3).toLongLong());
            one.lastViewedAtMs = row.value(4).toLongLong();
            one.dueAtMs = row.value(5).toLongLong();
            one.reason = DeletionReason::Kind::GraceOver;
            one.isHeld = held.contains(one.recording);
            one.isTrashed = true;
            visit(one);
        });
    }
};

RetentionPlanner::RetentionPlanner(std::unique_ptr<Ready> ready)
    : m_ready(std::move(ready))
{
}
RetentionPlanner::~RetentionPlanner() = default;
RetentionPlanner::RetentionPlanner(RetentionPlanner &&) noexcept = default;

Result<RetentionPlanner> RetentionPlanner::prepare(Connection &connection, const QList<RetentionPolicy> &policies, const PlannerScope &scope,
                                                   const std::optional<QTimeZone> &otherZone)
{
    const Result<QHash<FolderId, FolderId>> parents = folderParents(connection);
    const Result<QTimeZone> zone = otherZone ? Result<QTimeZone>(*otherZone) : retentionZone(connection);
    if (!parents || !zone)
        return !parents ? parents.error() : zone.error();
    auto ready = std::make_unique<Ready>(connection, RetentionRules(policies, *parents, *zone));
    if (Result<> loaded = ready->load(scope); !loaded)
        return loaded.error();
    return RetentionPlanner(std::move(ready));
}

Result<> RetentionPlanner::forEach(const std::function<void(const PlannedRecording &)> &visit)
{
    Ready &ready = *m_ready;
    ready.seen = ready.seenBytes = 0;
    if (ready.servers.isEmpty())
        return {};
    ready.facts.metadata = [&ready] { return metadataFromJson(ready.metadata); };
    if (Result<> read = ready.connection.forEachRaw(statement(), {}, [&](const QSqlQuery &row) { ready.take(row, visit); }); !read)
        return read;
    ready.settlePending(visit);
    return ready.visitTrash(visit);
}

CalendarDays &RetentionPlanner::days()
{
    return m_ready->rules.days();
}

qint64 RetentionPlanner::seen() const
{
    return m_ready->seen;
}

qint64 RetentionPlanner::seenBytes() const
{
    return m_ready->seenBytes;
}

Statement RetentionPlanner::statement() const
{
    return m_ready->statement();
}

namespace {
struct FactsRow
{
    RetentionFacts facts;
    qint64 startedMs = 0;
    QString metadata;
};

Result<int> newerInMeeting(Connection &connection, const RetentionFacts &facts, qint64 startedMs)
{
    static const Statement select{"retention.newer"_L1,
                                  u"SELECT count(*) FROM recording r WHERE r.server_id = :server AND r.meeting_id = :meeting "
                                  "AND (r.started_at_ms, r.id) > (:started, :id) AND r.state IN ('published', 'unpublished') AND NOT EXISTS "
                                  "(SELECT 1 FROM recording_deletion d WHERE d.recording_id = r.id AND d.stage IN ('trashed', 'purged'))"_s};
    int newer = 0;
    const Result<> read = connection.forEachRaw(
        select, {{":server"_L1, facts.server.value}, {":meeting"_L1, facts.meetingId}, {":started"_L1, startedMs}, {":id"_L1, facts.recording.value}},
        [&](const QSqlQuery &row) { newer = row.value(0).toInt(); });
    return read ? Result<int>(newer) : Result<int>(read.error());
}
} // namespace

template <>
FactsRow fromRow(const Row &row)
{
    FactsRow read;
    RetentionFacts &facts = read.facts;
    facts.recording = {row.get<qint64>("id"_L1)};
    facts.server = {row.get<qint64>("server_id"_L1)};
    facts.folder = {row.get<qint64>("folder_id"_L1)};
    facts.state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Gone);
    const QString stage = row.get<QString>("stage"_L1);
    facts.stage = stage.isEmpty() ? Stage::There : stageFrom(stage);
    facts.purgeAfterMs = row.get<qint64>("purge_after_ms"_L1);
    facts.durationMs = row.get<qint64>("duration_ms"_L1);
    read.startedMs = row.get<qint64>("started_at_ms"_L1);
    facts.recordedAtMs = recordedAt(read.startedMs, row.get<qint64>("ended_at_ms"_L1), facts.durationMs);
    facts.viewedAtMs = row.get<qint64>("last_viewed_at_ms"_L1);
    facts.participants = row.get<qint64>("participant_count"_L1);
    facts.title = row.get<QString>("title"_L1);
    facts.meetingName = row.get<QString>("name"_L1);
    facts.meetingId = row.get<QString>("meeting_id"_L1);
    read.metadata = row.get<QString>("metadata"_L1);
    return read;
}

Result<RetentionFacts> readRetentionFacts(Connection &connection, RecordingId recording, bool withRank)
{
    static const Statement select{"retention.facts"_L1,
                                  u"SELECT r.id, r.server_id, r.folder_id, r.state, coalesce(d.stage, '') AS stage, "
                                  "coalesce(d.purge_after_ms, 0) AS purge_after_ms, r.duration_ms, r.started_at_ms, r.ended_at_ms, "
                                  "r.last_viewed_at_ms, r.participant_count, r.title, r.name, r.meeting_id, r.metadata "
                                  "FROM recording r LEFT JOIN recording_deletion d ON d.recording_id = r.id WHERE r.id = :id"_s};
    Result<std::optional<FactsRow>> row = connection.selectOne<FactsRow>(select, {{":id"_L1, recording.value}});
    const Result<bool> held = isHeld(connection, recording);
    const Result<StoredOwnRetention> own = readOwnRetention(connection, recording);
    if (!row || !held || !own)
        return !row ? row.error() : !held ? held.error() : own.error();
    if (!*row)
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
    RetentionFacts facts = (*row)->facts;
    facts.isHeld = *held;
    facts.own = own->own;
    facts.metadata = [json = (*row)->metadata] { return metadataFromJson(json); };
    facts.newerInMeeting = notAsked;
    if (withRank) {
        const Result<int> newer = newerInMeeting(connection, facts, (*row)->startedMs);
        if (!newer)
            return newer.error();
        facts.newerInMeeting = *newer;
    }
    return facts;
}

QByteArray retentionBasis(const RetentionFacts &facts, const QString &externalId, DeletionStep step, qint64 dueAtMs, const QString &policyUuid)
{
    const QJsonArray values{externalId, facts.server.value, publicationStateName(facts.state), facts.recordedAtMs, deletionStepName(step), dueAtMs,
                            policyUuid};
    return QCryptographicHash::hash(QJsonDocument(values).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

namespace {
bool isOfRetention(const DeletionItem &item)
{
    using Kind = DeletionReason::Kind;
    return item.reason.kind == Kind::Policy || item.reason.kind == Kind::OwnDate || item.reason.kind == Kind::GraceOver;
}

bool isAlreadyThere(const RetentionFacts &facts, DeletionStep step)
{
    switch (step) {
    case DeletionStep::Unpublish:
        return facts.stage != Stage::There;
    case DeletionStep::Trash:
        return facts.stage == Stage::Trashed || facts.stage == Stage::Purged;
    case DeletionStep::Purge:
        return facts.stage == Stage::Purged;
    case DeletionStep::Restore:
        return facts.stage == Stage::There;
    }
    return false;
}
} // namespace

Result<DeletionRefusal> recheckItem(Connection &connection, const DeletionItem &item, qint64 nowMs)
{
    if (item.step != DeletionStep::Restore) {
        const Result<bool> held = isHeld(connection, item.recording);
        if (!held)
            return held.error();
        if (*held)
            return DeletionRefusal::Held;
    }
    if (!isOfRetention(item))
        return DeletionRefusal::None;
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    const Result<QHash<FolderId, FolderId>> parents = folderParents(connection);
    const Result<QTimeZone> zone = retentionZone(connection);
    if (!policies || !parents || !zone)
        return !policies ? policies.error() : !parents ? parents.error() : zone.error();
    RetentionRules rules(*policies, *parents, *zone);
    const Result<RetentionFacts> facts = readRetentionFacts(connection, item.recording, rules.mostKept() > 0);
    if (!facts)
        return facts.error();
    if (isAlreadyThere(*facts, item.step))
        return DeletionRefusal::AlreadyThere;
    const Result<ServerRetention> server = readServerRetention(connection, facts->server);
    if (!server)
        return server.error();
    const RetentionDecision decision = rules.decide(*facts);
    if (!server->isOn || stepAt(decision, *facts, nowMs) != item.step)
        return DeletionRefusal::NotDue;
    const auto policy = std::find_if(policies->begin(), policies->end(), [&](const auto &one) { return one.id == decision.policy; });
    const qint64 due = item.step == DeletionStep::Unpublish ? decision.unpublishAtMs : decision.dueAtMs;
    const QByteArray basis = retentionBasis(*facts, item.externalId, item.step, due, policy == policies->end() ? QString() : policy->uuid);
    return basis == item.basis ? DeletionRefusal::None : DeletionRefusal::Changed;
}

Result<> keepRestored(Connection &connection, RecordingId recording, const Actor &actor, qint64 nowMs)
{
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    const Result<QHash<FolderId, FolderId>> parents = folderParents(connection);
    const Result<QTimeZone> zone = retentionZone(connection);
    if (!policies || !parents || !zone)
        return {}; // then nothing goes either
    RetentionRules rules(*policies, *parents, *zone);
    const Result<RetentionFacts> facts = readRetentionFacts(connection, recording, rules.mostKept() > 0);
    if (!facts)
        return facts.error();
    const Result<ServerRetention> server = readServerRetention(connection, facts->server);
    if (!server)
        return server.error();
    if (!server->isOn || !stepAt(rules.decide(*facts), *facts, nowMs))
        return {};
    return setOwnRetention(connection, recording, {}, {.kind = OwnRetention::Kind::Never, .date = {}}, actor, nowMs);
}

} // namespace letopis
