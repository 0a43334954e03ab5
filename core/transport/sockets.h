#pragma once

#include "core/base/result.h"
#include "core/transport/linewatch.h"

namespace letopis {

// The few things about sockets that differ between systems.

// Connects over TCP, trying every address of the name in turn, with TCP_NODELAY and keep-alive; the socket is
// non-blocking. Ends soon after `stop`. HostUnreachable, Timeout, Cancelled.
Result<SocketHandle> connectTcp(const QString &host, int port, std::chrono::milliseconds timeout, std::stop_token stop);

// True where the other side has closed the connection; reads nothing.
bool isClosedByPeer(SocketHandle socket);

// Writing to a pipe whose reader went ends in an error instead of the process's end. For the whole process, as Qt's own
// sockets do it.
void ignoreBrokenPipes();

// Each ignores noSocket.
SocketHandle duplicateSocket(SocketHandle socket);
void shutDownSocket(SocketHandle socket);
void closeSocket(SocketHandle socket);

} // namespace letopis
