#pragma once

#include "core/access/accessanswers.h"
#include "core/access/grantproposal.h"

#include <QLocale>

namespace letopis {

// Permissions, and the answer to "who can see this, and why", in words.

QString permissionText(Permission permission);
QString permissionSetText(PermissionSet set);                 // "Publish + Manage", "No access"
QString folderText(FolderId folder, const QString &name);     // our own words for the roots
QString itemText(const LibraryItem &item, const QString &name);
QString untilText(qint64 untilMs, const QLocale &locale = QLocale()); // "until 5 May 2027, 00:00"; empty: without end

// The decision step by step, one sentence each: whose list holds, each group, the groups together, the person's own entry, what
// decided; the last ones say what the role makes of it.
QStringList explanationSentences(const AccessExplanation &explanation, const QLocale &locale = QLocale());
QString rulingText(const Ruling &ruling, const Standing &standing); // the sentence with the result
QString holderText(const AccessHolder &holder);                     // through what: "group Staff", "own entry", "administrator"

// What a change would do.
QString previewText(const AccessPreview &preview); // one sentence
QString differenceText(const AccessDifference &difference); // "View → Manage", or counts of recordings

QString proposalModeText(ProposalMode mode);

// What is true wherever permissions are edited, until a service stands before the servers.
QString permissionsReachText();

} // namespace letopis
