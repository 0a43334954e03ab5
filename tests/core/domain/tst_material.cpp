#include "core/domain/material.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestMaterial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNamesAreMadeSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"Отчёт.pdf"_s << u"Отчёт.pdf"_s;
        QTest::newRow("path") << u"../../etc/passwd"_s << u"_.._etc_passwd"_s;
        QTest::newRow("windows path") << u"C:\\x\\y.txt"_s << u"C__x_y.txt"_s;
        QTest::newRow("dots") << u".."_s << u"file"_s;
        QTest::newRow("empty") << u""_s << u"file"_s;
        QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
        QTest::newRow("trailing dot") << u"a.txt. "_s << u"a.txt"_s;
        QTest::newRow("reserved") << u"con.txt"_s << u"_con.txt"_s;
        QTest::newRow("reserved port") << u"LPT1"_s << u"_LPT1"_s;
        QTest::newRow("not reserved") << u"console.txt"_s << u"console.txt"_s;
        QTest::newRow("right to left override") << u"invoice\u202efdp.exe"_s << u"invoicefdp.exe"_s;
        QTest::newRow("nul") << u"a"_s + QChar(0) + u"b"_s << u"a_b"_s;
        QTest::newRow("line break") << u"a\nb"_s << u"a_b"_s;
    }

    void fileNamesAreMadeSafe()
    {
        QFETCH(QString, name);
        QTEST(safeFileName(name), "safe");
    }

    void aLongNameKeepsItsEndingAndWholeCharacters()
    {
        const QString name = safeFileName(QString(300, u'щ') + u".pdf"_s);
        QVERIFY(name.toUtf8().size() <= 200);
        QVERIFY(name.endsWith(u".pdf"_s));
        const QString emoji = safeFileName(u"😀"_s.repeated(100));
        QVERIFY(emoji.toUtf8().size() <= 200);
        QCOMPARE(QString::fromUtf8(emoji.toUtf8()), emoji);
        QVERIFY(!emoji.back().isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(TestMaterial)
#include "tst_material.moc"
