#include "core/storage/outboxrepository.h"

#include "core/domain/servicefields.h"
#include "core/storage/fieldeditwriter.h"
#include "core/storage/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 settleMs = 60'000;
constexpr qint64 firstBackOffMs = 30'000;
constexpr qint64 longestBackOffMs = 3'600'000;

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
FieldEditState fromRow(const Row &row); // fieldedits.cpp

template <>
OutboxEntry fromRow(const Row &row)
{
    return {.edit = fromRow<FieldEditState>(row),
            .server = {row.get<qint64>("server_id"_L1)},
            .serverName = row.get<QString>("server_name"_L1),
            .recordingTitle = row.get<QString>("title"_L1),
            .externalId = row.get<QString>("external_id"_L1),
            .isServerRemoved = row.get<bool>("is_server_removed"_L1)};
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
        const bool isTags = sent.key() == field::tags; // merged one by one, whatever else became of them
        if (ours == *sent || (!isTags && said.value(sent.key()) != *sent))
            continue;
        const FieldEditState *old = recording.editOf(sent.key());
        FieldEditState next = old ? *old : FieldEditState{};
        next.recording = recording.id;
        next.field = sent.key();
        next.ours = ours;
        next.base = baseAfterPush(typeForMerge(sent.key()), old ? old->base : ours, *sent, ours);
        next.theirs = said.value(sent.key());
        next.state = EditState::Pending;
        next.nextAttemptAt = {};
        next.sent.reset();
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

Result<EditableRecording> absorbWords(Connection &connection, FieldEditWriter &writer, const QString &actor, RecordingId id,
                                      const RecordingSnapshot &theirs, const MergeSettings &settings)
{
    const Result<EditableRecording> before = readEditable(connection, id);
    if (!before)
        return before.error();
    EditableRecording recording = *before;
    recording.name = theirs.name;
    recording.metadata = theirs.metadata;
    const FieldJournal journal = writer.journalOf(recording);
    if (recording.name != before->name || recording.metadata != before->metadata) {
        if (Result<> stored = storeServerWords(connection, recording); !stored)
            return stored.error();
        ServerWords words{.name = before->name, .metadata = before->metadata};
        if (Result<> updated = updateReading(connection, recording, words); !updated)
            return updated.error();
        if (Result<> journalled = journalServerChanges(words, recording, journal, settings.sent); !journalled)
            return journalled.error();
    }
    if (Result<> rebased = rebaseOnSent(connection, recording, before->shownValues(), actor, settings); !rebased)
        return rebased.error();
    if (Result<> merged = mergeWithServer(connection, recording, settings, journal); !merged)
        return merged.error();
    return recording;
}

// NotFound: also a recording without an edit of the field.
Result<EditableRecording> readEdited(Connection &connection, RecordingId id, const QString &field)
{
    Result<EditableRecording> recording = readEditable(connection, id);
    if (recording && !recording->editOf(field))
        return Error{ErrorKind::NotFound, u"this field has no edit that waits"_s, field, {}};
    return recording;
}

// Puts `after`, or nothing, in the edit's place and shows it.
Result<> replaceEdit(Connection &connection, EditableRecording &recording, const QString &field,
                     const std::optional<FieldEditState> &after)
{
    if (Result<> written = after ? storeEdit(connection, *after) : removeEdit(connection, recording.id, field); !written)
        return written;
    recording.edits.removeIf([&](const FieldEditState &one) { return one.field == field; });
    if (after)
        recording.edits += *after;
    return showValues(connection, recording);
}

Result<> discardEdit(Connection &connection, FieldEditWriter &writer, RecordingId id, const QString &field)
{
    Result<EditableRecording> recording = readEdited(connection, id, field);
    if (!recording)
        return recording.error();
    const QString ours = recording->editOf(field)->ours;
    const QString theirs = recording->serverValues().value(field);
    if (ours != theirs) {
        if (Result<> journalled = writer.journal(u"field.edited"_s, *recording, fieldDetails(field, ours, theirs)); !journalled)
            return journalled;
    }
    FieldEditState edit = *recording->editOf(field);
    if (edit.state != EditState::Pending || !edit.sent)
        return replaceEdit(connection, *recording, field, {});
    // The server may have what was sent: that has to be taken back there, too.
    edit.ours = theirs;
    edit.nextAttemptAt = {};
    return replaceEdit(connection, *recording, field, edit);
}

// Of `wanted` what still waits as it is, marked as sent.
Result<FieldValues> markSent(Connection &connection, RecordingId id, const FieldValues &wanted)
{
    const Result<EditableRecording> recording = readEditable(connection, id);
    if (!recording)
        return recording.error();
    FieldValues marked;
    for (FieldEditState edit : recording->edits) {
        if (edit.state != EditState::Pending || !wanted.contains(edit.field) || wanted.value(edit.field) != edit.ours)
            continue;
        edit.sent = edit.ours;
        if (Result<> stored = storeEdit(connection, edit); !stored)
            return stored.error();
        marked.insert(edit.field, edit.ours);
    }
    return marked;
}

Result<> decideConflict(Connection &connection, FieldEditWriter &writer, RecordingId id, const QString &field,
                        ConflictDecision how, const QString &seenTheirs)
{
    Result<EditableRecording> recording = readEdited(connection, id, field);
    if (!recording)
        return recording.error();
    const QString theirs = recording->serverValues().value(field);
    if (theirs != seenTheirs)
        return Error{ErrorKind::ContentMismatch, u"the server's value is another one by now"_s, field, {}};
    FieldEditState edit = *recording->editOf(field);
    const bool isOurs = how == ConflictDecision::KeepOurs;
    const QJsonObject details{{u"field"_s, field},
                              {u"before"_s, isOurs ? theirs : edit.ours},
                              {u"after"_s, isOurs ? edit.ours : theirs},
                              {u"took"_s, isOurs ? u"ours"_s : u"theirs"_s}};
    if (Result<> journalled =
            writer.journal(u"field.decided"_s, *recording, QJsonDocument(details).toJson(QJsonDocument::Compact));
        !journalled)
        return journalled;
    if (!isOurs || edit.ours == theirs)
        return replaceEdit(connection, *recording, field, {});
    edit.base = theirs;
    edit.theirs = theirs;
    edit.state = EditState::Pending;
    edit.attempts = 0;
    edit.nextAttemptAt = {};
    edit.lastError.clear();
    return replaceEdit(connection, *recording, field, edit);
}

Result<> keepEdits(Connection &connection, FieldEditWriter &writer, RecordingId id, const QStringList &fields,
                   CatalogOnlyReason reason)
{
    const Result<EditableRecording> recording = readEditable(connection, id);
    if (!recording)
        return recording.error();
    for (FieldEditState edit : recording->edits) {
        const bool waits = edit.state == EditState::Pending || edit.state == EditState::Settling;
        if (!waits || !fields.contains(edit.field))
            continue;
        edit.state = EditState::CatalogOnly;
        edit.reason = reason;
        edit.nextAttemptAt = {};
        if (Result<> stored = storeEdit(connection, edit); !stored)
            return stored;
        if (Result<> journalled = writer.journal(u"field.kept"_s, *recording, keptDetails(edit)); !journalled)
            return journalled;
    }
    if (reason != CatalogOnlyReason::NotOnServer)
        return {};
    // Should it have been a moment's absence: the next sync writes the row anew, which reconsiders the edits.
    static const Statement look{"outbox.lookAgain"_L1, u"UPDATE recording SET sync_digest = x'' WHERE id = ?"_s};
    return executed(connection.execute(look, Values{id.value}));
}

const QString outboxColumns = u"e.*, r.server_id, r.title, r.external_id, s.name AS server_name, s.is_removed AS is_server_removed"_s;
} // namespace

QFuture<Result<QList<OutboxEntry>>> OutboxRepository::entries(bool withCatalogOnly) const
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

QFuture<Result<>> OutboxRepository::discard(const Actor &actor, RecordingId id, const QString &field)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        FieldEditWriter writer(connection, actor.login, nowMs);
        return discardEdit(connection, writer, id, field);
    });
}

QFuture<Result<>> OutboxRepository::discardAll(const Actor &actor, const QList<FieldEditState> &edits)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) -> Result<> {
        FieldEditWriter writer(connection, actor.login, nowMs);
        for (const FieldEditState &edit : edits) {
            const Result<> discarded = discardEdit(connection, writer, edit.recording, edit.field);
            if (!discarded && discarded.error().kind != ErrorKind::NotFound)
                return discarded;
        }
        return {};
    });
}

QFuture<Result<>> OutboxRepository::decide(const Actor &actor, RecordingId id, const QString &field, ConflictDecision how,
                                           const QString &seenTheirs)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        FieldEditWriter writer(connection, actor.login, nowMs);
        return decideConflict(connection, writer, id, field, how, seenTheirs);
    });
}

QFuture<Result<>> OutboxRepository::hasten(ServerId server)
{
    return m_database.write([server](Connection &connection) {
        static const Statement update{
            "outbox.hasten"_L1, u"UPDATE field_edit SET next_attempt_at_ms = 0 WHERE state = 'pending' AND recording_id IN "
                                "(SELECT id FROM recording WHERE server_id = ?)"_s};
        return executed(connection.execute(update, Values{server.value}));
    });
}

QFuture<Result<std::vector<EditableRecording>>> OutboxRepository::due(ServerId server, int limit) const
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

QFuture<Result<QList<ServerId>>> OutboxRepository::serversWithDueEdits() const
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

QFuture<Result<EditableRecording>> OutboxRepository::absorb(const Actor &actor, RecordingId id,
                                                            const RecordingSnapshot &theirs, MergePhase phase,
                                                            const FieldValues &sent)
{
    const MergeSettings settings{.phase = phase, .nowMs = toUtcMs(m_clock.now()), .settleMs = settleMs, .sent = sent};
    return m_database.write([=](Connection &connection) {
        FieldEditWriter writer(connection, actor.login, settings.nowMs);
        return absorbWords(connection, writer, actor.login, id, theirs, settings);
    });
}

QFuture<Result<FieldValues>> OutboxRepository::beginWrite(RecordingId id, const FieldValues &values)
{
    return m_database.write([=](Connection &connection) { return markSent(connection, id, values); });
}

QFuture<Result<>> OutboxRepository::keepInCatalog(const Actor &actor, RecordingId id, const QStringList &fields,
                                                  CatalogOnlyReason reason)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        FieldEditWriter writer(connection, actor.login, nowMs);
        return keepEdits(connection, writer, id, fields, reason);
    });
}

QFuture<Result<>> OutboxRepository::postpone(RecordingId id, const QStringList &fields, const QString &error)
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
