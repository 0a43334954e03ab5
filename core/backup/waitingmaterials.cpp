#include "core/backup/waitingmaterials.h"

#include "core/storage/connection.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

template <>
WaitingMaterial fromRow(const Row &row)
{
    return {row.get<QByteArray>("sha256"_L1), row.get<qint64>("size_bytes"_L1), row.get<QString>("file_name"_L1)};
}

Result<std::vector<WaitingMaterial>> waitingMaterials(const QString &catalogFile)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(catalogFile, ConnectionMode::ReadOnly, {});
    if (!connection)
        return connection.error();
    return (*connection)
        ->select<WaitingMaterial>({"backup.materials"_L1,
                                   u"SELECT sha256, min(size_bytes) AS size_bytes, min(file_name) AS file_name "
                                   "FROM material_version WHERE is_on_server = 0 AND is_local = 1 "
                                   "GROUP BY sha256 ORDER BY sha256"_s});
}

} // namespace letopis
