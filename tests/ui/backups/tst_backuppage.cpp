// The page of the backups in the main window: list, schedule, dialogs, what happens after a failure and before a restore. The
// gallery draws them in both languages, light and dark.

#include "tests/ui/gallerysheet.h"
#include "tests/ui/uitest.h"

#include "ui/pages/backups/backupnowdialog.h"
#include "ui/pages/backups/backuppage.h"
#include "ui/pages/backups/passphrasedialog.h"
#include "ui/pages/backups/restoredialog.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/shell/actions.h"
#include "ui/text/quantities.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/plaintable.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

const BackupDestination disk{BackupDestination::Kind::Folder, u"/mnt/backup/Летопись"_s};
const BackupDestination onServer{BackupDestination::Kind::Server, u"uuid-uni"_s};

} // namespace

class BackupPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); }
    void init();
    void cleanup() { m_bench.reset(); }

    void withoutBackupsThePageLeadsToTheSchedule();
    void theListTellsDateSizePlaceCatalogAndEncryption();
    void aPlaceThatCannotBeReadIsNamed();
    void aCheckAsksForThePassphraseUntilItFits();
    void aBackupGoesWhereThePersonSaysWithThePassphraseTypedTwice();
    void withoutEncryptionThePersonIsWarned();
    void theScheduleIsAppliedAndProblemsAreSaidBesideIt();
    void aPassphraseOfTheScheduleNeedsAPlaceForSecrets();
    void aRestoreIsComparedAndDoneAfterAWord();
    void aRestoreThatIsNotWantedChangesNothing();
    void aFailedScheduledBackupIsSeenEverywhere();
    void aRestoreThatWasDoneIsToldAtTheStart();
    void aFileFromAnywhereCanBeOpened();
    void theKeyboardReachesEverything();
    void everythingIsDrawn_data() { GalleryLook::addRows(); }
    void everythingIsDrawn();

private:
    FakeBackupKeeper &keeper() { return m_bench->workspace.backups(); }
    MainWindow &window() { return *m_bench->window; }
    BackupPage &page() { return *window().findChild<BackupPage *>(); }
    template <typename T>
    T *child(const QString &name)
    {
        return window().findChild<T *>(name);
    }
    template <typename T>
    T *dialog()
    {
        T *found = nullptr;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible())
                found = qobject_cast<T *>(top) ? qobject_cast<T *>(top) : found;
        }
        return found;
    }
    void click(QWidget *parent, const QString &name) { QTest::mouseClick(parent->findChild<QAbstractButton *>(name), Qt::LeftButton); }
    void fill();
    void openPage();
    RestorePreview preview() const;
    void save(QWidget &widget, const QString &scene) { m_sheet.save(widget, scene); }
    void drawPage();
    void drawDialogs();

    std::unique_ptr<WindowBench> m_bench;
    GallerySheet m_sheet{u"backups"_s};
};

void BackupPageTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    ConferenceServer server;
    server.name = u"bbb.uni.example"_s;
    server.uuid = onServer.where;
    server.ssh = SshEndpoint{};
    m_bench->workspace.putServer(server);
    m_bench->makeWindow();
    m_bench->window->resize(1280, 800);
}

void BackupPageTest::fill()
{
    const QDateTime now = m_bench->clock.now();
    const BackupFile plain{{u"3fa9c1d2"_s, now.addSecs(-7200), false}, 81'000'000};
    const BackupFile encrypted{{u"3fa9c1d2"_s, now.addDays(-1), true}, 80'500'000};
    const BackupFile foreign{{u"77aa00ff"_s, now.addDays(-40), true}, 1'200'000'000};
    keeper().put(disk, {plain, foreign});
    keeper().put(onServer, {encrypted});
    keeper().setPassphrase(u"слово и дело"_s);
    keeper().setPreview(preview());
    BackupStatus &status = keeper().now();
    status.plan = {BackupInterval::Daily, disk.where, onServer.where, true, 14};
    status.last = LastBackup{now.addSecs(-7200), {disk, plain.name.fileName()}, plain.sizeBytes, false};
    status.nextAt = now.addSecs(79'200);
}

RestorePreview BackupPageTest::preview() const
{
    const QDateTime now = m_bench->clock.now();
    RestorePreview both;
    both.manifest.createdAt = now.addDays(-1);
    both.backup = {395, 2, now.addDays(-1), 3, 12, 2, 9'100, now.addDays(-1)};
    both.present = {412, 2, now.addSecs(-7200), 0, 14, 0, 9'423, now.addSecs(-600)};
    both.relation = CatalogRelation::Earlier;
    return both;
}

void BackupPageTest::openPage()
{
    window().actionList()[Actions::ShowBackups]->trigger();
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(!child<QLabel>(u"lastBackup"_s)->text().isEmpty());
    QTest::qWait(20);
}

void BackupPageTest::withoutBackupsThePageLeadsToTheSchedule()
{
    openPage();
    QTRY_VERIFY(child<QWidget>(u"backupsEmpty"_s)->isVisible());
    QCOMPARE(child<QTreeWidget>(u"navigationTree"_s)->currentItem()->text(0), u"Backups"_s);
    click(&page(), u"emptyAction"_s);
    QTRY_VERIFY(child<QWidget>(u"backupSchedule"_s)->isVisible());
    QCOMPARE(window().focusWidget(), child<QWidget>(u"backupInterval"_s));
}

void BackupPageTest::theListTellsDateSizePlaceCatalogAndEncryption()
{
    fill();
    openPage();
    const QAbstractItemModel *model = page().table().model();
    QTRY_COMPARE(model->rowCount(), 3);
    const auto cell = [model](int row, int column) { return model->index(row, column).data().toString(); };
    QCOMPARE(cell(0, 2), QDir::toNativeSeparators(disk.where));
    QCOMPARE(cell(0, 3), u"This one"_s);
    QCOMPARE(cell(0, 4), u"No"_s);
    QCOMPARE(cell(1, 2), u"server bbb.uni.example"_s);
    QCOMPARE(cell(1, 4), u"Yes"_s);
    QCOMPARE(cell(2, 3), u"Another: 77aa00ff"_s);
    QVERIFY(child<QLabel>(u"lastBackup"_s)->text().contains(sizeText(81'000'000)));
    QVERIFY(child<QLabel>(u"nextBackup"_s)->text().startsWith(u"Next one"_s));
}

void BackupPageTest::aPlaceThatCannotBeReadIsNamed()
{
    fill();
    m_bench->workspace.failNext(u"backups"_s, {ErrorKind::HostUnreachable, u"no route"_s, {}, {}});
    openPage();
    auto *bar = child<MessageBar>(u"backupListMessages"_s);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(bar->text().contains(QDir::toNativeSeparators(disk.where)));
    QTRY_COMPARE(page().table().model()->rowCount(), 1); // the other place's
}

void BackupPageTest::aCheckAsksForThePassphraseUntilItFits()
{
    fill();
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    page().table().selectRow(1);
    click(&page(), u"checkBackup"_s);
    keeper().finishReading();
    QTRY_VERIFY(dialog<PassphraseDialog>());
    auto *first = dialog<PassphraseDialog>();
    QVERIFY(!first->findChild<QPushButton *>(u"openBackup"_s)->isEnabled());
    QTest::keyClicks(first->findChild<QLineEdit *>(u"backupPassphrase"_s), u"wrong"_s);
    QTest::keyClick(first, Qt::Key_Return);
    keeper().finishReading();
    QTRY_VERIFY(dialog<PassphraseDialog>());
    auto *again = dialog<PassphraseDialog>();
    again->findChild<QLineEdit *>(u"backupPassphrase"_s)->setText(u"слово и дело"_s);
    QTest::keyClick(again, Qt::Key_Return);
    keeper().finishReading();
    QTRY_VERIFY(child<MessageBar>(u"backupListMessages"_s)->text().contains(u"is whole"_s));
}

void BackupPageTest::aBackupGoesWhereThePersonSaysWithThePassphraseTypedTwice()
{
    openPage();
    click(&page(), u"backUpNow"_s);
    QTRY_VERIFY(dialog<BackupNowDialog>());
    auto *now = dialog<BackupNowDialog>();
    QVERIFY(!now->findChild<QRadioButton *>(u"backupAsPlanned"_s)->isVisible()); // there is no plan
    click(now, u"startBackup"_s);
    auto *problem = now->findChild<QLabel *>(u"backupNowProblem"_s);
    QVERIFY(problem->isVisible()); // no folder
    now->findChild<QLineEdit *>(u"backupFolder"_s)->setText(m_bench->directory.path());
    click(now, u"startBackup"_s);
    auto *passphrase = now->findChild<QLabel *>(u"passphraseProblem"_s);
    QVERIFY(passphrase->isVisible());
    auto *typed = now->findChild<QLineEdit *>(u"passphrase"_s);
    auto *again = now->findChild<QLineEdit *>(u"passphraseAgain"_s);
    QCOMPARE(typed->echoMode(), QLineEdit::Password);
    typed->setText(u"12345678"_s);
    QVERIFY(now->findChild<QLabel *>(u"passphraseStrength"_s)->text().startsWith(u"Weak"_s));
    typed->setText(u"четыре слова рядом встали"_s);
    QVERIFY(now->findChild<QLabel *>(u"passphraseStrength"_s)->text().startsWith(u"Good"_s));
    again->setText(u"четыре слова рядом сели"_s);
    QVERIFY(passphrase->isVisible()); // they differ
    click(now, u"startBackup"_s);
    QVERIFY(now->isVisible());
    again->setText(typed->text());
    QVERIFY(!passphrase->isVisible());
    click(now, u"startBackup"_s);
    QTRY_VERIFY(!dialog<BackupNowDialog>());
    QCOMPARE(keeper().lastDestination(), (BackupDestination{BackupDestination::Kind::Folder, m_bench->directory.path()}));
    QCOMPARE(keeper().lastPassphrase()->reveal(), u"четыре слова рядом встали"_s.toUtf8());
    QTRY_VERIFY(child<QDockWidget>(u"jobsDock"_s)->isVisible());
    keeper().finishBackup(m_bench->workspace.jobs().last().id,
                          {.file = {}, .manifest = {}, .fileBytes = 81'000'000, .isEncrypted = true, .damagedFiles = {},
                           .lostMaterials = {u"Слайды.pdf"_s}});
    auto *bar = child<MessageBar>(u"backupListMessages"_s);
    QTRY_VERIFY(bar->text().contains(sizeText(81'000'000)));
    QVERIFY(bar->accessibleDescription().contains(u"Слайды.pdf"_s));
}

void BackupPageTest::withoutEncryptionThePersonIsWarned()
{
    fill();
    openPage();
    click(&page(), u"backUpNow"_s);
    QTRY_VERIFY(dialog<BackupNowDialog>());
    auto *now = dialog<BackupNowDialog>();
    QVERIFY(now->findChild<QRadioButton *>(u"backupAsPlanned"_s)->isChecked());
    now->findChild<QRadioButton *>(u"backupToServer"_s)->click();
    now->findChild<QCheckBox *>(u"encryptBackup"_s)->click();
    QVERIFY(!now->findChild<QLineEdit *>(u"passphrase"_s)->isVisible());
    click(now, u"startBackup"_s);
    QTRY_VERIFY(!dialog<BackupNowDialog>());
    QCOMPARE(keeper().lastDestination(), onServer);
    QVERIFY(!keeper().lastPassphrase());
}

void BackupPageTest::theScheduleIsAppliedAndProblemsAreSaidBesideIt()
{
    openPage();
    child<QTabWidget>(u"backupTabs"_s)->setCurrentIndex(1);
    auto *apply = child<QPushButton>(u"applyPlan"_s);
    auto *problem = child<QLabel>(u"planProblem"_s);
    QVERIFY(!apply->isEnabled());
    child<QComboBox>(u"backupInterval"_s)->setCurrentIndex(1);
    QVERIFY(problem->isVisible() && !apply->isEnabled()); // no destination
    child<QLineEdit>(u"planFolder"_s)->setText(u"relative"_s);
    QVERIFY(problem->isVisible() && !apply->isEnabled());
    child<QLineEdit>(u"planFolder"_s)->setText(disk.where);
    QVERIFY(!problem->isVisible() && apply->isEnabled());
    child<QCheckBox>(u"planEncrypted"_s)->setChecked(false);
    child<QSpinBox>(u"planKeep"_s)->setValue(5);
    click(&page(), u"discardPlan"_s);
    QCOMPARE(child<QComboBox>(u"backupInterval"_s)->currentIndex(), 0);
    QVERIFY(!apply->isEnabled());

    child<QComboBox>(u"backupInterval"_s)->setCurrentIndex(2);
    child<QComboBox>(u"planServer"_s)->setCurrentIndex(1);
    child<QCheckBox>(u"planEncrypted"_s)->setChecked(false);
    child<QSpinBox>(u"planKeep"_s)->setValue(5);
    click(&page(), u"applyPlan"_s);
    QTRY_COMPARE(keeper().now().plan, (BackupPlan{BackupInterval::Weekly, {}, onServer.where, false, 5}));
    QTRY_VERIFY(!apply->isEnabled());
}

void BackupPageTest::aPassphraseOfTheScheduleNeedsAPlaceForSecrets()
{
    m_bench->workspace.setSecretStoreError(Error{ErrorKind::SecretStoreUnavailable, {}, {}, {}});
    openPage();
    child<QTabWidget>(u"backupTabs"_s)->setCurrentIndex(1);
    child<QComboBox>(u"backupInterval"_s)->setCurrentIndex(1);
    child<QLineEdit>(u"planFolder"_s)->setText(disk.where);
    auto *form = child<QWidget>(u"backupSchedule"_s);
    form->findChild<QLineEdit *>(u"passphrase"_s)->setText(u"слово и дело"_s);
    form->findChild<QLineEdit *>(u"passphraseAgain"_s)->setText(u"слово и дело"_s);
    QTRY_VERIFY(child<QCheckBox>(u"useSecretFile"_s)->isVisible());
    click(&page(), u"applyPlan"_s);
    QTest::qWait(20);
    QCOMPARE(keeper().now().plan.interval, BackupInterval::Off); // nowhere to keep it
    child<QCheckBox>(u"useSecretFile"_s)->setChecked(true);
    click(&page(), u"applyPlan"_s);
    QTRY_COMPARE(keeper().now().plan.interval, BackupInterval::Daily);
    QCOMPARE(keeper().lastPassphrase()->reveal(), u"слово и дело"_s.toUtf8());
    QTRY_VERIFY(form->findChild<QLineEdit *>(u"passphrase"_s)->text().isEmpty());
    // The stored one stays unless it is to change.
    child<QSpinBox>(u"planKeep"_s)->setValue(7);
    QVERIFY(!form->findChild<QLineEdit *>(u"passphrase"_s)->isVisible());
    click(&page(), u"applyPlan"_s);
    QTRY_COMPARE(keeper().now().plan.keep, 7);
    QVERIFY(!keeper().lastPassphrase());
}

void BackupPageTest::aRestoreIsComparedAndDoneAfterAWord()
{
    fill();
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    QSignalSpy restarts(&window(), &MainWindow::restartRequested);
    page().table().selectRow(0);
    QTest::keyClick(&page().table(), Qt::Key_Return);
    keeper().finishReading();
    QTRY_VERIFY(dialog<RestoreDialog>());
    auto *restore = dialog<RestoreDialog>();
    QVERIFY(restore->findChild<QLabel *>(u"restoreMeaning"_s)->text().contains(u"323"_s));
    QVERIFY(restore->findChild<QWidget *>(u"restoreComparison"_s)->accessibleDescription().contains(u"412"_s));
    QVERIFY(!keeper().isConfirmed());
    click(restore, u"restoreAtNextStart"_s);
    QTRY_VERIFY(keeper().isConfirmed());
    QCOMPARE(restarts.size(), 0);
    auto *bar = child<MessageBar>(u"backupMessages"_s);
    QTRY_VERIFY(bar->text().contains(u"next start"_s));
    QTRY_VERIFY(!child<QPushButton>(u"restoreBackup"_s)->isEnabled());
    const auto buttons = bar->findChildren<QPushButton *>();
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QTRY_COMPARE(restarts.size(), 1);
}

void BackupPageTest::aRestoreThatIsNotWantedChangesNothing()
{
    fill();
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    page().table().selectRow(0);
    click(&page(), u"restoreBackup"_s);
    keeper().finishReading();
    QTRY_VERIFY(dialog<RestoreDialog>());
    QTest::keyClick(dialog<RestoreDialog>(), Qt::Key_Return); // Enter alone never restores
    QTRY_VERIFY(!dialog<RestoreDialog>());
    QTRY_VERIFY(!keeper().now().staged);
    QVERIFY(!keeper().isConfirmed());
}

void BackupPageTest::aFailedScheduledBackupIsSeenEverywhere()
{
    fill();
    QTRY_VERIFY(window().recordingsPage().isVisible());
    keeper().now().failure = BackupFailure{m_bench->clock.now().addSecs(-60), disk, {ErrorKind::PermissionDenied, {}, {}, {}}};
    keeper().announce();
    MessageBar &bar = window().recordingsPage().messages();
    QTRY_VERIFY(bar.isVisible());
    QVERIFY(bar.text().contains(u"planned backup"_s));
    QVERIFY(!bar.accessibleDescription().isEmpty()); // what to do next
    auto *tree = child<QTreeWidget>(u"navigationTree"_s);
    QTreeWidgetItem *place = tree->topLevelItem(tree->topLevelItemCount() - 1);
    QVERIFY(place->font(0).bold());
    QVERIFY(place->data(0, Qt::AccessibleTextRole).toString().contains(u"cannot be written"_s));
    QTest::mouseClick(bar.findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(page().isVisible());
    auto *own = child<MessageBar>(u"backupMessages"_s);
    QTRY_VERIFY(own->text().contains(QDir::toNativeSeparators(disk.where)));
    QTest::mouseClick(own->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(m_bench->workspace.jobs().last().kind, JobKind::Backup);
    keeper().now().failure.reset();
    keeper().announce();
    QTRY_VERIFY(!place->font(0).bold());
    QTRY_VERIFY(!own->hasMessage());
}

void BackupPageTest::aRestoreThatWasDoneIsToldAtTheStart()
{
    RestoreReport report;
    report.manifest.createdAt = m_bench->clock.now().addDays(-1);
    report.keptCatalog = u"/home/anna/catalog.before-restore-20261120T120000Z.sqlite"_s;
    keeper().now().restored = Result<RestoreReport>(report);
    m_bench->makeWindow();
    MessageBar &bar = window().recordingsPage().messages();
    QTRY_VERIFY(bar.text().contains(u"is restored"_s));
    QVERIFY(bar.accessibleDescription().contains(u"before-restore"_s));
}

void BackupPageTest::aFileFromAnywhereCanBeOpened()
{
    fill();
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    const BackupDestination file{BackupDestination::Kind::File, u"/media/usb/from a friend"_s};
    keeper().put(file, {BackupFile{{{}, m_bench->clock.now().addDays(-2), true}, 5'000'000}});
    m_bench->questions.setNextFile(file.where);
    click(&page(), u"openBackupFile"_s);
    QTRY_COMPARE(page().table().model()->rowCount(), 4);
    QTRY_COMPARE(page().table().currentIndex().siblingAtColumn(3).data().toString(), u"Not known"_s);
    m_bench->questions.setNextFile(u"/media/usb/no backup.txt"_s);
    m_bench->workspace.failNext(u"backups"_s, {ErrorKind::InvalidInput, {}, {}, {}});
    click(&page(), u"openBackupFile"_s);
    QTRY_VERIFY(child<MessageBar>(u"backupListMessages"_s)->text().contains(u"no backup"_s));
    QCOMPARE(page().table().model()->rowCount(), 4);
}

void BackupPageTest::theKeyboardReachesEverything()
{
    fill();
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    child<QWidget>(u"backUpNow"_s)->setFocus();
    QSet<QString> reached;
    for (int step = 0; step < 60; ++step) {
        if (const QWidget *focused = window().focusWidget())
            reached += focused->objectName();
        QTest::keyClick(window().focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"backUpNow"_s, u"checkBackup"_s, u"restoreBackup"_s, u"openBackupFile"_s, u"backupTable"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
    for (const QWidget *field : page().findChildren<QWidget *>()) {
        const bool isInput = qobject_cast<const QLineEdit *>(field) || qobject_cast<const QComboBox *>(field)
            || qobject_cast<const QAbstractItemView *>(field);
        if (!isInput || field->objectName().startsWith(u"qt_"_s) || !field->parentWidget()
            || qobject_cast<const QComboBox *>(field->parentWidget()) || qobject_cast<const QAbstractSpinBox *>(field->parentWidget())
            || field->parentWidget()->inherits("QComboBoxPrivateContainer") || qobject_cast<const QHeaderView *>(field))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(field));
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), qPrintable(field->objectName()));
    }
}

void BackupPageTest::everythingIsDrawn()
{
    const GalleryLook look(m_sheet);
    init();
    openPage();
    save(window(), u"1-empty"_s);
    fill();
    drawPage();
    drawDialogs();
    m_sheet.verify();
}

void BackupPageTest::drawPage()
{
    openPage();
    QTRY_COMPARE(page().table().model()->rowCount(), 3);
    save(window(), u"2-list"_s);
    keeper().now().failure = BackupFailure{m_bench->clock.now().addSecs(-3600), onServer, {ErrorKind::HostUnreachable, {}, {}, {}}};
    keeper().announce();
    QTest::qWait(30);
    save(window(), u"3-failed"_s);
    keeper().now().failure.reset();
    auto *tabs = child<QTabWidget>(u"backupTabs"_s);
    tabs->setCurrentIndex(1);
    keeper().announce();
    QTest::qWait(30);
    save(window(), u"4-schedule"_s);
    keeper().now().hasPassphrase = true;
    keeper().announce();
    QTest::qWait(30);
    save(window(), u"5-schedule-stored"_s);
    window().resize(1024, 680);
    tabs->setCurrentIndex(0);
    QTest::qWait(30);
    save(window(), u"6-small"_s);
    keeper().now().pending = preview().manifest;
    keeper().announce();
    QTest::qWait(30);
    save(window(), u"7-pending"_s);
    keeper().now().pending.reset();
    window().resize(1280, 800);
}

void BackupPageTest::drawDialogs()
{
    click(&page(), u"backUpNow"_s);
    auto *now = dialog<BackupNowDialog>();
    QVERIFY(now);
    save(*now, u"8-now-planned"_s);
    now->findChild<QRadioButton *>(u"backupToFolder"_s)->click();
    now->findChild<QLineEdit *>(u"passphrase"_s)->setText(u"пароль12345"_s);
    now->findChild<QLineEdit *>(u"passphraseAgain"_s)->setText(u"другой"_s);
    save(*now, u"9-now-encrypted"_s);
    now->reject();
    PassphraseDialog passphrase(u"letopis-3fa9c1d2-20261119T120000Z.letopis-backup"_s, true, &window());
    passphrase.show();
    save(passphrase, u"10-passphrase"_s);
    RestoreDialog restore(preview(), true, &window());
    restore.show();
    save(restore, u"11-restore"_s);
}

QTEST_MAIN(BackupPageTest)
#include "tst_backuppage.moc"
