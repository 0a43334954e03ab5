#include "ui/widgets/fittingtabs.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QTabBar>

namespace letopis {

FittingTabs::FittingTabs(QWidget *parent) : QTabWidget(parent)
{
    setDocumentMode(true);
    setUsesScrollButtons(true); // should even the icons not fit
    setElideMode(Qt::ElideNone);
    tabBar()->setExpanding(false);
    connect(this, &QTabWidget::currentChanged, this, &FittingTabs::fit);
}

void FittingTabs::addNamedTab(QWidget *page, QStringView icon, const QString &name)
{
    m_names += name;
    m_icons += themedIcon(icon);
    if (page->accessibleName().isEmpty())
        page->setAccessibleName(name);
    const int index = addTab(page, name);
    setTabToolTip(index, name);
    tabBar()->setAccessibleTabName(index, name);
    fit();
}

void FittingTabs::fit()
{
    if (m_names.size() != count())
        return; // within addTab()
    showNames(true);
    if (tabBar()->sizeHint().width() > width())
        showNames(false);
}

void FittingTabs::showNames(bool isEvery)
{
    for (int index = 0; index < count(); ++index) {
        setTabText(index, isEvery || index == currentIndex() ? m_names.at(index) : QString());
        setTabIcon(index, isEvery ? QIcon() : m_icons.at(index));
    }
}

void FittingTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    fit();
}

void FittingTabs::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace letopis
