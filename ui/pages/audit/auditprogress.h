#pragma once

#include "core/base/progress.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;

namespace letopis {

// One long piece of work over the journal: how far it is, and its end. Hidden while there is none.
class AuditProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit AuditProgress(QWidget *parent = nullptr);
    ~AuditProgress() override; // stops what is under way

    struct Run
    {
        std::shared_ptr<ProgressCounters> counters;
        std::stop_token stop;
    };
    Run begin(const QString &text);
    void end();
    bool isRunning() const { return m_counters != nullptr; }

Q_SIGNALS:
    void runningChanged();

private:
    void sample();

    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_sampling;
    std::shared_ptr<ProgressCounters> m_counters;
    std::stop_source m_stop;
};

} // namespace letopis
