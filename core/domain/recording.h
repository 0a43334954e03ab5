#pragma once

#include "core/base/strongid.h"
#include "core/domain/server.h"

#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>

namespace letopis {

using RecordingId = StrongId<struct RecordingTag>;

// Where a recording stands on its server. Gone is ours: the server no longer lists it; the catalog keeps it.
enum class PublicationState { Processing, Processed, Published, Unpublished, Deleted, Gone };

QString publicationStateName(PublicationState state); // "published" …: database, CLI and JSON
std::optional<PublicationState> publicationStateFromName(const QString &name);
// Of several descriptions of one recording the one of the highest rank counts.
int publicationRank(PublicationState state);

using Metadata = QList<QPair<QString, QString>>; // in the server's order and spelling; keys compare case-insensitively

// Value of a metadata key, compared case-insensitively; empty if absent.
QString metadataValue(const Metadata &metadata, QStringView key);

struct PreviewImage
{
    QByteArray url; // encoded, http or https; bytes, because a server lists hundreds of thousands
    int width = 0; // pixels
    int height = 0;
    QString text;

    friend bool operator==(const PreviewImage &, const PreviewImage &) = default;
};

// One way to play a recording: presentation, video, podcast, notes, …
struct PlaybackFormat
{
    QString type;
    QUrl url;               // as the server says; opaque to people, not a share link
    qint64 durationMs = -1; // -1: unknown. From getRecordings it is whole minutes (trap 6)
    qint64 sizeBytes = -1;  // -1: unknown
    qint64 processingMs = -1;
    QList<PreviewImage> previews;

    friend bool operator==(const PlaybackFormat &, const PlaybackFormat &) = default;
};

// The catalog's entry, as lists show it.
struct RecordingRow
{
    RecordingId id;
    QString externalId; // the server's recordID
    ServerId server;
    QString serverName;
    QString title; // what to show: metadata name, bbb-recording-name, else the server's name
    QString meetingName;
    QDateTime startedAt; // UTC, of the meeting
    qint64 durationMs = -1;
    int participantCount = -1; // people where events.xml is known, else the server's count of joins
    bool arePeopleKnown = false;
    QStringList formats; // types, sorted
    qint64 sizeBytes = -1;
    PublicationState state = PublicationState::Published;
    bool isBreakout = false;
    bool isNew = false; // not opened since it arrived

    friend bool operator==(const RecordingRow &, const RecordingRow &) = default;
};

struct BreakoutLink
{
    QString externalId; // recordID of the other recording (the internal meeting id)
    RecordingId id;     // none: not in the catalog
    QString title;

    friend bool operator==(const BreakoutLink &, const BreakoutLink &) = default;
};

// Everything the details pane shows besides participants and timeline.
struct RecordingDetails
{
    RecordingRow row;
    QString name; // as the server says, before metadata
    QString description;
    QString meetingId; // external
    QString internalMeetingId;
    QDateTime endedAt; // UTC
    qint64 rawSizeBytes = -1;
    QList<PlaybackFormat> formats;
    Metadata metadata;
    std::optional<BreakoutLink> parent;
    QList<BreakoutLink> breakoutRooms;
    QDateTime firstSeenAt; // UTC
    QDateTime lastSeenAt;
    // Why there are no names, where there are none.
    enum class PeopleStatus { Known, NoDiskAccess, NotFetchedYet, EventsGone, EventsUnreadable };
    PeopleStatus people = PeopleStatus::NoDiskAccess;
    QString peopleProblem; // detail of EventsUnreadable
    bool serverCountsJoins = true; // participantCount counts joins, not people (trap 32)

    friend bool operator==(const RecordingDetails &, const RecordingDetails &) = default;
};

} // namespace letopis
