// Sets the title of 10,000 recordings as one batch (plan, then apply: catalog, outbox, search index, journal), beside the
// plain SQL of the same updates with their journal rows: prepared statements on a connection of its own, one transaction.
#include "core/storage/fieldrepository.h"
#include "core/storage/searchtext.h"
#include "tests/core/storage/testcatalog.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTextStream>

#include <algorithm>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 recordings = 20'000;
constexpr qint64 edited = 10'000;
constexpr int rounds = 5;

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

void must(bool done, const QSqlQuery &query)
{
    if (!done)
        qFatal("%s", qPrintable(query.lastError().text()));
}

// The rows that a batch changes, and no more.
class PlainSql
{
public:
    explicit PlainSql(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("cannot open");
        for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA cache_size = -32768"_s}) {
            QSqlQuery query(m_database);
            must(query.exec(pragma), query);
        }
    }

    double setTitles(const QList<qint64> &ids, const QString &title)
    {
        QSqlQuery show(m_database), keep(m_database), search(m_database), journal(m_database), last(m_database);
        must(last.exec(u"SELECT max(sequence) FROM audit_event"_s) && last.next(), last);
        qint64 sequence = last.value(0).toLongLong();
        last.finish();
        must(show.prepare(u"UPDATE recording SET title = ?, title_key = ? WHERE id = ?"_s), show);
        must(keep.prepare(u"INSERT INTO field_edit VALUES (?, 'title', ?, 'before', 'before', 'pending', '', 0, 0, '', 'admin', 1, NULL) "
                          "ON CONFLICT DO UPDATE SET ours = excluded.ours"_s), keep);
        must(search.prepare(u"UPDATE search_index SET title = ? WHERE rowid = ?"_s), search);
        must(journal.prepare(u"INSERT INTO audit_event VALUES (?, 1, 'admin', 'field.edited', 1, ?, ?, zeroblob(32), zeroblob(32))"_s),
             journal);
        QElapsedTimer timer;
        timer.start();
        m_database.transaction();
        for (const qint64 id : ids) {
            run(show, {title, sortKey(title), id});
            run(keep, {id, title});
            run(search, {searchFolded(title), id});
            run(journal, {++sequence, id, u"{\"field\":\"title\",\"before\":\"before\",\"after\":\"%1\"}"_s.arg(title)});
        }
        m_database.commit();
        return seconds(timer);
    }

private:
    static void run(QSqlQuery &query, const QVariantList &values)
    {
        for (qsizetype at = 0; at < values.size(); ++at)
            query.bindValue(int(at), values[at]);
        must(query.exec(), query);
        query.finish();
    }

    QSqlDatabase m_database;
};

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}
} // namespace

int main()
{
    TestCatalog catalog;
    if (!catalog.sync({snapshots(0, recordings)}))
        qFatal("cannot fill");
    FieldRepository fields(*catalog.database, catalog.clock);
    QList<RecordingId> ids;
    QList<qint64> numbers;
    for (qint64 id = 1; id <= edited; ++id) {
        ids += RecordingId{id};
        numbers += id + edited;
    }
    PlainSql plain(catalog.path());
    std::vector<double> plans, applies, references;
    for (int round = 0; round < rounds; ++round) {
        const QString title = u"Лекция весеннего семестра, редакция %1"_s.arg(round);
        references.push_back(plain.setTitles(numbers, title));
        QElapsedTimer timer;
        timer.start();
        const auto plan = waitFor(fields.plan(ids, {{field::title, BatchChange::Kind::Set, title}}));
        plans.push_back(seconds(timer));
        QList<FieldEdit> edits;
        for (const PlannedEdit &one : *plan)
            edits += one.edit;
        timer.start();
        const auto report = waitFor(fields.apply(administrator(), edits));
        applies.push_back(seconds(timer));
        if (!report || report->count(EditOutcome::Applied) != edited)
            qFatal("not applied");
    }
    const double ratio = median(applies) / median(references);
    QTextStream(stdout) << "batch of " << edited << " titles, median of " << rounds << ": plan " << median(plans)
                        << " s, apply " << median(applies) << " s; plain SQL " << median(references) << " s; apply/plain "
                        << ratio << " (target 3)\n";
    return 0;
}
