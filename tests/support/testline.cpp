#include "tests/support/testline.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <condition_variable>
#include <mutex>

namespace letopis::test {

class TestLine::Private : public QObject
{
public:
    explicit Private(int targetPort)
        : m_targetPort(targetPort)
    {
        m_thread.start();
        moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            this, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }

    ~Private() override
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                closeAll();
                delete m_server;
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    void closeAll()
    {
        for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
            socket->abort();
    }

    void silenceAll()
    {
        for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
            socket->setProperty("isSilent", true);
    }

    std::atomic<int> port{0};
    std::atomic<qint64> cutAt{-1};
    std::atomic<qint64> cutSentAt{-1};
    std::atomic<qint64> hangAt{-1};
    std::atomic<int> connections{0};
    std::atomic<qint64> passed{0};
    std::mutex mutex;
    std::condition_variable counted;

private:
    void listen()
    {
        m_server = new QTcpServer;
        m_server->setProxy(QNetworkProxy::NoProxy);
        m_server->listen(QHostAddress(QHostAddress::LocalHost));
        port = m_server->serverPort();
        connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
    }

    void accept()
    {
        QTcpSocket *client = m_server->nextPendingConnection();
        auto *server = new QTcpSocket(m_server);
        server->setProxy(QNetworkProxy::NoProxy);
        client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        passed = 0;
        m_sent = 0;
        ++connections;
        notify();
        connect(client, &QTcpSocket::readyRead, server, [this, client, server] { send(client, server); });
        connect(server, &QTcpSocket::connected, server, [this, client, server] { send(client, server); });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] { pass(server, client); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::abort);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_targetPort));
    }

    void notify()
    {
        const std::lock_guard lock(mutex);
        counted.notify_all();
    }

    void send(QTcpSocket *client, QTcpSocket *server)
    {
        QByteArray bytes = client->readAll();
        const qint64 cut = cutSentAt;
        if (cut >= 0)
            bytes.truncate(std::max<qint64>(0, cut - m_sent));
        m_sent += bytes.size();
        server->write(bytes);
        if (cut >= 0 && m_sent >= cut)
            QTimer::singleShot(50, server, &QTcpSocket::disconnectFromHost); // what was sent arrives and is dealt with
    }

    void pass(QTcpSocket *server, QTcpSocket *client)
    {
        QByteArray bytes = server->readAll();
        if (client->property("isSilent").toBool())
            return;
        const qint64 hang = hangAt;
        const qint64 cut = cutAt;
        if (hang >= 0)
            bytes.truncate(std::max<qint64>(0, hang - passed));
        if (cut >= 0)
            bytes.truncate(std::max<qint64>(0, cut - passed));
        passed += bytes.size();
        notify();
        client->write(bytes);
        if (cut >= 0 && passed >= cut)
            client->disconnectFromHost();
    }

    int m_targetPort;
    qint64 m_sent = 0;
    QThread m_thread;
    QTcpServer *m_server = nullptr;
};

TestLine::TestLine(int targetPort)
    : d(std::make_unique<Private>(targetPort))
{
}

TestLine::~TestLine() = default;

int TestLine::port() const
{
    return d->port;
}

void TestLine::cutAfter(qint64 bytes)
{
    d->cutAt = bytes;
}

void TestLine::cutAfterSent(qint64 bytes)
{
    d->cutSentAt = bytes;
}

void TestLine::hangAfter(qint64 bytes)
{
    d->hangAt = bytes;
}

void TestLine::hangNow()
{
    QMetaObject::invokeMethod(
        d.get(), [this] { d->silenceAll(); }, Qt::BlockingQueuedConnection);
}

void TestLine::cutNow()
{
    QMetaObject::invokeMethod(
        d.get(), [this] { d->closeAll(); }, Qt::BlockingQueuedConnection);
}

int TestLine::connections() const
{
    return d->connections;
}

void TestLine::waitForBytes(qint64 bytes) const
{
    std::unique_lock lock(d->mutex);
    d->counted.wait_for(lock, std::chrono::seconds(30), [&] { return d->connections > 0 && d->passed >= bytes; });
}

} // namespace letopis::test
