// Draws proposals, the gaps between attendance and access, and where both are reached from, in both languages, light and dark, to PNG
// files in LETOPIS_GALLERY_DIR, for people to look at; and fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/gallerysheet.h"
#include "tests/ui/proposals/proposalbench.h"

#include "ui/forms/access/explanationview.h"
#include "ui/forms/serverform.h"

using namespace letopis;
using namespace letopis::test;

class ProposalGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    ProposalBench &bench() { return *m_bench; }
    void drawPage();
    void drawGap();
    void drawForms();
    void drawLooking();

    std::unique_ptr<ProposalBench> m_bench;
    GallerySheet m_sheet{u"proposals"_s};
    PersonId m_long;
};

void ProposalGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<ProposalBench>();
    m_long = bench().workspace.people().put(
        accessPerson(u"Ольга Викторовна Семёнова-Тян-Шанская, кафедра высшей математики"_s, u"semenova-tyan-shanskaya"_s));
    drawPage();
    drawGap();
    drawForms();
    drawLooking();
    m_sheet.verify();
}

void ProposalGallery::drawPage()
{
    bench().openWindow();
    bench().window->showProposals();
    QTRY_VERIFY(bench().proposals().findChild<EmptyState *>()->isVisible());
    m_sheet.save(*bench().window, u"1-empty"_s);
    bench().propose();
    for (int i = 2; i < 8; ++i)
        bench().desk().propose(bench().workspace.recordingIds().at(i), i % 2 == 0 ? m_long : bench().boris);
    Q_EMIT bench().desk().proposalsChanged();
    QTRY_COMPARE(bench().proposals().model().rowCount(), 9);
    bench().proposals().table().setFocus();
    bench().proposals().table().selectRow(3);
    const QString chosen = bench().proposals().model().proposal(3).person.name.left(12);
    QTRY_VERIFY(bench().proposals().findChild<QLabel *>(u"explanationHeading"_s)->text().contains(chosen));
    m_sheet.save(*bench().window, u"2-page"_s);
    bench().proposals().table().selectAll();
    QTRY_VERIFY(bench().child(u"acceptProposal"_s)->text().contains(u'9'));
    m_sheet.save(*bench().window, u"3-several"_s);
    bench().window->resize(1024, 680);
    bench().window->resetLayout();
    m_sheet.save(*bench().window, u"4-small"_s);
    bench().window->resize(1440, 860);
    bench().window->resetLayout();
    bench().child(u"acceptProposal"_s)->click();
    auto *preview = bench().opened<AccessPreviewDialog>();
    QVERIFY(preview);
    QTRY_VERIFY(preview->findChild<QPushButton *>(u"acceptPreview"_s)->isEnabled());
    preview->findChild<QTreeWidget *>()->expandAll();
    m_sheet.saveAndClose(preview, u"5-preview"_s, bench().questions);
    bench().activate();
    bench().proposals().table().selectRow(0);
    bench().questions.setNextAnswer(0);
    QTest::keyClick(&bench().proposals().table(), Qt::Key_Delete);
    QTRY_VERIFY(bench().proposals().messages().hasMessage());
    QTRY_COMPARE(bench().proposals().model().rowCount(), 8);
    m_sheet.save(*bench().window, u"6-declined"_s);
    bench().window->showRecordings();
}

void ProposalGallery::drawGap()
{
    Person unknown = accessPerson(u"Emma Lang"_s, {});
    bench().workspace.people().setPeopleOfRecording({unknown});
    const PersonId contact = bench().workspace.people().put(accessPerson(u"Franz Contact"_s, {}));
    bench().desk().setAttended(bench().first, {bench().boris, bench().clara, m_long, contact});
    Q_EMIT bench().desk().accessChanged();
    bench().page().table().selectRow(0);
    bench().window->detailsPane().tabs()->setCurrentWidget(&bench().window->detailsPane().participants());
    QTRY_VERIFY(bench().child<QToolButton>(u"cannotWatch"_s)->isVisible());
    m_sheet.save(*bench().window, u"7-tab"_s);
    auto *gap = bench().openGap();
    QVERIFY(gap);
    QTRY_VERIFY(gap->cannotWatch().model().rowCount() >= 5);
    QTRY_VERIFY(gap->findChild<QPushButton *>(u"giveAccess"_s)->isEnabled());
    m_sheet.save(*gap, u"8-cannot-watch"_s);
    gap->cannotWatch().table().selectRow(1);
    QTRY_VERIFY(gap->findChild<QLabel *>(u"explanationHeading"_s)->text().contains(u"Clara"_s));
    m_sheet.save(*gap, u"9-why"_s);
    gap->findChild<QTabWidget *>()->setCurrentIndex(1);
    QTRY_VERIFY(gap->didNotAttend().model().rowCount() > 0);
    QTRY_VERIFY(gap->findChild<QLabel *>(u"explanationHeading"_s)->text().contains(u"Dmitri"_s));
    m_sheet.saveAndClose(gap, u"10-did-not-attend"_s, bench().questions);
    bench().desk().setAttended(bench().first, {});
    bench().workspace.people().setPeopleOfRecording({});
    gap = bench().openGap();
    QVERIFY(gap);
    QTRY_VERIFY(gap->didNotAttend().model().rowCount() > 0);
    m_sheet.saveAndClose(gap, u"11-nothing"_s, bench().questions);
}

void ProposalGallery::drawForms()
{
    ServerForm form(bench().workspace.serverList().first(), bench().workspace, bench().actor, bench().questions);
    form.show();
    auto *mode = form.findChild<QComboBox *>(u"proposalMode"_s);
    QTRY_VERIFY(mode->isEnabled());
    form.findChild<QTabWidget *>()->setCurrentIndex(3);
    m_sheet.save(form, u"12-server"_s);
    mode->setCurrentIndex(2);
    m_sheet.save(form, u"13-server-grants"_s);
    form.close();
    bench().activate();
    auto *editor = bench().openEditor();
    QVERIFY(editor);
    m_sheet.saveAndClose(editor, u"14-editor"_s, bench().questions);
}

void ProposalGallery::drawLooking()
{
    const PersonId other = bench().workspace.people().put(accessPerson(u"Adam Other"_s, u"adam"_s, Role::Moderator));
    bench().desk().give(bench().maths, AccessBench::entry(bench().boris, Permission::Manage));
    bench().desk().setAttended(bench().workspace.recordingIds().last(), {other, bench().clara});
    bench().actAs(bench().boris, u"boris"_s);
    bench().openWindow();
    bench().desk().setAttended(bench().first, {other, bench().clara});
    auto *gap = bench().openGap();
    QVERIFY(gap);
    QTRY_VERIFY(gap->cannotWatch().model().rowCount() >= 2);
    QTRY_VERIFY(!bench().noteOf(gap->cannotWatch(), 0).isEmpty());
    gap->cannotWatch().table().selectRow(0);
    QTRY_VERIFY(gap->findChild<ExplanationView *>()->text().size() > 60);
    m_sheet.saveAndClose(gap, u"15-moderator"_s, bench().questions);
}

QTEST_MAIN(ProposalGallery)
#include "tst_proposalgallery.moc"
