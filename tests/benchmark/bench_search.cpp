// Searches 100,000 recordings, first page, while a sync is writing, beside the bare FTS5 query of the same words in the
// same file on a connection of its own at the same time; then the first page of that catalog beside that of an empty
// one.
#include "core/storage/searchtext.h"
#include "tests/core/storage/testcatalog.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTextStream>

#include <algorithm>
#include <thread>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 recordings = 100'000;
constexpr int rounds = 15;

const QStringList searches{u"алг"_s,       u"алгебра анализ"_s, u"lecture"_s,    u"\"group 12\""_s, u"ученый сов"_s,
                           u"course 17"_s, u"диплом group 3"_s, u"Greenlight"_s, u"term"_s,         u"несуществующее"_s,
                           u"g"_s};

double percentile95(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[size_t(double(times.size() - 1) * 0.95)];
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double bareQuery(QSqlQuery &query, const QString &search)
{
    QElapsedTimer timer;
    timer.start();
    query.bindValue(0, matchExpression(search));
    query.exec();
    qint64 sum = 0;
    while (query.next())
        sum += query.value(0).toLongLong();
    query.finish();
    return milliseconds(timer);
}

double search(TestCatalog &catalog, const QString &words)
{
    RecordingQuery query;
    query.search = words;
    QElapsedTimer timer;
    timer.start();
    const Result<RecordingPage> page = catalog.page(query);
    const double taken = milliseconds(timer);
    if (!page)
        qFatal("search failed");
    return taken;
}

double firstPage(const QString &path)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        auto database = Database::open(path);
        if (!database)
            qFatal("cannot open");
        const auto page = waitFor(RecordingRepository(*database.value()).page({}, {}, 100));
        times.push_back(milliseconds(timer));
        if (!page)
            qFatal("no page");
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void keepWriting(TestCatalog &catalog, std::stop_token stop)
{
    // Every recording changes its name, over and over.
    for (qint64 run = 1; !stop.stop_requested(); ++run) {
        CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
        if (!writer.begin())
            qFatal("begin failed");
        for (qint64 from = 0; from < recordings && !stop.stop_requested(); from += 500) {
            std::vector<RecordingSnapshot> page = snapshots(from, 500);
            for (RecordingSnapshot &snapshot : page)
                snapshot.metadata.append({u"run"_s, QString::number(run)});
            if (!writer.apply(std::move(page)))
                qFatal("apply failed");
        }
        (void)writer.flush();
    }
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    TestCatalog catalog;
    std::vector<std::vector<RecordingSnapshot>> pages;
    for (qint64 from = 0; from < recordings; from += 1000)
        pages.push_back(snapshots(from, 1000));
    if (!catalog.sync(std::move(pages)))
        qFatal("cannot fill the catalog");

    QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
    plain.setDatabaseName(catalog.path());
    plain.open();
    QSqlQuery bare(plain);
    bare.setForwardOnly(true);
    bare.prepare(u"SELECT rowid FROM search_index WHERE search_index MATCH ?"_s);
    std::vector<double> ours;
    std::vector<double> theirs;
    {
        std::jthread writer([&catalog](std::stop_token stop) { keepWriting(catalog, stop); });
        for (int round = 0; round < rounds; ++round) {
            for (const QString &words : searches) {
                theirs.push_back(bareQuery(bare, words));
                ours.push_back(search(catalog, words));
            }
        }
    }
    for (qsizetype word = 0; word < searches.size(); ++word) {
        std::vector<double> one;
        std::vector<double> other;
        for (size_t round = 0; round < rounds; ++round) {
            one.push_back(ours[round * size_t(searches.size()) + size_t(word)]);
            other.push_back(theirs[round * size_t(searches.size()) + size_t(word)]);
        }
        out << "  " << searches[word] << ": p95 " << percentile95(one) << " ms, bare " << percentile95(other) << " ms"
            << Qt::endl;
    }
    out << "search while a sync is writing, p95: " << percentile95(ours)
        << " ms; bare FTS5 query: " << percentile95(theirs) << " ms; ratio "
        << percentile95(ours) / percentile95(theirs) << Qt::endl;
    bare.finish();

    TestCatalog empty;
    empty.database.reset();
    catalog.database.reset();
    const double full = firstPage(catalog.path());
    const double none = firstPage(empty.path());
    out << "open and first page: " << full << " ms with " << recordings << " recordings, " << none
        << " ms empty; ratio " << full / none << Qt::endl;
    return 0;
}
