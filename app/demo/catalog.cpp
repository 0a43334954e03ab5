#include "app/demo/catalog.h"

#include <algorithm>
#include <numeric>

namespace letopis::demo {
namespace {

bool matchesPattern(const QByteArray &value, const QByteArray &pattern)
{
    const bool open = pattern.startsWith('%'), openEnd = pattern.size() > 1 && pattern.endsWith('%');
    const QByteArray core = pattern.mid(open ? 1 : 0, pattern.size() - (open ? 1 : 0) - (openEnd ? 1 : 0));
    if (open && openEnd)
        return value.contains(core);
    return open ? value.endsWith(core) : openEnd ? value.startsWith(core) : value == core;
}

const QByteArray *metaValue(const RecordingPlan &plan, const QByteArray &key)
{
    const auto found = std::ranges::find(plan.meta, key, &Meta::value_type::first);
    if (found != plan.meta.end())
        return &found->second;
    return key == "meetingId" ? &plan.meetingId : key == "meetingName" ? &plan.name : nullptr;
}

} // namespace

Catalog::Catalog(const Options &options, qint64 nowMs)
    : m_planner(options, nowMs)
{
    m_slots.reserve(std::size_t(m_planner.count()));
    for (int index = 0; index < m_planner.count(); ++index)
        m_slots.push_back({m_planner.state(index), quint8(m_planner.formats(index)), false, false});
    for (const qint64 stride : {7919LL, 104'729LL, 1LL}) {
        m_stride = stride;
        if (std::gcd(stride, qint64(std::max(1, m_planner.count()))) == 1)
            break;
    }
}

QByteArray Catalog::recordId(int index) const
{
    const auto kept = m_kept.find(index);
    return kept != m_kept.end() ? kept->second.recordId : m_planner.recordId(index);
}

RecordingPlan Catalog::plan(int index) const
{
    const auto kept = m_kept.find(index);
    return kept != m_kept.end() ? kept->second : m_planner.plan(index);
}

int Catalog::find(const QByteArray &recordId) const
{
    for (int index = 0; index < size(); ++index) {
        if (exists(index) && this->recordId(index) == recordId)
            return index;
    }
    return -1;
}

int Catalog::shuffled(int position) const
{
    const int count = m_planner.count();
    return position < count ? int((position * m_stride + count / 3) % count) : position;
}

void Catalog::keep(RecordingPlan plan, bool onDisk)
{
    const int index = plan.index;
    if (index == size())
        m_slots.push_back({plan.state, quint8(plan.formats), onDisk, false});
    Slot &slot = m_slots[std::size_t(index)];
    slot.state = plan.state;
    slot.formats = quint8(plan.formats);
    slot.isOnDisk = onDisk;
    m_kept.insert_or_assign(index, std::move(plan));
}

bool RecordingQuery::matches(const Catalog &catalog, int index) const
{
    if (!catalog.exists(index) || !((states >> unsigned(catalog.state(index))) & 1U))
        return false;
    if (!idPrefixes.empty()) {
        const QByteArray id = catalog.recordId(index);
        if (std::ranges::none_of(idPrefixes, [&](const QByteArray &prefix) { return id.startsWith(prefix); }))
            return false;
    }
    if (meta.empty() && meetingIds.empty())
        return true;
    const RecordingPlan plan = catalog.plan(index);
    if (!meetingIds.empty() && std::ranges::find(meetingIds, plan.meetingId) == meetingIds.end())
        return false;
    const auto fits = [&](const std::pair<QByteArray, QByteArray> &filter) {
        const QByteArray *value = metaValue(plan, filter.first);
        return value && (anyMeta ? filter.second.split(',').contains(*value) : matchesPattern(*value, filter.second));
    };
    return meta.empty() || (anyMeta ? std::ranges::any_of(meta, fits) : std::ranges::all_of(meta, fits));
}

} // namespace letopis::demo
