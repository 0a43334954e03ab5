#include "core/domain/ports/recordingdisk.h"

#include "core/base/enumname.h"

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr EnumName<DiskObstacle> obstacles[]{
    {DiskObstacle::None, "none"_L1},
    {DiskObstacle::NoAccount, "noAccount"_L1},
    {DiskObstacle::NotInstalled, "notInstalled"_L1},
    {DiskObstacle::NotAllowed, "notAllowed"_L1},
    {DiskObstacle::OnlySftp, "onlySftp"_L1},
    {DiskObstacle::OtherVersion, "otherVersion"_L1},
    {DiskObstacle::NotThere, "notThere"_L1},
    {DiskObstacle::LeadsElsewhere, "leadsElsewhere"_L1},
    {DiskObstacle::NotWritable, "notWritable"_L1},
};
} // namespace

QString diskObstacleName(DiskObstacle obstacle)
{
    return nameIn(obstacles, obstacle);
}

std::optional<DiskObstacle> diskObstacleFromName(const QString &name)
{
    return valueIn(obstacles, name);
}

} // namespace letopis
