#pragma once

#include "app/cli/commandline.h"
#include "core/domain/jobstatus.h"
#include "core/domain/server.h"
#include "core/retention/deletioncertificate.h"
#include "core/retention/realityfinding.h"

#include <optional>

namespace letopis::cli {

// What people say about a plan on the command line.
struct PlanWords
{
    std::optional<qint64> confirmed; // the number of its recordings
    bool approves = false;
};

// Confirms and approves a plan where that was said, carries it out, and tells what became of each item.
class PlanCommand : public Command
{
    Q_OBJECT

public:
    PlanCommand(Session &session, PlanWords words)
        : Command(session)
        , m_words(words)
    {
    }
    void interrupt() override; // what is begun is ended; what was done is told

protected:
    void proceed(const DeletionPlan &plan);
    void findPlan(DeletionPlanId id);

private:
    void confirm();
    void approve();
    void carryOut();
    void onJobChanged(const JobStatus &status);
    void tell(std::optional<Error> error, bool isDone);
    void printPlan(const DeletionPlan &plan, const QList<DeletionItem> &items);

    PlanWords m_words;
    DeletionPlan m_plan;
    JobId m_job;
};

class RetentionApplyCommand final : public PlanCommand
{
    Q_OBJECT

public:
    RetentionApplyCommand(Session &session, DeletionPlanId plan, PlanWords words)
        : PlanCommand(session, words)
        , m_id(plan)
    {
    }
    void start() override { findPlan(m_id); }

private:
    const DeletionPlanId m_id;
};

// One step with recordings that people name.
class RetentionByHandCommand final : public PlanCommand
{
    Q_OBJECT

public:
    RetentionByHandCommand(Session &session, DeletionStep step, QStringList recordings, PlanWords words)
        : PlanCommand(session, words)
        , m_step(step)
        , m_names(std::move(recordings))
    {
    }
    void start() override { findNext(); }

private:
    void findNext();

    const DeletionStep m_step;
    QStringList m_names;
    QList<RecordingId> m_found;
};

// Compares servers with their disks and the catalog; proposes what mends.
class RealityCommand final : public PlanCommand
{
    Q_OBJECT

public:
    RealityCommand(Session &session, QString server, bool mends, PlanWords words)
        : PlanCommand(session, words)
        , m_server(std::move(server))
        , m_mends(mends)
    {
    }
    void start() override;

private:
    void onChecked(const JobStatus &status);
    void show(const RealityReport &report, const QList<RealityFinding> &findings);

    const QString m_server;
    const bool m_mends;
    ConferenceServer m_found;
    JobId m_check;
};

QList<CommandSpec> deletionSpecs();

} // namespace letopis::cli
