#pragma once

#include "app/cli/onerecordingcommand.h"

namespace letopis::cli {

// What a recording's fields were before, by whom and when.
class HistoryCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    HistoryCommand(Session &session, QString recording, QString field = {});

private:
    void show(const RecordingDetails &recording) override;

    const QString m_field;
};

CommandSpec historySpec();

} // namespace letopis::cli
