#pragma once

#include "core/domain/recordinginformation.h"
#include "core/domain/servicefields.h"
#include "core/storage/connection.h"
#include "core/storage/searchindex.h"

#include <functional>

namespace letopis {

// The rules of editing, inside the caller's transaction: a recording's row says what the server says, its field_edit rows
// what people made of it; title, description and search show both together. All in the writer's thread.

// Of one recording, as far as editing needs it.
struct EditableRecording
{
    RecordingId id;
    ServerId server;
    QString externalId;
    PublicationState state = PublicationState::Published;
    QString name;      // as the server says
    Metadata metadata; // likewise
    MetadataReading reading; // how to read it
    QString title;     // as shown
    QList<FieldEditState> edits;

    FieldValues serverValues() const;
    FieldValues shownValues() const;
    bool isOnServer() const { return state != PublicationState::Gone && state != PublicationState::Deleted; }
    const FieldEditState *editOf(const QString &field) const;
};

// Where the words of the server come from, for mergeWithServer().
enum class MergePhase {
    Listing,    // a sync's listing, which may have been read before our push
    BeforePush, // read for this recording alone, just now
    AfterPush,  // read back after an update
};

struct MergeSettings
{
    MergePhase phase = MergePhase::Listing;
    qint64 nowMs = 0;
    qint64 settleMs = 60'000; // after a push, until it is looked at once more
    FieldValues sent = {};    // AfterPush: what was written
};

// Gets what has to be in the recording's history: field.changed (by the server's side), field.pushed (it has ours), field.kept
// (the catalog alone has it).
using FieldJournal = std::function<Result<>(const QString &action, const QByteArray &details)>;
QByteArray fieldDetails(const QString &field, const QString &before, const QString &after);
QByteArray keptDetails(const FieldEditState &edit);

FieldType typeForMerge(const QString &field);
// NotFound.
Result<EditableRecording> readEditable(Connection &connection, RecordingId id);
Result<> storeEdit(Connection &connection, const FieldEditState &edit);
Result<> removeEdit(Connection &connection, RecordingId id, const QString &field);

// What is wrong with a wish; nothing where it restores the server's value, which our rules may well refuse.
std::optional<FieldProblem> problemOf(const FieldEdit &wish, const FieldDefinition *definition,
                                      const EditableRecording &recording);

// Brings `recording.edits` and the server's words together, three-way, stores what is left of them, and shows it.
Result<> mergeWithServer(Connection &connection, EditableRecording &recording, const MergeSettings &settings,
                         const FieldJournal &journal);

// What a server said of a recording before.
struct ServerWords
{
    QString name;
    Metadata metadata;
    MetadataReading reading = {};
};

// How to read `recording`, whose name and metadata have just come in the place of `before`; completes both, and stores it.
Result<> updateReading(Connection &connection, EditableRecording &recording, ServerWords &before);

// A line for each field that the server's side changed. `sent`: what we wrote ourselves, which is in the history already.
Result<> journalServerChanges(const ServerWords &before, const EditableRecording &now, const FieldJournal &journal,
                              const FieldValues &sent = {});

// mergeWithServer() for a sync that has just written the row.
Result<> mergeAfterListing(Connection &connection, RecordingId id, ServerWords before, qint64 nowMs,
                           const FieldJournal &journal);
// Title, description and search as the values say.
Result<> showValues(Connection &connection, const EditableRecording &recording);

// What the search index holds of a recording besides people: shared by sync and edits.
SearchDocument searchDocumentOf(const QString &name, const Metadata &metadata, const FieldValues &values);

} // namespace letopis
