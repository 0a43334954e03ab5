#pragma once

#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QLayout;
class QMenu;
class QSortFilterProxyModel;
class QStackedWidget;
class QToolButton;

namespace letopis {

class EmptyState;
class MessageBar;
class ParticipantModel;
class ParticipantTable;

// Who took part: roles, presence over the meeting's time, minutes; with what people corrected marked. Shows what it is given
// and offers what can be done with the selection; AttendancePresenter does it.
class ParticipantsTab final : public QWidget
{
    Q_OBJECT

public:
    enum Command {
        Add,
        Edit,
        Match,
        Merge,
        Split,
        Remove,
        Restore,
        MakeAutomatic,
        ShowRemoved,
        Undo,
        Redo,
        Rights,
        AddToPeople,
        CompareAccess,
        SavePdf,
        Print,
        ExportCsv,
        ExportJson,
        CommandCount
    };

    explicit ParticipantsTab(QWidget *parent = nullptr);

    void clear(const RecordingDetails &details);
    void showAttendance(const QList<Attendee> &attendees, const RecordingDetails &details);
    void showTimeline(const QList<TimelineEntry> &entries, const RecordingDetails &details); // when it was recorded
    void setEditable(bool isEditable); // false while a change is under way
    void setReadOnlyReason(const QString &reason); // why nothing may be changed here; empty: it may

    void setCannotWatch(int count); // known people who attended, and cannot watch the recording

    QAction *action(Command command) const { return m_actions[command]; }
    MessageBar &messages() const { return *m_messages; }
    ParticipantTable &table() const { return *m_table; }
    const std::optional<AttendanceReport> &report() const { return m_report; } // none until the list is read
    QList<Attendee> selection() const; // top down
    void select(const QStringList &uids);

Q_SIGNALS:
    void opened(); // Enter or a double click on a participant

protected:
    bool event(QEvent *event) override;

private:
    void makeActions();
    QWidget *makeTools();
    QLayout *makeCannotWatch();
    QMenu *makeMoreMenu();
    void showContextMenu(const QPoint &globalPosition);
    void update();
    void updateEmpty(const QList<AttendanceReportRow> &rows);
    void updateActions();
    QString summaryText() const;

    ParticipantModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    MessageBar *m_messages = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_readOnly = nullptr;
    QToolButton *m_cannotWatch = nullptr;
    ParticipantTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    std::array<QAction *, CommandCount> m_actions{};
    std::optional<RecordingDetails> m_details;
    QList<Attendee> m_attendees;
    QList<TimelineEntry> m_timeline;
    std::optional<AttendanceReport> m_report;
    bool m_isEditable = true;
};

} // namespace letopis
