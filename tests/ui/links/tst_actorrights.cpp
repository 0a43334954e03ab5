// What the window's actor may not do is disabled with the reason, over a workspace in memory.

#include "tests/ui/access/accessbench.h"

#include "ui/forms/informationform.h"
#include "ui/models/actorrights.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/shell/navigationpane.h"

using namespace letopis;
using namespace letopis::test;

class ActorRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<AccessBench>(); }
    void cleanup() { m_bench.reset(); }

    void theOwnerIsNeverAskedAbout();
    void anActionIsAsEnabledAsBothItsOwnStateAndTheRightsSay();
    void aViewerReadsWithTheReasonSaidOnce();
    void aModeratorWithPublishEditsInformationAndMaterialsOnly();
    void whatIsGivenMeanwhileMayBeDoneAtOnce();
    void aViewerIsOfferedNoServer();

private:
    AccessBench &bench() { return *m_bench; }
    DetailsPane &details() { return bench().window->detailsPane(); }
    QLabel *reason(const QString &name) { return bench().window->findChild<QLabel *>(name); }
    QStringList places()
    {
        QStringList shown;
        const QTreeWidget *tree = bench().window->findChild<QTreeWidget *>(u"navigationTree"_s);
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (!tree->topLevelItem(i)->isHidden())
                shown += tree->topLevelItem(i)->text(0);
        }
        return shown;
    }

    std::unique_ptr<AccessBench> m_bench;
};

void ActorRightsTest::theOwnerIsNeverAskedAbout()
{
    ActorRights rights(bench().workspace, bench().actor);
    QVERIFY(rights.isKnown());
    QCOMPARE(rights.refusal(Capability::ManageCatalog), Refusal::None);
    QAction action;
    action.setToolTip(u"tip"_s);
    rights.guard(&action, Capability::ManageCatalog, true);
    QVERIFY(action.isEnabled() && !action.actionGroup());
}

void ActorRightsTest::anActionIsAsEnabledAsBothItsOwnStateAndTheRightsSay()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    const RecordingId recording = bench().workspace.recordingIds().first();
    ActorRights rights(bench().workspace, personActor(bench().boris, u"boris"_s, {}));
    QAction edit;
    QAction share;
    edit.setToolTip(u"tip"_s);
    edit.setEnabled(true);
    rights.guard(&edit, Capability::EditInformation);
    rights.guard(&share, Capability::ShareByLink);
    rights.setRecordings({recording});
    QTRY_VERIFY(rights.isKnown() && !share.isEnabled() && edit.isEnabled());
    QVERIFY(share.toolTip().contains(u"Manage"_s));
    QCOMPARE(edit.toolTip(), u"tip"_s);
    share.setEnabled(true); // by itself it could
    QVERIFY(!share.isEnabled());
    edit.setEnabled(false);
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    Q_EMIT bench().desk().accessChanged();
    QTRY_VERIFY(share.isEnabled());
    QVERIFY(!edit.isEnabled());
}

void ActorRightsTest::aViewerReadsWithTheReasonSaidOnce()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().openWindow();
    details().showInformation();
    QTRY_COMPARE(reason(u"informationReadOnly"_s)->text(), u"Viewers do not edit recordings."_s);
    QTRY_VERIFY(details().information().draft());
    QTRY_VERIFY(reason(u"informationReadOnly"_s)->isVisible());
    for (QWidget *field : details().information().findChildren<QLineEdit *>())
        QVERIFY(!field->isEnabled());
    QVERIFY(!details().information().messages().hasMessage());
    QTRY_VERIFY(!bench().action(Actions::EditInformation)->isEnabled());
    QVERIFY(bench().action(Actions::EditInformation)->toolTip().contains(u"Viewers do not edit recordings."_s));
    QVERIFY(!details().participants().action(ParticipantsTab::Add)->isEnabled());
    QVERIFY(!details().materials().action(MaterialsTab::Add)->isEnabled());
    QVERIFY(!reason(u"participantsReadOnly"_s)->text().isEmpty());
    QVERIFY(!reason(u"materialsReadOnly"_s)->text().isEmpty());
    QVERIFY(bench().action(Actions::Play)->isEnabled());
    QVERIFY(bench().action(Actions::Download)->isEnabled());
    for (const Actions::Id id : {Actions::ConnectServer, Actions::ManageServers, Actions::Sync, Actions::ShowBackups, Actions::CustomFields,
                                 Actions::ShowOutbox, Actions::AllLinks, Actions::SeeAs}) {
        QVERIFY2(!bench().action(id)->isEnabled(), qPrintable(bench().action(id)->text()));
        QVERIFY(!bench().action(id)->toolTip().isEmpty());
    }
    const QStringList shown{u"All recordings"_s, u"New"_s};
    QCOMPARE(places(), shown);
    QVERIFY(!bench().window->findChild<QPushButton *>(u"connectServer"_s)->isVisible());
    QVERIFY(!bench().page().messages().hasMessage());
}

void ActorRightsTest::aModeratorWithPublishEditsInformationAndMaterialsOnly()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::EditInformation)->isEnabled());
    QTRY_VERIFY(details().details());
    details().tabs()->setCurrentWidget(&details().materials());
    QTRY_VERIFY(details().materials().action(MaterialsTab::Add)->isEnabled());
    QVERIFY(!reason(u"materialsReadOnly"_s)->isVisible());
    QTRY_VERIFY(!details().participants().action(ParticipantsTab::Add)->isEnabled());
    QCOMPARE(reason(u"participantsReadOnly"_s)->text(), u"Only administrators edit participants, folder and owner."_s);
    QVERIFY(places().contains(u"People"_s) && places().contains(u"Outbox"_s));
    QVERIFY(!places().contains(u"Servers"_s) && !places().contains(u"Backups"_s));
}

void ActorRightsTest::whatIsGivenMeanwhileMayBeDoneAtOnce()
{
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::View));
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    QTRY_VERIFY(bench().action(Actions::EditInformation)->toolTip().contains(u"Publish"_s));
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Publish));
    Q_EMIT bench().desk().accessChanged();
    QTRY_VERIFY(bench().action(Actions::EditInformation)->isEnabled());
    QVERIFY(!bench().action(Actions::EditInformation)->toolTip().contains(u"Publish"_s));
}

void ActorRightsTest::aViewerIsOfferedNoServer()
{
    WindowBench empties; // a catalog with nothing in it
    empties.actor = personActor(empties.workspace.people().put(accessPerson(u"Clara"_s, u"clara"_s)), u"clara"_s, {});
    empties.makeWindow();
    QVERIFY(QTest::qWaitForWindowActive(empties.window.get()));
    auto *empty = empties.window->findChild<QWidget *>(u"recordingsEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(!empty->findChild<QPushButton *>()->isVisible());
}

QTEST_MAIN(ActorRightsTest)
#include "tst_actorrights.moc"
