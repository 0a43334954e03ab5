#include "app/cli/foldercommand.h"

#include "app/cli/folderanswer.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

void FolderCommand::withFolder(const QString &text, std::function<void(FolderId)> handler)
{
    bool isNumber = false;
    const FolderId id{text.toLongLong(&isNumber)};
    if (!isNumber)
        return onValue(folders().findFolder(session().actor, text), handler);
    withTree([this, id, text, handler](const QList<FolderNode> &nodes) {
        const bool isThere = std::any_of(nodes.begin(), nodes.end(), [id](const FolderNode &node) { return node.folder.id == id; });
        if (!isThere)
            return fail({ErrorKind::NotFound, u"there is no such folder"_s, text, {}});
        handler(id);
    });
}

void FolderCommand::withTree(std::function<void(const QList<FolderNode> &)> handler)
{
    onValue(folders().folders(session().actor), handler);
}

void FolderCommand::withRecordings(const QStringList &texts, std::function<void(const QList<RecordingId> &)> handler)
{
    findRecording(texts, {}, handler);
}

void FolderCommand::findRecording(const QStringList &texts, const QList<RecordingId> &found,
                                  const std::function<void(const QList<RecordingId> &)> &handler)
{
    if (texts.isEmpty())
        return handler(found);
    onValue(workspace().findRecording(session().actor, texts.first()), [this, texts, found, handler](RecordingId id) {
        findRecording(texts.mid(1), found + QList{id}, handler);
    });
}

void FolderCommand::showFolder(FolderId id)
{
    withTree([this, id](const QList<FolderNode> &nodes) {
        for (const FolderNode &node : nodes) {
            if (node.folder.id != id)
                continue;
            print(folderTable(nodes, {node}), {{u"folder"_s, folderJson(nodes, node)}});
            return finish(ExitCode::Done);
        }
        fail({ErrorKind::NotFound, u"there is no such folder"_s, QString::number(id.value), {}});
    });
}

} // namespace letopis::cli
