#include "core/storage/folderwriter.h"

#include "core/access/filingrule.h"
#include "core/base/plaintext.h"
#include "core/storage/accessversion.h"
#include "core/storage/filingrules.h"

#include <QSet>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = FolderProblem::Kind;

constexpr qsizetype mostRulesTold = 20;
constexpr qsizetype longestRuleTold = 500;

Error problem(Kind kind, const QString &detail, const QString &subject, const QStringList &names = {})
{
    const ErrorKind error = kind == Kind::NameTaken ? ErrorKind::AlreadyExists : ErrorKind::InvalidInput;
    return {error, detail, visibleControls(subject.left(200)), FolderProblem{.kind = kind, .names = names}};
}

std::optional<Error> problemOfName(const QString &name)
{
    if (name.isEmpty())
        return problem(Kind::NameMissing, u"a folder needs a name"_s, name);
    if (name.size() > maxFolderName)
        return problem(Kind::NameTooLong, u"a folder's name has at most %1 characters"_s.arg(maxFolderName), name);
    if (name.contains(u'/') || name == u"." || name == u".." || visibleControls(name) != name)
        return problem(Kind::NameInvalid, u"a folder's name has no slash and no invisible characters, and is not . or .."_s, name);
    return {};
}

JsonObjectWriter aboutFolder(const Folder &folder)
{
    return JsonObjectWriter().add("folder"_L1, folder.id.value).add("name"_L1, folder.name);
}
} // namespace

Result<> FolderWriter::journal(const QString &action, const JsonObjectWriter &details, RecordingId recording)
{
    AuditEvent event;
    event.atMs = m_nowMs;
    event.actor = m_actor.login;
    event.action = action;
    event.recording = recording;
    event.details = details.toUtf8();
    return m_audit.append(m_connection, std::move(event));
}

Result<QString> FolderWriter::pathOf(FolderId id)
{
    const Result<QList<Folder>> chain = folderAndAbove(m_connection, id);
    return chain ? Result<QString>(folderPath(*chain)) : Result<QString>(chain.error());
}

Result<Folder> FolderWriter::changeable(FolderId id)
{
    const Result<Folder> folder = readFolder(m_connection, id);
    if (folder && !folder->parent.isValid())
        return problem(Kind::Root, u"a root stays as it is"_s, {});
    return folder;
}

Result<Folder> FolderWriter::removable(FolderId id)
{
    const Result<Folder> folder = changeable(id);
    if (folder && folder->owner.isValid())
        return problem(Kind::Personal, u"somebody's own folder stays where it is"_s, folder->name);
    return folder;
}

Result<> FolderWriter::checkName(FolderId parent, const QString &name, FolderId self)
{
    if (const std::optional<Error> wrong = problemOfName(name))
        return *wrong;
    const Result<QString> sibling = siblingNamed(m_connection, parent, name, self);
    if (!sibling)
        return sibling.error();
    if (!sibling->isEmpty())
        return problem(Kind::NameTaken, u"a folder of this name is there already"_s, *sibling, {*sibling});
    return {};
}

// Whether the folder, with as much below it, may stand in the first of `target`.
Result<> FolderWriter::checkPlace(FolderId id, const QList<Folder> &target, int height)
{
    const auto self = std::find_if(target.begin(), target.end(), [&](const Folder &one) { return one.id == id; });
    if (id.isValid() && self != target.end()) {
        QStringList way;
        for (auto at = target.begin(); at <= self; ++at)
            way.prepend(at->name);
        return problem(Kind::BelowItself, u"a folder cannot stand in itself"_s, way.join(u" → "_s), way);
    }
    if (folderDepth(target) + 1 + height > maxFolderDepth)
        return problem(Kind::TooDeep, u"folders are at most %1 deep"_s.arg(maxFolderDepth), target.first().name);
    return {};
}

Result<FolderId> FolderWriter::create(FolderId parent, const QString &wanted)
{
    const Result<QList<Folder>> above = folderAndAbove(m_connection, parent);
    if (!above)
        return above.error();
    Folder folder{.id = {}, .uuid = {}, .parent = parent, .name = wanted.trimmed(), .owner = {}, .hasOwnList = false};
    if (Result<> right = checkName(parent, folder.name, {}); !right)
        return right.error();
    if (Result<> fits = checkPlace({}, *above, 0); !fits)
        return fits.error();
    const Result<FolderId> id = insertFolder(m_connection, folder);
    if (!id)
        return id;
    folder.id = *id;
    const QString path = folderPath(*above) + u'/' + folder.name;
    if (Result<> written = journal(u"folder.added"_s, aboutFolder(folder).add("path"_L1, path)); !written)
        return written.error();
    const Result<> bumped = bumpAccessVersion(m_connection);
    return bumped ? id : Result<FolderId>(bumped.error());
}

Result<> FolderWriter::rename(FolderId id, const QString &wanted)
{
    const Result<Folder> folder = changeable(id);
    if (!folder)
        return folder.error();
    const QString name = wanted.trimmed();
    if (name == folder->name)
        return {};
    if (Result<> right = checkName(folder->parent, name, id); !right)
        return right;
    if (Result<> renamed = setFolderName(m_connection, id, name); !renamed)
        return renamed;
    JsonObjectWriter details;
    details.add("folder"_L1, id.value).addChange("name"_L1, folder->name, name);
    if (Result<> written = journal(u"folder.renamed"_s, details); !written)
        return written;
    return bumpAccessVersion(m_connection);
}

Result<> FolderWriter::checkMove(FolderId id, FolderId to)
{
    const Result<Folder> folder = removable(id);
    const Result<QList<Folder>> target = folderAndAbove(m_connection, to);
    const Result<int> height = heightBelow(m_connection, id);
    if (!folder || !target || !height)
        return !folder ? folder.error() : !target ? target.error() : height.error();
    if (folder->parent == to)
        return {};
    if (Result<> fits = checkPlace(id, *target, *height); !fits)
        return fits;
    return checkName(to, folder->name, id);
}

Result<> FolderWriter::move(FolderId id, FolderId to)
{
    if (Result<> right = checkMove(id, to); !right)
        return right;
    const Result<Folder> folder = readFolder(m_connection, id);
    const Result<QString> before = pathOf(id);
    if (!folder || !before)
        return folder ? before.error() : folder.error();
    if (folder->parent == to)
        return {};
    if (Result<> moved = setFolderParent(m_connection, id, to); !moved)
        return moved;
    const Result<QString> after = pathOf(id);
    if (!after)
        return after.error();
    JsonObjectWriter details = aboutFolder(*folder);
    details.add("from"_L1, folder->parent.value).add("to"_L1, to.value).addChange("path"_L1, *before, *after);
    if (Result<> written = journal(u"folder.moved"_s, details); !written)
        return written;
    return bumpAccessVersion(m_connection);
}

Result<> FolderWriter::checkRemove(FolderId id, std::optional<FolderId> contentTo)
{
    const Result<Folder> folder = removable(id);
    if (!folder)
        return folder.error();
    if (!contentTo) {
        static const Statement look{"folder.isUsed"_L1,
                                    u"SELECT 1 FROM folder WHERE parent_id = :id UNION ALL SELECT 1 FROM recording WHERE folder_id = :id "
                                    "LIMIT 1"_s};
        bool isUsed = false;
        if (Result<> read = m_connection.forEachRaw(look, {{":id"_L1, id.value}}, [&](const QSqlQuery &) { isUsed = true; }); !read)
            return read;
        return isUsed ? Result<>(problem(Kind::NotEmpty, u"the folder is not empty"_s, folder->name)) : Result<>();
    }
    const Result<QList<Folder>> target = folderAndAbove(m_connection, *contentTo);
    const Result<int> height = heightBelow(m_connection, id);
    if (!target || !height)
        return target ? height.error() : target.error();
    if (Result<> fits = checkPlace(id, *target, *height - 1); !fits)
        return fits;
    const Result<QStringList> taken = namesInBoth(m_connection, id, *contentTo);
    if (!taken)
        return taken.error();
    // The folder itself gives its name free.
    QStringList names = *taken;
    if (folder->parent == *contentTo) {
        const Result<QString> own = siblingNamed(m_connection, id, folder->name);
        if (!own)
            return own.error();
        names.removeOne(*own);
    }
    if (!names.isEmpty())
        return problem(Kind::NameTaken, u"folders of these names are there already"_s, names.join(u", "_s), names);
    return {};
}

Result<> FolderWriter::moveContent(FolderId from, FolderId to, JsonObjectWriter &details)
{
    const Result<qint64> recordings = moveRecordings(m_connection, from, to);
    if (!recordings)
        return recordings.error();
    const Result<QString> path = pathOf(to);
    if (!path)
        return path.error();
    details.add("contentTo"_L1, to.value).add("contentToPath"_L1, *path).add("recordings"_L1, *recordings);
    return {};
}

// They go with the folder, by the schema's own rule.
Result<> FolderWriter::tellDroppedRules(FolderId id, JsonObjectWriter &details)
{
    const Result<QList<FilingRule>> rules = readFilingRules(m_connection);
    if (!rules)
        return rules.error();
    QStringList dropped;
    qint64 count = 0;
    for (const FilingRule &rule : *rules) {
        if (rule.folder != id)
            continue;
        ++count;
        if (dropped.size() < mostRulesTold)
            dropped += QString::fromUtf8(toJson(rule)).left(longestRuleTold);
    }
    if (count > 0)
        details.add("droppedRules"_L1, count).add("rules"_L1, dropped);
    return {};
}

Result<> FolderWriter::remove(FolderId id, std::optional<FolderId> contentTo)
{
    if (Result<> right = checkRemove(id, contentTo); !right)
        return right;
    const Result<Folder> folder = readFolder(m_connection, id);
    const Result<QString> path = pathOf(id);
    if (!folder || !path)
        return folder ? path.error() : folder.error();
    JsonObjectWriter details = aboutFolder(*folder);
    details.add("path"_L1, *path);
    if (Result<> told = tellDroppedRules(id, details); !told)
        return told;
    if (contentTo) {
        if (Result<> moved = moveContent(id, *contentTo, details); !moved)
            return moved;
        const Result<qint64> folders = takeOutFolders(id, *contentTo);
        if (!folders)
            return folders.error();
        details.add("folders"_L1, *folders);
    } else if (Result<> deleted = deleteFolder(m_connection, id); !deleted) {
        return deleted;
    }
    if (Result<> written = journal(u"folder.removed"_s, details); !written)
        return written;
    return bumpAccessVersion(m_connection);
}

// A folder in it may bear its own name, which the place it goes to has room for only once it is gone.
Result<qint64> FolderWriter::takeOutFolders(FolderId id, FolderId to)
{
    static const Statement rename{"folder.freeName"_L1, u"UPDATE folder SET sort_key = uuid || '/' WHERE id = ?"_s};
    if (const Result<Executed> freed = m_connection.execute(rename, Values{id.value}); !freed)
        return freed.error();
    const Result<qint64> folders = moveFolders(m_connection, id, to);
    if (!folders)
        return folders;
    const Result<> deleted = deleteFolder(m_connection, id);
    return deleted ? folders : Result<qint64>(deleted.error());
}

Result<qint64> FolderWriter::file(const QList<RecordingId> &recordings, FolderId to)
{
    static const Statement select{"folder.placesOf"_L1,
                                  u"SELECT id, folder_id FROM recording WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id"_s};
    const Result<QString> path = pathOf(to);
    if (!path)
        return path.error();
    qsizetype found = 0;
    std::vector<std::pair<RecordingId, FolderId>> elsewhere;
    const Result<> read = m_connection.forEachRaw(select, {{":ids"_L1, jsonNumbers(recordings)}}, [&](const QSqlQuery &row) {
        ++found;
        if (const FolderId from{row.value(1).toLongLong()}; from != to)
            elsewhere.emplace_back(RecordingId{row.value(0).toLongLong()}, from);
    });
    if (!read)
        return read.error();
    if (found != QSet<RecordingId>(recordings.begin(), recordings.end()).size())
        return Error{ErrorKind::NotFound, u"a recording is not in the catalog"_s, {}, {}};
    if (elsewhere.empty())
        return 0;
    const Result<qint64> moved = moveRecordings(m_connection, recordings, to);
    if (!moved)
        return moved;
    QHash<FolderId, QString> paths;
    for (const auto &[recording, from] : elsewhere) {
        if (!paths.contains(from))
            paths.insert(from, pathOf(from).value_or(QString()));
        JsonObjectWriter details;
        details.add("from"_L1, from.value).add("to"_L1, to.value).addChange("folder"_L1, paths.value(from), *path);
        if (Result<> written = journal(u"recording.filed"_s, details, recording); !written)
            return written.error();
    }
    const Result<> bumped = bumpAccessVersion(m_connection);
    return bumped ? moved : Result<qint64>(bumped.error());
}

} // namespace letopis
