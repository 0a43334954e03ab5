// Opens the main window on a catalog of 100,000 recordings and on an empty one, in one process, in turn and in changing
// order, offscreen: from the window's construction to the end of the repaint that first shows rows (or the empty page).
// Prints the ratio of the medians (target 1.5), and the same with the opening of the catalog's file counted in.
#include "core/secrets/memorysecretstore.h"
#include "core/settings/settings.h"
#include "core/workspace/local/localworkspace.h"
#include "tests/core/storage/testcatalog.h"
#include "tests/support/fakeconferenceservice.h"
#include "tests/support/fakequestions.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace letopis;
using namespace letopis::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 recordings = 100'000;
constexpr int rounds = 31;

// Tells when a widget has been painted and the window's whole repaint is over. An event loop that waits for it wakes at
// once: polling would round each time up to its own step.
class PaintWatch final : public QApplication
{
public:
    using QApplication::QApplication;

    void watch(std::function<bool(const QObject *)> isAwaited, std::function<void()> onPainted)
    {
        m_isAwaited = std::move(isAwaited);
        m_onPainted = std::move(onPainted);
        m_isPainted = false;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        const bool isPaint = event->type() == QEvent::Paint;
        ++m_depth;
        const bool isHandled = QApplication::notify(receiver, event);
        --m_depth;
        if (isPaint && m_isAwaited && m_isAwaited(receiver))
            m_isPainted = true;
        if (m_isPainted && m_depth == 0 && m_onPainted)
            std::exchange(m_onPainted, nullptr)();
        return isHandled;
    }

private:
    std::function<bool(const QObject *)> m_isAwaited;
    std::function<void()> m_onPainted;
    bool m_isPainted = false;
    int m_depth = 0;
};

struct Times
{
    double window = 0; // milliseconds from its construction
    double whole = 0;  // from the opening of the file
};

Times openMilliseconds(PaintWatch &application, const QString &catalogFile, int expectedRows)
{
    QTemporaryDir profile;
    Settings settings(profile.filePath(u"settings.ini"_s));
    const SystemClock clock;
    MemorySecretStore secrets;
    FakeServiceFactory services(std::make_shared<FakeConference>());
    MediaCache media(profile.filePath(u"media"_s), 1 << 20);
    test::FakeQuestions questions;

    QElapsedTimer whole;
    whole.start();
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
    QElapsedTimer opening;
    opening.start();
    MainWindow window({workspace, ownerActor(u"admin"_s, {}), settings, questions, clock}, {});
    const RecordingListModel &model = window.recordingsPage().model();
    const QObject *rows = window.recordingsPage().table().viewport();
    const QObject *empty = window.findChild<EmptyState *>(u"recordingsEmpty"_s);
    Times taken;
    QEventLoop loop;
    application.watch(
        [&](const QObject *painted) { return painted == (expectedRows > 0 ? rows : empty) && model.rowCount() >= expectedRows; },
        [&] {
            taken = {.window = double(opening.nsecsElapsed()) / 1e6, .whole = double(whole.nsecsElapsed()) / 1e6};
            loop.quit();
        });
    QTimer::singleShot(60'000, &loop, [] { qFatal("the window never showed what it was opened for"); });
    window.show();
    if (taken.window == 0)
        loop.exec();
    // What the window asks for after its first rows must not run into the next opening.
    if (!QTest::qWaitFor([&] { return model.totalCount() >= 0; }, 60'000))
        qFatal("the recordings were never counted");
    application.watch({}, {});
    return taken;
}

// The program that filled the catalog has ended, as before every start: its write-ahead log is in the file.
void close(TestCatalog &catalog)
{
    catalog.recordings.reset();
    catalog.servers.reset();
    catalog.database.reset();
}

double median(const std::vector<Times> &times, double Times::*part)
{
    std::vector<double> values;
    for (const Times &time : times)
        values.push_back(time.*part);
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void print(const char *what, const std::vector<Times> &onFull, const std::vector<Times> &onEmpty, double Times::*part)
{
    const double full = median(onFull, part);
    const double empty = median(onEmpty, part);
    std::printf("%s: %lld recordings %.1f ms, empty catalog %.1f ms (medians of %d): %.2f x (target 1.50)\n", what, recordings, full,
                empty, rounds, full / empty);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    PaintWatch application(argc, argv);
    TestCatalog full;
    std::vector<std::vector<RecordingSnapshot>> pages;
    for (qint64 from = 0; from < recordings; from += 1000)
        pages.push_back(snapshots(from, 1000));
    if (!full.sync(std::move(pages)))
        qFatal("cannot fill the catalog");
    TestCatalog empty;
    close(full);
    close(empty);

    // Fonts, icons and styles are loaded once per process: neither side pays for them.
    openMilliseconds(application, full.path(), 100);
    openMilliseconds(application, empty.path(), 0);
    std::vector<Times> onFull, onEmpty;
    for (int round = 0; round < rounds; ++round) {
        for (const bool isFull : {round % 2 == 0, round % 2 != 0}) {
            if (isFull)
                onFull.push_back(openMilliseconds(application, full.path(), 100));
            else
                onEmpty.push_back(openMilliseconds(application, empty.path(), 0));
        }
    }
    print("opening the window", onFull, onEmpty, &Times::window);
    print("the same with opening the file", onFull, onEmpty, &Times::whole);
    return 0;
}
