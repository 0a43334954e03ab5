// Auto-deletion over the program's own catalog: a policy is added, a server switched on with its number, a recording kept and held, all
// through the window; and what core then says is what the window says.

#include "tests/ui/day/daybench.h"

#include "core/workspace/retentiondesk.h"
#include "tests/ui/uitest.h"
#include "ui/forms/retention/forecastdialog.h"
#include "ui/forms/retention/holddialog.h"
#include "ui/forms/retention/ownretentiondialog.h"
#include "ui/forms/retention/policydialog.h"
#include "ui/forms/retention/retentionform.h"
#include "ui/pages/retention/holdlist.h"
#include "ui/pages/retention/policyrules.h"
#include "ui/pages/retention/retentionpage.h"
#include "ui/pages/retention/rulespanel.h"
#include "ui/pages/retention/serverrules.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class RetentionDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreMadeAndKept();

private:
    template<typename T>
    static T *openDialog()
    {
        T *found = nullptr;
        (void)QTest::qWaitFor([&found] {
            for (QWidget *top : QApplication::topLevelWidgets())
                found = top->isVisible() && qobject_cast<T *>(top) ? qobject_cast<T *>(top) : found;
            return found != nullptr;
        });
        return found;
    }
    template<typename T>
    T *child(const QString &name) { return m_program->window->findChild<T *>(name); }
    RetentionDesk &desk() { return m_program->workspace().retention(); }
    RulesPanel &rules() { return m_program->window->findChild<RetentionPage *>()->rules(); }
    RetentionExplanation explanation() { return answerOf(desk().decisionFor(m_program->actor(), m_recording)).value_or({}); }
    void addPolicy();
    void switchOn();
    void keepOne();
    void holdOne();

    std::unique_ptr<Program> m_program;
    ServerId m_server;
    RecordingId m_recording;
};

void RetentionDay::addPolicy()
{
    m_program->window->showRetention();
    QTRY_VERIFY(rules().isRead() && child<QPushButton>(u"addPolicy"_s)->isEnabled());
    child<QPushButton>(u"addPolicy"_s)->click();
    auto *dialog = openDialog<PolicyDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"policyName"_s)->setText(u"All of it"_s);
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(0);
    auto *accept = dialog->findChild<QPushButton *>(u"acceptPolicy"_s);
    QTRY_VERIFY(accept->isEnabled()); // the only server is chosen already
    accept->click(); // nothing is on: nothing would go, nothing is asked
    QTRY_COMPARE(rules().policies().table().model()->rowCount(), 1);
    const auto stored = answerOf(desk().policies(m_program->actor()));
    QVERIFY(stored && stored->size() == 1);
    QCOMPARE(stored->first().scope.server, m_server);
    QVERIFY(!stored->first().uuid.isEmpty());
}

void RetentionDay::switchOn()
{
    child<QPushButton>(u"switchServer"_s)->click();
    const QPointer<ForecastDialog> dialog = openDialog<ForecastDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isRead());
    const auto foreseen = answerOf(desk().previewActivation(m_program->actor(), m_server));
    QVERIFY(foreseen && foreseen->count > 0);
    QTRY_VERIFY(dialog->findChild<QTableView *>()->model()->rowCount() > 0);
    QVERIFY(!dialog->findChild<QPushButton *>(u"acceptForecast"_s)->isEnabled());
    dialog->findChild<QLineEdit *>(u"typedNumber"_s)->setText(QString::number(foreseen->count));
    dialog->findChild<QPushButton *>(u"acceptForecast"_s)->click();
    QTRY_VERIFY(!dialog || !dialog->isVisible());
    const auto servers = answerOf(desk().servers(m_program->actor()));
    QVERIFY(servers && servers->first().isOn);
    QTRY_VERIFY(child<QLabel>(u"serverRuleNote"_s)->text().contains(u"On: what is due on demo"_s));
}

void RetentionDay::keepOne()
{
    MainWindow &window = *m_program->window;
    window.showRecordings();
    DetailsPane &details = window.detailsPane();
    const RecordingListModel &rows = window.recordingsPage().model();
    int row = 0;
    while (row + 1 < rows.rowCount() && rows.row(row).state != PublicationState::Published)
        ++row; // not one that the server still works on
    window.recordingsPage().table().selectRow(row);
    m_recording = rows.row(row).id;
    QTRY_VERIFY(details.details() && details.details()->row.id == m_recording);
    details.tabs()->setCurrentWidget(&details.retention());
    QTRY_VERIFY(details.retention().explanation() && details.retention().explanation()->isServerOn);
    child<QPushButton>(u"changeOwnRetention"_s)->click();
    auto *dialog = openDialog<OwnRetentionDialog>();
    QVERIFY(dialog);
    dialog->findChild<QRadioButton *>(u"ownNever"_s)->click();
    dialog->findChild<QPushButton *>(u"acceptOwn"_s)->click();
    QTRY_COMPARE(explanation().decision.why, RetentionDecision::Why::OwnNever);
    QTRY_COMPARE(child<QLabel>(u"retentionOwn"_s)->text(), u"Never"_s);
    QTRY_VERIFY(child<QLabel>(u"retentionSentence"_s)->text().remove(QChar(0x200b)).contains(u"that was said of this recording"_s));
}

void RetentionDay::holdOne()
{
    child<QPushButton>(u"setHold"_s)->click();
    auto *dialog = openDialog<HoldDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>(u"holdReason"_s)->setPlainText(u"Проверка"_s);
    dialog->findChild<QPushButton *>(u"acceptHold"_s)->click();
    QTRY_VERIFY(explanation().decision.isHeld);
    QTRY_COMPARE(child<QLabel>(u"retentionBadge"_s)->text(), u"Held"_s);
    m_program->window->showRetention();
    QTRY_COMPARE(rules().holds().holds().size(), 1);
    QCOMPARE(rules().holds().holds().first().reason, u"Проверка"_s);
    m_program->questions.setNextAnswer(0);
    child<QPushButton>(u"releaseHold"_s)->click();
    QTRY_VERIFY(!explanation().decision.isHeld);
    QTRY_COMPARE(rules().holds().holds().size(), 0);
}

void RetentionDay::rulesAreMadeAndKept()
{
    const Language installed(u"en"_s);
    DemoConference conference;
    demo::Options options = DemoConference::defaultOptions(12);
    options.media = demo::Media::None;
    QVERIFY2(conference.start(options), qPrintable(conference.error()));
    const QTemporaryDir profile;
    m_program = std::make_unique<Program>(profile.path());
    m_server = m_program->connectTo(conference.connection());
    QVERIFY(m_server.isValid());
    QVERIFY(!m_program->end(m_program->workspace().startSync(m_program->actor(), m_server)).error);
    m_program->openWindow();
    QTRY_COMPARE(m_program->window->recordingsPage().model().rowCount(), 12);
    addPolicy();
    if (!QTest::currentTestFailed())
        switchOn();
    if (!QTest::currentTestFailed())
        keepOne();
    if (!QTest::currentTestFailed())
        holdOne();
    m_program.reset();
}

QTEST_MAIN(RetentionDay)
#include "tst_retentionday.moc"
