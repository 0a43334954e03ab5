#pragma once

#include "core/domain/jobstatus.h"

#include <QWidget>

#include <vector>

class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace letopis {

class Clock;
class JobListModel;
class JobRow;
class Workspace;

// Long work, the newest first; finished jobs stay until dismissed.
class JobsDrawer final : public QWidget
{
    Q_OBJECT

public:
    JobsDrawer(Workspace &workspace, Actor actor, JobListModel &model, const Clock &clock, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void trustRequested(letopis::ServerId server, const letopis::Error &error, letopis::JobId job);

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void updateEmpty();
    void dismissFinished();

    Workspace &m_workspace;
    const Actor m_actor;
    JobListModel &m_model;
    const Clock &m_clock;
    std::vector<JobRow *> m_rows; // as in the model
    QVBoxLayout *m_layout = nullptr;
    QStackedWidget *m_stack = nullptr;
    QToolButton *m_dismissAll = nullptr;
};

} // namespace letopis
