#include "core/storage/retentionforecast.h"

#include "core/base/plaintext.h"
#include "core/storage/folderrows.h"
#include "core/storage/retentionrows.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 dayMs = 86'400'000;
constexpr qint64 someDay = std::numeric_limits<qint64>::max();

// New policies have no id: below 0 they are told apart.
QList<RetentionPolicy> numbered(QList<RetentionPolicy> policies)
{
    qint64 next = -1;
    for (RetentionPolicy &policy : policies) {
        if (!policy.id.isValid())
            policy.id = {next--};
    }
    return policies;
}

QHash<PolicyId, QString> namesOf(const QList<RetentionPolicy> &policies)
{
    QHash<PolicyId, QString> names;
    for (const RetentionPolicy &policy : policies)
        names.insert(policy.id, policy.name);
    return names;
}

// Gathers items and their sums.
class Gathering
{
public:
    Gathering(qint64 nowMs, int viewedWithinDays)
        : m_nowMs(nowMs)
        , m_viewedSinceMs(nowMs - qint64(viewedWithinDays) * dayMs)
    {
    }

    void add(const PlannedRecording &planned, DeletionStep step, qint64 formerDueMs)
    {
        const ForecastItem item{.recording = planned.recording,
                                .server = planned.server,
                                .step = step,
                                .reason = planned.reason,
                                .policy = planned.policy,
                                .isHeld = planned.isHeld,
                                .wasViewedLately = planned.lastViewedAtMs > 0 && planned.lastViewedAtMs >= m_viewedSinceMs,
                                .dueAtMs = planned.stepDueMs(step),
                                .formerDueAtMs = formerDueMs,
                                .sizeBytes = planned.sizeBytes,
                                .lastViewedAtMs = planned.lastViewedAtMs};
        m_items->push_back(item);
        count(item);
    }

    RetentionForecast finish(ForecastOrder order, qint64 atMs, const QTimeZone &zone, const QHash<PolicyId, QString> &names)
    {
        sort(order);
        m_sums.atMs = atMs;
        m_sums.timeZone = zone.id();
        m_sums.policies = names;
        m_sums.items = m_items;
        return m_sums;
    }

private:
    void count(const ForecastItem &item)
    {
        const qint64 size = std::max<qint64>(0, item.sizeBytes);
        if (item.isHeld) {
            ++m_sums.held;
            m_sums.heldBytes += size;
        } else if (item.step == DeletionStep::Unpublish) {
            ++m_sums.unpublished;
        } else {
            ++m_sums.count;
            m_sums.sizeBytes += size;
            m_sums.unknownSizes += item.sizeBytes < 0 ? 1 : 0;
            m_sums.viewedLately += item.wasViewedLately ? 1 : 0;
            m_sums.dueNow += item.dueAtMs <= m_nowMs ? 1 : 0;
        }
    }

    void sort(ForecastOrder order)
    {
        const auto key = [order](const ForecastItem &item) {
            switch (order) {
            case ForecastOrder::Due:
                break;
            case ForecastOrder::Size:
                return -item.sizeBytes;
            case ForecastOrder::LastView:
                return -item.lastViewedAtMs;
            }
            return item.dueAtMs;
        };
        std::sort(m_items->begin(), m_items->end(), [&](const ForecastItem &a, const ForecastItem &b) {
            return std::tuple(key(a), a.recording) < std::tuple(key(b), b.recording);
        });
    }

    qint64 m_nowMs;
    qint64 m_viewedSinceMs;
    RetentionForecast m_sums;
    std::shared_ptr<std::vector<ForecastItem>> m_items = std::make_shared<std::vector<ForecastItem>>();
};

Result<QList<RetentionPolicy>> policiesOf(Connection &connection, const ForecastRequest &request)
{
    if (!request.policies)
        return readRetentionPolicies(connection);
    const bool areFine = request.policies->size() <= RetentionPolicy::maxPolicies
                         && std::all_of(request.policies->begin(), request.policies->end(), [](const auto &one) { return isWellFormed(one); });
    if (!areFine)
        return Error{ErrorKind::InvalidInput, u"a policy is not well formed"_s, {}, {}};
    return numbered(*request.policies);
}

using Dates = std::vector<std::pair<RecordingId, qint64>>; // sorted by recording

Result<Dates> datesBy(Connection &connection, const QList<RetentionPolicy> &policies, const PlannerScope &scope)
{
    Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, policies, scope);
    if (!planner)
        return planner.error();
    Dates dates;
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        if (!planned.isTrashed)
            dates.emplace_back(planned.recording, planned.dueAtMs);
    });
    if (!read)
        return read.error();
    std::sort(dates.begin(), dates.end());
    return dates;
}

qint64 dateIn(const Dates &dates, RecordingId recording)
{
    const auto found = std::lower_bound(dates.begin(), dates.end(), std::pair(recording, qint64(0)));
    return found != dates.end() && found->first == recording ? found->second : 0;
}

// What goes earlier than in `before`, or was not in it.
Result<RetentionForecast> earlier(Connection &connection, const Dates &before, const QList<RetentionPolicy> &after,
                                  const PlannerScope &scope, qint64 nowMs)
{
    Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, after, scope);
    if (!planner)
        return planner.error();
    Gathering gathering(nowMs, ForecastRequest().viewedWithinDays);
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        const qint64 former = planned.isTrashed ? planned.dueAtMs : dateIn(before, planned.recording);
        if (former == 0 || planned.dueAtMs < former)
            gathering.add(planned, DeletionStep::Trash, former);
    });
    if (!read)
        return read.error();
    return gathering.finish(ForecastOrder::Due, nowMs, planner->days().zone(), namesOf(after));
}
} // namespace

Result<RetentionForecast> makeForecast(Connection &connection, const ForecastRequest &request, qint64 nowMs)
{
    const Result<QList<RetentionPolicy>> policies = policiesOf(connection, request);
    if (!policies)
        return policies.error();
    Result<RetentionPlanner> planner =
        RetentionPlanner::prepare(connection, *policies, {.server = request.server, .onlyWhereOn = !request.asIfOn});
    if (!planner)
        return planner.error();
    Gathering gathering(nowMs, request.viewedWithinDays);
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        if (const std::optional<DeletionStep> step = planned.stepAt(request.atMs))
            gathering.add(planned, *step, 0);
    });
    if (!read)
        return read.error();
    return gathering.finish(request.order, request.atMs, planner->days().zone(), namesOf(*policies));
}

Result<RetentionForecast> makeWidening(Connection &connection, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                       qint64 nowMs)
{
    const PlannerScope scope{.server = {}, .onlyWhereOn = true};
    const Result<Dates> dates = datesBy(connection, before, scope);
    if (!dates)
        return dates.error();
    return earlier(connection, *dates, numbered(after), scope, nowMs);
}

Result<RetentionForecast> makeActivation(Connection &connection, ServerId server, qint64 nowMs)
{
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    if (!policies)
        return policies.error();
    return earlier(connection, {}, *policies, {.server = server, .onlyWhereOn = false}, nowMs);
}

Result<RetentionForecast> makeZoneChange(Connection &connection, const QTimeZone &after, qint64 nowMs)
{
    const PlannerScope scope{.server = {}, .onlyWhereOn = true};
    const Result<QList<RetentionPolicy>> policies = readRetentionPolicies(connection);
    if (!policies)
        return policies.error();
    const Result<Dates> dates = datesBy(connection, *policies, scope);
    if (!dates)
        return dates.error();
    Result<RetentionPlanner> planner = RetentionPlanner::prepare(connection, *policies, scope, after);
    if (!planner)
        return planner.error();
    Gathering gathering(nowMs, ForecastRequest().viewedWithinDays);
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        const qint64 former = planned.isTrashed ? planned.dueAtMs : dateIn(*dates, planned.recording);
        if (former == 0 || planned.dueAtMs < former)
            gathering.add(planned, DeletionStep::Trash, former);
    });
    if (!read)
        return read.error();
    return gathering.finish(ForecastOrder::Due, nowMs, after, namesOf(*policies));
}

namespace {
Result<QHash<ServerId, int>> graceDays(Connection &connection)
{
    const Result<QList<ServerRetention>> servers = readServerRetentions(connection);
    if (!servers)
        return servers.error();
    QHash<ServerId, int> days;
    for (const ServerRetention &server : *servers)
        days.insert(server.server, server.parameters.graceDays);
    return days;
}
} // namespace

Result<RetentionCalendar> makeCalendar(Connection &connection, const ForecastRequest &request)
{
    const Result<QList<RetentionPolicy>> policies = policiesOf(connection, request);
    const Result<QHash<ServerId, int>> grace = graceDays(connection);
    if (!policies || !grace)
        return !policies ? policies.error() : grace.error();
    Result<RetentionPlanner> planner =
        RetentionPlanner::prepare(connection, *policies, {.server = request.server, .onlyWhereOn = !request.asIfOn});
    if (!planner)
        return planner.error();
    CalendarDays &days = planner->days();
    RetentionCalendar calendar;
    calendar.from = days.date(request.atMs);
    calendar.until = calendar.from.addYears(1);
    std::map<QDate, CalendarDay> byDay;
    const auto on = [&](qint64 dueMs, int later) -> CalendarDay * {
        const QDate day = QDate::fromJulianDay(days.dayOf(std::max(dueMs, request.atMs)) + later);
        if (day >= calendar.until)
            return nullptr;
        CalendarDay &entry = byDay[day];
        entry.day = day;
        return &entry;
    };
    qint64 trashBytes = 0;
    const Result<> read = planner->forEach([&](const PlannedRecording &planned) {
        const qint64 size = std::max<qint64>(0, planned.sizeBytes);
        trashBytes += planned.isTrashed ? size : 0;
        if (planned.isHeld)
            return;
        if (planned.isOpen && planned.unpublishAtMs > 0) {
            if (CalendarDay *day = on(planned.unpublishAtMs, 0))
                ++day->unpublished;
        }
        CalendarDay *trashed = planned.isTrashed ? nullptr : on(planned.dueAtMs, 0);
        if (trashed) {
            ++trashed->trashed;
            trashed->trashedBytes += size;
        }
        if (CalendarDay *purged = on(planned.dueAtMs, planned.isTrashed ? 0 : grace->value(planned.server))) {
            ++purged->purged;
            purged->purgedBytes += size;
        }
    });
    if (!read)
        return read.error();
    for (const auto &[date, day] : byDay)
        calendar.days += day;
    calendar.nowBytes = planner->seenBytes() + trashBytes;
    return calendar;
}

Result<QList<ForecastRow>> readForecastRows(Connection &connection, const QList<ForecastItem> &items,
                                            const QHash<PolicyId, QString> &policies, const QString &visible)
{
    const Statement select{"retention.rows"_L1, u"SELECT r.id, CASE WHEN %1 THEN r.external_id ELSE '' END, CASE WHEN %1 THEN r.title ELSE '' END "
                                                "FROM json_each(:ids) j CROSS JOIN recording r ON r.id = j.value"_s.arg(visible)};
    QList<RecordingId> ids;
    for (const ForecastItem &item : items)
        ids += item.recording;
    QHash<RecordingId, std::pair<QString, QString>> texts;
    const Result<> read = connection.forEachRaw(select, {{":ids"_L1, jsonNumbers(ids)}}, [&](const QSqlQuery &row) {
        texts.insert({row.value(0).toLongLong()}, {row.value(1).toString(), row.value(2).toString()});
    });
    if (!read)
        return read.error();
    QList<ForecastRow> rows;
    for (const ForecastItem &item : items) {
        const auto [externalId, title] = texts.value(item.recording);
        rows += {.item = item, .externalId = externalId, .title = title, .policyName = policies.value(item.policy)};
    }
    return rows;
}

Result<QList<ForecastRow>> readForecastRows(Connection &connection, const RetentionForecast &forecast, qsizetype from, int limit,
                                            const QString &visible)
{
    QList<ForecastItem> items;
    const qsizetype size = forecast.items ? std::ssize(*forecast.items) : 0;
    for (qsizetype at = std::max<qsizetype>(0, from); at < size && items.size() < limit; ++at)
        items += (*forecast.items)[size_t(at)];
    return readForecastRows(connection, items, forecast.policies, visible);
}

namespace {
QString isoTime(qint64 ms)
{
    return ms <= 0 ? QString() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QByteArray csvLine(const ForecastRow &row)
{
    const ForecastItem &item = row.item;
    const QList<std::pair<QString, bool>> cells{{QString::number(item.recording.value), true},
                                                {row.externalId, false},
                                                {row.title, false},
                                                {deletionStepName(item.step), false},
                                                {deletionReasonName(item.reason), false},
                                                {row.policyName, false},
                                                {isoTime(item.dueAtMs), false},
                                                {item.sizeBytes < 0 ? QString() : QString::number(item.sizeBytes), true},
                                                {isoTime(item.lastViewedAtMs), false},
                                                {item.isHeld ? u"true"_s : u"false"_s, false}};
    QByteArray line;
    for (const auto &[text, isNumber] : cells) {
        if (!line.isEmpty())
            line += ',';
        line += csvCell(text, isNumber);
    }
    return line + "\r\n";
}
} // namespace

Result<> writeForecastCsv(Connection &connection, const RetentionForecast &forecast, const QString &visible, QIODevice &device)
{
    constexpr int page = 2000;
    const auto put = [&device](const QByteArray &bytes) -> Result<> {
        if (device.write(bytes) == bytes.size())
            return {};
        return Error{ErrorKind::DiskFull, device.errorString(), {}, {}};
    };
    if (Result<> heading = put("id,recordId,title,step,reason,policy,dueAt,sizeBytes,lastViewedAt,held\r\n"); !heading)
        return heading;
    for (qsizetype from = 0;; from += page) {
        const Result<QList<ForecastRow>> rows = readForecastRows(connection, forecast, from, page, visible);
        if (!rows)
            return rows.error();
        QByteArray lines;
        for (const ForecastRow &row : *rows)
            lines += csvLine(row);
        if (Result<> written = put(lines); !written)
            return written;
        if (rows->size() < page)
            return {};
    }
}

} // namespace letopis
