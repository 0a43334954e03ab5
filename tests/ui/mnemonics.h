#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace letopis::test {

// Which texts want which Alt key.
class Mnemonics
{
public:
    void add(const QString &text)
    {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty())
            m_texts[key.toString()] << text;
    }

    // "Alt+S: &Save, &Sync"
    QStringList clashes() const
    {
        QStringList found;
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it) {
            if (it.value().size() > 1)
                found << it.key() + QStringLiteral(": ") + it.value().join(QStringLiteral(", "));
        }
        return found;
    }

private:
    QMap<QString, QStringList> m_texts;
};

inline QStringList clashesInMenu(const QMenu &menu)
{
    Mnemonics keys;
    QStringList found;
    for (const QAction *action : menu.actions()) {
        keys.add(action->text());
        if (action->menu())
            found << clashesInMenu(*action->menu());
    }
    return found + keys.clashes();
}

// Keys that two things of a window want at once: what it shows, its menu bar, and each of its menus.
inline QStringList clashingMnemonics(const QWidget &window)
{
    Mnemonics keys;
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            keys.add(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && button->isEnabled())
            keys.add(button->text());
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                keys.add(tabs->tabText(i));
        }
        const auto *bar = qobject_cast<const QMenuBar *>(widget);
        for (const QAction *action : bar ? bar->actions() : QList<QAction *>()) {
            keys.add(action->text());
            if (action->menu())
                found << clashesInMenu(*action->menu());
        }
    }
    return found + keys.clashes();
}

} // namespace letopis::test
