// Applies 100,000 recordings to an empty catalog, and once more with nothing changed, beside the insertion reference of
// the same run: 100,000 rows with a full-text index through plain Qt Sql in one transaction.
#include "tests/benchmark/insertionreference.h"
#include "tests/core/storage/testcatalog.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <ctime>

using namespace letopis;
using namespace letopis::testing;

namespace {
constexpr qint64 recordings = 100'000;
constexpr qint64 perPage = 500;

double seconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

double reference(const QString &path)
{
    const bench::InsertionTimes times = bench::insertPlainly(path, snapshots(0, recordings));
    QTextStream(stdout) << "reference, processor time: " << times.processorSeconds << " s" << Qt::endl;
    return times.wallSeconds;
}

double sync(TestCatalog &catalog, const char *what)
{
    // The snapshots are made outside the measured time, page by page, as a parser would hand them over.
    CatalogSyncWriter writer(*catalog.database, catalog.clock, catalog.server, administrator());
    QElapsedTimer timer;
    timer.start();
    const bool begun = bool(writer.begin());
    double taken = seconds(timer);
    const double loaded = taken;
    SyncOutcome sum;
    std::vector<std::vector<RecordingSnapshot>> pages;
    for (qint64 from = 0; from < recordings; from += perPage)
        pages.push_back(snapshots(from, perPage));
    const std::clock_t cpuBefore = std::clock();
    timer.restart();
    for (auto &page : pages) {
        const Result<SyncOutcome> applied = writer.apply(std::move(page));
        if (!applied)
            qFatal("apply failed");
        addTo(sum, applied.value());
    }
    const double applied = seconds(timer);
    const Result<SyncOutcome> last = writer.finish(completeListing(recordings));
    if (!begun || !last)
        qFatal("sync failed");
    addTo(sum, last.value());
    taken += seconds(timer);
    const double cpu = double(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    QTextStream(stdout) << what << ": " << taken << " s (begin " << loaded << ", apply " << applied
                        << ", processor time " << cpu << "), added " << sum.added.size() << ", unchanged "
                        << sum.unchanged << Qt::endl;
    return taken;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTemporaryDir folder;
    const double inserted = reference(folder.filePath(u"reference.sqlite"_s));
    QTextStream(stdout) << "reference: plain insertion of " << recordings << " rows with full text: " << inserted
                        << " s" << Qt::endl;
    TestCatalog catalog;
    const double first = sync(catalog, "first sync, all new");
    const double second = sync(catalog, "second sync, nothing changed");
    QTextStream(stdout) << "ratio to the reference: first " << first / inserted << ", second " << second / inserted
                        << "; catalog " << QFileInfo(catalog.path()).size() / 1'000'000 << " MB" << Qt::endl;
    if (argc > 1)
        QFile::copy(catalog.path(), QString::fromLocal8Bit(argv[1])); // for looking into
    return 0;
}
