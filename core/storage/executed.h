#pragma once

#include "core/storage/connection.h"

namespace letopis {

// That it went well, or why not, where nobody asks how many rows it was.
inline Result<> asResult(const Result<Executed> &executed)
{
    return executed ? Result<>() : Result<>(executed.error());
}

} // namespace letopis
