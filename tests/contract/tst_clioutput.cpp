#include "app/cli/celltext.h"
#include "app/cli/output.h"

#include <QJsonDocument>
#include <QTest>

using namespace letopis::cli;
using namespace Qt::Literals::StringLiterals;

namespace {
Grid sample()
{
    return {{{u"Title"_s, u"title"_s, false, true}, {u"Size"_s, u"sizeBytes"_s, true, false}},
            {{u"Лекция"_s, u"10"_s}, {u"日本語"_s, u"200"_s}}};
}
} // namespace

class TestCliOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostileTextCannotSteerATerminal_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("safe");
        QTest::newRow("harmless") << u"Лекция 1 «Ряды» 日本 👍"_s << u"Лекция 1 «Ряды» 日本 👍"_s;
        QTest::newRow("colours") << u"\u001B[31mred\u001B[0m"_s << u"\\u001B[31mred\\u001B[0m"_s;
        QTest::newRow("window title") << u"\u001B]0;x\u0007"_s << u"\\u001B]0;x\\u0007"_s;
        QTest::newRow("8-bit CSI") << u"\u009B2J"_s << u"\\u009B2J"_s;
        QTest::newRow("backspace and delete") << u"a\bb\u007F"_s << u"a\\u0008b\\u007F"_s;
        QTest::newRow("lines and tabs") << u"a\nb\tc\rd"_s << u"a b c d"_s;
        QTest::newRow("right-to-left override") << u"\u202Etxt.exe"_s << u"\\u202Etxt.exe"_s;
        QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\\u2066x\\u2069"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s) << u"a\\u0000b"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QString(QChar::ReplacementCharacter);
    }

    void hostileTextCannotSteerATerminal()
    {
        QFETCH(const QString, text);
        QTEST(terminalSafe(text), "safe");
    }

    void widthsAreThoseOfTerminals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("Latin") << u"abc"_s << 3;
        QTest::newRow("Cyrillic") << u"Лекция"_s << 6;
        QTest::newRow("combining") << u"é"_s.normalized(QString::NormalizationForm_D) << 1;
        QTest::newRow("Japanese") << u"日本語"_s << 6;
        QTest::newRow("Hangul") << u"한국"_s << 4;
        QTest::newRow("fullwidth") << u"ＡＢ"_s << 4;
        QTest::newRow("halfwidth") << u"ｱｲ"_s << 2;
        QTest::newRow("emoji") << u"👍"_s << 2;
        QTest::newRow("zero width joiner") << u"a\u200Db"_s << 2;
        QTest::newRow("beyond the BMP, wide") << u"𠀀"_s << 2;
        QTest::newRow("empty") << QString() << 0;
    }

    void widthsAreThoseOfTerminals()
    {
        QFETCH(const QString, text);
        QTEST(displayWidth(text), "width");
    }

    void cutTextFitsAndSaysSo()
    {
        QCOMPARE(elided(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(elided(u"abcdef"_s, 5), u"abcd…"_s);
        QCOMPARE(elided(u"日本語"_s, 5), u"日本…"_s);
        QCOMPARE(elided(u"日本語"_s, 4), u"日…"_s); // half a character is none
        QCOMPARE(displayWidth(elided(u"x日本語日本語"_s, 6)), 6);
    }

    void columnsOfATableAlign()
    {
        QCOMPARE(asTable(sample(), std::nullopt), u"Title   Size\nЛекция    10\n日本語   200\n"_s);
    }

    void aNarrowTerminalCutsTheColumnThatMayGiveWay()
    {
        Grid grid = sample();
        grid.rows += {QString(100, u'x'), u"123456789"_s};
        for (const QString &line : asTable(grid, 40).split(u'\n', Qt::SkipEmptyParts))
            QVERIFY2(displayWidth(line) <= 40, qPrintable(line));
        QVERIFY(asTable(grid, 40).contains(u"…"_s));
        QVERIFY(asTable(grid, 40).contains(u"123456789"_s));
        QVERIFY(asTable(grid, std::nullopt).contains(QString(100, u'x')));
    }

    void csvFollowsItsStandard_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("csv");
        QTest::newRow("plain") << u"Лекция"_s << QByteArray("Лекция");
        QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
        QTest::newRow("quote") << u"a \"b\""_s << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("line break") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s << QByteArray("'=cmd|' /C calc'!A0");
        QTest::newRow("formula with quotes") << u"=HYPERLINK(\"http://x\",\"y\")"_s
                                             << QByteArray("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        QTest::newRow("plus") << u"+1"_s << QByteArray("'+1");
        QTest::newRow("minus") << u"-1"_s << QByteArray("'-1");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("escape") << u"\u001B[2J"_s << QByteArray("\\u001B[2J");
        QTest::newRow("empty") << QString() << QByteArray();
    }

    void csvFollowsItsStandard()
    {
        QFETCH(const QString, cell);
        QFETCH(const QByteArray, csv);
        const Grid grid{{{{}, u"title"_s, false, false}}, {{cell}}};
        QCOMPARE(csvRows(grid), csv + "\r\n");
    }

    void csvNumbersStayNumbersAndTheHeadingHasKeys()
    {
        const Grid grid{{{u"Заголовок"_s, u"a"_s, true, false}, {{}, u"b"_s, false, false}}, {{u"-5"_s, u"x"_s}}};
        QCOMPARE(csvHeading(grid), QByteArray("a,b\r\n"));
        QCOMPARE(csvRows(grid), QByteArray("-5,x\r\n"));
    }

    void jsonKeepsEveryCharacterWithoutSteeringTheTerminal()
    {
        const QString hostile = u"\u001B[31m \u009B2J \u202Etxt \u007F \"q\" \\ \n Лекция 日本 👍"_s;
        const QByteArray line = asJsonLine({{u"title"_s, hostile}});
        for (const char32_t c : QString::fromUtf8(line).toUcs4())
            QVERIFY(c >= 0x20 && c != 0x7F && (c < 0x80 || c > 0x9F) && (c < 0x202A || c > 0x202E));
        QCOMPARE(QJsonDocument::fromJson(line)[u"title"_s].toString(), hostile);
    }
};

QTEST_APPLESS_MAIN(TestCliOutput)
#include "tst_clioutput.moc"
