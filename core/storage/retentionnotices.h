#pragma once

#include "core/domain/actor.h"
#include "core/retention/retentionanswers.h"
#include "core/storage/connection.h"

namespace letopis {

// Warnings before recordings go, inside the caller's transaction.

// Makes those that are to be made now; how many. One for a server and stage, with what reaches the stage in the next days too, so
// that the next one comes only then; never the same recording for the same stage and date again.
Result<qint64> makeRetentionNotices(Connection &connection, const Actor &actor, qint64 nowMs);
Result<QList<RetentionNotice>> readRetentionNotices(Connection &connection, bool withDismissed); // the newest first
Result<QList<ForecastItem>> readNoticeItems(Connection &connection, NoticeId notice, qsizetype from, int limit); // the soonest first
Result<> dismissRetentionNotice(Connection &connection, NoticeId notice, const Actor &actor, qint64 nowMs); // NotFound

// So many days before it goes is a recording warned of: a policy of few days has no room for a month's notice.
int warningLead(int stageDays, std::optional<int> policyDays);

} // namespace letopis
