#include "core/domain/server.h"

#include <QTest>

using namespace letopis;
using namespace Qt::Literals::StringLiterals;

class TestServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anApiUrlAsPeoplePasteItBecomesTheBaseOfTheCalls_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("base");
        const QString usual = u"https://bbb.example/bigbluebutton/api/"_s;
        QTest::newRow("as bbb-conf prints it") << u"https://bbb.example/bigbluebutton/"_s << usual;
        QTest::newRow("with bbb-conf's label") << u"  URL: https://bbb.example/bigbluebutton/ "_s << usual;
        QTest::newRow("without the last slash") << u"https://bbb.example/bigbluebutton"_s << usual;
        QTest::newRow("with api") << u"https://bbb.example/bigbluebutton/api"_s << usual;
        QTest::newRow("with api/") << u"https://bbb.example/bigbluebutton/api/"_s << usual;
        QTest::newRow("a call with its checksum")
            << u"https://bbb.example/bigbluebutton/api/getRecordings?state=any&checksum=0123"_s << usual;
        QTest::newRow("host alone") << u"https://bbb.example"_s << usual;
        QTest::newRow("host and slash") << u"https://bbb.example/"_s << usual;
        QTest::newRow("no scheme: https") << u"bbb.example/bigbluebutton/"_s << usual;
        QTest::newRow("no scheme, a port") << u"bbb.example:8443"_s << u"https://bbb.example:8443/bigbluebutton/api/"_s;
        QTest::newRow("a port") << u"https://bbb.example:8443/bigbluebutton/"_s
                                << u"https://bbb.example:8443/bigbluebutton/api/"_s;
        QTest::newRow("another prefix") << u"https://lb.example/scalelite/bigbluebutton/api/"_s
                                        << u"https://lb.example/scalelite/bigbluebutton/api/"_s;
        QTest::newRow("plain http is kept") << u"http://bbb.example/bigbluebutton/"_s
                                            << u"http://bbb.example/bigbluebutton/api/"_s;
        QTest::newRow("capitals") << u"HTTPS://BBB.Example/bigbluebutton/"_s << usual;
        QTest::newRow("user and password are not kept") << u"https://u:p@bbb.example/bigbluebutton/"_s << usual;
        QTest::newRow("IPv6") << u"https://[::1]:8443/bigbluebutton/"_s << u"https://[::1]:8443/bigbluebutton/api/"_s;
        QTest::newRow("international name") << u"https://школа.example/bigbluebutton/"_s
                                            << u"https://школа.example/bigbluebutton/api/"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("spaces") << u"   "_s << QString();
        QTest::newRow("another scheme") << u"ftp://bbb.example/"_s << QString();
        QTest::newRow("a file") << u"file:///etc/passwd"_s << QString();
        QTest::newRow("a script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("no host") << u"https:///bigbluebutton/"_s << QString();
        QTest::newRow("a broken port") << u"https://bbb.example:99999/"_s << QString();
    }

    void anApiUrlAsPeoplePasteItBecomesTheBaseOfTheCalls()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, base);
        const Result<QUrl> url = normalisedApiUrl(typed);
        if (base.isEmpty()) {
            QVERIFY2(!url, url ? qPrintable(url->toString()) : "");
            QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
            return;
        }
        QVERIFY(url);
        QCOMPARE(*url, QUrl(base));
        QCOMPARE(*normalisedApiUrl(url->toString()), *url); // twice is once
    }

    void unencryptedHttpIsOnlyForThisComputer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("https") << u"https://bbb.example/"_s << false;
        QTest::newRow("http") << u"http://bbb.example/"_s << true;
        QTest::newRow("localhost") << u"http://localhost:8080/"_s << false;
        QTest::newRow("IPv4 loopback") << u"http://127.0.0.1:8080/"_s << false;
        QTest::newRow("IPv6 loopback") << u"http://[::1]:8080/"_s << false;
        QTest::newRow("a name that begins like it") << u"http://127.0.0.1.example/"_s << true;
        QTest::newRow("a name that ends like it") << u"http://not-localhost/"_s << true;
        QTest::newRow("the neighbour") << u"http://192.168.1.9/"_s << true;
    }

    void unencryptedHttpIsOnlyForThisComputer()
    {
        QFETCH(const QString, url);
        ConferenceServer server;
        server.name = u"university"_s;
        server.apiUrl = normalisedApiUrl(url).value();
        QTEST(problemsIn(server).contains(ServerProblem::ApiUrlUnencrypted), "isRefused");
        QTEST(!problemsIn(server).isEmpty(), "isRefused");
    }

    void anSshAccountIsReadInItsUsualSpellings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("all three") << u"letopis@bbb.example:2222"_s << u"letopis"_s << u"bbb.example"_s << 2222;
        QTest::newRow("no port") << u"letopis@bbb.example"_s << u"letopis"_s << u"bbb.example"_s << 0;
        QTest::newRow("an alias") << u"university"_s << QString() << u"university"_s << 0;
        QTest::newRow("a URL") << u"ssh://letopis@bbb.example:22/"_s << u"letopis"_s << u"bbb.example"_s << 22;
        QTest::newRow("IPv4") << u"root@192.0.2.1:22"_s << u"root"_s << u"192.0.2.1"_s << 22;
        QTest::newRow("IPv6") << u"root@[2001:db8::1]:22"_s << u"root"_s << u"2001:db8::1"_s << 22;
        QTest::newRow("IPv6 without a port") << u"[::1]"_s << QString() << u"::1"_s << 0;
        QTest::newRow("IPv6 with its zone") << u"[fe80::1%25]:22"_s << QString() << u"fe80::1%25"_s << 22;
        QTest::newRow("spaces around") << u"  a@b:1  "_s << u"a"_s << u"b"_s << 1;
        QTest::newRow("highest port") << u"a@b:65535"_s << u"a"_s << u"b"_s << 65535;
    }

    void anSshAccountIsReadInItsUsualSpellings()
    {
        QFETCH(const QString, typed);
        const Result<SshEndpoint> endpoint = parseSshEndpoint(typed);
        QVERIFY(endpoint);
        QTEST(endpoint->user, "user");
        QTEST(endpoint->host, "host");
        QTEST(endpoint->port, "port");
    }

    void anSshAccountIsWrittenAsItIsRead()
    {
        for (const auto typed : {u"bbb", u"letopis@bbb.example", u"letopis@bbb.example:2222", u"letopis@[::1]:22", u"[::1]"})
            QCOMPARE(sshAddressText(*parseSshEndpoint(QString::fromUtf16(typed))), QString::fromUtf16(typed));
    }

    void whatIsNoSshAccountIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        for (const auto typed : {u"", u"@host", u"user@", u"user@host:", u"user@host:port", u"host:65536", u"host:123456",
                                 u"two words", u"a@b@c", u"-oProxyCommand=true", u"-l@host", u"user@-host", u"::1",
                                 u"host/path", u"https://host", u"[::1", u"user@host:-1", u"host\nother"})
            QTest::newRow(qPrintable(QString::fromUtf16(typed))) << QString::fromUtf16(typed);
    }

    void whatIsNoSshAccountIsRefused()
    {
        QFETCH(const QString, typed);
        const Result<SshEndpoint> endpoint = parseSshEndpoint(typed);
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().kind, ErrorKind::InvalidInput);
    }

    void checksumAlgorithmsKeepTheirNames()
    {
        for (const auto algorithm : {ChecksumAlgorithm::Sha1, ChecksumAlgorithm::Sha256, ChecksumAlgorithm::Sha384,
                                     ChecksumAlgorithm::Sha512})
            QCOMPARE(checksumAlgorithmFromName(checksumAlgorithmName(algorithm)), algorithm);
        QVERIFY(!checksumAlgorithmFromName(u"md5"_s));
        QVERIFY(!checksumAlgorithmFromName({}));
    }
};

QTEST_APPLESS_MAIN(TestServer)
#include "tst_server.moc"
