#pragma once

#include <QToolButton>

namespace letopis {

class Clock;
class JobListModel;

// The status bar's line about running work; a click opens the drawer.
class StatusSummary final : public QToolButton
{
    Q_OBJECT

public:
    StatusSummary(const JobListModel &jobs, const Clock &clock, QWidget *parent = nullptr);

private:
    void updateText();

    const JobListModel &m_jobs;
    const Clock &m_clock;
};

} // namespace letopis
