#pragma once

#include "app/cli/onerecordingcommand.h"

namespace letopis::cli {

class ShowCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    using OneRecordingCommand::OneRecordingCommand;

protected:
    void show(const RecordingDetails &recording) override;
};

CommandSpec showSpec();

} // namespace letopis::cli
