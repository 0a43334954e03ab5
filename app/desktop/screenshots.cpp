#include "app/desktop/screenshots.h"

#include <QDir>
#include <QPixmap>

namespace letopis {

using namespace std::chrono_literals;

namespace {
constexpr int mostLooks = 200; // 10 s
constexpr int neededSteadyLooks = 6; // layouts and late answers settle
} // namespace

Screenshots::Screenshots(QString directory, QList<Scene> scenes, QObject *parent)
    : QObject(parent), m_directory(std::move(directory)), m_scenes(std::move(scenes))
{
    m_timer.setInterval(50ms);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::look);
}

void Screenshots::start()
{
    QDir().mkpath(m_directory);
    nextScene();
}

void Screenshots::nextScene()
{
    if (m_current >= 0 && m_scenes[m_current].leave)
        m_scenes[m_current].leave();
    ++m_current;
    if (m_current == m_scenes.size()) {
        m_timer.stop();
        Q_EMIT finished(m_failures);
        return;
    }
    m_looks = 0;
    m_steadyLooks = 0;
    m_window = m_scenes[m_current].prepare();
    m_timer.start();
}

void Screenshots::look()
{
    const Scene &scene = m_scenes[m_current];
    m_steadyLooks = m_window && scene.isReady() ? m_steadyLooks + 1 : 0;
    if (m_steadyLooks >= neededSteadyLooks) {
        take();
        nextScene();
    } else if (++m_looks >= mostLooks) {
        fail(QStringLiteral("not ready in time"));
        nextScene();
    }
}

void Screenshots::take()
{
    const Scene &scene = m_scenes[m_current];
    if (!m_window->grab().save(m_directory + u'/' + scene.name + QStringLiteral(".png")))
        fail(QStringLiteral("could not be saved"));
}

void Screenshots::fail(const QString &why)
{
    ++m_failures;
    Q_EMIT failed(m_scenes[m_current].name, why);
}

} // namespace letopis
