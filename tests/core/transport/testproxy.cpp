#include "tests/core/transport/testproxy.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace letopis::test {

// One client's line through the proxy: a small talk, then bytes both ways.
class ProxyLine final : public QObject
{
public:
    ProxyLine(QTcpSocket *client, TestProxy &proxy, TestProxy::Options options)
        : QObject(client)
        , m_client(client)
        , m_proxy(proxy)
        , m_options(std::move(options))
    {
        connect(client, &QTcpSocket::readyRead, this, &ProxyLine::onClientBytes);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

private:
    enum class Stage { Greeting, Login, Request, Open };

    void onClientBytes()
    {
        m_input += m_client->readAll();
        if (m_options.hangsUp)
            return m_client->disconnectFromHost();
        if (m_options.kind == TestProxy::Kind::Http && m_stage != Stage::Open)
            talkHttp();
        else if (m_stage != Stage::Open)
            while (talkSocks()) {
            }
        if (m_stage == Stage::Open && m_server && !m_input.isEmpty())
            m_server->write(std::exchange(m_input, {}));
    }

    void talkHttp()
    {
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = m_input.left(end);
        const QList<QByteArray> words = head.left(head.indexOf("\r\n")).split(' ');
        const QByteArray login = "Proxy-Authorization: Basic " + (m_options.user + ':' + m_options.password).toBase64();
        if (!m_options.user.isEmpty() && !head.contains(login)) {
            m_input.clear();
            m_client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                            "Content-Length: 0\r\n\r\n");
            return;
        }
        if (m_options.refusesTargets) {
            m_client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return m_client->disconnectFromHost();
        }
        if (words.value(0) == "CONNECT") {
            m_input.remove(0, end + 4);
            const QList<QByteArray> target = words.value(1).split(':');
            return open(QString::fromLatin1(target.value(0)), target.value(1).toUShort(),
                        "HTTP/1.1 200 Connection established\r\n\r\n");
        }
        const QUrl url(QString::fromLatin1(words.value(1))); // a whole URL: plain http, passed on as it is
        open(url.host(), quint16(url.port(80)), {});
    }

    // One step of RFC 1928 and 1929; false where more bytes are needed.
    bool talkSocks()
    {
        const auto at = [this](qsizetype i) { return i < m_input.size() ? quint8(m_input[i]) : quint8(0); };
        switch (m_stage) {
        case Stage::Greeting: {
            if (m_input.size() < 2 || m_input.size() < 2 + at(1))
                return false;
            const bool wantsLogin = !m_options.user.isEmpty();
            const bool offersLogin = m_input.mid(2, at(1)).contains('\x02');
            m_input.remove(0, 2 + at(1));
            m_client->write(wantsLogin ? (offersLogin ? QByteArray("\x05\x02", 2) : QByteArray("\x05\xff", 2))
                                       : QByteArray("\x05\x00", 2));
            m_stage = wantsLogin ? Stage::Login : Stage::Request;
            return true;
        }
        case Stage::Login: {
            const qsizetype userLength = at(1);
            const qsizetype passwordLength = at(2 + userLength);
            if (m_input.size() < 3 + userLength + passwordLength)
                return false;
            const bool isRight = m_input.mid(2, userLength) == m_options.user &&
                                 m_input.mid(3 + userLength, passwordLength) == m_options.password;
            m_input.remove(0, 3 + userLength + passwordLength);
            m_client->write(isRight ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
            m_stage = Stage::Request;
            return isRight;
        }
        case Stage::Request:
            return answerSocksRequest();
        case Stage::Open:
            return false;
        }
        return false;
    }

    bool answerSocksRequest()
    {
        if (m_input.size() < 5)
            return false;
        const bool isName = m_input[3] == 3;
        const qsizetype addressStart = isName ? 5 : 4;
        const qsizetype addressLength = isName ? quint8(m_input[4]) : 4; // names and IPv4 are what the tests use
        if (m_input.size() < addressStart + addressLength + 2)
            return false;
        const QByteArray address = m_input.mid(addressStart, addressLength);
        const qsizetype portAt = addressStart + addressLength;
        const auto port = quint16((quint8(m_input[portAt]) << 8) | quint8(m_input[portAt + 1]));
        m_input.remove(0, portAt + 2);
        const QByteArray tail("\x00\x01\x00\x00\x00\x00\x00\x00", 8);
        if (m_options.refusesTargets) {
            m_client->write(QByteArray("\x05\x02", 2) + tail); // connection not allowed by ruleset
            m_client->disconnectFromHost();
            return false;
        }
        QHostAddress numeric;
        if (!isName)
            numeric.setAddress((quint32(quint8(address[0])) << 24) | (quint32(quint8(address[1])) << 16) |
                               (quint32(quint8(address[2])) << 8) | quint8(address[3]));
        open(isName ? QString::fromLatin1(address) : numeric.toString(), port, QByteArray("\x05\x00", 2) + tail);
        return false;
    }

    void open(const QString &host, quint16 port, const QByteArray &greeting)
    {
        m_proxy.noteTarget("%1:%2"_L1.arg(host).arg(port));
        m_stage = Stage::Open;
        auto *server = new QTcpSocket(this);
        server->setProxy(QNetworkProxy::NoProxy);
        connect(server, &QTcpSocket::connected, this, [this, server, greeting] {
            m_server = server;
            m_client->write(greeting);
            if (!m_input.isEmpty())
                m_server->write(std::exchange(m_input, {}));
        });
        connect(server, &QTcpSocket::readyRead, this, [this, server] { m_client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, m_client, [this] { m_client->disconnectFromHost(); });
        connect(server, &QTcpSocket::errorOccurred, m_client, [this] { m_client->disconnectFromHost(); });
        server->connectToHost(host, port);
    }

    QTcpSocket *m_client;
    QTcpSocket *m_server = nullptr; // once connected
    TestProxy &m_proxy;
    const TestProxy::Options m_options;
    QByteArray m_input;
    Stage m_stage = Stage::Greeting;
};

TestProxy::TestProxy(Options options)
{
    auto *home = new QObject;
    home->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, home, &QObject::deleteLater);
    m_thread.start();
    const auto listen = [this, home, options] {
        auto *server = new QTcpServer(home);
        QObject::connect(server, &QTcpServer::newConnection, home, [this, server, options] {
            while (QTcpSocket *client = server->nextPendingConnection())
                new ProxyLine(client, *this, options);
        });
        if (server->listen(QHostAddress::LocalHost))
            m_port = server->serverPort();
    };
    QMetaObject::invokeMethod(home, listen, Qt::BlockingQueuedConnection);
}

TestProxy::~TestProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QStringList TestProxy::targets() const
{
    const std::lock_guard lock(m_mutex);
    return m_targets;
}

void TestProxy::noteTarget(const QString &target)
{
    const std::lock_guard lock(m_mutex);
    m_targets.append(target);
}

} // namespace letopis::test
