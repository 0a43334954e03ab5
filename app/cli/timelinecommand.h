#pragma once

#include "app/cli/onerecordingcommand.h"

namespace letopis::cli {

class TimelineCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    using OneRecordingCommand::OneRecordingCommand;

protected:
    void show(const RecordingDetails &recording) override;
};

CommandSpec timelineSpec();

} // namespace letopis::cli
