#include "app/cli/materialanswer.h"

#include "app/cli/cataloganswer.h"
#include "app/cli/text.h"

#include <QJsonArray>

namespace letopis::cli {

using namespace Qt::Literals::StringLiterals;

namespace {
QJsonObject versionJson(const MaterialVersion &version)
{
    return {{u"version"_s, version.number},
            {u"fileName"_s, version.fileName},
            {u"sizeBytes"_s, version.sizeBytes},
            {u"sha256"_s, QString::fromLatin1(version.sha256.toHex())},
            {u"mimeType"_s, version.mimeType},
            {u"addedBy"_s, version.addedBy},
            {u"addedAt"_s, version.addedAt.isValid() ? QJsonValue(isoTime(version.addedAt)) : QJsonValue()},
            {u"onServer"_s, version.isOnServer},
            {u"offline"_s, !version.localFile.isEmpty()}};
}

// Stable names for scripts, beside what JSON tells in several keys.
QString stateName(const Material &material)
{
    if (material.isTrashed)
        return u"trashed"_s;
    if (material.isWaiting)
        return u"waiting"_s;
    return !material.newest().localFile.isEmpty() ? u"offline"_s : material.newest().isOnServer ? u"onServer"_s : u"elsewhere"_s;
}
} // namespace

QJsonObject materialJson(const Material &material)
{
    QJsonArray versions;
    for (const MaterialVersion &version : material.versions)
        versions += versionJson(version);
    return {{u"id"_s, material.id.value},
            {u"uuid"_s, material.uuid},
            {u"name"_s, material.name},
            {u"description"_s, material.description},
            {u"trashed"_s, material.isTrashed},
            {u"trashedAt"_s, material.trashedAt.isValid() ? QJsonValue(isoTime(material.trashedAt)) : QJsonValue()},
            {u"waiting"_s, material.isWaiting},
            {u"problem"_s, material.problem.isEmpty() ? QJsonValue() : QJsonValue(material.problem)},
            {u"versions"_s, versions}};
}

Grid materialsTable(const QList<Material> &materials)
{
    Grid grid{{{Cli::tr("ID"), u"id"_s, true, false},
               {Cli::tr("Name"), u"name"_s, false, true},
               {Cli::tr("Size"), u"sizeBytes"_s, true, false},
               {Cli::tr("Version"), u"version"_s, true, false},
               {Cli::tr("Added by"), u"addedBy"_s, false, true},
               {Cli::tr("Added"), u"addedAt"_s, false, false},
               {Cli::tr("State"), u"state"_s, false, false}},
              {}};
    for (const Material &one : materials) {
        const MaterialVersion &newest = one.newest();
        grid.rows += {QString::number(one.id.value),     one.name,       QString::number(newest.sizeBytes),
                      QString::number(newest.number),    newest.addedBy, isoTime(newest.addedAt),
                      stateName(one)};
    }
    return grid;
}

Result<Material> materialNamed(const QList<Material> &materials, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    QList<Material> named;
    for (const Material &one : materials) {
        if (one.uuid == text || (isNumber && one.id.value == number))
            return one;
        if (one.name == text)
            named += one;
    }
    if (named.size() > 1)
        return Error{ErrorKind::InvalidInput, u"several materials have this name: give the ID"_s, text, {}};
    if (named.isEmpty())
        return Error{ErrorKind::NotFound, u"no such material"_s, text, {}};
    return named.first();
}

Result<QList<Material>> materialsNamed(const QList<Material> &all, const QStringList &texts)
{
    QList<Material> found;
    for (const QString &text : texts) {
        const Result<Material> one = materialNamed(all, text);
        if (!one)
            return one.error();
        found += *one;
    }
    return found;
}

} // namespace letopis::cli
