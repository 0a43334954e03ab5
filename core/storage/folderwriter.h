#pragma once

#include "core/domain/actor.h"
#include "core/storage/auditrepository.h"
#include "core/storage/folderrows.h"
#include "core/storage/jsontext.h"

namespace letopis {

// Changes the library's folders inside the caller's transaction: the rules of the tree, the journal's lines and the access
// version. Whether the actor may is asked before. An error means that the transaction is to be rolled back.
class FolderWriter
{
public:
    FolderWriter(Connection &connection, const Actor &actor, qint64 nowMs)
        : m_connection(connection)
        , m_actor(actor)
        , m_nowMs(nowMs)
    {
    }

    // NotFound; InvalidInput and AlreadyExists with FolderProblem.
    Result<FolderId> create(FolderId parent, const QString &name);
    Result<> rename(FolderId id, const QString &name);
    Result<> move(FolderId id, FolderId to);
    // What is in it goes to `contentTo`: rows of recordings are changed together, and told of in one line of the journal.
    Result<> remove(FolderId id, std::optional<FolderId> contentTo);
    // A line of the journal for each that was elsewhere. NotFound: one of them is not there. How many were elsewhere.
    Result<qint64> file(const QList<RecordingId> &recordings, FolderId to);

    // Nothing changes: what move() and remove() would refuse.
    Result<> checkMove(FolderId id, FolderId to);
    Result<> checkRemove(FolderId id, std::optional<FolderId> contentTo);

private:
    Result<Folder> changeable(FolderId id); // no root
    Result<Folder> removable(FolderId id);  // and nobody's own
    Result<> checkName(FolderId parent, const QString &name, FolderId self);
    Result<> checkPlace(FolderId id, const QList<Folder> &target, int height);
    Result<> moveContent(FolderId from, FolderId to, JsonObjectWriter &details);
    Result<qint64> takeOutFolders(FolderId id, FolderId to); // and deletes it
    Result<> tellDroppedRules(FolderId id, JsonObjectWriter &details);
    Result<QString> pathOf(FolderId id);
    Result<> journal(const QString &action, const JsonObjectWriter &details, RecordingId recording = {});

    Connection &m_connection;
    Actor m_actor;
    qint64 m_nowMs;
    AuditAppender m_audit;
};

} // namespace letopis
