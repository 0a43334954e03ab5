// Renders the windows in their states, in both languages, light and dark, at 100 % and 200 %, to PNG files in
// LETOPIS_GALLERY_DIR, for people to look at; and fails where a label or a button is too small for its text, or two things
// want one Alt key.

#include "tests/ui/atrest.h"
#include "tests/ui/mnemonics.h"
#include "tests/ui/uitest.h"

#include "ui/forms/informationform.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/shortcutmap.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

QString galleryFolder()
{
    const QString wanted = qEnvironmentVariable("LETOPIS_GALLERY_DIR");
    return wanted.isEmpty() ? QDir::current().filePath(u"gallery"_s) : wanted;
}

// Labels and buttons whose text does not fit. Elided texts mean it and are left out.
QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (label && !label->wordWrap() && !label->text().isEmpty() && label->width() < label->minimumSizeHint().width())
            cut << label->text();
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            cut << label->text();
        if (button && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            cut << button->text();
    }
    return cut;
}

JobStatus syncJob(const ConferenceServer &server, const QDateTime &now)
{
    JobStatus job;
    job.id = JobId{9001};
    job.server = server.id;
    job.subject = server.name;
    job.state = Job::State::Running;
    job.startedAt = now.addSecs(-20);
    job.progress = {630, 1000, ProgressUnit::Items, 4'100'000};
    return job;
}

void addJobs(WindowBench &bench)
{
    const QList<ConferenceServer> servers = bench.workspace.serverList();
    JobStatus failed = syncJob(servers.last(), bench.clock.now());
    failed.id = JobId{9000};
    failed.state = Job::State::Finished;
    failed.canRetry = true;
    failed.error = Error{ErrorKind::TlsUntrusted, u"self-signed"_s, u"meet.acme.example"_s, {}};
    bench.workspace.setJob(failed);
    bench.workspace.setJob(syncJob(servers.first(), bench.clock.now()));
    JobStatus download = syncJob(servers.first(), bench.clock.now());
    download.id = JobId{9002};
    download.kind = JobKind::Download;
    download.subject = u"Лекция 4. Числовые ряды.mp4"_s;
    download.progress = {310'000'000, 412'000'000, ProgressUnit::Bytes, 8'300'000};
    bench.workspace.setJob(download);
    JobStatus done = syncJob(servers.first(), bench.clock.now());
    done.id = JobId{8999};
    done.state = Job::State::Finished;
    done.report = SyncReport{3, 12, 400, 1, 3, {{u"183f0bf3-1"_s, u"endTime is before startTime"_s, }}};
    bench.workspace.setJob(done);
}

} // namespace

class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everyWindowIsDrawnWithoutCutText_data();
    void everyWindowIsDrawnWithoutCutText();

private:
    void save(QWidget &widget, const QString &scene);
    void makeWindow();
    void showSamples();
    void drawPanes();
    void drawStates();
    void drawJobs();
    void drawDialogs();

    std::unique_ptr<WindowBench> m_bench;
    QString m_suffix;
    double m_scale = 1;
    QStringList m_cut;
};

void GalleryTest::initTestCase()
{
    QVERIFY(QDir().mkpath(galleryFolder()));
    QApplication::setStyle(u"Fusion"_s);
}

void GalleryTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    m_cut.clear();
}

void GalleryTest::cleanup()
{
    m_bench.reset();
}

void GalleryTest::everyWindowIsDrawnWithoutCutText_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-light-100") << u"en"_s << false << 1.0;
    QTest::newRow("ru-light-100") << u"ru"_s << false << 1.0;
    QTest::newRow("en-dark-100") << u"en"_s << true << 1.0;
    QTest::newRow("ru-dark-100") << u"ru"_s << true << 1.0;
    QTest::newRow("en-light-200") << u"en"_s << false << 2.0;
    QTest::newRow("ru-dark-200") << u"ru"_s << true << 2.0;
}

void GalleryTest::everyWindowIsDrawnWithoutCutText()
{
    QFETCH(const QString, language);
    QFETCH(const bool, isDark);
    QFETCH(const double, scale);
    const Language installed(language);
    QApplication::setPalette(isDark ? darkPalette() : lightPalette());
    m_suffix = QString::fromLatin1(QTest::currentDataTag());
    m_scale = scale;
    drawStates();
    showSamples();
    drawPanes();
    drawJobs();
    drawDialogs();
    QVERIFY2(m_cut.isEmpty(), qPrintable(m_cut.join(u" | "_s)));
}

void GalleryTest::save(QWidget &widget, const QString &scene)
{
    widget.ensurePolished();
    QVERIFY(isAtRest(widget));
    QPixmap picture((QSizeF(widget.size()) * m_scale).toSize());
    picture.setDevicePixelRatio(m_scale);
    widget.render(&picture);
    const QString file = QDir(galleryFolder()).filePath(u"%1-%2.png"_s.arg(scene, m_suffix));
    QVERIFY(picture.save(file, "PNG", 80));
    for (const QString &text : cutTexts(widget))
        m_cut << scene + u": "_s + text;
    for (const QString &clash : clashingMnemonics(widget))
        m_cut << scene + u": "_s + clash;
}

void GalleryTest::makeWindow()
{
    m_bench->makeWindow();
    m_bench->window->resize(1440, 860); // the offscreen screen is smaller
    m_bench->window->resetLayout();
}

void GalleryTest::showSamples()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    makeWindow();
    QTRY_COMPARE(m_bench->window->recordingsPage().model().rowCount(), 12);
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
}

void GalleryTest::drawPanes()
{
    MainWindow &window = *m_bench->window;
    QTabWidget *tabs = window.detailsPane().tabs();
    const char *const names[] = {"overview",  "information", "participants", "materials", "retention",
                                 "formats", "metadata",    "timeline",     "journal"};
    QCOMPARE(static_cast<size_t>(tabs->count()), std::size(names));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        if (tabs->currentWidget() == &window.detailsPane().information())
            QTRY_VERIFY(window.detailsPane().information().draft()); // read now
        QVERIFY(isAtRest(window));
        for (const QString &table : {u"recordingTable"_s, u"participantTable"_s, u"timelineTable"_s})
            QVERIFY2(window.findChild<QTableView *>(table)->horizontalScrollBar()->maximum() == 0, qPrintable(table));
        save(window, u"main-%1-%2"_s.arg(tab).arg(QLatin1StringView(names[tab])));
    }
    // A recording without names, and a window of a small notebook.
    tabs->setCurrentIndex(2);
    window.recordingsPage().table().selectRow(2);
    QTRY_COMPARE(window.detailsPane().details()->row.id, window.recordingsPage().model().row(2).id);
    save(window, u"main-7-no-names"_s);
    window.resize(1024, 680);
    window.resetLayout();
    save(window, u"main-8-small"_s);
    window.resize(1280, 800);
    window.resetLayout();
    window.recordingsPage().table().selectRow(0);
    auto *people = window.findChild<QTableView *>(u"participantTable"_s);
    QTRY_VERIFY(people->model()->rowCount() > 3);
    QVERIFY(isAtRest(window));
    save(window, u"main-10-participants-1280"_s);
    QCOMPARE(people->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(window.recordingsPage().table().horizontalScrollBar()->maximum(), 0);
    window.resize(1440, 860);
    window.resetLayout();
    tabs->setCurrentIndex(0);
    for (int column = 0; column < RecordingListModel::ColumnCount; ++column)
        window.recordingsPage().table().setColumnHidden(column, false);
    save(window, u"main-9-all-columns"_s);
    window.recordingsPage().table().resetColumns();
}

void GalleryTest::drawStates()
{
    makeWindow();
    m_bench->workspace.setHoldsAnswers(true);
    makeWindow();
    save(*m_bench->window, u"state-1-loading"_s);
    m_bench->workspace.setHoldsAnswers(false);
    QTRY_VERIFY(m_bench->window->findChild<QWidget *>(u"recordingsEmpty"_s)->isVisible());
    save(*m_bench->window, u"state-2-no-servers"_s);
    m_bench->workspace.failNext(u"recordings"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, u"catalog.sqlite"_s, {}});
    makeWindow();
    QTRY_COMPARE(m_bench->window->recordingsPage().model().phase(), RecordingListModel::Phase::Failed);
    save(*m_bench->window, u"state-3-failed"_s);
    ConferenceServer server;
    server.name = u"bbb.uni.example"_s;
    m_bench->workspace.putServer(server);
    makeWindow();
    QTRY_VERIFY(m_bench->window->findChild<QWidget *>(u"recordingsEmpty"_s)->isVisible());
    save(*m_bench->window, u"state-4-nothing-synced"_s);
    m_bench->window->recordingsPage().setSearch(u"ничего такого"_s);
    QTRY_COMPARE(m_bench->window->recordingsPage().model().query().search, u"ничего такого"_s);
    QTRY_COMPARE(m_bench->window->recordingsPage().model().phase(), RecordingListModel::Phase::Ready);
    save(*m_bench->window, u"state-5-nothing-found"_s);
    m_bench = std::make_unique<WindowBench>();
}

void GalleryTest::drawJobs()
{
    QTRY_COMPARE(m_bench->window->detailsPane().details()->row.id, m_bench->window->recordingsPage().currentRecording());
    addJobs(*m_bench);
    const Actions &actions = m_bench->window->actionList();
    actions[Actions::ToggleJobs]->trigger();
    save(*m_bench->window, u"jobs-1-drawer"_s);
    actions[Actions::ToggleJobs]->trigger();
}

void GalleryTest::drawDialogs()
{
    MainWindow &window = *m_bench->window;
    window.showCommandPalette();
    save(window, u"dialog-1-commands"_s);
    window.findChild<CommandPalette *>()->hide();
    window.showShortcuts();
    auto *map = window.findChild<ShortcutMap *>();
    QVERIFY(map);
    save(*map, u"dialog-2-shortcuts"_s);
    map->close();
    window.actionList()[Actions::About]->trigger();
    auto *about = window.findChild<QMessageBox *>();
    QVERIFY(about);
    save(*about, u"dialog-3-about"_s);
    about->close();
}

QTEST_MAIN(GalleryTest)
#include "tst_gallery.moc"
