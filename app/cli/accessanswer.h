#pragma once

#include "app/cli/output.h"
#include "core/access/accessanswers.h"
#include "core/access/accesslink.h"
#include "core/access/grantproposal.h"

#include <QJsonArray>

namespace letopis::cli {

// Access, links and proposals under the JSON keys that docs/cli.md promises.

QJsonObject itemJson(const LibraryItem &item, const QString &name = {});
QJsonObject accessListJson(const LibraryItem &item, const AccessList &list);
QJsonObject previewJson(const NamedPreview &named);
QJsonObject explanationJson(const LibraryItem &item, const AccessExplanation &explanation);
QJsonObject holdersJson(const AccessHolders &holders);
QJsonObject linkJson(const AccessLink &link, qint64 nowMs);
QJsonObject linkPolicyJson(const LinkPolicy &policy);
QJsonObject proposalsJson(const GrantProposals &proposals);
QJsonObject gapJson(const AttendanceGap &gap);

Grid accessListTable(const AccessList &list);
// In CSV what people read as a sentence stands in columns of names and numbers.
Grid previewTable(const NamedPreview &named, OutputFormat format);
Grid holdersTable(const AccessHolders &holders, OutputFormat format);
Grid linkTable(const QList<AccessLink> &links, qint64 nowMs);
Grid linkPolicyTable(const LinkPolicy &policy);
Grid proposalTable(const GrantProposals &proposals);
Grid gapTable(const AttendanceGap &gap);

} // namespace letopis::cli
