#pragma once

#include "core/transport/sftpsession.h"

#include <functional>

namespace letopis {

// Further sessions beside a transport's own, for transfers over a long line, where one session's windows and one TCP
// connection hold the speed back. Opened when first needed, kept for the next transfer. They ask nobody anything: the
// host key is known by then, and the proofs are those that just worked. Where the server lets no more in, it goes on
// with those it has, and asks no more. One caller at a time.
class SftpCrew
{
public:
    SftpCrew(SshEndpoint endpoint, ServerCredentials credentials, const SshTimeouts &timeouts);
    ~SftpCrew();
    SftpCrew(const SftpCrew &) = delete;
    SftpCrew &operator=(const SftpCrew &) = delete;

    // Works on one session of several, in a thread of its own.
    using Work = std::function<Result<>(SftpSession &session, LineWatch::Call &call)>;
    // Runs the work on up to `others` further sessions, while `own` runs here; ends them when that ends. What happens to
    // the others is no failure: the work's own board gives to one what another could not do.
    Result<> run(int others, const Work &work, const std::function<Result<>()> &own, std::stop_token stop);

    // How many further sessions a transfer of so many bytes is worth.
    static int othersFor(SftpSession &first, qint64 bytes);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis
