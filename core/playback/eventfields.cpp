#include "core/playback/eventfields.h"

#include "core/playback/cleantext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr size_t longestField = 32 * 1024;
constexpr qsizetype mostAnswers = 50;
constexpr qsizetype longestAnswer = 300;

struct TypeName
{
    std::string_view module;
    std::string_view name;
    EventType type;
};

// Frequent ones first.
constexpr std::array typeNames{
    TypeName{"VOICE", "ParticipantTalkingEvent", EventType::VoiceTalking},
    TypeName{"VOICE", "ParticipantMutedEvent", EventType::VoiceMuted},
    TypeName{"VOICE", "ParticipantJoinedEvent", EventType::VoiceJoined},
    TypeName{"VOICE", "ParticipantLeftEvent", EventType::VoiceLeft},
    TypeName{"CHAT", "PublicChatEvent", EventType::Chat},
    TypeName{"PARTICIPANT", "ParticipantJoinEvent", EventType::Join},
    TypeName{"PARTICIPANT", "ParticipantLeftEvent", EventType::Left},
    TypeName{"PARTICIPANT", "ParticipantStatusChangeEvent", EventType::Status},
    TypeName{"PARTICIPANT", "AssignPresenterEvent", EventType::AssignPresenter},
    TypeName{"PRESENTATION", "AssignPresenterEvent", EventType::AssignPresenter},
    TypeName{"PRESENTATION", "SetPresenterInPodEvent", EventType::PodPresenter},
    TypeName{"PARTICIPANT", "RecordStatusEvent", EventType::RecordStatus},
    TypeName{"PARTICIPANT", "RecordChapterBreakEvent", EventType::ChapterBreak},
    TypeName{"PARTICIPANT", "EndAndKickAllEvent", EventType::End},
    TypeName{"POLL", "PollStartedRecordEvent", EventType::PollStarted},
    TypeName{"POLL", "PollPublishedRecordEvent", EventType::PollPublished},
    TypeName{"POLL", "UserRespondedToPollRecordEvent", EventType::PollAnswered},
    TypeName{"bbb-webrtc-sfu", "StartWebRTCDesktopShareEvent", EventType::ScreenStarted},
    TypeName{"bbb-webrtc-sfu", "StopWebRTCDesktopShareEvent", EventType::ScreenStopped},
    TypeName{"Deskshare", "DeskshareStartedEvent", EventType::ScreenStarted},
    TypeName{"Deskshare", "DeskshareStoppedEvent", EventType::ScreenStopped},
    TypeName{"DESKSHARE", "DeskshareStartedEvent", EventType::ScreenStarted},
    TypeName{"DESKSHARE", "DeskshareStoppedEvent", EventType::ScreenStopped},
    TypeName{"Deskshare", "DeskShareStartRTMP", EventType::ScreenStarted},
    TypeName{"Deskshare", "DeskShareStopRTMP", EventType::ScreenStopped},
    TypeName{"DESKSHARE", "DeskShareStartRTMP", EventType::ScreenStarted},
    TypeName{"DESKSHARE", "DeskShareStopRTMP", EventType::ScreenStopped},
};

struct FieldName
{
    std::string_view name;
    EventField field;
};

constexpr std::array fieldNames{
    FieldName{"timestampUTC", EventField::TimestampUtc},
    FieldName{"participant", EventField::Participant},
    FieldName{"talking", EventField::Talking},
    FieldName{"muted", EventField::Muted},
    FieldName{"userId", EventField::UserId},
    FieldName{"userid", EventField::UserId}, // AssignPresenterEvent's spelling
    FieldName{"externalUserId", EventField::ExternalUserId},
    FieldName{"name", EventField::Name},
    FieldName{"role", EventField::Role},
    FieldName{"status", EventField::Status},
    FieldName{"value", EventField::Value},
    FieldName{"callername", EventField::CallerName},
    FieldName{"callernumber", EventField::CallerNumber},
    FieldName{"senderId", EventField::SenderId},
    FieldName{"sender", EventField::Sender},
    FieldName{"pollId", EventField::PollId},
    FieldName{"question", EventField::Question},
    FieldName{"answers", EventField::Answers},
    FieldName{"secretPoll", EventField::SecretPoll},
    FieldName{"reason", EventField::Reason},
    FieldName{"breakTimestamp", EventField::BreakTimestamp},
    FieldName{"nextPresenterId", EventField::NextPresenterId},
    FieldName{"podId", EventField::PodId},
};
static_assert(size_t(EventField::Count) <= 32, "EventFields keeps a bit for each");
} // namespace

EventType eventType(std::string_view module, std::string_view name)
{
    if (module == "WHITEBOARD")
        return EventType::Other;
    for (const TypeName &known : typeNames) {
        if (known.name == name && known.module == module)
            return known.type;
    }
    // The Flash era's name comes with and without "Event" behind it.
    if (name.starts_with("DeskShareSt") && name.ends_with("RTMPEvent"))
        return eventType(module, name.substr(0, name.size() - 5));
    return EventType::Other;
}

EventField eventField(std::string_view name)
{
    for (const FieldName &known : fieldNames) {
        if (known.name == name)
            return known.field;
    }
    return EventField::None;
}

void EventFields::clear()
{
    for (size_t i = 0; m_filled >> i; ++i) {
        if ((m_filled >> i) & 1)
            m_values[i].clear();
    }
    m_filled = 0;
}

void EventFields::begin(EventField field)
{
    if (field == EventField::None)
        return;
    m_values[size_t(field)].clear();
    m_filled |= 1u << unsigned(field);
}

void EventFields::append(EventField field, std::string_view piece)
{
    std::string &value = m_values[size_t(field)];
    if (value.size() < longestField)
        value.append(piece.substr(0, longestField - value.size()));
}

std::string_view EventFields::value(EventField field) const
{
    std::string_view text = m_values[size_t(field)];
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

QString pollText(std::string_view question, std::string_view answersJson)
{
    QStringList lines;
    if (const QString asked = cleanLine(question, 1000); !asked.isEmpty())
        lines.append(asked);
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray(answersJson.data(), qsizetype(answersJson.size())));
    const QJsonArray answers = json.array();
    for (qsizetype i = 0; i < std::min(answers.size(), mostAnswers); ++i) {
        const QJsonObject answer = answers[i].toObject();
        const QByteArray key = answer.value("key"_L1).toString().toUtf8();
        QString line = cleanLine({key.constData(), size_t(key.size())}, longestAnswer);
        if (const QJsonValue votes = answer.value("numVotes"_L1); votes.isDouble())
            line += u": "_s + QString::number(votes.toInteger());
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace letopis
