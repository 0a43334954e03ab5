#include "tests/support/testsshserver.h"

#include <QFile>
#include <QTcpServer>

#define SSH_SUPPRESS_DEPRECATED
#define WITH_SERVER
#include <libssh/libssh.h>
#include <libssh/server.h>
#include <libssh/sftp.h>

#include <poll.h>

#include <cstring>

namespace letopis::test {

namespace {

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress(QHostAddress::LocalHost)) ? server.serverPort() : 0;
}

bool answerPassword(ssh_message message)
{
    if (ssh_message_subtype(message) != SSH_AUTH_METHOD_PASSWORD)
        return false;
    return ssh_message_auth_password(message) == TestSshServer::password();
}

// Two rounds, as PAM with a notice does: the password first, then nothing but a message.
bool answerInteractive(ssh_session session, ssh_message message, bool &isAnswered)
{
    isAnswered = false;
    if (ssh_message_subtype(message) != SSH_AUTH_METHOD_INTERACTIVE)
        return false;
    if (!ssh_message_auth_kbdint_is_response(message)) {
        const char *prompts[] = {"Name of your first cat: ", "Password: "};
        char echo[] = {1, 0};
        ssh_message_auth_interactive_request(message, "PAM", "", 2, prompts, echo);
        isAnswered = true;
        return false;
    }
    return ssh_userauth_kbdint_getnanswers(session) == 2 &&
           ssh_userauth_kbdint_getanswer(session, 1) == TestSshServer::password() &&
           QByteArray(ssh_userauth_kbdint_getanswer(session, 0)).isEmpty();
}

} // namespace

TestSshServer::TestSshServer(const QString &hostKeyFile, Login login)
    : m_login(login)
    , m_bind(ssh_bind_new())
{
    const int port = freePort();
    const QByteArray key = QFile::encodeName(hostKeyFile);
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_BINDADDR, "127.0.0.1");
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_BINDPORT, &port);
    ssh_bind_options_set(m_bind, SSH_BIND_OPTIONS_HOSTKEY, key.constData());
    if (ssh_bind_listen(m_bind) != SSH_OK)
        return;
    m_port = port;
    m_thread = std::thread([this] { serve(); });
}

TestSshServer::~TestSshServer()
{
    m_isEnding = true;
    if (m_thread.joinable())
        m_thread.join();
    ssh_bind_free(m_bind);
}

void TestSshServer::setFile(qint64 statSize, qint64 realSize, quint32 largestAnswer)
{
    m_statSize = statSize;
    m_realSize = realSize;
    m_largestAnswer = largestAnswer;
}

void TestSshServer::serve()
{
    while (!m_isEnding) {
        pollfd entry{ssh_bind_get_fd(m_bind), POLLIN, 0};
        if (::poll(&entry, 1, 20) <= 0)
            continue;
        ssh_session session = ssh_new();
        const long timeout = 5;
        ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &timeout);
        if (ssh_bind_accept(m_bind, session) == SSH_OK)
            serveConnection(session);
        ssh_disconnect(session);
        ssh_free(session);
    }
}

bool TestSshServer::authenticate(ssh_session session)
{
    for (ssh_message message = ssh_message_get(session); message; message = ssh_message_get(session)) {
        bool isAccepted = false;
        bool isAnswered = false;
        if (ssh_message_type(message) == SSH_REQUEST_AUTH) {
            if (m_login == Login::Password)
                isAccepted = answerPassword(message);
            else if (m_login == Login::KeyboardInteractive)
                isAccepted = answerInteractive(session, message, isAnswered);
            if (isAccepted) {
                ssh_message_auth_reply_success(message, 0);
            } else if (!isAnswered) {
                ssh_message_auth_set_methods(message, m_login == Login::Password ? SSH_AUTH_METHOD_PASSWORD
                                                      : m_login == Login::KeyboardInteractive
                                                          ? SSH_AUTH_METHOD_INTERACTIVE
                                                          : SSH_AUTH_METHOD_HOSTBASED);
                ssh_message_reply_default(message);
            }
        } else {
            ssh_message_reply_default(message);
        }
        ssh_message_free(message);
        if (isAccepted)
            return true;
    }
    return false;
}

void TestSshServer::serveConnection(ssh_session session)
{
    if (ssh_handle_key_exchange(session) != SSH_OK || !authenticate(session))
        return;
    ssh_channel channel = nullptr;
    for (ssh_message message = ssh_message_get(session); message; message = ssh_message_get(session)) {
        const int type = ssh_message_type(message);
        const int subtype = ssh_message_subtype(message);
        bool isSftp = false;
        if (type == SSH_REQUEST_CHANNEL_OPEN && subtype == SSH_CHANNEL_SESSION) {
            channel = ssh_message_channel_request_open_reply_accept(message);
        } else if (type == SSH_REQUEST_CHANNEL && subtype == SSH_CHANNEL_REQUEST_SUBSYSTEM) {
            isSftp = true;
            ssh_message_channel_request_reply_success(message);
        } else {
            ssh_message_reply_default(message);
        }
        ssh_message_free(message);
        if (isSftp) {
            serveSftp(session, channel);
            return;
        }
    }
}

void TestSshServer::serveSftp(ssh_session session, ssh_channel channel)
{
    sftp_session sftp = sftp_server_new(session, channel);
    if (sftp_server_init(sftp) == SSH_OK) {
        bool isListed = false;
        while (sftp_client_message message = sftp_get_client_message(sftp)) {
            answer(message, isListed);
            sftp_client_message_free(message);
        }
    }
    sftp_server_free(sftp);
}

void TestSshServer::answer(sftp_client_message message, bool &isListed)
{
    sftp_attributes_struct attributes{};
    attributes.flags = SSH_FILEXFER_ATTR_SIZE | SSH_FILEXFER_ATTR_PERMISSIONS | SSH_FILEXFER_ATTR_ACMODTIME;
    attributes.permissions = 0100644;
    attributes.size = quint64(m_statSize);
    attributes.mtime = attributes.atime = 1'700'000'000;
    switch (sftp_client_message_get_type(message)) {
    case SFTP_OPENDIR:
        isListed = false;
        [[fallthrough]];
    case SFTP_OPEN: {
        ssh_string handle = ssh_string_from_char("handle");
        sftp_reply_handle(message, handle);
        ssh_string_free(handle);
        break;
    }
    case SFTP_READDIR:
        if (isListed) {
            sftp_reply_status(message, SSH_FX_EOF, "end");
            break;
        }
        for (const QByteArray &name : m_names)
            sftp_reply_names_add(message, name.constData(), name.constData(), &attributes);
        sftp_reply_names(message);
        isListed = true;
        break;
    case SFTP_STAT:
    case SFTP_LSTAT:
    case SFTP_FSTAT:
        sftp_reply_attr(message, &attributes);
        break;
    case SFTP_READ: {
        const qint64 left = m_realSize - qint64(message->offset);
        if (left <= 0) {
            sftp_reply_status(message, SSH_FX_EOF, "end");
            break;
        }
        QByteArray bytes(std::min<qint64>({left, message->len, m_largestAnswer}), Qt::Uninitialized);
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char((qint64(message->offset) + i) / 256);
        sftp_reply_data(message, bytes.constData(), int(bytes.size()));
        break;
    }
    case SFTP_CLOSE:
        sftp_reply_status(message, SSH_FX_OK, "closed");
        break;
    default:
        sftp_reply_status(message, SSH_FX_OP_UNSUPPORTED, "no");
    }
}

} // namespace letopis::test
