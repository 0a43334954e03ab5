#pragma once

#include "app/cli/commandline.h"
#include "core/domain/recordinginformation.h"

namespace letopis::cli {

// Changes fields of recordings: plans, and unless it is a dry run, applies.
class SetCommand : public Command
{
    Q_OBJECT

public:
    SetCommand(Session &session, QStringList recordings, QList<BatchChange> changes, bool isDryRun);

    void start() override;

private:
    void findNext();
    void plan();
    void showPlan(const EditPlan &plan);
    void apply(const EditPlan &plan);
    void showReport(const EditReport &report);

    QStringList m_wanted;
    const QList<BatchChange> m_changes;
    const bool m_isDryRun;
    QList<RecordingId> m_found;
};

CommandSpec setSpec();

} // namespace letopis::cli
