#pragma once

#include "app/cli/onerecordingcommand.h"
#include "core/domain/attendance.h"

#include <functional>

namespace letopis::cli {

// `participant add|edit|remove|restore|merge`: corrections over the automatic list of who took part.
class ParticipantEditCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    // Gets the attendance and the edits there are, and returns the edits there shall be.
    using Change = std::function<Result<QList<AttendeeEdit>>(const QList<Attendee> &, QList<AttendeeEdit>)>;

    ParticipantEditCommand(Session &session, QString recording, Change change);

private:
    void show(const RecordingDetails &recording) override;
    void change(RecordingId id, const QList<Attendee> &attendees, const QList<AttendeeEdit> &edits);
    void list(RecordingId id);

    const Change m_change;
};

// `export participants ID`: the attendance report as CSV or JSON.
class ExportParticipantsCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    using OneRecordingCommand::OneRecordingCommand;

private:
    void show(const RecordingDetails &recording) override;
};

QList<CommandSpec> participantEditSpecs();

} // namespace letopis::cli
