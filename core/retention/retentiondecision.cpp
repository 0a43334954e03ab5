#include "core/retention/retentiondecision.h"

#include "core/base/enumname.h"
#include "core/base/textfolding.h"
#include "core/domain/recordingfield.h"
#include "core/domain/servicefields.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Why = RetentionDecision::Why;
using Field = RetentionCondition::Field;
using Match = RetentionCondition::Match;
using Stage = RetentionFacts::Stage;

constexpr EnumName<Why> whyNames[]{
    {Why::NoPolicy, "noPolicy"_L1},           {Why::Policy, "policy"_L1},       {Why::KeptAsNewest, "keptAsNewest"_L1},
    {Why::RecordedLater, "recordedLater"_L1}, {Why::NoTime, "noTime"_L1},       {Why::OwnDate, "ownDate"_L1},
    {Why::OwnNever, "ownNever"_L1},           {Why::InProcess, "inProcess"_L1}, {Why::Gone, "gone"_L1},
    {Why::Trashed, "trashed"_L1},             {Why::Purged, "purged"_L1},
};

// Outside, a time is none: servers may say anything, uptimes among it.
constexpr qint64 earliestMs = 946'684'800'000;  // the year 2000; no server of these recorded before
constexpr qint64 latestMs = 32'503'680'000'000; // the year 3000

// A set of the pairs of characters that a text has: a text cannot contain another whose set is not within its own. Most of a
// hundred filters are told apart by this one number, and never compare a text.
quint64 pairsOf(QStringView text)
{
    quint64 set = 0;
    for (qsizetype at = 1; at < text.size(); ++at)
        set |= quint64(1) << ((text[at - 1].unicode() * 31u + text[at].unicode() * 7u) & 63u);
    return set;
}

struct Text
{
    QString folded;
    quint64 pairs = 0;
    bool isRead = false;
};

// What is read and folded at most once for a recording, however many filters look at it.
struct Source
{
    Field field = Field::Title;
    QString key;
};

struct TextTest
{
    size_t source = 0;
    Match match = Match::Is;
    QString text;
    quint64 pairs = 0;
};

struct Filter
{
    int policy = 0;
    ServerId server;
    qint64 shorterThanMs = 0; // 0: any
    qint64 fewerThan = 0;
    bool neverViewed = false;
    unsigned states = ~0u; // bits of PublicationState
    std::vector<TextTest> tests; // those that cost more come later
};

bool matches(const Text &text, const TextTest &test)
{
    if ((test.pairs & ~text.pairs) != 0)
        return false;
    switch (test.match) {
    case Match::Is:
        return text.folded == test.text;
    case Match::Contains:
        return text.folded.contains(test.text);
    case Match::BeginsWith:
        return text.folded.startsWith(test.text);
    }
    return false;
}

// Facts with the texts that filters asked for.
class Reading
{
public:
    Reading(const std::vector<Source> &sources, const RetentionFacts &facts, std::vector<Text> &texts)
        : m_sources(sources)
        , m_facts(facts)
        , m_texts(texts)
    {
        for (Text &text : m_texts)
            text.isRead = false;
    }

    const RetentionFacts &facts() const { return m_facts; }
    const Text &text(size_t source)
    {
        Text &text = m_texts[source];
        if (!text.isRead) {
            text.folded = nameKey(read(m_sources[source]));
            text.pairs = pairsOf(text.folded);
            text.isRead = true;
        }
        return text;
    }

private:
    QString read(const Source &source)
    {
        switch (source.field) {
        case Field::Title:
            return m_facts.title;
        case Field::Meeting:
            return m_facts.meetingName;
        case Field::MeetingId:
            return m_facts.meetingId;
        case Field::MetadataKey:
            return metadataValue(metadata(), source.key);
        case Field::Owner:
            return fieldsFromMetadata({}, metadata()).value(QString(field::owner));
        case Field::ShorterThan:
        case Field::FewerThan:
        case Field::NeverViewed:
        case Field::State:
            break;
        }
        return {};
    }
    const Metadata &metadata()
    {
        if (!m_metadata)
            m_metadata = m_facts.metadata ? m_facts.metadata() : Metadata();
        return *m_metadata;
    }

    const std::vector<Source> &m_sources;
    const RetentionFacts &m_facts;
    std::vector<Text> &m_texts;
    std::optional<Metadata> m_metadata;
};

// Servers tell whole minutes and cut the rest off (trap 6): a recording of no minutes lasts up to one.
qint64 longestOf(qint64 durationMs)
{
    return durationMs % 60'000 == 0 ? durationMs + 60'000 : durationMs + 1;
}

bool fits(const Filter &filter, Reading &reading)
{
    const RetentionFacts &facts = reading.facts();
    if (filter.server.isValid() && filter.server != facts.server)
        return false;
    if (filter.shorterThanMs > 0 && (facts.durationMs < 0 || longestOf(facts.durationMs) > filter.shorterThanMs))
        return false;
    if (filter.fewerThan > 0 && (facts.participants < 0 || facts.participants >= filter.fewerThan))
        return false;
    if (filter.neverViewed && facts.viewedAtMs > 0)
        return false;
    if (!(filter.states & (1u << unsigned(facts.state))))
        return false;
    return std::all_of(filter.tests.begin(), filter.tests.end(),
                       [&](const TextTest &test) { return matches(reading.text(test.source), test); });
}

// What no policy can say anything of.
std::optional<Why> settled(const RetentionFacts &facts)
{
    if (facts.stage == Stage::Purged)
        return Why::Purged;
    if (facts.stage == Stage::Trashed)
        return Why::Trashed;
    switch (facts.state) {
    case PublicationState::Processing:
    case PublicationState::Processed:
        return Why::InProcess;
    case PublicationState::Gone:
    case PublicationState::Deleted:
        return Why::Gone;
    case PublicationState::Published:
    case PublicationState::Unpublished:
        break;
    }
    return {};
}

bool isTime(qint64 ms)
{
    return ms >= earliestMs && ms < latestMs;
}
} // namespace

struct RetentionRules::Ready
{
    explicit Ready(const QTimeZone &zone)
        : days(zone)
    {
    }

    CalendarDays days;
    std::vector<RetentionPolicy> policies; // the enabled ones, in order
    std::vector<Filter> filters;
    std::vector<Source> sources;
    std::vector<Text> texts; // of the recording at hand
    QHash<QString, QList<int>> meetings; // by meeting id
    QHash<FolderId, int> byFolder;       // every folder that has one above or of its own
    QHash<FolderId, FolderId> parents;
    QHash<ServerId, int> byServer;

    size_t sourceOf(const RetentionCondition &condition)
    {
        const auto found = std::find_if(sources.begin(), sources.end(), [&](const Source &source) {
            return source.field == condition.field && source.key.compare(condition.key, Qt::CaseInsensitive) == 0;
        });
        if (found != sources.end())
            return size_t(found - sources.begin());
        sources.push_back({condition.field, condition.key});
        return sources.size() - 1;
    }

    static int costOf(Field field) { return field == Field::Owner ? 2 : field == Field::MetadataKey ? 1 : 0; }

    Filter filterOf(int policy)
    {
        const RetentionScope &scope = policies[size_t(policy)].scope;
        Filter filter{.policy = policy, .server = scope.server, .tests = {}};
        const auto smaller = [](qint64 one, qint64 other) { return one == 0 ? other : std::min(one, other); };
        for (const RetentionCondition &condition : scope.conditions) {
            switch (condition.field) {
            case Field::ShorterThan:
                filter.shorterThanMs = smaller(filter.shorterThanMs, condition.number);
                break;
            case Field::FewerThan:
                filter.fewerThan = smaller(filter.fewerThan, condition.number);
                break;
            case Field::NeverViewed:
                filter.neverViewed = true;
                break;
            case Field::State:
                filter.states &= 1u << unsigned(condition.state);
                break;
            case Field::Title:
            case Field::Meeting:
            case Field::MeetingId:
            case Field::MetadataKey:
            case Field::Owner: {
                const QString text = nameKey(condition.text);
                filter.tests.push_back({.source = sourceOf(condition), .match = condition.match, .text = text, .pairs = pairsOf(text)});
                break;
            }
            }
        }
        std::stable_sort(filter.tests.begin(), filter.tests.end(), [this](const TextTest &a, const TextTest &b) {
            return costOf(sources[a.source].field) < costOf(sources[b.source].field);
        });
        return filter;
    }

    void index(int policy)
    {
        const RetentionScope &scope = policies[size_t(policy)].scope;
        switch (scope.kind) {
        case RetentionScope::Kind::Meeting:
            meetings[scope.meetingId] += policy;
            break;
        case RetentionScope::Kind::Filter:
            filters.push_back(filterOf(policy));
            break;
        case RetentionScope::Kind::Folder:
            if (!byFolder.contains(scope.folder))
                byFolder.insert(scope.folder, policy);
            break;
        case RetentionScope::Kind::Server:
            if (!byServer.contains(scope.server))
                byServer.insert(scope.server, policy);
            break;
        }
    }

    // Folders inherit from the nearest one above; a cycle, which a damaged catalog may hold, ends.
    void spreadOverFolders()
    {
        const QHash<FolderId, int> own = byFolder;
        for (auto folder = parents.keyBegin(); folder != parents.keyEnd(); ++folder) {
            FolderId at = *folder;
            for (qsizetype steps = 0; at.isValid() && steps <= parents.size(); ++steps, at = parents.value(at)) {
                if (const auto found = own.find(at); found != own.end()) {
                    byFolder.insert(*folder, *found);
                    break;
                }
            }
        }
    }

    int nearest(Reading &reading) const
    {
        const RetentionFacts &facts = reading.facts();
        if (!meetings.isEmpty()) {
            for (const int policy : meetings.value(facts.meetingId)) {
                if (policies[size_t(policy)].scope.server == facts.server)
                    return policy;
            }
        }
        for (const Filter &filter : filters) {
            if (fits(filter, reading))
                return filter.policy;
        }
        if (const auto found = byFolder.find(facts.folder); found != byFolder.end())
            return *found;
        return byServer.value(facts.server, -1);
    }

    RetentionDecision due(Why why, qint64 day, int unpublishDays)
    {
        RetentionDecision decision;
        decision.why = why;
        decision.dueAtMs = std::max<qint64>(1, days.startOf(day));
        if (unpublishDays > 0)
            decision.unpublishAtMs = std::max<qint64>(1, days.startOf(day - unpublishDays));
        return decision;
    }

    RetentionDecision byRule(const RetentionRule &rule, const RetentionFacts &facts)
    {
        if (rule.kind == RetentionRule::Kind::Never)
            return {.why = Why::Policy};
        if (rule.keepNewest > 0 && facts.newerInMeeting < rule.keepNewest)
            return {.why = Why::KeptAsNewest};
        if (!isTime(facts.recordedAtMs))
            return {.why = Why::NoTime};
        if (rule.kind == RetentionRule::Kind::OnDate) {
            const qint64 day = rule.date.toJulianDay();
            if (facts.recordedAtMs >= days.startOf(day))
                return {.why = Why::RecordedLater};
            return due(Why::Policy, day, rule.unpublishDays);
        }
        const bool isByView = rule.kind == RetentionRule::Kind::AfterLastView && isTime(facts.viewedAtMs);
        const qint64 from = isByView ? std::max(facts.viewedAtMs, facts.recordedAtMs) : facts.recordedAtMs;
        return due(Why::Policy, days.dayOf(from) + rule.days + 1, rule.unpublishDays);
    }

    RetentionDecision byPolicy(int policy, const RetentionFacts &facts)
    {
        if (policy < 0)
            return {.why = Why::NoPolicy};
        const RetentionPolicy &deciding = policies[size_t(policy)];
        RetentionDecision decision = byRule(deciding.rule, facts);
        decision.policy = deciding.id;
        decision.policyName = deciding.name;
        decision.keepNewest = deciding.rule.keepNewest;
        return decision;
    }

    std::optional<RetentionDecision> byOwn(const RetentionFacts &facts)
    {
        if (facts.own.kind == OwnRetention::Kind::Never)
            return RetentionDecision{.why = Why::OwnNever};
        if (facts.own.kind == OwnRetention::Kind::OnDate)
            return due(Why::OwnDate, facts.own.date.toJulianDay(), 0);
        return {};
    }

    RetentionDecision decide(const RetentionFacts &facts)
    {
        if (const std::optional<Why> why = settled(facts)) {
            const bool isTrashed = *why == Why::Trashed;
            return {.why = *why, .dueAtMs = isTrashed ? facts.purgeAfterMs : 0};
        }
        if (std::optional<RetentionDecision> own = byOwn(facts))
            return *own;
        Reading reading(sources, facts, texts);
        return byPolicy(nearest(reading), facts);
    }

    QList<RetentionTraceLine> trace(const RetentionFacts &facts)
    {
        QList<int> about;
        for (const int policy : meetings.value(facts.meetingId)) {
            if (policies[size_t(policy)].scope.server == facts.server)
                about += policy;
        }
        Reading reading(sources, facts, texts);
        for (const Filter &filter : filters) {
            if (fits(filter, reading))
                about += filter.policy;
        }
        FolderId at = facts.folder;
        for (qsizetype steps = 0; at.isValid() && steps <= parents.size(); ++steps, at = parents.value(at))
            addAbout(about, [&](const RetentionScope &scope) { return scope.kind == RetentionScope::Kind::Folder && scope.folder == at; });
        addAbout(about, [&](const RetentionScope &scope) { return scope.kind == RetentionScope::Kind::Server && scope.server == facts.server; });
        QList<RetentionTraceLine> lines;
        const bool isOpen = !settled(facts) && facts.own.kind == OwnRetention::Kind::AsPolicySays;
        for (const int policy : about) {
            const RetentionPolicy &one = policies[size_t(policy)];
            lines += {.policy = one.id, .name = one.name, .scope = one.scope.kind, .decision = byPolicy(policy, facts),
                      .decides = isOpen && lines.isEmpty()};
        }
        return lines;
    }

    template <typename F>
    void addAbout(QList<int> &about, F isAbout) const
    {
        for (int policy = 0; policy < int(policies.size()); ++policy) {
            if (isAbout(policies[size_t(policy)].scope))
                about += policy;
        }
    }
};

QString retentionWhyName(Why why)
{
    return nameIn(whyNames, why);
}

std::optional<DeletionStep> stepAt(const RetentionDecision &decision, const RetentionFacts &facts, qint64 nowMs)
{
    if (decision.isHeld || facts.isHeld)
        return {};
    const bool isDue = decision.dueAtMs > 0 && decision.dueAtMs <= nowMs;
    if (facts.stage == Stage::Trashed)
        return isDue ? std::optional(DeletionStep::Purge) : std::nullopt;
    if (isDue)
        return DeletionStep::Trash;
    const bool isOpen = facts.state == PublicationState::Published && facts.stage == Stage::There;
    const bool isToClose = decision.unpublishAtMs > 0 && decision.unpublishAtMs <= nowMs;
    return isOpen && isToClose ? std::optional(DeletionStep::Unpublish) : std::nullopt;
}

RetentionRules::RetentionRules(const QList<RetentionPolicy> &policies, const QHash<FolderId, FolderId> &parents, const QTimeZone &zone)
    : m_ready(std::make_unique<Ready>(zone))
{
    m_ready->parents = parents;
    for (const RetentionPolicy &policy : policies) {
        if (!policy.isEnabled)
            continue;
        m_ready->policies.push_back(policy);
        m_ready->index(int(m_ready->policies.size()) - 1);
    }
    m_ready->spreadOverFolders();
    m_ready->texts.resize(m_ready->sources.size());
}

RetentionRules::~RetentionRules() = default;
RetentionRules::RetentionRules(RetentionRules &&) noexcept = default;

bool RetentionRules::looksAt(Field field) const
{
    return std::any_of(m_ready->sources.begin(), m_ready->sources.end(), [field](const Source &source) { return source.field == field; });
}

bool RetentionRules::looksAtMeetingIds() const
{
    return !m_ready->meetings.isEmpty() || mostKept() > 0 || looksAt(Field::MeetingId);
}

int RetentionRules::mostKept() const
{
    int most = 0;
    for (const RetentionPolicy &policy : m_ready->policies)
        most = std::max(most, policy.rule.keepNewest);
    return most;
}

CalendarDays &RetentionRules::days()
{
    return m_ready->days;
}

RetentionDecision RetentionRules::decide(const RetentionFacts &facts)
{
    RetentionDecision decision = m_ready->decide(facts);
    decision.isHeld = facts.isHeld;
    return decision;
}

QList<RetentionTraceLine> RetentionRules::trace(const RetentionFacts &facts)
{
    QList<RetentionTraceLine> lines = m_ready->trace(facts);
    for (RetentionTraceLine &line : lines)
        line.decision.isHeld = facts.isHeld;
    return lines;
}

} // namespace letopis
