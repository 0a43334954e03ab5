#pragma once

#include "core/domain/actor.h"
#include "core/domain/recording.h"

namespace letopis {

using FolderId = StrongId<struct FolderTag>; // of the library: core/access/folder.h

// Columns a list can be sorted by; the order is stable (id breaks ties), so that pages never overlap.
enum class RecordingColumn { Title, Meeting, Server, StartedAt, Duration, Participants, Formats, Size, State };

QString recordingColumnName(RecordingColumn column); // "title" …: CLI and settings
std::optional<RecordingColumn> recordingColumnFromName(const QString &name);

// A filtered, sorted view of the catalog, read page by page.
struct RecordingQuery
{
    QString search; // words (each a prefix), "quoted phrases"; over titles, descriptions, meetings, people, metadata
    std::optional<ServerId> server;
    QList<PublicationState> states; // empty: all
    QStringList formats;            // any of them; empty: all
    QDateTime since;                // UTC, inclusive; invalid: open
    QDateTime until;                // UTC, exclusive
    bool onlyNew = false;
    std::optional<FolderId> folder;    // in it
    bool withFoldersBelow = false;
    std::optional<PersonId> visibleTo; // what this person can see; besides, everyone gets only what they themselves can see
    RecordingColumn sort = RecordingColumn::StartedAt;
    Qt::SortOrder order = Qt::DescendingOrder;

    friend bool operator==(const RecordingQuery &, const RecordingQuery &) = default;
};

struct RecordingPage
{
    QList<RecordingRow> rows;
    QByteArray next; // opaque cursor of the following page; empty: this was the last
};

} // namespace letopis
