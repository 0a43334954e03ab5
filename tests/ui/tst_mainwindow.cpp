// The main window through its public widgets, by real clicks and keys.

#include "tests/ui/uitest.h"

#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/choicebutton.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/filterbar.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/recordingactions.h"
#include "ui/shell/searchfield.h"
#include "ui/shell/shortcutmap.h"
#include "ui/shell/trayicon.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

// QTest::keyClicks() knows ASCII only.
void type(QWidget &widget, const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(&widget, &press);
    }
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsCountedBeforeTheFirstRowsAreThere();
    void typingInTheSearchNarrowsTheTable();
    void aSearchWithoutHitsOffersTheWayBack();
    void aClickOnAHeaderSortsAndASecondOneTurnsTheOrder();
    void theServerFilterNarrowsAndClearBringsAllBack();
    void theStateFilterTakesSeveralStates();
    void theColumnMenuShowsAHiddenColumn();
    void f5SyncsTheShownServerOnly();
    void selectingARecordingShowsItsDetails();
    void aRecordingWithoutNamesSaysWhy();
    void everythingIsReachedByKeysAlone();
    void playAndDownloadGoToTheBestFormat();
    void aFormatsOwnButtonsPlayAndDownloadIt();
    void anEmptyCatalogOffersToConnectAServer();
    void aFailedReadingShowsABarWithRetry();
    void aFailedSyncShowsItsReasonAndTheTrustQuestion();
    void jobsShowProgressAndCanBeCancelledRetriedDismissed();
    void closingOverRunningJobsAsksOnce();
    void layoutColumnsAndSortComeBack();
    void theCommandPaletteRunsWhatIsTyped();
    void theShortcutMapListsEveryShortcut();
    void noTwoCommandsShareAShortcut();
    void everyControlHasAnAccessibleName();
    void lookingAtANewRecordingMarksItSeen();
    void fileNamesSuitEverySystem_data();
    void fileNamesSuitEverySystem();
    void notificationsHoldNoTags();
    void listsThatCannotBeReadSaySo();
    void aSyncThatChangesNothingLeavesTheDetailsAlone();
    void theSelectionSurvivesASync();
    void theThemeIsChosenInTheMenuAndKept();
    void anotherLanguageIsKeptAndSaidToComeAtTheNextStart();

private:
    MainWindow &window() { return *m_bench->window; }
    RecordingTable &table() { return window().recordingsPage().table(); }
    RecordingListModel &model() { return window().recordingsPage().model(); }
    template<typename T>
    T *child(const QString &name) { return window().findChild<T *>(name); }
    void openSamples();
    void clickHeader(int column);
    int tabOf(const QString &text)
    {
        const QTabWidget *tabs = window().detailsPane().tabs();
        int found = 0;
        while (found < tabs->count() && tabs->tabToolTip(found) != text) // also where there is room for icons only
            ++found;
        return found;
    }
    QString title(int row) { return model().index(row, RecordingListModel::Title).data().toString(); }

    std::unique_ptr<WindowBench> m_bench;
};

void MainWindowTest::init()
{
    m_bench = std::make_unique<WindowBench>();
}

void MainWindowTest::cleanup()
{
    m_bench.reset();
}

void MainWindowTest::openSamples()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_bench->makeWindow();
    QTRY_COMPARE(model().rowCount(), 12);
    QTRY_VERIFY(window().detailsPane().details().has_value());
}

void MainWindowTest::clickHeader(int column)
{
    QHeaderView *header = table().horizontalHeader();
    const QPoint middle(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::NoModifier, middle);
}

void MainWindowTest::nothingIsCountedBeforeTheFirstRowsAreThere()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    const FakeWorkspace &workspace = m_bench->workspace;
    m_bench->workspace.setHoldsAnswers(true);
    m_bench->makeWindow();
    QVERIFY(workspace.calls().contains(u"recordings"_s));
    QCoreApplication::processEvents();
    // Each of these goes through the whole catalog: the first rows must not stand behind them.
    QVERIFY(!workspace.calls().contains(u"countRecordings"_s));
    QVERIFY(!workspace.calls().contains(u"knownFormats"_s));
    m_bench->workspace.setHoldsAnswers(false);
    QTRY_VERIFY(model().rowCount() > 0);
    QTRY_VERIFY(workspace.calls().contains(u"knownFormats"_s));
    QTRY_COMPARE(model().totalCount(), qint64(model().rowCount()));
    const QTreeWidgetItem *all = child<QTreeWidget>(u"navigationTree"_s)->topLevelItem(0);
    QTRY_COMPARE(all->text(1), QString::number(model().rowCount()));
}

void MainWindowTest::typingInTheSearchNarrowsTheTable()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(window().searchField().hasFocus());
    type(window().searchField(), u"Белова лекция"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QTRY_COMPARE(child<QLabel>(u"recordingCount"_s)->text().left(1), u"1"_s);
    QVERIFY(title(0).startsWith(u"Лекция 4"_s)); // found by a participant's name
    QTest::keyClick(&window().searchField(), Qt::Key_Escape);
    QTRY_COMPARE(model().rowCount(), 12);
}

void MainWindowTest::aSearchWithoutHitsOffersTheWayBack()
{
    openSamples();
    QTest::keyClicks(&window().searchField(), u"zzz"_s);
    auto *empty = child<EmptyState>(u"recordingsEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_COMPARE(model().rowCount(), 12);
    QVERIFY(window().searchField().text().isEmpty());
}

void MainWindowTest::aClickOnAHeaderSortsAndASecondOneTurnsTheOrder()
{
    openSamples();
    clickHeader(RecordingListModel::Duration);
    QTRY_COMPARE(m_bench->workspace.lastQuery().sort, RecordingColumn::Duration);
    const Qt::SortOrder first = m_bench->workspace.lastQuery().order;
    QTRY_COMPARE(model().phase(), RecordingListModel::Phase::Ready);
    clickHeader(RecordingListModel::Duration);
    QTRY_VERIFY(m_bench->workspace.lastQuery().order != first);
    QTRY_VERIFY(title(0).startsWith(u"Защита"_s) || title(0).startsWith(u"Консультация"_s));
}

void MainWindowTest::theServerFilterNarrowsAndClearBringsAllBack()
{
    openSamples();
    auto *servers = child<QComboBox>(u"serverFilter"_s);
    QTRY_COMPARE(servers->count(), 3);
    servers->setFocus();
    QTest::keyClick(servers, Qt::Key_Down);
    QTRY_COMPARE(model().rowCount(), 7);
    auto *navigation = child<QTreeWidget>(u"navigationTree"_s);
    QCOMPARE(navigation->currentItem()->text(0), u"bbb.uni.example"_s); // follows the filter
    auto *clear = child<QToolButton>(u"clearFilters"_s);
    QTRY_VERIFY(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE(model().rowCount(), 12);
    QVERIFY(!clear->isVisible());
}

void MainWindowTest::theStateFilterTakesSeveralStates()
{
    openSamples();
    auto *states = child<ChoiceButton>(u"stateFilter"_s);
    for (const PublicationState state : {PublicationState::Deleted, PublicationState::Gone})
        states->choiceMenu()->actions().at(static_cast<int>(state))->trigger();
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(states->text(), u"Deleted, Gone"_s);
}

void MainWindowTest::theColumnMenuShowsAHiddenColumn()
{
    openSamples();
    QVERIFY(table().isColumnHidden(RecordingListModel::Size));
    Q_EMIT table().horizontalHeader()->customContextMenuRequested(QPoint(10, 10));
    QPointer<QMenu> menu = table().findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu);
    menu->actions().at(RecordingListModel::Size)->trigger();
    QVERIFY(!table().isColumnHidden(RecordingListModel::Size));
    QVERIFY(!menu->actions().at(RecordingListModel::Title)->isEnabled()); // one column always stays
    menu->close();
}

void MainWindowTest::f5SyncsTheShownServerOnly()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_F5);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 2);
    const QList<JobStatus> all = m_bench->workspace.jobs();
    for (const JobStatus &job : all) {
        m_bench->workspace.finishJob(job.id);
        m_bench->workspace.dismissJob(ownerActor(u"anna"_s, {}), job.id);
    }
    child<QComboBox>(u"serverFilter"_s)->setCurrentIndex(2);
    QTRY_COMPARE(model().rowCount(), 5);
    QTest::keyClick(&window(), Qt::Key_F5);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 1);
    QCOMPARE(m_bench->workspace.jobs().first().subject, u"Meetings (ACME)"_s);
}

void MainWindowTest::selectingARecordingShowsItsDetails()
{
    openSamples();
    const QRect row = table().visualRect(model().index(3, RecordingListModel::Title));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
    QTRY_COMPARE(window().detailsPane().details()->row.id, model().row(3).id);
    QCOMPARE(child<QLabel>(u"detailsTitle"_s)->text(), title(3));
    QTRY_COMPARE(child<QTableView>(u"participantTable"_s)->model()->rowCount(), 6);
    QTRY_COMPARE(child<QTableView>(u"timelineTable"_s)->model()->rowCount(), 14);
    QCOMPARE(child<QTableView>(u"metadataTable"_s)->model()->rowCount(), 5);
}

void MainWindowTest::aRecordingWithoutNamesSaysWhy()
{
    openSamples();
    table().setCurrentIndex(model().index(2, 0)); // of the server without SSH
    QTRY_COMPARE(window().detailsPane().details()->row.id, model().row(2).id);
    window().detailsPane().tabs()->setCurrentIndex(tabOf(u"Participants"_s));
    const auto saysSsh = [this] {
        for (const QLabel *label : window().detailsPane().findChildren<QLabel *>(u"emptyText"_s)) {
            if (label->isVisible() && label->text().contains(u"SSH"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(saysSsh());
}

void MainWindowTest::everythingIsReachedByKeysAlone()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(window().searchField().hasFocus());
    type(window().searchField(), u"Лекция"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QTest::keyClick(&window().searchField(), Qt::Key_Return);
    QTRY_VERIFY(table().hasFocus());
    QTest::keyClick(&table(), Qt::Key_Down);
    QTRY_VERIFY(window().detailsPane().details() && window().detailsPane().details()->row.title.contains(u"Фурье"_s));
    QTest::keyClick(&table(), Qt::Key_Return);
    QTRY_VERIFY(window().detailsPane().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTRY_COMPARE(window().detailsPane().tabs()->currentIndex(), 1);
    QTest::keyClick(&window(), Qt::Key_F6);
    QTRY_VERIFY(child<QTreeWidget>(u"navigationTree"_s)->hasFocus());
    QTest::keyClick(&window(), Qt::Key_F6);
    QTRY_VERIFY(table().hasFocus());
    QTest::keyClick(&window(), Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY(child<QWidget>(u"serversPage"_s) && child<QWidget>(u"serversPage"_s)->isVisible());
    QTest::keyClick(&window(), Qt::Key_1, Qt::AltModifier);
    QTRY_VERIFY(table().isVisible());
}

void MainWindowTest::playAndDownloadGoToTheBestFormat()
{
    openSamples();
    QTRY_VERIFY(window().actionList()[Actions::Play]->isEnabled());
    QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(m_bench->played.size(), 1);
    QVERIFY(m_bench->played.first().endsWith(u" video"_s));
    m_bench->questions.setNextFile(m_bench->directory.filePath(u"lecture.mp4"_s));
    QTest::keyClick(&window(), Qt::Key_D, Qt::ControlModifier);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 1);
    QCOMPARE(m_bench->workspace.jobs().first().subject, u"lecture.mp4"_s);
    const QString suggested = QFileInfo(m_bench->questions.askedForFiles().first().suggestedPath).fileName();
    QCOMPARE(suggested, u"Лекция 4. Числовые ряды и признаки сходимости.mp4"_s);
}

void MainWindowTest::aFormatsOwnButtonsPlayAndDownloadIt()
{
    openSamples();
    window().detailsPane().tabs()->setCurrentIndex(tabOf(u"Formats"_s));
    auto *play = window().detailsPane().findChild<QPushButton *>(u"play-presentation"_s);
    QVERIFY(play);
    QTest::mouseClick(play, Qt::LeftButton);
    QVERIFY(m_bench->played.last().endsWith(u" presentation"_s));
    auto *download = window().detailsPane().findChild<QPushButton *>(u"download-presentation"_s);
    QTest::mouseClick(download, Qt::LeftButton); // the file dialog is cancelled
    QTRY_COMPARE(m_bench->questions.askedForFiles().size(), 1);
    QCoreApplication::processEvents();
    QVERIFY(m_bench->workspace.jobs().isEmpty());
}

void MainWindowTest::anEmptyCatalogOffersToConnectAServer()
{
    m_bench->makeWindow();
    auto *empty = child<EmptyState>(u"recordingsEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(m_bench->wizardsOpened, 1);
    QVERIFY(!window().actionList()[Actions::Sync]->isEnabled());
}

void MainWindowTest::aFailedReadingShowsABarWithRetry()
{
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_bench->workspace.failNext(u"recordings"_s, {ErrorKind::DatabaseFailed, u"disk I/O error"_s, {}, {}});
    m_bench->makeWindow();
    MessageBar &bar = window().recordingsPage().messages();
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(!bar.text().contains(u"I/O"_s));
    const QList<QPushButton *> buttons = bar.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2); // Details, Try again
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QVERIFY(bar.findChild<QLabel *>(u"messageDetails"_s)->isVisible());
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QTRY_COMPARE(model().rowCount(), 12);
    QVERIFY(!bar.isVisible());
}

void MainWindowTest::aFailedSyncShowsItsReasonAndTheTrustQuestion()
{
    openSamples();
    m_bench->trusts = true;
    const ServerId server = m_bench->workspace.serverList().last().id;
    const JobId job = m_bench->workspace.startSync({}, server);
    m_bench->workspace.finishJob(job, Error{ErrorKind::TlsUntrusted, {}, u"meet.acme.example"_s, {}});
    MessageBar &bar = window().recordingsPage().messages();
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(bar.text().contains(u"meet.acme.example"_s));
    m_bench->workspace.forgetCalls();
    QTest::mouseClick(bar.findChildren<QPushButton *>().first(), Qt::LeftButton);
    QCOMPARE(m_bench->trustAsked, QList<ServerId>{server});
    QVERIFY(m_bench->workspace.calls().contains(u"startSync"_s)); // trusted: it goes on by itself
    QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
    QTRY_VERIFY(child<QDockWidget>(u"jobsDock"_s)->isVisible());
    const JobStatus again = m_bench->workspace.jobs().last();
    m_bench->workspace.finishJob(again.id);
    QTRY_VERIFY(!bar.isVisible()); // it works again
}

void MainWindowTest::jobsShowProgressAndCanBeCancelledRetriedDismissed()
{
    openSamples();
    child<QComboBox>(u"serverFilter"_s)->setCurrentIndex(1);
    QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_F5);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 1);
    JobStatus job = m_bench->workspace.jobs().last();
    job.progress = {630, 1000, ProgressUnit::Items, 4'100'000};
    job.startedAt = m_bench->clock.now().addSecs(-20);
    m_bench->workspace.setJob(job);
    auto *text = child<QLabel>(u"jobText"_s);
    QTRY_COMPARE(text->text(), u"63 % · 4.1 MB/s · 11 s left"_s);
    QVERIFY(child<QToolButton>(u"jobsSummary"_s)->accessibleName().contains(u"63 %"_s));
    QTest::mouseClick(child<QToolButton>(u"jobCancel"_s), Qt::LeftButton);
    QTRY_COMPARE(m_bench->workspace.jobs().last().state, Job::State::Finished);
    QTRY_VERIFY(child<QToolButton>(u"jobRetry"_s)->isVisible());
    QTest::mouseClick(child<QToolButton>(u"jobRetry"_s), Qt::LeftButton);
    QTRY_COMPARE(m_bench->workspace.jobs().last().state, Job::State::Running);
    m_bench->workspace.finishJob(job.id, Error{ErrorKind::Timeout, {}, u"bbb"_s, {}});
    QTRY_VERIFY(text->text().startsWith(u"The server did not answer in time: bbb."_s));
    QTest::mouseClick(child<QToolButton>(u"jobDismiss"_s), Qt::LeftButton);
    QTRY_VERIFY(m_bench->workspace.jobs().isEmpty());
}

void MainWindowTest::closingOverRunningJobsAsksOnce()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_F5);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 2);
    QSignalSpy quits(&window(), &MainWindow::quitRequested);
    window().close(); // cancelled by the person
    QTRY_COMPARE(m_bench->questions.asked().size(), 1);
    QCoreApplication::processEvents();
    QVERIFY(window().isVisible());
    QCOMPARE(m_bench->questions.asked().first().defaultAnswer, -1);
    m_bench->questions.setNextAnswer(0);
    window().close();
    QTRY_VERIFY(!window().isVisible());
    QCOMPARE(quits.count(), 1);
    QCOMPARE(m_bench->questions.asked().size(), 2);
}

void MainWindowTest::layoutColumnsAndSortComeBack()
{
    openSamples();
    clickHeader(RecordingListModel::Participants);
    QTRY_COMPARE(m_bench->workspace.lastQuery().sort, RecordingColumn::Participants);
    table().setColumnHidden(RecordingListModel::Size, false);
    QTest::keyClick(&window(), Qt::Key_F9);
    QTRY_VERIFY(!child<QDockWidget>(u"navigationDock"_s)->isVisible());
    window().close();
    m_bench->makeWindow();
    QTRY_COMPARE(model().rowCount(), 12);
    QCOMPARE(m_bench->workspace.lastQuery().sort, RecordingColumn::Participants);
    QVERIFY(!table().isColumnHidden(RecordingListModel::Size));
    QVERIFY(table().isColumnHidden(RecordingListModel::Meeting));
    QVERIFY(!child<QDockWidget>(u"navigationDock"_s)->isVisible());
    QVERIFY(!window().actionList()[Actions::ToggleNavigation]->isChecked());
}

void MainWindowTest::theCommandPaletteRunsWhatIsTyped()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = window().findChild<CommandPalette *>();
    QTRY_VERIFY(palette->isVisible() && palette->input().hasFocus());
    QTest::keyClicks(&palette->input(), u"new rec"_s);
    QTest::keyClick(&palette->input(), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QTRY_COMPARE(model().rowCount(), 2);
    QVERIFY(m_bench->workspace.lastQuery().onlyNew);
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(palette->isVisible());
    QTest::keyClick(&palette->input(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void MainWindowTest::theShortcutMapListsEveryShortcut()
{
    openSamples();
    QTest::keyClick(&table(), Qt::Key_Question);
    QTRY_VERIFY(window().findChild<ShortcutMap *>());
    auto *tree = window().findChild<ShortcutMap *>()->findChild<QTreeWidget *>();
    QString all;
    for (QTreeWidgetItemIterator it(tree); *it; ++it)
        all += (*it)->text(0) + u'\t' + (*it)->text(1) + u'\n';
    for (const QAction *action : window().actionList().all()) {
        if (!action->shortcut().isEmpty())
            QVERIFY2(all.contains(plainActionText(action)), qPrintable(action->text()));
    }
    QTest::keyClick(window().findChild<ShortcutMap *>(), Qt::Key_Escape);
}

void MainWindowTest::noTwoCommandsShareAShortcut()
{
    m_bench->makeWindow();
    QSet<QKeySequence> keys;
    for (const QAction *action : window().actionList().all()) {
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key);
        }
    }
}

void MainWindowTest::everyControlHasAnAccessibleName()
{
    openSamples();
    QTest::keyClick(&window(), Qt::Key_J, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_F5);
    QTRY_COMPARE(m_bench->workspace.jobs().size(), 2);
    QStringList nameless;
    for (QWidget *widget : window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel *>(widget))
            continue;
        if (qobject_cast<QScrollArea *>(widget) || qobject_cast<QTabBar *>(widget) || widget->focusProxy())
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible && accessible->text(QAccessible::Name).isEmpty())
            nameless << QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

void MainWindowTest::lookingAtANewRecordingMarksItSeen()
{
    openSamples();
    QVERIFY(model().row(0).isNew);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    QTRY_VERIFY(!model().row(0).isNew);
}

void MainWindowTest::fileNamesSuitEverySystem_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Лекция 4"_s << u"video"_s << u"Лекция 4.mp4"_s;
    QTest::newRow("a presentation's cameras") << u"x"_s << u"presentation"_s << u"x.webm"_s;
    QTest::newRow("sound") << u"x"_s << u"podcast"_s << u"x.ogg"_s;
    QTest::newRow("paths") << u"../../etc/passwd"_s << u"video"_s << u"etc passwd.mp4"_s;
    QTest::newRow("a device") << u"Con"_s << u"video"_s << u"_Con.mp4"_s;
    QTest::newRow("a device with a suffix") << u"nul.txt"_s << u"video"_s << u"_nul.txt.mp4"_s;
    QTest::newRow("no device") << u"console"_s << u"video"_s << u"console.mp4"_s;
    QTest::newRow("nothing") << u" . "_s << u"video"_s << u"recording.mp4"_s;
    QTest::newRow("direction marks") << u"a\u202Egpj.exe"_s << u"video"_s << u"a gpj.exe.mp4"_s;
}

void MainWindowTest::fileNamesSuitEverySystem()
{
    QFETCH(const QString, title);
    QFETCH(const QString, format);
    QTEST(safeFileName(title, format), "name");
    // Three bytes a letter, four a sign outside the basic plane: 255 is what file systems take.
    for (const QString &letter : {u"語"_s, u"𝄞"_s}) {
        const QString name = safeFileName(title + letter.repeated(300), format);
        QVERIFY(name.toUtf8().size() <= 255);
        QCOMPARE(QString::fromUtf8(name.toUtf8()), name); // no half of a sign
    }
}

void MainWindowTest::notificationsHoldNoTags()
{
    QCOMPARE(TrayIcon::plainLine(u" <a href='x'>click</a>\n& go "_s), u"‹a href='x'›click‹/a› & go"_s);
    QCOMPARE(TrayIcon::plainLine(QString(500, u'x')).size(), 80);
}

void MainWindowTest::listsThatCannotBeReadSaySo()
{
    m_bench->workspace.failNext(u"participants"_s, {ErrorKind::DatabaseFailed, {}, u"catalog.sqlite"_s, {}});
    openSamples();
    auto *text = window().detailsPane().findChild<QLabel *>(u"messageText"_s);
    QTRY_VERIFY(text->isVisible());
    QVERIFY(text->text().contains(u"catalog.sqlite"_s));
    QVERIFY(window().detailsPane().tabs()->isVisible()); // what could be read stays
}

void MainWindowTest::aSyncThatChangesNothingLeavesTheDetailsAlone()
{
    openSamples();
    window().detailsPane().tabs()->setCurrentIndex(tabOf(u"Formats"_s));
    const QPointer<QPushButton> play = window().detailsPane().findChild<QPushButton *>(u"play-presentation"_s);
    QVERIFY(play);
    m_bench->workspace.forgetCalls();
    m_bench->workspace.announceChange({.server = {}, .added = {}, .updated = {}, .isLarge = true});
    QTRY_VERIFY(m_bench->workspace.calls().contains(u"timeline"_s)); // read again after the details
    QTest::qWait(20);
    QVERIFY(play); // the same button, with its focus
}

void MainWindowTest::theSelectionSurvivesASync()
{
    openSamples();
    table().setCurrentIndex(model().index(4, 0));
    const RecordingId selected = window().recordingsPage().currentRecording();
    FakeWorkspace::Entry entry;
    entry.details.row.server = m_bench->workspace.serverList().first().id;
    entry.details.row.title = u"Just arrived"_s;
    entry.details.row.startedAt = m_bench->clock.now();
    const RecordingId id = m_bench->workspace.addEntry(entry);
    m_bench->workspace.announceChange({entry.details.row.server, {id}, {}, false});
    QTRY_COMPARE(model().rowCount(), 13);
    QCOMPARE(window().recordingsPage().currentRecording(), selected);
    QCOMPARE(table().currentIndex().row(), 5);
}

void MainWindowTest::theThemeIsChosenInTheMenuAndKept()
{
    openSamples();
    const QPalette before = QApplication::palette();
    const Appearance appearance(*m_bench->settings);
    child<QAction>(u"themeDark"_s)->trigger();
    QCOMPARE(chosenTheme(*m_bench->settings), Theme::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 128);
    child<QAction>(u"themeLight"_s)->trigger();
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 128);
    child<QAction>(u"themeSystem"_s)->trigger();
    QCOMPARE(chosenTheme(*m_bench->settings), Theme::System);
    QCOMPARE(QApplication::palette().color(QPalette::Window), before.color(QPalette::Window));
}

void MainWindowTest::anotherLanguageIsKeptAndSaidToComeAtTheNextStart()
{
    openSamples();
    child<QAction>(u"languageSystem"_s)->trigger(); // as it is
    QVERIFY(!window().recordingsPage().messages().hasMessage());
    child<QAction>(u"languageRussian"_s)->trigger();
    QCOMPARE(m_bench->settings->value(settings::language), u"ru"_s);
    QVERIFY(window().recordingsPage().messages().text().contains(u"starts next"_s));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
