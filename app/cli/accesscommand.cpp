#include "app/cli/accesscommand.h"

#include "app/cli/accessanswer.h"
#include "app/cli/text.h"
#include "core/workspace/folderlibrary.h"
#include "ui/text/accesstext.h"
#include "ui/text/refusaltext.h"

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

void AccessCommand::withItem(const QString &text, std::function<void(const LibraryItem &)> handler)
{
    if (text.startsWith(u'/'))
        return onValue(workspace().folders().findFolder(session().actor, text), [handler](FolderId folder) { handler(folder); });
    onValue(workspace().findRecording(session().actor, text), [handler](RecordingId recording) { handler(recording); });
}

void AccessCommand::withRecording(const QString &text, std::function<void(RecordingId)> handler)
{
    onValue(workspace().findRecording(session().actor, text), std::move(handler));
}

void AccessCommand::withPrincipal(const QString &text, std::function<void(const Principal &)> handler)
{
    constexpr QLatin1StringView group("group:");
    if (text.startsWith(group, Qt::CaseInsensitive))
        withGroup(text.sliced(group.size()), [handler](const Group &found) { handler(found.id); });
    else
        withPerson(text, [handler](const Person &person) { handler(person.id); });
}

void AccessCommand::replaceList(const LibraryItem &item, const QList<GrantEntry> &before, const QList<GrantEntry> &after, bool isDryRun)
{
    if (isDryRun)
        return showPreview(SetAccessList{item, after});
    onValue(access().replaceList(session().actor, item, before, after), [this, item] { showList(item); });
}

void AccessCommand::showPreview(const AccessChange &change)
{
    onValue(access().preview(session().actor, change), [this](const NamedPreview &named) {
        print(previewTable(named), previewJson(named));
        session().terminal.say(previewText(named.preview));
        for (const AccessGuard guard : named.preview.guards)
            session().terminal.say(guardText(guard));
        finish(named.preview.guards.isEmpty() ? ExitCode::Done : ExitCode::Failed);
    });
}

void AccessCommand::showList(const LibraryItem &item)
{
    onValue(access().list(session().actor, item), [this, item](const AccessList &list) {
        print(accessListTable(list), accessListJson(item, list));
        finish(ExitCode::Done);
    });
}

QList<GrantEntry> entriesOf(const AccessList &list)
{
    QList<GrantEntry> entries;
    for (const NamedGrant &grant : list.entries)
        entries += grant.entry;
    return entries;
}

QList<GrantEntry> without(QList<GrantEntry> entries, const Principal &principal)
{
    entries.removeIf([&](const GrantEntry &entry) { return entry.principal == principal; });
    return entries;
}

} // namespace letopis::cli
