#include "core/domain/servicefields.h"
#include "core/providers/bigbluebutton/apianswer.h"
#include "core/providers/bigbluebutton/checksum.h"
#include "core/providers/bigbluebutton/gzipwriter.h"
#include "core/providers/bigbluebutton/mediafiles.h"
#include "core/providers/bigbluebutton/savedanswer.h"
#include "core/providers/bigbluebutton/serverdisk.h"

#include <QBuffer>
#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

namespace {
const QByteArray id1 = QByteArray(40, 'a') + "-1700000000000";
const QByteArray id2 = QByteArray(40, 'b') + "-1700000000001";

QByteArray recording(const QByteArray &id, const QByteArray &inside = {})
{
    return "<recording><recordID>" + id + "</recordID>" + inside + "</recording>";
}

QByteArray answerWith(const QByteArray &recordings, const QByteArray &behind = {})
{
    return "<response><returncode>SUCCESS</returncode><recordings>" + recordings + "</recordings>" + behind + "</response>";
}

Result<SavedAnswer> read(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readSavedAnswer(buffer);
}

RecordingSnapshot onlyRecording(const QByteArray &inside)
{
    const auto saved = read(answerWith(recording(id1, inside)));
    return saved && saved->snapshots.size() == 1 ? saved->snapshots[0] : RecordingSnapshot();
}

QStringList idsOf(const SavedAnswer &saved)
{
    QStringList ids;
    for (const RecordingSnapshot &snapshot : saved.snapshots)
        ids.append(snapshot.externalId.left(1));
    return ids;
}
} // namespace

class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksumsMatchTheKnownVectors_data();
    void checksumsMatchTheKnownVectors();
    void whatIsHashedIsWhatIsSent();
    void aWholeRecordingIsRead();
    void statesAreMapped_data();
    void statesAreMapped();
    void textIsTrimmedAndUnescapedOnce();
    void everyFieldsMetadataIsUnescapedOnce();
    void onlyIsBreakoutMakesABreakoutRoom();
    void theDatabaseBackendsShapeIsRead();
    void theShapeOfOldRecordingsIsRead();
    void duplicateFormatsAreOne();
    void urlsOtherThanHttpAreDropped();
    void negativeNumbersAreUnknown();
    void metadataKeysKeepTheirSpelling();
    void aBadRecordingIsReportedByNameAndTheOthersArrive_data();
    void aBadRecordingIsReportedByNameAndTheOthersArrive();
    void hostileTextStaysText();
    void longValuesAreCutNotRefused();
    void noRecordingsIsNoError_data();
    void noRecordingsIsNoError();
    void bothShapesOfPagingAreUnderstood();
    void pagesReachTheSinkWhileReading();
    void aSinksErrorEndsTheReading();
    void refusalsAreUnderstood_data();
    void refusalsAreUnderstood();
    void otherAnswersAreBad_data();
    void otherAnswersAreBad();
    void anAnswerCutAnywhereIsRefused();
    void aFloodOfBadRecordingsEnds();
    void mediaComeFromTheServersOwnHost_data();
    void mediaComeFromTheServersOwnHost();
    void mediaAddressesOfTheFormats();
    void unsafeIdsNeverBecomePaths_data();
    void unsafeIdsNeverBecomePaths();
    void gzipRoundTrip();
};

void TestAnswers::checksumsMatchTheKnownVectors_data()
{
    QTest::addColumn<ChecksumAlgorithm>("algorithm");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("sha1") << ChecksumAlgorithm::Sha1 << QByteArray("1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17");
    QTest::newRow("sha256") << ChecksumAlgorithm::Sha256
                            << QByteArray("da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e");
    QTest::newRow("sha384") << ChecksumAlgorithm::Sha384
                            << QByteArray("891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d"
                                          "6e7b49a845cf29f5c6019c7d29d029d1");
    QTest::newRow("sha512") << ChecksumAlgorithm::Sha512
                            << QByteArray("de73ad61d11a5c801b68d4bd6ec5248546085cefb0b25c85f3c46249ea93a3a4"
                                          "b120f92c0a8a58d7512cb77821884951a3b01245f3435dbbef49fff3cc3988b4");
}

void TestAnswers::checksumsMatchTheKnownVectors()
{
    QFETCH(const ChecksumAlgorithm, algorithm);
    QFETCH(const QByteArray, hex);
    ApiQuery query;
    query.add("name", u"Test Meeting").add("meetingID", u"abc123").add("attendeePW", u"111222").add("moderatorPW", u"333444");
    QCOMPARE(query.bytes(), QByteArray("name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444"));
    QCOMPARE(apiChecksum(algorithm, "create", query.bytes(), SecretText("639259d4-9dd8-4b25-bf01-95f9567eaf4b")), hex);
}

void TestAnswers::whatIsHashedIsWhatIsSent()
{
    ApiQuery query;
    query.add("meta_x", u"Ж + 100% & #?/=,;\"'<>~é😀");
    const auto url = signedUrl(QUrl(u"https://host/bigbluebutton/api/"_s), "getRecordings", query, ChecksumAlgorithm::Sha1,
                               SecretText("s"));
    QVERIFY(url);
    const QByteArray sent = url->toEncoded();
    const QByteArray checksum = apiChecksum(ChecksumAlgorithm::Sha1, "getRecordings", query.bytes(), SecretText("s"));
    QCOMPARE(sent, "https://host/bigbluebutton/api/getRecordings?" + query.bytes() + "&checksum=" + checksum);
    QVERIFY(!query.bytes().contains(' ') && !query.bytes().contains('#') && query.bytes().contains("%2B"));
    const auto empty = signedUrl(QUrl(u"https://host/api/"_s), "getMeetings", {}, ChecksumAlgorithm::Sha1, SecretText("s"));
    QCOMPARE(empty->query(), u"checksum="_s + QString::fromLatin1(apiChecksum(ChecksumAlgorithm::Sha1, "getMeetings", "", SecretText("s"))));
}

void TestAnswers::aWholeRecordingIsRead()
{
    const RecordingSnapshot s = onlyRecording(R"(<meetingID>room 1</meetingID><internalMeetingID>int-1</internalMeetingID>
        <name>Лекция</name><isBreakout>false</isBreakout><published>true</published><state>published</state>
        <startTime>1700000000000</startTime><endTime>1700000600000</endTime><participants>7</participants><rawSize>900</rawSize>
        <metadata><gl-listed>false</gl-listed><empty><![CDATA[]]></empty></metadata><size>500</size>
        <breakoutRooms><breakoutRoom>r1</breakoutRoom><breakoutRoom>r2</breakoutRoom></breakoutRooms>
        <playback><format><type>presentation</type><url>https://h/p</url><processingTime>15</processingTime><length>2</length>
        <size>321</size><preview><images><image height="136" width="176" alt="">https://h/t.png</image></images></preview></format>
        <format><type>video</type><url>https://h/v</url><length>0</length></format></playback>
        <data><format><type>statistics</type><url>https://h/s</url></format></data>)");
    QCOMPARE(s.meetingId, u"room 1"_s);
    QCOMPARE(s.internalMeetingId, u"int-1"_s);
    QCOMPARE(s.name, u"Лекция"_s);
    QCOMPARE(s.startedAtMs, 1700000000000);
    QCOMPARE(s.endedAtMs, 1700000600000);
    QCOMPARE(s.participantCount, 7);
    QCOMPARE(s.rawSizeBytes, 900);
    QCOMPARE(s.metadata.size(), 2);
    QCOMPARE(s.breakoutRoomIds, (QStringList{u"r1"_s, u"r2"_s}));
    QCOMPARE(s.formats.size(), 2);
    QCOMPARE(s.formats[0].durationMs, 120'000);
    QCOMPARE(s.formats[0].sizeBytes, 321);
    QCOMPARE(s.formats[0].processingMs, 15);
    QCOMPARE(s.formats[0].previews[0].width, 176);
    QCOMPARE(s.formats[1].durationMs, 0);
    QCOMPARE(s.formats[1].sizeBytes, -1);
}

void TestAnswers::statesAreMapped_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<PublicationState>("state");
    for (const auto state : {PublicationState::Processing, PublicationState::Processed, PublicationState::Published,
                             PublicationState::Unpublished, PublicationState::Deleted})
        QTest::newRow(qPrintable(publicationStateName(state)))
            << "<published>false</published><state> " + publicationStateName(state).toLatin1() + "\n</state>" << state;
    QTest::newRow("unknown, published") << QByteArray("<state>unknown</state><published>true</published>") << PublicationState::Published;
    QTest::newRow("available, unpublished") << QByteArray("<state>available</state><published>false</published>") << PublicationState::Unpublished;
    QTest::newRow("missing") << QByteArray() << PublicationState::Published;
    QTest::newRow("our own word") << QByteArray("<state>gone</state>") << PublicationState::Published;
}

void TestAnswers::statesAreMapped()
{
    QFETCH(const QByteArray, inside);
    QFETCH(const PublicationState, state);
    QCOMPARE(onlyRecording(inside).state, state);
}

void TestAnswers::textIsTrimmedAndUnescapedOnce()
{
    const RecordingSnapshot s = onlyRecording("<name>\n  Let&amp;#39;s &amp;amp; go &amp;nbsp; \n</name><metadata><Name>A &amp;lt;b&amp;gt;"
                                              "</Name><url-like> a&amp;amp;b </url-like></metadata>");
    QCOMPARE(s.name, u"Let's & go &nbsp;"_s);
    QCOMPARE(metadataValue(s.metadata, u"name"), u"A <b>"_s);
    QCOMPARE(metadataValue(s.metadata, u"url-like"), u"a&amp;b"_s);
    QCOMPARE(shownTitle(s.name, s.metadata), u"A <b>"_s);
}

void TestAnswers::everyFieldsMetadataIsUnescapedOnce()
{
    const RecordingSnapshot s = onlyRecording("<metadata><bbb-recording-tags>R&amp;amp;D</bbb-recording-tags>"
                                              "<letopis-owner>Smith &amp;amp; Sons</letopis-owner>"
                                              "<letopis-field-room>A&amp;amp;B</letopis-field-room></metadata>");
    const FieldValues fields = fieldsFromMetadata(s.name, s.metadata);
    QCOMPARE(fields.value(field::tags), u"R&D"_s);
    QCOMPARE(fields.value(field::owner), u"Smith & Sons"_s);
    QCOMPARE(fields.value(u"custom.room"_s), u"A&B"_s);
}

void TestAnswers::onlyIsBreakoutMakesABreakoutRoom()
{
    RecordingSnapshot s = onlyRecording("<isBreakout>false</isBreakout><breakout><parentId>unknown</parentId><sequence>0</sequence></breakout>");
    QVERIFY(!s.isBreakout && s.breakoutParentId.isEmpty());
    s = onlyRecording("<isBreakout>true</isBreakout><breakout><parentId>p-1</parentId><sequence>2</sequence></breakout>");
    QVERIFY(s.isBreakout);
    QCOMPARE(s.breakoutParentId, u"p-1"_s);
    s = onlyRecording("<metadata><isBreakout>true</isBreakout></metadata>"); // Scalelite has no element for it
    QVERIFY(s.isBreakout);
}

void TestAnswers::theDatabaseBackendsShapeIsRead()
{
    const auto saved = read(answerWith("<recording><record_id>" + id1 + "</record_id><meeting_id>room</meeting_id><name>N</name>"
        "<start_time>1700000000000</start_time><end_time>1700000060000</end_time><raw_size>5</raw_size><meta><a>1</a></meta>"
        "<playback><format>presentation</format><link>https://h/p</link><processing_time>3</processing_time><duration>59999</duration>"
        "<size>7</size></playback></recording>"));
    QVERIFY(saved);
    QCOMPARE(saved->snapshots.size(), size_t(1));
    const RecordingSnapshot &s = saved->snapshots[0];
    QCOMPARE(s.meetingId, u"room"_s);
    QCOMPARE(s.startedAtMs, 1700000000000);
    QCOMPARE(metadataValue(s.metadata, u"a"), u"1"_s);
    QCOMPARE(s.formats.size(), 1);
    QCOMPARE(s.formats[0].type, u"presentation"_s);
    QCOMPARE(s.formats[0].durationMs, 59'999);
    QCOMPARE(s.formats[0].sizeBytes, 7);
}

void TestAnswers::theShapeOfOldRecordingsIsRead()
{
    const RecordingSnapshot s = onlyRecording("<meetingID>" + id1 + "</meetingID><name>unknown</name><metadata><meetingId>room 9</meetingId>"
                                              "<meetingName>Old talk</meetingName></metadata>");
    QCOMPARE(s.meetingId, u"room 9"_s);
    QCOMPARE(s.name, u"Old talk"_s);
}

void TestAnswers::duplicateFormatsAreOne()
{
    const QByteArray format = "<format><type>video</type><url> https://h/v </url></format>";
    const RecordingSnapshot s = onlyRecording("<playback>" + format + format
        + "<format><type>video</type><url>https://h/other</url></format><format><url>https://h/untyped</url></format></playback>");
    QCOMPARE(s.formats.size(), 2);
}

void TestAnswers::urlsOtherThanHttpAreDropped()
{
    for (const char *url : {"file:///etc/passwd", "javascript:alert(1)", "ftp://h/x", "//h/x", "https:///x", "http", "../x", "data:,x",
                                  "httpx://h/x"}) {
        const RecordingSnapshot s = onlyRecording("<playback><format><type>video</type><url>" + QByteArray(url)
            + "</url><preview><images><image>" + url + "</image></images></preview></format></playback>");
        QVERIFY2(s.formats.size() == 1 && s.formats[0].url.isEmpty() && s.formats[0].previews.isEmpty(), url);
    }
}

void TestAnswers::negativeNumbersAreUnknown()
{
    const RecordingSnapshot s = onlyRecording("<participants>-3</participants><rawSize>-1</rawSize><playback><format><type>video</type>"
        "<size>-9223372036854775808</size><length>-5</length><processingTime>1e9</processingTime></format></playback>");
    QCOMPARE(s.participantCount, -1);
    QCOMPARE(s.rawSizeBytes, -1);
    QCOMPARE(s.formats[0].sizeBytes, -1);
    QCOMPARE(s.formats[0].durationMs, -1);
    QCOMPARE(s.formats[0].processingMs, -1);
}

void TestAnswers::metadataKeysKeepTheirSpelling()
{
    const RecordingSnapshot s = onlyRecording("<metadata><meeting-Name>1</meeting-Name><bbb:origin>2</bbb:origin><deep><er>3</er></deep></metadata>");
    QCOMPARE(s.metadata, (Metadata{{u"meeting-Name"_s, u"1"_s}, {u"bbb:origin"_s, u"2"_s}, {u"deep"_s, QString()}}));
}

void TestAnswers::aBadRecordingIsReportedByNameAndTheOthersArrive_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("name");
    const QString id = QString::fromLatin1(id2);
    QTest::newRow("wrong end tag") << "<recording><recordID>" + id2 + "</recordID><name>x</nam></recording>" << id;
    QTest::newRow("undeclared entity") << recording(id2, "<name>&nbsp;</name>") << id;
    QTest::newRow("bare ampersand") << recording(id2, "<name>A & B</name>") << id;
    QTest::newRow("huge attribute") << recording(id2, "<name x=\"" + QByteArray(3'000'000, 'x') + "\"/>") << id;
    QTest::newRow("too deep") << recording(id2, QByteArray("<d>").repeated(200) + QByteArray("</d>").repeated(200)) << id;
    QTest::newRow("start out of range") << recording(id2, "<startTime>99999999999999999</startTime>") << id;
    QTest::newRow("start before 1970") << recording(id2, "<startTime>-1</startTime>") << id;
    QTest::newRow("start is a word") << recording(id2, "<startTime>yesterday</startTime>") << id;
    QTest::newRow("end beyond 64 bits") << recording(id2, "<endTime>99999999999999999999999999</endTime>") << id;
    QTest::newRow("no id") << QByteArray("<recording><name>Nameless</name></recording>") << u"Nameless"_s;
    QTest::newRow("no id, no name") << QByteArray("<recording/>") << u"recording number 2 of the answer"_s;
    QTest::newRow("id that walks") << recording("../../etc/passwd") << u"../../etc/passwd"_s;
    QTest::newRow("id with a slash") << recording("a/b") << u"a/b"_s;
    QTest::newRow("id with a blank") << recording("a b") << u"a b"_s;
    QTest::newRow("id too long") << recording(QByteArray(5000, 'x')) << QString(255, u'x');
}

void TestAnswers::aBadRecordingIsReportedByNameAndTheOthersArrive()
{
    QFETCH(const QByteArray, bad);
    QFETCH(const QString, name);
    const auto saved = read(answerWith(recording("1", "<name>first</name>") + bad + recording("3") + recording("4"),
                                       "<totalElements>4</totalElements>"));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QCOMPARE(idsOf(*saved), (QStringList{u"1"_s, u"3"_s, u"4"_s}));
    QCOMPARE(saved->problems.size(), 1);
    QCOMPARE(saved->problems[0].externalId, name);
    QVERIFY(!saved->problems[0].reason.isEmpty());
}

void TestAnswers::hostileTextStaysText()
{
    const RecordingSnapshot s = onlyRecording("<name>&lt;script&gt;\0\x01\x1B[31m\xE2\x80\xAE\xD7\x90 .. &#0;\xFF x</name>"_ba);
    QCOMPARE(s.name, u"<script>   [31m\u202E\u05D0 ..     ? x"_s);
}

void TestAnswers::longValuesAreCutNotRefused()
{
    const QByteArray megabyte(1 << 20, 'x');
    const RecordingSnapshot s = onlyRecording("<name>" + megabyte + "</name><metadata><k>" + megabyte + "</k></metadata><playback><format><type>"
                                              "video</type><url>https://h/" + megabyte + "</url></format></playback>");
    QCOMPARE(s.name.size(), 1000);
    QCOMPARE(s.metadata[0].second.size(), 8192);
    QVERIFY(s.formats[0].url.isEmpty());
}

void TestAnswers::noRecordingsIsNoError_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("empty list") << QByteArray("<recordings></recordings><messageKey>noRecordings</messageKey>");
    QTest::newRow("no list") << QByteArray("<messageKey>noRecordings</messageKey><message>There are no recordings</message>");
    QTest::newRow("a blank in the list") << QByteArray("<recordings> </recordings>");
}

void TestAnswers::noRecordingsIsNoError()
{
    QFETCH(const QByteArray, inside);
    const auto saved = read("<response><returncode>SUCCESS</returncode>" + inside + "</response>");
    QVERIFY(saved);
    QVERIFY(saved->snapshots.empty() && saved->problems.isEmpty());
}

void TestAnswers::bothShapesOfPagingAreUnderstood()
{
    for (const QByteArray &behind : {QByteArray("<totalElements> 250 </totalElements>"),
             QByteArray("<pagination><pageable><offset>0</offset><limit>50</limit></pageable><totalElements>250</totalElements></pagination>")}) {
        ApiAnswerReader reader;
        QVERIFY(reader.feed(answerWith(recording("1", "<totalElements>7</totalElements>"), behind)));
        QVERIFY(reader.finish());
        QCOMPARE(reader.answer().totalElements, std::optional<qint64>(250));
        QCOMPARE(reader.answer().pageLimit, behind.contains("limit") ? 50 : -1);
    }
    ApiAnswerReader negative;
    QVERIFY(negative.feed(answerWith({}, "<totalElements>-1</totalElements>")));
    QVERIFY(negative.finish());
    QVERIFY(!negative.answer().totalElements);
}

void TestAnswers::pagesReachTheSinkWhileReading()
{
    std::vector<size_t> pages;
    ApiAnswerReader reader([&pages](std::vector<RecordingSnapshot> page) -> Result<> {
        pages.push_back(page.size());
        return {};
    }, 10);
    QVERIFY(reader.feed("<response><returncode>SUCCESS</returncode><recordings>"));
    for (int i = 0; i < 25; ++i)
        QVERIFY(reader.feed(recording(QByteArray::number(i))));
    QCOMPARE(pages.size(), size_t(2));
    QVERIFY(reader.feed("</recordings></response>"));
    QVERIFY(reader.finish());
    QCOMPARE(pages, (std::vector<size_t>{10, 10, 5}));
    QCOMPARE(reader.recordings(), 25);
}

void TestAnswers::aSinksErrorEndsTheReading()
{
    int calls = 0;
    ApiAnswerReader reader([&calls](std::vector<RecordingSnapshot>) -> Result<> {
        ++calls;
        return Error{ErrorKind::DiskFull, {}, {}, {}};
    }, 1);
    const Result<> fed = reader.feed(answerWith(recording(id1) + recording(id2) + QByteArray(1000, ' ')));
    QVERIFY(!fed);
    QCOMPARE(fed.error().kind, ErrorKind::DiskFull);
    QCOMPARE(calls, 1);
}

void TestAnswers::refusalsAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("detail");
    QTest::newRow("usual") << QByteArray("<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey>"
                                         "<message>You did not pass the checksum</message></response>")
                           << u"checksumError: You did not pass the checksum"_s;
    QTest::newRow("list of errors") << QByteArray("<response><returncode>FAILED</returncode><errors><error><key>recordingNotFound</key>"
                                                  "<message>none</message></error></errors></response>") << u"recordingNotFound: none"_s;
    QTest::newRow("list with attributes") << QByteArray("<response><returncode>FAILED</returncode><errors><error key=\"MissingParam\" "
                                                        "message=\"none\"/></errors></response>") << u"MissingParam: none"_s;
    QTest::newRow("message only") << QByteArray("<response><returncode>FAILED</returncode><message>no</message></response>") << u": no"_s;
    QTest::newRow("JSON") << QByteArray("{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"checksumError\",\"message\":\"no\"}}")
                          << u"checksumError: no"_s;
}

void TestAnswers::refusalsAreUnderstood()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, detail);
    const auto saved = read(answer);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::ServerRefused);
    QCOMPARE(saved.error().detail, detail);
}

void TestAnswers::otherAnswersAreBad_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("HTML") << QByteArray("<html><head><title>502 Bad Gateway</title></head></html>");
    QTest::newRow("HTML with a document type") << QByteArray("<!DOCTYPE html>\n<html><body>Log in<br></body></html>");
    QTest::newRow("words") << QByteArray("upstream connect error");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another root") << QByteArray("<rss/>");
    QTest::newRow("no return code") << QByteArray("<response/>");
    QTest::newRow("JSON of another kind") << QByteArray("{\"status\":500}");
    QTest::newRow("entity bomb") << QByteArray("<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><response>&b;</response>");
}

void TestAnswers::otherAnswersAreBad()
{
    QFETCH(const QByteArray, answer);
    ApiAnswerReader reader;
    const Result<> fed = reader.feed(answer);
    const Result<> finished = reader.finish();
    QVERIFY(!fed || !finished);
    QCOMPARE((fed ? finished : fed).error().kind, ErrorKind::BadAnswer);
    QVERIFY(!read(answer));
}

void TestAnswers::anAnswerCutAnywhereIsRefused()
{
    const QByteArray whole = answerWith(recording(id1, "<name>Имя &amp; &#x416;</name>") + recording(id2), "<totalElements>2</totalElements>");
    for (qsizetype size = 0; size < whole.size(); ++size) {
        ApiAnswerReader reader;
        const Result<> fed = reader.feed(whole.left(size));
        QVERIFY2(!fed || !reader.finish(), qPrintable(QString::number(size)));
    }
}

void TestAnswers::aFloodOfBadRecordingsEnds()
{
    ApiAnswerReader reader;
    QVERIFY(reader.feed("<response><returncode>SUCCESS</returncode><recordings>"));
    Result<> fed;
    for (int i = 0; fed && i < 5000; ++i)
        fed = reader.feed(recording("a/b"));
    QVERIFY(!fed);
    QCOMPARE(reader.problems().size(), 1000);
}

void TestAnswers::mediaComeFromTheServersOwnHost_data()
{
    QTest::addColumn<QString>("playback");
    QTest::addColumn<QString>("origin"); // empty: refused
    QTest::newRow("own") << u"https://bbb.example.org/playback/video/x/"_s << u"https://bbb.example.org"_s;
    QTest::newRow("own, another case") << u"https://BBB.example.org/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("http is lifted to https") << u"http://bbb.example.org/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("10.7.7.1") << u"https://10.7.7.1/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("192.168") << u"http://192.168.1.9:8080/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("172.20") << u"http://172.20.0.9/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("localhost") << u"http://localhost/x"_s << u"https://bbb.example.org"_s;
    QTest::newRow("no URL") << QString() << u"https://bbb.example.org"_s;
    QTest::newRow("foreign") << u"https://evil.example.com/x"_s << QString();
    QTest::newRow("foreign address") << u"https://8.8.8.8/x"_s << QString();
    QTest::newRow("172.32 is public") << u"https://172.32.0.1/x"_s << QString();
}

void TestAnswers::mediaComeFromTheServersOwnHost()
{
    QFETCH(const QString, playback);
    QFETCH(const QString, origin);
    const auto result = mediaOrigin(QUrl(u"https://bbb.example.org/bigbluebutton/api/"_s), QUrl(playback));
    QCOMPARE(result.has_value(), !origin.isEmpty());
    if (result)
        QCOMPARE(result->toString(), origin);
    else
        QCOMPARE(result.error().kind, ErrorKind::PermissionDenied);
}

void TestAnswers::mediaAddressesOfTheFormats()
{
    const QUrl origin(u"https://h"_s);
    const auto paths = [&origin](const QString &type, const QString &url) {
        PlaybackFormat format;
        format.type = type;
        format.url = QUrl(url);
        QStringList list;
        for (const QUrl &candidate : mediaCandidates(origin, u"id-1"_s, format))
            list.append(candidate.toString());
        return list;
    };
    QCOMPARE(paths(u"video"_s, u"https://h/playback/video/id-1/"_s).first(), u"https://h/playback/video/id-1/video-0.m4v"_s);
    QCOMPARE(paths(u"podcast"_s, u"https://old/podcast/id-1/audio.ogg"_s), QStringList{u"https://h/podcast/id-1/audio.ogg"_s});
    QCOMPARE(paths(u"video"_s, u"https://10.7.7.1/presentation/id-1/meeting.mp4?x=1"_s).first(),
             u"https://h/presentation/id-1/meeting.mp4?x=1"_s);
    QCOMPARE(paths(u"presentation"_s, u"https://h/playback/presentation/2.3/id-1"_s).size(), 4);
    QVERIFY(paths(u"notes"_s, u"https://h/notes/id-1/notes.pdf"_s).isEmpty());
}

void TestAnswers::unsafeIdsNeverBecomePaths_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isSafe");
    QTest::newRow("usual") << QString::fromLatin1(id1) << true;
    QTest::newRow("UUID of 2011") << u"1b199e88-7df7-4842-a5f1-0e84b781c5c8"_s << true;
    for (const QString &id : {u""_s, u".."_s, u"."_s, u"a/b"_s, u"../x"_s, u"a\\b"_s, u"a b"_s, u"-rf"_s, u"a\nb"_s, u"a\n"_s, u"a;b"_s,
                              u"$(x)"_s, u"a*"_s, u"а"_s, QString(201, u'a'), u"a\0b"_s, u"~"_s, u"a.b"_s})
        QTest::newRow(qPrintable(u"\"%1\""_s.arg(id.left(10)))) << id << false;
}

void TestAnswers::unsafeIdsNeverBecomePaths()
{
    QFETCH(const QString, id);
    QFETCH(const bool, isSafe);
    QCOMPARE(isSafeDirectoryName(id), isSafe);
}

void TestAnswers::gzipRoundTrip()
{
    QByteArray text;
    for (int i = 0; i < 20'000; ++i)
        text += "<event timestamp=\"" + QByteArray::number(i * 7919) + "\"/>";
    GzipWriter writer;
    for (qsizetype at = 0; at < text.size(); at += 1000)
        writer.write(QByteArrayView(text).sliced(at, std::min<qsizetype>(1000, text.size() - at)));
    const QByteArray gzip = writer.finish();
    QVERIFY(gzip.startsWith("\x1F\x8B") && gzip.size() * 3 < text.size());
    // The last four bytes are the length of what went in.
    quint32 length = 0;
    for (int i = 0; i < 4; ++i)
        length |= quint32(quint8(gzip[gzip.size() - 4 + i])) << (8 * i);
    QCOMPARE(qsizetype(length), text.size());
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_bigbluebutton_answers.moc"
