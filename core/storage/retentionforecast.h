#pragma once

#include "core/storage/retentionplanner.h"

#include <QIODevice>

namespace letopis {

// What would go, inside the caller's transaction.

Result<RetentionForecast> makeForecast(Connection &connection, const ForecastRequest &request, qint64 nowMs);
// What `after` takes earlier than `before`, or at all, on the servers that are switched on; some day, not only now.
Result<RetentionForecast> makeWidening(Connection &connection, const QList<RetentionPolicy> &before, const QList<RetentionPolicy> &after,
                                       qint64 nowMs);
// What the stored policies take some day once the server is switched on.
Result<RetentionForecast> makeActivation(Connection &connection, ServerId server, qint64 nowMs);
// What goes earlier when days are another zone's.
Result<RetentionForecast> makeZoneChange(Connection &connection, const QTimeZone &after, qint64 nowMs);
Result<RetentionCalendar> makeCalendar(Connection &connection, const ForecastRequest &request);

// `visible`: the SQL condition over the recording r for showing its title, and its recordID, which opens its playback.
Result<QList<ForecastRow>> readForecastRows(Connection &connection, const RetentionForecast &forecast, qsizetype from, int limit,
                                            const QString &visible);
Result<QList<ForecastRow>> readForecastRows(Connection &connection, const QList<ForecastItem> &items,
                                            const QHash<PolicyId, QString> &policies, const QString &visible);
// RFC 4180 under keys that docs/cli.md promises.
Result<> writeForecastCsv(Connection &connection, const RetentionForecast &forecast, const QString &visible, QIODevice &device);

} // namespace letopis
