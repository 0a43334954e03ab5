#include "core/backup/catalogswap.h"

#include "core/base/durablefile.h"
#include "core/storage/connection.h"

#include <QFileInfo>
#include <QTimeZone>

#include <filesystem>
#include <system_error>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Count
{
    qint64 count = 0;
};

} // namespace

template <>
Count fromRow(const Row &row)
{
    return {row.get<qint64>("count"_L1)};
}

namespace {

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

QString asideName(const QString &catalogFile, const QDateTime &now)
{
    const QFileInfo info(catalogFile);
    const QString stem = u"%1/%2.before-restore-%3"_s.arg(info.absolutePath(), info.completeBaseName(),
                                                          now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    QString name = stem + u".sqlite"_s;
    for (int again = 2; QFileInfo::exists(name); ++again)
        name = u"%1-%2.sqlite"_s.arg(stem).arg(again);
    return name;
}

// A connection that has the catalog for itself, with its write-ahead log taken in, so that the one file is all of it. Nothing
// where the file is no readable database any more: that is a reason to restore, not a hindrance.
Result<std::unique_ptr<Connection>> takeExclusively(const QString &catalogFile)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadWrite, {});
    Result<> taken = connection ? Result<>() : Result<>(connection.error());
    for (const QString &step : {u"PRAGMA busy_timeout = 0"_s, u"PRAGMA journal_mode = DELETE"_s, u"BEGIN EXCLUSIVE"_s}) {
        if (taken)
            taken = (*connection)->executeOnce({"backup.exclusive"_L1, step});
    }
    if (taken)
        return connection;
    if (taken.error().kind == ErrorKind::Timeout)
        return Error{ErrorKind::Timeout, u"the catalog is open in another program"_s, catalogFile, {}};
    if (taken.error().kind != ErrorKind::DatabaseFailed)
        return taken.error();
    return std::unique_ptr<Connection>();
}

// A second name for the same file; where the file system has none, the name is moved.
Result<> keepAside(const QString &catalogFile, const QString &aside)
{
    std::error_code failure;
    std::filesystem::create_hard_link(native(catalogFile), native(aside), failure);
    return failure ? renameReplacing(catalogFile, aside) : Result<>();
}

// What a damaged catalog had beside it would be taken for the new one's.
Result<> moveSideFiles(const QString &catalogFile, const QString &aside)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        if (!QFileInfo::exists(catalogFile + suffix))
            continue;
        if (Result<> moved = renameReplacing(catalogFile + suffix, aside + suffix); !moved)
            return moved;
    }
    return {};
}

} // namespace

Result<bool> isEmptyCatalog(const QString &catalogFile)
{
    if (QFileInfo(catalogFile).size() == 0)
        return true;
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return false;
    const Result<std::optional<Count>> tables = (*connection)->selectOne<Count>(
        {"backup.tables"_L1, u"SELECT count(*) AS count FROM sqlite_master"_s});
    if (tables && tables->value_or(Count{}).count == 0)
        return true;
    const Result<std::optional<Count>> rows = (*connection)->selectOne<Count>(
        {"backup.empty"_L1, u"SELECT (SELECT count(*) FROM server) + (SELECT count(*) FROM recording) + "
                            "(SELECT count(*) FROM audit_event) AS count"_s});
    return rows && rows->value_or(Count{}).count == 0;
}

Result<QString> swapCatalog(const QString &staged, const QString &catalogFile, const QDateTime &now)
{
    const QString aside = asideName(catalogFile, now);
    if (QFileInfo(catalogFile).size() == 0) {
        Result<> put = moveSideFiles(catalogFile, aside);
        if (put)
            put = renameReplacing(staged, catalogFile);
        return put ? Result<QString>(QString()) : Result<QString>(put.error());
    }
    Result<std::unique_ptr<Connection>> owner = takeExclusively(catalogFile);
    if (!owner)
        return owner.error();
#ifdef Q_OS_WIN
    owner->reset(); // an open file cannot be renamed there
#endif
    if (Result<> kept = keepAside(catalogFile, aside); !kept)
        return kept.error();
    if (Result<> moved = *owner ? Result<>() : moveSideFiles(catalogFile, aside); !moved)
        return moved.error();
    if (Result<> put = renameReplacing(staged, catalogFile); !put)
        return put.error();
    return aside;
}

} // namespace letopis
