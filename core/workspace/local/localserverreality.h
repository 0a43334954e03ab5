#pragma once

#include "core/workspace/serverreality.h"

namespace letopis {

class LocalServerReality final : public ServerReality
{
    Q_OBJECT

public:
    using ServerReality::ServerReality;
};

} // namespace letopis
