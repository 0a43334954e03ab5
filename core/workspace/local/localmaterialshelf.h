#pragma once

#include "core/workspace/materialshelf.h"

namespace letopis {

// Materials of this profile: nothing is kept yet, every call says Unsupported.
class LocalMaterialShelf final : public MaterialShelf
{
    Q_OBJECT

public:
    using MaterialShelf::MaterialShelf;

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
};

} // namespace letopis
