#include "tests/support/fakeaccessdesk.h"

#include "tests/support/fakeworkspace.h"

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
const PermissionSet everything = rule({}, {}, true, false).result;

QList<GrantEntry> entriesOf(const AccessList &list)
{
    QList<GrantEntry> entries;
    for (const NamedGrant &grant : list.entries)
        entries += grant.entry;
    return entries;
}

bool isSame(const QList<GrantEntry> &a, const QList<GrantEntry> &b)
{
    return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const GrantEntry &entry) { return b.contains(entry); });
}
} // namespace

FakeAccessDesk::FakeAccessDesk(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
    m_folders = {{sharedFolder, {}}, {peopleFolder, {}}};
    m_lists = {{AccessScope::ofFolder(sharedFolder).value(), {}}, {AccessScope::ofFolder(peopleFolder).value(), {}}};
}

void FakeAccessDesk::putFolder(FolderId id, const QString &name, FolderId parent)
{
    m_folders[id] = {.name = name, .parent = parent};
}

void FakeAccessDesk::give(const LibraryItem &item, const GrantEntry &entry)
{
    m_lists[ownScope(item).value()] += {.entry = entry, .principal = named(entry.principal), .grantedBy = u"owner"_s, .grantedAtMs = m_nowMs};
}

bool FakeAccessDesk::sees(PersonId person, RecordingId recording) const
{
    return graph().ruling(person, scopeOf(recording), m_nowMs).result.allowsView();
}

LinkId FakeAccessDesk::putLink(AccessLink link)
{
    link.id = {m_links.size() + 1};
    link.recordingTitle = nameOf(link.recording);
    m_links += link;
    return link.id;
}

void FakeAccessDesk::tell(void (AccessDesk::*signal)())
{
    QMetaObject::invokeMethod(this, [this, signal] { Q_EMIT (this->*signal)(); }, Qt::QueuedConnection);
}

AccessGraph FakeAccessDesk::graph() const
{
    AccessRows rows = m_workspace.people().accessRows();
    for (auto folder = m_folders.begin(); folder != m_folders.end(); ++folder)
        rows.folders.push_back({.id = folder.key(), .parent = folder->parent,
                                .hasOwnList = m_lists.contains(AccessScope::ofFolder(folder.key()).value())});
    for (auto list = m_lists.begin(); list != m_lists.end(); ++list) {
        for (const NamedGrant &grant : *list)
            rows.entries.push_back({.scope = AccessScope::fromValue(list.key()), .principal = grant.entry.principal,
                                    .permission = grant.entry.permission, .untilMs = grant.entry.untilMs});
    }
    return AccessGraph(std::move(rows));
}

AccessScope FakeAccessDesk::scopeOf(const LibraryItem &item) const
{
    if (const auto *folder = std::get_if<FolderId>(&item))
        return AccessScope::ofFolder(*folder);
    const RecordingId recording = std::get<RecordingId>(item);
    const AccessScope own = AccessScope::ofOwnList(recording);
    const AccessScope scope = m_lists.contains(own.value()) ? own : AccessScope::ofFolder(m_places.value(recording, sharedFolder));
    return scope.asPublic(m_public.value(recording));
}

QString FakeAccessDesk::nameOf(const LibraryItem &item) const
{
    if (const auto *folder = std::get_if<FolderId>(&item))
        return m_folders.value(*folder).name;
    const auto *entry = m_workspace.entry(std::get<RecordingId>(item));
    return entry ? entry->details.row.title : QString();
}

NamedPrincipal FakeAccessDesk::named(const Principal &principal) const
{
    return m_workspace.people().named(principal);
}

Standing FakeAccessDesk::standingOf(const Actor &actor, const AccessGraph &graph) const
{
    if (actor.kind == ActorKind::Owner)
        return {.role = Role::Administrator, .switches = {}, .isBlocked = false};
    Standing standing = graph.standing(actor.person);
    standing.isBlocked |= actor.kind == ActorKind::Nobody;
    standing.onlyLooks = actor.onlyLooks;
    return standing;
}

PermissionSet FakeAccessDesk::permissionsOf(const Actor &actor, const AccessGraph &graph, const LibraryItem &item) const
{
    return actor.kind == ActorKind::Owner ? everything : graph.ruling(actor.person, scopeOf(item), m_nowMs).result;
}

Result<> FakeAccessDesk::require(const Actor &actor, Capability capability, const LibraryItem &item) const
{
    const AccessGraph graph = this->graph();
    const Refusal why = refusal(standingOf(actor, graph), capability, permissionsOf(actor, graph, item));
    return why == Refusal::None ? Result<>() : Result<>(refused(capability, why));
}

Result<> FakeAccessDesk::requireSight(Actor actor, const LibraryItem &item) const
{
    actor.onlyLooks = false;
    const Result<> seesReports = require(actor, Capability::SeeReports, item);
    return seesReports || require(actor, Capability::GrantToViewers, item) ? Result<>() : seesReports;
}

Result<> FakeAccessDesk::requireRole(const Actor &actor, Capability capability) const
{
    const Refusal why = refusalByRole(standingOf(actor, graph()), capability);
    return why == Refusal::None ? Result<>() : Result<>(refused(capability, why));
}

Capability FakeAccessDesk::grantingTo(PersonId person) const
{
    return graph().standing(person).role == Role::Viewer ? Capability::GrantToViewers : Capability::GrantToModerators;
}

Result<> FakeAccessDesk::requireGrant(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                      const QList<GrantEntry> &after) const
{
    const AccessGraph graph = this->graph();
    bool isViewersOnly = true;
    for (const GrantEntry &entry : before + after) {
        if (before.contains(entry) && after.contains(entry))
            continue;
        const auto *group = std::get_if<GroupId>(&entry.principal);
        for (const PersonId person : group ? graph.membersOf(*group) : std::vector{std::get<PersonId>(entry.principal)})
            isViewersOnly = isViewersOnly && graph.standing(person).role == Role::Viewer;
    }
    return require(actor, isViewersOnly ? Capability::GrantToViewers : Capability::GrantToModerators, item);
}

AccessList FakeAccessDesk::listOf(const Actor &actor, const LibraryItem &item) const
{
    const AccessGraph graph = this->graph();
    const AccessScope scope = scopeOf(item);
    const AccessScope holder = graph.listOf(scope).asPublic(false);
    AccessList list;
    list.entries = m_lists.value(holder.value());
    std::stable_sort(list.entries.begin(), list.entries.end(), [](const NamedGrant &a, const NamedGrant &b) {
        const auto key = [](const NamedGrant &grant) {
            return std::tuple(std::holds_alternative<PersonId>(grant.principal.principal), grant.principal.name.toCaseFolded());
        };
        return key(a) < key(b);
    });
    list.isOwn = holder == ownScope(item);
    list.holder = holder.isOwnList() ? LibraryItem(holder.recording()) : LibraryItem(holder.folder());
    list.holderName = nameOf(list.holder);
    list.isPublic = scope.isPublic();
    list.forActor = permissionsOf(actor, graph, item);
    return list;
}

AccessPreview FakeAccessDesk::previewFor(const Actor &actor, const AccessChange &change) const
{
    ScopeCounts counts;
    RecordingPlaces places;
    for (const RecordingId recording : m_workspace.recordingIds()) {
        const AccessScope scope = scopeOf(recording);
        ++counts[scope.value()];
        places.insert({recording.value, {.folder = m_places.value(recording, sharedFolder), .scope = scope}});
    }
    return previewOf(graph(), change, counts, places, actor.kind == ActorKind::Person ? actor.person : PersonId(), m_nowMs);
}

Result<> FakeAccessDesk::expect(const Actor &actor, const AccessChange &change, const std::optional<AccessPreview> &foreseen) const
{
    if (!foreseen || isForetold(*foreseen, previewFor(actor, change)))
        return {};
    return Error{ErrorKind::ContentMismatch, u"lists changed since it was foreseen"_s, {}, PreviewEvidence()};
}

Result<> FakeAccessDesk::guard(const Actor &actor, const AccessChange &change) const
{
    const AccessPreview preview = previewFor(actor, change);
    if (preview.guards.isEmpty())
        return {};
    return Error{ErrorKind::InvalidInput, u"a guard stopped the change"_s, {}, GuardEvidence{preview.guards, preview.cycle}};
}

QFuture<Result<Standing>> FakeAccessDesk::standing(const Actor &actor)
{
    return m_workspace.answer<Standing>(u"standing"_s, [=, this]() -> Result<Standing> { return standingOf(actor, graph()); });
}

QFuture<Result<QHash<RecordingId, PermissionSet>>> FakeAccessDesk::permissionsOn(const Actor &actor, const QList<RecordingId> &recordings)
{
    using Found = QHash<RecordingId, PermissionSet>;
    return m_workspace.answer<Found>(u"permissionsOn"_s, [=, this]() -> Result<Found> {
        const AccessGraph graph = this->graph();
        Found found;
        for (const RecordingId recording : recordings)
            found[recording] = permissionsOf(actor, graph, recording);
        return found;
    });
}

QFuture<Result<AccessList>> FakeAccessDesk::list(const Actor &actor, const LibraryItem &item)
{
    return m_workspace.answer<AccessList>(u"accessList"_s, [=, this]() -> Result<AccessList> {
        if (Result<> may = requireSight(actor, item); !may)
            return may.error();
        return listOf(actor, item);
    });
}

QFuture<Result<NamedPreview>> FakeAccessDesk::preview(const Actor &actor, const AccessChange &change)
{
    return m_workspace.answer<NamedPreview>(u"preview"_s, [=, this]() -> Result<NamedPreview> {
        NamedPreview preview{.preview = previewFor(actor, change), .people = {}, .groups = {}};
        for (const AccessDifference &difference : preview.preview.people)
            preview.people.insert(difference.person, named(difference.person));
        for (const GroupId group : preview.preview.cycle)
            preview.groups.insert(group, m_workspace.people().group(group));
        return preview;
    });
}

QFuture<Result<>> FakeAccessDesk::replaceList(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                              const QList<GrantEntry> &after)
{
    return m_workspace.answer<void>(u"replaceList"_s, [=, this]() -> Result<> {
        if (Result<> may = requireGrant(actor, item, before, after); !may)
            return may;
        const AccessList list = listOf(actor, item);
        if (!isSame(entriesOf(list), before))
            return Error{ErrorKind::ContentMismatch, u"the list was changed meanwhile"_s, {}, {}};
        if (std::any_of(after.begin(), after.end(), [this](const GrantEntry &entry) { return named(entry.principal).name.isEmpty(); }))
            return Error{ErrorKind::NotFound, u"no such person or group"_s, {}, {}};
        if (Result<> guarded = guard(actor, SetAccessList{item, after}); !guarded)
            return guarded;
        QList<NamedGrant> grants;
        for (const GrantEntry &entry : after) {
            const auto old = std::find_if(list.entries.begin(), list.entries.end(), [&](const NamedGrant &grant) { return grant.entry == entry; });
            grants += old != list.entries.end() ? *old
                                                : NamedGrant{.entry = entry, .principal = named(entry.principal), .grantedBy = actor.login,
                                                             .grantedAtMs = m_nowMs};
        }
        m_lists[ownScope(item).value()] = grants;
        tell(&AccessDesk::accessChanged);
        return {};
    });
}

QFuture<Result<>> FakeAccessDesk::resetToParent(const Actor &actor, const LibraryItem &item,
                                                const std::optional<AccessPreview> &foreseen)
{
    return m_workspace.answer<void>(u"resetToParent"_s, [=, this]() -> Result<> {
        if (item == LibraryItem(sharedFolder) || item == LibraryItem(peopleFolder))
            return Error{ErrorKind::InvalidInput, u"a root has no parent"_s, {}, {}};
        const AccessList list = listOf(actor, item);
        if (Result<> may = requireGrant(actor, item, list.isOwn ? entriesOf(list) : QList<GrantEntry>(), {}); !may)
            return may;
        if (Result<> same = expect(actor, ResetAccessList{item}, foreseen); !same)
            return same;
        if (Result<> guarded = guard(actor, ResetAccessList{item}); !guarded)
            return guarded;
        m_lists.remove(ownScope(item).value());
        tell(&AccessDesk::accessChanged);
        return {};
    });
}

QFuture<Result<>> FakeAccessDesk::setPublic(const Actor &actor, RecordingId recording, bool isPublic)
{
    return m_workspace.answer<void>(u"setPublic"_s, [=, this]() -> Result<> {
        if (Result<> may = require(actor, isPublic ? Capability::LiftPrivacy : Capability::GrantToViewers, recording); !may)
            return may;
        m_public[recording] = isPublic;
        tell(&AccessDesk::accessChanged);
        return {};
    });
}

QFuture<Result<AccessExplanation>> FakeAccessDesk::explain(const Actor &actor, PersonId person, const LibraryItem &item)
{
    return m_workspace.answer<AccessExplanation>(u"explain"_s, [=, this]() -> Result<AccessExplanation> {
        const bool isOneself = actor.kind == ActorKind::Person && actor.person == person;
        if (Result<> may = isOneself ? require(actor, Capability::ViewRecording, item) : requireSight(actor, item); !may)
            return may.error();
        AccessExplanation explanation;
        explanation.person = named(person);
        explanation.trace = graph().trace(person, scopeOf(item), m_nowMs);
        const AccessTrace &trace = explanation.trace;
        QList<GroupId> groups = trace.rolePath;
        for (const AccessTrace::FromGroup &from : trace.groups)
            groups += from.path;
        for (const GroupId group : std::as_const(groups))
            explanation.groups.insert(group, m_workspace.people().group(group));
        const LibraryItem holder = trace.list.isOwnList() ? LibraryItem(trace.list.recording()) : LibraryItem(trace.list.folder());
        explanation.itemName = nameOf(item);
        explanation.holderName = nameOf(holder);
        explanation.isHolderTheItem = holder == item;
        explanation.editInformation = refusal(trace.standing, Capability::EditInformation, trace.ruling.result);
        explanation.editMaterials = refusal(trace.standing, Capability::EditMaterials, trace.ruling.result);
        explanation.grant = refusal(trace.standing, Capability::GrantToViewers, trace.ruling.result);
        return explanation;
    });
}

QFuture<Result<AccessHolders>> FakeAccessDesk::whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page)
{
    return m_workspace.answer<AccessHolders>(u"whoCanSee"_s, [=, this]() -> Result<AccessHolders> {
        if (Result<> may = requireSight(actor, item); !may)
            return may.error();
        const AccessGraph graph = this->graph();
        AccessHolders holders;
        holders.isPublic = scopeOf(item).isPublic();
        auto people = graph.peopleOf(graph.entriesOf(graph.listOf(scopeOf(item))), m_nowMs);
        for (const PersonId administrator : graph.administrators())
            people[administrator.value] = everything;
        for (const auto &[id, set] : people) {
            if (!set.allowsView())
                continue;
            const AccessTrace trace = graph.trace(PersonId{id}, scopeOf(item), m_nowMs);
            AccessHolder holder{.person = named(PersonId{id}), .permissions = trace.ruling.result, .level = trace.ruling.level, .through = {}};
            if (trace.ruling.level == RulingLevel::Groups && !trace.groups.isEmpty())
                holder.through = m_workspace.people().group(trace.groups.first().path.last());
            holders.people += holder;
        }
        std::sort(holders.people.begin(), holders.people.end(),
                  [](const AccessHolder &a, const AccessHolder &b) { return a.person.name < b.person.name; });
        holders.count = holders.people.size();
        const QStringList words = page.text.simplified().split(u' ', Qt::SkipEmptyParts);
        holders.people.removeIf([&](const AccessHolder &one) { return !isAbout(one.person, words); });
        holders.found = holders.people.size();
        holders.people = holders.people.mid(page.offset, limit);
        return holders;
    });
}

QFuture<Result<NewLink>> FakeAccessDesk::createLink(const Actor &actor, const LinkDraft &draft)
{
    return m_workspace.answer<NewLink>(u"createLink"_s, [=, this]() -> Result<NewLink> {
        if (Result<> may = require(actor, Capability::ShareByLink, draft.recording); !may)
            return may.error();
        if (const QList<LinkProblem> problems = problemsIn(draft, m_policy, m_nowMs); !problems.isEmpty())
            return Error{ErrorKind::InvalidInput, u"the link is not as the policy asks"_s, {}, LinkProblemEvidence{problems}};
        AccessLink link;
        link.recording = draft.recording;
        link.label = draft.label;
        link.hasPassword = draft.password.has_value();
        link.expiresAtMs = draft.expiresAtMs;
        link.maxUses = draft.maxUses;
        link.allowsDownload = draft.allowsDownload;
        link.createdBy = actor.login;
        link.createdAtMs = m_nowMs;
        tell(&AccessDesk::linksChanged);
        return NewLink{putLink(link), SecretText("token-" + QByteArray::number(m_links.size()))};
    });
}

QFuture<Result<QList<AccessLink>>> FakeAccessDesk::links(const Actor &actor, std::optional<RecordingId> recording)
{
    return m_workspace.answer<QList<AccessLink>>(u"links"_s, [=, this]() -> Result<QList<AccessLink>> {
        Actor reader = actor;
        reader.onlyLooks = false;
        const Result<> may = recording ? require(reader, Capability::ShareByLink, *recording) : requireRole(reader, Capability::ShareByLink);
        if (!may)
            return may.error();
        QList<AccessLink> found;
        for (const AccessLink &link : m_links) {
            if (recording ? link.recording == *recording : bool(require(reader, Capability::ShareByLink, link.recording)))
                found.prepend(link);
        }
        return found;
    });
}

QFuture<Result<>> FakeAccessDesk::revokeLink(const Actor &actor, LinkId link)
{
    return m_workspace.answer<void>(u"revokeLink"_s, [=, this]() -> Result<> {
        const auto found = std::find_if(m_links.begin(), m_links.end(), [&](const AccessLink &one) { return one.id == link; });
        if (found == m_links.end())
            return Error{ErrorKind::NotFound, u"no such link"_s, {}, {}};
        if (Result<> may = require(actor, Capability::ShareByLink, found->recording); !may)
            return may;
        if (found->revokedAtMs == 0) {
            found->revokedAtMs = std::max<qint64>(m_nowMs, 1);
            found->revokedBy = actor.login;
        }
        tell(&AccessDesk::linksChanged);
        return {};
    });
}

QFuture<Result<LinkPolicy>> FakeAccessDesk::linkPolicy(const Actor &actor)
{
    return m_workspace.answer<LinkPolicy>(u"linkPolicy"_s, [=, this]() -> Result<LinkPolicy> {
        Actor reader = actor;
        reader.onlyLooks = false;
        const Result<> may = requireRole(reader, Capability::ShareByLink);
        return may ? Result<LinkPolicy>(m_policy) : Result<LinkPolicy>(may.error());
    });
}

QFuture<Result<>> FakeAccessDesk::setLinkPolicy(const Actor &actor, const LinkPolicy &policy)
{
    return m_workspace.answer<void>(u"setLinkPolicy"_s, [=, this]() -> Result<> {
        if (Result<> may = requireRole(actor, Capability::ManageCatalog); !may)
            return may;
        if (const QList<LinkPolicyProblem> problems = problemsIn(policy); !problems.isEmpty())
            return Error{ErrorKind::InvalidInput, u"the policy cannot be kept"_s, {}, LinkPolicyEvidence{problems}};
        m_policy = policy;
        tell(&AccessDesk::linksChanged);
        return {};
    });
}

QFuture<Result<GrantProposals>> FakeAccessDesk::proposals(const Actor &actor, std::optional<RecordingId> recording)
{
    return m_workspace.answer<GrantProposals>(u"proposals"_s, [=, this]() -> Result<GrantProposals> {
        Actor reader = actor;
        reader.onlyLooks = false;
        const Result<> may = recording ? require(reader, Capability::GrantToViewers, *recording) : requireRole(reader, Capability::GrantToViewers);
        if (!may)
            return may.error();
        const AccessGraph graph = this->graph();
        GrantProposals answer;
        for (const auto &[proposed, person] : m_proposed) {
            const bool isMeant = !recording || *recording == proposed;
            const PermissionSet has = graph.ruling(person, scopeOf(proposed), m_nowMs).result;
            const auto *entry = m_workspace.entry(proposed);
            if (isMeant && entry && !has.allowsManage() && !has.isDenied() && require(reader, grantingTo(person), proposed))
                answer.proposals += {.recording = proposed, .recordingTitle = nameOf(proposed),
                                     .startedAtMs = entry->details.row.startedAt.toMSecsSinceEpoch(), .person = named(person)};
        }
        answer.count = answer.proposals.size();
        return answer;
    });
}

QFuture<Result<>> FakeAccessDesk::reopenProposal(const Actor &actor, RecordingId recording, PersonId person)
{
    return m_workspace.answer<void>(u"reopenProposal"_s, [=, this]() -> Result<> {
        if (Result<> may = require(actor, grantingTo(person), recording); !may)
            return may;
        if (m_declined.removeAll({recording, person}) == 0)
            return Error{ErrorKind::NotFound, u"there is no such declined proposal"_s, {}, {}};
        m_proposed += {recording, person};
        tell(&AccessDesk::proposalsChanged);
        return {};
    });
}

QFuture<Result<>> FakeAccessDesk::declineProposal(const Actor &actor, RecordingId recording, PersonId person)
{
    return m_workspace.answer<void>(u"declineProposal"_s, [=, this]() -> Result<> {
        if (Result<> may = require(actor, grantingTo(person), recording); !may)
            return may;
        if (m_proposed.removeAll({recording, person}) == 0)
            return Error{ErrorKind::NotFound, u"there is no such proposal"_s, {}, {}};
        m_declined += {recording, person};
        tell(&AccessDesk::proposalsChanged);
        return {};
    });
}

QFuture<Result<ProposalMode>> FakeAccessDesk::proposalMode(const Actor &actor, ServerId server)
{
    return m_workspace.answer<ProposalMode>(u"proposalMode"_s, [=, this]() -> Result<ProposalMode> {
        const Result<> may = requireRole(actor, Capability::ManageServers);
        return may ? Result<ProposalMode>(m_modes.value(server, ProposalMode::Propose)) : Result<ProposalMode>(may.error());
    });
}

QFuture<Result<>> FakeAccessDesk::setProposalMode(const Actor &actor, ServerId server, ProposalMode mode)
{
    return m_workspace.answer<void>(u"setProposalMode"_s, [=, this]() -> Result<> {
        if (Result<> may = requireRole(actor, Capability::ManageServers); !may)
            return may;
        m_modes[server] = mode;
        tell(&AccessDesk::proposalsChanged);
        return {};
    });
}

QFuture<Result<AttendanceGap>> FakeAccessDesk::attendanceGap(const Actor &actor, RecordingId recording)
{
    return m_workspace.answer<AttendanceGap>(u"attendanceGap"_s, [=, this]() -> Result<AttendanceGap> {
        if (Result<> may = require(actor, Capability::SeeReports, recording); !may)
            return may.error();
        const AccessGraph graph = this->graph();
        const AccessScope scope = scopeOf(recording);
        const QList<PersonId> attended = m_attended.value(recording);
        AttendanceGap gap;
        gap.isPublic = scope.isPublic();
        for (const PersonId person : attended) {
            if (!graph.ruling(person, scope, m_nowMs).result.allowsView())
                gap.attendedCannotWatch += named(person);
        }
        for (const auto &[id, set] : graph.peopleOf(graph.entriesOf(graph.listOf(scope)), m_nowMs)) {
            if (set.allowsView() && !attended.contains(PersonId{id}))
                gap.canWatchDidNotAttend += named(PersonId{id});
        }
        gap.canWatchDidNotAttendCount = gap.canWatchDidNotAttend.size();
        return gap;
    });
}

} // namespace letopis::test
