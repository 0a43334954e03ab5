#include "core/playback/eventsreader.h"

#include "core/playback/cleantext.h"
#include "core/playback/eventfields.h"
#include "core/playback/meetingbuilder.h"
#include "core/playback/xmlpushreader.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 largestFile = qint64(4) << 30;
constexpr size_t mostKept = 200'000; // joins, lefts, marks …; far above any meeting
constexpr int mostAnswers = 200'000;
constexpr qsizetype longestName = 500;
constexpr qsizetype longestId = 255;
constexpr qint64 lastTs = 253'402'300'799'999;
constexpr qint64 firstUtc = 946'684'800'000;  // 2000
constexpr qint64 lastUtc = 4'102'444'800'000; // 2100
} // namespace

class EventsReader::Private final : public XmlHandler
{
public:
    explicit Private(QString recordingId) : m_recordingId(std::move(recordingId)), m_reader(*this, {.maxBytes = largestFile})
    {}

    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement() override;
    void text(std::string_view piece) override;
    std::optional<XmlResume> broken(const QString &reason, qint64 position) override;

    QString m_recordingId;
    XmlPushReader m_reader;
    MeetingEvents m_events;
    int m_brokenEvents = 0;

private:
    void startRoot(std::string_view name, const XmlAttributes &attributes);
    void startChild(std::string_view name, const XmlAttributes &attributes);
    void startEvent(const XmlAttributes &attributes);
    void endEvent();
    void dispatch();
    void dispatchVoice();
    void dispatchParticipant();
    void dispatchPoll();
    void countChat();
    void answerPoll();
    void keep(MeetingEventKind kind, const QString &user, const QString &text = {});
    QString id(EventField field) const { return cleanLine(m_fields.value(field), longestId); }
    QString name(EventField field) const { return cleanLine(m_fields.value(field), longestName); }
    void tooMany();

    int m_depth = 0;
    EventType m_type = EventType::Other;
    EventFields m_fields;
    EventField m_field = EventField::None;
    std::optional<qint64> m_ts;
    EventMoment m_at;
};

void EventsReader::Private::startRoot(std::string_view name, const XmlAttributes &attributes)
{
    if (name != "recording" && name != "events") {
        m_reader.abort({ErrorKind::BadAnswer, u"no events file: its root is <%1>"_s.arg(cleanLine(name, 60)), {}, {}});
        return;
    }
    m_events.meetingId = cleanLine(attributes.value("meeting_id"), longestId);
    m_events.version = cleanLine(attributes.value("bbb_version"), 40);
}

void EventsReader::Private::startChild(std::string_view name, const XmlAttributes &attributes)
{
    if (name == "event") {
        startEvent(attributes);
    } else if (name == "meeting") {
        if (const QString id = cleanLine(attributes.value("id"), longestId); m_events.meetingId.isEmpty())
            m_events.meetingId = id;
        m_events.isBreakout = m_events.isBreakout || parsedFlag(attributes.value("breakout"), false);
    } else if (name == "metadata") {
        m_events.isBreakout = m_events.isBreakout || parsedFlag(attributes.value("isBreakout"), false);
    }
}

void EventsReader::Private::startEvent(const XmlAttributes &attributes)
{
    ++m_events.eventCount;
    m_fields.clear();
    m_ts = parsedNumber(attributes.value("timestamp"));
    if (!m_ts || *m_ts < 0 || *m_ts > lastTs) {
        m_type = EventType::Other;
        m_ts.reset();
        return;
    }
    m_type = eventType(attributes.value("module"), attributes.value("eventname"));
    if (!m_events.hasTime) {
        m_events.hasTime = true;
        m_events.firstTs = m_events.lastTs = *m_ts;
    }
    // The file is in order of time but for single events.
    m_events.firstTs = std::min(m_events.firstTs, *m_ts);
    m_events.lastTs = std::max(m_events.lastTs, *m_ts);
}

void EventsReader::Private::startElement(std::string_view name, const XmlAttributes &attributes)
{
    switch (m_depth++) {
    case 0: startRoot(name, attributes); break;
    case 1: startChild(name, attributes); break;
    case 2:
        // Of an event that is none of ours only the first UTC time is wanted.
        if (m_type != EventType::Other)
            m_field = eventField(name);
        else if (!m_events.utcOffset && m_ts && name == "timestampUTC")
            m_field = EventField::TimestampUtc;
        m_fields.begin(m_field);
        break;
    default: break;
    }
}

void EventsReader::Private::text(std::string_view piece)
{
    if (m_depth == 3 && m_field != EventField::None)
        m_fields.append(m_field, piece);
}

void EventsReader::Private::endElement()
{
    --m_depth;
    if (m_depth == 2)
        m_field = EventField::None;
    else if (m_depth == 1)
        endEvent();
}

void EventsReader::Private::endEvent()
{
    if (m_ts) {
        m_at = {*m_ts, 0};
        const auto utc = parsedNumber(m_fields.value(EventField::TimestampUtc));
        if (utc && *utc >= firstUtc && *utc <= lastUtc) {
            m_at.utc = *utc;
            if (!m_events.utcOffset)
                m_events.utcOffset = *utc - *m_ts;
        }
        if (m_type != EventType::Other)
            dispatch();
    }
    m_type = EventType::Other;
    m_ts.reset();
    m_fields.clear();
}

void EventsReader::Private::dispatch()
{
    switch (m_type) {
    case EventType::Other: break;
    case EventType::VoiceJoined:
    case EventType::VoiceLeft:
    case EventType::VoiceMuted:
    case EventType::VoiceTalking: dispatchVoice(); break;
    case EventType::Chat: countChat(); break;
    case EventType::PollStarted:
    case EventType::PollPublished:
    case EventType::PollAnswered: dispatchPoll(); break;
    case EventType::ScreenStarted:
        keep(MeetingEventKind::ScreenStarted, strippedUserId(id(EventField::UserId)));
        break;
    case EventType::ScreenStopped:
        keep(MeetingEventKind::ScreenStopped, strippedUserId(id(EventField::UserId)));
        break;
    default: dispatchParticipant(); break;
    }
}

void EventsReader::Private::dispatchVoice()
{
    const QString voice = id(EventField::Participant);
    bool isAccepted = true;
    if (m_type == EventType::VoiceTalking)
        isAccepted = m_events.voices.talking(voice, parsedFlag(m_fields.value(EventField::Talking), false), m_at);
    else if (m_type == EventType::VoiceJoined)
        isAccepted = m_events.voices.joined(voice, name(EventField::CallerName), name(EventField::CallerNumber), m_at);
    else if (m_type == EventType::VoiceLeft)
        m_events.voices.left(voice, m_at);
    else if (parsedFlag(m_fields.value(EventField::Muted), false))
        m_events.voices.muted(voice, m_at);
    if (!isAccepted)
        tooMany();
}

void EventsReader::Private::dispatchParticipant()
{
    const QString user = strippedUserId(id(EventField::UserId));
    switch (m_type) {
    case EventType::Join: keep(MeetingEventKind::Join, user); break;
    case EventType::Left: keep(MeetingEventKind::Left, user); break;
    case EventType::AssignPresenter: keep(MeetingEventKind::Presenter, user); break;
    case EventType::PodPresenter:
        if (const auto pod = m_fields.value(EventField::PodId); pod.empty() || pod == "DEFAULT_PRESENTATION_POD")
            keep(MeetingEventKind::Presenter, strippedUserId(id(EventField::NextPresenterId)));
        break;
    case EventType::Status:
        if (m_fields.value(EventField::Status) == "role")
            keep(MeetingEventKind::Role, user);
        else if (m_fields.value(EventField::Status) == "presenter")
            keep(parsedFlag(m_fields.value(EventField::Value), false) ? MeetingEventKind::Presenter
                                                                      : MeetingEventKind::PresenterEnded, user);
        break;
    case EventType::RecordStatus: keep(MeetingEventKind::RecordMark, user); break;
    case EventType::ChapterBreak:
        if (const auto ts = parsedNumber(m_fields.value(EventField::BreakTimestamp)))
            keep(MeetingEventKind::ChapterBreak, {}, QString::number(*ts));
        break;
    case EventType::End:
        m_events.voices.meetingEnded(m_at);
        keep(MeetingEventKind::End, {}, cleanLine(m_fields.value(EventField::Reason), 100));
        break;
    default: break;
    }
}

void EventsReader::Private::dispatchPoll()
{
    const QString poll = id(EventField::PollId);
    if (m_type == EventType::PollAnswered) {
        answerPoll();
        return;
    }
    if (m_type == EventType::PollStarted && parsedFlag(m_fields.value(EventField::SecretPoll), false)
        && m_events.secretPolls.size() < mostAnswers)
        m_events.secretPolls.insert(poll);
    keep(m_type == EventType::PollStarted ? MeetingEventKind::PollStarted : MeetingEventKind::PollPublished, {},
         pollText(m_fields.value(EventField::Question), m_fields.value(EventField::Answers)));
}

// A secret poll's answer names nobody; one poll answered twice, as where several choices are allowed, counts once.
void EventsReader::Private::answerPoll()
{
    const QString user = strippedUserId(id(EventField::UserId));
    if (user.isEmpty())
        return;
    m_events.pollAnswers.insert({user, id(EventField::PollId)});
    if (m_events.pollAnswers.size() > mostAnswers)
        tooMany();
}

void EventsReader::Private::countChat()
{
    if (const QString user = strippedUserId(id(EventField::SenderId)); !user.isEmpty())
        ++m_events.chatsByUser[user];
    else if (const QString sender = name(EventField::Sender); !sender.isEmpty())
        ++m_events.chatsBySender[sender];
    if (m_events.chatsByUser.size() + m_events.chatsBySender.size() > mostAnswers)
        tooMany();
}

void EventsReader::Private::keep(MeetingEventKind kind, const QString &user, const QString &text)
{
    const bool isOfUser = kind == MeetingEventKind::Join || kind == MeetingEventKind::Left
        || kind == MeetingEventKind::Role || kind == MeetingEventKind::Presenter;
    if (isOfUser && user.isEmpty())
        return;
    if (m_events.events.size() >= mostKept) {
        tooMany();
        return;
    }
    MeetingEvent event{kind, m_at, user, {}, {}, text, false};
    if (kind == MeetingEventKind::Join) {
        event.external = id(EventField::ExternalUserId);
        event.isModerator = m_fields.value(EventField::Role) == "MODERATOR";
    } else if (kind == MeetingEventKind::Role) {
        event.isModerator = m_fields.value(EventField::Value) == "MODERATOR";
    }
    if (kind == MeetingEventKind::Join || m_type == EventType::AssignPresenter)
        event.name = name(EventField::Name);
    m_events.events.push_back(std::move(event));
}

void EventsReader::Private::tooMany()
{
    m_reader.abort({ErrorKind::TooLarge, u"more joins, voices or answers than any meeting has"_s, {}, {}});
}

std::optional<XmlResume> EventsReader::Private::broken(const QString &, qint64)
{
    if (m_depth == 0)
        return std::nullopt; // outside of the root: no events file, or something behind it
    ++m_brokenEvents;
    m_depth = 1;
    m_type = EventType::Other;
    m_ts.reset();
    m_field = EventField::None;
    m_fields.clear();
    // Whatever the root was called: its end tag is replaced by the end of the input.
    return XmlResume{{"<event", "</recording", "</events"}, "<recording>"};
}

EventsReader::EventsReader(QString recordingId) : d(std::make_unique<Private>(std::move(recordingId))) {}

EventsReader::~EventsReader() = default;

Result<> EventsReader::feed(QByteArrayView bytes)
{
    return d->m_reader.feed(bytes);
}

Result<MeetingRecord> EventsReader::finish()
{
    if (auto finished = d->m_reader.finish(); !finished)
        return std::move(finished).error();
    return buildMeeting(std::move(d->m_events), d->m_recordingId);
}

int EventsReader::brokenEvents() const
{
    return d->m_brokenEvents;
}

} // namespace letopis
