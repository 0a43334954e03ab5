#include "core/transport/httpclient.h"
#include "tests/core/transport/httpfetch.h"
#include "tests/core/transport/testproxy.h"
#include "tests/support/testhttpsserver.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace letopis;
using namespace letopis::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

TestAnswer hello(const TestRequest &)
{
    return {.headers = {}, .body = "hello"};
}

HttpProxy through(const TestProxy::Kind kind, int port, const QString &user = {}, const QByteArray &password = {})
{
    return {.settings = {.kind = kind == TestProxy::Kind::Http ? ProxyKind::Http : ProxyKind::Socks5,
                         .host = u"127.0.0.1"_s,
                         .port = port,
                         .user = user},
            .password = SecretText(password)};
}

HttpProxy asTheSystemSays()
{
    return {.settings = {.kind = ProxyKind::System, .host = {}, .port = 0, .user = {}}, .password = {}};
}

// The system's proxy, as its environment names it, for as long as this lives.
class ProxyEnvironment
{
public:
    explicit ProxyEnvironment(int port)
        : m_proxy(qgetenv("https_proxy"))
        , m_exceptions(qgetenv("no_proxy"))
    {
        qputenv("https_proxy", "http://127.0.0.1:" + QByteArray::number(port));
        qunsetenv("no_proxy");
    }
    ~ProxyEnvironment()
    {
        restore("https_proxy", m_proxy);
        restore("no_proxy", m_exceptions);
    }
    Q_DISABLE_COPY_MOVE(ProxyEnvironment)

private:
    static void restore(const char *name, const QByteArray &value)
    {
        value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }

    const QByteArray m_proxy;
    const QByteArray m_exceptions;
};

} // namespace

class HttpProxyTest : public QObject
{
    Q_OBJECT

private:
    TestCa m_ca;
    TestCertificate m_certificate = m_ca.good();
    QTemporaryDir m_dir;
    HttpTrust m_trust;

    void bothKinds()
    {
        QTest::addColumn<TestProxy::Kind>("kind");
        QTest::newRow("HTTP") << TestProxy::Kind::Http;
        QTest::newRow("SOCKS5") << TestProxy::Kind::Socks5;
    }

    Fetched get(const HttpProxy &proxy)
    {
        TestHttpsServer server(m_certificate, hello);
        m_target = u"127.0.0.1:%1"_s.arg(server.port());
        HttpClient client(m_trust, proxy);
        HttpRequest wanted = request(server.url(u"x"_s));
        wanted.inactivityTimeout = m_timeout;
        Fetched fetched = fetch(client, wanted);
        m_requests = server.requestCount();
        return fetched;
    }

    QString m_target;
    int m_requests = 0;
    std::chrono::milliseconds m_timeout = 60s;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        m_trust.caFile = m_ca.writePem(m_dir.path());
        QVERIFY(!m_trust.caFile.isEmpty());
    }

    void serverIsReachedThroughTheProxy_data() { bothKinds(); }
    void serverIsReachedThroughTheProxy()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = {}, .password = {}});
        const Fetched fetched = get(through(kind, proxy.port()));
        QVERIFY2(fetched.result, qPrintable(fetched.result ? QString() : fetched.result.error().detail));
        QCOMPARE(fetched.body, QByteArray("hello"));
        QCOMPARE(proxy.targets(), QStringList{m_target});
    }

    void hostNamesAreLookedUpByTheProxy_data() { bothKinds(); }
    void hostNamesAreLookedUpByTheProxy()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = {}, .password = {}});
        TestHttpsServer server(m_certificate, hello);
        HttpClient client(m_trust, through(kind, proxy.port()));
        QCOMPARE(fetch(client, request(server.url(u"x"_s, u"localhost"_s))).body, QByteArray("hello"));
        QCOMPARE(proxy.targets(), QStringList{u"localhost:%1"_s.arg(server.port())});
    }

    void userAndPasswordAreGivenToTheProxy_data() { bothKinds(); }
    void userAndPasswordAreGivenToTheProxy()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = "anna", .password = "s3cr3t"});
        const Fetched fetched = get(through(kind, proxy.port(), u"anna"_s, "s3cr3t"));
        QVERIFY2(fetched.result, qPrintable(fetched.result ? QString() : fetched.result.error().detail));
        QCOMPARE(proxy.targets(), QStringList{m_target});
    }

    void wrongPasswordIsRefused_data() { bothKinds(); }
    void wrongPasswordIsRefused()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = "anna", .password = "s3cr3t"});
        const Fetched fetched = get(through(kind, proxy.port(), u"anna"_s, "gu3ss"));
        QCOMPARE(fetched.kind(), ErrorKind::AuthenticationRefused);
        QCOMPARE(fetched.result.error().subject, u"127.0.0.1:%1"_s.arg(proxy.port()));
        QVERIFY(!fetched.result.error().detail.contains("gu3ss"_L1));
        QCOMPARE(m_requests, 0);
        QVERIFY(proxy.targets().isEmpty());
    }

    void missingPasswordIsRefused_data() { bothKinds(); }
    void missingPasswordIsRefused()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = "anna", .password = "s3cr3t"});
        QCOMPARE(get(through(kind, proxy.port())).kind(), ErrorKind::AuthenticationRefused);
        QCOMPARE(m_requests, 0);
    }

    void proxyThatSaysNoIsNamed_data() { bothKinds(); }
    void proxyThatSaysNoIsNamed()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = {}, .password = {}, .refusesTargets = true});
        const Fetched fetched = get(through(kind, proxy.port()));
        QVERIFY(!fetched.result);
        QVERIFY2(fetched.kind() == ErrorKind::ProxyRefused,
                 qPrintable(errorKindName(fetched.kind()) + ": "_L1 + fetched.result.error().detail));
        QCOMPARE(fetched.result.error().subject, u"127.0.0.1:%1"_s.arg(proxy.port()));
    }

    // Qt 6.4 does not notice every such end by itself; the silence then does.
    void proxyThatHangsUpEndsTheExchange_data() { bothKinds(); }
    void proxyThatHangsUpEndsTheExchange()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = {}, .password = {}, .refusesTargets = false, .hangsUp = true});
        m_timeout = 1s;
        const Fetched fetched = get(through(kind, proxy.port()));
        m_timeout = 60s;
        QVERIFY2(fetched.kind() == ErrorKind::ProxyRefused || fetched.kind() == ErrorKind::Timeout,
                 qPrintable(errorKindName(fetched.kind()) + ": "_L1 + fetched.result.error().detail));
        QCOMPARE(m_requests, 0);
    }

    void proxyThatIsNotThereIsNamed_data() { bothKinds(); }
    void proxyThatIsNotThereIsNamed()
    {
        QFETCH(const TestProxy::Kind, kind);
        int port = 0;
        {
            TestProxy proxy({.kind = kind, .user = {}, .password = {}});
            port = proxy.port();
        }
        const Fetched fetched = get(through(kind, port));
        QVERIFY2(fetched.kind() == ErrorKind::ProxyRefused,
                 qPrintable(errorKindName(fetched.kind()) + ": "_L1 + fetched.result.error().detail));
    }

    void untrustedCertificateStaysUntrustedBehindAProxy_data() { bothKinds(); }
    void untrustedCertificateStaysUntrustedBehindAProxy()
    {
        QFETCH(const TestProxy::Kind, kind);
        TestProxy proxy({.kind = kind, .user = {}, .password = {}});
        TestHttpsServer server(TestCa::selfSigned(), hello);
        HttpClient client(m_trust, through(kind, proxy.port()));
        QCOMPARE(fetch(client, request(server.url(u"x"_s))).kind(), ErrorKind::TlsUntrusted);
        QCOMPARE(server.requestCount(), 0);
    }

    void plainHttpGoesThroughTheProxyToo()
    {
        TestProxy proxy({.kind = TestProxy::Kind::Http, .user = "anna", .password = "s3cr3t"});
        TestHttpsServer server({.certificate = {}}, hello);
        HttpClient client(m_trust, through(TestProxy::Kind::Http, proxy.port(), u"anna"_s, "s3cr3t"));
        const Fetched fetched = fetch(client, request(server.url(u"x"_s)));
        QVERIFY2(fetched.result, qPrintable(fetched.result ? QString() : fetched.result.error().detail));
        QCOMPARE(fetched.body, QByteArray("hello"));
        QCOMPARE(proxy.targets(), QStringList{u"127.0.0.1:%1"_s.arg(server.port())});
        HttpClient stranger(m_trust, through(TestProxy::Kind::Http, proxy.port()));
        QCOMPARE(fetch(stranger, request(server.url(u"x"_s))).kind(), ErrorKind::AuthenticationRefused);
    }

    void systemProxyIsTheEnvironments()
    {
#ifdef Q_OS_LINUX
        TestProxy proxy({.kind = TestProxy::Kind::Http, .user = {}, .password = {}});
        const ProxyEnvironment environment(proxy.port());
        const Fetched fetched = get(asTheSystemSays());
        QCOMPARE(fetched.body, QByteArray("hello"));
        QCOMPARE(proxy.targets(), QStringList{m_target});
#else
        QSKIP("the system's proxy settings are not to be changed by a test");
#endif
    }

    void systemProxyThatIsNotThereIsNamed()
    {
#ifdef Q_OS_LINUX
        int port = 0;
        {
            TestProxy proxy({.kind = TestProxy::Kind::Http, .user = {}, .password = {}});
            port = proxy.port();
        }
        const ProxyEnvironment environment(port);
        const Fetched fetched = get(asTheSystemSays());
        QVERIFY2(fetched.kind() == ErrorKind::ProxyRefused,
                 qPrintable(errorKindName(fetched.kind()) + ": "_L1 + fetched.result.error().detail));
        QCOMPARE(fetched.result.error().subject, u"127.0.0.1:%1"_s.arg(port));
#else
        QSKIP("the system's proxy settings are not to be changed by a test");
#endif
    }

    void withoutProxyTheEnvironmentsIsNotAsked()
    {
        TestProxy proxy({.kind = TestProxy::Kind::Http, .user = {}, .password = {}});
        const ProxyEnvironment environment(proxy.port());
        const Fetched fetched =
            get({.settings = {.kind = ProxyKind::None, .host = {}, .port = 0, .user = {}}, .password = {}});
        QCOMPARE(fetched.body, QByteArray("hello"));
        QVERIFY(proxy.targets().isEmpty());
    }

    void proxyWithoutAnAddressIsInvalid_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("no host") << QString() << 8080;
        QTest::newRow("no port") << u"127.0.0.1"_s << 0;
        QTest::newRow("no such port") << u"127.0.0.1"_s << 70000;
    }
    void proxyWithoutAnAddressIsInvalid()
    {
        QFETCH(const QString, host);
        QFETCH(const int, port);
        HttpProxy proxy = through(TestProxy::Kind::Http, port);
        proxy.settings.host = host;
        QCOMPARE(get(proxy).kind(), ErrorKind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(HttpProxyTest)
#include "tst_httpproxy.moc"
