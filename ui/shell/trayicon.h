#pragma once

#include <QAction>
#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace letopis {

class Workspace;
class ServerDirectory;
class Settings;

// The icon in the system's tray, where there is one, and its notification of new recordings.
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    TrayIcon(Workspace &workspace, const ServerDirectory &servers, Settings &settings, QAction *sync, QAction *quit,
             QWidget *window);
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
    void notify(const QString &title, const QStringList &lines);

    Settings &m_settings;
    QSystemTrayIcon *m_icon = nullptr;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace letopis
