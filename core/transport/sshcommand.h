#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/transport/sshsession.h"

#include <QStringList>

#include <memory>

namespace letopis {

struct CommandEnd
{
    int status = -1;   // as the command left it; -1: a signal ended it, or the server does not say
    QByteArray errors; // the first bytes of what it complained of
};

// Commands on a server, each in a channel of its own of one SSH session. sshd hands a command to the account's shell as one
// line, so only words are taken that no shell reads as anything else: letters, digits and . _ / : = , @ % + -. Connects at the
// first call and again after the line was lost. One caller at a time.
class SshCommand
{
public:
    SshCommand(SshEndpoint endpoint, ServerCredentials credentials, SshTimeouts timeouts = {});
    ~SshCommand();
    SshCommand(SshCommand &&) noexcept;
    SshCommand &operator=(SshCommand &&) noexcept;

    // Nothing is sent to its standard input. What it prints goes to the sink; TooLarge past mostBytes, and the sink's error
    // ends it too. `patience`: without a byte from it. InvalidInput: a word that is none; Unsupported: the server runs no
    // commands for this account.
    Result<CommandEnd> run(const QStringList &words, qint64 mostBytes, const ByteSink &sink, std::chrono::milliseconds patience,
                           std::stop_token stop);

private:
    Result<> makeReady(std::stop_token stop);

    SshEndpoint m_endpoint;
    ServerCredentials m_credentials;
    SshTimeouts m_timeouts;
    std::unique_ptr<SshSession> m_session;
    std::chrono::steady_clock::time_point m_lastUse;
};

} // namespace letopis
