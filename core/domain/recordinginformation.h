#pragma once

#include "core/domain/fieldmerge.h"
#include "core/domain/recording.h"
#include "core/domain/recordingfield.h"

#include <QDateTime>

#include <optional>

namespace letopis {

// Where an edit stands between the catalog and the conference server.
enum class EditState {
    Pending,     // waits in the outbox to be pushed
    Settling,    // pushed and read back; looked at once more, should somebody have written at the same moment
    Conflict,    // changed differently on the server meanwhile: a person decides
    CatalogOnly, // the server cannot hold it, see `reason`; the catalog keeps it
};

QString editStateName(EditState state); // "pending" …: database, CLI and JSON
std::optional<EditState> editStateFromName(const QString &name);

// Why an edit stays in the catalog alone.
enum class CatalogOnlyReason {
    TooLong,         // for the server's interface
    NotOnServer,     // the recording is gone or deleted there
    UnsafeId,        // not a full record ID: an update could hit others (trap 21)
    SharedId,        // the server would change its parts too: their ids begin with this one's
    NotKept,         // the server said yes and did not keep it
};

QString catalogOnlyReasonName(CatalogOnlyReason reason);
std::optional<CatalogOnlyReason> catalogOnlyReasonFromName(const QString &name);

// One field of one recording that differs from what the server says, or did until a moment ago. The outbox is all of them
// that are Pending, Settling or in Conflict: an entry each, the newest value of it.
struct FieldEditState
{
    RecordingId recording;
    QString field;
    QString ours;
    QString base;   // what both sides last agreed on
    QString theirs; // what the server says now, as far as known
    EditState state = EditState::Pending;
    std::optional<CatalogOnlyReason> reason; // of CatalogOnly
    int attempts = 0;
    QDateTime nextAttemptAt; // UTC; invalid: at once
    QString lastError;       // English, secret-free; of the last attempt
    QString editedBy;        // login
    QDateTime editedAt;      // UTC
    std::optional<QString> sent = {}; // being written to the server, or was with an answer that never came

    // The server may have, or be about to get, another value than the catalog knows of: only a push can tell.
    bool isUnderWay() const { return state == EditState::Settling || (state == EditState::Pending && sent); }
    friend bool operator==(const FieldEditState &, const FieldEditState &) = default;
};

struct OutboxEntry
{
    FieldEditState edit;
    ServerId server;
    QString serverName;
    QString recordingTitle;
    QString externalId;
    bool isServerRemoved = false; // nothing is sent until the server is connected again
};

// What the information form shows.
struct RecordingInformation
{
    RecordingId recording;
    FieldValues values;       // what the catalog shows: ours where edited, else the server's
    FieldValues serverValues; // what the server says: to restore
    QList<FieldEditState> edits;

    const FieldEditState *editOf(const QString &field) const;
};

// One wish: set `field` to `after`, provided that it still is `before`.
struct FieldEdit
{
    RecordingId recording;
    QString field;
    QString before;
    QString after;

    FieldEdit inverse() const { return {recording, field, after, before}; }
    friend bool operator==(const FieldEdit &, const FieldEdit &) = default;
};

enum class EditOutcome { Applied, Unchanged, ChangedMeanwhile, Invalid, NotFound };

QString editOutcomeName(EditOutcome outcome);

struct FieldEditResult
{
    FieldEdit edit;
    EditOutcome outcome = EditOutcome::Applied;
    QString current;                     // the value now in the catalog
    std::optional<FieldProblem> problem; // of Invalid
};

// What applyEdits() did. Its undo is applyEdits() of `undo()`: what somebody changed since stays theirs.
struct EditReport
{
    QList<FieldEditResult> results; // in the order of the edits

    int count(EditOutcome outcome) const;
    QList<FieldEdit> undo() const;
};

// How a batch changes a field: set it, or add and remove tags.
struct BatchChange
{
    QString field;
    enum class Kind { Set, AddTags, RemoveTags } kind = Kind::Set;
    QString value;
};

// One line of the table that is shown before anything happens.
struct PlannedEdit
{
    FieldEdit edit;
    QString recordingTitle;
    std::optional<FieldProblem> problem;         // it cannot be applied
    std::optional<EditState> pending;            // an earlier edit of this field is still on its way
    bool isChange() const { return edit.before != edit.after && !problem; }
};

using EditPlan = QList<PlannedEdit>;

// What a line of a field's history tells.
enum class FieldEvent {
    Edited,
    ChangedOnServer,
    TookOurs,   // a conflict was decided
    TookTheirs, // likewise
    Pushed,     // the server has the edit
    Kept,       // the catalog alone has it, see `reason`
};

QString fieldEventName(FieldEvent event); // "edited" …: CLI and JSON

// A field's value before and after, newest first in lists. `actor` is empty where the server's side changed it.
struct FieldHistoryEntry
{
    QString field;
    QString before;
    QString after;
    QString actor;
    QDateTime at; // UTC
    FieldEvent event = FieldEvent::Edited;
    std::optional<CatalogOnlyReason> reason = {};

    bool isFromServer() const { return event == FieldEvent::ChangedOnServer; }
};

enum class ConflictDecision { KeepOurs, TakeTheirs };

} // namespace letopis
