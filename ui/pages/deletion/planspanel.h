#pragma once

#include "core/base/result.h"
#include "core/domain/jobstatus.h"
#include "core/retention/retentionanswers.h"
#include "ui/forms/access/accessparts.h"
#include "ui/text/errortext.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace letopis {

class DeletionFlow;
class EmptyState;
class JobStrip;
class MessageBar;
class PlainTable;
class PlanItemModel;
class PlanListModel;
class ServerChoice;

// Plans of deletion: made, looked at, confirmed, approved, carried out; each recording with its result.
class PlansPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PlansPanel(const AccessParts &parts, QWidget *parent = nullptr);

    void reload(); // servers, and the plans of the chosen one
    void showPlan(DeletionPlanId plan);
    PlainTable &table() const { return *m_table; }
    MessageBar &messages() const { return *m_messages; }
    DeletionFlow &flow() const { return *m_flow; }

Q_SIGNALS:
    void recordingRequested(letopis::RecordingId recording);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildDetails();
    void buildTable();
    void connectAll();
    void connectLists();
    void connectFlow();
    void select(DeletionPlanId plan);
    void readGuards();
    void readPlans();
    void makePlan();
    void discard();
    void approve();
    void confirmOrCarryOut();
    void onStarted(JobId job, const DeletionPlan &plan);
    void onFinished(const JobStatus &job);
    void onReplaced();
    void showChosen(); // reads its items where it is another
    void update();
    void showText(const ErrorText &text);
    std::optional<DeletionPlan> chosen() const;
    bool isBegun() const; // of the chosen one: items have ended

    const AccessParts m_parts;
    DeletionFlow *m_flow;
    PlanListModel *m_model;
    PlanItemModel *m_items;
    MessageBar *m_guards;
    MessageBar *m_messages;
    ServerChoice *m_server;
    PlainTable *m_table;
    PlainTable *m_itemTable;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QWidget *m_details = nullptr;
    QLabel *m_state;
    QLabel *m_advice;
    JobStrip *m_job;
    QPushButton *m_make;
    QPushButton *m_go;     // confirm, approve or carry out: whatever is next
    QPushButton *m_discard;
    QPushButton *m_recording;
    QTimer m_delay;
    std::optional<std::optional<ServerId>> m_listed; // whose plans
    std::optional<DeletionPlanId> m_shown; // whose items
    std::optional<DeletionPlanId> m_wanted;
    std::optional<DeletionPlanId> m_running;
    quint64 m_generation = 0;
    bool m_isMaking = false;
    bool m_isStale = true;
};

} // namespace letopis
