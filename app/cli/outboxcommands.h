#pragma once

#include "app/cli/onerecordingcommand.h"
#include "core/domain/jobstatus.h"
#include "core/domain/recordinginformation.h"

#include <QMap>

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

// Pushes the outbox of one server, or of all that have one.
class OutboxPushCommand final : public Command
{
    Q_OBJECT

public:
    OutboxPushCommand(Session &session, QString server);
    void start() override;
    void interrupt() override;

private:
    void begin(const QMap<qint64, QString> &servers);
    void onJobChanged(const JobStatus &status);
    void report();

    const QString m_server;
    QMap<qint64, JobStatus> m_jobs; // by id
};

// Takes one waiting edit back, or decides a conflict.
class OutboxDecideCommand final : public OneRecordingCommand
{
    Q_OBJECT

public:
    OutboxDecideCommand(Session &session, QString recording, QString field, std::optional<ConflictDecision> decision);

private:
    void show(const RecordingDetails &recording) override;

    const QString m_field;
    const std::optional<ConflictDecision> m_decision; // nothing: discard
};

QList<CommandSpec> outboxSpecs();

} // namespace letopis::cli
