#pragma once

#include "core/domain/formdraft.h"
#include "core/domain/actor.h"
#include "core/domain/attendeeedits.h"
#include "core/domain/recording.h"

#include <QObject>

namespace letopis {

class AttendanceExport;
class AttendanceHistory;
class DialogDrafts;
class DetailsPane;
class ParticipantsTab;
class Questions;
class Workspace;

// Brings who attended into the details pane's tab and does what the person wants done with them. Late answers for another
// recording are dropped; a change is stored only over what was shown.
class AttendancePresenter final : public QObject
{
    Q_OBJECT

public:
    AttendancePresenter(Workspace &workspace, Actor actor, Questions &questions, DetailsPane &pane, QObject *parent = nullptr);

    AttendanceHistory &history() const { return *m_history; }

private:
    using Command = void (AttendancePresenter::*)();

    void connectActions();
    void load();
    void loadAutomatic(quint64 generation);
    void loadEdits(quint64 generation);
    void loadNames(quint64 generation);
    void show();
    void tellUnattached(const QList<Attendee> &shown);
    bool takeAccepted(RecordingId recording);
    void onStored(RecordingId recording, const QList<AttendeeEdit> &edits);
    void onFailed(RecordingId recording, const Error &error);
    void updateHistory();
    void apply(const Result<QList<AttendeeEdit>> &after, const QString &text);

    void add();
    void openAdd(const FormDraft &draft);
    void edit();
    void openEdit(const Attendee &attendee, const FormDraft &draft);
    void continueDraft(const FormDraft &draft);
    void match();
    void openMatch(const Attendee &attendee, const std::optional<KnownPerson> &suggested);
    void merge();
    void split();
    void remove();
    void putBack();
    void makeAutomatic();
    void showRights();

    Workspace &m_workspace;
    const Actor m_actor;
    DetailsPane &m_pane;
    ParticipantsTab &m_tab;
    AttendanceHistory *m_history = nullptr;
    AttendanceExport *m_export = nullptr;
    DialogDrafts *m_drafts = nullptr;
    FormDraft m_accepted; // on its way into the catalog
    RecordingId m_recording;
    quint64 m_generation = 0;
    qsizetype m_unattached = 0; // told of
    QList<Participant> m_automatic;
    QList<AttendeeEdit> m_edits;
    QHash<PersonId, QString> m_names; // of matched people
};

} // namespace letopis
