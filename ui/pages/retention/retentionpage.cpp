#include "ui/pages/retention/retentionpage.h"

#include "ui/pages/deletion/planspanel.h"
#include "ui/pages/deletion/realitypanel.h"
#include "ui/pages/deletion/simulatorpanel.h"
#include "ui/pages/deletion/trashpanel.h"
#include "ui/pages/retention/rulespanel.h"
#include "ui/widgets/fittingtabs.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

RetentionPage::RetentionPage(const AccessParts &parts, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new FittingTabs)
    , m_rules(new RulesPanel(parts))
{
    setObjectName(u"retentionPage"_s);
    m_tabs->setObjectName(u"retentionTabs"_s);
    m_tabs->setAccessibleName(tr("Auto-deletion"));
    m_tabs->addNamedTab(m_rules, u"auto-deletion", tr("Rules"));
    addDeletion(parts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    connect(m_rules, &RulesPanel::noticesCounted, this, &RetentionPage::noticesCounted);
    connect(m_rules, &RulesPanel::recordingRequested, this, &RetentionPage::recordingRequested);
}

// What the rules come to: each panel reads when it is shown.
void RetentionPage::addDeletion(const AccessParts &parts)
{
    auto *simulator = new SimulatorPanel(parts);
    auto *trash = new TrashPanel(parts);
    auto *reality = new RealityPanel(parts);
    m_plans = new PlansPanel(parts);
    m_tabs->addNamedTab(simulator, u"clock", tr("Simulator"));
    m_tabs->addNamedTab(m_plans, u"check", tr("Plans"));
    m_tabs->addNamedTab(trash, u"remove", tr("Trash"));
    m_tabs->addNamedTab(reality, u"server", tr("Reality check"));
    connect(simulator, &SimulatorPanel::recordingRequested, this, &RetentionPage::recordingRequested);
    connect(simulator, &SimulatorPanel::rulesRequested, this, [this] { m_tabs->setCurrentWidget(m_rules); });
    connect(m_plans, &PlansPanel::recordingRequested, this, &RetentionPage::recordingRequested);
    connect(trash, &TrashPanel::recordingRequested, this, &RetentionPage::recordingRequested);
    connect(trash, &TrashPanel::planRequested, this, &RetentionPage::showPlan);
    connect(reality, &RealityPanel::recordingRequested, this, &RetentionPage::recordingRequested);
    connect(reality, &RealityPanel::planRequested, this, &RetentionPage::showPlan);
}

void RetentionPage::showPlan(DeletionPlanId plan)
{
    m_tabs->setCurrentWidget(m_plans);
    m_plans->showPlan(plan);
}

QTabWidget &RetentionPage::tabs() const
{
    return *m_tabs;
}

void RetentionPage::start()
{
    m_rules->start();
}

void RetentionPage::focusTab()
{
    m_tabs->tabBar()->setFocus(Qt::OtherFocusReason);
}

} // namespace letopis
