#pragma once

#include "core/workspace/recordingeditor.h"

#include <functional>

namespace letopis::test {

class FakeWorkspace;

// Edits of a FakeWorkspace's entries, by the rules the real one follows; answers as its workspace does (held back, failing).
class FakeRecordingEditor final : public RecordingEditor
{
    Q_OBJECT

public:
    explicit FakeRecordingEditor(FakeWorkspace &workspace);

    // Scripts: what a server's other client did to a field of an edited recording.
    void setConflict(RecordingId id, const QString &field, const QString &theirs);
    void setState(RecordingId id, const QString &field, EditState state, std::optional<CatalogOnlyReason> reason = {});
    void addHistory(RecordingId id, const FieldHistoryEntry &entry);
    void setNow(const QDateTime &utc) { m_now = utc; }

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

private:
    FieldValues serverValues(RecordingId id);
    FieldValues shownValues(RecordingId id);
    FieldEditState *edit(RecordingId id, const QString &field);
    QList<FieldDefinition> definitions(bool withArchived) const;
    FieldEditResult applyOne(const Actor &actor, const FieldEdit &wish);
    void show(RecordingId id);

    FakeWorkspace &m_workspace;
    QList<FieldDefinition> m_custom;
    QMap<RecordingId, FieldValues> m_said;
    QMap<RecordingId, QList<FieldEditState>> m_edits;
    QMap<RecordingId, QList<FieldHistoryEntry>> m_history;
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
};

} // namespace letopis::test
