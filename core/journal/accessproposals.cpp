#include "core/journal/accessproposals.h"

#include "core/access/decisions.h"
#include "core/storage/accessrows.h"
#include "core/storage/auditrepository.h"
#include "core/storage/jsontext.h"
#include "core/storage/proposalrows.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// Looking is no change: "See as…" shows what the other person would.
Actor reader(Actor actor)
{
    actor.onlyLooks = false;
    return actor;
}

// Somebody with the role of a viewer may be granted by those who may grant to viewers.
Capability grantingTo(const Standing &person)
{
    return person.role == Role::Viewer ? Capability::GrantToViewers : Capability::GrantToModerators;
}

void sortByName(QList<NamedPrincipal> &people)
{
    std::sort(people.begin(), people.end(), [](const NamedPrincipal &a, const NamedPrincipal &b) {
        return std::tuple(a.name, principalId(a.principal)) < std::tuple(b.name, principalId(b.principal));
    });
}
} // namespace

// One transaction: the graph as it stands in it, and the steps that calls are made of.
struct AccessProposals::Steps
{
    Connection &connection;
    const AccessProposals &all;
    const Actor &actor;
    std::shared_ptr<const AccessGraph> graph;
    qint64 nowMs = 0;
    std::unordered_map<qint64, Decisions> decisions = {}; // by person

    // f(Steps &) → Result<T>
    template <typename F>
    static auto run(Connection &connection, const AccessProposals &all, const Actor &actor, F f) -> std::invoke_result_t<F, Steps &>
    {
        return connection.transaction([&]() -> std::invoke_result_t<F, Steps &> {
            const Result<AccessGraphs::Current> current = all.m_visibility->graphs().current(connection);
            if (!current)
                return current.error();
            Steps steps{.connection = connection, .all = all, .actor = actor, .graph = current.value().graph,
                        .nowMs = all.m_visibility->nowMs()};
            return f(steps);
        });
    }

    Result<> require(Capability capability, const QList<RecordingId> &recordings) const
    {
        return all.m_control.requireIn(connection, actor, capability, recordings);
    }

    PermissionSet permissions(PersonId person, AccessScope scope)
    {
        return decisions.try_emplace(person.value, *graph, person, nowMs).first->second.of(scope);
    }

    // Manage is what they lack; who is denied is so on purpose.
    bool isProposed(const MeetingModerator &moderator)
    {
        const Standing standing = graph->standing(moderator.person);
        if (standing.isBlocked || standing.role == Role::Administrator)
            return false;
        const PermissionSet has = permissions(moderator.person, moderator.scope);
        return !has.allowsManage() && !has.isDenied();
    }

    Result<QHash<PersonId, NamedPrincipal>> named(const std::vector<PersonId> &ids) const
    {
        const Result<QList<NamedPrincipal>> people = peopleNamed(connection, ids);
        if (!people)
            return people.error();
        QHash<PersonId, NamedPrincipal> byId;
        for (const NamedPrincipal &person : people.value())
            byId.insert(std::get<PersonId>(person.principal), person);
        return byId;
    }

    Result<std::vector<MeetingModerator>> grantable(const std::vector<MeetingModerator> &moderators)
    {
        const Result<Standing> standing = all.m_control.standingIn(connection, actor);
        const Result<QHash<ServerId, ProposalMode>> modes = proposalModes(connection);
        if (!standing || !modes)
            return standing ? modes.error() : standing.error();
        std::vector<MeetingModerator> found;
        for (const MeetingModerator &one : moderators) {
            const bool isOn = modes.value().value(one.server, ProposalMode::Propose) != ProposalMode::Off;
            if (isOn && isProposed(one)
                && may(standing.value(), grantingTo(graph->standing(one.person)), permissions(actor.person, one.scope)))
                found.push_back(one);
        }
        return found;
    }

    Result<GrantProposals> proposals(std::optional<RecordingId> recording)
    {
        if (Result<> may = require(Capability::GrantToViewers, recording ? QList{*recording} : QList<RecordingId>()); !may)
            return may.error();
        const auto moderators = recording ? moderatorsOf(connection, *recording) : moderatorsOfAll(connection, {});
        if (!moderators)
            return moderators.error();
        const auto found = grantable(moderators.value());
        if (!found)
            return found.error();
        const size_t shown = std::min(found.value().size(), size_t(GrantProposals::maxProposals));
        std::vector<PersonId> ids;
        for (size_t i = 0; i < shown; ++i)
            ids.push_back(found.value()[i].person);
        const auto people = named(ids);
        if (!people)
            return people.error();
        GrantProposals answer{.proposals = {}, .count = qint64(found.value().size())};
        for (size_t i = 0; i < shown; ++i) {
            const MeetingModerator &one = found.value()[i];
            answer.proposals.append({.recording = one.recording, .recordingTitle = one.title, .startedAtMs = one.startedAtMs,
                                     .person = people.value().value(one.person)});
        }
        return answer;
    }

    Result<> journal(const QString &action, ServerId server, RecordingId recording, const JsonObjectWriter &details) const
    {
        AuditEvent event;
        event.atMs = nowMs;
        event.actor = actor.login;
        event.action = action;
        event.server = server;
        event.recording = recording;
        event.details = details.toUtf8();
        return AuditRepository::append(connection, std::move(event));
    }

    Result<> decline(RecordingId recording, PersonId person) const
    {
        if (Result<> may = require(grantingTo(graph->standing(person)), {recording}); !may)
            return may;
        const Result<QList<PersonId>> moderators = peopleWhoAttended(connection, recording, true);
        if (!moderators)
            return moderators.error();
        if (!moderators.value().contains(person))
            return Error{ErrorKind::NotFound, u"there is no such proposal"_s, {}, {}};
        if (Result<> settled = settleProposal(connection, recording, person, ProposalDecision::Declined); !settled)
            return settled;
        return journal(u"proposal.declined"_s, {}, recording, JsonObjectWriter().add("person"_L1, person.value));
    }

    Result<> reopen(RecordingId recording, PersonId person) const
    {
        if (Result<> may = require(grantingTo(graph->standing(person)), {recording}); !may)
            return may;
        const Result<bool> wasDeclined = reopenProposal(connection, recording, person);
        if (!wasDeclined)
            return wasDeclined.error();
        if (!*wasDeclined)
            return Error{ErrorKind::NotFound, u"there is no such declined proposal"_s, {}, {}};
        return journal(u"proposal.reopened"_s, {}, recording, JsonObjectWriter().add("person"_L1, person.value));
    }

    Result<ProposalMode> mode(ServerId server) const
    {
        const Result<QHash<ServerId, ProposalMode>> modes = proposalModes(connection);
        return modes ? Result<ProposalMode>(modes.value().value(server, ProposalMode::Propose)) : Result<ProposalMode>(modes.error());
    }

    Result<> setMode(ServerId server, ProposalMode wanted) const
    {
        if (Result<> may = require(Capability::ManageServers, {}); !may)
            return may;
        const Result<ProposalMode> before = mode(server);
        if (!before)
            return before.error();
        if (before.value() == wanted)
            return {};
        if (Result<> written = writeProposalMode(connection, server, wanted); !written)
            return written;
        return journal(u"proposal.modeChanged"_s, server, {},
                       JsonObjectWriter().addChange("mode"_L1, proposalModeName(before.value()), proposalModeName(wanted)));
    }

    Result<AttendanceGap> gap(RecordingId recording)
    {
        if (Result<> may = require(Capability::SeeReports, {recording}); !may)
            return may.error();
        const Result<std::optional<RecordingPlace>> place = recordingPlace(connection, recording);
        if (!place)
            return place.error();
        if (!place.value())
            return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
        const Result<QList<PersonId>> present = peopleWhoAttended(connection, recording, false);
        if (!present)
            return present.error();
        const AccessScope scope = place.value()->scope;
        std::vector<PersonId> cannot, absent;
        for (const PersonId person : present.value()) {
            const Standing standing = graph->standing(person);
            if (!standing.isBlocked && standing.role != Role::Administrator && !permissions(person, scope).allowsView())
                cannot.push_back(person);
        }
        for (const auto &[id, set] : graph->peopleOf(graph->entriesOf(graph->listOf(scope)), nowMs)) {
            if (set.allowsView() && !present.value().contains(PersonId{id}))
                absent.push_back(PersonId{id});
        }
        return namedGap(cannot, absent, scope.isPublic());
    }

    Result<AttendanceGap> namedGap(const std::vector<PersonId> &cannot, const std::vector<PersonId> &absent, bool isPublic) const
    {
        Result<QList<NamedPrincipal>> attended = peopleNamed(connection, cannot);
        Result<QList<NamedPrincipal>> absentees = peopleNamed(connection, absent);
        if (!attended || !absentees)
            return attended ? absentees.error() : attended.error();
        sortByName(attended.value());
        sortByName(absentees.value());
        return AttendanceGap{.attendedCannotWatch = attended.value(),
                             .canWatchDidNotAttend = absentees.value().mid(0, AttendanceGap::maxListed),
                             .canWatchDidNotAttendCount = absentees.value().size(),
                             .isPublic = isPublic};
    }

    Result<qint64> grantAll(ServerId server)
    {
        const Result<ProposalMode> mode = this->mode(server);
        if (!mode || mode.value() != ProposalMode::Grant)
            return mode ? Result<qint64>(0) : Result<qint64>(mode.error());
        const auto moderators = moderatorsOfAll(connection, server);
        if (!moderators)
            return moderators.error();
        QList<std::pair<RecordingId, PersonId>> grants;
        for (const MeetingModerator &one : moderators.value()) {
            if (grants.size() < maxGrantsAtOnce && isProposed(one))
                grants.append({one.recording, one.person});
        }
        if (Result<> granted = all.m_lists.grantManage(connection, actor, grants); !granted)
            return granted.error();
        for (const auto &[recording, person] : std::as_const(grants)) {
            if (Result<> settled = settleProposal(connection, recording, person, ProposalDecision::Granted); !settled)
                return settled.error();
        }
        return grants.size();
    }
};

QFuture<Result<GrantProposals>> AccessProposals::proposals(const Actor &actor, std::optional<RecordingId> recording) const
{
    return m_database.read([all = *this, actor = reader(actor), recording](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.proposals(recording); });
    });
}

QFuture<Result<>> AccessProposals::decline(const Actor &actor, RecordingId recording, PersonId person) const
{
    return m_database.write([=, all = *this](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.decline(recording, person); });
    });
}

QFuture<Result<>> AccessProposals::reopen(const Actor &actor, RecordingId recording, PersonId person) const
{
    return m_database.write([=, all = *this](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.reopen(recording, person); });
    });
}

QFuture<Result<ProposalMode>> AccessProposals::mode(const Actor &actor, ServerId server) const
{
    return m_database.read([all = *this, actor = reader(actor), server](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) -> Result<ProposalMode> {
            if (Result<> may = steps.require(Capability::ManageServers, {}); !may)
                return may.error();
            return steps.mode(server);
        });
    });
}

QFuture<Result<>> AccessProposals::setMode(const Actor &actor, ServerId server, ProposalMode mode) const
{
    return m_database.write([=, all = *this](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.setMode(server, mode); });
    });
}

QFuture<Result<AttendanceGap>> AccessProposals::gap(const Actor &actor, RecordingId recording) const
{
    return m_database.read([all = *this, actor, recording](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.gap(recording); });
    });
}

QFuture<Result<qint64>> AccessProposals::grantAfterSync(ServerId server) const
{
    return m_database.write([all = *this, server, actor = programActor()](Connection &connection) {
        return Steps::run(connection, all, actor, [&](Steps &steps) { return steps.grantAll(server); });
    });
}

} // namespace letopis
