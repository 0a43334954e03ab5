#include "core/storage/connection.h"

#include "core/base/logging.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype statementLimit = 128; // paged queries come in many shapes

// Primary codes of SQLite's documentation (sqlite.org/rescode.html); extended ones carry more in the upper bits.
ErrorKind kindOf(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    if (!isNumber)
        return ErrorKind::DatabaseFailed;
    if (code == 2067 || code == 1555) // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY
        return ErrorKind::AlreadyExists;
    switch (code & 0xff) {
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return ErrorKind::PermissionDenied;
    case 5: // SQLITE_BUSY: another program holds the file
        return ErrorKind::Timeout;
    case 13: // SQLITE_FULL
        return ErrorKind::DiskFull;
    default:
        return ErrorKind::DatabaseFailed;
    }
}

// An empty text or blob is a value; NULL is bound only by an explicitly null QVariant.
QVariant storable(const QVariant &value)
{
    if (value.isNull())
        return value;
    if (value.typeId() == QMetaType::QString && static_cast<const QString *>(value.constData())->isNull())
        return u""_s;
    if (value.typeId() == QMetaType::QByteArray && static_cast<const QByteArray *>(value.constData())->isNull())
        return QByteArray("");
    return value;
}

// Qt Sql finds a position through a name that it formats anew for each value; a name that is kept spares that.
QString placeholderAt(qsizetype position)
{
    static const QStringList names = [] {
        QStringList made;
        for (int number = 0; number < 64; ++number)
            made += u":p%1"_s.arg(number);
        return made;
    }();
    return position < names.size() ? names[position] : u":p%1"_s.arg(position);
}

// No statement of ours has a question mark of another meaning.
QString withNames(const QString &sql)
{
    QString named;
    named.reserve(sql.size() + 128);
    int count = 0;
    for (const QChar character : sql) {
        if (character == u'?')
            named += placeholderAt(count++);
        else
            named += character;
    }
    return named;
}

// The driver's text names tables and columns, not values.
Error failure(const QSqlError &error, QLatin1StringView statement)
{
    const QString detail = u"%1: %2 (%3)"_s.arg(statement, error.text(), error.nativeErrorCode());
    qCWarning(logStorage).noquote() << "statement failed:" << detail;
    return Error{kindOf(error), detail, {}, {}};
}
} // namespace

Connection::Connection(QString name, ConnectionMode mode, StatementObserver observer)
    : m_name(std::move(name))
    , m_mode(mode)
    , m_observer(std::move(observer))
{
}

Connection::~Connection()
{
    m_recent = {};
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, ConnectionMode mode,
                                                     StatementObserver observer)
{
    const QString name = u"letopis-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<Connection> connection(new Connection(name, mode, std::move(observer)));
    connection->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    connection->m_database.setDatabaseName(path);
    connection->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=15000"_s);
    if (!connection->m_database.open())
        return failure(connection->m_database.lastError(), "open"_L1);
    if (Result<> prepared = connection->prepareConnection(); !prepared)
        return prepared.error();
    return connection;
}

Result<> Connection::prepareConnection()
{
    // Pages of 16 KB, where the file is new: a quarter of the calls to the system. A checkpoint every 128 MB instead of 4: a
    // sync rewrites the same index pages page after page of results, and each checkpoint waits for the disk.
    const bool isWriter = m_mode == ConnectionMode::ReadWrite;
    const QStringList pragmas =
        isWriter ? QStringList{u"PRAGMA page_size = 16384"_s,         u"PRAGMA journal_mode = WAL"_s,
                               u"PRAGMA synchronous = NORMAL"_s,      u"PRAGMA foreign_keys = ON"_s,
                               u"PRAGMA recursive_triggers = ON"_s,   u"PRAGMA cache_size = -49152"_s,
                               u"PRAGMA temp_store = MEMORY"_s,       u"PRAGMA wal_autocheckpoint = 8192"_s,
                               u"PRAGMA journal_size_limit = 67108864"_s}
                 : QStringList{u"PRAGMA query_only = ON"_s, u"PRAGMA foreign_keys = ON"_s,
                               u"PRAGMA cache_size = -16384"_s, u"PRAGMA temp_store = MEMORY"_s};
    for (const QString &pragma : pragmas) {
        if (Result<> done = executeOnce({"connection.pragma"_L1, pragma}); !done)
            return done;
    }
    return {};
}

Result<> Connection::setQueryOnly(bool isQueryOnly)
{
    if (canWrite())
        return {};
    return executeOnce({"connection.queryOnly"_L1, isQueryOnly ? u"PRAGMA query_only = ON"_s : u"PRAGMA query_only = OFF"_s});
}

Result<> Connection::observe(const Statement &statement)
{
    return m_observer ? m_observer(QString(statement.name)) : Result<>{};
}

Result<QSqlQuery *> Connection::prepared(const Statement &statement)
{
    Recent &recent = m_recent[(quintptr(statement.sql.constData()) >> 4) % m_recent.size()];
    if (recent.query && recent.sql.constData() == statement.sql.constData() && recent.sql.size() == statement.sql.size())
        return recent.query;
    if (const auto found = m_statements.find(statement.sql); found != m_statements.end()) {
        recent = {statement.sql, found->second.get()};
        return recent.query;
    }
    if (std::ssize(m_statements) >= statementLimit && m_activeReads == 0) {
        m_recent = {};
        m_statements.clear();
    }
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(withNames(statement.sql)))
        return failure(query->lastError(), statement.name);
    return m_statements.emplace(statement.sql, std::move(query)).first->second.get();
}

Result<> Connection::exec(QSqlQuery &query, const Statement &statement)
{
    if (query.exec())
        return {};
    Error error = failure(query.lastError(), statement.name);
    query.finish();
    return error;
}

Result<QSqlQuery *> Connection::run(const Statement &statement, const Bindings &bindings)
{
    if (Result<> observed = observe(statement); !observed)
        return observed.error();
    Result<QSqlQuery *> query = prepared(statement);
    if (!query)
        return query;
    for (const auto &[name, value] : bindings)
        query.value()->bindValue(name, storable(value));
    if (Result<> done = exec(*query.value(), statement); !done)
        return done.error();
    return query;
}

Result<> Connection::forEachRaw(const Statement &statement, const Bindings &bindings,
                                const std::function<void(const QSqlQuery &query)> &visit)
{
    Result<QSqlQuery *> started = run(statement, bindings);
    if (!started)
        return started.error();
    QSqlQuery &query = *started.value();
    ++m_activeReads;
    while (query.next())
        visit(query);
    --m_activeReads;
    // next() ends the same way at the last row and at an error in the middle.
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return failure(error, statement.name);
    return {};
}

Result<> Connection::forEachRow(const Statement &statement, const Bindings &bindings,
                                const std::function<void(const Row &row)> &visit)
{
    std::optional<Row> row;
    return forEachRaw(statement, bindings, [&row, &visit](const QSqlQuery &query) {
        if (!row)
            row.emplace(query);
        visit(*row);
    });
}

namespace {
Executed outcomeOf(QSqlQuery &query)
{
    const Executed outcome{query.numRowsAffected(), query.lastInsertId().toLongLong()};
    query.finish();
    return outcome;
}
} // namespace

Result<Executed> Connection::execute(const Statement &statement, const Bindings &bindings)
{
    const Result<QSqlQuery *> query = run(statement, bindings);
    if (!query)
        return query.error();
    return outcomeOf(*query.value());
}

Result<QSqlQuery *> Connection::started(const Statement &statement)
{
    if (Result<> observed = observe(statement); !observed)
        return observed.error();
    return prepared(statement);
}

void Connection::bindAt(QSqlQuery &query, qsizetype position, const QVariant &value)
{
    query.bindValue(placeholderAt(position), value);
}

Result<Executed> Connection::finished(QSqlQuery &query, const Statement &statement)
{
    if (Result<> done = exec(query, statement); !done)
        return done.error();
    return outcomeOf(query);
}

Result<Executed> Connection::execute(const Statement &statement, const Values &values)
{
    const Result<QSqlQuery *> query = started(statement);
    if (!query)
        return query.error();
    for (qsizetype position = 0; position < values.size(); ++position)
        bindAt(*query.value(), position, storable(values[position]));
    return finished(*query.value(), statement);
}

Result<> Connection::executeOnce(const Statement &statement)
{
    if (Result<> observed = observe(statement); !observed)
        return observed;
    QSqlQuery query(m_database);
    if (!query.exec(statement.sql))
        return failure(query.lastError(), statement.name);
    return {};
}

Result<> Connection::begin()
{
    // IMMEDIATE: two programs on one catalog queue here, rather than fail in the middle of their transactions.
    const bool isWriter = m_mode == ConnectionMode::ReadWrite;
    const Statement statement{"transaction.begin"_L1, isWriter ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s};
    if (Result<Executed> begun = execute(statement, Values{}); !begun)
        return begun.error();
    m_isInTransaction = true;
    ++m_transactionSerial;
    return {};
}

Result<> Connection::commit()
{
    if (Result<Executed> committed = execute({"transaction.commit"_L1, u"COMMIT"_s}, Values{}); !committed)
        return committed.error();
    m_isInTransaction = false;
    return {};
}

void Connection::rollback()
{
    // Not observed: a rollback is what a failure leads to. SQLite may have rolled back by itself (disk full), hence no
    // check.
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s);
    m_isInTransaction = false;
}

} // namespace letopis
