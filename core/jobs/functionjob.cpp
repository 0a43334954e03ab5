#include "core/jobs/functionjob.h"

#include "core/base/whendone.h"

namespace letopis {

void FunctionJob::run(std::stop_token stop)
{
    whenDone(m_start(counters(), stop), this, [this](const Result<> &result) { finish(result); });
}

} // namespace letopis
