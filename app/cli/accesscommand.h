#pragma once

#include "app/cli/peoplecommand.h"
#include "core/workspace/accessdesk.h"

namespace letopis::cli {

struct NamedChange
{
    QString who; // as it was named
    AccessChange change;
};

// Commands about access to a recording or folder. What is not found ends the command.
class AccessCommand : public PeopleCommand
{
public:
    using PeopleCommand::PeopleCommand;

protected:
    AccessDesk &access() { return workspace().access(); }
    // A recording by the server's recordID or the catalog's number, a folder by its path: "/Shared/Faculty".
    void withItem(const QString &text, std::function<void(const LibraryItem &)> handler);
    void withRecording(const QString &text, std::function<void(RecordingId)> handler); // a folder is refused
    void withPrincipal(const QString &text, std::function<void(const Principal &)> handler); // a person, or "group:NAME"

    // Gives the item this list instead of `before`, or tells what that would do; ends either way.
    void replaceList(const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after, bool isDryRun);
    void showPreview(const AccessChange &change);
    void showPreviews(const QList<NamedChange> &changes); // of each as if it were the only one
    void showList(const LibraryItem &item);

private:
    void previewNext(const QList<NamedChange> &changes, const QList<NamedPreview> &previews);
};

QList<GrantEntry> entriesOf(const AccessList &list);
QList<GrantEntry> without(QList<GrantEntry> entries, const Principal &principal);

} // namespace letopis::cli
