#pragma once

#include "app/cli/output.h"
#include "core/domain/attendancereport.h"
#include "core/domain/recordinginformation.h"

#include <QJsonArray>

namespace letopis::cli {

// Edits and attendance under the JSON keys that docs/cli.md promises.

QJsonObject plannedJson(const PlannedEdit &edit);
QJsonObject resultJson(const FieldEditResult &result);
QJsonObject historyJson(const FieldHistoryEntry &entry);
QJsonObject outboxJson(const OutboxEntry &entry);
QJsonObject fieldJson(const FieldDefinition &definition);

Grid attendanceTable(const QList<Attendee> &attendees);

} // namespace letopis::cli
