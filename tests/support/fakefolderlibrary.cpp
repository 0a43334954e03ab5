#include "tests/support/fakefolderlibrary.h"

#include "core/base/textfolding.h"
#include "core/base/whendone.h"
#include "tests/support/fakeworkspace.h"

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = FolderProblem::Kind;

Error problem(Kind kind, const QStringList &names = {})
{
    const ErrorKind error = kind == Kind::NameTaken ? ErrorKind::AlreadyExists : ErrorKind::InvalidInput;
    return {error, u"the tree does not allow it"_s, names.join(u", "_s), FolderProblem{.kind = kind, .names = names}};
}

Error missing()
{
    return {ErrorKind::NotFound, u"no such folder"_s, {}, {}};
}
} // namespace

FakeFolderLibrary::FakeFolderLibrary(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
    for (const FolderId root : {sharedFolder, peopleFolder})
        store({.folder = {.id = root, .uuid = {}, .parent = {}, .name = {}, .owner = {}, .hasOwnList = true},
               .ownerName = {}, .recordings = 0, .isOpen = true, .canManage = true, .canFileInto = true});
}

void FakeFolderLibrary::store(const FolderNode &node)
{
    m_nodes[node.folder.id] = node;
    if (node.folder.parent.isValid())
        m_workspace.access().putFolder(node.folder.id, node.folder.name, node.folder.parent);
}

FolderId FakeFolderLibrary::put(const QString &name, FolderId parent)
{
    ++m_last.value;
    store({.folder = {.id = m_last, .uuid = u"folder-%1"_s.arg(m_last.value), .parent = parent, .name = name, .owner = {}, .hasOwnList = false},
           .ownerName = {}, .recordings = 0, .isOpen = true, .canManage = true, .canFileInto = true});
    return m_last;
}

void FakeFolderLibrary::place(RecordingId recording, FolderId folder)
{
    m_places[recording] = folder;
    m_workspace.access().file(recording, folder);
}

void FakeFolderLibrary::setOwner(FolderId folder, PersonId owner, const QString &name)
{
    m_nodes[folder].folder.owner = owner;
    m_nodes[folder].ownerName = name;
}

void FakeFolderLibrary::setRights(FolderId folder, bool canManage, bool canFileInto)
{
    m_nodes[folder].canManage = canManage;
    m_nodes[folder].canFileInto = canFileInto;
}

bool FakeFolderLibrary::isIn(RecordingId recording, FolderId folder, bool orBelow) const
{
    FolderId at = placeOf(recording);
    while (orBelow && at.isValid() && at != folder)
        at = m_nodes.value(at).folder.parent;
    return at == folder;
}

const FolderNode *FakeFolderLibrary::node(FolderId folder) const
{
    const auto found = m_nodes.constFind(folder);
    return found == m_nodes.constEnd() ? nullptr : &*found;
}

void FakeFolderLibrary::tell(void (FolderLibrary::*signal)())
{
    QMetaObject::invokeMethod(this, [this, signal] { Q_EMIT (this->*signal)(); }, Qt::QueuedConnection);
}

QList<FolderId> FakeFolderLibrary::childrenOf(FolderId folder) const
{
    QList<FolderId> children;
    for (const FolderNode &node : m_nodes) {
        if (node.folder.parent == folder)
            children += node.folder.id;
    }
    std::stable_sort(children.begin(), children.end(),
                     [&](FolderId a, FolderId b) { return nameKey(m_nodes[a].folder.name) < nameKey(m_nodes[b].folder.name); });
    return children;
}

QList<RecordingId> FakeFolderLibrary::recordingsIn(FolderId folder) const
{
    QList<RecordingId> found;
    for (const QList<RecordingId> all = m_workspace.recordingIds(); const RecordingId recording : all) {
        if (placeOf(recording) == folder)
            found += recording;
    }
    return found;
}

QList<FolderNode> FakeFolderLibrary::tree() const
{
    QList<FolderNode> nodes;
    QList<FolderId> open{peopleFolder, sharedFolder};
    while (!open.isEmpty()) {
        FolderNode node = m_nodes[open.takeLast()];
        node.recordings = recordingsIn(node.folder.id).size();
        nodes += node;
        QList<FolderId> children = childrenOf(node.folder.id);
        std::reverse(children.begin(), children.end());
        open += children;
    }
    return nodes;
}

Result<> FakeFolderLibrary::checkName(FolderId parent, const QString &name, FolderId self) const
{
    if (name.isEmpty())
        return problem(Kind::NameMissing);
    if (name.size() > maxFolderName)
        return problem(Kind::NameTooLong);
    if (name.contains(u'/') || name == u"." || name == u"..")
        return problem(Kind::NameInvalid);
    for (const FolderNode &node : m_nodes) {
        if (node.folder.id != self && node.folder.parent == parent && nameKey(node.folder.name) == nameKey(name))
            return problem(Kind::NameTaken, {node.folder.name});
    }
    return {};
}

Result<> FakeFolderLibrary::checkMove(FolderId folder, FolderId to) const
{
    if (!node(folder) || !node(to))
        return missing();
    if (!m_nodes[folder].folder.parent.isValid())
        return problem(Kind::Root);
    if (m_nodes[folder].folder.owner.isValid())
        return problem(Kind::Personal);
    QStringList way;
    for (FolderId at = to; at.isValid(); at = m_nodes[at].folder.parent) {
        way.prepend(m_nodes[at].folder.name);
        if (at == folder)
            return problem(Kind::BelowItself, way);
    }
    return checkName(to, m_nodes[folder].folder.name, folder);
}

Result<> FakeFolderLibrary::checkRemove(FolderId folder, std::optional<FolderId> contentTo) const
{
    if (!contentTo) {
        if (!node(folder))
            return missing();
        const Folder &one = m_nodes[folder].folder;
        if (!one.parent.isValid() || one.owner.isValid())
            return problem(one.owner.isValid() ? Kind::Personal : Kind::Root);
        return childrenOf(folder).isEmpty() && recordingsIn(folder).isEmpty() ? Result<>() : problem(Kind::NotEmpty);
    }
    if (*contentTo != (node(folder) ? m_nodes[folder].folder.parent : FolderId())) {
        if (const Result<> place = checkMove(folder, *contentTo); !place && place.error().kind != ErrorKind::AlreadyExists)
            return place;
    }
    for (const QList<FolderId> children = childrenOf(folder); const FolderId child : children) {
        if (Result<> name = checkName(*contentTo, m_nodes[child].folder.name, folder); !name)
            return name;
    }
    return {};
}

QFuture<Result<QList<FolderNode>>> FakeFolderLibrary::folders(const Actor &)
{
    return m_workspace.answer<QList<FolderNode>>(u"folders"_s, [this]() -> Result<QList<FolderNode>> { return tree(); });
}

QFuture<Result<FolderId>> FakeFolderLibrary::findFolder(const Actor &, const QString &path)
{
    return m_workspace.answer<FolderId>(u"findFolder"_s, [this, path]() -> Result<FolderId> {
        FolderId at;
        for (const QString &name : path.split(u'/', Qt::SkipEmptyParts)) {
            const QList<FolderId> children = at.isValid() ? childrenOf(at) : QList{sharedFolder, peopleFolder};
            const auto next = std::find_if(children.begin(), children.end(), [&](FolderId one) {
                const QString own = one == sharedFolder ? u"Shared"_s : one == peopleFolder ? u"People"_s : m_nodes[one].folder.name;
                return nameKey(own) == nameKey(name);
            });
            if (next == children.end())
                return missing();
            at = *next;
        }
        return at.isValid() ? Result<FolderId>(at) : Result<FolderId>(missing());
    });
}

QFuture<Result<FolderId>> FakeFolderLibrary::folderOf(const Actor &, RecordingId recording)
{
    return m_workspace.answer<FolderId>(u"folderOf"_s, [=, this]() -> Result<FolderId> { return placeOf(recording); });
}

QFuture<Result<FolderId>> FakeFolderLibrary::create(const Actor &, FolderId parent, const QString &name)
{
    return m_workspace.answer<FolderId>(u"createFolder"_s, [=, this]() -> Result<FolderId> {
        if (!node(parent))
            return missing();
        if (Result<> right = checkName(parent, name.trimmed(), {}); !right)
            return right.error();
        tell(&FolderLibrary::foldersChanged);
        return put(name.trimmed(), parent);
    });
}

QFuture<Result<>> FakeFolderLibrary::rename(const Actor &, FolderId folder, const QString &name)
{
    return m_workspace.answer<void>(u"renameFolder"_s, [=, this]() -> Result<> {
        if (!node(folder))
            return missing();
        FolderNode changed = m_nodes[folder];
        if (!changed.folder.parent.isValid())
            return problem(Kind::Root);
        if (Result<> right = checkName(changed.folder.parent, name.trimmed(), folder); !right)
            return right;
        changed.folder.name = name.trimmed();
        store(changed);
        tell(&FolderLibrary::foldersChanged);
        return {};
    });
}

QFuture<Result<>> FakeFolderLibrary::move(const Actor &actor, FolderId folder, FolderId to, const std::optional<AccessPreview> &foreseen)
{
    return m_workspace.answer<void>(u"moveFolder"_s, [=, this]() -> Result<> {
        if (Result<> right = checkMove(folder, to); !right)
            return right;
        if (Result<> same = m_workspace.access().expect(actor, MoveFolder{folder, to}, foreseen); !same)
            return same;
        FolderNode changed = m_nodes[folder];
        changed.folder.parent = to;
        store(changed);
        tell(&FolderLibrary::foldersChanged);
        return {};
    });
}

QFuture<Result<>> FakeFolderLibrary::remove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo, const std::optional<AccessPreview> &foreseen)
{
    return m_workspace.answer<void>(u"removeFolder"_s, [=, this]() -> Result<> {
        if (Result<> right = checkRemove(folder, contentTo); !right)
            return right;
        if (contentTo) {
            if (Result<> same = m_workspace.access().expect(actor, MoveRecordings{recordingsIn(folder), *contentTo}, foreseen); !same)
                return same;
        }
        for (const QList<FolderId> children = childrenOf(folder); const FolderId child : children) {
            FolderNode moved = m_nodes[child];
            moved.folder.parent = *contentTo;
            store(moved);
        }
        for (const QList<RecordingId> recordings = recordingsIn(folder); const RecordingId recording : recordings)
            place(recording, *contentTo);
        m_nodes.remove(folder);
        m_rules.removeIf([&](const FilingRule &rule) { return rule.folder == folder; });
        tell(&FolderLibrary::foldersChanged);
        tell(&FolderLibrary::rulesChanged);
        return {};
    });
}

QFuture<Result<>> FakeFolderLibrary::file(const Actor &actor, const QList<RecordingId> &recordings, FolderId to, const std::optional<AccessPreview> &foreseen)
{
    return m_workspace.answer<void>(u"file"_s, [=, this]() -> Result<> {
        if (!node(to))
            return missing();
        if (Result<> same = m_workspace.access().expect(actor, MoveRecordings{recordings, to}, foreseen); !same)
            return same;
        for (const RecordingId recording : recordings)
            place(recording, to);
        tell(&FolderLibrary::foldersChanged);
        return {};
    });
}

QFuture<Result<NamedPreview>> FakeFolderLibrary::previewMove(const Actor &actor, FolderId folder, FolderId to)
{
    const auto checked = m_workspace.answer<void>(u"previewMove"_s, [=, this] { return checkMove(folder, to); });
    return chain(checked, this, [=, this] { return m_workspace.access().preview(actor, MoveFolder{folder, to}); });
}

QFuture<Result<NamedPreview>> FakeFolderLibrary::previewRemove(const Actor &actor, FolderId folder, std::optional<FolderId> contentTo)
{
    const auto checked = m_workspace.answer<void>(u"previewRemove"_s, [=, this] { return checkRemove(folder, contentTo); });
    return chain(checked, this, [=, this]() -> QFuture<Result<NamedPreview>> {
        if (!contentTo)
            return readyFuture(Result<NamedPreview>(NamedPreview()));
        return m_workspace.access().preview(actor, MoveRecordings{recordingsIn(folder), *contentTo});
    });
}

QFuture<Result<NamedPreview>> FakeFolderLibrary::previewFile(const Actor &actor, const QList<RecordingId> &recordings, FolderId to)
{
    const auto checked = m_workspace.answer<void>(u"previewFile"_s, [=, this] { return node(to) ? Result<>() : Result<>(missing()); });
    return chain(checked, this, [=, this] { return m_workspace.access().preview(actor, MoveRecordings{recordings, to}); });
}

QFuture<Result<QList<FilingRule>>> FakeFolderLibrary::rules(const Actor &)
{
    return m_workspace.answer<QList<FilingRule>>(u"rules"_s, [this]() -> Result<QList<FilingRule>> { return m_rules; });
}

QFuture<Result<>> FakeFolderLibrary::setRules(const Actor &, const QList<FilingRule> &before, const QList<FilingRule> &after)
{
    return m_workspace.answer<void>(u"setRules"_s, [=, this]() -> Result<> {
        if (before != m_rules)
            return Error{ErrorKind::ContentMismatch, u"the rules were changed meanwhile"_s, {}, {}};
        if (!std::all_of(after.begin(), after.end(), [](const FilingRule &rule) { return isWellFormed(rule); }))
            return Error{ErrorKind::InvalidInput, u"a rule is not well formed"_s, {}, {}};
        m_rules = after;
        tell(&FolderLibrary::rulesChanged);
        return {};
    });
}

QList<QList<RecordingId>> FakeFolderLibrary::takenBy(const QList<FilingRule> &rules) const
{
    QList<QList<RecordingId>> taken(rules.size());
    const FilingRules ready(rules);
    for (const QList<RecordingId> shared = recordingsIn(sharedFolder); const RecordingId recording : shared) {
        const RecordingDetails details = m_workspace.detailsOf(recording);
        RecordingSnapshot snapshot;
        snapshot.name = details.name;
        snapshot.meetingId = details.meetingId;
        snapshot.metadata = details.metadata;
        if (const auto rule = ready.firstFit(details.row.server, snapshot))
            taken[*rule] += recording;
    }
    return taken;
}

FileApart FakeFolderLibrary::changeBy(const QList<FilingRule> &rules) const
{
    const QList<QList<RecordingId>> taken = takenBy(rules);
    FileApart change;
    for (qsizetype at = 0; at < rules.size(); ++at)
        change.moves += MoveRecordings{taken.at(at), rules.at(at).folder};
    return change;
}

QFuture<Result<NamedPreview>> FakeFolderLibrary::previewByRules(const Actor &actor, const QList<FilingRule> &rules)
{
    const auto asked = m_workspace.answer<void>(u"previewByRules"_s, [] { return Result<>(); });
    return chain(asked, this, [=, this] { return m_workspace.access().preview(actor, changeBy(rules)); });
}

QFuture<Result<QList<qint64>>> FakeFolderLibrary::countByRules(const Actor &, const QList<FilingRule> &rules)
{
    return m_workspace.answer<QList<qint64>>(u"countByRules"_s, [=, this]() -> Result<QList<qint64>> {
        QList<qint64> counts;
        for (const QList<QList<RecordingId>> taken = takenBy(rules); const QList<RecordingId> &recordings : taken)
            counts += recordings.size();
        return counts;
    });
}

QFuture<Result<qint64>> FakeFolderLibrary::fileByRules(const Actor &actor, const std::optional<AccessPreview> &foreseen)
{
    return m_workspace.answer<qint64>(u"fileByRules"_s, [=, this]() -> Result<qint64> {
        if (Result<> same = m_workspace.access().expect(actor, changeBy(m_rules), foreseen); !same)
            return same.error();
        const QList<QList<RecordingId>> taken = takenBy(m_rules);
        qint64 filed = 0;
        for (qsizetype at = 0; at < taken.size(); ++at) {
            for (const RecordingId recording : taken[at])
                place(recording, m_rules[at].folder);
            filed += taken[at].size();
        }
        tell(&FolderLibrary::foldersChanged);
        return filed;
    });
}

} // namespace letopis::test
