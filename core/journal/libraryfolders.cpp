#include "core/journal/libraryfolders.h"

#include "core/base/textfolding.h"
#include "core/storage/accessrows.h"
#include "core/storage/filingrules.h"
#include "core/storage/folderwriter.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
// What the tables show as one row with the materials: "publish into it: add recordings to a folder, add and update materials".
constexpr Capability publishInto = Capability::EditMaterials;

bool isRootNamed(const Folder &folder, const QString &name)
{
    const QLatin1StringView own = folder.id == sharedFolder ? "Shared"_L1 : "People"_L1;
    return name.compare(own, Qt::CaseInsensitive) == 0;
}

bool isNamed(const Folder &folder, const QString &name)
{
    return folder.parent.isValid() ? nameKey(folder.name) == nameKey(name) : isRootNamed(folder, name);
}

// Each behind its parent, siblings in the order that they come in; what hangs nowhere is left out.
QList<FolderNode> asTree(const QList<FolderNode> &nodes, const QSet<FolderId> &shown)
{
    QHash<FolderId, QList<qsizetype>> children; // last first
    for (qsizetype at = nodes.size() - 1; at >= 0; --at) {
        if (shown.contains(nodes[at].folder.id))
            children[nodes[at].folder.parent] += at;
    }
    QList<FolderNode> tree;
    QList<qsizetype> open = children.value({});
    std::sort(open.begin(), open.end(), [&](qsizetype a, qsizetype b) { return nodes[a].folder.id > nodes[b].folder.id; }); // Shared first
    while (!open.isEmpty()) {
        const FolderNode &node = nodes[open.takeLast()];
        tree += node;
        open += children.value(node.folder.id);
    }
    return tree;
}

// The open ones and all above them.
QSet<FolderId> withWay(const QList<FolderNode> &nodes)
{
    QHash<FolderId, FolderId> parents;
    for (const FolderNode &node : nodes)
        parents.insert(node.folder.id, node.folder.parent);
    QSet<FolderId> shown;
    for (const FolderNode &node : nodes) {
        for (FolderId at = node.folder.id; node.isOpen && at.isValid() && !shown.contains(at); at = parents.value(at))
            shown += at;
    }
    return shown;
}

Result<QHash<FolderId, qint64>> visibleRecordings(Connection &connection, Visibility &visibility, PersonId person)
{
    const Result<VisibleSet> visible = visibility.prepare(connection, person);
    if (!visible)
        return visible.error();
    QHash<FolderId, qint64> counts;
    if (visible->reach == VisibleSet::Reach::Nothing)
        return counts;
    if (visible->reach == VisibleSet::Reach::Everything)
        return recordingsByFolder(connection);
    const Statement select{"folder.visibleCounts"_L1,
                           u"SELECT folder_id, count(*) FROM recording WHERE id IN %1 GROUP BY folder_id"_s.arg(visible->ids())};
    const Result<> read = connection.forEachRaw(select, {}, [&](const QSqlQuery &row) {
        counts.insert({row.value(0).toLongLong()}, row.value(1).toLongLong());
    });
    if (!read)
        return read.error();
    return counts;
}

Error guarded(const AccessPreview &preview)
{
    return {ErrorKind::InvalidInput, u"a guard stopped the change"_s, {}, GuardEvidence{preview.guards, preview.cycle}};
}

QList<GrantEntry> grantsOf(const AccessGraph &graph, FolderId folder)
{
    QList<GrantEntry> grants;
    for (const AccessEntry &entry : graph.entriesOf(graph.listOf(AccessScope::ofFolder(folder))))
        grants += {.principal = entry.principal, .permission = entry.permission, .untilMs = entry.untilMs};
    return grants;
}
} // namespace

struct LibraryFolders::Steps
{
    Connection &connection;
    const LibraryFolders &library;
    const Actor &actor;

    qint64 nowMs() const { return library.m_visibility->nowMs(); }
    FolderWriter writer() const { return FolderWriter(connection, actor, nowMs()); }

    Result<std::shared_ptr<const AccessGraph>> graph() const
    {
        const Result<AccessGraphs::Current> current = library.m_visibility->graphs().current(connection);
        if (!current)
            return current.error();
        return current->graph;
    }

    Result<> require(Capability capability) const
    {
        return library.m_control.requireIn(connection, actor, capability, QList<RecordingId>());
    }
    Result<> require(Capability capability, const QList<RecordingId> &recordings) const
    {
        return library.m_control.requireIn(connection, actor, capability, recordings);
    }
    Result<> require(Capability capability, FolderId folder) const
    {
        return library.m_control.requireIn(connection, actor, capability, folder);
    }
    Result<> requireBoth(FolderId folder, FolderId target) const
    {
        const Result<> one = require(Capability::ManageFolder, folder);
        return one ? require(Capability::ManageFolder, target) : one;
    }

    // What holds on each folder for who asks.
    Result<QHash<FolderId, PermissionSet>> permissions(const QList<FolderNode> &nodes) const
    {
        QHash<FolderId, PermissionSet> found;
        const PermissionSet everything = rule({}, {}, true, false).result;
        const std::optional<PersonId> viewer = AccessControl::viewer(actor);
        const Result<std::shared_ptr<const AccessGraph>> graph = this->graph();
        if (!graph)
            return graph.error();
        const PersonRights rights = viewer ? (*graph)->rights(*viewer, nowMs()) : PersonRights();
        if (viewer && rights.standing.isBlocked)
            return found;
        const bool isEverything = !viewer || rights.seesAll();
        for (const FolderNode &node : nodes) {
            const AccessScope list = (*graph)->listOf(AccessScope::ofFolder(node.folder.id));
            const auto set = rights.byList.find(list.value());
            found.insert(node.folder.id, isEverything ? everything : set == rights.byList.end() ? PermissionSet() : set->second);
        }
        return found;
    }

    Result<QList<FolderNode>> folders() const
    {
        Result<QList<FolderNode>> nodes = readFolders(connection);
        if (!nodes)
            return nodes;
        const std::optional<PersonId> viewer = AccessControl::viewer(actor);
        const Result<Standing> standing = library.m_control.standingIn(connection, actor);
        const auto permissions = this->permissions(*nodes);
        const auto counts = viewer ? visibleRecordings(connection, *library.m_visibility, *viewer) : recordingsByFolder(connection);
        if (!standing || !permissions || !counts)
            return !standing ? standing.error() : !permissions ? permissions.error() : counts.error();
        const bool mayFile = refusalByRole(*standing, Capability::EditEverythingElse) == Refusal::None;
        for (FolderNode &node : *nodes) {
            const PermissionSet set = permissions->value(node.folder.id);
            node.isOpen = set.allowsView();
            node.recordings = node.isOpen ? counts->value(node.folder.id) : 0;
            node.canManage = may(*standing, Capability::ManageFolder, set);
            node.canFileInto = mayFile && may(*standing, publishInto, set);
        }
        return asTree(*nodes, withWay(*nodes));
    }

    Result<FolderId> find(const QString &path) const
    {
        const Result<QList<FolderNode>> nodes = folders();
        if (!nodes)
            return nodes.error();
        FolderId at;
        for (const QString &name : path.split(u'/', Qt::SkipEmptyParts)) {
            const auto next = std::find_if(nodes->begin(), nodes->end(), [&](const FolderNode &node) {
                return node.folder.parent == at && isNamed(node.folder, name);
            });
            if (next == nodes->end())
                return Error{ErrorKind::NotFound, u"there is no such folder"_s, path.left(200), {}};
            at = next->folder.id;
        }
        return at.isValid() ? Result<FolderId>(at) : Result<FolderId>(Error{ErrorKind::NotFound, u"which folder?"_s, path.left(200), {}});
    }

    Result<FolderId> folderOf(RecordingId recording) const
    {
        if (Result<> may = require(Capability::ViewRecording, {recording}); !may)
            return may.error();
        const Result<std::optional<RecordingPlace>> place = recordingPlace(connection, recording);
        if (!place)
            return place.error();
        if (!*place)
            return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(recording.value), {}};
        const FolderId folder = (*place)->folder;
        return require(Capability::ViewRecording, folder) ? folder : FolderId{};
    }

    // `recordings`: those that the change names.
    Result<AccessPreview> preview(const AccessChange &change, const std::vector<FolderId> &scopes,
                                  const QList<RecordingId> &recordings = {}) const
    {
        const auto graph = this->graph();
        const Result<ScopeCounts> counts = scopeCounts(connection, scopes);
        const Result<RecordingPlaces> places = recordingPlaces(connection, recordings);
        if (!graph || !counts || !places)
            return !graph ? graph.error() : !counts ? counts.error() : places.error();
        const PersonId self = actor.kind == ActorKind::Person ? actor.person : PersonId();
        return previewOf(**graph, change, *counts, *places, self, nowMs());
    }

    // Moving what people have access to gives and takes it, as their permissions in the editor would: whom the actor may not
    // grant there, they may not move it away from here. `what`: a folder or recordings.
    template <typename What>
    Result<> requireGrants(const AccessPreview &preview, const What &what, FolderId to) const
    {
        if (preview.peopleGaining + preview.peopleLosing + preview.peopleChanging == 0)
            return {};
        const auto graph = this->graph();
        if (!graph)
            return graph.error();
        const bool areAllListed = preview.peopleGaining + preview.peopleLosing + preview.peopleChanging == preview.people.size();
        const bool areViewers = areAllListed && std::all_of(preview.people.begin(), preview.people.end(), [&](const auto &one) {
            return one.person == actor.person || (*graph)->standing(one.person).role == Role::Viewer;
        });
        const Capability capability = areViewers ? Capability::GrantToViewers : Capability::GrantToModerators;
        const Result<> here = require(capability, what);
        // Adding recordings to a folder is for who may publish into it, whoever reads there.
        const bool isPublishing = std::is_same_v<What, QList<RecordingId>>;
        return here && !isPublishing ? require(capability, to) : here;
    }

    // Where a recording stands is for who may edit everything (access.md).
    Result<> requireRefiling(FolderId folder, FolderId to) const
    {
        const auto counts = recordingsByFolder(connection);
        if (!counts)
            return counts.error();
        if (counts->value(folder) == 0)
            return {};
        const Result<> out = require(Capability::EditEverythingElse, folder);
        return out ? require(publishInto, to) : out;
    }

    template <typename What>
    Result<AccessPreview> granted(Result<AccessPreview> preview, const What &what, FolderId to) const
    {
        if (!preview || !preview->guards.isEmpty())
            return preview;
        const Result<> may = requireGrants(*preview, what, to);
        return may ? preview : Result<AccessPreview>(may.error());
    }

    static Result<> unguarded(const Result<AccessPreview> &preview, const std::optional<AccessPreview> &foreseen)
    {
        if (!preview)
            return preview.error();
        if (foreseen && !isForetold(*foreseen, *preview))
            return Error{ErrorKind::ContentMismatch, u"lists changed since it was foreseen"_s, {}, PreviewEvidence()};
        return preview->guards.isEmpty() ? Result<>() : Result<>(guarded(*preview));
    }

    Result<> move(FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen) const
    {
        const Result<> may = unguarded(previewMove(folder, to), foreseen);
        return may ? writer().move(folder, to) : may;
    }

    Result<> remove(FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen) const
    {
        const Result<> may = unguarded(previewRemove(folder, contentTo), foreseen);
        return may ? writer().remove(folder, contentTo) : may;
    }

    Result<AccessPreview> previewMove(FolderId folder, FolderId to) const
    {
        if (Result<> may = requireBoth(folder, to); !may)
            return may.error();
        if (Result<> right = writer().checkMove(folder, to); !right)
            return right.error();
        const auto graph = this->graph();
        if (!graph)
            return graph.error();
        return granted(preview(MoveFolder{folder, to}, (*graph)->inheritingFolders(folder)), folder, to);
    }

    // What inherits from the folder inherits from the other one then, as if its list became the other's.
    Result<AccessPreview> previewRemove(FolderId folder, std::optional<FolderId> contentTo) const
    {
        if (Result<> may = requireBoth(folder, contentTo.value_or(folder)); !may)
            return may.error();
        if (Result<> may = contentTo ? requireRefiling(folder, *contentTo) : Result<>(); !may)
            return may.error();
        if (Result<> right = writer().checkRemove(folder, contentTo); !right)
            return right.error();
        const auto graph = this->graph();
        if (!graph)
            return graph.error();
        if (!contentTo)
            return AccessPreview();
        const SetAccessList change{.item = folder, .entries = grantsOf(**graph, *contentTo)};
        return granted(preview(change, (*graph)->inheritingFolders(folder)), folder, *contentTo);
    }

    Result<AccessPreview> previewFile(const QList<RecordingId> &recordings, FolderId to) const
    {
        if (recordings.size() > mostFiled)
            return Error{ErrorKind::TooLarge, u"at most %1 recordings at once"_s.arg(mostFiled), {}, {}};
        if (Result<> may = require(Capability::EditEverythingElse, recordings); !may)
            return may.error();
        if (Result<> may = require(publishInto, to); !may)
            return may.error();
        if (const Result<Folder> folder = readFolder(connection, to); !folder)
            return folder.error();
        return granted(preview(MoveRecordings{recordings, to}, {}, recordings), recordings, to);
    }

    Result<NamedPreview> named(const Result<AccessPreview> &preview) const
    {
        if (!preview)
            return preview.error();
        NamedPreview named{.preview = *preview, .people = {}, .groups = {}};
        std::vector<PersonId> ids;
        for (const AccessDifference &difference : preview->people)
            ids.push_back(difference.person);
        const Result<QList<NamedPrincipal>> people = peopleNamed(connection, ids);
        if (!people)
            return people.error();
        for (const NamedPrincipal &person : *people)
            named.people.insert(std::get<PersonId>(person.principal), person);
        return named;
    }

    Result<> file(const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen) const
    {
        if (const Result<> may = unguarded(previewFile(recordings, to), foreseen); !may)
            return may;
        const Result<qint64> filed = writer().file(recordings, to);
        return filed ? Result<>() : Result<>(filed.error());
    }

    // What each of them takes.
    Result<QList<QList<RecordingId>>> takenBy(const QList<FilingRule> &rules) const
    {
        if (Result<> may = require(Capability::ManageCatalog); !may)
            return may.error();
        const bool areFew = rules.size() <= FilingRule::maxRules;
        if (!areFew || !std::all_of(rules.begin(), rules.end(), [](const FilingRule &rule) { return isWellFormed(rule); }))
            return Error{ErrorKind::InvalidInput, u"a rule is not well formed"_s, {}, {}};
        return recordingsByRule(connection, rules);
    }

    Result<QList<qint64>> countByRules(const QList<FilingRule> &rules) const
    {
        const Result<QList<QList<RecordingId>>> taken = takenBy(rules);
        if (!taken)
            return taken.error();
        QList<qint64> counts;
        for (const QList<RecordingId> &recordings : *taken)
            counts += recordings.size();
        return counts;
    }

    Result<AccessPreview> previewMoves(const QList<FilingRule> &rules, const QList<QList<RecordingId>> &taken) const
    {
        FileApart change;
        for (qsizetype at = 0; at < rules.size(); ++at)
            change.moves += MoveRecordings{taken.at(at), rules.at(at).folder};
        const auto graph = this->graph();
        // All of them stand in Shared: nobody has to ask for each.
        const Result<RecordingPlaces> places = placesIn(connection, sharedFolder);
        if (!graph || !places)
            return graph ? places.error() : graph.error();
        return previewOf(**graph, change, {}, *places, actor.kind == ActorKind::Person ? actor.person : PersonId(), nowMs());
    }

    Result<AccessPreview> previewByRules(const QList<FilingRule> &rules) const
    {
        const Result<QList<QList<RecordingId>>> taken = takenBy(rules);
        return taken ? previewMoves(rules, *taken) : Result<AccessPreview>(taken.error());
    }

    Result<qint64> fileByRules(const std::optional<AccessPreview> &foreseen) const
    {
        const Result<QList<FilingRule>> rules = readFilingRules(connection);
        if (!rules)
            return rules.error();
        const Result<QList<QList<RecordingId>>> taken = takenBy(*rules);
        if (!taken)
            return taken.error();
        if (foreseen) {
            if (Result<> same = unguarded(previewMoves(*rules, *taken), foreseen); !same)
                return same.error();
        }
        FolderWriter folders = writer();
        qint64 filed = 0;
        for (qsizetype at = 0; at < rules->size(); ++at) {
            const Result<qint64> moved = folders.file(taken->at(at), rules->at(at).folder);
            if (!moved)
                return moved;
            filed += *moved;
        }
        return filed;
    }
};

// f(Steps &) → Result<T>
template <typename F>
auto LibraryFolders::reading(const Actor &actor, F f) const
{
    return m_database.read([library = *this, actor, f](Connection &connection) {
        return connection.transaction([&] {
            Steps steps{.connection = connection, .library = library, .actor = actor};
            return f(steps);
        });
    });
}

template <typename F>
auto LibraryFolders::writing(const Actor &actor, F f) const
{
    return m_database.write([library = *this, actor, f](Connection &connection) {
        Steps steps{.connection = connection, .library = library, .actor = actor};
        return f(steps);
    });
}

QFuture<Result<QList<FolderNode>>> LibraryFolders::folders(const Actor &actor) const
{
    return reading(actor, [](Steps &steps) { return steps.folders(); });
}

QFuture<Result<FolderId>> LibraryFolders::find(const Actor &actor, const QString &path) const
{
    return reading(actor, [path](Steps &steps) { return steps.find(path); });
}

QFuture<Result<FolderId>> LibraryFolders::folderOf(const Actor &actor, RecordingId recording) const
{
    return reading(actor, [recording](Steps &steps) { return steps.folderOf(recording); });
}

QFuture<Result<FolderId>> LibraryFolders::create(const Actor &actor, FolderId parent, const QString &name) const
{
    return writing(actor, [=](Steps &steps) -> Result<FolderId> {
        const Result<> may = steps.require(Capability::ManageFolder, parent);
        return may ? steps.writer().create(parent, name) : Result<FolderId>(may.error());
    });
}

QFuture<Result<>> LibraryFolders::rename(const Actor &actor, FolderId folder, const QString &name) const
{
    return writing(actor, [=](Steps &steps) -> Result<> {
        const Result<> may = steps.require(Capability::ManageFolder, folder);
        return may ? steps.writer().rename(folder, name) : may;
    });
}

QFuture<Result<>> LibraryFolders::move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen) const
{
    return writing(actor, [=](Steps &steps) { return steps.move(folder, to, foreseen); });
}

QFuture<Result<>> LibraryFolders::remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen) const
{
    return writing(actor, [=](Steps &steps) { return steps.remove(folder, contentTo, foreseen); });
}

QFuture<Result<>> LibraryFolders::file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen) const
{
    return writing(actor, [=](Steps &steps) { return steps.file(recordings, to, foreseen); });
}

QFuture<Result<NamedPreview>> LibraryFolders::previewMove(const Actor &actor, FolderId folder, FolderId to) const
{
    return reading(actor, [=](Steps &steps) { return steps.named(steps.previewMove(folder, to)); });
}

QFuture<Result<NamedPreview>> LibraryFolders::previewRemove(const Actor &actor, FolderId folder,
                                                             std::optional<FolderId> contentTo) const
{
    return reading(actor, [=](Steps &steps) { return steps.named(steps.previewRemove(folder, contentTo)); });
}

QFuture<Result<NamedPreview>> LibraryFolders::previewFile(const Actor &actor, const QList<RecordingId> &recordings,
                                                           FolderId to) const
{
    return reading(actor, [=](Steps &steps) { return steps.named(steps.previewFile(recordings, to)); });
}

QFuture<Result<QList<FilingRule>>> LibraryFolders::rules(const Actor &actor) const
{
    return reading(actor, [](Steps &steps) -> Result<QList<FilingRule>> {
        const Result<> may = steps.require(Capability::ManageCatalog);
        return may ? readFilingRules(steps.connection) : Result<QList<FilingRule>>(may.error());
    });
}

QFuture<Result<>> LibraryFolders::setRules(const Actor &actor, const QList<FilingRule> &before, const QList<FilingRule> &after) const
{
    return writing(actor, [=](Steps &steps) -> Result<> {
        const Result<> may = steps.require(Capability::ManageCatalog);
        return may ? replaceFilingRules(steps.connection, before, after, steps.actor, steps.nowMs()) : may;
    });
}

QFuture<Result<QList<qint64>>> LibraryFolders::countByRules(const Actor &actor, const QList<FilingRule> &rules) const
{
    return reading(actor, [rules](Steps &steps) { return steps.countByRules(rules); });
}

QFuture<Result<NamedPreview>> LibraryFolders::previewByRules(const Actor &actor, const QList<FilingRule> &rules) const
{
    return reading(actor, [rules](Steps &steps) { return steps.named(steps.previewByRules(rules)); });
}

QFuture<Result<qint64>> LibraryFolders::fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen) const
{
    return writing(actor, [foreseen](Steps &steps) { return steps.fileByRules(foreseen); });
}

} // namespace letopis
