#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <thread>

struct ssh_bind_struct;
struct ssh_session_struct;
struct ssh_channel_struct;
struct sftp_client_message_struct;

namespace letopis::test {

// An SSH server of libssh's own, for what a real sshd will not do without PAM or not do at all: password and
// keyboard-interactive logins, and a directory with hostile names. Serves one connection after another in a thread.
class TestSshServer
{
public:
    enum class Login { Password, KeyboardInteractive, Nothing };

    TestSshServer(const QString &hostKeyFile, Login login);
    ~TestSshServer();
    TestSshServer(const TestSshServer &) = delete;
    TestSshServer &operator=(const TestSshServer &) = delete;

    bool isListening() const { return m_port > 0; }
    int port() const { return m_port; }
    static QByteArray password() { return "correct horse"; }
    // What every directory holds.
    void setNames(const QList<QByteArray> &names) { m_names = names; }
    // Every file is of this size; its bytes are offset / 256. 0: what the size says.
    void setFile(qint64 statSize, qint64 realSize, quint32 largestAnswer);

private:
    void serve();
    void serveConnection(ssh_session_struct *session);
    bool authenticate(ssh_session_struct *session);
    void serveSftp(ssh_session_struct *session, ssh_channel_struct *channel);
    void answer(sftp_client_message_struct *message, bool &isListed);

    Login m_login;
    ssh_bind_struct *m_bind = nullptr;
    int m_port = 0;
    QList<QByteArray> m_names;
    qint64 m_statSize = 0;
    qint64 m_realSize = 0;
    quint32 m_largestAnswer = 32768;
    std::atomic<bool> m_isEnding{false};
    std::thread m_thread;
};

} // namespace letopis::test
