#pragma once

#include "app/demo/recordingplan.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace letopis::demo {

// What happened in one meeting. Times are milliseconds since its first event. events.xml and the published files are
// two views of this one story.

struct Span
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

struct Session
{
    QByteArray userId;
    qint64 joinMs = 0;
    qint64 leaveMs = -1; // -1: no ParticipantLeftEvent; ends with the meeting, or with the same id joining again
};

struct RoleChange
{
    qint64 atMs = 0;
    bool moderator = false;
};

struct Attendee
{
    QByteArray name;
    QByteArray externalId;    // of a guest: empty, and events.xml repeats the userId
    bool isModerator = false; // at the first join
    bool isGuest = false;
    bool isPhone = false; // heard only: no ParticipantJoinEvent
    std::vector<Session> sessions;
    std::vector<RoleChange> roleChanges;
    std::vector<Span> talks;   // within the sessions
    std::vector<Span> webcams; // within the sessions

    const QByteArray &userIdAt(qint64 atMs) const;
    bool isModeratorAt(qint64 atMs) const;
};

struct ChatLine
{
    qint64 atMs = 0;
    std::size_t attendee = 0;
    QByteArray html;
};

struct PollAnswer
{
    qint64 atMs = 0;
    std::size_t attendee = 0;
    int answer = 0;
};

struct Poll
{
    qint64 startMs = 0;
    qint64 publishMs = 0;
    QByteArray id; // <presentation>/<page>/<epoch ms>
    QByteArray type;
    QByteArray question;
    std::vector<QByteArray> answers;
    std::vector<PollAnswer> votes;
    bool isSecret = false;
    int asked = 0;

    int votesFor(int answer) const;
};

struct SlideShow
{
    qint64 atMs = 0;
    int slide = 0; // from 0
};

struct Zoom // percent of the slide; offsets as BigBlueButton writes them: half of the shift, negative
{
    qint64 atMs = 0;
    double x = 0, y = 0, width = 100, height = 100;
};

struct CursorPoint // percent of the slide; negative: hidden
{
    qint64 atMs = 0;
    double x = -1, y = -1;
};

enum class ShapeKind { Pencil, Line, Rectangle, Ellipse, Triangle, Text };

struct Shape // points in percent of the slide
{
    ShapeKind kind = ShapeKind::Line;
    int slide = 0;
    std::size_t author = 0;
    qint64 startMs = 0;
    qint64 endMs = 0;
    qint64 undoMs = -1;
    unsigned color = 0xff0000;
    std::vector<std::array<double, 2>> points;
    QByteArray text;
};

struct PresenterChange
{
    qint64 atMs = 0;
    std::size_t attendee = 0;
};

struct MeetingScript
{
    QByteArray meetingId; // internal
    qint64 bootMs = 0;    // the monotonic clock at the first event
    qint64 startMs = 0;   // epoch, first event
    qint64 lengthMs = 0;
    std::vector<Attendee> attendees;
    std::vector<PresenterChange> presenters;
    std::vector<Span> marks;     // record button pressed … pressed again
    bool lastMarkIsOpen = false; // no second press: the end of the meeting closes it
    std::vector<ChatLine> chat;
    qint64 chatClearedMs = -1;
    std::vector<Poll> polls;
    std::vector<SlideShow> slides;
    std::vector<Zoom> zooms;
    std::vector<CursorPoint> cursor;
    std::vector<Shape> shapes;
    std::vector<Span> screenShares;
    qint64 externalVideoMs = -1;

    qint64 recordedMs() const;
    bool isRecordedAt(qint64 atMs) const;
    // The recording clock, ms: pauses are cut out, before the first mark it is 0.
    qint64 recordingTime(qint64 atMs) const;
    bool hasWebcams() const;
};

// The story of a recording whose files lie on the disk: recordedMs() is the plan's durationMs.
MeetingScript writeScript(const RecordingPlan &plan, quint64 seed);

} // namespace letopis::demo
