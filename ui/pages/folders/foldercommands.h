#pragma once

#include "core/workspace/folderlibrary.h"
#include "ui/forms/access/accessparts.h"
#include "ui/text/errortext.h"

#include <QHash>

#include <functional>

class QWidget;

namespace letopis {

class FolderTreeModel;

// What is done to folders and to where recordings stand. Asks first: where to, and who gains and who loses what, where anybody
// does. What came of it is told by signals.
class FolderCommands final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostUndone = 500; // recordings: where more were is not asked
    static constexpr qsizetype mostFilings = 20; // remembered

    FolderCommands(const AccessParts &parts, const FolderTreeModel &folders, QWidget *window);

    void addFolder(FolderId above);
    void renameFolder(FolderId folder);
    void chooseWhereTo(FolderId folder);
    void moveFolder(FolderId folder, FolderId to);
    void removeFolder(FolderId folder);

    void chooseFolderFor(const QList<RecordingId> &recordings);
    void file(const QList<RecordingId> &recordings, FolderId to);
    void undoFiling(); // of the last one that is not undone
    void editRules();

Q_SIGNALS:
    void done(const QString &text, bool canUndo);
    void failed(const letopis::ErrorText &text);
    void folderAdded(letopis::FolderId folder);

private:
    using Apply = std::function<QFuture<Result<>>(const AccessPreview &shown)>;
    using Places = QHash<RecordingId, FolderId>;
    struct Task
    {
        QString title;
        QString accept; // a verb
        AccessSubject subject;
        Apply apply;
        std::function<void()> succeeded;
    };

    void confirm(const QFuture<Result<NamedPreview>> &preview, const Task &task);
    void run(const Task &task, const AccessPreview &foreseen);
    void onApplied(const Task &task, const Result<> &result);
    void fail(const Error &error);
    void remove(FolderId folder, std::optional<FolderId> contentTo);
    void fileFrom(const Places &places, QList<RecordingId> recordings, FolderId to);
    void undoNext(Places places, int filed);
    QString nameOf(FolderId folder) const;

    const AccessParts m_parts;
    const FolderTreeModel &m_folders;
    QWidget *m_window;
    QList<Places> m_filings; // where recordings were before each; the last one last
};

} // namespace letopis
