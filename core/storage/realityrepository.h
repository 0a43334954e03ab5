#pragma once

#include "core/retention/realityfinding.h"
#include "core/storage/database.h"

namespace letopis {

// What the last comparison of each server found. Any thread; a light handle, to be copied.
class RealityRepository
{
public:
    explicit RealityRepository(Database &database)
        : m_database(database)
    {
    }

    QString databasePath() const { return m_database.path(); }

    // What the catalog has of a server: visit(external id, sighting with catalog's part filled).
    using Visit = std::function<void(const QByteArray &externalId, const RealitySighting &sighting)>;
    Result<> forEachRecording(ServerId server, const Visit &visit) const; // blocks
    // Replaces what the last check found.
    QFuture<Result<>> store(RealityReport report, std::vector<RealityFinding> findings) const;
    QFuture<Result<RealityReport>> report(ServerId server) const;
    QFuture<Result<QList<RealityFinding>>> findings(ServerId server, int from, int limit) const; // by position
    QFuture<Result<QList<RealityFinding>>> findingsAt(ServerId server, const QList<int> &positions) const;

private:
    Database &m_database;
};

} // namespace letopis
