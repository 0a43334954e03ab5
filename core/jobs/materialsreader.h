#pragma once

#include "core/jobs/materialsdisk.h"
#include "core/storage/materialrepository.h"

#include <QHash>
#include <QSet>

namespace letopis {

class MaterialsFeed;

// Brings what a server's disk says of materials into the catalog, and finds what was lost there: what is in this profile waits
// to be written again then, what is not is a problem that is told. Blocks: for a worker thread.
class MaterialsReader
{
public:
    MaterialsReader(const MaterialsDisk &disk, MaterialRepository materials, Actor actor, MaterialsFeed &feed,
                    MaterialsProblems &problems)
        : m_disk(disk)
        , m_materials(std::move(materials))
        , m_actor(std::move(actor))
        , m_feed(feed)
        , m_problems(problems)
    {
    }

    Result<> read(ProgressCounters &progress, std::stop_token stop);

private:
    // A recording's folder, and what the catalog had of it before it was read.
    struct Folder
    {
        MaterialPlace place;
        QHash<QString, qint64> sizes; // of plain files, by name
        QHash<QString, StoredMaterial> known;
    };

    Result<QList<MaterialPlace>> places(std::stop_token stop);
    Result<> readFolder(const MaterialPlace &place, std::stop_token stop);
    Result<> readDescription(Folder &folder, const QString &uuid, std::stop_token stop);
    Result<> checkContents(const Folder &folder, const StoredMaterial &stored, bool isDescribed, std::stop_token stop);
    Result<> tellMissing(const StoredMaterial &stored, const QList<int> &missing);
    Result<> sweep(const MaterialPlace &place, const QList<RemoteFile> &entries, std::stop_token stop);
    Result<QDateTime> timeOnServer(const RemotePath &folder, std::stop_token stop);

    const MaterialsDisk &m_disk;
    MaterialRepository m_materials;
    const Actor m_actor;
    MaterialsFeed &m_feed;
    MaterialsProblems &m_problems;
};

} // namespace letopis
