#pragma once

#include "core/access/folder.h"
#include "core/access/grantproposal.h"
#include "core/storage/connection.h"

namespace letopis {

// Who of the people known to Letopis was in meetings, for proposals and reports; inside the caller's transaction. Somebody is known by
// a person's match of the participants form, by the server's user id, or by an e-mail address that is the user id; never by name.

Result<QList<PersonId>> peopleWhoAttended(Connection &connection, RecordingId recording, bool onlyModerators);

// A moderator of a meeting, and where its recording stands. Settled ones are left out.
struct MeetingModerator
{
    PersonId person;
    RecordingId recording;
    AccessScope scope;
    QString title;
    qint64 startedAtMs = 0;
    ServerId server;
};
// Of one recording.
Result<std::vector<MeetingModerator>> moderatorsOf(Connection &connection, RecordingId recording);
// Of all recordings that are still on their server (of one server, where it is named), newest first.
Result<std::vector<MeetingModerator>> moderatorsOfAll(Connection &connection, std::optional<ServerId> server);

enum class ProposalDecision { Declined, Granted };
Result<> settleProposal(Connection &connection, RecordingId recording, PersonId person, ProposalDecision decision);

// As if it had never been declined. False: it was not.
Result<bool> reopenProposal(Connection &connection, RecordingId recording, PersonId person);

Result<QHash<ServerId, ProposalMode>> proposalModes(Connection &connection); // of servers not named: Propose
Result<> writeProposalMode(Connection &connection, ServerId server, ProposalMode mode);

} // namespace letopis
