#include "core/base/logging.h"
#include "core/transport/httpclient.h"
#include "core/transport/httperrors.h"
#include "tests/core/transport/httpfetch.h"
#include "tests/support/testhttpsserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMutex>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpProxy noProxy()
{
    return {.settings = {.kind = ProxyKind::None, .host = {}, .port = 0, .user = {}}, .password = {}};
}

TestAnswer plain(const QByteArray &body)
{
    return {.headers = {}, .body = body};
}

QByteArray madeUp(qint64 size)
{
    QByteArray bytes(size, '\0');
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = TestAnswer::byteAt(i);
    return bytes;
}

// Resident memory in bytes; 0 where this system does not tell.
qint64 residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private:
    TestCa m_ca;
    TestCertificate m_certificate = m_ca.good();
    QTemporaryDir m_dir;
    HttpTrust m_trust;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_trust.caFile = m_ca.writePem(m_dir.path());
        QVERIFY(!m_trust.caFile.isEmpty());
    }

    void answerArrivesWithItsHead()
    {
        TestRequest seen;
        TestHttpsServer server(m_certificate, [&seen](const TestRequest &request) {
            seen = request;
            return TestAnswer{
                .headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}},
                .body = "<response/>"};
        });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"api/x?a=%2B%20b&checksum=1"_s)));
        QVERIFY(fetched.result);
        QCOMPARE(fetched.body, QByteArray("<response/>"));
        QCOMPARE(fetched.result->status, 200);
        QCOMPARE(fetched.result->contentType, QByteArray("text/xml; charset=utf-8"));
        QCOMPARE(fetched.result->contentLength, 11);
        QCOMPARE(fetched.result->wholeSize, -1);
        QCOMPARE(fetched.result->serverDate, QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
        QCOMPARE(seen.target, QByteArray("/api/x?a=%2B%20b&checksum=1")); // byte for byte, or the checksum is wrong
        QCOMPARE(seen.headers.value("accept-encoding"), QByteArray("identity"));
        QVERIFY(!seen.headers.contains("range"));
    }

    void everyFramingArrivesWhole_data()
    {
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<bool>("hasContentLength");
        QTest::newRow("length") << false << true;
        QTest::newRow("chunked") << true << true;
        QTest::newRow("until the end") << false << false;
    }
    void everyFramingArrivesWhole()
    {
        QFETCH(const bool, isChunked);
        QFETCH(const bool, hasContentLength);
        constexpr qint64 size = 7'654'321;
        TestHttpsServer server(m_certificate, [=](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = size;
            answer.isChunked = isChunked;
            answer.hasContentLength = hasContentLength;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QVERIFY(fetched.result);
        QVERIFY(fetched.body == madeUp(size));
    }

    void emptyAnswerIsAnAnswer()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) { return plain({}); });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QVERIFY(fetched.result);
        QCOMPARE(fetched.result->contentLength, 0);
    }

    void errorStatusIsAnAnswerToo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 410, 418, 429, 500, 501, 503})
            QTest::addRow("%d", status) << status;
    }
    void errorStatusIsAnAnswerToo()
    {
        QFETCH(const int, status);
        TestHttpsServer server(m_certificate, [=](const TestRequest &) {
            TestAnswer answer = plain("said no");
            answer.status = status;
            if (status == 401)
                answer.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QCOMPARE(fetched.status(), status);
        QCOMPARE(fetched.body, QByteArray("said no"));
    }

    void rangeIsAskedForAndItsWholeSizeTold_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("middle") << qint64(100) << qint64(50) << QByteArray("bytes=100-149");
        QTest::newRow("to the end") << qint64(900) << qint64(-1) << QByteArray("bytes=900-");
        QTest::newRow("first byte") << qint64(0) << qint64(1) << QByteArray("bytes=0-0");
    }
    void rangeIsAskedForAndItsWholeSizeTold()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, length);
        QFETCH(const QByteArray, header);
        QByteArray asked;
        TestHttpsServer server(m_certificate, [&asked](const TestRequest &request) {
            asked = request.headers.value("range");
            return plain(madeUp(1000));
        });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.rangeFrom = from;
        wanted.rangeLength = length;
        const Fetched fetched = fetch(client, wanted);
        QCOMPARE(asked, header);
        QCOMPARE(fetched.status(), 206);
        QCOMPARE(fetched.result->wholeSize, 1000);
        QCOMPARE(fetched.body, madeUp(1000).mid(from, length));
    }

    void cutInTheMiddleIsAConnectionLost_data()
    {
        QTest::addColumn<qint64>("cutAfter");
        QTest::addColumn<bool>("isChunked");
        constexpr qint64 size = 3'000'000;
        for (const qint64 cut : {qint64(0), qint64(1), qint64(16'384), size / 2, size - 1}) {
            QTest::addRow("length, after %lld", cut) << cut << false;
            QTest::addRow("chunked, after %lld", cut) << cut << true;
        }
        QTest::addRow("chunked, before the last chunk") << size << true;
    }
    void cutInTheMiddleIsAConnectionLost()
    {
        QFETCH(const qint64, cutAfter);
        QFETCH(const bool, isChunked);
        TestHttpsServer server(m_certificate, [=](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = 3'000'000;
            answer.cutAfter = cutAfter;
            answer.isChunked = isChunked;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QCOMPARE(fetched.kind(), ErrorKind::ConnectionLost);
        QVERIFY(fetched.body.size() <= cutAfter);
        QVERIFY(fetched.body == madeUp(fetched.body.size()));
    }

    void closingWithoutAnAnswerIsAConnectionLost()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            TestAnswer answer;
            answer.closeWithoutAnswer = true;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        QCOMPARE(fetch(client, request(server.url(u"x"_s))).kind(), ErrorKind::ConnectionLost);
    }

    void silenceEndsInATimeout_data()
    {
        QTest::addColumn<int>("delayMs");
        QTest::addColumn<qint64>("stallAfter");
        QTest::newRow("before the head") << 60'000 << qint64(-1);
        QTest::newRow("after the head") << 0 << qint64(0);
        QTest::newRow("in the body") << 0 << qint64(70'000);
    }
    void silenceEndsInATimeout()
    {
        QFETCH(const int, delayMs);
        QFETCH(const qint64, stallAfter);
        TestHttpsServer server(m_certificate, [=](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = 200'000;
            answer.delay = std::chrono::milliseconds(delayMs);
            answer.stallAfter = stallAfter;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.inactivityTimeout = 500ms;
        const Fetched fetched = fetch(client, wanted);
        QCOMPARE(fetched.kind(), ErrorKind::Timeout);
        QCOMPARE(fetched.body.size(), std::max<qint64>(0, stallAfter));
    }

    void listenerThatNeverSpeaksTlsTimesOut()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(QUrl(u"https://127.0.0.1:%1/"_s.arg(silent.serverPort())));
        wanted.inactivityTimeout = 300ms;
        QCOMPARE(fetch(client, wanted).kind(), ErrorKind::Timeout);
    }

    void slowConsumerIsNoTimeout()
    {
        constexpr qint64 size = 24 * 1024 * 1024;
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = size;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.inactivityTimeout = 1500ms; // long enough for a server on a machine that is busy with other things
        bool hasSlept = false;
        qint64 taken = 0;
        ProgressCounters progress;
        const auto sleepy = [&](QByteArrayView bytes) -> Result<> {
            if (!std::exchange(hasSlept, true))
                std::this_thread::sleep_for(3s); // the sink's work, longer than the server may be silent
            taken += bytes.size();
            return {};
        };
        const Result<HttpResponse> result = client.get(wanted, sleepy, progress, {});
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QCOMPARE(taken, size);
        QCOMPARE(progress.bytesReceived.load(), size);
    }

    void cancelIsPrompt_data()
    {
        QTest::addColumn<QString>("when");
        for (const auto *when : {"before", "connecting", "waiting", "streaming"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }
    void cancelIsPrompt()
    {
        QFETCH(const QString, when);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        TestHttpsServer server(m_certificate, [&](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = 100'000;
            answer.delay = when == "waiting"_L1 ? 60s : 0s;
            answer.stallAfter = 50'000;
            return answer;
        });
        const QUrl url =
            when == "connecting"_L1 ? QUrl(u"https://127.0.0.1:%1/"_s.arg(silent.serverPort())) : server.url(u"x"_s);
        std::stop_source stop;
        if (when == "before"_L1)
            stop.request_stop();
        using Moment = std::chrono::steady_clock::time_point;
        std::future<Moment> stopped = std::async(std::launch::async, [&stop] {
            std::this_thread::sleep_for(300ms);
            const Moment now = std::chrono::steady_clock::now();
            stop.request_stop();
            return now;
        });
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(url), stop.get_token());
        const Moment ended = std::chrono::steady_clock::now();
        QCOMPARE(fetched.kind(), ErrorKind::Cancelled);
        const auto late = std::chrono::duration_cast<std::chrono::milliseconds>(ended - stopped.get());
        if (when != "before"_L1)
            qInfo("ended %lld ms after the stop", static_cast<long long>(late.count()));
        QVERIFY(late < 20s); // the server would have stayed silent for a minute
    }

    void clientGoesOnAfterACancel()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &request) {
            TestAnswer answer;
            answer.bodyBytes = 100'000;
            answer.stallAfter = request.target == "/stall" ? 10 : -1;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        for (int round = 0; round < 10; ++round) { // more than Qt's six connections per host
            std::stop_source stop;
            HttpRequest stalling = request(server.url(u"stall"_s));
            stalling.onResponse = [&stop](const HttpResponse &) -> Result<> {
                stop.request_stop();
                return {};
            };
            QCOMPARE(fetch(client, stalling, stop.get_token()).kind(), ErrorKind::Cancelled);
        }
        QCOMPARE(fetch(client, request(server.url(u"x"_s))).body.size(), 100'000);
    }

    void errorOfTheSinkEndsTheExchange()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = 50'000'000;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        ProgressCounters progress;
        const auto full = [](QByteArrayView) -> Result<> { return Error{ErrorKind::DiskFull, u"full"_s, {}, {}}; };
        const Result<HttpResponse> result = client.get(request(server.url(u"x"_s)), full, progress, {});
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::DiskFull);
        QVERIFY(server.bodyBytesSent() < 50'000'000);
    }

    void answerCanBeRefusedByItsHead()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) { return plain("not for the file"); });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.onResponse = [](const HttpResponse &response) -> Result<> {
            return Error{ErrorKind::NotFound, QString::number(response.status), {}, {}};
        };
        const Fetched fetched = fetch(client, wanted);
        QCOMPARE(fetched.kind(), ErrorKind::NotFound);
        QVERIFY(fetched.body.isEmpty());
    }

    void longerThanAllowedIsTooLarge_data()
    {
        QTest::addColumn<bool>("isChunked");
        QTest::newRow("announced") << false;
        QTest::newRow("not announced") << true;
    }
    void longerThanAllowedIsTooLarge()
    {
        QFETCH(const bool, isChunked);
        TestHttpsServer server(m_certificate, [=](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = 1001;
            answer.isChunked = isChunked;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.maxBytes = 1000;
        QCOMPARE(fetch(client, wanted).kind(), ErrorKind::TooLarge);
        wanted.maxBytes = 1001;
        QCOMPARE(fetch(client, wanted).body.size(), 1001);
    }

    void compressedAnswerIsRefused()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            return TestAnswer{.headers = {{"Content-Encoding", "gzip"}}, .body = "whatever"};
        });
        HttpClient client(m_trust, noProxy());
        QCOMPARE(fetch(client, request(server.url(u"x"_s))).kind(), ErrorKind::BadAnswer);
    }

    // The bytes of a head do not count as signs of life, so one that never ends runs into the timeout (or into Qt's own
    // limit, where Qt has one).
    void headWithoutEndIsGivenUpOn()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            return TestAnswer{.headers = {{"X-Long", QByteArray(64 * 1024 * 1024, 'a')}}, .body = "x"};
        });
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.inactivityTimeout = 1s;
        const Fetched fetched = fetch(client, wanted);
        QVERIFY(!fetched.result);
        QVERIFY2(fetched.kind() == ErrorKind::Timeout || fetched.kind() == ErrorKind::BadAnswer,
                 qPrintable(errorKindName(fetched.kind())));
    }

    void redirectOnTheSameServerIsFollowed_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("path") << QByteArray("/there?checksum=s3cr3t");
        QTest::newRow("relative") << QByteArray("there?checksum=s3cr3t");
        QTest::newRow("whole") << QByteArray("whole");
    }
    void redirectOnTheSameServerIsFollowed()
    {
        QFETCH(QByteArray, location);
        quint16 port = 0;
        TestHttpsServer server(m_certificate, [&](const TestRequest &request) {
            if (request.path() == "/there"_L1)
                return plain("here");
            const QByteArray base = "https://127.0.0.1:" + QByteArray::number(port);
            return TestAnswer{.status = 302,
                              .headers = {{"Location", location == "whole" ? base + "/there" : location}}};
        });
        port = server.port();
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QCOMPARE(fetched.body, QByteArray("here"));
        QCOMPARE(fetched.result->status, 200);
        QCOMPARE(fetched.result->finalUrl.path(), u"/there"_s);
    }

    void redirectToElsewhereIsRefusedWithoutTellingTheQuery_data()
    {
        QTest::addColumn<QString>("location");
        QTest::newRow("host") << u"https://localhost:%1/x?checksum=s3cr3t"_s;
        QTest::newRow("scheme") << u"http://127.0.0.1:%1/x?checksum=s3cr3t"_s;
        QTest::newRow("port") << u"https://127.0.0.1/x?checksum=s3cr3t"_s;
        QTest::newRow("user") << u"https://me:s3cr3t@elsewhere.example/"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
    }
    void redirectToElsewhereIsRefusedWithoutTellingTheQuery()
    {
        QFETCH(const QString, location);
        quint16 port = 0;
        TestHttpsServer server(m_certificate, [&](const TestRequest &) {
            const QString to = location.contains("%1"_L1) ? location.arg(port) : location;
            return TestAnswer{.status = 301, .headers = {{"Location", to.toLatin1()}}};
        });
        port = server.port();
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(server.url(u"x?checksum=s3cr3t"_s)));
        QCOMPARE(fetched.kind(), ErrorKind::ServerRefused);
        QVERIFY2(!fetched.result.error().detail.contains("s3cr3t"_L1), qPrintable(fetched.result.error().detail));
        QCOMPARE(server.requestCount(), 1);
    }

    void redirectsInACircleEnd()
    {
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            return TestAnswer{.status = 302, .headers = {{"Location", "/x"}}};
        });
        HttpClient client(m_trust, noProxy());
        QCOMPARE(fetch(client, request(server.url(u"x"_s))).kind(), ErrorKind::ServerRefused);
        QVERIFY(server.requestCount() < 10);
    }

    void nobodyListeningIsUnreachable()
    {
        quint16 port = 0;
        {
            TestHttpsServer server(m_certificate, [](const TestRequest &) { return plain("x"); });
            port = server.port();
        }
        HttpClient client(m_trust, noProxy());
        const Fetched fetched = fetch(client, request(QUrl(u"https://127.0.0.1:%1/"_s.arg(port))));
        QCOMPARE(fetched.kind(), ErrorKind::HostUnreachable);
        QCOMPARE(fetched.result.error().subject, u"127.0.0.1:%1"_s.arg(port));
    }

    void unknownHostIsUnreachable()
    {
        HttpClient client(m_trust, noProxy());
        HttpRequest wanted = request(QUrl(u"https://no-such-host.invalid/x?checksum=s3cr3t"_s));
        wanted.inactivityTimeout = 60s;
        const Fetched fetched = fetch(client, wanted);
        QCOMPARE(fetched.kind(), ErrorKind::HostUnreachable);
        QVERIFY(!fetched.result.error().detail.contains("s3cr3t"_L1));
    }

    void nonsenseIsInvalidInput_data()
    {
        QTest::addColumn<QString>("url");
        for (const auto *url : {"", "x", "ftp://127.0.0.1/", "file:///etc/passwd", "https:///x"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void nonsenseIsInvalidInput()
    {
        QFETCH(const QString, url);
        HttpClient client(m_trust, noProxy());
        QCOMPARE(fetch(client, request(QUrl(url))).kind(), ErrorKind::InvalidInput);
    }

    void answerThatIsNoHttpIsBad()
    {
        QTcpServer babbler;
        connect(&babbler, &QTcpServer::newConnection, this, [&babbler] {
            QTcpSocket *socket = babbler.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        QVERIFY(babbler.listen(QHostAddress::LocalHost));
        HttpClient client(m_trust, noProxy());
        const HttpRequest wanted = request(QUrl(u"http://127.0.0.1:%1/x"_s.arg(babbler.serverPort())));
        auto future = std::async(std::launch::async, [&] { return fetch(client, wanted); });
        QTRY_VERIFY_WITH_TIMEOUT(future.wait_for(0ms) == std::future_status::ready, 30'000);
        const ErrorKind kind = future.get().kind();
        QVERIFY2(kind == ErrorKind::BadAnswer || kind == ErrorKind::ConnectionLost, qPrintable(errorKindName(kind)));
    }

    void severalThreadsAtOnceGetTheirOwnAnswers()
    {
        TestHttpsServer server(m_certificate,
                               [](const TestRequest &request) { return plain(request.target.repeated(20'000)); });
        HttpClient client(m_trust, noProxy());
        std::vector<std::future<bool>> all;
        for (int i = 0; i < 16; ++i) {
            all.push_back(std::async(std::launch::async, [&, i] {
                const Fetched fetched = fetch(client, request(server.url(u"answer-%1"_s.arg(i))));
                return fetched.result && fetched.body == ("/answer-" + QByteArray::number(i)).repeated(20'000);
            }));
        }
        for (std::future<bool> &one : all)
            QVERIFY(one.get());
        QVERIFY(server.connectionCount() <= 6); // kept alive and shared
    }

    void hugeAnswerStreamsInBoundedMemory()
    {
        constexpr qint64 size = 220'000'000;
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = size;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        ProgressCounters progress;
        qint64 taken = 0;
        qint64 wrong = 0;
        const qint64 before = residentMemory();
        qint64 peak = before;
        const auto check = [&](QByteArrayView bytes) -> Result<> {
            wrong += bytes.front() != TestAnswer::byteAt(taken) ||
                     bytes.back() != TestAnswer::byteAt(taken + bytes.size() - 1);
            taken += bytes.size();
            peak = std::max(peak, residentMemory());
            return {};
        };
        QElapsedTimer timer;
        timer.start();
        const Result<HttpResponse> result = client.get(request(server.url(u"x"_s)), check, progress, {});
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QCOMPARE(taken, size);
        QCOMPARE(wrong, 0);
        qInfo("%lld MB/s, %lld MiB more memory",
              static_cast<long long>(size / 1000 / std::max<qint64>(1, timer.elapsed())),
              static_cast<long long>((peak - before) / 1024 / 1024));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed, on purpose
        QVERIFY(peak - before < 64 * 1024 * 1024);
#endif
    }

    void sleepingSinkHoldsTheServerBack()
    {
        constexpr qint64 size = 220'000'000;
        TestHttpsServer server(m_certificate, [](const TestRequest &) {
            TestAnswer answer;
            answer.bodyBytes = size;
            return answer;
        });
        HttpClient client(m_trust, noProxy());
        ProgressCounters progress;
        qint64 sentWhileAsleep = -1;
        const auto sleepy = [&](QByteArrayView) -> Result<> {
            // Wait until the server has stood still for a while: everything between it and us is full.
            for (qint64 last = -1; last != server.bodyBytesSent();) {
                last = server.bodyBytesSent();
                std::this_thread::sleep_for(500ms);
            }
            sentWhileAsleep = server.bodyBytesSent();
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        };
        QVERIFY(!client.get(request(server.url(u"x"_s)), sleepy, progress, {}));
        qInfo("%lld MB were on their way", static_cast<long long>(sentWhileAsleep / 1'000'000));
        QVERIFY(sentWhileAsleep > 0);
        QVERIFY(sentWhileAsleep < 64 * 1024 * 1024);
    }

    void hostsAreNamedAsPeopleWriteThem()
    {
        QCOMPARE(hostAndPort(QUrl(u"https://bbb.example/x"_s)), u"bbb.example"_s);
        QCOMPARE(hostAndPort(QUrl(u"https://bbb.example:443/x"_s)), u"bbb.example"_s);
        QCOMPARE(hostAndPort(QUrl(u"https://bbb.example:8443/x"_s)), u"bbb.example:8443"_s);
        QCOMPARE(hostAndPort(QUrl(u"https://[::1]:8443/x"_s)), u"[::1]:8443"_s);
        QVERIFY(isSameOrigin(QUrl(u"https://BBB.example/x"_s), QUrl(u"https://bbb.example:443/y"_s)));
        QVERIFY(!isSameOrigin(QUrl(u"https://bbb.example/x"_s), QUrl(u"https://bbb.example:80/y"_s)));
        QVERIFY(!isSameOrigin(QUrl(u"https://bbb.example/x"_s), QUrl(u"https://bbb.example.evil/x"_s)));
    }

    void qtsErrorsAreNamedInOurTerms_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind"); // empty: no error
        const auto row = [](const char *name, QNetworkReply::NetworkError code, int status, const char *kind) {
            QTest::newRow(name) << int(code) << status << QString::fromLatin1(kind);
        };
        row("refused", QNetworkReply::ConnectionRefusedError, 0, "hostUnreachable");
        row("host not found", QNetworkReply::HostNotFoundError, 0, "hostUnreachable");
        row("no route", QNetworkReply::UnknownNetworkError, 0, "hostUnreachable");
        row("closed", QNetworkReply::RemoteHostClosedError, 0, "connectionLost");
        row("lost in the body", QNetworkReply::UnknownNetworkError, 200, "connectionLost");
        row("timeout", QNetworkReply::TimeoutError, 0, "timeout");
        row("handshake", QNetworkReply::SslHandshakeFailedError, 0, "unsupported");
        row("proxy refused", QNetworkReply::ProxyConnectionRefusedError, 0, "proxyRefused");
        row("proxy not found", QNetworkReply::ProxyNotFoundError, 0, "proxyRefused");
        row("proxy wants a password", QNetworkReply::ProxyAuthenticationRequiredError, 407, "authenticationRefused");
        row("not found", QNetworkReply::ContentNotFoundError, 404, "");
        row("wants a password", QNetworkReply::AuthenticationRequiredError, 401, "");
        row("server error", QNetworkReply::InternalServerError, 500, "");
        row("no protocol", QNetworkReply::ProtocolFailure, 0, "badAnswer");
    }
    void qtsErrorsAreNamedInOurTerms()
    {
        QFETCH(const int, code);
        QFETCH(const int, status);
        QFETCH(const QString, kind);
        const QUrl url(u"https://bbb.example/api/x?name=a%20b&checksum=s3cr3t"_s);
        const std::optional<Error> error = errorOf({.code = QNetworkReply::NetworkError(code),
                                                    .text = u"Error transferring %1: no"_s.arg(url.toString()),
                                                    .status = status,
                                                    .isAnswered = status == 200,
                                                    .isProxied = false,
                                                    .url = url,
                                                    .proxy = {}});
        QCOMPARE(error ? errorKindName(error->kind) : QString(), kind);
        if (error) {
            QVERIFY2(!error->detail.contains("s3cr3t"_L1), qPrintable(error->detail));
            QCOMPARE(error->subject, u"bbb.example"_s);
        }
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
