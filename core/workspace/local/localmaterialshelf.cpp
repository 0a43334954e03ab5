#include "core/workspace/local/localmaterialshelf.h"

#include "core/base/whendone.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
Error unsupported()
{
    return {ErrorKind::Unsupported, u"materials are not kept yet"_s, {}, {}};
}
} // namespace

QFuture<Result<QList<Material>>> LocalMaterialShelf::materials(const Actor &, RecordingId, bool)
{
    return readyFuture(Result<QList<Material>>(unsupported()));
}

JobId LocalMaterialShelf::startAdd(const Actor &, RecordingId, const QStringList &)
{
    return {};
}

JobId LocalMaterialShelf::startAddVersion(const Actor &, MaterialId, const QString &)
{
    return {};
}

QFuture<Result<>> LocalMaterialShelf::change(const Actor &, MaterialId, const MaterialChange &)
{
    return readyFuture(Result<>(unsupported()));
}

QFuture<Result<>> LocalMaterialShelf::setOrder(const Actor &, RecordingId, const QList<MaterialId> &)
{
    return readyFuture(Result<>(unsupported()));
}

QFuture<Result<>> LocalMaterialShelf::moveToTrash(const Actor &, MaterialId)
{
    return readyFuture(Result<>(unsupported()));
}

QFuture<Result<>> LocalMaterialShelf::restore(const Actor &, MaterialId)
{
    return readyFuture(Result<>(unsupported()));
}

JobId LocalMaterialShelf::startFetch(const Actor &, MaterialId, int, const QString &)
{
    return {};
}

QFuture<Result<QString>> LocalMaterialShelf::localCopy(const Actor &, MaterialId, int)
{
    return readyFuture(Result<QString>(unsupported()));
}

JobId LocalMaterialShelf::startExchange(const Actor &, ServerId)
{
    return {};
}

} // namespace letopis
