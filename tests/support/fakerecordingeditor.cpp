#include "tests/support/fakerecordingeditor.h"

#include "core/domain/servicefields.h"
#include "tests/support/fakeworkspace.h"

#include <algorithm>

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

FakeRecordingEditor::FakeRecordingEditor(FakeWorkspace &workspace)
    : m_workspace(workspace)
{
}

void FakeRecordingEditor::setConflict(RecordingId id, const QString &field, const QString &theirs)
{
    if (FieldEditState *one = edit(id, field)) {
        one->theirs = theirs;
        one->state = EditState::Conflict;
    }
    Q_EMIT outboxChanged();
}

void FakeRecordingEditor::setState(RecordingId id, const QString &field, EditState state,
                                   std::optional<CatalogOnlyReason> reason)
{
    if (FieldEditState *one = edit(id, field)) {
        one->state = state;
        one->reason = reason;
    }
    Q_EMIT outboxChanged();
}

void FakeRecordingEditor::addHistory(RecordingId id, const FieldHistoryEntry &entry)
{
    m_history[id].prepend(entry);
}

QFuture<Result<QList<FieldDefinition>>> FakeRecordingEditor::fieldDefinitions(const Actor &, bool withArchived)
{
    return m_workspace.answer<QList<FieldDefinition>>(
        u"fieldDefinitions"_s, [=, this] { return Result<QList<FieldDefinition>>(definitions(withArchived)); });
}

QFuture<Result<>> FakeRecordingEditor::storeFieldDefinition(const Actor &, const FieldDefinition &definition)
{
    return m_workspace.answer<void>(u"storeFieldDefinition"_s, [=, this]() -> Result<> {
        if (problemIn(definition))
            return Error{ErrorKind::InvalidInput, u"not a usable field definition"_s, definition.label, {}};
        const auto old = std::find_if(m_custom.begin(), m_custom.end(),
                                      [&](const FieldDefinition &one) { return one.id == definition.id; });
        if (old != m_custom.end() && old->type != definition.type)
            return Error{ErrorKind::AlreadyExists, u"the field exists with another type"_s, definition.label, {}};
        if (old != m_custom.end())
            *old = definition;
        else
            m_custom += definition;
        Q_EMIT fieldDefinitionsChanged();
        return {};
    });
}

QFuture<Result<RecordingInformation>> FakeRecordingEditor::information(const Actor &, RecordingId id)
{
    return m_workspace.answer<RecordingInformation>(u"information"_s, [=, this]() -> Result<RecordingInformation> {
        if (!m_workspace.entry(id))
            return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
        return RecordingInformation{id, shownValues(id), serverValues(id), m_edits.value(id)};
    });
}

QFuture<Result<EditPlan>> FakeRecordingEditor::plan(const Actor &, const QList<RecordingId> &recordings,
                                                    const QList<BatchChange> &changes)
{
    return m_workspace.answer<EditPlan>(u"plan"_s, [=, this]() -> Result<EditPlan> {
        EditPlan plan;
        const QList<FieldDefinition> all = definitions(true);
        for (const RecordingId id : recordings) {
            if (!m_workspace.entry(id))
                continue;
            for (const BatchChange &change : changes) {
                const QString now = shownValues(id).value(change.field);
                QString wanted = change.value;
                std::optional<FieldProblem> problem = FieldProblem::UnknownField;
                for (const FieldDefinition &one : all) {
                    if (one.id != change.field)
                        continue;
                    wanted = canonicalValue(one, change.value);
                    if (change.kind == BatchChange::Kind::AddTags)
                        wanted = tagsValue(tagsOf(now) + tagsOf(change.value));
                    if (change.kind == BatchChange::Kind::RemoveTags)
                        wanted = withoutTags(now, tagsOf(change.value));
                    problem = problemIn(one, wanted);
                }
                const FieldEditState *pending = edit(id, change.field);
                plan += PlannedEdit{{id, change.field, now, wanted},
                                    m_workspace.entry(id)->details.row.title,
                                    problem,
                                    pending ? std::optional(pending->state) : std::nullopt};
            }
        }
        return plan;
    });
}

QFuture<Result<EditReport>> FakeRecordingEditor::apply(const Actor &actor, const QList<FieldEdit> &edits)
{
    return m_workspace.answer<EditReport>(u"apply"_s, [=, this]() -> Result<EditReport> {
        EditReport report;
        CatalogChange change;
        for (const FieldEdit &wish : edits) {
            report.results += applyOne(actor, wish);
            if (report.results.last().outcome == EditOutcome::Applied)
                change.updated += wish.recording;
        }
        m_workspace.announceChange(change);
        Q_EMIT outboxChanged();
        return report;
    });
}

FieldEditResult FakeRecordingEditor::applyOne(const Actor &actor, const FieldEdit &wish)
{
    FieldEditResult result{wish, EditOutcome::Invalid, {}, {}};
    if (!m_workspace.entry(wish.recording)) {
        result.outcome = EditOutcome::NotFound;
        return result;
    }
    result.problem = FieldProblem::UnknownField;
    for (const FieldDefinition &one : definitions(true)) {
        if (one.id == wish.field)
            result.problem = wish.after == serverValues(wish.recording).value(wish.field) ? std::nullopt
                                                                                          : problemIn(one, wish.after);
    }
    if (result.problem)
        return result;
    result.current = shownValues(wish.recording).value(wish.field);
    if (result.current == wish.after) {
        result.outcome = EditOutcome::Unchanged;
    } else if (result.current != wish.before) {
        result.outcome = EditOutcome::ChangedMeanwhile;
    } else {
        const QString theirs = serverValues(wish.recording).value(wish.field);
        m_edits[wish.recording].removeIf([&](const FieldEditState &one) { return one.field == wish.field; });
        if (wish.after != theirs) {
            FieldEditState next;
            next.recording = wish.recording;
            next.field = wish.field;
            next.ours = wish.after;
            next.base = next.theirs = theirs;
            next.editedBy = actor.login;
            next.editedAt = m_now;
            m_edits[wish.recording] += next;
        }
        addHistory(wish.recording, {wish.field, wish.before, wish.after, actor.login, m_now});
        show(wish.recording);
        result.outcome = EditOutcome::Applied;
        result.current = wish.after;
    }
    return result;
}

QFuture<Result<QList<FieldHistoryEntry>>> FakeRecordingEditor::history(const Actor &, RecordingId id, const QString &field)
{
    return m_workspace.answer<QList<FieldHistoryEntry>>(u"history"_s, [=, this] {
        QList<FieldHistoryEntry> entries = m_history.value(id);
        entries.removeIf([&](const FieldHistoryEntry &one) { return !field.isEmpty() && one.field != field; });
        return Result<QList<FieldHistoryEntry>>(entries);
    });
}

QFuture<Result<QList<OutboxEntry>>> FakeRecordingEditor::outbox(const Actor &, bool withCatalogOnly)
{
    return m_workspace.answer<QList<OutboxEntry>>(u"outbox"_s, [=, this] {
        QList<OutboxEntry> entries;
        const QList<ConferenceServer> servers = m_workspace.serverList();
        const auto isRemoved = [&servers](ServerId id) {
            return std::any_of(servers.begin(), servers.end(),
                               [id](const ConferenceServer &one) { return one.id == id && one.isRemoved; });
        };
        for (const QList<FieldEditState> &edits : std::as_const(m_edits)) {
            for (const FieldEditState &one : edits) {
                if (one.state == EditState::CatalogOnly && !withCatalogOnly)
                    continue;
                const RecordingRow &row = m_workspace.entry(one.recording)->details.row;
                entries += {one, row.server, row.serverName, row.title, row.externalId, isRemoved(row.server)};
            }
        }
        return Result<QList<OutboxEntry>>(entries);
    });
}

QFuture<Result<>> FakeRecordingEditor::discard(const Actor &, RecordingId id, const QString &field)
{
    return m_workspace.answer<void>(u"discard"_s, [=, this]() -> Result<> {
        if (m_edits[id].removeIf([&](const FieldEditState &one) { return one.field == field; }) == 0)
            return Error{ErrorKind::NotFound, u"this field has no edit that waits"_s, field, {}};
        show(id);
        m_workspace.announceChange({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
        Q_EMIT outboxChanged();
        return {};
    });
}

QFuture<Result<>> FakeRecordingEditor::discardAll(const Actor &, const QList<FieldEditState> &edits)
{
    return m_workspace.answer<void>(u"discardAll"_s, [=, this]() -> Result<> {
        CatalogChange change;
        for (const FieldEditState &edit : edits) {
            m_edits[edit.recording].removeIf([&](const FieldEditState &one) { return one.field == edit.field; });
            show(edit.recording);
            change.addUpdated({edit.recording});
        }
        m_workspace.announceChange(change);
        Q_EMIT outboxChanged();
        return {};
    });
}

QFuture<Result<>> FakeRecordingEditor::decide(const Actor &actor, RecordingId id, const QString &field,
                                              ConflictDecision how, const QString &seenTheirs)
{
    return m_workspace.answer<void>(u"decide"_s, [=, this]() -> Result<> {
        FieldEditState *one = edit(id, field);
        if (!one)
            return Error{ErrorKind::NotFound, u"this field has no edit that waits"_s, field, {}};
        if (one->theirs != seenTheirs)
            return Error{ErrorKind::ContentMismatch, u"the server's value is another one by now"_s, field, {}};
        const bool isOurs = how == ConflictDecision::KeepOurs;
        addHistory(id, {field, isOurs ? one->theirs : one->ours, isOurs ? one->ours : one->theirs, actor.login, m_now,
                        isOurs ? FieldEvent::TookOurs : FieldEvent::TookTheirs});
        serverValues(id); // read at the first look
        m_said[id].insert(field, one->theirs);
        one->base = one->theirs;
        one->state = EditState::Pending;
        if (how == ConflictDecision::TakeTheirs)
            m_edits[id].removeIf([&](const FieldEditState &other) { return other.field == field; });
        show(id);
        m_workspace.announceChange({.server = {}, .added = {}, .updated = {id}, .isLarge = false});
        Q_EMIT outboxChanged();
        return {};
    });
}

JobId FakeRecordingEditor::startPush(const Actor &, ServerId server)
{
    return m_workspace.startFakeJob(JobKind::Push, server);
}

FieldValues FakeRecordingEditor::serverValues(RecordingId id)
{
    // What the entry shows before its first edit is what its server says.
    if (!m_said.contains(id)) {
        const RecordingDetails &details = m_workspace.entry(id)->details;
        FieldValues said = fieldsFromMetadata(details.name, details.metadata);
        said.insert(field::title, details.row.title);
        said.insert(field::description, details.description);
        m_said.insert(id, said);
    }
    FieldValues values = m_said.value(id);
    for (const FieldEditState &one : m_edits.value(id)) {
        if (one.state == EditState::Conflict)
            values.insert(one.field, one.theirs);
    }
    return values;
}

FieldValues FakeRecordingEditor::shownValues(RecordingId id)
{
    FieldValues values = serverValues(id);
    for (const FieldEditState &one : m_edits.value(id))
        values.insert(one.field, one.ours);
    return values;
}

FieldEditState *FakeRecordingEditor::edit(RecordingId id, const QString &field)
{
    QList<FieldEditState> &edits = m_edits[id];
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const FieldEditState &one) { return one.field == field; });
    return found == edits.end() ? nullptr : &*found;
}

QList<FieldDefinition> FakeRecordingEditor::definitions(bool withArchived) const
{
    QList<FieldDefinition> all = builtInFields() + m_custom;
    all.removeIf([withArchived](const FieldDefinition &one) { return one.isArchived && !withArchived; });
    return all;
}

void FakeRecordingEditor::show(RecordingId id)
{
    FakeWorkspace::Entry *entry = m_workspace.entry(id);
    const FieldValues values = shownValues(id);
    entry->details.row.title = values.value(field::title);
    entry->details.description = values.value(field::description);
}

} // namespace letopis::test
