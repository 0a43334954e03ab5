#pragma once

#include "core/storage/auditrepository.h"
#include "core/storage/fieldedits.h"

namespace letopis {

// Writes field edits of one transaction with their journal lines. In the writer's thread.
class FieldEditWriter
{
public:
    FieldEditWriter(Connection &connection, QString actor, qint64 nowMs);

    // All of them; each has a result of its own.
    Result<EditReport> applyAll(const QList<FieldEdit> &edits);
    // A line of the recording's history: field.edited and its like.
    Result<> journal(const QString &action, const EditableRecording &recording, const QByteArray &details);
    FieldJournal journalOf(const EditableRecording &recording); // both have to outlive it

private:
    Result<FieldEditResult> apply(const FieldEdit &wish);
    Result<> load(RecordingId id);
    Result<> flush(); // shows what was edited of the last recording
    Result<FieldEditResult> applyTo(FieldEditResult result);
    FieldEditState nextState(const FieldEdit &wish, const QString &theirs, const FieldEditState *old) const;

    Connection &m_connection;
    const QString m_actor;
    const qint64 m_nowMs;
    QList<FieldDefinition> m_definitions;
    EditableRecording m_recording;
    bool m_isChanged = false;
    AuditAppender m_audit;
};

} // namespace letopis
