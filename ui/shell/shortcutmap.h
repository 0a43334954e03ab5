#pragma once

#include <QAction>
#include <QDialog>

namespace letopis {

// Every command that has a key, by menu, and the keys of lists and player that are no commands.
class ShortcutMap final : public QDialog
{
    Q_OBJECT

public:
    ShortcutMap(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace letopis
