#pragma once

#include "core/domain/attendancereport.h"
#include "core/domain/server.h"

#include <QAbstractTableModel>

namespace letopis {

// A span of a meeting as parts of its whole length: 0 is its start, 1 its end.
struct PresencePart
{
    double from = 0;
    double to = 0;
};

// Who attended one meeting, as the model shows it. Times are epoch ms, UTC.
struct ParticipantRows
{
    QList<AttendanceReportRow> rows;
    qint64 startedAtMs = 0;
    qint64 endedAtMs = 0; // before the start: taken from the last leave
    TimeSpans recorded;
    ServerKind service = ServerKind::BigBlueButton; // whose words the roles are in
};

// The participants of one meeting.
class ParticipantModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        ConferencePart,
        Presence,
        PresentFor,
        RecordedPercent,
        TalkTime,
        ChatMessages,
        PollAnswers,
        Source,
        Person,
        Note,
        ColumnCount
    };
    // PresenceRole, RecordedRole: QList<PresencePart>
    enum Role { SortRole = Qt::UserRole, PresenceRole, RecordedRole, UidRole };

    using QAbstractTableModel::QAbstractTableModel;

    // Resets where anything differs, and does nothing where nothing does.
    void setRows(const ParticipantRows &rows);
    const Attendee &attendee(int row) const { return m_rows.rows.at(row).attendee; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const AttendanceReportRow &row, int column) const;
    QString toolTip(const AttendanceReportRow &row, int column) const;
    QString accessibleText(const AttendanceReportRow &row, int column) const;
    QVariant sortValue(const AttendanceReportRow &row, int column) const;
    QVariant look(const Attendee &attendee, int column, int role) const;
    QString presenceText(const AttendanceReportRow &row) const;
    QList<PresencePart> partsOf(const TimeSpans &spans) const;

    ParticipantRows m_rows;
    qint64 m_startedAtMs = 0; // widened to hold every session
    qint64 m_endedAtMs = 0;
    QList<PresencePart> m_recorded;
};

} // namespace letopis

Q_DECLARE_METATYPE(letopis::PresencePart)
