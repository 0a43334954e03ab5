// What deletes on a server's disk: its field in the form, how it is installed, and what the connection's test tells of it.

#include "tests/ui/audit/auditbench.h"

#include "core/domain/serverrecipe.h"
#include "ui/forms/connectionresults.h"
#include "ui/forms/deletionrecipedialog.h"
#include "ui/forms/serverform.h"
#include "ui/pages/servers/serverspage.h"

using namespace letopis;
using namespace letopis::test;

class DeletionFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<AuditBench>();
        ConferenceServer server = m_bench->workspace.serverList().first();
        server.ssh = parseSshEndpoint(u"letopis@bbb.example:22"_s).value();
        server.dataRoot = u"/var/bigbluebutton"_s;
        m_bench->workspace.putServer(server);
        m_form = std::make_unique<ServerForm>(server, m_bench->workspace, m_bench->actor, m_bench->questions);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        tabs()->setCurrentIndex(1);
    }
    void cleanup()
    {
        m_form.reset();
        m_bench.reset();
    }

    void theCommandIsTheDefaultOneAndStored();
    void oneThatAShellMayMistakeIsNotStored();
    void withoutAnAccountThereIsNone();
    void theRecipeIsCopiedAndSaved();
    void theTestTellsWhatDeletingCanDo_data();
    void theTestTellsWhatDeletingCanDo();
    void aCheckOfTheServerTellsItToo();
    void tabsAreSwitchedFromABoxWithAList();

private:
    QTabWidget *tabs() { return m_form->findChild<QTabWidget *>(); }
    QLineEdit *command() { return m_form->findChild<QLineEdit *>(u"deletionCommand"_s); }
    void typeCommand(const QString &text)
    {
        command()->setFocus();
        command()->selectAll();
        QTest::keyClicks(command(), text);
    }
    QPushButton *button(const QString &name) { return m_form->findChild<QPushButton *>(name); }

    std::unique_ptr<AuditBench> m_bench;
    std::unique_ptr<ServerForm> m_form;
};

void DeletionFormTest::theCommandIsTheDefaultOneAndStored()
{
    QCOMPARE(command()->text(), defaultDeletionCommand());
    typeCommand(u" /opt/letopis-recordings  "_s);
    QTRY_VERIFY(button(u"save"_s)->isEnabled());
    button(u"save"_s)->click();
    QTRY_VERIFY(m_bench->workspace.lastServer().has_value());
    QCOMPARE(m_bench->workspace.lastServer()->deletionCommand, u"/opt/letopis-recordings"_s);
}

void DeletionFormTest::oneThatAShellMayMistakeIsNotStored()
{
    typeCommand(u"sudo x; rm -rf /"_s);
    tabs()->setCurrentIndex(0);
    button(u"save"_s)->click();
    auto *problem = m_form->findChild<QLabel *>(u"deletionCommandProblem"_s);
    QTRY_VERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(u"a shell on the server"_s));
    QVERIFY(command()->hasFocus());
    QVERIFY(!m_bench->workspace.calls().contains(u"updateServer"_s));
}

void DeletionFormTest::withoutAnAccountThereIsNone()
{
    QVERIFY(command()->isVisible());
    typeCommand(u"rm; rm"_s); // soon nobody sees it, and nobody is kept by it
    m_form->findChild<QCheckBox *>(u"usesSsh"_s)->setChecked(false);
    QTRY_VERIFY(!command()->isVisible());
    button(u"save"_s)->click();
    QTRY_VERIFY(m_bench->workspace.lastServer().has_value());
    QCOMPARE(m_bench->workspace.lastServer()->deletionCommand, defaultDeletionCommand());
}

void DeletionFormTest::theRecipeIsCopiedAndSaved()
{
    button(u"deletionRecipe"_s)->click();
    auto *dialog = m_form->findChild<DeletionRecipeDialog *>();
    QVERIFY(dialog);
    const QByteArray script = recordingsScript(u"/var/bigbluebutton"_s);
    QCOMPARE(dialog->findChild<QPlainTextEdit *>(u"recipeScript"_s)->toPlainText().toUtf8(), script);
    QVERIFY(dialog->findChild<QPlainTextEdit *>(u"recipeSudoers"_s)->toPlainText().contains(u"letopis"_s));
    dialog->findChild<QPushButton *>(u"recipeSudoersCopy"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), recordingsSudoers(u"letopis"_s));
    const QString path = m_bench->directory.filePath(u"script"_s);
    m_bench->questions.setNextFile(path);
    dialog->findChild<QPushButton *>(u"recipeScriptSave"_s)->click();
    QTRY_VERIFY(QFileInfo::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), script);
    dialog->reject();
}

void DeletionFormTest::theTestTellsWhatDeletingCanDo_data()
{
    QTest::addColumn<int>("restore");
    QTest::addColumn<int>("purge");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("offersRecipe");
    const auto none = int(DiskObstacle::None);
    QTest::newRow("all") << none << none << u"Deleting for good frees the server's disk."_s << false;
    QTest::newRow("not installed") << int(DiskObstacle::NotInstalled) << int(DiskObstacle::NotInstalled) << u"is not installed there"_s << true;
    QTest::newRow("sudo") << int(DiskObstacle::NotAllowed) << int(DiskObstacle::NotAllowed) << u"sudo does not let"_s << true;
    QTest::newRow("a link") << int(DiskObstacle::LeadsElsewhere) << none << u"only unpublished: a folder there is only a link"_s << false;
}

void DeletionFormTest::theTestTellsWhatDeletingCanDo()
{
    QFETCH(int, restore);
    QFETCH(int, purge);
    QFETCH(QString, text);
    QFETCH(bool, offersRecipe);
    DiskAbility ability;
    ability.againstRestore = static_cast<DiskObstacle>(restore);
    ability.againstPurge = static_cast<DiskObstacle>(purge);
    ConnectionReport report;
    report.api = Result<ApiIdentity>(ApiIdentity{});
    report.disk = Result<DiskIdentity>(DiskIdentity{});
    report.deletion = Result<DiskAbility>(ability);
    ConnectionResults results;
    results.showReport(report, true);
    QVERIFY2(results.findChild<QLabel *>(u"deletionResult"_s)->text().contains(text), qPrintable(results.findChild<QLabel *>(u"deletionResult"_s)->text()));
    QCOMPARE(wantsRecipe(*report.deletion), offersRecipe);
    report.deletion.reset();
    results.showReport(report, false);
    QVERIFY(results.findChild<QLabel *>(u"deletionResult"_s)->text().contains(u"No SSH account"_s));
}

void DeletionFormTest::aCheckOfTheServerTellsItToo()
{
    DiskAbility ability;
    ability.againstRestore = ability.againstPurge = DiskObstacle::NotInstalled;
    ConnectionReport report;
    report.api = Result<ApiIdentity>(ApiIdentity{});
    report.disk = Result<DiskIdentity>(DiskIdentity{});
    report.deletion = Result<DiskAbility>(ability);
    m_bench->workspace.setConnectionReport(report);
    ServersPage page(m_bench->workspace, m_bench->actor, m_bench->questions);
    page.show();
    QTRY_VERIFY(page.findChild<QTreeWidget *>()->topLevelItemCount() > 0);
    page.select(m_bench->workspace.serverList().first().id);
    auto *check = page.findChild<QAbstractButton *>(u"check"_s);
    QTRY_VERIFY(check && check->isEnabled());
    check->click();
    QAbstractButton *how = nullptr;
    QTRY_VERIFY2([&] {
        for (auto *one : page.findChildren<QAbstractButton *>())
            how = one->isVisible() && one->text().remove(u'&').contains(u"How to free the disk"_s) ? one : how;
        return how != nullptr;
    }(), "no way to the recipe");
    how->click();
    auto *dialog = page.findChild<DeletionRecipeDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPlainTextEdit *>(u"recipeSudoers"_s)->toPlainText().startsWith(u"letopis "_s));
    dialog->reject();
}

void DeletionFormTest::tabsAreSwitchedFromABoxWithAList()
{
    tabs()->setCurrentIndex(2);
    auto *proxy = m_form->findChild<QComboBox *>(u"proxyKind"_s);
    proxy->setFocus();
    QTRY_VERIFY(proxy->hasFocus());
    QTest::keyClick(proxy, Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(tabs()->currentIndex(), 3);
    tabs()->setCurrentIndex(2);
    proxy->setFocus();
    QTest::keyClick(proxy, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(tabs()->currentIndex(), 1);
}

QTEST_MAIN(DeletionFormTest)
#include "tst_deletionform.moc"
