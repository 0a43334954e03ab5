#include "core/storage/fieldrepository.h"

#include "core/storage/customfields.h"
#include "core/storage/fieldeditwriter.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostHistory = 1000;

struct HistoryRow
{
    qint64 sequence = 0;
    QString action;
    QString actor;
    qint64 atMs = 0;
    QByteArray details;
};

} // namespace

template <>
HistoryRow fromRow(const Row &row)
{
    return {.sequence = row.get<qint64>("sequence"_L1),
            .action = row.get<QString>("action"_L1),
            .actor = row.get<QString>("actor"_L1),
            .atMs = row.get<qint64>("at_ms"_L1),
            .details = row.get<QString>("details"_L1).toUtf8()};
}

namespace {
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
    const Result<QList<FieldDefinition>> definitions = readFieldDefinitions(connection, true);
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
        const qsizetype firstOfRecording = plan.size();
        for (const BatchChange &change : changes) {
            const FieldDefinition *definition = definitionIn(*definitions, change.field);
            const auto earlier = std::find_if(plan.begin() + firstOfRecording, plan.end(),
                                              [&](const PlannedEdit &one) { return one.edit.field == change.field; });
            if (earlier != plan.end()) { // tags added and removed: one edit does both
                earlier->edit.after = wantedValue(change, earlier->edit.after, definition);
                earlier->problem = problemOf(earlier->edit, definition, *recording);
                continue;
            }
            const QString now = values.value(change.field);
            PlannedEdit planned{.edit = {id, change.field, now, wantedValue(change, now, definition)},
                                .recordingTitle = recording->title,
                                .problem = {},
                                .pending = {}};
            planned.problem = problemOf(planned.edit, definition, *recording);
            if (const FieldEditState *edit = recording->editOf(change.field))
                planned.pending = edit->state;
            plan += planned;
        }
    }
    return plan;
}

std::optional<FieldEvent> eventOf(const QString &action, const QJsonObject &details)
{
    if (action == "field.edited"_L1)
        return FieldEvent::Edited;
    if (action == "field.changed"_L1)
        return FieldEvent::ChangedOnServer;
    if (action == "field.pushed"_L1)
        return FieldEvent::Pushed;
    if (action == "field.kept"_L1)
        return FieldEvent::Kept;
    if (action == "field.decided"_L1)
        return details[u"took"_s].toString() == "theirs"_L1 ? FieldEvent::TookTheirs : FieldEvent::TookOurs;
    return {};
}

std::optional<FieldHistoryEntry> historyEntry(const HistoryRow &row, const QString &field)
{
    const QJsonObject details = QJsonDocument::fromJson(row.details).object();
    const std::optional<FieldEvent> event = eventOf(row.action, details);
    FieldHistoryEntry entry{.field = details[u"field"_s].toString(),
                            .before = details[u"before"_s].toString(),
                            .after = details[u"after"_s].toString(),
                            .actor = row.actor,
                            .at = fromUtcMs(row.atMs),
                            .event = event.value_or(FieldEvent::Edited),
                            .reason = catalogOnlyReasonFromName(details[u"reason"_s].toString())};
    if (entry.isFromServer())
        entry.actor.clear();
    if (!event || entry.field.isEmpty() || (!field.isEmpty() && entry.field != field))
        return {};
    return entry;
}

Result<QList<FieldHistoryEntry>> readHistory(Connection &connection, RecordingId id, const QString &field)
{
    // The words of the partial index's condition have to be here for it to be used.
    static const Statement select{
        "field.history"_L1,
        u"SELECT sequence, action, actor, at_ms, details FROM audit_event WHERE recording_id = :id AND recording_id <> 0 "
        "AND action <> 'recording.added' AND action LIKE 'field.%' AND sequence < :before "
        "ORDER BY sequence DESC LIMIT :most"_s};
    QList<FieldHistoryEntry> entries;
    qint64 before = std::numeric_limits<qint64>::max();
    for (;;) {
        const Result<std::vector<HistoryRow>> rows = connection.select<HistoryRow>(
            select, {{":id"_L1, id.value}, {":before"_L1, before}, {":most"_L1, mostHistory}});
        if (!rows)
            return rows.error();
        for (const HistoryRow &row : *rows) {
            if (const auto entry = historyEntry(row, field); entry && entries.size() < mostHistory)
                entries += *entry;
        }
        if (rows->size() < size_t(mostHistory) || entries.size() == mostHistory)
            return entries;
        before = rows->back().sequence; // others' lines do not count
    }
}
} // namespace

QFuture<Result<QList<FieldDefinition>>> FieldRepository::definitions(bool withArchived) const
{
    return m_database.read([withArchived](Connection &connection) { return readFieldDefinitions(connection, withArchived); });
}

QFuture<Result<>> FieldRepository::storeDefinition(const Actor &actor, const FieldDefinition &definition)
{
    return m_database.write([=, nowMs = toUtcMs(m_clock.now())](Connection &connection) {
        return storeFieldDefinition(connection, actor, definition, nowMs);
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
        return FieldEditWriter(connection, login, nowMs).applyAll(edits);
    });
}

QFuture<Result<QList<FieldHistoryEntry>>> FieldRepository::history(RecordingId id, const QString &field) const
{
    return m_database.read([=](Connection &connection) { return readHistory(connection, id, field); });
}

} // namespace letopis
