// The attendance report on paper.

#include "tests/ui/uitest.h"

#include "ui/forms/attendancepages.h"
#include "ui/text/attendancetext.h"

#include <QPdfWriter>
#include <QPrinter>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

AttendanceReport reportOf(int people)
{
    AttendanceReport report;
    report.title = u"Лекция 4. Числовые ряды"_s;
    report.startedAt = QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC);
    report.recordedMs = 86 * 60'000;
    const qint64 startMs = report.startedAt.toMSecsSinceEpoch();
    for (int number = 0; number < people; ++number) {
        AttendanceReportRow row;
        row.attendee.participant.name = u"Участник №%1"_s.arg(number);
        row.attendee.participant.sessions = {{startMs, startMs + 43 * 60'000}};
        row.attendee.participant.presentMs = 43 * 60'000;
        row.recordedPresentMs = 43 * 60'000;
        row.percentOfRecorded = 50;
        if (number % 7 == 0)
            row.attendee.note = u"Пришёл позже, предупредил заранее <b>&amp;"_s;
        report.rows += row;
    }
    return report;
}

qsizetype pagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray content = file.readAll();
    if (!content.startsWith("%PDF-"))
        return -1;
    return content.count("/Type /Page\n");
}

// The text of a PDF file, page by page; nothing where the program that reads it is missing.
QStringList textOf(const QString &path)
{
    const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (reader.isEmpty())
        return {};
    QProcess process;
    process.start(reader, {u"-layout"_s, path, u"-"_s});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
}

} // namespace

class AttendancePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_path = m_folder.filePath(u"%1.pdf"_s.arg(QLatin1StringView(QTest::currentTestFunction()))); }

    void aShortListIsOnePage()
    {
        const Result<int> pages = AttendancePages(reportOf(5), ServerKind::BigBlueButton).savePdf(m_path);
        QVERIFY(pages);
        QCOMPARE(*pages, 1);
        QCOMPARE(pagesIn(m_path), 1);
    }

    void anEmptyListIsOnePage()
    {
        const Result<int> pages = AttendancePages(reportOf(0), ServerKind::BigBlueButton).savePdf(m_path);
        QVERIFY(pages);
        QCOMPARE(*pages, 1);
    }

    void aLongListHasItsHeadOnEveryPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("head"); // no word is broken
        QTest::addColumn<QString>("foot");
        QTest::newRow("en") << u"en"_s << QStringList{u"Name"_s, u"leave"_s, u"Present"_s, u"recorded"_s, u"Notes"_s} << u"Page 1 of"_s;
        QTest::newRow("ru") << u"ru"_s << QStringList{u"Имя"_s, u"Последний"_s, u"Присутствие"_s, u"записи"_s, u"Примечания"_s} << u"Страница 1 из"_s;
    }

    void aLongListHasItsHeadOnEveryPage()
    {
        QFETCH(const QString, language);
        QFETCH(const QStringList, head);
        QFETCH(const QString, foot);
        const Language installed(language);
        const AttendanceReport report = reportOf(150);
        const Result<int> pages = AttendancePages(report, ServerKind::BigBlueButton).savePdf(m_path);
        QVERIFY(pages);
        QVERIFY(*pages >= 3);
        QCOMPARE(pagesIn(m_path), *pages);
        const QStringList texts = textOf(m_path);
        if (texts.isEmpty())
            QSKIP("pdftotext, which reads the text of PDF files, is not installed");
        if (language == u"ru"_s && attendanceReportText(report).columns.first() != head.first())
            QSKIP("The Russian translation does not hold the report's words yet");
        QCOMPARE(texts.size(), *pages);
        for (const QString &page : texts) {
            for (const QString &word : head)
                QVERIFY2(page.contains(word), qPrintable(word));
            QVERIFY(page.contains(report.title));
        }
        QVERIFY(texts.first().contains(foot));
        const QString whole = texts.join(u'\n').simplified();
        for (int number = 0; number < 150; ++number)
            QVERIFY2(whole.contains(u"Участник №%1 "_s.arg(number)), qPrintable(QString::number(number)));
        QVERIFY(whole.contains(u"<b>&amp;"_s)); // as it was written
    }

    void hostileTextsStayText()
    {
        AttendanceReport report = reportOf(3);
        report.title = QString(5000, u'W');
        report.rows[0].attendee.participant.name = u"<img src=x>\u202Eevil\x1b[0m"_s;
        report.rows[1].attendee.participant.name = QString(4000, u'M');
        report.rows[2].attendee.participant.name = u"محمد بن عبد الله"_s;
        const Result<int> pages = AttendancePages(report, ServerKind::BigBlueButton).savePdf(m_path);
        QVERIFY(pages);
        QVERIFY(*pages <= 2);
    }

    void aPrinterGetsTheSamePages()
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(m_path);
        printer.setPageSize(QPageSize(QPageSize::A5));
        const Result<int> pages = AttendancePages(reportOf(60), ServerKind::BigBlueButton).paint(printer);
        QVERIFY(pages);
        QVERIFY(*pages >= 2);
        QCOMPARE(pagesIn(m_path), *pages);
    }

    void anOldFileStaysWhereANewOneCannotBeWritten()
    {
        const Result<int> pages =
            AttendancePages(reportOf(3), ServerKind::BigBlueButton).savePdf(m_folder.filePath(u"no/folder/a.pdf"_s));
        QVERIFY(!pages);
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"no"_s)));
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_MAIN(AttendancePagesTest)
#include "tst_attendancepages.moc"
