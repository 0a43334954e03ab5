#pragma once

#include "core/transport/sftpsession.h"

namespace letopis {

// What FileTransport promises about a RemotePath: plain names, and below a root nothing reached through a link.

// Asks nobody.
Result<> checkNames(const RemotePath &path);
// The directories between the root and the path's last name; with Last::Too that one as well, where it is there.
enum class Last { Too, Not };
Result<> refuseLinks(SftpSession &session, const RemotePath &path, Last last);

} // namespace letopis
