#pragma once

#include "core/domain/backup.h"

#include <QDialog>

namespace letopis {

// What a restore would replace, side by side, before anything happens. Nothing is chosen by Enter alone.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    // `canRestart`: the program can start itself anew.
    RestoreDialog(const RestorePreview &preview, bool canRestart, QWidget *parent);

Q_SIGNALS:
    void confirmed(bool restartNow);
};

} // namespace letopis
