#pragma once

#include <QProcess>
#include <QString>

namespace letopis::demo {

// An OpenSSH server of our own on loopback, offering SFTP, and commands for the deletion script, to
// the user that runs it; key authentication only. Not
// portable: where there is no sshd, start() says so. Use in a thread with an event loop.
class SshdProcess
{
public:
    ~SshdProcess() { stop(); }

    // Keys and configuration go to `directory`, which must be writable by this user only.
    bool start(const QString &directory, QString *error);
    void stop();
    // Breaks every connection; new ones are welcome.
    void dropConnections();

    quint16 port() const { return m_port; }
    QString user() const { return m_user; }
    QString keyFile() const { return m_directory + QStringLiteral("/client_key"); }
    QString knownHostsFile() const { return m_directory + QStringLiteral("/known_hosts"); }

private:
    bool makeKeys(QString *error);
    bool writeConfiguration();
    bool launch(const QString &sshd, QString *error);
    bool awaitListening(QString *error);

    QString m_directory;
    QString m_user;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace letopis::demo
