#pragma once

#include <QtTest>
#include <QtWidgets>

namespace letopis::test {

// What a window promises to whoever has no mouse or no eyes for it. Each function answers with what is wrong, for people.

inline QString described(const QWidget &widget)
{
    QString path = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty())
        path += u'#' + widget.objectName();
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (!parent->objectName().isEmpty() && !parent->objectName().startsWith(QLatin1String("qt_")))
            return path + QStringLiteral(" in ") + parent->objectName();
    }
    return path;
}

// Parts of Qt's own widgets, which stand for them on the keyboard.
inline bool isPart(const QWidget &widget)
{
    if (widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QDockWidgetTitleButton"))
        return true;
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        for (const char *whole : {"QLineEdit", "QAbstractSpinBox", "QComboBox", "QToolBar", "QMenuBar", "QTabBar", "QCalendarWidget"}) {
            if (parent->inherits(whole))
                return true;
        }
    }
    return widget.inherits("QTableCornerButton") || widget.inherits("QHeaderView") || widget.inherits("QTabBar");
}

inline bool isOnTab(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

inline QList<QWidget *> focusable(const QWidget &window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && isOnTab(*widget))
            found += widget;
    }
    return found;
}

// Tab's own order, from the first one.
inline QList<QWidget *> tabOrder(const QWidget &window)
{
    QList<QWidget *> order;
    for (QWidget *widget = window.nextInFocusChain(); widget && widget != &window; widget = widget->nextInFocusChain()) {
        if (widget->window() == &window && isOnTab(*widget))
            order += widget;
    }
    return order;
}

inline QStringList withoutName(const QWidget &window)
{
    QStringList wrong;
    for (QWidget *widget : focusable(window)) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            wrong += QStringLiteral("no name: ") + described(*widget);
    }
    return wrong;
}

inline QStringList buttonsOffTheKeyboard(const QWidget &window)
{
    QStringList wrong;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->window() != &window || !button->isVisible() || isPart(*button))
            continue;
        const auto *tool = qobject_cast<const QToolButton *>(button);
        const bool hasKey = tool && tool->defaultAction() && !tool->defaultAction()->shortcut().isEmpty();
        // Of buttons that exclude each other one is on Tab, and arrows go on.
        const auto *radio = qobject_cast<const QRadioButton *>(button);
        if (radio && radio->autoExclusive() && !radio->isChecked())
            continue;
        if (!(button->focusPolicy() & Qt::TabFocus) && !hasKey && button->shortcut().isEmpty())
            wrong += QStringLiteral("by mouse only: ") + described(*button);
    }
    return wrong;
}

// Within what is laid out as one, nobody goes back up, or back left in a row. `parts`: what is looked at one by one, as panes
// are; empty: the window.
inline QStringList againstTheEye(const QWidget &window, QList<const QWidget *> parts = {})
{
    QStringList wrong;
    if (parts.isEmpty())
        parts += &window;
    const QList<QWidget *> order = tabOrder(window);
    for (const QWidget *part : std::as_const(parts)) {
        const QWidget *last = nullptr;
        QRect before;
        for (const QWidget *widget : order) {
            if (!part->isAncestorOf(widget))
                continue;
            const QRect now(widget->mapTo(&window, QPoint()), widget->size());
            const bool isSameRow = last && now.top() < before.bottom() && before.top() < now.bottom();
            const bool isBack = last && (isSameRow ? now.right() <= before.left() : now.bottom() <= before.top());
            // A column beside another one begins at its top.
            if (isBack && (isSameRow || now.left() < before.right()))
                wrong += QStringLiteral("from %1 back to %2").arg(described(*last), described(*widget));
            last = widget;
            before = now;
        }
    }
    return wrong;
}

// By Tab and Shift+Tab from each to the next, and back to where it began.
inline QStringList traps(QWidget &window)
{
    QStringList wrong;
    for (const auto &[key, modifiers] : {std::pair(Qt::Key_Tab, Qt::KeyboardModifiers()), std::pair(Qt::Key_Tab, Qt::KeyboardModifiers(Qt::ShiftModifier))}) {
        const QList<QWidget *> order = tabOrder(window);
        if (order.isEmpty())
            return wrong;
        window.activateWindow();
        (void)QTest::qWaitFor([&window] { return QApplication::activeWindow() == &window; });
        order.first()->setFocus();
        QWidget *start = QApplication::focusWidget();
        if (!start)
            return {QStringLiteral("nothing takes the focus: ") + described(*order.first())};
        QSet<QWidget *> seen;
        for (qsizetype step = 0; step < order.size() + 4; ++step) {
            QWidget *focus = QApplication::focusWidget();
            if (!focus)
                break;
            seen += focus;
            const bool isBack = modifiers.testFlag(Qt::ShiftModifier);
            QTest::keyClick(focus, isBack ? Qt::Key_Backtab : key, modifiers);
            if (QApplication::focusWidget() == focus && order.size() > 1)
                wrong += QStringLiteral("a trap for %1: ").arg(isBack ? QStringLiteral("Shift+Tab") : QStringLiteral("Tab")) + described(*focus)
                    + QStringLiteral(", next ") + described(*focus->nextInFocusChain()) + QStringLiteral(", before ")
                    + described(*focus->previousInFocusChain());
            if (QApplication::focusWidget() == focus || QApplication::focusWidget() == start)
                break;
        }
        for (QWidget *widget : order) {
            // Of buttons that exclude each other one is on Tab, and arrows go on.
            const auto *radio = qobject_cast<const QRadioButton *>(widget);
            if (!seen.contains(widget) && !radio && isOnTab(*widget) && wrong.isEmpty())
                wrong += QStringLiteral("%1 from %2 does not come to %3, but to %4")
                             .arg(modifiers ? QStringLiteral("Shift+Tab") : QStringLiteral("Tab"), described(*start),
                                  described(*widget), QString::number(seen.size()));
        }
    }
    return wrong;
}

} // namespace letopis::test
