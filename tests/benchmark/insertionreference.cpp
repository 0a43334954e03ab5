#include "tests/benchmark/insertionreference.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <ctime>

namespace letopis::bench {

using namespace Qt::Literals::StringLiterals;

InsertionTimes insertPlainly(const QString &path, const std::vector<RecordingSnapshot> &recordings)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reference"_s);
    database.setDatabaseName(path);
    database.open();
    QSqlQuery query(database);
    query.exec(u"PRAGMA journal_mode = WAL"_s);
    query.exec(u"PRAGMA synchronous = NORMAL"_s);
    query.exec(
        u"CREATE TABLE recording (id INTEGER PRIMARY KEY, external_id TEXT, title TEXT, started INTEGER, metadata TEXT)"_s);
    query.exec(u"CREATE VIRTUAL TABLE words USING fts5(title, metadata, tokenize = 'unicode61 remove_diacritics 2')"_s);
    QSqlQuery row(database);
    row.prepare(u"INSERT INTO recording (external_id, title, started, metadata) VALUES (?, ?, ?, ?)"_s);
    QSqlQuery words(database);
    words.prepare(u"INSERT INTO words (rowid, title, metadata) VALUES (?, ?, ?)"_s);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t processorBefore = std::clock();
    database.transaction();
    for (const RecordingSnapshot &snapshot : recordings) {
        QString metadata;
        for (const auto &[key, value] : snapshot.metadata)
            metadata += key + u' ' + value + u' ';
        row.addBindValue(snapshot.externalId);
        row.addBindValue(snapshot.name);
        row.addBindValue(snapshot.startedAtMs);
        row.addBindValue(metadata);
        row.exec();
        words.addBindValue(row.lastInsertId());
        words.addBindValue(snapshot.name);
        words.addBindValue(metadata);
        words.exec();
    }
    database.commit();
    return {double(timer.nsecsElapsed()) / 1e9, double(std::clock() - processorBefore) / CLOCKS_PER_SEC};
}

} // namespace letopis::bench
