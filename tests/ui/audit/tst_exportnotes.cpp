// What people take with them from the windows leaves a line in the journal.

#include "tests/ui/audit/auditbench.h"

#include "ui/pages/people/peopleview.h"
#include "ui/pages/recordings/participantstab.h"

using namespace letopis;
using namespace letopis::test;

class ExportNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<AuditBench>();
        m_bench->openWindow();
    }
    void cleanup() { m_bench.reset(); }

    void aListOfParticipantsIsNoted_data();
    void aListOfParticipantsIsNoted();
    void whatWasNotWrittenIsNotNoted();
    void aListOfPeopleIsNoted();
    void whatCannotBeNotedIsSaid();

private:
    AuditBench &bench() { return *m_bench; }
    QAction *exporting(ParticipantsTab::Command command)
    {
        ParticipantsTab &tab = bench().window->detailsPane().participants();
        (void)QTest::qWaitFor([&] { return tab.report().has_value() && tab.action(command)->isEnabled(); });
        return tab.action(command);
    }

    std::unique_ptr<AuditBench> m_bench;
};

void ExportNotesTest::aListOfParticipantsIsNoted_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<QString>("format");
    QTest::newRow("pdf") << int(ParticipantsTab::SavePdf) << u"pdf"_s;
    QTest::newRow("csv") << int(ParticipantsTab::ExportCsv) << u"csv"_s;
    QTest::newRow("json") << int(ParticipantsTab::ExportJson) << u"json"_s;
}

void ExportNotesTest::aListOfParticipantsIsNoted()
{
    QFETCH(int, command);
    QFETCH(QString, format);
    bench().questions.setNextFile(bench().directory.filePath(u"list"_s));
    exporting(static_cast<ParticipantsTab::Command>(command))->trigger();
    QTRY_COMPARE(bench().trail().exportNotes().size(), 1);
    const ExportNote note = bench().trail().exportNotes().first();
    QCOMPARE(note.action, u"participants.exported"_s);
    QCOMPARE(note.recording, bench().window->detailsPane().details()->row.id);
    QCOMPARE(note.format, format);
    QCOMPARE(note.file, u"list."_s + format);
    QCOMPARE(note.count, bench().window->detailsPane().participants().report()->rows.size());
    QVERIFY(QFileInfo::exists(bench().directory.filePath(note.file)));
}

void ExportNotesTest::whatWasNotWrittenIsNotNoted()
{
    exporting(ParticipantsTab::ExportCsv)->trigger(); // no file chosen
    bench().questions.setNextFile(bench().directory.filePath(u"nowhere/list.csv"_s));
    exporting(ParticipantsTab::ExportCsv)->trigger();
    QTRY_VERIFY(bench().window->detailsPane().participants().messages().hasMessage());
    QVERIFY(bench().trail().exportNotes().isEmpty());
}

void ExportNotesTest::aListOfPeopleIsNoted()
{
    bench().window->showPeople();
    auto *page = bench().window->findChild<PeopleView *>();
    QTRY_VERIFY(page->isVisible());
    bench().questions.setNextFile(bench().directory.filePath(u"people.csv"_s));
    auto *action = bench().child<QAction>(u"exportPeople"_s);
    QVERIFY(action);
    QTRY_VERIFY(action->isEnabled());
    action->trigger();
    QTRY_COMPARE(bench().trail().exportNotes().size(), 1);
    QCOMPARE(bench().trail().exportNotes().first().action, u"people.exported"_s);
    QCOMPARE(bench().trail().exportNotes().first().file, u"people.csv"_s);
}

void ExportNotesTest::whatCannotBeNotedIsSaid()
{
    bench().workspace.failNext(u"noteExport"_s, {ErrorKind::DiskFull, {}, {}, {}});
    bench().questions.setNextFile(bench().directory.filePath(u"list.csv"_s));
    exporting(ParticipantsTab::ExportCsv)->trigger();
    QTRY_VERIFY(bench().window->detailsPane().participants().messages().text().contains(u"could not note it"_s));
}

QTEST_MAIN(ExportNotesTest)
#include "tst_exportnotes.moc"
