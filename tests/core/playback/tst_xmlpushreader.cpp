#include "core/playback/cleantext.h"
#include "core/playback/xmlbytefilter.h"
#include "core/playback/xmlpushreader.h"

#include <QStringEncoder>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
// Writes what it hears as one line: "<a x=1>text</>".
class Recorder final : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        heard += "<" + QByteArray(name.data(), qsizetype(name.size()));
        if (const auto x = attributes.value("x"); !x.empty())
            heard += " x=" + QByteArray(x.data(), qsizetype(x.size()));
        heard += ">";
        ++starts;
    }
    void endElement() override { heard += "</>"; }
    void text(std::string_view piece) override
    {
        textBytes += qint64(piece.size());
        if (heard.size() < 10'000)
            heard.append(piece.data(), qsizetype(piece.size()));
    }
    std::optional<XmlResume> broken(const QString &reason, qint64 position) override
    {
        breaks.append(reason);
        positions.append(position);
        if (!resumes)
            return std::nullopt;
        heard += "!";
        return XmlResume{{"<item", "</list"}, "<list>"};
    }

    QByteArray heard;
    QStringList breaks;
    QList<qint64> positions;
    bool resumes = false;
    int starts = 0;
    qint64 textBytes = 0;
};

Result<> readInPieces(XmlPushReader &reader, const QByteArray &document, qsizetype piece)
{
    for (qsizetype at = 0; at < document.size(); at += piece) {
        if (auto fed = reader.feed(document.mid(at, piece)); !fed)
            return fed;
    }
    return reader.finish();
}
} // namespace

class TestXmlPushReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesOfAnySizeGiveTheSameDocument_data();
    void piecesOfAnySizeGiveTheSameDocument();
    void aDocumentCutAnywhereIsRefusedWithAPosition();
    void entitiesAreNotExpanded_data();
    void entitiesAreNotExpanded();
    void illegalBytesCostOneCharacter_data();
    void illegalBytesCostOneCharacter();
    void encodings_data();
    void encodings();
    void anIllFormedPieceCostsOnlyItself_data();
    void anIllFormedPieceCostsOnlyItself();
    void aHundredMegabyteAttributeIsRefusedInBoundedMemory();
    void aHundredMegabytesOfTextPassInPieces();
    void tooDeepNestingIsRefused();
    void tooManyBytesAreTooLarge();
    void anAbortFromAHandlerIsTheResult();
    void namesKeepTheirPrefix();
    void theFilterKeepsTheNumberOfBytes();
};

void TestXmlPushReader::piecesOfAnySizeGiveTheSameDocument_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 7, 64, 4096})
        QTest::addRow("%d bytes", piece) << piece;
}

void TestXmlPushReader::piecesOfAnySizeGiveTheSameDocument()
{
    QFETCH(const int, piece);
    const QByteArray document = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<list>"
                                "<item x=\"a&amp;b\">Пётр &lt;b&gt; &#x416;</item><![CDATA[<raw>]]><empty/></list>\n";
    Recorder recorder;
    XmlPushReader reader(recorder);
    QVERIFY(readInPieces(reader, document, piece));
    QCOMPARE(recorder.heard, QByteArray("<list><item x=a&b>Пётр <b> Ж</><raw><empty></></>"));
}

void TestXmlPushReader::aDocumentCutAnywhereIsRefusedWithAPosition()
{
    const QByteArray document = "<?xml version=\"1.0\"?><list><item x=\"1\">a</item><item>б</item></list>";
    for (qsizetype size = 0; size < document.size(); ++size) {
        Recorder recorder;
        XmlPushReader reader(recorder);
        const Result<> read = readInPieces(reader, document.left(size), 5);
        QVERIFY2(!read, qPrintable(QString::number(size)));
        QCOMPARE(read.error().kind, ErrorKind::BadAnswer);
        QVERIFY2(read.error().detail.contains(u"byte"_s), qPrintable(read.error().detail));
    }
}

void TestXmlPushReader::entitiesAreNotExpanded_data()
{
    QTest::addColumn<QByteArray>("document");
    QByteArray bomb = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        bomb += "<!ENTITY a" + QByteArray::number(i) + " \"&a" + QByteArray::number(i - 1) + ";&a"
            + QByteArray::number(i - 1) + ";\">";
    QTest::newRow("billion laughs") << bomb + "]><a>&a29;</a>";
    QTest::newRow("external file") << QByteArray("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
    QTest::newRow("external DTD") << QByteArray("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>");
    QTest::newRow("undeclared") << QByteArray("<a>&nbsp;</a>");
}

void TestXmlPushReader::entitiesAreNotExpanded()
{
    QFETCH(const QByteArray, document);
    Recorder recorder;
    XmlPushReader reader(recorder);
    const Result<> read = readInPieces(reader, document, 16);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadAnswer);
    QVERIFY(recorder.textBytes == 0);
}

void TestXmlPushReader::illegalBytesCostOneCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("heard");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a b");
    QTest::newRow("control characters") << QByteArray("a\x01\x1F\x0B" "b") << QByteArray("a   b");
    QTest::newRow("reference to NUL") << QByteArray("a&#0;b") << QByteArray("a    b");
    QTest::newRow("reference to U+0001") << QByteArray("a&#x1;b") << QByteArray("a     b");
    QTest::newRow("reference to a surrogate") << QByteArray("a&#xD800;b") << QByteArray("a        b");
    QTest::newRow("Latin-1 byte") << QByteArray("caf\xE9 x") << QByteArray("caf? x");
    QTest::newRow("overlong") << QByteArray("a\xC0\xAF" "b") << QByteArray("a??b");
    QTest::newRow("overlong, three bytes") << QByteArray("a\xE0\x80\xAF" "b") << QByteArray("a???b");
    QTest::newRow("encoded surrogate") << QByteArray("a\xED\xA0\x80" "b") << QByteArray("a???b");
    QTest::newRow("U+FFFF") << QByteArray("a\xEF\xBF\xBF" "b") << QByteArray("a???b");
    QTest::newRow("beyond Unicode") << QByteArray("a\xF4\x90\x80\x80" "b") << QByteArray("a????b");
    QTest::newRow("good ones stay") << QByteArray("Ж \xF0\x9F\x98\x80 &#x416;") << QByteArray("Ж \xF0\x9F\x98\x80 Ж");
}

void TestXmlPushReader::illegalBytesCostOneCharacter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, heard);
    for (const qsizetype piece : {1, 3, 1000}) {
        Recorder recorder;
        XmlPushReader reader(recorder);
        QVERIFY(readInPieces(reader, "<a>" + text + "</a>", piece));
        QCOMPARE(recorder.heard, "<a>" + heard + "</>");
    }
}

void TestXmlPushReader::encodings_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("heard"); // empty: refused
    const QString text = u"<a>Жé</a>"_s;
    QStringEncoder little(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16 LE with BOM") << QByteArray(little(text)) << QByteArray("<a>Жé</>");
    QStringEncoder big(QStringEncoder::Utf16BE, QStringEncoder::Flag::WriteBom);
    QTest::newRow("UTF-16 BE with BOM") << QByteArray(big(text)) << QByteArray("<a>Жé</>");
    QTest::newRow("UTF-16 that says UTF-8") << QByteArray(QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom)(
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>Ж</a>"_s)) << QByteArray("<a>Ж</>");
    QTest::newRow("ISO-8859-1") << QByteArray("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>") << QByteArray("<a>é</>");
    QTest::newRow("UTF-8 that says so") << QByteArray("<?xml version='1.0' encoding='utf-8'?><a>é</a>") << QByteArray("<a>é</>");
    QTest::newRow("blanks before the declaration") << QByteArray("\r\n <?xml version='1.0'?><a>é</a>") << QByteArray("<a>é</>");
    QTest::newRow("UTF-7") << QByteArray("<?xml version='1.0' encoding='UTF-7'?><a>+AOk-</a>") << QByteArray();
    QTest::newRow("EBCDIC") << QByteArray("\x4C\xA7\x94\x93\x6E") << QByteArray();
    QTest::newRow("an image") << QByteArray("\x89PNG\r\n\x1A\n") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestXmlPushReader::encodings()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QByteArray, heard);
    for (const qsizetype piece : {1, 3, 1000}) {
        Recorder recorder;
        XmlPushReader reader(recorder);
        const Result<> read = readInPieces(reader, document, piece);
        QCOMPARE(read.has_value(), !heard.isEmpty());
        if (read)
            QCOMPARE(recorder.heard, heard);
        else
            QCOMPARE(read.error().kind, ErrorKind::BadAnswer);
    }
}

void TestXmlPushReader::anIllFormedPieceCostsOnlyItself_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("wrong end tag") << QByteArray("<item><b></item>");
    QTest::newRow("undeclared entity") << QByteArray("<item>&nbsp;</item>");
    QTest::newRow("bare ampersand") << QByteArray("<item>A & B</item>");
    QTest::newRow("unquoted attribute") << QByteArray("<item x=1>z</item>");
    QTest::newRow("bad element name") << QByteArray("<item><1a/></item>");
    QTest::newRow("control character in a name") << QByteArray("<item><n\x01m>x</n\x01m></item>");
    QTest::newRow("attribute twice") << QByteArray("<item x='1' x='2'/>");
    QTest::newRow("long tag") << "<item x=\"" + QByteArray(400'000, 'x') + "\"/>";
    QTest::newRow("too deep") << QByteArray("<item>") + QByteArray("<d>").repeated(100) + QByteArray("</d>").repeated(100)
            + "</item>";
}

void TestXmlPushReader::anIllFormedPieceCostsOnlyItself()
{
    QFETCH(const QByteArray, bad);
    const QByteArray document = "<list><item>1</item>" + bad + "<item>2</item><item>3</item></list>";
    for (const qsizetype piece : {qsizetype(1), qsizetype(17), qsizetype(70'000), document.size()}) {
        if (bad.size() > 100'000 && piece < 1000)
            continue;
        Recorder recorder;
        recorder.resumes = true;
        XmlPushReader reader(recorder);
        const Result<> read = readInPieces(reader, document, piece);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(recorder.heard.startsWith("<list><item>1</>"));
        QVERIFY2(recorder.heard.endsWith("<item>2</><item>3</></>"), recorder.heard.right(100));
        QVERIFY(!recorder.breaks.isEmpty());
        QVERIFY(recorder.positions.first() >= 20 && recorder.positions.first() <= document.size());
    }
}

void TestXmlPushReader::aHundredMegabyteAttributeIsRefusedInBoundedMemory()
{
    Recorder recorder;
    XmlPushReader reader(recorder);
    const QByteArray piece(1 << 20, 'x');
    QVERIFY(reader.feed("<list><item x=\""));
    Result<> fed;
    int pieces = 0;
    for (; fed && pieces < 100; ++pieces)
        fed = reader.feed(piece);
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(pieces, 1); // long before it would have been kept
}

void TestXmlPushReader::aHundredMegabytesOfTextPassInPieces()
{
    Recorder recorder;
    XmlPushReader reader(recorder);
    const QByteArray piece(1 << 20, 'x');
    QVERIFY(reader.feed("<a>"));
    for (int i = 0; i < 100; ++i)
        QVERIFY(reader.feed(piece));
    QVERIFY(reader.feed("</a>"));
    QVERIFY(reader.finish());
    QCOMPARE(recorder.textBytes, qint64(100) << 20);
}

void TestXmlPushReader::tooDeepNestingIsRefused()
{
    Recorder recorder;
    XmlPushReader reader(recorder, {.maxDepth = 10});
    const Result<> read = readInPieces(reader, QByteArray("<a>").repeated(100'000), 4096);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(recorder.starts, 10);
}

void TestXmlPushReader::tooManyBytesAreTooLarge()
{
    Recorder recorder;
    XmlPushReader reader(recorder, {.maxBytes = 1000});
    QVERIFY(reader.feed(QByteArray("<a>") + QByteArray(900, 'x')));
    const Result<> fed = reader.feed(QByteArray(200, 'x'));
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, ErrorKind::TooLarge);
    QVERIFY(!reader.finish());
}

void TestXmlPushReader::anAbortFromAHandlerIsTheResult()
{
    class Aborting final : public XmlHandler
    {
    public:
        void startElement(std::string_view, const XmlAttributes &) override
        {
            ++calls;
            reader->abort({ErrorKind::DiskFull, {}, {}, {}});
        }
        void endElement() override { ++calls; }
        void text(std::string_view) override { ++calls; }
        XmlPushReader *reader = nullptr;
        int calls = 0;
    };
    Aborting handler;
    XmlPushReader reader(handler);
    handler.reader = &reader;
    const Result<> read = readInPieces(reader, "<a><b>x</b></a>" + QByteArray(1000, ' '), 400);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::DiskFull);
    QCOMPARE(handler.calls, 1);
}

void TestXmlPushReader::namesKeepTheirPrefix()
{
    Recorder recorder;
    XmlPushReader reader(recorder);
    QVERIFY(readInPieces(reader, "<a><bbb:origin>x</bbb:origin></a>", 4));
    QCOMPARE(recorder.heard, QByteArray("<a><bbb:origin>x</></>"));
}

void TestXmlPushReader::theFilterKeepsTheNumberOfBytes()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    all += "&#x0;&#12345678901234567890;&#xZZ;&#;&";
    QByteArray filtered = all;
    QCOMPARE(filterXmlBytes(filtered.data(), filtered.size(), true), all.size());
    QCOMPARE(filtered.size(), all.size());
    QByteArray again = filtered;
    filterXmlBytes(again.data(), again.size(), true);
    QCOMPARE(again, filtered);
}

QTEST_GUILESS_MAIN(TestXmlPushReader)
#include "tst_xmlpushreader.moc"
