#pragma once

#include <QDebug>
#include <QTest>
#include <QWidget>

#include <utility>

namespace letopis::test {

// What is seen and where: when it stays the same through a turn of the event loop, the window is at rest.
inline QString layoutOf(const QWidget &window)
{
    QString seen;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible())
            QDebug(&seen) << widget << widget->geometry();
    }
    return seen;
}

inline bool isAtRest(const QWidget &window)
{
    QString last;
    return QTest::qWaitFor([&] {
        const QString before = std::exchange(last, layoutOf(window));
        return !last.isEmpty() && last == before;
    });
}

} // namespace letopis::test
