#pragma once

#include "app/cli/onerecordingcommand.h"
#include "app/cli/serverjobscommand.h"
#include "core/domain/recordinginformation.h"

#include <optional>

namespace letopis::cli {

// What waits to be pushed to the servers.
class OutboxListCommand final : public Command
{
    Q_OBJECT

public:
    OutboxListCommand(Session &session, bool withCatalogOnly);
    void start() override;

private:
    const bool m_withCatalogOnly;
};

// Pushes the outbox of one server, or of all, with what was postponed.
class OutboxPushCommand final : public ServerJobsCommand
{
    Q_OBJECT

public:
    using ServerJobsCommand::ServerJobsCommand;

private:
    JobId startJob(ServerId server) override;
    QList<Grid::Column> columns() const override;
    QStringList cells(const JobStatus &status) const override;
    QJsonObject json(const JobStatus &status) const override;
    QList<RecordingProblem> problems(const JobStatus &status) const override;
    ExitCode codeForProblems() const override { return ExitCode::Failed; }
};

// Takes one waiting edit back.
class OutboxDiscardCommand : public OneRecordingCommand
{
    Q_OBJECT

public:
    OutboxDiscardCommand(Session &session, QString recording, QString field);

protected:
    void show(const RecordingDetails &recording) override;
    void showNow(RecordingId id); // and ends

    const QString m_field;
};

// Decides a conflict.
class OutboxDecideCommand final : public OutboxDiscardCommand
{
    Q_OBJECT

public:
    // `seen`: the server's value that the decision is about; nothing: both values are shown, and nothing is decided.
    OutboxDecideCommand(Session &session, QString recording, QString field, ConflictDecision decision,
                        std::optional<QString> seen);

private:
    void show(const RecordingDetails &recording) override;
    void decide(RecordingId id, const QString &seen);
    void showBoth(const RecordingInformation &now);

    const ConflictDecision m_decision;
    const std::optional<QString> m_seen;
};

QList<CommandSpec> outboxSpecs();

} // namespace letopis::cli
