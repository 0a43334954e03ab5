#include "core/storage/fieldeditwriter.h"

#include "core/domain/servicefields.h"
#include "core/storage/customfields.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

FieldEditWriter::FieldEditWriter(Connection &connection, QString actor, qint64 nowMs)
    : m_connection(connection)
    , m_actor(std::move(actor))
    , m_nowMs(nowMs)
{
}

Result<EditReport> FieldEditWriter::applyAll(const QList<FieldEdit> &edits)
{
    Result<QList<FieldDefinition>> definitions = readFieldDefinitions(m_connection, true);
    if (!definitions)
        return definitions.error();
    m_definitions = *std::move(definitions);
    EditReport report;
    report.results.reserve(edits.size());
    for (const FieldEdit &wish : edits) {
        Result<FieldEditResult> result = apply(wish);
        if (!result)
            return result.error();
        report.results += *std::move(result);
    }
    if (Result<> shown = flush(); !shown)
        return shown.error();
    return report;
}

Result<FieldEditResult> FieldEditWriter::apply(const FieldEdit &wish)
{
    FieldEditResult result{.edit = wish, .outcome = EditOutcome::Invalid, .current = {}, .problem = {}};
    if (Result<> current = load(wish.recording); !current) {
        if (current.error().kind != ErrorKind::NotFound)
            return current.error();
        result.outcome = EditOutcome::NotFound;
        return result;
    }
    result.problem = problemOf(wish, definitionIn(m_definitions, wish.field), m_recording);
    if (result.problem)
        return result;
    result.current = m_recording.shownValues().value(wish.field);
    if (result.current == wish.after)
        result.outcome = EditOutcome::Unchanged;
    else if (result.current != wish.before)
        result.outcome = EditOutcome::ChangedMeanwhile;
    else
        return applyTo(result);
    return result;
}

Result<> FieldEditWriter::flush()
{
    if (!m_isChanged)
        return {};
    m_isChanged = false;
    return showValues(m_connection, m_recording);
}

Result<> FieldEditWriter::journal(const QString &action, const EditableRecording &recording, const QByteArray &details)
{
    AuditEvent event;
    event.atMs = m_nowMs;
    event.actor = m_actor;
    event.action = action;
    event.server = recording.server;
    event.recording = recording.id;
    event.details = details;
    return m_audit.append(m_connection, std::move(event));
}

FieldJournal FieldEditWriter::journalOf(const EditableRecording &recording)
{
    return [this, &recording](const QString &action, const QByteArray &details) {
        return journal(action, recording, details);
    };
}

Result<> FieldEditWriter::load(RecordingId id)
{
    if (m_recording.id == id)
        return {};
    if (Result<> shown = flush(); !shown)
        return shown;
    Result<EditableRecording> read = readEditable(m_connection, id);
    if (!read)
        return read.error();
    m_recording = *std::move(read);
    return {};
}

Result<FieldEditResult> FieldEditWriter::applyTo(FieldEditResult result)
{
    const FieldEdit &wish = result.edit;
    const QString theirs = m_recording.serverValues().value(wish.field);
    const FieldEditState *old = m_recording.editOf(wish.field);
    const bool wasCatalogOnly = old && old->state == EditState::CatalogOnly;
    const FieldEditState next = nextState(wish, theirs, old);
    // What the server says already needs no push; but what it is about to say must be taken back.
    const bool isBack = wish.after == theirs && (!old || !old->isUnderWay());
    m_recording.edits.removeIf([&](const FieldEditState &one) { return one.field == wish.field; });
    if (Result<> written = isBack ? removeEdit(m_connection, wish.recording, wish.field) : storeEdit(m_connection, next);
        !written)
        return written.error();
    if (!isBack)
        m_recording.edits += next;
    m_isChanged = true;
    if (Result<> journalled = journal(u"field.edited"_s, m_recording, fieldDetails(wish.field, wish.before, wish.after));
        !journalled)
        return journalled.error();
    if (!isBack && next.state == EditState::CatalogOnly && !wasCatalogOnly) {
        if (Result<> journalled = journal(u"field.kept"_s, m_recording, keptDetails(next)); !journalled)
            return journalled.error();
    }
    result.outcome = EditOutcome::Applied;
    result.current = wish.after;
    return result;
}

FieldEditState FieldEditWriter::nextState(const FieldEdit &wish, const QString &theirs, const FieldEditState *old) const
{
    FieldEditState next;
    next.recording = wish.recording;
    next.field = wish.field;
    next.ours = wish.after;
    next.base = old ? old->base : theirs;
    if (old && old->state == EditState::Settling)
        next.base = baseAfterPush(typeForMerge(wish.field), old->base, old->ours, wish.after);
    next.theirs = theirs;
    if (old)
        next.sent = old->sent;
    next.state = old && old->state == EditState::Conflict ? EditState::Conflict : EditState::Pending;
    next.editedBy = m_actor;
    next.editedAt = fromUtcMs(m_nowMs);
    if (!m_recording.isOnServer()) {
        next.state = EditState::CatalogOnly;
        next.reason = CatalogOnlyReason::NotOnServer;
    } else if (!metadataForField(wish.field, wish.after, m_recording.metadata)) {
        next.state = EditState::CatalogOnly;
        next.reason = CatalogOnlyReason::TooLong;
    }
    return next;
}

} // namespace letopis
