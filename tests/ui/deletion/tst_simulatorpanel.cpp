// The simulator: what would go by a day, with which rules; the calendar and the plot of the year by pointer and keys; the list in a
// file.

#include "tests/ui/deletion/deletionbench.h"

#include "ui/pages/deletion/byteplot.h"
#include "ui/pages/deletion/deletioncalendar.h"

using namespace letopis;
using namespace letopis::test;

class SimulatorPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); }
    void init() { m_bench = std::make_unique<DeletionBench>(); }
    void cleanup() { m_bench.reset(); }

    void theListTellsWhatWouldGoAndWhatStays();
    void theDayIsItsWholeDayInTheCatalogsZone();
    void rulesCanBeTriedOneByOne();
    void oneServerCanBeAskedAbout();
    void theCalendarCountsMonthsAndChoosesADay();
    void thePlotSaysEachDayByKeysAndPointer();
    void theListIsSavedAndNoted();
    void manyAreReadPageByPage();
    void withoutPoliciesItLeadsToTheRules();
    void aFailureIsSaidAndTriedAgain();

private:
    DeletionBench &bench() { return *m_bench; }
    SimulatorPanel &panel() { return static_cast<SimulatorPanel &>(*bench().window); }
    void openFilled()
    {
        bench().foresee();
        bench().open<SimulatorPanel>();
        QTRY_COMPARE(panel().table().model()->rowCount(), 8);
        QTRY_VERIFY(!panel().plot().points().isEmpty());
    }
    QString cell(int row, int column) { return panel().table().model()->index(row, column).data().toString(); }

    std::unique_ptr<DeletionBench> m_bench;
};

void SimulatorPanelTest::theListTellsWhatWouldGoAndWhatStays()
{
    openFilled();
    QVERIFY(bench().label(u"simulationSummary"_s).contains(u"6"_s)); // without the held and the unpublished one
    QCOMPARE(cell(0, 1), u"bbb.uni"_s);
    QCOMPARE(cell(1, 1), u"Школа № 5"_s);
    QCOMPARE(cell(0, 4), u"A year is enough"_s);
    QVERIFY(cell(3, 2).contains(u"stays"_s));
    QVERIFY(cell(2, 2).contains(u"unpublish"_s));
    const QModelIndex lately = panel().table().model()->index(5, 5);
    QVERIFY(!lately.data(Qt::DecorationRole).isNull());
    QVERIFY(lately.data(Qt::ToolTipRole).toString().contains(u"Watched lately"_s));
    QVERIFY(panel().table().model()->index(4, 5).data(Qt::DecorationRole).isNull());
    QVERIFY(bench().desk().lastRequest().asIfOn);
}

void SimulatorPanelTest::theDayIsItsWholeDayInTheCatalogsZone()
{
    openFilled();
    bench().child<QDateEdit>(u"simulatorDate"_s)->setDate(QDate(2027, 3, 1));
    // The last moment of the day in Moscow; the calendar is asked for now.
    const qint64 end = QDateTime(QDate(2027, 3, 2), QTime(0, 0), QTimeZone("Europe/Moscow")).toMSecsSinceEpoch() - 1;
    QTRY_VERIFY(bench().workspace.calls().count(u"simulate"_s) >= 2);
    QTRY_COMPARE(bench().desk().lastSimulated().atMs, end);
}

void SimulatorPanelTest::rulesCanBeTriedOneByOne()
{
    openFilled();
    auto *rules = bench().child<QComboBox>(u"simulatorRules"_s);
    QCOMPARE(rules->count(), 3);
    QVERIFY(!bench().desk().lastRequest().policies);
    rules->setCurrentIndex(2);
    QTRY_VERIFY(bench().desk().lastRequest().policies);
    QCOMPARE(bench().desk().lastRequest().policies->size(), 1);
    QCOMPARE(bench().desk().lastRequest().policies->first().name, u"A year is enough"_s);
    auto *days = bench().child<QSpinBox>(u"simulatorDays"_s);
    QVERIFY(!days->isVisible());
    rules->setCurrentIndex(1);
    QVERIFY(days->isVisible());
    days->setValue(90);
    QTRY_VERIFY(bench().desk().lastRequest().policies && bench().desk().lastRequest().policies->size() == 2); // for each server
    QTRY_COMPARE(bench().desk().lastRequest().policies->first().rule.days, 90);
    QVERIFY(isWellFormed(bench().desk().lastRequest().policies->first()));
}

void SimulatorPanelTest::oneServerCanBeAskedAbout()
{
    openFilled();
    QVERIFY(!bench().desk().lastRequest().server);
    bench().child<QComboBox>(u"simulatorServer"_s)->setCurrentIndex(2);
    QTRY_COMPARE(bench().desk().lastRequest().server, std::optional(bench().school));
    bench().child<QCheckBox>(u"simulatorAsIfOn"_s)->setChecked(false);
    QTRY_VERIFY(!bench().desk().lastRequest().asIfOn);
}

void SimulatorPanelTest::theCalendarCountsMonthsAndChoosesADay()
{
    openFilled();
    panel().tabs().setCurrentIndex(1);
    DeletionCalendar &calendar = panel().calendar();
    QTRY_VERIFY(calendar.isVisible());
    QCOMPARE(calendar.goingIn(QDate(2026, 11, 1)), 1); // the 23rd
    QVERIFY(calendar.accessibleDescription().contains(u"within the year"_s));
    calendar.setFocus();
    QTRY_VERIFY(calendar.hasFocus());
    QCOMPARE(calendar.currentDay(), QDate(2026, 11, 20));
    for (int step = 0; step < 3; ++step)
        QTest::keyClick(&calendar, Qt::Key_Right);
    QVERIFY(calendar.accessibleDescription().contains(u"1 to the trash"_s));
    QTest::keyClick(&calendar, Qt::Key_Down);
    QVERIFY(calendar.accessibleDescription().contains(u"nothing"_s));
    QTest::keyClick(&calendar, Qt::Key_PageDown);
    QCOMPARE(calendar.currentDay(), QDate(2026, 12, 30));
    QTest::keyClick(&calendar, Qt::Key_Return);
    QCOMPARE(bench().child<QDateEdit>(u"simulatorDate"_s)->date(), QDate(2026, 12, 30));
    QCOMPARE(panel().tabs().currentIndex(), 0);
}

void SimulatorPanelTest::thePlotSaysEachDayByKeysAndPointer()
{
    openFilled();
    panel().tabs().setCurrentIndex(2);
    BytePlot &plot = panel().plot();
    QTRY_VERIFY(plot.isVisible());
    QCOMPARE(plot.bytesOn(QDate(2026, 11, 20)), qint64(9'000'000'000));
    const qint64 last = plot.points().last().bytes;
    QVERIFY(last < 9'000'000'000);
    plot.setFocus();
    QTRY_VERIFY(plot.hasFocus());
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.currentDay(), QDate(2027, 11, 19));
    QCOMPARE(plot.bytesOn(plot.currentDay()), last);
    QCOMPARE(plot.accessibleDescription(), plot.valueText());
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.currentDay(), QDate(2027, 11, 18));
    QTest::mouseMove(&plot, QPoint(plot.width() - 30, plot.height() / 2));
    QTRY_VERIFY(plot.currentDay() > QDate(2027, 10, 1));
    QVERIFY(bench().label(u"plotText"_s).contains(u"after a year"_s));
}

void SimulatorPanelTest::theListIsSavedAndNoted()
{
    openFilled();
    bench().questions.setNextFile(u"/tmp-not-written/list.csv"_s);
    bench().child(u"saveSimulation"_s)->click();
    QTRY_COMPARE(bench().desk().exportedTo(), u"/tmp-not-written/list.csv"_s);
    QTRY_VERIFY(panel().messages().text().contains(u"saved"_s));
    QTRY_VERIFY(bench().workspace.calls().contains(u"noteExport"_s));
}

void SimulatorPanelTest::manyAreReadPageByPage()
{
    bench().foresee();
    QList<ForecastRow> rows;
    for (int at = 0; at < 450; ++at) {
        rows += bench().row(at % 8, DeletionStep::Trash, at, 1'000'000);
        rows.last().item.recording = {1000 + at};
    }
    bench().desk().setForecast(rows);
    bench().open<SimulatorPanel>();
    QTRY_COMPARE(panel().table().model()->rowCount(), 200);
    panel().table().scrollToBottom();
    QTRY_COMPARE(panel().table().model()->rowCount(), 400);
    panel().table().scrollToBottom();
    QTRY_COMPARE(panel().table().model()->rowCount(), 450);
}

void SimulatorPanelTest::withoutPoliciesItLeadsToTheRules()
{
    bench().open<SimulatorPanel>();
    auto *empty = bench().child<EmptyState>(u"simulationEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QSignalSpy rules(&panel(), &SimulatorPanel::rulesRequested);
    empty->button()->click();
    QCOMPARE(rules.size(), 1);
    QVERIFY(!bench().child(u"saveSimulation"_s)->isEnabled());
}

void SimulatorPanelTest::aFailureIsSaidAndTriedAgain()
{
    bench().foresee();
    bench().workspace.failNext(u"simulate"_s, {ErrorKind::DatabaseFailed, {}, {}, {}});
    bench().open<SimulatorPanel>();
    QTRY_VERIFY(panel().messages().hasMessage());
    QCOMPARE(panel().table().model()->rowCount(), 0);
    for (auto *button : panel().messages().findChildren<QAbstractButton *>()) {
        if (button->text().contains(u"again"_s))
            button->click();
    }
    QTRY_COMPARE(panel().table().model()->rowCount(), 8);
    QVERIFY(!panel().messages().hasMessage());
}

QTEST_MAIN(SimulatorPanelTest)
#include "tst_simulatorpanel.moc"
