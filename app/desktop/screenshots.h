#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace letopis {

// One picture to take: what to do first, when it is ready to be looked at, and of which window.
struct Scene
{
    QString name; // file name without ending
    std::function<QWidget *()> prepare;
    std::function<bool()> isReady;
    std::function<void()> leave; // afterwards; may be empty
};

// Takes pictures of windows one after the other, each as soon as it is ready. Main thread, no nested loop.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(QString directory, QList<Scene> scenes, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void failed(const QString &name, const QString &why); // a scene never became ready or could not be saved
    void finished(int failures);

private:
    void nextScene();
    void look();
    void take();
    void fail(const QString &why);

    const QString m_directory;
    QList<Scene> m_scenes;
    int m_failures = 0;
    QPointer<QWidget> m_window;
    qsizetype m_current = -1;
    int m_looks = 0;
    int m_steadyLooks = 0;
    QTimer m_timer;
};

} // namespace letopis
