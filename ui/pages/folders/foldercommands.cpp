#include "ui/pages/folders/foldercommands.h"

#include "core/base/whendone.h"
#include "core/workspace/workspace.h"
#include "ui/forms/access/accesspreviewdialog.h"
#include "ui/forms/folders/filingrulesdialog.h"
#include "ui/forms/folders/folderdialog.h"
#include "ui/forms/folders/foldernamedialog.h"
#include "ui/models/foldertreemodel.h"
#include "ui/text/accesstext.h"
#include "ui/text/foldertext.h"
#include "ui/text/quantities.h"
#include "ui/text/refusaltext.h"
#include "ui/widgets/questions.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

FolderCommands::FolderCommands(const AccessParts &parts, const FolderTreeModel &folders, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_folders(folders)
    , m_window(window)
{
}

QString FolderCommands::nameOf(FolderId folder) const
{
    const FolderNode *node = m_folders.node(folder);
    return folderText(folder, node ? node->folder.name : QString());
}

void FolderCommands::fail(const Error &error)
{
    Q_EMIT failed(folderErrorText(error));
}

void FolderCommands::addFolder(FolderId above)
{
    Folder fresh;
    fresh.parent = above;
    auto *dialog = new FolderNameDialog(m_parts.workspace.folders(), m_parts.actor, fresh, m_folders.path(above), m_window);
    connect(dialog, &FolderNameDialog::stored, this, &FolderCommands::folderAdded);
    dialog->open();
}

void FolderCommands::renameFolder(FolderId folder)
{
    const FolderNode *node = m_folders.node(folder);
    if (!node)
        return;
    auto *dialog = new FolderNameDialog(m_parts.workspace.folders(), m_parts.actor, node->folder, m_folders.path(node->folder.parent), m_window);
    dialog->open();
}

void FolderCommands::chooseWhereTo(FolderId folder)
{
    const FolderNode *node = m_folders.node(folder);
    if (!node)
        return;
    const auto reason = [folder, from = node->folder.parent](const FolderTreeModel &folders, const FolderNode &to) -> QString {
        if (to.folder.id == from)
            return tr("The folder is there already.");
        if (folders.isWithin(to.folder.id, folder))
            return tr("A folder cannot go into itself.");
        return to.canManage ? QString() : refusalText({Capability::ManageFolder, Refusal::NeedsManage});
    };
    auto *dialog = new FolderDialog(m_parts.workspace.folders(), m_parts.actor,
                                    {tr("Move folder"), tr("Move “%1” with everything in it to:").arg(nameOf(folder)), tr("&Move")}, reason,
                                    node->folder.parent, m_window);
    connect(dialog, &FolderDialog::chosen, this, [this, folder](FolderId to) { moveFolder(folder, to); });
    dialog->open();
}

void FolderCommands::moveFolder(FolderId folder, FolderId to)
{
    FolderLibrary &library = m_parts.workspace.folders();
    const QString name = nameOf(folder);
    const QString place = nameOf(to);
    Task task;
    task.title = tr("Move “%1” into “%2”").arg(name, place);
    task.accept = tr("&Move");
    task.subject = {folder, name};
    task.apply = [this, folder, to](const AccessPreview &shown) { return m_parts.workspace.folders().move(m_parts.actor, folder, to, shown); };
    task.succeeded = [this, name, place] { Q_EMIT done(tr("The folder “%1” is in “%2” now.").arg(name, place), false); };
    confirm(library.previewMove(m_parts.actor, folder, to), task);
}

void FolderCommands::removeFolder(FolderId folder)
{
    const FolderNode *node = m_folders.node(folder);
    if (!node)
        return;
    const FolderId parent = node->folder.parent;
    const auto below = static_cast<int>(m_folders.children(folder).size());
    if (below == 0 && node->recordings == 0) {
        Question question;
        question.title = tr("Remove folder");
        question.text = tr("Remove the empty folder “%1”?").arg(nameOf(folder));
        question.answers = {tr("&Remove")};
        m_parts.questions.ask(m_window, question, [this, folder](int answer) {
            if (answer == 0)
                remove(folder, std::nullopt);
        });
        return;
    }
    QStringList content;
    if (node->recordings > 0)
        content += recordingsCount(node->recordings);
    if (below > 0)
        content += tr("%n folder(s)", nullptr, below);
    const auto reason = [folder](const FolderTreeModel &folders, const FolderNode &to) -> QString {
        if (folders.isWithin(to.folder.id, folder))
            return tr("This goes with the folder.");
        return to.canManage ? QString() : refusalText({Capability::ManageFolder, Refusal::NeedsManage});
    };
    //: %1: a folder; %2: "12 recordings, 3 folders"
    const QString text = tr("“%1” is removed. What is in it (%2) moves to:").arg(nameOf(folder), content.join(u", "_s));
    auto *dialog = new FolderDialog(m_parts.workspace.folders(), m_parts.actor, {tr("Remove folder"), text, tr("Move and &remove")}, reason,
                                    parent, m_window);
    connect(dialog, &FolderDialog::chosen, this, [this, folder](FolderId to) { remove(folder, to); });
    dialog->open();
}

void FolderCommands::remove(FolderId folder, std::optional<FolderId> contentTo)
{
    const QString name = nameOf(folder);
    Task task;
    task.title = tr("Remove “%1”").arg(name);
    task.accept = contentTo ? tr("Move and &remove") : tr("&Remove");
    task.subject = {folder, name};
    task.apply = [this, folder, contentTo](const AccessPreview &shown) {
        return m_parts.workspace.folders().remove(m_parts.actor, folder, contentTo, shown);
    };
    task.succeeded = [this, name] { Q_EMIT done(tr("The folder “%1” is removed.").arg(name), false); };
    confirm(m_parts.workspace.folders().previewRemove(m_parts.actor, folder, contentTo), task);
}

void FolderCommands::chooseFolderFor(const QList<RecordingId> &recordings)
{
    if (recordings.isEmpty())
        return;
    const auto reason = [](const FolderTreeModel &, const FolderNode &to) {
        return to.canFileInto ? QString() : refusalText({Capability::EditEverythingElse, Refusal::NeedsPublish});
    };
    const auto open = [this, recordings, reason](FolderId from) {
        const QString text = tr("Move %n recording(s) to:", nullptr, static_cast<int>(recordings.size()));
        auto *dialog = new FolderDialog(m_parts.workspace.folders(), m_parts.actor, {tr("Move to folder"), text, tr("&Move")}, reason,
                                        from.isValid() ? from : sharedFolder, m_window);
        connect(dialog, &FolderDialog::chosen, this, [this, recordings](FolderId to) { file(recordings, to); });
        dialog->open();
    };
    whenDone(m_parts.workspace.folders().folderOf(m_parts.actor, recordings.first()), this,
             [open](const Result<FolderId> &from) { open(from ? *from : FolderId()); });
}

void FolderCommands::file(const QList<RecordingId> &recordings, FolderId to)
{
    if (recordings.size() > mostUndone)
        return fileFrom({}, recordings, to);
    auto places = std::make_shared<Places>();
    auto left = std::make_shared<qsizetype>(recordings.size());
    for (const RecordingId recording : recordings) {
        whenDone(m_parts.workspace.folders().folderOf(m_parts.actor, recording), this,
                 [this, places, left, recording, recordings, to](const Result<FolderId> &place) {
                     if (place && place->isValid())
                         places->insert(recording, *place);
                     if (--*left == 0)
                         fileFrom(*places, recordings, to);
                 });
    }
}

void FolderCommands::fileFrom(const Places &places, QList<RecordingId> recordings, FolderId to)
{
    recordings.removeIf([&](RecordingId one) { return places.value(one) == to; });
    const QString place = nameOf(to);
    if (recordings.isEmpty()) {
        Q_EMIT done(tr("Already in “%1”.").arg(place), false);
        return;
    }
    const auto count = static_cast<int>(recordings.size());
    Task task;
    task.title = tr("Move %n recording(s) into “%1”", nullptr, count).arg(place);
    task.accept = tr("&Move");
    task.subject = {to, place};
    task.apply = [this, recordings, to](const AccessPreview &shown) { return m_parts.workspace.folders().file(m_parts.actor, recordings, to, shown); };
    task.succeeded = [this, places, recordings, place, count] {
        Places before;
        for (const RecordingId recording : recordings) {
            if (places.contains(recording))
                before.insert(recording, places.value(recording));
        }
        if (!before.isEmpty())
            m_filings += before;
        if (m_filings.size() > mostFilings)
            m_filings.removeFirst();
        Q_EMIT done(tr("%n recording(s) moved into “%1”.", nullptr, count).arg(place), !before.isEmpty());
    };
    confirm(m_parts.workspace.folders().previewFile(m_parts.actor, recordings, to), task);
}

void FolderCommands::undoFiling()
{
    if (!m_filings.isEmpty())
        undoNext(m_filings.takeLast(), 0);
}

// One folder's after another's; what could not be moved back can be tried again.
void FolderCommands::undoNext(Places places, int filed)
{
    if (places.isEmpty()) {
        Q_EMIT done(tr("%n recording(s) moved back.", nullptr, filed), !m_filings.isEmpty());
        return;
    }
    const FolderId folder = *std::min_element(places.cbegin(), places.cend());
    const QList<RecordingId> recordings = places.keys(folder);
    whenDone(m_parts.workspace.folders().file(m_parts.actor, recordings, folder), this,
             [this, places, recordings, filed](const Result<> &result) mutable {
                 if (!result) {
                     m_filings += places;
                     return fail(result.error());
                 }
                 for (const RecordingId recording : recordings)
                     places.remove(recording);
                 undoNext(places, filed + static_cast<int>(recordings.size()));
             });
}

void FolderCommands::editRules()
{
    auto *dialog = new FilingRulesDialog(m_parts, m_window);
    connect(dialog, &FilingRulesDialog::filed, this, [this](qint64 count) {
        Q_EMIT done(tr("%n recording(s) filed by the rules.", nullptr, static_cast<int>(count)), false);
    });
    dialog->open();
}

// Where nobody's access changes there is nothing to ask.
void FolderCommands::confirm(const QFuture<Result<NamedPreview>> &preview, const Task &task)
{
    whenDone(preview, this, [this, task](const Result<NamedPreview> &answer) {
        if (!answer)
            return fail(answer.error());
        const AccessPreview &found = answer->preview;
        if (found.guards.isEmpty() && found.peopleGaining + found.peopleLosing + found.peopleChanging == 0)
            return run(task, found);
        AccessPreviewDialog::Step step;
        step.subject = task.subject;
        step.apply = task.apply;
        step.preview = *answer;
        auto *dialog = new AccessPreviewDialog(m_parts, {task.title, task.accept}, {step}, m_window);
        connect(dialog, &AccessPreviewDialog::applied, this, [this, task](const QList<Result<>> &results) { onApplied(task, results.first()); });
        dialog->open();
    });
}

void FolderCommands::run(const Task &task, const AccessPreview &foreseen)
{
    whenDone(task.apply(foreseen), this, [this, task](const Result<> &result) { onApplied(task, result); });
}

void FolderCommands::onApplied(const Task &task, const Result<> &result)
{
    if (result)
        task.succeeded();
    else
        fail(result.error());
}

} // namespace letopis
