#include "core/base/plaintext.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void controlsBecomeVisible()
    {
        QCOMPARE(visibleControls(u"a\x1b[31mb\u202Ec"_s), u"a\\u001B[31mb\\u202Ec"_s);
        QCOMPARE(visibleControls(u"a\nb\tc"_s), u"a b c"_s);
        QCOMPARE(visibleControls(u"a\nb\rc"_s, true), u"a\nb c"_s);
        QCOMPARE(visibleControls(QString(QChar(0xD800))), u"\uFFFD"_s);
    }

    void noCellIsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("equals") << u"=1+1"_s << QByteArray("'=1+1");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("tab before it") << u"\t=1+1"_s << QByteArray(" '=1+1");
        QTest::newRow("full-width") << u"\uFF1D1+1"_s << u"'\uFF1D1+1"_s.toUtf8();
        QTest::newRow("after a line break") << u"a\n=1+1"_s << QByteArray("\"a\n'=1+1\"");
        QTest::newRow("after a semicolon") << u"a;=1+1"_s << QByteArray("\"a;'=1+1\"");
        QTest::newRow("hidden by a quote") << u"\"=1+1"_s << QByteArray("\"\"\"'=1+1\"");
        QTest::newRow("a name") << u"O'Neil-Smith, Ann"_s << QByteArray("\"O'Neil-Smith, Ann\"");
        QTest::newRow("an address") << u"ann@example.org"_s << QByteArray("ann@example.org");
    }

    void noCellIsAFormula()
    {
        QFETCH(const QString, text);
        QTEST(csvCell(text), "cell");
    }

    void numbersStayNumbers()
    {
        QCOMPARE(csvCell(u"-5"_s, true), QByteArray("-5"));
    }
};

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
