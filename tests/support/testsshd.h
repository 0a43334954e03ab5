#pragma once

#include "core/domain/server.h"

#include <QProcess>
#include <QString>
#include <QStringList>

namespace letopis::test {

// A real OpenSSH sshd on 127.0.0.1, serving SFTP only, to the account that runs the test and to one key of its own.
// Everything it needs lives in `directory`. Works as root and as a plain user; knows nothing of PAM, so: keys only.
class TestSshd
{
public:
    // Empty where an sshd can be started here, otherwise a sentence for QSKIP.
    static QString whyUnavailable();

    explicit TestSshd(const QString &directory);
    ~TestSshd();
    TestSshd(const TestSshd &) = delete;
    TestSshd &operator=(const TestSshd &) = delete;

    // Before start(). Lines come first in sshd_config, where the first value wins.
    void setExtraConfig(const QStringList &lines) { m_extraConfig = lines; }
    // "ed25519", "ecdsa", "rsa"; the order is the server's preference. Default: ed25519.
    void setHostKeyTypes(const QStringList &types) { m_hostKeyTypes = types; }
    // An external SFTP server instead of internal-sftp.
    void setSftpCommand(const QString &command) { m_sftpCommand = command; }

    // Ready to accept connections when true. Again after stop(): the same port and host keys.
    bool start();
    // Ends the listener and every session, as a crash or a power cut would.
    void stop();
    QString error() const { return m_error; }

    int port() const { return m_port; }
    QString user() const;
    QString userKeyFile() const { return m_directory + QStringLiteral("/user_key"); }
    QString hostKeyFile(const QString &type) const;
    // "[127.0.0.1]:port type base64", one line per host key.
    QByteArray knownHostsLines() const;
    // Written to known_hosts in `directory` at the first start().
    QString knownHostsFile() const { return m_directory + QStringLiteral("/known_hosts"); }
    // Key file, known_hosts and an empty configuration: nothing of the developer's own ~/.ssh is used.
    SshEndpoint endpoint() const;

private:
    bool prepare();
    bool launch();
    QByteArray configuration() const;

    QString m_directory;
    QStringList m_extraConfig;
    QStringList m_hostKeyTypes{QStringLiteral("ed25519")};
    QString m_sftpCommand = QStringLiteral("internal-sftp");
    QProcess m_process;
    QString m_error;
    int m_port = 0;
    bool m_isPrepared = false;
};

// Runs ssh-keygen: a key pair at `file` and `file`.pub.
bool generateSshKey(const QString &file, const QString &type, const QString &passphrase = {});

} // namespace letopis::test
