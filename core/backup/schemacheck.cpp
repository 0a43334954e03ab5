#include "core/backup/schemacheck.h"

#include "core/storage/migrator.h"

#include <QFile>
#include <QSet>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SchemaObject
{
    QString type;
    QString name;
    QString sql;
};

} // namespace

template <>
SchemaObject fromRow(const Row &row)
{
    return {row.get<QString>("type"_L1), row.get<QString>("name"_L1), row.get<QString>("sql"_L1)};
}

namespace {

struct Schema
{
    QSet<QString> tables;
    QSet<QString> programs; // triggers and views, with their text
};

Result<Schema> schemaOf(Connection &connection)
{
    const Result<std::vector<SchemaObject>> objects = connection.select<SchemaObject>(
        {"backup.schema"_L1, u"SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master ORDER BY type, name"_s});
    if (!objects)
        return objects.error();
    Schema schema;
    for (const SchemaObject &object : *objects) {
        if (object.type == "table"_L1)
            schema.tables += object.name;
        else if (object.type != "index"_L1)
            schema.programs += object.type + u' ' + object.name + u' ' + object.sql;
    }
    return schema;
}

Result<Schema> freshSchema(qint64 version, const QString &file)
{
    Result<QList<Migration>> migrations = compiledMigrations();
    if (!migrations)
        return migrations.error();
    migrations->removeIf([version](const Migration &migration) { return migration.version > version; });
    const Result<std::unique_ptr<Connection>> connection = Connection::open(file, ConnectionMode::ReadWrite, {});
    if (!connection)
        return connection.error();
    if (const Result<bool> made = migrate(**connection, *migrations, {}, 0); !made)
        return made.error();
    return schemaOf(**connection);
}

} // namespace

Result<> checkSchema(Connection &foreign, qint64 version, const QString &scratchFile)
{
    const Result<Schema> found = schemaOf(foreign);
    if (!found)
        return found.error();
    const Result<Schema> own = freshSchema(version, scratchFile);
    QFile::remove(scratchFile);
    if (!own)
        return own.error();
    if (!found->tables.contains(own->tables))
        return Error{ErrorKind::ContentMismatch, u"a table is missing in the catalog"_s, {}, {}};
    if (!own->programs.contains(found->programs))
        return Error{ErrorKind::ContentMismatch, u"the catalog has a trigger or view that is not Letopis' own"_s, {}, {}};
    return {};
}

} // namespace letopis
