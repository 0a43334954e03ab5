#pragma once

#include "core/domain/participant.h"
#include "core/domain/server.h"

namespace letopis {

using PersonId = StrongId<struct PersonTag>;

// The participants form: the automatic list with people's edits laid over it. A sync replaces the automatic list and never
// an edit; taking an edit away brings the automatic value back.

// Names one automatic participant through every new reading of the same meeting: "id:<external user id>" where that is
// given and not shared in this meeting, else "name:<folded name>#<n>", the n-th of that name by first join.
QStringList participantKeys(const QList<Participant> &automatic);

// What an edited entry is made of: an automatic participant, or (after a split) some of its sessions.
struct AttendeeSource
{
    QString key;
    QList<qint64> joins; // joinedAtMs of the sessions that belong here; empty: all that no other entry claims

    friend bool operator==(const AttendeeSource &, const AttendeeSource &) = default;
};

// One edited entry. What is not set keeps following the automatic value. Without sources: a person added by hand.
struct AttendeeEdit
{
    QString uid;                    // of this entry, made once
    QList<AttendeeSource> sources;  // several: merged
    std::optional<QString> name;
    std::optional<QString> externalUserId;
    std::optional<ConferenceRole> role;
    std::optional<qint64> presentMs; // only where there are no sources: minutes present as a person knows them
    QString note;
    PersonId person;                // matched; none: not matched
    bool isRemoved = false;

    friend bool operator==(const AttendeeEdit &, const AttendeeEdit &) = default;
};

// Somebody known to Letopis across meetings.
struct KnownPerson
{
    PersonId id;
    QString name;
    QList<std::pair<ServerId, QString>> externalIds; // per server

    friend bool operator==(const KnownPerson &, const KnownPerson &) = default;
};

enum class Provenance { Automatic, Edited, Added };

struct Attendee
{
    QString uid; // the edit's, or the automatic key where nothing was edited
    Participant participant; // as shown; sessions, roles, talk and chat of merged ones together
    Provenance provenance = Provenance::Automatic;
    QStringList keys; // the automatic ones inside
    std::optional<Participant> automatic; // what it would be without edits; none: added by hand, or merged of several
    QString note;
    PersonId person;
    QString personName;
    bool isRemoved = false; // shown only on request, to be restored

    friend bool operator==(const Attendee &, const Attendee &) = default;
};

// The edits laid over the automatic list: by first join, added ones last, removed ones where they stood. Edits whose
// sources are all gone (another reading of the meeting) stay, as added by hand; one that gave no name of its own would be
// nobody, and is not shown. It is kept, for the reading that brings its source back.
QList<Attendee> attendanceOf(const QList<Participant> &automatic, const QList<AttendeeEdit> &edits);

// The edits of which attendanceOf() made nothing: no reading of the meeting knows their sources any more.
QList<AttendeeEdit> unattachedEdits(const QList<AttendeeEdit> &edits, const QList<Attendee> &shown);

// Several automatic participants, or parts of them, as one person: sessions together, role the highest, sums.
Participant mergedParticipant(const QList<Participant> &parts);

} // namespace letopis
