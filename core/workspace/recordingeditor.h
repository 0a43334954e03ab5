#pragma once

#include "core/domain/actor.h"
#include "core/domain/jobstatus.h"
#include "core/domain/recordinginformation.h"

#include <QFuture>
#include <QObject>

namespace letopis {

// The part of the workspace that edits recordings' general information. Main thread only; nothing blocks. Edits are in the
// catalog when their future succeeds; they reach the server later, through the outbox.
class RecordingEditor : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<QList<FieldDefinition>>> fieldDefinitions(const Actor &actor, bool withArchived) = 0;
    // Adds or changes a custom field; InvalidInput, AlreadyExists (another type).
    virtual QFuture<Result<>> storeFieldDefinition(const Actor &actor, const FieldDefinition &definition) = 0;

    virtual QFuture<Result<RecordingInformation>> information(const Actor &actor, RecordingId id) = 0;
    // What a batch would do, before anything happens.
    virtual QFuture<Result<EditPlan>> plan(const Actor &actor, const QList<RecordingId> &recordings,
                                           const QList<BatchChange> &changes) = 0;
    // All in one step; each edit has a result of its own, and undo() of the report takes back what was applied.
    virtual QFuture<Result<EditReport>> apply(const Actor &actor, const QList<FieldEdit> &edits) = 0;
    // Newest first; all fields where none is named.
    virtual QFuture<Result<QList<FieldHistoryEntry>>> history(const Actor &actor, RecordingId id, const QString &field) = 0;

    // Edits that wait, settle or conflict; on request also those that only the catalog can hold. Oldest first.
    virtual QFuture<Result<QList<OutboxEntry>>> outbox(const Actor &actor, bool withCatalogOnly) = 0;
    // Back to what the server says.
    virtual QFuture<Result<>> discard(const Actor &actor, RecordingId id, const QString &field) = 0;
    // Likewise of many, in one step; what is gone meanwhile is passed over. Of each edit only its recording and field count.
    virtual QFuture<Result<>> discardAll(const Actor &actor, const QList<FieldEditState> &edits) = 0;
    // `seenTheirs`: the server's value that the person saw. ContentMismatch: it is another one by now, and nothing is decided.
    virtual QFuture<Result<>> decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how,
                                     const QString &seenTheirs) = 0;
    // Everything that waits, what was postponed as well; joins the one already running.
    virtual JobId startPush(const Actor &actor, ServerId server) = 0;

Q_SIGNALS:
    void outboxChanged();
    void fieldDefinitionsChanged();
};

} // namespace letopis
