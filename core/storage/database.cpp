#include "core/storage/database.h"

#include "core/base/clock.h"
#include "core/storage/migrator.h"
#include "core/storage/sortindexes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Database::Database(QString path)
    : m_path(std::move(path))
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, DatabaseOptions options)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::PermissionDenied, u"cannot make the folder of the catalog"_s, path, {}};
    std::unique_ptr<Database> database(new Database(path));
    if (Result<> started = database->start(options); !started) {
        Error error = started.error();
        error.subject = path;
        return error;
    }
    return database;
}

Database::~Database()
{
    const auto close = [](Lane &lane) {
        lane.executor
            .post([&lane]() -> Result<> {
                lane.connection.reset();
                return {};
            })
            .waitForFinished();
    };
    for (Lane &reader : m_readers)
        close(reader);
    close(m_writer); // last: closing it checkpoints the write-ahead log
}

Result<> Database::openLane(Lane &lane, const QString &path, ConnectionMode mode, const StatementObserver &observer)
{
    return waitFor(lane.executor.post([&lane, path, mode, observer]() -> Result<> {
        Result<std::unique_ptr<Connection>> opened = Connection::open(path, mode, observer);
        if (!opened)
            return opened.error();
        lane.connection = std::move(opened).value();
        return {};
    }));
}

Result<> Database::start(const DatabaseOptions &options)
{
    if (Result<> opened = openLane(m_writer, m_path, ConnectionMode::ReadWrite, options.observer); !opened)
        return opened;
    const Result<> migrated = waitFor(m_writer.executor.post([this, copy = options.copyBeforeMigration, origin = options.eventOrigin]() -> Result<> {
        const Result<QList<Migration>> migrations = compiledMigrations();
        if (!migrations)
            return migrations.error();
        const QString copyPath = m_path + u".before-migration"_s;
        const Result<bool> changed = migrate(*m_writer.connection, migrations.value(), copy ? copyPath : QString(),
                                             SystemClock().now().toMSecsSinceEpoch());
        if (!changed)
            return changed.error();
        if (!changed.value())
            QFile::remove(copyPath); // the last migration has proved itself by a successful start
        Connection &connection = *m_writer.connection;
        connection.setEventOrigin(origin);
        return connection.transaction([&connection] { return ensureSortIndexes(connection); });
    }));
    if (!migrated)
        return migrated;
    for (Lane &reader : m_readers) {
        if (Result<> opened = openLane(reader, m_path, ConnectionMode::ReadOnly, options.observer); !opened)
            return opened;
    }
    return {};
}

Database::Lane &Database::lessBusyReader()
{
    return m_readers[0].pending <= m_readers[1].pending ? m_readers[0] : m_readers[1];
}

Result<> Database::setSynchronous(Connection &connection, bool isFull)
{
    return connection.executeOnce({"connection.synchronous"_L1, isFull ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s});
}

} // namespace letopis
