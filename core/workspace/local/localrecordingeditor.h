#pragma once

#include "core/jobs/jobrunner.h"
#include "core/jobs/openedserver.h"
#include "core/jobs/outboxrun.h"
#include "core/jobs/workerpool.h"
#include "core/storage/fieldrepository.h"
#include "core/workspace/local/gate.h"
#include "core/workspace/local/serverpauses.h"
#include "core/workspace/recordingeditor.h"

#include <QTimer>

namespace letopis {

// Edits in this profile's catalog, and the outbox that brings them to the servers.
class LocalRecordingEditor final : public RecordingEditor
{
    Q_OBJECT

public:
    struct Parts
    {
        AccessControl access;
        Database &database;
        const Clock &clock;
        JobRunner &runner;
        WorkerPool &pool;
        ServerOpener open;
        std::function<QString(ServerId)> serverName;
        bool pushesByItself = false;
        std::chrono::milliseconds delay = std::chrono::seconds(3); // after an edit, so that several go together
    };

    explicit LocalRecordingEditor(Parts parts, QObject *parent = nullptr);

    QFuture<Result<QList<FieldDefinition>>> fieldDefinitions(const Actor &actor, bool withArchived) override;
    QFuture<Result<>> storeFieldDefinition(const Actor &actor, const FieldDefinition &definition) override;
    QFuture<Result<RecordingInformation>> information(const Actor &actor, RecordingId id) override;
    QFuture<Result<EditPlan>> plan(const Actor &actor, const QList<RecordingId> &recordings,
                                   const QList<BatchChange> &changes) override;
    QFuture<Result<EditReport>> apply(const Actor &actor, const QList<FieldEdit> &edits) override;
    QFuture<Result<QList<FieldHistoryEntry>>> history(const Actor &actor, RecordingId id, const QString &field) override;
    QFuture<Result<QList<OutboxEntry>>> outbox(const Actor &actor, bool withCatalogOnly) override;
    QFuture<Result<>> discard(const Actor &actor, RecordingId id, const QString &field) override;
    QFuture<Result<>> discardAll(const Actor &actor, const QList<FieldEditState> &edits) override;
    QFuture<Result<>> decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how,
                             const QString &seenTheirs) override;
    JobId startPush(const Actor &actor, ServerId server) override;

    // The server has just answered a sync: no reason to leave it alone any longer.
    void afterSync(ServerId server);

Q_SIGNALS:
    void catalogChanged(const letopis::CatalogChange &change);

private:
    struct FieldPlace
    {
        RecordingId recording;
        QString field;
    };

    void tellChanged(const QList<RecordingId> &recordings);
    QFuture<Result<>> thenTell(const QFuture<Result<>> &done, RecordingId id);
    JobId submitPush(const Actor &actor, ServerId server, PushScope scope);
    void pushDue();
    void onJobChanged(const JobStatus &status);

    // f() → QFuture<Result<T>>, once the actor may change these fields.
    template <typename F>
    auto editing(const Actor &actor, const QList<FieldPlace> &fields, F f) const;

    const Parts m_parts;
    const Gate m_gate;
    FieldRepository m_fields;
    OutboxRepository m_outbox;
    QHash<ServerId, PushScope> m_pushes; // unfinished
    QHash<ServerId, Actor> m_again;      // who asked for everything while a smaller push was running
    ServerPauses m_pauses;
    QTimer m_soon;      // after an edit
    QTimer m_regularly; // what settles or was postponed
};

} // namespace letopis
