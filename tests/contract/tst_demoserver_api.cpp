#include "tests/contract/demoserverclient.h"
#include "tests/support/democonference.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace letopis;
using namespace letopis::test;

namespace {

demo::Options options(int recordings)
{
    demo::Options options = DemoConference::defaultOptions(recordings);
    options.media = demo::Media::None;
    options.sshd = false;
    options.seed = 7;
    return options;
}

QByteArray joined(const QStringList &ids)
{
    return ids.join(u","_s).toLatin1();
}

} // namespace

class tst_DemoServerApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksumsAgreeWithThePublishedVectors_data();
    void checksumsAgreeWithThePublishedVectors();
    void theVersionNeedsNoChecksum();
    void everyAlgorithmIsToldByItsLength_data();
    void everyAlgorithmIsToldByItsLength();
    void anUnsupportedAlgorithmLooksLikeAWrongSecret();
    void theQueryIsHashedAsItWasSent();
    void aParameterGivenTwiceIsAChecksumError();
    void whatIsMissingIsNamedBeforeTheChecksumIsCompared();
    void postedBodiesNeedAFormsContentType();
    void publishingIsRefusedOverPost();
    void withoutStatesThePublishedAndUnpublishedAreListed();
    void everyStateIsListedUnderAny();
    void nothingFoundIsASuccess();
    void aRecordIdIsAPrefix();
    void aMeetingIdIsDecodedTwice();
    void metaFiltersKnowWildcards();
    void pagesSliceDirectoriesAndTogetherHoldEverything();
    void aPageIsNeverLargerThanAHundred();
    void theRepairedServerPagesRecordings();
    void anOldServerIgnoresPaging();
    void fetchingAllCanBeForbidden();
    void unpublishingMovesTheFilesAndRewritesTheMetadata();
    void deletingMovesAndASecondTimeFindsNothing();
    void updatingLowersKeysAndEmptyRemoves();
    void changesReachRecordingsWithoutFiles();
    void textTracksOpenOnce();
    void textTrackErrorsAreJson();
    void scaleliteDiffers();
    void hostileRecordingsStayWellFormed();
    void aNewRecordingAppears();
    void theSameSeedGivesTheSameRecordings();
};

void tst_DemoServerApi::checksumsAgreeWithThePublishedVectors_data()
{
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("sha1") << QByteArray("1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17");
    QTest::newRow("sha256") << QByteArray("da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e");
    QTest::newRow("sha384") << QByteArray(
        "891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d6e7b49a845cf29f5c6019c7d29d029d1");
    QTest::newRow("sha512") << QByteArray("de73ad61d11a5c801b68d4bd6ec5248546085cefb0b25c85f3c46249ea93a3a4"
                                          "b120f92c0a8a58d7512cb77821884951a3b01245f3435dbbef49fff3cc3988b4");
}

void tst_DemoServerApi::checksumsAgreeWithThePublishedVectors()
{
    QFETCH(QByteArray, sum);
    const QByteArray query = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
    const QByteArray secret = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    QCOMPARE(demo::checksumAlgorithm(sum), QByteArray(QTest::currentDataTag()));
    QVERIFY(demo::isChecksumRight(sum, "create", query + "&checksum=" + sum, secret, {QTest::currentDataTag()}));
    QVERIFY(!demo::isChecksumRight(sum, "create", query + "+&checksum=" + sum, secret, {QTest::currentDataTag()}));
}

void tst_DemoServerApi::theVersionNeedsNoChecksum()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(1)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    for (const char *path : {"/bigbluebutton/api", "/bigbluebutton/api/"}) {
        const Reply reply = client.get(path);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.headers.value("content-type").startsWith("text/xml"));
        QCOMPARE(text(reply.body, u"returncode"_s), u"SUCCESS"_s);
        QCOMPARE(text(reply.body, u"apiVersion"_s), u"2.0"_s);
    }
}

void tst_DemoServerApi::everyAlgorithmIsToldByItsLength_data()
{
    QTest::addColumn<bool>("supported");
    QTest::newRow("sha1") << true;
    QTest::newRow("sha256") << true;
    QTest::newRow("sha384") << true;
    QTest::newRow("sha512") << true;
    QTest::newRow("md5") << false;
}

void tst_DemoServerApi::everyAlgorithmIsToldByItsLength()
{
    QFETCH(bool, supported);
    DemoConference conference;
    QVERIFY2(conference.start(options(1)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    QByteArray query = client.signedQuery("getMeetings", {}, QTest::currentDataTag());
    if (!supported)
        query = "checksum=0123456789abcdef0123456789abcdef";
    const QByteArray body = client.raw("getMeetings", query).body;
    QCOMPARE(text(body, u"messageKey"_s), supported ? u"noMeetings"_s : u"checksumError"_s);
}

void tst_DemoServerApi::anUnsupportedAlgorithmLooksLikeAWrongSecret()
{
    demo::Options only512 = options(1);
    only512.checksums = {"sha512"};
    DemoConference conference;
    QVERIFY2(conference.start(only512), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray refused = client.call("getMeetings", {}, "sha256");
    QCOMPARE(text(refused, u"returncode"_s), u"FAILED"_s);
    QCOMPARE(text(refused, u"messageKey"_s), u"checksumError"_s);
    QCOMPARE(text(client.call("getMeetings", {}, "sha512"), u"returncode"_s), u"SUCCESS"_s);
    conference.setSecret("another");
    QCOMPARE(text(client.call("getMeetings", {}, "sha512"), u"messageKey"_s), u"checksumError"_s);
}

void tst_DemoServerApi::theQueryIsHashedAsItWasSent()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(3)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    for (const char *query :
         {"meta_name=a+b", "meta_name=a%20b", "state=any&meta_x=%D0%BF%2B", "meta_x=a%2Cb&state=published"})
        QCOMPARE(text(client.call("getRecordings", query), u"messageKey"_s), u"noRecordings"_s);
    // The checksum may stand first.
    const QByteArray sum = demo::callChecksum("sha1", "getRecordings", "state=any", conference.connection().secret);
    QCOMPARE(texts(client.raw("getRecordings", "checksum=" + sum + "&state=any").body, u"recordID"_s).size(), 3);
}

void tst_DemoServerApi::aParameterGivenTwiceIsAChecksumError()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(1)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    QCOMPARE(text(client.call("getRecordings", "state=any&state=any"), u"messageKey"_s), u"checksumError"_s);
}

void tst_DemoServerApi::whatIsMissingIsNamedBeforeTheChecksumIsCompared()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(1)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const auto key = [&](const QByteArray &call, const QByteArray &query) {
        return text(client.raw(call, query).body, u"messageKey"_s);
    };
    QCOMPARE(key("publishRecordings", "recordID=x&publish=true"), u"checksumError"_s);
    QCOMPARE(key("publishRecordings", "checksum=x"), u"missingParamRecordID"_s);
    QCOMPARE(key("publishRecordings", "recordID=x&checksum=x"), u"missingParamPublish"_s);
    QCOMPARE(key("publishRecordings", "recordID=x&publish=true&checksum=x"), u"checksumError"_s);
    QCOMPARE(key("deleteRecordings", "checksum=x"), u"missingParamRecordID"_s);
    QCOMPARE(key("updateRecordings", "meta_a=b&checksum=x"), u"missingParamRecordID"_s);
    QCOMPARE(text(client.call("publishRecordings", "recordID=x&publish=true"), u"messageKey"_s), u"notFound"_s);
    QCOMPARE(text(client.call("deleteRecordings", "recordID=x"), u"messageKey"_s), u"notFound"_s);
    QCOMPARE(text(client.call("updateRecordings", "recordID=x&meta_a=b"), u"messageKey"_s), u"notFound"_s);
    QCOMPARE(text(client.call("getMeetingInfo"), u"messageKey"_s), u"missingParamMeetingID"_s);
    QCOMPARE(text(client.call("getMeetingInfo", "meetingID=x"), u"messageKey"_s), u"notFound"_s);
    QCOMPARE(client.raw("getrecordings", client.signedQuery("getrecordings", {})).status,
             404); // names are case-sensitive
}

void tst_DemoServerApi::postedBodiesNeedAFormsContentType()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(2)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray path = "/bigbluebutton/api/getRecordings?" + client.signedQuery("getRecordings", "state=any");
    const Reply json = client.send("POST", path, "{}", {{"Content-Type", "application/json"}});
    QCOMPARE(text(json.body, u"messageKey"_s), u"unsupportedContentType"_s);
    const Reply form = client.send("POST", path, "x=y", {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(texts(form.body, u"recordID"_s).size(), 2);
    // The meeting calls hash a body's sorted parameters when there is no query.
    const QByteArray sum = demo::callChecksum("sha256", "getMeetings", "a=1+2&b=3", conference.connection().secret);
    const Reply meetings = client.send("POST", "/bigbluebutton/api/getMeetings", "b=3&a=1+2&checksum=" + sum,
                                       {{"Content-Type", "application/x-www-form-urlencoded"}});
    QCOMPARE(text(meetings.body, u"messageKey"_s), u"noMeetings"_s);
}

void tst_DemoServerApi::publishingIsRefusedOverPost()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(1)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray id = conference.recordIds().constFirst().toLatin1();
    const QByteArray path = "/bigbluebutton/api/publishRecordings?" +
                            client.signedQuery("publishRecordings", "publish=false&recordID=" + id);
    QCOMPARE(client.send("POST", path, "a=b", {{"Content-Type", "application/x-www-form-urlencoded"}}).status, 405);
}

void tst_DemoServerApi::withoutStatesThePublishedAndUnpublishedAreListed()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(12)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    QStringList states = texts(client.call("getRecordings"), u"state"_s);
    QVERIFY(states.contains(u"published"_s) && states.contains(u"unpublished"_s));
    states.removeAll(u"published"_s);
    states.removeAll(u"unpublished"_s);
    QVERIFY2(states.isEmpty(), qPrintable(states.join(u' ')));
}

void tst_DemoServerApi::everyStateIsListedUnderAny()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(12)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray body = client.call("getRecordings", "state=any");
    const QStringList states = texts(body, u"state"_s);
    for (const QString &state : {u"processing"_s, u"processed"_s, u"published"_s, u"unpublished"_s, u"deleted"_s}) {
        QVERIFY2(states.contains(state), qPrintable(state));
        QCOMPARE(texts(client.call("getRecordings", "state=" + state.toLatin1()), u"state"_s).size(),
                 states.count(state));
    }
    QStringList ids = texts(body, u"recordID"_s), known = conference.recordIds();
    std::ranges::sort(ids);
    std::ranges::sort(known);
    QCOMPARE(ids, known);
}

void tst_DemoServerApi::nothingFoundIsASuccess()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(2)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray body = client.call("getRecordings", "recordID=nothing");
    QCOMPARE(text(body, u"returncode"_s), u"SUCCESS"_s);
    QCOMPARE(text(body, u"messageKey"_s), u"noRecordings"_s);
    QVERIFY(body.contains("<recordings/>"));
}

void tst_DemoServerApi::aRecordIdIsAPrefix()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(12)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QStringList known = conference.recordIds();
    const QByteArray two = joined({known[0], known[3]});
    QCOMPARE(texts(client.call("getRecordings", "state=any&recordID=" + two), u"recordID"_s).size(), 2);
    const QString prefix = known[0].left(40);
    const auto sessions = std::ranges::count_if(known, [&](const QString &id) { return id.startsWith(prefix); });
    QCOMPARE(texts(client.call("getRecordings", "state=any&recordID=" + prefix.toLatin1()), u"recordID"_s).size(),
             sessions);
    // Nothing is trimmed around the comma.
    QCOMPARE(text(client.call("getRecordings", "state=any&recordID=none%2C+" + known[0].toLatin1()), u"messageKey"_s),
             u"noRecordings"_s);
}

void tst_DemoServerApi::aMeetingIdIsDecodedTwice()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(12)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    QByteArray odd; // an id with spaces, a plus and Cyrillic letters
    const QStringList known = conference.recordIds();
    for (const QString &id : known) {
        if (conference.plan(id).meetingId.contains(" +"))
            odd = conference.plan(id).meetingId;
    }
    QVERIFY(!odd.isEmpty());
    const QByteArray once = odd.toPercentEncoding();
    QCOMPARE(text(client.call("getRecordings", "state=any&meetingID=" + once), u"messageKey"_s), u"noRecordings"_s);
    const QByteArray found = client.call("getRecordings", "state=any&meetingID=" + once.toPercentEncoding());
    QCOMPARE(text(found, u"meetingID"_s), QString::fromUtf8(odd));
}

void tst_DemoServerApi::metaFiltersKnowWildcards()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(12)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const auto count = [&](const QByteArray &filter) {
        return texts(client.call("getRecordings", "state=any&" + filter), u"recordID"_s).size();
    };
    const auto all = count("meta_bbb-origin=Greenlight");
    QVERIFY(all > 0 && all < 12);
    QCOMPARE(count("meta_BBB-Origin=Greenlight"), all); // the server lowers the key
    QCOMPARE(count("meta_bbb-origin=%25light"), all);
    QCOMPARE(count("meta_bbb-origin=Green%25"), all);
    QCOMPARE(count("meta_bbb-origin=%25nlig%25"), all);
    QCOMPARE(count("meta_bbb-origin=nlig"), 0);
    QCOMPARE(count("meta_bbb-origin=Greenlight&meta_gl-listed=true") +
                 count("meta_bbb-origin=Greenlight&meta_gl-listed=false"),
             count("meta_gl-listed=%25e"));
    QCOMPARE(count("meta_meetingName=%25"), 0); // lowered, so it never matches meetingName
    QCOMPARE(client.raw("getRecordings", client.signedQuery("getRecordings", "meta_x=")).status, 500);
}

void tst_DemoServerApi::pagesSliceDirectoriesAndTogetherHoldEverything()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(30)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray all = client.call("getRecordings", "state=any");
    QSet<QString> seen;
    int total = -1, rows = 0, formats = 0;
    for (int offset = 0; total < 0 || offset < total; offset += 7) {
        const QByteArray page = client.call("getRecordings", "state=any&limit=7&offset=" + QByteArray::number(offset));
        QCOMPARE(text(page, u"offset"_s).toInt(), offset);
        total = text(page, u"totalElements"_s).toInt();
        QVERIFY(page.contains("<pagination>"));
        const QStringList ids = texts(page, u"recordID"_s);
        QVERIFY(ids.size() <= 7);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        seen += QSet<QString>(ids.begin(), ids.end());
        rows += int(ids.size());
        formats += int(texts(page, u"type"_s).size());
    }
    QCOMPARE(seen.size(), 30);
    QVERIFY(total > 30 && rows > 30); // a recording of several formats counts, and appears, more than once
    QCOMPARE(formats, texts(all, u"type"_s).size());
    QVERIFY(!all.contains("totalElements"));
    QVERIFY(
        !client.call("getRecordings", "state=any&offset=10").contains("totalElements")); // offset alone does nothing
    QCOMPARE(text(client.call("getRecordings", "state=any&limit=-3&offset=-9"), u"limit"_s), u"1"_s);
}

void tst_DemoServerApi::aPageIsNeverLargerThanAHundred()
{
    demo::Options many = options(300);
    many.onDisk = 0;
    DemoConference conference;
    QVERIFY2(conference.start(many), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray page = client.call("getRecordings", "state=any&limit=5000");
    QCOMPARE(text(page, u"limit"_s), u"100"_s);
    const auto recordings = texts(page, u"recordID"_s).size(); // a hundred directories; two of one recording merge
    QVERIFY(recordings > 50 && recordings <= 100);
}

void tst_DemoServerApi::theRepairedServerPagesRecordings()
{
    demo::Options merged = options(30);
    merged.paging = demo::Paging::Merged;
    DemoConference conference;
    QVERIFY2(conference.start(merged), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray page = client.call("getRecordings", "state=any&limit=25&offset=10");
    QCOMPARE(text(page, u"totalElements"_s), u"30"_s);
    QCOMPARE(texts(page, u"recordID"_s).size(), 20);
    QVERIFY(!page.contains("<pagination>"));
}

void tst_DemoServerApi::anOldServerIgnoresPaging()
{
    demo::Options old = options(12);
    old.paging = demo::Paging::None;
    DemoConference conference;
    QVERIFY2(conference.start(old), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray page = client.call("getRecordings", "state=any&limit=2&offset=4");
    QCOMPARE(texts(page, u"recordID"_s).size(), 12);
    QVERIFY(!page.contains("totalElements"));
}

void tst_DemoServerApi::fetchingAllCanBeForbidden()
{
    demo::Options strict = options(12);
    strict.allowFetchAll = false;
    DemoConference conference;
    QVERIFY2(conference.start(strict), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray all = client.call("getRecordings", "state=any");
    QCOMPARE(text(all, u"returncode"_s), u"SUCCESS"_s);
    QCOMPARE(text(all, u"messageKey"_s), u"noRecordings"_s);
    QVERIFY(!all.contains("<recordings"));
    QVERIFY(!texts(client.call("getRecordings", "state=any&limit=5"), u"recordID"_s).isEmpty());
}

void tst_DemoServerApi::unpublishingMovesTheFilesAndRewritesTheMetadata()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(8)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QString id = conference.recordIds().constFirst();
    const QString root = conference.connection().dataRoot;
    const QByteArray url = "/presentation/" + id.toLatin1() + "/metadata.xml";
    QCOMPARE(client.get(url).status, 200);

    const QByteArray answer = client.call("publishRecordings", "publish=false&recordID=" + id.toLatin1());
    QCOMPARE(text(answer, u"published"_s), u"false"_s);
    QVERIFY(!QFile::exists(root + u"/published/presentation/"_s + id));
    const QByteArray metadata = contentOf(root + u"/unpublished/presentation/"_s + id + u"/metadata.xml"_s);
    QCOMPARE(text(metadata, u"state"_s), u"unpublished"_s);
    QCOMPARE(text(metadata, u"published"_s), u"false"_s);
    QVERIFY(metadata.contains("<link>\n")); // the pretty printer's trace
    QCOMPARE(client.get(url).status, 404);
    QVERIFY(QFile::exists(root + u"/unpublished/podcast/"_s + id));
    QCOMPARE(text(client.call("getRecordings", "recordID=" + id.toLatin1()), u"state"_s), u"unpublished"_s);

    client.call("publishRecordings", "publish=true&recordID=" + id.toUpper().toLatin1() + "," + id.toLatin1());
    QCOMPARE(client.get(url).status, 200);
    QCOMPARE(text(client.get(url).body, u"state"_s), u"published"_s);
}

void tst_DemoServerApi::deletingMovesAndASecondTimeFindsNothing()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(8)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QString id = conference.recordIds().constFirst();
    const QByteArray query = "recordID=" + id.toLatin1();
    QCOMPARE(text(client.call("deleteRecordings", query), u"deleted"_s), u"true"_s);
    const QString root = conference.connection().dataRoot;
    QCOMPARE(text(contentOf(root + u"/deleted/video/"_s + id + u"/metadata.xml"_s), u"state"_s), u"deleted"_s);
    QVERIFY(QFile::exists(root + u"/recording/raw/"_s + id + u"/events.xml"_s));
    QVERIFY(QFile::exists(root + u"/recording/status/published/"_s + id + u"-presentation.done"_s));
    QCOMPARE(text(client.call("deleteRecordings", query), u"messageKey"_s), u"notFound"_s);
    QCOMPARE(text(client.call("getRecordings", query), u"messageKey"_s), u"noRecordings"_s);
    QCOMPARE(text(client.call("getRecordings", query + "&state=any"), u"state"_s), u"deleted"_s);
}

void tst_DemoServerApi::updatingLowersKeysAndEmptyRemoves()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(8)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QString id = conference.recordIds().constFirst();
    const QByteArray query = "recordID=" + id.toLatin1();
    QCOMPARE(
        text(client.call("updateRecordings", query + "&meta_Topic=%D0%A2%D0%B5%D0%BC%D0%B0+%3Cb%3E&meta_description="),
             u"updated"_s),
        u"true"_s);
    const QByteArray recording = client.call("getRecordings", query);
    QCOMPARE(text(recording, u"topic"_s), u"Тема <b>"_s);
    QVERIFY(texts(recording, u"description"_s).isEmpty());
    for (const QString &format : {u"presentation"_s, u"video"_s, u"podcast"_s, u"notes"_s}) {
        const QByteArray metadata =
            contentOf(conference.connection().dataRoot + u"/published/"_s + format + u'/' + id + u"/metadata.xml"_s);
        QCOMPARE(text(metadata, u"topic"_s), u"Тема <b>"_s);
    }
    QCOMPARE(text(client.call("updateRecordings", query), u"updated"_s), u"true"_s); // even when nothing was sent
}

void tst_DemoServerApi::changesReachRecordingsWithoutFiles()
{
    demo::Options many = options(200);
    many.onDisk = 0;
    DemoConference conference;
    QVERIFY2(conference.start(many), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray query = "recordID=" + conference.recordIds().constFirst().toLatin1();
    QCOMPARE(text(client.call("deleteRecordings", query), u"deleted"_s), u"true"_s);
    QCOMPARE(text(client.call("getRecordings", query + "&state=deleted"), u"state"_s), u"deleted"_s);
}

void tst_DemoServerApi::textTracksOpenOnce()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(3)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray id = conference.recordIds().constFirst().toLatin1();
    const QJsonObject response =
        QJsonDocument::fromJson(client.call("getRecordingTextTracks", "recordID=" + id))["response"_L1].toObject();
    QCOMPARE(response["returncode"_L1].toString(), u"SUCCESS"_s);
    const QJsonArray tracks = response["tracks"_L1].toArray();
    QCOMPARE(tracks.size(), 2);
    QCOMPARE(tracks[0]["lang"_L1].toString(), u"ru"_s);
    QCOMPARE(tracks[1]["kind"_L1].toString(), u"captions"_s);
    const QByteArray path = tracks[0]["href"_L1].toString().toLatin1().mid(client.base().size());
    QVERIFY(client.get(path).body.startsWith("WEBVTT"));
    QCOMPARE(client.get(path).status, 403);
}

void tst_DemoServerApi::textTrackErrorsAreJson()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(3)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const auto key = [&](const QByteArray &body) {
        return QJsonDocument::fromJson(body)["response"_L1]["messageKey"_L1].toString();
    };
    QCOMPARE(key(client.call("getRecordingTextTracks")), u"missingParamRecordID"_s);
    QCOMPARE(key(client.call("getRecordingTextTracks", "recordID=unknown")), u"noRecordings"_s);
    QCOMPARE(key(client.call("getRecordingTextTracks", "recordID=../../etc")), u"noRecordings"_s);
    const QByteArray path = "/bigbluebutton/api/getRecordingTextTracks?recordID=x&checksum=1";
    QCOMPARE(key(client.get(path, {{"Accept", "application/json"}}).body), u"checksumError"_s);
    QCOMPARE(text(client.get(path, {{"Accept", "text/xml"}}).body, u"messageKey"_s), u"checksumError"_s);
}

void tst_DemoServerApi::scaleliteDiffers()
{
    demo::Options balancer = options(12);
    balancer.scalelite = true;
    DemoConference conference;
    QVERIFY2(conference.start(balancer), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QByteArray version = client.get("/bigbluebutton/api").body;
    QVERIFY(version.contains("<build>") && !version.contains("bbbVersion"));
    QCOMPARE(text(client.call("getMeetings", {}, "sha384"), u"messageKey"_s), u"checksumError"_s);
    QCOMPARE(text(client.call("getRecordingTextTracks", "recordID=x"), u"messageKey"_s), u"unsupportedRequest"_s);
    const QByteArray all = client.call("getRecordings", "state=any&limit=1");
    QStringList starts = texts(all, u"startTime"_s);
    QVERIFY(starts.size() > 5);
    QVERIFY(std::ranges::is_sorted(starts, std::greater<>()));
    QVERIFY(!all.contains("<isBreakout>") && !all.contains("<rawSize>") && all.contains("<![CDATA[]]>"));
    QVERIFY(!texts(all, u"state"_s).contains(u"processing"_s));
    const QByteArray id = conference.recordIds().constFirst().toLatin1();
    QCOMPARE(text(client.call("updateRecordings", "recordID=nothing&meta_a=b"), u"updated"_s), u"false"_s);
    QCOMPARE(text(client.call("updateRecordings", "protect=true&recordID=" + id), u"updated"_s), u"true"_s);
    QCOMPARE(text(client.call("getRecordings", "recordID=" + id), u"protected"_s), u"true"_s);
}

void tst_DemoServerApi::hostileRecordingsStayWellFormed()
{
    demo::Options hostile = options(3);
    hostile.hostile = true;
    DemoConference conference;
    QVERIFY2(conference.start(hostile), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QStringList ids = texts(client.call("getRecordings", "state=any"), u"recordID"_s);
    QVERIFY(!ids.contains(u"MALFORMED"_s));
    QVERIFY(ids.size() > 10);
    QVERIFY(ids.contains(u"../../../../etc/passwd"_s));
}

void tst_DemoServerApi::aNewRecordingAppears()
{
    DemoConference conference;
    QVERIFY2(conference.start(options(4)), qPrintable(conference.error()));
    DemoServerClient client(conference.connection());
    const QString added = conference.addRecording();
    const QByteArray found = client.call("getRecordings", "recordID=" + added.toLatin1());
    QCOMPARE(text(found, u"state"_s), u"published"_s);
    QVERIFY(QFile::exists(conference.connection().dataRoot + u"/recording/raw/"_s + added + u"/events.xml"_s));
    QCOMPARE(client.send("POST", "/demo/new-recording").status, 401);
    const Reply posted =
        client.send("POST", "/demo/new-recording", {}, {{"Authorization", "Bearer " + conference.connection().secret}});
    QCOMPARE(posted.status, 200);
    QCOMPARE(conference.recordIds().size(), 6);
    QVERIFY(conference.purgeRecording(added));
    QCOMPARE(text(client.call("getRecordings", "state=any&recordID=" + added.toLatin1()), u"messageKey"_s),
             u"noRecordings"_s);
    QVERIFY(!QFile::exists(conference.connection().dataRoot + u"/recording/raw/"_s + added));
}

void tst_DemoServerApi::theSameSeedGivesTheSameRecordings()
{
    demo::Options fixed = options(6);
    fixed.now = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000);
    DemoConference one, two, other;
    QVERIFY(one.start(fixed) && two.start(fixed));
    fixed.seed = 8;
    QVERIFY(other.start(fixed));
    QCOMPARE(one.recordIds(), two.recordIds());
    QVERIFY(one.recordIds() != other.recordIds());
    const QString file = u"/recording/raw/"_s + one.recordIds().constFirst() + u"/events.xml"_s;
    const QByteArray events = contentOf(one.connection().dataRoot + file);
    QVERIFY(!events.isEmpty());
    QCOMPARE(events, contentOf(two.connection().dataRoot + file));
}

QTEST_GUILESS_MAIN(tst_DemoServerApi)
#include "tst_demoserver_api.moc"
