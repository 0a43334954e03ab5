#include "ui/text/backuptext.h"

#include "ui/text/dates.h"
#include "ui/text/quantities.h"

#include <QCoreApplication>
#include <QDir>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BackupTr
{
    Q_DECLARE_TR_FUNCTIONS(BackupText)
};

using MaybeText = std::optional<ErrorText>;

MaybeText makingText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::SecretMissing:
        return ErrorText{BackupTr::tr("The passphrase of the schedule is not where secrets are kept. No backup was made"),
                         BackupTr::tr("Type it again on the Schedule tab of the backups and apply.")};
    case ErrorKind::ContentMismatch:
        return ErrorText{BackupTr::tr("The backup was checked and is not sound, so it was not kept"),
                         BackupTr::tr("Check the disk. If it happens again, the catalog itself may be damaged: restore the last "
                                      "good backup.")};
    case ErrorKind::AlreadyExists:
        return ErrorText{BackupTr::tr("There is a file of this name already"), BackupTr::tr("Choose another name.")};
    case ErrorKind::DiskFull:
        return ErrorText{BackupTr::tr("There is not enough room for the backup"),
                         BackupTr::tr("Free some space there, or have fewer backups kept.")};
    default: return {};
    }
}

MaybeText localText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Timeout:
        return ErrorText{BackupTr::tr("Another backup or restore of this catalog is under way"),
                         BackupTr::tr("Wait for it, then try again.")};
    case ErrorKind::PermissionDenied:
        return ErrorText{BackupTr::tr("The place for the backup cannot be written"),
                         BackupTr::tr("See whether the disk is connected and who may write there, or choose another place.")};
    default: return {};
    }
}

MaybeText readingText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return ErrorText{BackupTr::tr("The backup is not there any more"),
                         BackupTr::tr("See whether the disk is connected, or use another backup.")};
    case ErrorKind::InvalidInput:
        return ErrorText{BackupTr::tr("This file is no backup of a catalog"), BackupTr::tr("Choose another file.")};
    case ErrorKind::SecretMissing:
        return ErrorText{BackupTr::tr("The backup is encrypted"), BackupTr::tr("Type its passphrase.")};
    case ErrorKind::ContentMismatch:
        return ErrorText{BackupTr::tr("The backup is damaged"),
                         BackupTr::tr("It cannot be restored. Use another one, and make a new backup soon.")};
    case ErrorKind::SchemaTooNew:
    case ErrorKind::Unsupported:
        return ErrorText{BackupTr::tr("The backup was made by a newer version of Letopis"),
                         BackupTr::tr("Install the newer version.")};
    case ErrorKind::TooLarge:
    case ErrorKind::DiskFull:
        return ErrorText{BackupTr::tr("There is not enough room to unpack the backup"),
                         BackupTr::tr("Free some space, then try again.")};
    default: return {};
    }
}

} // namespace

QString backupPlaceText(const BackupDestination &place, const QString &serverName)
{
    switch (place.kind) {
    case BackupDestination::Kind::Server:
        //: %1 is a server's name
        return serverName.isEmpty() ? BackupTr::tr("a server that was removed") : BackupTr::tr("server %1").arg(serverName);
    case BackupDestination::Kind::File:
    case BackupDestination::Kind::Folder: return QDir::toNativeSeparators(place.where);
    }
    return {};
}

QString backupIntervalText(BackupInterval interval)
{
    switch (interval) {
    case BackupInterval::Off: return BackupTr::tr("Never");
    case BackupInterval::Daily: return BackupTr::tr("Every day");
    case BackupInterval::Weekly: return BackupTr::tr("Every week");
    }
    return {};
}

QString passphraseStrengthText(PassphraseStrength strength)
{
    switch (strength) {
    case PassphraseStrength::None: return {};
    case PassphraseStrength::Weak: return BackupTr::tr("Weak: easy to guess. Four or five unrelated words are easy to remember and hard to guess.");
    case PassphraseStrength::Fair: return BackupTr::tr("Fair: some more words or characters make it safe.");
    case PassphraseStrength::Good: return BackupTr::tr("Good: hard to guess.");
    }
    return {};
}

QString restoreMeaning(const RestorePreview &preview)
{
    if (preview.isPresentEmpty)
        return BackupTr::tr("The catalog here is empty: nothing is replaced.");
    const auto later = static_cast<int>(preview.present.auditEvents - preview.backup.auditEvents);
    switch (preview.relation) {
    case CatalogRelation::Same: return BackupTr::tr("The backup holds the same as the catalog here: restoring changes nothing.");
    case CatalogRelation::Earlier:
        return BackupTr::tr("The backup is an earlier state of this catalog. %n later change(s) will be missing; they stay in the "
                            "catalog that is kept.",
                            nullptr, later);
    case CatalogRelation::Later: return BackupTr::tr("The backup is a later state of this catalog: nothing that is here will be missing.");
    case CatalogRelation::Branched:
        return BackupTr::tr("The backup and the catalog here began as one, and each has changed since. What changed here will be "
                            "missing; it stays in the catalog that is kept.");
    case CatalogRelation::Unrelated:
        return BackupTr::tr("The backup is of another catalog. All that is here will be replaced; it stays in the catalog that is "
                            "kept.");
    }
    return {};
}

ErrorText backupErrorText(const Error &error, JobKind kind, bool isOnServer)
{
    MaybeText text;
    if (isWrongPassphrase(error))
        text = ErrorText{BackupTr::tr("The passphrase is wrong"), BackupTr::tr("Type it again, as it was when the backup was made.")};
    else if (kind == JobKind::Backup)
        text = makingText(error.kind);
    else if (!isOnServer || error.kind != ErrorKind::NotFound)
        text = readingText(error.kind);
    if (!text && !isOnServer)
        text = localText(error.kind);
    if (!text)
        return errorText(error);
    text->sentence += u'.';
    return *text;
}

QString backupOutcome(const BackupReport &report)
{
    QStringList parts{sizeText(report.fileBytes), report.isEncrypted ? BackupTr::tr("encrypted") : BackupTr::tr("not encrypted")};
    const auto left = static_cast<int>(report.lostMaterials.size() + report.damagedFiles.size());
    if (left > 0)
        parts << BackupTr::tr("%n damaged file(s) left out", nullptr, left);
    return parts.join(u", "_s);
}

QString backupProblems(const BackupReport &report)
{
    QStringList lines;
    for (const QString &name : report.lostMaterials)
        lines << BackupTr::tr("Material missing or damaged on this disk, and not on a server yet: %1. Add it again.").arg(name);
    for (const QString &name : report.damagedFiles)
        lines << BackupTr::tr("Damaged on this disk; the next sync brings it again: %1").arg(name);
    return lines.join(u'\n');
}

} // namespace letopis
