#pragma once

#include <QAction>
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QTreeWidget;

namespace letopis {

// Finds and runs any command by a few letters of its name. Lies over its parent's upper middle; Escape or a click elsewhere
// closes it.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void open(const QList<QAction *> &actions);
    QLineEdit &input() const { return *m_input; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void fill(const QString &typed);
    void place();
    void run();
    bool onInputKey(int key);

    QList<QAction *> m_actions;
    QLineEdit *m_input = nullptr;
    QTreeWidget *m_list = nullptr;
    QPointer<QWidget> m_focusBefore;
};

} // namespace letopis
