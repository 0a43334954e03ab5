#pragma once

#include "core/domain/backup.h"
#include "core/domain/jobstatus.h"
#include "core/domain/passphrase.h"
#include "ui/text/errortext.h"

namespace letopis {

// Backups in words. A server's name comes from who knows it.

QString backupPlaceText(const BackupDestination &place, const QString &serverName);
QString backupIntervalText(BackupInterval interval);
QString passphraseStrengthText(PassphraseStrength strength);
// What a restore means, by how the two catalogs are related.
QString restoreMeaning(const RestorePreview &preview);

// Of a job that makes, checks or restores a backup; other errors as errorText().
ErrorText backupErrorText(const Error &error, JobKind kind, bool isOnServer);
// "81 MB, encrypted"; with what was left out.
QString backupOutcome(const BackupReport &report);
// What was left out, one on each line.
QString backupProblems(const BackupReport &report);

} // namespace letopis
