#pragma once

#include "core/base/serialexecutor.h"
#include "core/storage/connection.h"

#include <QFuture>

#include <array>
#include <memory>

namespace letopis {

struct DatabaseOptions
{
    StatementObserver observer; // called in the database threads; tests only
    // Keep a copy of an existing file ("<path>.before-migration") before migrating it, until the next start.
    bool copyBeforeMigration = true;
    std::shared_ptr<const EventOrigin> eventOrigin = {}; // of everything this process writes into the journal
};

// The catalog's file: one writer thread, two reader threads, each with its own connection (WAL: readers never wait for
// the writer). Closures get the thread's Connection; they capture values or shared_ptr. Thread-safe.
class Database
{
public:
    // Opens or creates the file and migrates it to the newest schema; blocks meanwhile. SchemaTooNew (detail names both
    // versions), PermissionDenied, DatabaseFailed, DiskFull.
    static Result<std::unique_ptr<Database>> open(const QString &path, DatabaseOptions options = {});
    // Runs what is already posted, then closes.
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // f(Connection &) → Result<T>, in one transaction that is rolled back when f fails.
    template <typename F>
    auto write(F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        return m_writer.executor.post([this, f = std::move(f)]() mutable {
            Connection &connection = *m_writer.connection;
            return connection.transaction([&] { return f(connection); });
        });
    }

    // The same, and with all that was written before it on the disk itself when it succeeds: a machine that loses its power
    // loses the last moments of other writes, though never half of one.
    template <typename F>
    auto writeDurably(F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        return m_writer.executor.post([this, f = std::move(f)]() mutable -> std::invoke_result_t<F, Connection &> {
            Connection &connection = *m_writer.connection;
            if (const Result<> strict = setSynchronous(connection, true); !strict)
                return strict.error();
            auto result = connection.transaction([&] { return f(connection); });
            if (const Result<> eased = setSynchronous(connection, false); !eased && result)
                return eased.error();
            return result;
        });
    }

    // f(Connection &) → Result<T>, on the less busy reader. Two statements that must agree go into
    // connection.transaction(): a snapshot.
    template <typename F>
    auto read(F f) -> QFuture<std::invoke_result_t<F, Connection &>>
    {
        Lane &lane = lessBusyReader();
        ++lane.pending;
        return lane.executor.post([&lane, f = std::move(f)]() mutable {
            struct Done
            {
                Lane &lane;
                ~Done() { --lane.pending; }
            } done{lane};
            return f(*lane.connection);
        });
    }

    QString path() const { return m_path; }

private:
    struct Lane
    {
        explicit Lane(const char *threadName)
            : executor(threadName)
        {
        }
        std::unique_ptr<Connection> connection; // made, used and closed in the executor's thread
        std::atomic<int> pending{0};
        SerialExecutor executor;
    };

    explicit Database(QString path);
    Lane &lessBusyReader();
    Result<> start(const DatabaseOptions &options);
    static Result<> setSynchronous(Connection &connection, bool isFull);
    static Result<> openLane(Lane &lane, const QString &path, ConnectionMode mode, const StatementObserver &observer);

    QString m_path;
    Lane m_writer{"catalog writer"};
    std::array<Lane, 2> m_readers{Lane{"catalog reader"}, Lane{"catalog reader"}};
};

// Waits for a database future. Worker threads only: the main thread uses whenDone().
template <typename T>
Result<T> waitFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{ErrorKind::Cancelled, {}, {}, {}};
    return future.result();
}

} // namespace letopis
