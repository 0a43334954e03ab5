#pragma once

#include "core/workspace/materialshelf.h"

#include <QMap>

namespace letopis::test {

class FakeWorkspace;

// Materials of a FakeWorkspace's entries, in memory, by the rules the real one follows; answers as its workspace does. A copy
// in the profile is the very file that was added. What a job would bring is scripted.
class FakeMaterialShelf final : public MaterialShelf
{
    Q_OBJECT

public:
    explicit FakeMaterialShelf(FakeWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    // Scripts. put() gives ids, position and uuid where there are none, and emits nothing.
    MaterialId put(RecordingId recording, Material material);
    Material *material(MaterialId id);
    void finishUpload(MaterialId id, JobId job = {}); // nothing waits any more; ends the job, where one is named
    void failUpload(MaterialId id, const QString &problem, JobId job, const Error &error);
    void finishFetch(MaterialId id, int version, const QString &localFile, JobId job = {});
    void setChangedCopies(const QList<ChangedCopy> &copies) { m_changedCopies = copies; } // of those in no recording none come
    void announce(RecordingId recording) { Q_EMIT materialsChanged(recording); }
    void setNow(const QDateTime &utc) { m_now = utc; }

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
    QString serverFolder() const override { return m_serverFolder; }
    QFuture<Result<>> setServerFolder(const Actor &actor, const QString &folder) override;

private:
    QFuture<Result<>> edit(const QString &call, MaterialId id, std::function<Result<>(Material &)> how);
    ServerId serverOf(RecordingId recording) const;
    void finish(MaterialId id, JobId job);

    FakeWorkspace &m_workspace;
    QMap<MaterialId, Material> m_materials;
    QDateTime m_now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    QString m_serverFolder;
    QList<ChangedCopy> m_changedCopies;
    qint64 m_nextId = 1;
};

} // namespace letopis::test
