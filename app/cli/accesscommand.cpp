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
    onValue(access().replaceList(session().actor, item, before, after), [this, item] {
        markDone();
        showList(item);
    });
}

void AccessCommand::showPreview(const AccessChange &change)
{
    onValue(access().preview(session().actor, change), [this](const NamedPreview &named) {
        print(previewTable(named, session().format), previewJson(named));
        session().terminal.say(previewText(named.preview));
        for (const AccessGuard guard : named.preview.guards)
            session().terminal.say(guardText(guard));
        finish(named.preview.guards.isEmpty() ? ExitCode::Done : ExitCode::Failed);
    });
}

void AccessCommand::showPreviews(const QList<NamedChange> &changes)
{
    previewNext(changes, {});
}

void AccessCommand::previewNext(const QList<NamedChange> &changes, const QList<NamedPreview> &previews)
{
    if (previews.size() < changes.size()) {
        return onValue(access().preview(session().actor, changes.at(previews.size()).change),
                       [this, changes, previews](const NamedPreview &preview) { previewNext(changes, previews + QList{preview}); });
    }
    Grid grid = previewTable({}, session().format);
    grid.columns.prepend({Cli::tr("Of"), u"of"_s, false, true});
    QJsonArray array;
    bool isPossible = true;
    for (qsizetype at = 0; at < changes.size(); ++at) {
        const NamedPreview &named = previews.at(at);
        const QString &who = changes.at(at).who;
        for (const QStringList &row : previewTable(named, session().format).rows)
            grid.rows += QStringList{who} + row;
        QJsonObject json = previewJson(named);
        json.insert(u"of"_s, who);
        array += json;
        session().terminal.say(u"%1: %2"_s.arg(who, previewText(named.preview)));
        for (const AccessGuard guard : named.preview.guards)
            session().terminal.say(guardText(guard));
        isPossible = isPossible && named.preview.guards.isEmpty();
    }
    print(grid, {{u"dryRun"_s, true}, {u"previews"_s, array}});
    finish(isPossible ? ExitCode::Done : ExitCode::Failed);
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
