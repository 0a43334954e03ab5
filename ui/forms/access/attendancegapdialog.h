#pragma once

#include "core/access/grantproposal.h"
#include "core/base/result.h"
#include "ui/forms/access/accessgiver.h"
#include "ui/forms/access/gaplist.h"

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace letopis {

class ActorRights;
class ExplanationView;
class GrantAuthority;
class MessageBar;

// Who attended a meeting and cannot watch its recording, and who can watch and did not attend; several at once are given access,
// through the preview.
class AttendanceGapDialog final : public QDialog
{
    Q_OBJECT

public:
    // `withoutId`: attendees who cannot be told by the server's user ids, and are not matched to anybody.
    AttendanceGapDialog(const AccessParts &parts, const AccessSubject &recording, const QStringList &withoutId, QWidget *parent = nullptr);

    GapList &cannotWatch() const { return *m_cannotWatch; }
    GapList &didNotAttend() const { return *m_didNotAttend; }
    bool isRead() const { return m_isRead; }
    MessageBar &messages() const { return *m_messages; }

Q_SIGNALS:
    void addToPeopleRequested(); // the dialog has closed

private:
    void layOut();
    RecordingId recording() const { return std::get<RecordingId>(m_recording.item); }
    void read();
    void readUnknown();
    void onRead(const Result<AttendanceGap> &gap);
    void showRows();
    void updateRights();
    void explain();
    void give(const QList<PersonId> &people, Permission permission);
    void onGiven(const QList<WishedAccess> &wishes, const QList<Result<>> &results);
    void showFailure(const Error &error);

    const AccessParts m_parts;
    const AccessSubject m_recording;
    const QStringList m_withoutId;
    QStringList m_unknown; // with an ID that nobody has here
    AttendanceGap m_gap;
    ActorRights *m_rights;
    GrantAuthority *m_authority;
    AccessGiver *m_giver;
    GapList *m_cannotWatch;
    GapList *m_didNotAttend;
    ExplanationView *m_why;
    MessageBar *m_messages;
    QTabWidget *m_tabs;
    QPushButton *m_addToPeople = nullptr;
    quint64 m_generation = 0;
    bool m_isRead = false;
    bool m_showsPublic = false; // the message is about that
};

} // namespace letopis
