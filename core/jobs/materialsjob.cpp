#include "core/jobs/materialsjob.h"

#include "core/base/whendone.h"

namespace letopis {

MaterialsJob::MaterialsJob(Start start)
    : m_start(std::move(start))
{
    connect(this, &Job::progressChanged, this, &MaterialsJob::tellChanges);
}

void MaterialsJob::run(std::stop_token stop)
{
    whenDone(m_start(counters(), m_feed, stop), this, [this](const Result<> &result) {
        tellChanges();
        finish(result);
    });
}

void MaterialsJob::tellChanges()
{
    for (const RecordingId recording : m_feed->take())
        Q_EMIT recordingChanged(recording);
}

} // namespace letopis
