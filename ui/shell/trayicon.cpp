#include "ui/shell/trayicon.h"

#include "core/base/whendone.h"
#include "core/settings/settings.h"
#include "core/workspace/workspace.h"
#include "ui/models/serverdirectory.h"
#include "ui/widgets/icons.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

#include <algorithm>

namespace letopis {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 mostCounted = 500;
constexpr qsizetype shownTitles = 3;
} // namespace

TrayIcon::TrayIcon(Workspace &workspace, const Actor &actor, const ServerDirectory &servers, Settings &settings, QAction *sync,
                   QAction *quit, QWidget *window)
    : QObject(window), m_settings(settings)
{
    connect(&workspace, &Workspace::newRecordingsFound, this,
            [=, this, &workspace, &servers](ServerId id, qint64 count) {
                if (m_settings.value(settings::notificationsEnabled))
                    tellOfNew(workspace, actor, servers, id, count);
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

// Only of those that whoever works here can see.
void TrayIcon::tellOfNew(Workspace &workspace, const Actor &actor, const ServerDirectory &servers, ServerId id, qint64 count)
{
    RecordingQuery newest;
    newest.server = id;
    newest.onlyNew = true;
    const int most = static_cast<int>(std::clamp<qint64>(count, 1, mostCounted));
    whenDone(workspace.recordings(actor, newest, {}, most), this, [=, this, &servers](const Result<RecordingPage> &page) {
        if (!page || page->rows.isEmpty())
            return;
        QStringList titles;
        for (const RecordingRow &row : page->rows.first(qMin<qsizetype>(page->rows.size(), shownTitles)))
            titles << row.title;
        const ConferenceServer *server = servers.find(id);
        const qint64 seen = count > mostCounted && !page->next.isEmpty() ? count : page->rows.size();
        notify(newRecordingsTitle(seen, server ? server->name : QString()), titles);
    });
}

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
    if (!isAvailable())
        return;
    QStringList shown;
    for (const QString &line : lines)
        shown << plainLine(line);
    m_icon->showMessage(plainLine(title), shown.join(u'\n'), applicationIcon());
}

} // namespace letopis
