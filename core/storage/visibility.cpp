#include "core/storage/visibility.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

// One person's tables on this connection, as temp.viewer_slot remembers them.
struct ViewerSlot
{
    int number = 0;
    qint64 person = 0;
    qint64 version = 0;
    qint64 validUntilMs = 0;
    VisibleSet::Reach reach = VisibleSet::Reach::Nothing;
    qint64 recordings = 0;
    qint64 versionNow = 0;
    qint64 newestRecording = 0;
};

namespace {
constexpr int slots = 4; // people whose tables a connection keeps

struct CountRow
{
    qint64 count = 0;
};
} // namespace

template <>
ViewerSlot fromRow(const Row &row)
{
    return {.number = row.get<int>("slot"_L1),
            .person = row.get<qint64>("person_id"_L1),
            .version = row.get<qint64>("version"_L1),
            .validUntilMs = row.get<qint64>("valid_until_ms"_L1),
            .reach = VisibleSet::Reach(row.get<int>("reach"_L1)),
            .recordings = row.get<qint64>("recordings"_L1),
            .versionNow = row.get<qint64>("version_now"_L1),
            .newestRecording = row.get<qint64>("newest"_L1)};
}

template <>
CountRow fromRow(const Row &row)
{
    return {.count = row.get<qint64>("count"_L1)};
}

namespace {
Result<> makeTables(Connection &connection)
{
    QStringList statements{
        u"CREATE TEMP TABLE IF NOT EXISTS viewer_slot (slot INTEGER PRIMARY KEY, person_id INTEGER, version INTEGER, "
        "valid_until_ms INTEGER, reach INTEGER, recordings INTEGER, used INTEGER)"_s};
    for (int slot = 0; slot < slots; ++slot) {
        statements += u"CREATE TEMP TABLE IF NOT EXISTS visible_%1 (scope INTEGER PRIMARY KEY)"_s.arg(slot);
        statements += u"CREATE TEMP TABLE IF NOT EXISTS denied_%1 (scope INTEGER PRIMARY KEY)"_s.arg(slot);
        statements += u"INSERT OR IGNORE INTO temp.viewer_slot VALUES (%1, 0, 0, 0, 0, 0, 0)"_s.arg(slot);
    }
    for (const QString &sql : statements) {
        if (Result<> done = connection.executeOnce({"visibility.tables"_L1, sql}); !done)
            return done;
    }
    return {};
}

Result<> ensureTables(Connection &connection)
{
    static const Statement look{"visibility.look"_L1,
                                u"SELECT count(*) AS count FROM temp.sqlite_master WHERE name = 'viewer_slot'"_s};
    const Result<std::optional<CountRow>> isThere = connection.selectOne<CountRow>(look);
    if (!isThere)
        return isThere.error();
    return isThere.value()->count > 0 ? Result<>() : connection.withTemporaryTables([&] { return makeTables(connection); });
}

struct Scopes
{
    QJsonArray visible;
    QJsonArray denied; // public ones that stay closed
};

// The scopes of rows, not of lists: a folder that inherits is open where its list is.
Scopes scopesOf(const AccessGraph &graph, const PersonRights &rights)
{
    Scopes scopes;
    const auto add = [&](AccessScope scope, PermissionSet set) {
        if (set.allowsView()) {
            scopes.visible.append(scope.value());
            scopes.visible.append(scope.asPublic(true).value());
        } else if (set.isDenied()) {
            scopes.denied.append(scope.asPublic(true).value());
        }
    };
    for (const AccessRows::FolderRow &folder : graph.rows().folders) {
        const AccessScope scope = AccessScope::ofFolder(folder.id);
        if (const auto set = rights.byList.find(graph.listOf(scope).value()); set != rights.byList.end())
            add(scope, set->second);
    }
    for (const auto &[list, set] : rights.byList) {
        if (const AccessScope scope = AccessScope::fromValue(list); scope.isOwnList())
            add(scope, set);
    }
    return scopes;
}

Result<> fill(Connection &connection, const QString &table, const QJsonArray &scopes)
{
    const QByteArray json = QJsonDocument(scopes).toJson(QJsonDocument::Compact);
    if (auto done = connection.execute({"visibility.clear"_L1, u"DELETE FROM temp."_s + table}, Values{}); !done)
        return done.error();
    const Statement insert{"visibility.fill"_L1, u"INSERT INTO temp.%1 SELECT value FROM json_each(?)"_s.arg(table)};
    const Result<Executed> done = connection.execute(insert, Values{QString::fromLatin1(json)});
    return done ? Result<>() : Result<>(done.error());
}

// This person's, else the one that was laid out longest ago and is not among those in use. One statement: each page begins with it.
Result<ViewerSlot> chooseSlot(Connection &connection, PersonId person, const QList<VisibleSet> &inUse)
{
    static const Statement choose{"visibility.slot"_L1,
                                  u"SELECT slot, person_id, version, valid_until_ms, reach, recordings, "
                                  "(SELECT version FROM main.access_version) AS version_now, "
                                  "(SELECT coalesce(max(id), 0) FROM main.recording) AS newest FROM temp.viewer_slot "
                                  "WHERE slot <> :inUse ORDER BY person_id = :person DESC, used LIMIT 1"_s};
    const int taken = inUse.isEmpty() || inUse.first().person == person ? -1 : inUse.first().slot;
    const Bindings bindings{{":person"_L1, person.value}, {":inUse"_L1, taken}};
    const Result<std::optional<ViewerSlot>> slot = connection.selectOne<ViewerSlot>(choose, bindings);
    if (!slot)
        return slot.error();
    return slot.value().value_or(ViewerSlot());
}

Result<> keep(Connection &connection, const ViewerSlot &slot)
{
    static const Statement update{"visibility.keep"_L1,
                                  u"UPDATE temp.viewer_slot SET person_id = ?, version = ?, valid_until_ms = ?, reach = ?, "
                                  "recordings = ?, used = (SELECT max(used) + 1 FROM temp.viewer_slot) WHERE slot = ?"_s};
    const Result<Executed> done = connection.executeWith(update, slot.person, slot.version, slot.validUntilMs, int(slot.reach),
                                                         slot.recordings, slot.number);
    return done ? Result<>() : Result<>(done.error());
}

VisibleSet asSet(const ViewerSlot &slot)
{
    return {.person = {slot.person}, .reach = slot.reach, .slot = slot.number, .recordings = slot.recordings,
            .newestRecording = slot.newestRecording};
}

// Fills the slot for somebody who does not see everything; `recordings` are counted.
Result<> layOut(Connection &connection, const AccessGraph &graph, const PersonRights &rights, ViewerSlot &slot)
{
    const Scopes scopes = scopesOf(graph, rights);
    if (Result<> visible = fill(connection, u"visible_%1"_s.arg(slot.number), scopes.visible); !visible)
        return visible;
    if (Result<> denied = fill(connection, u"denied_%1"_s.arg(slot.number), scopes.denied); !denied)
        return denied;
    const Statement count{"visibility.count"_L1, u"SELECT count(*) AS count FROM (SELECT 1 FROM %1 LIMIT %2)"_s.arg(
                                                     asSet(slot).ids()).arg(VisibleSet::countBound)};
    const Result<std::optional<CountRow>> counted = connection.selectOne<CountRow>(count);
    if (!counted)
        return counted.error();
    slot.recordings = counted.value()->count;
    return {};
}
} // namespace

QString VisibleSet::condition() const
{
    switch (reach) {
    case Reach::Nothing:
        return u"FALSE"_s;
    case Reach::Scopes:
        return u"(r.access_scope IN temp.visible_%1 OR (r.access_scope & 1 AND r.access_scope NOT IN temp.denied_%1))"_s.arg(slot);
    case Reach::Everything:
        return u"TRUE"_s;
    }
    return u"FALSE"_s;
}

QString VisibleSet::ids() const
{
    return u"(SELECT own.id FROM temp.visible_%1 v CROSS JOIN recording own INDEXED BY recording_by_scope ON own.access_scope = v.scope "
           "UNION ALL SELECT open.id FROM recording open INDEXED BY recording_public WHERE open.access_scope & 1 "
           "AND open.access_scope NOT IN temp.visible_%1 AND open.access_scope NOT IN temp.denied_%1)"_s.arg(slot);
}

Result<VisibleSet> Visibility::prepare(Connection &connection, PersonId person, const QList<VisibleSet> &inUse)
{
    return connection.transaction([&]() -> Result<VisibleSet> {
        if (Result<> made = ensureTables(connection); !made)
            return made.error();
        Result<ViewerSlot> slot = chooseSlot(connection, person, inUse);
        if (!slot)
            return slot.error();
        const bool isFresh = slot.value().person == person.value && slot.value().version == slot.value().versionNow &&
                             nowMs() < slot.value().validUntilMs;
        if (!isFresh) {
            if (Result<> done = refresh(connection, person, slot.value()); !done)
                return done.error();
        }
        return asSet(slot.value());
    });
}

Result<> Visibility::refresh(Connection &connection, PersonId person, ViewerSlot &slot)
{
    const Result<AccessGraphs::Current> current = m_graphs.current(connection);
    if (!current)
        return current.error();
    const AccessGraph &graph = *current.value().graph;
    const qint64 now = nowMs();
    const PersonRights rights = graph.rights(person, now);
    const qint64 expiry = graph.nextExpiry(now);
    slot.person = person.value;
    slot.version = current.value().version;
    slot.validUntilMs = expiry == 0 ? std::numeric_limits<qint64>::max() : expiry;
    slot.reach = rights.standing.isBlocked ? VisibleSet::Reach::Nothing
                 : rights.seesAll()        ? VisibleSet::Reach::Everything
                                           : VisibleSet::Reach::Scopes;
    slot.recordings = 0;
    return connection.withTemporaryTables([&]() -> Result<> {
        if (slot.reach == VisibleSet::Reach::Scopes) {
            if (Result<> done = layOut(connection, graph, rights, slot); !done)
                return done;
        }
        return keep(connection, slot);
    });
}

} // namespace letopis
