#include "ui/pages/recordings/attendancepresenter.h"

#include "core/base/whendone.h"
#include "core/domain/servicerights.h"
#include "core/workspace/attendancebook.h"
#include "core/workspace/audittrail.h"
#include "core/workspace/workspace.h"
#include "ui/forms/attendanceexport.h"
#include "ui/forms/attendancehistory.h"
#include "ui/forms/attendeedialog.h"
#include "ui/forms/attendeematchdialog.h"
#include "ui/forms/attendeesplitdialog.h"
#include "ui/forms/dialogdrafts.h"
#include "ui/forms/servicerightsdialog.h"
#include "ui/models/exportnoting.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/text/attendancetext.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QJsonDocument>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ServerKind service = ServerKind::BigBlueButton; // the only one there is

QString actionText(const QString &name, const QString &what)
{
    //: %1 is Undo or Redo, %2 what is undone: "Undo: Merge participants"
    return what.isEmpty() ? name : AttendancePresenter::tr("%1: %2").arg(name, what);
}

} // namespace

AttendancePresenter::AttendancePresenter(Workspace &workspace, Actor actor, Questions &questions, DetailsPane &pane,
                                         QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_actor(std::move(actor))
    , m_pane(pane)
    , m_tab(pane.participants())
    , m_history(new AttendanceHistory(workspace.attendance(), m_actor, this))
    , m_export(new AttendanceExport(questions, m_tab.messages(), &m_tab))
    , m_drafts(new DialogDrafts(workspace.drafts(), m_actor, u"attendee/"_s, m_tab.messages(), this))
{
    connect(&pane, &DetailsPane::detailsShown, this, &AttendancePresenter::load);
    connect(&workspace.attendance(), &AttendanceBook::attendanceChanged, this, [this](RecordingId recording) {
        if (recording == m_recording)
            load();
    });
    connect(m_history, &AttendanceHistory::stateChanged, this, &AttendancePresenter::updateHistory);
    connect(m_history, &AttendanceHistory::stored, this, &AttendancePresenter::onStored);
    connect(m_history, &AttendanceHistory::failed, this, &AttendancePresenter::onFailed);
    connect(m_drafts, &DialogDrafts::continueRequested, this, &AttendancePresenter::continueDraft);
    connectActions();
    updateHistory();
}

void AttendancePresenter::connectActions()
{
    const std::pair<ParticipantsTab::Command, Command> commands[] = {
        {ParticipantsTab::Add, &AttendancePresenter::add},
        {ParticipantsTab::Edit, &AttendancePresenter::edit},
        {ParticipantsTab::Match, &AttendancePresenter::match},
        {ParticipantsTab::Merge, &AttendancePresenter::merge},
        {ParticipantsTab::Split, &AttendancePresenter::split},
        {ParticipantsTab::Remove, &AttendancePresenter::remove},
        {ParticipantsTab::Restore, &AttendancePresenter::putBack},
        {ParticipantsTab::MakeAutomatic, &AttendancePresenter::makeAutomatic},
        {ParticipantsTab::Rights, &AttendancePresenter::showRights},
    };
    for (const auto &[command, run] : commands)
        connect(m_tab.action(command), &QAction::triggered, this, run);
    connect(m_tab.action(ParticipantsTab::Undo), &QAction::triggered, m_history, &AttendanceHistory::undo);
    connect(m_tab.action(ParticipantsTab::Redo), &QAction::triggered, m_history, &AttendanceHistory::redo);
    connect(&m_tab, &ParticipantsTab::opened, m_tab.action(ParticipantsTab::Edit), &QAction::trigger);
    const auto exports = [this](ParticipantsTab::Command command, auto run) {
        connect(m_tab.action(command), &QAction::triggered, this, [this, run] {
            if (m_tab.report())
                (m_export->*run)(*m_tab.report(), service, m_recording);
        });
    };
    connect(m_export, &AttendanceExport::exported, this,
            [this](const ExportNote &note) { noteExport(m_workspace, m_actor, note, m_tab.messages()); });
    exports(ParticipantsTab::SavePdf, &AttendanceExport::savePdf);
    exports(ParticipantsTab::Print, &AttendanceExport::print);
    exports(ParticipantsTab::ExportCsv, &AttendanceExport::saveCsv);
    exports(ParticipantsTab::ExportJson, &AttendanceExport::saveJson);
}

// The automatic list, then the edits over it: what is shown is what the edits are worked out from. Whoever edits between
// the two is found out when a change is stored.
void AttendancePresenter::load()
{
    if (!m_pane.details())
        return;
    if (m_recording != m_pane.details()->row.id)
        m_unattached = 0;
    m_recording = m_pane.details()->row.id;
    m_history->setRecording(m_recording);
    loadAutomatic(++m_generation);
}

void AttendancePresenter::loadAutomatic(quint64 generation)
{
    whenDone(m_workspace.participants(m_actor, m_recording), this,
             [this, generation](const Result<QList<Participant>> &participants) {
                 if (generation != m_generation)
                     return;
                 if (!participants)
                     return m_pane.showListError(participants.error());
                 m_automatic = *participants;
                 loadEdits(generation);
             });
}

void AttendancePresenter::loadEdits(quint64 generation)
{
    whenDone(m_workspace.attendance().edits(m_actor, m_recording), this,
             [this, generation](const Result<QList<AttendeeEdit>> &edits) {
                 if (generation != m_generation)
                     return;
                 if (!edits)
                     return m_pane.showListError(edits.error());
                 m_edits = *edits;
                 loadNames(generation);
             });
}

// Only what matched people are called is missing from the two.
void AttendancePresenter::loadNames(quint64 generation)
{
    whenDone(m_workspace.attendance().attendance(m_actor, m_recording), this,
             [this, generation](const Result<QList<Attendee>> &attendees) {
                 if (generation != m_generation)
                     return;
                 if (!attendees)
                     return m_pane.showListError(attendees.error());
                 m_names.clear();
                 for (const Attendee &one : *attendees) {
                     if (one.person.isValid())
                         m_names.insert(one.person, one.personName);
                 }
                 show();
             });
}

void AttendancePresenter::show()
{
    if (!m_pane.details() || m_pane.details()->row.id != m_recording)
        return;
    QList<Attendee> shown = attendanceOf(m_automatic, m_edits);
    for (Attendee &one : shown)
        one.personName = m_names.value(one.person);
    m_tab.showAttendance(shown, *m_pane.details());
    m_drafts->setRecording(m_recording); // what is offered can be opened over these
    tellUnattached(shown);
}

// Corrections of somebody whom the server now knows under another name or id: they are not lost, and must not be missed.
void AttendancePresenter::tellUnattached(const QList<Attendee> &shown)
{
    const qsizetype count = unattachedEdits(m_edits, shown).size();
    if (std::exchange(m_unattached, count) == count || count == 0)
        return;
    m_tab.messages().showMessage(MessageBar::Level::Information,
                                 tr("%n correction(s) fit nobody in this list", nullptr, static_cast<int>(count)),
                                 tr("The server names the people differently than before. The corrections are kept, and count "
                                    "again once their people are back; correct the people of this list anew meanwhile."));
}

void AttendancePresenter::updateHistory()
{
    m_tab.setEditable(!m_history->isBusy());
    QAction *undo = m_tab.action(ParticipantsTab::Undo);
    QAction *redo = m_tab.action(ParticipantsTab::Redo);
    undo->setEnabled(m_history->canUndo());
    redo->setEnabled(m_history->canRedo());
    undo->setText(actionText(tr("Undo"), m_history->undoText()));
    redo->setText(actionText(tr("Redo"), m_history->redoText()));
}

// Shown before it is read again: the next change must not be worked out from the list before this one.
void AttendancePresenter::onStored(RecordingId recording, const QList<AttendeeEdit> &edits)
{
    if (recording == m_recording)
        m_tab.messages().clear();
    if (recording == m_accepted.recording)
        m_drafts->onStored(std::exchange(m_accepted, {}));
    if (recording != m_recording)
        return;
    m_edits = edits;
    show();
    load();
}

void AttendancePresenter::onFailed(RecordingId recording, const Error &error)
{
    const FormDraft refused = std::exchange(m_accepted, {});
    if (recording != m_recording)
        return; // kept, and offered there
    if (error.kind == ErrorKind::ContentMismatch)
        m_tab.messages().showMessage(MessageBar::Level::Warning, attendeesChangedElsewhereText());
    else
        m_tab.messages().showError(error);
    m_drafts->offerAgain(refused);
    load();
}

void AttendancePresenter::apply(const Result<QList<AttendeeEdit>> &after, const QString &text)
{
    if (!after) {
        m_tab.messages().showError(after.error());
        m_drafts->offerAgain(std::exchange(m_accepted, {}));
        return;
    }
    m_history->apply(m_edits, *after, text);
}

// Of a dialog that was just accepted. False: it cannot be stored now; what was typed is kept, and offered.
bool AttendancePresenter::takeAccepted(RecordingId recording)
{
    const FormDraft accepted = m_drafts->takeAccepted();
    if (recording != m_recording)
        return false;
    if (m_history->isBusy()) {
        m_drafts->offerAgain(accepted);
        return false;
    }
    m_accepted = accepted;
    return true;
}

void AttendancePresenter::add()
{
    openAdd({});
}

void AttendancePresenter::openAdd(const FormDraft &draft)
{
    auto *dialog = new AttendeeDialog({.service = service, .attendee = {}, .automatic = {}}, &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString form = draft.form.isEmpty() ? m_drafts->form(u"new"_s) : draft.form;
    connect(dialog, &AttendeeDialog::edited, m_drafts, m_drafts->watch(*dialog, form, [dialog] { return dialog->draft(); }));
    if (!draft.content.isEmpty())
        dialog->restore(QJsonDocument::fromJson(draft.content).object(), draft.since);
    connect(dialog, &QDialog::accepted, this, [this, dialog, recording = m_recording] {
        if (takeAccepted(recording))
            apply(addedAttendee(m_edits, dialog->wishes()), tr("Add a participant"));
    });
    dialog->open();
}

void AttendancePresenter::edit()
{
    const QList<Attendee> selected = m_tab.selection();
    if (selected.size() == 1)
        openEdit(selected.first(), {});
}

void AttendancePresenter::openEdit(const Attendee &attendee, const FormDraft &draft)
{
    auto *dialog = new AttendeeDialog(
        {.service = service, .attendee = attendee, .automatic = automaticValues(m_automatic, m_edits, attendee)}, &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString form = draft.form.isEmpty() ? m_drafts->form(attendee.uid) : draft.form;
    connect(dialog, &AttendeeDialog::edited, m_drafts, m_drafts->watch(*dialog, form, [dialog] { return dialog->draft(); }));
    if (!draft.content.isEmpty())
        dialog->restore(QJsonDocument::fromJson(draft.content).object(), draft.since);
    // Over the edits as they were when the form was opened: another's change meanwhile is found out, not overwritten.
    connect(dialog, &QDialog::accepted, this, [this, dialog, attendee, recording = m_recording, before = m_edits] {
        if (!takeAccepted(recording))
            return;
        const Result<QList<AttendeeEdit>> after = editedAttendee(before, attendee, dialog->wishes());
        if (after)
            m_history->apply(before, *after, tr("Edit a participant"));
        else
            apply(after, {});
    });
    dialog->open();
}

// Whoever is no longer in the list is added: what was typed is not lost for that.
void AttendancePresenter::continueDraft(const FormDraft &draft)
{
    const QString key = m_drafts->key(draft);
    const QList<Attendee> shown = attendanceOf(m_automatic, m_edits);
    const auto found = std::find_if(shown.begin(), shown.end(),
                                    [&key](const Attendee &one) { return one.uid == key || one.keys.contains(key); });
    if (found == shown.end())
        openAdd(draft);
    else
        openEdit(*found, draft);
}

void AttendancePresenter::match()
{
    const QList<Attendee> selected = m_tab.selection();
    if (selected.size() != 1)
        return;
    whenDone(m_workspace.attendance().suggestions(m_actor, m_recording), this,
             [this, attendee = selected.first(), recording = m_recording](const Result<QHash<QString, KnownPerson>> &people) {
                 if (recording != m_recording)
                     return;
                 std::optional<KnownPerson> suggested;
                 if (people && people->contains(attendee.uid)) // without one the search is there still
                     suggested = people->value(attendee.uid);
                 openMatch(attendee, suggested);
             });
}

void AttendancePresenter::openMatch(const Attendee &attendee, const std::optional<KnownPerson> &suggested)
{
    if (!m_pane.details())
        return;
    auto *dialog = new AttendeeMatchDialog(m_workspace.attendance(), m_actor, attendee, m_pane.details()->row.server, suggested,
                                           &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AttendeeMatchDialog::chosen, this, [this, attendee, recording = m_recording](PersonId person) {
        if (recording != m_recording)
            return;
        AttendeeWishes wishes;
        wishes.person = person;
        apply(editedAttendee(m_edits, attendee, wishes), tr("Match a participant"));
    });
    dialog->open();
}

void AttendancePresenter::merge()
{
    apply(mergedAttendees(m_edits, m_tab.selection()), tr("Merge participants"));
}

void AttendancePresenter::split()
{
    const QList<Attendee> selected = m_tab.selection();
    if (selected.size() != 1)
        return;
    const Attendee attendee = selected.first();
    auto *dialog = new AttendeeSplitDialog(attendee, sessionsOf(m_automatic, m_edits, attendee), &m_tab);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, attendee, recording = m_recording] {
        if (recording == m_recording)
            apply(splitAttendee(m_automatic, m_edits, attendee, dialog->second(), dialog->secondName()), tr("Split a participant"));
    });
    dialog->open();
}

void AttendancePresenter::remove()
{
    apply(removedAttendees(m_edits, m_tab.selection()), tr("Remove participants"));
}

void AttendancePresenter::putBack()
{
    apply(restoredAttendees(m_edits, m_tab.selection()), tr("Put participants back"));
}

void AttendancePresenter::makeAutomatic()
{
    apply(automaticAttendees(m_edits, m_tab.selection()), tr("Restore automatic values"));
}

void AttendancePresenter::showRights()
{
    const QList<Attendee> selected = m_tab.selection();
    const QString role = selected.isEmpty() ? QString() : conferenceRoleName(selected.first().participant.role);
    openServiceRights(&m_tab, serviceOf(service), role);
}

} // namespace letopis
