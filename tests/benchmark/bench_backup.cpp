// Backs up a catalog of 100,000 recordings with 400 events archives: the snapshot beside a plain copy of the file, the whole
// backup (checked after writing) beside `tar --zstd` of the same files, and the longest wait of a writer during either.
#include "core/backup/catalogsnapshot.h"
#include "tests/core/backup/backupcatalog.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>
#include <thread>

using namespace letopis;
using namespace letopis::testing;

namespace {

constexpr qint64 recordings = 100'000;
constexpr int archives = 400;
constexpr int rounds = 3;

template <typename F>
double medianSeconds(F run)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        if (!run())
            qFatal("a run failed");
        times.push_back(double(timer.nsecsElapsed()) / 1e9);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void fillStore(const QString &root)
{
    const ContentStore store(root);
    QRandomGenerator random(3);
    for (int number = 0; number < archives; ++number) {
        QByteArray bytes(100'000, Qt::Uninitialized); // gzip: does not shrink
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        if (!store.put(bytes))
            qFatal("cannot fill the store");
    }
}

// The longest of many small writes, in milliseconds, while `work` runs.
template <typename F>
double longestWrite(BackupProfile &profile, F work)
{
    std::atomic<bool> isDone{false};
    double longest = 0;
    std::thread writer([&] {
        while (!isDone) {
            QElapsedTimer timer;
            timer.start();
            const auto written = waitFor(profile.database->write([](Connection &connection) {
                return connection.execute({"bench.write"_L1, u"UPDATE recording SET is_seen = 1 - is_seen WHERE id = 7"_s});
            }));
            if (!written)
                qFatal("cannot write");
            longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
        }
    });
    work();
    isDone = true;
    writer.join();
    return longest;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    BackupProfile profile;
    profile.fill(recordings, 0);
    fillStore(profile.files().store);
    profile.close(); // the write-ahead log taken in
    profile.open();
    const CatalogFiles files = profile.files();
    const QString copy = profile.path(u"copy"_s);
    QTextStream out(stdout);
    out << "catalog " << QFileInfo(files.catalog).size() / 1'000'000 << " MB, " << archives << " archives of 0.1 MB\n";

    const double copied = medianSeconds([&] {
        QFile::remove(copy);
        return QFile::copy(files.catalog, copy);
    });
    const double snapshot = medianSeconds([&] {
        QFile::remove(copy);
        return snapshotCatalog(files.catalog, copy).has_value();
    });
    out << "snapshot " << snapshot << " s; plain copy of the file " << copied << " s\n";

    ProgressCounters progress;
    const auto backUp = [&](const std::optional<SecretText> &passphrase) {
        QFile::remove(copy);
        BackupRequest request = profile.request(copy, passphrase);
        request.keyCost = usualKeyCost();
        return createBackup(request, progress, {}).has_value();
    };
    const double plain = medianSeconds([&] { return backUp({}); });
    const qint64 size = QFileInfo(copy).size();
    const double encrypted = medianSeconds([&] { return backUp(SecretText("passphrase")); });
    const auto packByTar = [&] {
        QFile::remove(copy);
        return QProcess::execute(u"tar"_s, {u"--zstd"_s, u"-cf"_s, copy, u"-C"_s, profile.path({}), u"catalog.sqlite"_s,
                                            u"store"_s}) == 0;
    };
    const double tar = medianSeconds(packByTar);
    out << "backup, checked: " << plain << " s, encrypted " << encrypted << " s, " << size / 1'000'000
        << " MB; tar --zstd alone, of a catalog that must not change " << tar << " s\n";

    const double beside = longestWrite(profile, packByTar);
    const double meanwhile = longestWrite(profile, [&] { backUp({}); });
    out << "longest of many small writes during a backup " << meanwhile << " ms; during tar's run " << beside << " ms\n";
    return 0;
}
