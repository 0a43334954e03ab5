#pragma once

#include "core/base/result.h"
#include "core/domain/timeline.h"

#include <QByteArrayView>

#include <memory>

namespace letopis {

// Reads BigBlueButton's events.xml, all versions from 0.7, in pieces of any size; memory grows with joins and polls, not with
// the file. An ill-formed event costs only itself. One thread at a time.
//
// People. Two userIds are one person where their externalUserId is the same, is not the userId itself, and the names are the
// same; a userId joining again is the same person. "_N" behind a userId and, in a breakout room, "-N" behind an
// externalUserId are no part of them. Someone who is only in VOICE is a phone participant; where the file is too old for
// common ids (0.7-0.81), a voice belongs to the person of that name who is present.
// registered: true where the integration gave an externalUserId of its own; false where it is the userId (a link or guest
// join); nothing where there is none, in a breakout room, for a phone, and where people of other names share it.
// name: empty where the file has none (0.7-0.81 may).
// Times. Order and durations follow the events' monotonic clock, labels their UTC clock.
class EventsReader
{
public:
    // recordingId: of the recording wanted; a chapter segment ("<meeting>-<break>") gets only its own record marks.
    explicit EventsReader(QString recordingId = {});
    ~EventsReader();
    EventsReader(const EventsReader &) = delete;
    EventsReader &operator=(const EventsReader &) = delete;

    // BadAnswer with the position, TooLarge past 4 GiB or a million joins and the like.
    Result<> feed(QByteArrayView bytes);
    // Call once, at the end of the file.
    Result<MeetingRecord> finish();
    // Ill-formed events that were left out.
    int brokenEvents() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
