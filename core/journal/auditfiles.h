#pragma once

#include "core/domain/audit.h"

#include <optional>
#include <stop_token>

namespace letopis {

// What a file is compared with beside itself.
struct AuditFileCheck
{
    QString file;                          // extract, sealed segment, anchor, or a deletion's certificate with its event
    std::optional<AuditAnchor> anchor = {}; // of an extract: its event must be in it
    QString within = {};                   // of a certificate: an extract that has its event …
    QString catalogFile = {};              // … or the catalog, of which anchor and certificate must be a part; empty: not compared
};

// Offline. Blocks. BadAnswer: none of these; Unsupported, NotFound, Cancelled. What does not hold is the verdict's to say.
Result<AuditFileVerdict> checkAuditFile(const AuditFileCheck &check, std::stop_token stop = {});

// The anchor of a file, its signature checked where it has one: ContentMismatch.
Result<AuditAnchor> readAnchorFile(const QString &file);

} // namespace letopis
