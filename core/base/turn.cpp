#include "core/base/turn.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<QLockFile>> takeTurn(const QString &lockFile, const std::stop_token &stop)
{
    constexpr int patienceMs = 100;
    auto turn = std::make_unique<QLockFile>(lockFile);
    turn->setStaleLockTime(abandonedLock);
    while (!turn->tryLock(patienceMs)) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        if (turn->error() != QLockFile::LockFailedError)
            return Error{ErrorKind::PermissionDenied, u"the lock file cannot be written"_s, lockFile, {}};
    }
    return turn;
}

} // namespace letopis
