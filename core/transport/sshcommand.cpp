#include "core/transport/sshcommand.h"

#include <QRegularExpression>

#include <libssh/libssh.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace letopis {

namespace {
constexpr int pollMs = 100;
constexpr qsizetype mostErrorBytes = 4096;
constexpr qsizetype longestWord = 200;

struct ChannelCloser
{
    void operator()(ssh_channel channel) const
    {
        ssh_channel_close(channel);
        ssh_channel_free(channel);
    }
};
using Channel = std::unique_ptr<std::remove_pointer_t<ssh_channel>, ChannelCloser>;

bool isPlainWord(const QString &word)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_./:=,@%+-]+\\z"_s);
    return word.size() <= longestWord && form.match(word).hasMatch();
}

// Both streams of a running command, until it closes them.
class Reading
{
public:
    Reading(SshSession &session, ssh_channel channel, LineWatch::Call &call)
        : m_session(session)
        , m_channel(channel)
        , m_call(call)
    {
    }

    Result<> run(qint64 mostBytes, const ByteSink &sink)
    {
        for (;;) {
            if (const auto interruption = m_call.interruption(m_session.host()))
                return *interruption;
            const int got = ssh_channel_read_timeout(m_channel, m_buffer.data(), quint32(m_buffer.size()), 0, pollMs);
            if (got > 0) {
                if ((m_received += got) > mostBytes)
                    return Error{ErrorKind::TooLarge, u"the command prints more than was expected"_s, m_session.host(), {}};
                m_call.alive();
                if (const Result<> taken = sink(QByteArrayView(m_buffer.data(), got)); !taken)
                    return taken;
            }
            readErrors();
            if (got == SSH_ERROR)
                return m_call.interruption(m_session.host()).value_or(m_session.lineError());
            if (got <= 0 && ssh_channel_is_eof(m_channel))
                return {};
        }
    }
    QByteArray errors() const { return m_errors; }

private:
    void readErrors()
    {
        for (;;) { // all of it, or the command would wait for somebody to read on
            const int got = ssh_channel_read_nonblocking(m_channel, m_buffer.data(), quint32(m_buffer.size()), 1);
            if (got <= 0)
                return;
            m_errors.append(m_buffer.data(), std::min<qsizetype>(got, mostErrorBytes - m_errors.size()));
        }
    }

    SshSession &m_session;
    ssh_channel m_channel;
    LineWatch::Call &m_call;
    std::array<char, 32768> m_buffer{};
    QByteArray m_errors;
    qint64 m_received = 0;
};
} // namespace

SshCommand::SshCommand(SshEndpoint endpoint, ServerCredentials credentials, SshTimeouts timeouts)
    : m_endpoint(std::move(endpoint))
    , m_credentials(std::move(credentials))
    , m_timeouts(timeouts)
{
}

SshCommand::~SshCommand() = default;
SshCommand::SshCommand(SshCommand &&) noexcept = default;
SshCommand &SshCommand::operator=(SshCommand &&) noexcept = default;

Result<> SshCommand::makeReady(std::stop_token stop)
{
    const bool isTrusted = std::chrono::steady_clock::now() - m_lastUse < m_timeouts.trustedIdleness;
    m_lastUse = std::chrono::steady_clock::now();
    if (m_session && (!m_session->isUp() || !isTrusted))
        m_session.reset();
    if (m_session)
        return {};
    auto session = SshSession::open(m_endpoint, m_credentials, m_timeouts, stop);
    if (!session)
        return session.error();
    m_session = std::move(session).value();
    return {};
}

Result<CommandEnd> SshCommand::run(const QStringList &words, qint64 mostBytes, const ByteSink &sink,
                                   std::chrono::milliseconds patience, std::stop_token stop)
{
    if (words.isEmpty() || !std::all_of(words.begin(), words.end(), isPlainWord))
        return Error{ErrorKind::InvalidInput, u"not a word that a shell leaves alone"_s, words.join(u' '), {}};
    if (const Result<> ready = makeReady(stop); !ready)
        return ready.error();
    LineWatch::Call call(m_session->watch(), stop, patience);
    const auto lineError = [&] { return call.interruption(m_session->host()).value_or(m_session->lineError()); };
    const Channel channel(ssh_channel_new(m_session->handle()));
    if (!channel || ssh_channel_open_session(channel.get()) != SSH_OK) {
        const Error error = lineError();
        m_session.reset();
        return error;
    }
    if (ssh_channel_request_exec(channel.get(), words.join(u' ').toLatin1().constData()) != SSH_OK) {
        if (m_session->isUp())
            return Error{ErrorKind::Unsupported, u"the server runs no commands for this account"_s, m_session->host(), {}};
        return lineError();
    }
    ssh_channel_send_eof(channel.get());
    Reading reading(*m_session, channel.get(), call);
    const Result<> read = reading.run(mostBytes, sink);
    if (!read)
        return read.error();
    return CommandEnd{ssh_channel_get_exit_status(channel.get()), reading.errors()};
}

} // namespace letopis
