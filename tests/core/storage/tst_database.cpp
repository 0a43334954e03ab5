#include "core/storage/contentstore.h"
#include "core/storage/database.h"
#include "core/storage/migrator.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// A connection of the test's own, as any other program would have.
class PlainSqlite
{
public:
    explicit PlainSqlite(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        m_database.setDatabaseName(path);
        m_database.open();
    }
    ~PlainSqlite()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(u"plain"_s);
    }
    bool run(const QString &sql)
    {
        QSqlQuery query(m_database);
        const bool isDone = query.exec(sql);
        problem = query.lastError().text();
        return isDone;
    }
    QVariant value(const QString &sql)
    {
        QSqlQuery query(m_database);
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }
    QString schema()
    {
        QSqlQuery query(m_database);
        query.exec(u"SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY name"_s);
        QString all;
        while (query.next())
            all += query.value(0).toString() + u'\n';
        return all;
    }
    QString problem;

private:
    QSqlDatabase m_database;
};

constexpr qint64 newestSchema = 5;

const QByteArray first =
    "CREATE TABLE schema_migration (version @int64@ PRIMARY KEY, name @text@ NOT NULL, checksum @text@ NOT NULL, "
    "applied_at_ms @int64@ NOT NULL) STRICT\n-- ;;\nCREATE TABLE a (id @id@, words @text@) STRICT";
const QByteArray second =
    "CREATE TABLE b (id @id@, is_good @bool@) STRICT\n-- ;;\nINSERT INTO b (id, is_good) VALUES (1, 1)\n-- ;;\n"
    "ALTER TABLE a ADD COLUMN bytes @blob@";

Result<bool> migrateFile(const QString &path, const QList<Migration> &migrations, const QString &copy,
                         StatementObserver observer)
{
    auto connection = Connection::open(path, ConnectionMode::ReadWrite, std::move(observer));
    if (!connection)
        return connection.error();
    return migrate(*connection.value(), migrations, copy, 1);
}
} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".sqlite"_s); }

private Q_SLOTS:
    void aFreshCatalogIsWholeAndStrict()
    {
        {
            auto database = Database::open(path());
            QVERIFY(database);
        }
        PlainSqlite plain(path());
        QCOMPARE(plain.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        QCOMPARE(plain.value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(plain.value(u"SELECT max(version) FROM schema_migration"_s).toLongLong(), newestSchema);
        QCOMPARE(plain
                     .value(u"SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
                            "AND name NOT LIKE 'sqlite%' AND strict = 0"_s)
                     .toLongLong(),
                 0);
        QVERIFY(!plain.schema().contains(u'@'));
    }

    void everyConnectionEnforcesForeignKeys()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        const auto broken = waitFor(database.value()->write([](Connection &connection) {
            return connection.execute({"test"_L1, u"INSERT INTO tls_exception VALUES (77, 'h', x'00', '', 0, 0)"_s},
                                      Values{});
        }));
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, ErrorKind::DatabaseFailed);
    }

    void readersCannotWrite()
    {
        auto database = Database::open(path());
        const auto written = waitFor(database.value()->read([](Connection &connection) {
            return connection.execute({"test"_L1, u"DELETE FROM server"_s}, Values{});
        }));
        QVERIFY(!written);
    }

    void aFailedWriteLeavesNothing()
    {
        auto database = Database::open(path());
        const auto failed = waitFor(database.value()->write([](Connection &connection) -> Result<> {
            const auto done =
                connection.execute({"test"_L1, u"INSERT INTO schema_migration VALUES (99, 'x', 'y', 0)"_s}, Values{});
            return done ? Result<>{Error{ErrorKind::Internal, u"no"_s, {}, {}}} : Result<>{done.error()};
        }));
        QCOMPARE(failed.error().detail, u"no"_s);
        database.value().reset();
        QCOMPARE(PlainSqlite(path()).value(u"SELECT max(version) FROM schema_migration"_s).toLongLong(), newestSchema);
    }

    void aNewerSchemaIsRefusedNamingBothVersions()
    {
        QVERIFY(Database::open(path()));
        QVERIFY(PlainSqlite(path()).run(u"INSERT INTO schema_migration VALUES (7, '0007_later.sql', 'x', 0)"_s));
        const auto refused = Database::open(path());
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::SchemaTooNew);
        QVERIFY(refused.error().detail.contains(u'7'));
        QVERIFY(refused.error().detail.contains(QString::number(newestSchema)));
    }

    void anEditedMigrationIsRefused()
    {
        QVERIFY(Database::open(path()));
        QVERIFY(PlainSqlite(path()).run(u"UPDATE schema_migration SET checksum = 'other'"_s));
        QCOMPARE(Database::open(path()).error().kind, ErrorKind::ContentMismatch);
    }

    void aForeignDatabaseIsLeftAlone()
    {
        QVERIFY(PlainSqlite(path()).run(u"CREATE TABLE bookmarks (a)"_s));
        QCOMPARE(Database::open(path()).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(PlainSqlite(path()).value(u"SELECT count(*) FROM sqlite_master"_s).toLongLong(), 1);
    }

    // A released migration is frozen: a change is a new file. Before the first release this line follows the file.
    void releasedMigrationsAreFrozen()
    {
        const auto migrations = compiledMigrations();
        QVERIFY(migrations);
        const QMap<QString, QByteArray> frozen{
            {u"0001_initial.sql"_s, "97067f9675eea7bb9feb9709af5a2966c0f75d7da4a619247cd0acb1f62b765f"},
            {u"0002_editing.sql"_s, "33dc12c2980523e988b5b9f1be54245b716023b280ea2f87b5d51f2125a4d885"},
            {u"0003_access.sql"_s, "b67dad25d30b7112de831ba384649bb556d27907373a82fdabdb8bbfaee70fad"},
            {u"0004_journal.sql"_s, "cba751628f16679ab3d7123d58793deadebbe8bef786f2a1945bfa8ebebd25cf"},
            {u"0005_retention.sql"_s, "45167d51eb1dc5f15776e79a7a17639f11b862951fe9e157d3499495fba08d24"}};
        QCOMPARE(migrations.value().size(), frozen.size());
        for (const Migration &migration : migrations.value())
            QCOMPARE(migration.checksum, frozen.value(migration.name));
    }

    void unknownTypeWordsAreRefused()
    {
        const auto refused = migrateFile(
            path(), {makeMigration(1, u"0001_x.sql"_s, first + "\n-- ;;\nCREATE TABLE c (d @date@)")}, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Internal);
    }

    void aMigrationKilledAtAnyStatementLeavesTheVersionBefore()
    {
        const QList<Migration> one{makeMigration(1, u"0001_a.sql"_s, first)};
        const QList<Migration> both = one + QList<Migration>{makeMigration(2, u"0002_b.sql"_s, second)};
        QString before;
        bool isDone = false;
        int failAt = 0;
        for (; !isDone; ++failAt) {
            QFile::remove(path());
            QVERIFY(migrateFile(path(), one, {}, {}));
            {
                PlainSqlite plain(path());
                QVERIFY(plain.run(u"INSERT INTO a (words) VALUES ('kept')"_s));
                before = plain.schema();
            }
            int seen = 0;
            bool isArmed = false;
            const auto result = migrateFile(path(), both, path() + u".copy"_s, [&](QStringView name) -> Result<> {
                isArmed = isArmed || name != u"connection.pragma";
                if (isArmed && seen++ == failAt)
                    return Error{ErrorKind::DatabaseFailed, u"killed"_s, {}, {}};
                return {};
            });
            isDone = bool(result);
            PlainSqlite plain(path());
            QCOMPARE(plain.value(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
            QCOMPARE(plain.value(u"SELECT words FROM a"_s).toString(), u"kept"_s);
            QCOMPARE(plain.value(u"SELECT max(version) FROM schema_migration"_s).toLongLong(), isDone ? 2 : 1);
            if (!isDone)
                QCOMPARE(plain.schema(), before);
        }
        QVERIFY2(failAt > 6, "the migration has that many statements");
        PlainSqlite copy(path() + u".copy"_s);
        QCOMPARE(copy.value(u"SELECT words FROM a"_s).toString(), u"kept"_s);
        QCOMPARE(copy.value(u"SELECT max(version) FROM schema_migration"_s).toLongLong(), 1);
    }

    void stepwiseAndFreshMigrationsMakeTheSameSchema()
    {
        const QList<Migration> one{makeMigration(1, u"0001_a.sql"_s, first)};
        const QList<Migration> both = one + QList<Migration>{makeMigration(2, u"0002_b.sql"_s, second)};
        const QString fresh = path() + u".fresh"_s;
        QVERIFY(migrateFile(path(), one, {}, {}) && migrateFile(path(), both, {}, {}) &&
                migrateFile(fresh, both, {}, {}));
        const QString stepwise = PlainSqlite(path()).schema();
        QCOMPARE(stepwise, PlainSqlite(fresh).schema());
        QCOMPARE(migrateFile(path(), both, {}, {}).value(), false);
    }

    void aFolderThatCannotBeMadeIsReported()
    {
        QFile file(m_folder.filePath(u"plainfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!Database::open(m_folder.filePath(u"plainfile/catalog.sqlite"_s)));
    }

    void contentIsKeptUnderItsHashAndCheckedWhenRead()
    {
        const ContentStore store(m_folder.filePath(u"store"_s));
        const auto kept = store.put("some bytes");
        QVERIFY(kept);
        QCOMPARE(kept.value().sizeBytes, 10);
        QVERIFY(
            store.pathOf(kept.value().sha256).endsWith(QString::fromLatin1(kept.value().sha256.toHex()) + u".gz"_s));
        QCOMPARE(store.get(kept.value().sha256).value(), QByteArray("some bytes"));
        QFile file(store.pathOf(kept.value().sha256));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("other byte");
        file.close();
        QCOMPARE(store.get(kept.value().sha256).error().kind, ErrorKind::ContentMismatch);
        QVERIFY(store.put("some bytes")); // heals
        QCOMPARE(store.get(kept.value().sha256).value(), QByteArray("some bytes"));
        QCOMPARE(store.get(QByteArray(32, 'x')).error().kind, ErrorKind::NotFound);
        QCOMPARE(QFileInfo(store.pathOf(kept.value().sha256)).dir().entryList(QDir::Files).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
