#pragma once

#include <QIcon>
#include <QStringList>
#include <QTabWidget>

namespace letopis {

// Tabs that all stay in sight: where their names do not fit, those behind show icons, with their names as tool tips.
class FittingTabs final : public QTabWidget
{
    Q_OBJECT

public:
    explicit FittingTabs(QWidget *parent = nullptr);

    // Instead of addTab(). `icon` names a themed icon.
    void addNamedTab(QWidget *page, QStringView icon, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void showNames(bool isEvery);

    QStringList m_names;
    QList<QIcon> m_icons;
};

} // namespace letopis
