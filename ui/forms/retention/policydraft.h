#pragma once

#include "core/retention/retentionpolicy.h"

namespace letopis {

// A policy as it is being typed, whole or not; of a draft nothing is refused.
QJsonObject policyDraft(const RetentionPolicy &policy);
RetentionPolicy policyFromDraft(const QJsonObject &draft); // without id and uuid

} // namespace letopis
