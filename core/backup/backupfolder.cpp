#include "core/backup/backupfolder.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

QList<BackupName> backupsToRemove(QList<BackupFile> present, const BackupName &written, int keep)
{
    present.removeIf([&written](const BackupFile &file) {
        return file.name.catalogId != written.catalogId || file.name == written;
    });
    std::sort(present.begin(), present.end(),
              [](const BackupFile &a, const BackupFile &b) { return a.name.at > b.name.at; });
    QList<BackupName> superfluous;
    for (qsizetype index = std::max(keep, 1) - 1; index < present.size(); ++index)
        superfluous += present[index].name;
    return superfluous;
}

bool isForgottenPart(const QString &fileName, const BackupName &written)
{
    if (!fileName.endsWith(".part"_L1))
        return false;
    // Here "<name>.part", on a server ".<name>.<id>.part".
    QString name = fileName.chopped(5);
    if (name.startsWith(u'.'))
        name = name.sliced(1, std::max<qsizetype>(name.lastIndexOf(u'.') - 1, 0));
    const std::optional<BackupName> part = backupNameFrom(name);
    return part && part->catalogId == written.catalogId && part->at.daysTo(written.at) >= 1;
}

Result<QList<BackupFile>> backupsIn(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return Error{ErrorKind::NotFound, u"there is no such folder"_s, folder, {}};
    QList<BackupFile> found;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files, QDir::NoSort)) {
        if (const auto name = backupNameFrom(info.fileName()))
            found.append({*name, info.size()});
    }
    std::sort(found.begin(), found.end(), [](const BackupFile &a, const BackupFile &b) { return a.name.at > b.name.at; });
    return found;
}

Result<QStringList> pruneBackups(const QString &folder, const BackupName &written, int keep)
{
    const Result<QList<BackupFile>> present = backupsIn(folder);
    if (!present)
        return present.error();
    QStringList removed;
    for (const BackupName &name : backupsToRemove(*present, written, keep)) {
        if (QFile::remove(folder + u'/' + name.fileName()))
            removed += name.fileName();
    }
    for (const QString &name : QDir(folder).entryList({u"letopis-*.part"_s}, QDir::Files)) {
        if (isForgottenPart(name, written))
            QFile::remove(folder + u'/' + name);
    }
    return removed;
}

} // namespace letopis
