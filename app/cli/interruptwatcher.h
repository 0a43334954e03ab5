#pragma once

#include <QObject>

#include <memory>

namespace letopis::cli {

// Turns Ctrl+C (and a request to terminate) into a signal on the main thread. The second one ends the process at once. Make
// it before any other thread is started: they must inherit the blocked signals.
class InterruptWatcher : public QObject
{
    Q_OBJECT

public:
    explicit InterruptWatcher(QObject *parent = nullptr);
    ~InterruptWatcher() override;

Q_SIGNALS:
    void interrupted();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace letopis::cli
