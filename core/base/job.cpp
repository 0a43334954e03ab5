#include "core/base/job.h"

namespace letopis {

using namespace std::chrono_literals;

Job::Job(QObject *parent) : QObject(parent)
{
    m_sampling.setInterval(100ms);
    connect(&m_sampling, &QTimer::timeout, this, &Job::sample);
}

Job::~Job()
{
    m_stop.request_stop();
}

void Job::start()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state != State::Pending)
                return;
            if (m_stop.stop_requested()) {
                finish(Error{ErrorKind::Cancelled, {}, {}, {}});
                return;
            }
            m_state = State::Running;
            m_sampling.start();
            m_sinceSample.start();
            run(m_stop.get_token());
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    m_stop.request_stop();
}

void Job::finish(Result<> result)
{
    Q_ASSERT(m_state != State::Finished);
    if (m_state == State::Finished)
        return;
    m_sampling.stop();
    sample();
    m_state = State::Finished;
    Q_EMIT finished(result);
}

void Job::sample()
{
    Progress now{m_counters->done, m_counters->total, m_counters->unit, m_progress.bytesPerSecond};
    const qint64 bytes = m_counters->bytesReceived;
    if (const qint64 elapsedMs = m_sinceSample.isValid() ? m_sinceSample.elapsed() : 0; elapsedMs >= 50) {
        // Smoothed, so that the figure can be read.
        const qint64 current = (bytes - m_bytesAtSample) * 1000 / elapsedMs;
        now.bytesPerSecond = m_progress.bytesPerSecond == 0 ? current : (m_progress.bytesPerSecond * 7 + current) / 8;
        m_bytesAtSample = bytes;
        m_sinceSample.restart();
    }
    if (now == m_progress)
        return;
    m_progress = now;
    Q_EMIT progressChanged();
}

} // namespace letopis
