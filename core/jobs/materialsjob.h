#pragma once

#include "core/base/job.h"
#include "core/jobs/materialsrun.h"

namespace letopis {

// Work on materials as a job: tells the recordings it changed while it runs.
class MaterialsJob final : public Job
{
    Q_OBJECT

public:
    // Called once for each attempt, in this thread.
    using Start = std::function<QFuture<Result<>>(std::shared_ptr<ProgressCounters>, std::shared_ptr<MaterialsFeed>,
                                                  std::stop_token)>;

    explicit MaterialsJob(Start start);

Q_SIGNALS:
    void recordingChanged(letopis::RecordingId recording);

private:
    void run(std::stop_token stop) override;
    void tellChanges();

    const Start m_start;
    const std::shared_ptr<MaterialsFeed> m_feed = std::make_shared<MaterialsFeed>();
};

} // namespace letopis
