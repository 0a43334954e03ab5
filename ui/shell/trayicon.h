#pragma once

#include "core/domain/server.h"

#include <QAction>
#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace letopis {

struct Actor;
class Workspace;
class ServerDirectory;
class Settings;

// The icon in the system's tray, where there is one, and its notification of new recordings.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    TrayIcon(Workspace &workspace, const Actor &actor, const ServerDirectory &servers, Settings &settings, QAction *sync,
             QAction *quit, QWidget *window);
    ~TrayIcon() override;

    bool isAvailable() const;

    // "3 new recordings on bbb.uni.example" and the first titles, as the notification says it.
    static QString newRecordingsTitle(qint64 count, const QString &serverName);
    // One short line without tags: some desktops read a notification as HTML, and some show escaped text as it is.
    static QString plainLine(const QString &text);

Q_SIGNALS:
    void windowRequested();
    void newRecordingsRequested(); // the notification was clicked

private:
    void tellOfNew(Workspace &workspace, const Actor &actor, const ServerDirectory &servers, ServerId id, qint64 count);
    void notify(const QString &title, const QStringList &lines);

    Settings &m_settings;
    QSystemTrayIcon *m_icon = nullptr;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace letopis
