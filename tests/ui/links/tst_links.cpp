// Links in the windows by real clicks and keys: made with what the policy asks, told once, revoked, all of them found.

#include "tests/ui/access/accessbench.h"

#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linkpolicydialog.h"
#include "ui/forms/links/linksdialog.h"
#include "ui/forms/links/newlinkdialog.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/text/linktext.h"
#include "ui/widgets/plaintable.h"

using namespace letopis;
using namespace letopis::test;

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<AccessBench>(); }
    void cleanup() { m_bench.reset(); }

    void aLinkIsMadeByTheKeyboardAndItsTokenToldOnce();
    void problemsStandBesideTheirFields();
    void aTokenIsNotLostByEscape();
    void whatWasTypedIsNotLostByClosing();
    void aLinkIsRevokedAfterAQuestion();
    void allLinksAreSearchedAndLeadToTheirRecording();
    void anAdministratorSetsThePolicy();
    void aModeratorSharesOnlyWhatTheyManage();

private:
    AccessBench &bench() { return *m_bench; }
    LinksDialog *openLinks()
    {
        (void)QTest::qWaitFor([this] { return bench().action(Actions::EditLinks)->isEnabled(); });
        QTest::keyClick(bench().window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = bench().opened<LinksDialog>();
        (void)QTest::qWaitFor([dialog] { return dialog && dialog->findChild<QPushButton *>(u"newLink"_s)->isEnabled(); });
        return dialog;
    }
    LinksDialog *openAll()
    {
        bench().action(Actions::AllLinks)->trigger();
        return bench().opened<LinksDialog>();
    }
    NewLinkDialog *openNew(LinksDialog *links)
    {
        QTest::keyClick(links, Qt::Key_N, Qt::AltModifier);
        return bench().opened<NewLinkDialog>();
    }
    AccessLink link(RecordingId recording, const QString &label) const
    {
        AccessLink one;
        one.recording = recording;
        one.recordingTitle = u"Lecture about "_s + label;
        one.label = label;
        one.createdBy = u"anna"_s;
        one.createdAtMs = m_bench->clock.now().toMSecsSinceEpoch();
        return one;
    }
    static QString cell(const LinksDialog &dialog, int row, int column) { return dialog.model().index(row, column).data().toString(); }

    std::unique_ptr<AccessBench> m_bench;
};

void LinksTest::aLinkIsMadeByTheKeyboardAndItsTokenToldOnce()
{
    bench().openWindow();
    LinksDialog *links = openLinks();
    QVERIFY(links);
    QVERIFY(links->findChild<QLabel *>(u"linksReach"_s)->text() == linksReachText({}));
    QPointer<NewLinkDialog> made = openNew(links);
    QVERIFY(made);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"linkLabel"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"For the parents"_s);
    auto *uses = made->findChild<QSpinBox *>(u"linkUses"_s);
    uses->setFocus();
    uses->selectAll();
    QTest::keyClicks(uses, u"5"_s);
    QTest::keyClick(made, Qt::Key_Return);
    auto *token = made->findChild<QLineEdit *>(u"linkToken"_s);
    QTRY_COMPARE(token->text(), u"token-1"_s);
    QVERIFY(token->isVisible() && token->isReadOnly());
    QCOMPARE(made->findChild<QLabel *>(u"tokenOnce"_s)->text().startsWith(tokenOnceText()), true);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // Copy
    QCOMPARE(QGuiApplication::clipboard()->text(), u"token-1"_s);
    QTest::keyClick(made, Qt::Key_Escape);
    QTRY_VERIFY(!made || !made->isVisible());
    QVERIFY(bench().questions.asked().isEmpty());
    QTRY_COMPARE(links->model().rowCount(), 1);
    QCOMPARE(cell(*links, 0, LinkListModel::Label), u"For the parents"_s);
    QCOMPARE(cell(*links, 0, LinkListModel::Uses), u"0 of 5"_s);
    QCOMPARE(cell(*links, 0, LinkListModel::State), u"Active"_s);
    const qint64 end = bench().clock.now().addDays(30).toMSecsSinceEpoch();
    QCOMPARE(links->model().link(0).expiresAtMs, end); // the policy's default
    for (int column = 0; column < LinkListModel::ColumnCount; ++column)
        QVERIFY(!cell(*links, 0, column).contains(u"token"_s));
}

void LinksTest::problemsStandBesideTheirFields()
{
    bench().openWindow();
    const auto set = bench().desk().setLinkPolicy(bench().actor, {.defaultDays = 7, .maxDays = 10, .needsPassword = true, .allowsDownload = false, .serviceAddress = {}});
    LinksDialog *links = openLinks();
    auto *made = openNew(links);
    QVERIFY(made);
    QVERIFY(!made->findChild<QCheckBox *>(u"linkDownload"_s)->isChecked());
    QVERIFY(made->findChild<QLabel *>(u"linkMostDays"_s)->text().contains(u"10 day"_s));
    auto *end = made->findChild<QDateTimeEdit *>(u"linkEnd"_s);
    QCOMPARE(end->dateTime().toUTC(), bench().clock.now().addDays(7));
    end->setDateTime(bench().clock.now().addDays(11));
    QTest::keyClick(made, Qt::Key_Return);
    QStringList problems;
    const auto shown = [made, &problems] {
        problems.clear();
        for (const QLabel *label : made->findChildren<QLabel *>()) {
            if (label->inherits("letopis::ProblemLabel") && label->isVisible())
                problems += label->text();
        }
        return problems.size();
    };
    QTRY_COMPARE(shown(), 2);
    QVERIFY(problems.contains(u"A link needs a password here."_s));
    QVERIFY(problems.contains(u"The end is too late: at most 10 day(s) from now."_s));
    QCOMPARE(QApplication::focusWidget(), end);
    made->findChild<QLineEdit *>(u"linkPassword"_s)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"correct horse"_s);
    end->setDateTime(bench().clock.now().addDays(10));
    QTest::keyClick(made, Qt::Key_Return);
    QTRY_VERIFY(made->findChild<QLineEdit *>(u"linkToken"_s)->isVisible());
    QVERIFY(made->findChild<QLineEdit *>(u"linkPassword"_s)->text().isEmpty());
    QTRY_COMPARE(links->model().rowCount(), 1);
    QVERIFY(links->model().link(0).hasPassword);
}

void LinksTest::aTokenIsNotLostByEscape()
{
    bench().openWindow();
    auto *links = openLinks();
    QPointer<NewLinkDialog> made = openNew(links);
    QTest::keyClick(made, Qt::Key_Return);
    QTRY_VERIFY(made->findChild<QLineEdit *>(u"linkToken"_s)->isVisible());
    bench().questions.setNextAnswer(-1);
    QTest::keyClick(made, Qt::Key_Escape);
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(made && made->isVisible());
    QCoreApplication::processEvents();
    bench().questions.setNextAnswer(0);
    QTest::keyClick(made, Qt::Key_Escape);
    QTRY_VERIFY(!made || !made->isVisible());
}

void LinksTest::whatWasTypedIsNotLostByClosing()
{
    bench().openWindow();
    auto *links = openLinks();
    QPointer<NewLinkDialog> made = openNew(links);
    QTest::keyClick(made, Qt::Key_Escape); // nothing typed: nothing asked
    QTRY_VERIFY(!made || !made->isVisible());
    QVERIFY(bench().questions.asked().isEmpty());
    links->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(links));
    made = openNew(links);
    QVERIFY(made);
    QTest::keyClicks(made->findChild<QLineEdit *>(u"linkPassword"_s), u"correct horse"_s);
    bench().questions.setNextAnswer(-1);
    made->close();
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(made && made->isVisible());
    QCOMPARE(made->findChild<QLineEdit *>(u"linkPassword"_s)->text(), u"correct horse"_s);
    QCoreApplication::processEvents();
    bench().questions.setNextAnswer(0);
    made->findChild<QPushButton *>(u"closeNewLink"_s)->click();
    QTRY_VERIFY(!made || !made->isVisible());

    QPointer<LinkPolicyDialog> policy = new LinkPolicyDialog({bench().workspace, bench().actor, bench().questions, bench().clock}, {}, links);
    policy->open();
    policy->findChild<QLineEdit *>(u"serviceAddress"_s)->setText(u"https://links.example"_s);
    bench().questions.setNextAnswer(-1);
    QTest::keyClick(policy, Qt::Key_Escape);
    QTRY_COMPARE(bench().questions.asked().size(), 3);
    QVERIFY(policy && policy->isVisible());
    policy->findChild<QLineEdit *>(u"serviceAddress"_s)->clear(); // as it was
    QCoreApplication::processEvents();
    QTest::keyClick(policy, Qt::Key_Escape);
    QTRY_VERIFY(!policy || !policy->isVisible());
    QCOMPARE(bench().questions.asked().size(), 3);
}

void LinksTest::aLinkIsRevokedAfterAQuestion()
{
    bench().openWindow();
    bench().desk().putLink(link(bench().first, u"one"_s));
    auto *links = openLinks();
    QTRY_COMPARE(links->model().rowCount(), 1);
    bench().questions.setNextAnswer(-1);
    QTRY_VERIFY(links->findChild<QPushButton *>(u"revokeLink"_s)->isEnabled());
    QTest::keyClick(links, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(bench().questions.asked().size(), 1);
    QVERIFY(bench().questions.asked().first().isDangerous);
    QCOMPARE(cell(*links, 0, LinkListModel::State), u"Active"_s);
    bench().questions.setNextAnswer(0);
    QTest::keyClick(links, Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(cell(*links, 0, LinkListModel::State), u"Revoked"_s);
    QVERIFY(!links->findChild<QPushButton *>(u"revokeLink"_s)->isEnabled());
    QVERIFY(!links->findChild<QPushButton *>(u"revokeLink"_s)->toolTip().isEmpty());
}

void LinksTest::allLinksAreSearchedAndLeadToTheirRecording()
{
    bench().openWindow();
    const RecordingId other = bench().page().model().row(3).id;
    bench().desk().putLink(link(bench().first, u"alpha"_s));
    bench().desk().putLink(link(other, u"beta"_s));
    QPointer<LinksDialog> all = openAll();
    QVERIFY(all);
    QTRY_COMPARE(all->model().rowCount(), 2);
    QVERIFY(!all->findChild<QPushButton *>(u"newLink"_s)); // it would not say to what
    QTest::keyClicks(QApplication::focusWidget(), u"beta"_s);
    QCOMPARE(all->model().rowCount(), 1);
    QVERIFY(all->findChild<QLabel *>(u"linksCount"_s)->text().startsWith(u"1 of 2 link"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"linksTable"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!all || !all->isVisible());
    QTRY_VERIFY(bench().window->detailsPane().details() && bench().window->detailsPane().details()->row.id == other);
}

void LinksTest::anAdministratorSetsThePolicy()
{
    bench().openWindow();
    QPointer<LinksDialog> all = openAll();
    QTRY_VERIFY(all->findChild<QPushButton *>(u"linkSettings"_s)->isEnabled());
    QTest::keyClick(all, Qt::Key_S, Qt::AltModifier);
    QPointer<LinkPolicyDialog> policy = bench().opened<LinkPolicyDialog>();
    QVERIFY(policy);
    policy->findChild<QSpinBox *>(u"usualDays"_s)->setValue(400);
    QTest::keyClicks(policy->findChild<QLineEdit *>(u"serviceAddress"_s), u"http://links.example"_s);
    QTest::keyClick(policy, Qt::Key_Return);
    const auto problems = [&policy] {
        int count = 0;
        for (const QLabel *label : policy->findChildren<QLabel *>())
            count += label->inherits("letopis::ProblemLabel") && label->isVisible();
        return count;
    };
    QTRY_COMPARE(problems(), 2);
    policy->findChild<QSpinBox *>(u"usualDays"_s)->setValue(20);
    policy->findChild<QLineEdit *>(u"serviceAddress"_s)->setText(u"https://links.example/"_s);
    QTest::keyClick(policy, Qt::Key_Return);
    QTRY_VERIFY(!policy || !policy->isVisible());
    QTRY_VERIFY(all->findChild<QLabel *>(u"linksReach"_s)->text().contains(u"https://links.example"_s));
}

void LinksTest::aModeratorSharesOnlyWhatTheyManage()
{
    bench().actAs(bench().boris, u"boris"_s);
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::View));
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::EditLinks)->toolTip().contains(u"Manage"_s));
    QVERIFY(!bench().action(Actions::EditLinks)->isEnabled());
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    Q_EMIT bench().desk().accessChanged();
    QTRY_VERIFY(bench().action(Actions::EditLinks)->isEnabled());
    auto *all = openAll();
    QVERIFY(all);
    QTRY_VERIFY(!all->findChild<QPushButton *>(u"linkSettings"_s)->toolTip().isEmpty());
    QVERIFY(!all->findChild<QPushButton *>(u"linkSettings"_s)->isEnabled());
}

QTEST_MAIN(LinksTest)
#include "tst_links.moc"
