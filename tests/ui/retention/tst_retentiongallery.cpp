// Draws auto-deletion's rules, dialogs and tab in both languages, light and dark, to PNG files in LETOPIS_GALLERY_DIR, for people to look
// at; and fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/gallerysheet.h"
#include "tests/ui/retention/retentionbench.h"

#include "ui/forms/retention/forecastlistmodel.h"
#include "ui/forms/retention/holddialog.h"
#include "ui/forms/retention/noticedialog.h"
#include "ui/forms/retention/ownretentiondialog.h"
#include "ui/forms/retention/parametersdialog.h"
#include "ui/forms/retention/timezonedialog.h"

using namespace letopis;
using namespace letopis::test;

class RetentionGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    RetentionBench &bench() { return *m_bench; }
    void drawRules();
    void drawSmall();
    void drawPolicies();
    void drawDialogs();
    void drawTab();
    void drawViewer();

    std::unique_ptr<RetentionBench> m_bench;
    GallerySheet m_sheet{u"retention"_s};
};

void RetentionGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<RetentionBench>();
    drawRules();
    drawSmall();
    drawPolicies();
    drawDialogs();
    drawTab();
    drawViewer();
    m_sheet.verify();
}

void RetentionGallery::drawRules()
{
    bench().openWindow();
    bench().openRules();
    m_sheet.save(*bench().window, u"1-empty"_s);
    bench().putServers();
    bench().putPolicies();
    bench().putNotice();
    bench().retention().setGuards({{.kind = RetentionGuard::Kind::CatalogNotSynced, .oursMs = bench().nowMs(), .theirsMs = bench().nowMs() - 3 * RetentionBench::day}});
    (void)bench().retention().hold(bench().actor, {bench().recording(1), bench().recording(2)},
                                   u"Запрос прокуратуры № 17-2026, до окончания проверки"_s);
    bench().retention().announce();
    Q_EMIT bench().retention().noticesChanged();
    QTRY_COMPARE(bench().rules().holds().table().model()->rowCount(), 2);
    QTRY_COMPARE(bench().rules().policies().table().model()->rowCount(), 3);
    QTRY_VERIFY(bench().rules().notices().isVisible());
    QTRY_VERIFY(bench().child(u"mendGuard"_s)->isVisible());
    m_sheet.save(*bench().window, u"2-rules"_s);
}

void RetentionGallery::drawSmall()
{
    bench().window->resize(1024, 680);
    bench().window->resetLayout();
    m_sheet.save(*bench().window, u"3-small"_s);
    bench().window->resize(1440, 860);
    bench().window->resetLayout();
}

void RetentionGallery::drawPolicies()
{
    bench().rules().policies().table().selectRow(0);
    bench().child(u"editPolicy"_s)->click();
    auto *dialog = bench().opened<PolicyDialog>();
    m_sheet.saveAndClose(dialog, u"4-policy-filter"_s, bench().questions);
    bench().rules().policies().table().selectRow(1);
    bench().child(u"editPolicy"_s)->click();
    dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"policyFolder"_s)->text().contains(u"Mathematics"_s));
    dialog->findChild<QSpinBox *>(u"policyDays"_s)->setValue(180);
    m_sheet.save(*dialog, u"5-policy-folder"_s);
    bench().putForecast(12);
    dialog->findChild<QPushButton *>(u"acceptPolicy"_s)->click();
    auto *forecast = bench().opened<ForecastDialog>();
    QVERIFY(forecast);
    QTRY_COMPARE(forecast->findChild<QTableView *>()->model()->rowCount(), 12);
    QTest::keyClicks(forecast->findChild<QLineEdit *>(u"typedNumber"_s), u"12"_s);
    m_sheet.saveAndClose(forecast, u"6-preview"_s, bench().questions);
    m_sheet.saveAndClose(dialog, u"7-policy-kept"_s, bench().questions);
    bench().child(u"addPolicy"_s)->click();
    dialog = bench().opened<PolicyDialog>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"policyName"_s)->setText(u"Семинары"_s);
    dialog->findChild<QComboBox *>(u"policyScope"_s)->setCurrentIndex(2);
    dialog->findChild<QComboBox *>(u"policyRule"_s)->setCurrentIndex(2);
    m_sheet.saveAndClose(dialog, u"8-policy-meeting"_s, bench().questions);
    bench().activate();
}

void RetentionGallery::drawDialogs()
{
    const AccessParts parts{bench().workspace, bench().actor, bench().questions, bench().clock};
    QWidget *window = bench().window.get();
    bench().rules().servers().table().selectRow(1);
    bench().child(u"switchServer"_s)->click();
    auto *forecast = bench().opened<ForecastDialog>();
    QVERIFY(forecast);
    QTRY_COMPARE(forecast->findChild<QTableView *>()->model()->rowCount(), 12);
    m_sheet.saveAndClose(forecast, u"9-switch-on"_s, bench().questions);
    const auto draw = [&](QDialog *dialog, const QString &scene) {
        dialog->open();
        (void)QTest::qWaitForWindowExposed(dialog);
        m_sheet.saveAndClose(dialog, scene, bench().questions);
    };
    ServerRetention server{.server = {1}, .name = u"bbb.uni.example"_s, .isOn = true, .switchedBy = {}, .switchedAtMs = 0, .parameters = {}};
    auto *parameters = new ParametersDialog(parts, server, window);
    parameters->findChild<QLineEdit *>(u"warningDays"_s)->setText(u"30, seven"_s);
    draw(parameters, u"10-parameters"_s);
    draw(new TimeZoneDialog("Europe/Moscow", window), u"11-zone"_s);
    const QList<RecordingId> one{bench().recording(0)};
    const OwnRetention date{.kind = OwnRetention::Kind::OnDate, .date = QDate(2027, 5, 3)};
    draw(new OwnRetentionDialog(parts, one, u"Лекция 4. Ряды"_s, date, "Europe/Moscow", window), u"12-own"_s);
    draw(new OwnRetentionDialog(parts, one + one, {}, {}, "Europe/Moscow", window), u"13-own-several"_s);
    draw(new HoldDialog(parts, one, u"Лекция 4. Ряды"_s, window), u"14-hold"_s);
    auto *notice = new NoticeDialog(parts, bench().rules().notices().notices().first(), "Europe/Moscow", window);
    QTRY_COMPARE(notice->model().rowCount(), 12);
    draw(notice, u"15-notice"_s);
    auto *number = new ForecastDialog(parts, {.title = u"Zone"_s, .text = u"Days begin as in Asia/Tokyo."_s, .accept = u"C&hange"_s, .preview = {}, .store = {}}, window);
    number->setExpected(5);
    draw(number, u"16-number"_s);
    bench().activate();
}

void RetentionGallery::drawTab()
{
    RetentionExplanation why = bench().explanation();
    bench().retention().setExplanation(bench().first, why);
    bench().window->showRecordings();
    bench().retention().announce();
    bench().showRetentionTab();
    QTRY_VERIFY(bench().window->detailsPane().retention().explanation()->decision.dueAtMs > 0);
    m_sheet.save(*bench().window, u"17-tab"_s);
    (void)bench().retention().hold(bench().actor, {bench().first}, u"Запрос прокуратуры № 17-2026, до окончания проверки"_s);
    QTRY_VERIFY(bench().window->detailsPane().retention().explanation()->decision.isHeld);
    m_sheet.save(*bench().window, u"18-tab-held"_s);
}

void RetentionGallery::drawViewer()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().clara, Permission::View));
    bench().actAs(bench().clara, u"clara"_s);
    bench().openWindow();
    bench().showRetentionTab();
    QTRY_VERIFY(bench().child<QLabel>(u"retentionReadOnly"_s)->isVisible());
    m_sheet.save(*bench().window, u"19-tab-viewer"_s);
}

QTEST_MAIN(RetentionGallery)
#include "tst_retentiongallery.moc"
