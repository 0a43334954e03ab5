#pragma once

#include "core/domain/recording.h"
#include "core/retention/deletionplan.h"
#include "ui/forms/access/accessparts.h"

#include <QWidget>

class QTabWidget;

namespace letopis {

class FittingTabs;
class PlansPanel;
class RulesPanel;

// When recordings go, and what becomes of that: one tab for each question. Asks for nothing before start(); its tabs, nothing
// before they are shown.
class RetentionPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RetentionPage(const AccessParts &parts, QWidget *parent = nullptr);

    void start(); // reads the rules and the warnings, and keeps them up to date from then on
    RulesPanel &rules() const { return *m_rules; }
    QTabWidget &tabs() const;
    void focusTab();
    void showPlan(DeletionPlanId plan);

Q_SIGNALS:
    void noticesCounted(qint64 notices); // warnings that nobody has dismissed
    void recordingRequested(letopis::RecordingId recording);

private:
    void addDeletion(const AccessParts &parts);

    FittingTabs *m_tabs;
    RulesPanel *m_rules;
    PlansPanel *m_plans = nullptr;
};

} // namespace letopis
