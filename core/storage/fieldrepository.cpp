#include "core/storage/fieldrepository.h"

#include "core/domain/servicefields.h"
#include "core/storage/auditrepository.h"
#include "core/storage/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 firstBackOffMs = 30'000;
constexpr qint64 longestBackOffMs = 3'600'000;
constexpr int mostHistory = 1000;

struct HistoryRow
{
    QString action;
    QString actor;
    qint64 atMs = 0;
    QByteArray details;
};

struct ServerOnly
{
    ServerId server;
};

struct IdOnly
{
    RecordingId id;
};

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

template <>
FieldDefinition fromRow(const Row &row)
{
    FieldDefinition definition;
    definition.id = field::customPrefix + row.get<QString>("key"_L1);
    definition.label = row.get<QString>("label"_L1);
    definition.type = fieldTypeFromName(row.get<QString>("type"_L1)).value_or(FieldType::Line);
    for (const QJsonValue &choice : QJsonDocument::fromJson(row.get<QString>("choices"_L1).toUtf8()).array())
        definition.choices += choice.toString();
    definition.position = row.get<int>("position"_L1);
    definition.isArchived = row.get<bool>("is_archived"_L1);
    return definition;
}

template <>
FieldEditState fromRow(const Row &row); // fieldedits.cpp

template <>
OutboxEntry fromRow(const Row &row)
{
    return {.edit = fromRow<FieldEditState>(row),
            .server = {row.get<qint64>("server_id"_L1)},
            .serverName = row.get<QString>("server_name"_L1),
            .recordingTitle = row.get<QString>("title"_L1),
            .externalId = row.get<QString>("external_id"_L1)};
}

template <>
HistoryRow fromRow(const Row &row)
{
    return {.action = row.get<QString>("action"_L1),
            .actor = row.get<QString>("actor"_L1),
            .atMs = row.get<qint64>("at_ms"_L1),
            .details = row.get<QString>("details"_L1).toUtf8()};
}

template <>
ServerOnly fromRow(const Row &row)
{
    return {.server = {row.get<qint64>("server_id"_L1)}};
}

template <>
IdOnly fromRow(const Row &row)
{
    return {.id = {row.get<qint64>("recording_id"_L1)}};
}

namespace {
Result<QList<FieldDefinition>> readDefinitions(Connection &connection, bool withArchived)
{
    static const Statement select{
        "field.definitions"_L1,
        u"SELECT key, label, type, choices, position, is_archived FROM custom_field ORDER BY position, key"_s};
    const Result<std::vector<FieldDefinition>> custom = connection.select<FieldDefinition>(select);
    if (!custom)
        return custom.error();
    QList<FieldDefinition> all = builtInFields();
    for (const FieldDefinition &one : *custom) {
        if (withArchived || !one.isArchived)
            all += one;
    }
    return all;
}

const FieldDefinition *definitionOf(const QList<FieldDefinition> &all, const QString &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const FieldDefinition &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// Writes field edits of one transaction with their journal lines.
class EditWriter
{
public:
    EditWriter(Connection &connection, QString actor, qint64 nowMs)
        : m_connection(connection)
        , m_actor(std::move(actor))
        , m_nowMs(nowMs)
    {
    }

    Result<> loadDefinitions()
    {
        const Result<QList<FieldDefinition>> all = readDefinitions(m_connection, true);
        if (all)
            m_definitions = *all;
        return all ? Result<>{} : Result<>{all.error()};
    }

    Result<FieldEditResult> apply(const FieldEdit &wish)
    {
        FieldEditResult result{.edit = wish, .outcome = EditOutcome::Invalid, .current = {}, .problem = {}};
        const FieldDefinition *definition = definitionOf(m_definitions, wish.field);
        result.problem = definition ? problemIn(*definition, wish.after) : FieldProblem::UnknownField;
        if (result.problem)
            return result;
        if (Result<> current = load(wish.recording); !current) {
            if (current.error().kind != ErrorKind::NotFound)
                return current.error();
            result.outcome = EditOutcome::NotFound;
            return result;
        }
        result.current = m_recording.shownValues().value(wish.field);
        if (result.current == wish.after)
            result.outcome = EditOutcome::Unchanged;
        else if (result.current != wish.before)
            result.outcome = EditOutcome::ChangedMeanwhile;
        else
            return applyTo(result);
        return result;
    }

    // Shows what was edited of the last recording; call once more at the end.
    Result<> flush()
    {
        if (!m_isChanged)
            return {};
        m_isChanged = false;
        return showValues(m_connection, m_recording);
    }

    Result<> journal(const QString &action, const EditableRecording &recording, const QByteArray &details)
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

private:
    Result<> load(RecordingId id)
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

    Result<FieldEditResult> applyTo(FieldEditResult result)
    {
        const FieldEdit &wish = result.edit;
        const QString theirs = m_recording.serverValues().value(wish.field);
        const FieldEditState *old = m_recording.editOf(wish.field);
        FieldEditState next = nextState(wish, theirs, old);
        // What the server says already needs no push; but what it is about to say must be taken back.
        const bool isBack = wish.after == theirs && (!old || old->state != EditState::Settling);
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
        result.outcome = EditOutcome::Applied;
        result.current = wish.after;
        return result;
    }

    FieldEditState nextState(const FieldEdit &wish, const QString &theirs, const FieldEditState *old) const
    {
        FieldEditState next;
        next.recording = wish.recording;
        next.field = wish.field;
        next.ours = wish.after;
        // What was pushed counts as agreed on, save for tags: until they have settled, one that is missing may have been lost
        // to somebody who wrote at the same moment, and is no removal.
        const bool isAgreed = old && old->state == EditState::Settling && wish.field != field::tags;
        next.base = !old ? theirs : isAgreed ? old->ours : old->base;
        next.theirs = theirs;
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

    Connection &m_connection;
    const QString m_actor;
    const qint64 m_nowMs;
    QList<FieldDefinition> m_definitions;
    EditableRecording m_recording;
    bool m_isChanged = false;
    AuditAppender m_audit;
};

Result<EditReport> applyAll(Connection &connection, const QString &actor, qint64 nowMs, const QList<FieldEdit> &edits)
{
    EditWriter writer(connection, actor, nowMs);
    if (Result<> loaded = writer.loadDefinitions(); !loaded)
        return loaded.error();
    EditReport report;
    report.results.reserve(edits.size());
    for (const FieldEdit &wish : edits) {
        Result<FieldEditResult> result = writer.apply(wish);
        if (!result)
            return result.error();
        report.results += *std::move(result);
    }
    if (Result<> shown = writer.flush(); !shown)
        return shown.error();
    return report;
}

QString wantedValue(const BatchChange &change, const QString &now, const FieldDefinition *definition)
{
    switch (change.kind) {
    case BatchChange::Kind::AddTags:
        return tagsValue(tagsOf(now) + tagsOf(change.value));
    case BatchChange::Kind::RemoveTags:
        return withoutTags(now, tagsOf(change.value));
    case BatchChange::Kind::Set:
        break;
    }
    return definition ? canonicalValue(*definition, change.value) : change.value;
}

Result<EditPlan> planAll(Connection &connection, const QList<RecordingId> &recordings, const QList<BatchChange> &changes)
{
    const Result<QList<FieldDefinition>> definitions = readDefinitions(connection, true);
    if (!definitions)
        return definitions.error();
    EditPlan plan;
    for (const RecordingId id : recordings) {
        const Result<EditableRecording> recording = readEditable(connection, id);
        if (!recording && recording.error().kind == ErrorKind::NotFound)
            continue;
        if (!recording)
            return recording.error();
        const FieldValues values = recording->shownValues();
        for (const BatchChange &change : changes) {
            const FieldDefinition *definition = definitionOf(*definitions, change.field);
            const QString now = values.value(change.field);
            PlannedEdit planned{.edit = {id, change.field, now, wantedValue(change, now, definition)},
                                .recordingTitle = recording->title,
                                .problem = {},
                                .pending = {}};
            planned.problem = definition ? problemIn(*definition, planned.edit.after) : FieldProblem::UnknownField;
            if (const FieldEditState *edit = recording->editOf(change.field))
                planned.pending = edit->state;
            plan += planned;
        }
    }
    return plan;
}

std::optional<FieldHistoryEntry> historyEntry(const HistoryRow &row, const QString &field)
{
    const QJsonObject details = QJsonDocument::fromJson(row.details).object();
    FieldHistoryEntry entry{.field = details[u"field"_s].toString(),
                            .before = details[u"before"_s].toString(),
                            .after = details[u"after"_s].toString(),
                            .actor = row.actor,
                            .at = fromUtcMs(row.atMs),
                            .isFromServer = row.action == "field.changed"_L1};
    if (entry.isFromServer)
        entry.actor.clear();
    if (entry.field.isEmpty() || (!field.isEmpty() && entry.field != field))
        return {};
    return entry;
}

Result<> storeServerWords(Connection &connection, const EditableRecording &recording)
{
    // The digest no longer fits the row: the next sync writes the recording anew, with everything else the server says.
    static const Statement update{"edit.serverWords"_L1,
                                  u"UPDATE recording SET name = ?, metadata = ?, sync_digest = x'' WHERE id = ?"_s};
    QByteArray metadata;
    appendMetadataJson(metadata, recording.metadata);
    return executed(connection.execute(
        update, Values{recording.name, QString::fromUtf8(metadata), recording.id.value}));
}

// The server has what we sent, and somebody edited on, or took it back, while it was on its way: that edit is based on what
// was sent.
Result<> rebaseOnSent(Connection &connection, EditableRecording &recording, const FieldValues &shown, const QString &actor,
                      const MergeSettings &settings)
{
    const FieldValues said = recording.serverValues();
    for (auto sent = settings.sent.begin(); sent != settings.sent.end(); ++sent) {
        const QString ours = shown.value(sent.key());
        if (said.value(sent.key()) != *sent || ours == *sent)
            continue;
        const FieldEditState *old = recording.editOf(sent.key());
        if (old && sent.key() == field::tags)
            continue; // merged one by one
        FieldEditState next = old ? *old : FieldEditState{};
        next.recording = recording.id;
        next.field = sent.key();
        next.ours = ours;
        next.base = next.theirs = *sent;
        next.state = EditState::Pending;
        next.nextAttemptAt = {};
        if (!old) {
            next.editedBy = actor;
            next.editedAt = fromUtcMs(settings.nowMs);
        }
        if (Result<> stored = storeEdit(connection, next); !stored)
            return stored;
        recording.edits.removeIf([&](const FieldEditState &one) { return one.field == next.field; });
        recording.edits += next;
    }
    return {};
}

Result<EditableRecording> absorbWords(Connection &connection, EditWriter &writer, const QString &actor, RecordingId id,
                                      const RecordingSnapshot &theirs, const MergeSettings &settings)
{
    const Result<EditableRecording> before = readEditable(connection, id);
    if (!before)
        return before.error();
    EditableRecording recording = *before;
    recording.name = theirs.name;
    recording.metadata = theirs.metadata;
    if (recording.name != before->name || recording.metadata != before->metadata) {
        if (Result<> stored = storeServerWords(connection, recording); !stored)
            return stored.error();
        const auto journal = [&](const QByteArray &details) { return writer.journal(u"field.changed"_s, recording, details); };
        if (Result<> journalled =
                journalServerChanges({before->name, before->metadata}, recording, journal, settings.sent);
            !journalled)
            return journalled.error();
    }
    if (Result<> rebased = rebaseOnSent(connection, recording, before->shownValues(), actor, settings); !rebased)
        return rebased.error();
    if (Result<> merged = mergeWithServer(connection, recording, settings); !merged)
        return merged.error();
    return recording;
}

// Changes one edit that must be there; `change` returns what is left of it.
template <typename Change>
Result<> changeEdit(Connection &connection, EditWriter &writer, RecordingId id, const QString &field, Change change)
{
    Result<EditableRecording> recording = readEditable(connection, id);
    if (!recording)
        return recording.error();
    const FieldEditState *edit = recording->editOf(field);
    if (!edit)
        return Error{ErrorKind::NotFound, u"this field has no edit that waits"_s, field, {}};
    const FieldEditState before = *edit;
    const std::optional<FieldEditState> after = change(before, recording->serverValues().value(field));
    if (Result<> written = after ? storeEdit(connection, *after) : removeEdit(connection, id, field); !written)
        return written;
    recording->edits.removeIf([&](const FieldEditState &one) { return one.field == field; });
    if (after)
        recording->edits += *after;
    const QString shown = recording->shownValues().value(field);
    if (shown != before.ours) {
        if (Result<> journalled = writer.journal(u"field.edited"_s, *recording, fieldDetails(field, before.ours, shown));
            !journalled)
            return journalled;
    }
    return showValues(connection, *recording);
}

const QString outboxColumns = u"e.*, r.server_id, r.title, r.external_id, s.name AS server_name"_s;
} // namespace

QFuture<Result<QList<FieldDefinition>>> FieldRepository::definitions(bool withArchived) const
{
    return m_database.read([withArchived](Connection &connection) { return readDefinitions(connection, withArchived); });
}

QFuture<Result<>> FieldRepository::storeDefinition(const Actor &actor, const FieldDefinition &definition)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        if (problemIn(definition))
            return Error{ErrorKind::InvalidInput, u"not a usable field definition"_s, definition.label, {}};
        const Result<QList<FieldDefinition>> all = readDefinitions(connection, true);
        if (!all)
            return all.error();
        const FieldDefinition *old = definitionOf(*all, definition.id);
        if (old && old->type != definition.type)
            return Error{ErrorKind::AlreadyExists, u"the field exists with another type"_s, definition.label, {}};
        static const Statement store{
            "field.store"_L1,
            u"INSERT INTO custom_field (key, label, type, choices, position, is_archived) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET label = excluded.label, choices = excluded.choices, "
            "position = excluded.position, is_archived = excluded.is_archived"_s};
        const QByteArray choices = QJsonDocument(QJsonArray::fromStringList(definition.choices)).toJson(QJsonDocument::Compact);
        const QString key = definition.id.sliced(field::customPrefix.size());
        if (Result<> stored = executed(connection.execute(
                store, Values{key, definition.label.trimmed(), fieldTypeName(definition.type), QString::fromUtf8(choices),
                              definition.position, definition.isArchived ? 1 : 0}));
            !stored)
            return stored;
        AuditEvent event;
        event.atMs = nowMs;
        event.actor = actor.login;
        event.action = old ? u"customField.changed"_s : u"customField.added"_s;
        event.details = QJsonDocument(QJsonObject{{u"key"_s, key},
                                                  {u"label"_s, definition.label},
                                                  {u"type"_s, fieldTypeName(definition.type)},
                                                  {u"archived"_s, definition.isArchived}})
                            .toJson(QJsonDocument::Compact);
        return AuditRepository::append(connection, event);
    });
}

QFuture<Result<RecordingInformation>> FieldRepository::information(RecordingId id) const
{
    return m_database.read([id](Connection &connection) -> Result<RecordingInformation> {
        const Result<EditableRecording> recording =
            connection.transaction([&] { return readEditable(connection, id); });
        if (!recording)
            return recording.error();
        return RecordingInformation{.recording = id,
                                    .values = recording->shownValues(),
                                    .serverValues = recording->serverValues(),
                                    .edits = recording->edits};
    });
}

QFuture<Result<EditPlan>> FieldRepository::plan(const QList<RecordingId> &recordings, const QList<BatchChange> &changes) const
{
    return m_database.read([=](Connection &connection) {
        return connection.transaction([&] { return planAll(connection, recordings, changes); });
    });
}

QFuture<Result<EditReport>> FieldRepository::apply(const Actor &actor, const QList<FieldEdit> &edits)
{
    return m_database.write([login = actor.login, edits, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return applyAll(connection, login, nowMs, edits);
    });
}

QFuture<Result<QList<FieldHistoryEntry>>> FieldRepository::history(RecordingId id, const QString &field) const
{
    return m_database.read([=](Connection &connection) -> Result<QList<FieldHistoryEntry>> {
        // The words of the partial index's condition have to be here for it to be used.
        static const Statement select{
            "field.history"_L1,
            u"SELECT action, actor, at_ms, details FROM audit_event WHERE recording_id = :id AND recording_id <> 0 "
            "AND action <> 'recording.added' AND action IN ('field.edited', 'field.changed') "
            "ORDER BY sequence DESC LIMIT :most"_s};
        const Result<std::vector<HistoryRow>> rows =
            connection.select<HistoryRow>(select, {{":id"_L1, id.value}, {":most"_L1, mostHistory}});
        if (!rows)
            return rows.error();
        QList<FieldHistoryEntry> entries;
        for (const HistoryRow &row : *rows) {
            if (const auto entry = historyEntry(row, field))
                entries += *entry;
        }
        return entries;
    });
}

QFuture<Result<QList<OutboxEntry>>> FieldRepository::outbox(bool withCatalogOnly) const
{
    return m_database.read([withCatalogOnly](Connection &connection) -> Result<QList<OutboxEntry>> {
        static const Statement select{
            "outbox.list"_L1, u"SELECT "_s + outboxColumns +
                                  u" FROM field_edit e JOIN recording r ON r.id = e.recording_id "
                                  "JOIN server s ON s.id = r.server_id WHERE e.state <> 'catalogOnly' OR :all "
                                  "ORDER BY e.edited_at_ms, e.recording_id, e.field"_s};
        const Result<std::vector<OutboxEntry>> rows =
            connection.select<OutboxEntry>(select, {{":all"_L1, withCatalogOnly ? 1 : 0}});
        if (!rows)
            return rows.error();
        return QList<OutboxEntry>(rows->begin(), rows->end());
    });
}

QFuture<Result<>> FieldRepository::discard(const Actor &actor, RecordingId id, const QString &field)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        EditWriter writer(connection, actor.login, nowMs);
        return changeEdit(connection, writer, id, field,
                          [](const FieldEditState &, const QString &) { return std::optional<FieldEditState>(); });
    });
}

QFuture<Result<>> FieldRepository::decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        EditWriter writer(connection, actor.login, nowMs);
        return changeEdit(connection, writer, id, field,
                          [how](FieldEditState edit, const QString &theirs) -> std::optional<FieldEditState> {
                              if (how == ConflictDecision::TakeTheirs || edit.ours == theirs)
                                  return {};
                              edit.base = theirs;
                              edit.theirs = theirs;
                              edit.state = EditState::Pending;
                              edit.attempts = 0;
                              edit.nextAttemptAt = {};
                              return edit;
                          });
    });
}

QFuture<Result<>> FieldRepository::hasten(ServerId server)
{
    return m_database.write([server](Connection &connection) {
        static const Statement update{
            "outbox.hasten"_L1, u"UPDATE field_edit SET next_attempt_at_ms = 0 WHERE state = 'pending' AND recording_id IN "
                                "(SELECT id FROM recording WHERE server_id = ?)"_s};
        return executed(connection.execute(update, Values{server.value}));
    });
}

QFuture<Result<std::vector<EditableRecording>>> FieldRepository::due(ServerId server, int limit) const
{
    return m_database.read([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return connection.transaction([&]() -> Result<std::vector<EditableRecording>> {
            static const Statement select{
                "outbox.due"_L1, u"SELECT DISTINCT e.recording_id FROM field_edit e CROSS JOIN recording r ON r.id = e.recording_id "
                                 "WHERE e.state IN ('pending', 'settling') AND e.next_attempt_at_ms <= :now "
                                 "AND r.server_id = :server ORDER BY e.recording_id LIMIT :limit"_s};
            const Result<std::vector<IdOnly>> ids = connection.select<IdOnly>(
                select, {{":now"_L1, nowMs}, {":server"_L1, server.value}, {":limit"_L1, limit}});
            if (!ids)
                return ids.error();
            std::vector<EditableRecording> recordings;
            for (const IdOnly &one : *ids) {
                Result<EditableRecording> recording = readEditable(connection, one.id);
                if (!recording)
                    return recording.error();
                recordings.push_back(*std::move(recording));
            }
            return recordings;
        });
    });
}

QFuture<Result<QList<ServerId>>> FieldRepository::serversWithDueEdits() const
{
    return m_database.read([nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<QList<ServerId>> {
        static const Statement select{
            "outbox.servers"_L1, u"SELECT DISTINCT r.server_id FROM field_edit e CROSS JOIN recording r ON r.id = e.recording_id "
                                 "JOIN server s ON s.id = r.server_id WHERE e.state IN ('pending', 'settling') "
                                 "AND e.next_attempt_at_ms <= :now AND NOT s.is_removed"_s};
        const Result<std::vector<ServerOnly>> rows = connection.select<ServerOnly>(select, {{":now"_L1, nowMs}});
        if (!rows)
            return rows.error();
        QList<ServerId> servers;
        for (const ServerOnly &row : *rows)
            servers += row.server;
        return servers;
    });
}

QFuture<Result<EditableRecording>> FieldRepository::absorb(const Actor &actor, RecordingId id,
                                                           const RecordingSnapshot &theirs, MergePhase phase,
                                                           const FieldValues &sent)
{
    const MergeSettings settings{
        .phase = phase, .nowMs = toUtcMs(m_clock.now()), .settleMs = m_settleTime.count(), .sent = sent};
    return m_database.write([=](Connection &connection) {
        EditWriter writer(connection, actor.login, settings.nowMs);
        return absorbWords(connection, writer, actor.login, id, theirs, settings);
    });
}

QFuture<Result<>> FieldRepository::keepInCatalog(RecordingId id, const QStringList &fields, CatalogOnlyReason reason)
{
    return m_database.write([=](Connection &connection) -> Result<> {
        static const Statement update{
            "outbox.keep"_L1, u"UPDATE field_edit SET state = 'catalogOnly', reason = ?, next_attempt_at_ms = 0 "
                              "WHERE recording_id = ? AND field = ? AND state IN ('pending', 'settling')"_s};
        for (const QString &field : fields) {
            if (Result<> kept = executed(connection.execute(update, Values{catalogOnlyReasonName(reason), id.value, field}));
                !kept)
                return kept;
        }
        if (reason != CatalogOnlyReason::NotOnServer)
            return {};
        // Should it have been a moment's absence: the next sync writes the row anew, which reconsiders the edits.
        static const Statement look{"outbox.lookAgain"_L1, u"UPDATE recording SET sync_digest = x'' WHERE id = ?"_s};
        return executed(connection.execute(look, Values{id.value}));
    });
}

QFuture<Result<>> FieldRepository::postpone(RecordingId id, const QStringList &fields, const QString &error)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        static const Statement update{
            "outbox.postpone"_L1,
            u"UPDATE field_edit SET attempts = attempts + 1, last_error = ?, "
            "next_attempt_at_ms = ? + min(?, ? * (1 << min(attempts, 16))) WHERE recording_id = ? AND field = ?"_s};
        for (const QString &field : fields) {
            if (Result<> postponed = executed(connection.execute(
                    update, Values{error, nowMs, longestBackOffMs, firstBackOffMs, id.value, field}));
                !postponed)
                return postponed;
        }
        return {};
    });
}

} // namespace letopis
