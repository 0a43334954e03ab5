#pragma once

#include "app/cli/exitcode.h"
#include "app/cli/session.h"
#include "core/base/result.h"
#include "core/base/whendone.h"

#include <QObject>

#include <stop_token>

namespace letopis::cli {

// One run of one command. start() is called from the event loop; finished() comes once.
class Command : public QObject
{
    Q_OBJECT

public:
    explicit Command(Session &session) : m_session(session) {}

    virtual void start() = 0;
    // Ctrl+C.
    virtual void interrupt();

Q_SIGNALS:
    void finished(letopis::cli::ExitCode code);

protected:
    Session &session() { return m_session; }
    Workspace &workspace() { return *m_session.workspace; }
    std::stop_token stopToken() const { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }

    void finish(ExitCode code);
    // What was asked for is done; what follows only tells of it. Being refused that is no failure: fail() says so and ends well.
    void markDone() { m_isDone = true; }
    // Says what went wrong and ends with the code that belongs to it.
    void fail(const Error &error);
    // The answer as a table, JSON or CSV.
    void print(const Grid &grid, const QJsonObject &json);

    // handler(value) when the future is done; a failure ends the command.
    template<typename T, typename Handler>
    void onValue(const QFuture<Result<T>> &future, Handler handler)
    {
        whenDone(future, this, [this, handler = std::move(handler)](Result<T> result) mutable {
            if (!result)
                fail(result.error());
            else if constexpr (std::is_void_v<T>)
                handler();
            else
                handler(std::move(result).value());
        });
    }

private:
    Session &m_session;
    std::stop_source m_stop;
    bool m_isDone = false;
    bool m_isFinished = false;
};

} // namespace letopis::cli
