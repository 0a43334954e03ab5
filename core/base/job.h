#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace letopis {

// A piece of long, cancellable work. Lives in the thread that made it and emits there.
// run() is entered from the event loop, never from start(). finished() comes exactly once. cancel() asks; the job reports
// Cancelled when it really stopped. Destroying a job asks it to stop and silences it. Jobs never ask the user: they end
// with an error whose evidence is the question, and a new job is started with the answer.
class Job : public QObject
{
    Q_OBJECT

public:
    enum class State { Pending, Running, Finished };
    Q_ENUM(State)

    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    void start();
    void cancel();

    State state() const { return m_state; }
    Progress progress() const { return m_progress; }
    bool isCancelRequested() const { return m_stop.stop_requested(); }

Q_SIGNALS:
    void progressChanged();
    void finished(const letopis::Result<> &result);

protected:
    virtual void run(std::stop_token stop) = 0;
    // Ends the job; a second call is ignored (and a programming error).
    void finish(Result<> result);
    // Shared with the worker that fills them, which may outlive this object by a moment.
    const std::shared_ptr<ProgressCounters> &counters() const { return m_counters; }

private:
    void sample();

    State m_state = State::Pending;
    std::stop_source m_stop;
    std::shared_ptr<ProgressCounters> m_counters = std::make_shared<ProgressCounters>();
    Progress m_progress;
    QTimer m_sampling;
    QElapsedTimer m_sinceSample;
    qint64 m_bytesAtSample = 0;
};

} // namespace letopis
