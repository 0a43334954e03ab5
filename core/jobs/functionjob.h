#pragma once

#include "core/base/job.h"

#include <QFuture>

#include <functional>

namespace letopis {

// Work that is one asynchronous call: `start` is called once, in this job's thread.
class FunctionJob final : public Job
{
    Q_OBJECT

public:
    using Start = std::function<QFuture<Result<>>(std::shared_ptr<ProgressCounters>, std::stop_token)>;

    explicit FunctionJob(Start start)
        : m_start(std::move(start))
    {
    }

private:
    void run(std::stop_token stop) override;

    const Start m_start;
};

} // namespace letopis
