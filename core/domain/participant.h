#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace letopis {

// The part a person had in a meeting; history, never a right (access.md). Ordered: higher is more.
enum class ConferenceRole { Guest, Viewer, Presenter, Moderator };

QString conferenceRoleName(ConferenceRole role); // "moderator" …
std::optional<ConferenceRole> conferenceRoleFromName(const QString &name);

struct RoleSpan
{
    ConferenceRole role = ConferenceRole::Viewer;
    qint64 fromMs = 0; // epoch, UTC
    qint64 toMs = 0;

    friend bool operator==(const RoleSpan &, const RoleSpan &) = default;
};

struct PresenceSession
{
    qint64 joinedAtMs = 0; // epoch, UTC
    qint64 leftAtMs = 0;

    friend bool operator==(const PresenceSession &, const PresenceSession &) = default;
};

// One person of one meeting, however often they joined. Times are epoch ms UTC; durations ms.
struct Participant
{
    QString name;
    QString externalUserId;         // empty: the integration gave none
    std::optional<bool> registered; // nothing: cannot be told
    bool isPhone = false;           // voice only
    ConferenceRole role = ConferenceRole::Viewer; // the highest held
    QList<RoleSpan> roles;          // moderator/viewer spans in order, presenter spans beside them
    QList<PresenceSession> sessions; // in order; may overlap (two devices)
    qint64 presentMs = 0;            // union of the sessions
    qint64 talkMs = 0;
    int chatMessages = 0;
    int pollAnswers = 0;

    friend bool operator==(const Participant &, const Participant &) = default;
};

} // namespace letopis
