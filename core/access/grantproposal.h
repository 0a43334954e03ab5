#pragma once

#include "core/access/group.h"
#include "core/domain/recording.h"

namespace letopis {

// A participant who moderated a meeting and is known, but cannot manage its recording. Somebody who is denied it, or whom it was
// declined or granted before, is proposed no more.
struct GrantProposal
{
    RecordingId recording;
    QString recordingTitle;
    qint64 startedAtMs = 0;
    NamedPrincipal person;

    friend bool operator==(const GrantProposal &, const GrantProposal &) = default;
};

struct GrantProposals
{
    QList<GrantProposal> proposals; // newest recordings first; at most maxProposals
    qint64 count = 0;               // of all

    static constexpr qsizetype maxProposals = 500;
};

// What a server's syncs do with proposals. Grant gives at most maxGrantsAtOnce at the end of one sync, the rest after the next.
enum class ProposalMode { Off, Propose, Grant };
constexpr int maxGrantsAtOnce = 5000;

QString proposalModeName(ProposalMode mode); // "off", "propose", "grant"
std::optional<ProposalMode> proposalModeFromName(const QString &name);

// Known people: who was there and who may watch. Administrators and the blocked are in neither list.
struct AttendanceGap
{
    QList<NamedPrincipal> attendedCannotWatch; // by name
    QList<NamedPrincipal> canWatchDidNotAttend; // by name; at most maxListed
    qint64 canWatchDidNotAttendCount = 0;       // of all
    bool isPublic = false;                      // then everybody can watch; the list has those who were granted something

    static constexpr qsizetype maxListed = 500;
};

} // namespace letopis
