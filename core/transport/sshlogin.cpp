#include "core/transport/sshlogin.h"

#include <QDir>

#include <libssh/callbacks.h>
#include <libssh/libssh.h>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {

constexpr int maxPrompts = 16;
constexpr int maxRounds = 8;

struct KeyDeleter
{
    void operator()(ssh_key key) const { ssh_key_free(key); }
};
using Key = std::unique_ptr<std::remove_pointer_t<ssh_key>, KeyDeleter>;

QString offeredMethods(ssh_session session)
{
    const int offered = ssh_userauth_list(session, nullptr);
    QStringList names;
    const auto add = [&](unsigned method, const QString &name) {
        if (unsigned(offered) & method)
            names << name;
    };
    add(SSH_AUTH_METHOD_PUBLICKEY, u"publickey"_s);
    add(SSH_AUTH_METHOD_PASSWORD, u"password"_s);
    add(SSH_AUTH_METHOD_INTERACTIVE, u"keyboard-interactive"_s);
    add(SSH_AUTH_METHOD_GSSAPI_MIC, u"gssapi-with-mic"_s);
    add(SSH_AUTH_METHOD_HOSTBASED, u"hostbased"_s);
    return names.isEmpty() ? u"nothing"_s : names.join(u", "_s);
}

bool isOffered(ssh_session session, unsigned method)
{
    return unsigned(ssh_userauth_list(session, nullptr)) & method;
}

const char *orNull(const SecretText &secret)
{
    return secret.isEmpty() ? nullptr : secret.reveal().constData();
}

QString withHome(const QString &path)
{
    return path.startsWith("~/"_L1) ? QDir::homePath() + path.sliced(1) : path;
}

// Called only where a key is encrypted and no passphrase was given: that is all we want to know.
int noteEncryption(const char *, char *, size_t, int, int, void *isEncrypted)
{
    *static_cast<bool *>(isEncrypted) = true;
    return -1;
}

class Login
{
public:
    Login(ssh_session session, const SshEndpoint &endpoint, const ServerCredentials &credentials)
        : m_session(session)
        , m_endpoint(endpoint)
        , m_credentials(credentials)
    {
    }

    Result<> run()
    {
        // Also asks the server for its methods; a server that wants no proof says so here.
        int rc = ssh_userauth_none(m_session, nullptr);
        if (rc == SSH_AUTH_SUCCESS)
            return {};
        if (rc == SSH_AUTH_ERROR)
            return failure(rc);
        const Result<int> first = firstFactor();
        if (!first)
            return first.error();
        rc = *first;
        if (rc == SSH_AUTH_PARTIAL)
            rc = m_endpoint.login == SshLogin::Password ? agentAndDefaultKeys() : password();
        return rc == SSH_AUTH_SUCCESS ? Result<>() : failure(rc);
    }

private:
    Result<int> firstFactor()
    {
        switch (m_endpoint.login) {
        case SshLogin::AgentAndDefaultKeys:
            return agentAndDefaultKeys();
        case SshLogin::KeyFile:
            return keyFile();
        case SshLogin::Password:
            return password();
        }
        return SSH_AUTH_DENIED;
    }

    int agentAndDefaultKeys()
    {
        return ssh_userauth_publickey_auto(m_session, nullptr, orNull(m_credentials.sshKeyPassphrase));
    }

    Result<int> keyFile()
    {
        const QString name = withHome(m_endpoint.keyFile);
        const QByteArray path = QFile::encodeName(name);
        ssh_key raw = nullptr;
        bool isEncrypted = false;
        const int rc = ssh_pki_import_privkey_file(path.constData(), orNull(m_credentials.sshKeyPassphrase),
                                                   noteEncryption, &isEncrypted, &raw);
        const Key key(raw);
        if (rc == SSH_EOF || !QFile::exists(name))
            return Error{ErrorKind::NotFound, u"there is no such private key file"_s, name, {}};
        if (rc != SSH_OK)
            return Error{ErrorKind::AuthenticationRefused, whyUnusable(name, isEncrypted), name, {}};
        return ssh_userauth_publickey(m_session, nullptr, key.get());
    }

    QString whyUnusable(const QString &name, bool isEncrypted) const
    {
        if (isEncrypted)
            return u"the private key needs a passphrase"_s;
        if (!QFile(name).open(QIODevice::ReadOnly))
            return u"the private key file cannot be read"_s;
        return m_credentials.sshKeyPassphrase.isEmpty() ? u"the file is not a private key this program can read"_s
                                                        : u"the passphrase does not open the private key"_s;
    }

    int password()
    {
        if (m_credentials.sshPassword.isEmpty())
            return SSH_AUTH_DENIED;
        int rc = SSH_AUTH_DENIED;
        if (isOffered(m_session, SSH_AUTH_METHOD_PASSWORD))
            rc = ssh_userauth_password(m_session, nullptr, m_credentials.sshPassword.reveal().constData());
        if (rc == SSH_AUTH_DENIED && isOffered(m_session, SSH_AUTH_METHOD_INTERACTIVE))
            rc = keyboardInteractive();
        return rc;
    }

    // The first hidden prompt is the password's. A second factor is not ours to answer: it gets nothing.
    int keyboardInteractive()
    {
        bool isGiven = false;
        int rc = ssh_userauth_kbdint(m_session, nullptr, nullptr);
        for (int round = 0; rc == SSH_AUTH_INFO && round < maxRounds; ++round) {
            const int prompts = ssh_userauth_kbdint_getnprompts(m_session);
            if (prompts > maxPrompts)
                return SSH_AUTH_DENIED;
            for (int i = 0; i < prompts; ++i) {
                char isEchoed = 0;
                ssh_userauth_kbdint_getprompt(m_session, unsigned(i), &isEchoed);
                const bool isPassword = !isEchoed && !isGiven;
                isGiven = isGiven || isPassword;
                ssh_userauth_kbdint_setanswer(m_session, unsigned(i),
                                              isPassword ? m_credentials.sshPassword.reveal().constData() : "");
            }
            rc = ssh_userauth_kbdint(m_session, nullptr, nullptr);
        }
        return rc == SSH_AUTH_INFO ? SSH_AUTH_DENIED : rc;
    }

    Error failure(int rc) const
    {
        const QString message = QString::fromUtf8(ssh_get_error(m_session));
        // sshd hangs up after MaxAuthTries keys, which an agent with many keys reaches.
        const bool isTooMany = message.contains("Too many authentication failures"_L1);
        if (!ssh_is_connected(m_session) && !isTooMany)
            return {
                ErrorKind::ConnectionLost, u"the line broke off while logging in: "_s + message, m_endpoint.host, {}};
        QString detail = u"the server offers "_s + offeredMethods(m_session);
        if (rc == SSH_AUTH_PARTIAL)
            detail = u"the server wants a further proof; it offers "_s + offeredMethods(m_session);
        else if (isTooMany)
            detail = u"too many keys were tried; "_s + detail;
        else if (rc == SSH_AUTH_ERROR)
            detail += u"; "_s + message;
        return {ErrorKind::AuthenticationRefused, detail, m_endpoint.host, {}};
    }

    ssh_session m_session;
    const SshEndpoint &m_endpoint;
    const ServerCredentials &m_credentials;
};

} // namespace

Result<> logIn(ssh_session session, const SshEndpoint &endpoint, const ServerCredentials &credentials)
{
    return Login(session, endpoint, credentials).run();
}

} // namespace letopis
