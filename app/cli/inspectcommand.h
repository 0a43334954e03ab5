#pragma once

#include "app/cli/commandline.h"

namespace letopis {
struct SavedAnswer;
}

namespace letopis::cli {

// inspect: reads a saved file the way a sync would, without a catalog.
class InspectCommand final : public Command
{
    Q_OBJECT

public:
    InspectCommand(Session &session, QString file);

    void start() override;

private:
    void show(const SavedAnswer &answer);
    void tellUnreadable(const Error &error);

    QString m_file;
};

CommandSpec inspectSpec();

} // namespace letopis::cli
