#include "core/storage/sortindexes.h"

#include <array>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct SortIndex
{
    QLatin1StringView name;
    QLatin1StringView columns;
};

constexpr std::array<SortIndex, 5> sortIndexes{{{"recording_by_title"_L1, "title_key, id, access_scope"_L1},
                                                {"recording_by_meeting"_L1, "meeting_key, id, access_scope"_L1},
                                                {"recording_by_duration"_L1, "duration_ms, id, access_scope"_L1},
                                                {"recording_by_participants"_L1, "participant_count, id, access_scope"_L1},
                                                {"recording_by_size"_L1, "size_bytes, id, access_scope"_L1}}};

struct Found
{
    qint64 count = 0;
};
} // namespace

template <>
Found fromRow(const Row &row)
{
    return {.count = row.get<qint64>("count"_L1)};
}

Result<> dropSortIndexes(Connection &connection)
{
    for (const SortIndex &index : sortIndexes) {
        if (Result<> done = connection.executeOnce({"index.drop"_L1, u"DROP INDEX IF EXISTS "_s + index.name}); !done)
            return done;
    }
    return {};
}

Result<> ensureSortIndexes(Connection &connection)
{
    for (const SortIndex &index : sortIndexes) {
        const Result<bool> isThere = hasIndex(connection, index.name);
        if (!isThere)
            return isThere.error();
        if (isThere.value())
            continue;
        const QString sql = u"CREATE INDEX %1 ON recording (%2)"_s.arg(index.name, index.columns);
        if (Result<> done = connection.executeOnce({"index.create"_L1, sql}); !done)
            return done;
    }
    return {};
}

Result<bool> hasIndex(Connection &connection, const QString &name)
{
    static const Statement look{"index.look"_L1,
                                u"SELECT count(*) AS count FROM sqlite_master WHERE type = 'index' AND name = :name"_s};
    const Result<std::optional<Found>> found = connection.selectOne<Found>(look, {{":name"_L1, name}});
    if (!found)
        return found.error();
    return found.value()->count > 0;
}

} // namespace letopis
