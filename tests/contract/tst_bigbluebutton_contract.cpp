#include "core/providers/bigbluebutton/bigbluebuttonservice.h"
#include "tests/contract/bigbluebuttonstandin.h"
#include "tests/contract/directorytransport.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
const QByteArray meetingId = QByteArray(40, 'c') + "-1700000000000";

QByteArray slice(int number, const QByteArray &type = "presentation")
{
    const QByteArray id = QByteArray::number(number).rightJustified(40, '0') + "-1700000000000";
    return "<recording><recordID>" + id + "</recordID><playback><format><type>" + type + "</type><url>https://h/" + type
        + "</url></format></playback></recording>";
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray eventsXml(const QByteArray &name)
{
    return "<recording meeting_id=\"" + meetingId + "\" bbb_version=\"2.7\"><event timestamp=\"1000\" module=\"PARTICIPANT\" "
           "eventname=\"ParticipantJoinEvent\"><userId>w_a</userId><externalUserId>w_a</externalUserId><name>" + name
        + "</name><role>VIEWER</role><timestampUTC>1700000001000</timestampUTC></event><event timestamp=\"61000\" "
          "module=\"PARTICIPANT\" eventname=\"EndAndKickAllEvent\"/></recording>";
}
} // namespace

class TestContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyAlgorithmIsFoundAndRemembered_data();
    void everyAlgorithmIsFoundAndRemembered();
    void aWrongSecretIsRefusedByEveryAlgorithm();
    void whoAnswersIsToldApart_data();
    void whoAnswersIsToldApart();
    void everyFailureHasItsKind_data();
    void everyFailureHasItsKind();
    void aServerThatCannotPageIsReadInOnePass();
    void pagesAreFollowedToTheEnd_data();
    void pagesAreFollowedToTheEnd();
    void aRecordingOnTwoPagesIsCountedOnce();
    void aServerThatRepeatsItselfIsLeft();
    void aBadRecordingDoesNotStopTheListing();
    void aLostRecordingMakesTheListingIncomplete();
    void aConnectionCutAtAnyPointIsAnError_data();
    void aConnectionCutAtAnyPointIsAnError();
    void aStopEndsTheListing();
    void theSinksErrorEndsTheListing();
    void anUntrustedCertificateIsShown();
    void eventsAreReadFromRawThenFromEvents();
    void aLockedRawFallsBackAndIsNamedOtherwise();
    void idsThatWalkAreNotLookedFor();
    void theDiskIsDescribed();
    void withoutAnAccountTheDiskIsUnsupported();
    void mediaOfTheFormatsAreFound();
    void assetsAreReadInRanges();
    void assetsOfOtherHostsAreRefused();

private:
    std::unique_ptr<BigBlueButtonService> service(const QByteArray &secret = {});
    Result<ListingSummary> list(BigBlueButtonService &service);

    TestCa m_ca;
    QTemporaryDir m_dir;
    QString m_caFile;
    std::unique_ptr<BigBlueButtonStandin> m_standin;
    DirectoryTransport *m_disk = nullptr;
    std::vector<RecordingSnapshot> m_listed;
    ProgressCounters m_progress;
};

void TestContract::init()
{
    m_caFile = m_ca.writePem(m_dir.path());
    m_standin = std::make_unique<BigBlueButtonStandin>(m_ca);
    m_listed.clear();
}

std::unique_ptr<BigBlueButtonService> TestContract::service(const QByteArray &secret)
{
    ConferenceServer server;
    server.name = u"Test"_s;
    server.apiUrl = m_standin->apiUrl();
    server.dataRoot = m_dir.path() + u"/bbb/"_s;
    ProxySettings direct;
    direct.kind = ProxyKind::None;
    auto disk = std::make_unique<DirectoryTransport>();
    m_disk = disk.get();
    return std::make_unique<BigBlueButtonService>(server, SecretText(secret.isEmpty() ? m_standin->secret : secret),
                                                  std::make_unique<HttpClient>(HttpTrust{m_caFile, {}}, HttpProxy{direct, {}}),
                                                  std::move(disk));
}

Result<ListingSummary> TestContract::list(BigBlueButtonService &service)
{
    return service.listRecordings(
        [this](std::vector<RecordingSnapshot> page) -> Result<> {
            std::move(page.begin(), page.end(), std::back_inserter(m_listed));
            return {};
        },
        m_progress, {});
}

void TestContract::everyAlgorithmIsFoundAndRemembered_data()
{
    QTest::addColumn<int>("hexLength");
    QTest::addColumn<ChecksumAlgorithm>("algorithm");
    QTest::newRow("sha1") << 40 << ChecksumAlgorithm::Sha1;
    QTest::newRow("sha256") << 64 << ChecksumAlgorithm::Sha256;
    QTest::newRow("sha384") << 96 << ChecksumAlgorithm::Sha384;
    QTest::newRow("sha512") << 128 << ChecksumAlgorithm::Sha512;
}

void TestContract::everyAlgorithmIsFoundAndRemembered()
{
    QFETCH(const int, hexLength);
    QFETCH(const ChecksumAlgorithm, algorithm);
    m_standin->acceptedHexLengths = {hexLength};
    m_standin->slices = {slice(1)};
    const auto bbb = service();
    const auto identity = bbb->checkApi({});
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().detail));
    QCOMPARE(identity->checksumAlgorithm, algorithm);
    QCOMPARE(identity->softwareVersion, u"3.0.19"_s);
    const qsizetype before = m_standin->calls().size();
    const auto summary = list(*bbb);
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 1);
    QCOMPARE(m_standin->calls().size(), before + 1); // at the first go
}

void TestContract::aWrongSecretIsRefusedByEveryAlgorithm()
{
    const auto identity = service("another")->checkApi({});
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, ErrorKind::ChecksumRefused);
    QVERIFY(identity.error().detail.contains(u"Checksums do not match"_s));
    QVERIFY(!identity.error().detail.contains(u"another"_s));
    QCOMPARE(m_standin->calls().size(), 5); // the greeting and four tries
}

void TestContract::whoAnswersIsToldApart_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("isScalelite");
    QTest::newRow("BigBlueButton 3.0") << QByteArray("<version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion>3.0</bbbVersion>") << false;
    QTest::newRow("BigBlueButton, version hidden") << QByteArray("<version>2.0</version><apiVersion>2.0</apiVersion><bbbVersion/>") << false;
    QTest::newRow("Scalelite") << QByteArray("<version>2.0</version><build>v1.6</build>") << true;
    QTest::newRow("Scalelite without a build, or BigBlueButton 2.0-2.3") << QByteArray("<version>2.0</version>") << false;
    QTest::newRow("BigBlueButton 1.1") << QByteArray("<version>1.1</version>") << false;
}

void TestContract::whoAnswersIsToldApart()
{
    QFETCH(const QByteArray, inside);
    QFETCH(const bool, isScalelite);
    m_standin->greeting = "<response><returncode>SUCCESS</returncode>" + inside + "</response>";
    const auto identity = service()->checkApi({});
    QVERIFY(identity);
    QCOMPARE(identity->isScalelite, isScalelite);
}

void TestContract::everyFailureHasItsKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const QByteArray html = "<!DOCTYPE html><html><body>nginx</body></html>";
    QTest::newRow("502 page") << 502 << html << ErrorKind::HostUnreachable << u"502"_s;
    QTest::newRow("504 page") << 504 << html << ErrorKind::Timeout << u"504"_s;
    QTest::newRow("404 page") << 404 << html << ErrorKind::NotFound << u"404"_s;
    QTest::newRow("403 page") << 403 << html << ErrorKind::PermissionDenied << u"403"_s;
    QTest::newRow("401") << 401 << QByteArray() << ErrorKind::AuthenticationRefused << u"401"_s;
    QTest::newRow("500") << 500 << QByteArray("oops") << ErrorKind::BadAnswer << u"500"_s;
    QTest::newRow("login page") << 200 << html << ErrorKind::BadAnswer << u"HTML"_s;
    QTest::newRow("login page, no document type") << 200 << QByteArray("<html><body>Sign in<br></body></html>") << ErrorKind::BadAnswer << u"HTML"_s;
    QTest::newRow("nothing") << 200 << QByteArray() << ErrorKind::BadAnswer << u"empty"_s;
    QTest::newRow("JSON refusal") << 200 << QByteArray("{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"paramError\",\"message\":\"bad\"}}")
                                  << ErrorKind::ServerRefused << u"paramError: bad"_s;
    QTest::newRow("refusal") << 200 << QByteArray("<response><returncode>FAILED</returncode><messageKey>internalError</messageKey><message>m</message></response>")
                             << ErrorKind::ServerRefused << u"internalError: m"_s;
    QTest::newRow("refusal with a status") << 500 << QByteArray("<response><returncode>FAILED</returncode><message>db down</message></response>")
                                           << ErrorKind::ServerRefused << u"db down"_s;
    QTest::newRow("list of errors") << 200 << QByteArray("<response><returncode>FAILED</returncode><errors><error><key>k</key><message>m</message></error></errors></response>")
                                    << ErrorKind::ServerRefused << u"k: m"_s;
    QTest::newRow("no return code") << 200 << QByteArray("<response/>") << ErrorKind::BadAnswer << u"return code"_s;
    QTest::newRow("cut in XML") << 200 << QByteArray("<response><returncode>SUCC") << ErrorKind::BadAnswer << u"byte"_s;
    QTest::newRow("a long page") << 503 << QByteArray("<html>") + QByteArray(100'000, 'x') << ErrorKind::HostUnreachable << u"503"_s;
}

void TestContract::everyFailureHasItsKind()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, detail);
    m_standin->override = TestAnswer{.status = status, .headers = {{"Content-Type", "text/html"}}, .body = body};
    const auto bbb = service();
    const auto summary = list(*bbb);
    QVERIFY(!summary);
    QCOMPARE(errorKindName(summary.error().kind), errorKindName(kind));
    QVERIFY2(summary.error().detail.contains(detail), qPrintable(summary.error().detail));
    QCOMPARE(errorKindName(bbb->checkApi({}).error().kind), errorKindName(kind));
}

void TestContract::aServerThatCannotPageIsReadInOnePass()
{
    for (int i = 0; i < 1234; ++i)
        m_standin->slices.append(slice(i));
    const auto summary = list(*service());
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 1234);
    QCOMPARE(m_listed.size(), size_t(1234));
    QVERIFY(summary->isComplete);
    QVERIFY(summary->bytes > 1234 * 100);
    QCOMPARE(m_standin->calls(), QByteArrayList{"getRecordings?state=any&offset=0&limit=100"});
    QCOMPARE(m_progress.done.load(), 1234);
}

void TestContract::pagesAreFollowedToTheEnd_data()
{
    QTest::addColumn<int>("paging");
    QTest::addColumn<int>("largestPage");
    QTest::addColumn<int>("pages");
    QTest::newRow("2.6") << int(BigBlueButtonStandin::Paging::Pagination) << 100 << 3;
    QTest::newRow("2.7") << int(BigBlueButtonStandin::Paging::Flat) << 100 << 3;
    QTest::newRow("a lower cap") << int(BigBlueButtonStandin::Paging::Pagination) << 30 << 8;
}

void TestContract::pagesAreFollowedToTheEnd()
{
    QFETCH(const int, paging);
    QFETCH(const int, largestPage);
    QFETCH(const int, pages);
    m_standin->paging = BigBlueButtonStandin::Paging(paging);
    m_standin->largestPage = largestPage;
    // The second page is short and the last but one empty: slices that merged or could not be read.
    for (int i = 0; i < 240; ++i)
        m_standin->slices.append(i >= 110 && i < 205 ? QByteArray() : slice(i));
    const auto summary = list(*service());
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 145);
    QVERIFY(summary->isComplete);
    QCOMPARE(m_standin->calls().size(), pages);
}

void TestContract::aRecordingOnTwoPagesIsCountedOnce()
{
    m_standin->paging = BigBlueButtonStandin::Paging::Pagination;
    for (int i = 0; i < 100; ++i)
        m_standin->slices.append(slice(i));
    m_standin->slices.append(slice(0, "video"));
    const auto summary = list(*service());
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 100);
    QCOMPARE(m_listed.size(), size_t(101)); // the other format still arrives
    QCOMPARE(m_listed.back().formats[0].type, u"video"_s);
}

void TestContract::aServerThatRepeatsItselfIsLeft()
{
    m_standin->override = TestAnswer{.headers = {}, .body = "<response><returncode>SUCCESS</returncode><recordings>" + slice(1)
                                         + "</recordings><totalElements>100000000</totalElements></response>"};
    const auto summary = list(*service());
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(m_standin->calls().size(), 51);
}

void TestContract::aBadRecordingDoesNotStopTheListing()
{
    m_standin->slices = {slice(1), "<recording><recordID>bad-1</recordID><startTime>never</startTime></recording>",
                         "<recording><recordID>bad-2</recordID><name>A & B</name></recording>", slice(2)};
    const auto summary = list(*service());
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 2);
    QCOMPARE(summary->problems.size(), 2);
    QCOMPARE(summary->problems[0].externalId, u"bad-1"_s);
    QCOMPARE(summary->problems[1].externalId, u"bad-2"_s);
    QVERIFY(summary->isComplete); // both are known to be there
}

void TestContract::aLostRecordingMakesTheListingIncomplete()
{
    m_standin->slices = {slice(1), "<recording><name>A & B</name></recording>", slice(2)};
    const auto summary = list(*service());
    QVERIFY(summary);
    QCOMPARE(summary->recordings, 2);
    QVERIFY(!summary->isComplete);
}

void TestContract::aConnectionCutAtAnyPointIsAnError_data()
{
    QTest::addColumn<qint64>("bytes");
    for (const qint64 bytes : {0, 1, 20, 100, 5000, 20000})
        QTest::addRow("%lld bytes", qlonglong(bytes)) << bytes;
}

void TestContract::aConnectionCutAtAnyPointIsAnError()
{
    QFETCH(const qint64, bytes);
    QByteArray body = "<response><returncode>SUCCESS</returncode><recordings>";
    for (int i = 0; i < 200; ++i)
        body += slice(i);
    m_standin->override = TestAnswer{.headers = {}, .body = body + "</recordings></response>", .cutAfter = bytes};
    const auto summary = list(*service());
    QVERIFY(!summary);
    QVERIFY2(summary.error().kind == ErrorKind::ConnectionLost, qPrintable(errorKindName(summary.error().kind)));
}

void TestContract::aStopEndsTheListing()
{
    m_standin->override = TestAnswer{.headers = {}, .bodyBytes = 1 << 20, .stallAfter = 0};
    const auto bbb = service();
    std::stop_source source;
    Result<ListingSummary> summary = Error{};
    std::thread worker([&] {
        summary = bbb->listRecordings([](std::vector<RecordingSnapshot>) { return Result<>(); }, m_progress, source.get_token());
    });
    QTRY_VERIFY(!m_standin->calls().isEmpty());
    source.request_stop();
    worker.join();
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::Cancelled);
}

void TestContract::theSinksErrorEndsTheListing()
{
    for (int i = 0; i < 2000; ++i)
        m_standin->slices.append(slice(i));
    int pages = 0;
    const auto summary = service()->listRecordings(
        [&pages](std::vector<RecordingSnapshot>) -> Result<> {
            ++pages;
            return Error{ErrorKind::DatabaseFailed, u"disk"_s, {}, {}};
        },
        m_progress, {});
    QVERIFY(!summary);
    QCOMPARE(summary.error().kind, ErrorKind::DatabaseFailed);
    QCOMPARE(pages, 1);
}

void TestContract::anUntrustedCertificateIsShown()
{
    m_caFile = TestCa(u"Another CA"_s).writePem(m_dir.path());
    const auto identity = service()->checkApi({});
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, ErrorKind::TlsUntrusted);
    QVERIFY(std::any_cast<UntrustedCertificate>(&identity.error().evidence));
}

void TestContract::eventsAreReadFromRawThenFromEvents()
{
    const QString id = QString::fromLatin1(meetingId);
    const QString root = m_dir.path() + u"/bbb"_s;
    const auto bbb = service();
    QCOMPARE(bbb->fetchMeeting({id, id}, {}).error().kind, ErrorKind::NotFound);
    writeFile(root + u"/events/"_s + id + u"/events.xml"_s, eventsXml("Kept"));
    auto fetched = bbb->fetchMeeting({id, id}, {});
    QVERIFY(fetched);
    QCOMPARE(fetched->record.participants[0].name, u"Kept"_s);
    QCOMPARE(fetched->recordedMs, -1);
    writeFile(root + u"/recording/raw/"_s + id + u"/events.xml"_s, eventsXml("Raw"));
    writeFile(root + u"/published/video/"_s + id + u"/metadata.xml"_s,
              "<recording><id>" + meetingId + "</id><playback><format>video</format><duration>59321</duration></playback></recording>");
    fetched = bbb->fetchMeeting({id + u"-123456"_s, {}}, {}); // a chapter, known by its recordID only
    QVERIFY(fetched);
    QCOMPARE(fetched->record.participants[0].name, u"Raw"_s);
    fetched = bbb->fetchMeeting({id, {}}, {});
    QVERIFY(fetched);
    QCOMPARE(fetched->recordedMs, 59'321);
    QVERIFY(fetched->sourcePath.endsWith(u"/recording/raw/"_s + id + u"/events.xml"_s));
    QVERIFY(fetched->archive.startsWith("\x1F\x8B"));
    // Cut off on the disk: the kept copy is as good.
    writeFile(root + u"/recording/raw/"_s + id + u"/events.xml"_s, eventsXml("Raw").left(200));
    fetched = bbb->fetchMeeting({id, {}}, {});
    QVERIFY(fetched);
    QCOMPARE(fetched->record.participants[0].name, u"Kept"_s);
    QDir(root).removeRecursively();
}

void TestContract::aLockedRawFallsBackAndIsNamedOtherwise()
{
    const QString id = QString::fromLatin1(meetingId);
    const QString root = m_dir.path() + u"/bbb"_s;
    writeFile(root + u"/recording/raw/"_s + id + u"/events.xml"_s, eventsXml("Raw"));
    const auto bbb = service();
    m_disk->locked = root + u"/recording/raw"_s;
    const auto refused = bbb->fetchMeeting({id, id}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::PermissionDenied);
    QDir(root).removeRecursively();
}

void TestContract::idsThatWalkAreNotLookedFor()
{
    writeFile(m_dir.path() + u"/secret/events.xml"_s, eventsXml("Secret"));
    const auto bbb = service();
    const auto refused = bbb->fetchMeeting({u"../../../secret"_s, u"../../secret"_s}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QVERIFY(m_disk->reads.isEmpty());
}

void TestContract::theDiskIsDescribed()
{
    const QString root = m_dir.path() + u"/bbb"_s;
    const auto bbb = service();
    QCOMPARE(bbb->checkDisk({}).error().kind, ErrorKind::NotFound);
    QDir().mkpath(root + u"/other"_s);
    QCOMPARE(bbb->checkDisk({}).error().kind, ErrorKind::NotFound);
    QDir().mkpath(root + u"/recording/raw"_s);
    QDir().mkpath(root + u"/published"_s);
    auto disk = bbb->checkDisk({});
    QVERIFY(disk);
    QCOMPARE(disk->dataRoot, root);
    QVERIFY(disk->canReadRaw && disk->canReadPublished && !disk->canReadEvents && disk->unreadable.isEmpty());
    m_disk->locked = root + u"/recording/raw"_s;
    disk = bbb->checkDisk({});
    QVERIFY(disk);
    QVERIFY(!disk->canReadRaw);
    QCOMPARE(disk->unreadable, QStringList{root + u"/recording/raw"_s});
    m_disk->locked = root + u'/';
    QCOMPARE(bbb->checkDisk({}).error().kind, ErrorKind::PermissionDenied);
    QDir(root).removeRecursively();
}

void TestContract::withoutAnAccountTheDiskIsUnsupported()
{
    ConferenceServer server;
    server.apiUrl = m_standin->apiUrl();
    const auto bbb = BigBlueButtonServiceFactory().create(server, {});
    QCOMPARE(bbb->checkDisk({}).error().kind, ErrorKind::Unsupported);
    QCOMPARE(bbb->fetchMeeting({u"a"_s, u"a"_s}, {}).error().kind, ErrorKind::Unsupported);
}

void TestContract::mediaOfTheFormatsAreFound()
{
    const QString id = QString::fromLatin1(meetingId);
    const TestAnswer media{.headers = {{"Content-Type", "video/mp4"}}, .bodyBytes = 5000};
    m_standin->files = {{u"/playback/video/"_s + id + u"/video-0.mp4"_s, media},
                        {u"/presentation/"_s + id + u"/video/webcams.webm"_s, media},
                        {u"/presentation/"_s + id + u"/audio/audio.ogg"_s, media},
                        {u"/podcast/"_s + id + u"/audio.ogg"_s, TestAnswer{.headers = {{"Content-Type", "text/html"}}, .body = "<html/>"}}};
    const auto bbb = service();
    PlaybackFormat format;
    format.type = u"video"_s;
    format.url = QUrl(u"http://10.7.7.1/playback/video/"_s + id + u'/');
    auto assets = bbb->mediaAssets({id, id}, format, {});
    QVERIFY2(assets, assets ? "" : qPrintable(assets.error().detail));
    QCOMPARE(assets->size(), 1);
    QCOMPARE(assets->first().name, u"video-0.mp4"_s);
    QCOMPARE(assets->first().sizeBytes, 5000);
    QCOMPARE(assets->first().mimeType, u"video/mp4"_s);
    format = {};
    format.type = u"presentation"_s;
    assets = bbb->mediaAssets({id, id}, format, {});
    QVERIFY(assets);
    QCOMPARE(assets->size(), 1); // the webcams; the sound alone is not needed
    format.type = u"podcast"_s; // an error page that says 200
    QCOMPARE(bbb->mediaAssets({id, id}, format, {}).error().kind, ErrorKind::NotFound);
    format.type = u"notes"_s;
    QCOMPARE(bbb->mediaAssets({id, id}, format, {}).error().kind, ErrorKind::NotFound);
    format.url = QUrl(u"https://foreign.example.com/x"_s);
    QCOMPARE(bbb->mediaAssets({id, id}, format, {}).error().kind, ErrorKind::PermissionDenied);
    QCOMPARE(bbb->mediaAssets({u"../x"_s, id}, format, {}).error().kind, ErrorKind::InvalidInput);
}

void TestContract::assetsAreReadInRanges()
{
    TestAnswer media{.headers = {{"Content-Type", "video/mp4"}}, .bodyBytes = 300'000};
    TestAnswer whole = media;
    whole.honoursRange = false;
    m_standin->files = {{u"/a.mp4"_s, media}, {u"/whole.mp4"_s, whole}};
    const auto bbb = service();
    QByteArray bytes;
    const auto sink = [&bytes](QByteArrayView piece) -> Result<> {
        bytes.append(piece);
        return {};
    };
    const QUrl origin = m_standin->apiUrl().resolved(QUrl(u"/"_s));
    const auto read = [&](const QString &path, qint64 from, qint64 length) {
        bytes.clear();
        return bbb->readAsset({u"x"_s, origin.resolved(QUrl(path)), -1, {}}, from, length, sink, m_progress, {});
    };
    auto size = read(u"/a.mp4"_s, 100'000, 50'000);
    QVERIFY(size);
    QCOMPARE(*size, 300'000);
    QCOMPARE(bytes.size(), 50'000);
    QCOMPARE(bytes[0], TestAnswer::byteAt(100'000));
    QVERIFY(read(u"/a.mp4"_s, 0, -1));
    QCOMPARE(bytes.size(), 300'000);
    size = read(u"/whole.mp4"_s, 0, 1000); // sends more than was asked for
    QVERIFY(size);
    QCOMPARE(*size, 300'000);
    QCOMPARE(bytes.size(), 1000);
    QCOMPARE(read(u"/whole.mp4"_s, 10, 1000).error().kind, ErrorKind::Unsupported);
    QCOMPARE(read(u"/none.mp4"_s, 0, -1).error().kind, ErrorKind::NotFound);
    QVERIFY(bytes.isEmpty());
}

void TestContract::assetsOfOtherHostsAreRefused()
{
    const auto bbb = service();
    const auto sink = [](QByteArrayView) { return Result<>(); };
    for (const QString &url : {u"https://example.org/a.mp4"_s, u"http://127.0.0.1/a.mp4"_s})
        QCOMPARE(bbb->readAsset({u"x"_s, QUrl(url), -1, {}}, 0, -1, sink, m_progress, {}).error().kind, ErrorKind::PermissionDenied);
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_bigbluebutton_contract.moc"
