#include "ui/pages/retention/retentionpage.h"

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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    connect(m_rules, &RulesPanel::noticesCounted, this, &RetentionPage::noticesCounted);
    connect(m_rules, &RulesPanel::recordingRequested, this, &RetentionPage::recordingRequested);
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
