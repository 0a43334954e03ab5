#pragma once

#include "core/base/result.h"
#include "core/domain/server.h"
#include "core/transport/sshsession.h"

namespace letopis {

// Proves who we are on a session whose host key is verified. AuthenticationRefused with the methods the server offers,
// or with the key file as subject where it is the key that cannot be used; NotFound where there is no such key file;
// ConnectionLost where the line broke off.
Result<> logIn(ssh_session session, const SshEndpoint &endpoint, const ServerCredentials &credentials);

} // namespace letopis
