#pragma once

#include "core/workspace/serverreality.h"

namespace letopis::test {

class FakeServerReality final : public ServerReality
{
    Q_OBJECT

public:
    using ServerReality::ServerReality;
};

} // namespace letopis::test
