#include "core/storage/fieldedits.h"

#include "core/storage/jsontext.h"
#include "core/storage/metadatareading.h"
#include "core/storage/searchtext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int mostAttemptsToBeKept = 3;
constexpr qint64 firstBackOffMs = 30'000;
constexpr qint64 longestBackOffMs = 3'600'000;
const QString notKept = u"the server said yes and did not keep it"_s;

Result<> executed(const Result<Executed> &result)
{
    return result ? Result<>{} : Result<>{result.error()};
}
} // namespace

FieldType typeForMerge(const QString &field)
{
    return field == field::tags ? FieldType::Tags : FieldType::Line;
}

template <>
EditableRecording fromRow(const Row &row)
{
    EditableRecording recording;
    recording.id = {row.get<qint64>("id"_L1)};
    recording.server = {row.get<qint64>("server_id"_L1)};
    recording.externalId = row.get<QString>("external_id"_L1);
    recording.state = publicationStateFromName(row.get<QString>("state"_L1)).value_or(PublicationState::Gone);
    recording.name = row.get<QString>("name"_L1);
    recording.metadata = metadataFromJson(row.get<QString>("metadata"_L1));
    recording.title = row.get<QString>("title"_L1);
    return recording;
}

template <>
FieldEditState fromRow(const Row &row)
{
    return {.recording = {row.get<qint64>("recording_id"_L1)},
            .field = row.get<QString>("field"_L1),
            .ours = row.get<QString>("ours"_L1),
            .base = row.get<QString>("base"_L1),
            .theirs = row.get<QString>("theirs"_L1),
            .state = editStateFromName(row.get<QString>("state"_L1)).value_or(EditState::Pending),
            .reason = catalogOnlyReasonFromName(row.get<QString>("reason"_L1)),
            .attempts = row.get<int>("attempts"_L1),
            .nextAttemptAt = fromUtcMs(row.get<qint64>("next_attempt_at_ms"_L1)),
            .lastError = row.get<QString>("last_error"_L1),
            .editedBy = row.get<QString>("edited_by"_L1),
            .editedAt = fromUtcMs(row.get<qint64>("edited_at_ms"_L1)),
            .sent = row.isNull("sent"_L1) ? std::nullopt : std::optional(row.get<QString>("sent"_L1))};
}

FieldValues EditableRecording::serverValues() const
{
    return fieldsFromMetadata(name, metadata, reading);
}

FieldValues EditableRecording::shownValues() const
{
    FieldValues values = serverValues();
    for (const FieldEditState &edit : edits)
        values.insert(edit.field, edit.ours);
    return values;
}

const FieldEditState *EditableRecording::editOf(const QString &field) const
{
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const FieldEditState &one) { return one.field == field; });
    return found == edits.end() ? nullptr : &*found;
}

Result<> updateReading(Connection &connection, EditableRecording &recording, ServerWords &before)
{
    Result<MetadataReading> old = readReading(connection, recording.id, before.metadata);
    if (!old)
        return old.error();
    before.reading = *std::move(old);
    Result<MetadataReading> now = readReading(connection, recording.id, recording.metadata);
    if (!now)
        return now.error();
    recording.reading = *std::move(now);
    recording.reading.outdated = outdatedIn(recording.metadata, before.metadata, before.reading.outdated);
    return recording.reading.outdated == before.reading.outdated
               ? Result<>()
               : storeOutdated(connection, recording.id, recording.reading.outdated);
}

Result<EditableRecording> readEditable(Connection &connection, RecordingId id)
{
    static const Statement select{
        "edit.recording"_L1,
        u"SELECT id, server_id, external_id, state, name, metadata, title FROM recording WHERE id = :id"_s};
    Result<std::optional<EditableRecording>> found =
        connection.selectOne<EditableRecording>(select, {{":id"_L1, id.value}});
    if (!found)
        return found.error();
    if (!found.value())
        return Error{ErrorKind::NotFound, u"no such recording"_s, QString::number(id.value), {}};
    static const Statement edits{"edit.ofRecording"_L1,
                                 u"SELECT * FROM field_edit WHERE recording_id = :id ORDER BY field"_s};
    const Result<std::vector<FieldEditState>> rows = connection.select<FieldEditState>(edits, {{":id"_L1, id.value}});
    if (!rows)
        return rows.error();
    EditableRecording recording = *std::move(found.value());
    recording.edits = QList<FieldEditState>(rows->begin(), rows->end());
    Result<MetadataReading> reading = readReading(connection, id, recording.metadata);
    if (!reading)
        return reading.error();
    recording.reading = *std::move(reading);
    return recording;
}

Result<> storeEdit(Connection &connection, const FieldEditState &edit)
{
    static const Statement store{
        "edit.store"_L1,
        u"INSERT INTO field_edit (recording_id, field, ours, base, theirs, state, reason, attempts, next_attempt_at_ms, "
        "last_error, edited_by, edited_at_ms, sent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (recording_id, field) "
        "DO UPDATE SET ours = excluded.ours, base = excluded.base, theirs = excluded.theirs, state = excluded.state, "
        "reason = excluded.reason, attempts = excluded.attempts, next_attempt_at_ms = excluded.next_attempt_at_ms, "
        "last_error = excluded.last_error, edited_by = excluded.edited_by, edited_at_ms = excluded.edited_at_ms, "
        "sent = excluded.sent"_s};
    return executed(connection.execute(
        store, Values{edit.recording.value, edit.field, edit.ours.isNull() ? u""_s : edit.ours,
                      edit.base.isNull() ? u""_s : edit.base, edit.theirs.isNull() ? u""_s : edit.theirs,
                      editStateName(edit.state), edit.reason ? catalogOnlyReasonName(*edit.reason) : u""_s, edit.attempts,
                      toUtcMs(edit.nextAttemptAt), edit.lastError.isNull() ? u""_s : edit.lastError, edit.editedBy,
                      toUtcMs(edit.editedAt), edit.sent ? QVariant(edit.sent->isNull() ? u""_s : *edit.sent) : QVariant()}));
}

Result<> removeEdit(Connection &connection, RecordingId id, const QString &field)
{
    static const Statement erase{"edit.remove"_L1, u"DELETE FROM field_edit WHERE recording_id = ? AND field = ?"_s};
    return executed(connection.execute(erase, Values{id.value, field}));
}

namespace {
// The server's words were ours already: nothing is left to push.
bool isDone(const FieldEditState &edit, const MergeSettings &settings)
{
    switch (settings.phase) {
    case MergePhase::Listing: // it may have been read before what we wrote since: the push asks anew
        return edit.state == EditState::CatalogOnly;
    case MergePhase::BeforePush:
        return edit.state != EditState::Settling || toUtcMs(edit.nextAttemptAt) <= settings.nowMs;
    case MergePhase::AfterPush:
        break;
    }
    return edit.state != EditState::Settling && edit.state != EditState::Pending;
}

void settle(FieldEditState &edit, const MergeSettings &settings)
{
    if (settings.phase != MergePhase::AfterPush || edit.state != EditState::Pending)
        return;
    edit.state = EditState::Settling;
    edit.nextAttemptAt = fromUtcMs(settings.nowMs + settings.settleMs);
    if (edit.lastError == notKept)
        return; // whether it is kept now, the look after settling tells
    edit.attempts = 0;
    edit.lastError.clear();
}

// The server did not keep what it was given: it is tried again later, and not for ever.
void countAttempt(FieldEditState &edit, qint64 nowMs)
{
    edit.attempts = edit.lastError == notKept ? edit.attempts + 1 : 1; // refusals before it are no such attempts
    edit.lastError = notKept;
    const qint64 backOffMs = std::min(firstBackOffMs << std::min(edit.attempts - 1, 16), longestBackOffMs);
    edit.nextAttemptAt = fromUtcMs(nowMs + backOffMs);
    if (edit.attempts >= mostAttemptsToBeKept) {
        edit.state = EditState::CatalogOnly;
        edit.reason = CatalogOnlyReason::NotKept;
        edit.nextAttemptAt = {};
    }
}

// What was edited while the push was under way was not.
bool wasSent(const FieldEditState &edit, const MergeSettings &settings)
{
    const auto sent = settings.sent.constFind(edit.field);
    return settings.phase == MergePhase::AfterPush && sent != settings.sent.constEnd() && *sent == edit.ours;
}

// The server still, or again, says what it said before the edit.
void keepOurs(FieldEditState &edit, const MergeSettings &settings)
{
    const bool wasRefused = edit.state == EditState::Pending && wasSent(edit, settings);
    const bool wasLost = settings.phase == MergePhase::BeforePush && edit.state == EditState::Settling;
    if (edit.state == EditState::Conflict || wasLost)
        edit.state = EditState::Pending;
    if (!wasRefused && !wasLost)
        return;
    countAttempt(edit, settings.nowMs);
}

// Both sides' tags together. Of the server's those count as agreed on that are not ours: one of ours that is missing later was
// lost to somebody who wrote at the same moment, and is no removal.
void combine(FieldEditState &edit, const QString &value, const QString &theirs, const MergeSettings &settings)
{
    const bool wasLost = wasSent(edit, settings);
    edit.base = withoutTags(theirs, tagsOf(withoutTags(edit.ours, tagsOf(edit.base))));
    edit.ours = value;
    if (edit.state == EditState::CatalogOnly || (edit.state == EditState::Settling && value == theirs))
        return;
    edit.state = EditState::Pending;
    edit.nextAttemptAt = {};
    if (wasLost && value != theirs) // or a server that alters tags
        countAttempt(edit, settings.nowMs);
}

// A listing that may be old takes no tag away: the push asks anew. What it has besides was theirs at least once.
void addTheirTags(FieldEditState &edit, const QString &theirs)
{
    const QStringList added = tagsOf(withoutTags(withoutTags(theirs, tagsOf(edit.base)), tagsOf(edit.ours)));
    edit.base = tagsValue(tagsOf(edit.base) + added);
    edit.ours = tagsValue(tagsOf(edit.ours) + added);
}

// Whoever edited on, or took it back, while a value was on its way did so on top of that value, once the server has it. Tags
// are merged one by one, whatever else became of them.
void rebaseOnSent(FieldEditState &edit, const QString &theirs, const MergeSettings &settings)
{
    if (!edit.sent || *edit.sent == edit.ours)
        return;
    const FieldType type = typeForMerge(edit.field);
    const bool isThere = type == FieldType::Tags || theirs == *edit.sent;
    const bool mayStillCome = settings.phase == MergePhase::BeforePush && theirs == edit.ours && theirs != *edit.sent;
    if (isThere || mayStillCome)
        edit.base = baseAfterPush(type, edit.base, *edit.sent, edit.ours);
    if (!mayStillCome || edit.state != EditState::Pending)
        return;
    // What was sent may be on its way yet: it is looked at once more.
    edit.state = EditState::Settling;
    edit.nextAttemptAt = fromUtcMs(settings.nowMs + settings.settleMs);
}

// The edit after the merge; nothing where it is done.
std::optional<FieldEditState> merged(FieldEditState edit, const QString &theirs, const MergeSettings &settings)
{
    // A listing may have been read before our push; the next look is fresh.
    if (settings.phase == MergePhase::Listing && edit.isUnderWay())
        return edit;
    rebaseOnSent(edit, theirs, settings);
    if (settings.phase != MergePhase::Listing)
        edit.sent.reset(); // known now
    const FieldMerge merge = mergeField(typeForMerge(edit.field), edit.base, edit.ours, theirs);
    edit.theirs = theirs;
    if (settings.phase == MergePhase::Listing && edit.state == EditState::Pending && merge.outcome == MergeOutcome::Combined) {
        addTheirTags(edit, theirs);
        return edit;
    }
    switch (merge.outcome) {
    case MergeOutcome::Agreed:
        if (isDone(edit, settings))
            return {};
        if (edit.state == EditState::Conflict)
            edit.state = EditState::Pending;
        settle(edit, settings);
        break;
    case MergeOutcome::Theirs:
        if (edit.state != EditState::Conflict) // else it is for the person to give up what was typed
            return {};
        break;
    case MergeOutcome::Ours:
        keepOurs(edit, settings);
        break;
    case MergeOutcome::Combined:
        if (merge.value == theirs && isDone(edit, settings))
            return {}; // they have all of ours already
        combine(edit, merge.value, theirs, settings);
        if (merge.value == theirs)
            settle(edit, settings);
        break;
    case MergeOutcome::Conflict:
        edit.state = EditState::Conflict;
        edit.reason.reset();
        edit.nextAttemptAt = {};
        break;
    }
    return edit;
}

// A recording that went away and came back can hold again what it could not.
FieldEditState reconsidered(FieldEditState edit, bool isOnServer)
{
    if (edit.state == EditState::CatalogOnly && edit.reason == CatalogOnlyReason::NotOnServer && isOnServer) {
        edit.state = EditState::Pending;
        edit.reason.reset();
    }
    return edit;
}

// When an edit reached the server, and which one the server did not keep.
Result<> journalOutcome(const FieldEditState &before, const std::optional<FieldEditState> &after, const QString &theirs,
                        const FieldJournal &journal)
{
    if (after && after->state == EditState::CatalogOnly && before.state != EditState::CatalogOnly)
        return journal(u"field.kept"_s, keptDetails(*after));
    const bool isThere = after ? after->state == EditState::Settling : theirs == before.ours;
    if (before.state == EditState::Pending && isThere && before.base != before.ours)
        return journal(u"field.pushed"_s, fieldDetails(before.field, before.base, before.ours));
    return {};
}
} // namespace

std::optional<FieldProblem> problemOf(const FieldEdit &wish, const FieldDefinition *definition,
                                      const EditableRecording &recording)
{
    if (!definition)
        return FieldProblem::UnknownField;
    const std::optional<FieldProblem> problem = problemIn(*definition, wish.after);
    return problem && wish.after == recording.serverValues().value(wish.field) ? std::nullopt : problem;
}

Result<> mergeWithServer(Connection &connection, EditableRecording &recording, const MergeSettings &settings,
                         const FieldJournal &journal)
{
    const FieldValues theirs = recording.serverValues();
    QList<FieldEditState> left;
    for (const FieldEditState &edit : std::as_const(recording.edits)) {
        const QString their = theirs.value(edit.field);
        const std::optional<FieldEditState> after = merged(reconsidered(edit, recording.isOnServer()), their, settings);
        if (Result<> journalled = journalOutcome(edit, after, their, journal); !journalled)
            return journalled;
        if (after && *after != edit) {
            if (Result<> stored = storeEdit(connection, *after); !stored)
                return stored;
        }
        if (!after) {
            if (Result<> removed = removeEdit(connection, recording.id, edit.field); !removed)
                return removed;
        } else {
            left += *after;
        }
    }
    recording.edits = left;
    return showValues(connection, recording);
}

QByteArray fieldDetails(const QString &field, const QString &before, const QString &after)
{
    return QJsonDocument(QJsonObject{{u"field"_s, field}, {u"before"_s, before}, {u"after"_s, after}})
        .toJson(QJsonDocument::Compact);
}

QByteArray keptDetails(const FieldEditState &edit)
{
    return QJsonDocument(QJsonObject{{u"field"_s, edit.field},
                                     {u"before"_s, edit.base},
                                     {u"after"_s, edit.ours},
                                     {u"reason"_s, edit.reason ? catalogOnlyReasonName(*edit.reason) : QString()}})
        .toJson(QJsonDocument::Compact);
}

Result<> journalServerChanges(const ServerWords &before, const EditableRecording &now, const FieldJournal &journal,
                              const FieldValues &sent)
{
    const FieldValues old = fieldsFromMetadata(before.name, before.metadata, before.reading);
    const FieldValues said = now.serverValues();
    QStringList fields = old.keys() + said.keys();
    fields.removeDuplicates();
    for (const QString &field : std::as_const(fields)) {
        const FieldEditState *edit = now.editOf(field);
        const bool isOurs = (edit && (edit->ours == said.value(field) || edit->sent == said.value(field)))
                            || (sent.contains(field) && sent.value(field) == said.value(field));
        if (old.value(field) == said.value(field) || isOurs)
            continue; // what we pushed ourselves is in the history already
        if (Result<> journalled = journal(u"field.changed"_s, fieldDetails(field, old.value(field), said.value(field)));
            !journalled)
            return journalled;
    }
    return {};
}

Result<> mergeAfterListing(Connection &connection, RecordingId id, ServerWords before, qint64 nowMs,
                           const FieldJournal &journal)
{
    Result<EditableRecording> recording = readEditable(connection, id);
    if (!recording)
        return recording.error();
    if (Result<> updated = updateReading(connection, *recording, before); !updated)
        return updated;
    if (Result<> journalled = journalServerChanges(before, *recording, journal); !journalled)
        return journalled;
    if (recording->edits.isEmpty() && recording->reading.outdated.isEmpty())
        return {}; // the sync has shown the server's words already
    return mergeWithServer(connection, *recording, {.phase = MergePhase::Listing, .nowMs = nowMs}, journal);
}

Result<> showValues(Connection &connection, const EditableRecording &recording)
{
    const FieldValues values = recording.shownValues();
    const QString title = values.value(field::title);
    static const Statement update{
        "edit.show"_L1, u"UPDATE recording SET title = ?, title_key = ?, description = ? WHERE id = ?"_s};
    const QString description = values.value(field::description);
    if (Result<> shown = executed(connection.execute(update, Values{title, sortKey(title), description.isNull() ? u""_s : description,
                                                                    recording.id.value}));
        !shown)
        return shown;
    const Result<SearchDocument> before = readSearchDocument(connection, recording.id.value);
    if (!before)
        return before.error();
    SearchDocument after = searchDocumentOf(recording.name, recording.metadata, values);
    after.people = before->people;
    return updateSearchDocument(connection, recording.id.value, *before, after);
}

SearchDocument searchDocumentOf(const QString &name, const Metadata &metadata, const FieldValues &values)
{
    static const QStringList elsewhere{u"name"_s, u"bbb-recording-name"_s, u"description"_s,
                                       u"bbb-recording-description"_s, u"bbb-recording-tags"_s, u"meetingname"_s};
    QStringList others;
    for (const auto &[key, value] : metadata) {
        if (!value.isEmpty() && !key.startsWith("letopis-"_L1, Qt::CaseInsensitive) && !elsewhere.contains(key, Qt::CaseInsensitive))
            others += value;
    }
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value.key() != field::title && value.key() != field::description && !value->isEmpty())
            others += *value;
    }
    SearchDocument document;
    document.title = searchFolded(values.value(field::title));
    const QString meetingName = metadataValue(metadata, u"meetingName");
    document.meeting = searchFolded(meetingName.isEmpty() || meetingName == name ? name : name + u'\n' + meetingName);
    if (document.meeting == document.title)
        document.meeting = u""_s; // found by the title already
    document.description = searchFolded(values.value(field::description));
    document.people = u""_s;
    document.metadata = searchFolded(others.join(u'\n'));
    return document;
}

} // namespace letopis
