// What one person can see, decided by rights: 2,000 folders 8 deep, 50,000 people, 5,000 groups nested 6 deep, 200,000 entries.
//   bench_access [recordings]
// The first page, by date, by title and searched, beside the same page from a table that holds that person's recordings ready-made
// and indexed; one warm decision beside a lookup in a hash map of as many entries; the preview of moving a folder of 10,000
// recordings beside reading their rows.
#include "core/journal/accesslists.h"
#include "core/storage/searchtext.h"
#include "tests/core/storage/accessdata.h"
#include "tests/core/storage/testcatalog.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr int folders = 2000, depth = 8, people = 50'000, groups = 5000, nesting = 6, entries = 200'000, viewers = 40, rounds = 5;
constexpr qint64 moved = 10'000;
constexpr FolderId bigFolder{3};

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> times, double part)
{
    std::sort(times.begin(), times.end());
    return times[size_t(double(times.size() - 1) * part)];
}

// Chains of the wanted depth, several below each other.
AccessRows world(QRandomGenerator &random, qint64 recordings)
{
    AccessRows rows;
    for (qint64 person = 1; person <= people; ++person)
        rows.people.push_back({.id = PersonId{person}, .isBlocked = false, .switches = {}});
    for (qint64 group = 6; group < 6 + groups; ++group) {
        rows.groups.push_back({.id = GroupId{group}, .builtIn = {}});
        if ((group - 6) % nesting != 0)
            rows.memberships.push_back({.group = GroupId{group - 1}, .member = GroupId{group}});
    }
    for (qint64 person = 1; person <= people; ++person) {
        for (int count = 1 + random.bounded(3); count > 0; --count)
            rows.memberships.push_back({.group = GroupId{6 + random.bounded(groups)}, .member = PersonId{person}});
    }
    for (qint64 folder = 3; folder < 3 + folders; ++folder) {
        const bool isTop = (folder - 3) % depth == 0;
        rows.folders.push_back({.id = FolderId{folder}, .parent = isTop ? sharedFolder : FolderId{folder - 1},
                                .hasOwnList = folder != bigFolder.value && random.bounded(2) == 0});
    }
    const auto principal = [&]() -> Principal {
        if (random.bounded(2))
            return PersonId{1 + random.bounded(people)};
        return GroupId{6 + random.bounded(groups)};
    };
    const auto permission = [&] { return random.bounded(20) == 0 ? Permission::Denied : Permission(random.bounded(3)); };
    for (int entry = 0; entry < entries; ++entry) {
        const bool isOfFolder = random.bounded(4) == 0;
        const AccessScope list = isOfFolder ? AccessScope::ofFolder(FolderId{3 + random.bounded(folders)})
                                            : AccessScope::ofOwnList(RecordingId{1 + random.bounded(int(recordings))});
        rows.entries.push_back({.scope = list, .principal = principal(), .permission = permission(), .untilMs = 0});
    }
    // Some see a great part of everything.
    for (qint64 folder = 3; folder < 3 + folders; folder += 2)
        rows.entries.push_back({.scope = AccessScope::ofFolder(FolderId{folder}), .principal = PersonId{1}, .permission = Permission::View});
    return rows;
}

Result<> fileRecordings(Connection &connection, QRandomGenerator &random, const AccessRows &rows, qint64 recordings)
{
    std::vector<bool> hasOwnList(size_t(recordings) + 1);
    for (const AccessEntry &entry : rows.entries) {
        if (entry.scope.isOwnList())
            hasOwnList[size_t(entry.scope.recording().value)] = true;
    }
    static const Statement update{"bench.file"_L1, u"UPDATE recording SET folder_id = ?, access_scope = ? WHERE id = ?"_s};
    for (qint64 id = 1; id <= recordings; ++id) {
        const bool isMoved = id <= moved && recordings > moved;
        const FolderId folder = isMoved ? bigFolder : FolderId{4 + random.bounded(folders - 1)};
        const AccessScope scope = hasOwnList[size_t(id)] && !isMoved ? AccessScope::ofOwnList(RecordingId{id}) : AccessScope::ofFolder(folder);
        const Result<Executed> done = connection.executeWith(update, folder.value, scope.asPublic(random.bounded(1000) == 0).value(), id);
        if (!done)
            return done.error();
    }
    return {};
}

const QString columns = u"r.id, r.external_id, r.server_id, (SELECT name FROM server WHERE id = r.server_id) AS server_name, r.title, "
                        "r.name, r.started_at_ms, r.duration_ms, r.participant_count, r.are_people_known, r.formats, r.size_bytes, "
                        "r.state, r.is_breakout, r.is_seen"_s;

// The answer ready-made, with the index that the page wants.
class ReadyMade
{
public:
    explicit ReadyMade(const QString &path)
        : m_connection(Connection::open(path, ConnectionMode::ReadWrite, {}).value())
    {
    }

    void make(Visibility &visibility, PersonId person)
    {
        const VisibleSet set = visibility.prepare(*m_connection, person).value();
        for (const QString &sql : {u"DROP TABLE IF EXISTS temp.ready"_s,
                                   u"CREATE TEMP TABLE ready AS SELECT r.* FROM recording r WHERE "_s + set.condition(),
                                   u"CREATE UNIQUE INDEX temp.ready_id ON ready (id)"_s,
                                   u"CREATE INDEX temp.ready_start ON ready (started_at_ms, id)"_s,
                                   u"CREATE INDEX temp.ready_title ON ready (title_key, id)"_s}) {
            if (!m_connection->executeOnce({"bench.ready"_L1, sql}))
                qFatal("cannot make the reference");
        }
        m_rows = set.recordings;
    }

    double page(const RecordingQuery &query)
    {
        const QString key = query.sort == RecordingColumn::Title ? u"title_key"_s : u"started_at_ms"_s;
        QString sql = u"SELECT %1, %2 AS key0 FROM temp.ready r "_s.arg(columns, key);
        Bindings bindings;
        if (!query.search.isEmpty()) {
            sql += u"WHERE r.id IN (SELECT rowid FROM search_index WHERE search_index MATCH :match) "_s;
            bindings << std::pair{":match"_L1, QVariant(matchExpression(query.search))};
        }
        sql += u"ORDER BY %1 DESC, r.id DESC LIMIT 101"_s.arg(key);
        QElapsedTimer timer;
        timer.start();
        const auto rows = m_connection->select<RecordingRow>({"bench.page"_L1, sql}, bindings);
        if (!rows)
            qFatal("the reference cannot be read");
        return milliseconds(timer);
    }

    double rowsOf(FolderId folder)
    {
        QElapsedTimer timer;
        timer.start();
        const auto rows = m_connection->select<RecordingRow>(
            {"bench.rows"_L1, u"SELECT %1 FROM recording r WHERE r.folder_id = :folder"_s.arg(columns)}, {{":folder"_L1, folder.value}});
        if (!rows || rows.value().size() < size_t(moved))
            qFatal("the folder cannot be read");
        return milliseconds(timer);
    }

    qint64 rows() const { return m_rows; }

private:
    std::unique_ptr<Connection> m_connection;
    qint64 m_rows = 0;
};

class Bench
{
public:
    explicit Bench(qint64 recordings)
        : m_recordings(recordings)
        , m_visibility(std::make_shared<Visibility>(m_catalog.clock))
        , m_repository(*m_catalog.database, m_visibility)
        , m_ready(m_catalog.path())
    {
        std::vector<std::vector<RecordingSnapshot>> pages;
        for (qint64 from = 1; from <= recordings; from += 5000)
            pages.push_back(snapshots(from, std::min<qint64>(5000, recordings - from + 1)));
        if (!m_catalog.sync(std::move(pages)))
            qFatal("no catalog");
        const AccessRows rows = world(m_random, recordings);
        const auto stored = waitFor(m_catalog.database->write([&](Connection &connection) -> Result<> {
            if (Result<> filed = fileRecordings(connection, m_random, rows, recordings); !filed)
                return filed;
            return storeAccess(connection, rows);
        }));
        if (!stored)
            qFatal("%s", qPrintable(stored.error().detail));
    }

    void pages()
    {
        RecordingQuery byTitle, searched;
        byTitle.sort = RecordingColumn::Title;
        searched.search = u"lecture"_s;
        const std::array queries{std::pair{"by date", RecordingQuery()}, std::pair{"by title", byTitle}, std::pair{"searched", searched}};
        std::array<std::vector<double>, 3> ours, theirs;
        std::vector<double> seen;
        for (int viewer = 0; viewer < viewers; ++viewer) {
            const PersonId person{viewer == 0 ? 1 : 1 + m_random.bounded(people)};
            m_ready.make(*m_visibility, person);
            seen.push_back(double(m_ready.rows()));
            for (size_t query = 0; query < queries.size(); ++query) {
                page(queries[query].second, person); // both readers know this person
                page(queries[query].second, person);
                for (int round = 0; round < rounds; ++round) {
                    ours[query].push_back(page(queries[query].second, person));
                    theirs[query].push_back(m_ready.page(queries[query].second));
                }
            }
        }
        m_out << QStringLiteral("%1 recordings; a person sees %2 of them (median), at most %3\n")
                     .arg(m_recordings).arg(percentile(seen, 0.5)).arg(percentile(seen, 1));
        for (size_t query = 0; query < queries.size(); ++query) {
            const double mine = percentile(ours[query], 0.95), ready = percentile(theirs[query], 0.95);
            m_out << QStringLiteral("first page %1: p95 %2 ms; ready-made %3 ms; ratio %4 (target 5)\n")
                         .arg(QLatin1String(queries[query].first)).arg(mine, 0, 'f', 3).arg(ready, 0, 'f', 3).arg(mine / ready, 0, 'f', 2);
        }
        m_out.flush();
    }

    void decisions()
    {
        const auto graph = waitFor(m_catalog.database->read([&](Connection &connection) { return m_visibility->graphs().current(connection); }))
                               .value().graph;
        const qint64 now = m_visibility->nowMs();
        std::unordered_map<qint64, PermissionSet> map;
        for (const AccessEntry &entry : graph->rows().entries)
            map[entry.scope.value() * 131 + qint64(map.size())] = entry.permission;
        std::vector<qint64> keys;
        for (const auto &[key, set] : map)
            keys.push_back(key);
        constexpr int lookups = 200'000;
        std::vector<double> ratios;
        for (int round = 0; round < rounds; ++round) {
            qint64 sum = 0;
            QElapsedTimer timer;
            timer.start();
            for (int lookup = 0; lookup < lookups; ++lookup)
                sum += map.find(keys[size_t(m_random.bounded(int(keys.size())))])->second.allowsView();
            const double reference = milliseconds(timer);
            timer.start();
            for (int lookup = 0; lookup < lookups; ++lookup) {
                const AccessScope scope = m_random.bounded(2) ? AccessScope::ofFolder(FolderId{3 + m_random.bounded(folders)})
                                                              : AccessScope::ofOwnList(RecordingId{1 + m_random.bounded(int(m_recordings))});
                sum += graph->ruling(PersonId{1 + m_random.bounded(people)}, scope, now).result.allowsView();
            }
            ratios.push_back(milliseconds(timer) / reference);
            if (sum == 0)
                qFatal("nothing is visible");
        }
        m_out << QStringLiteral("one decision for any person on any item: %1 lookups in a hash map of %2 entries (target 20)\n")
                     .arg(percentile(ratios, 0.5), 0, 'f', 1).arg(map.size());
        m_out.flush();
    }

    void preview()
    {
        if (m_recordings <= moved)
            return;
        const AccessLists lists(*m_catalog.database, m_visibility);
        const Actor owner = ownerActor(u"owner"_s, {});
        std::vector<double> ours, theirs;
        for (int round = 0; round < rounds + 1; ++round) {
            QElapsedTimer timer;
            timer.start();
            const auto preview = waitFor(lists.preview(owner, MoveFolder{.folder = bigFolder, .to = FolderId{3 + 4 * depth + 5}}));
            const double taken = milliseconds(timer);
            if (!preview || preview.value().preview.recordings < moved)
                qFatal("no preview");
            if (round == 0) // the graph is read once for every change
                m_out << QStringLiteral("preview with a cold graph: %1 ms\n").arg(taken, 0, 'f', 1);
            else
                ours.push_back(taken);
            theirs.push_back(m_ready.rowsOf(bigFolder));
        }
        m_out << QStringLiteral("preview of moving a folder of %1: %2 ms; reading their rows %3 ms; ratio %4 (target 3)\n")
                     .arg(moved).arg(percentile(ours, 0.5), 0, 'f', 1).arg(percentile(theirs, 0.5), 0, 'f', 1)
                     .arg(percentile(ours, 0.5) / percentile(theirs, 0.5), 0, 'f', 2);
        m_out.flush();
    }

private:
    double page(const RecordingQuery &query, PersonId person)
    {
        QElapsedTimer timer;
        timer.start();
        const auto page = waitFor(m_repository.page(query, {}, 100, {}, person));
        if (!page)
            qFatal("no page");
        return milliseconds(timer);
    }

    qint64 m_recordings;
    QTextStream m_out{stdout};
    QRandomGenerator m_random{20261122};
    TestCatalog m_catalog;
    std::shared_ptr<Visibility> m_visibility;
    RecordingRepository m_repository;
    ReadyMade m_ready;
};
} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    Bench bench(std::max(1, application.arguments().value(1, u"100000"_s).toInt()));
    bench.preview();
    bench.decisions();
    bench.pages();
    return 0;
}
