#pragma once

#include "core/domain/ports/conferenceservice.h"
#include "core/domain/ports/filetransport.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace letopis {

// A server with its secrets applied, ready for blocking calls. One user at a time.
struct OpenedServer
{
    ConferenceServer server;
    std::shared_ptr<ConferenceService> service;
};

// Loads server and secrets and makes the service; does not connect. Main thread.
using ServerOpener = std::function<QFuture<Result<OpenedServer>>(ServerId)>;

// Its disk, likewise.
struct OpenedDisk
{
    ConferenceServer server;
    std::shared_ptr<FileTransport> files;
    QString materialsRoot = {}; // absolute, on the server; empty: <data root>/letopis
};

// Unsupported: the server has no SSH account.
using DiskOpener = std::function<QFuture<Result<OpenedDisk>>(ServerId)>;

} // namespace letopis
