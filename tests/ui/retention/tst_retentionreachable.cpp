// Auto-deletion without a mouse and without eyes: its page, its tab and every dialog can be reached and named, in both languages.

#include "tests/support/answer.h"
#include "tests/ui/day/reachable.h"
#include "tests/ui/mnemonics.h"
#include "tests/ui/retention/retentionbench.h"

#include "ui/forms/retention/holddialog.h"
#include "ui/forms/retention/noticedialog.h"
#include "ui/forms/retention/ownretentiondialog.h"
#include "ui/forms/retention/parametersdialog.h"
#include "ui/forms/retention/timezonedialog.h"
#include "ui/widgets/fittingtabs.h"

using namespace letopis;
using namespace letopis::test;

class RetentionReachableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsReachedAndNamed_data();
    void everythingIsReachedAndNamed();

private:
    RetentionBench &bench() { return *m_bench; }
    void look(QWidget &window, const QList<const QWidget *> &parts, const QString &scene)
    {
        QCoreApplication::sendPostedEvents();
        QStringList wrong = withoutName(window) + buttonsOffTheKeyboard(window) + againstTheEye(window, parts) + traps(window);
        for (const QString &one : wrong + clashingMnemonics(window))
            m_wrong += scene + u": "_s + one;
    }
    void lookAt(QDialog *dialog)
    {
        dialog->show();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        look(*dialog, {}, dialog->objectName());
        dialog->close();
    }
    void lookAtDialogs();

    std::unique_ptr<RetentionBench> m_bench;
    QStringList m_wrong;
};

void RetentionReachableTest::everythingIsReachedAndNamed_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("ru") << u"ru"_s;
}

void RetentionReachableTest::everythingIsReachedAndNamed()
{
    QFETCH(const QString, language);
    const Language installed(language);
    m_wrong.clear();
    m_bench = std::make_unique<RetentionBench>();
    bench().putServers();
    bench().putPolicies();
    bench().putForecast(5);
    bench().putNotice();
    bench().retention().setGuards({{.kind = RetentionGuard::Kind::CatalogNotSynced, .oursMs = bench().nowMs(), .theirsMs = 0}});
    QVERIFY(answerOf(bench().retention().hold(bench().actor, {bench().recording(0)}, u"The court asked"_s)));
    bench().openWindow();
    bench().retention().setExplanation(bench().first, bench().explanation());
    QVERIFY(answerOf(bench().retention().hold(bench().actor, {bench().first}, u"The court asked"_s)));
    bench().showRetentionTab();
    QTRY_VERIFY(bench().window->detailsPane().retention().explanation()->decision.isHeld);
    look(*bench().window, {&bench().page(), bench().window->findChild<QDockWidget *>(u"navigationDock"_s), &bench().window->detailsPane()}, u"tab"_s);
    bench().openRules();
    QTRY_VERIFY(bench().child(u"releaseHold"_s)->isEnabled() && bench().child(u"mendGuard"_s)->isVisible() && bench().rules().notices().isVisible());
    bench().rules().messages().showMessage(MessageBar::Level::Success, u"done"_s);
    look(*bench().window, {&bench().retentionPage()}, u"rules"_s);
    lookAtDialogs();
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong.join(u'\n')));
}

void RetentionReachableTest::lookAtDialogs()
{
    const AccessParts parts{bench().workspace, bench().actor, bench().questions, bench().clock};
    QWidget *window = bench().window.get();
    RetentionDesk *desk = &bench().retention();
    const QList<RecordingId> one{bench().recording(0)};
    const ServerRetention server{.server = {1}, .name = u"bbb.uni.example"_s, .isOn = true, .switchedBy = {}, .switchedAtMs = 0, .parameters = {}};
    for (const RetentionPolicy &policy : bench().retention().storedPolicies())
        lookAt(new PolicyDialog(parts, {server}, policy, window));
    auto *onDate = new PolicyDialog(parts, {server}, std::nullopt, window);
    onDate->findChild<QComboBox *>(u"policyScope"_s)->setCurrentIndex(2);
    onDate->findChild<QComboBox *>(u"policyRule"_s)->setCurrentIndex(2);
    lookAt(onDate);
    lookAt(new ParametersDialog(parts, server, window));
    lookAt(new TimeZoneDialog("Europe/Moscow", window));
    lookAt(new OwnRetentionDialog(parts, one, u"Lecture"_s, OwnRetention(), "Europe/Moscow", window));
    lookAt(new HoldDialog(parts, one, u"Lecture"_s, window));
    auto *notice = new NoticeDialog(parts, bench().rules().notices().notices().first(), "Europe/Moscow", window);
    QTRY_VERIFY(notice->findChild<QTableView *>()->model()->rowCount() > 0);
    notice->findChild<QTableView *>()->selectRow(0);
    lookAt(notice);
    const RetentionChange change{.title = u"t"_s, .text = u"t"_s, .accept = u"&Save"_s,
                                 .preview = [desk] { return desk->previewPolicies(ownerActor(u"anna"_s, {}), {}); }, .store = {}, .isAlwaysShown = true};
    auto *forecast = new ForecastDialog(parts, change, window);
    const auto foreseen = answerOf(change.preview());
    QVERIFY(foreseen);
    forecast->setForecast(*foreseen);
    QTRY_VERIFY(forecast->findChild<QTableView *>()->model()->rowCount() > 0);
    lookAt(forecast);
}

QTEST_MAIN(RetentionReachableTest)
#include "tst_retentionreachable.moc"
