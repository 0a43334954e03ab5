#pragma once

#include "core/access/accessgraph.h"
#include "core/storage/connection.h"

#include <memory>
#include <mutex>

namespace letopis {

// The catalog's access graph, loaded again when access_version tells that it changed. Shared by all connections of a catalog;
// thread-safe. Loading reads every person, group, folder and entry: once for each change, in a database thread.
class AccessGraphs
{
public:
    struct Current
    {
        std::shared_ptr<const AccessGraph> graph;
        qint64 version = 0;
    };

    // As of the connection's snapshot: inside a transaction where other statements must agree with it. What a writer loads is
    // not kept, since its transaction may be rolled back.
    Result<Current> current(Connection &connection);
    static Result<qint64> version(Connection &connection);
    static Result<AccessRows> load(Connection &connection);

private:
    std::mutex m_mutex;
    Current m_current;
};

} // namespace letopis
