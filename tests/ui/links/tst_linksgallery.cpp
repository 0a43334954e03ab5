// Draws the windows about links, and the window as somebody else, in both languages, light and dark, to PNG files in
// LETOPIS_GALLERY_DIR, for people to look at; and fails where a text does not fit, or two things want one Alt key.

#include "tests/ui/access/accessbench.h"
#include "tests/ui/gallerysheet.h"

#include "ui/forms/informationform.h"
#include "ui/forms/links/linklistmodel.h"
#include "ui/forms/links/linkpolicydialog.h"
#include "ui/forms/links/linksdialog.h"
#include "ui/forms/links/newlinkdialog.h"
#include "ui/pages/recordings/detailspane.h"

using namespace letopis;
using namespace letopis::test;

class LinksGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }
    void everythingIsDrawnWithoutCutText_data() { GalleryLook::addRows(); }
    void everythingIsDrawnWithoutCutText();

private:
    AccessBench &bench() { return *m_bench; }
    void close(QDialog *dialog) { GallerySheet::close(dialog, bench().questions); }
    void fill();
    void drawLinks();
    void drawNew(LinksDialog *links);
    void drawAll();
    void drawLooking();

    std::unique_ptr<AccessBench> m_bench;
    GallerySheet m_sheet{u"links"_s};
};

void LinksGallery::everythingIsDrawnWithoutCutText()
{
    const GalleryLook look(m_sheet);
    m_bench = std::make_unique<AccessBench>();
    bench().openWindow();
    fill();
    drawLinks();
    drawAll();
    drawLooking();
    m_sheet.verify();
}

void LinksGallery::fill()
{
    const qint64 now = bench().clock.now().toMSecsSinceEpoch();
    constexpr qint64 day = 86'400'000;
    for (int i = 0; i < 5; ++i) {
        AccessLink link;
        link.recording = bench().first;
        link.recordingTitle = u"Высшая математика: лекция о рядах Фурье и их приложениях"_s;
        link.label = i == 3 ? QString() : u"Для родителей студентов второго курса, группа %1"_s.arg(i);
        link.hasPassword = i % 2 == 0;
        link.expiresAtMs = i == 4 ? 0 : now + (i - 1) * 5 * day;
        link.maxUses = i == 2 ? 3 : 0;
        link.useCount = i == 2 ? 3 : i * 7;
        link.createdBy = u"anna"_s;
        link.createdAtMs = now - 9 * day;
        link.revokedAtMs = i == 3 ? now - day : 0;
        link.revokedBy = i == 3 ? u"anna"_s : QString();
        bench().desk().putLink(link);
    }
}

void LinksGallery::drawLinks()
{
    bench().action(Actions::EditLinks)->trigger();
    auto *links = bench().opened<LinksDialog>();
    QVERIFY(links);
    QTRY_COMPARE(links->model().rowCount(), 5);
    QTRY_VERIFY(links->findChild<QPushButton *>(u"newLink"_s)->isEnabled());
    m_sheet.save(*links, u"1-links"_s);
    drawNew(links);
    close(links);
}

void LinksGallery::drawNew(LinksDialog *links)
{
    links->findChild<QPushButton *>(u"newLink"_s)->click();
    auto *made = bench().opened<NewLinkDialog>();
    QVERIFY(made);
    m_sheet.save(*made, u"2-new"_s);
    made->findChild<QLineEdit *>(u"linkPassword"_s)->setText(u"short"_s);
    made->findChild<QDateTimeEdit *>(u"linkEnd"_s)->setDateTime(bench().clock.now().addYears(2));
    made->findChild<QPushButton *>(u"makeLink"_s)->click();
    QTRY_VERIFY(made->findChild<QPushButton *>(u"makeLink"_s)->isEnabled());
    m_sheet.save(*made, u"3-problems"_s);
    made->findChild<QLineEdit *>(u"linkPassword"_s)->clear();
    made->findChild<QDateTimeEdit *>(u"linkEnd"_s)->setDateTime(bench().clock.now().addDays(2));
    made->findChild<QPushButton *>(u"makeLink"_s)->click();
    QTRY_VERIFY(made->findChild<QLineEdit *>(u"linkToken"_s)->isVisible());
    m_sheet.save(*made, u"4-token"_s);
    close(made);
}

void LinksGallery::drawAll()
{
    bench().action(Actions::AllLinks)->trigger();
    auto *all = bench().opened<LinksDialog>();
    QVERIFY(all);
    QTRY_COMPARE(all->model().rowCount(), 6);
    QTRY_VERIFY(all->findChild<QPushButton *>(u"linkSettings"_s)->isEnabled());
    m_sheet.save(*all, u"5-all"_s);
    all->findChild<QPushButton *>(u"linkSettings"_s)->click();
    auto *policy = bench().opened<LinkPolicyDialog>();
    QVERIFY(policy);
    m_sheet.save(*policy, u"6-policy"_s);
    close(policy);
    close(all);
}

void LinksGallery::drawLooking()
{
    bench().actAs(bench().dmitri, u"dmitri"_s);
    bench().actor.displayName = u"Dmitri Volkov"_s;
    bench().actor.onlyLooks = true;
    bench().openWindow();
    QTRY_VERIFY(bench().window->detailsPane().details());
    bench().window->detailsPane().showInformation();
    QTRY_VERIFY(bench().window->findChild<QLabel *>(u"informationReadOnly"_s)->isVisible());
    QTRY_VERIFY(bench().window->detailsPane().information().draft());
    m_sheet.save(*bench().window, u"7-see-as"_s);
}

QTEST_MAIN(LinksGallery)
#include "tst_linksgallery.moc"
