#pragma once

#include "core/jobs/jobrunner.h"
#include "core/jobs/materialsjob.h"
#include "core/jobs/workerpool.h"
#include "core/storage/auditnotes.h"
#include "core/workspace/local/gate.h"
#include "core/workspace/local/serverpauses.h"
#include "core/workspace/materialshelf.h"

#include <QSet>
#include <QTimer>

namespace letopis {

// Materials of this profile: rows in the catalog, contents in a store of files, both on the servers' disks in time.
class LocalMaterialShelf final : public MaterialShelf
{
    Q_OBJECT

public:
    struct Parts
    {
        AccessControl access;
        MaterialRepository materials;
        const Clock &clock;
        JobRunner &runner;
        WorkerPool &pool;
        DiskOpener open;
        std::function<ConferenceServer(ServerId)> server; // as last read: names of jobs, whether there is an SSH account
        std::function<QString()> serverFolder;
        std::function<void(const QString &)> setServerFolder;
        bool exchangesByItself = false;
        std::function<void(const Actor &actor, const AuditNote &note)> note = {}; // who took what; null: nobody asks
    };

    explicit LocalMaterialShelf(Parts parts, QObject *parent = nullptr);

    QFuture<Result<QList<Material>>> materials(const Actor &actor, RecordingId id, bool withTrash) override;
    JobId startAdd(const Actor &actor, RecordingId id, const QStringList &localFiles) override;
    JobId startAddVersion(const Actor &actor, MaterialId id, const QString &localFile) override;
    QFuture<Result<>> change(const Actor &actor, MaterialId id, const MaterialChange &change) override;
    QFuture<Result<>> setOrder(const Actor &actor, RecordingId id, const QList<MaterialId> &order) override;
    QFuture<Result<>> moveToTrash(const Actor &actor, MaterialId id) override;
    QFuture<Result<>> restore(const Actor &actor, MaterialId id) override;
    JobId startFetch(const Actor &actor, MaterialId id, int version, const QString &saveAs) override;
    QFuture<Result<QString>> localCopy(const Actor &actor, MaterialId id, int version) override;
    JobId startExchange(const Actor &actor, ServerId server) override;
    QFuture<Result<QList<ChangedCopy>>> changedCopies(const Actor &actor, RecordingId id) override;
    QFuture<Result<>> discardCopy(const Actor &actor, const ChangedCopy &copy) override;
    QFuture<Result<qint64>> countWaiting(const Actor &actor, ServerId server) override;
    QString serverFolder() const override { return m_parts.serverFolder(); }
    QFuture<Result<>> setServerFolder(const Actor &actor, const QString &folder) override;

    // The server has just answered a sync: a good moment to see what others put there.
    void afterSync(ServerId server);

private:
    struct Exchange
    {
        JobId job;
        MaterialsScope scope = MaterialsScope::Waiting;
        std::shared_ptr<std::atomic<bool>> hasGoneThrough = {}; // to the end, whatever was wrong with one material
    };

    using Admission = std::function<QFuture<Result<>>()>;
    JobId submit(const Actor &actor, const Admission &admit, ServerId server, const QString &subject,
                 const MaterialsJob::Start &start);
    // May the actor do so with this material's recording? One that is not there is refused as one that is closed.
    QFuture<Result<>> require(const Actor &actor, Capability capability, MaterialId id);
    // f() → QFuture<Result<T>>, once they may.
    template <typename F>
    auto pass(const Actor &actor, Capability capability, MaterialId id, F f);
    QFuture<Result<QList<Material>>> withTrashFor(Actor actor, RecordingId id);
    JobId submitExchange(const Actor &actor, ServerId server, MaterialsScope scope);
    QFuture<Result<>> thenTell(const QFuture<Result<>> &done, MaterialId id);
    QFuture<Result<>> fetch(const StoredMaterial &stored, int number, const QString &saveAs,
                            std::shared_ptr<ProgressCounters> counters, std::shared_ptr<MaterialsFeed> feed,
                            std::stop_token stop);
    void noteTaken(const Actor &actor, const QString &action, const StoredMaterial &stored, int version);
    void tellChanged(RecordingId recording);
    void exchangeDue();
    void exchangeByItself(ServerId server, MaterialsScope scope);
    void onJobChanged(const JobStatus &status);

    const Parts m_parts;
    const Gate m_gate;
    MaterialRepository m_materials;
    QHash<ServerId, Exchange> m_exchanges;          // unfinished
    QSet<ServerId> m_again;                         // asked to read everything meanwhile
    ServerPauses m_pauses;
    QHash<QString, JobId> m_fetches;                // unfinished, by what they bring and where to
    QHash<MaterialId, QString> m_fileNames;         // as last shown: names of jobs
    std::shared_ptr<CopyDigests> m_digests = std::make_shared<CopyDigests>();
    QTimer m_soon;      // after a change, so that several go together
    QTimer m_regularly; // what was postponed
};

} // namespace letopis
