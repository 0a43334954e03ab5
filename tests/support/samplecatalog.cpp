#include "tests/support/fakeworkspace.h"

namespace letopis::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;

struct Sample
{
    const char16_t *title;
    const char16_t *meeting;
    int server; // 0 or 1
    int hoursAgo;
    int minutes;
    int people; // -1: unknown
    qint64 megabytes;
    const char *formats;
    PublicationState state;
    bool isNew;
};

using State = PublicationState;

const Sample samples[] = {
    {u"Лекция 4. Числовые ряды и признаки сходимости", u"Кафедра математики, 2 курс", 0, 2, 92, 24, 412, "presentation video", State::Published, true},
    {u"Заседание учёного совета факультета", u"Учёный совет", 0, 27, 48, 11, 187, "presentation", State::Published, true},
    {u"Onboarding: how we run retrospectives", u"HR meetings", 1, 30, 61, 8, 233, "presentation podcast video", State::Published, false},
    {u"Разбор контрольной № 3", u"Кафедра математики, 2 курс", 0, 52, 75, 19, 305, "presentation notes video", State::Unpublished, false},
    {u"Weekly sync", u"Weekly sync", 1, 78, 31, 6, 96, "presentation", State::Published, false},
    {u"Практикум: базы данных, группа Б-21, занятие 7 — индексы, планы запросов и ошибки, которых можно избежать", u"Базы данных", 0, 100, 118, 31, 980, "presentation screenshare", State::Published, false},
    {u"<b>Bold</b> & \"quoted\" <img src=x>", u"Security training", 1, 200, 40, 15, 150, "presentation", State::Published, false},
    {u"Консультация перед экзаменом", u"Кафедра математики, 2 курс", 0, 320, 0, 3, 12, "podcast", State::Published, false},
    {u"Лекция 3. Ряды Фурье", u"Кафедра математики, 2 курс", 0, 460, 94, 27, -1, "", State::Processing, false},
    {u"Product demo for partners", u"Sales", 1, 900, 55, 42, 1240, "presentation video", State::Processed, false},
    {u"Защита дипломов, поток 1", u"Государственная комиссия", 0, 4100, 305, 57, 3480, "presentation video", State::Gone, false},
    {u"All hands, spring", u"Company", 1, 5200, 66, -1, 540, "presentation", State::Deleted, false},
};

Participant person(const QString &name, const QString &externalId, ConferenceRole role, qint64 startMs,
                   const QList<QPair<int, int>> &sessionMinutes)
{
    Participant made;
    made.name = name;
    made.externalUserId = externalId;
    if (!externalId.isEmpty())
        made.registered = !externalId.startsWith(u'w');
    made.role = role;
    for (const auto &[from, to] : sessionMinutes) {
        made.sessions.append({startMs + from * minute, startMs + to * minute});
        made.presentMs += (to - from) * minute;
    }
    made.roles.append({role == ConferenceRole::Presenter ? ConferenceRole::Viewer : role, made.sessions.first().joinedAtMs,
                       made.sessions.last().leftAtMs});
    if (role >= ConferenceRole::Presenter)
        made.roles.append({ConferenceRole::Presenter, startMs + 10 * minute, startMs + 40 * minute});
    return made;
}

QList<Participant> sampleParticipants(qint64 startMs)
{
    QList<Participant> people{
        person(u"Анна Сергеевна Ковалёва"_s, u"kovaleva"_s, ConferenceRole::Moderator, startMs, {{0, 92}}),
        person(u"Пётр Иванов"_s, u"ivanov"_s, ConferenceRole::Presenter, startMs, {{3, 40}, {44, 90}}),
        person(u"Мария Белова"_s, u"belova"_s, ConferenceRole::Viewer, startMs, {{1, 20}, {31, 52}, {60, 92}}),
        person(u"John Whitfield"_s, u"w_ab12"_s, ConferenceRole::Guest, startMs, {{12, 88}}),
        person(u"Иванов Пётр"_s, u""_s, ConferenceRole::Viewer, startMs, {{15, 30}}),
        person(u"Константин Константинопольский-Длиннофамильный"_s, u"konst"_s, ConferenceRole::Viewer, startMs, {{0, 91}}),
    };
    people[0].talkMs = 61 * minute;
    people[0].chatMessages = 12;
    people[1].talkMs = 14 * minute;
    people[1].chatMessages = 3;
    people[1].pollAnswers = 2;
    people[2].chatMessages = 7;
    people[2].pollAnswers = 2;
    people[3].talkMs = 40'000;
    people[4].isPhone = true;
    return people;
}

QList<TimelineEntry> sampleTimeline(qint64 startMs)
{
    const auto at = [startMs](int minutes, TimelineKind kind, const QString &who, const QString &text = {}) {
        return TimelineEntry{startMs + minutes * minute, minutes < 5 ? -1 : (minutes - 5) * minute, kind, who, text};
    };
    return {
        at(0, TimelineKind::MeetingStarted, {}),
        at(0, TimelineKind::Joined, u"Анна Сергеевна Ковалёва"_s),
        at(3, TimelineKind::Joined, u"Пётр Иванов"_s),
        at(5, TimelineKind::RecordingStarted, u"Анна Сергеевна Ковалёва"_s),
        at(10, TimelineKind::PresenterChanged, u"Пётр Иванов"_s),
        at(12, TimelineKind::Joined, u"John Whitfield"_s),
        at(22, TimelineKind::PollStarted, {}, u"Сходится ли ряд? Да / Нет / Не знаю"_s),
        at(24, TimelineKind::PollPublished, {}, u"Да 14, Нет 5, Не знаю 3"_s),
        at(33, TimelineKind::ScreenShareStarted, u"Пётр Иванов"_s),
        at(39, TimelineKind::ScreenShareStopped, u"Пётр Иванов"_s),
        at(41, TimelineKind::RoleChanged, u"Мария Белова"_s, u"moderator"_s),
        at(88, TimelineKind::Left, u"John Whitfield"_s),
        at(91, TimelineKind::RecordingStopped, u"Анна Сергеевна Ковалёва"_s),
        at(92, TimelineKind::MeetingEnded, {}),
    };
}

QList<PlaybackFormat> formatsOf(const RecordingRow &row)
{
    QList<PlaybackFormat> formats;
    for (const QString &type : row.formats) {
        PlaybackFormat format;
        format.type = type;
        format.url = QUrl(u"https://bbb.uni.example/playback/%1/2.3/%2"_s.arg(type, row.externalId));
        format.durationMs = row.durationMs;
        format.sizeBytes = row.sizeBytes < 0 ? -1 : row.sizeBytes / row.formats.size();
        formats.append(format);
    }
    return formats;
}

FakeWorkspace::Entry entryFor(const Sample &sample, const QList<ServerId> &servers, const QDateTime &nowUtc)
{
    FakeWorkspace::Entry entry;
    RecordingDetails &details = entry.details;
    RecordingRow &row = details.row;
    row.server = servers.at(sample.server);
    row.title = QString::fromUtf16(sample.title);
    row.meetingName = QString::fromUtf16(sample.meeting);
    row.startedAt = nowUtc.addSecs(-3600LL * sample.hoursAgo);
    row.durationMs = sample.minutes == 0 ? 25'000 : sample.minutes * minute;
    row.participantCount = sample.people;
    row.arePeopleKnown = sample.server == 0 && sample.people > 0 && sample.state != State::Processing;
    row.formats = QString::fromLatin1(sample.formats).split(u' ', Qt::SkipEmptyParts);
    row.sizeBytes = sample.megabytes < 0 ? -1 : sample.megabytes * 1'000'000;
    row.state = sample.state;
    row.isNew = sample.isNew;
    row.externalId = u"183f0bf3a0982a127bdb8161e0c44eb696b3e75c-%1"_s.arg(row.startedAt.toMSecsSinceEpoch());

    details.name = row.meetingName;
    details.description = sample.server == 0 ? u"Запись занятия. Материалы лежат на странице курса."_s
                                             : u"Internal. Slides are in the shared folder."_s;
    details.meetingId = u"room-%1"_s.arg(row.meetingName.size());
    details.internalMeetingId = row.externalId;
    details.endedAt = row.startedAt.addMSecs(row.durationMs + 6 * minute);
    details.rawSizeBytes = row.sizeBytes < 0 ? -1 : row.sizeBytes * 3;
    details.formats = formatsOf(row);
    details.metadata = {{u"name"_s, row.title}, {u"bbb-origin"_s, u"Moodle"_s}, {u"bbb-context"_s, row.meetingName},
                        {u"gl-listed"_s, u"false"_s}, {u"meetingId"_s, details.meetingId}};
    details.firstSeenAt = row.startedAt.addSecs(7200);
    details.lastSeenAt = nowUtc.addSecs(-600);
    if (sample.server == 0 && !row.arePeopleKnown)
        details.people = RecordingDetails::PeopleStatus::NotFetchedYet;
    if (row.arePeopleKnown) {
        entry.participants = sampleParticipants(row.startedAt.toMSecsSinceEpoch());
        entry.timeline = sampleTimeline(row.startedAt.toMSecsSinceEpoch());
        row.participantCount = sample.people;
        details.people = RecordingDetails::PeopleStatus::Known;
        details.serverCountsJoins = false;
    }
    return entry;
}

} // namespace

void fillWithSamples(FakeWorkspace &workspace, const QDateTime &nowUtc)
{
    ConferenceServer university;
    university.uuid = u"11111111-1111-4111-8111-111111111111"_s;
    university.name = u"bbb.uni.example"_s;
    university.apiUrl = QUrl(u"https://bbb.uni.example/bigbluebutton/api/"_s);
    university.checksumAlgorithm = ChecksumAlgorithm::Sha256;
    university.ssh = SshEndpoint{};
    university.ssh->host = u"bbb.uni.example"_s;
    university.ssh->user = u"letopis"_s;
    university.lastSyncAt = nowUtc.addSecs(-600);
    ConferenceServer company;
    company.uuid = u"22222222-2222-4222-8222-222222222222"_s;
    company.name = u"Meetings (ACME)"_s;
    company.apiUrl = QUrl(u"https://meet.acme.example/bigbluebutton/api/"_s);
    company.checksumAlgorithm = ChecksumAlgorithm::Sha512;
    company.lastSyncAt = nowUtc.addSecs(-86400);
    const QList<ServerId> servers{workspace.putServer(university), workspace.putServer(company)};
    for (const Sample &sample : samples)
        workspace.addEntry(entryFor(sample, servers, nowUtc));
}

void fillWithMany(FakeWorkspace &workspace, int count, const QDateTime &nowUtc)
{
    ConferenceServer server;
    server.name = u"bbb.many.example"_s;
    const ServerId id = workspace.putServer(server);
    for (int i = 0; i < count; ++i) {
        FakeWorkspace::Entry entry;
        entry.details.row.server = id;
        entry.details.row.title = u"Recording %1"_s.arg(i, 5, 10, QChar(u'0'));
        entry.details.row.startedAt = nowUtc.addSecs(-3600LL * i);
        entry.details.row.durationMs = minute * (i % 120);
        workspace.addEntry(std::move(entry));
    }
}

} // namespace letopis::test
