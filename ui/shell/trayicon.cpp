#include "ui/shell/trayicon.h"

#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/models/serverdirectory.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

TrayIcon::TrayIcon(Workspace &workspace, const ServerDirectory &servers, Settings &settings, QAction *sync, QAction *quit,
                   QWidget *window)
    : QObject(window), m_settings(settings)
{
    connect(&workspace, &Workspace::newRecordingsFound, this,
            [this, &servers](ServerId id, qint64 count, const QStringList &titles) {
                const ConferenceServer *server = servers.find(id);
                notify(newRecordingsTitle(count, server ? server->name : QString()), titles);
            });
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_menu = std::make_unique<QMenu>();
    m_menu->addAction(tr("&Show Letopis"), this, &TrayIcon::windowRequested);
    m_menu->addAction(sync);
    m_menu->addSeparator();
    m_menu->addAction(quit);
    m_icon = new QSystemTrayIcon(applicationIcon(), this);
    m_icon->setToolTip(tr("Letopis"));
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowRequested();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::newRecordingsRequested);
    m_icon->show();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::isAvailable() const
{
    return m_icon && m_icon->isVisible();
}

QString TrayIcon::newRecordingsTitle(qint64 count, const QString &serverName)
{
    //: %1 is a server's name
    return tr("%n new recording(s) on %1", nullptr, static_cast<int>(count)).arg(serverName);
}

QString TrayIcon::plainLine(const QString &text)
{
    constexpr qsizetype longestLine = 80;
    return text.simplified().left(longestLine).replace(u'<', u'‹').replace(u'>', u'›');
}

void TrayIcon::notify(const QString &title, const QStringList &lines)
{
    if (!isAvailable() || !m_settings.value(settings::notificationsEnabled))
        return;
    QStringList shown;
    for (const QString &line : lines.first(qMin<qsizetype>(lines.size(), 3)))
        shown << plainLine(line);
    m_icon->showMessage(plainLine(title), shown.join(u'\n'), applicationIcon());
}

} // namespace letopis
