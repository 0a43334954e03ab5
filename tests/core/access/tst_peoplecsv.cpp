#include "core/access/peoplecsv.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
using Kind = PeopleCsvProblem::Kind;

std::optional<PeopleCsvProblem> problemOf(const QByteArray &bytes)
{
    const Result<PeopleCsv> csv = readPeopleCsv(bytes);
    if (csv)
        return {};
    const auto *problem = std::any_cast<PeopleCsvProblem>(&csv.error().evidence);
    return problem ? std::optional(*problem) : std::nullopt;
}

QList<PeopleCsvRow> rowsOf(const QByteArray &bytes)
{
    const Result<PeopleCsv> csv = readPeopleCsv(bytes);
    return csv ? csv->rows : QList<PeopleCsvRow>();
}
} // namespace

class TestPeopleCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsComeInAnyOrderAndCase()
    {
        const auto rows = rowsOf("E-Mail,NAME,\"External IDs\",Groups,LOGIN,Role,language\r\n"
                                 "anna@example.org,Анна Петрова,Uni:42|Uni:43,Faculty|Staff \\| all,a.petrova,moderator,ru\r\n");
        QCOMPARE(rows.size(), 1);
        const PeopleCsvRow &row = rows.first();
        QCOMPARE(row.line, 2);
        QCOMPARE(row.name, u"Анна Петрова"_s);
        QCOMPARE(row.login, u"a.petrova"_s);
        QCOMPARE(row.email, u"anna@example.org"_s);
        QCOMPARE(row.role, u"moderator"_s);
        QCOMPARE(row.language, u"ru"_s);
        QCOMPARE(row.groups, (QStringList{u"Faculty"_s, u"Staff | all"_s}));
        QCOMPARE(row.externalIds, (QStringList{u"Uni:42"_s, u"Uni:43"_s}));
        QVERIFY(row.unreadable.isEmpty());
    }

    void theSeparatorIsTheHeadersOwn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("comma") << QByteArray("name,login\nA;b,c\n");
        QTest::newRow("semicolon") << QByteArray("name;login\n\"A;b\";c\n");
        QTest::newRow("semicolon, BOM, Windows lines") << QByteArray("\xEF\xBB\xBFname;login\r\n\"A;b\";c\r\n");
        QTest::newRow("tab") << QByteArray("name\tlogin\nA;b\tc\n");
        QTest::newRow("a comma in a quoted heading") << QByteArray("name;login;\"x,y,z,a\"\n\"A;b\";c;\n");
        QTest::newRow("old Macintosh lines, no last line end") << QByteArray("name,login\rA;b,c");
    }
    void theSeparatorIsTheHeadersOwn()
    {
        QFETCH(QByteArray, text);
        const auto rows = rowsOf(text);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().name, u"A;b"_s);
        QCOMPARE(rows.first().login, u"c"_s);
    }

    void quotedCellsHoldSeparatorsQuotesAndLineBreaks()
    {
        const auto rows = rowsOf("name,login\n\"Петрова, \"\"Аня\"\"\nИвановна\",anna\n\n,\nBoris 5\" disk,boris\n");
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].name, u"Петрова, \"Аня\" Ивановна"_s);
        QCOMPARE(rows[0].line, 2);
        QCOMPARE(rows[1].name, u"Boris 5\" disk"_s);
        QCOMPARE(rows[1].line, 6); // by the file's lines, not by its records
    }

    void whatIsWrongWithALineIsToldAtThatLine()
    {
        const auto rows = rowsOf("name,login\nA,a\n\"B\"x,b\nC,c,stray\nD,d,,\n\"E,e\nF,f\n");
        QCOMPARE(rows.size(), 5);
        QVERIFY(rows[0].unreadable.isEmpty());
        QCOMPARE(rows[1].line, 3);
        QVERIFY(rows[1].unreadable.startsWith(u"\"B\"x"_s));
        QCOMPARE(rows[2].unreadable, u"stray"_s);
        QVERIFY(rows[3].unreadable.isEmpty()); // empty cells beyond the headings are what spreadsheets write
        QCOMPARE(rows[4].line, 6);
        QVERIFY(rows[4].unreadable.startsWith(u"\"E,e"_s)); // the quote never ends
        QCOMPARE(rowsOf("name\n\"abc\"\"").first().unreadable.isEmpty(), false);
        QCOMPARE(rowsOf("name\n\"").first().unreadable.isEmpty(), false);
    }

    void otherEncodingsAreToldApart()
    {
        const QString text = u"name,login\nАнна,anna\n"_s;
        QByteArray utf16 = "\xFF\xFE";
        utf16 += QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(problemOf(utf16)->kind, Kind::Utf16);
        QCOMPARE(problemOf(utf16.sliced(2))->kind, Kind::Utf16); // without its mark, by the zeros
        const auto cp1251 = problemOf("name,login\nJohn,john\n\xC0\xED\xED\xE0,anna\n");
        QCOMPARE(cp1251->kind, Kind::NotUtf8);
        QCOMPARE(cp1251->line, 3);
        QCOMPARE(problemOf("name\n\xED\xA0\x80\n")->kind, Kind::NotUtf8); // half a surrogate pair
        QCOMPARE(problemOf("name\n\xF0\x9F")->line, 2);                   // cut
    }

    void headersThatCannotBeMeantAreRefused()
    {
        QCOMPARE(problemOf("")->kind, Kind::NoHeader);
        QCOMPARE(problemOf("\n\nname\n")->kind, Kind::NoHeader);
        QCOMPARE(problemOf("Фамилия;Имя\nПетрова;Анна\n")->kind, Kind::NoKnownColumn);
        QCOMPARE(problemOf("role,language\nviewer,ru\n")->kind, Kind::NoKnownColumn);
        const auto twice = problemOf("name,E-mail,email\n");
        QCOMPARE(twice->kind, Kind::ColumnTwice);
        QCOMPARE(twice->text, u"email"_s);
        const Result<PeopleCsv> other = readPeopleCsv("name,Phone,login\nAnna,123,anna\n");
        QVERIFY(other);
        QCOMPARE(other->ignoredColumns, QStringList{u"Phone"_s});
        QCOMPARE(other->rows.first().login, u"anna"_s);
    }

    void sizesAreBounded()
    {
        QByteArray many = "name\n";
        for (int line = 0; line < maxPeopleCsvLines; ++line)
            many += "A\n";
        QCOMPARE(rowsOf(many).size(), maxPeopleCsvLines);
        const Result<PeopleCsv> more = readPeopleCsv(many + "A\n");
        QCOMPARE(more.error().kind, ErrorKind::TooLarge);
        QCOMPARE(problemOf(many + "A\n")->line, maxPeopleCsvLines + 2);
        QCOMPARE(problemOf(QByteArray(maxPeopleCsvBytes + 1, 'a'))->kind, Kind::TooLarge);
        QCOMPARE(rowsOf("name\n" + QByteArray(5'000'000, ',')).first().unreadable.isEmpty(), false); // no millions of cells
        QCOMPARE(rowsOf("name\nA" + QByteArray(5'000, ',')).first().unreadable.isEmpty(), false);
    }

    void whatIsWrittenIsReadAgain()
    {
        QList<PeopleCsvRow> rows;
        PeopleCsvRow row;
        row.name = u"Анна \"Аня\", Петрова; и другие"_s;
        row.login = u"a.petrova"_s;
        row.email = u"anna@example.org"_s;
        row.role = u"moderator"_s;
        row.language = u"ru"_s;
        row.groups = {u"A|B"_s, u"C\\"_s, u"Кафедра 1"_s};
        row.externalIds = {u"Uni:gl-|42"_s};
        rows += row;
        for (const QString &name : {u"=1+1"_s, u"@Анна"_s, u"-"_s, u"+7 900"_s, u"\"=x"_s, u"a;=b"_s, u"שלום עולם"_s,
                                    QString(300, u'я'), u"O'Brien"_s}) {
            PeopleCsvRow other;
            other.name = name;
            rows += other;
        }
        const QByteArray csv = writePeopleCsv(rows);
        QVERIFY(csv.startsWith("name,login,email,role,language,groups,external_ids\r\n"));
        QVERIFY(csv.contains("\n'=1+1,"));
        QList<PeopleCsvRow> read = rowsOf(csv);
        QCOMPARE(read.size(), rows.size());
        for (qsizetype one = 0; one < rows.size(); ++one) {
            QCOMPARE(read[one].line, int(one) + 2);
            read[one].line = 0;
            QCOMPARE(read[one].name, rows[one].name);
            QVERIFY(read[one] == rows[one]);
        }
    }
};

QTEST_GUILESS_MAIN(TestPeopleCsv)
#include "tst_peoplecsv.moc"
