#include "app/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace letopis {

namespace {

constexpr int patienceMs = 1000;

// Socket names are short on every platform: a hash of the path instead of the path.
QString nameFor(const QString &profileDirectory)
{
    const QByteArray path = QDir(profileDirectory).absolutePath().toUtf8();
    return QStringLiteral("letopis-")
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &profileDirectory, QObject *parent)
    : QObject(parent), m_name(nameFor(profileDirectory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        delete m_server.nextPendingConnection();
        Q_EMIT raiseRequested();
    });
}

bool SingleInstance::claim()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(patienceMs)) // before the event loop runs; a local socket answers or is not there
        return false;
    QLocalServer::removeServer(m_name); // left behind by a crash
    m_server.listen(m_name);
    return true;
}

} // namespace letopis
