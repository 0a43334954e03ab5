#include "core/storage/migrator.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

// Resources of a static library are linked only where this runs; it may not be inside a namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
struct Applied
{
    qint64 version = 0;
    QString checksum;
};

struct Counted
{
    qint64 count = 0;
};
} // namespace

template <>
Applied fromRow(const Row &row)
{
    return {.version = row.get<qint64>("version"_L1), .checksum = row.get<QString>("checksum"_L1)};
}

template <>
Counted fromRow(const Row &row)
{
    return {.count = row.get<qint64>("count"_L1)};
}

namespace {
Result<QString> expandTypes(const QString &sql)
{
    static const QList<std::pair<QString, QString>> words{{u"@id@"_s, u"INTEGER PRIMARY KEY"_s},
                                                          {u"@int64@"_s, u"INTEGER"_s},
                                                          {u"@bool@"_s, u"INTEGER"_s},
                                                          {u"@text@"_s, u"TEXT"_s},
                                                          {u"@blob@"_s, u"BLOB"_s}};
    QString expanded = sql;
    for (const auto &[word, type] : words)
        expanded.replace(word, type);
    static const QRegularExpression leftover(u"@\\w+@"_s);
    if (const auto match = leftover.match(expanded); match.hasMatch())
        return Error{ErrorKind::Internal, u"unknown type word "_s + match.captured(), {}, {}};
    return expanded;
}

Result<qint64> countOf(Connection &connection, const QString &where)
{
    const Statement statement{"migration.look"_L1, u"SELECT count(*) AS count FROM sqlite_master WHERE "_s + where};
    const Result<std::optional<Counted>> counted = connection.selectOne<Counted>(statement);
    if (!counted)
        return counted.error();
    return counted.value()->count;
}

Result<std::vector<Applied>> appliedTo(Connection &connection)
{
    const Result<qint64> tables = countOf(connection, u"type = 'table' AND name = 'schema_migration'"_s);
    if (!tables)
        return tables.error();
    if (tables.value() == 0) {
        const Result<qint64> others = countOf(connection, u"type = 'table'"_s);
        if (!others)
            return others.error();
        if (others.value() > 0)
            return Error{ErrorKind::InvalidInput, u"the file is a database, but no Letopis catalog"_s, {}, {}};
        return std::vector<Applied>{};
    }
    return connection.select<Applied>(
        {"migration.applied"_L1, u"SELECT version, checksum FROM schema_migration ORDER BY version"_s});
}

Result<> checkApplied(const std::vector<Applied> &applied, const QList<Migration> &known)
{
    const qint64 newest = known.isEmpty() ? 0 : known.last().version;
    if (!applied.empty() && applied.back().version > newest) {
        return Error{
            ErrorKind::SchemaTooNew,
            u"the catalog has schema %1, this program knows schemas up to %2"_s.arg(applied.back().version).arg(newest),
            {},
            {}};
    }
    for (const Applied &one : applied) {
        const auto found =
            std::find_if(known.begin(), known.end(), [&](const Migration &m) { return m.version == one.version; });
        if (found == known.end() || QLatin1StringView(found->checksum) != one.checksum) {
            return Error{ErrorKind::ContentMismatch,
                         u"migration %1 of the catalog is not the one this program knows"_s.arg(one.version),
                         {},
                         {}};
        }
    }
    return {};
}

Result<> apply(Connection &connection, const Migration &migration, qint64 nowMs)
{
    const Result<QString> sql = expandTypes(migration.sql);
    if (!sql)
        return sql.error();
    static const QRegularExpression separator(u"^-- ;;[ \\t]*$"_s, QRegularExpression::MultilineOption);
    return connection.transaction([&]() -> Result<> {
        for (const QString &statement : sql.value().split(separator)) {
            if (Result<> done = connection.executeOnce({"migration.statement"_L1, statement.trimmed()}); !done)
                return done;
        }
        const Result<Executed> recorded = connection.execute(
            {"migration.record"_L1,
             u"INSERT INTO schema_migration (version, name, checksum, applied_at_ms) VALUES (?, ?, ?, ?)"_s},
            Values{migration.version, migration.name, QString::fromLatin1(migration.checksum), nowMs});
        return recorded ? Result<>{} : Result<>{recorded.error()};
    });
}

Result<> copyTo(Connection &connection, const QString &copyPath)
{
    QFile::remove(copyPath);
    const Result<Executed> copied = connection.execute({"migration.copy"_L1, u"VACUUM INTO ?"_s}, Values{copyPath});
    return copied ? Result<>{} : Result<>{copied.error()};
}
} // namespace

Migration makeMigration(qint64 version, const QString &name, const QByteArray &file)
{
    return {.version = version,
            .name = name,
            .sql = QString::fromUtf8(file),
            .checksum = QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex()};
}

Result<QList<Migration>> compiledMigrations()
{
    initMigrationResources();
    QList<Migration> migrations;
    const QDir folder(u":/letopis/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Internal, u"a migration is missing from the program"_s, name, {}};
        migrations += makeMigration(name.left(4).toLongLong(), name, file.readAll());
    }
    return migrations;
}

Result<bool> migrate(Connection &connection, const QList<Migration> &migrations, const QString &copyPath, qint64 nowMs)
{
    const Result<std::vector<Applied>> applied = appliedTo(connection);
    if (!applied)
        return applied.error();
    if (Result<> known = checkApplied(applied.value(), migrations); !known)
        return known.error();
    const qint64 current = applied.value().empty() ? 0 : applied.value().back().version;
    if (migrations.isEmpty() || migrations.last().version <= current)
        return false;
    if (current > 0 && !copyPath.isEmpty()) {
        if (Result<> copied = copyTo(connection, copyPath); !copied)
            return copied.error();
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= current)
            continue;
        if (Result<> done = apply(connection, migration, nowMs); !done)
            return done.error();
    }
    return true;
}

Result<qint64> knownSchemaVersion(Connection &connection, const QList<Migration> &migrations)
{
    const Result<std::vector<Applied>> applied = appliedTo(connection);
    if (!applied)
        return applied.error();
    if (applied.value().empty())
        return Error{ErrorKind::InvalidInput, u"the file is no Letopis catalog"_s, {}, {}};
    if (Result<> known = checkApplied(applied.value(), migrations); !known)
        return known.error();
    return applied.value().back().version;
}

} // namespace letopis
