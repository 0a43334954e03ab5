#include "core/journal/accesslists.h"

#include "core/base/overloaded.h"
#include "core/storage/accessrows.h"
#include "core/storage/accessversion.h"
#include "core/storage/auditrepository.h"
#include "core/storage/jsontext.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
Error noSuchItem(const LibraryItem &item)
{
    return Error{ErrorKind::NotFound, std::holds_alternative<FolderId>(item) ? u"no such folder"_s : u"no such recording"_s,
                 QString::number(std::visit([](auto id) { return id.value; }, item)), {}};
}

const GrantEntry *entryFor(const QList<GrantEntry> &entries, const Principal &principal)
{
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const GrantEntry &one) { return one.principal == principal; });
    return entry == entries.end() ? nullptr : &*entry;
}

bool isSame(const QList<GrantEntry> &a, const QList<GrantEntry> &b)
{
    return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const GrantEntry &entry) {
        const GrantEntry *other = entryFor(b, entry.principal);
        return other && *other == entry;
    });
}

QList<GrantEntry> entriesOf(const QList<NamedGrant> &grants)
{
    QList<GrantEntry> entries;
    for (const NamedGrant &grant : grants)
        entries.append(grant.entry);
    return entries;
}

// Those of whom the two lists say different things.
QList<Principal> differing(const QList<GrantEntry> &before, const QList<GrantEntry> &after)
{
    QList<Principal> principals;
    for (const GrantEntry &entry : before) {
        const GrantEntry *now = entryFor(after, entry.principal);
        if (!now || *now != entry)
            principals.append(entry.principal);
    }
    for (const GrantEntry &entry : after) {
        if (!entryFor(before, entry.principal))
            principals.append(entry.principal);
    }
    return principals;
}

bool hasTwice(const QList<GrantEntry> &entries)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const GrantEntry &entry) { return entryFor(entries, entry.principal) != &entry; });
}

// The item that a change is about; nothing where it is about people.
std::optional<LibraryItem> itemOf(const AccessChange &change)
{
    return std::visit(Overloaded{[](const SetAccessList &one) { return std::optional(one.item); },
                                 [](const ResetAccessList &one) { return std::optional(one.item); },
                                 [](const SetPublicView &one) { return std::optional<LibraryItem>(one.recording); },
                                 [](const MoveFolder &one) { return std::optional<LibraryItem>(one.folder); },
                                 [](const auto &) { return std::optional<LibraryItem>(); }},
                      change);
}

// Where a move goes.
std::optional<FolderId> targetOf(const AccessChange &change)
{
    if (const auto *folder = std::get_if<MoveFolder>(&change))
        return folder->to;
    if (const auto *recordings = std::get_if<MoveRecordings>(&change))
        return recordings->to;
    return {};
}

QList<RecordingId> recordingsOf(const AccessChange &change)
{
    if (const auto *move = std::get_if<MoveRecordings>(&change))
        return move->recordings;
    const std::optional<LibraryItem> item = itemOf(change);
    if (const auto *recording = item ? std::get_if<RecordingId>(&*item) : nullptr)
        return {*recording};
    return {};
}
} // namespace

// One transaction: the graph as it stands in it, and the steps that calls are made of.
struct AccessLists::Steps
{
    Connection &connection;
    const AccessControl &control;
    const Actor &actor;
    std::shared_ptr<const AccessGraph> graph;
    qint64 nowMs = 0;
    AuditAppender audit = {};

    // f(Steps &) → Result<T>
    template <typename F>
    static auto run(Connection &connection, const AccessLists &lists, const Actor &actor, F f)
        -> std::invoke_result_t<F, Steps &>
    {
        return connection.transaction([&]() -> std::invoke_result_t<F, Steps &> {
            const Result<AccessGraphs::Current> current = lists.m_visibility->graphs().current(connection);
            if (!current)
                return current.error();
            Steps steps{.connection = connection, .control = lists.m_control, .actor = actor, .graph = current.value().graph,
                        .nowMs = lists.m_visibility->nowMs()};
            return f(steps);
        });
    }

    Result<> require(Capability capability, const LibraryItem &item) const
    {
        if (const auto *folder = std::get_if<FolderId>(&item))
            return control.requireIn(connection, actor, capability, *folder);
        return control.requireIn(connection, actor, capability, {std::get<RecordingId>(item)});
    }

    // Who may set permissions sees them, whether or not they may see reports; looking is no change.
    Result<> requireSight(const LibraryItem &item) const
    {
        Actor reader = actor;
        reader.onlyLooks = false;
        const Steps looking{.connection = connection, .control = control, .actor = reader, .graph = graph, .nowMs = nowMs};
        const Result<> seesReports = looking.require(Capability::SeeReports, item);
        return seesReports || looking.require(Capability::GrantToViewers, item) ? Result<>() : seesReports;
    }

    Result<AccessScope> scopeOf(const LibraryItem &item) const
    {
        if (const auto *folder = std::get_if<FolderId>(&item)) {
            const auto &folders = graph->rows().folders;
            if (std::none_of(folders.begin(), folders.end(), [&](const auto &row) { return row.id == *folder; }))
                return noSuchItem(item);
            return AccessScope::ofFolder(*folder);
        }
        const Result<std::optional<RecordingPlace>> place = recordingPlace(connection, std::get<RecordingId>(item));
        if (!place)
            return place.error();
        return place.value() ? Result<AccessScope>(place.value()->scope) : Result<AccessScope>(noSuchItem(item));
    }

    Result<AccessList> list(const LibraryItem &item) const
    {
        const Result<AccessScope> scope = scopeOf(item);
        if (!scope)
            return scope.error();
        const AccessScope holder = graph->listOf(scope.value());
        AccessList list;
        list.isOwn = holder.asPublic(false) == ownScope(item);
        list.holder = holder.isOwnList() ? LibraryItem(holder.recording()) : LibraryItem(holder.folder());
        list.isPublic = scope.value().isPublic();
        list.forActor = actor.kind == ActorKind::Owner ? rule({}, {}, true, false).result
                                                       : graph->ruling(actor.person, scope.value(), nowMs).result;
        const Result<QString> name = itemName(connection, list.holder);
        const Result<QList<NamedGrant>> entries = accessListEntries(connection, holder);
        if (!name || !entries)
            return name ? entries.error() : name.error();
        list.holderName = name.value();
        list.entries = entries.value();
        return list;
    }

    // The list that would govern the item if it had none of its own.
    Result<QList<GrantEntry>> entriesAbove(const LibraryItem &item) const
    {
        FolderId parent = sharedFolder;
        if (const auto *folder = std::get_if<FolderId>(&item)) {
            const auto &folders = graph->rows().folders;
            const auto row = std::find_if(folders.begin(), folders.end(), [&](const auto &one) { return one.id == *folder; });
            if (row != folders.end())
                parent = row->parent;
        } else {
            const Result<std::optional<RecordingPlace>> place = recordingPlace(connection, std::get<RecordingId>(item));
            if (!place)
                return place.error();
            if (place.value())
                parent = place.value()->folder;
        }
        const Result<QList<NamedGrant>> named = accessListEntries(connection, graph->listOf(AccessScope::ofFolder(parent)));
        if (!named)
            return named.error();
        QList<GrantEntry> entries;
        for (const NamedGrant &grant : named.value())
            entries.append(grant.entry);
        return entries;
    }

    // Whom a Moderator may grant: viewers, and groups of nobody else.
    Result<> requireGrant(const LibraryItem &item, const QList<Principal> &principals) const
    {
        if (Result<> viewers = require(Capability::GrantToViewers, item); !viewers)
            return viewers;
        const bool isViewersOnly = std::all_of(principals.begin(), principals.end(), [&](const Principal &principal) {
            const auto *group = std::get_if<GroupId>(&principal);
            const std::vector<PersonId> people = group ? graph->membersOf(*group) : std::vector{std::get<PersonId>(principal)};
            return std::all_of(people.begin(), people.end(),
                               [&](PersonId person) { return graph->standing(person).role == Role::Viewer; });
        });
        return isViewersOnly ? Result<>() : require(Capability::GrantToModerators, item);
    }

    // An entry for nobody would wait for whoever gets the number.
    Result<> requireKnown(const QList<GrantEntry> &entries, const QList<Principal> &principals) const
    {
        for (const Principal &principal : principals) {
            if (!entryFor(entries, principal))
                continue;
            const auto *group = std::get_if<GroupId>(&principal);
            const Result<QHash<GroupId, Group>> groups = groupsNamed(connection, group ? QList{*group} : QList<GroupId>());
            const Result<QList<NamedPrincipal>> people =
                peopleNamed(connection, group ? std::vector<PersonId>() : std::vector{std::get<PersonId>(principal)});
            if (!groups || !people)
                return groups ? people.error() : groups.error();
            if (groups.value().isEmpty() && people.value().isEmpty())
                return Error{ErrorKind::NotFound, u"no such person or group"_s, QString::number(principalId(principal)), {}};
        }
        return {};
    }

    // An entry that is over already would give nothing and look as if it did.
    Result<> requireComing(const QList<GrantEntry> &entries, const QList<Principal> &changed) const
    {
        for (const Principal &principal : changed) {
            const GrantEntry *entry = entryFor(entries, principal);
            if (entry && entry->untilMs != 0 && entry->untilMs <= nowMs)
                return Error{ErrorKind::InvalidInput, u"the end of the permission has passed"_s, {}, {}};
        }
        return {};
    }

    Result<AccessPreview> preview(const AccessChange &change) const
    {
        const std::optional<LibraryItem> item = itemOf(change);
        const auto *folder = item ? std::get_if<FolderId>(&*item) : nullptr;
        const Result<ScopeCounts> counts =
            isOfPeople(change) ? allScopeCounts(connection)
                       : scopeCounts(connection, folder ? graph->inheritingFolders(*folder) : std::vector<FolderId>());
        const Result<RecordingPlaces> places = recordingPlaces(connection, recordingsOf(change));
        if (!counts || !places)
            return counts ? places.error() : counts.error();
        return previewOf(*graph, change, counts.value(), places.value(),
                         actor.kind == ActorKind::Person ? actor.person : PersonId(), nowMs);
    }

    Result<NamedPreview> namedPreview(const AccessChange &change) const
    {
        const Result<AccessPreview> preview = this->preview(change);
        if (!preview)
            return preview.error();
        NamedPreview named{.preview = preview.value(), .people = {}, .groups = {}};
        std::vector<PersonId> ids;
        for (const AccessDifference &difference : preview.value().people)
            ids.push_back(difference.person);
        const Result<QList<NamedPrincipal>> people = peopleNamed(connection, ids);
        const Result<QHash<GroupId, Group>> groups = groupsNamed(connection, preview.value().cycle);
        if (!people || !groups)
            return people ? groups.error() : people.error();
        for (const NamedPrincipal &person : people.value())
            named.people.insert(std::get<PersonId>(person.principal), person);
        named.groups = groups.value();
        return named;
    }

    // What is written is what was looked at: guards are asked inside the same transaction.
    Result<> guard(const AccessChange &change, const std::optional<AccessPreview> &foreseen = {}) const
    {
        const Result<AccessPreview> preview = this->preview(change);
        if (!preview)
            return preview.error();
        if (foreseen && !isForetold(*foreseen, preview.value()))
            return Error{ErrorKind::ContentMismatch, u"lists changed since it was foreseen"_s, {}, PreviewEvidence()};
        if (preview.value().guards.isEmpty())
            return {};
        return Error{ErrorKind::InvalidInput, u"a guard stopped the change"_s, {},
                     GuardEvidence{preview.value().guards, preview.value().cycle}};
    }

    Result<> journal(const QString &action, const LibraryItem &item, JsonObjectWriter details = {})
    {
        AuditEvent event;
        event.atMs = nowMs;
        event.actor = actor.login;
        event.action = action;
        if (const auto *recording = std::get_if<RecordingId>(&item))
            event.recording = *recording;
        else
            details.add("folder"_L1, std::get<FolderId>(item).value);
        event.details = details.toUtf8();
        return audit.append(connection, std::move(event));
    }

    Result<> writeDifference(const LibraryItem &item, const GrantEntry *before, const GrantEntry *after)
    {
        const Principal principal = (after ? after : before)->principal;
        JsonObjectWriter details;
        details.add(principalKind(principal) == u"group" ? "group"_L1 : "person"_L1, principalId(principal));
        details.addChange("permission"_L1, before ? permissionName(before->permission) : QString(),
                          after ? permissionName(after->permission) : QString());
        if (after && after->untilMs)
            details.add("until"_L1, after->untilMs);
        if (before && before->untilMs)
            details.add("untilBefore"_L1, before->untilMs);
        Result<> written = after ? putAccessEntry(connection, ownScope(item), *after, actor.login, nowMs)
                                 : removeAccessEntry(connection, ownScope(item), principal);
        return written ? journal(after ? u"access.granted"_s : u"access.revoked"_s, item, details) : written;
    }

    // What a reset takes away, for the journal.
    static QStringList entryTexts(const QList<GrantEntry> &entries)
    {
        QStringList texts;
        for (const GrantEntry &entry : entries)
            texts += u"%1 %2: %3"_s.arg(principalKind(entry.principal)).arg(principalId(entry.principal)).arg(permissionName(entry.permission));
        return texts.mid(0, 1000);
    }

    // Its own list as a copy of the one that governed it, who granted it included.
    Result<> makeOwn(const LibraryItem &item, const AccessList &list)
    {
        if (list.isOwn)
            return {};
        for (const NamedGrant &grant : list.entries) {
            if (Result<> put = putAccessEntry(connection, ownScope(item), grant.entry, grant.grantedBy, grant.grantedAtMs); !put)
                return put;
        }
        if (Result<> own = setOwnList(connection, item, true); !own)
            return own;
        return journal(u"access.listMade"_s, item);
    }

    Result<> replace(const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after)
    {
        const QList<Principal> principals = differing(before, after);
        if (Result<> may = requireGrant(item, principals); !may)
            return may;
        const Result<AccessList> list = this->list(item);
        if (!list)
            return list.error();
        if (!isSame(entriesOf(list.value().entries), before))
            return Error{ErrorKind::ContentMismatch, u"the list was changed meanwhile"_s, {}, {}};
        if (hasTwice(after))
            return Error{ErrorKind::InvalidInput, u"somebody is in the list twice"_s, {}, {}};
        if (Result<> known = requireKnown(after, principals); !known)
            return known;
        if (Result<> ends = requireComing(after, principals); !ends)
            return ends;
        if (Result<> guarded = guard(SetAccessList{item, after}); !guarded)
            return guarded;
        if (Result<> own = makeOwn(item, list.value()); !own)
            return own;
        for (const Principal &principal : principals) {
            if (Result<> written = writeDifference(item, entryFor(before, principal), entryFor(after, principal)); !written)
                return written;
        }
        return bumpAccessVersion(connection);
    }

    Result<> grantManage(RecordingId recording, PersonId person)
    {
        const Result<AccessList> list = this->list(recording);
        if (!list)
            return list.error();
        if (Result<> own = makeOwn(recording, list.value()); !own)
            return own;
        const QList<GrantEntry> before = entriesOf(list.value().entries);
        const GrantEntry entry{.principal = person, .permission = Permission::Manage, .untilMs = 0};
        return writeDifference(recording, entryFor(before, entry.principal), &entry);
    }

    Result<> reset(const LibraryItem &item, const std::optional<AccessPreview> &foreseen)
    {
        if (item == LibraryItem(sharedFolder) || item == LibraryItem(peopleFolder))
            return Error{ErrorKind::InvalidInput, u"a root has no parent"_s, {}, {}};
        const Result<AccessList> list = this->list(item);
        if (!list)
            return list.error();
        if (!list.value().isOwn) {
            const Result<> may = require(Capability::GrantToViewers, item);
            return may && foreseen ? guard(ResetAccessList{item}, foreseen) : may;
        }
        QList<Principal> principals;
        QList<GrantEntry> entries;
        for (const NamedGrant &grant : list.value().entries) {
            principals.append(grant.entry.principal);
            entries.append(grant.entry);
        }
        const Result<QList<GrantEntry>> parents = entriesAbove(item);
        if (!parents)
            return parents.error();
        // Whom the parent's list lets in gains as much as who is on this one loses.
        if (Result<> may = requireGrant(item, differing(entries, parents.value())); !may)
            return may;
        if (Result<> guarded = guard(ResetAccessList{item}, foreseen); !guarded)
            return guarded;
        for (const Principal &principal : std::as_const(principals)) {
            if (Result<> removed = removeAccessEntry(connection, ownScope(item), principal); !removed)
                return removed;
        }
        if (Result<> inherits = setOwnList(connection, item, false); !inherits)
            return inherits;
        JsonObjectWriter details;
        details.add("removed"_L1, entryTexts(entries));
        if (Result<> written = journal(u"access.reset"_s, item, details); !written)
            return written;
        return bumpAccessVersion(connection);
    }

    Result<> setPublic(RecordingId recording, bool isPublic)
    {
        if (Result<> may = require(isPublic ? Capability::LiftPrivacy : Capability::GrantToViewers, recording); !may)
            return may;
        const Result<AccessScope> scope = scopeOf(recording);
        if (!scope)
            return scope.error();
        if (scope.value().isPublic() == isPublic)
            return {};
        if (Result<> set = setPublicView(connection, recording, isPublic); !set)
            return set;
        if (Result<> written = journal(isPublic ? u"access.published"_s : u"access.unpublished"_s, recording); !written)
            return written;
        return bumpAccessVersion(connection);
    }

    Result<AccessExplanation> explain(PersonId person, const LibraryItem &item) const
    {
        const bool isOneself = actor.kind == ActorKind::Person && actor.person == person;
        if (Result<> may = isOneself ? require(Capability::ViewRecording, item) : requireSight(item); !may)
            return may.error();
        const Result<AccessScope> scope = scopeOf(item);
        if (!scope)
            return scope.error();
        AccessExplanation explanation;
        explanation.trace = graph->trace(person, scope.value(), nowMs);
        const AccessTrace &trace = explanation.trace;
        QList<GroupId> groups = trace.rolePath;
        for (const AccessTrace::FromGroup &from : trace.groups)
            groups += from.path;
        const AccessScope list = trace.list;
        const LibraryItem holder = list.isOwnList() ? LibraryItem(list.recording()) : LibraryItem(list.folder());
        const Result<QHash<GroupId, Group>> named = groupsNamed(connection, groups);
        const Result<QString> holderName = itemName(connection, holder);
        const Result<QString> name = itemName(connection, item);
        const Result<QList<NamedPrincipal>> people = peopleNamed(connection, {person});
        if (!named || !holderName || !name || !people)
            return !named ? named.error() : !holderName ? holderName.error() : !name ? name.error() : people.error();
        if (people.value().isEmpty())
            return Error{ErrorKind::NotFound, u"no such person"_s, {}, {}};
        explanation.person = people.value().first();
        explanation.groups = named.value();
        explanation.itemName = name.value();
        explanation.holderName = holderName.value();
        explanation.isHolderTheItem = holder == item;
        explanation.isHolderHidden = isOneself && !explanation.isHolderTheItem && !require(Capability::ViewRecording, holder);
        if (explanation.isHolderHidden) {
            explanation.holderName.clear();
            explanation.trace.list = AccessScope::ofFolder({});
        }
        explanation.editInformation = refusal(trace.standing, Capability::EditInformation, trace.ruling.result);
        explanation.editMaterials = refusal(trace.standing, Capability::EditMaterials, trace.ruling.result);
        explanation.grant = refusal(trace.standing, Capability::GrantToViewers, trace.ruling.result);
        return explanation;
    }

    Result<AccessHolders> whoCanSee(const LibraryItem &item, int limit, const HolderPage &page) const
    {
        if (Result<> may = requireSight(item); !may)
            return may.error();
        const Result<AccessScope> scope = scopeOf(item);
        if (!scope)
            return scope.error();
        auto people = graph->peopleOf(graph->entriesOf(graph->listOf(scope.value())), nowMs);
        std::erase_if(people, [](const auto &one) { return !one.second.allowsView(); });
        for (const PersonId administrator : graph->administrators())
            people[administrator.value] = rule({}, {}, true, false).result;
        std::vector<PersonId> ids;
        for (const auto &[person, set] : people)
            ids.push_back(PersonId{person});
        Result<QList<NamedPrincipal>> named = peopleNamed(connection, ids);
        if (!named)
            return named.error();
        std::sort(named.value().begin(), named.value().end(), [](const NamedPrincipal &a, const NamedPrincipal &b) {
            return std::tuple(a.name, principalId(a.principal)) < std::tuple(b.name, principalId(b.principal));
        });
        AccessHolders holders{.people = {}, .count = named.value().size(), .found = 0, .isPublic = scope.value().isPublic()};
        const QStringList words = page.text.simplified().split(u' ', Qt::SkipEmptyParts);
        named.value().removeIf([&](const NamedPrincipal &person) { return !isAbout(person, words); });
        holders.found = named.value().size();
        return withReasons(std::move(holders), named.value().mid(page.offset, limit), scope.value());
    }

    // What each has and through what; the groups are named in one go.
    Result<AccessHolders> withReasons(AccessHolders holders, const QList<NamedPrincipal> &people, AccessScope scope) const
    {
        QList<GroupId> through; // of each; not valid: none
        for (const NamedPrincipal &person : people) {
            const AccessTrace trace = graph->trace(std::get<PersonId>(person.principal), scope, nowMs);
            holders.people.append({.person = person, .permissions = trace.ruling.result, .level = trace.ruling.level, .through = {}});
            const bool isByGroup = trace.ruling.level == RulingLevel::Groups && !trace.groups.isEmpty();
            through.append(isByGroup ? trace.groups.first().path.last() : GroupId());
        }
        const QSet<GroupId> groups(through.begin(), through.end());
        const Result<QHash<GroupId, Group>> named = groupsNamed(connection, QList<GroupId>(groups.begin(), groups.end()));
        if (!named)
            return named.error();
        for (qsizetype at = 0; at < through.size(); ++at) {
            if (through.at(at).isValid())
                holders.people[at].through = named.value().value(through.at(at));
        }
        return holders;
    }
};

QFuture<Result<AccessList>> AccessLists::list(const Actor &actor, const LibraryItem &item) const
{
    return m_database.read([lists = *this, actor, item](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) -> Result<AccessList> {
            if (Result<> may = steps.requireSight(item); !may)
                return may.error();
            return steps.list(item);
        });
    });
}

QFuture<Result<>> AccessLists::replace(const Actor &actor, const LibraryItem &item, const QList<GrantEntry> &before,
                                       const QList<GrantEntry> &after) const
{
    return m_database.write([lists = *this, actor, item, before, after](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) { return steps.replace(item, before, after); });
    });
}

QFuture<Result<>> AccessLists::resetToParent(const Actor &actor, const LibraryItem &item,
                                             const std::optional<AccessPreview> &foreseen) const
{
    return m_database.write([lists = *this, actor, item, foreseen](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) { return steps.reset(item, foreseen); });
    });
}

QFuture<Result<>> AccessLists::setPublic(const Actor &actor, RecordingId recording, bool isPublic) const
{
    return m_database.write([lists = *this, actor, recording, isPublic](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) { return steps.setPublic(recording, isPublic); });
    });
}

Result<> AccessLists::grantManage(Connection &connection, const Actor &actor,
                                  const QList<std::pair<RecordingId, PersonId>> &grants) const
{
    return Steps::run(connection, *this, actor, [&](Steps &steps) -> Result<> {
        for (const auto &[recording, person] : grants) {
            if (Result<> may = steps.requireGrant(recording, {person}); !may)
                return may;
            if (Result<> granted = steps.grantManage(recording, person); !granted)
                return granted;
        }
        return grants.isEmpty() ? Result<>() : bumpAccessVersion(connection);
    });
}

QFuture<Result<NamedPreview>> AccessLists::preview(const Actor &actor, const AccessChange &change) const
{
    return m_database.read([lists = *this, actor, change](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) -> Result<NamedPreview> {
            const std::optional<LibraryItem> item = itemOf(change);
            const QList<RecordingId> recordings = recordingsOf(change);
            const Result<> may = item ? steps.requireSight(*item)
                                 : !recordings.isEmpty()
                                     ? lists.m_control.requireIn(connection, actor, Capability::SeeReports, recordings)
                                     : lists.m_control.requireIn(connection, actor, Capability::ManagePeople, QList<RecordingId>());
            if (!may)
                return may.error();
            // Where it goes, too: the preview names who is on that list.
            if (const std::optional<FolderId> to = targetOf(change)) {
                if (Result<> sight = steps.requireSight(*to); !sight)
                    return sight.error();
            }
            return steps.namedPreview(change);
        });
    });
}

QFuture<Result<AccessExplanation>> AccessLists::explain(const Actor &actor, PersonId person, const LibraryItem &item) const
{
    return m_database.read([lists = *this, actor, person, item](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) { return steps.explain(person, item); });
    });
}

QFuture<Result<AccessHolders>> AccessLists::whoCanSee(const Actor &actor, const LibraryItem &item, int limit, const HolderPage &page) const
{
    return m_database.read([lists = *this, actor, item, limit, page](Connection &connection) {
        return Steps::run(connection, lists, actor, [&](Steps &steps) { return steps.whoCanSee(item, limit, page); });
    });
}

} // namespace letopis
