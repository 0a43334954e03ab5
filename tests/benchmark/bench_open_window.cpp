// Opens the main window on a catalog of 100,000 recordings and on an empty one, each several times and in turn, offscreen:
// from the database file to the first rows (or the empty page) being there. Prints the ratio (target 1.5).
#include "core/secrets/memorysecretstore.h"
#include "core/settings/settings.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/fakeconferenceservice.h"
#include "tests/support/fakequestions.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace letopis;
using namespace letopis::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 recordings = 100'000;
constexpr int rounds = 11;

double openMilliseconds(const QString &catalogFile, int expectedRows)
{
    QTemporaryDir profile;
    Settings settings(profile.filePath(u"settings.ini"_s));
    const SystemClock clock;
    MemorySecretStore secrets;
    FakeServiceFactory services(std::make_shared<FakeConference>());
    MediaCache media(profile.filePath(u"media"_s), 1 << 20);
    test::FakeQuestions questions;

    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<Database> database = Database::open(catalogFile).value();
    LocalWorkspace workspace({.database = *database,
                              .store = ContentStore(profile.path()),
                              .services = services,
                              .keychain = secrets,
                              .secretFile = secrets,
                              .usesSecretFile = false,
                              .rememberSecretFile = {},
                              .media = media,
                              .clock = clock,
                              .hasBackgroundSync = false});
    MainWindow window({workspace, Actor{u"admin"_s, {}}, settings, questions, clock}, {});
    window.show();
    const RecordingListModel &model = window.recordingsPage().model();
    if (!QTest::qWaitFor([&] { return model.phase() == RecordingListModel::Phase::Ready; }, 60'000))
        qFatal("the window never became ready");
    window.grab(); // painted, not only loaded
    const double taken = double(timer.nsecsElapsed()) / 1e6;
    if (model.rowCount() < expectedRows)
        qFatal("rows are missing");
    return taken;
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TestCatalog full;
    std::vector<std::vector<RecordingSnapshot>> pages;
    for (qint64 from = 0; from < recordings; from += 1000)
        pages.push_back(snapshots(from, 1000));
    if (!full.sync(std::move(pages)))
        qFatal("cannot fill the catalog");
    TestCatalog empty;

    std::vector<double> onFull, onEmpty;
    openMilliseconds(empty.path(), 0); // fonts, icons and styles are loaded once per process
    for (int round = 0; round < rounds; ++round) {
        onFull.push_back(openMilliseconds(full.path(), 100));
        onEmpty.push_back(openMilliseconds(empty.path(), 0));
    }
    std::printf("opening the window: %lld recordings %.1f ms, empty catalog %.1f ms (medians of %d): %.2f x (target 1.50)\n",
                recordings, median(onFull), median(onEmpty), rounds, median(onFull) / median(onEmpty));
    return 0;
}
