// What is typed into the participants' and the materials' dialogs and not saved: kept while it is typed, offered again after a
// crash, after Escape, and after a change that could not be stored. In the main window, over a workspace in memory.

#include "tests/ui/uitest.h"

#include "ui/forms/dialogdrafts.h"
#include "ui/models/materialmodel.h"
#include "ui/models/recordinglistmodel.h"
#include "ui/pages/recordings/detailspane.h"
#include "ui/pages/recordings/materiallist.h"
#include "ui/pages/recordings/materialstab.h"
#include "ui/pages/recordings/participantstab.h"
#include "ui/pages/recordings/participanttable.h"
#include "ui/pages/recordings/recordingspage.h"
#include "ui/pages/recordings/recordingtable.h"
#include "ui/widgets/messagebar.h"

#include <QtTest>
#include <QtWidgets>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

class DialogDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }

    void aParticipantBeingAddedIsKeptAndOfferedAfterEscape();
    void aDraftOfBeforeIsOfferedAndMergedFieldByField();
    void aRefusedChangeIsOfferedAgain();
    void savingRemovesTheDraft();
    void whatIsStoredAfterThePersonWentOnIsNotOfferedAgain();
    void twoDescriptionsUnderWayAreToldApart();
    void aMaterialsDescriptionIsKept();

private:
    void openTab(QWidget &tab);
    ParticipantsTab &people() { return m_bench->window->detailsPane().participants(); }
    FakeDraftBook &drafts() { return m_bench->workspace.drafts(); }
    RecordingId shown() { return m_bench->window->recordingsPage().currentRecording(); }
    // Of the newest dialog: a closed one may not be gone yet.
    template<typename T>
    T *inDialog(const QString &name)
    {
        const QList<T *> all = m_bench->window->findChildren<T *>(name);
        const auto seen = std::find_if(all.crbegin(), all.crend(), [](const T *one) { return one->isVisible(); });
        return seen == all.crend() ? nullptr : *seen;
    }
    static bool pressAction(const MessageBar &bar, const QString &text);

    std::unique_ptr<WindowBench> m_bench;
};

void DialogDraftsTest::init()
{
    m_bench = std::make_unique<WindowBench>();
    fillWithSamples(m_bench->workspace, m_bench->clock.now());
    m_bench->makeWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
}

void DialogDraftsTest::openTab(QWidget &tab)
{
    m_bench->window->detailsPane().tabs()->setCurrentWidget(&tab);
    QTRY_VERIFY(people().report() && !people().report()->rows.isEmpty());
}

// Once it is there: a button comes into a layout a turn of the event loop later.
bool DialogDraftsTest::pressAction(const MessageBar &bar, const QString &text)
{
    return QTest::qWaitFor([&bar, &text] {
        for (QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().remove(u'&') == text) {
                button->click();
                return true;
            }
        }
        return false;
    });
}

void DialogDraftsTest::aParticipantBeingAddedIsKeptAndOfferedAfterEscape()
{
    openTab(people());
    people().action(ParticipantsTab::Add)->trigger();
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QTest::keyClicks(inDialog<QLineEdit>(u"attendeeName"_s), u"Vera"_s);
    QTRY_VERIFY(drafts().content(shown(), u"attendee/new"_s).contains("Vera"));
    QTest::keyClick(inDialog<QLineEdit>(u"attendeeName"_s), Qt::Key_Escape);
    QTRY_VERIFY(drafts().content(shown(), u"attendee/new"_s).isEmpty());
    QVERIFY(people().messages().text().contains(u"Vera"_s));
    QVERIFY(pressAction(people().messages(), u"Continue editing"_s));
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QCOMPARE(inDialog<QLineEdit>(u"attendeeName"_s)->text(), u"Vera"_s);
    QTRY_VERIFY(drafts().content(shown(), u"attendee/new"_s).contains("Vera")); // again, should the program end now
}

void DialogDraftsTest::aDraftOfBeforeIsOfferedAndMergedFieldByField()
{
    openTab(people());
    const Attendee attendee = people().report()->rows.first().attendee;
    const auto values = [&attendee](const QString &name, const QString &note) {
        return QJsonObject{{u"name"_s, name},
                           {u"role"_s, static_cast<int>(attendee.participant.role)},
                           {u"userId"_s, attendee.participant.externalUserId},
                           {u"note"_s, note}};
    };
    // Then: the name was another one, and only the note was typed.
    const QJsonObject content{{u"name"_s, attendee.participant.name},
                              {u"typed"_s, values(u"Name of then"_s, u"typed note"_s)},
                              {u"base"_s, values(u"Name of then"_s, u"note of then"_s)}};
    const RecordingId id = shown();
    drafts().put({.recording = id,
                  .form = u"attendee/"_s + attendee.uid,
                  .content = QJsonDocument(content).toJson(),
                  .since = m_bench->clock.now().addDays(-2),
                  .savedAt = m_bench->clock.now().addDays(-2)});
    m_bench->makeWindow();
    QTRY_VERIFY(m_bench->window->detailsPane().details().has_value());
    QCOMPARE(shown(), id);
    openTab(people());
    QTRY_VERIFY(people().messages().text().contains(attendee.participant.name));
    QVERIFY(people().messages().text().contains(u"18"_s)); // November
    QVERIFY(pressAction(people().messages(), u"Continue editing"_s));
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QCOMPARE(inDialog<QLineEdit>(u"attendeeName"_s)->text(), attendee.participant.name); // theirs: not typed over
    QCOMPARE(inDialog<QPlainTextEdit>(u"attendeeNote"_s)->toPlainText(), u"typed note"_s);
    QVERIFY(inDialog<QLabel>(u"attendeeRestored"_s)->text().contains(u"Note"_s)); // changed meanwhile, too
    inDialog<QDialog>(u"attendeeDialog"_s)->reject();
    QVERIFY(pressAction(people().messages(), u"Discard"_s));
    QTRY_COMPARE(drafts().count(), 0);
    QVERIFY(!people().messages().hasMessage());
}

void DialogDraftsTest::aRefusedChangeIsOfferedAgain()
{
    openTab(people());
    people().action(ParticipantsTab::Add)->trigger();
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QTest::keyClicks(inDialog<QLineEdit>(u"attendeeName"_s), u"Vera"_s);
    m_bench->workspace.failNext(u"replaceEdits"_s, {ErrorKind::DiskFull, {}, u"catalog"_s, {}});
    QTest::keyClick(inDialog<QLineEdit>(u"attendeeName"_s), Qt::Key_Return);
    QTRY_VERIFY(people().messages().hasMessage());
    QVERIFY(pressAction(people().messages(), u"Continue editing"_s));
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QCOMPARE(inDialog<QLineEdit>(u"attendeeName"_s)->text(), u"Vera"_s);
}

void DialogDraftsTest::savingRemovesTheDraft()
{
    openTab(people());
    people().action(ParticipantsTab::Add)->trigger();
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QTest::keyClicks(inDialog<QLineEdit>(u"attendeeName"_s), u"Vera"_s);
    QTRY_COMPARE(drafts().count(), 1);
    QTest::keyClick(inDialog<QLineEdit>(u"attendeeName"_s), Qt::Key_Return);
    QTRY_COMPARE(drafts().count(), 0);
    QVERIFY(!people().messages().hasMessage());
}

void DialogDraftsTest::whatIsStoredAfterThePersonWentOnIsNotOfferedAgain()
{
    openTab(people());
    people().action(ParticipantsTab::Add)->trigger();
    QTRY_VERIFY(inDialog<QLineEdit>(u"attendeeName"_s));
    QTest::keyClicks(inDialog<QLineEdit>(u"attendeeName"_s), u"Vera"_s);
    QTRY_COMPARE(drafts().count(), 1);
    const RecordingId first = shown();
    QTest::keyClick(inDialog<QLineEdit>(u"attendeeName"_s), Qt::Key_Return);
    const RecordingId other = m_bench->window->recordingsPage().model().row(3).id;
    m_bench->window->recordingsPage().table().selectRow(3); // before the answer has come
    QTRY_COMPARE(shown(), other);
    QVERIFY(first != other);
    QTRY_COMPARE(drafts().count(), 0);
}

void DialogDraftsTest::twoDescriptionsUnderWayAreToldApart()
{
    QWidget window;
    MessageBar bar(&window);
    DialogDrafts kept(drafts(), ownerActor(u"anna"_s, u"Anna"_s), u"material/"_s, bar);
    kept.setRecording(shown());
    const auto accept = [&](const QString &key) {
        QDialog dialog(&window);
        FormDraft accepted;
        const auto edited = kept.watch(dialog, kept.form(key), [key] { return QJsonObject{{u"name"_s, key}}; });
        connect(&dialog, &QDialog::accepted, this, [&] { accepted = kept.takeAccepted(); });
        edited();
        dialog.accept();
        return accepted;
    };
    const FormDraft first = accept(u"first"_s);
    const FormDraft second = accept(u"second"_s);
    QTRY_COMPARE(drafts().count(), 2);
    kept.onStored(first);
    QTRY_COMPARE(drafts().count(), 1);
    QVERIFY(drafts().content(shown(), u"material/second"_s).contains("second"));
    kept.offerAgain(second);
    QVERIFY2(bar.text().contains(u"second"_s), qPrintable(bar.text()));
}

void DialogDraftsTest::aMaterialsDescriptionIsKept()
{
    MaterialsTab &tab = m_bench->window->detailsPane().materials();
    openTab(tab);
    const QString path = m_bench->directory.filePath(u"notes.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("notes") > 0);
    file.close();
    m_bench->questions.setNextFiles({path});
    QTRY_VERIFY(tab.action(MaterialsTab::Add)->isEnabled());
    tab.action(MaterialsTab::Add)->trigger();
    QTRY_VERIFY(!tab.selection().isEmpty());
    const QString form = u"material/"_s + tab.selection().first().uuid;
    tab.action(MaterialsTab::Describe)->trigger();
    QTRY_VERIFY(inDialog<QPlainTextEdit>(u"materialDescription"_s));
    QTest::keyClicks(inDialog<QPlainTextEdit>(u"materialDescription"_s), u"About the week"_s);
    QTRY_VERIFY(drafts().content(shown(), form).contains("About the week"));
    QTest::keyClick(inDialog<QPlainTextEdit>(u"materialDescription"_s), Qt::Key_Escape);
    QTRY_VERIFY(tab.messages().text().contains(u"notes.txt"_s));
    QVERIFY(pressAction(tab.messages(), u"Continue editing"_s));
    QTRY_VERIFY(inDialog<QPlainTextEdit>(u"materialDescription"_s));
    QCOMPARE(inDialog<QPlainTextEdit>(u"materialDescription"_s)->toPlainText(), u"About the week"_s);
    inDialog<QDialog>(u"materialDescriptionDialog"_s)->accept();
    const auto isDescribed = [&tab] {
        for (int row = 0; row < tab.model().rowCount(); ++row) {
            if (tab.model().material(row).description == u"About the week"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isDescribed());
    QTRY_COMPARE(drafts().count(), 0);
}

QTEST_MAIN(DialogDraftsTest)
#include "tst_dialogdrafts.moc"
