#include "core/journal/accesscontrol.h"

#include "core/access/decisions.h"
#include "core/base/whendone.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr Standing ofOwner{.role = Role::Administrator, .switches = {}, .isBlocked = false};
constexpr Standing ofNobody{.role = Role::Viewer, .switches = {}, .isBlocked = true};

struct ScopeRow
{
    qint64 scope = 0;
};

// What is decided without looking at the catalog.
std::optional<Standing> knownStanding(const Actor &actor)
{
    switch (actor.kind) {
    case ActorKind::Owner:
        return ofOwner;
    case ActorKind::Nobody:
        return ofNobody;
    case ActorKind::Person:
        return {};
    }
    return ofNobody;
}

Standing standingOf(const AccessGraph &graph, const Actor &person)
{
    Standing standing = graph.standing(person.person);
    standing.onlyLooks = person.onlyLooks;
    return standing;
}

Result<> asResult(Capability capability, Refusal refusal)
{
    return refusal == Refusal::None ? Result<>() : Result<>(refused(capability, refusal));
}
} // namespace

template <>
ScopeRow fromRow(const Row &row)
{
    return {.scope = row.get<qint64>("scope"_L1)};
}

namespace {
// Nothing: there is no such recording.
Result<std::optional<AccessScope>> scopeOf(Connection &connection, RecordingId recording)
{
    static const Statement select{"access.scope"_L1, u"SELECT access_scope AS scope FROM recording WHERE id = :id"_s};
    const Result<std::optional<ScopeRow>> row = connection.selectOne<ScopeRow>(select, {{":id"_L1, recording.value}});
    if (!row)
        return row.error();
    return row.value() ? std::optional(AccessScope::fromValue(row.value()->scope)) : std::nullopt;
}
} // namespace

std::optional<PersonId> AccessControl::viewer(const Actor &actor)
{
    if (actor.kind == ActorKind::Owner)
        return {};
    return actor.kind == ActorKind::Person ? actor.person : PersonId{}; // nobody sees what the unknown do: nothing
}

Result<Standing> AccessControl::standingIn(Connection &connection, const Actor &actor) const
{
    if (const std::optional<Standing> known = knownStanding(actor))
        return *known;
    const Result<AccessGraphs::Current> current = graph(connection);
    if (!current)
        return current.error();
    return standingOf(*current.value().graph, actor);
}

Result<> AccessControl::requireIn(Connection &connection, const Actor &actor, Capability capability,
                                  const QList<RecordingId> &recordings) const
{
    if (const std::optional<Standing> known = knownStanding(actor))
        return asResult(capability, refusalByRole(*known, capability));
    const Result<AccessGraphs::Current> current = graph(connection);
    if (!current)
        return current.error();
    const AccessGraph &graph = *current.value().graph;
    const Standing standing = standingOf(graph, actor);
    Decisions decisions(graph, actor.person, m_visibility->nowMs());
    for (const RecordingId recording : recordings) {
        const Result<std::optional<AccessScope>> scope = scopeOf(connection, recording);
        if (!scope)
            return scope.error();
        const PermissionSet onItem = scope.value() ? decisions.of(*scope.value()) : PermissionSet();
        if (const Refusal why = refusal(standing, capability, onItem); why != Refusal::None)
            return refused(capability, why);
    }
    return asResult(capability, refusalByRole(standing, capability));
}

Result<> AccessControl::requireIn(Connection &connection, const Actor &actor, Capability capability, FolderId folder) const
{
    if (const std::optional<Standing> known = knownStanding(actor))
        return asResult(capability, refusalByRole(*known, capability));
    const Result<AccessGraphs::Current> current = graph(connection);
    if (!current)
        return current.error();
    const AccessGraph &graph = *current.value().graph;
    const PermissionSet onFolder = graph.ruling(actor.person, AccessScope::ofFolder(folder), m_visibility->nowMs()).result;
    return asResult(capability, refusal(standingOf(graph, actor), capability, onFolder));
}

QFuture<Result<Standing>> AccessControl::standing(const Actor &actor) const
{
    if (const std::optional<Standing> known = knownStanding(actor))
        return readyFuture(Result<Standing>(*known));
    return m_database.read([control = *this, actor](Connection &connection) { return control.standingIn(connection, actor); });
}

QFuture<Result<>> AccessControl::require(const Actor &actor, Capability capability, const QList<RecordingId> &recordings) const
{
    if (const std::optional<Standing> known = knownStanding(actor))
        return readyFuture(asResult(capability, refusalByRole(*known, capability)));
    return m_database.read([control = *this, actor, capability, recordings](Connection &connection) {
        return connection.transaction([&] { return control.requireIn(connection, actor, capability, recordings); });
    });
}

QFuture<Result<QHash<RecordingId, PermissionSet>>> AccessControl::permissions(const Actor &actor,
                                                                             const QList<RecordingId> &recordings) const
{
    using Found = QHash<RecordingId, PermissionSet>;
    const auto read = [control = *this, actor, recordings](Connection &connection) -> Result<Found> {
        const Result<AccessGraphs::Current> current = control.graph(connection);
        if (!current)
            return current.error();
        Decisions decisions(*current.value().graph, actor.person, control.m_visibility->nowMs());
        Found found;
        for (const RecordingId recording : recordings) {
            const Result<std::optional<AccessScope>> scope = scopeOf(connection, recording);
            if (!scope)
                return scope.error();
            if (actor.kind == ActorKind::Owner)
                found[recording] = rule({}, {}, true, false).result;
            else if (scope.value() && actor.kind == ActorKind::Person)
                found[recording] = decisions.of(*scope.value());
        }
        return found;
    };
    return m_database.read([read](Connection &connection) { return connection.transaction([&] { return read(connection); }); });
}

} // namespace letopis
