#include "ui/shell/actions.h"

#include "ui/widgets/icons.h"

#include <QWidget>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    makeServerActions();
    makeRecordingActions();
    makeViewActions();
    makeHelpActions();
}

QAction *Actions::add(Id id, const QString &group, const QString &text, QStringView icon, const QList<QKeySequence> &keys,
                      const QString &tip)
{
    auto *action = new QAction(text, m_window);
    if (!icon.isEmpty())
        action->setIcon(themedIcon(icon));
    action->setShortcuts(keys);
    action->setStatusTip(tip);
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key));
    action->setProperty("group", group);
    action->setMenuRole(QAction::NoRole);
    m_window->addAction(action); // the shortcut works wherever the focus is
    m_actions[static_cast<size_t>(id)] = action;
    return action;
}

void Actions::makeServerActions()
{
    const QString server = tr("Server");
    add(Sync, server, tr("&Sync"), u"sync", {Qt::Key_F5, QKeySequence(Qt::CTRL | Qt::Key_R)},
        tr("Fetch what is new on the shown server, or on all"));
    add(SyncAll, server, tr("Sync &all servers"), u"sync", {QKeySequence(Qt::SHIFT | Qt::Key_F5)},
        tr("Fetch what is new on every server"));
    add(ConnectServer, server, tr("&Connect a server…"), u"add", {QKeySequence::New}, tr("Connect a BigBlueButton server"));
    add(ManageServers, server, tr("&Manage servers"), u"settings", {QKeySequence(Qt::ALT | Qt::Key_3)},
        tr("See and change the connected servers"));
}

void Actions::makeRecordingActions()
{
    const QString recording = tr("Recording");
    add(OpenRecording, recording, tr("&Open details"), u"details", {QKeySequence(Qt::CTRL | Qt::Key_I)},
        tr("Show what is known about the selected recording"));
    add(EditInformation, recording, tr("&Edit information…"), u"edit", {Qt::Key_F2},
        tr("Edit title, description, tags and more of the selected recordings"));
    add(Play, recording, tr("&Play"), u"play", {QKeySequence(Qt::CTRL | Qt::Key_P), QKeySequence(Qt::Key_MediaPlay)},
        tr("Play the selected recording"));
    add(Download, recording, tr("&Download…"), u"download", {QKeySequence(Qt::CTRL | Qt::Key_D)},
        tr("Save the selected recording's video to a file"));
    add(CopyRecordId, recording, tr("Copy &record ID"), u"copy", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        tr("Copy the server's name of the selected recording"));
    add(MoveToFolder, recording, tr("&Move to folder…"), u"folder", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)},
        tr("File the selected recordings into another folder"));
    add(EditAccess, recording, tr("&Access…"), u"lock", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
        tr("See and change who may do what with the selected recordings"));
    add(EditLinks, recording, tr("Lin&ks…"), u"link", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
        tr("Make and revoke links to the selected recording"));
    add(RetainRecordings, recording, tr("A&uto-deletion date…"), u"auto-deletion", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)},
        tr("Say when the selected recordings go, whatever the policies say"));
    add(HoldRecordings, recording, tr("Ho&ld…"), u"hold", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        tr("Forbid the deletion of the selected recordings, with a reason"));
    add(DeleteRecordings, recording, tr("Delete &now…"), u"remove", {QKeySequence(Qt::SHIFT | Qt::Key_Delete)},
        tr("Move the selected recordings to the trash, or delete them for good; shows what goes first"));
    add(WhoCanSee, recording, tr("&Who can see this…"), u"people", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)},
        tr("List everyone who can see the selected recording, and through what"));
    add(ExplainAccess, recording, tr("W&hy can somebody see this…"), u"help", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)},
        tr("Tell step by step why somebody can or cannot see the selected recording"));
    add(RecordingJournal, recording, tr("&Journal of the recording"), u"journal", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)},
        tr("See everything that was done with the selected recording, and by whom"));
}

void Actions::makeViewActions()
{
    const QString edit = tr("Edit");
    add(Undo, edit, tr("&Undo"), u"undo", {QKeySequence::Undo}, tr("Take back the last change in the form"));
    add(Redo, edit, tr("R&edo"), u"redo", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        tr("Make the change again that was taken back"));
    add(UndoBatch, edit, tr("Undo &batch edit"), u"undo", {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Z)},
        tr("Take back everything the last batch edit changed"));
    add(CustomFields, edit, tr("Custom fiel&ds…"), u"columns", {}, tr("Define what recordings carry besides the usual fields"));
    add(FilingRules, edit, tr("F&iling rules…"), u"filter", {}, tr("Say into which folders new recordings go"));
    add(Find, edit, tr("&Find"), u"search", {QKeySequence::Find}, tr("Search titles, people and metadata"));
    add(ClearFilters, edit, tr("&Clear search and filters"), u"close", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        tr("Show all recordings again"));
    const QString view = tr("View");
    add(ShowAll, view, tr("&All recordings"), u"recordings", {QKeySequence(Qt::ALT | Qt::Key_1)}, tr("Show all recordings"));
    add(ShowNew, view, tr("&New recordings"), u"new", {QKeySequence(Qt::ALT | Qt::Key_2)},
        tr("Show recordings nobody opened here yet"));
    add(ShowOutbox, view, tr("&Outbox"), u"outbox", {QKeySequence(Qt::ALT | Qt::Key_4)},
        tr("Show the edits that are on their way to the servers"));
    add(ShowPeople, view, tr("&People"), u"people", {QKeySequence(Qt::ALT | Qt::Key_6)},
        tr("See and change the people and groups who can be given access"));
    add(ShowProposals, view, tr("Acc&ess proposals"), u"key", {QKeySequence(Qt::ALT | Qt::Key_7)},
        tr("See whom their meetings propose for access to the recordings"));
    add(ShowRetention, view, tr("Auto-delet&ion"), u"auto-deletion", {QKeySequence(Qt::ALT | Qt::Key_8)},
        tr("Say when recordings go, and see what is about to go"));
    add(ShowJournal, view, tr("Jo&urnal"), u"journal", {QKeySequence(Qt::ALT | Qt::Key_9)},
        tr("See who did what, and check that nobody changed it since"));
    add(SeeAs, view, tr("&See as…"), u"window", {}, tr("Open the catalog as another person sees it"));
    add(AllLinks, view, tr("All lin&ks…"), u"link", {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_L)}, tr("See every link, and what holds for links"));
    add(PushOutbox, tr("Server"), tr("Send &edits now"), u"outbox", {}, tr("Send what waits in the outbox to its servers"));
    add(ToggleNavigation, view, tr("Na&vigation"), u"sidebar", {Qt::Key_F9}, tr("Show or hide the navigation"));
    add(ToggleFolders, view, tr("&Folders"), u"folder", {Qt::Key_F8}, tr("Show or hide the folders of the library"));
    add(ToggleDetails, view, tr("&Details"), u"details", {Qt::Key_F10}, tr("Show or hide the details"));
    add(ToggleJobs, view, tr("&Jobs"), u"jobs", {QKeySequence(Qt::CTRL | Qt::Key_J)}, tr("Show or hide the jobs"));
    add(ResetLayout, view, tr("Reset la&yout"), {}, {}, tr("Put panes and columns back as they were at first"));
    add(NextPane, view, tr("Ne&xt pane"), {}, {Qt::Key_F6}, tr("Move the focus to the next pane"));
    add(PreviousPane, view, tr("P&revious pane"), {}, {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
        tr("Move the focus to the previous pane"));
}

void Actions::makeHelpActions()
{
    const QString help = tr("Help");
    add(CommandPalette, help, tr("Find a &command…"), u"command", {QKeySequence(Qt::CTRL | Qt::Key_K)},
        tr("Find and run any command by its name"));
    add(ShortcutMap, help, tr("&Keyboard shortcuts"), u"keyboard", {QKeySequence(Qt::Key_Question), Qt::Key_F1},
        tr("Show all keyboard shortcuts"));
    add(About, help, tr("&About Letopis"), u"information", {}, tr("Version and licence"));
    add(ShowBackups, tr("File"), tr("&Backups"), u"file-archive", {QKeySequence(Qt::ALT | Qt::Key_5)},
        tr("See, check and restore backups of the catalog, and plan them"));
    add(BackUpNow, tr("File"), tr("Back up n&ow…"), u"file-archive", {}, tr("Make a backup of the catalog"));
    add(Quit, tr("File"), tr("&Quit"), u"quit", {QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("Quit Letopis"));
}

QList<QAction *> Actions::all() const
{
    return {m_actions.begin(), m_actions.end()};
}

QString Actions::groupOf(const QAction *action)
{
    return action->property("group").toString();
}

QString plainActionText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace letopis
