#pragma once

#include "core/base/clock.h"
#include "core/jobs/deletionrun.h"
#include "core/storage/realityrepository.h"

namespace letopis {

// Compares what a server's API lists, what lies on its disk and what the catalog has, recording by recording; keeps some hundred
// bytes of each. The disk is read through the script, else over SFTP, else not at all. Blocks: for a worker thread.
class RealityRun
{
public:
    RealityRun(DeletionPlace place, RealityRepository reality, const Clock &clock);

    Result<> execute(ProgressCounters &progress, std::stop_token stop);

private:
    Result<> readApi(ProgressCounters &progress, std::stop_token stop);
    Result<QString> readDisk(ProgressCounters &progress, std::stop_token stop); // what told of it
    Result<> readBySftp(ProgressCounters &progress, std::stop_token stop);
    Result<> listTree(const QString &tree, bool hasFormats, ProgressCounters &progress, std::stop_token stop);
    Result<> measure(std::vector<RealityFinding> &findings, std::stop_token stop);
    void see(const QString &tree, const QString &externalId, bool isMarker, qint64 atMs);

    const DeletionPlace m_place;
    const RealityRepository m_reality;
    const Clock &m_clock;
    QHash<QByteArray, RealitySighting> m_seen; // by external id
    bool m_isListingComplete = false;
    quint32 m_unseen = 0; // trees of the disk that could not be looked at, wholly or in part
};

// Recordings of findings that only the disk knows, so that a plan may name them: as deleted ones, with nothing but their ids. Those
// that the catalog has by now stay as they are there.
Result<> addUnknown(Database &database, const Clock &clock, ServerId server, const Actor &actor, const QStringList &externalIds);

} // namespace letopis
