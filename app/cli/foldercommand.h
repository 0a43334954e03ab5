#pragma once

#include "app/cli/command.h"
#include "core/workspace/folderlibrary.h"
#include "core/workspace/workspace.h"

#include <functional>

namespace letopis::cli {

// Commands that name folders on the command line. What is not found ends the command.
class FolderCommand : public Command
{
public:
    using Command::Command;

protected:
    FolderLibrary &folders() { return workspace().folders(); }
    // By its path ("/Shared/Faculty/2026") or the catalog's own number.
    void withFolder(const QString &text, std::function<void(FolderId)> handler);
    // All that who asks can see.
    void withTree(std::function<void(const QList<FolderNode> &)> handler);
    // By the server's recordID or the catalog's number, in the order given.
    void withRecordings(const QStringList &texts, std::function<void(const QList<RecordingId> &)> handler);
    void showFolder(FolderId id); // and ends

private:
    void findRecording(const QStringList &texts, const QList<RecordingId> &found,
                       const std::function<void(const QList<RecordingId> &)> &handler);
};

} // namespace letopis::cli
