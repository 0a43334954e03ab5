#pragma once

#include "core/domain/actor.h"
#include "core/domain/recordingfield.h"
#include "core/storage/connection.h"

namespace letopis {

// The built-in fields, then the custom ones by position.
Result<QList<FieldDefinition>> readFieldDefinitions(Connection &connection, bool withArchived);
// Adds or changes a custom field, with its journal line. InvalidInput; AlreadyExists: with another type.
Result<> storeFieldDefinition(Connection &connection, const Actor &actor, const FieldDefinition &definition, qint64 nowMs);

const FieldDefinition *definitionIn(const QList<FieldDefinition> &all, const QString &id); // null: none

} // namespace letopis
