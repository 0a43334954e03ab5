#pragma once

#include "core/base/result.h"
#include "core/storage/row.h"
#include "core/storage/statement.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace letopis {

class EventOrigin;

// Called before each statement runs; an error makes the statement fail with it. For tests: observation, fault
// injection.
using StatementObserver = std::function<Result<>(QStringView statementName)>;

enum class ConnectionMode { ReadWrite, ReadOnly };

struct Executed
{
    qint64 rowsAffected = 0;
    qint64 lastInsertId = 0;
};

// One SQLite connection. Belongs to the thread that made it. Statements are prepared once, and always finished before a
// call returns: an unfinished SELECT would hold up commits and checkpoints.
class Connection
{
public:
    static Result<std::unique_ptr<Connection>> open(const QString &path, ConnectionMode mode,
                                                    StatementObserver observer);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    template <typename T>
    Result<std::vector<T>> select(const Statement &statement, const Bindings &bindings = {})
    {
        std::vector<T> rows;
        Result<> read = forEachRow(statement, bindings, [&rows](const Row &row) { rows.push_back(fromRow<T>(row)); });
        if (!read)
            return read.error();
        return rows;
    }

    // The first row, if any.
    template <typename T>
    Result<std::optional<T>> selectOne(const Statement &statement, const Bindings &bindings = {})
    {
        std::optional<T> first;
        Result<> read = forEachRow(statement, bindings, [&first](const Row &row) {
            if (!first)
                first = fromRow<T>(row);
        });
        if (!read)
            return read.error();
        return first;
    }

    // visit() must not use the connection.
    Result<> forEachRow(const Statement &statement, const Bindings &bindings,
                        const std::function<void(const Row &row)> &visit);
    // For loads of very many rows: the query itself, columns by position as the statement spells them.
    Result<> forEachRaw(const Statement &statement, const Bindings &bindings,
                        const std::function<void(const QSqlQuery &query)> &visit);

    Result<Executed> execute(const Statement &statement, const Bindings &bindings = {});
    Result<Executed> execute(const Statement &statement, const Values &values);
    // The same, without a list in between: for what runs several times per recording of a sync. Texts may be UTF-8 where the
    // statement says CAST(? AS TEXT), which spares the conversion. An empty text or blob must not be null.
    template <typename... V>
    Result<Executed> executeWith(const Statement &statement, const V &...values)
    {
        const Result<QSqlQuery *> query = started(statement);
        if (!query)
            return query.error();
        qsizetype position = 0;
        (bindAt(*query.value(), position++, QVariant(values)), ...);
        return finished(*query.value(), statement);
    }
    // Not kept prepared: schema changes, pragmas.
    Result<> executeOnce(const Statement &statement);

    // Runs f() → Result<T> in a transaction: committed when f succeeds, rolled back otherwise. A nested call joins.
    template <typename F>
    auto transaction(F f) -> std::invoke_result_t<F>
    {
        if (m_isInTransaction)
            return f();
        if (Result<> begun = begin(); !begun)
            return begun.error();
        RollbackGuard guard{this};
        auto result = f();
        if (!result)
            return result;
        if (Result<> committed = commit(); !committed)
            return committed.error();
        guard.connection = nullptr;
        return result;
    }

    // Runs f() → Result<T>, which may write tables of this connection alone (TEMP), also where it cannot write the catalog.
    template <typename F>
    auto withTemporaryTables(F f) -> std::invoke_result_t<F>
    {
        if (Result<> opened = setQueryOnly(false); !opened)
            return opened.error();
        auto result = f();
        if (Result<> closed = setQueryOnly(true); !closed)
            return closed.error();
        return result;
    }

    // What this process writes into the journal says so; null: it says nothing. Set before the first transaction.
    void setEventOrigin(std::shared_ptr<const EventOrigin> origin) { m_eventOrigin = std::move(origin); }
    const EventOrigin *eventOrigin() const { return m_eventOrigin.get(); }

    bool canWrite() const { return m_mode == ConnectionMode::ReadWrite; }
    bool isInTransaction() const { return m_isInTransaction; }
    // Differs for every transaction of this connection: what is cached under one is stale in the next.
    quint64 transactionSerial() const { return m_transactionSerial; }

private:
    struct RollbackGuard
    {
        Connection *connection;
        ~RollbackGuard()
        {
            if (connection)
                connection->rollback();
        }
    };

    Connection(QString name, ConnectionMode mode, StatementObserver observer);
    Result<> prepareConnection();
    Result<> setQueryOnly(bool isQueryOnly); // of a reader
    Result<> begin();
    Result<> commit();
    void rollback();
    Result<> observe(const Statement &statement);
    Result<QSqlQuery *> prepared(const Statement &statement);
    Result<QSqlQuery *> started(const Statement &statement);
    static void bindAt(QSqlQuery &query, qsizetype position, const QVariant &value);
    Result<Executed> finished(QSqlQuery &query, const Statement &statement);
    Result<QSqlQuery *> run(const Statement &statement, const Bindings &bindings);
    Result<> exec(QSqlQuery &query, const Statement &statement);

    QString m_name;
    ConnectionMode m_mode;
    StatementObserver m_observer;
    std::shared_ptr<const EventOrigin> m_eventOrigin;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    // The last ones by where their text lies; holding the text keeps another one from lying there.
    struct Recent
    {
        QString sql;
        QSqlQuery *query = nullptr;
    };
    std::array<Recent, 32> m_recent;
    int m_activeReads = 0;
    bool m_isInTransaction = false;
    quint64 m_transactionSerial = 0;
};

} // namespace letopis
