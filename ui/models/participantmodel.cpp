#include "ui/models/participantmodel.h"

#include "ui/text/dates.h"
#include "ui/text/names.h"
#include "ui/text/quantities.h"
#include "ui/widgets/textlabel.h"

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestTip = 20; // sessions or roles listed in a tool tip

bool isNumber(int column)
{
    return column >= ParticipantModel::PresentFor;
}

QString kindOfAccount(const Participant &participant)
{
    if (participant.isPhone)
        return ParticipantModel::tr("by phone");
    // Having an account is the rule, and where nothing is known nothing is claimed.
    return participant.registered && !*participant.registered ? ParticipantModel::tr("external") : QString();
}

QString nameTip(const Participant &participant)
{
    QStringList lines{participant.name};
    if (participant.registered)
        lines << (*participant.registered ? ParticipantModel::tr("Has an account") : ParticipantModel::tr("Came without an account"));
    if (participant.sessions.size() > 1)
        lines << ParticipantModel::tr("Joined %n time(s)", nullptr, static_cast<int>(participant.sessions.size()));
    if (participant.talkMs > 0)
        lines << ParticipantModel::tr("Talked: %1").arg(minutesText(participant.talkMs));
    if (participant.chatMessages > 0)
        lines << ParticipantModel::tr("Chat messages: %1").arg(numberText(participant.chatMessages));
    if (participant.pollAnswers > 0)
        lines << ParticipantModel::tr("Polls answered: %1").arg(numberText(participant.pollAnswers));
    return lines.join(u'\n');
}

QString rolesText(const Participant &participant)
{
    QStringList lines;
    for (const RoleSpan &span : participant.roles.first(std::min(participant.roles.size(), longestTip)))
        lines << ParticipantModel::tr("%1: %2–%3").arg(roleText(span.role), timeOfDay(span.fromMs), timeOfDay(span.toMs));
    if (participant.roles.size() > longestTip)
        lines << u"…"_s;
    return lines.join(u'\n');
}

} // namespace

void ParticipantModel::setParticipants(const QList<Participant> &participants, qint64 startedAtMs, qint64 endedAtMs)
{
    const auto asked = std::tuple(startedAtMs, endedAtMs);
    if (participants == m_participants && asked == m_asked)
        return; // a sync that changes nothing must not deselect or scroll
    m_asked = asked;
    beginResetModel();
    m_participants = participants;
    m_startedAtMs = startedAtMs;
    m_endedAtMs = endedAtMs;
    for (const Participant &person : participants) {
        for (const PresenceSession &session : person.sessions) {
            m_startedAtMs = m_startedAtMs > 0 ? std::min(m_startedAtMs, session.joinedAtMs) : session.joinedAtMs;
            m_endedAtMs = std::max(m_endedAtMs, session.leftAtMs);
        }
    }
    endResetModel();
}

int ParticipantModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_participants.size());
}

int ParticipantModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParticipantModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Participant &person = m_participants.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(person, index.column());
    case Qt::ToolTipRole: {
        const QString tip = index.column() == ConferencePart ? rolesText(person)
            : index.column() == Presence                     ? presenceText(person)
            : index.column() == Name                         ? nameTip(person)
                                                             : text(person, index.column());
        return plainToolTip(tip);
    }
    case Qt::AccessibleTextRole: return index.column() == Presence ? presenceText(person) : text(person, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole: return sortValue(person, index.column());
    case PresenceRole: return index.column() == Presence ? QVariant::fromValue(presence(person)) : QVariant();
    default: return {};
    }
}

QString ParticipantModel::text(const Participant &participant, int column) const
{
    switch (column) {
    case Name: return participant.name;
    case ConferencePart: {
        const QString kind = kindOfAccount(participant);
        return kind.isEmpty() ? roleText(participant.role) : u"%1, %2"_s.arg(roleText(participant.role), kind);
    }
    case PresentFor: return minutesText(participant.presentMs);
    case TalkTime: return participant.talkMs > 0 ? minutesText(participant.talkMs) : QString();
    case ChatMessages: return participant.chatMessages > 0 ? numberText(participant.chatMessages) : QString();
    case PollAnswers: return participant.pollAnswers > 0 ? numberText(participant.pollAnswers) : QString();
    default: return {};
    }
}

QVariant ParticipantModel::sortValue(const Participant &participant, int column) const
{
    switch (column) {
    case Name: return participant.name;
    case ConferencePart: return static_cast<int>(participant.role);
    case Presence: return participant.sessions.isEmpty() ? 0 : participant.sessions.first().joinedAtMs;
    case PresentFor: return participant.presentMs;
    case TalkTime: return participant.talkMs;
    case ChatMessages: return participant.chatMessages;
    case PollAnswers: return participant.pollAnswers;
    default: return {};
    }
}

QString ParticipantModel::presenceText(const Participant &participant) const
{
    QStringList lines;
    for (const PresenceSession &session : participant.sessions.first(std::min(participant.sessions.size(), longestTip)))
        lines << tr("%1–%2").arg(timeOfDay(session.joinedAtMs), timeOfDay(session.leftAtMs));
    if (participant.sessions.size() > longestTip)
        lines << u"…"_s;
    return lines.join(u'\n');
}

QList<PresencePart> ParticipantModel::presence(const Participant &participant) const
{
    QList<PresencePart> parts;
    const auto length = static_cast<double>(m_endedAtMs - m_startedAtMs);
    if (length <= 0)
        return parts;
    for (const PresenceSession &session : participant.sessions) {
        const double from = static_cast<double>(session.joinedAtMs - m_startedAtMs) / length;
        const double to = static_cast<double>(session.leftAtMs - m_startedAtMs) / length;
        parts.append({std::clamp(from, 0.0, 1.0), std::clamp(to, 0.0, 1.0)});
    }
    return parts;
}

QVariant ParticipantModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<Qt::Alignment>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case ConferencePart: return tr("Role");
    case Presence: return tr("Presence");
    //: Column: how long a person was in the meeting
    case PresentFor: return tr("Present");
    //: Column: how long a person talked
    case TalkTime: return tr("Talked");
    //: Column: number of chat messages
    case ChatMessages: return tr("Chat");
    //: Column: number of polls answered
    case PollAnswers: return tr("Polls");
    default: return {};
    }
}

} // namespace letopis
