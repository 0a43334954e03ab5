#include "ui/models/participantmodel.h"

#include "ui/text/attendancetext.h"
#include "ui/text/quantities.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/textlabel.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestTip = 20; // sessions or roles listed in a tool tip

bool isNumber(int column)
{
    return column >= ParticipantModel::PresentFor && column <= ParticipantModel::PollAnswers;
}

bool isSame(const ParticipantRows &a, const ParticipantRows &b)
{
    const auto isSameRow = [](const AttendanceReportRow &one, const AttendanceReportRow &other) {
        return one.attendee == other.attendee && one.recordedPresentMs == other.recordedPresentMs
               && qFuzzyCompare(1 + one.percentOfRecorded, 1 + other.percentOfRecorded);
    };
    return a.startedAtMs == b.startedAtMs && a.endedAtMs == b.endedAtMs && a.recorded == b.recorded && a.service == b.service
           && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), isSameRow);
}

QString kindOfAccount(const Participant &participant)
{
    if (participant.isPhone)
        return ParticipantModel::tr("by phone");
    // Having an account is the rule, and where nothing is known nothing is claimed.
    return participant.registered && !*participant.registered ? ParticipantModel::tr("external") : QString();
}

QString nameTip(const Attendee &attendee, ServerKind service)
{
    const Participant &participant = attendee.participant;
    QStringList lines{participant.name, provenanceExplanation(attendee, service)};
    if (participant.registered)
        lines << (*participant.registered ? ParticipantModel::tr("Has an account") : ParticipantModel::tr("Came without an account"));
    if (!attendee.personName.isEmpty())
        lines << ParticipantModel::tr("Known as %1").arg(attendee.personName);
    if (participant.sessions.size() > 1)
        lines << ParticipantModel::tr("Joined %n time(s)", nullptr, static_cast<int>(participant.sessions.size()));
    if (participant.talkMs > 0)
        lines << ParticipantModel::tr("Talked: %1").arg(minutesText(participant.talkMs));
    if (participant.chatMessages > 0)
        lines << ParticipantModel::tr("Chat messages: %1").arg(numberText(participant.chatMessages));
    if (participant.pollAnswers > 0)
        lines << ParticipantModel::tr("Polls answered: %1").arg(numberText(participant.pollAnswers));
    if (!attendee.note.isEmpty())
        lines << ParticipantModel::tr("Note: %1").arg(attendee.note);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString rolesText(const Attendee &attendee, ServerKind service)
{
    const QList<RoleSpan> &roles = attendee.participant.roles;
    QStringList lines;
    for (const RoleSpan &span : roles.first(std::min(roles.size(), longestTip))) {
        //: %1 is a role, %2 the stretch of time it was held
        lines << ParticipantModel::tr("%1: %2").arg(serviceRoleText(service, span.role), sessionText({span.fromMs, span.toMs}));
    }
    if (roles.size() > longestTip)
        lines << u"…"_s;
    lines << provenanceExplanation(attendee, service);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

TimeSpans spansOf(const Participant &participant)
{
    TimeSpans spans;
    for (const PresenceSession &session : participant.sessions)
        spans += {session.joinedAtMs, session.leftAtMs};
    return spans;
}

} // namespace

void ParticipantModel::setRows(const ParticipantRows &rows)
{
    if (isSame(rows, m_rows))
        return; // a sync that changes nothing must not deselect or scroll
    beginResetModel();
    m_rows = rows;
    m_startedAtMs = rows.startedAtMs;
    m_endedAtMs = rows.endedAtMs;
    for (const AttendanceReportRow &row : rows.rows) {
        for (const PresenceSession &session : row.attendee.participant.sessions) {
            m_startedAtMs = m_startedAtMs > 0 ? std::min(m_startedAtMs, session.joinedAtMs) : session.joinedAtMs;
            m_endedAtMs = std::max(m_endedAtMs, session.leftAtMs);
        }
    }
    m_recorded = partsOf(rows.recorded);
    endResetModel();
}

int ParticipantModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.rows.size());
}

int ParticipantModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ParticipantModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AttendanceReportRow &row = m_rows.rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTip(row, index.column()));
    case Qt::AccessibleTextRole: return accessibleText(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole: return sortValue(row, index.column());
    case PresenceRole:
        return index.column() == Presence ? QVariant::fromValue(partsOf(spansOf(row.attendee.participant))) : QVariant();
    case RecordedRole: return index.column() == Presence ? QVariant::fromValue(m_recorded) : QVariant();
    case UidRole: return row.attendee.uid;
    default: return look(row.attendee, index.column(), role);
    }
}

// What is removed is greyed and struck out; what a person changed or added bears a mark beside the name.
QVariant ParticipantModel::look(const Attendee &attendee, int column, int role) const
{
    if (role == Qt::DecorationRole && column == Name) {
        switch (attendee.provenance) {
        case Provenance::Automatic: return {};
        case Provenance::Edited: return themedIcon(u"edit");
        case Provenance::Added: return themedIcon(u"add");
        }
    }
    if (!attendee.isRemoved)
        return {};
    if (role == Qt::ForegroundRole)
        return QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text);
    if (role == Qt::FontRole) {
        QFont font;
        font.setStrikeOut(true);
        return font;
    }
    return {};
}

QString ParticipantModel::text(const AttendanceReportRow &row, int column) const
{
    const Participant &participant = row.attendee.participant;
    switch (column) {
    case Name: return participant.name;
    case ConferencePart: {
        const QString kind = kindOfAccount(participant);
        const QString role = serviceRoleText(m_rows.service, participant.role);
        return kind.isEmpty() ? role : u"%1, %2"_s.arg(role, kind);
    }
    case PresentFor:
        // Of somebody added by hand nothing may be known.
        return participant.presentMs > 0 || !participant.sessions.isEmpty() ? minutesText(participant.presentMs) : u"–"_s;
    case RecordedPercent: return percentText(row.percentOfRecorded);
    case TalkTime: return participant.talkMs > 0 ? minutesText(participant.talkMs) : QString();
    case ChatMessages: return participant.chatMessages > 0 ? numberText(participant.chatMessages) : QString();
    case PollAnswers: return participant.pollAnswers > 0 ? numberText(participant.pollAnswers) : QString();
    case Source: return provenanceText(row.attendee.provenance);
    case Person: return row.attendee.personName;
    case Note: return row.attendee.note.simplified();
    default: return {};
    }
}

QString ParticipantModel::toolTip(const AttendanceReportRow &row, int column) const
{
    switch (column) {
    case Name: return nameTip(row.attendee, m_rows.service);
    case ConferencePart: return rolesText(row.attendee, m_rows.service);
    case Presence: return presenceText(row);
    case RecordedPercent:
        return row.percentOfRecorded < 0 ? tr("Not known how much of the recorded time")
                                         : tr("Present for %1 of the recorded time").arg(minutesText(row.recordedPresentMs));
    case Source: {
        const QString explanation = provenanceExplanation(row.attendee, m_rows.service);
        return explanation.isEmpty() ? tr("As the server tells it") : explanation;
    }
    case Note: return row.attendee.note;
    default: return text(row, column);
    }
}

QString ParticipantModel::accessibleText(const AttendanceReportRow &row, int column) const
{
    if (column == Presence)
        return presenceText(row);
    if (column != Name)
        return text(row, column);
    QStringList parts{row.attendee.participant.name};
    if (row.attendee.provenance != Provenance::Automatic)
        parts << provenanceText(row.attendee.provenance);
    if (row.attendee.isRemoved)
        parts << tr("removed");
    return parts.join(u", "_s);
}

QVariant ParticipantModel::sortValue(const AttendanceReportRow &row, int column) const
{
    const Participant &participant = row.attendee.participant;
    switch (column) {
    case ConferencePart: return static_cast<int>(participant.role);
    case Presence: // those without times come last, as in the list itself
        return participant.sessions.isEmpty() ? std::numeric_limits<qint64>::max() : participant.sessions.first().joinedAtMs;
    case PresentFor: return participant.presentMs;
    case RecordedPercent: return row.percentOfRecorded;
    case TalkTime: return participant.talkMs;
    case ChatMessages: return participant.chatMessages;
    case PollAnswers: return participant.pollAnswers;
    default: return text(row, column);
    }
}

QString ParticipantModel::presenceText(const AttendanceReportRow &row) const
{
    const QList<PresenceSession> &sessions = row.attendee.participant.sessions;
    QStringList lines;
    for (const PresenceSession &session : sessions.first(std::min(sessions.size(), longestTip)))
        lines << sessionText(session);
    if (sessions.size() > longestTip)
        lines << u"…"_s;
    if (sessions.isEmpty())
        lines << tr("No times known");
    if (row.percentOfRecorded >= 0)
        lines << tr("%1 of the recorded time").arg(percentText(row.percentOfRecorded));
    return lines.join(u'\n');
}

QList<PresencePart> ParticipantModel::partsOf(const TimeSpans &spans) const
{
    QList<PresencePart> parts;
    const auto length = static_cast<double>(m_endedAtMs - m_startedAtMs);
    if (length <= 0)
        return parts;
    for (const auto &[fromMs, toMs] : spans) {
        const double from = static_cast<double>(fromMs - m_startedAtMs) / length;
        const double to = static_cast<double>(toMs - m_startedAtMs) / length;
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
    if (role == Qt::ToolTipRole && section == RecordedPercent)
        return tr("Percent of the recorded time");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case ConferencePart: return tr("Role");
    //: Column with bars: when a person was there; short
    case Presence: return tr("Presence", "column");
    //: Column: how long a person was in the meeting
    case PresentFor: return tr("Present");
    //: Column: percent of the recorded time a person was present; short
    case RecordedPercent: return tr("Rec.", "column");
    //: Column: how long a person talked
    case TalkTime: return tr("Talked");
    //: Column: number of chat messages
    case ChatMessages: return tr("Chat");
    //: Column: number of polls answered
    case PollAnswers: return tr("Polls");
    //: Column: automatic, edited or added by hand
    case Source: return tr("Source");
    //: Column: whom of the people Letopis knows the participant was
    case Person: return tr("Known person");
    case Note: return tr("Note");
    default: return {};
    }
}

} // namespace letopis
